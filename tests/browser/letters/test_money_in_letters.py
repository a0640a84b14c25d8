"""Money in letters: each amount with a currency that its writer chose or saw, sums that add up, rows that read well."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.model.guide import Guide
from macros.model.languages import WRITTEN
from tests.browser.conftest import NewContext, open_section, start

PREFIX = "wallet-complaint-guide@/:v1:"
FIRST = ("first-complaint", "funds-not-received")
CHARGE = ("wrong-charge-refund", "wrong-deduction")
SCAM = ("scam-report", "account-security")
LONDON = {"timezone_id": "Europe/London", "locale": "en-GB"}
SHANGHAI = {"timezone_id": "Asia/Shanghai", "locale": "zh-CN"}
NOWHERE = {"timezone_id": "UTC", "locale": "eo"}
"""A device from which no region can be guessed."""


class Form:
    """A letter with all of its form in view."""

    def __init__(self, page: Page, letter: str, issue: str, language: str) -> None:
        page.goto(f"{start(language)}issues/{issue}/")
        open_section(page, "written")
        page.locator(f"#letter-{letter} > summary").click()
        self.builder = page.locator(f"#letter-{letter} letter-builder")
        self.paper = self.builder.locator(f".letter-paper[lang={language}]")
        self.ways = self.builder.locator(f"letter-ways[data-language={language}]")
        expect(self.ways).to_be_attached()
        self.builder.evaluate("(builder) => builder.querySelectorAll('.letter-form, .letter-form details')"
                              ".forEach((fold) => { fold.open = true; })")  # fmt: skip

    def field(self, name: str) -> Locator:
        return self.builder.locator(f"typed-field[data-field='{name}']")

    def amount(self, name: str) -> Locator:
        return self.field(name).locator(".field-value")

    def currency(self, name: str) -> Locator:
        return self.field(name).locator(".money select")

    def said(self, name: str) -> Locator:
        return self.paper.locator(f"mark[data-field='{name}']").first

    def row(self, number: int, table: str = "payments") -> Locator:
        return self.field(table).locator(".field-row").nth(number - 1)

    def pay(self, number: int, amount: str, payee: str = "") -> None:
        if self.field("payments").locator(".field-row").count() < number:
            self.field("payments").locator(".field-add").click()
        self.row(number).locator("[data-key=sum]").fill(amount)
        self.row(number).locator("[data-key=payee]").fill(payee)

    def choose_wallet(self, wallet: str) -> None:
        self.builder.locator("provider-choice select").first.select_option(wallet)


@pytest.fixture
def open_form(new_context: NewContext):
    def open_form(kind: tuple[str, str], language: str = "en", device: dict = LONDON, kept: dict | None = None) -> Form:
        context = new_context(permissions=["clipboard-read", "clipboard-write"], **device)
        values = {f"{PREFIX}place": "device"} | {
            f"{PREFIX}{key}": json.dumps(value) for key, value in (kept or {}).items()
        }
        if kept:
            context.add_init_script(
                f"if (location.protocol !== 'about:') Object.assign(localStorage, {json.dumps(values)});"
            )
        return Form(context.new_page(), *kind, language)

    return open_form


# Which currency ----------------------------------------------------------------------------


@pytest.mark.parametrize(("typed", "written"), [
    ("$9,874.22", "$9,874.22"),
    ("USD 9,874.22", "USD 9,874.22"),
    ("4,642", "GBP 4,642.00"),
    ("A$300", "AUD 300.00"),
    ("PHP 15000", "PHP 15,000.00"),
    ("1.234,50 €", "EUR 1,234.50"),
    ("about 500", "about 500"),
])  # fmt: skip
def test_a_typed_sign_decides_and_else_the_region(open_form, typed: str, written: str):
    form = open_form(FIRST)
    form.amount("amount").fill(typed)
    expect(form.said("amount")).to_have_text(written)


def test_below_the_amount_stands_how_the_letter_will_say_it(open_form, guide: Guide):
    form = open_form(FIRST, "zh", SHANGHAI)
    form.amount("amount").fill("五千元")
    reads = form.field("amount").locator(".field-reads")
    expect(reads).to_have_text(guide.words.field.in_letter.zh.format(text="人民币 5,000.00 元"))
    expect(form.currency("amount")).to_have_value("CNY")
    form.amount("amount").fill("大约五千元")
    expect(reads).to_be_empty()
    expect(form.field("amount").locator(".field-fault")).to_have_text(guide.words.field.unclear.rough.zh)


def test_a_dollar_that_may_be_anyones_is_asked_about_and_none_leaves_without_a_currency(open_form, guide: Guide):
    form = open_form(FIRST)
    form.amount("amount").fill("$500")
    expect(form.currency("amount")).to_have_value("")
    expect(form.field("amount").locator(".field-fault")).to_have_text(guide.words.field.which_currency.en)
    form.ways.locator(".way-copy").click()
    bare = form.ways.locator(".gate-currency")
    expect(bare.get_by_role("button")).to_have_text([guide.field["amount"].label.en])
    expect(form.ways.locator(".gate-pass >> visible=true")).to_have_count(0)
    expect(form.ways.locator(".way-said")).to_have_text("")
    bare.get_by_role("button").click()
    expect(form.amount("amount")).to_be_focused()
    offered = form.currency("amount").locator("optgroup").first.locator("option")
    assert "USD" in offered.first.inner_text() or "HKD" in offered.first.inner_text()
    form.currency("amount").select_option("USD")
    expect(form.said("amount")).to_have_text("USD 500.00")
    form.ways.locator(".way-copy").click()
    expect(bare).to_be_hidden()
    missing = form.ways.locator(".gate-missing li")
    expect(missing.filter(has_text=guide.field["amount"].label.en)).to_have_count(0)


def test_where_nothing_decides_the_field_asks(open_form):
    form = open_form(FIRST, device=NOWHERE)
    form.amount("amount").fill("500")
    expect(form.currency("amount")).to_have_value("")
    expect(form.said("amount")).to_have_text("500")


def test_a_wallet_of_one_region_decides_over_the_readers_region(open_form, guide: Guide):
    wallet = next(each.id for each in guide.providers if [one.region for one in each.regions] == ["ph"])
    form = open_form(FIRST)
    form.amount("amount").fill("15000")
    expect(form.said("amount")).to_have_text("GBP 15,000.00")
    form.choose_wallet(wallet)
    expect(form.said("amount")).to_have_text("PHP 15,000.00")
    expect(form.currency("amount")).to_have_value("PHP")


def test_one_currency_for_a_letter_unless_another_is_said(open_form):
    form = open_form(CHARGE)
    form.amount("agreed").fill("4.99")
    form.amount("charged").fill("USD 4,642")
    expect(form.said("agreed")).to_have_text("USD 4.99")
    expect(form.said("difference")).to_have_text("USD 4,637.01")


def test_a_currency_chosen_after_it_was_typed_has_the_last_word(open_form):
    form = open_form(FIRST)
    form.amount("amount").fill("USD 1,200.5")
    expect(form.currency("amount")).to_have_value("USD")
    form.currency("amount").select_option("HKD")
    expect(form.said("amount")).to_have_text("HKD 1,200.50")
    expect(form.amount("amount")).to_have_value("1200.5")


def test_what_was_kept_before_reads_as_it_did(open_form):
    kept = {"case:funds-not-received:field:amount": {"amount": "1,200.00", "currency": "CNY"}}
    form = open_form(FIRST, kept=kept)
    expect(form.amount("amount")).to_have_value("1,200.00")
    expect(form.currency("amount")).to_have_value("CNY")
    expect(form.said("amount")).to_have_text("CNY 1,200.00")


@pytest.mark.parametrize("language", WRITTEN)
def test_every_currency_can_be_chosen_by_its_name(open_form, language: str):
    form = open_form(FIRST, language)
    names = form.currency("amount").locator("optgroup").last.locator("option").all_inner_texts()
    assert len(names) > 140
    assert {"zh": "冰岛克朗 ISK", "en": "Icelandic Króna ISK"}[language] in names


# Sums --------------------------------------------------------------------------------------


def test_rows_are_added_up_and_a_total_that_does_not_fit_is_named(open_form, guide: Guide):
    form = open_form(SCAM, "zh", SHANGHAI)
    for number, amount in enumerate(["1万", "13,000", "￥10,000"], 1):
        form.pay(number, amount)
    expect(form.said("total")).to_have_text("人民币 33,000.00 元")
    form.amount("total").fill("53000")
    told = guide.words.field.other_sum.zh.format(sum="人民币 33,000.00 元", typed="人民币 53,000.00 元")
    expect(form.field("total").locator(".field-fault")).to_have_text(told)
    form.ways.locator(".way-copy").click()
    form.ways.locator(".gate-missing .gate-pass").click()
    gate = form.ways.locator(".gate-sums")
    expect(gate).to_be_visible()
    expect(gate.locator("li")).to_have_count(1)
    gate.locator(".gate-pass").click()
    expect(form.ways.locator(".way-said")).to_have_text(guide.words.ways.copied.zh)
    form.amount("total").fill("33000.0")
    expect(form.field("total").locator(".field-fault")).to_be_empty()
    form.ways.locator(".way-copy").click()
    form.ways.locator(".gate-missing .gate-pass").click()
    expect(gate).to_be_hidden()


def test_rows_in_two_currencies_or_one_unclear_are_not_added_up(open_form):
    form = open_form(SCAM)
    form.pay(1, "£5")
    form.pay(2, "6")
    expect(form.said("total")).to_have_text("GBP 11.00")
    form.pay(2, "USD 6")
    expect(form.said("total")).to_have_count(0)
    form.pay(2, "about 6")
    expect(form.said("total")).to_have_count(0)


def test_a_row_may_have_a_currency_of_its_own(open_form):
    form = open_form(SCAM)
    form.pay(1, "£5")
    form.pay(2, "6")
    form.row(2).locator(".money select").select_option("EUR")
    expect(form.paper).to_contain_text("1. GBP 5.00\n2. EUR 6.00")


# Rows --------------------------------------------------------------------------------------


def test_a_row_is_one_line_without_its_empty_cells(open_form):
    form = open_form(SCAM)
    form.pay(1, "9,874.22 USD", "ACME")
    form.row(1).locator("[data-key=time]").fill("2026-11-20T14:05")
    form.row(1).locator("[data-key=id]").fill("123")
    form.pay(2, "5")
    expect(form.paper).to_contain_text("1. 20 November 2026, 14:05; USD 9,874.22; to ACME; ID 123\n2. ")
    assert "—" not in form.said("payments").inner_text()


def test_a_row_in_chinese_has_no_mixed_joins(open_form):
    form = open_form(SCAM, "zh", SHANGHAI)
    form.pay(1, "5000", "张三")
    form.row(1).locator("[data-key=time]").fill("2026-11-20T14:05")
    expect(form.said("payments")).to_have_text("2026 年 11 月 20 日 14:05｜人民币 5,000.00 元｜收款方：张三")


def test_rows_of_free_text_kept_before_still_show_and_print_as_they_are(open_form):
    old = [{"id": "T1", "time": "1 Nov 10:00, UK", "sum": "CNY 5.00", "payee": "A"}]
    form = open_form(SCAM, kept={"case:account-security:field:payments": old})
    expect(form.row(1).locator("[data-key=time]")).to_have_value("1 Nov 10:00, UK")
    expect(form.said("payments")).to_have_text("1 Nov 10:00, UK; CNY 5.00; to A; ID T1")
