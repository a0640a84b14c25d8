"""reply-date.js: by which day a letter asks for an answer."""

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.case.test_case import put
from tests.browser.conftest import NewContext, start
from tests.browser.letters.test_rules import open_letter, paper
from tests.browser.modules import Module, OpenModule

HINTS = {
    "reply_duty": "duty: {text}",
    "reply_since": "since {date}: {text}",
    "reply_own": "own {count}",
    "reply_short": "short {count}",
}
DESK = {"language": "en", "hints": HINTS}
REGION = {
    "answers": [
        {"count": 30, "unit": "calendar-days", "troubles": [], "text": "30 days."},
        {"count": 8, "unit": "weeks", "troubles": ["identity"], "text": "8 weeks."},
    ],
    "days_off": {},
}
TEN = {"count": 10, "unit": "calendar-days", "troubles": ["charge"], "text": "10 days."}
TEN_DAYS = {"clock": TEN, "reply_days": None}
FIRST = {"starts": True, "reply_days": 14}
CHASING = {"starts": False, "reply_days": 7}


@pytest.fixture(scope="module")
def dates(open_module: OpenModule) -> Module:
    return open_module("letters/reply-date.js")


def asked(
    dates: Module,
    letter: dict[str, Any] = FIRST,
    *,
    region: dict[str, Any] | None = REGION,
    complained: str | None = None,
    rule: dict[str, Any] | None = None,
) -> tuple[str, str]:
    about = {"trouble": "missing", "complained": complained, **({"rule": rule} if rule else {})}
    found = dates.call("replyDate", letter, about, region, "2026-11-26", DESK)
    return found["day"], found["because"]


def test_a_first_complaint_asks_for_an_answer_within_the_firm_s_own_time(dates: Module):
    assert asked(dates) == ("2026-12-26", "duty: 30 days.")


def test_where_a_complaint_was_made_before_the_time_runs_from_that_day(dates: Module):
    assert asked(dates, complained="2026-11-20") == ("2026-12-20", "since 20 November 2026: 30 days.")


@pytest.mark.parametrize("complained", ["2026-10-20", "2026-10-27"], ids=["past", "today"])
def test_where_that_time_has_passed_a_short_one_is_proposed(dates: Module, complained: str):
    assert asked(dates, complained=complained) == ("2026-12-03", "short 7")


@pytest.mark.parametrize("complained", ["2026-11-30", "last week", ""])
def test_a_day_to_come_or_no_day_is_no_first_complaint(dates: Module, complained: str):
    assert asked(dates, complained=complained) == ("2026-12-26", "duty: 30 days.")


def test_the_time_of_the_rule_cited_counts_where_it_is_shorter(dates: Module):
    assert asked(dates, rule=TEN_DAYS) == ("2026-12-06", "duty: 10 days.")
    longer = {**TEN_DAYS, "clock": {**TEN, "count": 45}}
    assert asked(dates, rule=longer) == ("2026-12-26", "duty: 30 days.")


def test_the_time_of_the_rule_cited_counts_where_no_law_names_one_for_complaints(dates: Module):
    bare = {"answers": [], "days_off": {}}
    assert asked(dates, region=bare, rule=TEN_DAYS) == ("2026-12-06", "duty: 10 days.")


def test_a_letter_that_says_a_payment_is_due_in_days_does_not_wait_a_month(dates: Module):
    assert asked(dates, rule={"clock": None, "reply_days": 7}) == ("2026-12-03", "short 7")


@pytest.mark.parametrize("region", [None, {"answers": [], "days_off": {}}], ids=["no region", "no law"])
def test_where_no_law_names_a_time_the_letter_has_its_own(dates: Module, region: dict[str, Any] | None):
    assert asked(dates, region=region) == ("2026-12-10", "own 14")


def test_a_letter_that_starts_no_time_has_its_own(dates: Module):
    assert asked(dates, CHASING, complained="2026-11-20", rule=TEN_DAYS) == ("2026-12-03", "own 7")


# In the form ---------------------------------------------------------------------------------


@pytest.fixture
def london(new_context: NewContext) -> Page:
    page = new_context(timezone_id="Europe/London", locale="en-GB").new_page()
    page.clock.install(time="2026-11-26T09:05:00Z")
    return page


def contact(day: str, **more: object) -> str:
    return json.dumps({"when": {"local": f"{day}T10:00", "zone": "Europe/London"}, "channel": "chat", **more})


def open_with(page: Page, issue: str, letter: str, kept: dict[str, str]) -> Locator:
    """A letter of a case in which something is kept, all of its form open."""
    page.goto(f"{start('en')}where/")
    put(page, {"place": "device", **{f"case:{issue}:{key}": value for key, value in kept.items()}})
    return open_letter(page, issue, letter)


@pytest.mark.parametrize(
    ("kept", "day"),
    [
        ({}, "17 December 2026"),
        ({"log:a": contact("2026-11-23", reference="A-7"), "log:b": contact("2026-11-25")}, "17 December 2026"),
        ({"log:a": contact("2026-11-23"), "field:complained": "2026-11-24"}, "15 December 2026"),
        (
            {
                "log:a": contact("2026-11-23"),
                "log:b": contact("2026-11-25", letter="first-complaint", starts=True),
                "field:complained": "2026-11-24",
            },
            "16 December 2026",
        ),
        ({"field:complained": "2026-10-01"}, "3 December 2026"),
    ],
    ids=[
        "no complaint before",
        "a contact is no complaint",
        "a day that is told",
        "a letter that was sent",
        "long ago",
    ],
)
def test_the_letter_counts_from_the_first_complaint_that_the_case_knows(london: Page, kept: dict[str, str], day: str):
    letter = open_with(london, "funds-not-received", "first-complaint", kept)
    expect(paper(letter)).to_contain_text(f"in writing by {day}.")


def test_a_letter_that_asks_for_data_asks_for_a_month_of_its_own(london: Page):
    letter = open_with(london, "account-security", "data-access", {"log:a": contact("2026-11-23")})
    expect(paper(letter)).to_contain_text("answer in writing by 26 December 2026.")


def test_in_the_united_kingdom_a_scam_is_answered_within_the_time_for_reimbursement(london: Page):
    letter = open_with(london, "account-security", "scam-report", {})
    expect(paper(letter)).to_contain_text("answer in writing by 3 December 2026.")
    letter.locator("typed-field[data-field=right] select").select_option(label="Cite none")
    expect(paper(letter)).to_contain_text("answer in writing by 17 December 2026.")
