#!/usr/bin/env python3
"""A window of QtWebEngine as narrow as a phone, to be driven by its own protocol: `qt_window.py <binding> <folder>`.

It needs the system's own Python, which alone has the bindings. What is copied stands in `<folder>/clipboard`, what is
saved in `<folder>/saved`; whoever is asked for a file chooses those in `<folder>/chosen`. What it keeps is gone when it
ends.
"""

import sys
from importlib import import_module
from pathlib import Path

WIDTH, HEIGHT = 390, 844

binding, folder = sys.argv[1], Path(sys.argv[2])
widgets, engine = (import_module(f"{binding}.{name}") for name in ("QtWidgets", "QtWebEngineWidgets"))
core = engine if binding == "PyQt5" else import_module(f"{binding}.QtWebEngineCore")


class Page(core.QWebEnginePage):
    def chooseFiles(self, *asked):
        return [str(file) for file in (folder / "chosen").iterdir()]


app = widgets.QApplication([sys.argv[0], "--no-sandbox"])
view = engine.QWebEngineView()
profile = core.QWebEngineProfile(view)
page = Page(profile, view)
attributes = getattr(core.QWebEngineSettings, "WebAttribute", core.QWebEngineSettings)
page.settings().setAttribute(attributes.JavascriptCanAccessClipboard, True)


def save(download):
    if binding == "PyQt5":
        download.setPath(str(folder / "saved" / Path(download.path()).name))
    else:
        download.setDownloadDirectory(str(folder / "saved"))
    download.accept()


def keep_copied():
    (folder / "clipboard").write_text(app.clipboard().text(), "utf-8")


profile.downloadRequested.connect(save)
app.clipboard().dataChanged.connect(keep_copied)
view.setPage(page)
view.resize(WIDTH, HEIGHT)
view.show()
view.setUrl(import_module(f"{binding}.QtCore").QUrl("about:blank"))
sys.exit(app.exec())
