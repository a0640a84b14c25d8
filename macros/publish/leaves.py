"""What a long page folds becomes a page of its own below it, a leaf, so that nobody waits for what they do not open.

An element with `data-leaf="<name>"` goes from `issues/<issue>/` to `issues/<issue>/<name>/`, headed by its
`data-leaf-title` and described by its `data-leaf-about`. In its place stay the way there, under `data-leaf-link` or by
the names of what it folds, and every id in it to which links lead. `page/page-leaf.js` brings it back where a reader
opens its place, so that the two are one page for whoever has scripts; without them the leaf is read as it is, and it is
what others find and share.
"""

import re

from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..render.page import leaf_article, leaf_place
from ..render.view import View
from .finished import article_of, parsed

_LEAF = "[data-leaf]"
_SAID = ("data-leaf", "data-leaf-title", "data-leaf-about", "data-leaf-link")
_NAMED = "details[id], span[id]"
# What a leaf has of its page: how far the case is, and what is never to be forgotten.
_KEPT = (".case-bar-place", ".safety")
_OF_THE_PAGE_ALONE = (
    'link[rel="prev"], link[rel="next"], link[rel="modulepreload"], link[type="text/markdown"], .md-nav--secondary'
)
_RELATIVE = re.compile(r"(?![a-z-]+:|/|#)", re.IGNORECASE)
_ADDRESSES = ("href", "src")


def without_marks(tree: LexborHTMLParser) -> None:
    """Take from a page what is said of its leaves, for one that keeps them."""
    for node in tree.css(_LEAF):
        _unmark(node)


def apart(text: str, view: View) -> tuple[str, dict[str, str]]:
    """A page's HTML without its leaves, and the HTML of each leaf by its name; links lead from each to what the others
    hold. `view` is that of the page."""
    if "data-leaf=" not in text:
        return text, {}
    tree = parsed(text)
    nodes = tree.css(_LEAF)
    shell = _Shell(text, view)
    home_of = {id: node.attributes["data-leaf"] for node in nodes for id in _ids(node)}
    leaves = {node.attributes["data-leaf"]: shell.around(node, home_of) for node in nodes}
    for node in nodes:
        _put_in_place(node, view)
    return tree.html, leaves


class _Shell:
    """All of a page but its article, one folder further down, for the leaves to stand in."""

    def __init__(self, text: str, view: View):
        tree = parsed(text)
        self._view = view
        self._title = tree.css_first("h1").text(strip=True)
        self._bar, self._safety = (tree.css_first(kept).html for kept in _KEPT)
        article = article_of(tree)
        for child in [*article.iter(include_text=True)]:
            child.decompose()
        for node in tree.css(_OF_THE_PAGE_ALONE):
            node.decompose()
        _lead_up(tree.root)
        # The theme's script learns from these where the site begins.
        self._html = re.sub(r'(?<="base": ")|(?<="search": ")', "../", tree.html)

    def around(self, node: LexborNode, home_of: dict[str, str]) -> str:
        said = {name: node.attributes[name] for name in _SAID[:3]}
        name, title, about = said.values()
        part = parsed(node.html, is_fragment=True)
        _unmark(part.root.css_first(_LEAF))
        _lead_up(part.root)
        # Under the heading of its page, where it stands in a fold two levels below that.
        for heading in part.root.css("h4"):
            heading.attrs["aria-level"] = "2"
        own = _ids(node)
        for link in part.root.css('a[href^="#"]'):
            id = link.attributes["href"][1:]
            if id not in own:
                link.attrs["href"] = f"../{home_of[id]}/#{id}" if id in home_of else f"../#{id}"
        page = parsed(self._html)
        _head(page, name, title, about)
        article = leaf_article(self._view, name, title, self._title, part.html, self._bar, self._safety)
        for each in parsed(article, is_fragment=True).root.iter(include_text=True):
            article_of(page).insert_child(each)
        return page.html


def _head(page: LexborHTMLParser, name: str, title: str, about: str) -> None:
    """What the head and the header say of a leaf, rather than of its page."""
    own = page.css_first("title")
    of_page = page.css_first('meta[property="og:title"]').attributes["content"]
    own.inner_html = str(escape(own.text().replace(of_page, title, 1)))
    for selector, words in (
        ('meta[property="og:title"]', title),
        ('meta[name="description"], meta[property="og:description"]', about),
    ):
        for meta in page.css(selector):
            meta.attrs["content"] = words
    for selector, attribute in (
        ("link[rel=canonical], link[hreflang], a[hreflang]", "href"),
        ('meta[property="og:url"]', "content"),
    ):
        for each in page.css(selector):
            each.attrs[attribute] = f"{each.attributes[attribute]}{name}/"
    for skip in page.css(".md-skip"):
        skip.attrs["href"] = f"#{name}"
    for topic in page.css('[data-md-component="header-topic"] .md-ellipsis'):
        topic.inner_html = str(escape(title))


def _put_in_place(node: LexborNode, view: View) -> None:
    name = node.attributes["data-leaf"]
    folds = [(fold.attributes["id"], fold.css_first("summary").inner_html) for fold in node.css("details[id]")]
    spans = [span.attributes["id"] for span in node.css("span[id]")]
    place = leaf_place(view, name=name, said=node.attributes.get("data-leaf-link"), folds=folds, ids=spans)
    for each in parsed(place, is_fragment=True).root.iter():
        node.replace_with(each)


def _lead_up(part: LexborNode) -> None:
    """Make relative links lead to the same place from one folder further down. Those of macros are not relative as yet:
    the view of the leaf fills them in."""
    for attribute in _ADDRESSES:
        for node in part.css(f"[{attribute}]"):
            address = node.attributes[attribute]
            if address and _RELATIVE.match(address):
                node.attrs[attribute] = f"../{address}"
    for meta in part.css('meta[name="guide-root"], meta[name="guide-home"]'):
        meta.attrs["content"] = f"../{meta.attributes['content']}"


def _unmark(node: LexborNode) -> None:
    for name in _SAID:
        if name in node.attributes:
            del node.attrs[name]


def _ids(node: LexborNode) -> set[str]:
    return {each.attributes["id"] for each in node.css("[id]")}
