"""The whole of `docs/guide.yml`, put together from the models of its subjects."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import (
    Field,
    field_validator,
    model_validator,
)

from .base import AtLeastOne, Model, Multilingual, Several, Text, filled_with, named, parts_of
from .case import CaseWords, ContactField, Reply, TransferWords
from .changes import Changes, ChangeWords, sources_of
from .checklists import PHASES, Evidence, Item, PaperWords, Phase, PhaseWords, TickWords, Use
from .copies import MachineWords, PageGroup
from .facts import Fact, ReadingWords, Source
from .issues import Issue, IssueWords
from .kept import KeepWords
from .languages import MAIN, Language
from .letters import (
    AccountKind,
    FieldWords,
    Frames,
    GuardWords,
    Letter,
    LetterField,
    LetterWords,
    LogWords,
    PackWords,
    SharedPart,
    SpokenPart,
    WaysWords,
    Wording,
    Zone,
)
from .made import Traditional
from .offline import FolderWords
from .page import HelpWords, PageWords, Term
from .regions import Body, ClockWords, Region, RegionWords, TroubleWords
from .search import Same, SearchWords
from .situations import MOST, Group, Situation, SituationWords
from .troubles import Trouble
from .wallets import Presence, Provider, ProviderWords


class Words(Model):
    """Every word of the interface that is not prose."""

    guide: Text
    short_answer: Text
    safety: Text
    see: Annotated[Multilingual, filled_with("issue")]
    source: Text
    reading: ReadingWords
    phases: PhaseWords
    issue: IssueWords
    situation: SituationWords
    tick: TickWords
    letter: LetterWords
    field: FieldWords
    ways: WaysWords
    guard: GuardWords
    keep: KeepWords
    page: PageWords
    help: HelpWords
    folder: FolderWords
    machines: MachineWords
    case: CaseWords
    transfer: TransferWords
    pack: PackWords
    log: LogWords
    paper: PaperWords
    region: RegionWords
    clock: ClockWords
    trouble: TroubleWords
    provider: ProviderWords
    search: SearchWords
    change: ChangeWords


class Guide(Model):
    """Everything the guide knows: published as `/guide.json`."""

    schema_address: str | None = Field(default=None, alias="$schema")
    version: Literal[2]
    """Raised when what was in the file changes its place or its shape; README says what changed."""
    words: Words
    traditional: Traditional
    safety: AtLeastOne[Text]
    issues: AtLeastOne[Issue]
    groups: Annotated[AtLeastOne[Group], Field(max_length=MOST)]
    """What the home page asks first, the commonest first."""
    glossary: AtLeastOne[Term]
    same_words: Several[Same] = ()
    """What the search takes for the same, in any language."""
    page_groups: AtLeastOne[PageGroup]
    fields: AtLeastOne[LetterField]
    account_kinds: Several[AccountKind] = ()
    contact_fields: AtLeastOne[ContactField]
    replies: AtLeastOne[Reply]
    zones: AtLeastOne[Zone]
    wording: Wording
    phone_script: AtLeastOne[SpokenPart]
    shared_parts: Several[SharedPart] = ()
    frame: Frames
    """What stands around the body of every letter."""
    letters: AtLeastOne[Letter]
    shared_sources: Several[Source] = ()
    """What several regions or wallets name, or an entry of `changes` alone; the others stand with the one that names
    them."""
    regions: AtLeastOne[Region]
    providers: AtLeastOne[Provider]
    changes: Changes
    """What was wrong here or has changed, the newest first."""

    @field_validator("letters")
    @classmethod
    def goes_on_when_the_day_has_passed(cls, letters: tuple[Letter, ...]) -> tuple[Letter, ...]:
        rungs = [letter.rung for letter in letters]
        if rungs.count("chase") != 1:
            raise ValueError("exactly one letter must have `rung: chase`, for a case whose day has passed")
        if "escalate" not in rungs:
            raise ValueError("a letter must have `rung: escalate`, for a case whose last day has passed")
        return letters

    @model_validator(mode="after")
    def names_what_accounts_are_known_by(self) -> "Guide":
        names = {kind.id: kind.name for kind in self.account_kinds}
        for provider in self.providers:
            for known in provider.accounts:
                known.learn(names)
        return self

    @property
    def on_rung(self) -> dict[str, Letter]:
        """The letter of each rung; of several that escalate, each for its kind of body, the first."""
        return {letter.rung: letter for letter in reversed(self.letters)}

    def next_letter(self, region: Region) -> Letter:
        """The letter to the first outside body up a region's ladder that takes one; if none does, the first of all."""
        up = (self.letter[body.letter] for rung in region.rungs for body in rung if body.letter)
        return next((letter for letter in up if letter.rung == "escalate"), self.on_rung["escalate"])

    @cached_property
    def first_in(self) -> dict[str, list[str]]:
        """For each letter to outside bodies, the regions in which it is offered before the others. The first of them
        stands before them anyway, and has none."""
        first = self.on_rung["escalate"]
        return {
            letter.id: [region.id for region in self.regions if first is not letter is self.next_letter(region)]
            for letter in self.letters
            if letter.rung == "escalate"
        }

    @cached_property
    def issue(self) -> dict[str, Issue]:
        return {issue.id: issue for issue in self.issues}

    @cached_property
    def situation(self) -> dict[str, Situation]:
        """Every situation, with what it takes from the one that it is like."""
        written = {each.id: each for issue in self.issues for each in issue.own}
        return {id: each.filled_in_from(written[each.like]) if each.like else each for id, each in written.items()}

    @cached_property
    def issue_of(self) -> dict[str, str]:
        """The issue on whose page each situation stands."""
        return {each.id: issue.id for issue in self.issues for each in issue.own}

    @cached_property
    def trouble_of(self) -> dict[str, Trouble]:
        """The kind of trouble of each letter that is for one alone: once sent, it tells what the case is about."""
        kinds: dict[str, set[Trouble]] = {}
        for situation in self.situation.values():
            for letter in situation.letters:
                kinds.setdefault(letter, set()).add(situation.trouble)
        told = {letter: found - {"service"} for letter, found in kinds.items()}
        return {letter: min(found) for letter, found in told.items() if len(found) == 1}

    @cached_property
    def letter(self) -> dict[str, Letter]:
        return {letter.id: letter for letter in self.letters}

    @cached_property
    def field(self) -> dict[str, LetterField]:
        return {field.id: field for field in self.fields}

    @cached_property
    def account_kind(self) -> dict[str, AccountKind]:
        return {kind.id: kind for kind in self.account_kinds}

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
        lists = [getattr(issue.checklist, phase) for issue in self.issues for phase in PHASES]
        plans = [plan for issue in self.issues for plan in issue.own]
        lists += [entries for plan in plans for entries in (plan.first, plan.evidence) if entries]
        return {entry.id: entry for entries in lists for entry in entries if isinstance(entry, Item)}

    @cached_property
    def provider(self) -> dict[str, Provider]:
        return {provider.id: provider for provider in self.providers}

    def wallets_in(self, region: str) -> list[tuple[Provider, Presence]]:
        """The wallets of a region, each with what holds there."""
        return [
            (provider, presence)
            for provider in self.providers
            for presence in provider.regions
            if presence.region == region
        ]

    def terms(self, language: Language) -> dict[str, str]:
        """The id of the glossary's term for each spelling of it in `language`."""
        return {spelling: term.id for term in self.glossary for spelling in term.spellings(language)}

    @cached_property
    def days(self) -> frozenset[date]:
        """The days on which facts were read or noted."""
        return frozenset(fact.checked for fact in self.facts)

    @property
    def facts(self) -> Iterator[Fact]:
        """Everything that carries a source and a day, wherever it stands."""
        return parts_of((self.regions, self.providers), Fact)

    def facts_of(self, thing: Region | Provider | Presence) -> Iterator[Fact]:
        """Everything about one region, wallet, or wallet in one region that carries a source and a day."""
        return parts_of(thing, Fact)

    def misplaced_sources(self) -> Iterator[tuple[tuple[int | str, ...], str]]:
        """The way to each source that stands where it should not, and what to do about it."""
        named_by: dict[str, list[str]] = {}
        for thing in (*self.regions, *self.providers):
            for id in {fact.source for fact in self.facts_of(thing)}:
                named_by.setdefault(id, []).append(thing.id)
        of_changes = set(sources_of(self.changes))
        lists = [(("shared_sources",), None, self.shared_sources)]
        lists += [(("regions", at, "sources"), region.id, region.sources) for at, region in enumerate(self.regions)]
        lists += [(("providers", at, "sources"), each.id, each.sources) for at, each in enumerate(self.providers)]
        for way, home, sources in lists:
            for at, source in enumerate(sources):
                match named_by.get(source.id, []):
                    case [] if source.id in of_changes:
                        if home:
                            yield (*way, at), "is named by an entry of `changes` alone; put it under `shared_sources`"
                    case []:
                        yield (*way, at), "is named by no fact; name it, or take it away"
                    case [owner] if owner != home:
                        yield (*way, at), f"is named by {owner} alone; put it under the `sources` of {owner}"
                    case [_, _, *_] as owners if home:
                        yield (*way, at), f"is named by {' and '.join(owners)}; put it under `shared_sources`"

    def items(self, issue: str, phase: Phase) -> tuple[Item, ...]:
        """The items of one phase of one issue, shared ones looked up. KeyError on an unknown issue."""
        return self._looked_up(getattr(self.issue[issue].checklist, phase))

    def listed(self, issue: str, phase: Phase) -> tuple[Item, ...]:
        """The items of one phase that stand in its list: those in the red box do not. KeyError on an unknown issue."""
        return tuple(item for item in self.items(issue, phase) if not item.urgent)

    def urgent(self, issue: str) -> tuple[Item, ...]:
        """The items of an issue that stand in its red box. KeyError on an unknown issue."""
        return tuple(item for phase in PHASES for item in self.items(issue, phase) if item.urgent)

    def situations(self, issue: str) -> tuple[Situation, ...]:
        """Those that stand on an issue's page, as `situation` has them. KeyError on an unknown issue."""
        return tuple(self.situation[each.id] for each in self.issue[issue].own)

    def steps(self, situation: str) -> tuple[Item, ...]:
        """What to do first in a situation. KeyError on an unknown one."""
        return self._looked_up(self.situation[situation].first)

    def evidence(self, situation: str) -> tuple[Evidence, ...]:
        """What the case stalls without in a situation. KeyError on an unknown one."""
        return self._looked_up(self.situation[situation].evidence)

    def all_evidence(self, issue: str) -> tuple[Evidence, ...]:
        """All that a reader can tick as evidence on an issue's page, once each. KeyError on an unknown issue."""
        of_plans = (item for situation in self.situations(issue) for item in self.evidence(situation.id))
        return tuple({item.id: item for item in (*self.items(issue, "evidence"), *of_plans)}.values())

    def _looked_up(self, entries: tuple[Item | Use, ...]) -> tuple[Any, ...]:
        return tuple(self.item[named(entry)] for entry in entries)

    def misjoined(self) -> Iterator[tuple[tuple[int | str, ...], str]]:
        """The way to each situation that does not fit what it refers to, and what to do about it."""
        reached = {id for group in self.groups for id in (*group.situations, group.none_of_these)} & {*self.situation}
        reached |= {aside for id in reached for aside in self.situation[id].aside}
        for at, issue in enumerate(self.issues):
            for index, each in enumerate(issue.situations):
                if isinstance(each, Situation):
                    way = ("issues", at, "situations", index)
                    yield from ((way, what) for what in self._faults_of(self.situation[each.id], each.id in reached))

    def miscited(self) -> Iterator[tuple[tuple[int | str, ...], str]]:
        """The way to each rule on payments that the reader did not make in a letter about others, and what to do."""
        for at, region in enumerate(self.regions):
            for index, right in enumerate(region.rights):
                for letter in right.letters if right.troubles == ("unauthorised",) else ():
                    if not (self.letter[letter].disowns or self.letter[letter].any_trouble):
                        yield (
                            ("regions", at, "rights", index),
                            f"is for payments that the writer did not make, which the letter “{letter}” does not say; "
                            "take it out of `letters`",
                        )

    def misdenied(self) -> Iterator[tuple[tuple[int | str, ...], str]]:
        """The way to each field that names a choice which another does not have, and what to do about it."""
        for at, field in enumerate(self.fields):
            if denial := field.denied_by:
                offered = {choice.id for choice in self.field[denial.field].choices}
                known = ", ".join(sorted(offered)) or "none"
                for choice in denial.choices:
                    if choice not in offered:
                        yield ("fields", at, "denied_by"), f"“{denial.field}” has no choice “{choice}”; known: {known}"

    def idle_account_kinds(self) -> Iterator[tuple[tuple[int | str, ...], str]]:
        """The way to each kind of account that no wallet has, and what to do about it."""
        used = {kind for provider in self.providers for kind in provider.account_kinds}
        for at, kind in enumerate(self.account_kinds):
            if kind.id not in used:
                yield ("account_kinds", at), "no wallet knows an account by it; name it in `accounts`, or take it away"

    def _faults_of(self, situation: Situation, reached: bool) -> Iterator[str]:
        if not reached:
            yield "nobody can reach it from home; put it in one of the `groups`, or `aside` of one that is in them"
        if situation.like and self.situation[situation.like].like:
            yield f"is like “{situation.like}”, which is like another; name that one"
        for entry in situation.evidence or ():
            if not isinstance(self.item[named(entry)], Evidence):
                yield f"the evidence “{named(entry)}” is a step elsewhere; use a piece of evidence"
        if situation.pressed_pay == "me":
            for entry in situation.first or ():
                if self.item[named(entry)].disowns:
                    yield f"the reader pressed pay, and the step “{named(entry)}” says “not me”; use another"
            for letter in situation.letters:
                if self.letter[letter].disowns:
                    yield f"the reader pressed pay, and the letter “{letter}” says “not me”; use another"
        blanks = {field for letter in situation.letters for field in self.letter[letter].fields}
        for field in situation.asks:
            if field not in blanks | set(self.frame[MAIN].fields):
                yield f"`asks` for “{field}”, which none of its letters has; name another, or take it away"
        steps = {named(entry) for entry in situation.first or ()}
        for wrong in situation.not_here or ():
            if wrong.item in steps and situation.like:
                yield f"“{wrong.item}” is a step here and `not_here` too; keep one"
