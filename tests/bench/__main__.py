"""`make bench`: what the guide costs, as ratios to bare Material and to a smaller guide.

"Bare" is the same pages, macros already rendered, built by Material with the same settings and
without our macros, theme overrides, styles and scripts.
"""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import chromium
from tests.conftest import copy_project

from . import build_cost, bytes_sent, keystroke_cost, page_growth, tick_cost
from .projects import Project, bare


def report(folder: Path) -> Iterator[str]:
    guide = copy_project(folder / "guide")
    stock = bare(Project(guide), folder / "bare")
    yield from build_cost.measure(Project(guide), stock)
    yield ""
    yield from page_growth.measure(guide)
    yield ""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.ensure(), args=chromium.FLAGS)
        yield from bytes_sent.measure(browser, guide / "site", stock.path / "site")
        yield ""
        yield from tick_cost.measure(browser, guide, folder / "lists")
        yield ""
        yield from keystroke_cost.measure(browser, guide)
        browser.close()


if __name__ == "__main__":
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        for line in report(Path(folder)):
            print(line, flush=True)
    print(f"\n{time.perf_counter() - began:.0f} seconds in all")
