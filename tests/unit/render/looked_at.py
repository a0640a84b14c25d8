"""What the tests of macros share: the view they are rendered for, and how what came of it is read."""

import json
from typing import Any

from bs4 import BeautifulSoup, Tag

from macros.model.guide import Guide
from macros.model.languages import Language
from macros.render.letters import desk
from macros.render.view import View


def view(guide: Guide, language: Language = "en", **options: Any) -> View:
    """From the page of an issue."""
    return View(guide, language, home="../../", root="../../../", **{"zip": "guide.zip", **options})


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def shared(guide: Guide) -> dict:
    """What letters and the case share, in English."""
    return json.loads(desk(view(guide)))


def read_out(element: Tag | None) -> str:
    """What a reader reads of it, with single spaces."""
    return " ".join(element.get_text(" ").split())
