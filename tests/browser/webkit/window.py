#!/usr/bin/python3
"""A bare window of WebKitGTK for WebKitWebDriver. MiniBrowser has a toolbar, which keeps it wide, no console and no paper.

window.py FOLDER [--no-scripts]: console.log, downloads/ and paper.pdf are written to FOLDER."""
import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2

FOLDER = sys.argv[1]
log = os.open(os.path.join(FOLDER, "console.log"), os.O_CREAT | os.O_WRONLY | os.O_APPEND)
os.dup2(log, 1)
os.dup2(log, 2)

data = WebKit2.WebsiteDataManager(base_data_directory=FOLDER + "/data", base_cache_directory=FOLDER + "/cache")
context = WebKit2.WebContext.new_with_website_data_manager(data)
context.set_automation_allowed(True)


def download(_, download):
    def decide(download, name):
        download.set_destination("file://" + os.path.join(FOLDER, name))
        # It is in the other folder once it is whole.
        download.connect("finished", lambda _: os.rename(os.path.join(FOLDER, name), os.path.join(FOLDER, "downloads", name)))
        return True

    download.connect("decide-destination", decide)


context.connect("download-started", download)


def to_paper(view):
    """Prints to paper.pdf; a script asks for it by the title, since print() does nothing for a driven window."""
    settings = Gtk.PrintSettings()
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, "file://" + FOLDER + "/printing.pdf")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    settings.set_printer("Print to File")
    setup = Gtk.PageSetup()
    setup.set_paper_size(Gtk.PaperSize.new("iso_a4"))
    view.operation = WebKit2.PrintOperation.new(view)
    view.operation.set_print_settings(settings)
    view.operation.set_page_setup(setup)
    # It has its name once it is whole.
    view.operation.connect("finished", lambda _: os.rename(FOLDER + "/printing.pdf", FOLDER + "/paper.pdf"))
    view.operation.print_()


def titled(view, _):
    if view.get_title() == "window: print":
        to_paper(view)


def make():
    settings = WebKit2.Settings(enable_write_console_messages_to_stdout=True, javascript_can_access_clipboard=True)
    settings.set_enable_javascript_markup("--no-scripts" not in sys.argv)
    view = WebKit2.WebView(is_controlled_by_automation=True, settings=settings, web_context=context)
    view.connect("notify::title", titled)
    window = Gtk.Window(default_width=1280, default_height=900)
    window.add(view)
    window.show_all()
    view.connect("close", lambda _: window.destroy())
    view.grab_focus()
    # Nothing gives the focus to a window where nothing manages windows, and without it nothing matches :focus.
    GLib.timeout_add(50, lambda: window.get_window().focus(0) and False)
    return view


def started(_, session):
    info = WebKit2.ApplicationInfo()
    info.set_name("window.py")
    info.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(info)
    session.connect("create-web-view", lambda _: make())


context.connect("automation-started", started)
os.makedirs(FOLDER + "/downloads", exist_ok=True)
Gtk.main()
