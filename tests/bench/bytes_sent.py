"""What a reader's browser fetches for a first page and for a second one."""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from .server import Sent, served
from .table import row

FIRST, SECOND = "issues/funds-not-received/", "issues/slow-support/"
SHOWN = 10
QUIET = 2000
"""Milliseconds without a request after which a view is taken to be complete: search starts late."""


def measure(browser: Browser, ours: Path, stock: Path) -> Iterator[str]:
    yield "3. Bytes a browser fetches, each body under gzip -9: Chromium, once, empty cache, then with HTTP caching"
    our_views, stock_views = _views(browser, ours), _views(browser, stock)
    yield row("", "ours", "requests", "bare", "requests", "ratio")
    for name, here, there in zip((f"first /{FIRST}", f"then /{SECOND}"), our_views, stock_views, strict=True):
        our_sum, stock_sum = _sum(here), _sum(there)
        figures = f"{our_sum:,}", str(len(here)), f"{stock_sum:,}", str(len(there)), f"{our_sum / stock_sum:.2f}"
        yield row(name, *figures)
    yield "   The largest of our first view"
    for answer in sorted(our_views[0], key=lambda answer: -answer.bytes)[:SHOWN]:
        yield row(answer.path.rpartition("/assets/")[2], f"{answer.bytes:,}")


def _views(browser: Browser, site: Path) -> list[list[Sent]]:
    views = []
    with served(site) as (address, sent):
        page = browser.new_page()
        for path in (FIRST, SECOND):
            sent.clear()
            page.goto(address + path)
            seen = 0
            while seen < len(sent):
                seen = len(sent)
                page.wait_for_timeout(QUIET)
            views.append(list(sent))
        page.close()
    return views


def _sum(view: list[Sent]) -> int:
    return sum(answer.bytes for answer in view)
