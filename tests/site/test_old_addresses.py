"""Every address that a region or a wallet ever had still leads to its words: readers have kept them.

All regions stood on one page, and all wallets on another. Now each region has a page of its own, with its wallets.
"""

from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, Language, folder_of

OLD: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("old_addresses.yml").read_text("utf-8"))
AT_HOME = {
    "where": {"where", "which", "compare", "elsewhere", "how-dates"},
    "providers": {"providers", "directory", "finder-note", "not-listed", "registers"},
}
"""What of them is still said on the page itself."""


def page_of(site: Path, language: Language, name: str) -> BeautifulSoup:
    return BeautifulSoup((site / folder_of(language) / name / "index.html").read_text("utf-8"), "html.parser")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OLD)
def test_every_old_address_leads_on(site: Path, guide: Guide, language: Language, name: str):
    page = page_of(site, language, name)
    pages = {region.id: page_of(site, language, f"where/{region.id}") for region in guide.regions}
    several = {wallet.id for wallet in guide.providers if wallet.asks_region}
    lost = []
    for old in OLD[name]:
        place = page.find(id=old)
        if place is None:
            lost.append(f"{old}: is nowhere on the page")
        elif old in AT_HOME[name] | several:
            pass  # Its words stand here, or the regions to choose from.
        elif place.find_parent(class_="elsewhere") is None:
            lost.append(f"{old}: leads nowhere")
        else:
            address, _, there = urljoin(f"/{name}/", leads_to(place)).partition("#")
            region = address.removeprefix("/where/").removesuffix("/")
            if there and pages[region].find(id=there) is None:
                lost.append(f"{old}: {there} is not on the page of {region}")
    assert lost == []


def leads_to(place: Tag) -> str:
    """Where a place leads on to, as overrides/assets/js/page/open-target.js says."""
    entry = place if place.name == "li" else place.find_parent("li")
    link = place if place.name == "a" else entry.find("a")
    return link["href"] if link is place or "#" in link["href"] else f"{link['href']}#{place['id']}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_old_address_of_a_wallet_in_several_regions_leads_to_the_choice_of_one(
    site: Path, guide: Guide, language: Language
):
    page = page_of(site, language, "providers")
    several = [wallet for wallet in guide.providers if wallet.asks_region]
    assert several
    for wallet in several:
        ways = page.find(id=wallet.id)("a")
        assert [way["href"] for way in ways] == [f"../where/{each.region}/#{wallet.id}" for each in wallet.regions]
