"""Situations: what happened to a reader, and the plan for it; the groups in which the home page lists them."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, Strict, model_validator

from .base import (
    AtLeastOne,
    FieldRef,
    ItemRef,
    LetterRef,
    Model,
    Multilingual,
    PlanRef,
    Several,
    SituationRef,
    Slug,
    Text,
    WordLists,
    entries,
    filled_with,
    id_of,
    named,
    once_each,
)
from .checklists import Evidence, Item, Use
from .regions import PURPOSES, LengthWords, Purpose
from .troubles import Trouble

MOST = 8
"""How many groups the home page has, and situations a group, at most."""


class NotHere(Model):
    """What would be wrong or harmful in a situation. `item`: the step elsewhere that it would be."""

    text: Text
    item: ItemRef | None = None


class Situation(Model):
    """What happened to a reader, and the plan for it: `/issues/<issue>/#<id>`.

    One that is `like` another takes from it what it does not say itself: its steps, its evidence, its letters and what
    is wrong there.
    """

    id: id_of("situations")
    sign: Text
    """What happened, in the reader's words: the heading of the plan."""
    typed: WordLists
    """What people type for it: whole phrases in Chinese, words in English."""
    matter: Text | None = None
    """What a letter is about, in a few words. None where what happened is how a complaint went: what the complaint is
    about is the reader's to say."""
    trouble: Trouble
    clocks: Annotated[tuple[Purpose, ...], Strict(False)] = PURPOSES
    """The region's time limits that count here, by what they are for."""
    pressed_pay: Literal["me", "not-me", "nobody", "unclear"]
    first_hour: bool = False
    """Whether the region's own first-hour door comes before all steps."""
    like: SituationRef | None = None
    first: Annotated[entries(Item, Use), Field(min_length=3, max_length=6)] | None = None
    """What to do now, in order."""
    what: Text
    """What is going on."""
    who: Text
    """Who acts, and who is at fault."""
    tell: Text
    """How to tell that it is this one."""
    not_here: AtLeastOne[NotHere] | None = None
    evidence: Annotated[entries(Evidence, Use), Field(max_length=6)] | None = None
    """What the case stalls without."""
    letters: Annotated[Several[LetterRef], AfterValidator(once_each)] = ()
    """Those that fit, best first."""
    no_letter: Text | None = None
    """Why it needs no letter."""
    asks: Annotated[Several[FieldRef], AfterValidator(once_each)] = ()
    """Fields that its letters ask in the open here, though they are right without them elsewhere."""
    aside: Annotated[Several[SituationRef], AfterValidator(once_each)] = ()
    """“Not quite?”: others that are easily taken for it."""
    was: Several[Slug] = ()
    """Names by which earlier versions of its page knew it; links to them still lead here."""

    @model_validator(mode="after")
    def has_a_plan(self) -> Self:
        if self.like is None:
            if lacking := [name for name in ("first", "not_here", "evidence") if getattr(self, name) is None]:
                raise ValueError(f"lacks `{'`, `'.join(lacking)}`; write them, or say which situation it is `like`")
            if bool(self.letters) == bool(self.no_letter):
                raise ValueError("give `letters`, or say in `no_letter` why it needs none; one of them")
        return self

    @model_validator(mode="after")
    def does_not_contradict_itself(self) -> Self:
        wrong = {each.item for each in self.not_here or ()} & {named(entry) for entry in self.first or ()}
        if wrong:
            raise ValueError(f"“{min(wrong)}” is a step here and `not_here` too; keep one")
        return self

    def filled_in_from(self, other: "Situation") -> "Situation":
        """With what it takes from the one that it is like."""
        own = {name for name in ("first", "not_here", "evidence") if getattr(self, name) is not None}
        own |= {"letters", "no_letter"} if self.letters or self.no_letter else set()
        taken = {"first", "not_here", "evidence", "letters", "no_letter"} - own
        return self.model_copy(update={name: getattr(other, name) for name in taken})


class SharedSituation(Model):
    """A situation of another issue, to which this one's page leads too."""

    use: SituationRef
    was: Several[Slug] = ()
    """Names by which earlier versions of this page knew it."""


Situations = entries(Situation, SharedSituation)


class Group(Model):
    """What the home page asks first: what the reader sees, and the situations it may be."""

    id: id_of("groups")
    sign: Text
    situations: Annotated[AtLeastOne[SituationRef], Field(max_length=MOST), AfterValidator(once_each)]
    none_of_these: PlanRef
    """For those who find none of them theirs: a situation, or the issue whose general plan helps."""
    was: Several[Slug] = ()


class SituationWords(Model):
    open: Text
    """What leads to a plan where no script brings it."""
    minutes: LengthWords
    now: Text
    keep: Text
    all_evidence: Text
    write: Text
    write_minutes: Text
    then: Text
    about: Text
    what: Text
    tell: Text
    who: Text
    not_here: Text
    aside: Text
    none_of_these: Text
    letter: Annotated[Multilingual, filled_with("letter")]
    first_hour: Text
    next: Text
    beside: Text
    print: Text
