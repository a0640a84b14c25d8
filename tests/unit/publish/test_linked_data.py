"""What a page is for search engines: only what it is, safe to stand in HTML."""

import json

from bs4 import BeautifulSoup

from macros.model.guide import Guide
from macros.publish.finished import Page
from macros.publish.linked_data import as_script, linked_data

HOME = "https://guide.example/en/"


def said(guide: Guide, name: str, text: str = "") -> dict:
    return linked_data(guide, "en", Page(name, "Title", "In short.", f"{HOME}{name}/"), HOME, text)


def test_a_plain_page_is_a_page_of_the_guide(small: Guide) -> None:
    assert said(small, "letters") == {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": "https://guide.example/en/letters/",
        "url": "https://guide.example/en/letters/",
        "name": "Title",
        "description": "In short.",
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "isPartOf": {"@type": "WebSite", "name": "Guide", "url": HOME, "inLanguage": "en"},
    }


def test_a_page_of_facts_was_reviewed_when_the_oldest_of_them_was(small: Guide) -> None:
    text = "Official page, read on 22 November 2026. Official page, read on 5 January 2025."
    assert said(small, "where", text)["lastReviewed"] == "2025-01-05"


def test_an_issue_is_a_how_to_with_the_emergency_first(small: Guide) -> None:
    how_to = said(small, "issues/lost")["mainEntity"]
    steps = how_to["step"]

    assert how_to["@type"] == "HowTo"
    assert how_to["name"] == small.issue["lost"].title.en
    assert [step["name"] for step in steps[:2]] == [small.issue["lost"].danger[0].en, "Within minutes"]
    assert steps[-1]["url"] == "https://guide.example/en/issues/lost/#follow-up"


def test_the_glossary_is_a_set_of_terms(small: Guide) -> None:
    (term,) = said(small, "glossary")["mainEntity"]["hasDefinedTerm"]
    assert term == {
        "@type": "DefinedTerm",
        "@id": "https://guide.example/en/glossary/#recall",
        "name": "recall",
        "description": "Asking for money back",
    }


def test_no_words_can_end_the_script_or_begin_another() -> None:
    data = {"name": '</script><script>alert(1)</script><!-- ’ 追回 & "quoted"'}
    html = as_script(data)

    scripts = BeautifulSoup(html, "html.parser").find_all("script")
    assert [script["type"] for script in scripts] == ["application/ld+json"]
    assert json.loads(scripts[0].string) == data
    assert html.count("<") == 2
    assert "追回" in html
