"""What letters and cases need is as heavy as all else of a page: it comes to whoever opens one, and to nobody else."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import start, with_whole_form


@pytest.fixture
def asked(page: Page) -> list[str]:
    """Which of it the page has asked for."""
    heavy: list[str] = []
    page.on(
        "request", lambda request: heavy.append(request.url) if re.search(r"/desk\.\w+\.json", request.url) else None
    )
    return heavy


@pytest.mark.parametrize("path", ["", "about/", "issues/funds-not-received/", "letters/", "where/us/", "case/"])
def test_a_first_visit_fetches_nothing_of_letters(page: Page, asked: list[str], path: str):
    page.goto(start("en") + path, wait_until="networkidle")
    assert asked == []


def test_it_comes_with_the_first_letter_and_the_first_case(page: Page, asked: list[str]):
    page.goto(f"{start('en')}issues/funds-not-received/")
    expect(with_whole_form(page, "first-complaint").locator(".letter-fields")).to_be_visible()
    page.goto(f"{start('en')}case/")
    page.locator("[data-begin=account-security]").click()
    expect(page.locator("#account-security h2")).to_be_focused()
    assert len(asked) == 2
