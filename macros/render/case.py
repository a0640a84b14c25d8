"""My case: its page, its bar on the pages of issues, and what to do when the provider has answered."""

import json

from markupsafe import Markup

from ..model.base import IssueRef
from ..model.case import FileFaultWords
from ..model.checklists import PHASES
from ..model.guide import Guide
from .situations import longest_minutes
from .view import View, html, own_first


def case_bar(view: View, issue: IssueRef) -> str:
    """How far the reader's case is, the way to it, and “erase everything”."""
    return html(
        view,
        "case/case_bar.html",
        issue=issue,
        items=_items_of(view.guide, issue),
        checked=(min(view.guide.days), max(view.guide.days)),
        minutes=longest_minutes(view, issue),
        case_link=view.case_link,
        titles=_titles(view),
        since=max(view.guide.days),
    )


def case_totals(view: View) -> str:
    """The reader's cases under way, for the home page."""
    cases = {
        issue.id: {"title": issue.title[view.language], "link": f"{view.case_link}#{issue.id}"}
        for issue in view.guide.issues
    }
    return html(view, "case/case_totals.html", cases=json.dumps(cases, ensure_ascii=False))


def cleared_by_safari(view: View) -> str:
    """After how many days without a visit Safari erases what the device keeps."""
    return html(view, "kept/cleared_by_safari.html")


def they_answered(view: View, issue: IssueRef) -> str:
    """What the provider may answer, and what to do then, with the letter for it."""
    return html(view, "case/replies.html", replies=view.guide.replies, issue=issue)


def my_case(view: View) -> str:
    """The reader's cases: progress, dates, contact log, evidence, export and import. All of it stays on the device."""
    guide = view.guide
    return html(
        view,
        "case/my_case.html",
        issues=guide.issues,
        faults=FileFaultWords.model_fields,
        items={issue.id: _items_of(guide, issue.id) for issue in guide.issues},
        first={issue.id: [item.id for item in guide.items(issue.id, "minutes")] for issue in guide.issues},
        replies={issue.id: Markup(they_answered(view, issue.id)) for issue in guide.issues},
        rungs={rung: letter.id for rung, letter in guide.on_rung.items()},
        paper_link=view.paper_link,
        titles=_titles(view),
        since=max(view.guide.days),
        languages=own_first(view),
    )


def _items_of(guide: Guide, issue: str) -> list[str]:
    """Ids of everything an issue's page lets the reader tick."""
    return list(dict.fromkeys(item.id for phase in PHASES for item in guide.items(issue, phase)))


def _titles(view: View) -> str:
    return json.dumps({issue.id: issue.title[view.language] for issue in view.guide.issues}, ensure_ascii=False)
