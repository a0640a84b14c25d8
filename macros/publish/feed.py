"""What was corrected and what has changed, as an Atom feed (RFC 4287), one for each language.

Nothing in it depends on where the site stands but the links, which are left out where that is not known: the ids of
the feed and its entries are permanent, so that a reader who moves with the guide is told nothing twice.
"""

from datetime import date

from ..model.guide import Guide
from ..model.languages import Language, folder_of
from ..render.changes import FEED, PAGE
from ..render.view import View, html
from .finished import on_the_web

# Never to be changed. Nobody can own a name under `.example` (RFC 2606), so no move of the guide takes it from us.
AUTHORITY = "wallet-complaint-guide.example,2026"


def feed(guide: Guide, language: Language, address: str, directories: bool = True) -> str:
    """The feed of a language; `address` is where the site stands, ending in a slash."""
    home = f"{address}{folder_of(language)}"
    view = View(guide, language, home, address, directories)
    return html(
        view,
        "changes/feed.xml",
        changes=guide.changes,
        tag=lambda name: f"tag:{AUTHORITY}:{language}:{name}",
        moment=_moment,
        here=f"{home}{FEED}" if on_the_web(address) else "",
        page=view.page_link(PAGE),
    )


def _moment(day: date) -> str:
    """A day as Atom writes times: its beginning, for nobody notes the hour of a change."""
    return f"{day.isoformat()}T00:00:00Z"
