"""The line on a page that a reader opened before something on it was corrected: said only where that is known."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.model.changes import Change
from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.conftest import NewContext, start
from tests.browser.page.test_access import AXE, AXE_OPTIONS

PREFIX = "wallet-complaint-guide@/:v1:"
ISSUE = "account-security"
PATHS = {
    "where": "where/",
    "us": "where/us/",
    "providers": "providers/",
    "letters": "letters/",
    ISSUE: f"issues/{ISSUE}/",
}
DAY = {"zh": "2026 年 11 月 23 日", "en": "23 November 2026"}
"""Of the visit that is kept as “2026-11-23”."""
KEPT = """
(prefix) => Object.fromEntries([localStorage, sessionStorage].flatMap((storage) => Object.entries(storage))
  .filter(([key]) => key.startsWith(prefix)).map(([key, value]) => [key.slice(prefix.length), value]))
"""
PUT = """
([prefix, entries]) => Object.entries(entries).forEach(([key, value]) => localStorage.setItem(prefix + key, value))
"""
REFUSED = "Storage.prototype.%s = () => { throw new DOMException('No.', 'QuotaExceededError'); };"

each_language = pytest.mark.parametrize("language", WRITTEN)
each_page = pytest.mark.parametrize("name", PATHS)


@pytest.fixture
def change(guide: Guide) -> Callable[[str], Change]:
    return {change.id: change for change in guide.changes}.__getitem__


def note(page: Page) -> Locator:
    return page.locator("change-note")


def visits(page: Page) -> dict[str, str]:
    return {key: value for key, value in page.evaluate(KEPT, PREFIX).items() if key.startswith(("opened:", "seen:"))}


def come_back(page: Page, path: str, entries: dict[str, str]) -> None:
    """Open a page on which an earlier visit has left these entries."""
    page.goto("about/")
    page.evaluate(PUT, [PREFIX, entries])
    page.goto(path)


@each_page
def test_a_first_visit_shows_nothing_and_notes_its_day(page: Page, guide: Guide, name: str):
    page.goto(PATHS[name])
    expect(note(page)).to_be_hidden()
    ((key, value),) = visits(page).items()
    assert key == f"opened:{name}"
    day, newest = value.split(" ")
    assert day == page.evaluate("new Date().toLocaleDateString('sv')")
    assert newest in {change.id for change in guide.changes}


@each_page
def test_who_comes_back_and_nothing_has_changed_is_told_nothing(page: Page, name: str):
    page.goto(PATHS[name])
    kept = visits(page)
    page.reload()
    expect(note(page)).to_be_hidden()
    assert visits(page) == kept


@each_language
def test_a_page_that_was_opened_before_a_change_says_so_in_one_line_and_leads_to_the_entry(
    page: Page, guide: Guide, change: Callable[[str], Change], language: Language
):
    entry = change("us-one-year-to-sue")
    come_back(page, start(language) + "where/", {"opened:where": "2026-11-23", "region": "us", "place": "device"})
    said = guide.words.change.last_visit.mended[language].replace("{date}", DAY[language])
    expect(note(page)).to_contain_text(said + entry.title[language])
    expect(note(page).locator(".change-more")).to_be_hidden()
    note(page).locator(".change-title").click()
    expect(page.locator(f"#{entry.id}")).to_be_in_viewport()
    page.goto(start(language) + "where/")
    expect(note(page)).to_be_hidden()


def test_a_change_of_another_region_than_the_readers_is_not_said(page: Page):
    come_back(page, "en/where/", {"opened:where": "2026-11-23", "region": "th", "place": "device"})
    expect(note(page)).to_be_hidden()


def test_a_page_of_all_regions_may_have_told_any_to_who_has_said_none(page: Page, guide: Guide):
    come_back(page, "en/where/", {"opened:where": "2026-11-23"})
    count = sum(bool(change.concerns.regions) for change in guide.changes)
    expect(note(page)).to_be_visible()
    expect(note(page).locator(".change-more")).to_have_text(f"and {count - 1} more")


def test_the_page_of_a_region_tells_of_it_whoever_comes_back(page: Page):
    """Who kept its address may never have said their region."""
    come_back(page, "en/where/us/", {"opened:us": "2026-11-23"})
    expect(note(page)).to_be_visible()
    come_back(page, "en/where/th/", {"opened:th": "2026-11-23"})
    expect(note(page)).to_be_hidden()


def of_everybody(guide: Guide) -> list[Change]:
    """What is said to readers of any region and wallet."""
    return [change for change in guide.changes if not (change.concerns.regions or change.concerns.wallets)]


def test_on_an_issue_a_region_must_have_been_said(page: Page, guide: Guide, change: Callable[[str], Change]):
    come_back(page, f"en/issues/{ISSUE}/", {f"opened:{ISSUE}": "2026-11-23"})
    titles = {change.title.en for change in of_everybody(guide)}
    assert note(page).locator(".change-title").inner_text() in titles
    put_away = {f"seen:{change.id}": "2026-11-27" for change in of_everybody(guide)}
    come_back(page, f"en/issues/{ISSUE}/", {**put_away, "region": "in", "place": "device"})
    expect(note(page).locator(".change-title")).to_have_text(change("india-ninety-days").title.en)


def test_a_wallet_of_one_region_says_the_region_too(page: Page, guide: Guide):
    newest = next(change for change in guide.changes if "my" in change.concerns.regions)
    put_away = {f"seen:{change.id}": "2026-11-27" for change in of_everybody(guide)}
    mae = {f"opened:{ISSUE}": "2026-11-23", "provider": "mae", "place": "device"}
    come_back(page, f"en/issues/{ISSUE}/", {**put_away, **mae})
    expect(note(page).locator(".change-title")).to_have_text(newest.title.en)


def test_other_pages_say_nothing_and_note_no_visit(page: Page):
    for path in ("", "basics/", "about/", "about/changes/", "case/", "glossary/"):
        page.goto(path)
        expect(note(page)).to_have_count(0)
    assert visits(page) == {}


@each_language
def test_put_away_it_stays_away_on_every_page_and_the_focus_is_not_lost(page: Page, guide: Guide, language: Language):
    home = start(language)
    old = {"opened:where": "2026-11-23", f"opened:{ISSUE}": "2026-11-23", "opened:letters": "2026-11-23"}
    come_back(page, f"{home}where/", {**old, "region": "us", "place": "device"})
    note(page).get_by_role("button", name=guide.words.change.seen[language]).press("Enter")
    expect(note(page)).to_be_hidden()
    expect(page.locator("h1")).to_be_focused()
    page.reload()
    expect(note(page)).to_be_hidden()
    page.goto(f"{home}letters/")
    title = next(change.title[language] for change in guide.changes if "us" in change.concerns.regions)
    expect(note(page)).to_be_visible()
    expect(note(page)).not_to_contain_text(title)


def test_until_it_is_put_away_it_is_said_again(page: Page):
    come_back(page, "en/where/", {"opened:where": "2026-11-23", "region": "us", "place": "device"})
    page.reload()
    expect(note(page)).to_be_visible()


def test_what_the_page_named_at_the_last_visit_is_no_news_on_the_same_day(page: Page, guide: Guide):
    """The day alone could not tell a visit in the morning from one in the evening."""
    of_regions = [change for change in guide.changes if change.concerns.regions]
    known = of_regions[2]
    come_back(page, "en/where/", {"opened:where": f"{of_regions[0].day} {known.id}"})
    expect(note(page).locator(".change-title")).to_have_text(of_regions[0].title.en)
    expect(note(page).locator(".change-more")).to_have_text("and 1 more")


@pytest.mark.parametrize("value", ["", "yesterday", "2026-02-30", "{}", "\u0000 x"])
def test_a_day_that_is_none_is_no_visit(page: Page, value: str):
    come_back(page, "en/where/", {"opened:where": value})
    expect(note(page)).to_be_hidden()


def test_erased_with_everything_and_not_brought_back(page: Page):
    come_back(page, f"en/issues/{ISSUE}/", {f"opened:{ISSUE}": "2026-11-23", "seen:cash-app-hours": "2026-11-26"})
    expect(note(page)).to_be_visible()
    page.locator("case-bar .bar-erase").click()
    expect(note(page)).to_be_hidden()
    assert page.evaluate(KEPT, PREFIX) == {}


def test_others_use_the_device_too_so_visits_are_in_no_storage(page: Page):
    page.goto("en/case/")
    page.locator(".keep-shared").click()
    page.goto("en/where/")
    page.evaluate("(key) => sessionStorage.setItem(key, 'tab')", f"{PREFIX}place")  # As the last version said it.
    page.reload()
    assert page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == []


@pytest.mark.parametrize("fault", ["getItem", "setItem"])
def test_where_nothing_can_be_kept_nothing_is_said_and_nothing_fails(page: Page, fault: str):
    page.add_init_script(
        f"Storage.prototype.{fault} = () => {{ throw new DOMException('No.', 'QuotaExceededError'); }};"
    )
    for _ in range(2):
        page.goto("en/where/")
        expect(note(page)).to_be_hidden()


@each_language
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_line_and_the_list_are_for_everyone(new_context: NewContext, language: Language, scheme: str):
    page = new_context(color_scheme=scheme, viewport={"width": 390, "height": 850}).new_page()
    for path, entries in ((f"{start(language)}where/", {"opened:where": "2026-11-23"}),
                          (f"{start(language)}about/changes/", {})):  # fmt: skip
        come_back(page, path, entries)
        place = "change-note" if entries else "article"
        page.evaluate(AXE)
        found = page.evaluate("([place, options]) => axe.run(place, options)", [place, AXE_OPTIONS])
        assert [fault["id"] for fault in found["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
