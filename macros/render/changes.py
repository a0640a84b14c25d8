"""What was wrong here or has changed: the page that lists it, and the line for readers who opened a page before."""

import json
from collections.abc import Iterable

from markupsafe import Markup

from ..model.changes import Change
from ..model.guide import Guide
from .view import View, html

PAGE = "about/changes"
"""The page that lists them."""
FEED = "changes.xml"
"""The feed of them, a file in the folder of each language."""
# The pages that say something of every region, or of every wallet.
LISTS = {"where": "region", "providers": "wallet"}
REGION = "where/"
"""The page of one, which says something of it and of its wallets to whoever opens it."""


def change_list(view: View) -> str:
    """Every entry, the newest first, each at an address of its own (`#<id>`)."""
    return html(view, "changes/change_list.html", changes=view.guide.changes, to=view.page_link)


def changes_feed(view: View) -> str:
    """The address of the feed of entries, for a link."""
    return f"{view.home}{FEED}"


def change_note(view: View, page: str) -> Markup:
    """The line on a page for those who opened it before something on it changed; empty where nothing ever can."""
    if not _may_change(view.guide, page):
        return Markup()
    changes = [
        {
            "id": change.id,
            "day": change.day.isoformat(),
            "kind": change.kind,
            "title": change.title[view.language],
            "of": [] if page.startswith(REGION) else _of(view.guide, change),
        }
        for change in changes_on(view.guide, page)
    ]
    return html(
        view,
        "changes/change_note.html",
        page=page.rpartition("/")[-1],
        lists=LISTS.get(page),
        changes=json.dumps(changes, ensure_ascii=False, separators=(",", ":")),
        all_changes=view.page_link(PAGE),
    )


def changes_on(guide: Guide, page: str) -> Iterable[Change]:
    """The entries that are about something on a page, the newest first."""
    return (change for change in guide.changes if _is_about(guide, change, page))


def _may_change(guide: Guide, page: str) -> bool:
    regions = (f"{REGION}{region.id}" for region in guide.regions)
    return page in (*LISTS, "letters", *regions, *(f"issues/{issue.id}" for issue in guide.issues))


def _is_about(guide: Guide, change: Change, page: str) -> bool:
    about = change.concerns
    if page in LISTS:
        return bool(about.regions if page == "where" else about.wallets)
    if page.startswith(REGION):
        region = page.removeprefix(REGION)
        wallets = {each.id for each in guide.providers if any(there.region == region for there in each.regions)}
        return region in about.regions or not wallets.isdisjoint(about.wallets)
    if not (about.issues or about.letters):
        return True  # The rules of a reader's own region, and the ways of their wallet, stand on all the others.
    if page == "letters":
        return bool(about.letters)
    issue = page.removeprefix("issues/")
    return issue in about.issues or not _letters_on(guide, issue).isdisjoint(about.letters)


def _of(guide: Guide, change: Change) -> list[str]:
    """What of, any of it, a reader has said to whom it is known to matter; empty for everybody.

    Who has a wallet of one region alone has said the region too.
    """
    about = change.concerns
    if about.wallets:
        return [f"wallet:{id}" for id in about.wallets]
    alone = [each for each in guide.providers if not each.asks_region and each.regions[0].region in about.regions]
    return [*(f"region:{id}" for id in about.regions), *(f"wallet:{each.id}" for each in alone)]


def _letters_on(guide: Guide, issue: str) -> set[str]:
    plans = guide.situations(issue)
    return {*guide.issue[issue].letters, *(letter for plan in plans for letter in plan.letters)}
