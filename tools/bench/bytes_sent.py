"""What a reader's browser fetches for a first page and for a second one."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser

from tools.bench.server import Sent, served_as_published
from tools.bench.table import row

FIRST, SECOND = "issues/funds-not-received/", "issues/slow-support/"
AIMS = 150_000, 25_000
SHOWN = 10
QUIET = 2000
"""Milliseconds without a request after which a view is taken to be complete: search starts late."""

Workers = Literal["allow", "block"]


def measure(browser: Browser, ours: Path, stock: Path) -> Iterator[str]:
    yield "3. Bytes a browser fetches, each body under gzip -9: Chromium, once, empty cache, then with HTTP caching"
    with (
        served_as_published(ours) as (our_address, our_sent),
        served_as_published(stock) as (stock_address, stock_sent),
    ):
        page_alone = views(browser, our_address, lambda: our_sent, "block")
        with_kept = views(browser, our_address, lambda: our_sent, "allow")
        bare = views(browser, stock_address, lambda: stock_sent, "allow")
    yield row("", "ours", "requests", "bare", "requests", "ratio")
    alone = f"first /{FIRST}", f"then /{SECOND}"
    kept = "first, and what the service worker keeps", "then, from what is kept"
    for names, seen in ((alone, page_alone), (kept, with_kept)):
        yield from map(beside, names, seen, bare)
    yield f"   aims: at most {AIMS[0]:,} for the first page, {AIMS[1]:,} for the second"
    yield "   The largest of our first view"
    for answer in sorted(page_alone[0], key=lambda answer: -answer.bytes)[:SHOWN]:
        yield row(answer.path.rpartition("/assets/")[2], f"{answer.bytes:,}")


def views(browser: Browser, address: str, sent: Callable[[], list[Sent]], workers: Workers) -> list[list[Sent]]:
    """What a server was asked for by a new reader's first page and by their second one.

    `sent` gives all its answers so far; `workers` says whether the browser runs a page's service worker.
    """
    found = []
    context = browser.new_context(service_workers=workers)
    page = context.new_page()
    for path in (FIRST, SECOND):
        before = seen = len(sent())
        page.goto(address + path)
        while seen < len(sent()):
            seen = len(sent())
            page.wait_for_timeout(QUIET)
        found.append(sent()[before:])
    context.close()
    return found


def beside(name: str, ours: list[Sent], stock: list[Sent]) -> str:
    """One line: bytes and requests of a view of ours, of bare Material's, and the ratio of the bytes."""
    here, there = total(ours), total(stock)
    return row(name, f"{here:,}", str(len(ours)), f"{there:,}", str(len(stock)), f"{here / there:.2f}")


def total(view: list[Sent]) -> int:
    return sum(answer.bytes for answer in view)
