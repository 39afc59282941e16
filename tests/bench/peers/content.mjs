// What every page tells: the same words and the same figures. Hedges are part of a label
// ("more than"), and families of count never share an axis.

export const headline = "How China's science and technology ties are counted";
export const standfirst =
  "What one article of September 2024 reports about four groups of partners, with every hedge kept.";
export const source = "Source: the source article, September 2024. Figures as reported there.";

export const cards = {
  overview: {
    heading: "Overview",
    text: `The source article looks at how China has worked with other countries on science and
technology since 2012. It groups the work by partner: the countries of the Belt and Road Initiative,
BRICS, Africa and ASEAN. It reports Belt and Road cooperation agreements with more than 150
countries, and names two standing platforms, one with ASEAN and one with Africa. Many of its numbers
are lower bounds, some count countries and others projects or people, and the groups overlap. So
nothing here is added up.`,
  },
  bri: {
    heading: "Belt and Road",
    text: `Within the Belt and Road Initiative the article counts science and technology agreements
with 81 countries and intellectual property relations with more than 50. More than 1,000 joint
research projects were supported, and over eleven years more than 16,000 professionals were trained
in fields such as farming and health. More than 50 joint laboratories and nine technology transfer
centres are at work; the centres' exchanges led to more than 1,000 cooperative projects, a separate
count. The third forum, in October 2023, announced more than 458 outcomes.`,
  },
  brics: {
    heading: "BRICS",
    text: `A memorandum of 2015 set out how BRICS members work together on science, technology and
innovation. Since then, the article says, 19 priority areas and 13 working groups have come out of
it. A technology transfer centre opened in Kunming in 2017 and has hosted six meetings in a row. An
incubation park was announced in August 2023 and opened in Xiamen that December. Five countries
joined in January 2024, and when the article was written the summit in Kazan, set for October, was
still ahead.`,
  },
  africa: {
    heading: "Africa",
    text: `By the end of 2023 there were 24 demonstration centres for farm technology across Africa,
and the article credits them with helping local crop yields rise by 30 to 60 percent on average. Its
closest example is the Republic of Congo, where better cassava varieties and methods took the yield
from 15 to 30 tonnes per hectare. One is an average over many crops and places, the other a single
crop in a single country. It also tells of a Kenyan entrepreneur who trained in China and built a
banana tissue culture facility.`,
  },
  asean: {
    heading: "ASEAN",
    text: `The 21st China-ASEAN Expo in Nanning, closing on 28 September 2024, showed work on
artificial intelligence, biotechnology and low-carbon technology. New that year was a pavilion for
high-tech products from ASEAN, from digital technology and cars to the marine economy and health
care. The article adds that in 2023 all of the expo's halls ran on green energy, which avoided more
than 1,200 tons of carbon emissions. A third version of the free trade agreement between China and
ASEAN was being negotiated.`,
  },
};

/** A row is a bar between two values; `least` means that its upper end is open. */
const exact = (to, label) => ({ from: 0, to, least: false, label });
const atLeast = (to, label) => ({ from: 0, to, least: true, label });
const interval = (from, to, label) => ({ from, to, least: false, label });

export const agreements = {
  id: "agreements",
  hue: "bri",
  title: "More than 150 countries have signed a Belt and Road cooperation agreement",
  subtitle: "Counts as reported in September 2024. A triangle marks a lower bound: the true count is higher.",
  panels: [
    {
      title: "Countries",
      ticks: [0, 50, 100, 150],
      max: 165,
      rows: [
        atLeast(150, "Cooperation agreements: more than 150 countries"),
        exact(81, "Science and technology agreements: 81 countries"),
        atLeast(50, "Intellectual property relations: more than 50 countries"),
        exact(48, "Homes of the alliance's institutions: 48 countries"),
      ],
    },
    {
      title: "Institutions, laboratories and centres",
      ticks: [0, 20, 40, 60],
      max: 75,
      rows: [
        exact(67, "Members of the alliance: 67 institutions"),
        atLeast(50, "Joint research: more than 50 laboratories"),
        exact(24, "Farm technology in Africa: 24 demonstration centres"),
        exact(9, "Technology transfer: 9 transnational centres"),
      ],
    },
    {
      title: "Joint work",
      ticks: [0, 250, 500, 750, 1000],
      max: 1100,
      rows: [
        atLeast(1000, "Joint research: more than 1,000 projects"),
        atLeast(1000, "Through transfer centres: more than 1,000 projects"),
        atLeast(458, "Third Belt and Road Forum: more than 458 outcomes"),
        atLeast(300, "Technology exchange: more than 300 activities"),
      ],
    },
    {
      title: "People",
      ticks: [0, 5000, 10000, 15000],
      max: 17600,
      rows: [atLeast(16000, "Trained for partner countries: more than 16,000 people")],
    },
  ],
};

export const yields = {
  id: "yields",
  hue: "africa",
  title: "Crop yields rose by 30 to 60 percent on average around 24 centres",
  subtitle: "An average over many crops and places, and one crop in one country: two measures, two axes.",
  panels: [
    {
      title: "Gain in local crop yields, percent",
      ticks: [0, 25, 50, 75, 100],
      max: 100,
      rows: [interval(30, 60, "Across Africa, on average: 30 to 60 percent more")],
    },
    {
      title: "Cassava in the Republic of Congo, tonnes per hectare",
      ticks: [0, 10, 20, 30],
      max: 33,
      rows: [
        exact(15, "Before: 15 t/ha"),
        exact(30, "With better varieties and methods: 30 t/ha"),
      ],
    },
  ],
};

// Time is in years, with months as fractions: an ordinary linear axis will do in every tool.
const month = (year, number) => year + (number - 1) / 12;
const AS_OF = month(2024, 10);

export const membership = {
  id: "membership",
  hue: "brics",
  title: "Five countries joined BRICS in January 2024: from five members to ten",
  subtitle: "Membership by year, to September 2024. Lighter rows are background from the summit declarations.",
  years: [2009, 2025.2],
  ticks: [2009, 2012, 2015, 2018, 2021, 2024],
  asOf: AS_OF,
  members: [
    ...["Brazil", "Russia", "India", "China"].map((name) => ({ name, since: month(2009, 6.5), background: true })),
    { name: "South Africa", since: month(2010, 12), background: true },
    ...["Saudi Arabia", "Egypt", "United Arab Emirates", "Iran", "Ethiopia"].map((name) => ({
      name,
      since: month(2024, 1),
      background: false,
    })),
  ],
  countMax: 12,
  counts: [
    { since: month(2009, 6.5), count: 4, label: "4" },
    { since: month(2010, 12), count: 5, label: "5 members" },
    { since: month(2024, 1), count: 10, label: "10 members" },
  ],
  // `span` is the width of a date known only to the year. `level` keeps close numbers apart.
  levels: 4,
  events: [
    { at: 2015.5, span: 1, level: 1, kind: "done", note: "2015: memorandum on science, technology and innovation signed" },
    { at: 2017.5, span: 1, level: 1, kind: "done", note: "2017: technology transfer centre opened in Kunming" },
    { at: month(2023, 8), span: 0, level: 4, kind: "announced", note: "August 2023: incubation park announced" },
    { at: month(2023, 12), span: 0, level: 3, kind: "done", note: "December 2023: incubation park opened in Xiamen" },
    { at: month(2024, 1), span: 0, level: 2, kind: "done", note: "January 2024: five countries join" },
    { at: month(2024, 10) + 22 / 372, span: 0, level: 1, kind: "scheduled", note: "22 to 24 October 2024: summit in Kazan (still ahead in September 2024)" },
  ],
};

export const charts = { agreements, yields, membership };

const thousands = new Intl.NumberFormat("en");
export const formatCount = (value) => thousands.format(value);
