"""A copy of each page in plain Markdown, and `llms.txt`, which lists them: for machines, and for people who want text.

A page whose head names a copy (`overrides/main.html`) gets one beside it. It holds what stands in
the page's article and is read without JavaScript. `llms.txt` has the form that llmstxt.org proposes: a title, a
summary, notes, then links in groups.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import markdownify
from bs4 import NavigableString, Tag
from markdownify import ATX, MarkdownConverter
from markupsafe import escape
from selectolax.lexbor import LexborNode

from ..model.guide import Guide
from ..model.languages import EDITIONS, Language
from ..render.text import fill, oldest_check, said_day
from .cache import Cache
from .finished import Page, parsed

# Controls, what JavaScript shows, what only opens a fold, and what is said of the page and not by it.
_LEFT_OUT = {"button", "case-bar", "case-notice", "script", "select", "style", "svg", "template", "textarea"}
_LEFT_OUT_CLASSES = {"opener", "page-end"}
_FOR_SCRIPTS = {"hidden", "data-awaits-script"}
# What looks like a heading on the page and is none.
_LABELS = {
    "body-name",
    "clock-what",
    "danger-title",
    "entity-name",
    "letter-version",
    "safety-title",
    "short-answer-label",
}
# CommonMark takes no bold that ends in a full stop with a letter right behind it, and Chinese has no space there.
_BOLD = re.compile(r"^(.*?)([，。；：？！,.;:?!]*)$", re.DOTALL)


def copies_kept_in(folder: Path) -> Cache:
    """Where copies are kept from one build to the next; they change with this module and with what converts them."""
    return Cache(folder, [Path(__file__), Path(markdownify.__file__)])


def page_copy(page: Page, guide: Guide, language: Language, article: str, cache: Cache) -> str:
    """The copy of a page, from its article's HTML."""
    words = guide.words.machines
    notes = [fill(words.address[language], address=page.address)]
    if oldest := oldest_check(guide, language, article):
        notes.append(fill(words.oldest[language], date=said_day(oldest, language)))
    return cache.text(as_markdown, article, page.address, tuple(notes))


def as_markdown(article: str, address: str, notes: tuple[str, ...] = ()) -> str:
    """An article's HTML as Markdown, with `notes` under its title and links led on from `address`."""
    if notes:
        items = "".join(f"<li>{escape(note)}</li>" for note in notes)
        article = article.replace("</h1>", f"</h1><ul>{items}</ul>", 1)
    soup = _Tag("[document]", {}, [*_taken_over(parsed(article, is_fragment=True).root, address)])
    converter = _Markdown(heading_style=ATX, bullets="-", escape_asterisks=False, escape_underscores=False)
    return re.sub(r"\n{3,}", "\n\n", converter.convert_soup(soup)).strip() + "\n"


def llms_txt(
    guide: Guide, language: Language, pages: dict[str, Page], root_url: str, others: dict[Language, str]
) -> str:
    """The text of `llms.txt` in one language.

    `others` gives the address of the same file in each other language. KeyError if a group names a page not in `pages`.
    """
    words = guide.words.machines
    *first, last = guide.page_groups
    named = {name for group in guide.page_groups for name in group.pages}
    members = [*(group.pages for group in first), (*last.pages, *(name for name in pages if name not in named))]
    groups = [
        (
            group.title[language],
            [f"[{page.title}]({page.copy}): {page.description}" for page in map(pages.__getitem__, names)],
        )
        for group, names in zip(guide.page_groups, members, strict=True)
    ]
    data = [
        f"[guide.json]({root_url}guide.json): {words.data_json[language]}",
        f"[guide.schema.json]({root_url}guide.schema.json): {words.data_schema[language]}",
    ]
    translated = [
        f"[{guide.words.guide[other]}]({address}): {EDITIONS[other].name}" for other, address in others.items()
    ]
    return "\n".join(
        [
            f"# {guide.words.guide[language]}\n\n> {words.summary[language]}\n",
            *(f"- {note[language]}" for note in words.notes),
            *(
                f"\n## {title}\n\n" + "\n".join(f"- {link}" for link in links)
                for title, links in [*groups, (words.data[language], data), (words.others[language], translated)]
            ),
            "",
        ]
    )


class _Text(NavigableString):
    """A text for the converter. Like `_Tag` it knows its parent and neighbours alone, and no order of the document:
    keeping that up to date is most of what Beautiful Soup does for a tree that is made bit by bit."""

    parent = previous_sibling = next_sibling = None

    def __new__(cls, text: str) -> "_Text":
        return str.__new__(cls, text)


class _Tag(Tag):
    """An element for the converter, with all that it asks an element for."""

    parent = previous_sibling = next_sibling = prefix = None

    def __init__(self, name: str, attributes: dict[str, Any], contents: list["_Tag | _Text"]):
        self.name, self.attrs, self.contents = name, attributes, contents
        before = None
        for child in contents:
            child.parent, child.previous_sibling = self, before
            if before is not None:
                before.next_sibling = child
            before = child

    @property
    def descendants(self) -> Iterator["_Tag | _Text"]:
        for child in self.contents:
            yield child
            if isinstance(child, _Tag):
                yield from child.descendants

    def find(self, names: tuple[str, ...]) -> "_Tag | None":
        return next((each for each in self.descendants if each.name in names), None)

    def find_parent(self, name: str) -> "_Tag | None":
        parent = self.parent
        while parent is not None and parent.name != name:
            parent = parent.parent
        return parent


def _taken_over(element: LexborNode, address: str, breaks: bool = False) -> Iterator[_Tag | _Text]:
    """What stands in an element, as the converter takes it; with `breaks` its lines end where they are written to end.

    Links to the glossary are left out, which would stand in every other sentence; the addresses of others are whole.
    """
    for node in element.iter(include_text=True):
        attributes = node.attributes if node.is_element_node else {}
        classes = (attributes.get("class") or "").split()
        if node.is_text_node:
            yield from _lines(node.text_content) if breaks else [_Text(node.text_content)]
        elif not node.is_element_node or _is_left_out(node.tag, attributes, classes):
            continue
        elif node.tag == "a" and "term" in classes:
            yield from _taken_over(node, address, breaks)
        else:
            attributes["class"] = classes
            if node.tag == "a" and "href" in attributes:
                attributes["href"] = urljoin(address, attributes["href"])
            contents = [*_taken_over(node, address, breaks or "letter-line" in classes)]
            yield _Tag("div" if "-" in node.tag else node.tag, attributes, contents)


def _lines(text: str) -> Iterator[_Tag | _Text]:
    """A text of a letter, whose lines end where they are written to end, unlike those of HTML."""
    first, *others = text.split("\n")
    yield _Text(first)
    for other in others:
        yield from (_Tag("br", {}, []), _Text(other))


def _is_left_out(name: str, attributes: Mapping[str, str | None], classes: list[str]) -> bool:
    return (
        name in _LEFT_OUT
        or (name == "input" and attributes["type"] != "checkbox")
        or not _FOR_SCRIPTS.isdisjoint(attributes)
        or attributes.get("role") == "status"
        or not _LEFT_OUT_CLASSES.isdisjoint(classes)
    )


class _Markdown(MarkdownConverter):
    """What this guide's HTML means, where markdownify cannot know it."""

    def convert_input(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return "[ ] "

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Items of several paragraphs stand apart, as not every reader of Markdown ends the last one by itself."""
        item = super().convert_li(el, text, parent_tags)
        return f"{item}\n" if "\n\n" in item else item

    def convert_b(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        words, mark = _BOLD.match(text.strip()).groups()
        return f"{super().convert_b(el, words, parent_tags)}{mark}"

    convert_strong = convert_b

    def convert_p(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        classes = set(el.get("class", ()))
        if classes & _LABELS:
            text = self.convert_b(el, text, parent_tags)
        elif "letter-note" in classes:
            text = self.convert_em(el, text, parent_tags)
        return super().convert_p(el, text, parent_tags)

    def convert_div(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        is_letter = "letter-paper" in el.get("class", ())
        return (self.convert_blockquote if is_letter else super().convert_div)(el, text, parent_tags)

    def convert_span(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        classes = el.get("class", ())
        if "tick-need" in classes:
            return self.convert_em(el, text, parent_tags)
        return f"{text}<br>" if "compare-line" in classes and el.find_next_sibling("span") else text

    def convert_summary(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        has_heading = el.find(("h2", "h3", "h4")) is not None
        return f"\n\n{text.strip() if has_heading else self.convert_b(el, text, parent_tags)}\n\n"

    def convert_dt(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n{self.convert_b(el, text, parent_tags)}"

    def convert_dd(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """A meaning follows its term on the line; what has paragraphs of its own follows below."""
        has_blocks = el.find(("p", "ol", "ul", "div")) is not None
        return f"\n\n{text.strip()}\n\n" if has_blocks else f" {text.strip()}\n\n"
