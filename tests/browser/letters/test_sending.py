"""“I sent it”: asked once where the letter left, noted once, undone, and true about what runs from then on."""

import json
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.conftest import NewContext, choose_region, open_section, start

ISSUE = "slow-support"
LETTER = "first-complaint"
PREFIX = "wallet-complaint-guide@/:v1:"
TODAY = "2026-11-26"
SPOKEN = {"zh": "2026 年 11 月 26 日", "en": "26 November 2026"}

ENTER = "(input, day) => { input.value = day; input.dispatchEvent(new Event('input', { bubbles: true })); }"

each_language = pytest.mark.parametrize("language", WRITTEN)


@pytest.fixture
def page(new_context: NewContext) -> Page:
    """A fresh page in London on 26 November 2026 that may use the clipboard."""
    context = new_context(
        permissions=["clipboard-read", "clipboard-write"], timezone_id="Europe/London", locale="en-GB"
    )
    page = context.new_page()
    page.clock.install(time=f"{TODAY}T09:05:00Z")
    page.add_init_script("window.print = () => { window.dispatchEvent(new Event('afterprint')); };")
    return page


def ways_of(page: Page, language: Language = "en", letter: str = LETTER, issue: str = ISSUE) -> Locator:
    """The ways out of the letter that would be sent, on an issue's page."""
    page.goto(f"{start(language)}issues/{issue}/")
    open_section(page, "written")
    page.locator(f"#letter-{letter} > summary").click()
    ways = page.locator(f"#letter-{letter} letter-ways").filter(visible=True)
    ways.wait_for()  # To open its folds asks for what is there already.
    return ways


def leave_by(way: Locator, button: str) -> None:
    """Use a way out, though blanks are left."""
    way.locator(button).click()
    way.locator(".gate-missing .gate-pass").click()


def kept(page: Page, kind: str) -> list[dict]:
    """What is kept of a kind, as JSON."""
    return page.evaluate(
        """([prefix, kind]) => [localStorage, sessionStorage].flatMap((storage) => Object.keys(storage)
          .filter((key) => key.startsWith(prefix) && key.includes(kind)).sort()
          .map((key) => JSON.parse(storage.getItem(key))))""",
        [PREFIX, kind],
    )


def fill_field(page: Page, name: str, value: str, letter: str = LETTER) -> None:
    field = page.locator(f"#letter-{letter} typed-field[data-field={name}] .field-value")
    if not field.is_visible():
        page.locator(f"#letter-{letter}").evaluate(
            "(letter) => letter.querySelectorAll('letter-builder details').forEach((fold) => { fold.open = true; })"
        )
    field.fill(value)


def bottom_of(box: Locator) -> float:
    return box.bounding_box()["y"] + box.bounding_box()["height"]


# Said once, in place -----------------------------------------------------------------------


@each_language
def test_i_sent_it_stands_beside_copy_and_answers_in_place(page: Page, guide: Guide, language: Language):
    way = ways_of(page, language)
    sent, noted = way.locator(".way-sent"), way.locator(".way-noted")
    expect(sent).to_have_text(guide.words.ways.sent[language])
    assert abs(sent.bounding_box()["y"] - way.locator(".way-copy").bounding_box()["y"]) < 120
    sent.click()
    expect(noted).to_contain_text(guide.words.ways.noted[language].replace("{date}", SPOKEN[language]))
    assert noted.bounding_box()["y"] - bottom_of(sent) < 150, "the answer is where the button is"
    expect(sent).to_have_text(guide.words.ways.sent_on[language].replace("{date}", SPOKEN[language]))


def test_three_taps_note_one_sending(page: Page):
    way = ways_of(page)
    for _ in range(3):
        way.locator(".way-sent").click()
    (sending,) = kept(page, ":log:")
    assert (sending["letter"], sending["when"]["local"]) == (LETTER, f"{TODAY}T09:05")


def test_a_sending_is_undone(page: Page, guide: Guide):
    way = ways_of(page)
    way.locator(".way-sent").click()
    way.locator(".way-unsent").click()
    expect(way.locator(".way-noted")).to_have_text(guide.words.ways.undone.en)
    expect(way.locator(".way-sent")).to_be_focused()
    expect(way.locator(".way-sent")).to_have_text(guide.words.ways.sent.en)
    expect(way.locator(".way-unsent")).to_be_hidden()
    assert kept(page, ":log:") == []


def test_a_changed_letter_is_sent_again_and_noted_again(page: Page, guide: Guide):
    way = ways_of(page)
    way.locator(".way-sent").click()
    fill_field(page, "matter", "no answer")
    again = guide.words.ways.sent_again.en.replace("{date}", SPOKEN["en"])
    expect(way.locator(".way-sent")).to_have_text(again)
    expect(way.locator(".way-unsent")).to_be_hidden()
    way.locator(".way-sent").click()
    assert len(kept(page, ":log:")) == 2


def test_the_same_letter_on_another_day_is_sent_again(page: Page, guide: Guide):
    ways_of(page).locator(".way-sent").click()
    page.clock.set_system_time("2026-12-10T09:00:00Z")
    way = ways_of(page)
    again = guide.words.ways.sent_again.en.replace("{date}", SPOKEN["en"])
    expect(way.locator(".way-sent")).to_have_text(again)
    way.locator(".way-sent").click()
    assert [sending["when"]["local"][:10] for sending in kept(page, ":log:")] == [TODAY, "2026-12-10"]


def test_a_letter_never_lists_itself_among_what_was_done(page: Page):
    way = ways_of(page)
    fill_field(page, "matter", "no answer")
    way.locator(".way-sent").click()
    paper = page.locator(f"#letter-{LETTER} .letter-paper[lang=en]")
    expect(paper).not_to_contain_text("sent “")
    ways_of(page, letter="follow-up")
    expect(page.locator("#letter-follow-up .letter-paper[lang=en]")).to_contain_text("sent “")


def test_where_nothing_can_be_kept_nothing_is_said_to_be_noted(page: Page, guide: Guide):
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('Full.', 'QuotaExceededError'); };"
    )
    way = ways_of(page)
    way.locator(".way-sent").click()
    expect(way.locator(".way-noted")).to_contain_text(guide.words.ways.not_kept.en.replace("{date}", SPOKEN["en"]))


def test_a_sending_of_another_day_is_corrected_where_it_is_noted_and_the_clock_follows(page: Page, guide: Guide):
    way = ways_of(page)
    way.locator(".way-sent").click()
    way.get_by_label(guide.words.ways.when.en).fill("2026-11-24T18:30")
    noted = way.locator(".way-noted")
    expect(noted).to_contain_text(guide.words.ways.noted.en.replace("{date}", "24 November 2026"))
    expect(noted).to_contain_text(clock_said(guide, "the United Kingdom"))
    (sending,) = kept(page, ":log:")
    assert sending["when"]["local"] == "2026-11-24T18:30"
    way.locator(".way-sent").click()
    assert len(kept(page, ":log:")) == 1, "what was corrected is not sent again"
    page.goto("en/where/uk/#uk-clocks")
    expect(page.locator("#uk-final-response input")).to_have_value("2026-11-24")


def test_a_sending_that_was_corrected_can_still_be_undone(page: Page):
    way = ways_of(page)
    way.locator(".way-sent").click()
    way.locator(".way-when input").fill("2026-11-24T18:30")
    way.locator(".way-unsent").click()
    expect(way.locator(".way-when")).to_be_hidden()
    assert kept(page, ":log:") == []


def test_a_time_to_come_is_not_noted_and_said_not_to_be(page: Page, guide: Guide):
    way = ways_of(page)
    way.locator(".way-sent").click()
    way.locator(".way-when input").fill("2026-11-27T08:00")
    expect(way.locator(".way-noted")).to_contain_text(guide.words.ways.to_come.en)
    (sending,) = kept(page, ":log:")
    assert sending["when"]["local"] == f"{TODAY}T09:05"


# Where copying was refused -----------------------------------------------------------------

REFUSED = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('No.', 'NotAllowedError'));"


@each_language
def test_i_sent_it_asks_where_the_text_could_not_be_copied(page: Page, guide: Guide, language: Language):
    page.add_init_script(REFUSED)
    way = ways_of(page, language)
    leave_by(way, ".way-copy")
    expect(way.locator(".way-by-hand")).to_be_focused()
    expect(way.locator(".way-ask")).to_be_hidden()
    assert kept(page, ":left") == [], "nothing has left"
    way.locator(".way-sent").click()
    expect(way.locator(".way-ask")).to_contain_text(guide.words.ways.ask_refused[language])
    expect(way.locator(".way-yes")).to_be_focused()
    assert kept(page, ":log:") == []
    way.locator(".way-no").click()
    assert kept(page, ":log:") == []
    way.locator(".way-sent").click()
    way.locator(".way-yes").click()
    assert len(kept(page, ":log:")) == 1


def test_what_was_copied_by_hand_has_left_and_asks_as_any_other(page: Page, guide: Guide):
    page.add_init_script(REFUSED)
    way = ways_of(page)
    leave_by(way, ".way-copy")
    expect(way.locator(".way-by-hand")).to_be_focused()
    page.keyboard.press("Control+c")
    expect(way.locator(".way-ask")).to_contain_text(guide.words.ways.ask.en)
    assert len(kept(page, ":left")) == 1
    way.locator(".way-sent").click()
    assert len(kept(page, ":log:")) == 1


def test_a_blank_letter_that_is_copied_by_hand_has_not_left(page: Page):
    page.add_init_script(REFUSED)
    way = ways_of(page)
    leave_by(way, ".way-copy")
    expect(way.locator(".way-by-hand")).to_be_focused()
    way.locator(".way-blank").click()
    expect(way.locator(".way-by-hand")).to_have_value(re.compile(r"\[your name\]"))
    page.keyboard.press("Control+c")
    expect(way.locator(".way-ask")).to_be_hidden()
    assert kept(page, ":left") == []


# The clock ---------------------------------------------------------------------------------


def clock_said(guide: Guide, region: str) -> str:
    return guide.words.ways.clock.en.replace("{region}", region)


def test_the_first_complaint_starts_the_clock_and_says_so(page: Page, guide: Guide):
    way = ways_of(page)
    way.locator(".way-sent").click()
    expect(way.locator(".way-noted")).to_contain_text(clock_said(guide, "the United Kingdom"))
    page.goto("en/where/uk/#uk-clocks")
    expect(page.locator("#uk-final-response input")).to_have_value(TODAY)


@pytest.mark.parametrize("letter", ["follow-up", "escalation"])
def test_a_letter_that_starts_no_clock_says_nothing_of_one(page: Page, guide: Guide, letter: str):
    way = ways_of(page, letter=letter)
    way.locator(".way-sent").click()
    expect(way.locator(".way-noted")).not_to_be_empty()
    expect(way.locator(".way-noted")).not_to_contain_text(clock_said(guide, "the United Kingdom"))
    page.goto("en/where/uk/#uk-clocks")
    expect(page.locator("#uk-final-response input")).to_have_value("")


@pytest.mark.parametrize(("situation", "runs"), [("restricted-by-wallet", False), ("money-taken", True)])
def test_limits_for_another_trouble_do_not_run_from_a_letter(page: Page, guide: Guide, situation: str, runs: bool):
    """In the United States the limits that run from a complaint are for errors and thefts."""
    choose_region(page, "us")
    page.goto(f"en/issues/{guide.issue_of[situation]}/#{situation}")
    letter = page.locator(f"#{situation} details.plan-letter").first
    letter.locator("> summary").click()
    way = letter.locator("letter-ways").filter(visible=True)
    way.locator(".way-sent").click()
    expect(way.locator(".way-noted")).not_to_be_empty()
    said = expect(way.locator(".way-noted"))
    (said.to_contain_text if runs else said.not_to_contain_text)(clock_said(guide, "the United States"))


def test_with_undo_the_clock_stops_again(page: Page):
    way = ways_of(page)
    way.locator(".way-sent").click()
    way.locator(".way-unsent").click()
    page.goto("en/where/uk/#uk-clocks")
    expect(page.locator("#uk-final-response input")).to_have_value("")


def test_a_day_that_the_reader_entered_is_left_alone(page: Page, guide: Guide):
    page.goto("en/where/uk/#uk-clocks")
    expect(page.locator("#uk-final-response input")).to_be_visible()
    for day in page.locator(".clock[data-event=complaint] input").all():
        day.evaluate(ENTER, "2026-11-02")
    way = ways_of(page)
    way.locator(".way-sent").click()
    expect(way.locator(".way-noted")).not_to_contain_text(clock_said(guide, "the United Kingdom"))
    page.goto("en/where/uk/#uk-clocks")
    expect(page.locator("#uk-final-response input")).to_have_value("2026-11-02")


def test_where_no_clock_runs_from_a_complaint_none_is_said_to(page: Page, guide: Guide):
    choose_region(page, "jp")
    way = ways_of(page)
    way.locator(".way-sent").click()
    expect(way.locator(".way-noted")).to_contain_text(SPOKEN["en"])
    expect(way.locator(".way-noted")).not_to_contain_text("time limits")


# Asked once --------------------------------------------------------------------------------

WAYS = [
    ".way-copy",
    ".way-formatted",
    ".way-text",
    ".way-word",
    ".way-print",
    ".way-mail",
    ".way-post-print",
    ".way-pack",
]


@pytest.mark.parametrize("button", WAYS)
def test_after_each_way_out_the_question_stands_beside_its_button(page: Page, guide: Guide, button: str):
    page.add_init_script("window.open = () => {};")
    way = ways_of(page)
    way.locator("details").evaluate_all("(folds) => folds.forEach((fold) => { fold.open = true; })")
    expect(way.locator(".way-ask")).to_be_hidden()
    leave_by(way, button)
    ask = way.locator(".way-ask")
    expect(ask).to_contain_text(guide.words.ways.ask.en)
    used = way.locator(button)
    assert 0 < ask.bounding_box()["y"] - used.bounding_box()["y"] < 260
    way.locator(".way-yes").click()
    expect(ask).to_be_hidden()
    expect(way.locator(".way-noted")).to_contain_text(SPOKEN["en"])
    assert 0 < way.locator(".way-noted").bounding_box()["y"] - used.bounding_box()["y"] < 260
    assert len(kept(page, ":log:")) == 1
    leave_by(way, button)
    expect(ask).to_be_hidden()


def test_not_yet_is_heard_and_not_asked_again(page: Page):
    way = ways_of(page)
    leave_by(way, ".way-copy")
    way.locator(".way-no").click()
    expect(way.locator(".way-ask")).to_be_hidden()
    expect(way.locator(".way-copy")).to_be_focused()
    leave_by(way, ".way-copy")
    expect(way.locator(".way-said")).not_to_be_empty()
    expect(way.locator(".way-ask")).to_be_hidden()
    assert kept(page, ":log:") == []


def test_a_share_sheet_that_was_closed_asks_nothing(page: Page):
    page.add_init_script("navigator.share = () => Promise.reject(new DOMException('Closed.', 'AbortError'));")
    way = ways_of(page)
    way.locator(".way-more > summary").click()
    leave_by(way, ".way-share")
    expect(way.locator(".way-ask")).to_be_hidden()
    assert kept(page, ":left") == []


def test_pieces_for_a_chat_stay_while_they_are_copied_and_the_last_one_asks(page: Page):
    way = ways_of(page)
    way.locator(".way-more > summary").click()
    way.locator(".way-chat > summary").click()
    way.locator(".way-limit").fill("400")
    leave_by(way, ".way-cut")
    buttons = way.locator(".way-pieces button:not(.way-outcome button)")
    count = buttons.count()
    assert count > 2
    buttons.first.click()
    expect(way.locator(".way-said")).not_to_be_empty()
    expect(way.locator(".way-ask")).to_be_hidden()
    buttons.last.click()
    expect(way.locator(".way-pieces .way-ask")).to_be_visible()
    way.locator(".way-yes").click()
    expect(way.locator(".way-pieces .way-noted")).to_contain_text(SPOKEN["en"])
    expect(buttons).to_have_count(count)
    fill_field(page, "matter", "no answer")
    expect(way.locator(".way-pieces > li")).to_have_count(0)
    expect(way.locator(".way-outcome")).to_have_count(1)


# My case -----------------------------------------------------------------------------------


def my_case(page: Page, language: Language = "en") -> Locator:
    page.goto(f"{start(language)}case/#{ISSUE}")
    return page.locator(f".case[data-issue={ISSUE}]")


@each_language
def test_my_case_asks_once_about_a_letter_that_was_copied(page: Page, guide: Guide, language: Language):
    leave_by(ways_of(page, language), ".way-copy")
    page.clock.set_system_time("2026-11-28T09:00:00Z")
    case = my_case(page, language)
    letter = guide.letter[LETTER]
    name = f"{letter.code} {letter.title[language]}"
    question = guide.words.case.left[language].replace("{letter}", name).replace("{date}", SPOKEN[language])
    expect(case.locator(".case-left")).to_contain_text(question)
    expect(case.locator(".case-next a").filter(visible=True)).to_have_count(0)
    expect(case.locator(".case-progress")).to_contain_text(guide.words.case.sent[language].replace("{count}", "0"))
    case.locator(".left-yes").click()
    expect(case.locator(".case-said")).to_contain_text(
        guide.words.ways.noted[language].replace("{date}", SPOKEN[language])
    )
    expect(case.locator(".case-said")).to_contain_text(guide.words.case.left_day[language])
    expect(case.locator(".case-left li")).to_have_count(0)
    first, then = guide.words.case.next_first[language], guide.words.case.next_wait[language].split("{")[0]
    expect(case.locator(".case-next a").filter(visible=True)).to_contain_text([first, then])
    (sending,) = kept(page, ":log:")
    assert sending["when"]["local"][:10] == TODAY, "the day on which it left"
    page.reload()
    expect(case.locator(".case-left li")).to_have_count(0)


def test_my_case_hears_not_yet_and_does_not_ask_again(page: Page):
    leave_by(ways_of(page), ".way-copy")
    case = my_case(page)
    case.locator(".left-no").click()
    expect(case.locator(".case-left li")).to_have_count(0)
    assert kept(page, ":log:") == kept(page, ":left") == []
    expect(case.locator(".case-next a").filter(visible=True)).to_have_count(1)


def test_my_case_does_not_ask_about_a_letter_that_was_said_to_be_sent(page: Page):
    way = ways_of(page)
    leave_by(way, ".way-copy")
    way.locator(".way-yes").click()
    case = my_case(page)
    expect(case.locator(".case-left li")).to_have_count(0)
    expect(case.locator(".case-progress")).to_contain_text(re.compile("Letters sent: 1"))


def test_what_left_is_erased_with_everything(page: Page):
    leave_by(ways_of(page), ".way-copy")
    assert json.dumps(kept(page, ":left"))
    page.locator("case-bar .bar-erase").click()
    assert kept(page, ":left") == []
