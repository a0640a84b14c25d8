"""Kinds of trouble, and the ways from what a reader sees to the right one."""

from typing import Annotated

from pydantic import (
    AfterValidator,
    Field,
    Strict,
)

from .base import (
    AtLeastOne,
    IconPath,
    IssueRef,
    LetterRef,
    Model,
    Multilingual,
    Several,
    Slug,
    Text,
    WordLists,
    filled_with,
    id_of,
    once_each,
)
from .checklists import Checklist


class Cause(Model):
    """One thing that may really be going on: what is seen, why, who answers for it, how to tell."""

    id: id_of("causes")
    sign: Text
    cause: Text
    who: Text
    tell: Text
    see: IssueRef | None = None
    letter: LetterRef | None = None


class Issue(Model):
    """One kind of trouble; its prose is `docs/<language>/issues/<id>.md`."""

    id: id_of("issues")
    title: Text
    icon: IconPath
    """What stands for it, drawn in lines on a grid of 24 by 24: the `d` of an SVG path."""
    answer: Text
    """The short answer: two lines at the top of the page."""
    searched: WordLists
    """What upset people type when this is what they mean: whole phrases in Chinese, words in English."""
    danger: AtLeastOne[Text]
    """The emergency steps, in order, where money is still moving or the reader is in danger."""
    do_not: Annotated[tuple[Text, ...], Strict(False), Field(min_length=3, max_length=5)]
    causes: AtLeastOne[Cause]
    never_say: AtLeastOne[Text]
    """What never to say to support."""
    checklist: Checklist
    letters: Annotated[AtLeastOne[LetterRef], AfterValidator(once_each)]


class Choice(Model):
    """The second choice on the home page: leads to the place `anchor` on an issue's page."""

    id: id_of("triage choices")
    text: Text
    issue: IssueRef
    anchor: Slug


class Sign(Model):
    """The first choice on the home page: what the reader sees."""

    id: id_of("triage signs")
    sign: Text
    choices: AtLeastOne[Choice]


class Situation(Model):
    """One answer to “who pressed pay?”. Unauthorised and deceived never share a letter."""

    id: id_of("situations")
    text: Text
    nature: Text
    do: Text
    letters: Several[LetterRef] = ()


class IssueWords(Model):
    danger: Text
    cause: Text
    who: Text
    tell: Text
    letter: Annotated[Multilingual, filled_with("letter")]
