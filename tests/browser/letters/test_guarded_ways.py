"""Every way in which a letter leaves is guarded, and the reader is asked once, with what was found and where."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.conftest import NewContext
from tests.browser.letters.test_letters import ISSUE, PRINTER, copied, field, fill_all, fill_in, open_letter, ways

SECRET = "A123456(3)"
"""An id number of Hong Kong, about which the reader is asked; it ends in this."""
ENDING = "4563"

NOTE = """
async ([script, issue, said]) => (await import(script)).$kept_cases.keepContact(issue, {
  id: "one", when: { local: "2026-11-20T10:00", zone: "Asia/Shanghai" }, said,
})
"""
NAME_A_FILE = """
async ([script, issue, item, name]) => (await import(script)).$kept_cases.keepFile(issue, item, {
  name, size: 5, sha256: "0".repeat(64),
})
"""


@pytest.fixture
def page(new_context: NewContext) -> Page:
    """A fresh page in Shanghai that may use the clipboard."""
    context = new_context(permissions=["clipboard-read", "clipboard-write"], timezone_id="Asia/Shanghai")
    page = context.new_page()
    page.add_init_script(PRINTER)
    return page


def ready(page: Page, language: Language = "zh") -> Locator:
    """The ways out of a letter that is filled in, all of them open."""
    builder = open_letter(page, language=language)
    fill_all(builder)
    way = ways(builder, language)
    way.evaluate("(way) => way.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    return way


def gate(way: Locator) -> Locator:
    return way.locator(".gate-risks")


# Where it was written and by which way it would leave: (write it, the button, the place that is named).
PLACES: dict[str, tuple[Callable[[Page, Locator, str], None], str, Callable[[Guide], str]]] = {
    "the paper’s sender": (
        lambda page, way, text: way.locator(".way-sender").fill(text),
        ".way-post-print",
        lambda guide: guide.words.ways.sender_address.zh,
    ),
    "the paper’s firm": (
        lambda page, way, text: way.locator(".way-firm").fill(text),
        ".way-post-print",
        lambda guide: guide.words.ways.firm_address.zh,
    ),
    "the mail’s To": (
        lambda page, way, text: way.locator(".way-to").fill(text),
        ".way-mail",
        lambda guide: guide.words.ways.email_to.zh,
    ),
    "the pack’s cover": (
        lambda page, way, text: fill_in(builder_of(way), {"contact": text}),
        ".way-pack",
        lambda guide: guide.field["contact"].label.zh,
    ),
    "a box": (
        lambda page, way, text: fill_in(builder_of(way), {"name": text}),
        ".way-box",
        lambda guide: guide.field["name"].label.zh,
    ),
    "a piece": (
        lambda page, way, text: fill_in(builder_of(way), {"story": text}),
        ".way-cut",
        lambda guide: guide.field["story"].label.zh,
    ),
}  # fmt: skip


def builder_of(way: Locator) -> Locator:
    return way.locator("xpath=ancestor::letter-builder")


@pytest.mark.parametrize("place", PLACES)
def test_a_secret_is_noticed_wherever_it_was_written(page: Page, guide: Guide, place: str):
    write, button, named = PLACES[place]
    way = ready(page)
    write(page, way, f"香港身份证 {SECRET}")
    way.locator(button).click()
    expect(gate(way)).to_be_focused()
    expect(gate(way).get_by_role("listitem")).to_have_count(1)
    expect(gate(way)).to_contain_text(named(guide))
    expect(gate(way)).to_contain_text(guide.words.guard.id_number.zh)
    expect(gate(way)).not_to_contain_text(SECRET)
    assert page.evaluate("window.printed") is None


@pytest.mark.parametrize(
    "button", [".way-copy", ".way-formatted", ".way-share", ".way-text", ".way-word", ".way-print"]
)
def test_a_secret_in_the_story_leaves_by_no_button(page: Page, guide: Guide, button: str):
    page.add_init_script("navigator.share = async () => { window.shared = true; };")
    files = []
    page.on("download", lambda file: files.append(file))
    way = ready(page)
    fill_in(builder_of(way), {"story": f"香港身份证 {SECRET}"})
    way.locator(button).click()
    expect(gate(way)).to_be_focused()
    expect(gate(way)).to_contain_text(guide.field["story"].label.zh)
    page.wait_for_timeout(500)
    assert (page.evaluate("window.printed ?? window.shared ?? null"), files) == (None, [])
    assert SECRET not in copied(page)


def test_a_secret_in_the_log_or_in_a_file_s_name_does_not_leave_with_the_pack(
    page: Page, guide: Guide, guide_script: str
):
    item = next(item for item in guide.items(ISSUE, "evidence") if item.need == "essential")
    way = ready(page)
    page.evaluate(NOTE, [guide_script, ISSUE, f"客服要走了香港身份证 {SECRET}"])
    page.evaluate(NAME_A_FILE, [guide_script, ISSUE, item.id, "身份证11010519491231002X.jpg"])
    page.locator(f".fold [data-item='{item.id}']").first.evaluate("(box) => { box.click(); }")
    way.locator(".way-pack").click()
    expect(gate(way).get_by_role("listitem")).to_have_count(2)
    expect(gate(way)).to_contain_text(guide.words.pack.log.zh)
    expect(gate(way)).to_contain_text(guide.words.pack.annexes.zh)
    assert page.evaluate("window.printed") is None
    gate(way).locator(".gate-shorten").click()
    (pack,) = page.evaluate("window.printed")
    assert f"客服要走了香港身份证 {ENDING}" in pack["text"]
    assert "身份证002X.jpg" in pack["text"]
    assert SECRET not in pack["text"]


def test_a_number_that_a_new_line_breaks_is_noticed_and_shortened(page: Page):
    way = ready(page)
    builder = builder_of(way)
    fill_in(builder, {"story": "身份证 110105194\n91231002X 交了"})
    way.locator(".way-copy").click()
    expect(gate(way).locator(".gate-pass")).to_be_hidden()
    gate(way).locator(".gate-shorten").click()
    expect(way.locator(".way-said")).not_to_be_empty()
    assert "身份证 002X 交了" in copied(page)
    expect(field(builder, "story")).to_have_value("身份证 002X 交了")


def test_what_was_let_pass_is_not_asked_about_again(page: Page, guide: Guide):
    way = ready(page)
    builder = builder_of(way)
    fill_in(builder, {"story": f"香港身份证 {SECRET}"})
    way.locator(".way-copy").click()
    gate(way).locator(".gate-pass").click()
    expect(way.locator(".way-said")).to_have_text(guide.words.ways.copied.zh)
    assert SECRET in copied(page)
    for button in (".way-text", ".way-pack", ".way-copy"):
        way.locator(button).click()
        expect(gate(way)).to_be_hidden()
    fill_in(builder, {"story": f"香港身份证 {SECRET}，护照号 E12345678"})
    way.locator(".way-copy").click()
    expect(gate(way).get_by_role("listitem")).to_have_count(1)
    expect(gate(way)).to_contain_text(guide.words.guard.passport.zh)


def test_a_transaction_whose_number_would_be_a_card_s_is_none(page: Page, guide: Guide):
    way = ready(page)
    builder = builder_of(way)
    fill_in(builder, {"transaction": "4111111111111111"})
    way.locator(".way-copy").click()
    expect(way.locator(".way-said")).to_have_text(guide.words.ways.copied.zh)
    assert "4111111111111111" in copied(page)


def test_the_phone_script_is_shown_when_its_secret_was_seen(page: Page, guide: Guide):
    way = ready(page)
    builder = builder_of(way)
    expect(way.locator(".way-script")).not_to_be_empty()
    fill_in(builder, {"name": f"身份证 {SECRET}"})
    expect(way.locator(".way-script")).to_be_empty()
    way.locator(".way-phone > summary").click()
    expect(gate(way)).to_contain_text(guide.field["name"].label.zh)
    gate(way).locator(".gate-shorten").click()
    expect(way.locator(".way-script")).to_contain_text(f"身份证 {ENDING}")
    expect(field(builder, "name")).to_have_value(f"身份证 {ENDING}")


@pytest.mark.parametrize("language", WRITTEN)
def test_the_letter_as_the_reader_changed_it_is_shortened_there(page: Page, language: Language):
    way = ready(page, language)
    way.locator(".way-edit").click()
    way.locator(".letter-editor").fill(f"my passport number is E12345678, HKID {SECRET}")
    way.locator(".way-copy").click()
    expect(gate(way).get_by_role("listitem")).to_have_count(2)
    gate(way).locator(".gate-shorten").click()
    expect(way.locator(".letter-editor")).to_have_value(f"my passport number is 5678, HKID {ENDING}")
    assert copied(page) == f"my passport number is 5678, HKID {ENDING}"


@pytest.mark.parametrize("language", WRITTEN)
def test_the_question_fits_a_narrow_phone(page: Page, language: Language):
    page.set_viewport_size({"width": 390, "height": 844})
    way = ready(page, language)
    fill_in(builder_of(way), {"story": "验证码 482913，卡 4111 1111 1111 1111\n助记词 " + "able acid army " * 4})
    way.locator(".way-copy").click()
    way.locator(".gate-tongue .gate-pass").click()
    expect(gate(way).get_by_role("listitem")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_case_file_says_that_it_holds_such_numbers(page: Page, guide: Guide):
    page.goto("case/")
    expect(page.locator("case-transfer")).to_contain_text(guide.words.transfer.note.zh)
    assert "证件号" in guide.words.transfer.note.zh
    assert "ID or card number" in guide.words.transfer.note.en
