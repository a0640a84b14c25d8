"""Link each term of the glossary from its first use on a page.

Linked is what is read as prose. Left alone is whatever is a heading, a name, a link or a control already, is copied
or read out as it stands, or says things in official words.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

_ELEMENTS = {
    *("a", "blockquote", "button", "code", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "label", "option", "pre"),
    *("script", "style", "summary", "svg", "template", "textarea", "th"),
}
_CLASSES = {
    "danger",
    "glossary",
    "letter",
    "letters",
    "my-case-page",
    "paper-kit",
    "providers",
    "regions",
    "search-home",
    "sources",
    "groups",
}


def link_terms(
    tree: LexborHTMLParser, article: LexborNode, terms: Mapping[str, str], href: Callable[[str], str]
) -> None:
    """Link the first use of each term in the prose of `article`, which is part of `tree`.

    `terms` gives the term's id for each spelling of it, `href` the address for an id. The longest spelling wins, so
    that a term within a longer one is left alone. Latin letters are matched as whole words, in any case, with or
    without a plural “s”.
    """
    by_spelling = {spelling.casefold(): id for spelling, id in terms.items()}
    pattern = _pattern(by_spelling)
    linked = set()

    def first_uses(words: str) -> Iterator[tuple[re.Match, str]]:
        for found in pattern.finditer(words):
            spelling = found[0].casefold()
            id = by_spelling.get(spelling) or by_spelling[spelling.removesuffix("s")]
            if id not in linked:
                linked.add(id)
                yield found, id

    for node in [*_prose(article)]:
        words, end = node.text_content, 0
        for found, id in first_uses(words):
            link = tree.create_node("a")
            link.attrs["class"] = "term term-alone" if _fills_cell(node, found) else "term"
            link.attrs["href"] = href(id)
            link.insert_child(found[0])
            if before := words[end : found.start()]:
                node.insert_before(before)
            node.insert_before(link)
            end = found.end()
        if end:
            node.replace_with(words[end:]) if words[end:] else node.remove()


def _fills_cell(node: LexborNode, found: re.Match) -> bool:
    """Whether what was found is all there is in its cell of a table."""
    return node.parent.tag == "td" and not node.prev and not node.next and found.string.strip() == found[0]


def _pattern(spellings: Iterable[str]) -> re.Pattern:
    """What finds any of them, the longest first. Only where one's first letter stands are those tried that begin so."""
    by_first: dict[str, list[str]] = {}
    for spelling in sorted(spellings, key=len, reverse=True):
        by_first.setdefault(re.escape(spelling[0]), []).append(_as_word(spelling))
    tried = "|".join(f"(?={first})(?:{'|'.join(words)})" for first, words in by_first.items())
    return re.compile(f"(?=[{''.join(by_first)}])(?:{tried})" if by_first else r"(?!)", re.IGNORECASE)


def _as_word(spelling: str) -> str:
    before = r"(?<![A-Za-z0-9-])" if spelling[0].isascii() else ""
    after = r"s?(?![A-Za-z0-9-])" if spelling[-1].isascii() else ""
    return before + re.escape(spelling) + after


def _prose(element: LexborNode) -> Iterator[LexborNode]:
    """The texts of an element that are prose, in order."""
    for node in element.iter(include_text=True):
        if node.is_text_node:
            yield node
        elif not _is_closed(node):
            yield from _prose(node)


def _is_closed(element: LexborNode) -> bool:
    classes = element.attributes.get("class")
    return element.tag in _ELEMENTS or bool(classes and not _CLASSES.isdisjoint(classes.split()))
