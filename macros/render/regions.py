"""Regions: the ladder of bodies, the clocks, the comparison."""

import json
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from ..model.regions import (
    Deadline,
    Region,
    Unit,
)
from .days_off import days_off
from .text import dialled, fill, lasting
from .view import View, html

# Where the calendar leads back to: the letter that fits when a day of that purpose comes.
LETTER_AFTER = {
    "answer": "chase",
    "act": "chase",
    "opens": "escalate",
    "report": "complain",
    "escalate": "escalate",
    "appeal": "escalate",
}
# To tell which of two time limits is the shorter one.
ABOUT_DAYS: dict[Unit, float] = {"business-days": 1.4, "calendar-days": 1, "weeks": 7, "months": 30, "years": 365}


def who_next(view: View) -> str:
    """Per region the next body, each with a link to everything about it; the chosen region's rules come here."""
    return html(view, "regions/next_bodies.html", where=view.where_link)


def choose_region(view: View) -> str:
    """The choice of a region, for the page that has them all."""
    return html(view, "regions/all_regions.html", **clock_words(view))


def compare_regions(view: View) -> str:
    """Every region in one table: who first, the provider's time, the next body, the reader's own limit."""
    said = view.guide.words.region
    rows = [
        {"region": region, "answer": _answer_times(view, region), "limit": _own_limits(view, region)}
        for region in view.guide.regions
    ]
    columns = (said.name, said.first, said.provider_clock, said.next, said.reader_clock)
    return html(view, "regions/region_table.html", rows=rows, columns=columns)


def all_regions(view: View) -> str:
    """Everything about every region, each under a heading of its own (`#<id>`)."""
    return "\n".join(
        html(view, "regions/region_entry.md", region=region, section=_region(view, region))
        for region in view.guide.regions
    )


def _region(view: View, region: Region) -> Markup:
    clocks = region.deadlines
    answer = next((clock.id for clock in clocks if clock.purpose == "answer"), None)
    return html(
        view,
        "regions/region.html",
        region=region,
        theirs=[clock for clock in clocks if clock.whose != "reader"],
        own=[clock for clock in clocks if clock.whose == "reader"],
        starts=region.starts,
        follows={clock.id: answer if clock.event == "no-answer" else None for clock in clocks},
        counts_business_days=any(clock.unit == "business-days" for clock in clocks),
        days_off=json.dumps(days_off(region.holidays), separators=(",", ":")),
        length=lambda clock: _length(view, clock),
        dialled=dialled,
    )


def _answer_times(view: View, region: Region) -> list[str]:
    """The provider's times to answer, each with what starts it: not all start with the reader's complaint."""
    words, language = view.guide.words.clock, view.language
    return [words.none[language]] * (region.no_deadline is not None) + [
        fill(words.from_[language], length=_length(view, clock), starts=clock.starts[language])
        for clock in region.deadlines
        if clock.purpose == "answer"
    ]


def _own_limits(view: View, region: Region) -> list[str]:
    """What the reader has time for, each with how long: of several limits the shortest, lest one be missed."""
    words, language = view.guide.words.clock, view.language
    by_purpose: dict[str, list[Deadline]] = {}
    for clock in region.deadlines:
        if clock.whose == "reader":
            by_purpose.setdefault(clock.purpose, []).append(clock)

    def line(purpose: str, clocks: list[Deadline]) -> str:
        said = words.for_
        if len({_length(view, clock) for clock in clocks}) > 1:
            said = words.for_several
        elif all(clock.applies for clock in clocks):
            said = words.for_some
        shortest = min(clocks, key=lambda clock: clock.count * ABOUT_DAYS[clock.unit])
        return fill(said[language], what=getattr(words, purpose)[language], length=_length(view, shortest))

    return [line(purpose, clocks) for purpose, clocks in by_purpose.items()] or [words.none[language]]


def _length(view: View, clock: Deadline) -> str:
    """How long a clock runs, in words: `15 business days, 35 at most`."""
    words, language = view.guide.words.clock, view.language

    def counted(count: int) -> str:
        return lasting(getattr(words.units, clock.unit.replace("-", "_")), count, language)

    length = counted(clock.count)
    if clock.at_most:
        length = fill(words.up_to[language], length=length, most=counted(clock.at_most))
    return fill(words.usual[language], length=length) if clock.usual else length


def clock_words(view: View) -> dict[str, Any]:
    """What dates explain themselves with; scripts carry no words of their own.

    The links are seen from the language's home: other pages show these words too.
    """
    words, at_home = view.guide.words.clock, replace(view, home="./")
    units = {
        name: {"one": unit["one"][view.language], "more": unit["more"][view.language]}
        for name, unit in words.units.model_dump(by_alias=True).items()
    }
    first = {rung: letter.id for rung, letter in view.guide.on_rung.items()}
    letters = {
        purpose: at_home.letter_link(first.get(rung, view.guide.letters[0].id))
        for purpose, rung in LETTER_AFTER.items()
    }
    return {
        "reckoning": dict(words.reckoning),
        "units": json.dumps(units, ensure_ascii=False),
        "letters": json.dumps(letters),
        "where": at_home.where_link,
    }
