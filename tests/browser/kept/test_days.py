"""days.js: calendar days are added and told from what is none, wherever the device is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.browser.modules import Module, OpenModule

DEVICES = ("Asia/Shanghai", "America/New_York", "Pacific/Auckland", "Asia/Kolkata")
"""Where the device may be: east and west of UTC, half an hour off, with and without summer time."""
NO_DAYS = ["", "2026-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-11-00", "2026-11-31", "20-11-2026"]
NO_DAYS += ["2026-1-1", "2026/11/20", "2026-11-20T14:05", " 2026-11-20", "{x}", "$$", None]
NO_DAYS += ["0002-11-20", "0202-11-20"]  # A year that is still being typed.


@pytest.fixture(scope="module", params=DEVICES)
def days(open_module: OpenModule, request: pytest.FixtureRequest) -> Module:
    return open_module("kept/days.js", timezone_id=request.param)


@pytest.fixture(scope="module")
def at_home(open_module: OpenModule) -> Module:
    """For what no device's zone can change."""
    return open_module("kept/days.js", timezone_id=DEVICES[0])


def test_what_is_no_day_gives_nothing(at_home: Module):
    got = at_home.each("addDays", [(day, 1) for day in NO_DAYS])
    assert dict(zip(NO_DAYS, got, strict=True)) == dict.fromkeys(NO_DAYS)
    assert at_home.each("isDay", [(day,) for day in [*NO_DAYS, "2026-11-20"]]) == [False] * len(NO_DAYS) + [True]


def test_days_are_added_across_months_years_and_summer_time(days: Module):
    table = {
        ("2026-11-20", 0): "2026-11-20",
        ("2026-11-20", 15): "2026-12-05",
        ("2026-12-31", 1): "2027-01-01",
        ("2028-02-28", 1): "2028-02-29",
        ("2026-03-01", -1): "2026-02-28",
        ("2026-03-07", 1): "2026-03-08",
        ("2026-11-01", 1): "2026-11-02",
        ("2026-04-04", 2): "2026-04-06",
        ("2026-09-26", 1): "2026-09-27",
        ("9999-12-31", 1): None,
        ("1000-01-01", -1): None,
    }
    assert dict(zip(table, days.each("addDays", list(table)), strict=True)) == table


@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)), count=st.integers(-4000, 4000))
def test_adding_days_is_what_the_calendar_says(at_home: Module, day: date, count: int):
    assert at_home.call("addDays", day.isoformat(), count) == (day + timedelta(count)).isoformat()
