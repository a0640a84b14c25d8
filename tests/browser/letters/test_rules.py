"""rules.js: which rules of a region a letter can cite, and which one it does; and the field that offers them."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.model.guide import Guide
from macros.model.regions import Right
from tests.browser.case.test_case import put
from tests.browser.conftest import NewContext, choose_region, start, with_whole_form
from tests.browser.modules import Module, OpenModule


@pytest.fixture(scope="module")
def rules(open_module: OpenModule) -> Module:
    return open_module("letters/rules.js")


def rule(*troubles: str, letters: tuple[str, ...] = ("first-complaint",), **more: object) -> dict:
    open_to_all = {"situations": (), "not_in": (), "by_choice": False, "consumers": False}
    return {**open_to_all, "letters": letters, "troubles": troubles, **more}


REGION = {
    "theft": rule("unauthorised", letters=("first-complaint", "unauthorised-transactions")),
    "answer": rule(not_in=("refused",)),
    "lost": rule("missing", "charge"),
    "renewed": rule(situations=("renewal",), letters=("first-complaint", "wrong-charge-refund")),
    "error": rule("missing", letters=("wrong-charge-refund",)),
    "elsewhere": rule(letters=("scam-report",)),
}


def choice(
    rules: Module,
    letter: str,
    trouble: str,
    any_trouble: bool = True,
    *,
    situation: str = "",
    company: bool = False,
    bound: bool = True,
    region: dict[str, dict] = REGION,
) -> tuple[list[str], str]:
    about = {"trouble": trouble, "situation": situation, "company": company, "bound": bound}
    found = rules.call("rulesFor", region, {"id": letter, "any_trouble": any_trouble}, about)
    return found["offered"], found["best"]


def test_what_is_for_the_trouble_comes_before_what_is_for_all(rules: Module):
    assert choice(rules, "first-complaint", "missing") == (["lost", "answer"], "lost")


def test_what_is_for_another_trouble_is_not_offered(rules: Module):
    assert choice(rules, "first-complaint", "scam") == (["answer"], "answer")


def test_where_it_is_not_known_whom_the_rules_bind_they_are_offered_and_none_is_chosen(rules: Module):
    assert choice(rules, "first-complaint", "missing", bound=False) == (["lost", "answer"], "")


@pytest.mark.parametrize("trouble", ["", "service"])
def test_where_it_is_not_told_what_happened_the_rest_is_offered_last_and_never_chosen(rules: Module, trouble: str):
    assert choice(rules, "first-complaint", trouble) == (["answer", "theft", "lost", "renewed"], "answer")


def test_a_letter_for_one_trouble_takes_its_rules_whatever_the_situation(rules: Module):
    found = choice(rules, "unauthorised-transactions", "service", any_trouble=False, situation="a-bot")
    assert found == (["theft"], "theft")


def test_what_is_for_this_very_situation_comes_before_what_is_for_its_trouble(rules: Module):
    found = choice(rules, "first-complaint", "charge", situation="renewal")
    assert found == (["renewed", "lost", "answer"], "renewed")


def test_what_is_for_one_situation_is_not_offered_in_another(rules: Module):
    assert choice(rules, "first-complaint", "charge", situation="twice") == (["lost", "answer"], "lost")


def test_a_letter_for_one_trouble_heeds_the_situation_too(rules: Module):
    letter = "wrong-charge-refund"
    assert choice(rules, letter, "charge", False, situation="renewal") == (["renewed", "error"], "renewed")
    assert choice(rules, letter, "charge", False, situation="twice") == (["error"], "error")
    assert choice(rules, letter, "", False)[1] == "error"


def test_a_time_limit_for_the_answer_is_not_cited_against_an_answer(rules: Module):
    offered, best = choice(rules, "first-complaint", "service", situation="refused")
    assert "answer" not in offered
    assert best == ""


def test_what_holds_under_a_condition_that_only_the_reader_knows_is_offered_and_never_proposed(rules: Module):
    region = {"narrow": rule("missing", by_choice=True), "broad": rule()}
    assert choice(rules, "first-complaint", "missing", region=region) == (["narrow", "broad"], "broad")


def test_who_writes_for_a_company_is_proposed_no_rule_for_consumers(rules: Module):
    region = {"consumers": rule("missing", consumers=True), "all": rule()}
    assert choice(rules, "first-complaint", "missing", region=region)[1] == "consumers"
    assert choice(rules, "first-complaint", "missing", company=True, region=region)[1] == "all"


@pytest.mark.parametrize(
    ("situation", "sent", "about"),
    [
        ("missing", ["scam"], "missing"),
        ("service", ["scam", None, "unauthorised", None], "unauthorised"),
        ("service", [None], "service"),
        (None, ["mistake"], "mistake"),
        (None, [], ""),
    ],
)
def test_what_a_case_is_about_is_told_by_its_situation_or_else_by_the_letters_sent(
    open_module: OpenModule, situation: str | None, sent: list[str | None], about: str
):
    assert open_module("letters/trouble.js").call("troubleOf", situation, sent) == about


def test_a_letter_that_no_rule_fits_has_none(rules: Module):
    assert choice(rules, "outage-loss", "", any_trouble=False) == ([], "")
    assert choice(rules, "follow-up", "missing") == ([], "")


@pytest.mark.parametrize(
    ("region", "letter", "situation", "best"),
    [
        ("cn", "unauthorised-transactions", "money-taken", "cn-unauthorised"),
        ("cn", "account-unfreeze", "restricted-by-wallet", "cn-disputes-promptly"),
        ("cn", "wrong-charge-refund", "two-posted-charges", "cn-payment-error"),
        ("cn", "wrong-charge-refund", "subscription-or-auto-debit", "cn-auto-renewal"),
        ("cn", "stop-auto-debits", "subscription-or-auto-debit", "cn-auto-renewal"),
        ("cn", "wrong-charge-refund", "goods-missing-or-wrong", "cn-disputes-promptly"),
        ("cn", "follow-up", "promised-refund-not-made", "cn-disputes-promptly"),
        ("cn", "first-complaint", "merchant-says-refunded", "cn-disputes-promptly"),
        ("cn", "first-complaint", "only-a-bot", "cn-disputes-promptly"),
        ("cn", "first-complaint", "paid-but-payee-sees-nothing", "cn-payment-error"),
        ("cn", "scam-report", "scam-job", "cn-police-stop"),
        ("cn", "data-access", "opened-in-my-name", ""),
        ("hk", "outage-loss", "fault-cost-me", "hk-reliable-service"),
        ("hk", "first-complaint", "paid-but-payee-sees-nothing", "hk-traceable-payments"),
        ("hk", "scam-report", "scam-shopping", "hk-detects-fraud"),
        ("sg", "mistaken-transfer", "wrong-payee-chosen", "sg-wrong-recipient"),
        ("uk", "unauthorised-transactions", "lost-or-stolen-phone", "uk-refund-unauthorised"),
        ("uk", "escalation", "money-taken", "uk-refund-unauthorised"),
        ("uk", "escalation", "final-response-i-disagree", ""),
        ("uk", "escalation", "past-its-date", "uk-answer-in-time"),
        ("uk", "mistaken-transfer", "wrong-payee-chosen", "uk-wrong-details"),
        ("uk", "scam-report", "scam-shopping", "uk-scam-reimbursement"),
        ("uk", "account-closed", "account-closed-with-balance", "uk-answer-in-time"),
        ("eu", "unauthorised-transactions", "money-taken", "eu-refund-unauthorised"),
        ("eu", "escalation-regulator", "money-taken", "eu-refund-unauthorised"),
        ("eu", "account-unfreeze", "restricted-by-wallet", "eu-answer-in-time"),
        ("uk", "wrong-charge-refund", "two-posted-charges", "uk-answer-in-time"),
        ("au", "outage-loss", "fault-cost-me", "au-complaint-handling"),
        ("my", "unauthorised-transactions", "money-taken", "my-answer-in-time"),
        ("tw", "scam-report", "scam-shopping", "tw-answer-in-time"),
        ("eu", "account-closed", "account-closed-with-balance", "eu-answer-in-time"),
        ("us", "unauthorised-transactions", "money-taken", "us-investigate"),
        ("us", "unauthorised-transactions", "lost-or-stolen-phone", "us-liability-lost-device"),
        ("us", "account-closed", "account-closed-with-balance", ""),
        ("us", "first-complaint", "promised-refund-not-made", ""),
        ("us", "outage-loss", "fault-cost-me", "us-correct-transfer"),
        ("ca", "unauthorised-transactions", "money-taken", ""),
        ("in", "first-complaint", "paid-but-payee-sees-nothing", "in-failed-upi-merchant"),
        ("th", "scam-report", "scam-shopping", "th-technology-crime"),
    ],
)
def test_the_rule_that_stands_in_a_letter_fits_what_happened(
    rules: Module, guide: Guide, region: str, letter: str, situation: str, best: str
):
    known = {right.id: right.model_dump(mode="json") for right in guide.region[region].rights if right.cite}
    trouble, any_trouble = guide.situation[situation].trouble, guide.letter[letter].any_trouble
    assert choice(rules, letter, trouble, any_trouble, situation=situation, region=known)[1] == best


OF_OTHER_MATTERS = {
    ("cn", "reissued-number"),  # The rule is for users, and who has the number now may be none.
    ("uk", "promised-bonus"),  # These two are for payment services, and a promotion may be none.
    ("eu", "promised-bonus"),
}


def test_every_formal_complaint_can_cite_its_regions_rule_on_complaints(guide: Guide):
    complaints = [letter.id for letter in guide.letters if letter.starts_clocks and "right" in letter.fields]
    lacking = {
        (region.id, letter)
        for region in guide.regions
        for right in region.rights
        if "first-complaint" in right.letters and not (right.troubles or right.situations)
        for letter in complaints
        if not any(letter in other.letters for other in region.rights)
    }
    assert lacking == OF_OTHER_MATTERS


@pytest.mark.parametrize(
    ("kept", "cited"), [(None, "answer"), ("", "answer"), ("lost", "lost"), ("-", ""), ("of-another-region", "answer")]
)
def test_the_chosen_rule_stands_while_it_is_offered(rules: Module, kept: str | None, cited: str):
    assert rules.call("citedOf", {"offered": ["answer", "lost"], "best": "answer"}, kept) == cited


# In the form ---------------------------------------------------------------------------------


@pytest.fixture
def phone(new_context: NewContext) -> Page:
    """A phone whose place tells no region of the guide."""
    return new_context(timezone_id="Africa/Nairobi", locale="en-GB", viewport={"width": 390, "height": 844}).new_page()


def right(guide: Guide, id: str) -> Right:
    return next(right for region in guide.regions for right in region.rights if right.id == id)


def open_letter(page: Page, issue: str, letter: str, region: str | None = None) -> Locator:
    """An issue's letter in both languages, all of its form open, for a reader who chose a region."""
    if region:
        choose_region(page, region)
    page.goto(f"{start('en')}issues/{issue}/")
    fold = with_whole_form(page, letter)
    fold.locator(".letter-show [value=zh]").check()
    fold.locator(".letter-beside input").check()
    return fold


def field(letter: Locator) -> Locator:
    return letter.locator("typed-field[data-field=right]")


def paper(letter: Locator, language: str = "en") -> Locator:
    return letter.locator(f".letter-paper[lang={language}]")


def test_a_mistaken_transfer_in_the_united_kingdom_cites_regulation_90_until_it_is_taken_out(phone: Page, guide: Guide):
    regulation = right(guide, "uk-wrong-details")
    letter = open_letter(phone, "funds-not-received", "mistaken-transfer", "uk")
    expect(field(letter).locator("option:checked")).to_have_text("Payment Services Regulations 2017, regulation 90")
    expect(field(letter)).to_contain_text(
        f"Suggested because it fits this letter. What it means for you: {regulation.text.en}"
    )
    for language in ("en", "zh"):
        expect(paper(letter, language)).to_contain_text(regulation.cite[language])
    field(letter).locator("select").select_option(label="Cite none")
    expect(paper(letter)).not_to_contain_text(regulation.cite.en)
    expect(field(letter)).not_to_contain_text("Suggested")
    letter = open_letter(phone, "funds-not-received", "mistaken-transfer")
    expect(field(letter).locator("option:checked")).to_have_text("Cite none")
    expect(paper(letter)).not_to_contain_text(regulation.cite.en)


def test_an_appeal_in_mainland_china_cites_the_law_on_fraud_only_where_the_reader_chooses_it(phone: Page, guide: Guide):
    fraud, general = right(guide, "cn-restricted-account"), right(guide, "cn-disputes-promptly")
    letter = open_letter(phone, "account-security", "account-unfreeze", "cn")
    expect(paper(letter, "zh")).to_contain_text(general.cite.zh)
    field(letter).locator("select").select_option(fraud.id)
    expect(paper(letter, "zh")).to_contain_text(fraud.cite.zh)
    expect(paper(letter, "zh")).not_to_contain_text(general.cite.zh)
    expect(field(letter)).to_contain_text(f"What it means for you: {fraud.text.en}")


@pytest.mark.parametrize("region", ["cn", "hk", "sg", "uk", "eu", "us", "jp"])
def test_a_letter_about_a_scam_offers_no_rule_for_payments_by_others(phone: Page, guide: Guide, region: str):
    letter = open_letter(phone, "account-security", "scam-report", region)
    offered = field(letter).locator("option").evaluate_all("(all) => all.map(({ textContent }) => textContent)")
    by_others = [each for each in guide.region[region].rights if each.troubles == ("unauthorised",)]
    assert by_others
    assert not [each.id for each in by_others if f"{each.law.en}, {each.article.en}" in offered]


def test_where_no_rule_of_the_region_fits_the_letter_has_no_field_for_one(phone: Page):
    letter = open_letter(phone, "account-security", "scam-report", "us")
    expect(letter.locator("typed-field[data-field=account]")).to_be_visible()
    expect(field(letter)).to_be_hidden()


def test_a_rule_that_was_chosen_waits_while_the_region_is_another(phone: Page, guide: Guide):
    chosen, other = right(guide, "sg-third-party-loss"), right(guide, "uk-refund-unauthorised")
    letter = open_letter(phone, "account-security", "unauthorised-transactions", "sg")
    field(letter).locator("select").select_option(chosen.id)
    letter = open_letter(phone, "account-security", "unauthorised-transactions", "uk")
    expect(paper(letter)).to_contain_text(other.cite.en)
    letter = open_letter(phone, "account-security", "unauthorised-transactions", "sg")
    expect(paper(letter)).to_contain_text(chosen.cite.en)
    expect(field(letter).locator("option:checked")).to_have_text(f"{chosen.law.en}, {chosen.article.en}")


def test_what_happened_decides_which_rule_a_first_complaint_cites(phone: Page, guide: Guide):
    missing, general = right(guide, "cn-payment-error"), right(guide, "cn-disputes-promptly")
    letter = open_letter(phone, "funds-not-received", "first-complaint", "cn")
    expect(paper(letter)).to_contain_text(general.cite.en)
    phone.goto(f"{start('en')}where/")
    phone.goto(f"{start('en')}issues/funds-not-received/#still-processing")
    plan = phone.locator("#still-processing")
    plan.locator("details.plan-letter").first.locator("> summary").click()
    expect(paper(plan)).to_contain_text(missing.cite.en)


def test_a_guessed_region_s_rule_stands_there_and_the_field_says_that_it_is_a_guess(
    new_context: NewContext, guide: Guide
):
    london = new_context(timezone_id="Europe/London").new_page()
    letter = open_letter(london, "funds-not-received", "mistaken-transfer")
    expect(paper(letter)).to_contain_text(right(guide, "uk-wrong-details").cite.en)
    expect(field(letter)).to_contain_text("United Kingdom is a guess")


def test_a_complaint_to_an_ombudsman_cites_the_rule_for_what_the_letters_sent_were_about(phone: Page, guide: Guide):
    sent = {"when": {"local": "2026-10-01T10:00", "zone": "Europe/London"}, "letter": "unauthorised-transactions"}
    phone.goto(start("en"))
    put(phone, {"place": "device", "case:poor-after-sales:log:a": json.dumps({**sent, "said": "Dispute"})})
    letter = open_letter(phone, "poor-after-sales", "escalation", "uk")
    expect(paper(letter)).to_contain_text(right(guide, "uk-refund-unauthorised").cite.en)


def test_a_letter_for_a_company_cites_no_rule_for_consumers(phone: Page, guide: Guide):
    consumers = right(guide, "us-investigate")
    letter = open_letter(phone, "wrong-deduction", "wrong-charge-refund", "us")
    expect(paper(letter)).to_contain_text(consumers.cite.en)
    letter.locator("typed-field[data-field=capacity] select").select_option("company")
    expect(paper(letter)).not_to_contain_text(consumers.cite.en)
    expect(field(letter).locator("option:checked")).to_have_text("Choose")
