"""Situations: the ways to them from home, and the plan for each on its issue's page."""

from ..model.base import IssueRef
from ..model.situations import SharedSituation, Situation
from .view import View, html


def what_happened(view: View) -> str:
    """From what the reader sees to their own situation, in two taps."""
    return html(view, "situations/groups.html", groups=view.guide.groups)


def situations(view: View, issue: IssueRef) -> str:
    """Every situation of an issue with its plan, folded under what happened, and the way to those of others."""
    guide = view.guide
    entries = guide.issue[issue].situations
    own = [guide.situation[each.id] for each in entries if isinstance(each, Situation)]
    return html(
        view,
        "situations/situations.html",
        issue=issue,
        own=[(each, guide.steps(each.id), guide.evidence(each.id)) for each in own],
        shared=[each for each in entries if isinstance(each, SharedSituation)],
        where=view.where_link,
    )
