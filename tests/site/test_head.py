"""What the head of every page says: what may load, where the page stands in both languages, how it is shared."""

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from macros.model.languages import EDITIONS, LANGUAGES, OTHERS, folder_of
from macros.publish.offline import write_service_worker
from tools.pictures import drawn_title

ADDRESS = "http://127.0.0.1:8000/"
XHTML = "{http://www.w3.org/1999/xhtml}link"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def heads(site: Path) -> dict[str, BeautifulSoup]:
    """Every page by its address seen from the root."""
    pages = {path.relative_to(site).as_posix().removesuffix("index.html"): path for path in site.rglob("*.html")}
    return {address: BeautifulSoup(path.read_text("utf-8"), "html.parser") for address, path in pages.items()}


def start_of(address: str) -> str:
    """Where the pages of its language begin."""
    return next((start for start in map(folder_of, OTHERS) if address.startswith(start)), "")


def found(heads: dict[str, BeautifulSoup]) -> Iterator[tuple[str, BeautifulSoup]]:
    yield from ((address, page) for address, page in heads.items() if not address.endswith("404.html"))


def policy(page: BeautifulSoup) -> dict[str, set[str]]:
    content = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    return {name: set(sources) for name, *sources in (rule.split() for rule in content.split(";"))}


# Looked at, and found harmless: where the theme keeps its own settings, and which tab an address opens.
OF_THE_THEME = {"exqRXrW/0laiImCrTE8a70vxyyY10FJVIppytLf/dbY="}


def test_no_inline_script_runs_but_the_one_of_the_theme(heads: dict[str, BeautifulSoup]):
    for address, page in heads.items():
        inline = [
            script.string for script in page.find_all("script") if not script.get("src") and not script.get("type")
        ]
        digests = {base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() for code in inline}
        assert policy(page)["script-src"] == {"'self'", *(f"'sha256-{digest}'" for digest in digests)}, address
        assert digests == OF_THE_THEME, address


def test_nothing_may_be_loaded_from_elsewhere(heads: dict[str, BeautifulSoup]):
    for address, page in heads.items():
        rules = policy(page)
        assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == {"'none'"}, address
        sources = set().union(*(rules[name] for name in rules)) - {"'none'", "'self'", "data:"}
        assert all(source.startswith("'sha256-") for source in sources), address


def test_the_policy_stands_before_whatever_it_is_for(heads: dict[str, BeautifulSoup]):
    for address, page in heads.items():
        first = page.head.find(["meta", "link", "script", "style"])
        assert first.get("http-equiv") == "Content-Security-Policy", address


def test_no_inline_style_is_left(heads: dict[str, BeautifulSoup]):
    for address, page in heads.items():
        assert page.find_all("style") == [], address
        assert page.find_all(style=True) == [], address


def test_no_address_of_the_page_leaves_with_the_reader(heads: dict[str, BeautifulSoup]):
    for address, page in heads.items():
        assert page.find("meta", attrs={"name": "referrer"})["content"] == "no-referrer", address


def test_every_page_names_itself_in_every_language(heads: dict[str, BeautifulSoup]):
    for address, page in found(heads):
        own = address.removeprefix(start_of(address))
        assert page.find("link", rel="canonical")["href"] == ADDRESS + address
        stands = {link["hreflang"]: link["href"] for link in page.select("link[rel~=alternate][hreflang]")}
        editions = {edition.lang: f"{ADDRESS}{edition.path}{own}" for edition in EDITIONS.values()}
        assert stands == {**editions, "x-default": ADDRESS + own}, address


def test_a_shared_page_shows_its_title_words_and_a_card(site: Path, heads: dict[str, BeautifulSoup]):
    for address, page in found(heads):
        shared = {tag["property"]: tag["content"] for tag in page.select("meta[property^='og:']")}
        assert shared["og:title"] == page.h1.get_text(strip=True).removesuffix("¶"), address
        assert shared["og:description"] == page.find("meta", attrs={"name": "description"})["content"]
        assert shared["og:url"] == ADDRESS + address
        card = shared["og:image"].removeprefix(ADDRESS)
        assert (site / card).is_file(), f"{address} has no card overrides/{card}: run `make pictures`"


def test_the_card_of_a_page_was_drawn_for_its_title(site: Path, heads: dict[str, BeautifulSoup]):
    for address, page in found(heads):
        card = site / page.find("meta", property="og:image")["content"].removeprefix(ADDRESS)
        site_name = page.find("meta", property="og:site_name")["content"]
        title = site_name if address == start_of(address) else page.h1.get_text(strip=True)
        if not re.search(r"paper/|where/.|issues/[^/]+/.", address):  # Which share a card with others.
            drawn = drawn_title(card.read_bytes()) if card.is_file() else None
            assert drawn == title, f"{address}: {card.name}: run `make pictures`"


def test_the_guide_can_be_installed(site: Path, heads: dict[str, BeautifulSoup]):
    for address, page in found(heads):
        place = urljoin(address, page.find("link", rel="manifest")["href"])
        manifest = json.loads((site / place).read_text("utf-8"))
        assert manifest["lang"] == page.html["lang"]
        for icon in manifest["icons"]:
            assert (site / urljoin(place, icon["src"])).is_file()


@pytest.mark.parametrize("start", [folder_of(language) for language in LANGUAGES])
def test_the_sitemap_lists_every_page_with_its_other_languages(site: Path, heads: dict[str, BeautifulSoup], start: str):
    root = ElementTree.parse(site / start / "sitemap.xml").getroot()
    listed = {url.find(f"{SITEMAP}loc").text: {link.get("href") for link in url.iter(XHTML)} for url in root}
    pages = {
        address.removeprefix(start)
        for address, _ in found(heads)
        if start_of(address) == start and "paper/" not in address
    }
    assert listed == {
        f"{ADDRESS}{start}{page}": {f"{ADDRESS}{folder_of(each)}{page}" for each in LANGUAGES} for page in pages
    }
    assert f"Sitemap: {ADDRESS}{start}sitemap.xml" in (site / "robots.txt").read_text("utf-8")


# Without a network -------------------------------------------------------------------------


def kept_parts(site: Path) -> dict[str, list[str]]:
    return json.loads(re.search(r"const FILES = (\{.*\});", (site / "sw.js").read_text("utf-8"))[1])


def kept(site: Path) -> list[str]:
    return [address for part in kept_parts(site).values() for address in part]


def test_every_page_and_all_it_loads_is_kept_for_times_without_a_network(site: Path, heads: dict[str, BeautifulSoup]):
    files = set(kept(site))
    for address, page in found(heads):
        assert address in files
        loaded = [
            tag.get("src") or tag.get("href")
            for tag in page.select("script[src], img[src], link[rel=stylesheet], link[rel=modulepreload]")
        ]
        addresses = {urljoin(ADDRESS + address, place).removeprefix(ADDRESS) for place in loaded}
        assert addresses <= files, address


def test_what_is_for_machines_is_not_kept(site: Path):
    assert [address for address in kept(site) if address.endswith((".md", ".txt", "guide.json"))] == []


def test_a_reader_of_one_language_keeps_nothing_of_the_other(site: Path):
    parts = kept_parts(site)
    others = [folder for folder in parts if folder]
    assert sorted(others) == sorted(["assets/", *map(folder_of, OTHERS)])
    for folder in others:
        assert all(address.startswith(folder) for address in parts[folder])
    assert not any(address.startswith(tuple(others)) for address in parts[""])


def test_what_is_kept_is_there(site: Path):
    for address in kept(site):
        assert (site / address).is_file() or (site / address / "index.html").is_file(), address


@pytest.mark.parametrize(("change", "same"), [(None, True), ("page.html", False), ("new.html", False)])
def test_a_version_is_known_by_what_is_in_it(tmp_path: Path, change: str | None, same: bool):
    (tmp_path / "page.html").write_text("a", "utf-8")
    template = "{{ version }} {{ files }} {{ offline }}"
    write_service_worker(tmp_path, template, offline=True, others=["en/"])
    before = (tmp_path / "sw.js").read_text("utf-8")
    if change:
        (tmp_path / change).write_text("b", "utf-8")
    write_service_worker(tmp_path, template, offline=True, others=["en/"])
    assert ((tmp_path / "sw.js").read_text("utf-8") == before) is same
