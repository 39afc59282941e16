"""Starts what a screen reader needs, in a world of its own, and ends all of it.

Display, D-Bus, home and runtime folder are private: nothing of the machine's own session is heard, changed or kept.
"""

import ctypes
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
AT_SPI = ["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"]
SET_DEATH_SIGNAL, SET_SUBREAPER = 1, 36  # of prctl
PRCTL = ctypes.CDLL(None).prctl

# No keys: the window manager's own would take those by which the screen reader goes from cell to cell.
WINDOW_MANAGER = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard/><mouse/></openbox_config>
"""

SPEECH = """LogLevel 1
DefaultLanguage en
DisableAutoSpawn
AddModule "written" "{voice}" "written.conf" "{log}"
DefaultModule written
LanguageDefaultModule "en" "written"
"""

# All is as it comes, but for the names of pressed keys.
ORCA = {
    "general": {
        "profile": ["Default", "default"],
        "startingProfile": ["Default", "default"],
        "activeProfile": ["Default", "default"],
        "enableSpeech": True,
        "speechServerFactory": "speechdispatcherfactory",
        "speechServerInfo": None,
        "enableKeyEcho": False,
    },
    "profiles": {"default": {"profile": ["Default", "default"], "pronunciations": {}, "keybindings": {}}},
    "pronunciations": {},
    "keybindings": {},
}

# What opens by itself in a new Firefox would be heard too.
FIREFOX = {
    "accessibility.force_disabled": -1,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.download.alwaysOpenPanel": False,
    "browser.ml.enable": False,
    "browser.preonboarding.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "browser.translations.enable": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "datareporting.policy.dataSubmissionPolicyBypassNotification": True,
    "extensions.getAddons.cache.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "sidebar.revamp": False,
    "termsofuse.bypassNotification": True,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "ui.key.menuAccessKeyFocuses": False,
}


class Unheard(Exception):
    """The session does not do what it should, whatever the page says."""


def wait_for(what, found, seconds=60):
    """Waits until there is something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = found()
        if value:
            return value
        time.sleep(0.05)
    raise Unheard(f"{what}: not there after {seconds} s")


def end_with_parent():
    PRCTL(SET_DEATH_SIGNAL, signal.SIGKILL)


def below(process):
    """All that a process started, and what those started."""
    try:
        children = pathlib.Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return []
    return [one for child in map(int, children) for one in [child, *below(child)]]


class Session:
    """A screen with a browser that shows `path` of the site, and a screen reader whose words go to a file."""

    def __init__(self, dist, path, firefox):
        self.dist, self.path, self.firefox = dist, path, firefox
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="heard-"))
        self.heard = self.folder / "heard"
        self.orca_log = self.folder / "orca-events"
        self.running = {}

    def __enter__(self):
        # What loses its parent comes to this process, and is ended with the rest.
        PRCTL(SET_SUBREAPER, 1)
        for name in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, signal.default_int_handler)
        try:
            self.start()
        except BaseException:
            self.end()
            raise
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        for sent in (signal.SIGTERM, signal.SIGKILL):
            deadline = time.monotonic() + 3
            for process in reversed(below(os.getpid())):
                try:
                    os.kill(process, sent)
                except ProcessLookupError:
                    pass
            while below(os.getpid()) and time.monotonic() < deadline:
                try:
                    os.waitpid(-1, os.WNOHANG)
                except ChildProcessError:
                    break
                time.sleep(0.02)
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *command, prints=None):
        """Starts a program. `prints` names the file that its output goes to."""
        name = pathlib.Path(command[0]).name
        with open(self.folder / (prints or f"{name}.log"), "w") as out, open(self.folder / f"{name}.err", "w") as err:
            self.running[name] = subprocess.Popen(
                [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                cwd=self.folder, preexec_fn=end_with_parent,
            )

    def check(self):
        """Sees that all that was started still runs."""
        for name, process in self.running.items():
            if process.poll() is not None:
                said = (self.folder / f"{name}.err").read_text().strip().rpartition("\n")[2]
                raise Unheard(f"{name} has ended: {said or process.returncode}")

    def line(self, name):
        """The first line of a file, once it is whole."""
        def whole():
            file = self.folder / name
            text = file.read_text() if file.exists() else ""
            return text.partition("\n")[0] if "\n" in text else ""
        return wait_for(name, whole)

    def start(self):
        home, running = self.folder / "home", self.folder / "running"
        for folder in (home / ".config", home / ".cache", home / ".local/share/orca", running):
            folder.mkdir(parents=True)
        running.chmod(0o700)
        for name in ("DBUS_SESSION_BUS_ADDRESS", "SESSION_MANAGER", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "AT_SPI_BUS"):
            os.environ.pop(name, None)
        socket = running / "speech.sock"
        os.environ.update({
            "HOME": str(home), "XDG_RUNTIME_DIR": str(running), "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_CACHE_HOME": str(home / ".cache"), "XDG_DATA_HOME": str(home / ".local/share"),
            "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "GDK_BACKEND": "x11", "MOZ_ENABLE_WAYLAND": "0",
            "GSETTINGS_BACKEND": "memory", "GNOME_ACCESSIBILITY": "1",
            "NO_AT_BRIDGE": "0", "HEARD": str(self.heard), "SPEECHD_ADDRESS": f"unix_socket:{socket}",
        })
        self.heard.touch()
        self.screen()
        self.run("dbus-daemon", "--session", "--nofork", "--print-address=1", prints="bus")
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self.line("bus")
        launcher = next((name for name in AT_SPI if os.path.exists(name)), AT_SPI[0])
        self.run(launcher, "--launch-immediately", "--a11y=1", "--screen-reader=1")
        (self.folder / "rc.xml").write_text(WINDOW_MANAGER)
        self.run("openbox", "--sm-disable", "--config-file", self.folder / "rc.xml")
        self.speech(socket)
        self.run("node", HERE / "host.mjs", self.dist, prints="site")
        site = self.line("site")
        self.screen_reader(home)
        self.browser(home, site + self.path)

    def screen(self):
        ours, theirs = os.pipe()
        os.set_inheritable(theirs, True)
        with open(self.folder / "Xvfb.err", "w") as err:
            subprocess.Popen(
                # Without -noreset it would begin anew, and drop whoever just comes, each time the last program leaves.
                ["Xvfb", "-displayfd", str(theirs), "-noreset", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
                stdin=subprocess.DEVNULL, stdout=err, stderr=err, pass_fds=[theirs], preexec_fn=end_with_parent,
            )
        os.close(theirs)
        with os.fdopen(ours) as display:
            number = display.readline().strip()
        if not number:
            raise Unheard("Xvfb does not start")
        os.environ["DISPLAY"] = f":{number}"
        # On the title bar: a pointer that lies over a chart is another thing to try.
        subprocess.run(["xdotool", "mousemove", "640", "6"], check=True)

    def speech(self, socket):
        settings = self.folder / "speech"
        (settings / "modules").mkdir(parents=True)
        (settings / "modules/written.conf").touch()
        (settings / "speechd.conf").write_text(SPEECH.format(voice=HERE / "voice.py", log=self.folder / "voice.log"))
        self.run(
            "speech-dispatcher", "--run-single", "--timeout", "0", "--communication-method", "unix_socket",
            "--socket-path", socket, "--config-dir", settings, "--pid-file", self.folder / "speech.pid",
            "--log-dir", self.folder,
        )
        wait_for("speech-dispatcher", socket.exists)

    def screen_reader(self, home):
        (home / ".local/share/orca/user-settings.conf").write_text(json.dumps(ORCA))
        # Orca asks pgrep for others of its kind, and would end them or not start. Here it finds none: who tests with a
        # screen reader of their own keeps it.
        programs = self.folder / "programs"
        programs.mkdir()
        (programs / "pgrep").write_text("#!/bin/sh\nexit 1\n")
        (programs / "pgrep").chmod(0o700)
        os.environ["PATH"] = f"{programs}:{os.environ['PATH']}"
        self.run("orca", f"--debug-file={self.orca_log}")
        wait_for("Orca", lambda: "Screen reader on" in self.heard.read_text())

    def browser(self, home, address):
        profile = home / "firefox"
        profile.mkdir()
        prefs = {**FIREFOX, "browser.download.folderList": 2, "browser.download.dir": str(self.folder)}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in prefs.items()]
        (profile / "user.js").write_text("".join(lines))
        self.run(self.firefox, "--no-remote", "--profile", profile, "--width", "1280", "--height", "1000", address)
        wait_for("the page in Firefox", lambda: "Finished loading" in self.heard.read_text(), 90)
