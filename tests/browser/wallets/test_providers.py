"""The directory of wallets, and the wallet a reader chooses once."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.conftest import NewContext, choose_region, start, unfold, with_whole_form
from tests.browser.letters.test_letters import CLIPBOARD_MISSING, CLIPBOARD_REFUSED

TYPE_EACH = """
(typed) => {
  const field = document.querySelector(".finder-name");
  return typed.map((name) => {
    field.value = name;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return [...document.querySelectorAll(".wallet")]
      .filter((entry) => entry.checkVisibility())
      .map(({ id }) => id);
  });
}
"""
WALLET = {"zh": "您用的是哪个钱包？", "en": "Which wallet is it?"}
REGION = "In which region is the account?"


@pytest.fixture
def phone(new_context: NewContext) -> Iterator[Page]:
    return new_context(viewport={"width": 390, "height": 844}).new_page()


@pytest.fixture
def nowhere(new_context: NewContext) -> Iterator[Page]:
    """A phone where no region can be guessed."""
    return new_context(timezone_id="Africa/Cairo", viewport={"width": 390, "height": 844}).new_page()


@pytest.fixture
def in_london(new_context: NewContext) -> Iterator[Page]:
    return new_context(timezone_id="Europe/London", viewport={"width": 390, "height": 844}).new_page()


def shown(page: Page) -> list[str]:
    return page.eval_on_selector_all(
        ".wallet", "(all) => all.filter((each) => each.checkVisibility()).map(({ id }) => id)"
    )


def choice(page: Page, language: Language = "en") -> Locator:
    return page.locator(".provider-choice-place").get_by_label(WALLET[language])


def addressee(letter: Locator, version: str = "en") -> Locator:
    return letter.locator(f".letter-paper[lang={version}] .letter-addressee")


# Without JavaScript --------------------------------------------------------------------------


@pytest.mark.parametrize("language", WRITTEN)
def test_without_javascript_every_wallet_is_there_and_its_address_leads_to_it(
    new_context: NewContext, language: Language, guide: Guide
):
    page = new_context(java_script_enabled=False).new_page()
    for provider in guide.providers:
        page.goto(f"{start(language)}providers/#{provider.id}")
        expect(page.locator(f"#{provider.id}")).to_be_in_viewport()
    page.locator("#gcash a").click()
    expect(page).to_have_url(re.compile("/where/ph/#gcash$"))
    expect(page.locator("h3#gcash")).to_be_in_viewport()
    expect(page.locator(".presence[data-provider=gcash] summary")).to_be_visible()


@pytest.mark.parametrize("path", ["en/providers/", "en/where/hk/", "en/", "en/issues/account-security/"])
def test_without_javascript_nothing_is_shown_that_would_not_work(new_context: NewContext, path: str):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(path)
    for dead in (".finder", ".provider-chooser", "copy-text button", "provider-freeze"):
        assert page.locator(f"{dead} >> visible=true").count() == 0


def test_without_javascript_an_issue_page_leads_to_the_directory(new_context: NewContext):
    page = new_context(java_script_enabled=False).new_page()
    page.goto("en/issues/account-security/")
    page.locator(".provider-directory a").click()
    expect(page).to_have_url(re.compile("/en/providers/$"))


# Finding one ---------------------------------------------------------------------------------


@pytest.mark.parametrize("language", WRITTEN)
def test_every_wallet_is_found_by_each_of_its_names(phone: Page, language: Language, guide: Guide):
    phone.goto(f"{start(language)}providers/")
    expect(phone.locator(".finder")).to_be_visible()
    names = [
        (name, provider.id)
        for provider in guide.providers
        for name in (provider.name.zh, provider.name.en, *provider.names)
    ]
    found = phone.evaluate(TYPE_EACH, [name for name, _ in names])
    assert [name for (name, id), ids in zip(names, found, strict=True) if id not in ids] == []


def test_a_wallet_is_found_by_the_company_behind_it(phone: Page):
    phone.goto("en/providers/")
    phone.get_by_label("Name of the wallet").fill("财付通支付科技")
    assert shown(phone) == ["wechat-pay"]


def test_how_many_were_found_is_announced(phone: Page):
    phone.goto("en/providers/")
    phone.get_by_label("Name of the wallet").fill("alipay")
    expect(phone.locator(".finder-said")).to_have_text("Wallets found: 2")
    expect(phone.locator(".finder-said")).to_have_attribute("role", "status")


def test_a_region_shows_its_wallets_alone(phone: Page, guide: Guide):
    phone.goto("en/providers/")
    phone.get_by_label("Region").select_option("hk")
    assert shown(phone) == [
        provider.id for provider in guide.providers if "hk" in {presence.region for presence in provider.regions}
    ]


def test_a_name_that_is_not_there_leads_to_how_to_find_the_company(phone: Page):
    phone.goto("en/providers/")
    phone.get_by_label("Name of the wallet").fill("No such purse")
    assert shown(phone) == []
    phone.locator(".finder-none a").click()
    expect(phone.locator("#not-listed")).to_be_in_viewport()


def test_an_address_leads_to_its_wallet_unfolded_even_when_it_was_filtered_out(phone: Page):
    phone.goto("en/providers/")
    phone.get_by_label("Name of the wallet").fill("octopus")
    phone.evaluate("location.hash = 'paypal'")
    expect(phone.locator("#paypal")).to_be_in_viewport()
    phone.get_by_label("Name of the wallet").fill("octopus")
    phone.evaluate("location.hash = 'payme'")
    expect(phone).to_have_url(re.compile("/en/where/hk/#payme$"))
    expect(phone.locator("h3#payme")).to_be_in_viewport()
    expect(phone.locator(".presence[data-provider=payme] .freeze")).to_be_visible()


def test_enter_goes_to_the_one_wallet_found(phone: Page):
    phone.goto("en/providers/")
    phone.get_by_label("Name of the wallet").fill("octopus")
    phone.keyboard.press("Enter")
    expect(phone).to_have_url(re.compile("/en/where/hk/#octopus$"))


def test_enter_leaves_the_region_of_a_wallet_in_several_to_the_reader(in_london: Page):
    in_london.goto("en/providers/")
    in_london.get_by_label("Name of the wallet").fill("paypal")
    in_london.keyboard.press("Enter")
    expect(in_london.locator("#paypal-uk")).to_be_focused()
    in_london.keyboard.press("Enter")
    expect(in_london).to_have_url(re.compile("/en/where/uk/#paypal$"))


def test_the_directory_works_by_keyboard_alone(phone: Page):
    phone.goto("en/providers/")
    expect(phone.locator(".finder")).to_be_visible()
    phone.get_by_label("Name of the wallet").focus()
    phone.keyboard.type("gcash")
    assert shown(phone) == ["gcash"]
    phone.keyboard.press("Tab")
    phone.keyboard.press("Tab")
    expect(phone.locator("#gcash a")).to_be_focused()
    phone.keyboard.press("Enter")
    expect(phone.locator(".presence[data-provider=gcash] .freeze")).to_be_visible()


def test_a_number_is_copied_as_it_stands(new_context: NewContext):
    page = new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto("en/providers/#octopus")
    page.get_by_role("button", name="Copy +852 2266 2266").click()
    expect(page.locator("[data-provider=octopus] .freeze .copied-said").first).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == "+852 2266 2266"


@pytest.mark.parametrize("clipboard", [CLIPBOARD_REFUSED, CLIPBOARD_MISSING], ids=["refused", "missing"])
def test_where_the_browser_does_not_copy_the_reader_is_told(phone: Page, guide: Guide, clipboard: str):
    phone.add_init_script(clipboard)
    phone.goto("en/providers/#octopus")
    phone.get_by_role("button", name="Copy +852 2266 2266").click()
    expect(phone.locator("[data-provider=octopus] .freeze .copied-said").first).to_have_text(
        guide.words.provider.copy_refused.en
    )


# The choice ----------------------------------------------------------------------------------


def test_a_wallet_is_chosen_once_for_every_page_and_both_languages(phone: Page):
    phone.goto("en/")
    choice(phone).select_option("octopus")
    phone.goto("issues/slow-support/")
    expect(choice(phone, "zh")).to_have_value("octopus")
    phone.reload()
    expect(choice(phone, "zh")).to_have_value("octopus")


def test_each_case_keeps_its_own_wallet(phone: Page):
    phone.goto("en/issues/slow-support/")
    choice(phone).select_option("octopus")
    phone.goto("en/issues/wrong-deduction/")
    choice(phone).select_option("venmo")
    phone.goto("en/issues/slow-support/")
    expect(choice(phone)).to_have_value("octopus")
    phone.goto("en/issues/app-failure/")
    expect(choice(phone)).to_have_value("venmo")


def test_the_region_and_its_clocks_follow_the_wallet(phone: Page):
    phone.goto("en/issues/slow-support/")
    unfold(phone)
    choice(phone).select_option("jkopay")
    expect(phone.get_by_label("Where is your wallet licensed?")).to_have_value("tw")
    expect(phone.locator(".choice-guess")).to_be_hidden()


def test_the_region_is_asked_where_the_wallet_does_not_tell_it(nowhere: Page, guide: Guide):
    nowhere.goto("en/issues/slow-support/")
    unfold(nowhere)
    expect(nowhere.get_by_label(REGION)).to_be_hidden()
    choice(nowhere).select_option("paypal")
    asked = nowhere.locator(".provider-choice-place").get_by_label(REGION)
    expect(asked).to_have_value("")
    first = asked.locator("> option").evaluate_all("(all) => all.map(({ value }) => value)")
    assert sorted(first) == sorted(["", *(each.region for each in guide.provider["paypal"].regions)])
    asked.select_option("uk")
    expect(nowhere.get_by_label("Where is your wallet licensed?")).to_have_value("uk")


def test_a_wallet_that_is_in_the_guessed_region_needs_no_second_question(in_london: Page):
    in_london.goto("en/issues/slow-support/")
    unfold(in_london)
    choice(in_london).select_option("paypal")
    place = in_london.locator(".provider-choice-place")
    expect(place.locator(".which-said")).to_have_text("For United Kingdom (a guess from this device)")
    expect(place.get_by_label(REGION)).to_be_hidden()
    expect(in_london.locator(".choice-guess")).to_be_visible()


def test_one_tap_confirms_the_guess_everywhere_and_one_more_changes_it(in_london: Page):
    in_london.goto("en/issues/slow-support/")
    unfold(in_london)
    choice(in_london).select_option("paypal")
    place = in_london.locator(".provider-choice-place")
    yes = place.get_by_role("button", name="Yes, United Kingdom")
    yes.click()
    expect(place.locator(".which-said")).to_have_text("For United Kingdom")
    expect(yes).to_be_hidden()
    expect(in_london.locator(".choice-guess")).to_be_hidden()
    expect(place.get_by_role("button", name="Change", exact=True)).to_be_focused()
    in_london.keyboard.press("Enter")
    place.get_by_label(REGION).select_option("au")
    expect(place.locator(".which-said")).to_have_text("For Australia")
    expect(in_london.get_by_label("Where is your wallet licensed?")).to_have_value("au")


def test_a_wallet_that_is_not_in_the_region_that_counts_asks_for_one(in_london: Page):
    in_london.goto("en/issues/slow-support/")
    unfold(in_london)
    in_london.get_by_label("Where is your wallet licensed?").select_option("jp")
    choice(in_london).select_option("paypal")
    expect(in_london.locator(".provider-choice-place").get_by_label(REGION)).to_have_value("")


@pytest.mark.parametrize("path", ["en/", "en/issues/slow-support/"])
def test_an_account_may_be_where_the_guide_does_not_know_the_wallet(in_london: Page, path: str):
    in_london.goto(path)
    unfold(in_london)
    choice(in_london).select_option("google-pay")
    asked = in_london.locator(".provider-choice-place").get_by_label(REGION)
    asked.select_option("jp")
    expect(in_london.locator(".provider-choice-place .which-said")).to_have_text("For Japan")
    expect(asked).to_have_value("jp")


def test_to_choose_a_wallet_confirms_no_guess(in_london: Page):
    in_london.goto("en/issues/slow-support/")
    choice(in_london).select_option("paypal")
    expect(in_london.locator(".provider-choice-place .which-yes")).to_be_visible()
    kept = in_london.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    assert "v1:provider" in kept
    assert "v1:region" not in kept


def test_the_home_page_asks_for_no_region_before_a_wallet_is_chosen(in_london: Page):
    in_london.goto("en/")
    expect(choice(in_london)).to_be_visible()
    expect(in_london.locator("which-region")).to_be_hidden()


@pytest.mark.parametrize(("zone", "region"), [("Australia/Sydney", "au"), ("Europe/London", "uk")])
def test_the_directory_shows_a_wallet_in_the_readers_region_first(new_context: NewContext, zone: str, region: str):
    page = new_context(timezone_id=zone, viewport={"width": 390, "height": 844}).new_page()
    page.goto("en/providers/#paypal")
    first = page.locator("#paypal a").first
    expect(first).to_have_attribute("data-region", region)
    expect(first).to_be_in_viewport()


def test_the_chosen_wallet_leads_to_all_about_it(phone: Page):
    phone.goto("en/issues/slow-support/")
    choice(phone).select_option("dana")
    phone.get_by_role("link", name="DANA: whom to write to").click()
    expect(phone).to_have_url(re.compile("/en/where/id/#dana$"))
    expect(phone.locator(".presence[data-provider=dana] .freeze")).to_be_visible()


def test_who_does_not_find_the_wallet_is_led_to_how_to_find_the_company(phone: Page):
    phone.goto("en/")
    choice(phone).select_option("other")
    phone.locator(".chooser-more a").click()
    expect(phone).to_have_url(re.compile("/en/providers/#not-listed$"))


def test_the_wallet_goes_with_the_last_case(phone: Page):
    phone.goto("en/issues/slow-support/")
    choice(phone).select_option("octopus")
    phone.goto("en/case/")
    case = phone.locator(".case[data-issue=slow-support]")
    case.locator(".case-drop summary").click()
    case.locator(".drop-yes").click()
    phone.goto("en/")
    expect(choice(phone)).to_have_value("")


# Letters -------------------------------------------------------------------------------------


def test_a_letter_is_addressed_to_the_licensed_entity_in_either_language(phone: Page):
    phone.goto("en/issues/slow-support/")
    choice(phone).select_option("wechat-pay")
    letter = with_whole_form(phone, "first-complaint")
    for version, company in (
        ("zh", "致：财付通支付科技有限公司"),
        ("en", "Tenpay Payment Technology Co., Ltd."),
    ):
        letter.locator(f".letter-show [value={version}]").check()
        expect(addressee(letter, version)).to_have_text(company)


def test_the_letter_is_addressed_to_the_company_of_the_chosen_region(nowhere: Page):
    nowhere.goto("en/issues/slow-support/")
    letter = with_whole_form(nowhere, "first-complaint")
    letter.get_by_label(WALLET["en"]).select_option("paypal")
    address = addressee(letter)
    expect(address).to_have_text("[full name of the company]")
    letter.get_by_label(REGION).select_option("au")
    expect(address).to_have_text("PayPal Australia Pty Ltd")
    letter.get_by_label(REGION).select_option("us")
    expect(address).to_have_text("PayPal, Inc.")


def test_a_letter_takes_what_it_needs_from_the_guessed_region_and_says_so(in_london: Page):
    in_london.goto("en/issues/slow-support/")
    letter = with_whole_form(in_london, "first-complaint")
    address = letter.locator(".letter-paper[lang=en]")
    expect(address).to_contain_text("Financial Ombudsman Service")
    for field in ("reply-by", "right", "next-body"):
        expect(letter.locator(f"[data-field={field}]").first).to_contain_text("United Kingdom is a guess")
    expect(letter.locator(".which-said")).to_have_text("For United Kingdom (a guess from this device)")
    letter.get_by_label(WALLET["en"]).select_option("paypal")
    expect(addressee(letter)).to_have_text("PayPal UK Ltd")
    letter.locator("provider-choice").get_by_role("button", name="Yes, United Kingdom").click()
    expect(letter).not_to_contain_text("is a guess")


def test_what_is_typed_goes_before_what_the_wallet_says(phone: Page):
    phone.goto("en/issues/slow-support/")
    choice(phone).select_option("wechat-pay")
    letter = with_whole_form(phone, "first-complaint")
    letter.locator("[data-field=entity] input").fill("Some Purse Ltd")
    letter.locator(".letter-show [value=en]").check()
    expect(addressee(letter)).to_have_text("Some Purse Ltd")
    letter.locator("[data-field=entity] input").fill("")
    expect(addressee(letter)).to_have_text("Tenpay Payment Technology Co., Ltd.")


def test_on_the_page_of_letters_the_wallet_is_that_of_the_case(phone: Page):
    phone.goto("en/issues/slow-support/")
    choice(phone).select_option("octopus")
    phone.goto("en/issues/wrong-deduction/")
    choice(phone).select_option("venmo")
    phone.goto("en/letters/?case=slow-support#first-complaint")
    phone.locator("[data-letter=first-complaint] .letter-show [value=en]").check()
    expect(addressee(phone.locator("[data-letter=first-complaint]"))).to_have_text("Octopus Cards Limited")
    expect(phone.locator("[data-letter=first-complaint] .chooser-wallet")).to_have_value("octopus")


# Freezing ------------------------------------------------------------------------------------


def test_once_an_account_is_taken_how_to_freeze_the_chosen_wallet_stands_first(phone: Page):
    phone.goto("en/issues/account-security/")
    expect(phone.locator("provider-freeze")).to_be_hidden()
    choice(phone).select_option("mae")
    freeze = phone.locator("provider-freeze")
    expect(freeze).to_contain_text("Kill Switch")
    assert freeze.bounding_box()["y"] < phone.locator("h2#what").bounding_box()["y"], "before all plans"
    choice(phone).select_option("octopus")
    expect(freeze.get_by_role("link", name="+852 2266 2266")).to_have_attribute("href", "tel:+85222662266")


def test_how_to_freeze_is_said_for_where_the_account_is_whatever_region_counts_later(new_context: NewContext):
    page = new_context(timezone_id="America/Chicago", viewport={"width": 390, "height": 844}).new_page()
    page.goto("en/issues/account-security/")
    choice(page).select_option("cash-app")
    page.locator(".provider-choice-place .which-yes").click()
    choose_region(page, "cn")
    page.goto("en/issues/account-security/")
    expect(page.locator("provider-freeze")).to_contain_text("Call this number now")


def test_where_no_way_to_freeze_is_known_the_official_number_or_channel_of_the_wallet_is_shown(new_context: NewContext):
    page = new_context(timezone_id="America/Chicago", viewport={"width": 390, "height": 844}).new_page()
    page.goto("en/issues/account-security/")
    freeze = page.locator("provider-freeze")
    choice(page).select_option("cash-app")
    expect(freeze).to_contain_text("Call this number now")
    expect(freeze.get_by_role("link", name="1 (800) 969-1940")).to_be_visible()
    choice(page).select_option("dana")
    expect(freeze).to_contain_text("Use this official channel now")
    choice(page).select_option("jkopay")
    expect(freeze).to_contain_text("by the number on the back of your card")
    expect(freeze.get_by_role("link", name="Taiwan: the first hour")).to_have_attribute(
        "href", re.compile("#tw-fraud$")
    )


def test_a_wallet_is_frozen_as_in_the_guessed_region(in_london: Page):
    in_london.goto("en/issues/account-security/")
    choice(in_london).select_option("paypal")
    expect(in_london.locator("provider-freeze")).to_be_visible()
    expect(in_london.locator(".provider-choice-place .which-said")).to_contain_text("a guess")


@pytest.mark.parametrize("language", WRITTEN)
def test_no_wallet_leaves_who_must_stop_a_loss_with_not_known(
    new_context: NewContext, language: Language, guide: Guide
):
    page = new_context(java_script_enabled=False).new_page()
    bank = guide.words.provider.freeze_bank[language]
    for region in guide.regions:
        page.goto(f"{start(language)}where/{region.id}/")
        said = page.locator(".freeze").all_text_contents()
        assert len(said) == len([at for _, at in guide.wallets_in(region.id) if not at.closed])
        assert [text for text in said if guide.words.provider.not_known[language] in text] == []
        # Each names a way, or the bank.
        ways = page.locator(".freeze").evaluate_all("(all) => all.map((each) => each.querySelectorAll('.way').length)")
        assert all(count or bank in text for count, text in zip(ways, said, strict=True))


def test_where_the_directory_cannot_be_had_the_link_to_it_stays(browser: Browser, address: str):
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.route("**/where/hk/", lambda route: route.abort())
        page.goto("en/issues/account-security/")
        with page.expect_event("requestfailed"):
            choice(page).select_option("octopus")
        expect(page.locator("provider-freeze")).to_have_text(re.compile("did not load"))
        expect(page.locator(".chooser-more a")).to_be_visible()
