"""Letters in a real browser: filled in once, read in both languages, and leaving whole or not at all."""

import io
import json
import re
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Locator, Page, expect

from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, WRITTEN, Language
from macros.model.letters import BLANK, Letter
from tests.browser.conftest import NewContext, open_section, start, unfold

ISSUE = "funds-not-received"
LETTER = "first-complaint"
"""One of that issue's, with parts that may vanish."""

CLIPBOARD_REFUSED = """
navigator.clipboard.writeText = () => Promise.reject(new DOMException("Not now.", "NotAllowedError"));
"""
CLIPBOARD_MISSING = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"

# Where a printed sheet would be handed to the printer, its text is handed to the test.
PRINTER = """
window.print = () => {
  const sheets = [...document.querySelectorAll("body > .print-sheet")];
  window.printed = sheets.map((sheet) => ({
    lang: sheet.lang, text: sheet.textContent, drawn: sheet.querySelector(".timeline-svg")?.outerHTML ?? "",
    marks: [...sheet.querySelectorAll(".timeline-mark")].map((mark) => mark.classList[1]),
  }));
  window.dispatchEvent(new Event("afterprint"));
};
"""

NOTE_A_BROKEN_DAY = """
async (script) => (await import(script)).$kept_cases.keepContact("funds-not-received", {
  id: "one", when: { local: "2026-11-20T10:00", zone: "Asia/Shanghai" }, said: "还在查", promised: "下周",
})
"""

# Of all at one moment: a letter is drawn anew when what it waits for has come.
BODY_TOPS = """
(builder, versions) => versions.map((version) => (
  [...builder.querySelectorAll(`.letter-paper[lang=${version}] .letter-body`)]
    .filter((line) => line.checkVisibility()).map((line) => line.getBoundingClientRect().top)
))
"""

BLANK_TEXTS = """
() => [...document.querySelectorAll(".letter-paper")].map((paper) => [
  paper.closest("[data-letter]").dataset.letter, paper.lang,
  [...paper.querySelectorAll(".letter-line")].map((line) => line.textContent).join("\\n\\n"),
])
"""

FILLED = {
    "entity": "支付宝（中国）网络技术有限公司",
    "name": "王小明",
    "contact": "wang@example.com",
    "account": "1234",
    "matter": "转账未到账 / transfer not received",
    "transaction": "2026112022001234567890123456",
    "story": "11-20 14:05 付款\n11-21 客服说处理中",
    "tried": "11-21 在线客服，编号 A1",
    "remedy": "退回 1,200.50 元\n说明原因",
    "next-body": "中国人民银行（12363）",
    "attachments": "电子回单",
}

EXPECTED = {
    "zh": """投诉｜转账未到账 / transfer not received｜人民币 1,200.50 元｜王小明

致：支付宝（中国）网络技术有限公司

本人就下列事项向贵方提出正式投诉。
投诉事项：转账未到账 / transfer not received

账户：尾号 1234
交易单号：2026112022001234567890123456
涉及金额：人民币 1,200.50 元
时间：2026 年 11 月 20 日 14:05

事情经过：
11-20 14:05 付款
11-21 客服说处理中

此前联系和答复的经过：
11-21 在线客服，编号 A1
此前投诉或通知如已起算办理期限，照旧计算，不因本信或下文的日期顺延。

《非银行支付机构监督管理条例》第三十五条规定了支付机构的责任。支付机构应当及时妥善处理与用户的争议，履行投诉处理主体责任。

本人请求：
1. 退回 1,200.50 元
2. 说明原因

请确认收到，告知承办部门，并于 2026 年 12 月 5 日前出具书面的最终答复。
如届时未收到答复，或对答复有异议，符合受理条件后，将依法提请中国人民银行（12363）处理。

就本人所知，以上所述属实。

此致
敬礼

附件：
电子回单

王小明
联系方式：wang@example.com

2026 年 11 月 26 日""",
    "zh-Hant": """投訴｜转账未到账 / transfer not received｜人民幣 1,200.50 元｜王小明

致：支付宝（中国）网络技术有限公司

本人就下列事項向貴方提出正式投訴。
投訴事項：转账未到账 / transfer not received

帳戶：尾號 1234
交易單號：2026112022001234567890123456
涉及金額：人民幣 1,200.50 元
時間：2026 年 11 月 20 日 14:05

事情經過：
11-20 14:05 付款
11-21 客服说处理中

此前聯絡和答覆的經過：
11-21 在线客服，编号 A1
此前投訴或通知如已起算辦理期限，照舊計算，不因本信或下文的日期順延。

《非银行支付机构监督管理条例》第三十五條規定了支付機構的責任。支付機構應當及時妥善處理與用戶的爭議，履行投訴處理主體責任。

本人請求：
1. 退回 1,200.50 元
2. 说明原因

請確認收到，告知承辦部門，並於 2026 年 12 月 5 日前出具書面的最終答覆。
如屆時未收到答覆，或對答覆有異議，符合受理條件後，將依法提請中国人民银行（12363）處理。

就本人所知，以上所述屬實。

此致
敬禮

附件：
电子回单

王小明
聯絡方式：wang@example.com

2026 年 11 月 26 日""",
    "en": """王小明
wang@example.com

26 November 2026

支付宝（中国）网络技术有限公司

Complaint | 转账未到账 / transfer not received | CNY 1,200.50 | 王小明

Dear Sir or Madam,

I am making a formal complaint to you.
The matter: 转账未到账 / transfer not received

Account: ending 1234
Transaction ID: 2026112022001234567890123456
Amount concerned: CNY 1,200.50
Time: 20 November 2026, 14:05

What happened:
11-20 14:05 付款
11-21 客服说处理中

Contact about this so far:
11-21 在线客服，编号 A1
Any time limit that already runs from an earlier notice continues to run; this letter does not restart it.

The Regulation on the Supervision and Administration of Non-bank Payment Institutions, article 35, requires such an \
institution to handle disputes with users promptly and properly. It is the party primarily responsible for complaints.

I ask you to:
1. 退回 1,200.50 元
2. 说明原因

Please acknowledge this letter, tell me who is handling it, and send your final response in writing by 5 December 2026.
Without a final response by then, or if I disagree, I will, when the rules allow, refer this to 中国人民银行（12363）.

This is true to the best of my knowledge.

Yours faithfully,

王小明

Attachments:
电子回单""",
}


def plain(guide: Guide, letter: Letter, language: Language) -> str:
    """A letter with nothing filled in, as the reader must find it on the clipboard."""

    def blank(placeholder: re.Match) -> str:
        if placeholder["words"] is not None:
            return placeholder["words"]
        return guide.words.letter.blank[language].replace("{label}", guide.field[placeholder[1]].label[language])

    lines = (text for _, text, _ in letter.paragraphs(guide.frame[language], language))
    return "\n\n".join(BLANK.sub(blank, line) for line in lines)


def letters_page(language: Language) -> str:
    return f"{start(language)}letters/"


def open_letter(page: Page, letter: str = LETTER, issue: str = ISSUE, language: Language = "zh") -> Locator:
    page.goto(f"{start(language)}issues/{issue}/")
    show_letter(page, letter)
    return open_form(page.locator(f"#letter-{letter} letter-builder"))


def open_form(builder: Locator) -> Locator:
    """All fields of a letter that has just been opened, and the letter in both languages that are written."""
    builder.locator(".letter-more > summary").click()
    own = builder.page.locator("html").get_attribute("lang")[:2]
    builder.locator(f".letter-show [value={next(other for other in WRITTEN if other != own)}]").check()
    builder.locator(".letter-beside input").check()
    return builder


def show_letter(page: Page, letter: str = LETTER) -> None:
    """Go to a letter that is shut, through the section of an issue's page that it stands in."""
    open_section(page, "written")
    page.locator(f"#letter-{letter} > summary").click()


def open_all(page: Page) -> None:
    """Open every letter of a page, as many readers would one after the other."""
    unfold(page)
    for letter in page.locator("letter-builder").all():
        letter.locator("xpath=parent::details").locator("> summary").click()
        expect(letter.locator("letter-ways")).to_have_count(len(LANGUAGES))


def field(builder: Locator, name: str) -> Locator:
    return builder.locator(f"typed-field[data-field='{name}'] .field-value")


def fill_in(builder: Locator, values: dict[str, str] = FILLED) -> None:
    for name, value in values.items():
        field(builder, name).fill(value)


def fill_all(builder: Locator) -> None:
    fill_in(builder)
    field(builder, "amount").fill("1200.5")
    builder.locator("[data-field=amount] select").select_option("CNY")
    field(builder, "happened").fill("2026-11-20T14:05")
    builder.locator("[data-field=happened] select").select_option("Asia/Shanghai")
    field(builder, "reply-by").fill("2026-12-05")
    field(builder, "dated").fill("2026-11-26")


def ways(builder: Locator, version: Language) -> Locator:
    return builder.locator(f"letter-ways[data-language={version}]")


def paper(builder: Locator, version: Language) -> Locator:
    return builder.locator(f".letter-paper[lang={version}]")


def take(way: Locator, button: str = ".way-copy") -> None:
    """Take a letter by one of its ways, in whatever language its story is told."""
    way.locator(button).click()
    asked = way.locator(".gate-tongue .gate-pass")
    if asked.is_visible():
        asked.click()


def copied(page: Page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


@pytest.fixture
def page(new_context: NewContext) -> Page:
    """A fresh page in Shanghai that may use the clipboard."""
    context = new_context(permissions=["clipboard-read", "clipboard-write"], timezone_id="Asia/Shanghai")
    page = context.new_page()
    page.add_init_script(PRINTER)
    return page


# Filling in --------------------------------------------------------------------------------


@pytest.mark.parametrize("version", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_letter_is_copied_whole_in_any_language(page: Page, guide: Guide, language: str, version: str):
    builder = open_letter(page, language=language)
    fill_all(builder)
    builder.locator(f".letter-show [value={version}]").check()
    take(ways(builder, version))
    expect(ways(builder, version).locator(".way-said")).to_have_text(guide.words.ways.copied[language])
    assert copied(page) == EXPECTED[version]


def test_both_versions_change_with_every_keystroke(page: Page):
    builder = open_letter(page)
    field(builder, "matter").press_sequentially("ab")
    for version in WRITTEN:
        expect(paper(builder, version).locator("[data-field=matter]").first).to_have_text("ab")


def test_what_is_typed_fills_the_same_blank_of_other_letters(page: Page):
    fill_in(open_letter(page), {"transaction": "T-987654321"})
    other = open_letter(page, "follow-up")
    expect(field(other, "transaction")).to_have_value("T-987654321")
    expect(paper(other, "en")).to_contain_text("Transaction ID: T-987654321")


def test_what_is_about_the_person_is_typed_once_for_every_case(page: Page):
    fill_in(open_letter(page), {"name": "王小明", "matter": "未到账"})
    other = open_letter(page, issue="wrong-deduction")
    expect(field(other, "name")).to_have_value("王小明")
    expect(field(other, "matter")).to_have_value("")


def test_a_day_asked_for_in_one_letter_is_not_asked_for_in_the_next(page: Page):
    fill_in(open_letter(page), {"reply-by": "2026-12-05"})
    expect(field(open_letter(page, "follow-up"), "reply-by")).to_have_value("")


def test_a_part_that_is_not_needed_is_not_in_the_letter(page: Page):
    builder = open_letter(page)
    fill_all(builder)
    assert "本人认为不当" not in paper(builder, "zh").inner_text()
    fill_in(builder, {"reason": "承诺 2 小时到账"})
    expect(paper(builder, "zh")).to_contain_text("本人认为不当，理由是：承诺 2 小时到账")
    expect(paper(builder, "en")).to_contain_text("Why I think this is wrong: 承诺 2 小时到账")


def test_rows_of_payments_become_numbered_lines(page: Page):
    builder = open_letter(page, "unauthorised-transactions", "account-security")
    table = builder.locator("typed-field[data-field=payments]")
    for row, values in enumerate([["2026-11-01T10:00", "5", "A", "T1"], ["2026-11-01T10:01", "CNY 6", "B", "T2"]]):
        if row:
            table.locator(".field-add").click()
        for cell, value in zip(table.locator(".field-row").nth(row).locator("input").all(), values, strict=True):
            cell.fill(value)
    expect(paper(builder, "en")).to_contain_text(
        "1. 1 November 2026, 10:00; CNY 5.00; to A; ID T1\n2. 1 November 2026, 10:01; CNY 6.00; to B; ID T2"
    )
    table.locator(".field-remove").first.click()
    expect(paper(builder, "en")).to_contain_text("\n1 November 2026, 10:01; CNY 6.00; to B; ID T2")
    expect(table.locator(".field-row")).to_have_count(1)


EMPTY_ALL = "document.querySelectorAll('typed-field input').forEach((input) => { input.value = ''; })"
"""What WebKit does with fields when a page comes back."""


def test_an_amount_that_a_browser_has_emptied_is_not_lost_with_its_currency_changed(page: Page):
    builder = open_letter(page)
    field(builder, "amount").fill("4321")
    builder.locator("[data-field=amount] select").select_option("CNY")
    page.evaluate(EMPTY_ALL)
    builder.locator("[data-field=amount] select").select_option("USD")
    expect(paper(builder, "en").locator("[data-field=amount]").first).to_have_text("USD 4,321.00")


def test_a_row_that_a_browser_has_emptied_is_not_lost_with_one_cell_changed(page: Page):
    builder = open_letter(page, "unauthorised-transactions", "account-security")
    cells = builder.locator("typed-field[data-field=payments] .field-row input")
    for cell, value in zip(cells.all(), ("2026-11-01T10:00", "CNY 5.00", "A", "T1"), strict=True):
        cell.fill(value)
    page.evaluate(EMPTY_ALL)
    cells.nth(0).fill("2026-11-02T10:00")
    expect(paper(builder, "en")).to_contain_text("2 November 2026, 10:00; CNY 5.00; to A; ID T1")


def test_an_amount_that_could_mean_two_things_is_asked_about(page: Page):
    builder = open_letter(page)
    field(builder, "amount").fill("1.200")
    expect(builder.locator("[data-field=amount] .field-fault")).to_be_visible()
    field(builder, "amount").fill("1200.50")
    expect(builder.locator("[data-field=amount] .field-fault")).to_be_hidden()


# Kept --------------------------------------------------------------------------------------

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "{x} {matter} $$ $& $1 \\n %s",
    "\u202eright to left\u202c \u200f",
    "👩‍👩‍👧‍👦🇨🇳é",
    "字" * 5000,
    '"; </script><b>',
]


@pytest.mark.parametrize("typed", HOSTILE, ids=["tag", "placeholder", "rtl", "emoji", "long", "quote"])
def test_what_is_typed_is_shown_and_copied_exactly(page: Page, typed: str):
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    builder = open_letter(page)
    fill_all(builder)
    fill_in(builder, {"story": typed})
    for version in WRITTEN:
        take(ways(builder, version))
        expect(ways(builder, version).locator(".way-said")).not_to_be_empty()
        assert f"\n{typed}\n" in copied(page)
    assert builder.locator("img, b, script").count() == 0


@pytest.mark.parametrize("leave", [
    lambda page: page.reload(),
    lambda page: (page.goto("about/"), page.go_back()),
    lambda page: page.goto(f"en/issues/{ISSUE}/"),
], ids=["reload", "back", "other language"])  # fmt: skip
def test_what_was_typed_is_there_again(page: Page, leave):
    fill_in(open_letter(page), {"matter": "未到账"})
    leave(page)
    builder = page.locator(f"#letter-{LETTER} letter-builder")
    if not builder.is_visible():
        show_letter(page)
    shown = builder.locator(".letter-paper:not(.not-shown)").first
    expect(shown.locator("[data-field=matter]").first).to_have_text("未到账")


def test_two_tabs_of_a_reader_who_keeps_things_show_the_same(page: Page):
    builder = open_letter(page)
    builder.locator(".keep-mine").click()
    tab = page.context.new_page()
    other = open_letter(tab)
    fill_in(builder, {"matter": "一边"})
    expect(field(other, "matter")).to_have_value("一边")
    fill_in(other, {"story": "另一边"})
    expect(field(builder, "story")).to_have_value("另一边")
    expect(paper(builder, "en")).to_contain_text("另一边")


def test_where_nothing_can_be_kept_the_letter_works_and_says_so(new_context: NewContext, guide: Guide):
    page = new_context().new_page()
    page.add_init_script("""
      for (const name of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(window, name, { get() { throw new DOMException("Blocked.", "SecurityError"); } });
      }
    """)
    builder = open_letter(page)
    fill_in(builder, {"matter": "未到账"})
    expect(paper(builder, "zh")).to_contain_text("未到账")
    expect(builder.locator(".keep-state")).to_have_text(guide.words.keep.nowhere["zh"])


def test_where_there_is_no_room_left_the_letter_says_so(new_context: NewContext, guide: Guide):
    page = new_context().new_page()
    page.add_init_script("""
      Storage.prototype.setItem = () => { throw new DOMException("Full.", "QuotaExceededError"); };
    """)
    builder = open_letter(page)
    fill_in(builder, {"matter": "未到账"})
    expect(paper(builder, "zh")).to_contain_text("未到账")
    expect(builder.locator(".keep-state")).to_have_text(guide.words.keep.nowhere["zh"])


@pytest.mark.parametrize("broken", ["{", "null", "[1, null]", '"text"', "\u0000", "{}", "5", '{"amount": 5}',
                                    '[{"amount": 5}]', '{"amount": {"a": 1}}'])  # fmt: skip
def test_values_broken_by_someone_else_do_not_break_the_letter(page: Page, broken: str):
    builder = open_letter(page)
    names = ["amount", "happened", "payments", "reply-by", "matter"]
    page.evaluate(
        """([keys, value]) => keys.forEach((key) => sessionStorage.setItem(key, value))""",
        [[f"wallet-complaint-guide@/:v1:case:{ISSUE}:field:{name}" for name in names], broken],
    )
    page.reload()
    builder = page.locator(f"#letter-{LETTER} letter-builder")
    show_letter(page)
    fill_all(open_form(builder))
    take(ways(builder, "en"))
    expect(ways(builder, "en").locator(".way-said")).not_to_be_empty()
    assert copied(page) == EXPECTED["en"]


# The gate ----------------------------------------------------------------------------------


def test_a_letter_with_blanks_does_not_leave_unasked(page: Page, guide: Guide):
    builder = open_letter(page)
    page.evaluate("navigator.clipboard.writeText('before')")
    way = ways(builder, "zh")
    way.locator(".way-copy").click()
    gate = way.locator(".gate-missing")
    expect(gate).to_be_focused()
    expect(gate.get_by_role("listitem")).to_have_count(len(guide.letter[LETTER].required))
    assert copied(page) == "before"
    gate.get_by_role("button", name=guide.field["entity"].label.zh).click()
    expect(field(builder, "entity")).to_be_focused()
    way.locator(".way-copy").click()
    gate.locator(".gate-pass").click()
    expect(way.locator(".way-said")).not_to_be_empty()
    assert "致：【公司全称】" in copied(page)


def test_who_speaks_of_an_attachment_is_asked_for_the_list(page: Page, guide: Guide):
    builder = open_letter(page)
    fill_all(builder)
    way = ways(builder, "en")
    asked = way.locator(".gate-missing").get_by_role("button", name=guide.field["attachments"].label.zh)
    field(builder, "attachments").fill("")
    way.locator(".way-copy").click()
    expect(asked).to_be_hidden()
    field(builder, "story").fill("I was in an exam, see attachment 2.")
    way.locator(".way-copy").click()
    expect(asked).to_be_visible()
    field(builder, "attachments").fill("Letter of the school")
    way.locator(".way-copy").click()
    expect(asked).to_be_hidden()


def test_proof_that_one_may_write_for_another_is_an_attachment_when_the_reader_sends_it(page: Page):
    """It stood nowhere, and the desk asked for it first; what the reader does not send is never listed."""
    builder = open_letter(page)
    letter = paper(builder, "zh")
    field(builder, "authority-proof").select_option("power-of-attorney")
    expect(letter).not_to_contain_text("附件 1：授权委托书")
    field(builder, "principal").fill("陈国强")
    field(builder, "capacity").select_option("authorised")
    expect(letter).to_contain_text("可以随时出示授权委托书")
    expect(letter).to_contain_text("附件 1：授权委托书")
    field(builder, "authority-proof").select_option("")
    expect(letter).to_contain_text("可以随时出示证明")
    expect(letter).not_to_contain_text("附件 1：授权委托书")


def test_family_without_authority_claims_none_and_asks_which_the_company_accepts(page: Page):
    builder = open_letter(page, language="en")
    statement = paper(builder, "en").locator(".letter-statement").first
    field(builder, "principal").fill("Grace Osei")
    field(builder, "authority-proof").select_option("power-of-attorney")
    field(builder, "capacity").select_option("family")
    expect(statement).to_contain_text("I do not have written authority yet")
    expect(statement).to_contain_text("tell me which form of authority you accept")
    expect(statement).not_to_contain_text(re.compile("authorised|I can show|entitled"))
    assert not statement.evaluate("(line) => /\\s$/.test(line.textContent)")
    expect(paper(builder, "en")).not_to_contain_text("Attachment 1: Signed authority")


def test_what_a_choice_denies_is_neither_asked_nor_in_the_letter(page: Page, guide: Guide):
    """“No code was given to anybody” stood above “I shared my screen”."""
    builder = open_letter(page, "unauthorised-transactions", "account-security")
    letter = paper(builder, "zh")
    told = builder.locator("typed-field[data-field='codes-shared']")
    field(builder, "codes-given").select_option("none")
    expect(told).to_be_hidden()
    field(builder, "codes-given").select_option("some")
    field(builder, "codes-shared").fill("读出过一个验证码")
    expect(letter).to_contain_text("读出过一个验证码")
    field(builder, "codes-given").select_option("none")
    expect(letter).not_to_contain_text("读出过一个验证码")
    (none,) = (choice for choice in guide.field["codes-given"].choices if choice.id == "none")
    expect(told).to_contain_text(guide.words.field.denied["zh"].replace("{text}", none.label["zh"]))
    expect(field(builder, "codes-shared")).to_have_value("读出过一个验证码")


@pytest.mark.parametrize(("typed", "kind"), [
    ("对方要我报验证码 482913", "one-time-code"),
    ("我的密码是 abc12345", "password"),
    ("身份证 11010519491231002X", "mainland-id"),
    ("CVV 是 123", "cvv"),
])  # fmt: skip
def test_a_secret_never_leaves(page: Page, guide: Guide, typed: str, kind: str):
    builder = open_letter(page)
    fill_all(builder)
    fill_in(builder, {"story": typed})
    page.evaluate("navigator.clipboard.writeText('before')")
    way = ways(builder, "zh")
    for button in (".way-copy", ".way-edit"):
        way.locator(button).click()
    way.locator(".way-copy").click()
    gate = way.locator(".gate-risks")
    expect(gate).to_contain_text(getattr(guide.words.guard, kind.replace("-", "_")).zh)
    expect(gate.locator(".gate-pass")).to_be_hidden()
    assert copied(page) == "before"


@pytest.mark.parametrize(("typed", "kind"), [
    ("否则我就曝光你们", "threat"),
    ("你们是黑心公司", "label"),
    ("卡号 6222021234567890128", "card"),
])  # fmt: skip
def test_what_harms_its_writer_is_shown_and_may_be_passed(page: Page, guide: Guide, typed: str, kind: str):
    builder = open_letter(page)
    fill_all(builder)
    fill_in(builder, {"story": typed})
    way = ways(builder, "zh")
    way.locator(".way-copy").click()
    gate = way.locator(".gate-risks")
    expect(gate).to_contain_text(getattr(guide.words.guard, kind).zh)
    gate.locator(".gate-pass").click()
    expect(way.locator(".way-said")).to_have_text(guide.words.ways.copied.zh)
    assert typed in copied(page)


# The reader's own version ------------------------------------------------------------------


def test_the_reader_may_change_the_letter_and_go_back(page: Page):
    builder = open_letter(page)
    fill_all(builder)
    way = ways(builder, "zh")
    way.locator(".way-edit").click()
    editor = way.locator(".letter-editor")
    expect(editor).to_have_value(EXPECTED["zh"])
    editor.fill("我自己写的")
    page.reload()
    show_letter(page)
    expect(editor).to_have_value("我自己写的")
    way.locator(".way-copy").click()
    expect(way.locator(".way-said")).not_to_be_empty()
    assert copied(page) == "我自己写的"
    way.locator(".way-rebuild").click()
    expect(editor).to_be_hidden()
    expect(paper(builder, "zh")).to_contain_text("致：支付宝")
    take(ways(builder, "en"))
    assert copied(page) == EXPECTED["en"]


def test_a_changed_letter_with_a_blank_in_it_does_not_leave_unasked(page: Page):
    builder = open_letter(page)
    way = ways(builder, "en")
    way.locator(".way-edit").click()
    way.locator(".letter-editor").fill("Dear [full name of the company], give it back.")
    way.locator(".way-copy").click()
    expect(way.locator(".gate-missing").get_by_role("listitem")).to_have_count(1)


# Other ways out ----------------------------------------------------------------------------


@pytest.fixture
def ready(page: Page) -> Locator:
    """The ways out of a letter that is filled in, in Chinese."""
    builder = open_letter(page)
    fill_all(builder)
    way = ways(builder, "zh")
    way.locator(".way-more > summary").click()
    return way


def test_a_text_file_holds_the_letter(page: Page, ready: Locator):
    with page.expect_download() as download:
        ready.locator(".way-text").click()
    data = Path(download.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == EXPECTED["zh"].replace("\n", "\r\n") + "\r\n"
    assert download.value.suggested_filename == "投诉信-L1.txt"


@pytest.mark.parametrize(("paper_size", "millimetres"), [("a4", (210, 297)), ("letter", (216, 279))])
def test_a_word_file_holds_the_letter(page: Page, ready: Locator, paper_size: str, millimetres: tuple[int, int]):
    ready.locator(".way-paper").select_option(paper_size)
    with page.expect_download() as download:
        ready.locator(".way-word").click()
    document = docx.Document(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert [paragraph.text for paragraph in document.paragraphs] == [
        line for line in EXPECTED["zh"].split("\n") if line
    ]
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == millimetres


def test_formatted_copying_gives_paragraphs_and_plain_text(page: Page, ready: Locator):
    ready.locator(".way-formatted").click()
    expect(ready.locator(".way-said")).not_to_be_empty()
    html = page.evaluate("""async () => {
      const [item] = await navigator.clipboard.read();
      return (await item.getType("text/html")).text();
    }""")
    assert "事情经过：<br>11-20 14:05 付款" in html
    assert html.startswith('<p align="center"><strong>投诉｜')
    assert html.endswith('<p align="right">2026 年 11 月 26 日</p>')
    assert copied(page) == EXPECTED["zh"]


def test_the_share_sheet_gets_subject_and_body(page: Page):
    page.add_init_script("navigator.share = async (shared) => { window.shared = shared; };")
    builder = open_letter(page)
    fill_all(builder)
    way = ways(builder, "zh")
    way.locator(".way-more > summary").click()
    way.locator(".way-share").click()
    subject, _, body = EXPECTED["zh"].partition("\n\n")
    assert page.evaluate("window.shared") == {"title": subject, "text": body}


def test_a_letter_that_fits_goes_into_the_mail(page: Page):
    page.add_init_script("window.open = (address) => { window.opened = address; };")
    builder = open_letter(page)
    fill_all(builder)
    short = {"entity": "Alipay", "matter": "a transfer", "remedy": "a refund", "next-body": "the bank", "name": "Wang"}
    fill_in(builder, {"story": "a", "tried": "b", "attachments": "c", **short})
    builder.locator("[data-field=right] select").select_option("-")
    way = ways(builder, "en")
    way.locator(".way-more > summary").click()
    way.get_by_role("group").filter(has=page.locator(".way-mail")).last.locator("summary").click()
    way.locator(".way-to").fill("complaints@example.com")
    way.locator(".way-mail").click()
    assert page.evaluate("window.opened").startswith("mailto:complaints@example.com?subject=Complaint%20%7C")
    assert "Dear%20Sir%20or%20Madam" in page.evaluate("window.opened")


def test_print_gives_the_letter_alone(page: Page, ready: Locator):
    ready.locator(".way-print").click()
    (sheet,) = page.evaluate("window.printed")
    assert sheet["lang"] == "zh"
    assert sheet["text"] == EXPECTED["zh"].replace("\n\n", "")
    expect(page.locator(".print-sheet")).to_have_count(0)


def test_a_letter_on_paper_has_addresses_and_a_line_to_sign(page: Page, ready: Locator):
    ready.locator(".way-post > summary").click()
    ready.locator(".way-sender").fill("上海市某路 1 号")
    ready.locator(".way-firm").fill("杭州市某路 2 号")
    ready.locator(".way-post-print").click()
    (sheet,) = page.evaluate("window.printed")
    assert "致：支付宝（中国）网络技术有限公司\n杭州市某路 2 号" in sheet["text"]
    assert "王小明\n联系方式：wang@example.com\n上海市某路 1 号" in sheet["text"]


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_printed_letter_fits_the_paper(page: Page, ready: Locator, size: str):
    page.evaluate("window.print = () => {}")
    ready.locator(".way-print").click()
    page.emulate_media(media="print")
    expect(page.locator(".print-sheet")).to_be_visible()
    expect(page.locator("header")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.pdf(format=size).count(b"/Type /Page\n") == 1


def test_a_letter_is_cut_for_a_chat(page: Page, ready: Locator):
    ready.locator(".way-chat > summary").click()
    ready.locator(".way-limit").fill("100")
    ready.locator(".way-cut").click()
    pieces = ready.locator(".way-pieces .copyable").all_text_contents()
    assert len(pieces) > 3
    assert all(len(piece) <= 100 and piece.startswith(f"（{n}/{len(pieces)}）") for n, piece in enumerate(pieces, 1))
    assert any(FILLED["transaction"] in piece for piece in pieces)
    ready.locator(".way-pieces button").nth(1).click()
    expect(ready.locator(".way-said")).not_to_be_empty()
    assert copied(page) == pieces[1]


def test_a_web_form_is_filled_box_by_box(page: Page, ready: Locator, guide: Guide):
    ready.locator(".way-form > summary").click()
    ready.locator(".way-box").click()
    boxes = dict(zip(
        ready.locator(".way-boxes dt").all_text_contents(),
        ready.locator(".way-boxes .copyable").all_text_contents(),
        strict=True,
    ))  # fmt: skip
    assert boxes[guide.field["amount"].label.zh] == "人民币 1,200.50 元"
    assert boxes[guide.words.ways.body.zh].startswith("致：支付宝")


def test_a_phone_script_says_what_the_letter_says(page: Page, ready: Locator):
    ready.locator(".way-phone > summary").click()
    spoken = ready.locator(".way-script")
    for said in (
        "我叫王小明。",
        "账户是尾号 1234。",
        "要投诉的事：转账未到账",
        "交易单号后六位是 123456。",
        "金额是人民币 1,200.50 元。",
        "1. 退回 1,200.50 元",
    ):
        expect(spoken).to_contain_text(said)
    expect(spoken).not_to_contain_text("请马上冻结")
    expect(spoken).not_to_contain_text("打来的")


def test_a_phone_script_in_another_language_says_in_the_readers_own_what_it_means(page: Page):
    builder = open_letter(page)
    fill_all(builder)
    way = ways(builder, "en")
    way.locator(".way-more > summary").click()
    way.locator(".way-phone > summary").click()
    said = way.locator(".way-script p")
    expect(said.filter(has_text="Please register this as a formal complaint.")).to_have_attribute("lang", "en")
    meant = said.filter(has_text="请登记为正式投诉。")
    expect(meant).to_have_attribute("lang", "zh")
    texts = said.all_text_contents()
    assert "My name is 王小明." in texts[0]
    assert "我叫王小明。" in texts[1]
    assert len(texts) % 2 == 0


def test_a_phone_script_of_stolen_money_begins_with_what_must_be_stopped_and_has_no_blanks(page: Page):
    builder = open_letter(page, "scam-report", "account-security")
    way = ways(builder, "zh")
    way.locator(".way-more > summary").click()
    way.locator(".way-phone > summary").click()
    spoken = way.locator(".way-script")
    expect(spoken).to_contain_text("请马上冻结、止付")
    expect(spoken).not_to_contain_text("【")


def test_the_complaint_pack_holds_everything(page: Page, guide: Guide):
    page.goto(f"issues/{ISSUE}/")
    essential = [item for item in guide.items(ISSUE, "evidence") if item.need == "essential"][:2]
    open_section(page, "evidence")
    for item in essential:
        page.locator(f".fold [data-item='{item.id}']").first.check()
    builder = open_letter(page)
    fill_all(builder)
    fill_in(builder, {"attachments": ""})
    way = ways(builder, "zh")
    way.locator(".way-more > summary").click()
    way.locator(".way-sent").click()
    way.get_by_role("group").filter(has=page.locator(".way-pack")).last.locator("summary").click()
    way.locator(".way-pack").click()
    (pack,) = page.evaluate("window.printed")
    for piece in (
        guide.words.pack.title.zh,
        "人民币 1,200.50 元",
        f"附件 1：{essential[0].attached.zh}",
        f"附件 2：{essential[1].attached.zh}",
        "11-21 客服说处理中",
        "信中请对方在 2026 年 12 月 5 日前答复",
    ):
        assert piece in pack["text"], piece
    assert pack["marks"] == ["contact", "promised"], "the day it was sent, and the day it asks for"


def test_a_day_in_the_log_that_is_none_does_not_spoil_the_packs_picture(page: Page, guide_script: str):
    builder = open_letter(page)
    page.evaluate(NOTE_A_BROKEN_DAY, guide_script)
    fill_all(builder)
    way = ways(builder, "zh")
    way.locator(".way-more > summary").click()
    way.get_by_role("group").filter(has=page.locator(".way-pack")).last.locator("summary").click()
    way.locator(".way-pack").click()
    (pack,) = page.evaluate("window.printed")
    assert pack["marks"] == ["contact"]
    assert "NaN" not in pack["drawn"]
    assert "还在查" in pack["text"]


# The template ------------------------------------------------------------------------------


@pytest.mark.parametrize("language", WRITTEN)
def test_the_blank_template_of_every_letter_can_be_copied(page: Page, guide: Guide, language: Language):
    page.goto(letters_page(language))
    for letter in guide.letters:
        page.locator(f".letters:has([data-letter={letter.id}]) > details > summary").click()
        for version in LANGUAGES:
            builder = page.locator(f"[data-letter={letter.id}]")
            builder.locator(f".letter-show [value={version}]").check()
            way = ways(builder, version)
            way.locator(".way-blank").click()
            expect(way.locator(".way-said")).to_have_text(guide.words.ways.blank_copied[language])
            assert copied(page) == plain(guide, letter, version), f"{letter.id}, {version}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_is_the_same_on_every_page_that_has_it(new_context: NewContext, guide: Guide, language: Language):
    page = new_context(java_script_enabled=False).new_page()
    fitting = {f"{start(language)}issues/{issue.id}/letters/": issue.letters for issue in guide.issues}
    for path, letters in {**fitting, letters_page(language): list(guide.letter)}.items():
        page.goto(path)
        expected = [[id, language, plain(guide, guide.letter[id], language)] for id in letters]
        assert page.evaluate(BLANK_TEXTS) == expected, path


def test_the_page_of_letters_asks_which_case_a_letter_is_about(page: Page, guide: Guide):
    page.goto("letters/?case=slow-support#follow-up")
    builder = page.locator("[data-letter=follow-up]")
    choice = builder.locator(".letter-case select")
    expect(choice).to_have_value("slow-support")
    open_form(builder)
    fill_in(builder, {"matter": "客服不回"})
    choice.select_option("wrong-deduction")
    expect(field(builder, "matter")).to_have_value("")
    choice.select_option("slow-support")
    expect(field(builder, "matter")).to_have_value("客服不回")


@pytest.mark.parametrize("clipboard", [CLIPBOARD_REFUSED, CLIPBOARD_MISSING], ids=["refused", "missing"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_where_copying_is_refused_the_text_is_selected(page: Page, guide: Guide, clipboard: str, language: Language):
    page.add_init_script(clipboard)
    builder = open_letter(page, language=language)
    way = ways(builder, "en")
    way.locator(".way-blank").click()
    expect(way.locator(".way-said")).to_have_text(guide.words.ways.copy_refused[language])
    by_hand = way.locator(".way-by-hand")
    expect(by_hand).to_be_focused()
    expect(by_hand).to_have_value(plain(guide, guide.letter[LETTER], "en"))
    assert page.evaluate("document.activeElement.selectionEnd - document.activeElement.selectionStart") == len(
        plain(guide, guide.letter[LETTER], "en")
    )


# Reading -----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_stands_in_every_language_the_readers_own_first(page: Page, guide: Guide, language: Language):
    page.goto(letters_page(language))
    open_all(page)
    for letter in guide.letters:
        papers = page.locator(f"[data-letter={letter.id}] .letter-paper")
        expect(papers).to_have_count(len(LANGUAGES))
        expect(papers.first).to_have_attribute("lang", language)
    expect(page.locator(".letter-other")).to_have_count(0)


@pytest.mark.parametrize(("own", "foreign"), [("zh", ["en"]), ("zh-Hant", ["en"]), ("en", ["zh", "zh-Hant"])])
def test_who_sends_a_letter_in_another_language_is_told_that_their_words_are_not_translated(
    page: Page, guide: Guide, own: Language, foreign: list[Language]
):
    builder = open_letter(page, language=own)
    note = builder.locator(".letter-foreign")
    for language in LANGUAGES:
        builder.locator(f".letter-show [value={language}]").check()
        expect(note).to_be_visible(visible=language in foreign)
    expect(note).to_have_text(guide.words.letter.foreign[own])


STORIES = {
    "zh": "11 月 20 日，账户里的钱被转到一个不认识的商户，客服一直没有答复。",
    "en": "On 20 November the money went to a merchant I do not know. Nobody answers.",
}


@pytest.mark.parametrize(("sent", "told"), [("en", "zh"), ("zh", "en"), ("en", "en"), ("zh-Hant", "zh")])
def test_a_story_in_another_language_than_the_letter_is_named_before_the_letter_leaves(
    page: Page, guide: Guide, sent: Language, told: Language
):
    builder = open_letter(page, language="zh")
    builder.locator(f".letter-show [value={sent}]").check()
    fill_in(builder, {"story": STORIES[told], "name": "山田太郎"})
    way = ways(builder, sent)
    way.locator(".way-copy").click()
    way.locator(".gate-missing .gate-pass").click()
    gate = way.locator(".gate-tongue")
    said = way.locator(".way-said")
    if sent[:2] == told:
        expect(said).to_have_text(guide.words.ways.copied.zh)
        return
    expect(gate.locator("li")).to_have_text(guide.field["story"].label.zh)
    expect(said).to_be_empty()
    gate.locator("li button").click()
    expect(field(builder, "story")).to_be_focused()
    gate.locator(".gate-pass").click()
    expect(said).to_have_text(guide.words.ways.copied.zh)


@pytest.mark.parametrize(("typed", "sent", "is_asked"), [
    ("11 月 25 日打客服电话，编号 A1", "en", True),
    ("25 November, by phone to the support desk, A1", "zh", True),
    ("25 November, by phone, A1", "en", False),
    ("支付宝（中国）网络技术有限公司的客服", "en", False),
])  # fmt: skip
def test_of_a_short_answer_sentences_are_asked_about_and_names_are_not(
    page: Page, guide: Guide, typed: str, sent: Language, is_asked: bool
):
    builder = open_letter(page, "unauthorised-transactions", "account-security")
    builder.locator(f".letter-show [value={sent}]").check()
    fill_in(builder, {"notified": typed})
    way = ways(builder, sent)
    way.locator(".way-copy").click()
    way.locator(".gate-missing .gate-pass").click()
    if is_asked:
        expect(way.locator(".gate-tongue li")).to_have_text(guide.field["notified"].label.zh)
    else:
        expect(way.locator(".way-said")).to_have_text(guide.words.ways.copied.zh)


def test_a_line_that_tells_how_it_happened_is_asked_about_without_any_mark(page: Page, guide: Guide):
    builder = open_letter(page, "mistaken-transfer")
    builder.locator(".letter-show [value=en]").check()
    fill_in(builder, {"how-mistaken": "选了通讯录里同名的另一个人"})
    way = ways(builder, "en")
    way.locator(".way-copy").click()
    way.locator(".gate-missing .gate-pass").click()

    expect(way.locator(".gate-tongue li")).to_have_text(guide.field["how-mistaken"].label.zh)


@pytest.mark.parametrize("width", [390, 1400])
def test_paragraphs_of_both_languages_stand_by_each_other(new_context: NewContext, width: int):
    page = new_context(viewport={"width": width, "height": 900}).new_page()
    builder = open_letter(page)
    zh, en = builder.evaluate(BODY_TOPS, WRITTEN)
    if width == 1400:
        assert zh == en
    else:
        both = [top for pair in zip(zh, en, strict=True) for top in pair]
        assert both == sorted(both)
    builder.locator(".letter-beside input").uncheck()
    expect(paper(builder, "zh")).to_be_hidden()
    expect(ways(builder, "zh")).to_be_hidden()
    expect(paper(builder, "en")).to_be_visible()


@pytest.mark.parametrize("version", LANGUAGES)
def test_every_blank_is_marked_with_its_field(new_context: NewContext, guide: Guide, version: Language):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(letters_page(version))
    for letter in guide.letters:
        texts = [text for _, text, _ in letter.paragraphs(guide.frame[version], version)]
        fields = [name for text in texts for name, _, words in BLANK.findall(text) if not words]
        blanks = paper(page.locator(f"[data-letter={letter.id}]"), version).locator("mark.blank")
        assert blanks.evaluate_all("(blanks) => blanks.map((blank) => blank.dataset.field)") == fields


def test_everything_is_done_by_keyboard(page: Page):
    page.goto(f"issues/{ISSUE}/")
    page.locator(".fold > summary:has(#written)").press("Enter")
    page.locator(f"#letter-{LETTER} > summary").press("Enter")
    builder = page.locator(f"#letter-{LETTER} letter-builder")
    expect(builder.locator(".letter-fields")).to_be_visible()
    address = page.url
    field(builder, "matter").focus()
    # n, p, s, f, comma, dot and slash are the theme's shortcuts.
    page.keyboard.type("npsf,./")
    expect(field(builder, "matter")).to_have_value("npsf,./")
    ways(builder, "zh").locator(".way-blank").focus()
    page.keyboard.type("npsf,./")
    page.keyboard.press("Enter")
    expect(ways(builder, "zh").locator(".way-said")).not_to_be_empty()
    assert page.url == address
    expect(page.locator("#__search")).not_to_be_checked()


def test_an_address_that_was_cut_in_the_middle_of_a_character_does_not_keep_the_letters_shut(page: Page):
    page.goto(f"issues/{ISSUE}/#%E4%BF")
    show_letter(page)
    expect(page.locator(f"#letter-{LETTER} .way-copy").first).to_be_visible()


@pytest.mark.parametrize("language", WRITTEN)
def test_without_javascript_a_letter_is_a_template_to_read_and_the_other_version_one_step_away(
    new_context: NewContext, guide: Guide, language: Language
):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{start(language)}issues/{ISSUE}/")
    open_section(page, "written")
    page.locator(f"#letter-{LETTER} a").click()
    page.locator(f"#letter-{LETTER} > summary").click()
    expect(page.get_by_role("article").get_by_role("button")).to_have_count(0)
    builder = page.locator(f"[data-letter={LETTER}]")
    assert_stands(paper(builder, language), plain(guide, guide.letter[LETTER], language))

    (other,) = set(WRITTEN) - {language}
    builder.get_by_role("link", name=guide.words.letter.version[other]).click()
    expect(page.locator(f"h2#{LETTER}")).to_be_in_viewport()
    page.locator(f".letters:has([data-letter={LETTER}]) > details > summary").click()
    assert_stands(paper(builder, other), plain(guide, guide.letter[LETTER], other))


def assert_stands(paper: Locator, text: str) -> None:
    seen = paper.inner_text()
    for line in text.splitlines():
        assert line in seen


def test_the_page_asks_for_no_secret_it_would_have_to_keep(site: Path):
    """No field is for a password, a code, a card or an ID: the data that a page offers to type names none."""
    desks = [json.loads(path.read_text("utf-8")) for path in site.glob("assets/guide-*/desk.*.json")]
    assert len(desks) == len(LANGUAGES)
    for desk in desks:
        assert not {"password", "code", "card", "cvv", "id-number"} & set(desk["data"]["fields"])
