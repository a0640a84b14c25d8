"""The page of corrections and changes, and their feed, as they are published."""

from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag

from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, Language, folder_of

ATOM = "{http://www.w3.org/2005/Atom}"

each_language = pytest.mark.parametrize("language", LANGUAGES)


def page(site: Path, language: Language, name: str = "about/changes") -> BeautifulSoup:
    return BeautifulSoup((site / folder_of(language) / name / "index.html").read_text("utf-8"), "html.parser")


def entries(site: Path, language: Language) -> list[Tag]:
    return page(site, language).select(".change")


def feed_of(site: Path, language: Language) -> ElementTree.Element:
    return ElementTree.parse(site / folder_of(language) / "changes.xml").getroot()


def test_both_languages_have_the_same_entries_in_the_same_order(site: Path, guide: Guide):
    ids = [change.id for change in guide.changes]
    for language in LANGUAGES:
        assert [entry.h2["id"] for entry in entries(site, language)] == ids
        found = [entry.find(f"{ATOM}id").text for entry in feed_of(site, language).iter(f"{ATOM}entry")]
        assert [id.rpartition(":")[2] for id in found] == ids


@each_language
def test_every_entry_says_what_it_said_what_it_says_and_what_to_do(site: Path, guide: Guide, language: Language):
    for entry, change in zip(entries(site, language), guide.changes, strict=True):
        said = [part.get_text() for part in entry.select("dd")]
        assert said == [text[language] for text in (change.before, change.now, change.affected)]
        assert len(entry.select(".fact-source")) == len(change.sources)


@each_language
def test_every_page_that_an_entry_names_is_there(site: Path, language: Language):
    for link in page(site, language).select(".change-concerns a"):
        address, _, place = link["href"].partition("#")
        name = urljoin("about/changes/", address).strip("/")
        assert not place or page(site, language, name).find(id=place), link["href"]


@each_language
def test_the_page_and_its_head_lead_to_the_feed(site: Path, language: Language):
    here = page(site, language)
    (in_head,) = here.head.select('link[type="application/atom+xml"]')
    in_text = here.article.find("a", href=lambda href: href.endswith("changes.xml"))
    for link in (in_head, in_text):
        place = urljoin(f"http://site/{folder_of(language)}about/changes/", link["href"])
        assert place == f"http://site/{folder_of(language)}changes.xml"
    assert in_head["rel"] == ["alternate"]


@each_language
def test_about_leads_to_the_page(site: Path, language: Language):
    links = page(site, language, "about").article.find_all("a", href=True)
    assert "changes/" in {link["href"] for link in links}


def test_a_feed_of_a_site_without_an_address_has_no_links(site: Path):
    assert not list(feed_of(site, "en").iter(f"{ATOM}link"))


def test_search_does_not_lead_to_what_the_guide_no_longer_says(site: Path):
    for language in LANGUAGES:
        assert '"about/changes/' not in (site / folder_of(language) / "search/search_index.json").read_text("utf-8")
