"""Situations: the ways to them from home, and the plan for each on its issue's page."""

from collections.abc import Iterable

from ..model.base import IssueRef
from ..model.guide import Guide
from ..model.situations import Group, Situation
from .reading import minutes_to_read
from .view import View, html

MOST_IN_A_LIST = 16
"""How many situations a page lists at once; more are folded into the groups of the home page."""


def what_happened(view: View) -> str:
    """From what the reader sees to their own situation, in two taps."""
    return html(view, "situations/groups.html", groups=view.guide.groups)


def situations(view: View, issue: IssueRef) -> str:
    """Every situation of an issue with its plan, folded under what happened, and the way to those of others."""
    guide = view.guide
    own = guide.situations(issue)
    return html(
        view,
        "situations/situations.html",
        issue=issue,
        parts=_in_groups(guide, own) if len(own) > MOST_IN_A_LIST else [(None, own)],
        shared=guide.issue[issue].shared,
        where=view.where_link,
        minutes={each.id: _minutes(view, each) for each in own},
    )


def longest_minutes(view: View, issue: IssueRef) -> int:
    """How many minutes the longest of the plans on an issue's page takes to read; 0 where none stands there."""
    return max((_minutes(view, each) for each in view.guide.situations(issue)), default=0)


def _minutes(view: View, situation: Situation) -> int:
    """How many minutes a plan takes to read, from its sign to its end, without the letter that opens in it."""
    plan = html(view, "situations/situation.html", situation=situation, issue="", where=view.where_link, minutes=None)
    return minutes_to_read(plan.striptags())


def _in_groups(guide: Guide, situations: Iterable[Situation]) -> list[tuple[Group, list[Situation]]]:
    """Situations under the first group that lists each, or else under that of the first one that leads aside to it."""
    listed = {id: group for group in reversed(guide.groups) for id in (group.none_of_these, *group.situations)}
    aside = {
        id: group
        for near, group in reversed(listed.items())
        if near in guide.situation
        for id in guide.situation[near].aside
    }
    group_of = {each.id: listed.get(each.id) or aside[each.id] for each in situations}
    parts = [(group, [each for each in situations if group_of[each.id] is group]) for group in guide.groups]
    return [(group, members) for group, members in parts if members]
