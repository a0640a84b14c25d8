"""Every fact with its source, how it was read, and how old it is."""

from collections import Counter
from datetime import date

from ..model.facts import STATES, Fact
from .view import View, html


def facts_by_age(view: View) -> str:
    """Every fact with its source, those read longest ago first."""
    groups: dict[tuple[date, str], list[Fact]] = {}
    things = {thing.id: thing for thing in (*view.guide.regions, *view.guide.providers)}
    for thing in things.values():
        for fact in view.guide.facts_of(thing):
            groups.setdefault((fact.checked, thing.id), []).append(fact)
    by_age = [(day, things[id], facts) for (day, id), facts in sorted(groups.items(), key=lambda group: group[0][0])]
    return html(view, "facts/facts_by_age.html", groups=by_age)


def facts_by_state(view: View) -> str:
    """How many facts of each region and wallet are known in which way, and how many were read on which day."""
    guide = view.guide
    groups = [(guide.words.reading.counts.all, [*guide.facts])]
    groups += [(thing.name, [*guide.facts_of(thing)]) for thing in (*guide.regions, *guide.providers)]
    rows = [
        (name, Counter(guide.source[fact.source].state for fact in facts), Counter(fact.checked for fact in facts))
        for name, facts in groups
        if facts
    ]
    return html(view, "facts/facts_by_state.html", rows=rows, states=STATES)


def source_list(view: View) -> str:
    """Every source with its address, how it was read, and the day on which the oldest fact from it was read."""
    oldest: dict[str, date] = {}
    for fact in view.guide.facts:
        oldest[fact.source] = min(fact.checked, oldest.get(fact.source, fact.checked))
    return html(view, "facts/sources.html", sources=view.guide.source.values(), oldest=oldest)
