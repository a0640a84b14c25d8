"""letter-builder.js: to which outside body a letter goes, and who is named as the next one."""

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.model.guide import Guide
from tests.browser.conftest import NewContext
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
