"""deadlines.js: from a day and a time limit to the date, worked out by hand in every case here.

The calendars needed to follow along: 1 January fell or falls on a Wednesday in 2025, a Thursday in 2026, a Friday in
2027 and a Saturday in 2028, which is a leap year. Days in square brackets are public holidays on weekdays.
"""

from typing import Any

import pytest

from macros.checks.load import read
from macros.model.regions import Holidays
from macros.render.days_off import DaysOff, days_off
from tests.browser.modules import Module, OpenModule
from tests.conftest import ROOT

GUIDE = read(ROOT / "docs/guide.yml", "docs/guide.yml").guide
REGION = {clock.id: region for region in GUIDE.regions for clock in region.deadlines}
CLOCK = {clock.id: clock for region in GUIDE.regions for clock in region.deadlines}

ZONES = (
    "Asia/Shanghai",
    "Europe/London",
    "America/New_York",
    "America/Los_Angeles",
    "Australia/Sydney",
    "Pacific/Auckland",
    "Asia/Kolkata",
    "Pacific/Kiritimati",
)
"""Both hemispheres, both sides of the date line, half an hour off, with and without summer time."""

BY_HAND = [
    # United Kingdom, 15 working days and 35. 2026: [3 and 6 Apr], [4 and 25 May], [31 Aug], [25 and 28 Dec], [1 Jan].
    # Thu 10 Dec: 11, 14–18, 21–24 are 10; [25] [28]; 29–31 make 13; [1 Jan]; Mon 4 and Tue 5 Jan make 15.
    ("uk-final-response", "2026-12-10", "2027-01-05"),
    # … and 6–8, 11–15, 18–22, 25–29 Jan, 1 and 2 Feb are 20 more.
    ("uk-final-response most", "2026-12-10", "2027-02-02"),
    # Wed 25 Mar: 26, 27, 30, 31 Mar, 1, 2 Apr are 6; [3] [6]; 7–10 make 10; 13–17 make 15. Clocks change on 29 Mar.
    ("uk-final-response", "2026-03-25", "2026-04-17"),
    # A Saturday: [Mon 31 Aug]; 1–4 Sep are 4, 7–11 9, 14–18 14, Mon 21 is the 15th.
    ("uk-final-response", "2026-08-29", "2026-09-21"),
    # Thu 24 Dec: [25], a weekend, [28], so Tue 29.
    ("uk-refund-next-day", "2026-12-24", "2026-12-29"),
    # Fri 1 May: [4]; 5–8 are 4; Mon 11 is the 5th.
    ("uk-scam-refund", "2026-05-01", "2026-05-11"),
    # 56 days from Sun 25 Oct, when clocks change: 6 to 31 Oct, 30 of Nov, 20 of Dec.
    ("uk-other-response", "2026-10-25", "2026-12-20"),
    # No 31 February; in 2028 there is a 29th.
    ("uk-to-ombudsman", "2026-08-31", "2027-02-28"),
    ("uk-to-ombudsman", "2027-08-31", "2028-02-29"),
    # 13 months from 31 January: no 31 February.
    ("uk-scam-claim", "2026-01-31", "2027-02-28"),
    # Six years from a leap day end in a year without one.
    ("uk-ombudsman-outer", "2024-02-29", "2030-02-28"),
    #
    # Euro area, 15 and 35 working days. 2026: [3 and 6 Apr], [1 May], [25 Dec].
    # Mon 20 Apr: 21–24 are 4, 27–30 8; [1 May]; 4–8 are 13; 11 and 12 make 15.
    ("eu-answer", "2026-04-20", "2026-05-12"),
    # … 13–15 May 3, 18–22 8, 25–29 13, 1–5 Jun 18, 8 and 9 Jun 20.
    ("eu-answer most", "2026-04-20", "2026-06-09"),
    # Maundy Thursday: [Fri 3], a weekend, [Mon 6], so Tue 7.
    ("eu-refund", "2026-04-02", "2026-04-07"),
    # 13 months from the day on which clocks change.
    ("eu-report", "2026-03-29", "2027-04-29"),
    ("eu-lithuania-claim", "2026-11-30", "2027-02-28"),
    ("eu-lithuania-apply", "2028-02-29", "2029-02-28"),
    #
    # United States. 2026: [3 Jul], [11 and 26 Nov], [25 Dec], [1 Jan].
    # Fri 20 Nov: 23–25 are 3; [26]; 27 is the 4th; 30 Nov to 4 Dec make 9; Mon 7 is the 10th.
    ("us-error", "2026-11-20", "2026-12-07"),
    # From the Sunday on which clocks change back: 29 to 30 Nov, 16 of Dec.
    ("us-error-credited", "2026-11-01", "2026-12-16"),
    # From the Sunday on which they change: 23 to 31 Mar, 30 of Apr, 31 of May, 6 of Jun.
    ("us-error-longer", "2026-03-08", "2026-06-06"),
    # Fri 26 Jun: 29, 30, 1, 2 are 4; [3 Jul]; 6–10 9, 13–17 14, 20–24 19; Mon 27 is the 20th.
    ("us-error-new-account", "2026-06-26", "2026-07-27"),
    # 5 to 31 Oct, 30 of Nov, 31 of Dec, 24 of Jan.
    ("us-remittance", "2026-10-26", "2027-01-24"),
    # 8 to 28 Feb, 7 of Mar; for 60: 8, 31 of Mar, 21 of Apr.
    ("us-cfpb-answer", "2026-02-20", "2026-03-07"),
    ("us-cfpb-answer most", "2026-02-20", "2026-04-21"),
    # 31 of Jan, 29 of Feb in a leap year.
    ("us-report", "2027-12-31", "2028-02-29"),
    # Wed 25 Nov: [26]; Fri 27, Mon 30.
    ("us-report-lost", "2026-11-25", "2026-11-30"),
    # 28 of Feb after 31 Jan, 31 of Mar, 1 of Apr.
    ("us-report-prepaid", "2026-01-31", "2026-04-01"),
    # Fri 18 Dec: 21–24 are 4; [25]; 28–31 8; [1 Jan]; 4 and 5.
    ("us-confirm-in-writing", "2026-12-18", "2027-01-05"),
    # 30 to 31 Jan, then 28, 31, 30, 31 and 30 of Jun.
    ("us-report-remittance", "2026-01-01", "2026-06-30"),
    # No 29 February 2029.
    ("us-court-limit", "2028-02-29", "2029-02-28"),
    #
    # Singapore. 2026: [27 May], [1 Jun], [10 Aug].
    # Mon 25 May: 26; [27]; 28, 29 are 3; [1 Jun]; 2–5 7, 8–12 12, 15–19 17, 22–25 21.
    ("sg-investigation", "2026-05-25", "2026-06-25"),
    # … Fri 26 Jun 1, 29 Jun to 3 Jul 6, 6–10 11, 13–17 16, 20–24 21, 27–29 24.
    ("sg-investigation most", "2026-05-25", "2026-07-29"),
    # Thu 6 Aug: Fri 7; [Mon 10]; Tue 11.
    ("sg-wrong-transfer", "2026-08-06", "2026-08-11"),
    # 26 to 28 Feb, 2 of Mar.
    ("sg-four-weeks", "2026-02-02", "2026-03-02"),
    # 1 to 31 Jan, 28 of Feb, 1 of Mar.
    ("sg-report-unauthorised", "2026-01-30", "2026-03-01"),
    ("sg-phishing-documents", "2026-12-30", "2027-01-02"),
    # No 31 April.
    ("sg-to-fidrec", "2026-10-31", "2027-04-30"),
    #
    # Malaysia. 2026: [25 Aug], [31 Aug], [16 Sep].
    # Thu 20 Aug: Fri 21 1; 24 2, [25], 26–28 5; [31 Aug], 1–4 Sep 9; 7–11 14; 14, 15 16, [16], 17, 18 18; 21, 22 20.
    ("my-answer", "2026-08-20", "2026-09-22"),
    # [17 and 18 Feb]. Fri 13 Feb: 16 is 1; [17] [18]; 19, 20 are 3; 23–27 8; 2–6 Mar 13; 9–13 18; 16 and 17 20.
    ("my-answer", "2026-02-13", "2026-03-17"),
    # Eid al-Fitr: [20 and 23 Mar]. Tue 10 Mar: 11–13 are 3; 16–19 7; [20] [23]; 24–27 11; 30 Mar to 3 Apr 16; 6–9 20.
    ("my-answer", "2026-03-10", "2026-04-09"),
    # Thu 10 Dec: 11 is 1; 14–18 6; 21–24 10; [25]; 28–31 14. Of 2027 nothing is known: at most 4 days off ever fell
    # into six weeks ([1, 5, 15 and 16 Sep 2025]), so 6 + 4 are to come: 1 Jan 1; 4–8 6; 11–14 10.
    ("my-answer", "2026-12-10", "2027-01-14"),
    # 28 to 31 Jul, 31 of Aug, 1 of Sep; no 31 June.
    ("my-sixty-days", "2026-07-03", "2026-09-01"),
    ("my-to-fmos", "2026-12-31", "2027-06-30"),
    #
    # Mainland China. 5 to 30 Sep, 10 of Oct; for 60: 5, 31 of Oct, 24 of Nov.
    ("cn-after-referral", "2026-09-25", "2026-10-10"),
    ("cn-after-referral most", "2026-09-25", "2026-11-24"),
    # Forwarded on Wed 30 Sep, and nobody knows when it was received. Who enters the first working day after the
    # holiday, Thu 8 Oct, does not chase too early: 9 to 23 Oct. For 60: 9 to 31 Oct are 23, 30 of Nov 53, 7 of Dec.
    ("cn-after-referral", "2026-10-08", "2026-10-23"),
    ("cn-after-referral most", "2026-10-08", "2026-12-07"),
    # Into a year whose holidays are not known, which matters to working days alone: 21 to 31 Dec are 11, 4 of Jan; for
    # 60: 11, 31 of Jan, 18 of Feb.
    ("cn-after-referral", "2026-12-20", "2027-01-04"),
    ("cn-after-referral most", "2026-12-20", "2027-02-18"),
    ("cn-court-limit", "2025-02-28", "2028-02-28"),
    #
    # Taiwan. 18 to 28 Feb, 12 of Mar; 11 to 31 Dec, 4 of Jan; 31 of Jan, 29 of Feb; 19, 30 of Apr, 11 of May.
    ("tw-e-payment-answer", "2026-02-10", "2026-03-12"),
    ("tw-third-party-answer", "2026-12-20", "2027-01-04"),
    ("tw-foi-after-answer", "2027-12-31", "2028-02-29"),
    ("tw-foi-after-silence", "2026-03-12", "2026-05-11"),
    #
    # Canada. 26 to 31 Oct, 30 of Nov; 30 to 31 Mar, 30 of Apr, 30 of May.
    ("ca-bank-answer", "2026-10-05", "2026-11-30"),
    ("ca-credit-union-answer", "2026-03-01", "2026-05-30"),
    # From the eve of the change of clocks: 24 to 31 Mar, 30, 31, 30, 31, 31 of Aug are 177, 3 of Sep.
    ("ca-to-obsi", "2026-03-07", "2026-09-03"),
    ("ca-obsi-outer", "2026-11-22", "2032-11-22"),
    #
    # Australia. 27 to 30 Apr, 3 of May; clocks change on 5 Apr.
    ("au-answer", "2026-04-03", "2026-05-03"),
    # Fri 27 Mar: 30, 31, 1, 2 are 4; [3] [6]; 7–10 8; 13 and 14.
    ("au-mistaken-payment", "2026-03-27", "2026-04-14"),
    # The 28th stays the 28th, though 2028 has a 29th.
    ("au-to-afca", "2026-02-28", "2028-02-28"),
    ("au-afca-outer", "2024-02-29", "2030-02-28"),
    #
    # New Zealand. No 31 February; from the day on which clocks change.
    ("nz-answer", "2026-12-31", "2027-02-28"),
    ("nz-to-scheme", "2026-09-27", "2026-12-27"),
    # Mon 14 Dec: 15–18 are 4, 21–24 8; [25] [28]; 29–31 11; [1 Jan] [4 Jan]; 5–8 15; 11–15 20.
    ("nz-fscl-expects", "2026-12-14", "2027-01-15"),
    #
    # India. 28 of Feb after 31 Jan, 2 of Mar; 8 to 28 Feb, 2 of Mar; over a leap day; over New Year.
    ("in-issuer-answer", "2026-01-31", "2026-03-02"),
    # 16 to 31 Jul 16, 31 of Aug 47, 30 of Sep 77, 13 of Oct.
    ("in-to-ombudsman", "2026-07-15", "2026-10-13"),
    # 2 to 31 Dec 30, 31 of Jan 61, 28 of Feb 89, 1 of Mar.
    ("in-to-ombudsman", "2026-12-01", "2027-03-01"),
    # 31 of Dec, 31 of Jan 62, 28 of Feb, which has 29 days in 2028.
    ("in-to-ombudsman", "2027-11-30", "2028-02-28"),
    # A complaint of 30 Sep that nobody answers: 30 of Oct. From then 1 of Oct, 30 of Nov 31, 31 of Dec 62, 28 of Jan.
    ("in-issuer-answer", "2026-09-30", "2026-10-30"),
    ("in-to-ombudsman", "2026-10-30", "2027-01-28"),
    ("in-shadow-credit", "2026-02-20", "2026-03-02"),
    ("in-report-3-days", "2028-02-27", "2028-03-01"),
    ("in-report-7-days", "2026-12-28", "2027-01-04"),
    #
    # Japan. 30 to 31 Jul, 30 of Aug.
    ("jp-paypay-claim", "2026-07-01", "2026-08-30"),
    #
    # South Korea. 11 to 25 Sep are 15: the day of Chuseok itself, which counts like any other.
    ("kr-answer", "2026-09-10", "2026-09-25"),
    # 22 to 31 Dec are 10, 4 of Jan.
    ("kr-error", "2026-12-21", "2027-01-04"),
    # Fri 5 Feb: 6, 7 and 8, the three days of Seollal, make 3. They count, or the reader would come too late.
    ("kr-fraud-paper", "2027-02-05", "2027-02-08"),
    # No 31 February; no 30 February either, but in 2028 a 29th.
    ("kr-other-victims", "2026-12-31", "2027-02-28"),
    ("kr-stopped-account", "2027-12-30", "2028-02-29"),
    # A year from a leap day ends in a year without one.
    ("kr-misdirected", "2028-02-29", "2029-02-28"),
    #
    # Brazil. 11 to 17 Feb are 7, Carnival Tuesday and all.
    ("br-sac", "2026-02-10", "2026-02-17"),
    # 25 to 31 Dec are 7, 3 of Jan.
    ("br-platform", "2026-12-24", "2027-01-03"),
    # 11 to 21 Apr are 11: Tiradentes, a holiday.
    ("br-med-return", "2026-04-10", "2026-04-21"),
    # 31 of Jan, 28 of Feb are 59, 21 of Mar.
    ("br-med-ask", "2026-12-31", "2027-03-21"),
    #
    # United Arab Emirates. 2026: Eid al-Fitr [19, 20 Mar], Eid al-Adha [26–29 May], [15 Jun], [28 Aug], [2, 3 Dec].
    # Wed 18 Mar: [19] [20]; Mon 23 and Tue 24.
    ("ae-acknowledge", "2026-03-18", "2026-03-24"),
    # Fri 22 May: Mon 25 is 1; [26–29]; Mon 1 Jun.
    ("ae-acknowledge", "2026-05-22", "2026-06-01"),
    # 18 to 28 Feb, 12 of Mar; 4 of Nov, 26 of Dec.
    ("ae-wait", "2026-02-10", "2026-03-12"),
    ("ae-wait", "2026-11-26", "2026-12-26"),
    # Thu 27 Aug: [Fri 28]; Mon 31, Tue 1 and Wed 2 Sep.
    ("ae-object", "2026-08-27", "2026-09-02"),
    # Mon 30 Nov: Tue 1 Dec is 1; [2] [3]; Fri 4, which is no weekend since 2022, is 2; Mon 7.
    ("ae-object", "2026-11-30", "2026-12-07"),
    # Tue 29 Dec: 30 and 31 are 2. Of 2027 nothing is known, so Fri 1 Jan counts.
    ("ae-object", "2026-12-29", "2027-01-01"),
    # Mon 8 Jun: 9–12 are 4; [Mon 15], the Islamic New Year; Tue 16.
    ("ae-appeal", "2026-06-08", "2026-06-16"),
]

RECKON_ALL = """
(module, cases) => cases.map(([start, length, whose, written]) =>
  module.reckon(start, length, whose, module.readDaysOff(written)))
"""


@pytest.fixture(scope="module", params=ZONES)
def abroad(open_module: OpenModule, request: pytest.FixtureRequest) -> Module:
    return open_module("regions/deadlines.js", timezone_id=request.param)


@pytest.fixture(scope="module")
def at_home(open_module: OpenModule) -> Module:
    return open_module("regions/deadlines.js", timezone_id="Asia/Shanghai")


def written(region: str) -> DaysOff:
    return next(days_off(each.holidays) for each in GUIDE.regions if each.id == region)


def length(count: int, unit: str = "business-days") -> dict[str, Any]:
    return {"count": count, "unit": unit}


def reckon(module: Module, region: str, start: str, count: int, unit: str, whose: str) -> dict[str, Any]:
    (reckoned,) = module.run(RECKON_ALL, [[start, length(count, unit), whose, written(region)]])
    return reckoned


def test_every_date_is_the_one_worked_out_by_hand_wherever_the_device_is(abroad: Module):
    cases = []
    for name, start, _ in BY_HAND:
        id, *most = name.split()
        clock = CLOCK[id]
        count = clock.at_most if most else clock.count
        cases.append([start, length(count, clock.unit), clock.whose, written(REGION[id].id)])

    days = [reckoned["day"] for reckoned in abroad.run(RECKON_ALL, cases)]

    assert list(zip(BY_HAND, days, strict=True)) == [(case, case[2]) for case in BY_HAND]


@pytest.mark.parametrize(
    ("start", "ten_more", "in_all"),
    [
        # From 22 Sep, the 20th: 23–25 3; 28 Sep to 2 Oct 8; 5 and 6 10. For 60: 7–9 33, 12–16 38, 19–23 43, 26–30 48;
        # 2–6 Nov 53; 9–13 58, as Sarawak does not keep Diwali; 16 and 17 60.
        ("2026-08-20", "2026-10-06", "2026-11-17"),
        # From 17 Mar, the 20th: 18 and 19 2; [20] [23]; 24–27 6; 30 Mar to 2 Apr 10. For 60: 3 Apr 31, 6–10 36, 13–17
        # 41, 20–24 46, 27–30 50; [1 May]; 4–8 55, 11–15 60.
        ("2026-02-13", "2026-04-02", "2026-05-15"),
    ],
)
def test_ten_working_days_more_for_the_papers_of_others_and_sixty_in_all_are_those_worked_out_by_hand(
    at_home: Module, start: str, ten_more: str, in_all: str
):
    """What a provider in Malaysia may take besides, as reported: told on the page and counted by nobody there."""
    answer = CLOCK["my-answer"].count
    days = [reckon(at_home, "my", start, count, "business-days", "provider")["day"] for count in (answer + 10, 60)]

    assert days == [ten_more, in_all]


def test_every_published_clock_has_a_date_worked_out_by_hand():
    assert {name.split()[0] for name, *_ in BY_HAND} == set(CLOCK)
    assert {name.split()[0] for name, *_ in BY_HAND if name.endswith(" most")} >= {
        "uk-final-response",
        "eu-answer",
        "cn-after-referral",
        "us-cfpb-answer",
        "sg-investigation",
    }


# Working weekends --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("region", "start", "count", "day", "worked"),
    [
        # Thu 12 Feb 2026: 13; Sat 14 is worked; [16–20]; [Mon 23]; 24–27 make 6; Sat 28 is worked and the 7th.
        ("cn", "2026-02-12", 7, "2026-02-28", ["2026-02-14", "2026-02-28"]),
        # Wed 30 Sep 2026: [1, 2, 5–7 Oct]; 8, 9; Sat 10 is worked; 12–15 make 7.
        ("cn", "2026-09-30", 7, "2026-10-15", ["2026-10-10"]),
        # Fri 24 Jan 2025: [27–31]; 3–7 Feb are 5; Sat 8 is worked and the 6th.
        ("tw", "2025-01-24", 6, "2025-02-08", ["2025-02-08"]),
        # An ordinary Saturday counts nowhere.
        ("uk", "2026-02-12", 7, "2026-02-23", []),
    ],
)
def test_a_weekend_that_is_worked_counts(
    at_home: Module, region: str, start: str, count: int, day: str, worked: list[str]
):
    reckoned = reckon(at_home, region, start, count, "business-days", "provider")

    assert (reckoned["day"], reckoned["worked"]) == (day, worked)


@pytest.mark.parametrize(
    ("start", "count", "unit", "whose", "day", "beside"),
    [
        # Wed 23 Dec 2026: Thu 24 is 1; [Fri 25] and Sat 26 are the weekend; Sun 27 and Mon 28 make 3.
        ("2026-12-23", 3, "business-days", "provider", "2026-12-28", None),
        # Friday 25 Dec 2026: the reader acts by Thursday, the provider may take until Sunday.
        ("2026-12-18", 7, "calendar-days", "reader", "2026-12-25", "2026-12-24"),
        ("2026-12-18", 7, "calendar-days", "provider", "2026-12-25", "2026-12-27"),
        # Sunday 20 Dec 2026 is a day like any other.
        ("2026-12-13", 7, "calendar-days", "reader", "2026-12-20", None),
    ],
)
def test_where_friday_and_saturday_are_the_weekend_sunday_counts(
    at_home: Module, start: str, count: int, unit: str, whose: str, day: str, beside: str | None
):
    jordan = days_off(Holidays(country="JO", until=2026))
    (reckoned,) = at_home.run(RECKON_ALL, [[start, length(count, unit), whose, jordan]])

    assert (reckoned["day"], reckoned["beside"]) == (day, beside)


# Holidays that move --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "count", "day", "left_out"),
    [
        # Sunday 9 Aug 2026 is Women’s Day, so Monday 10 is off. Fri 7: Tue 11, Wed 12, Thu 13.
        ("2026-08-07", 3, "2026-08-13", ["2026-08-10"]),
        # Sunday 27 Apr 2025 is Freedom Day, so Monday 28 is off, then [1 May]. Fri 25: 29, 30, 2 May, Mon 5 May.
        ("2025-04-25", 4, "2025-05-05", ["2025-04-28", "2025-05-01"]),
        # Saturday 21 Mar 2026 is Human Rights Day, and nothing is off for it. Thu 19: Fri 20, Mon 23, Tue 24.
        ("2026-03-19", 3, "2026-03-24", []),
        # Wednesday 4 Nov 2026 is off for an election. Tue 3: Thu 5, Fri 6.
        ("2026-11-03", 2, "2026-11-06", ["2026-11-04"]),
        # [Fri 25 Dec 2026]; the Day of Goodwill is a Saturday. Thu 24: Mon 28, Tue 29.
        ("2026-12-24", 2, "2026-12-29", ["2026-12-25"]),
    ],
)
def test_in_south_africa_monday_is_off_for_a_holiday_on_sunday_and_not_for_one_on_saturday(
    at_home: Module, start: str, count: int, day: str, left_out: list[str]
):
    reckoned = reckon(at_home, "za", start, count, "business-days", "provider")

    assert (reckoned["day"], reckoned["leftOut"]) == (day, left_out)


def test_in_the_emirates_a_date_names_the_days_of_eid_that_were_left_out(at_home: Module):
    reckoned = reckon(at_home, "ae", "2026-05-22", 2, "business-days", "provider")

    assert reckoned["leftOut"] == ["2026-05-26", "2026-05-27", "2026-05-28", "2026-05-29"]


# Limits of the reader's that end on a day off ---------------------------------------------------


@pytest.mark.parametrize(
    ("violation", "day", "beside", "at_the_end"),
    [
        # Sunday 28 Feb 2027: by Friday.
        ("2026-02-28", "2027-02-28", "2027-02-26", False),
        # Sunday 4 Jul 2027: by Friday 2 Jul; Monday 5 is off for it, and too late.
        ("2026-07-04", "2027-07-04", "2027-07-02", False),
        # Saturday 25 Dec 2027; [Fri 24] is off for it: by Thursday.
        ("2026-12-25", "2027-12-25", "2027-12-23", False),
        # No 29 February 2029; the 28th is a Wednesday.
        ("2028-02-29", "2029-02-28", None, True),
    ],
)
def test_the_year_to_sue_in_the_united_states_ends_early_rather_than_late(
    at_home: Module, violation: str, day: str, beside: str | None, at_the_end: bool
):
    """It was told at the court alone, and nowhere was there a day."""
    limit = CLOCK["us-court-limit"]
    reckoned = reckon(at_home, "us", violation, limit.count, limit.unit, limit.whose)

    assert (reckoned["day"], reckoned["beside"], reckoned["monthEnd"]) == (day, beside, at_the_end)


def test_the_last_day_for_the_indian_ombudsman_is_not_moved_by_a_weekend(at_home: Module):
    """6 to 31 Oct are 26, 30 of Nov 56, 31 of Dec 87, 3 of Jan: a Sunday, so by Friday."""
    reckoned = reckon(at_home, "in", "2026-10-05", 90, "calendar-days", "reader")

    assert (reckoned["day"], reckoned["beside"]) == ("2027-01-03", "2027-01-01")


# How a date explains itself ----------------------------------------------------------------


def test_a_date_names_the_holidays_that_were_left_out(at_home: Module):
    reckoned = reckon(at_home, "uk", "2026-12-10", 15, "business-days", "provider")

    assert reckoned["leftOut"] == ["2026-12-25", "2026-12-28", "2027-01-01"]
    assert (reckoned["unknown"], reckoned["beside"], reckoned["monthEnd"]) == (None, None, False)


@pytest.mark.parametrize(("start", "at_the_end"), [("2026-08-31", True), ("2026-08-28", False)])
def test_a_date_says_that_a_month_was_too_short(at_home: Module, start: str, at_the_end: bool):
    reckoned = reckon(at_home, "uk", start, 6, "months", "reader")

    assert (reckoned["day"], reckoned["monthEnd"]) == ("2027-02-28", at_the_end)


@pytest.mark.parametrize(
    ("region", "start", "whose", "day", "beside"),
    [
        # Sunday 28 Feb 2027: the reader acts by Friday, the provider may take until Monday.
        ("uk", "2027-02-21", "reader", "2027-02-28", "2027-02-26"),
        ("uk", "2027-02-21", "provider", "2027-02-28", "2027-03-01"),
        # Good Friday 2026: before it Thursday; after it and Easter Monday, Tuesday.
        ("uk", "2026-03-27", "reader", "2026-04-03", "2026-04-02"),
        ("uk", "2026-03-27", "provider", "2026-04-03", "2026-04-07"),
        # Saturday 10 Oct 2026 is worked in China.
        ("cn", "2026-10-03", "provider", "2026-10-10", None),
        ("hk", "2026-10-03", "provider", "2026-10-10", "2026-10-12"),
        # Chuseok 2026: [Thu 24 Sep] [Fri 25], a weekend; after it Monday, before it Wednesday.
        ("kr", "2026-09-17", "provider", "2026-09-24", "2026-09-28"),
        ("kr", "2026-09-17", "reader", "2026-09-24", "2026-09-23"),
        # National Foundation Day 2026 is Saturday 3 Oct, so [Mon 5] is its substitute.
        ("kr", "2026-09-28", "provider", "2026-10-05", "2026-10-06"),
        # Seollal 2027: Sat 6 to [Mon 8 Feb], and [Tue 9] for the Sunday; before them Friday.
        ("kr", "2027-02-02", "reader", "2027-02-09", "2027-02-05"),
        # Carnival Tuesday 2026 is a holiday of cities and states, none of the nation; Black Awareness Day is one.
        ("br", "2026-02-10", "provider", "2026-02-17", None),
        ("br", "2026-11-13", "provider", "2026-11-20", "2026-11-23"),
        # Ascension Day 2026 is a Thursday; National Day 2026, a Saturday, moves to no Monday.
        ("ch", "2026-05-07", "provider", "2026-05-14", "2026-05-15"),
        ("ch", "2026-07-25", "provider", "2026-08-01", "2026-08-03"),
    ],
)
def test_a_limit_that_ends_on_a_day_off_stays_and_says_so(
    at_home: Module, region: str, start: str, whose: str, day: str, beside: str | None
):
    reckoned = reckon(at_home, region, start, 7, "calendar-days", whose)

    assert (reckoned["day"], reckoned["beside"]) == (day, beside)


# Years whose holidays are not known ----------------------------------------------------------


def test_past_the_known_holidays_the_provider_gets_a_late_date(at_home: Module):
    """Mon 20 Dec 2027: 21–24 are 4; [27] [28]; 29–31 7. Of 2028 nothing is known: at most 3 holidays ever fell into so
    long a stretch, so 8 + 3 days are to come: 3–7 Jan 5, 10–14 10, Mon 17 the 11th."""
    reckoned = reckon(at_home, "uk", "2027-12-20", 15, "business-days", "provider")

    assert (reckoned["day"], reckoned["unknown"]) == ("2028-01-17", 2028)


def test_past_the_known_holidays_the_reader_gets_an_early_date(at_home: Module):
    """Mon 20 Dec 2027: 21–24 are 4, 27–31 9, Mon 3 Jan 2028 the 10th, as if it were no holiday."""
    reckoned = reckon(at_home, "au", "2027-12-20", 10, "business-days", "reader")

    assert (reckoned["day"], reckoned["unknown"]) == ("2028-01-03", 2028)


@pytest.mark.parametrize(("whose", "day"), [("provider", "2028-01-11"), ("reader", "2028-01-04")])
def test_past_korea_s_known_holidays_each_side_gets_its_own_careful_date(at_home: Module, whose: str, day: str):
    """Mon 20 Dec 2027: 21–24 are 4; [27], for Christmas on a Saturday; 28–31 8, so 2 are left. The reader's are Mon 3
    and Tue 4 Jan. For the provider, 5 weekdays off ever fell into so long a stretch (Chuseok 2025: 3, 6–9 Oct), so
    2 + 5 are to come: 3–7 Jan 5, Mon 10, Tue 11 the 7th."""
    reckoned = reckon(at_home, "kr", "2027-12-20", 10, "business-days", whose)

    assert (reckoned["day"], reckoned["unknown"]) == (day, 2028)


def test_where_weekends_may_be_worked_the_reader_counts_them_in_an_unknown_year(at_home: Module):
    """Wed 30 Dec 2026: 31 is 1, then 1 to 6 Jan 2027, each of which might be worked."""
    reckoned = reckon(at_home, "cn", "2026-12-30", 7, "business-days", "reader")

    assert (reckoned["day"], reckoned["unknown"]) == ("2027-01-06", 2027)


def test_a_year_before_the_known_ones_is_unknown_too(at_home: Module):
    assert reckon(at_home, "uk", "2019-05-01", 5, "business-days", "reader")["unknown"] == 2019


@pytest.mark.parametrize("start", ["", "2026-02-30", "2026-13-01", "26-01-01", "0026-01-01", "tomorrow"])
def test_what_is_no_day_has_no_date(at_home: Module, start: str):
    assert reckon(at_home, "uk", start, 1, "months", "reader") is None
