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
