"""Every fact with its source, and how old it is."""

from datetime import date

from ..model.facts import Fact
from .view import View, html


def facts_by_age(view: View) -> str:
    """Every fact with its source, those checked longest ago first."""
    groups: dict[tuple[date, str], list[Fact]] = {}
    things = {thing.id: thing for thing in (*view.guide.regions, *view.guide.providers)}
    for thing in things.values():
        for fact in view.guide.facts_of(thing):
            groups.setdefault((fact.checked, thing.id), []).append(fact)
    by_age = [(day, things[id], facts) for (day, id), facts in sorted(groups.items(), key=lambda group: group[0][0])]
    return html(view, "facts/facts_by_age.html", groups=by_age)


def source_list(view: View) -> str:
    """Every source with its address, and the day on which the oldest fact from it was checked."""
    oldest: dict[str, date] = {}
    for fact in view.guide.facts:
        oldest[fact.source] = min(fact.checked, oldest.get(fact.source, fact.checked))
    return html(view, "facts/sources.html", sources=view.guide.source.values(), oldest=oldest)
