"""What can be wrong tomorrow: says where it was read, and on which day."""

from typing import Annotated

from pydantic import (
    StringConstraints,
)

from .base import Day, Model, Multilingual, SourceRef, Text, id_of


class Source(Model):
    """A page or law that was read, and where it stands."""

    id: id_of("sources")
    title: Text
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+\.[^\s]+$")] | None = None
    """Where it stands; None for what stands in an app or on paper alone."""


class Fact(Model):
    """Something that can be wrong tomorrow: says where it was read and on which day."""

    source: SourceRef
    checked: Day

    @property
    def says(self) -> Multilingual:
        """What it says."""
        return self.text


class Statement(Fact):
    text: Text
