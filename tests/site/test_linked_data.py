"""What pages tell search engines (JSON-LD) is what they tell readers, and it leads to what is there."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from macros.model.facts import Fact
from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, OTHERS, Language, folder_of
from macros.model.regions import Region
from macros.model.wallets import Presence, Provider

ADDRESS = "http://127.0.0.1:8000/"
START = {language: folder_of(language) for language in LANGUAGES}


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page by its address seen from the root, but for paper and lost ones."""
    return {
        path.parent.relative_to(site).as_posix().removeprefix("."): BeautifulSoup(
            path.read_text("utf-8"), "html.parser"
        )
        for path in site.rglob("index.html")
        if path.parent.parent.name != "paper"
    }


def said(page: BeautifulSoup) -> dict[str, Any]:
    (script,) = page.find_all("script", type="application/ld+json")
    return json.loads(script.string)


def addresses(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        yield from (value for key, value in data.items() if key in ("@id", "url"))
        for value in data.values():
            yield from addresses(value)
    elif isinstance(data, list):
        for value in data:
            yield from addresses(value)


def shape(data: Any) -> Any:
    """The data with its words taken out."""
    if isinstance(data, dict):
        return {key: value if key == "@type" else shape(value) for key, value in data.items()}
    return [shape(value) for value in data] if isinstance(data, list) else None


def words(element: Any) -> str:
    return " ".join(element.get_text().split())


def test_every_page_says_what_it_is_in_the_words_of_its_head(pages: dict[str, BeautifulSoup]):
    for address, page in pages.items():
        data = said(page)
        assert data["@context"] == "https://schema.org", address
        assert data["@type"] in ("WebPage", "AboutPage"), address
        assert data["name"] == words(page.h1)
        assert data["description"] == page.find("meta", attrs={"name": "description"})["content"]
        assert data["@id"] == data["url"] == page.find("link", rel="canonical")["href"]
        assert data["inLanguage"] == page.html["lang"]
        assert "CC BY 4.0" in words(page.select_one(".md-copyright")), "the licence stands at the foot of the page"
        assert data["isPartOf"]["name"] == page.find("meta", property="og:site_name")["content"]


def test_addresses_are_whole_and_their_places_exist(pages: dict[str, BeautifulSoup]):
    for page in pages.values():
        for address in addresses(said(page)):
            assert address.startswith(ADDRESS)
            place, _, anchor = address.removeprefix(ADDRESS).partition("#")
            assert not anchor or pages[place.removesuffix("/")].find(id=anchor), address


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_steps_of_an_issue_are_those_on_its_page_in_the_same_order(
    pages: dict[str, BeautifulSoup], guide: Guide, language: Language
):
    for issue in guide.issues:
        page = pages[f"{START[language]}issues/{issue.id}"]
        how_to = said(page)["mainEntity"]
        steps = how_to["step"]
        emergency, checklists = (
            page.select(".danger :is(.tick-text, li:not(:has(label)))"),
            page.select(".fold tick-list ol"),
        )

        assert how_to["@type"] == "HowTo"
        assert how_to["description"] == words(page.select(".short-answer p")[1])
        shown = [*map(words, emergency), *(each["aria-label"] for each in checklists)]
        assert [step["name"] for step in steps] == shown
        for step, each in zip(steps[len(emergency) :], checklists, strict=True):
            anchor = step["url"].partition("#")[2]
            assert each.find_previous(id=anchor), step["url"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_terms_are_those_of_the_glossary(pages: dict[str, BeautifulSoup], language: Language):
    page = pages[f"{START[language]}glossary"]
    terms = said(page)["mainEntity"]["hasDefinedTerm"]

    shown = page.select(".glossary dt")
    assert [term["@id"].partition("#")[2] for term in terms] == [term["id"] for term in shown]
    for term, each in zip(terms, shown, strict=True):
        assert words(each).startswith(term["name"])
        assert term["description"] == words(each.find_next_sibling("dd"))


def test_all_languages_say_the_same_kind_of_things(pages: dict[str, BeautifulSoup]):
    for address, page in pages.items():
        if not address.startswith(tuple(START[language].strip("/") for language in OTHERS)):
            for language in OTHERS:
                other = pages[f"{START[language]}{address}".rstrip("/")]
                assert shape(said(page)) == shape(said(other)), address


def test_a_day_of_review_is_one_that_the_page_shows(pages: dict[str, BeautifulSoup], guide: Guide):
    reviewed = {address for address, page in pages.items() if "lastReviewed" in said(page)}

    assert reviewed == {
        f"{start}{name}"
        for start in START.values()
        for name in ("about/changes", *(f"where/{region.id}" for region in guide.regions))
    }
    for region in guide.regions:
        days = [fact.checked for thing in (region, *guide.wallets_in(region.id)) for fact in facts_in(guide, thing)]
        for start in START.values():
            assert said(pages[f"{start}where/{region.id}"])["lastReviewed"] == min(days).isoformat()


def facts_in(guide: Guide, thing: Region | tuple[Provider, Presence]) -> list[Fact]:
    """What is said on its region's page of a region, or of a wallet there."""
    if isinstance(thing, Region):
        return list(guide.facts_of(thing))
    provider, presence = thing
    return [*guide.facts_of(presence), *provider.accounts, *filter(None, [provider.elsewhere])]


def test_nothing_is_called_questions_and_answers(pages: dict[str, BeautifulSoup]):
    for page in pages.values():
        assert "FAQPage" not in json.dumps(said(page))
