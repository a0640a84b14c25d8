"""Every page, for every reader: axe's rules, targets a thumb can hit, small screens and zoom, type, languages told."""

import math
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from .conftest import NewContext, language_of

PHONE, DESK = 390, 1400
NARROW = (320, 640)
"""The narrowest phone, and a desk's screen at 200 %."""

AXE_OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}

# Unfolds what is folded, and brings out what only ticking does: undo in the first list, reset in the others.
SHOW_EVERYTHING = """
for (const details of document.querySelectorAll("details")) {
  details.open = true;
}
for (const box of document.querySelectorAll("tick-list li:first-child input:not(:checked)")) {
  box.click();
}
document.querySelector(".ticks:has(~ .ticks) .ticks-reset")?.click();
"""

# Half-way through a transition no colour is the one that is meant.
END_TRANSITIONS = """
const still = new CSSStyleSheet();
still.replaceSync("*, ::before, ::after { transition: none !important; }");
document.adoptedStyleSheets.push(still);
"""

CONTROLS = [
    ".ticks label",
    ".ticks-reset",
    ".ticks-undo",
    ".tick-see a",
    ".letter-copy",
    ".body-site a",
    ".body-phone a",
    ".clock-day input",
    ".choice select",
    ".region-list a",
    "summary",
    ".issue-list a",
    ".other-language",
]
SHORTEST_SIDE = """
(elements) => Math.min(...elements
  .filter((element) => element.checkVisibility())
  .map((element) => element.getBoundingClientRect())
  .flatMap(({ width, height }) => [width, height]))
"""

RUNNING_TEXT = ["article > p", "article > ul > li", "blockquote", "td", "dd", ".tick-text", ".letter-line"]
SMALLEST_TYPE = "(elements) => Math.min(...elements.map((element) => parseFloat(getComputedStyle(element).fontSize)))"

SCROLLS_SIDEWAYS = "document.scrollingElement.scrollWidth > innerWidth"
# A wide table may scroll, in a box of its own.
IS_CUT_OFF = """
() => [...document.querySelectorAll(".md-content *:not(.md-typeset__scrollwrap *), .other-language")]
  .some((element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1)
"""

# Surely foreign: on an English page any Han character; on a Chinese one a text of Latin words alone (a single one may
# be a name).
UNTOLD = """
(language) => {
  const foreign = {
    en: /\\p{Script=Han}/u,
    zh: /^\\P{Script=Han}*\\p{Script=Latin}{2,}\\s+\\p{Script=Latin}{2,}\\P{Script=Han}*$/u,
  }[language];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const untold = [];
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (!parentElement.closest("script") && parentElement.closest("[lang]").lang === language && foreign.test(data)) {
      untold.push(data.trim());
    }
  }
  return untold;
}
"""


def tour(context: BrowserContext, paths: list[str]) -> Iterator[tuple[str, Page]]:
    """Every page of the site in turn, in one tab, showing everything it can."""
    page = context.new_page()
    for path in paths:
        page.goto(path)
        page.evaluate(SHOW_EVERYTHING)
        yield path, page


def screen(width: int) -> dict[str, int]:
    return {"width": width, "height": 800}


def violations(page: Page) -> list[str]:
    page.evaluate(END_TRANSITIONS)
    found = Axe().run(page, options=AXE_OPTIONS).response["violations"]
    return [f"{rule['id']} at {node['target']}: {rule['help']}" for rule in found for node in rule["nodes"]]


class Findings(NamedTuple):
    """What was found on one page, on a phone."""

    language: str
    untold: list[str]
    violations: list[str]
    shortest_side: dict[str, float]
    smallest_type: dict[str, float]
    wider_than: list[int]


def find(path: str, page: Page) -> Findings:
    def measure(selectors: list[str], script: str) -> dict[str, float]:
        return {selector: page.locator(selector).evaluate_all(script) for selector in selectors}

    page.set_viewport_size(screen(PHONE))
    return Findings(
        language=page.locator("html").get_attribute("lang"),
        untold=page.evaluate(UNTOLD, language_of(path)),
        violations=violations(page),
        shortest_side=measure(CONTROLS, SHORTEST_SIDE),
        smallest_type=measure(RUNNING_TEXT, SMALLEST_TYPE),
        wider_than=[width for width in NARROW if is_wider(page, width)],
    )


def is_wider(page: Page, width: int) -> bool:
    page.set_viewport_size(screen(width))
    return page.evaluate(SCROLLS_SIDEWAYS) or page.evaluate(IS_CUT_OFF)


@pytest.fixture(scope="module")
def on_a_phone(browser: Browser, address: str, paths: list[str]) -> dict[str, Findings]:
    """What was found on every page of the site, each visited once for all tests."""
    with browser.new_context(base_url=address, color_scheme="light") as context:
        return {path: find(path, page) for path, page in tour(context, paths)}


def test_axe_finds_nothing_on_a_phone_in_light(on_a_phone: dict[str, Findings]):
    found = [f"{path}: {violation}" for path, findings in on_a_phone.items() for violation in findings.violations]
    assert not found, "\n".join(found)


def test_axe_finds_nothing_on_a_desk_in_dark(new_context: NewContext, paths: list[str]):
    pages = tour(new_context(color_scheme="dark", viewport=screen(DESK)), paths)
    found = [f"{path}: {violation}" for path, page in pages for violation in violations(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_searching(new_context: NewContext, scheme: str):
    page = new_context(color_scheme=scheme).new_page()
    page.goto("en/")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("refund")
    page.locator(".md-search-result__link").first.wait_for()
    found = violations(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("control", CONTROLS)
def test_a_thumb_hits_every_control(on_a_phone: dict[str, Findings], control: str):
    sides = {path: findings.shortest_side[control] for path, findings in on_a_phone.items()}
    assert 44 <= min(sides.values()) < math.inf, sides


@pytest.mark.parametrize("text", RUNNING_TEXT)
def test_running_text_is_never_small(on_a_phone: dict[str, Findings], text: str):
    sizes = {path: findings.smallest_type[text] for path, findings in on_a_phone.items()}
    assert 16 <= min(sizes.values()) < math.inf, sizes


@pytest.mark.parametrize("width", NARROW)
def test_no_page_is_wider_than_a_narrow_screen(on_a_phone: dict[str, Findings], width: int):
    assert not [path for path, findings in on_a_phone.items() if width in findings.wider_than]


def test_every_page_names_its_language(on_a_phone: dict[str, Findings]):
    assert {path: findings.language for path, findings in on_a_phone.items()} == {
        path: language_of(path) for path in on_a_phone
    }


def test_words_in_the_other_language_are_marked_as_such(on_a_phone: dict[str, Findings]):
    assert not {path: findings.untold for path, findings in on_a_phone.items() if findings.untold}
