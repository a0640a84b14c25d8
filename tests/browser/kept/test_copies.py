"""Kept, and said truly: how long, by whom it may be cleared away, and a copy in one tap."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, WRITTEN, Language
from tests.browser.case.test_case import (
    ISSUE,
    PREFIX,
    ZONE,
    begin,
    case_file,
    case_page,
    choose,
    day,
    entries,
    kept,
    log,
    logged,
    put,
    section,
    spoken,
)
from tests.browser.conftest import NewContext, start
from tests.browser.letters.test_letters import field, open_letter, show_letter
from tests.browser.modules import OpenModule
from tools.hostile.scripts import STORAGE_FULL

each_language = pytest.mark.parametrize("language", WRITTEN)

COUNT_ASKED = "window.asked = 0; navigator.storage.persist = async () => { window.asked += 1; return true; };"


@pytest.fixture
def page(new_context: NewContext) -> Page:
    return new_context(timezone_id=ZONE).new_page()


def copy(page: Page) -> dict[str, str]:
    """Save a copy in one tap, and read it."""
    with page.expect_download() as download:
        page.locator(".keep-copy").first.click()
    return json.loads(Path(download.value.path()).read_text("utf-8"))["entries"]


# The browser is asked ------------------------------------------------------------------------


def test_the_browser_is_asked_to_keep_things_with_the_first_word_and_once(page: Page):
    page.add_init_script(COUNT_ASKED)
    name = field(open_letter(page), "name")
    assert page.evaluate("window.asked") == 0
    name.press_sequentially("王小明")
    assert page.evaluate("window.asked") == 1
    field(open_letter(page), "contact").fill("w@example.com")
    assert page.evaluate("window.asked") == 0


def test_on_a_shared_device_the_browser_is_not_asked(page: Page):
    page.add_init_script(COUNT_ASKED)
    begin(page)
    page.locator(".keep-shared").click()
    log(section(page), said="一")
    assert page.evaluate("window.asked") == 0


# Safari's seven days, and a copy ---------------------------------------------------------------


@each_language
def test_what_safari_does_is_said_at_my_case_at_letters_and_on_about(page: Page, guide: Guide, language: Language):
    begin(page, language=language)
    page.locator(".keep-mine").click()
    said = guide.words.keep.safari[language]
    expect(page.locator(".keep-safari")).to_have_text(said)
    expect(page.locator(".keep-safari")).to_be_visible()
    expect(open_letter(page, language=language).locator(".keep-safari")).to_have_text(said)
    page.goto({"zh": "about/", "en": "en/about/"}[language])
    expect(page.get_by_role("article")).to_contain_text(said.rstrip("。."))


@each_language
def test_a_copy_is_one_tap_and_its_age_is_told_once_something_has_changed(page: Page, guide: Guide, language: Language):
    log(begin(page, language=language), said="一")
    page.locator(".keep-mine").click()
    saved = copy(page)
    assert any("一" in value for value in saved.values())
    words = guide.words.keep
    name = guide.words.transfer.file_name[language].replace("{date}", day(0)) + ".json"
    expect(page.locator(".keep-said")).to_have_text(words.copied[language].replace("{name}", name))
    last = page.locator(".keep-last")
    asked = words.copy_asked[language].replace("{date}", spoken(day(0), language))
    expect(last).to_contain_text(asked)
    expect(last.locator(".keep-behind")).to_be_hidden()
    logged(entries(section(page)).first, "said").press_sequentially("二")
    expect(last.locator(".keep-behind")).to_be_visible()
    expect(last).to_have_text({"zh": "{}{}", "en": "{} {}"}[language].format(asked, words.copy_behind[language]))
    copy(page)
    expect(last.locator(".keep-behind")).to_be_hidden()


HEIGHT = "box => box.getBoundingClientRect().height"


def letter_on_a_phone(page: Page, language: Language) -> Locator:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{start(language)}issues/{ISSUE}/")
    show_letter(page)
    return page.locator("#letter-first-complaint")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_word_moves_nothing_from_under_a_finger(page: Page, language: Language):
    letter = letter_on_a_phone(page, language)
    keep = letter.locator("case-keep")
    expect(keep.locator(".keep-copy")).to_be_disabled()
    before = keep.evaluate(HEIGHT)
    field(letter, "name").press_sequentially("W")
    expect(keep.locator(".keep-copy")).to_be_enabled()
    assert keep.evaluate(HEIGHT) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_key_after_a_copy_moves_nothing_from_under_a_finger(page: Page, language: Language):
    letter = letter_on_a_phone(page, language)
    keep = letter.locator("case-keep")
    field(letter, "name").press_sequentially("W")
    with page.expect_download():
        keep.locator(".keep-copy").click()
    expect(keep.locator(".ways-left")).not_to_be_empty()
    before = keep.evaluate(HEIGHT)
    field(letter, "name").press_sequentially("u")
    expect(keep.locator(".keep-behind")).to_be_visible()
    assert keep.evaluate(HEIGHT) == before


CHANGES = {
    "region": "(all) => all.$kept_region.chooseRegion('uk')",
    "day of a clock": "(all) => all.$kept_region.keepStartingDay('uk', 'uk-final-response', '2026-11-20')",
    "wallet outside a case": "(all) => all.$kept_cases.keepProvider('', 'paypal')",
    "language of letters": "(all) => all.$kept_letter_language.keepSendingLanguage('en')",
    "other language beside": "(all) => all.$kept_letter_language.keepBeside(true)",
    "tick": "(all) => all.$kept_ticks.setTicked(['pay-only-once'], true)",
    "case": "(all) => all.$kept_cases.keep('slow-support', {})",
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_a_copy_would_hold_makes_the_newest_one_old(open_module: OpenModule, change: str):
    behind = """
    async (store, [change, now]) => {
      const names = ["region", "cases", "letter_language", "ticks"];
      const paths = names.map((name) => `/kept/${name.replace("_", "-")}.js`);
      const modules = await Promise.all(paths.map((path) => import(path)));
      const { noteCopy, lastCopy } = await import("/kept/copies.js");
      noteCopy();
      store.write("opened:some-page", now);
      const before = lastCopy().isBehind;
      eval(change)(Object.fromEntries(names.map((name, at) => [`$kept_${name}`, modules[at]])));
      return [before, lastCopy().isBehind];
    }
    """
    assert open_module("kept/store.js").run(behind, [CHANGES[change], day(0)]) == [False, True]


# No room -----------------------------------------------------------------------------------------


@each_language
def test_a_full_device_is_said_beside_the_field_and_what_is_on_the_screen_can_be_saved(
    page: Page, guide: Guide, language: Language
):
    page.add_init_script(STORAGE_FULL)
    story = field(open_letter(page, language=language), "story")
    story.fill("all of it")
    beside = story.locator("xpath=ancestor::typed-field").locator(".beside")
    expect(beside.locator(".beside-said")).to_have_text(guide.words.field.not_saved[language])
    expect(beside.locator(".beside-said")).to_have_role("status")
    with page.expect_download() as download:
        beside.locator(".beside-save").click()
    assert "all of it" in Path(download.value.path()).read_text("utf-8")


def test_an_import_that_finds_no_room_says_how_much_is_on_the_page_alone(page: Page, guide: Guide):
    page.add_init_script(STORAGE_FULL)
    page.goto(case_page())
    choose(page, case_file({f"case:{ISSUE}:field:matter": "x", "person:name": "李四"}))
    page.locator(".transfer-new").click()
    said = guide.words.transfer.done_partly.zh.replace("{count}", "2").replace("{lost}", "2")
    expect(page.locator(".transfer-said")).to_have_text(said)


# Files and records that are not as they should be ------------------------------------------------


@each_language
def test_a_file_in_another_encoding_is_refused_with_a_sentence(page: Page, guide: Guide, language: Language):
    page.goto(case_page(language))
    choose(page, case_file({"person:name": "李四"}).encode("gb18030"))
    expect(page.locator(".transfer-said")).to_have_text(guide.words.transfer.not_utf8[language])
    assert not [key for key in kept(page) if "person" in key]


def test_more_than_ten_thousand_entries_go_out_and_come_back(page: Page):
    page.goto(case_page())
    many = {f"case:{ISSUE}:log:a{number:05}": "{}" for number in range(10_500)}
    put(page, {"place": "device", f"case:{ISSUE}:touched": day(0), **many})
    saved = copy(page)
    assert len(saved) > 10_500
    page.locator(".keep-erase").click()
    expect(page.locator(".keep-said")).not_to_have_text("")
    choose(page, case_file(saved, version=3))
    expect(page.locator(".transfer-changes")).to_be_visible()


def test_what_another_tab_wrote_in_the_same_place_goes_out_and_comes_back(page: Page, guide: Guide):
    page.goto(case_page("en"))
    story, said = f"case:{ISSUE}:field:story", f"case:{ISSUE}:log:a:said"
    both = {
        story: "mine",
        f"aside:{story}": "the other tab’s",
        f"aside:{said}": "what they said",
        "aside:person:name": "Li",
    }
    put(page, {"place": "device", f"case:{ISSUE}:touched": day(0), **both})
    saved = copy(page)
    assert {key: saved.get(key) for key in both} == both
    page.locator(".keep-erase").click()
    expect(page.locator(".keep-said")).not_to_have_text("")
    put(page, {"place": "device", f"aside:{story}": "another one"})
    choose(page, case_file(saved, version=4))
    named = f"{guide.issue[ISSUE].title.en} · {guide.field['story'].label.en} · {guide.words.transfer.aside.en}"
    expect(page.locator(".transfer-different tbody tr")).to_have_text([f"{named}another onethe other tab’s"])
    page.locator(".transfer-all").click()
    expect(page.locator(".transfer-said")).not_to_have_text("")
    assert {key: kept(page).get(PREFIX + key) for key in both} == both
    waits = field(open_letter(page), "story").locator("xpath=ancestor::typed-field").locator(".beside-text")
    expect(waits).to_have_text("the other tab’s")


def test_an_amount_that_is_a_number_stands_in_the_letter_and_stays(page: Page):
    page.goto(case_page())
    put(page, {"place": "device", f"case:{ISSUE}:field:amount": '{"amount": 5, "currency": "CNY"}'})
    amount = field(open_letter(page), "amount")
    expect(amount).to_have_value("5")
    field(page.locator("#letter-first-complaint"), "story").fill("x")
    expect(page.locator("#letter-first-complaint .letter-paper[lang=zh]")).to_contain_text("x")


@each_language
def test_a_case_of_an_issue_that_is_not_known_is_told_of_and_exported(page: Page, guide: Guide, language: Language):
    page.goto(case_page(language))
    put(page, {"place": "device", "case:from-tomorrow:field:matter": "x", "case:from-tomorrow:touched": day(0)})
    expect(page.locator(".case-unknown")).to_have_text(guide.words.case.unknown[language].replace("{count}", "1"))
    assert copy(page)["case:from-tomorrow:field:matter"] == "x"


@each_language
def test_a_clock_at_1970_is_told_of_and_erases_nothing(page: Page, guide: Guide, language: Language):
    page.clock.install(time="1970-01-01T04:00:00Z")
    log(begin(page, language=language), said="一")
    page.locator(".keep-mine").click()
    page.reload()
    said = guide.words.case.clock[language].replace("{date}", spoken("1970-01-01", language))
    expect(page.locator("case-notice")).to_have_text(said)
    page.clock.set_system_time(f"{day(0)}T04:00:00Z")
    page.reload()
    expect(page.locator("case-notice")).to_be_hidden()
    expect(section(page)).to_be_visible()
