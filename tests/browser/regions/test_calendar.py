"""calendar.js: read back by a program that has nothing to do with it."""

from datetime import date, timedelta

import icalendar
import pytest

from tests.browser.modules import Module, OpenModule

NOW = "2026-11-22T23:30:00.000Z"

EVENT = {
    "id": "uk.uk-final-response.slow-support",
    "day": "2027-01-05",
    "title": "The provider’s time: to answer the complaint (United Kingdom)",
    "about": "First line; with a semicolon, a comma and a back\\slash\nSecond line",
    "address": "https://guide.example/en/letters/?case=slow-support#follow-up",
    "remindDaysBefore": 3,
    "reminder": "Soon: the answer is due",
}


@pytest.fixture(scope="module", params=["Pacific/Kiritimati", "America/Los_Angeles"])
def calendar(open_module: OpenModule, request: pytest.FixtureRequest) -> Module:
    return open_module("regions/calendar.js", timezone_id=request.param)


def file_of(calendar: Module, *events: dict) -> str:
    return calendar.run("(module, [events, now]) => module.calendarFile(events, new Date(now))", [list(events), NOW])


def read_back(text: str) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(text).walk("VEVENT")


def test_an_event_lasts_its_whole_day_in_every_time_zone(calendar: Module):
    (event,) = read_back(file_of(calendar, EVENT))

    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2027, 1, 5), date(2027, 1, 6))


def test_an_event_without_a_page_to_come_back_to_names_none(calendar: Module):
    (event,) = read_back(file_of(calendar, {**EVENT, "address": None}))

    assert "url" not in event


@pytest.mark.parametrize(
    ("day", "after"),
    [("2026-12-31", date(2027, 1, 1)), ("2028-02-28", date(2028, 2, 29)), ("2026-03-29", date(2026, 3, 30))],
)
def test_an_event_ends_on_the_next_day_at_the_end_of_a_month_too(calendar: Module, day: str, after: date):
    (event,) = read_back(file_of(calendar, {**EVENT, "day": day}))

    assert event.decoded("dtend") == after


def test_every_text_comes_back_as_it_was(calendar: Module):
    chinese = {**EVENT, "id": "other", "title": "机构的期限：答复投诉（英国），请留意；" * 6, "reminder": "快到了：\\n"}
    for sent, event in zip([EVENT, chinese], read_back(file_of(calendar, EVENT, chinese)), strict=True):
        (alarm,) = event.walk("VALARM")
        got = [str(event["summary"]), str(event["description"]), str(event["url"]), str(alarm["description"])]
        assert got == [sent["title"], sent["about"], sent["address"], sent["reminder"]]


@pytest.mark.parametrize(("days", "before"), [(3, timedelta(days=2, hours=15)), (1, timedelta(hours=15))])
def test_the_reminder_rings_at_nine_in_the_morning_some_days_before(calendar: Module, days: int, before: timedelta):
    (event,) = read_back(file_of(calendar, {**EVENT, "remindDaysBefore": days}))
    (alarm,) = event.walk("VALARM")

    assert alarm.decoded("trigger") == -before


def test_a_second_download_changes_the_event_and_adds_none(calendar: Module):
    first, second = (read_back(file_of(calendar, {**EVENT, "day": day}))[0] for day in ("2027-01-05", "2027-01-06"))

    assert first["uid"] == second["uid"] == "uk.uk-final-response.slow-support@wallet-complaint-guide"


def test_an_event_says_when_it_was_written(calendar: Module):
    (event,) = read_back(file_of(calendar, EVENT))

    assert event.decoded("dtstamp").isoformat() == "2026-11-22T23:30:00+00:00"


def test_lines_are_short_end_as_calendars_want_and_cut_no_character(calendar: Module):
    text = file_of(calendar, {**EVENT, "title": "钱" * 100 + "💰" * 30})
    lines = text.encode().split(b"\r\n")

    assert lines.pop() == b""
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines)


def test_a_calendar_says_what_it_is(calendar: Module):
    read = icalendar.Calendar.from_ical(file_of(calendar, EVENT))

    assert (read["version"], read["prodid"]) == ("2.0", "-//Wallet Complaint Guide//Dates//EN")
