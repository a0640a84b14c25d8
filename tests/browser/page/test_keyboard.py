"""Whole ways through the guide by keyboard alone: the focus is seen and never lost, and what happens is said."""

import re

import pytest
from playwright.sync_api import Page, expect

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.case.test_case import begin, case_page, entries, log
from tests.browser.conftest import NewContext, start
from tests.browser.letters.test_letters import FILLED, LETTER, field, fill_all, open_letter, ways
from tests.browser.page.keyboard import enter, has_focus, press_tab, tab_to

each_language = pytest.mark.parametrize("language", WRITTEN)


@pytest.fixture
def page(new_context: NewContext) -> Page:
    """A phone in Shanghai, whose reader may use the clipboard."""
    return new_context(
        viewport={"width": 390, "height": 844},
        timezone_id="Asia/Shanghai",
        permissions=["clipboard-read", "clipboard-write"],
    ).new_page()


@each_language
def test_from_what_happened_to_a_letter_that_is_copied(page: Page, guide: Guide, language: Language):
    page.goto(start(language))
    press_tab(page)
    page.keyboard.press("Enter")  # Past the header, to the content.
    group = next(each for each in guide.groups if guide.situation[each.situations[0]].letters[0] == LETTER)
    sign = page.locator(f"#{group.id}")
    enter(page, sign.locator("summary"))
    enter(page, sign.locator("a").first)
    page.wait_for_url(f"**/issues/*/#{group.situations[0]}")

    plan = page.locator(f"#{group.situations[0]}")
    checklist = plan.locator("tick-list").first
    tab_to(page, checklist.get_by_role("checkbox").first)
    page.keyboard.press("Space")
    expect(checklist.locator(".ticks-said")).not_to_be_empty()

    enter(page, plan.locator("details.plan-letter > summary"))
    builder = plan.locator(f"letter-builder[data-letter={LETTER}]")
    builder.locator(".letter-form").wait_for()
    enter(page, builder.locator(".letter-more > summary"))
    for name in ("matter", "account"):
        tab_to(page, field(builder, name))
        page.keyboard.type(FILLED[name])
    tab_to(page, field(builder, "amount"))
    fault = builder.locator("typed-field[data-field=amount] .field-fault")
    page.keyboard.type("about 500")
    expect(fault).to_have_text(guide.words.field.unclear.rough[language])
    expect(field(builder, "amount")).to_have_attribute("aria-describedby", re.compile(fault.get_attribute("id")))
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("1200.50")
    expect(fault).to_be_empty()

    builder.locator(f".letter-show [value={language}]").press("Space")
    way = ways(builder, language)
    enter(page, way.locator(".way-copy"))
    expect(way.locator(".gate-missing")).to_be_focused()
    missing = way.locator(".gate-missing li button").first
    enter(page, missing)  # Leads to the field.
    assert page.evaluate("document.activeElement.matches('.field-value, typed-field :is(input, select, textarea)')")
    enter(page, way.locator(".gate-missing .gate-pass"))
    expect(way.locator(".way-said")).to_have_text(guide.words.ways.copied[language])
    expect(way.locator(".way-copy")).to_be_focused()
    assert FILLED["matter"] in page.evaluate("navigator.clipboard.readText()")


@each_language
def test_from_a_region_to_dates_in_the_calendar(page: Page, guide: Guide, language: Language):
    page.goto(f"{start(language)}where/")
    tab_to(page, page.locator(".choice select").first)
    regions = [region.id for region in guide.regions]
    for _ in range(regions.index("uk") - regions.index("cn")):
        page.keyboard.press("ArrowDown")  # The guess was mainland China.
        expect(page.locator(".choice select").first).to_be_focused()
    expect(page.locator(".choice select").first).to_have_value("uk")
    tab_to(page, page.locator(".choice-go a"))  # To leave the list changes no page by itself.
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/where/uk/$"))
    enter(page, page.locator("summary:has(#uk-clocks)"))
    tab_to(page, page.locator("#uk-final-response input"))
    page.keyboard.type("01012026")  # In whatever order the device asks for day and month.
    expect(page.locator("#uk-final-response .clock-due").first).to_be_visible()
    with page.expect_download():
        enter(page, page.locator(".region[data-region=uk] .clock-calendar"))
    expect(page.locator(".region[data-region=uk] .clock-said")).not_to_be_empty()
    assert has_focus(page)


@each_language
def test_from_a_contact_to_a_file_of_the_case(page: Page, language: Language):
    page.goto(case_page(language))
    enter(page, page.locator("[data-begin]").first)
    case = page.locator(".case").filter(visible=True)
    expect(case.locator("h2")).to_be_focused()
    enter(page, case.locator(".log-add"))
    tab_to(page, entries(case).locator("typed-field[data-field=said] .field-value"))
    page.keyboard.type("处理中")
    expect(entries(case).locator("summary")).to_contain_text("处理中")
    with page.expect_download():
        enter(page, page.locator(".transfer-export"))
    expect(page.locator(".transfer-said")).not_to_be_empty()
    assert has_focus(page)


@each_language
def test_search_is_opened_by_a_key_and_gone_through_with_tab(page: Page, language: Language):
    page.goto(f"{start(language)}about/")
    page.keyboard.press("/")
    expect(page.get_by_role("textbox")).to_be_focused()
    page.keyboard.type({"zh": "被盗刷", "en": "hacked"}[language])
    page.locator(".search-found a").first.wait_for()
    press_tab(page)
    while not page.evaluate("document.activeElement.matches('.search-found a')"):
        press_tab(page)
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Enter")
    page.wait_for_url("**/issues/account-security/#*")


def test_search_closes_behind_the_focus(page: Page):
    page.goto("about/")
    page.keyboard.press("/")
    expect(page.locator("#__search")).to_be_checked()
    while page.evaluate("document.activeElement.closest('.md-search') !== null"):
        press_tab(page)
    expect(page.locator("#__search")).not_to_be_checked()


@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize("path", ["", "en/issues/slow-support/"])
def test_every_stop_of_a_page_is_seen_there_and_back(new_context: NewContext, path: str, width: int):
    page = new_context(viewport={"width": width, "height": 700}).new_page()
    page.goto(path)
    for key, stops in (("Tab", 60), ("Shift+Tab", 30)):
        for _ in range(stops):
            press_tab(page, key)


def test_the_focus_stays_when_what_held_it_goes(page: Page):
    case = begin(page)
    log(case)
    for press in (
        case.locator(".log-remove"),
        case.locator(".log-undo"),
        case.locator(".case-drop > summary"),
        case.locator(".drop-no"),
        case.locator(".case-drop > summary"),
        case.locator(".drop-yes"),
        page.locator(".keep-shared"),
        page.locator(".keep-erase"),
    ):
        press.press("Enter")
        assert has_focus(page), f"after {press}"


def test_the_focus_stays_in_the_letter_when_the_way_to_the_other_version_goes(page: Page):
    slow = []
    page.route("**/papers.*.json", lambda route: slow.append(route))
    page.goto("issues/slow-support/")
    letter = page.locator("#letter-first-complaint")
    enter(page, page.locator("summary", has=page.locator("#written")))
    with page.expect_request("**/papers.*.json"):
        enter(page, letter.locator("> summary"))
    tab_to(page, letter.locator(".letter-other a").first)
    slow.pop().continue_()
    expect(letter.locator(".letter-other")).to_have_count(0)
    expect(letter.locator(".letter-form > summary")).to_be_focused()


def test_the_focus_stays_on_the_letter_when_a_question_closes(page: Page):
    builder = open_letter(page)
    fill_all(builder)
    field(builder, "story").fill("密码是 abc12345")
    way = ways(builder, "zh")
    way.locator(".way-copy").press("Enter")
    expect(way.locator(".gate-risks")).to_be_focused()
    way.locator(".gate-back").press("Enter")
    assert has_focus(page)
    field(builder, "story").fill("不处理就曝光你们")
    way.locator(".way-copy").press("Enter")
    way.locator(".gate-risks .gate-pass").press("Enter")
    expect(way.locator(".way-copy")).to_be_focused()
    expect(way.locator(".way-said")).not_to_be_empty()
