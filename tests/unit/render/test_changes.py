"""What was corrected or has changed, as the page lists it and as other pages name it."""

import json

import pytest

from macros.checks.load import parse
from macros.model.guide import Guide
from macros.render.changes import change_list, change_note, changes_on
from tests.unit.conftest import GUIDE, edit
from tests.unit.render.looked_at import read_out, soup, view

HOME, FORM = "home-three-months", "new-form"
PAGES = ("where", "providers", "letters", "issues/lost", "issues/slow")


def on(guide: Guide, page: str) -> list[str]:
    return [change.id for change in changes_on(guide, page)]


def concerning(what: str) -> Guide:
    """The small guide, its second entry about something else."""
    reading = parse(edit(GUIDE, ("concerns: {letters: [first]}", f"concerns: {what}")), "guide.yml")
    assert reading.guide, reading.faults
    return reading.guide


def test_the_page_lists_the_newest_first_each_at_its_own_address(small: Guide) -> None:
    page = soup(change_list(view(small)))

    assert [heading["id"] for heading in page.find_all("h2")] == [HOME, FORM]
    first, second = page.select(".change")
    assert read_out(first.select_one(".change-kind")) == (
        "Corrected · stood from 22 November 2026, mended on 26 November 2026"
    )
    assert [read_out(part) for part in first.select("dd")] == ["No limit", "Within three months", "Whoever sues"]
    assert first.select_one(".change-concerns a")["href"] == "../../where/#home"
    assert "read on 25 November 2026" in read_out(first)
    assert second.select_one(".change-concerns a")["href"] == "../../letters/#first"


def test_a_change_of_a_region_is_named_where_its_rules_stand(small: Guide) -> None:
    assert on(small, "where") == [HOME]
    assert on(small, "providers") == []
    assert on(small, "letters") == [HOME, FORM]
    assert on(small, "issues/lost") == [HOME, FORM]


@pytest.mark.parametrize(
    ("what", "pages"),
    [
        ("{issues: [lost]}", ["issues/lost"]),
        ("{letters: [first]}", ["letters", "issues/lost"]),
        ("{wallets: [purse]}\n    sources: [{source: law, checked: 2026-11-25}]",
         ["providers", "letters", "issues/lost", "issues/slow"]),
    ],
    ids=["an issue", "a letter", "a wallet"],
)  # fmt: skip
def test_other_changes_are_named_on_the_pages_that_they_are_about(what: str, pages: list[str]) -> None:
    guide = concerning(what)

    assert [
        page for page in ("where", "providers", "letters", "issues/lost", "issues/slow") if FORM in on(guide, page)
    ] == pages


@pytest.mark.parametrize("page", ["index", "about", "about/changes", "case", "glossary", "paper/lost"])
def test_other_pages_note_no_visit(small: Guide, page: str) -> None:
    assert change_note(view(small), page) == ""


def test_a_page_says_whom_each_change_is_about_and_leads_to_the_list(small: Guide) -> None:
    note = soup(change_note(view(small), "issues/lost")).find("change-note")
    first, second = json.loads(note["data-changes"])

    assert note.has_attr("hidden")
    assert note["data-page"] == "lost"
    assert not note.has_attr("data-lists")
    assert (first["id"], first["day"], first["kind"], first["title"]) == (HOME, "2026-11-26", "mended", "Three months")
    assert first["of"] == ["region:home", "wallet:purse", "wallet:pouch"], "their wallets are of this region alone"
    assert second["of"] == []
    assert {link["href"] for link in note.find_all("a")} == {"../../about/changes/"}


def test_a_page_that_lists_all_says_of_what(small: Guide) -> None:
    lists = {page: soup(change_note(view(small), page)).find("change-note").get("data-lists")
             for page in ("where", "providers", "letters")}  # fmt: skip

    assert lists == {"where": "region", "providers": "wallet", "letters": None}
