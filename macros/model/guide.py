"""The whole of `docs/guide.yml`, put together from the models of its subjects."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    Field,
    field_validator,
)

from .base import AtLeastOne, Model, Multilingual, Several, Text, filled_with
from .case import CaseWords, ContactField, Reply, TransferWords
from .checklists import PHASES, Item, PaperWords, Phase, PhaseWords, TickWords, Use
from .copies import MachineWords, PageGroup
from .facts import Fact, Source
from .issues import Issue, IssueWords, Sign, Situation
from .kept import KeepWords
from .languages import Language
from .letters import (
    Currency,
    FieldWords,
    GuardWords,
    Letter,
    LetterField,
    LetterWords,
    LogWords,
    PackWords,
    Part,
    SharedPart,
    WaysWords,
    Wording,
    Zone,
)
from .offline import FolderWords
from .page import PageWords, Term
from .regions import Body, ClockWords, Region, RegionWords
from .wallets import Provider, ProviderWords


class Words(Model):
    """Every word of the interface that is not prose."""

    guide: Text
    short_answer: Text
    safety: Text
    see: Annotated[Multilingual, filled_with("issue")]
    source: Text
    checked: Annotated[Multilingual, filled_with("date")]
    phases: PhaseWords
    issue: IssueWords
    tick: TickWords
    letter: LetterWords
    field: FieldWords
    ways: WaysWords
    guard: GuardWords
    keep: KeepWords
    page: PageWords
    folder: FolderWords
    machines: MachineWords
    case: CaseWords
    transfer: TransferWords
    pack: PackWords
    log: LogWords
    paper: PaperWords
    region: RegionWords
    clock: ClockWords
    provider: ProviderWords


class Guide(Model):
    """Everything the guide knows: published as `/guide.json`."""

    schema_address: str | None = Field(default=None, alias="$schema")
    version: Literal[1]
    words: Words
    safety: AtLeastOne[Text]
    issues: AtLeastOne[Issue]
    triage: AtLeastOne[Sign]
    situations: AtLeastOne[Situation]
    glossary: AtLeastOne[Term]
    page_groups: AtLeastOne[PageGroup]
    fields: AtLeastOne[LetterField]
    contact_fields: AtLeastOne[ContactField]
    replies: AtLeastOne[Reply]
    currencies: AtLeastOne[Currency]
    zones: AtLeastOne[Zone]
    wording: Wording
    phone_script: AtLeastOne[Part]
    shared_parts: Several[SharedPart] = ()
    letters: AtLeastOne[Letter]
    shared_sources: Several[Source] = ()
    """What several regions or wallets name; the others stand with the one that names them."""
    regions: AtLeastOne[Region]
    providers: AtLeastOne[Provider]

    @field_validator("letters")
    @classmethod
    def goes_on_when_the_day_has_passed(cls, letters: tuple[Letter, ...]) -> tuple[Letter, ...]:
        rungs = [letter.rung for letter in letters]
        if wrong := [rung for rung in ("chase", "escalate") if rungs.count(rung) != 1]:
            raise ValueError(f"exactly one letter must have `rung: {wrong[0]}`, for a case whose day has passed")
        return letters

    @cached_property
    def issue(self) -> dict[str, Issue]:
        return {issue.id: issue for issue in self.issues}

    @cached_property
    def letter(self) -> dict[str, Letter]:
        return {letter.id: letter for letter in self.letters}

    @cached_property
    def field(self) -> dict[str, LetterField]:
        return {field.id: field for field in self.fields}

    @cached_property
    def region(self) -> dict[str, Region]:
        return {region.id: region for region in self.regions}

    @cached_property
    def body(self) -> dict[str, Body]:
        return {body.id: body for region in self.regions for body in region.bodies}

    @cached_property
    def source(self) -> dict[str, Source]:
        """Every source, wherever it stands."""
        own = (source for thing in (*self.regions, *self.providers) for source in thing.sources)
        return {source.id: source for source in (*own, *self.shared_sources)}

    @cached_property
    def item(self) -> dict[str, Item]:
        entries = (entry for issue in self.issues for phase in PHASES for entry in getattr(issue.checklist, phase))
        return {entry.id: entry for entry in entries if isinstance(entry, Item)}

    @cached_property
    def provider(self) -> dict[str, Provider]:
        return {provider.id: provider for provider in self.providers}

    def terms(self, language: Language) -> dict[str, str]:
        """The id of the glossary's term for each spelling of it in `language`."""
        return {spelling: term.id for term in self.glossary for spelling in term.spellings(language)}

    @cached_property
    def days(self) -> frozenset[date]:
        """The days on which facts were checked."""
        return frozenset(fact.checked for fact in self.facts)

    @property
    def facts(self) -> Iterator[Fact]:
        """Everything that carries a source and a day, wherever it stands."""
        return _facts_in((self.regions, self.providers))

    def facts_of(self, thing: Region | Provider) -> Iterator[Fact]:
        """Everything about one region or wallet that carries a source and a day."""
        return _facts_in(thing)

    def misplaced_sources(self) -> Iterator[tuple[tuple[int | str, ...], str]]:
        """The way to each source that stands where it should not, and what to do about it."""
        named_by: dict[str, list[str]] = {}
        for thing in (*self.regions, *self.providers):
            for id in {fact.source for fact in self.facts_of(thing)}:
                named_by.setdefault(id, []).append(thing.id)
        lists = [(("shared_sources",), None, self.shared_sources)]
        lists += [(("regions", at, "sources"), region.id, region.sources) for at, region in enumerate(self.regions)]
        lists += [(("providers", at, "sources"), each.id, each.sources) for at, each in enumerate(self.providers)]
        for way, home, sources in lists:
            for at, source in enumerate(sources):
                match named_by.get(source.id, []):
                    case []:
                        yield (*way, at), "is named by no fact; name it, or take it away"
                    case [owner] if owner != home:
                        yield (*way, at), f"is named by {owner} alone; put it under the `sources` of {owner}"
                    case [_, _, *_] as owners if home:
                        yield (*way, at), f"is named by {' and '.join(owners)}; put it under `shared_sources`"

    def items(self, issue: str, phase: Phase) -> tuple[Item, ...]:
        """The items of one phase of one issue, shared ones looked up. KeyError on an unknown issue."""
        entries = getattr(self.issue[issue].checklist, phase)
        return tuple(self.item[entry.use] if isinstance(entry, Use) else entry for entry in entries)


def _facts_in(value: Any) -> Iterator[Fact]:
    if isinstance(value, Fact):
        yield value
    elif isinstance(value, BaseModel):
        for part in value.__dict__.values():
            yield from _facts_in(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _facts_in(part)
