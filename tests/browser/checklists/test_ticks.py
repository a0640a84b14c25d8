"""Checklists in a real browser: what a reader ticks is kept, shown wherever the item stands, and can be taken back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from macros.model.checklists import PHASES, Phase
from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.conftest import NewContext, language_of, start, unfold
from tools.browsers import chromium
from tools.hostile.scripts import SAFARI, STORAGE_FULL, STORAGE_REFUSED

ISSUE = "funds-not-received"
ITEM, NEXT_ITEM = "pay-only-once", "check-connection-and-account"
"""Two of the same list …"""
PHASE: Phase = "minutes"
OTHER_ITEM = "download-receipt"
"""… and one of another list on that page."""
SHARED_ITEM = "fill-every-blank"
"""One that several issues use, and the page of letters shows."""

# Readers' ticks hang on this name: it may not change.
KEY = "wallet-complaint-guide@/:v1:tick:"

NONSENSE = ("x", "", "0", "true", '{"1":1}')

# Chromium hands a page it wakes the storage events that it slept through; other browsers do not.
WAKES_UNTOLD = """
addEventListener("storage", (event) => event.stopImmediatePropagation());
addEventListener("pageshow", (event) => { window.woken = event.persisted; });
"""
SHOW_FIRST_LIST_TWICE = """
() => { const list = document.querySelector(".fold tick-list"); list.after(list.cloneNode(true)); }
"""


def issue_page(language: Language, issue: str = ISSUE) -> str:
    return f"{start(language)}issues/{issue}/"


def open_issue(page: Page, language: Language = "zh", issue: str = ISSUE) -> Page:
    page.goto(issue_page(language, issue))
    unfold(page)
    return page


def reload(page: Page) -> None:
    page.reload()
    unfold(page)


def box(page: Page, item: str = ITEM) -> Locator:
    """Where the item stands in the lists for everyone; it may stand in plans as well."""
    return page.locator(f"input[data-item='{item}']:not(.situation *)")


def checklist(page: Page, item: str = ITEM) -> Locator:
    return page.locator("tick-list:not(.situation *)", has=box(page, item))


def progress(page: Page, item: str = ITEM) -> Locator:
    return checklist(page, item).locator(".ticks-progress")


def status(page: Page, item: str = ITEM) -> Locator:
    return checklist(page, item).get_by_role("status")


def reset(page: Page, item: str = ITEM) -> Locator:
    return checklist(page, item).locator(".ticks-reset")


def undo(page: Page, item: str = ITEM) -> Locator:
    return checklist(page, item).locator(".ticks-undo")


def not_kept(page: Page) -> Locator:
    return page.locator(".ticks-not-kept").filter(visible=True)


def done(guide: Guide, count: int, language: Language = "zh", phase: Phase = PHASE) -> str:
    total = len(guide.listed(ISSUE, phase))
    return guide.words.tick.progress[language].format(done=count, total=total)


@pytest.fixture
def issue(page: Page) -> Page:
    """The Chinese page of the issue, just opened."""
    return open_issue(page)


@pytest.fixture
def second_tab(context: BrowserContext, issue: Page) -> Page:
    """The English page of the issue in another tab of the same browser."""
    return open_issue(context.new_page(), "en")


# Ticking -----------------------------------------------------------------------------------


def test_a_click_on_the_words_of_an_item_ticks_and_unticks_it(issue: Page, guide: Guide):
    words = checklist(issue).get_by_text(guide.item[ITEM].text["zh"])
    words.click()
    expect(box(issue)).to_be_checked()
    words.click()
    expect(box(issue)).not_to_be_checked()


def test_tab_and_space_tick_an_item(issue: Page):
    box(issue).focus()
    issue.keyboard.press("Tab")
    issue.keyboard.press("Space")
    expect(box(issue, NEXT_ITEM)).to_be_checked()
    expect(box(issue)).not_to_be_checked()


def test_ticks_are_kept_after_a_reload(issue: Page):
    box(issue).check()
    reload(issue)
    expect(box(issue)).to_be_checked()
    expect(box(issue, NEXT_ITEM)).not_to_be_checked()


def test_an_item_unticked_stays_unticked_after_a_reload(issue: Page):
    box(issue).check()
    box(issue).uncheck()
    reload(issue)
    expect(box(issue)).not_to_be_checked()


@pytest.mark.parametrize(("here", "there"), [("zh", "en"), ("en", "zh")])
def test_a_tick_in_one_language_shows_in_the_other(page: Page, here: Language, there: Language):
    open_issue(page, here)
    box(page).check()
    open_issue(page, there)
    expect(box(page)).to_be_checked()


def test_a_tick_shows_on_every_page_that_shows_the_item(page: Page, guide: Guide):
    issues = [
        issue.id
        for issue in guide.issues
        if SHARED_ITEM in {item.id for phase in PHASES for item in guide.items(issue.id, phase)}
    ]
    assert len(issues) > 1
    open_issue(page, "zh", issues[0])
    box(page, SHARED_ITEM).check()
    for path in (*(issue_page("en", issue) for issue in issues[1:]), "letters/"):
        page.goto(path)
        expect(box(page, SHARED_ITEM), path).to_be_checked()


@pytest.mark.parametrize("storage", ["", STORAGE_REFUSED], ids=["kept", "blocked"])
def test_an_item_shown_twice_on_a_page_has_one_tick(page: Page, guide: Guide, storage: str):
    page.add_init_script(storage)
    open_issue(page)
    page.evaluate(SHOW_FIRST_LIST_TWICE)
    box(page).first.check()
    expect(box(page).last).to_be_checked()
    expect(progress(page).last).to_have_text(done(guide, 1))
    box(page).last.uncheck()
    expect(box(page).first).not_to_be_checked()


# Progress ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", WRITTEN)
def test_every_list_shows_how_much_of_it_is_done(page: Page, guide: Guide, language: Language):
    open_issue(page, language)
    expect(progress(page)).to_have_text(done(guide, 0, language))
    box(page).check()
    box(page, NEXT_ITEM).check()
    expect(progress(page)).to_have_text(done(guide, 2, language))
    expect(progress(page, OTHER_ITEM)).to_have_text(done(guide, 0, language, "today"))


@pytest.mark.parametrize("language", WRITTEN)
def test_the_readers_own_tick_is_announced(page: Page, guide: Guide, language: Language):
    open_issue(page, language)
    box(page).check()
    expect(status(page)).to_have_text(done(guide, 1, language))
    expect(status(page, OTHER_ITEM)).to_be_empty()


def test_nothing_is_announced_when_a_page_opens_with_ticks(issue: Page, guide: Guide):
    box(issue).check()
    reload(issue)
    expect(progress(issue)).to_have_text(done(guide, 1))
    expect(status(issue)).to_be_empty()


def test_a_tick_in_another_tab_is_shown_but_not_announced(issue: Page, second_tab: Page, guide: Guide):
    box(issue).check()
    expect(progress(second_tab)).to_have_text(done(guide, 1, "en"))
    expect(status(second_tab)).to_be_empty()


def test_what_was_announced_never_contradicts_the_progress(issue: Page, second_tab: Page, guide: Guide):
    box(issue).check()
    box(second_tab, NEXT_ITEM).check()
    expect(progress(issue)).to_have_text(done(guide, 2))
    expect(checklist(issue)).not_to_contain_text(done(guide, 1), use_inner_text=True)


# Reset and undo ----------------------------------------------------------------------------


def test_there_is_nothing_to_reset_or_undo_at_first(issue: Page):
    expect(progress(issue)).to_be_visible()
    expect(reset(issue)).to_be_hidden()
    expect(undo(issue)).to_be_hidden()


def test_reset_unticks_its_own_list_only(issue: Page, guide: Guide):
    box(issue).check()
    box(issue, NEXT_ITEM).check()
    box(issue, OTHER_ITEM).check()
    reset(issue).click()
    expect(progress(issue)).to_have_text(done(guide, 0))
    expect(box(issue, OTHER_ITEM)).to_be_checked()
    reload(issue)
    expect(box(issue)).not_to_be_checked()
    expect(box(issue, OTHER_ITEM)).to_be_checked()


@pytest.mark.parametrize("language", WRITTEN)
def test_reset_says_how_many_ticks_are_gone(page: Page, guide: Guide, language: Language):
    open_issue(page, language)
    box(page).check()
    box(page, NEXT_ITEM).check()
    reset(page).click()
    expect(status(page)).to_have_text(guide.words.tick.cleared[language].format(count=2))


def test_reset_leads_the_focus_to_undo(issue: Page):
    box(issue).check()
    reset(issue).press("Enter")
    expect(undo(issue)).to_be_focused()
    expect(reset(issue)).to_be_hidden()


def test_undo_restores_exactly_the_ticks_that_were_cleared(issue: Page, guide: Guide):
    ticked = guide.listed(ISSUE, PHASE)[::2]
    for item in ticked:
        box(issue, item.id).check()
    reset(issue).click()
    undo(issue).click()
    expect(status(issue)).to_have_text(guide.words.tick.restored["zh"])
    reload(issue)
    for item in guide.listed(ISSUE, PHASE):
        expect(box(issue, item.id)).to_be_checked(checked=item in ticked)


def test_undo_leads_the_focus_back_to_reset(issue: Page):
    box(issue).check()
    reset(issue).press("Enter")
    undo(issue).press("Enter")
    expect(reset(issue)).to_be_focused()
    expect(undo(issue)).to_be_hidden()


def test_the_next_tick_ends_the_offer_to_undo(issue: Page):
    box(issue).check()
    reset(issue).click()
    expect(undo(issue)).to_be_visible()
    box(issue, NEXT_ITEM).check()
    expect(undo(issue)).to_be_hidden()


# Other tabs, Back and reload ---------------------------------------------------------------


def test_two_open_tabs_stay_in_step(issue: Page, second_tab: Page):
    box(issue).check()
    expect(box(second_tab)).to_be_checked()
    box(second_tab).uncheck()
    expect(box(issue)).not_to_be_checked()


def test_reset_and_undo_reach_the_other_tab(issue: Page, second_tab: Page):
    box(issue).check()
    expect(reset(second_tab)).to_be_visible()
    reset(issue).click()
    expect(box(second_tab)).not_to_be_checked()
    undo(issue).click()
    expect(box(second_tab)).to_be_checked()


def test_undo_is_offered_no_more_though_another_tab_has_ticked_it_all_again(issue: Page, second_tab: Page):
    box(issue).check()
    reset(issue).click()
    box(second_tab).check()
    expect(box(issue)).to_be_checked()
    undo(issue).click()
    expect(undo(issue)).to_be_hidden()


def test_two_tabs_never_overwrite_each_others_ticks(issue: Page, second_tab: Page):
    box(issue).check()
    box(second_tab, NEXT_ITEM).check()
    reload(issue)
    expect(box(issue)).to_be_checked()
    expect(box(issue, NEXT_ITEM)).to_be_checked()


def test_clearing_the_sites_data_in_another_tab_clears_the_ticks(issue: Page, second_tab: Page):
    box(issue).check()
    second_tab.evaluate("localStorage.clear()")
    expect(box(issue)).not_to_be_checked()


def tick_then_untick_on_the_next_page_and_come_back(page: Page) -> None:
    open_issue(page)
    box(page).check()
    page.get_by_role("link", name="English", exact=True).click()
    page.wait_for_url(f"**/{issue_page('en')}")
    unfold(page)
    box(page).uncheck()
    # A page out of the back-forward cache does not load, so there is no load to wait for.
    page.go_back(wait_until="commit")


def test_back_leads_to_a_page_that_knows_what_changed(page: Page, guide: Guide):
    tick_then_untick_on_the_next_page_and_come_back(page)
    expect(progress(page)).to_have_text(done(guide, 0))
    expect(box(page)).not_to_be_checked()


@pytest.fixture
def page_with_back_cache(browser: Browser, address: str) -> Iterator[Page]:
    """A page in a browser that keeps pages alive for Back, as readers' browsers do and Playwright's does not."""
    with browser.browser_type.launch(
        executable_path=chromium.ensure(),
        args=chromium.FLAGS,
        ignore_default_args=["--disable-back-forward-cache"],
    ) as caching:
        # A worker that takes over on a first visit lets no page be held ready.
        yield caching.new_page(base_url=address, service_workers="block")


def test_back_wakes_a_page_that_catches_up_with_what_changed(page_with_back_cache: Page, guide: Guide):
    page = page_with_back_cache
    page.add_init_script(WAKES_UNTOLD)
    tick_then_untick_on_the_next_page_and_come_back(page)
    page.wait_for_function("woken")  # Else the browser loaded the page anew, and this test would show nothing.
    expect(progress(page)).to_have_text(done(guide, 0))
    expect(box(page)).not_to_be_checked()


def test_a_reload_shows_what_is_kept_not_what_the_form_held(issue: Page, guide: Guide):
    box(issue).check()
    issue.evaluate("localStorage.clear()")
    reload(issue)
    expect(progress(issue)).to_have_text(done(guide, 0))
    expect(box(issue)).not_to_be_checked()


# What is kept, and where nothing can be ----------------------------------------------------


def test_nothing_is_kept_but_ticks_their_days_and_a_word_for_erasing(issue: Page, context: BrowserContext):
    box(issue).check()
    box(issue, NEXT_ITEM).check()
    box(issue, NEXT_ITEM).uncheck()
    kept = issue.evaluate("Object.entries(localStorage)")
    others = [KEY.replace("tick:", key) for key in ("era", f"opened:{ISSUE}", "ticks:touched")]
    assert sorted(key for key, _ in kept) == sorted([KEY + ITEM, *others])
    assert issue.evaluate("Object.keys(sessionStorage)") == [KEY.replace("tick:", "era")]
    assert context.cookies() == []


def test_values_that_make_no_sense_are_no_ticks(issue: Page, guide: Guide):
    for item, value in zip(guide.items(ISSUE, PHASE), NONSENSE, strict=False):
        issue.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY + item.id, value])
    reload(issue)
    expect(progress(issue)).to_have_text(done(guide, 0))
    box(issue).check()
    reload(issue)
    expect(progress(issue)).to_have_text(done(guide, 1))


def test_a_tick_of_an_item_that_is_no_more_does_no_harm(issue: Page, guide: Guide):
    issue.evaluate("(key) => localStorage.setItem(key, '1')", KEY + "no-such-item")
    reload(issue)
    box(issue).check()
    expect(progress(issue)).to_have_text(done(guide, 1))


def test_where_ticks_are_kept_nothing_says_otherwise(issue: Page):
    box(issue).check()
    expect(progress(issue)).to_be_visible()
    expect(not_kept(issue)).to_have_count(0)


@pytest.fixture
def blocked(page: Page) -> Page:
    """The Chinese page of the issue in a browser that refuses storage."""
    page.add_init_script(STORAGE_REFUSED)
    open_issue(page)
    return page


@pytest.mark.parametrize("path", [issue_page("zh"), issue_page("en"), "letters/"])
def test_with_storage_blocked_one_line_says_that_ticks_are_not_kept(page: Page, guide: Guide, path: str):
    page.add_init_script(STORAGE_REFUSED)
    page.goto(path)
    unfold(page)
    expect(not_kept(page)).to_have_text([guide.words.tick.not_kept[language_of(path)]])


FOR_A_WHILE = {"Safari": SAFARI, "no room": STORAGE_FULL}


@pytest.mark.parametrize("why", FOR_A_WHILE)
def test_where_a_tick_does_not_stay_that_is_said_at_the_tick(page: Page, guide: Guide, why: str):
    said = {"Safari": guide.words.keep.safari, "no room": guide.words.tick.not_kept}[why]
    page.add_init_script(FOR_A_WHILE[why])
    open_issue(page)
    expect(not_kept(page)).to_have_count(0)
    for item in (ITEM, OTHER_ITEM):
        box(page, item).check()
        expect(not_kept(page)).to_have_text([said.zh])
        expect(page.locator(f"li:has([data-item={item}]) .ticks-not-kept").filter(visible=True)).to_have_count(1)


def test_with_storage_blocked_whatever_is_opened_first_says_it(page: Page):
    page.add_init_script(STORAGE_REFUSED)
    page.goto(issue_page("zh"))
    for place in page.locator("details.situation").all()[-1], page.locator("details.fold").first:
        place.locator("> summary").click()
        expect(not_kept(page)).to_have_count(1)
        expect(place.locator(".ticks-not-kept").filter(visible=True)).to_have_count(1)
        place.locator("> summary").click()
        expect(not_kept(page)).to_have_count(0)


def test_with_storage_blocked_ticking_works(blocked: Page, guide: Guide):
    box(blocked).check()
    expect(progress(blocked)).to_have_text(done(guide, 1))
    expect(status(blocked)).to_have_text(done(guide, 1))
    box(blocked).uncheck()
    expect(progress(blocked)).to_have_text(done(guide, 0))


def test_with_storage_blocked_reset_and_undo_work(blocked: Page, guide: Guide):
    box(blocked).check()
    reset(blocked).click()
    expect(progress(blocked)).to_have_text(done(guide, 0))
    undo(blocked).click()
    expect(box(blocked)).to_be_checked()


@pytest.fixture
def full(issue: Page) -> Page:
    """The Chinese page of the issue with one item ticked, in a browser whose storage has no room for more."""
    box(issue).check()
    issue.add_init_script(STORAGE_FULL)
    reload(issue)
    return issue


def test_with_storage_full_ticking_works_and_earlier_ticks_are_shown(full: Page, guide: Guide):
    expect(box(full)).to_be_checked()
    box(full, NEXT_ITEM).check()
    expect(progress(full)).to_have_text(done(guide, 2))


def test_with_storage_full_the_line_appears_after_the_first_tick_that_is_lost(full: Page):
    expect(progress(full)).to_be_visible()
    expect(not_kept(full)).to_have_count(0)
    box(full, NEXT_ITEM).check()
    expect(not_kept(full)).to_have_count(1)


def test_without_javascript_the_checklist_can_be_read_and_ticked(new_context: NewContext, guide: Guide):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(issue_page("zh"))
    page.locator("#do-first").click()
    for item in guide.listed(ISSUE, PHASE):
        expect(checklist(page)).to_contain_text(item.text["zh"], use_inner_text=True)
    box(page).check()
    expect(box(page)).to_be_checked()


def test_without_javascript_no_dead_control_or_note_is_shown(new_context: NewContext, guide: Guide):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(issue_page("zh"))
    for summary in page.locator(":is(.situation, .fold) > summary").all():
        summary.click()
    article = page.get_by_role("article")
    expect(article.locator(".ticks-bar, button").filter(visible=True)).to_have_count(0)
    seen = article.inner_text()
    assert guide.item[ITEM].text["zh"] in seen
    for words in (guide.words.tick.reset, guide.words.tick.undo, guide.words.tick.not_kept):
        assert words["zh"] not in seen
