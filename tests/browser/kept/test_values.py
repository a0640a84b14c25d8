"""values.js: days and times as each language writes them, wherever the device is."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.browser.kept.test_days import DEVICES, NO_DAYS
from tests.browser.modules import Module, OpenModule


@pytest.fixture(scope="module", params=DEVICES)
def values(open_module: OpenModule, request: pytest.FixtureRequest) -> Module:
    return open_module("kept/values.js", timezone_id=request.param)


@pytest.fixture(scope="module")
def at_home(open_module: OpenModule) -> Module:
    """For what no device's zone can change."""
    return open_module("kept/values.js", timezone_id=DEVICES[0])


def day_and_time(local: str, zone: str) -> dict:
    return {"local": local, "zone": zone}


# Days --------------------------------------------------------------------------------------


def test_days_are_written_as_each_language_does_on_any_device(values: Module):
    table = {
        ("2026-11-20", "zh"): "2026 年 11 月 20 日",
        ("2026-11-20", "en"): "20 November 2026",
        ("2026-01-01", "zh"): "2026 年 1 月 1 日",
        ("2026-01-01", "en"): "1 January 2026",
        ("2026-12-31", "en"): "31 December 2026",
        ("2028-02-29", "zh"): "2028 年 2 月 29 日",
        # Days on which clocks jump somewhere, or that a zone skipped.
        ("2026-03-08", "en"): "8 March 2026",
        ("2026-09-27", "en"): "27 September 2026",
        ("1986-05-04", "zh"): "1986 年 5 月 4 日",
    }
    assert dict(zip(table, values.each("formatDay", list(table)), strict=True)) == table


def test_what_is_no_day_gives_nothing(at_home: Module):
    got = at_home.each("formatDay", [(day, "en") for day in NO_DAYS])
    assert dict(zip(NO_DAYS, got, strict=True)) == dict.fromkeys(NO_DAYS)


def test_the_day_it_is_depends_on_the_zone_not_on_the_device(values: Module):
    # 20 November 2026, 18:30 in UTC.
    instant = 1_795_199_400_000
    table = {
        "Asia/Shanghai": "2026-11-21",
        "Asia/Kolkata": "2026-11-21",
        "Pacific/Auckland": "2026-11-21",
        "America/New_York": "2026-11-20",
        "UTC": "2026-11-20",
        "No/Where": None,
        "": None,
    }
    assert dict(zip(table, values.each("dayIn", [(zone, instant) for zone in table]), strict=True)) == table
    assert values.run("({ dayIn }, instant) => dayIn('Asia/Shanghai', new Date(instant))", instant) == "2026-11-21"
    assert values.run("({ dayIn }) => dayIn('Asia/Shanghai', new Date(NaN))") is None


# Times -------------------------------------------------------------------------------------


def test_a_time_names_its_zone_and_its_distance_from_utc(values: Module):
    typed = "2026-11-20T14:05"
    table = [
        ((typed, "Asia/Shanghai", "zh", "北京时间"), "2026 年 11 月 20 日 14:05（北京时间，UTC+8）"),
        ((typed, "Asia/Shanghai", "en", "Beijing time"), "20 November 2026, 14:05 (Beijing time, UTC+8)"),
        ((typed, "Asia/Kolkata", "en", "India"), "20 November 2026, 14:05 (India, UTC+5:30)"),
        ((typed, "Asia/Kathmandu", "en", ""), "20 November 2026, 14:05 (UTC+5:45)"),
        ((typed, "America/New_York", "en", ""), "20 November 2026, 14:05 (UTC-5)"),
        (("2026-07-20T14:05", "America/New_York", "en", ""), "20 July 2026, 14:05 (UTC-4)"),
        ((typed, "America/St_Johns", "zh", ""), "2026 年 11 月 20 日 14:05（UTC-3:30）"),
        ((typed, "Europe/London", "en", "London"), "20 November 2026, 14:05 (London, UTC)"),
        ((typed, "Pacific/Auckland", "en", ""), "20 November 2026, 14:05 (UTC+13)"),
        (("2026-11-20T00:00", "Pacific/Kiritimati", "en", ""), "20 November 2026, 00:00 (UTC+14)"),
        (("2026-11-20T23:59:30", "UTC", "en", ""), "20 November 2026, 23:59:30 (UTC)"),
        # China had summer time then.
        (("1988-07-01T12:00", "Asia/Shanghai", "en", ""), "1 July 1988, 12:00 (UTC+9)"),
    ]
    calls = [(day_and_time(local, zone), language, label) for (local, zone, language, label), _ in table]
    assert values.each("formatMoment", calls) == [expected for _, expected in table]


def test_an_hour_that_comes_twice_is_the_first_and_a_skipped_one_keeps_the_old_clock(values: Module):
    table = {
        ("2026-11-01T00:59", "America/New_York"): "UTC-4",
        ("2026-11-01T01:30", "America/New_York"): "UTC-4",
        ("2026-11-01T02:00", "America/New_York"): "UTC-5",
        ("2026-03-08T01:59", "America/New_York"): "UTC-5",
        ("2026-03-08T02:30", "America/New_York"): "UTC-5",
        ("2026-03-08T03:00", "America/New_York"): "UTC-4",
        ("2026-04-05T02:30", "Pacific/Auckland"): "UTC+13",
        ("2026-04-05T03:00", "Pacific/Auckland"): "UTC+12",
        ("2026-09-27T02:30", "Pacific/Auckland"): "UTC+12",
        ("2026-09-27T03:00", "Pacific/Auckland"): "UTC+13",
        ("2026-04-05T01:45", "Australia/Lord_Howe"): "UTC+11",
        ("2026-10-04T02:15", "Australia/Lord_Howe"): "UTC+10:30",
        # Samoa skipped this day.
        ("2011-12-30T12:00", "Pacific/Apia"): "UTC-10",
        ("2011-12-31T00:00", "Pacific/Apia"): "UTC+14",
    }
    got = values.each("formatMoment", [(day_and_time(*given), "en", "") for given in table])
    assert {given: re.search(r"\((.*)\)", text)[1] for given, text in zip(table, got, strict=True)} == table
    skipped = "2026-03-08T02:30", "America/New_York"
    assert got[list(table).index(skipped)].startswith("8 March 2026, 02:30")


@given(
    moment=st.datetimes(min_value=datetime(1995, 1, 1), max_value=datetime(2035, 1, 1)),
    zone=st.sampled_from(["Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Cairo"]),
)
def test_every_distance_is_the_one_of_the_time_zone_database(at_home: Module, moment: datetime, zone: str):
    local = moment.strftime("%Y-%m-%dT%H:%M")
    # `fold=0` is the first of two like hours, and the clock before a jump.
    offset = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone), fold=0).utcoffset()
    minutes = abs(int(offset.total_seconds())) // 60
    distance = f"{minutes // 60}" + (f":{minutes % 60:02}" if minutes % 60 else "")
    expected = "UTC" if not minutes else f"UTC{'-' if offset < timedelta(0) else '+'}{distance}"
    assert at_home.call("formatMoment", day_and_time(local, zone), "en", "").endswith(f"({expected})")


def test_an_unknown_zone_keeps_the_time_without_a_distance(values: Module):
    typed = "2026-11-20T14:05"
    table = [
        ((typed, "No/Where", "en", "Nowhere"), "20 November 2026, 14:05 (Nowhere)"),
        ((typed, "No/Where", "zh", ""), "2026 年 11 月 20 日 14:05"),
        ((typed, "", "en", ""), "20 November 2026, 14:05"),
    ]
    calls = [(day_and_time(local, zone), language, label) for (local, zone, language, label), _ in table]
    assert values.each("formatMoment", calls) == [expected for _, expected in table]


def test_what_is_no_time_gives_nothing(at_home: Module):
    no_times = ["", "2026-11-20", "2026-11-20T24:00", "2026-11-20T14:60", "2026-02-30T14:05", "2026-11-20 14:05", "x"]
    calls = [(day_and_time(local, "Asia/Shanghai"), "en", "") for local in no_times]
    assert at_home.each("formatMoment", calls) == [None] * len(no_times)
