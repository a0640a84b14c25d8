"""A plan on paper: alone, within two sheets; and the whole page as its reader has opened it."""

import pytest
from playwright.sync_api import Page, expect

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.conftest import start
from tests.browser.situations.test_plans import ISSUE, LETTER, SITUATION, fold, land, open_letter, own

COLOURS = "(parts) => parts.filter((part) => part.checkVisibility()).map((part) => getComputedStyle(part).color)"
each_language = pytest.mark.parametrize("language", WRITTEN)


@pytest.fixture(autouse=True)
def _no_printer(page: Page) -> None:
    page.add_init_script("window.print = () => {}")


def sheets(page: Page) -> int:
    return page.pdf(format="A4").count(b"/Type /Page\n")


@each_language
def test_a_plan_printed_alone_is_to_be_ticked_by_hand_and_names_its_letter(
    page: Page, guide: Guide, language: Language
):
    plan = land(page, language=language)
    plan.locator("input").first.check()
    open_letter(plan)
    plan.locator(".plan-print").click()
    page.emulate_media(media="print")
    sheet = page.locator(".print-sheet")
    situation, letter = guide.situation[SITUATION], guide.letter[LETTER]
    expect(sheet.get_by_role("heading", level=2)).to_have_text(situation.sign[language])
    expect(sheet.get_by_role("checkbox")).to_have_count(len(situation.first) + len(situation.evidence))
    expect(sheet.get_by_role("checkbox").first).to_be_checked()
    expect(sheet.get_by_text(f"{letter.code} {letter.title[language]}", exact=True)).to_be_visible()
    expect(sheet.locator("button, select, textarea, letter-builder").locator("visible=true")).to_have_count(0)
    expect(page.locator(".md-header, article").locator("visible=true")).to_have_count(0)
    colours = sheet.locator("a, p, li, h2, h4, dt, dd, span").evaluate_all(COLOURS)
    assert set(colours) == {"rgb(0, 0, 0)"}


@each_language
def test_no_plan_printed_alone_is_longer_than_two_sheets(page: Page, guide: Guide, language: Language):
    too_long = {}
    for issue in guide.issue:
        # The longest of a page: what goes for it goes for the others.
        longest = max(own(guide, issue), key=lambda each: _length(guide, each.id, language))
        plan = land(page, longest.id, language, issue)
        for part in plan.locator("plan-region").all():
            part.scroll_into_view_if_needed()
            part.locator(".which-said").wait_for()
        plan.locator(".plan-print").click()
        if (count := sheets(page)) > 2:
            too_long[longest.id] = count
    assert not too_long


def _length(guide: Guide, id: str, language: Language) -> int:
    parts = (*guide.steps(id), *guide.evidence(id), *guide.situation[id].not_here)
    return sum(len(part.text[language]) for part in parts)


@each_language
@pytest.mark.parametrize("brought", [False, True])
def test_a_page_with_nothing_opened_prints_its_list_and_its_steps_but_no_letter(
    page: Page, guide: Guide, language: Language, brought: bool
):
    page.goto(f"{start(language)}issues/{ISSUE}/")
    expect(page.locator("case-bar")).to_be_visible()
    if brought:
        page.keyboard.press("Control+f")
        expect(page.locator("page-leaf")).to_have_count(0)
    assert sheets(page) <= 15
    assert page.locator(":is(.situation, .fold, .letters details)[open]").count() == 0
    page.emulate_media(media="print")
    for situation in own(guide, ISSUE):
        expect(fold(page, situation.id).get_by_text(situation.sign[language], exact=True)).to_be_visible()
        expect(fold(page, situation.id).locator("input").first).to_be_hidden()
    for item in guide.items(ISSUE, "contact"):
        expect(page.locator(f".fold [data-item={item.id}]")).to_be_visible()
    expect(page.locator(".letter-paper").locator("visible=true")).to_have_count(0)


def test_a_page_with_a_plan_open_prints_that_plan(page: Page):
    plan = land(page)
    assert sheets(page) <= 3
    page.emulate_media(media="print")
    expect(plan.locator("input").first).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    others = page.locator("article .situation, article .fold, article .danger").locator("visible=true")
    expect(others).to_have_count(1)


@each_language
def test_each_situation_has_a_blank_form_on_a_sheet_of_its_own(page: Page, guide: Guide, language: Language):
    page.goto(f"{start(language)}paper/{ISSUE}/")
    # What all have in common, and the contact log.
    assert sheets(page) == len(own(guide, ISSUE)) + 2
