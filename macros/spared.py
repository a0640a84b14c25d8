"""What MkDocs is spared, which costs much and changes nothing: a plugin beside that for macros.

It would read all HTML of macros twice, for ids and for its end, only to leave it as it is: through Markdown goes
something small in its place, and MkDocs is told the ids. The search would read all that it is to leave out. And the
same templates would be compiled for each language and at each build.
"""

import re
from typing import Any

import jinja2
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.pages import Page

from .publish.finished import OF_NO_INDEX, parsed
from .render.compiled import keep_compiled

# From a heading it goes on to the next one.
_LEFT_OUT = f"[{OF_NO_INDEX}]:not(h1, h2, h3, h4, h5, h6)"
# What only acts, where a reader is on the page, says nothing of it.
_ACTS = "button, summary.opener"
# What stands on lines of its own, or before others, without a space in its HTML.
_APART = "dt, dd, th, td, p > b:first-child, summary, label, h4, h5, h6, p, div, section, .compare-line"
_ID = re.compile(r' id="([^"]*)"')
_STAND_IN = re.compile(r'<div data-stands-for="(\d+)"></div>')


class Spared:
    """For the pages of one language, which are built one after the other."""

    def __init__(self) -> None:
        self._made: list[str] = []
        self._whole = ""

    def stand_in(self, made: str) -> str:
        """What goes through Markdown instead of a macro's HTML."""
        if not made.startswith("<"):
            return made
        html = made.rstrip()
        self._made.append(html)
        return f'<div data-stands-for="{len(self._made) - 1}"></div>{made[len(html) :]}'

    def on_page_content(self, html: str, page: Page, **_: Any) -> str:
        """Put each macro's HTML back, and say to which ids in it links may lead."""

        def made(found: re.Match) -> str:
            html = self._made[int(found[1])]
            page.present_anchor_ids.update(_ID.findall(html))
            return html

        return _STAND_IN.sub(made, html)

    def on_env(self, env: jinja2.Environment, **_: Any) -> None:
        keep_compiled(env)

    @event_priority(100)
    def _before_the_search(self, context: dict, page: Page, **_: Any) -> None:
        self._whole = page.content
        tree = parsed(page.content, is_fragment=True)
        # One after the other: a button that has gone with what it was in must not be asked for again.
        for left_out in (_LEFT_OUT, _ACTS):
            for part in tree.css(left_out):
                part.decompose()
        for part in tree.css(_APART):
            part.insert_after(" ")
        page.content = tree.html

    @event_priority(-100)
    def _after_the_search(self, context: dict, page: Page, **_: Any) -> None:
        page.content = self._whole

    on_page_context = CombinedEvent(_before_the_search, _after_the_search)
