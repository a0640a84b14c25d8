"""Which days do not count as business days: a region's public holidays, and the weekend days on which it works.

They come from the `holidays` package, for the years whose holidays the region had announced (`holidays.until` in the
data file). A year that is not here is unknown: the page says so and gives the careful date.
"""

from collections import defaultdict
from datetime import date
from functools import cache

import holidays

from ..model.regions import Holidays

YEARS = 3
"""How many known years are told: a complaint may be two years old."""

SATURDAY = 5


@cache
def days_off(region: Holidays) -> dict[int, tuple[str, str]]:
    """By year: the weekdays off, and the weekend days worked, each as `MMDD MMDD …`.

    Mainland China and Taiwan work on some weekend days to make up for a longer holiday.
    """
    years = range(region.until - YEARS + 1, region.until + 1)
    calendar = _calendar(region, years)
    off, worked = defaultdict(list), defaultdict(list)
    for day in sorted(calendar):
        if day.weekday() < SATURDAY:
            off[day.year].append(f"{day:%m%d}")
    for day in sorted(getattr(calendar, "weekend_workdays", ())):
        worked[day.year].append(f"{day:%m%d}")
    return {year: (" ".join(off[year]), " ".join(worked[year])) for year in years}


def _calendar(region: Holidays, years: range) -> dict[date, str]:
    if region.country in holidays.list_supported_financial():
        return holidays.financial_holidays(region.country, years=years)
    return holidays.country_holidays(region.country, subdiv=region.subdivision, years=years)
