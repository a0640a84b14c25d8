"""What can be wrong tomorrow: says where it was read, how, and on which day."""

from typing import Annotated, Literal, Self, get_args

from pydantic import (
    StringConstraints,
    model_validator,
)

from .base import Day, Model, Multilingual, SourceRef, Text, filled_with, id_of

State = Literal["official", "reported", "knowledge"]
"""How something is known: the body or firm says so itself; somebody else says that it does; nobody looked it up.
Whatever was read was read in a stored copy: nothing here was compared with the page as it stands on the web today."""
STATES: tuple[State, ...] = get_args(State)


class Source(Model):
    """A page or law that was read, and where it stands. One that says nothing more is an official page."""

    id: id_of("sources")
    title: Text
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+\.[^\s]+$")] | None = None
    """Where it stands; None for what stands in an app or on paper alone, and for what readers are not to be led to.
    What was read in a copy may be linked where it stands officially."""
    reported_by: Text | None = None
    """Who says it, where that is not the body, the firm or the lawgiver itself: a newspaper, a bank, the keeper of a
    copy. The name alone, as it stands behind “reported by”."""
    knowledge: bool = False
    """Whether nothing was read: general knowledge."""

    @property
    def state(self) -> State:
        return "knowledge" if self.knowledge else "reported" if self.reported_by else "official"

    @model_validator(mode="after")
    def is_read_or_not(self) -> Self:
        if self.knowledge and self.reported_by:
            raise ValueError("is general knowledge, which nobody reports; take away `knowledge` or `reported_by`")
        return self


class Fact(Model):
    """Something that can be wrong tomorrow: says where it was read and on which day."""

    source: SourceRef
    checked: Day
    """The day on which it was read, or written down as general knowledge."""

    @property
    def says(self) -> Multilingual:
        """What it says."""
        return self.text


class Statement(Fact):
    text: Text


class CountWords(Model):
    """What stands above each column of the table that counts facts."""

    of: Text
    all: Text
    official: Text
    reported: Text
    knowledge: Text
    read: Text
    """What stands before the days on which they were read, each with how many."""
    noted: Text
    """The same for what was written down as general knowledge, and read nowhere."""


class ReadingWords(Model):
    """How a fact says in a few words how it was read. `day` stands for `read` or, where nothing was, for `noted`."""

    official: Annotated[Multilingual, filled_with("day")]
    reported: Annotated[Multilingual, filled_with("by", "day")]
    knowledge: Annotated[Multilingual, filled_with("day")]
    read: Annotated[Multilingual, filled_with("date")]
    noted: Annotated[Multilingual, filled_with("date")]
    counts: CountWords
