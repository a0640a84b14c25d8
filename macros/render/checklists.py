"""An issue's checklists, on the page and on paper."""

from ..model.base import IssueRef
from ..model.checklists import PHASES, Phase
from .view import View, html


def checklist(view: View, issue: IssueRef, phase: Phase) -> str:
    """The items of one phase of one issue, to tick."""
    return html(
        view,
        "checklists/checklist.html",
        place=f"{issue}-{phase}",
        label=getattr(view.guide.words.phases, phase)[view.language],
        needs=True,
        items=view.guide.items(issue, phase),
    )


def paper_kit(view: View, issue: IssueRef) -> str:
    """One issue for people who will do it by hand: steps, evidence, contact log, all to fill in."""
    phases = [(getattr(view.guide.words.phases, phase), view.guide.items(issue, phase)) for phase in PHASES]
    return html(view, "checklists/paper_kit.html", issue=view.guide.issue[issue], phases=phases, log_lines=range(10))
