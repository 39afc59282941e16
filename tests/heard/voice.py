#!/usr/bin/python3 -u
"""A voice for speech-dispatcher that makes no sound and writes down what it is given.

Each line of the file that HEARD names: SAY and the words, then END, or CUT where something else was to be said.
"""

import html
import os
import re
import sys
import threading

SECONDS_A_LETTER = 0.001
LONGEST = 1.0


class Voice:
    def __init__(self, heard):
        self.heard = heard
        self.lock = threading.Lock()
        self.stopped = threading.Event()
        self.speaking = None

    def answer(self, *lines):
        with self.lock:
            sys.stdout.write("".join(f"{line}\n" for line in lines))
            sys.stdout.flush()

    def write(self, kind, words=""):
        with self.lock:
            self.heard.write(f"{kind}\t{words}\n")

    def say(self, text):
        """Takes as long as a fast speaker; the marks in it tell the screen reader how far it is."""
        self.write("SAY", " ".join(html.unescape(re.sub(r"<[^>]*>", "", text)).split()))
        if self.speaking:
            self.speaking.join()
        self.stopped.clear()
        self.answer("200 OK SPEAKING")
        self.speaking = threading.Thread(target=self.speak, args=(text,), daemon=True)
        self.speaking.start()

    def speak(self, text):
        self.answer("701 BEGIN")
        for i, part in enumerate(re.split(r'<mark name="([^"]*)"/>', text)):
            if i % 2:
                self.answer(f"700-{part}", "700 INDEX MARK")
            elif self.stopped.wait(min(LONGEST, len(part) * SECONDS_A_LETTER)):
                self.write("CUT")
                self.answer("703 STOP")
                return
        self.write("END")
        self.answer("702 END")


def block():
    """The lines up to a single dot."""
    lines = []
    for line in iter(sys.stdin.readline, ""):
        line = line.rstrip("\n")
        if line == ".":
            break
        lines.append(line[1:] if line.startswith("..") else line)
    return "\n".join(lines)


SETTINGS = {
    "AUDIO": ("207 OK RECEIVING AUDIO SETTINGS", "203 OK AUDIO INITIALIZED"),
    "LOGLEVEL": ("207 OK RECEIVING LOGLEVEL SETTINGS", "203 OK LOG LEVEL SET"),
    "SET": ("203 OK RECEIVING SETTINGS", "203 OK SETTINGS RECEIVED"),
}


def main():
    voice = Voice(open(os.environ["HEARD"], "a", buffering=1, encoding="utf8"))
    for line in iter(sys.stdin.readline, ""):
        command = line.strip()
        if command == "INIT":
            voice.answer("299-written down", "299 OK LOADED SUCCESSFULLY")
        elif command in SETTINGS:
            ask, done = SETTINGS[command]
            voice.answer(ask)
            block()
            voice.answer(done)
        elif command == "LIST VOICES":
            voice.answer("200-written\ten\tMALE1", "200 OK VOICE LIST SENT")
        elif command in ("SPEAK", "CHAR", "KEY", "SOUND_ICON"):
            voice.answer("202 OK RECEIVING MESSAGE")
            voice.say(block())
        elif command in ("STOP", "PAUSE"):
            voice.stopped.set()
        elif command.startswith("DEBUG"):
            voice.answer("200 OK DEBUGGING")
        elif command == "QUIT":
            voice.stopped.set()
            voice.answer("210 OK QUIT")
            break
        elif command:
            voice.answer("300 ERR UNKNOWN COMMAND")


main()
