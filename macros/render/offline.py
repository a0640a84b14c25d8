"""A copy of the guide in a folder: how to get one, and what it says of itself."""

from datetime import date

from ..model.guide import Guide
from ..model.languages import Language
from .view import View, html


def folder_note(view: View, built: date, living: str | None) -> str:
    """What stands at the top of a page that is opened from a folder; `living` is its address on the living guide."""
    return html(view, "offline/folder_note.html", said=view.guide.words.folder, built=built, living=living)


def folder_start(guide: Guide, homes: dict[Language, str], living: dict[Language, str | None], opener: str) -> str:
    """The file of a folder to double-click, for all languages: leads to the first by a script, to all by links."""
    view = View(guide, next(iter(homes)), home="./", root="./", directories=False)
    said = guide.words.folder
    return html(view, "offline/folder_start.html", said=said, homes=homes, living=living, opener=opener)


def take_along(view: View) -> str:
    """The guide in a zip, where the site has one."""
    return html(view, "offline/take_along.html", address=view.zip and view.root + view.zip)
