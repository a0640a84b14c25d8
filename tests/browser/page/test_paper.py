"""One region, one wallet, one situation on paper: alone, on few sheets, and nothing is cut off at the edge of any."""

import pytest
from playwright.sync_api import Page, expect

SHEETS = {"A4": (210, 297), "Letter": (215.9, 279.4), "A5": (148, 210)}
"""The sizes that people print on, in millimetres."""
MARGIN = {
    "en/where/uk/": 14,
    "en/where/us/": 14,
    "where/cn/": 14,
    "en/where/uk/#revolut": 14,
    "en/issues/slow-support/#only-a-bot": 20,
}
"""What is printed, and how far its words stay from the edge (`@page`)."""
MOST = {
    "en/where/uk/": {"A4": 8, "Letter": 8, "A5": 14},
    "en/where/us/": {"A4": 8, "Letter": 8, "A5": 14},
    "where/cn/": {"A4": 8, "Letter": 8, "A5": 14},
    "en/where/uk/#revolut": {"A4": 2, "Letter": 2, "A5": 3},
    "en/issues/slow-support/#only-a-bot": {"A4": 3, "Letter": 3, "A5": 4},
}
TOO_WIDE = """
() => [...document.querySelectorAll("article *")].filter((part) => part.checkVisibility())
  .filter((part) => part.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((part) => `${part.localName}.${part.className}`)
"""


@pytest.fixture(autouse=True)
def _no_printer(page: Page) -> None:
    page.add_init_script("window.print = () => {}")


@pytest.mark.parametrize("size", SHEETS)
@pytest.mark.parametrize("path", MOST)
def test_it_fits_the_sheets_that_people_have(page: Page, path: str, size: str):
    page.goto(path, wait_until="networkidle")
    assert 1 <= page.pdf(format=size).count(b"/Type /Page\n") <= MOST[path][size]
    page.emulate_media(media="print")
    width, height = ((side - 2 * MARGIN[path]) * 96 / 25.4 for side in SHEETS[size])
    page.set_viewport_size({"width": int(width), "height": int(height)})
    assert page.evaluate(TOO_WIDE) == []


def test_at_its_address_a_wallet_is_printed_alone(page: Page):
    page.goto("en/where/uk/#revolut")
    wallet = page.locator(".presence[data-provider=revolut]")
    expect(wallet).to_have_attribute("open", "")
    page.emulate_media(media="print")
    expect(wallet.locator(".freeze")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".presence").locator("visible=true")).to_have_count(1)
    expect(page.locator(".region, .regions").locator("visible=true")).to_have_count(0)


def test_the_region_is_printed_once_the_wallet_is_folded(page: Page):
    page.goto("en/where/uk/#revolut")
    page.locator(".presence[data-provider=revolut] > summary").click()
    page.emulate_media(media="print")
    expect(page.locator(".region").first).to_be_visible()
