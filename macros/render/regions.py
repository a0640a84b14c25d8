"""Regions: the ladder of bodies, the clocks, the comparison."""

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from ..model.base import RegionRef
from ..model.regions import PURPOSES, Deadline, Purpose, Region, Unit
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
_BEGINS = re.compile(r"^(?:The|A|An|You|Your)\b")
"""How a text in English begins that may stand within a sentence; names keep their capital."""
# To tell which of two time limits is the shorter one.
ABOUT_DAYS: dict[Unit, float] = {
    "business-days": 1.4,
    "calendar-days": 1,
    "days": 1,
    "weeks": 7,
    "months": 30,
    "years": 365,
}


def who_next(view: View) -> str:
    """Per region the next body, each with a link to everything about it; the chosen region's rules come here."""
    return html(view, "regions/next_bodies.html")


def choose_region(view: View) -> str:
    """The choice of a region, and the way to the page of each."""
    return html(view, "regions/all_regions.html", places=places)


def compare_regions(view: View) -> str:
    """Every region in one table: who first, the provider's time, the next body, the reader's own limit."""
    said = view.guide.words.region
    rows = [
        {
            "region": region,
            "answer": _answer_times(view, region) + _answer_times(view, region, (body.id for body in region.bodies)),
            "limit": _own_limits(view, region) or [view.guide.words.clock.none[view.language]],
        }
        for region in view.guide.regions
    ]
    columns = (said.name, said.first, said.provider_clock, said.next, said.reader_clock)
    return html(view, "regions/region_table.html", rows=rows, columns=columns)


def region(view: View, region: RegionRef) -> str:
    """Everything about a region, for its page: the first hour, the ladder, the clocks, the rules, the forms."""
    return _region(view, view.guide.region[region])


def places(region: Region) -> list[str]:
    """What a link could lead to when all regions stood on one page; it leads on from there."""
    parts = ["ladder", "clocks", "provider-clock", "reader-clock", "fraud", "rights"]
    return [f"{region.id}-{part}" for part in parts] + [each.id for each in (*region.bodies, *region.deadlines)]


def _region(view: View, region: Region) -> Markup:
    clocks = region.deadlines
    answer = next((clock.id for clock in clocks if clock.purpose == "answer"), None)
    return html(
        view,
        "regions/region_page.html",
        region=region,
        where=view.where_link,
        has_wallets=bool(view.guide.wallets_in(region.id)),
        to_report=_own_limits(view, region, "report"),
        to_answer=_answer_times(view, region),
        passed_on=[_answer_times(view, region, (body.id for body in rung)) for rung in region.rungs],
        to_wait=_waits(view, region),
        to_escalate=[
            _own_limits(view, region, "escalate", "appeal", to=[body.id for body in rung]) for rung in region.rungs
        ],
        theirs=[clock for clock in clocks if clock.whose != "reader"],
        own=[clock for clock in clocks if clock.whose == "reader"],
        asking=[body for body in region.bodies if body.asks],
        starts=region.starts,
        follows={clock.id: answer if clock.event == "no-answer" else None for clock in clocks},
        counts_business_days=any(clock.unit == "business-days" for clock in clocks),
        days_off=json.dumps(days_off(region.holidays), separators=(",", ":")),
        called=lambda clock: _called(view, clock),
        length=lambda clock: _length(view, clock),
        dialled=dialled,
        **clock_words(view),
    )


def _answer_times(view: View, region: Region, by: Iterable[str] = ()) -> list[str]:
    """The provider's times to answer the reader, each with what starts it; or what those bodies pass on, with `by`.
    Where no rule is about its answers, the times to do something."""
    words, language, bodies = view.guide.words.clock, view.language, {*by} or {None}
    answers = [clock for clock in region.deadlines if clock.purpose == "answer" and clock.by in bodies]
    lines = [_named(view, clock, _from(view, clock)) for clock in answers]
    if bodies != {None}:
        return lines
    if region.no_deadline:
        return [*lines, (words.none_else if lines else words.none)[language]]
    acts = [clock for clock in region.deadlines if clock.purpose == "act" and not clock.under]
    return lines or [fill(words.for_[language], what=_called(view, clock), length=_from(view, clock)) for clock in acts]


def _waits(view: View, region: Region) -> list[str]:
    """How long the reader waits for the provider before the next body takes the case."""
    return [_named(view, clock, _from(view, clock)) for clock in region.deadlines if clock.purpose == "opens"]


def _from(view: View, clock: Deadline) -> str:
    said = view.guide.words.clock.from_[view.language]
    starts = _BEGINS.sub(lambda first: first[0].lower(), clock.starts[view.language])
    return fill(said, length=_length(view, clock), starts=starts)


def _named(view: View, clock: Deadline, line: str) -> str:
    """A line about a clock, with the name of its own where it has one."""
    said = view.guide.words.clock.for_[view.language]
    return fill(said, what=clock.called[view.language], length=line) if clock.called else line


def _own_limits(view: View, region: Region, *purposes: Purpose, to: Collection[str] = ()) -> list[str]:
    """What the reader has time for, each with how long: of several limits the shortest, lest one be missed. Those that
    stand back are left out.

    With `purposes`, those alone; with `to`, those to reach one of these bodies: of the first rung, if none is said.
    What has a name of its own stands under that.
    """
    words, language, wanted = view.guide.words.clock, view.language, purposes or PURPOSES
    by_name: dict[str, list[Deadline]] = {}
    for clock in region.deadlines:
        is_due = clock.whose == "reader" and clock.purpose in wanted
        leads_there = not to or (clock.to or region.rungs[0][0].id) in to
        if is_due and leads_there and not clock.under:
            by_name.setdefault(_called(view, clock), []).append(clock)

    def line(name: str, clocks: list[Deadline]) -> str:
        said = words.for_
        if len({_length(view, clock) for clock in clocks}) > 1:
            said = words.for_several
        elif all(clock.applies and not clock.called for clock in clocks):
            said = words.for_some
        shortest = min(clocks, key=lambda clock: clock.count * ABOUT_DAYS[clock.unit])
        return fill(said[language], what=name, length=_length(view, shortest))

    at_once = fill(words.for_[language], what=words.report[language], length=words.at_once[language])
    return [at_once] * (region.report_at_once is not None and "report" in wanted) + [
        line(name, clocks) for name, clocks in by_name.items()
    ]


def _called(view: View, clock: Deadline) -> str:
    """What is done within a clock."""
    return (clock.called or getattr(view.guide.words.clock, clock.purpose))[view.language]


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
    # Where one and more are written alike, one stands for both.
    units = {
        name: {
            number: said[view.language]
            for number, said in unit.items()
            if number == "one" or said[view.language] != unit["one"][view.language]
        }
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
        "page": at_home.region_link("{region}"),
    }
