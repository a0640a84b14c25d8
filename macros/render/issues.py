"""An issue's page."""

from ..model.base import IssueRef
from .view import View, html


def short_answer(view: View, issue: IssueRef) -> str:
    """The two lines that come before everything else on an issue's page."""
    return html(view, "issues/short_answer.html", issue=view.guide.issue[issue])


def issue_list(view: View) -> str:
    """Every issue by its name, for readers who know which is theirs."""
    return html(view, "issues/issue_list.html", issues=view.guide.issues)


def danger(view: View, issue: IssueRef) -> str:
    """The emergency steps of an issue, in a red box: first those to tick."""
    guide = view.guide
    return html(
        view,
        "issues/danger.html",
        items=guide.urgent(issue),
        place=f"{issue}-danger",
        label=guide.words.issue.danger[view.language],
        needs=False,
        lines=guide.issue[issue].danger,
    )


def do_not(view: View, issue: IssueRef) -> str:
    """What not to do."""
    return html(view, "issues/lines.html", lines=view.guide.issue[issue].do_not, kind="do-not")


def never_say(view: View, issue: IssueRef) -> str:
    """What never to say to support."""
    return html(view, "issues/lines.html", lines=view.guide.issue[issue].never_say, kind="never-say")
