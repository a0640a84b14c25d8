"""Wallets, as macros make them."""

from typing import Any

import pytest
from bs4 import Tag

from macros.checks.load import parse
from macros.model.guide import Guide
from macros.model.languages import Language
from macros.render.text import marked
from macros.render.wallets import provider_choice, provider_list, region_wallets, registers
from tests.unit.conftest import GUIDE, edit
from tests.unit.render.looked_at import read_out, shared, soup, view


def entry(guide: Guide, id: str, language: Language = "en", **options: object) -> Tag:
    page = soup(region_wallets(view(guide, language, **options), "home"))
    return page.find("h3", id=id).find_parent("details")


def parts(presence: Tag) -> dict[str, str]:
    return {read_out(term): read_out(term.find_next_sibling("dd")) for term in presence.select("dl > dt")}


def test_every_wallet_is_folded_under_its_name_and_reached_by_its_id(small: Guide) -> None:
    page = soup(region_wallets(view(small), "home"))
    assert [(fold.summary.h3["id"], read_out(fold.summary)) for fold in page.select(".provider")] == [
        ("purse", "Purse"), ("pouch", "Pouch")
    ]  # fmt: skip


def test_a_wallet_leads_to_its_place_on_the_page_of_its_region(small: Guide) -> None:
    purse, _ = soup(provider_list(view(small))).select(".wallet")
    assert (purse["id"], read_out(purse)) == ("purse", "Purse Home")
    assert [(link["id"], link["href"]) for link in purse("a")] == [("purse-home", "../../where/home/#purse")]


def test_a_wallet_of_several_regions_leads_to_each_of_them() -> None:
    guide = parse(
        edit(GUIDE, ("regions: [{region: home}]", "regions: [{region: home}, {region: away}]")), "guide.yml"
    ).guide
    pouch = soup(provider_list(view(guide))).find(id="pouch")
    assert read_out(pouch) == "Pouch Home Away"
    assert [link["href"] for link in pouch("a")] == ["../../where/home/#pouch", "../../where/away/#pouch"]
    there = soup(region_wallets(view(guide), "away")).find("h3", id="pouch").find_parent("details")
    assert "../../where/home/#pouch" in [link["href"] for link in there("a")]


def test_a_region_whose_register_is_known_has_it_on_its_page(small: Guide) -> None:
    (link,) = soup(registers(view(small)))("a")
    assert link["href"] == "../../where/home/#home-register"


def test_how_to_stop_a_loss_stands_before_everything_else_of_a_wallet(small: Guide) -> None:
    assert list(parts(entry(small, "purse")))[:3] == ["Freeze first", "Company", "Licence"]


def test_a_number_can_be_called_and_copied_and_stands_as_its_source_writes_it(small: Guide) -> None:
    phone, mail = entry(small, "purse").select("copy-text")
    assert (phone.a["href"], phone.a.text, phone["data-text"]) == ("tel:12345678", "1 (234) 56-78", "1 (234) 56-78")
    assert (mail.a["href"], mail["data-text"]) == ("mailto:desk@purse.example", "desk@purse.example")
    assert phone.button["aria-label"] == "Copy 1 (234) 56-78"
    assert phone.button.has_attr("hidden")


def test_every_fact_of_a_wallet_has_its_source_and_day_beside_it(small: Guide) -> None:
    facts = list(small.facts_of(small.provider["purse"]))
    origins = [read_out(line) for line in entry(small, "purse").select(".fact-source")]
    assert len(origins) == len(facts)
    assert all("official page, read on 22 November 2026" in line for line in origins)
    assert any("In the app" in line for line in origins)


def test_every_wallet_warns_of_numbers_from_elsewhere(small: Guide) -> None:
    page = soup(region_wallets(view(small), "home"))
    assert [read_out(line) for line in page.select(".provider-guard")] == ["No number from a search"] * 2


def test_what_is_not_known_of_a_wallet_is_said_to_be_not_known(small: Guide) -> None:
    pouch = entry(small, "pouch")
    said = parts(pouch)
    assert [said["Company"], said["Complain"]] == ["Not known; see the terms How to find it"] * 2
    assert {line.a["href"] for line in pouch.select("p.not-known")} == {"#home-register"}
    # Who must stop a loss now is never left with that.
    assert "Not known" not in said["Freeze first"]
    assert small.words.provider.freeze_bank.en in said["Freeze first"]
    assert read_out(pouch.select("p.not-known")[-1]) == (
        "Not known: licence; supervisor; times; promise; balance; not for How to find it"
    )


def test_no_way_to_a_wallet_is_told_twice() -> None:
    """Who is asked for a freeze, where no way to freeze is known, is among the ways to complain as well."""
    asked = edit(GUIDE, ("        freeze:\n          - {kind: app, source: law, checked: 2026-11-22, "
                         "text: {zh: 先挂失, en: Report the loss}}\n", ""))  # fmt: skip
    purse = entry(parse(asked, "guide.yml").guide, "purse")
    assert [link.text for link in purse.select("a[href^=tel]")] == ["1 (234) 56-78"]
    assert parts(purse)["Complain"].startswith("Phone As above E-mail The desk")


def test_a_page_to_read_is_not_asked_to_freeze_anything(small: Guide) -> None:
    """“Ask for a freeze” led to how a wallet that was closing pays out what is left in it."""
    (presence,) = small.provider["purse"].regions
    phone, *_ = presence.channels
    to_read = phone.model_copy(update={"kind": "page", "phone": None})
    assert presence.model_copy(update={"channels": (to_read,)}).quickest is None
    assert presence.model_copy(update={"channels": (to_read, phone)}).quickest == phone


def test_where_a_bank_answers_the_licence_says_so_in_place_of_the_company() -> None:
    bank = parse(edit(GUIDE, ("        entity: {source: law, checked: 2026-11-22, name: {zh: 钱包公司, en: Purse Ltd}, "
                              "note: {zh: 照抄, en: Copy it}}\n", "")), "guide.yml").guide  # fmt: skip
    known = parts(entry(bank, "purse"))
    assert known["Company"].startswith("A payment firm")
    assert "Licence" not in known


def test_a_report_is_filled_in_and_goes_where_the_site_says(small: Guide) -> None:
    there = "https://desk.example/new?title={title}&body={body}"
    for language, title, body in (
        ("en", "Changed%3A%20Home", "Which%3F%20Where%20%26%20when"),
        ("zh", "变了：本地", "哪个？在哪里%26何时"),
    ):
        (link,) = soup(region_wallets(view(small, language, report_url=there), "home")).select(".page-report a")
        assert link["href"] == f"https://desk.example/new?title={title}&body={body}"


def test_where_the_site_names_no_place_for_reports_there_is_no_link(small: Guide) -> None:
    assert soup(region_wallets(view(small), "home")).select_one(".page-report") is None


def test_a_wallet_is_chosen_under_its_region_and_one_in_several_under_them_all() -> None:
    guide = parse(
        edit(GUIDE, ("regions: [{region: home}]", "regions: [{region: home}, {region: away}]")), "guide.yml"
    ).guide
    groups = soup(provider_choice(view(guide))).select(".chooser-wallet optgroup")
    assert [(group["label"], [option["value"] for option in group("option")]) for group in groups] == [
        ("Home", ["purse"]), ("Several", ["pouch"])
    ]  # fmt: skip


def test_a_wallet_is_chosen_on_the_page_of_an_issue_and_in_its_letters(small: Guide) -> None:
    page, templates = provider_choice(view(small), "lost"), shared(small)["templates"]
    assert [len(soup(html)("select", class_="chooser-wallet")) for html in (page, templates)] == [1, 1]


def test_a_case_file_can_call_a_starting_day_by_its_region_and_event(small: Guide) -> None:
    assert shared(small)["data"]["starts"] == {
        "home-court": "Home · The answer comes",
        "away-answer": "Away · The complaint arrives",
    }


def test_letters_know_whom_to_address(small: Guide) -> None:
    wallets = shared(small)["data"]["providers"]
    assert wallets["purse"] == {
        "name": {"zh": "小钱包", "zh-Hant": "小錢包", "en": "Purse"},
        "regions": ["home"],
        "entities": {"home": {"zh": "钱包公司", "zh-Hant": "錢包公司", "en": "Purse Ltd"}},
        "cities": {},
        "notes": {"home": "Copy it"},
        "account": {"kinds": "login name or phone number", "autocomplete": None, "inputmode": None, "card": False},
    }  # fmt: skip
    assert wallets["pouch"] == {
        "name": {"zh": "口袋", "zh-Hant": "口袋", "en": "Pouch"},
        "regions": ["home"],
        "entities": {},
        "cities": {},
        "notes": {},
    }


@pytest.mark.parametrize(
    ("kinds", "keys"),
    [
        ("phone", {"autocomplete": "tel", "inputmode": "tel", "card": False}),
        ("phone, login", {"autocomplete": None, "inputmode": None, "card": False}),
        ("phone, card", {"autocomplete": None, "inputmode": "tel", "card": True}),
    ],
)
def test_a_phone_shows_the_keys_that_all_of_a_wallets_kinds_of_account_share(kinds: str, keys: dict[str, Any]) -> None:
    card = "  - {id: card, card: true, inputmode: tel, name: {zh: 卡号, en: card number}}\n"
    # A second wallet keeps every kind in use.
    all_kinds = "    accounts: [{kinds: [phone, login, card], source: law, checked: 2026-11-22}]\n"
    text = edit(GUIDE, ("\nproviders:", f"{card}\nproviders:"), ("[login, phone]", f"[{kinds}]"),
                ("    regions: [{region: home}]\n", f"{all_kinds}    regions: [{{region: home}}]\n"))  # fmt: skip
    account = shared(parse(text, "guide.yml").guide)["data"]["providers"]["purse"]["account"]
    assert account.items() >= keys.items()


def test_what_a_wallet_knows_an_account_by_stands_in_the_directory_with_its_source(small: Guide) -> None:
    (known,) = (told for label, told in parts(entry(small, "purse")).items() if label.startswith("Found by"))
    assert known.startswith("login name, phone number Source: ")
    assert entry(small, "pouch").select_one(".provider-accounts") is None


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("en", "Open 我的 → 设置 now", 'Open <span lang="zh-Hans">我的 → 设置</span> now'),
        ("en", "Block, Inc.", "Block, Inc."),
        ("zh", "Octopus Cards Limited", '<span lang="en">Octopus Cards Limited</span>'),
        ("zh", "PayPal", "PayPal"),
        ("zh", "支付宝 Alipay HK", "支付宝 Alipay HK"),
        ("zh", "A & B <Ltd> Company", '<span lang="en">A &amp; B &lt;Ltd&gt; Company</span>'),
    ],
)
def test_words_of_another_language_are_told_to_be_so(language: Language, text: str, shown: str) -> None:
    assert marked(text, language) == shown
