"""The account in letters: asked for by what the chosen wallet knows it by, and no whole card by accident."""

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.model.guide import Guide
from macros.model.languages import Language
from macros.model.letters import BLANK
from tests.browser.conftest import open_section, start
from tests.browser.modules import Module, OpenModule

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


# In a subject ------------------------------------------------------------------------------

ENDING = {"words": {"ending": {"zh": "尾号 {digits}", "en": "ending {digits}"}}}


@pytest.fixture(scope="module")
def account_text(open_module: OpenModule) -> Module:
    return open_module("letters/account.js")


@pytest.mark.parametrize(("language", "whole", "shown"), [
    ("en", "walter.burke@example.com", "w***@example.com"),
    ("en", "ann@example.com, +1 415 555 0100", "a***@example.com, ending 0100"),
    ("en", "+44 (0)7700 900812", "ending 0812"),
    ("zh", "13800138000", "尾号 8000"),
    ("zh", "１３８００１３８０００", "尾号 ８０００"),
    ("zh", "登记电话 9234 5678", "登记电话 尾号 5678"),
    ("zh", "手机号13800138000", "手机号尾号 8000"),
    ("zh", "邮箱：13800138000@qq.com", "邮箱：1***@qq.com"),
    ("en", "$ann1234567", "$ann1234567"),
    ("en", "@4471", "@4471"),
    ("en", "wxid_88012345abc", "wxid_88012345abc"),
    ("en", "ending 4471", "ending 4471"),
    ("en", "44710", "44710"),
])  # fmt: skip
def test_a_subject_shows_no_more_of_an_account_than_tells_it_apart(
    account_text: Module, language: Language, whole: str, shown: str
):
    assert account_text.call("inSubject", whole, language, ENDING) == shown


def test_the_account_is_masked_in_the_subject_and_whole_in_the_letter(page: Page):
    account = Account(page, letter="account-unfreeze", issue="account-security")
    account.input.fill("walter.burke@example.com")
    paper = account.builder.locator(".letter-paper[lang=en]")
    expect(paper.locator(".letter-subject")).to_contain_text("account w***@example.com")
    expect(paper.locator(".letter-body mark[data-field=account]").first).to_have_text("walter.burke@example.com")


def test_what_a_subject_shows_a_part_of_stands_whole_in_the_letter(guide: Guide):
    reached_by = {each.id for each in guide.fields if each.type == "account" or each.autocomplete in ("email", "tel")}
    masked = {letter.id: reached_by & named_in(letter.subject.en) for letter in guide.letters}
    assert any(masked.values())
    whole = {letter.id: named_in(" ".join(part.text.en for part in letter.parts)) for letter in guide.letters}
    assert {id: fields - whole[id] for id, fields in masked.items() if fields - whole[id]} == {}


def named_in(text: str) -> set[str]:
    """The fields that a text of a letter's names."""
    return {blank["id"] for blank in BLANK.finditer(text)}
