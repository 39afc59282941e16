"""What readers do, as keys. Each journey has a session of its own, since modes are carried over.

`cargo xtask listen` knows the parts named "CHART: ..., in browse mode" and "CHART: ..., by arrow keys": there every figure
of the chart must be heard.
"""

from collections import namedtuple

# In the order of the page, with words of the title and of the figure that is heard last.
CHARTS = {
    "agreements": ("joint laboratories", "Trained for partner countries"),
    "membership": ("Five joiners", "Summit in Kazan"),
    "yields": ("helped raise", "With improved varieties"),
}


def to_chart(reader, chart):
    """From the top by the links that lead past everything."""
    reader.top()
    reader.keys("Tab", 1 + list(CHARTS).index(chart))
    reader.key("Return")


def to_mark(reader, chart):
    """To the figure of a chart that Tab comes to."""
    to_chart(reader, chart)
    reader.key("Tab")


def reading(reader):
    """Reading down, line by line, in browse mode."""
    reader.part("The opening, down to the first chart")
    # Links that are shown only while they have the focus stand before it, on one line or on several.
    reader.key("h")
    reader.seek("Down", "Skip this chart")
    for chart, (title, last) in CHARTS.items():
        reader.part(f"{chart}: every figure, in browse mode")
        reader.top()
        reader.seek("h", title)
        reader.seek("Down", last)
        reader.keys("Down", 4)


def headings(reader):
    """From heading to heading."""
    reader.part("Down to the last, and around")
    reader.seek("h", "Wrapping")
    reader.part("Back up")
    reader.keys("shift+h", 2)


def lists(reader):
    """From list to list, then item by item."""
    reader.part("The lists of the page")
    reader.seek("l", "Wrapping")
    reader.part("A list, item by item")
    reader.top()
    reader.key("l")
    reader.keys("i", 4)


def tables(reader):
    """The tables: cell by cell, sorted, and the one of all figures."""
    reader.part("The table of the first chart opens")
    reader.browse_mode()
    to_chart(reader, "agreements")
    reader.keys("Tab", 2)
    reader.key("Return")
    reader.key("t")
    reader.part("Cell by cell")
    for key in ["Down", "Right", "Right", "Right", "Down", "Left", "Left", "Left"]:
        reader.key(f"alt+shift+{key}")
    reader.part("A row with a note")
    reader.keys("alt+shift+Down", 5)
    reader.part("Sorted by date")
    reader.key("t")
    reader.keys("b", 2)
    reader.key("Return")
    reader.keys("alt+shift+Down", 2)
    reader.part("The table of all figures")
    reader.top()
    reader.seek("shift+b", "Every figure", 4)
    reader.key("Tab")
    reader.seek("shift+Tab", "Every figure", 2)
    reader.key("Return")
    reader.seek("Down", "column header", 6)
    reader.keys("alt+shift+Down", 3)


def marks(reader):
    """The charts by keys: every figure, the ends, the parts."""
    for chart, (_, last) in CHARTS.items():
        reader.part(f"{chart}: by the link to it")
        to_mark(reader, chart)
        reader.focus_mode()
        reader.part(f"{chart}: every figure, by arrow keys")
        reader.key("End")
        reader.key("Home")
        reader.seek("Down", last)
        reader.part(f"{chart}: the ends and the parts")
        reader.key("Down")
        reader.key("Home")
        reader.key("Up")
        reader.key("End")
        reader.key("Prior")
        reader.key("Next")
        reader.browse_mode()


def opened(reader):
    """A figure opens, is read, leads to the story and closes."""
    reader.part("In browse mode: open, read on, close")
    to_mark(reader, "agreements")
    reader.key("Down")
    reader.key("Return")
    reader.keys("Down", 7)
    reader.key("Return")
    reader.part("By Tab: to the story")
    to_mark(reader, "agreements")
    reader.key("Down")
    reader.key("Return")
    reader.key("Tab")
    reader.key("Return")
    reader.keys("Down", 3)
    reader.part("By Tab: what the story does not tell")
    to_mark(reader, "membership")
    reader.key("Return")
    reader.key("Tab")
    reader.key("Return")
    reader.keys("Down", 2)
    reader.part("Closed by its button")
    to_mark(reader, "yields")
    reader.key("space")
    reader.keys("Tab", 3)
    reader.key("Return")
    reader.key("Down")
    reader.part("Closed by Escape, from within")
    reader.key("space")
    reader.key("Tab")
    reader.key("Escape")
    reader.key("Down")
    reader.part("Closed by the key that opened it")
    reader.key("space")
    reader.key("space")
    reader.key("Down")


def to_controls(reader, chart):
    """Unfolds what there is to choose in a chart, and goes to the first of it."""
    to_chart(reader, chart)
    reader.seek("Tab", "Explore")
    reader.key("Return")
    reader.key("Tab")
    reader.focus_mode()


def choices(reader):
    """What is counted, in which order, and a field of one's own."""
    reader.part("What is counted")
    to_controls(reader, "agreements")
    reader.key("Down", until="shown")
    reader.key("Down", until="shown")
    reader.part("In which order")
    reader.key("Tab")
    reader.key("Down", until="shown")
    reader.part("The chart after that")
    reader.seek("shift+Tab", "institutions", 6)
    reader.keys("Down", 2)
    reader.browse_mode()
    reader.part("A field by the slider")
    to_controls(reader, "yields")
    reader.key("Right", until="From")
    reader.key("Right", until="From")
    reader.part("A field in figures")
    reader.key("Tab")
    reader.key("ctrl+a")
    reader.write_down("2.5", until="From 2.5")
    reader.key("ctrl+a")
    reader.write_down("500", until="Give a number")
    reader.part("Taken back")
    reader.key("Tab")
    reader.key("space", until="Give a yield")


def years(reader):
    """The years of the second chart: one by one, and played."""
    reader.part("One by one")
    to_controls(reader, "membership")
    reader.key("Left", until="End of 2024")
    reader.key("Left", until="End of 2023")
    reader.key("Home", until="End of 2009")
    reader.part("Played to the end")
    reader.key("Tab")
    reader.key("space", until="End of 2024")
    reader.part("Stopped on the way")
    reader.key("space", "space", until="End of")
    reader.part("Taken back")
    reader.key("Tab")
    reader.key("space", until="Choose")


def framed(reader):
    """A chart in a frame of somebody else's page."""
    reader.part("Down through the page around")
    reader.seek("Down", "Trained for partner countries")
    reader.seek("Down", "after the frame", 12)
    reader.part("Its headings")
    reader.top()
    reader.keys("h", 3)


def shared(reader):
    """The dialog to share, embed and download."""
    reader.part("It opens")
    to_chart(reader, "agreements")
    reader.seek("Tab", "Share", 4)
    reader.key("Return", until="Close")
    reader.part("From one thing to the next")
    reader.keys("Tab", 13)
    reader.part("What was done is said")
    reader.key("Return", until="opied")
    reader.part("It closes")
    reader.key("Escape")
    reader.key("Tab")


# `path` is opened, and `figures` marks are waited for.
Journey = namedtuple("Journey", "walk path figures")
ALL = {
    "reading": Journey(reading, "", 37),
    "headings": Journey(headings, "", 37),
    "lists": Journey(lists, "", 37),
    "tables": Journey(tables, "", 37),
    "marks": Journey(marks, "", 37),
    "opened": Journey(opened, "", 37),
    "choices": Journey(choices, "", 37),
    "years": Journey(years, "", 37),
    "framed": Journey(framed, "host/agreements/", 13),
    "shared": Journey(shared, "", 37),
}
