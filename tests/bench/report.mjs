// Numbers to words: medians with their spread, ratios to our own page, tables in Markdown.

export function summarize(values) {
  const known = values.filter((value) => value !== null && value !== undefined).sort((a, b) => a - b);
  if (known.length === 0) return null;
  const middle = known.length / 2;
  const median =
    known.length % 2 ? known[Math.floor(middle)] : (known[middle - 1] + known[middle]) / 2;
  return { median, min: known[0], max: known.at(-1), samples: known.length };
}

/** Three significant digits are all that such measurements carry. */
export function format(value, unit) {
  if (unit === "KB") return (value / 1000).toFixed(1);
  if (unit === "MB") return (value / 1_000_000).toFixed(1);
  if (unit === "") return value.toFixed(3);
  return value >= 100 ? String(Math.round(value)) : value.toFixed(1);
}

export function cell(summary, unit) {
  if (!summary) return "–";
  const [median, min, max] = [summary.median, summary.min, summary.max].map((value) => format(value, unit));
  return min === max ? median : `${median} (${min}–${max})`;
}

export function ratio(summary, ours) {
  if (!summary || !ours || ours.median === 0) return "–";
  return `×${(summary.median / ours.median).toFixed(2)}`;
}

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}
