"""typed-field.js: a phone types what was meant, and what a browser fills in is taken."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.case.test_case import begin, log, logged
from tests.browser.conftest import start, with_whole_form

FILLED = """
(control, value) => {
  control.value = value;
  control.dispatchEvent(new Event("change", { bubbles: true }));
}
"""
"""What some that fill in forms do."""


LOOKS_EMPTY = {"border-style": "dashed", "font-style": "italic"}
"""Of a place for a day: WebKit shows the present day in an empty one, much as a day that was filled in."""


@pytest.fixture
def letter(page: Page) -> Locator:
    page.goto(f"{start('en')}issues/funds-not-received/")
    return with_whole_form(page, "first-complaint")


def control(letter: Locator, name: str) -> Locator:
    return letter.locator(f"typed-field[data-field={name}] .field-value")


@pytest.mark.parametrize("name", ["transaction", "account", "contact"])
def test_a_phone_neither_mends_nor_marks_a_number_or_an_address(letter: Locator, name: str):
    """CAk4Tz9w is no CAK4TZ9W."""
    expect(control(letter, name)).to_have_attribute("autocapitalize", "off")
    expect(control(letter, name)).to_have_js_property("spellcheck", False)


@pytest.mark.parametrize("name", ["story", "name"])
def test_words_are_typed_as_words(letter: Locator, name: str):
    expect(control(letter, name)).not_to_have_attribute("autocapitalize", "off")
    expect(control(letter, name)).to_have_js_property("spellcheck", True)


def test_the_number_of_a_payment_in_a_row_is_typed_as_it_is(page: Page):
    page.goto(f"{start('en')}issues/account-security/")
    letter = with_whole_form(page, "unauthorised-transactions")
    row = letter.locator("typed-field[data-field=payments] .field-row").first
    expect(row.locator("[data-key=id]")).to_have_js_property("spellcheck", False)
    expect(row.locator("[data-key=payee]")).to_have_js_property("spellcheck", True)


def test_every_field_has_the_name_by_which_a_browser_knows_it_again(letter: Locator):
    fields = letter.locator("typed-field:not([role=group])")
    named = fields.evaluate_all(
        "(all) => all.map((one) => [one.dataset.field, one.querySelector('.field-value').name])"
    )
    assert len(named) > 8
    assert all(field == name for field, name in named)


def test_what_is_filled_in_by_a_change_alone_is_kept(letter: Locator, page: Page):
    control(letter, "name").evaluate(FILLED, "Ann Lee")
    expect(letter.locator(".letter-paper[lang=en] .letter-signature")).to_contain_text("Ann Lee")
    page.reload()
    expect(control(with_whole_form(page, "first-complaint"), "name")).to_have_value("Ann Lee")


def expect_empty(place: Locator):
    for style, value in LOOKS_EMPTY.items():
        expect(place).to_have_css(style, value)


def expect_filled(place: Locator):
    for style, value in LOOKS_EMPTY.items():
        expect(place).not_to_have_css(style, value)


def test_an_empty_place_for_a_day_is_not_taken_for_a_filled_one(letter: Locator, page: Page):
    happened = control(letter, "happened")
    expect_empty(happened)
    happened.fill("2026-11-20T10:00")
    happened.blur()
    expect_filled(happened)
    page.reload()
    happened = control(with_whole_form(page, "first-complaint"), "happened")
    expect_filled(happened)
    happened.fill("")
    happened.blur()
    expect_empty(happened)


def test_where_a_day_is_being_typed_or_is_half_typed_it_is_not_drawn_as_empty(letter: Locator):
    happened = control(letter, "happened")
    happened.focus()
    expect_filled(happened)
    happened.press("2")
    happened.blur()
    expect(happened).to_have_value("")
    expect_filled(happened)


def test_a_day_that_a_browser_fills_in_is_drawn_as_filled(letter: Locator):
    happened = control(letter, "happened")
    happened.evaluate(FILLED, "2026-11-20T10:00")
    expect_filled(happened)


def test_each_row_and_each_contact_shows_which_of_its_days_are_empty(page: Page):
    page.goto(f"{start('en')}issues/account-security/")
    row = with_whole_form(page, "unauthorised-transactions").locator("[data-field=payments] .field-row").first
    expect_empty(row.locator("input[type^=date]").first)
    entry = log(begin(page, language="en"))
    expect_filled(logged(entry, "when"))
    expect_empty(logged(entry, "promised"))


def test_the_day_from_which_a_time_limit_runs_is_drawn_as_empty_until_it_is_entered(page: Page):
    page.goto(f"{start('en')}where/uk/#uk-final-response")
    day = page.locator("#uk-final-response input[type=date]").first
    expect_empty(day)
    day.fill("2026-11-20")
    day.blur()
    expect_filled(day)
