"""The feed of changes is an Atom feed as RFC 4287 has it, with ids that stay wherever the guide goes."""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from bs4 import BeautifulSoup

from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, Language
from macros.publish.feed import feed

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS, HERE = "https://guide.example/sub/", "http://127.0.0.1:8000/"
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d{2}){0,2}:[A-Za-z0-9:_.-]+")
TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})")

each_language = pytest.mark.parametrize("language", LANGUAGES)


def read_feed(guide: Guide, language: Language, address: str = ADDRESS, **options: bool) -> Element:
    return ElementTree.fromstring(feed(guide, language, address, **options))


def texts(element: Element, name: str) -> list[str]:
    return [each.text or "" for each in element.findall(ATOM + name)]


def links(element: Element) -> dict[str, str]:
    return {link.get("rel"): link.get("href") for link in element.findall(f"{ATOM}link")}


def ids(root: Element) -> list[str]:
    return [each.text for each in root.iter(f"{ATOM}id")]


@each_language
@pytest.mark.parametrize("address", [ADDRESS, HERE])
def test_the_feed_has_what_atom_asks_for_once_each(small: Guide, language: Language, address: str) -> None:
    root = read_feed(small, language, address)
    entries = root.findall(f"{ATOM}entry")

    assert root.tag == f"{ATOM}feed"
    assert len(entries) == len(small.changes)
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(texts(element, name)) == 1, name
        assert TIME.fullmatch(*texts(element, "updated"))
        assert texts(element, "title")[0].strip()
    assert texts(root.find(f"{ATOM}author"), "name") == [small.words.guide[language]]
    assert all(entry.find(f"{ATOM}content").get("type") == "html" for entry in entries)
    assert texts(root, "updated") == [max(text for entry in entries for text in texts(entry, "updated"))]


def test_nothing_has_the_id_of_another_in_either_language(small: Guide) -> None:
    all_ids = [id for language in LANGUAGES for id in ids(read_feed(small, language))]

    assert all(TAG.fullmatch(id) for id in all_ids)
    assert len(all_ids) == len({*all_ids})


def test_ids_are_what_they_were_wherever_the_guide_stands(small: Guide) -> None:
    """Written out, for a reader of the feed is told everything anew if one of them is another."""
    known = [
        "tag:wallet-complaint-guide.example,2026:en:changes",
        "tag:wallet-complaint-guide.example,2026:en:changes:home-three-months",
        "tag:wallet-complaint-guide.example,2026:en:changes:new-form",
    ]
    for address, directories in ((ADDRESS, True), (HERE, True), ("https://moved.example/", False)):
        assert ids(read_feed(small, "en", address, directories=directories)) == known


def test_links_are_those_of_the_site_if_that_is_known(small: Guide) -> None:
    known, unknown = read_feed(small, "en"), read_feed(small, "en", HERE)

    assert links(known) == {
        "self": "https://guide.example/sub/en/changes.xml",
        "alternate": "https://guide.example/sub/en/about/changes/",
    }
    assert links(known.find(f"{ATOM}entry")) == {
        "alternate": "https://guide.example/sub/en/about/changes/#home-three-months"
    }
    assert not [*unknown.iter(f"{ATOM}link")]


def test_an_entry_says_all_that_the_page_says_of_it(small: Guide) -> None:
    first, second = (each.find(f"{ATOM}content").text for each in read_feed(small, "en").findall(f"{ATOM}entry"))
    said = BeautifulSoup(first, "html.parser")

    assert [part.get_text() for part in said.find_all("p")][:7] == [
        "Corrected · stood from 22 November 2026, mended on 26 November 2026",
        "Before", "No limit", "Now", "Within three months", "About whom", "Whoever sues",
    ]  # fmt: skip
    assert said.select_one(".fact-source a")["href"].startswith("https://")
    assert "The new form & more" in BeautifulSoup(second, "html.parser").get_text()
