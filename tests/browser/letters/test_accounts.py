"""The account in letters: asked for by what the chosen wallet knows it by, and no whole card by accident."""

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.model.guide import Guide
from macros.model.languages import Language
from tests.browser.conftest import open_section, start

LETTER, ISSUE = "first-complaint", "funds-not-received"
CARD = "4111 1111 1111 1111"
"""A published test number."""


class Account:
    """The field of the account in an open letter."""

    def __init__(
        self, page: Page, language: Language = "en", field: str = "account", letter: str = LETTER, issue: str = ISSUE
    ) -> None:
        page.goto(f"{start(language)}issues/{issue}/")
        open_section(page, "written")
        page.locator(f"#letter-{letter} > summary").click()
        self.builder = page.locator(f"#letter-{letter} letter-builder")
        self.field = self.builder.locator(f"typed-field[data-field={field}]")
        self.input = self.field.locator("input")
        expect(self.input).to_be_visible()

    @property
    def label(self) -> Locator:
        return self.field.locator("label")

    @property
    def help(self) -> Locator:
        return self.field.locator(".field-help").first

    @property
    def warning(self) -> Locator:
        return self.field.locator(".field-fault")

    @property
    def shorten(self) -> Locator:
        return self.field.locator(".field-shorten")

    @property
    def said(self) -> Locator:
        return self.builder.locator(".letter-paper:not(.not-shown) mark[data-field=account]").first

    def choose(self, wallet: str) -> None:
        self.builder.locator("provider-choice select").first.select_option(wallet)


@pytest.mark.parametrize(("typed", "language", "stands"), [
    ("4471", "en", "ending 4471"), ("4471", "zh", "尾号 4471"), ("4471", "zh-Hant", "尾號 4471"),
    ("account ending 4471", "en", "ending 4471"), ("账号 88012345", "zh", "88012345"),
    ("44710", "en", "44710"), ("@4471", "en", "@4471"),
])  # fmt: skip
def test_the_last_digits_of_a_card_are_said_to_be_that(page: Page, typed: str, language: Language, stands: str):
    account = Account(page, language)
    account.input.fill(typed)
    account.builder.locator(f".letter-show [value={language}]").check()
    expect(account.said).to_have_text(stands)


@pytest.mark.parametrize(("language", "wallet", "label", "help"), [
    ("en", "cash-app", "your account with Cash App: $Cashtag, phone number or e-mail",
     "As it is registered with Cash App."),
    ("zh", "cash-app", "您的 Cash App 账户：$Cashtag、手机号或邮箱", "要和在 Cash App 登记的一样。"),
    ("en", "paypal", "your account with PayPal: e-mail", "As it is registered with PayPal."),
    ("zh", "wechat-pay", "您的微信支付账户：手机号、邮箱或绑定的 QQ 号", "要和在微信支付登记的一样。"),
])  # fmt: skip
def test_the_account_is_asked_for_by_what_the_chosen_wallet_knows_it_by(
    page: Page, guide: Guide, language: Language, wallet: str, label: str, help: str
):
    account = Account(page, language)
    general = guide.field["account"]
    expect(account.label).to_have_text(general.label[language])
    expect(account.help).to_have_text(general.help[language])
    account.input.fill("ann")
    account.choose(wallet)
    expect(account.label).to_have_text(label)
    expect(account.help).to_contain_text(help)
    expect(account.input).to_have_value("ann")
    account.choose("")
    expect(account.label).to_have_text(general.label[language])
    expect(account.help).to_have_text(general.help[language])


@pytest.mark.parametrize(("language", "label"), [
    ("en", "the account that the person who died had with PayPal: e-mail"),
    ("zh", "逝者的贝宝 PayPal 账户：邮箱"),
])  # fmt: skip
def test_the_account_of_someone_who_died_is_not_taken_for_the_readers_own(page: Page, language: Language, label: str):
    own = Account(page, language)
    own.input.fill("ann@example.com")
    theirs = Account(page, language, "deceased-account", "estate", "account-security")
    theirs.choose("paypal")
    expect(theirs.label).to_have_text(label)
    expect(theirs.input).to_have_value("")
    expect(theirs.input).to_have_attribute("autocomplete", "off")


def test_a_wallet_that_nobody_read_about_leaves_the_general_words(page: Page, guide: Guide):
    account = Account(page)
    account.choose("unionpay-app")
    expect(account.label).to_have_text(guide.field["account"].label.en)


@pytest.mark.parametrize(("language", "wallet", "label", "help"), [
    ("en", "zelle", "card or bank account that was charged: its last 4 digits", "registered with Zelle"),
    ("zh", "apple-pay", "付款的银行卡或银行账户：后四位", "在 Apple Pay"),
])  # fmt: skip
def test_a_letter_to_the_readers_bank_asks_for_what_that_bank_can_find(
    page: Page, language: Language, wallet: str, label: str, help: str
):
    account = Account(page, language)
    account.choose(wallet)
    expect(account.label).to_have_text(label)
    expect(account.help).to_contain_text(help)


def test_a_wallet_that_knows_phone_numbers_alone_gets_the_keys_for_them_and_takes_anything(page: Page):
    account = Account(page)
    for wallet, inputmode, autocomplete in [
        ("gcash", "tel", "tel"), ("paypal", "email", "email"), ("cash-app", "text", "off"), ("", "text", "off")
    ]:  # fmt: skip
        account.choose(wallet)
        expect(account.input).to_have_attribute("inputmode", inputmode)
        expect(account.input).to_have_attribute("autocomplete", autocomplete)
    account.choose("gcash")
    account.input.fill("ann@example.com")
    expect(account.said).to_have_text("ann@example.com")


def test_a_letter_that_lacks_the_account_asks_for_it_in_the_same_words(page: Page):
    account = Account(page)
    account.choose("gcash")
    account.builder.locator("letter-ways[data-language=en] .way-copy").click()
    missing = account.builder.locator("letter-ways[data-language=en] .gate-missing")
    expect(missing).to_contain_text("your account with GCash: phone number")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_of_a_whole_card_the_last_four_digits_are_kept_if_the_reader_says_so(
    page: Page, guide: Guide, language: Language
):
    words = guide.words.field.account
    account = Account(page, language)
    account.input.fill(f"Visa {CARD[:-1]}")
    expect(account.shorten).to_be_hidden()
    account.input.fill(f"Visa {CARD}")
    expect(account.warning).to_have_text(words.whole_card[language])
    expect(account.said).to_have_text(f"Visa {CARD}")
    account.shorten.click()
    expect(account.input).to_have_value("Visa 1111")
    expect(account.input).to_be_focused()
    expect(account.said).to_have_text("Visa 1111")
    expect(account.warning).to_be_empty()
    expect(account.shorten).to_be_hidden()
    page.reload()
    expect(Account(page, language).input).to_have_value("Visa 1111")


def test_a_wallet_whose_own_card_is_the_account_may_have_its_number_in_full(page: Page):
    account = Account(page)
    account.input.fill(CARD)
    expect(account.shorten).to_be_visible()
    account.choose("octopus")
    expect(account.shorten).to_be_hidden()
    account.choose("gcash")
    expect(account.shorten).to_be_visible()
