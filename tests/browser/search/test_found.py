"""What the search makes of names, numbers and words that the guide is not for."""

import json
from typing import Any

import pytest

from macros.model.guide import Guide
from macros.model.languages import Language
from macros.render.search import searched
from macros.render.view import View
from tests.browser.modules import Module, OpenModule
from tools.phrases import FIND


@pytest.fixture(scope="module")
def search(open_module: OpenModule) -> Module:
    return open_module("search/search-found.js")


def _found(search: Module, guide: Guide, language: Language, typed: str, here: str | None = None) -> dict[str, Any]:
    data = json.loads(searched(View(guide, language, "./", "./")))
    (answer,) = search.run(FIND, [data, [typed], here])
    return answer


def _first_plan(answer: dict[str, Any]) -> str | None:
    return next((plan["link"].partition("#")[2] for plan in answer["plans"]), None)


def _named(answer: dict[str, Any]) -> list[str]:
    return [name["id"] for name in answer["named"]]


def test_a_spelling_that_two_wallets_bear_names_both(search: Module, guide: Guide):
    assert {*_named(_found(search, guide, "zh", "TNG电子钱包"))} == {"tng-wallet-hk", "tng-ewallet"}


@pytest.mark.parametrize(("language", "typed", "region"), [("zh", "我住台灣", "tw"), ("zh", "在馬來西亞", "my")])
def test_a_region_is_known_in_traditional_characters(
    search: Module, guide: Guide, language: Language, typed: str, region: str
):
    first = _found(search, guide, language, typed)["others"][0]

    assert first["link"].endswith(f"where/{region}/")


@pytest.mark.parametrize(
    ("typed", "wallet"),
    [("phone pe", "phonepe"), ("grab pay", "grabpay"), ("cashapp", "cash-app"), ("cash-app", "cash-app")],
)
def test_a_wallet_is_known_with_spaces_and_without(search: Module, guide: Guide, typed: str, wallet: str):
    assert _named(_found(search, guide, "en", typed)) == [wallet]


@pytest.mark.parametrize(
    ("typed", "wallet"), [("cashap scam", "cash-app"), ("paypall limited", "paypal"), ("revoult locked me", "revolut")]
)
def test_a_mistyped_wallet_is_known(search: Module, guide: Guide, typed: str, wallet: str):
    assert _named(_found(search, guide, "en", typed)) == [wallet]


@pytest.mark.parametrize("typed", ["the boots never came", "they cancelled my purchase", "wisely they refused"])
def test_a_word_that_is_like_a_wallet_names_none(search: Module, guide: Guide, typed: str):
    assert _named(_found(search, guide, "en", typed)) == []


def test_every_spelling_of_a_wallet_that_the_guide_knows_names_it(search: Module, guide: Guide):
    spellings = [(spelling, each.id) for each in guide.providers for spelling in each.spellings]
    data = json.loads(searched(View(guide, "en", "./", "./")))
    answers = search.run(FIND, [data, [spelling for spelling, _ in spellings]])

    assert [meant for meant, answer in zip(spellings, answers, strict=True) if meant[1] not in _named(answer)] == []


@pytest.mark.parametrize(
    ("language", "typed", "body"),
    [
        ("zh", "澳大利亚金融投诉局", "澳大利亚金融投诉局"),
        ("zh", "110", "公安机关"),
        ("en", "action fraud", "Report Fraud"),
        ("en", "bank of thailand", "Bank of Thailand"),
        ("en", "reserve bank of india", "RBI Ombudsman"),
    ],
)
def test_a_body_comes_first_by_a_name_or_number_of_its_own(
    search: Module, guide: Guide, language: Language, typed: str, body: str
):
    assert body in _found(search, guide, language, typed)["others"][0]["title"]


def test_what_a_region_is_named_for_is_no_body_of_another(search: Module, guide: Guide):
    others = _found(search, guide, "zh", "澳門消費者委員會電話")["others"]

    assert {other["link"].split("#")[0] for other in others} == {"./where/mo/"}


def test_a_region_of_two_letters_is_known_in_small_ones_unless_they_are_a_word(search: Module, guide: Guide):
    assert _named(_found(search, guide, "en", "scammed in the uk")) == ["uk"]
    assert _named(_found(search, guide, "en", "they told us nothing")) == []


@pytest.mark.parametrize(
    ("language", "typed", "plan"),
    [
        *(("zh", f"{who}诈骗", "deceived-into-sending") for who in ("", "微信", "cash app ")),
        *(("zh-Hant", f"{who}詐騙", "deceived-into-sending") for who in ("", "街口", "LINE Pay ")),
        *(("zh", f"{who}被限制了", "restricted-by-wallet") for who in ("微信", "支付宝", "paypal", "街口")),
        *(("zh", f"{who}被冻结", "restricted-by-wallet") for who in ("微信", "支付宝", "wise ")),
        *(("en", f"{who} frozen", "restricted-by-wallet") for who in ("alipay", "wechat", "revolut")),
    ],
)
def test_two_words_are_enough_whatever_the_wallet(
    search: Module, guide: Guide, language: Language, typed: str, plan: str
):
    assert _first_plan(_found(search, guide, language, typed)) == plan


@pytest.mark.parametrize(
    ("language", "typed"),
    [("zh", "我在香港被骗"), ("zh", "在马来西亚遇到诈骗"), ("zh-Hant", "我喺台灣被騙"), ("en", "scammed in canada")],
)
def test_where_it_happened_does_not_hide_what_happened(search: Module, guide: Guide, language: Language, typed: str):
    """The name of a place, which few plans have, led whoever was tricked there to the plan for a foreign card."""
    assert _first_plan(_found(search, guide, language, typed)) == "deceived-into-sending"


@pytest.mark.parametrize(
    ("language", "typed", "here"),
    [("zh-Hant", "報警", "tw"), ("en", "police", "uk"), ("zh", "央行", "cn")],
)
def test_whom_to_call_is_of_the_readers_own_region(
    search: Module, guide: Guide, language: Language, typed: str, here: str
):
    found = [other for other in _found(search, guide, language, typed, here)["others"] if other["kind"] == "body"]

    assert found
    assert {other["link"].split("#")[0] for other in found} == {f"./where/{here}/"}


def test_a_number_of_another_region_is_told_where_the_readers_own_has_none(search: Module, guide: Guide):
    found = _found(search, guide, "en", "12363", "uk")["others"]

    assert [other["link"].split("#")[0] for other in found] == ["./where/cn/"]


@pytest.mark.parametrize("typed", ["180 days", "180 day"])
def test_a_number_of_days_is_met_in_the_singular_as_well(search: Module, guide: Guide, typed: str):
    assert _first_plan(_found(search, guide, "en", typed)) in {"account-closed-with-balance", "restricted-by-wallet"}


def test_a_sum_that_somebody_else_typed_draws_nobody_there(search: Module, guide: Guide):
    said, without = (
        _found(search, guide, "en", typed)["plans"] for typed in ("blocked my account 400", "blocked my account")
    )

    assert [plan["link"] for plan in said] == [plan["link"] for plan in without]


@pytest.mark.parametrize(
    ("language", "typed"), [("en", "arsenal chelsea score"), ("zh", "世界杯决赛几点开始"), ("zh", "今晚双色球开奖号码")]
)
def test_one_word_met_by_chance_is_no_answer(search: Module, guide: Guide, language: Language, typed: str):
    answer = _found(search, guide, language, typed)

    assert not [*answer["plans"], *answer["others"]]
