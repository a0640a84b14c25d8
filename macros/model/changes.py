"""What was wrong in the guide, or has changed: since when, for whom, and what to do about it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, model_validator

from .base import (
    AtLeastOne,
    Day,
    IssueRef,
    LetterRef,
    Model,
    Multilingual,
    ProviderRef,
    RegionRef,
    Several,
    Text,
    filled_with,
    id_of,
    once_each,
)
from .facts import Fact


class Concerns(Model):
    """Whom a change is about, and what. Regions and wallets narrow down the readers; issues and letters, the pages."""

    regions: Annotated[Several[RegionRef], AfterValidator(once_each)] = ()
    wallets: Annotated[Several[ProviderRef], AfterValidator(once_each)] = ()
    issues: Annotated[Several[IssueRef], AfterValidator(once_each)] = ()
    letters: Annotated[Several[LetterRef], AfterValidator(once_each)] = ()

    @model_validator(mode="after")
    def names_something(self) -> Self:
        if not (self.regions or self.wallets or self.issues or self.letters):
            raise ValueError("names nothing; say which `regions`, `wallets`, `issues` or `letters` it is about")
        return self


class Change(Model):
    """Something that a reader may have read otherwise."""

    id: id_of("changes")
    """Permanent: the entry's address, the id of its entry in the feed, and what a device keeps of it hang on it."""
    day: Day
    """The day from which the guide says what it says now."""
    kind: Literal["mended", "changed"]
    """`mended`: the guide was wrong, or left out what counts. `changed`: it was right, and the rule is another now."""
    since: Day
    """From when on: of what was mended, the first day on which the guide said it; of what changed, the day from which
    the new rule holds."""
    title: Text
    before: Text
    now: Text
    affected: Text
    """Who has to do something about it, and what."""
    concerns: Concerns
    sources: Several[Fact] = ()
    """Where what it says now was read, if it is a fact."""

    @model_validator(mode="after")
    def says_when(self) -> Self:
        if self.kind == "mended" and self.since > self.day:
            raise ValueError("was mended before the guide said it; `since` is the day on which it first stood there")
        return self

    @model_validator(mode="after")
    def says_where_it_was_read(self) -> Self:
        if (self.concerns.regions or self.concerns.wallets) and not self.sources:
            raise ValueError("is a fact of a region or wallet; add its `sources`, each with `source` and `checked`")
        return self


def newest_first(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    for above, below in pairwise(changes):
        if below.day > above.day:
            raise ValueError(f"“{below.id}” is of a later day than “{above.id}” above it; put the newest first")
    return changes


Changes = Annotated[AtLeastOne[Change], AfterValidator(newest_first)]


def sources_of(changes: tuple[Change, ...]) -> Iterator[str]:
    """The ids of the sources that entries name."""
    return (fact.source for change in changes for fact in change.sources)


class ChangeKindWords(Model):
    mended: Text
    changed: Text


class SinceWords(Model):
    """From when on, by the kind of the entry; of what was mended on the day it came, that day."""

    mended: Annotated[Multilingual, filled_with("since", "day")]
    mended_at_once: Annotated[Multilingual, filled_with("day")]
    changed: Annotated[Multilingual, filled_with("since", "day")]


class LastVisitWords(Model):
    """What a page says to a reader who opened it before."""

    mended: Annotated[Multilingual, filled_with("date")]
    changed: Annotated[Multilingual, filled_with("date")]


class ChangeWords(Model):
    """Words of the page of changes, of its feed, and of the line on pages that a reader opened before."""

    kinds: ChangeKindWords
    since: SinceWords
    before: Text
    now: Text
    affected: Text
    concerns: Text
    feed_title: Text
    feed_about: Text
    last_visit: LastVisitWords
    more: Annotated[Multilingual, filled_with("count")]
    seen: Text
