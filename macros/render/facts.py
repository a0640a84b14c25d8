"""How the guide's facts were read, and how old they are. Each stands with its source on the page of its region."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from ..model.facts import STATES, Fact
from ..model.guide import Guide
from .view import View, html


def facts_by_age(view: View) -> str:
    """How many facts of which region or wallet were read or noted on which day, longest ago first, with their page."""
    guide = view.guide
    places = [(region, view.region_link(region.id)) for region in guide.regions]
    places += [(wallet, view.region_link(wallet.regions[0].region, wallet.id)) for wallet in guide.providers]
    groups = [
        (day, thing.name, place, count)
        for thing, place in places
        for day, count in Counter(fact.checked for fact in guide.facts_of(thing)).items()
    ]
    return html(view, "facts/facts_by_age.html", groups=sorted(groups, key=lambda group: group[0]))


def facts_by_state(view: View) -> str:
    """How many facts of each region and wallet are known in which way, and how many were read on which day."""
    guide = view.guide
    groups = [(guide.words.reading.counts.all, [*guide.facts])]
    groups += [(thing.name, [*guide.facts_of(thing)]) for thing in (*guide.regions, *guide.providers)]
    rows = [
        (name, Counter(guide.source[fact.source].state for fact in facts), _days(guide, facts))
        for name, facts in groups
        if facts
    ]
    return html(view, "facts/facts_by_state.html", rows=rows, states=STATES)


def _days(guide: Guide, facts: Iterable[Fact]) -> dict[str, Counter[date]]:
    """How many of them were read on which day, and how many were noted, which nobody read."""
    days = {"read": Counter(), "noted": Counter()}
    for fact in facts:
        days["noted" if guide.source[fact.source].knowledge else "read"][fact.checked] += 1
    return days
