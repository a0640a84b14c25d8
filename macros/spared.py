"""What MkDocs is spared, which costs much and changes nothing: a plugin beside that for macros.

It would read all HTML of macros twice, for ids and for its end, only to leave it as it is: through Markdown goes
something small in its place, and MkDocs is told the ids. And it would compile the same templates for each language
and at each build.
"""

import re
from typing import Any

import jinja2
from mkdocs.structure.pages import Page

from .render.compiled import keep_compiled

_ID = re.compile(r' id="([^"]*)"')
_STAND_IN = re.compile(r'<div data-stands-for="(\d+)"></div>')


class Spared:
    """For the pages of one language, which are built one after the other."""

    def __init__(self) -> None:
        self._made: list[str] = []

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
