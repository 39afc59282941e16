#!/usr/bin/python3
"""Walks a journey with a screen reader and prints what was heard: key, then words.

Usage: walk.py DIST FIREFOX JOURNEY. Exit code 3: the session failed, whatever the page says.
"""

import pathlib
import sys

import journeys
from reader import Reader, press, wait_until_live
from session import Session, Unheard


def main(dist, firefox, name):
    journey = journeys.ALL[name]
    with Session(pathlib.Path(dist).resolve(), journey.path, firefox) as session:
        reader = Reader(session, sys.stdout)
        # Orca reads the page from its top by itself.
        press("key", "ctrl")
        reader.silence()
        wait_until_live(journey.figures)
        reader.silence()
        reader.write(f"# {journey.walk.__doc__}")
        reader.top()
        journey.walk(reader)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Unheard as why:
        print(f"the session failed: {why}", file=sys.stderr)
        sys.exit(3)
    except KeyboardInterrupt:
        sys.exit(130)
