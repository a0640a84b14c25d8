"""What the theme does for the guide: leads to the other language, finds pages, follows the device, stays quiet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.model.languages import MAIN, Language
from tests.browser.conftest import NewContext, language_of, start
from tools.serving import served

# The theme's single-key shortcuts: next page, previous page, search.
SHORTCUTS = ("n", ".", "p", ",", "s", "f", "/")

IS_DARK = r"Number(/\d+/.exec(getComputedStyle(document.body).backgroundColor)) < 128"

RECORD_LEAVING = """
window.left = [];
// The page notes in its own address which plan is open and how far down the reader is: that leads nowhere.
navigation.addEventListener("navigate", ({ navigationType, destination: { sameDocument, url } }) => {
  (sameDocument && navigationType === "replace") || left.push(url);
});
"""


@pytest.fixture(scope="session")
def address_under_a_path(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site is served from a folder of a larger one, ending in a slash."""
    larger = tmp_path_factory.mktemp("larger")
    (larger / "guide").symlink_to(site)
    with served(larger) as address:
        yield f"{address}guide/"


def test_no_page_complains_or_asks_another_site(page: Page, paths: list[str]):
    # The judge is `new_context`, which hears every page out when the test is over.
    for path in paths:
        page.goto(path, wait_until="networkidle")


@pytest.mark.parametrize("path", ["", "about/", "issues/app-failure/", "en/", "en/letters/"])
def test_no_page_asks_outside_its_folder(new_context: NewContext, address_under_a_path: str, path: str):
    new_context(base_url=address_under_a_path).new_page().goto(path, wait_until="networkidle")


# The other language ------------------------------------------------------------------------


def follow_language_link(page: Page) -> None:
    name = {"zh": "English", "en": "简体"}[page.locator("html").get_attribute("lang")]
    with page.expect_navigation():
        page.get_by_role("banner").get_by_role("link", name=name, exact=True).click()


@pytest.mark.parametrize("served", ["address", "address_under_a_path"])
def test_the_language_link_leads_to_the_same_page_and_back(
    new_context: NewContext, paths: list[str], served: str, request: pytest.FixtureRequest
):
    home = request.getfixturevalue(served)
    # A plain link: what the theme's scripts would make of it is another test.
    page = new_context(base_url=home, java_script_enabled=False).new_page()
    pages = [path for path in paths if language_of(path) == MAIN and path != "404.html"]
    reached = {}
    for path in pages:
        page.goto(path)
        follow_language_link(page)
        there = page.url
        follow_language_link(page)
        reached[path] = there, page.url
    assert reached == {path: (f"{home}en/{path}", f"{home}{path}") for path in pages}


def test_the_theme_leaves_the_language_link_alone(page: Page, address: str):
    # The theme's own handler would ask for the sitemaps of a page's other languages, and send the reader home.
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("issues/app-failure/")
    page.wait_for_load_state("networkidle")
    follow_language_link(page)
    assert page.url == f"{address}en/issues/app-failure/"
    assert not [url for url in asked if "sitemap" in url]


@pytest.mark.parametrize(("lost", "home"), [("404.html", "en/"), ("en/404.html", "")])
def test_the_language_link_of_a_missing_page_leads_home(page: Page, address: str, lost: str, home: str):
    page.goto(lost)
    follow_language_link(page)
    assert page.url == address + home


# Search ------------------------------------------------------------------------------------


def search(page: Page, language: Language, query: str) -> list[str]:
    """Type a query; the addresses of the pages found, best first, seen from the site's address."""
    page.goto(start(language))
    home = page.url.removesuffix(start(language))
    page.locator("input[name=query]").click()
    page.keyboard.insert_text(query)
    pages = page.locator(".md-search-result__item")
    pages.first.wait_for()
    return [item.locator("a").first.get_attribute("href").removeprefix(home) for item in pages.all()]


@pytest.mark.parametrize(
    ("query", "page_meant"), [("盗刷", "issues/account-security/"), ("重复扣款", "issues/wrong-deduction/")]
)
def test_search_finds_the_page_that_is_meant(page: Page, query: str, page_meant: str):
    assert page_meant in search(page, language_of(page_meant), query)


@pytest.mark.parametrize(
    ("query", "page_meant"),
    [
        ("客服", "issues/slow-support/"),
        ("charged", "en/issues/wrong-deduction/"),
    ],
)
def test_search_puts_the_page_that_is_meant_first(page: Page, query: str, page_meant: str):
    assert search(page, language_of(page_meant), query)[0] == page_meant


# Keys and colours --------------------------------------------------------------------------


@pytest.mark.parametrize("control", ["[data-item]", ".ticks-reset", ".ticks-undo", ".way-copy"])
def test_the_themes_shortcuts_do_nothing_on_our_controls(page: Page, control: str):
    page.goto("issues/account-security/")
    for _ in "fold", "what it brings":
        page.locator("details").evaluate_all("(all) => all.forEach((details) => { details.open = true; })")
        expect(page.locator("page-leaf")).to_have_count(0)
    # What is ticked in the first may be ticked in the next as well; in these it is not.
    for checklist in (page.locator("tick-list").nth(0), page.locator("tick-list").nth(3)):
        checklist.get_by_role("checkbox").last.check()
    page.locator(".ticks-reset").first.click()
    page.evaluate(RECORD_LEAVING)
    focused = page.locator(control).filter(visible=True).first
    for key in SHORTCUTS:
        focused.press(key)
        expect(focused, f"after {key}").to_be_focused()
    assert page.evaluate("left") == []


@pytest.mark.parametrize("device", ["light", "dark"])
def test_the_page_is_as_dark_as_the_device(new_context: NewContext, device: str):
    page = new_context(color_scheme=device).new_page()
    page.goto("")
    assert page.evaluate(IS_DARK) == (device == "dark")


def test_the_page_follows_a_device_that_turned_dark_since_the_last_visit(page: Page):
    page.emulate_media(color_scheme="light")
    page.goto("")
    page.emulate_media(color_scheme="dark")
    page.reload()
    assert page.evaluate(IS_DARK)


# From page to page ---------------------------------------------------------------------------

GIVE_A_FADE_UP = """
() => new Promise((done) => {
  const fade = document.startViewTransition(() => {});
  fade.skipTransition();
  fade.finished.then(() => setTimeout(done, 100));
})
"""
FADED = "addEventListener('pagereveal', (event) => { window.faded = event.viewTransition !== null; })"


def changes_smoothly(page: Page) -> bool:
    """Whether the page that a link of the home page leads to is faded to."""
    page.add_init_script(FADED)
    page.goto("")
    page.locator(".issue-list a").first.click()
    page.wait_for_url("**/issues/*/")
    return page.evaluate("window.faded")


def test_one_page_fades_into_the_next(page: Page):
    assert changes_smoothly(page)


def test_who_asks_for_less_motion_is_spared_the_fade(new_context: NewContext):
    assert not changes_smoothly(new_context(reduced_motion="reduce").new_page())


def test_a_fade_that_the_browser_gives_up_is_no_fault(page: Page):
    # The judge is `new_context`: Chromium rejects promises that nobody asked for.
    page.goto("")
    page.evaluate(GIVE_A_FADE_UP)
