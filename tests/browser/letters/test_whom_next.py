"""letter-builder.js: to which outside body a letter goes, and who is named as the next one. fitting-letters.js: which
of the letters to outside bodies is offered first."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.model.guide import Guide
from tests.browser.case.test_case import day, put, section, step
from tests.browser.conftest import NewContext, choose_region, unfold
from tests.browser.letters.test_rules import open_letter, paper

TO_REGULATORS = "escalation-regulator"
TO_OMBUDSMEN = "escalation"


@pytest.fixture
def phone(new_context: NewContext) -> Page:
    """A phone whose place tells no region of the guide."""
    return new_context(timezone_id="Africa/Nairobi", locale="en-GB", viewport={"width": 390, "height": 844}).new_page()


def opened(page: Page, letter: str, region: str) -> Locator:
    return open_letter(page, "poor-after-sales", letter, region)


def addressee(letter: Locator) -> Locator:
    return letter.locator("typed-field[data-field=body]")


@pytest.mark.parametrize(
    ("region", "letter", "body"),
    [
        ("hk", TO_REGULATORS, "hk-hkma"),
        ("my", TO_OMBUDSMEN, "my-fmos"),
        ("us", TO_REGULATORS, "us-cfpb"),
        ("id", TO_OMBUDSMEN, "id-laps-sjk"),
        ("id", TO_REGULATORS, "id-bi"),
    ],
)
def test_a_letter_goes_to_the_first_body_of_its_kind(phone: Page, guide: Guide, region: str, letter: str, body: str):
    name = guide.body[body].name.en
    letter = opened(phone, letter, region)
    expect(paper(letter).locator(".letter-addressee")).to_have_text(name)
    expect(addressee(letter)).to_contain_text(name)


@pytest.mark.parametrize(
    ("region", "letter", "other", "wrong"),
    [
        ("us", TO_OMBUDSMEN, TO_REGULATORS, "us-cfpb"),
        ("hk", TO_OMBUDSMEN, TO_REGULATORS, "hk-hkma"),
        ("my", TO_REGULATORS, TO_OMBUDSMEN, "my-fmos"),
    ],
)
def test_where_a_region_has_no_body_of_its_kind_the_field_is_empty_and_names_the_other_letter(
    phone: Page, guide: Guide, region: str, letter: str, other: str, wrong: str
):
    letter = opened(phone, letter, region)
    expect(addressee(letter)).to_contain_text(f"Use {guide.letter[other].code} {guide.letter[other].title.en}.")
    expect(paper(letter).locator(".letter-addressee")).not_to_contain_text(guide.body[wrong].name.en)
    expect(paper(letter).locator(".letter-addressee .blank")).to_be_visible()


@pytest.mark.parametrize(("region", "letter"), [("cn", TO_REGULATORS), ("eu", TO_OMBUDSMEN), ("nz", TO_OMBUDSMEN)])
def test_where_the_name_stands_for_many_the_field_says_how_to_write_the_one(
    phone: Page, guide: Guide, region: str, letter: str
):
    first = next(body for rung in guide.region[region].rungs for body in rung if body.letter == letter)
    letter = opened(phone, letter, region)
    expect(addressee(letter)).to_contain_text(f"Write it like this: {first.addressed.en}")
    expect(paper(letter).locator(".letter-addressee")).not_to_contain_text(first.name.en)
    addressee(letter).locator("input").fill("The Shenzhen Branch")
    expect(paper(letter).locator(".letter-addressee")).to_have_text("The Shenzhen Branch")


@pytest.mark.parametrize(
    ("wallet", "city", "branch"),
    [
        ("wechat-pay", "Shenzhen", {"en": "People’s Bank of China, Shenzhen Branch", "zh": "中国人民银行深圳市分行"}),
        ("alipay", "Shanghai", {"en": "People’s Bank of China, Shanghai Branch", "zh": "中国人民银行上海市分行"}),
    ],
)
def test_a_letter_to_the_peoples_bank_goes_to_the_branch_of_the_companys_city_and_names_its_seat(
    phone: Page, guide: Guide, wallet: str, city: str, branch: dict[str, str]
):
    letter = opened(phone, TO_REGULATORS, "cn")
    letter.locator("provider-choice select").first.select_option(wallet)
    expect(addressee(letter)).to_contain_text(f"Written by the company’s seat ({city}).")
    for language, name in branch.items():
        expect(paper(letter, language).locator(".letter-addressee")).to_contain_text(name)
    expect(paper(letter)).to_contain_text(f"The provider’s address: {city}")


def test_the_way_from_a_letters_form_to_all_about_a_wallet_leads_there(phone: Page):
    """It led to a page within that of the issue, which is none."""
    letter = opened(phone, TO_REGULATORS, "cn")
    letter.locator("provider-choice select").first.select_option("wechat-pay")
    letter.locator(".chooser-more a").click()
    phone.wait_for_url("**/en/where/cn/#wechat-pay")
    expect(phone.locator("#wechat-pay")).to_be_visible()


def test_where_the_companys_seat_is_not_known_a_letter_to_the_peoples_bank_asks_for_it_in_the_open(phone: Page):
    letter = opened(phone, TO_REGULATORS, "cn")
    expect(letter.locator(".letter-fields [data-field=entity-address]")).to_be_visible()
    letter.locator("provider-choice select").first.select_option("wechat-pay")
    expect(letter.locator(".letter-fields [data-field=entity-address]")).to_have_count(0)


@pytest.mark.parametrize("region", ["eu", "ca"])
def test_the_next_body_is_named_in_words_that_are_true_of_any_wallet(phone: Page, guide: Guide, region: str):
    letter = open_letter(phone, "funds-not-received", "first-complaint", region)
    (first, *_), *_ = guide.region[region].rungs
    for language in ("en", "zh"):
        expect(paper(letter, language)).to_contain_text(first.name_in_text[language])
        expect(paper(letter, language)).not_to_contain_text("FIN-NET")
        expect(paper(letter, language)).not_to_contain_text("OBSI")


def test_no_letter_says_that_it_goes_to_a_body_before_its_rules_allow(phone: Page):
    letter = open_letter(phone, "funds-not-received", "first-complaint", "my")
    expect(paper(letter)).to_contain_text("refer this to the Financial Markets Ombudsman Service (FMOS).")


# Which is offered first -----------------------------------------------------------------------

DISAGREES = "final-response-i-disagree"
FIRST = {
    "cn": TO_REGULATORS,
    "hk": TO_REGULATORS,
    "us": TO_REGULATORS,
    "id": TO_REGULATORS,
    "br": TO_OMBUDSMEN,
    "uk": TO_OMBUDSMEN,
}
"""Brazil's first body is the provider's own ombudsman, and the first outside body one for disputes."""
BOTH = {TO_REGULATORS, TO_OMBUDSMEN}


def test_wherever_the_next_body_is_a_regulator_the_letter_to_one_is_offered_first(guide: Guide):
    assert guide.first_in == {TO_OMBUDSMEN: [], TO_REGULATORS: ["cn", "hk", "mo", "us", "ph", "id", "th"]}


def letters_in(plan: Locator) -> Locator:
    """The letters that stand in a plan, each in its fold."""
    return plan.locator(".plan-letters details letter-builder")


def in_order(first: str) -> list[str]:
    return [first, *BOTH - {first}]


def names(guide: Guide, first: str) -> list[str]:
    return [f"{guide.letter[letter].code} {guide.letter[letter].title.en}" for letter in in_order(first)]


def letters_after_refusal(answers: Locator, guide: Guide) -> Locator:
    """What fits a final refusal among the answers of a provider, opened."""
    refusal = next(reply for reply in guide.replies if reply.id == "final-refusal")
    fold = answers.locator("details").filter(has_text=refusal.said.en)
    fold.locator("summary").click()
    return fold.locator("li")


def expect_order(letters: Locator, attribute: str, order: list[str]):
    expect(letters).to_have_count(len(order))
    for place, letter in enumerate(order):
        expect(letters.nth(place)).to_have_attribute(attribute, letter)


@pytest.mark.parametrize(("region", "first"), FIRST.items())
def test_a_plan_offers_first_the_letter_that_the_next_body_of_the_chosen_region_takes(
    phone: Page, region: str, first: str
):
    choose_region(phone, region)
    phone.goto(f"en/issues/poor-after-sales/#{DISAGREES}")
    expect_order(letters_in(phone.locator(f"#{DISAGREES}")), "data-letter", in_order(first))


@pytest.mark.parametrize(
    ("zone", "first"), [("Asia/Shanghai", TO_REGULATORS), ("Europe/London", TO_OMBUDSMEN), ("UTC", TO_OMBUDSMEN)]
)
def test_until_a_region_is_chosen_the_guessed_one_decides_and_else_the_order_of_the_guide(
    new_context: NewContext, zone: str, first: str
):
    page = new_context(timezone_id=zone, locale="en-NG", viewport={"width": 390, "height": 844}).new_page()
    page.goto(f"en/issues/poor-after-sales/{DISAGREES}/")
    expect_order(letters_in(page.locator("situation-plan")), "data-letter", in_order(first))


def test_a_letter_that_was_opened_stays_where_it_is_when_another_region_is_chosen(phone: Page):
    choose_region(phone, "uk")
    phone.goto(f"en/issues/poor-after-sales/#{DISAGREES}")
    plan = phone.locator(f"#{DISAGREES}")
    expect_order(letters_in(plan), "data-letter", in_order(TO_OMBUDSMEN))
    plan.locator(".plan-letters summary").first.click()
    expect(plan.locator(".plan-letters .letter-form")).to_have_count(1)
    who_next = plan.locator("[data-part=next]")
    who_next.scroll_into_view_if_needed()
    who_next.locator(".which-change").click()
    who_next.locator(".which-others select").select_option("cn")
    expect(who_next.locator(".which-said")).to_contain_text("China")
    expect_order(letters_in(plan), "data-letter", in_order(TO_OMBUDSMEN))
    phone.reload()
    expect_order(letters_in(plan), "data-letter", in_order(TO_REGULATORS))


@pytest.mark.parametrize("region", ["cn", "uk"])
def test_an_answer_of_the_provider_leads_first_to_the_letter_that_the_next_body_takes(
    phone: Page, guide: Guide, region: str
):
    choose_region(phone, region)
    phone.goto("en/issues/poor-after-sales/")
    unfold(phone)
    expect(letters_after_refusal(phone.locator(".answers"), guide)).to_contain_text(names(guide, FIRST[region]))


def test_in_a_case_the_region_of_its_wallet_decides_which_letter_is_offered_first(phone: Page, guide: Guide):
    """It decides in the letters too: one to an ombudsman would say that it is the wrong one."""
    issue = "poor-after-sales"
    phone.goto("en/case/")
    put(phone, {"place": "device", "region": "uk", "provider": "alipayhk", f"case:{issue}:touched": day(0)})
    letters = letters_after_refusal(section(phone, issue).locator(".answers"), guide)
    expect(letters).to_contain_text(names(guide, TO_REGULATORS))


@pytest.mark.parametrize("region", ["cn", "uk"])
@pytest.mark.parametrize(("sent", "leads"), [([], "letter-{letter}"), (["first-complaint", "follow-up"], "{letter}")])
def test_a_case_leads_on_to_the_letter_that_the_next_body_takes(phone: Page, region: str, sent: list[str], leads: str):
    """Every case led on to the letter to an ombudsman, which says in mainland China that it is the wrong one."""
    issue = "poor-after-sales"
    phone.goto("en/case/")
    logged = [{"said": "x", "promised": day(2)}, *({"letter": letter, "promised": day(1)} for letter in sent)]
    case = {f"log:a{number}": json.dumps(entry) for number, entry in enumerate(logged)}
    case |= {"situation": DISAGREES, "touched": day(0)}
    put(phone, {"place": "device", "region": region, **{f"case:{issue}:{key}": value for key, value in case.items()}})
    expect(section(phone, issue).locator(".plan-now input").first).to_be_visible()
    step(section(phone, issue)).click()
    phone.wait_for_url(f"**#{leads.format(letter=FIRST[region])}")
