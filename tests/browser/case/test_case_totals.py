"""What home and the bar of an issue say of a case under way."""

import pytest
from playwright.sync_api import Page, expect

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.conftest import start

ISSUE, SITUATION = "wrong-deduction", "child-paid"


def tick(page: Page, language: Language) -> None:
    page.goto(f"{start(language)}issues/{ISSUE}/#{SITUATION}")
    page.locator(f"#{SITUATION} .plan-now input").first.check()


@pytest.mark.parametrize("language", WRITTEN)
def test_home_leads_to_what_is_under_way(page: Page, guide: Guide, language: Language):
    page.goto(start(language))
    expect(page.locator("case-totals:defined")).to_be_attached()
    expect(page.locator("case-totals")).to_be_hidden()

    tick(page, language)
    page.goto(start(language))
    link = page.locator("case-totals").get_by_role("link")
    expect(link).to_have_text(guide.issue[ISSUE].title[language])
    link.click()
    expect(page.locator(f"#{ISSUE} h2")).to_have_text(guide.situation[SITUATION].sign[language])


@pytest.mark.parametrize("language", WRITTEN)
def test_a_tick_in_the_readers_own_plan_moves_the_bar(page: Page, language: Language):
    tick(page, language)
    bar = page.locator("case-bar progress")
    expect(bar).to_have_js_property("value", 1)
    page.reload()
    expect(bar).to_have_js_property("value", 1)
