"""“My case” knows what happened: the case is headed by it and shows its plan, with the same ticks."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.case.test_case import (
    ISSUE,
    PREFIX,
    case_file,
    case_page,
    choose,
    content,
    day,
    entries,
    export,
    kept,
    put,
    section,
    step,
)
from tests.browser.conftest import start
from tests.browser.letters.test_letters import field
from tests.browser.situations.test_plans import IDS_THAT_STAND_TWICE, LETTER, SITUATION, fold, land
from tests.browser.situations.test_plans import open_letter as open_plans_letter

each_language = pytest.mark.parametrize("language", WRITTEN)
CHOSEN = {"place": "device", f"case:{ISSUE}:situation": SITUATION, f"case:{ISSUE}:touched": day(1)}
OLDER = {
    "place": "device",
    "current": ISSUE,
    "tick:pay-only-once": "1",
    "ticks:touched": day(3),
    "person:name": "王小明",
    f"case:{ISSUE}:field:transaction": "T-987654321",
    f"case:{ISSUE}:log:a": json.dumps({"channel": "chat", "said": "处理中"}),
    f"case:{ISSUE}:provider": "alipay",
    f"case:{ISSUE}:touched": day(3),
}
"""What an earlier version of the guide kept of a case: nothing of what happened."""


def case_with(page: Page, kept: dict[str, str], language: Language = "zh") -> None:
    page.goto(case_page(language))
    put(page, kept)


@each_language
def test_a_tick_in_a_plan_heads_the_case_with_what_happened(page: Page, guide: Guide, language: Language):
    land(page, language=language).locator("input").first.check()
    page.goto(case_page(language))
    case = section(page)
    situation = guide.situation[SITUATION]
    expect(case.get_by_role("heading", level=2)).to_have_text(situation.sign[language])
    expect(case.locator(".case-kind a")).to_have_text(guide.issue[ISSUE].title[language])
    boxes = case.locator(".case-plan input[data-item]")
    expect(boxes).to_have_count(len(situation.first) + len(situation.evidence))
    expect(boxes.first).to_be_checked()
    assert page.evaluate(IDS_THAT_STAND_TWICE) == []


def test_the_plan_in_the_case_has_the_ticks_of_the_issues_page(page: Page, guide: Guide):
    case_with(page, CHOSEN)
    item = guide.steps(SITUATION)[1].id
    section(page).locator(f".case-plan [data-item={item}]").check()
    land(page)
    expect(fold(page).locator(f"[data-item={item}]")).to_be_checked()


@each_language
def test_progress_counts_the_plans_own_parts_alone(page: Page, guide: Guide, language: Language):
    case_with(page, CHOSEN, language)
    words, situation = guide.words, guide.situation[SITUATION]
    section(page).locator(".case-plan input").first.check()
    lines = section(page).locator(".case-progress li")
    for line, (part, items, done) in enumerate([("now", situation.first, 1), ("keep", situation.evidence, 0)]):
        count = words.tick.progress[language].format(done=done, total=len(items))
        expect(lines.nth(line)).to_have_text(f"{getattr(words.situation, part)[language]} · {count}")
    # A count of all that the page has would seem to deny these.
    expect(lines.filter(has_text=words.case.progress[language].partition("{")[0])).to_have_count(0)


def test_the_next_step_leads_into_the_plan_and_then_to_its_letter(page: Page):
    case_with(page, CHOSEN)
    expect(section(page).locator(".case-plan input").first).to_be_visible()
    step(section(page)).click()
    expect(section(page).locator(".case-plan summary")).to_be_in_viewport()
    put(page, {f"case:{ISSUE}:log:a": json.dumps({"channel": "chat", "said": "处理中"})})
    expect(section(page).locator(".case-plan input").first).to_be_visible()
    step(section(page)).click()
    page.wait_for_url(f"**/issues/{ISSUE}/#letter-{LETTER}")
    expect(page.locator(f"#letter-{LETTER}")).to_have_attribute("open", "")


def test_the_plan_in_the_case_is_printed_under_what_happened(page: Page, guide: Guide):
    page.add_init_script("window.print = () => {}")
    case_with(page, CHOSEN)
    section(page).locator(".plan-print").click()
    expect(page.locator(".print-sheet > h2")).to_have_text(guide.situation[SITUATION].sign.zh)


def test_what_happened_is_changed_on_the_issues_page(page: Page, guide: Guide):
    case_with(page, CHOSEN)
    section(page).locator(".case-kind a").click()
    page.wait_for_url(f"**/issues/{ISSUE}/#what")
    other = "still-processing"
    fold(page, other).locator("> summary").click()
    fold(page, other).locator("input").first.check()
    page.goto(case_page())
    expect(section(page).get_by_role("heading", level=2)).to_have_text(guide.situation[other].sign.zh)
    expect(section(page).locator(".case-plan")).to_contain_text(guide.steps(other)[-1].text.zh)


def test_a_change_in_another_tab_changes_the_plan_here(page: Page, guide: Guide):
    case_with(page, CHOSEN)
    other = page.context.new_page()
    land(other, "still-processing").locator("input").first.check()
    expect(section(page).get_by_role("heading", level=2)).to_have_text(guide.situation["still-processing"].sign.zh)


def test_where_the_plan_cannot_be_had_a_link_to_it_stays(page: Page, guide: Guide):
    page.route(
        f"**/issues/{ISSUE}/{SITUATION}/",
        lambda route: route.fulfill(status=200, body="<!doctype html><title>no</title>"),
    )
    case_with(page, CHOSEN)
    expect(section(page).get_by_role("heading", level=2)).to_have_text(guide.situation[SITUATION].sign.zh)
    expect(section(page).locator(".case-plan > p.not-come")).to_be_visible()
    page.unroute_all()
    section(page).locator(".case-open").click()
    page.wait_for_url(f"**/issues/{ISSUE}/#{SITUATION}")
    expect(fold(page)).to_have_attribute("open", "")


@pytest.mark.parametrize("situation", ["constructor", "<b>", "gone-since"])
def test_a_situation_that_is_none_leaves_the_case_as_it_was(page: Page, guide: Guide, situation: str):
    case_with(page, CHOSEN | {f"case:{ISSUE}:situation": situation})
    expect(section(page).get_by_role("heading", level=2)).to_have_text(guide.issue[ISSUE].title.zh)
    expect(section(page).locator(".case-kind")).to_be_hidden()
    expect(step(section(page))).to_have_attribute("href", re.compile(f"/issues/{ISSUE}/#minutes$"))


# Older devices, and other ones -------------------------------------------------------------


@each_language
def test_a_device_of_an_earlier_version_loses_nothing(page: Page, guide: Guide, language: Language):
    case_with(page, OLDER, language)
    before = content(page)
    case = section(page)
    expect(case.get_by_role("heading", level=2)).to_have_text(guide.issue[ISSUE].title[language])
    expect(case.locator(".case-kind")).to_be_hidden()
    expect(case.locator(".case-plan")).to_be_empty()
    expect(entries(case)).to_have_count(1)
    page.goto(f"{start(language)}issues/{ISSUE}/")
    for box in page.locator("[data-item=pay-only-once]").all():
        expect(box).to_be_checked()
    builder = open_plans_letter(land(page, language=language))
    expect(field(builder, "transaction")).to_have_value("T-987654321")
    expect(field(builder, "name")).to_have_value("王小明")
    assert content(page) == before


def test_an_earlier_case_that_gets_a_situation_keeps_everything(page: Page, guide: Guide):
    case_with(page, OLDER)
    before = content(page)
    land(page).locator("input").last.check()
    page.goto(case_page())
    expect(section(page).get_by_role("heading", level=2)).to_have_text(guide.situation[SITUATION].sign.zh)
    expect(entries(section(page))).to_have_count(1)
    assert before.items() <= content(page).items()


def test_a_case_file_takes_along_what_happened(page: Page, guide: Guide):
    case_with(page, CHOSEN | OLDER)
    file = export(page)
    page.locator(".keep-erase").click()
    assert kept(page) == {}
    choose(page, file)
    page.locator(".transfer-new").click()
    assert kept(page)[f"{PREFIX}case:{ISSUE}:situation"] == SITUATION
    expect(section(page).get_by_role("heading", level=2)).to_have_text(guide.situation[SITUATION].sign.zh)
    expect(section(page).locator(".case-plan input").first).to_be_visible()


@each_language
def test_an_import_says_what_happened_in_words(page: Page, guide: Guide, language: Language):
    case_with(page, CHOSEN, language)
    choose(page, case_file({f"case:{ISSUE}:situation": "still-processing"}, version=2))
    here, there = (guide.situation[id].matter[language] for id in (SITUATION, "still-processing"))
    name = f"{guide.issue[ISSUE].title[language]} · {guide.words.situation.about[language]}"
    expect(page.locator(".transfer-different tbody tr")).to_have_text([f"{name}{here}{there}"])


def test_who_sends_a_plans_letter_without_typing_finds_the_plan_in_the_case(page: Page, guide: Guide):
    letter = open_plans_letter(land(page))
    letter.locator(".way-sent").filter(visible=True).click()
    page.goto(case_page("zh"))
    expect(section(page).get_by_role("heading", level=2)).to_have_text(guide.situation[SITUATION].sign.zh)


def test_to_wait_for_an_answer_is_no_reason_to_leave_the_first_steps_undone(page: Page, guide: Guide):
    sent = {"letter": "first-complaint", "when": {"local": f"{day(1)}T10:00"}, "promised": day(-14), "said": "x"}
    case_with(page, {**CHOSEN, f"case:{ISSUE}:log:a": json.dumps(sent)})
    steps = section(page).locator(".case-next a").filter(visible=True)
    expect(steps).to_have_count(2)
    expect(steps.first).to_have_text(guide.words.case.next_first.zh)
    section(page).locator(".case-plan input[data-item]").first.check()
    expect(steps).to_have_count(1)
