"""What upset people type into the search leads first to the page for their trouble."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.conftest import NewContext, start


def test_the_page_is_reached_by_keyboard_alone(page: Page):
    page.goto("about/")
    page.keyboard.press("/")
    box = page.get_by_role("textbox")
    expect(box).to_be_focused()
    box.fill("被盗刷")
    expect(page.locator(".md-search .search-found a").first).to_be_visible()  # Nobody goes to what is not there yet.
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.localName") != "a":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/issues/account-security/#money-taken")


def test_on_a_phone_a_plan_on_this_very_page_is_reached_and_opened(new_context: NewContext):
    page = new_context(viewport={"width": 390, "height": 844}).new_page()
    page.goto("en/issues/account-security/")
    page.locator("header > nav > label[for=__search]").click()
    page.locator(".md-search__input").fill("usdt")
    expect(page.locator("body")).to_have_attribute("data-md-scrolllock", "")
    page.locator(".search-found a").first.click()
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator("#crypto-not-covered[open] > summary")).to_be_in_viewport()


@pytest.mark.parametrize(("query", "page_found"), [("到账", "issues/funds-not-received/"), ("密语", "about/")])
def test_words_within_chinese_words_are_found_by_the_theme_too(page: Page, query: str, page_found: str):
    page.goto("")
    box = page.get_by_role("textbox")
    box.click()
    box.fill(query)  # It presses no key, like pasting and dictating.
    expect(page.locator(f".md-search-result__link[href*='{page_found}']").first).to_be_visible()


def test_what_an_input_method_has_not_made_into_a_word_is_not_looked_for(page: Page):
    page.goto("")
    box = page.get_by_role("textbox")
    box.click()
    box.fill("到账")
    found = page.locator(".md-search-result__item")
    expect(found).not_to_have_count(0)
    asked = page.evaluate("""() => {
      const box = document.querySelector(".md-search__input");
      const heard = [];
      box.addEventListener("keyup", () => heard.push(box.value));
      const type = (value, event) => { box.value = value; box.dispatchEvent(event); };
      type("tuik", new InputEvent("input", { isComposing: true, bubbles: true }));
      box.dispatchEvent(new KeyboardEvent("keyup", { isComposing: true, bubbles: true }));
      type("退款", new CompositionEvent("compositionend", { bubbles: true }));
      return heard;
    }""")
    assert asked == ["退款"]


@pytest.mark.parametrize("language", WRITTEN)
def test_what_nobody_means_leads_to_what_the_home_page_asks(new_context: NewContext, guide: Guide, language: Language):
    page = new_context().new_page()
    page.goto(start(language))
    box = page.locator("search-home input")
    box.fill("xyzzy")
    found = page.locator("search-home .search-found")
    none_of_these = guide.words.search.none_of_these[language]
    expect(found.locator("a")).to_have_text([*(group.sign[language] for group in guide.groups), none_of_these])
    expect(found).to_contain_text(guide.words.search.how[language])
    found.locator("a").first.click()
    expect(page.locator(f"#{guide.groups[0].id}[open]")).to_be_visible()


@pytest.mark.parametrize("place", ["", "issues/slow-support/"])
@pytest.mark.parametrize("language", WRITTEN)
def test_the_index_is_fetched_only_when_somebody_searches(new_context: NewContext, language: Language, place: str):
    page = new_context(viewport={"width": 390, "height": 844}).new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{start(language)}{place}", wait_until="networkidle")
    page.wait_for_timeout(1000)
    assert not [address for address in asked if re.search(r"search_index|/searched\.", address)]
    with page.expect_request(f"**/{start(language)}search/search_index.json"):
        page.locator("header > nav > label[for=__search]").click()
    expect(page.locator(".md-search__input")).to_be_focused()


HOME = "search-home"


@pytest.mark.parametrize(("language", "typed", "plan"), [
    ("zh", "轉帳轉錯人，對方不還", "wrong-transfer-not-returned"),
    ("zh", "ｗｅｃｈａｔ被盗刷", "money-taken"),
    ("en", "my acount is lockd", "restricted-by-wallet"),
    ("en", "Kid bought robux", "child-paid"),
])  # fmt: skip
def test_the_home_page_takes_a_reader_s_own_words_to_their_situation(
    page: Page, language: Language, typed: str, plan: str
):
    page.goto(start(language))
    box = page.locator(f"{HOME} input")
    box.fill(typed)
    first = page.locator(f"{HOME} .search-found a").first
    expect(first).to_have_attribute("href", re.compile(f"#{plan}$"))
    expect(first.locator("mark").first).to_be_visible()
    box.press("Enter")
    expect(first).to_be_focused()
    first.press("Enter")
    expect(page.locator(f"#{plan}[open]")).to_be_visible()
    page.go_back()
    expect(page.locator(f"{HOME} input")).to_have_value(typed)
    expect(page.locator(f"{HOME} .search-found a").first).to_be_visible()


def test_a_wallet_that_is_named_is_chosen_in_the_plan(page: Page):
    page.goto("en/")
    page.locator(f"{HOME} input").fill("cash app scam UK")
    found = page.locator(f"{HOME} .search-found")
    expect(found.locator("a").first).to_contain_text("opens for Cash App")
    expect(found.locator("a", has_text="wallet")).to_have_attribute("href", re.compile("#cash-app$"))
    expect(found.locator("a", has_text="region")).to_have_attribute("href", re.compile("where/uk/$"))
    found.locator("a").first.click()
    expect(page.locator(".chooser-wallet").first).to_have_value("cash-app")
    assert urlsplit(page.url).query == ""
    kept = page.evaluate("Object.entries({...localStorage, ...sessionStorage}).flat().join()")
    assert "account-region,uk" in kept.replace('"', "")


def test_without_scripts_the_home_page_asks_by_its_lines_alone(new_context: NewContext):
    page = new_context(java_script_enabled=False).new_page()
    page.goto("en/")
    expect(page.locator(f"{HOME} input")).not_to_be_visible()
    expect(page.locator(".groups details").first).to_be_visible()


def test_a_term_is_found_by_itself_and_not_the_whole_glossary(page: Page):
    page.goto("en/")
    page.locator(f"{HOME} input").fill("chargeback")
    expect(page.locator(f"{HOME} .search-found a[href$='glossary/#chargeback']")).to_be_visible()


@pytest.mark.parametrize("language", WRITTEN)
def test_neither_plans_nor_lists_nor_forms_are_in_the_index_of_the_theme(site: Path, guide: Guide, language: Language):
    index = json.loads((site / start(language) / "search/search_index.json").read_text("utf-8"))
    said = " ".join(each["text"].replace("\u200b", "") for each in index["docs"])

    assert all(situation.what[language] not in said for situation in guide.situation.values())
    assert all(term.meaning[language] not in said for term in guide.glossary)
    assert guide.words.provider.not_chosen[language] not in said
