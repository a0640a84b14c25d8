"""Which days do not count as business days: a region's weekend, its public holidays, and the weekend days it works.

They come from the `holidays` package, for the years whose holidays the region had announced (`holidays.until` in the
data file). A year that is not here is unknown: the page says so and gives the careful date.
"""

from collections import defaultdict
from functools import cache
from typing import TypedDict

import holidays

from ..model.regions import WEEKDAYS, Holidays

YEARS = 3
"""How many known years are told: a complaint may be two years old."""


class DaysOff(TypedDict):
    weekend: list[int]
    """The days of the week, as scripts number them: Sunday is 0."""
    years: dict[int, tuple[str, str]]
    """By year: the weekdays off, and the weekend days worked, each as `MMDD MMDD …`."""


@cache
def days_off(region: Holidays) -> DaysOff:
    """Most rest on Saturday and Sunday, some on Friday and Saturday.

    Mainland China and Taiwan work on some weekend days to make up for a longer holiday.
    """
    years = range(region.until - YEARS + 1, region.until + 1)
    calendar = _calendar(region, years)
    weekend = set(map(WEEKDAYS.index, region.weekend)) or calendar.weekend
    off, worked = defaultdict(list), defaultdict(list)
    for day in sorted(calendar):
        if day.weekday() not in weekend:
            off[day.year].append(f"{day:%m%d}")
    for day in sorted(getattr(calendar, "weekend_workdays", ())):
        worked[day.year].append(f"{day:%m%d}")
    return {
        "weekend": sorted((day + 1) % 7 for day in weekend),
        "years": {year: (" ".join(off[year]), " ".join(worked[year])) for year in years},
    }


def _calendar(region: Holidays, years: range) -> holidays.HolidayBase:
    if region.country in holidays.list_supported_financial():
        return holidays.financial_holidays(region.country, years=years)
    return holidays.country_holidays(region.country, subdiv=region.subdivision, years=years)
