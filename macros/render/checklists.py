"""An issue's checklists, on the page and on paper."""

from ..model.base import IssueRef
from ..model.checklists import Phase
from .view import View, html

COMMON: tuple[Phase, ...] = ("contact", "written", "follow_up")
"""What no plan says, as it is the same in every situation."""


def checklist(view: View, issue: IssueRef, phase: Phase) -> str:
    """The items of one phase of one issue, to tick, without those in the red box."""
    return html(
        view,
        "checklists/checklist.html",
        place=f"{issue}-{phase}",
        label=getattr(view.guide.words.phases, phase)[view.language],
        needs=True,
        items=view.guide.listed(issue, phase),
    )


def paper_kit(view: View, issue: IssueRef) -> str:
    """One issue for people who will do it by hand: a sheet for each situation, then what all have in common, then the
    contact log, all to fill in."""
    guide = view.guide
    return html(
        view,
        "checklists/paper_kit.html",
        issue=guide.issue[issue],
        plans=[(each, guide.steps(each.id), guide.evidence(each.id)) for each in guide.situations(issue)],
        phases=[(getattr(guide.words.phases, phase), guide.items(issue, phase)) for phase in COMMON],
        log_lines=range(10),
    )
