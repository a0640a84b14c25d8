"""sending.js and letter-builder.js: which region a letter goes by: where its wallet is, not where the reader is."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.case.test_case import put
from tests.browser.conftest import NewContext, choose_region, start, with_whole_form
from tests.browser.letters.test_rules import open_letter, paper, right

SHANGHAI = {"timezone_id": "Asia/Shanghai", "locale": "zh-CN"}
HONG_KONG = {"timezone_id": "Asia/Hong_Kong", "locale": "en-HK"}
IN_TWO_REGIONS = "cash-app"
HERE = "cn"


@pytest.fixture
def phone(new_context: NewContext) -> Page:
    """Someone in Shanghai, whose wallet is in two regions far away."""
    return new_context(**SHANGHAI, viewport={"width": 390, "height": 844}).new_page()


def choose(page: Page, letter: str, wallet: str = IN_TWO_REGIONS, issue: str = "wrong-deduction") -> Locator:
    """An issue's English letter, all of its form open, to a wallet."""
    page.goto(f"{start('en')}issues/{issue}/")
    fold = with_whole_form(page, letter)
    fold.locator("provider-choice select").first.select_option(wallet)
    return fold


def answer(letter: Locator, region: str) -> None:
    letter.locator("provider-choice which-region select").select_option(region)


def test_the_wallet_is_in_two_regions_and_neither_is_the_reader_s(guide: Guide):
    assert {one.region for one in guide.provider[IN_TWO_REGIONS].regions} == {"us", "uk"}


def test_a_letter_cites_no_rule_of_a_region_without_its_wallet(phone: Page, guide: Guide):
    letter = choose(phone, "wrong-charge-refund")
    letter.locator(".letter-show [value=en]").check()
    offered = letter.locator("typed-field[data-field=right]")
    expect(offered).to_be_hidden()
    for each in guide.region[HERE].rights:
        if each.cite:
            expect(paper(letter)).not_to_contain_text(each.cite.en)
    answer(letter, "us")
    expect(offered).to_be_visible()
    expect(paper(letter)).to_contain_text(right(guide, "us-investigate").cite.en)


def test_a_letter_is_not_written_in_the_language_of_a_region_without_its_wallet(phone: Page):
    letter = choose(phone, "wrong-charge-refund", wallet="")
    expect(paper(letter, "zh")).to_be_visible()
    letter = choose(phone, "wrong-charge-refund")
    expect(paper(letter, "zh")).to_be_hidden()
    expect(paper(letter)).to_be_visible()


def test_an_amount_is_not_in_the_money_of_a_region_without_its_wallet(phone: Page):
    letter = choose(phone, "wrong-charge-refund")
    charged = letter.locator("typed-field[data-field=charged]")
    charged.locator(".field-value").fill("500")
    expect(charged.locator(".money select")).to_have_value("")
    answer(letter, "uk")
    expect(charged.locator(".money select")).to_have_value("GBP")


def test_a_letter_goes_to_no_body_of_a_region_without_its_wallet(new_context: NewContext, guide: Guide):
    letter = choose(new_context(**HONG_KONG).new_page(), "escalation-regulator", wallet="", issue="poor-after-sales")
    letter.locator(".letter-show [value=en]").check()
    address = paper(letter).locator(".letter-addressee")
    expect(address).to_have_text(guide.body["hk-hkma"].name.en)
    letter.locator("provider-choice select").first.select_option(IN_TWO_REGIONS)
    expect(address.locator(".blank")).to_be_visible()
    answer(letter, "us")
    expect(address).to_have_text(guide.body["us-cfpb"].name.en)


def test_a_complaint_threatens_with_no_body_of_a_region_without_its_wallet(phone: Page, guide: Guide):
    letter = choose(phone, "first-complaint", issue="poor-after-sales")
    letter.locator(".letter-show [value=en]").check()
    expect(letter.locator("typed-field[data-field=next-body]")).not_to_contain_text("China")
    expect(paper(letter)).not_to_contain_text("People’s Bank")
    answer(letter, "us")
    expect(paper(letter)).to_contain_text(guide.body["us-cfpb"].name.en)


def test_a_wallet_of_one_region_keeps_that_region_s_rules_when_another_region_is_chosen(phone: Page, guide: Guide):
    choose(phone, "wrong-charge-refund", wallet="venmo")
    letter = open_letter(phone, "wrong-deduction", "wrong-charge-refund", HERE)
    expect(paper(letter)).to_contain_text(right(guide, "us-investigate").cite.en)


def test_what_is_said_of_an_account_s_region_holds_whatever_region_counts_later(phone: Page, guide: Guide):
    answer(choose(phone, "wrong-charge-refund"), "us")
    letter = open_letter(phone, "wrong-deduction", "wrong-charge-refund", HERE)
    expect(letter.locator("provider-choice .which-said")).to_contain_text(guide.region["us"].name.en)
    expect(paper(letter)).to_contain_text(right(guide, "us-investigate").cite.en)


def test_another_wallet_is_asked_about_anew(phone: Page):
    letter = choose(phone, "wrong-charge-refund")
    answer(letter, "us")
    letter.locator(".chooser-wallet").select_option("grabpay")
    expect(letter.locator("provider-choice which-region select")).to_have_value("")
    letter.locator(".chooser-wallet").select_option(IN_TWO_REGIONS)
    expect(letter.locator("provider-choice .which-said")).to_contain_text("United States")


def test_an_account_where_the_guide_does_not_know_the_wallet_has_that_region_s_money_and_no_rule_unasked(
    phone: Page, guide: Guide
):
    letter = choose(phone, "wrong-charge-refund", wallet="google-pay")
    letter.locator(".letter-show [value=en]").check()
    groups = letter.locator("provider-choice which-region optgroup")
    expect(groups).to_have_attribute("label", guide.words.region.other_regions.en)
    expect(groups.locator("option")).to_have_count(len(guide.regions) - len(guide.provider["google-pay"].regions))
    answer(letter, "tw")
    expect(letter.locator("provider-choice .which-said")).to_contain_text(guide.region["tw"].name.en)
    charged = letter.locator("typed-field[data-field=charged]")
    charged.locator(".field-value").fill("500")
    expect(charged.locator(".money select")).to_have_value("TWD")
    offered = letter.locator("typed-field[data-field=right]")
    expect(offered).to_contain_text("We do not know which company answers for this wallet in Taiwan")
    rules = [each.cite.en for each in guide.region["tw"].rights if each.cite]
    for rule in rules:
        expect(paper(letter)).not_to_contain_text(rule)
    offered.locator("select").select_option("tw-refund-to-original")
    expect(paper(letter)).to_contain_text(right(guide, "tw-refund-to-original").cite.en)


def test_a_field_is_required_or_says_what_stands_there_when_it_is_empty_and_never_both(phone: Page, guide: Guide):
    """“Required” stood beside “If you leave this empty, …”."""
    letter = choose(phone, "first-complaint")
    entity = letter.locator("typed-field[data-field=entity]")
    instead = guide.words.field.drawn.provider.en
    expect(entity.locator(".field-required")).to_be_visible()
    expect(entity).not_to_contain_text(instead)
    letter = choose(phone, "first-complaint", wallet="paypal")
    answer(letter, "us")
    entity = letter.locator("typed-field[data-field=entity]")
    expect(entity.locator(".field-required")).to_have_attribute("hidden", "")
    expect(entity.locator(".field-optional")).not_to_have_attribute("hidden", "")
    expect(entity).to_contain_text(instead)


def test_where_nobody_knows_the_company_a_letter_goes_to_the_wallet_s_own_desk_and_still_asks_for_the_name(
    phone: Page, guide: Guide
):
    letter = choose(phone, "wrong-charge-refund", wallet="paypal")
    answer(letter, "tw")
    addressee = paper(letter).locator(".letter-addressee")
    expect(addressee).to_have_text("PayPal, complaints department")
    # It is addressed: nothing is said to be missing there, nor that the name is required.
    entity = letter.locator("typed-field[data-field=entity]")
    expect(entity.locator(".field-optional")).to_be_visible()
    expect(entity.locator(".field-required")).to_be_hidden()
    ways = letter.locator("letter-ways").filter(visible=True)
    ways.locator(".way-copy").click()
    gate = ways.locator(".gate-missing")
    expect(gate).to_be_visible()
    expect(gate).not_to_contain_text(guide.field["entity"].label.en)
    company = letter.locator(".letter-fields typed-field[data-field=entity] input")
    company.fill("PayPal Pte. Ltd.")
    expect(addressee).to_have_text("PayPal Pte. Ltd.")
    company.fill("")
    letter.locator(".chooser-wallet").select_option("zelle")
    expect(addressee).to_contain_text(guide.field["entity"].label.en)


def test_where_nobody_knows_the_company_a_letter_threatens_with_no_body_by_name(phone: Page, guide: Guide):
    letter = choose(phone, "wrong-charge-refund", wallet="paypal")
    answer(letter, "tw")
    expect(paper(letter)).to_contain_text(guide.field["next-body"].otherwise.en)
    expect(paper(letter)).not_to_contain_text("FOI")


def test_a_company_of_which_there_is_something_to_know_is_named_in_the_open(new_context: NewContext, guide: Guide):
    """Savings with Maya are another company’s, and the letter went to the wallet’s without a word of it."""
    (there,) = guide.provider["maya"].regions
    letter = choose(new_context(timezone_id="Asia/Manila", locale="en-PH").new_page(), "wrong-charge-refund", "maya")
    named = letter.locator(".letter-company")
    expect(named).to_contain_text(f"{there.entity.name.en} {there.entity.note.en}")
    named.get_by_role("button").click()
    entity = letter.locator("typed-field[data-field=entity] .field-value")
    expect(entity).to_be_focused()
    entity.fill("Maya Bank, Inc.")
    expect(named).to_be_hidden()
    letter.locator("provider-choice select").first.select_option("gcash")
    expect(named).to_be_hidden()


def test_a_letter_writes_its_day_as_days_are_written_where_it_goes(phone: Page):
    letter = choose(phone, "wrong-charge-refund")
    letter.locator(".letter-show [value=en]").check()
    dated = paper(letter).locator(".letter-date")
    expect(dated).to_have_text(re.compile(r"^\d{1,2} [A-Z][a-z]+ \d{4}$"))
    answer(letter, "us")
    expect(dated).to_have_text(re.compile(r"^[A-Z][a-z]+ \d{1,2}, \d{4}$"))
    answer(letter, "uk")
    expect(dated).to_have_text(re.compile(r"^\d{1,2} [A-Z][a-z]+ \d{4}$"))
    expect(paper(letter, "zh").locator(".letter-date")).to_have_text(re.compile("年"))


def test_where_the_reader_s_bank_answers_the_letter_goes_by_the_region_that_they_said(
    new_context: NewContext, guide: Guide
):
    """A doctor in Dubai had said where she is, and her letter to the bank was in Chinese and named no next body."""
    page = new_context(timezone_id="Asia/Dubai", locale="zh-TW").new_page()
    choose_region(page, "ae")
    letter = choose(page, "unauthorised-transactions", wallet="apple-pay", issue="account-security")
    assert "ae" not in {at.region for at in guide.provider["apple-pay"].regions}
    expect(paper(letter)).to_be_visible()
    expect(paper(letter)).to_contain_text("refer this to Sanadak")


# A region that nobody chose ---------------------------------------------------------------------

GUESSED = {"en": "For United Kingdom (a guess from this device)", "zh": "适用：英国（按这台设备猜的）"}


@pytest.fixture
def in_london(new_context: NewContext) -> Page:
    return new_context(timezone_id="Europe/London", viewport={"width": 390, "height": 844}).new_page()


def unchosen(page: Page, language: Language = "en") -> Locator:
    """A first complaint of someone who said neither a wallet nor a region."""
    page.goto(f"{start(language)}issues/slow-support/")
    return with_whole_form(page, "first-complaint")


@pytest.mark.parametrize("language", WRITTEN)
def test_a_reader_is_told_right_above_the_letter_that_its_region_is_a_guess(in_london: Page, language: Language):
    """It stood at the top of the form, screens above the letter, and was said next when the letter had been sent."""
    letter = unchosen(in_london, language)
    line = letter.locator(".letter-guess")
    expect(line).to_contain_text(GUESSED[language])
    above = line.bounding_box()
    text = letter.locator(".letter-paper").filter(visible=True).first.bounding_box()
    assert 0 <= text["y"] - (above["y"] + above["height"]) < 40


def test_one_tap_above_the_letter_confirms_the_guess_and_the_line_goes(in_london: Page):
    letter = unchosen(in_london)
    line = letter.locator(".letter-guess")
    line.get_by_role("button", name="Yes, United Kingdom").click()
    expect(line).to_be_hidden()
    expect(letter).not_to_contain_text("is a guess")
    expect(letter.locator(".letter-show :checked")).to_be_focused()
    expect(unchosen(in_london).locator(".letter-guess")).to_be_hidden()


def test_one_tap_above_the_letter_leads_to_the_other_regions(in_london: Page):
    letter = unchosen(in_london)
    line = letter.locator(".letter-guess")
    letter.locator(".letter-form > summary").click()
    line.get_by_role("button", name="Change").click()
    offered = letter.locator("provider-choice which-region select")
    expect(offered).to_be_focused()
    offered.select_option("au")
    expect(line).to_be_hidden()


def test_a_guess_confirmed_above_the_letter_holds_for_the_account_whatever_region_counts_later(in_london: Page):
    letter = unchosen(in_london)
    letter.locator(".chooser-wallet").select_option("paypal")
    letter.locator(".letter-guess-yes").click()
    choose_region(in_london, "au")
    expect(unchosen(in_london).locator("provider-choice .which-said")).to_have_text("For United Kingdom")


def test_no_guess_is_named_above_a_letter_whose_region_the_reader_chose(in_london: Page):
    choose_region(in_london, "uk")
    letter = unchosen(in_london)
    expect(letter.locator("letter-ways").filter(visible=True)).to_be_visible()
    expect(letter.locator(".letter-guess")).to_be_hidden()


def test_no_guess_is_named_above_a_letter_whose_region_the_wallet_alone_decides(new_context: NewContext, guide: Guide):
    """A case that was brought here holds the wallet, and no region that anyone chose."""
    (only,) = guide.provider["maya"].regions
    page = new_context(timezone_id="Asia/Manila", locale="en-PH").new_page()
    page.goto(start("en"))
    put(page, {"place": "device", "case:slow-support:provider": "maya"})
    letter = unchosen(page)
    expect(letter.locator(".chooser-wallet")).to_have_value("maya")
    expect(paper(letter)).to_contain_text(only.entity.name.en)
    expect(letter.locator(".letter-guess")).to_be_hidden()
    letter.locator(".chooser-wallet").select_option("")
    expect(letter.locator(".letter-guess")).to_be_visible()
