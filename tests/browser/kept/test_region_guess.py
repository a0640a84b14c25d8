"""region-guess.js: the region a time zone lies in; the languages only where there is no zone."""

import pytest

from macros.checks.load import read
from tests.browser.modules import Module, OpenModule
from tests.conftest import ROOT

REGIONS = [region.id for region in read(ROOT / "docs/guide.yml", "docs/guide.yml").guide.regions]


@pytest.fixture(scope="module")
def guess(open_module: OpenModule) -> Module:
    return open_module("kept/region-guess.js")


def test_a_time_zone_tells_the_region(guess: Module):
    zones = {
        "Asia/Shanghai": "cn", "Asia/Urumqi": "cn", "Asia/Hong_Kong": "hk", "Asia/Macau": "mo", "Asia/Taipei": "tw",
        "Asia/Singapore": "sg", "Asia/Kuala_Lumpur": "my", "Europe/London": "uk", "Europe/Dublin": "eu",
        "Europe/Vilnius": "eu", "America/New_York": "us", "America/Indiana/Knox": "us", "America/Toronto": "ca",
        "Australia/Sydney": "au", "Pacific/Auckland": "nz", "Asia/Calcutta": "in", "Asia/Tokyo": "jp",
        "Asia/Manila": "ph", "Asia/Jakarta": "id", "Asia/Bangkok": "th", "Asia/Seoul": "kr", "America/Sao_Paulo": "br",
        "America/Manaus": "br", "Brazil/East": "br", "Europe/Zurich": "ch",
        "Asia/Dubai": "ae", "Africa/Johannesburg": "za",
    }  # fmt: skip
    untried = set(REGIONS) - set(zones.values())
    assert not untried, f"name a time zone of {untried} here, and all of them in js/kept/region-guess.js"
    assert set(zones.values()) == set(REGIONS)
    assert (
        dict(zip(zones, guess.each("guessRegion", [(zone, ["en-US"], REGIONS) for zone in zones]), strict=True))
        == zones
    )


@pytest.mark.parametrize("zone", ["Europe/Istanbul", "America/Mexico_City", "Africa/Cairo", "Asia/Riyadh"])
def test_elsewhere_nothing_is_guessed_whatever_the_language(guess: Module, zone: str):
    assert guess.call("guessRegion", zone, ["en-US", "zh-CN"], REGIONS) is None


@pytest.mark.parametrize(
    ("languages", "region"),
    [
        (["zh-TW", "en-US"], "tw"),
        (["en-GB"], "uk"),
        (["zh", "zh-HK"], "hk"),
        (["zh-Hans-SG"], "sg"),
        (["zh"], None),
        (["ko-KR", "en-US"], "kr"),
        (["pt-BR"], "br"),
        (["pt-PT"], None),
        (["de-CH"], "ch"),
        (["fr-CH"], "ch"),
    ],
)
def test_without_a_time_zone_the_languages_tell(guess: Module, languages: list[str], region: str | None):
    assert [guess.call("guessRegion", zone, languages, REGIONS) for zone in ("UTC", "Etc/GMT+8", "")] == [region] * 3


def test_the_guide_knows_each_region_that_is_guessed_and_no_other_counts(guess: Module):
    assert set(guess.run("({ REGIONS }) => REGIONS")) == set(REGIONS)


def test_a_region_the_guide_does_not_have_is_not_guessed(guess: Module):
    assert guess.call("guessRegion", "Asia/Tokyo", ["ja-JP"], ["cn", "uk"]) is None
