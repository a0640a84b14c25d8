"""Strangers with their troubles: from the home page each comes to the right place, first action and letter."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, Language
from tests.browser.conftest import start

STRANGERS = yaml.safe_load(Path(__file__).with_name("strangers.yml").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stranger", STRANGERS, ids=lambda stranger: stranger["id"])
def test_a_stranger_finds_the_way_in_two_clicks_and_the_letter_in_a_third(
    page: Page, guide: Guide, stranger: dict, language: Language
):
    (sign,) = (sign for sign in guide.triage if sign.id == stranger["sign"])
    (choice,) = (choice for choice in sign.choices if choice.id == stranger["choice"])
    page.goto(start(language))

    page.locator("summary").get_by_text(sign.sign[language], exact=True).click()
    page.get_by_role("link", name=choice.text[language], exact=True).click()

    assert choice.issue == stranger["issue"]
    expect(page.get_by_role("heading", level=1)).to_have_text(guide.issue[stranger["issue"]].title[language])
    assert page.url.endswith(f"issues/{choice.issue}/#{choice.anchor}")
    first = page.get_by_role("list", name=guide.words.phases.minutes[language], exact=True)
    expect(first.locator(f"[data-item='{stranger['first_action']}']")).to_have_count(1)

    page.locator(f"#letter-{stranger['letter']} > summary").click()
    expect(page.locator(f"#letter-{stranger['letter']} .letter-paper").first).to_be_visible()


def test_there_are_two_strangers_for_each_issue(guide: Guide):
    issues = [stranger["issue"] for stranger in STRANGERS if "read" not in stranger]

    assert sorted(issues) == sorted([*guide.issue, *guide.issue])
