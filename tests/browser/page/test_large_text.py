"""Letters of twice the size, as many people have set them, on a phone: nothing is wider than the screen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import PATIENCE, NewContext
from tests.browser.page.test_access import IS_CUT_OFF, SCROLLS_SIDEWAYS
from tools.browsers import chromium

PHONE = {"width": 360, "height": 740}
OF_EACH_KIND = [
    "",
    "issues/slow-support/",
    "en/issues/account-security/",
    "where/",
    "en/where/uk/",
    "providers/",
    "en/letters/",
    "case/#slow-support",
    "en/basics/",
    "en/about/",
    "about/sources/",
    "paper/slow-support/",
]
# All that is folded, but for what is like another: of situations, and of letters, the first.
OPEN = """
() => {
  const like = [".situation ~ .situation", ".plan-letter ~ .plan-letter"].flatMap((each) => [each, `${each} *`]).join();
  const letter = document.querySelector("letter-builder");
  for (const details of document.querySelectorAll("details")) {
    const other = details.querySelector("letter-builder") ?? details.closest("letter-builder");
    details.open ||= !details.matches(like) && (!other || other === letter || details.contains(letter));
  }
  letter?.scrollIntoView();
}
"""
# What an iPhone answers; the words are WebKit's own.
IPHONE = """
const supports = CSS.supports.bind(CSS);
CSS.supports = (...asked) => ["-apple-system-body", "none"].includes(asked[1]) || supports(...asked);
const styleOf = window.getComputedStyle.bind(window);
let asked = 0;
window.getComputedStyle = (element, ...rest) => (
  element === document.documentElement && !asked++ ? { fontSize: "34px" } : styleOf(element, ...rest)
);
"""


@pytest.fixture(scope="module")
def large(browser: Browser, address: str) -> Iterator[BrowserContext]:
    flags = [*chromium.FLAGS, "--blink-settings=defaultFontSize=32"]
    large = browser.browser_type.launch(executable_path=chromium.for_tests(), args=flags)
    context = large.new_context(base_url=address, viewport=PHONE, service_workers="block")
    context.set_default_timeout(PATIENCE)
    yield context
    large.close()


def size(page: Page) -> str:
    return page.evaluate("getComputedStyle(document.documentElement).fontSize")


@pytest.mark.parametrize("path", OF_EACH_KIND)
def test_nothing_is_wider_than_a_phone(large: BrowserContext, path: str):
    page = large.new_page()
    page.goto(path)
    assert size(page) == "40px"
    page.evaluate(OPEN)
    expect(page.locator("details[open] > page-leaf")).to_have_count(0)
    page.evaluate(OPEN)
    page.locator("letter-builder .letter-form").or_(
        page.locator("body:not(:has(details letter-builder))")
    ).first.wait_for()
    page.wait_for_timeout(500)
    assert not page.evaluate(SCROLLS_SIDEWAYS)
    assert not page.evaluate(IS_CUT_OFF)
    # However deep a box stands in others, there is room for a word.
    narrow = "(all) => all.filter((one) => one.checkVisibility()).filter((one) => one.offsetWidth < 150).length"
    assert (
        page.locator("article :is(select, textarea, .letter-paper, .danger, .short-answer)").evaluate_all(narrow) == 0
    )
    page.close()


def test_an_iphone_says_how_large_letters_are_to_be(new_context: NewContext):
    page = new_context().new_page()
    page.add_init_script(IPHONE)
    page.goto("en/about/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("document.documentElement.style.fontSize") == "250%"
    assert page.evaluate("document.documentElement.style.fontFamily") == ""


def test_without_a_wish_letters_are_as_ever(page: Page):
    page.goto("en/about/")
    assert size(page) == "20px"
    assert page.evaluate("document.documentElement.getAttribute('style')") is None
    expect(page.locator("meta[name=text-scale]")).to_have_attribute("content", "scale")
