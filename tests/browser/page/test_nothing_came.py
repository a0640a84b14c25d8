"""In a browser that does nothing and says nothing, as in many apps: no success is claimed, and there is a way on."""

import json
import re

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.case.test_case import begin, case_page, content, log, section
from tests.browser.conftest import NewContext, start
from tests.browser.letters.test_guarded_ways import builder_of, ready
from tests.browser.letters.test_letters import EXPECTED, fill_in, take
from tools.hostile.scripts import APPS, DEAD, SYSTEMS

SHARES = """
Object.defineProperty(navigator, "canShare", { value: ({ files }) => files.length === 1 });
Object.defineProperty(navigator, "share", { value: async ({ files: [file] }) => {
  window.shared = { name: file.name, type: file.type, text: file.text() };
} });
"""
SHARES_NO_SUCH_FILE = """
Object.defineProperty(navigator, "canShare", { value: () => true });
Object.defineProperty(navigator, "share", { value: async () => { throw new DOMException("No.", "NotAllowedError"); } });
"""
NEVER_SHARES = "Object.defineProperty(navigator, 'share', { value: () => new Promise(() => {}) });"

# Each way out, and what is said of it.
UNSURE = {".way-print": "print", ".way-post-print": "print", ".way-pack": "print", ".way-mail": "mail"}

each_language = pytest.mark.parametrize("language", WRITTEN)


@pytest.fixture
def dead(new_context: NewContext) -> BrowserContext:
    context = new_context(timezone_id="Asia/Shanghai", viewport={"width": 390, "height": 844})
    context.add_init_script(DEAD)
    return context


def left(place: Page | Locator) -> Locator:
    return place.locator(".ways-left details")


@each_language
@pytest.mark.parametrize(("button", "ending"), [(".way-text", "txt"), (".way-word", "docx")])
def test_a_letter_is_not_said_to_be_saved_and_its_text_is_there(
    dead: BrowserContext, guide: Guide, language: Language, button: str, ending: str
):
    page = dead.new_page()
    way = ready(page, language)
    take(way, button)
    words = guide.words
    name = f"{words.ways.file_name[language].replace('{code}', 'L1')}.{ending}"
    expect(way.locator(".way-said")).to_have_text(words.ways.saved[language].replace("{name}", name))
    expect(left(way).locator("summary")).to_have_text(words.help.file[language])
    expect(left(way)).not_to_have_attribute("open", "")
    left(way).locator("summary").click()
    expect(left(way).locator(".left-share")).to_be_hidden()
    expect(left(way).locator("textarea")).to_have_value(EXPECTED[language])
    left(way).locator(".left-texts button").click()
    expect(left(way).locator(".left-said")).to_have_text(words.help.by_hand[language])
    expect(left(way).locator("textarea")).to_be_focused()
    assert page.evaluate("getSelection().toString()") == EXPECTED[language]
    expect(left(way).locator(".left-how")).to_have_text(words.help.apps.other[language])
    expect(left(way).locator(".left-address")).to_have_text(page.url)


# What stands below what is said: as much of it as a screen has room for.
BELOW = {
    ".way-text": (".ways-left summary", ".way-ask"),
    ".way-copy": (".way-by-hand",),
    ".way-print": (".ways-left summary",),
}
LIES_OPEN = """(element) => {
  const { left, top, bottom } = element.getBoundingClientRect();
  return [top + 1, bottom - 1].every((y) => element.contains(document.elementFromPoint(left + 1, y)));
}"""


@each_language
@pytest.mark.parametrize("button", BELOW)
def test_what_is_said_of_a_button_at_the_foot_of_the_screen_is_brought_into_sight(
    dead: BrowserContext, language: Language, button: str
):
    way = ready(dead.new_page(), language)
    told = ("matter", "story", "tried", "remedy", "next-body", "attachments")
    fill_in(builder_of(way), dict.fromkeys(told, {"zh": "钱没有到账。", "en": "Told in English."}[language]))
    way.locator(button).evaluate("(button) => button.scrollIntoView({ block: 'end' })")
    way.locator(button).click()
    for below in BELOW[button]:
        expect(way.locator(below)).to_be_in_viewport(ratio=1)
    expect(way.locator(".way-said")).to_be_in_viewport(ratio=1)
    assert way.locator(".way-said").evaluate(LIES_OPEN)


@each_language
@pytest.mark.parametrize(("button", "asked"), UNSURE.items(), ids=UNSURE)
def test_a_print_or_a_mail_that_did_nothing_is_told_and_the_text_is_there(
    dead: BrowserContext, guide: Guide, language: Language, button: str, asked: str
):
    way = ready(dead.new_page(), language)
    way.locator(".way-to").fill("complaints@example.com")
    take(way, button)
    expect(way.locator(".way-said")).to_have_text(getattr(guide.words.help, asked)[language])
    expect(left(way)).to_have_attribute("open", "")
    texts = left(way).locator("textarea").evaluate_all("(boxes) => boxes.map(({ value }) => value)")
    assert "2026112022001234567890123456" in texts[-1]
    assert asked == "print" or texts[0] == "complaints@example.com"


def test_a_print_that_begins_says_nothing(page: Page):
    page.add_init_script("window.print = () => { dispatchEvent(new Event('beforeprint')); };")
    way = ready(page, "en")
    take(way, ".way-print")
    page.wait_for_timeout(1500)
    expect(way.locator(".way-said")).to_be_empty()
    expect(left(way)).to_have_count(0)


def test_a_print_that_begins_late_takes_back_what_was_said(dead: BrowserContext):
    page = dead.new_page()
    way = ready(page, "en")
    take(way, ".way-print")
    expect(left(way)).to_have_count(1)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(left(way)).to_have_count(0)
    expect(way.locator(".way-said")).to_be_empty()


def test_no_sheet_of_an_earlier_print_stays(dead: BrowserContext):
    page = dead.new_page()
    way = ready(page, "en")
    for _ in range(3):
        take(way, ".way-print")
    expect(page.locator(".print-sheet")).to_have_count(1)
    way.locator(".way-edit").scroll_into_view_if_needed()
    page.locator("letter-builder .keep-erase").filter(visible=True).click()
    expect(page.locator(".print-sheet")).to_have_count(0)
    expect(page.locator("html")).not_to_have_class(re.compile("printing-sheet"))


def test_a_mail_that_opened_asks_for_nothing(page: Page):
    page.add_init_script("window.open = () => { dispatchEvent(new Event('blur')); };")
    way = ready(page, "en")
    take(way, ".way-mail")
    page.wait_for_timeout(2500)
    expect(left(way)).to_have_count(0)


@each_language
@pytest.mark.parametrize("button", [".way-copy", ".way-formatted", ".way-blank"])
def test_a_copy_that_is_not_answered_opens_the_box(dead: BrowserContext, guide: Guide, language: Language, button: str):
    way = ready(dead.new_page(), language)
    take(way, button)
    expect(way.locator(".way-said")).to_have_text(guide.words.ways.copy_refused[language])
    expect(way.locator(".way-by-hand")).to_be_focused()


@each_language
def test_a_share_sheet_that_does_not_come_leaves_the_text(dead: BrowserContext, guide: Guide, language: Language):
    dead.add_init_script(NEVER_SHARES)
    way = ready(dead.new_page(), language)
    take(way, ".way-share")
    expect(way.locator(".way-said")).to_have_text(guide.words.help.share[language])
    subject, body = left(way).locator("textarea").evaluate_all("(boxes) => boxes.map(({ value }) => value)")
    assert sorted([subject, *body.split("\n\n")]) == sorted(EXPECTED[language].split("\n\n"))


def test_the_share_sheet_takes_the_file(dead: BrowserContext):
    dead.add_init_script(SHARES)
    page = dead.new_page()
    way = ready(page, "en")
    take(way, ".way-text")
    left(way).locator("summary").click()
    left(way).locator(".left-share button").click()
    expect(left(way).locator(".left-said")).to_be_empty()
    shared = page.evaluate("(async () => ({ ...shared, text: await shared.text }))()")
    assert (shared["name"], shared["type"]) == ("complaint-letter-L1.txt", "text/plain;charset=utf-8")
    assert EXPECTED["en"].splitlines() == shared["text"].lstrip("\ufeff").splitlines()


def test_a_share_sheet_that_takes_no_such_file_gives_way_to_the_text(dead: BrowserContext, guide: Guide):
    dead.add_init_script(SHARES_NO_SUCH_FILE)
    page = dead.new_page()
    way = ready(page, "en")
    take(way, ".way-word")
    left(way).locator("summary").click()
    left(way).locator(".left-share button").click()
    expect(left(way).locator(".left-said")).to_have_text(guide.words.help.share_refused.en)
    expect(left(way).locator(".left-share")).to_be_hidden()


def test_what_is_left_goes_with_the_letter_that_changed(dead: BrowserContext):
    way = ready(dead.new_page(), "en")
    take(way, ".way-text")
    expect(left(way)).to_have_count(1)
    page = way.page
    page.locator("letter-builder [data-field=matter] .field-value").filter(visible=True).fill("something else")
    expect(left(page)).to_have_count(0)


@each_language
@pytest.mark.parametrize("passphrase", ["", "半夜"], ids=["open", "locked"])
def test_a_case_goes_to_another_device_as_text(
    dead: BrowserContext, new_context: NewContext, guide: Guide, language: Language, passphrase: str
):
    page = dead.new_page()
    log(begin(page, language=language), who="Lin Yutong", said="三天后答复")
    before = content(page)
    page.locator(".transfer-passphrase").fill(passphrase)
    page.locator(".transfer-export").click()
    expect(page.locator(".transfer-said")).to_contain_text(guide.words.transfer.exported[language].split("{name}")[0])
    left(page).locator("summary").click()
    expect(left(page).locator(".left-text > p")).to_have_text(guide.words.help.case_text[language])
    text = left(page).locator("textarea").input_value()
    assert json.loads(text)["version"] == 4
    assert ("Lin Yutong" in text) == (passphrase == "")

    other = new_context().new_page()
    other.goto(case_page(language))
    other.locator(".transfer-passphrase").fill(passphrase)
    other.locator(".transfer-pasted").fill(f"Lin 21:04\n{text}\n—")
    other.locator(".transfer-read").click()
    other.locator(".transfer-new").click()
    assert content(other) == before
    expect(section(other).locator(".log-entry")).to_contain_text("Lin Yutong")
    expect(other.locator(".transfer-pasted")).to_have_value("")


def test_a_text_that_is_no_case_is_told_and_changes_nothing(page: Page, guide: Guide):
    page.goto(case_page("en"))
    page.locator(".transfer-pasted").fill("Dear Sir or Madam")
    page.locator(".transfer-read").click()
    expect(page.locator(".transfer-said")).to_have_text(guide.words.transfer.not_json.en)


@each_language
def test_dates_for_a_calendar_are_there_as_text(dead: BrowserContext, guide: Guide, language: Language):
    page = dead.new_page()
    page.goto(f"{start(language)}where/uk/")
    clock = page.locator(".clock").first
    clock.evaluate(
        "(clock) => { for (let fold = clock; fold; fold = fold.parentElement.closest('details')) fold.open = true; }"
    )
    clock.locator("input[type=date]").fill("2026-11-20")
    page.locator(".clock-calendar").click()
    expect(page.locator(".clock-said")).to_have_text(guide.words.clock.calendar_saved[language])
    left(page).locator("summary").click()
    expect(left(page).locator("textarea")).to_have_value(re.compile("2027"))


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("app", APPS)
def test_the_way_to_ones_own_browser_is_told_in_the_words_of_the_app(
    new_context: NewContext, guide: Guide, app: str, system: str
):
    context = new_context(user_agent=f"{SYSTEMS[system]} {APPS[app]}")
    context.add_init_script(DEAD)
    page = context.new_page()
    begin(page, language="en")
    page.locator(".transfer-export").click()
    left(page).locator("summary").click()
    expect(left(page).locator(".left-how")).to_have_text(getattr(getattr(guide.words.help.apps, app), system).en)


@each_language
def test_a_plan_that_is_not_printed_leaves_its_text(dead: BrowserContext, guide: Guide, language: Language):
    page = dead.new_page()
    page.goto(f"{start(language)}issues/funds-not-received/#still-processing")
    plan = page.locator("#still-processing")
    plan.locator(".plan-print").click()
    expect(plan.locator(".plan-said")).to_have_text(guide.words.help.print[language])
    step = guide.steps("still-processing")[0].text[language]
    assert step in left(plan).locator("textarea").input_value()


def test_a_number_that_is_not_copied_says_so(dead: BrowserContext, guide: Guide):
    page = dead.new_page()
    page.goto(f"{start('en')}where/hk/")
    number = page.locator("copy-text").first
    number.evaluate(
        "(place) => { for (let fold = place; fold; fold = fold.parentElement.closest('details')) fold.open = true; }"
    )
    number.locator("button").click()
    expect(number.locator(".copied-said")).to_have_text(guide.words.provider.copy_refused.en)


@pytest.mark.parametrize("script", ["", NEVER_SHARES], ids=["no-sheet", "a-sheet-that-never-comes"])
def test_the_address_of_a_page_is_there_to_copy(dead: BrowserContext, script: str):
    dead.add_init_script(script or ";")
    page = dead.new_page()
    page.goto("")
    page.locator("share-page button").click()
    expect(page.locator("share-page [role=status]")).to_have_text(page.url)
