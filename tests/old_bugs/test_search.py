"""Mistakes others made with search in Chinese."""

from playwright.sync_api import Page

from tests.browser.page.test_theme import search


def test_a_word_that_the_dictionary_cuts_wrongly_is_found(page: Page):
    """资金未到账 was cut as 资金 | 未到 | 账: whoever typed 到账 found nothing, not even the page about it."""
    assert "issues/funds-not-received/" in search(page, "zh", "到账")
