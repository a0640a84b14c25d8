"""The days that do not count as working days, as the `holidays` package knows them, and no further than it does."""

import holidays
import pytest

from macros.checks.load import read
from macros.model.regions import Holidays, Region
from macros.render.days_off import days_off
from tests.conftest import ROOT

GUIDE = read(ROOT / "docs/guide.yml", "docs/guide.yml").guide

each_region = pytest.mark.parametrize("region", GUIDE.regions, ids=lambda region: region.id)


def of(id: str, year: int) -> tuple[str, str]:
    return next(days_off(region.holidays)["years"][year] for region in GUIDE.regions if region.id == id)


@pytest.mark.parametrize(
    ("region", "year", "off"),
    [
        # Boxing Day 2026 is a Saturday, so Monday 28 December is off instead.
        ("uk", 2026, "0101 0403 0406 0504 0525 0831 1225 1228"),
        # The European Central Bank moves no holiday: 26 December 2026, a Saturday, gives no day off.
        ("eu", 2026, "0101 0403 0406 0501 1225"),
        # Independence Day 2026 is a Saturday, so Friday 3 July is off.
        ("us", 2026, "0101 0119 0216 0525 0619 0703 0907 1012 1111 1126 1225"),
        # Anzac Day 2026 is a Saturday: nationwide no weekday is off for it.
        ("au", 2026, "0101 0126 0403 0406 1225"),
        # Chuseok's third day in 2026 is a Saturday, for which no other day is off; for 1 March, a Sunday, Monday is.
        ("kr", 2026, "0101 0216 0217 0218 0302 0501 0505 0525 0603 0717 0817 0924 0925 1005 1009 1225"),
        # Carnival is a holiday of cities and states alone, so 16 and 17 February count.
        ("br", 2026, "0101 0403 0421 0501 0907 1012 1102 1120 1225"),
        # Without a canton Switzerland has four holidays; its National Day 2026 is a Saturday.
        ("ch", 2026, "0101 0514 1225"),
    ],
)
def test_the_weekdays_off_of_a_year(region: str, year: int, off: str):
    assert of(region, year) == (off, "")


def test_weekends_are_worked_in_mainland_china_and_taiwan_as_announced():
    assert of("cn", 2026)[1] == "0104 0214 0228 0509 0920 1010"
    assert of("tw", 2025)[1] == "0208"


SATURDAY_AND_SUNDAY, FRIDAY_AND_SATURDAY = [0, 6], [5, 6]


@each_region
def test_the_regions_of_the_guide_rest_on_saturday_and_sunday(region: Region):
    assert days_off(region.holidays)["weekend"] == SATURDAY_AND_SUNDAY


def test_where_friday_is_of_the_weekend_a_holiday_on_it_is_no_weekday_off_and_one_on_sunday_is():
    """In Jordan 25 May 2025, Independence Day, is a Sunday, and 25 December 2026 a Friday."""
    jordan = days_off(Holidays(country="JO", until=2026))

    assert jordan["weekend"] == FRIDAY_AND_SATURDAY
    assert "0525" in jordan["years"][2025][0].split()
    assert "1225" in jordan["years"][2025][0].split()
    assert "1225" not in jordan["years"][2026][0].split()


@each_region
def test_a_region_tells_three_years_up_to_the_last_announced(region: Region):
    until = region.holidays.until

    assert list(days_off(region.holidays)["years"]) == [until - 2, until - 1, until]


@each_region
def test_no_day_that_is_only_estimated_is_told(region: Region):
    """The moon decides some holidays, and the package marks those that nobody has announced yet."""
    place, years = region.holidays, range(region.holidays.until - 2, region.holidays.until + 1)
    if place.country in holidays.list_supported_financial():
        return
    languages = holidays.country_holidays(place.country).supported_languages
    in_english = {"language": "en_US"} if "en_US" in languages else {}
    named = holidays.country_holidays(place.country, subdiv=place.subdivision, years=years, **in_english)

    assert [f"{day} {name}" for day, name in sorted(named.items()) if "estimated" in name] == []


def test_china_is_known_only_as_far_as_its_worked_weekends():
    """Without them the package has the holidays by law alone, not the arrangement the State Council announces."""
    (china,) = (region.holidays for region in GUIDE.regions if region.id == "cn")
    next_year = Holidays(country="CN", until=china.until + 1)

    assert all(worked for _, worked in days_off(china)["years"].values())
    assert days_off(next_year)["years"][next_year.until][1] == ""
