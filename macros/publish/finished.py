"""A finished page, whichever engine made it: read by a real parser, asked what it is, and written back.

What a page says of itself stands in its head, where `overrides/main.html` has put it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from ..model.languages import OTHERS, Language, folder_of

HOME, ROOT = "guide-home:/", "guide-root:/"
"""What macros write for the way from a page to its language's home and to the root of the site."""
PAPER = "paper/"
"""Pages to print, which are found through the others."""
OF_NO_INDEX = "data-search-exclude"
"""What the theme's search leaves out is marked so, and is known once its index is made."""
_ON_THIS_MACHINE = ("127.0.0.1", "localhost", "0.0.0.0")


@dataclass(frozen=True)
class Page:
    """A page with an address: its name (`issues/slow-support`), what it is about, its address and its copy's, and the
    names of its leaves."""

    name: str
    title: str
    description: str
    address: str
    copy: str | None = None
    leaves: Sequence[str] = ()


def parsed(html: str, is_fragment: bool = False) -> LexborHTMLParser:
    """The tree of a page, or of a part of one; its `html` is that page in one form for all engines."""
    return LexborHTMLParser(html, is_fragment=is_fragment, options=LexborDocumentOptions.WO_EVENTS)


def pages_of(site: Path, language: Language) -> list[Path]:
    """The HTML files of one language, in order. All others stand in folders within the main one's."""
    own = site / folder_of(language)
    others = [site / folder_of(other) for other in OTHERS if other != language]
    return sorted(path for path in own.rglob("*.html") if not any(map(path.is_relative_to, others)))


def described(tree: LexborHTMLParser, name: str) -> Page | None:
    """What the head of the page `name` says of it; None for one without an address, such as that of lost ones."""
    canonical = tree.css_first('link[rel="canonical"]')
    if not canonical:
        return None
    copy = tree.css_first('link[type="text/markdown"]')
    return Page(
        name=name,
        title=_content(tree, 'meta[property="og:title"]'),
        description=_content(tree, 'meta[name="description"]'),
        address=canonical.attributes["href"],
        copy=copy and copy.attributes["href"],
    )


def name_of(path: Path, home: Path) -> str:
    """The name of a page by its file: `issues/slow-support` for `issues/slow-support/index.html` in `home`."""
    return re.sub(r"(?<=[^/])/index$", "", path.relative_to(home).with_suffix("").as_posix())


def article_of(tree: LexborHTMLParser) -> LexborNode:
    """What a page is there for, without what stands around it on all pages. ValueError if it has none."""
    article = tree.css_first("article")
    if not article:
        raise ValueError("has no <article>, where the words of a page stand")
    return article


def on_the_web(address: str) -> bool:
    """Whether an address of the site is one by which others find it, or only this machine's."""
    return urlsplit(address).hostname not in _ON_THIS_MACHINE


def append(article: LexborNode, html: str) -> None:
    """Put HTML at the end of an article."""
    for node in [*parsed(html, is_fragment=True).root.iter(include_text=True)]:
        article.insert_child(node)


def add_after(node: LexborNode, html: str) -> None:
    """Put HTML behind a part of a page."""
    for each in reversed([*parsed(html, is_fragment=True).root.iter(include_text=True)]):
        node.insert_after(each)


def _content(tree: LexborHTMLParser, selector: str) -> str:
    found = tree.css_first(selector)
    if not found:
        raise ValueError(f"has no {selector} in its head; overrides/main.html writes it")
    return found.attributes["content"]
