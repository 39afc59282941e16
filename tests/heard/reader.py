"""A reader: presses keys, waits until there is silence, and writes down what was heard."""

import subprocess
import time

from session import Unheard, wait_for

# How long neither the voice nor the screen reader does anything before it counts as silence.
SILENCE = 0.4
# What comes later than silence, as the end of all years that are played, comes within this time.
LATER = 20


class Reader:
    def __init__(self, session, out):
        self.session, self.out = session, out
        self.at = 0

    def part(self, title):
        """A part of the journey; within it the order of what is heard counts."""
        self.write(f"\n## {title}")

    def write(self, line):
        self.out.write(f"{line}\n")
        self.out.flush()

    def heard(self):
        """What was heard since the last step, and whether the voice still speaks."""
        said, speaking = [], False
        with open(self.session.heard, encoding="utf8") as heard:
            heard.seek(self.at)
            for line in heard.read().splitlines():
                kind, _, words = line.partition("\t")
                if kind == "SAY" and words:
                    said.append(words)
                speaking = kind == "SAY"
        return said, speaking

    def forget(self):
        """What was heard so far belongs to no step."""
        self.at = self.session.heard.stat().st_size

    def silence(self, seconds=30):
        """Waits for silence: what was said has been said to its end, and the screen reader works on nothing."""
        def size():
            return [file.stat().st_size for file in (self.session.heard, self.session.orca_log)]
        last, since, end = size(), time.monotonic(), time.monotonic() + seconds
        while time.monotonic() < end:
            time.sleep(0.03)
            self.session.check()
            now = size()
            if now != last:
                last, since = now, time.monotonic()
            elif time.monotonic() - since > SILENCE and not self.heard()[1]:
                return
        raise Unheard(f"no silence within {seconds} s: {'it speaks on' if self.heard()[1] else 'Orca works on'}")

    def step(self, name, act, until=""):
        """Does something. With `until`, what comes later than silence is waited for."""
        act()
        self.silence()
        if until:
            try:
                wait_for(until, lambda: any(until in words for words in self.heard()[0]), LATER)
            except Unheard:
                # That it is not said is for the transcript to tell.
                pass
            self.silence()
        said = self.heard()[0]
        # What comes later still is heard at the next step: nothing is lost.
        self.forget()
        self.write(f"[{name}] " + (" | ".join(said) if said else "(nothing)"))
        return said

    def key(self, *keys, until=""):
        """Presses keys one after the other, as one step."""
        return self.step(" ".join(keys), lambda: press("key", "--clearmodifiers", "--delay", "200", *keys), until)

    def keys(self, key, times):
        for _ in range(times):
            self.key(key)

    def seek(self, key, words, most=60):
        """Presses a key until words are heard."""
        for _ in range(most):
            said = self.key(key)
            if any(words in one for one in said):
                return said
        self.write(f"(never heard: {words})")
        return []

    def write_down(self, text, until=""):
        """Types text."""
        return self.step(f"types {text}", lambda: press("type", "--delay", "120", text), until)

    def top(self):
        """Back to the top, in browse mode, without a word of it."""
        press("key", "--clearmodifiers", "ctrl+Home")
        self.silence()
        self.forget()

    def focus_mode(self):
        """Orca's focus mode, kept: keys go to the page."""
        self.orca("a", "a")

    def browse_mode(self):
        """Orca's browse mode, kept: keys read the page."""
        self.orca("a", "a", "a")

    def orca(self, *keys):
        """Keys with Orca's own."""
        def act():
            press("keydown", "Insert")
            press("key", *keys)
            press("keyup", "Insert")
        return self.step(" ".join(["Orca", *keys]), act)


def press(*words):
    subprocess.run(["xdotool", *words], check=True)


def wait_until_live(charts):
    """Waits until each chart has its figures: until then the page is all text."""
    import gi  # only now is there a bus to ask

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi

    def figures(node):
        if node is None:
            return 0
        attributes = node.get_attributes() or {}
        if attributes.get("class") == "target":
            return 1
        return sum(figures(node.get_child_at_index(i)) for i in range(node.get_child_count()))

    def there():
        Atspi.Accessible.clear_cache(Atspi.get_desktop(0))
        try:
            return figures(Atspi.get_desktop(0)) >= charts
        except Exception:
            # The page changes while it is walked.
            return False

    wait_for("live charts", there)
