"""The contact log: an entry is saved as it is typed and says so; one that says nothing is neither kept nor printed."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.case.test_case import (
    ISSUE,
    ZONE,
    begin,
    case_page,
    entries,
    kept,
    log,
    logged,
    put,
    section,
    step,
)
from tests.browser.conftest import NewContext, open_section
from tools.hostile.scripts import STORAGE_FULL, STORAGE_REFUSED

each_language = pytest.mark.parametrize("language", WRITTEN)

# How often a screen reader would say something of the entry that is open: changes of what it can read of the sign.
COUNT_SAID = """
(sign) => {
  window.said = [];
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      if (!target.parentElement?.closest("[aria-hidden]") && !target.closest?.("[aria-hidden]")) {
        window.said.push(sign.firstChild.data);
      }
    }
  }).observe(sign, { childList: true, characterData: true, subtree: true });
}
"""


@pytest.fixture
def page(new_context: NewContext) -> Page:
    return new_context(timezone_id=ZONE).new_page()


@pytest.fixture
def case(page: Page) -> Locator:
    return begin(page)


def logs(page: Page) -> list[dict]:
    return [json.loads(value) for key, value in kept(page).items() if ":log:" in key]


# Saved -------------------------------------------------------------------------------------


@each_language
def test_an_entry_says_where_and_when_it_was_saved(page: Page, guide: Guide, language: Language):
    page.clock.install(time="2026-11-26T06:05:00Z")
    case = begin(page, language=language)
    page.locator(".keep-mine").click()
    entry = log(case)
    sign = entry.locator(".log-saved")
    expect(sign).to_have_text("")
    logged(entry, "said").fill("a")
    words = guide.words.case.log_saved
    expect(sign).to_have_text(f"{words.device[language]} · 14:05")
    page.clock.set_system_time("2026-11-26T06:07:00Z")
    logged(entry, "said").fill("ab")
    expect(sign).to_have_text(f"{words.device[language]} · 14:07")
    assert [record["said"] for record in logs(page)] == ["ab"]


def test_the_sign_speaks_once_for_an_entry_and_not_with_each_key(page: Page, guide: Guide, case: Locator):
    page.locator(".keep-mine").click()
    entry = log(case)
    sign = entry.locator(".log-saved")
    expect(sign).to_have_role("status")
    sign.evaluate(COUNT_SAID)
    logged(entry, "said").press_sequentially("still waiting")
    logged(entry, "who").press_sequentially("Lin")
    assert page.evaluate("window.said") == [guide.words.case.log_saved.device.zh]


@pytest.mark.parametrize("fault", [STORAGE_REFUSED, STORAGE_FULL], ids=["blocked", "full"])
@each_language
def test_where_the_browser_refuses_the_entry_says_that_it_is_not_saved(
    page: Page, guide: Guide, language: Language, fault: str
):
    page.add_init_script(fault)
    entry = log(begin(page, language=language), said="一")
    expect(entry.locator(".log-saved")).to_contain_text(guide.words.case.log_saved.nowhere[language])
    expect(entry.locator(".log-saved")).not_to_contain_text(guide.words.case.log_saved.device[language])


def test_the_sign_follows_when_the_reader_says_where_things_are_kept(page: Page, guide: Guide, case: Locator):
    entry = log(case, said="一")
    expect(entry.locator(".log-saved")).to_contain_text(guide.words.case.log_saved.tab.zh)
    page.locator(".keep-mine").click()
    expect(entry.locator(".log-saved")).to_contain_text(guide.words.case.log_saved.device.zh)


# Empty -------------------------------------------------------------------------------------


def test_an_entry_is_kept_once_something_is_typed_and_not_before(page: Page, case: Locator):
    entry = log(case)
    assert logs(page) == []
    expect(step(case)).to_have_count(1)
    logged(entry, "when").fill("2026-11-20T14:05")
    assert logs(page) == [], "a time alone says nothing"
    logged(entry, "who").fill("1024")
    (record,) = logs(page)
    assert (record["who"], record["when"]["local"]) == ("1024", "2026-11-20T14:05")


def test_an_entry_that_is_emptied_again_is_kept_no_longer(page: Page, case: Locator):
    entry = log(case, said="一")
    logged(entry, "said").fill("")
    expect(entry).to_be_visible()
    expect(entry.locator(".log-saved")).to_have_text("")
    assert logs(page) == []
    logged(entry, "said").fill("二")
    assert [record["said"] for record in logs(page)] == ["二"]


def test_the_button_opens_one_empty_form_and_never_two(case: Locator):
    for _ in range(3):
        case.locator(".log-add").click()
    expect(entries(case)).to_have_count(1)
    entries(case).locator(".log-remove").click()
    expect(entries(case)).to_have_count(0)
    expect(case.locator(".log-add")).to_be_focused()
    expect(case.locator(".log-undo")).to_be_hidden()


def test_an_empty_form_is_gone_with_the_page_and_counts_for_nothing(page: Page, guide: Guide, case: Locator):
    log(case)
    expect(case.locator(".case-progress")).to_contain_text(guide.words.case.contacts.zh.replace("{count}", "0"))
    page.reload()
    expect(entries(case)).to_have_count(0)


def test_an_entry_that_an_earlier_version_kept_empty_is_not_shown(page: Page, guide: Guide):
    page.goto(case_page())
    blank = {"when": {"local": "2026-11-20T10:00", "zone": ZONE}, "channel": "", "who": "", "said": " ", "promised": ""}
    put(page, {"place": "device", f"case:{ISSUE}:log:a": json.dumps(blank)})
    case = section(page)
    expect(entries(case)).to_have_count(0)
    expect(case.locator(".case-progress")).to_contain_text(guide.words.case.contacts.zh.replace("{count}", "0"))


def test_the_button_for_a_new_entry_does_not_stand_where_one_looks_for_save(case: Locator):
    log(case, said="一")
    last = entries(case).last.bounding_box()
    assert case.locator(".log-add").bounding_box()["y"] < last["y"]
    below = case.locator("contact-log button:visible").evaluate_all(
        "(buttons, bottom) => buttons.filter((each) => each.getBoundingClientRect().top > bottom).length",
        last["y"] + last["height"],
    )
    assert below == 0


def test_a_letter_that_has_the_log_does_not_ask_again_when_the_wallet_was_told(page: Page):
    def asked(field: str) -> Locator:
        page.goto("en/issues/account-security/")
        open_section(page, "written")
        page.locator("#letter-scam-report > summary").click()
        builder = page.locator("#letter-scam-report letter-builder")
        builder.locator(".letter-more > summary").click()
        expect(builder.locator("typed-field[data-field=discovered]")).to_be_visible()
        return builder.locator(f"typed-field[data-field={field}]")

    expect(asked("notified")).to_be_visible()
    log(begin(page, "account-security", "en"), said="We will look into it.", who="Ana")
    expect(asked("notified")).to_be_hidden()
