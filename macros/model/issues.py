"""Issues: kinds of trouble, each with its situations, its checklist and its letters."""

from typing import Annotated

from pydantic import (
    AfterValidator,
    Field,
    Strict,
)

from .base import (
    AtLeastOne,
    IconPath,
    LetterRef,
    Model,
    Text,
    WordLists,
    id_of,
    once_each,
)
from .checklists import Checklist
from .situations import SharedSituation, Situation, Situations


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
    situations: Situations
    never_say: AtLeastOne[Text]
    """What never to say to support."""
    checklist: Checklist
    letters: Annotated[AtLeastOne[LetterRef], AfterValidator(once_each)]

    @property
    def own(self) -> tuple[Situation, ...]:
        """The situations that stand on its own page, as written."""
        return tuple(each for each in self.situations if isinstance(each, Situation))

    @property
    def shared(self) -> tuple[SharedSituation, ...]:
        """Those of other issues, to which its page leads."""
        return tuple(each for each in self.situations if isinstance(each, SharedSituation))


class IssueWords(Model):
    danger: Text
