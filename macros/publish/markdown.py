"""HTML as Markdown, for what stands in our pages and no other HTML.

Each element is one of the functions below, which takes it and what its contents have become. One that has none gives
its contents as they are; one of our own elements is a block. White space is kept where a browser would show it.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urljoin

from markupsafe import escape
from selectolax.lexbor import LexborNode

from .finished import parsed

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

_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_ON_ONE_LINE = {*_HEADINGS, "td", "th"}
_BLOCKS = {
    *("article", "blockquote", "dd", "div", "dl", "dt", "li", "ol", "p", "pre", "section", "ul"),
    *("table", "tbody", "td", "tfoot", "th", "thead", "tr"),
    *_HEADINGS,
}
_SPACE = " \t\r\n"
_LINE_BREAK = re.compile(r"[\t \r\n]*[\r\n][\t \r\n]*")
_GAP = re.compile(r"[\t ]+")
_LONG_GAP = re.compile(r"[\n\r\t]|  ")
_ANY_GAP = re.compile(r"[\t \r\n]+")
_LINE = re.compile(r"^(.+)", re.MULTILINE)
_EMPTY_LINE = re.compile(r"^$", re.MULTILINE)


class _Element:
    """An element with what stands in it: other elements, and texts."""

    __slots__ = ("attributes", "classes", "contents", "name", "on_one_line", "parent")

    def __init__(
        self, name: str, attributes: Mapping[str, str | None], classes: Iterable[str], contents: list["_Element | str"]
    ):
        self.name, self.attributes, self.classes, self.contents = name, attributes, classes, contents
        # Known when the elements around it are converted.
        self.parent: _Element | None = None
        self.on_one_line = False

    def within(self, name: str) -> "_Element | None":
        """The closest element of that name around this one."""
        parent = self.parent
        while parent and parent.name != name:
            parent = parent.parent
        return parent

    def holds(self, names: Iterable[str]) -> bool:
        return any(each.name in names or each.holds(names) for each in self.elements())

    def elements(self, name: str | None = None) -> list["_Element"]:
        return [each for each in self.contents if isinstance(each, _Element) and name in (None, each.name)]


def as_markdown(article: str, address: str, notes: tuple[str, ...] = ()) -> str:
    """An article's HTML as Markdown, with `notes` under its title and links led on from `address`."""
    if notes:
        items = "".join(f"<li>{escape(note)}</li>" for note in notes)
        article = article.replace("</h1>", f"</h1><ul>{items}</ul>", 1)
    contents: list[_Element | str] = []
    _take_over(parsed(article, is_fragment=True).root, address, False, contents)
    return re.sub(r"\n{3,}", "\n\n", _converted(_Element("", {}, (), contents))).strip() + "\n"


# From the page ---------------------------------------------------------------------------------


def _take_over(element: LexborNode, address: str, breaks: bool, contents: list[_Element | str]) -> None:
    """Add to `contents` what stands in an element; with `breaks` its lines end where they are written to end.

    Links to the glossary are left out, which would stand in every other sentence; the addresses of others are whole.
    """
    for node in element.iter(include_text=True):
        if node.is_text_node:
            contents.extend(_lines(node.text_content) if breaks else (node.text_content,))
            continue
        if not node.is_element_node:
            continue
        name, attributes = node.tag, node.attributes
        classes = (attributes.get("class") or "").split()
        if _is_left_out(name, attributes, classes):
            continue
        if name == "a":
            if "term" in classes:
                _take_over(node, address, breaks, contents)
                continue
            if "href" in attributes:
                attributes["href"] = urljoin(address, attributes["href"])
        own: list[_Element | str] = []
        _take_over(node, address, breaks or "letter-line" in classes, own)
        contents.append(_Element("div" if "-" in name else name, attributes, classes, own))


def _lines(text: str) -> list[_Element | str]:
    """A text of a letter, whose lines end where they are written to end, unlike those of HTML."""
    first, *others = text.split("\n")
    return [first, *(part for other in others for part in (_Element("br", {}, (), []), other))]


def _is_left_out(name: str, attributes: Mapping[str, str | None], classes: list[str]) -> bool:
    return (
        name in _LEFT_OUT
        or (name == "input" and attributes["type"] != "checkbox")
        or not attributes.keys().isdisjoint(_FOR_SCRIPTS)
        or attributes.get("role") == "status"
        or any(name in _LEFT_OUT_CLASSES for name in classes)
    )


# To Markdown -----------------------------------------------------------------------------------


def _converted(element: _Element) -> str:
    on_one_line = element.on_one_line or element.name in _ON_ONE_LINE
    is_edge = element.name in _BLOCKS and element.name != "pre"
    texts, before = [], None
    for each, after in zip(element.contents, [*element.contents[1:], None], strict=False):
        if isinstance(each, _Element):
            each.parent, each.on_one_line = element, on_one_line
            text = _converted(each)
        else:
            text = _text(each, _ends_space(before, is_edge), _ends_space(after, is_edge))
        if text:
            texts.append(text)
        before = each
    convert = _CONVERTERS.get(element.name)
    return convert(element, _joined(texts)) if convert else _joined(texts)


def _text(text: str, at_start: bool, at_end: bool) -> str:
    if (at_start or at_end) and text.isspace():
        return ""
    if _LONG_GAP.search(text):
        text = _GAP.sub(" ", _LINE_BREAK.sub("\n", text))
    text = text.lstrip(_SPACE) if at_start else text
    return text.rstrip() if at_end else text


def _ends_space(beside: _Element | str | None, is_edge: bool) -> bool:
    """Whether white space next to that means nothing; `is_edge` says so for an end of the contents."""
    return beside.name in _BLOCKS if isinstance(beside, _Element) else is_edge and not beside


def _joined(texts: list[str]) -> str:
    """The texts with an empty line at most where both of two have some."""
    joined, gap = [], 0
    for text in texts:
        if gap and text[0] == "\n":
            rest = text.lstrip("\n")
            joined[-1] = joined[-1].rstrip("\n") + "\n" * min(2, max(gap, len(text) - len(rest)))
            text = rest
        joined.append(text)
        gap = len(text) - len(text.rstrip("\n")) if text.strip("\n") else 0
    return "".join(joined)


def _marked(mark: str, text: str) -> str:
    """A text between two marks, with the spaces at its ends outside them."""
    words = text.strip()
    return f"{' ' * text.startswith(' ')}{mark}{words}{mark}{' ' * text.endswith(' ')}" if words else ""


def _bold(text: str) -> str:
    words, ending = _BOLD.match(text.strip()).groups()
    return f"{_marked('**', words)}{ending}"


def _block(element: _Element, text: str) -> str:
    text = text.strip()
    if element.on_one_line:
        return f" {text} "
    return f"\n\n{text}\n\n" if text else ""


def _paragraph(element: _Element, text: str) -> str:
    if not _LABELS.isdisjoint(element.classes):
        text = _bold(text)
    elif "letter-note" in element.classes:
        text = _marked("*", text)
    return _block(element, text)


def _division(element: _Element, text: str) -> str:
    return (_quotation if "letter-paper" in element.classes else _block)(element, text)


def _quotation(element: _Element, text: str) -> str:
    text = text.strip(_SPACE)
    if element.on_one_line:
        return f" {text} "
    quoted = _EMPTY_LINE.sub(">", _LINE.sub(r"> \1", text))
    return f"\n{quoted}\n\n"


def _heading(element: _Element, text: str) -> str:
    return f"\n\n{_HEADINGS[element.name]} {_ANY_GAP.sub(' ', text.strip())}\n\n"


def _link(element: _Element, text: str) -> str:
    words, address = text.strip(), element.attributes.get("href")
    if not words or not address:
        return text if words else ""
    if words == address:
        return f"<{address}>"
    return f"{' ' * text.startswith(' ')}[{words}]({address}){' ' * text.endswith(' ')}"


def _list(element: _Element, text: str) -> str:
    if element.within("li"):
        return f"\n{text.rstrip()}"
    rest = element.parent.contents[element.parent.contents.index(element) + 1 :]
    after = next((each for each in rest if isinstance(each, _Element) or each.strip()), None)
    is_apart = after and not (isinstance(after, _Element) and after.name in ("ol", "ul"))
    return f"\n\n{text}\n" if is_apart else f"\n\n{text}"


def _item(element: _Element, text: str) -> str:
    """Items of several paragraphs stand apart, as not every reader of Markdown ends the last one by itself."""
    text = text.strip()
    if not text:
        return "\n"
    bullet = "- "
    if element.parent.name == "ol" and not text.startswith("[ ]"):
        number = int(element.parent.attributes.get("start") or 1) + element.parent.elements("li").index(element)
        bullet = f"{number}. "
    item = bullet + _LINE.sub(rf"{' ' * len(bullet)}\1", text)[len(bullet) :] + "\n"
    return f"{item}\n" if "\n\n" in item else item


def _summary(element: _Element, text: str) -> str:
    return f"\n\n{text.strip() if element.holds(('h2', 'h3', 'h4')) else _bold(text)}\n\n"


def _meaning(element: _Element, text: str) -> str:
    """A meaning follows its term on the line; what has paragraphs of its own follows below."""
    return f"\n\n{text.strip()}\n\n" if element.holds(("p", "ol", "ul", "div", "section")) else f" {text.strip()}\n\n"


def _span(element: _Element, text: str) -> str:
    if "tick-need" in element.classes:
        return _marked("*", text)
    spans = element.parent.elements("span")
    return f"{text}<br>" if "compare-line" in element.classes and spans[-1] is not element else text


def _cell(_: _Element, text: str) -> str:
    return f" {text.strip()} |".replace("\n", " ")


def _row(element: _Element, text: str) -> str:
    """Markdown has no table without a head: one that has none gets an empty one."""
    part = element.parent
    is_first = part.elements("tr")[0] is element
    cells = len(element.elements())
    rule = f"|{' --- |' * cells}\n"
    if is_first and (part.name == "thead" or len(element.elements("th")) == cells):
        return f"|{text}\n{rule}"
    table = element.within("table")
    if is_first and not (part.name == "tbody" and table and table.elements("thead")):
        return f"|{'  |' * cells}\n{rule}|{text}\n"
    return f"|{text}\n"


_CONVERTERS: dict[str, Callable[[_Element, str], Any]] = {
    **dict.fromkeys(_HEADINGS, _heading),
    **dict.fromkeys(("article", "dl"), _block),
    **dict.fromkeys(("b", "strong"), lambda _, text: _bold(text)),
    **dict.fromkeys(("div", "section"), _division),
    **dict.fromkeys(("em", "i"), lambda _, text: _marked("*", text)),
    **dict.fromkeys(("ol", "ul"), _list),
    **dict.fromkeys(("td", "th"), _cell),
    **dict.fromkeys(("figcaption", "table"), lambda _, text: f"\n\n{text.strip()}\n\n"),
    "a": _link,
    "blockquote": _quotation,
    "br": lambda element, _: " " if element.on_one_line else "  \n",
    "code": lambda _, text: _marked("`", text),
    "dd": _meaning,
    "dt": lambda _, text: f"\n\n{_bold(text)}",
    "hr": lambda *_: "\n\n---\n\n",
    "img": lambda element, _: element.attributes.get("alt") or "",
    "input": lambda *_: "[ ] ",
    "li": _item,
    "p": _paragraph,
    "pre": lambda _, text: f"\n\n```\n{text.strip()}\n```\n\n",
    "span": _span,
    "summary": _summary,
    "tr": _row,
}
