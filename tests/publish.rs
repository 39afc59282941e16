//! What is written at build, with and without an address of the site.

mod common;

use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use story::Bound;
use tech_ties::page::{PageContext, View};
use tech_ties::publish::{Pictures, Site, Source, address, publish};

const URL: &str = "https://example.org/tech-ties/";

/// A new folder with a shell.
fn shell(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    common::shell(&folder);
    folder
}

/// The story that comes with the project.
fn source() -> Source {
    Source::read(&common::repo("static")).expect("a story")
}

fn views() -> Vec<View> {
    View::all(&PageContext::new(common::story()).expect("a context"))
}

fn site() -> Site {
    Site::parse(URL).expect("an address")
}

/// All files of a folder, by path.
fn files(folder: &std::path::Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<_> = entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect();
    files.sort();
    files
}

#[test]
fn without_an_address_nothing_is_absolute_and_nothing_promises_to_be() {
    let dist = shell("relative");
    publish(&dist, &source(), None, Pictures::Vector).expect("a site");
    for file in files(&dist) {
        let text = fs::read_to_string(&file).expect("text");
        let text =
            text.replace("http://www.w3.org/2000/svg", "").replace("https://json-schema.org/draft/2020-12/schema", "");
        assert!(!text.contains("http://") && !text.contains("https://"), "{} names a host", file.display());
        for mark in ["\"og:", "canonical", "json+oembed", "ld+json"] {
            assert!(!text.contains(mark), "{} has `{mark}`", file.display());
        }
    }
    assert!(!dist.join("sitemap.xml").exists() && !dist.join("robots.txt").exists());
    for chart in common::story().charts {
        for file in [format!("charts/{}.svg", chart.id), format!("data/{}.csv", chart.id)] {
            assert!(dist.join(&file).is_file(), "{file}");
        }
    }
}

#[test]
fn an_address_given_later_makes_the_same_pages() {
    let (built, given) = (shell("built"), shell("given"));
    publish(&built, &source(), Some(&site()), Pictures::Vector).expect("a site");
    publish(&given, &source(), None, Pictures::Vector).expect("a site");
    address(&given, &source(), &site()).expect("an address");
    assert!(address(&given, &source(), &site()).is_err(), "a site has one address");
    for file in files(&built).into_iter().filter(|file| file.extension().is_none_or(|ending| ending != "svg")) {
        let other = given.join(file.strip_prefix(&built).expect("within"));
        assert_eq!(fs::read(&file).ok(), fs::read(&other).ok(), "{}", file.display());
    }
}

/// For `publish.spec.mjs`, which serves a copy of the built site: its folder is in `SITE`, its address in `TECH_TIES_URL`.
#[test]
#[ignore = "the browser tests run it on a copy of the built site"]
fn the_copy_of_a_built_site_gets_an_address() {
    let folder = std::env::var_os("SITE").expect("SITE");
    let site = Site::from_env().expect("an address").expect("TECH_TIES_URL");
    let chosen = Source::read(&common::repo("").join(Source::folder())).expect("the story of the site");
    address(folder.as_ref(), &chosen, &site).expect("pages with an address");
}

#[test]
fn every_page_has_its_tags_and_every_view_its_oembed() {
    let dist = shell("tags");
    publish(&dist, &source(), Some(&site()), Pictures::Vector).expect("a site");
    let read = |path: &str| fs::read_to_string(dist.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    let canonical = format!("<link rel=\"canonical\" href=\"{URL}\">");
    assert!(read("index.html").contains(&canonical));
    assert!(read("index.html").contains(&format!("<meta property=\"og:image\" content=\"{URL}preview.png\">")));
    for view in views() {
        let (name, page) = (view.name(), read(&format!("embed/{}/index.html", view.name())));
        assert!(page.contains(&canonical) && page.contains("noindex"), "{name}");
        assert!(page.contains(&format!("content=\"{URL}embed/{name}/preview.png\"")), "{name}");
        assert!(page.contains(&format!("type=\"application/json+oembed\" href=\"{URL}embed/{name}/oembed.json\"")));
        let oembed: Value = serde_json::from_str(&read(&format!("embed/{name}/oembed.json"))).expect("JSON");
        assert_eq!((&oembed["version"], &oembed["type"]), (&"1.0".into(), &"rich".into()));
        let html = oembed["html"].as_str().expect("html");
        assert!(html.contains("<blockquote>") && html.contains(&format!("<iframe src=\"{URL}embed/{name}/\"")));
    }
    assert!(read("sitemap.xml").contains(&format!("<loc>{URL}</loc>")));
    assert!(read("robots.txt").contains(&format!("Sitemap: {URL}sitemap.xml")));
}

/// In a sandbox a page has no origin, so that `'self'` matches nothing in WebKit.
#[test]
fn with_an_address_the_policy_names_the_origin_of_what_is_loaded() {
    let dist = shell("headers");
    let kept = common::read("static/_headers");
    let headers = || fs::read_to_string(dist.join("_headers")).expect("headers");
    fs::write(dist.join("_headers"), &kept).expect("headers");
    publish(&dist, &source(), None, Pictures::Vector).expect("a site");
    assert_eq!(headers(), kept);
    address(&dist, &source(), &site()).expect("an address");
    let named = headers();
    assert_eq!(named.replace(" https://example.org", ""), kept);
    for directive in ["script", "connect", "style", "img", "font"] {
        assert!(named.contains(&format!("; {directive}-src 'self' https://example.org")), "{directive}-src in {named}");
    }
    assert_eq!(named.matches("https://example.org").count(), 5);
}

#[test]
fn linked_data_keeps_every_hedge() {
    let dist = shell("linked");
    let story = common::story();
    publish(&dist, &source(), Some(&site()), Pictures::Vector).expect("a site");
    let page = fs::read_to_string(dist.join("index.html")).expect("a page");
    let block =
        page.split("<script type=\"application/ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next());
    let data: Value = serde_json::from_str(block.expect("a block")).expect("JSON");
    words_are_strings(&data);
    let measured = data["@graph"][1]["variableMeasured"].as_array().expect("figures");
    let graphic = story.graphic();
    let quantities: Vec<_> = story.facts.iter().filter(|fact| fact.quantity().is_some()).collect();
    assert_eq!(measured.len(), quantities.len());
    for (property, fact) in measured.iter().zip(quantities) {
        let bound = fact.quantity().expect("a quantity").value;
        let number = |name: &str| property[name].as_f64().map(|number| number as f32);
        let found = (number("value"), number("minValue"), number("maxValue"));
        let wanted = match bound {
            Bound::Exact(value) => (Some(value.to_f32()), None, None),
            Bound::MoreThan(value) => (None, Some(value.to_f32()), None),
            Bound::Between { low, high } => (None, Some(low.to_f32()), Some(high.to_f32())),
            other => panic!("{other:?} is not in this story"),
        };
        assert_eq!(found, wanted, "{}", fact.id);
        let words = property["description"].as_str().expect("words");
        assert!(words.contains(&graphic.say(fact).value), "{words}");
        assert!(!property["unitText"].as_str().expect("a unit").is_empty());
    }
}

/// What schema.org wants to be text is text, wherever it stands.
fn words_are_strings(data: &Value) {
    if let Some(object) = data.as_object() {
        for name in ["name", "headline", "description"] {
            assert!(object.get(name).is_none_or(Value::is_string), "{name} is {}", object[name]);
        }
        object.values().for_each(words_are_strings);
    }
    data.as_array().into_iter().flatten().for_each(words_are_strings);
}

#[test]
fn social_cards_are_pictures_of_their_size() {
    let dist = shell("cards");
    publish(&dist, &source(), None, Pictures::All).expect("a site");
    let views = views().into_iter().map(|view| format!("embed/{}/preview.png", view.name()));
    for path in views.chain(["preview.png".to_owned()]) {
        let bytes = fs::read(dist.join(&path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(&bytes[1..4], b"PNG", "{path}");
        let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
        assert_eq!((number(16), number(20)), (1200, 630), "{path}");
        assert!(bytes.len() > 10_000, "{path} is empty");
    }
}

/// Every text of a story that is free, with markup at its end.
fn hostile(value: &mut Value) {
    const MARKUP: &str = "\"'></script></title><img src=x onerror=alert(1)>]]>";
    match value {
        Value::String(text) if text.contains(' ') => text.push_str(MARKUP),
        Value::Array(items) => items.iter_mut().for_each(hostile),
        Value::Object(fields) => fields.values_mut().for_each(hostile),
        _ => {}
    }
}

#[test]
fn markup_in_a_story_is_text_in_every_file() {
    let dist = shell("hostile");
    let mut story: Value = serde_json::from_str(&common::read("static/story.json")).expect("JSON");
    hostile(&mut story);
    let folder = dist.join("told");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("story.json"), story.to_string()).expect("a story");
    let source = Source::read(&folder).expect("a story that is accepted");
    publish(&dist, &source, Some(&site()), Pictures::Vector).expect("a site");
    let (mut told, markup) = (0, files(&dist));
    for file in markup.iter().filter(|file| file.extension().is_some_and(|end| end == "html" || end == "svg")) {
        let text = fs::read_to_string(file).expect("text");
        assert!(!text.contains("<img src=x"), "{} runs a text of the story", file.display());
        told += text.matches("&lt;img src=x").count();
    }
    assert!(told > 1000, "the texts are there, {told} times");
}
