#!/usr/bin/python3
"""Prints every figure of every chart as it is to be heard: chart, group and name, with tabs between.

They are put together from the published data, not from the page that is listened to. Usage: figures.py DIST
"""

import json
import pathlib
import sys


def read(file):
    return json.loads(file.read_text(encoding="utf8"))


def groups(kind):
    """The groups of a chart: what is heard before their figures, and which of them each fact belongs to."""
    (name, chart), = kind.items()
    if name == "bars":
        for panel in chart["panels"]:
            yield panel["title"], panel.get("note", ""), [row["fact"] for row in panel["rows"]]
    elif name == "ranges":
        for panel in chart["panels"]:
            (shows, rows), = panel["shows"].items()
            rows = [*rows["rows"], *rows.get("also", [])] if shows == "intervals" else rows.values()
            yield panel["title"], panel["scope"], [row["fact"] for row in rows]
    else:
        counts = [group["count"] for group in chart["groups"]]
        yield chart["count_title"], "", counts
        for group in chart["groups"]:
            yield group["label"], "", [group["joined"]] * len(group["members"])
        yield chart["events_title"], "", [event["fact"] for event in chart["events"]]


def name(figure, words):
    value, kind = figure["figure"], figure["provenance"]["kind"]
    if kind == "computed":
        value = words["computed_short"].replace("{}", value)
    background = [words["legend"]["background"]] if kind == "background" else []
    return ", ".join([value, figure["mark"], *background])


def main(dist):
    data = pathlib.Path(dist) / "data"
    story = read(data / "story.json")
    for chart in story["charts"]:
        left = [[title, note, list(facts)] for title, note, facts in groups(chart["kind"])]
        for figure in read(data / f"{chart['id']}.json")["figures"]:
            # A fact may stand in several groups; those are left in the order of the chart.
            title, note, facts = next(group for group in left if figure["id"] in group[2])
            facts.remove(figure["id"])
            print(chart["id"], ". ".join(filter(None, [title, note])), name(figure, story["words"]), sep="\t")


main(sys.argv[1])
