"""How much meets a reader at once: what an upset person scrolls past on a phone, and chooses from, stays little."""

import pytest

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.conftest import NewContext, start

PHONE = {"width": 390, "height": 844}
TALLEST = 5_000
MOST_GROUPS, MOST_IN_A_GROUP = 8, 8

each_language = pytest.mark.parametrize("language", WRITTEN)


@each_language
def test_an_issues_page_is_short_before_anything_is_opened(new_context: NewContext, guide: Guide, language: Language):
    page = new_context(viewport=PHONE).new_page()
    heights = {}
    for issue in guide.issue:
        page.goto(f"{start(language)}issues/{issue}/", wait_until="networkidle")
        heights[issue] = page.evaluate("document.documentElement.scrollHeight")
    assert min(heights.values()) > PHONE["height"], heights
    assert {issue: height for issue, height in heights.items() if height > TALLEST} == {}


@each_language
def test_home_gives_few_to_choose_from(new_context: NewContext, language: Language):
    page = new_context(viewport=PHONE).new_page()
    page.goto(start(language))
    groups = page.locator(".groups > details").all()
    assert 1 < len(groups) <= MOST_GROUPS
    for group in groups:
        group.locator("summary").click()
        choices = group.locator("a:not(.none-of-these)").filter(visible=True)
        assert 1 < choices.count() <= MOST_IN_A_GROUP, group
