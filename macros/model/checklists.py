"""Checklists: what to tick, phase by phase, and the words around it."""

import re
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator

from .base import AtLeastOne, FieldRef, IssueRef, ItemRef, Model, Multilingual, Text, entries, filled_with, id_of

Phase = Literal["minutes", "today", "week", "evidence", "contact", "written", "follow_up"]
PHASES: tuple[Phase, ...] = get_args(Phase)


class Item(Model):
    """One thing to tick. `see` leads on to another issue where that is the better place."""

    id: id_of("items")
    text: Text
    why: Text | None = None
    see: IssueRef | None = None
    disowns: bool = False
    """Whether it says that the reader did not make the payment."""
    urgent: bool = False
    """Whether it stands in the red box of its issue's page, and so not once more in the list of its phase."""


ADVICE = re.compile(
    r"[您你]|遮住|保留|不要|留好"
    r"|\b(?:you|your|yours|yourself|hide|hides|hiding|hidden|cover|covers|covered|covering|keep|keeps|keeping)\b",
    re.IGNORECASE,
)
"""Words that speak to the reader. A list of attachments is read by the company."""


def _named_by_its_writer(name: Multilingual) -> Multilingual:
    if advice := next(filter(None, map(ADVICE.search, name.texts)), None):
        raise ValueError(
            f"“{advice[0]}” speaks to the reader, and the company reads this; write a noun phrase in the writer's voice"
        )
    return name


class Evidence(Item):
    """One thing to collect: `essential` ones the case stalls without, `nice` ones help."""

    exhibit: Annotated[Text, AfterValidator(_named_by_its_writer)] | None = None
    """How a letter's list of attachments calls it, where its text does not do: “Record of my first notice”."""
    named_by: FieldRef | None = None
    """The field, a choice, that says more exactly what it is: that is then what attachments call it."""
    why: Text
    need: Literal["essential", "nice"]

    @property
    def attached(self) -> Multilingual:
        """What it is called among a letter's attachments."""
        return self.exhibit or self.text


class Use(Model):
    """An item defined elsewhere, shown here too; both places share one tick."""

    use: ItemRef


Steps = entries(Item, Use)


class Checklist(Model):
    """An issue's items by phase. The first three are "do first"."""

    minutes: Steps
    today: Steps
    week: Steps
    evidence: entries(Evidence, Use)
    contact: Steps
    written: Steps
    follow_up: Steps


class PhaseWords(Model):
    minutes: Text
    today: Text
    week: Text
    evidence: Text
    contact: Text
    written: Text
    follow_up: Text


class TickWords(Model):
    progress: Annotated[Multilingual, filled_with("done", "total")]
    reset: Text
    cleared: Annotated[Multilingual, filled_with("count")]
    undo: Text
    restored: Text
    not_kept: Text
    shared: Text
    essential: Text
    nice: Text


class PaperWords(Model):
    log: Text
    columns: AtLeastOne[Text]
