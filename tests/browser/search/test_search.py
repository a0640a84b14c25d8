"""What upset people type into the search leads first to the page for their trouble."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Page, expect

from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, Language
from tests.browser.conftest import NewContext, start

QUERIES = yaml.safe_load(Path(__file__).with_name("queries.yml").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_upset_people_type_leads_first_to_the_right_page_or_to_a_plan_on_it(
    page: Page, language: Language, address: str
):
    page.goto(start(language))
    box = page.get_by_role("textbox")
    box.click()
    wrong = []
    for issue, queries in QUERIES[language].items():
        for query in queries:
            box.fill(query)
            found = page.locator(".md-search__output a").first.evaluate("(link) => link.href")
            if urlsplit(found).path != urlsplit(f"{address}{start(language)}issues/{issue}/").path:
                wrong.append(f"{query} leads to {found}, not {issue}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", QUERIES)
def test_every_issue_is_tried(language: Language, guide: Guide):
    untried = [issue.id for issue in guide.issues if not QUERIES[language].get(issue.id)]

    assert untried == [], (
        f"tests/browser/search/queries.yml: write under `{language}` what people type who mean {untried}"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_thirty_queries_are_tried(language: Language):
    assert sum(map(len, QUERIES[language].values())) >= 30


def test_the_page_is_reached_by_keyboard_alone(page: Page):
    page.goto("about/")
    page.keyboard.press("/")
    box = page.get_by_role("textbox")
    expect(box).to_be_focused()
    box.fill("被盗刷")
    expect(page.locator(".search-hints a").first).to_be_visible()  # Nobody goes to what is not there yet.
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.localName") != "a":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/issues/account-security/")


def test_on_a_phone_a_plan_on_this_very_page_is_reached_and_opened(new_context: NewContext):
    page = new_context(viewport={"width": 390, "height": 844}).new_page()
    page.goto("en/issues/account-security/")
    page.locator("header > nav > label[for=__search]").click()
    page.locator(".md-search__input").fill("usdt")
    expect(page.locator("body")).to_have_attribute("data-md-scrolllock", "")
    page.locator(".search-hints a").first.click()
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator("#crypto-not-covered[open] > summary")).to_be_in_viewport()


@pytest.mark.parametrize(("query", "page_found"), [("到账", "issues/funds-not-received/"), ("最终答复", "glossary/")])
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


def test_what_nobody_means_leads_nowhere(new_context: NewContext):
    page = new_context().new_page()
    page.goto("")
    box = page.get_by_role("textbox")
    box.click()
    box.fill("被盗刷")
    expect(page.locator(".search-hints a")).not_to_have_count(0)
    box.fill("量子力学")
    expect(page.locator(".search-hints a")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_is_fetched_only_when_somebody_searches(new_context: NewContext, language: Language):
    page = new_context(viewport={"width": 390, "height": 844}).new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{start(language)}issues/slow-support/", wait_until="networkidle")
    page.wait_for_timeout(1000)
    assert not [address for address in asked if "search_index" in address]
    with page.expect_request(f"**/{start(language)}search/search_index.json"):
        page.locator("header > nav > label[for=__search]").click()
    expect(page.locator(".md-search__input")).to_be_focused()
