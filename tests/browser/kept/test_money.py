"""money.js: amounts as people type them (money.yml), their sums, and money as each language writes it."""

import re
from decimal import Decimal, localcontext
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from macros.model.languages import LANGUAGES
from tests.browser.modules import Module, OpenModule

TABLE = [
    (typed, likely, expected)
    for rows in yaml.safe_load(Path(__file__).with_name("money.yml").read_text("utf-8")).values()
    for typed, likely, expected in rows
]
WRITTEN = [
    (("1200.5", "CNY", "zh"), "人民币 1,200.50 元"),
    (("1200.5", "CNY", "en"), "CNY 1,200.50"),
    (("9874.22", "USD", "zh"), "9,874.22 美元"),
    (("9874.22", "USD", "en"), "USD 9,874.22"),
    (("1234567", "HKD", "zh"), "1,234,567.00 港元"),
    (("1200", "TWD", "zh"), "新台币 1,200.00 元"),
    (("1000", "JPY", "zh"), "1,000 日元"),
    (("1000", "JPY", "en"), "JPY 1,000"),
    (("1000.5", "JPY", "en"), "JPY 1,000.5"),
    (("4642", "GBP", "zh"), "4,642.00 英镑"),
    (("1234567", "INR", "en"), "INR 1,234,567.00"),
    (("1", "KWD", "en"), "KWD 1.000"),
    (("0.123456789", "CNY", "en"), "CNY 0.123456789"),
    (("0", "EUR", "en"), "EUR 0.00"),
    (("1200", "", "en"), "1,200"),
    (("1200.5", None, "zh"), "1,200.5"),
    (("1200", "points", "en"), "points 1,200"),
    (("99999999999999999999.99", "CNY", "en"), "CNY 99,999,999,999,999,999,999.99"),
]

amounts = st.from_regex(r"(0|[1-9][0-9]{0,29})(\.[0-9]{1,12})?", fullmatch=True)


@pytest.fixture(scope="module")
def money(open_module: OpenModule) -> Module:
    return open_module("kept/money.js")


def told(read: dict) -> str:
    """What was read, as money.yml writes it."""
    if read["unclear"]:
        return read["unclear"]
    return f"{read['amount']} {read['currency'] or ' '.join(['?', *read['candidates']])}"


def as_expected(got: str, expected: str) -> bool:
    digits, asks, among = expected.partition(" ?")
    if not asks:
        return got == expected
    candidates = got.removeprefix(digits + asks).split()
    return got.startswith(digits + asks) and set(among.split()) <= set(candidates) and bool(among) == bool(candidates)


def misread(read: list[dict]) -> dict[str, str]:
    """What of the table was read otherwise."""
    assert len(read) == len(TABLE)
    given = zip(TABLE, map(told, read), strict=True)
    return {f"{typed} {likely}": got for (typed, likely, expected), got in given if not as_expected(got, str(expected))}


def written(outcomes: list[str]) -> dict:
    return {given: got for (given, _), got in zip(WRITTEN, outcomes, strict=True)}


# Reading -----------------------------------------------------------------------------------


def test_amounts_are_read_as_people_type_them_or_said_to_be_unclear(money: Module):
    assert len(TABLE) >= 120
    assert misread(money.each("readMoney", [(typed, likely) for typed, likely, _ in TABLE])) == {}


def test_yuan_and_yen_alone_share_their_sign(money: Module):
    assert sorted(money.call("readMoney", "¥1,200", [])["candidates"]) == ["CNY", "JPY"]


def test_nothing_typed_is_nothing_read_and_nothing_unclear(money: Module):
    nothing = {"amount": None, "currency": None, "candidates": [], "unclear": None}
    assert money.each("readMoney", [("", ["USD"]), (" ", ["USD"])]) == [nothing] * 2


def test_an_unclear_amount_still_has_the_currency_that_was_typed(money: Module):
    unclear = money.call("readMoney", "about HK$500", ["USD"])
    assert (unclear["amount"], unclear["currency"]) == (None, "HKD")


def test_what_was_kept_before_reads_as_it_did(money: Module):
    """Saved cases hold the amount as typed, and a currency that was always chosen beside it."""
    kept = [("1,200.00", "CNY"), ("￥1,234,567", "CNY"), ("HK$1,200", "HKD"), ("1200", "JPY"), ("RM 12.50", "MYR")]
    read = money.each("readMoney", [(amount, [currency]) for amount, currency in kept])
    assert [told(each) for each in read] == ["1200.00 CNY", "1234567 CNY", "1200 HKD", "1200 JPY", "12.50 MYR"]


@given(text=st.text(max_size=60) | st.from_regex(r"[0-9.,' $¥元万千百十一-九A-Za-z-]{1,40}", fullmatch=True))
@example(text="1" * 5000)
@example(text="1 ," * 2000)
@example(text="一" * 5000)
def test_any_text_is_read_or_said_to_be_unclear(money: Module, text: str):
    read = money.call("readMoney", text, ["USD"])
    if not text.strip():
        assert read["unclear"] is None
    else:
        assert (read["amount"] is None) == (read["unclear"] is not None)


# Sums --------------------------------------------------------------------------------------


@given(sums=st.lists(amounts, max_size=6))
def test_sums_are_exact(money: Module, sums: list[str]):
    with localcontext(prec=200):
        assert Decimal(money.call("sumOf", sums)) == sum(map(Decimal, sums))


@given(one=amounts, other=amounts)
@example(one="4.99", other="4642.00")
@example(one="0.3", other="0.1")
def test_differences_are_exact_and_may_be_below_nothing(money: Module, one: str, other: str):
    with localcontext(prec=200):
        assert Decimal(money.call("differenceOf", one, other)) == Decimal(one) - Decimal(other)


# Writing -----------------------------------------------------------------------------------


def test_money_is_written_as_each_language_does(money: Module):
    calls = [({"amount": amount, "currency": currency}, language) for (amount, currency, language), _ in WRITTEN]
    assert written(money.each("formatMoney", calls)) == dict(WRITTEN)


def test_currencies_have_names_in_each_language(money: Module):
    assert money.each("currencyName", [("HKD", "zh"), ("HKD", "en"), ("?", "en")]) == ["港元", "Hong Kong Dollar", "?"]


@given(amount=amounts, language=st.sampled_from(sorted(LANGUAGES)))
def test_no_typed_digit_is_rounded_or_lost(money: Module, amount: str, language: str):
    read = money.call("readMoney", amount + " CNY" if "." in amount else amount, ["CNY"])
    if read["unclear"] != "either":
        assert read["amount"] == amount
    written = money.call("formatMoney", {"amount": amount, "currency": "CNY"}, language)
    assert re.sub("^(?:CNY|人民[币幣]) ", "", written).replace(",", "").startswith(amount)
    assert not {"\u00a0", "\u202f"} & set(written)
