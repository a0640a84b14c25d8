"""What each page weighs, by the files that it names: for a first visit, and after a page of an issue.

Counted and not measured, so that every page can be looked at; `bytes_sent` measures two of them in a browser.
"""

import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from tools.bench.bytes_sent import AIMS, FIRST
from tools.bench.table import row

NAMED = "script[src], img[src], link[rel=stylesheet], link[rel=modulepreload], link[rel=icon]"
SHOWN = 5
TOO_HEAVY = "   TOO HEAVY:"
"""How a line begins that makes the comparison fail."""
_HERE = "http://here/"


def measure(site: Path) -> Iterator[str]:
    yield "9. Bytes of each page under gzip -9, with the scripts, styles and pictures that it names"
    for title, weights in zip(
        ("the heaviest for a first visit", "the heaviest as a second page"), weigh(site), strict=True
    ):
        yield row(title)
        for page, bytes in sorted(weights.items(), key=lambda each: -each[1])[:SHOWN]:
            yield row(f"/{page}", f"{bytes:,}")
    heavy = too_heavy(site)
    yield f"   aims: at most {AIMS[0]:,} for a first visit, {AIMS[1]:,} as a second page; above them: {len(heavy)}"
    yield from (f"{TOO_HEAVY} {line}" for line in heavy)


def weigh(site: Path) -> tuple[dict[str, int], dict[str, int]]:
    """By page, as it is addressed: its bytes for a first visit, and after the first page of `bytes_sent`."""
    pages = {path.relative_to(site).as_posix().removesuffix("index.html"): path for path in site.rglob("*.html")}
    files = {page: _files(site, page, path) for page, path in pages.items()}
    known = files[FIRST]
    return (
        {page: _size(pages[page]) + sum(map(_size, named)) for page, named in files.items()},
        {page: _size(pages[page]) + sum(map(_size, named - known)) for page, named in files.items()},
    )


def too_heavy(site: Path) -> list[str]:
    """A line for each page that is above an aim."""
    first, second = weigh(site)
    return [
        f"/{page}: {weights[page]:,} {when}"
        for weights, aim, when in ((first, AIMS[0], "for a first visit"), (second, AIMS[1], "as a second page"))
        for page in sorted(weights, key=weights.get, reverse=True)
        if weights[page] > aim
    ]


def _files(site: Path, page: str, path: Path) -> set[Path]:
    tags = LexborHTMLParser(path.read_text("utf-8")).css(NAMED)
    addresses = (urljoin(_HERE + page, tag.attributes.get("src") or tag.attributes["href"]) for tag in tags)
    return {site / unquote(urlsplit(each).path).lstrip("/") for each in addresses if each.startswith(_HERE)}


@cache
def _size(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))
