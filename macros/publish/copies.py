"""A copy of each page in plain Markdown, and `llms.txt`, which lists them: for machines, and for people who want text.

A page whose head names a copy (`overrides/main.html`) gets one beside it. It holds what stands in
the page's article and is read without JavaScript. `llms.txt` has the form that llmstxt.org proposes: a title, a
summary, notes, then links in groups.
"""

from ..model.guide import Guide
from ..model.languages import EDITIONS, Language
from ..render.text import fill, oldest_reading, said_day
from .finished import Page
from .markdown import as_markdown


def page_copy(page: Page, guide: Guide, language: Language, article: str) -> str:
    """The copy of a page, from its article's HTML."""
    words = guide.words.machines
    notes = [fill(words.address[language], address=page.address)]
    if oldest := oldest_reading(guide, language, article):
        notes.append(fill(words.oldest[language], date=said_day(oldest, language)))
    return as_markdown(article, page.address, tuple(notes))


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
