"""A copy of each page in plain Markdown, and `llms.txt`, which lists them: for machines, and for people who want text.

A page whose head names a copy (`overrides/main.html`) gets one at that address, beside it. It holds what stands in
the page's article and is read without JavaScript. `llms.txt` has the form that llmstxt.org proposes: a title, a
summary, notes, then links in groups.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag
from markdownify import ATX, MarkdownConverter
from markupsafe import escape

from ..model.guide import Guide
from ..model.languages import EDITIONS, Language
from ..render.text import fill, oldest_check, said_day

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


@dataclass(frozen=True)
class Page:
    """A page that has a copy: its name (`issues/slow-support`), what it is about, both addresses."""

    name: str
    title: str
    description: str
    address: str
    copy: str


def write_copies(site: Path, site_url: str, guide: Guide, language: Language) -> dict[str, Page]:
    """Write the copies of one language, and return its pages by name.

    `site` is the folder of that language's built pages, and of no other's; `site_url` its address, ending in a slash.
    """
    pages = {}
    for path in sorted(site.rglob("*.html")):
        html = path.read_text("utf-8")
        article = html[html.find("<article") : html.find("</article>")]
        page = _page(html[: html.find("</head>")], site_url)
        if page:
            notes = tuple(_notes(page, guide, language, article))
            path.with_suffix(".md").write_text(as_markdown(article, page.address, notes), "utf-8")
            pages[page.name] = page
    return pages


@lru_cache(maxsize=128)
def as_markdown(article: str, address: str, notes: tuple[str, ...] = ()) -> str:
    """An article's HTML as Markdown, with `notes` under its title and links led on from `address`.

    Kept in memory, so that `make serve` works anew only on what has changed.
    """
    soup = BeautifulSoup(article, "html.parser")
    for element in soup.find_all(True):
        if _is_left_out(element):
            element.extract()
        elif element.name == "a" and "href" in element.attrs:
            _lead_on(element, address)
        elif "letter-line" in element.get("class", ()):
            _break_lines(element)
        elif "-" in element.name:
            element.name = "div"
    if notes:
        items = "".join(f"<li>{escape(note)}</li>" for note in notes)
        soup.h1.insert_after(BeautifulSoup(f"<ul>{items}</ul>", "html.parser"))
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


def _page(head: str, site_url: str) -> Page | None:
    soup = BeautifulSoup(head, "html.parser")
    link = soup.find("link", type="text/markdown")
    if not link:
        return None
    name = re.sub(r"(^|/)index$", "", link["href"].removeprefix(site_url).removesuffix(".md"))
    return Page(
        name=name or "index",
        title=soup.find("meta", property="og:title")["content"],
        description=soup.find("meta", attrs={"name": "description"})["content"],
        address=soup.find("link", rel="canonical")["href"],
        copy=link["href"],
    )


def _notes(page: Page, guide: Guide, language: Language, article: str) -> Iterator[str]:
    words = guide.words.machines
    yield fill(words.address[language], address=page.address)
    if oldest := oldest_check(guide, language, article):
        yield fill(words.oldest[language], date=said_day(oldest, language))


def _is_left_out(element: Tag) -> bool:
    return (
        element.name in _LEFT_OUT
        or (element.name == "input" and element["type"] != "checkbox")
        or not _FOR_SCRIPTS.isdisjoint(element.attrs)
        or element.get("role") == "status"
        or not _LEFT_OUT_CLASSES.isdisjoint(element.get("class", ()))
    )


def _lead_on(link: Tag, address: str) -> None:
    """Make a link's address whole; leave out those to the glossary, which would stand in every other sentence."""
    if "term" in link.get("class", ()):
        link.unwrap()
    else:
        link["href"] = urljoin(address, link["href"])


def _break_lines(line: Tag) -> None:
    """A letter's lines end where they are written to end, unlike those of HTML."""
    for text in line.find_all(string=lambda text: "\n" in text):
        first, *others = text.split("\n")
        text.replace_with(first, *(part for other in others for part in (Tag(name="br"), other)))


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
