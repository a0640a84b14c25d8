"""The boxes to search in, as they are typed in, emptied, left and come back to, in the header and on the home page."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.conftest import NewContext, start

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}
Box = tuple[Locator, Locator]
"""Where is typed, and where what is found is shown."""


def header(page: Page) -> Box:
    """The box of every page, opened."""
    if page.viewport_size["width"] < 960:
        page.locator("header > nav > label[for=__search]").click()
    page.locator(".md-search__input").click()
    return page.locator(".md-search__input"), page.locator(".md-search .search-found")


def home(page: Page) -> Box:
    return page.locator("search-home input"), page.locator("search-home .search-found")


BOXES = pytest.mark.parametrize("box", [header, home])
Opens = Callable[[Page], Box]


def compose(box: Locator, words: str) -> None:
    """As an input method does that has not ended yet."""
    box.evaluate(
        """(box, words) => {
      box.focus();
      box.value = words;
      box.dispatchEvent(new InputEvent("input", { isComposing: true, bubbles: true }));
      box.dispatchEvent(new KeyboardEvent("keyup", { isComposing: true, bubbles: true }));
    }""",
        words,
    )


@pytest.mark.parametrize(("language", "typed"), [("zh", "退款"), ("en", "refund")])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_cross_clears_all_that_was_found(new_context: NewContext, language: Language, typed: str, size: dict):
    page = new_context(viewport=size).new_page()
    page.goto(f"{start(language)}about/")
    box, found = header(page)
    theirs = page.locator(".md-search-result__item")
    box.fill(typed)
    expect(found.locator("a").first).to_be_visible()
    expect(theirs.first).to_be_visible()
    counted = page.locator(".md-search-result__meta")
    expect(counted).to_have_text(re.compile(r"\d"))

    page.locator(".md-search button[type=reset]").click()

    expect(box).to_have_value("")
    expect(found.locator("a")).to_have_count(0)
    expect(theirs).to_have_count(0)
    expect(counted).not_to_have_text(re.compile(r"\d"))


@pytest.mark.parametrize(
    ("place", "typed"),
    [("en/issues/funds-not-received/", "refund not arrived"), ("en/where/us/", "fees"), ("where/hk/", "投诉")],
)
def test_what_the_theme_finds_is_told_in_three_lines_at_most(new_context: NewContext, place: str, typed: str):
    page = new_context(viewport=PHONE).new_page()
    page.goto(place)
    box, _ = header(page)
    box.fill(typed)
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.evaluate("document.querySelectorAll('.md-search-result__more').forEach((more) => { more.open = true; })")
    expect(page.locator(".md-search-result__article").first).to_be_visible()
    lines = page.locator(".md-search-result__article").evaluate_all("""(articles) => articles.map((article) => {
      const beside = [...article.children].filter((part) => part.matches("h1, h2, .md-search-result__terms"));
      const own = getComputedStyle(article);
      const line = parseFloat(getComputedStyle(article.querySelector(".search-said") ?? article).lineHeight);
      const height = (part) => {
        const { marginTop, marginBottom } = getComputedStyle(part);
        return part.offsetHeight + parseFloat(marginTop) + parseFloat(marginBottom);
      };
      const taken = beside.map(height).reduce((all, each) => all + each, 0);
      return (article.offsetHeight - taken - parseFloat(own.paddingTop) - parseFloat(own.paddingBottom)) / line;
    })""")
    assert len(lines) > 5
    assert max(lines) < 4, lines  # With what is left free above and below them.
    assert max(lines) > 2, "nothing was long enough to be cut"


@BOXES
@pytest.mark.parametrize("language", WRITTEN)
def test_who_finds_nothing_is_led_to_the_steps_of_any_complaint(
    page: Page, guide: Guide, language: Language, box: Opens
):
    page.goto(start(language))
    field, found = box(page)
    field.fill("xyzzy")
    last = found.locator("a").last
    expect(last).to_have_text(guide.words.search.none_of_these[language])
    last.click()
    page.wait_for_url(f"**/issues/{guide.groups[-1].none_of_these}/#steps")


def test_the_theme_does_not_say_nothing_found_below_what_was_found(page: Page):
    page.goto("en/about/")
    box, found = header(page)
    box.fill("moneyy stollen")
    expect(found.locator(".search-hit").first).to_be_visible()
    theirs = page.locator(".md-search-result__meta")
    expect(theirs).to_have_text("No matching documents")
    expect(theirs).not_to_be_visible()


def test_each_page_that_is_come_back_to_has_the_words_that_stood_there(page: Page):
    page.goto("en/")
    box, found = home(page)
    box.fill("venmo scam")
    found.locator("a").first.click()
    page.wait_for_url("**/issues/**")
    page.go_back()
    expect(box).to_have_value("venmo scam")
    expect(found.locator("a").first).to_be_visible()

    box.fill("refund never came")
    leave_by_group(page)
    page.goto("en/")
    expect(box).to_have_value("")
    box.fill("wrong person")
    leave_by_group(page)
    page.go_back()
    expect(box).to_have_value("wrong person")
    page.go_back()
    page.wait_for_url("**/issues/**")
    page.go_back()
    expect(box).to_have_value("refund never came")


def leave_by_group(page: Page) -> None:
    group = page.locator(".groups details").first
    group.locator("summary").click()
    group.locator("li a").first.click()
    page.wait_for_url("**/issues/**")


def test_the_box_of_every_page_has_its_words_again_for_who_comes_back(page: Page):
    page.goto("en/about/")
    box, found = header(page)
    box.fill("refund")
    expect(found.locator("a").first).to_be_visible()
    page.goto("en/glossary/")
    page.go_back()
    box, found = header(page)
    expect(box).to_have_value("refund")
    expect(found.locator("a").first).to_be_visible()
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_words_that_were_cleared_are_not_kept(page: Page):
    page.goto("en/about/")
    box, found = header(page)
    box.fill("refund")
    expect(found.locator("a").first).to_be_visible()
    assert "refund" in page.evaluate("JSON.stringify({...sessionStorage})")
    page.locator(".md-search button[type=reset]").click()
    expect(found.locator("a")).to_have_count(0)
    assert "refund" not in page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")


@BOXES
def test_how_much_was_found_is_said_to_who_hears_the_page(page: Page, guide: Guide, box: Opens):
    page.goto("en/")
    field, found = box(page)
    status = found.locator("xpath=preceding-sibling::*[@role='status']")
    field.fill("refund never came")
    expect(found.locator(".search-hit").first).to_be_visible()
    expect(status).to_have_text(f"Found: {found.locator('.search-hit').count()}")
    field.fill("xyzzy")
    expect(status).to_have_text(guide.words.search.none.en)
    field.fill("")
    expect(status).to_have_text("")


@BOXES
@pytest.mark.parametrize("language", WRITTEN)
def test_who_waits_is_told_so_until_something_is_found(page: Page, guide: Guide, language: Language, box: Opens):
    held: list[Route] = []
    page.route(re.compile(r"/searched\.\w+\.json"), lambda route: held.append(route))
    page.goto(start(language))
    field, found = box(page)
    field.fill("paypal")
    status = page.get_by_text(guide.words.search.wait[language], exact=True)
    expect(status).to_be_visible()
    expect(status).to_have_attribute("role", "status")
    held[0].continue_()
    expect(found.locator("a").first).to_be_visible()
    expect(status).to_have_count(0)


@BOXES
def test_an_english_word_is_looked_for_while_a_keyboard_still_composes_it(page: Page, box: Opens):
    page.goto("en/")
    field, found = box(page)
    compose(field, "refund")
    expect(found.locator("a").first).to_be_visible()
    if box is header:
        expect(page.locator(".md-search-result__item").first).to_be_visible()


@BOXES
def test_a_chinese_word_is_looked_for_once_it_is_one(page: Page, box: Opens):
    page.goto("")
    field, found = box(page)
    field.fill("到账")
    expect(found.locator("a").first).to_be_visible()
    field.fill("")
    expect(found.locator("a")).to_have_count(0)
    compose(field, "alipay")
    page.wait_for_timeout(500)
    expect(found.locator("a")).to_have_count(0)
    field.dispatch_event("compositionend")
    expect(found.locator("a").first).to_be_visible()


def test_what_was_asked_in_the_box_of_every_page_is_erased_with_the_rest(page: Page):
    page.goto("en/about/")
    box, found = header(page)
    box.fill("my story of a refund")
    expect(found.locator("a").first).to_be_visible()
    page.goto("en/case/")
    page.locator("[data-begin]").first.click()
    page.locator(".keep-mine").click()
    page.locator(".keep-erase").click()
    expect(page.locator(".keep-said")).not_to_have_text("")
    page.go_back()
    box, found = header(page)
    expect(page.locator(".md-search [role=status]")).to_have_text("")
    expect(box).to_have_value("")
    assert "story" not in page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
