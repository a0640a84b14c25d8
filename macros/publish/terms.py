"""Link each term of the glossary from its first use on a page.

This works on a page as it stands after its macros: Markdown with HTML in it, in reading order. mkdocs-macros
offers a hook there (`on_post_page_macros`). A Markdown extension would be no simpler: Markdown stashes what macros
wrote as raw HTML, and does not know which page it is on. The finished HTML can be had only by reaching into MkDocs.
An engine that calls no hook shows the same words without the links.

Linked is what is read as prose. Left alone is whatever is a heading, a name, a link or a control already, is copied
or read out as it stands, or says things in official words.
"""

import re
from collections.abc import Callable, Iterator, Mapping

_ELEMENTS = {"a", "blockquote", "button", "code", "dt", "h1", "h2", "h3", "h4", "label", "pre", "summary", "th"}
_CLASSES = {
    "danger",
    "glossary",
    "letter",
    "letters",
    "my-case-page",
    "paper-kit",
    "providers",
    "regions",
    "sources",
    "triage",
}

_TOKEN = re.compile(
    r"""
    (?P<line> ^(?:\#|>).*$ | ^\|.*$(?=\n\|[\s:|-]+$) )              # a heading, a quotation, the head of a table
    | (?P<span> !?\[[^]\n<]*\]\([^)\n<]*\) | `[^`\n]*` | &\#?\w+; )  # a link, code, an entity
    | <(?P<end>/?)(?P<name>[a-z][\w-]*)(?P<attributes>[^>]*)>
    """,
    re.VERBOSE | re.MULTILINE,
)
_CLASS = re.compile(r'\bclass="([^"]*)"')


def link_terms(page: str, terms: Mapping[str, str], href: Callable[[str], str]) -> str:
    """`page` (Markdown with HTML) with the first use of each term in its prose linked.

    `terms` gives the term's id for each spelling of it, `href` the address for an id. The longest spelling wins, so
    that a term within a longer one is left alone. Latin letters are matched as whole words, in any case, with or
    without a plural “s”.
    """
    by_spelling = {spelling.casefold(): id for spelling, id in terms.items()}
    pattern = re.compile("|".join(map(_as_word, sorted(by_spelling, key=len, reverse=True))) or r"(?!)", re.IGNORECASE)
    linked = set()

    def link(found: re.Match) -> str:
        words = found[0].casefold()
        id = by_spelling.get(words) or by_spelling[words.removesuffix("s")]
        if id in linked:
            return found[0]
        linked.add(id)
        kind = "term term-alone" if _fills_cell(found) else "term"
        return f'<a class="{kind}" href="{href(id)}">{found[0]}</a>'

    return "".join(pattern.sub(link, text) if is_prose else text for text, is_prose in _cut(page))


def _fills_cell(found: re.Match) -> bool:
    """Whether what was found is all there is in its cell of a Markdown table."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    return before.rstrip(" ").endswith("|") and after.lstrip(" ").startswith("|")


def _as_word(spelling: str) -> str:
    before = r"(?<![A-Za-z0-9-])" if spelling[0].isascii() else ""
    after = r"s?(?![A-Za-z0-9-])" if spelling[-1].isascii() else ""
    return before + re.escape(spelling) + after


def _cut(page: str) -> Iterator[tuple[str, bool]]:
    """The page in pieces, in order, each with whether it is prose."""
    end, closed, depth = 0, None, 0
    for token in _TOKEN.finditer(page):
        yield page[end : token.start()], not depth
        yield token[0], False
        end = token.end()
        if depth:
            depth += (token["name"] == closed) * (-1 if token["end"] else 1)
        elif token["name"] and not token["end"] and _is_closed(token["name"], token["attributes"]):
            closed, depth = token["name"], 1
    yield page[end:], not depth


def _is_closed(name: str, attributes: str) -> bool:
    classes = _CLASS.search(attributes)
    return name in _ELEMENTS or bool(classes and not _CLASSES.isdisjoint(classes[1].split()))
