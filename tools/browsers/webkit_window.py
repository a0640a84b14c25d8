#!/usr/bin/env python3
"""A window of WebKitGTK as narrow as a phone, for WebKitWebDriver to drive: `MiniBrowser` goes no narrower than 447 px.

It needs the system's own Python, which alone has the bindings (`gi`). What it keeps is gone when it ends; files are
saved in the folder that it is given.
"""

import sys
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gdk, Gtk, WebKit2  # noqa: E402

WIDTH, HEIGHT = 390, 844


def view_in_window(context: WebKit2.WebContext) -> WebKit2.WebView:
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    # Nothing here has a graphics card: pretending to have one takes ten times as long.
    view.get_settings().set_hardware_acceleration_policy(WebKit2.HardwareAccelerationPolicy.NEVER)
    window = Gtk.Window(decorated=False, default_width=WIDTH, default_height=HEIGHT)
    window.add(view)
    window.show_all()
    # No window manager gives it the focus, and a page without focus takes no keys.
    window.get_window().focus(Gdk.CURRENT_TIME)
    view.grab_focus()
    return view


def accept(context: WebKit2.WebContext, session: WebKit2.AutomationSession) -> None:
    about = WebKit2.ApplicationInfo()
    about.set_name("webkit_window")
    session.set_application_info(about)
    session.connect("create-web-view", lambda _: view_in_window(context))


def save(download: WebKit2.Download, name: str) -> bool:
    download.set_destination((Path(sys.argv[1]) / name).as_uri())
    return True


context = WebKit2.WebContext.new_ephemeral()
context.set_automation_allowed(True)
context.connect("automation-started", accept)
if sys.argv[1:]:
    context.connect("download-started", lambda _, download: download.connect("decide-destination", save))
Gtk.main()
