"""The shape of `docs/guide.yml`: frozen models, every key named, nothing else let in.

The models say everything that can be said of a value where it stands. What depends on the rest
of the file (is this id taken? does that letter exist?) they ask of the `Known` ids that the
loader passes as validation context, so that one pass finds every fault.

A text is always bilingual. A `{placeholder}` in it must be the same in both languages.
"""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Strict,
    StringConstraints,
    Tag,
    ValidationInfo,
    field_validator,
    model_validator,
)

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
# The main one stands at the root of the site, each of the others in a folder of its name.
MAIN, *OTHERS = LANGUAGES


def folder_of(language: Language) -> str:
    """Where a language's pages stand, seen from the root of the site; ends in a slash unless it is the root itself."""
    return "" if language == MAIN else f"{language}/"


Phase = Literal["minutes", "today", "week", "evidence", "contact", "written", "follow_up"]
PHASES: tuple[Phase, ...] = get_args(Phase)

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


# Ids ---------------------------------------------------------------------------------------


@dataclass
class Known:
    """The ids that can be referred to, by kind (`issues`, `items`, `letters` …), and all those met so far."""

    ids: dict[str, frozenset[str]]
    met: set[tuple[str, str]] = field(default_factory=set)


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]


def _id_of(kind: str) -> Any:
    def claim(value: str, info: ValidationInfo) -> str:
        if isinstance(info.context, Known):
            if (kind, value) in info.context.met:
                raise ValueError(
                    f"the id “{value}” is taken by an earlier one of the {kind}; ids are permanent "
                    "(readers' ticks hang on them), so give this one a new id"
                )
            info.context.met.add((kind, value))
        return value

    return Annotated[Slug, AfterValidator(claim)]


def _reference_to(kind: str) -> Any:
    def resolve(value: str, info: ValidationInfo) -> str:
        if isinstance(info.context, Known):
            missing = not_among(value, info.context.ids[kind], kind)
            if missing:
                raise ValueError(missing)
        return value

    return Annotated[str, AfterValidator(resolve)]


def not_among(value: str, ids: frozenset[str], kind: str) -> str | None:
    """One sentence saying that `value` is none of `ids` and which come near; None if it is one."""
    if value in ids:
        return None
    near = difflib.get_close_matches(value, sorted(ids), n=1)
    hint = f"did you mean “{near[0]}”?" if near else f"known: {', '.join(sorted(ids)) or 'none'}"
    return f"there is no “{value}” among the {kind}; {hint}"


IssueRef = _reference_to("issues")
ItemRef = _reference_to("items")
LetterRef = _reference_to("letters")
SourceRef = _reference_to("sources")
RegionRef = _reference_to("regions")
BodyRef = _reference_to("bodies")


# Values ------------------------------------------------------------------------------------


def _iso_day(value: Any) -> date:
    if not (isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)):
        raise ValueError("write the day as YYYY-MM-DD")
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise ValueError(f"there is no such day: {error}") from error


T = TypeVar("T")
Several = Annotated[tuple[T, ...], Strict(False)]
AtLeastOne = Annotated[tuple[T, ...], Strict(False), Field(min_length=1)]
Day = Annotated[date, BeforeValidator(_iso_day)]
NonEmpty = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Url = Annotated[str, StringConstraints(pattern=r"^https://[^\s/]+\.[^\s]+$")]
IconPath = Annotated[str, StringConstraints(pattern=r"^M[MLHVCSQTAZmlhvcsqtaz0-9 .-]+$")]
Phone = Annotated[str, StringConstraints(pattern=r"^[+(]?[0-9][0-9 ()-]*$")]


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Bilingual(Model):
    """One text in every language of the guide: `text["zh"]`, `text["en"]`."""

    zh: NonEmpty
    en: NonEmpty

    def __getitem__(self, language: Language) -> str:
        return getattr(self, language)

    @property
    def placeholders(self) -> frozenset[str]:
        return frozenset(PLACEHOLDER.findall(self.zh))

    @model_validator(mode="after")
    def same_placeholders(self) -> "Bilingual":
        zh, en = (set(PLACEHOLDER.findall(text)) for text in (self.zh, self.en))
        only = [f"{{{name}}} only in zh" for name in sorted(zh - en)]
        only += [f"{{{name}}} only in en" for name in sorted(en - zh)]
        if only:
            raise ValueError(f"the languages differ in placeholders: {', '.join(only)}; use the same in both")
        if stray := sorted(set("{}") & set(PLACEHOLDER.sub("", self.zh + self.en))):
            raise ValueError(f"a “{stray[0]}” stands alone; placeholders are written {{so}}")
        return self


def _filled_with(*names: str) -> AfterValidator:
    def check(text: Bilingual) -> Bilingual:
        if text.placeholders != set(names):
            expected = ", ".join(f"{{{name}}}" for name in names) or "none"
            found = ", ".join(f"{{{name}}}" for name in sorted(text.placeholders)) or "none"
            raise ValueError(f"placeholders here must be {expected}, not {found}")
        return text

    return AfterValidator(check)


def _letter_placeholders(text: Bilingual, info: ValidationInfo) -> Bilingual:
    if isinstance(info.context, Known):
        faults = [not_among(name, info.context.ids["fields"], "fields") for name in sorted(text.placeholders)]
        if any(faults):
            raise ValueError("; ".join(filter(None, faults)))
    return text


Text = Annotated[Bilingual, _filled_with()]
LetterText = Annotated[Bilingual, AfterValidator(_letter_placeholders)]


class WordLists(Model):
    """Words of each language; they need not match."""

    zh: AtLeastOne[NonEmpty]
    en: AtLeastOne[NonEmpty]

    def __getitem__(self, language: Language) -> tuple[str, ...]:
        return getattr(self, language)


# Facts -------------------------------------------------------------------------------------


class Source(Model):
    """A page or law that was read, and where it stands."""

    id: _id_of("sources")
    title: Text
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+\.[^\s]+$")] | None = None
    """Where it stands; None for what stands in an app or on paper alone."""


class Fact(Model):
    """Something that can be wrong tomorrow: says where it was read and on which day."""

    source: SourceRef
    checked: Day

    @property
    def told(self) -> Bilingual:
        """What it says."""
        return self.text


class Statement(Fact):
    text: Text


# Checklists --------------------------------------------------------------------------------


class Item(Model):
    """One thing to tick. `see` leads on to another issue where that is the better place."""

    id: _id_of("items")
    text: Text
    why: Text | None = None
    see: IssueRef | None = None


class Evidence(Item):
    """One thing to collect: `essential` ones the case stalls without, `nice` ones help."""

    why: Text
    need: Literal["essential", "nice"]


class Use(Model):
    """An item defined elsewhere, shown here too; both places share one tick."""

    use: ItemRef


def _entry_tag(value: Any) -> str:
    # In brackets, so that a tag in the location of a fault is never taken for a key.
    return "(shared)" if isinstance(value, Use) or (isinstance(value, dict) and "use" in value) else "(own)"


def _entries(item: type[Item]) -> Any:
    entry = Annotated[Annotated[item, Tag("(own)")] | Annotated[Use, Tag("(shared)")], Discriminator(_entry_tag)]
    return Annotated[AtLeastOne[entry], AfterValidator(_once_each)]


def _once_each(entries: tuple[Any, ...]) -> tuple[Any, ...]:
    names = [getattr(entry, "use", None) or getattr(entry, "id", entry) for entry in entries]
    if twice := {name for name in names if names.count(name) > 1}:
        raise ValueError(f"“{min(twice)}” stands here twice; keep one")
    return entries


def _each_region_once(presences: tuple[Any, ...]) -> tuple[Any, ...]:
    regions = [presence.region for presence in presences]
    if twice := {region for region in regions if regions.count(region) > 1}:
        raise ValueError(f"the region “{min(twice)}” stands here twice; keep one")
    return presences


Steps = _entries(Item)


class Checklist(Model):
    """An issue's items by phase. The first three are "do first"."""

    minutes: Steps
    today: Steps
    week: Steps
    evidence: _entries(Evidence)
    contact: Steps
    written: Steps
    follow_up: Steps


class Cause(Model):
    """One thing that may really be going on: what is seen, why, who answers for it, how to tell."""

    id: _id_of("causes")
    sign: Text
    cause: Text
    who: Text
    tell: Text
    see: IssueRef | None = None
    letter: LetterRef | None = None


class Issue(Model):
    """One kind of trouble; its prose is `docs/<language>/issues/<id>.md`."""

    id: _id_of("issues")
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
    letters: Annotated[AtLeastOne[LetterRef], AfterValidator(_once_each)]


# Ways in -----------------------------------------------------------------------------------


class Choice(Model):
    """The second choice on the home page: leads to the place `anchor` on an issue's page."""

    id: _id_of("triage choices")
    text: Text
    issue: IssueRef
    anchor: Slug


class Sign(Model):
    """The first choice on the home page: what the reader sees."""

    id: _id_of("triage signs")
    sign: Text
    choices: AtLeastOne[Choice]


class Situation(Model):
    """One answer to “who pressed pay?”. Unauthorised and deceived never share a letter."""

    id: _id_of("situations")
    text: Text
    nature: Text
    do: Text
    letters: Several[LetterRef] = ()


class Forms(Model):
    """The spellings by which a term is known on pages, where they are not just the term itself."""

    zh: AtLeastOne[NonEmpty] | None = None
    en: AtLeastOne[NonEmpty] | None = None


class Term(Model):
    """A word of the field, and what it means in plain words.

    `forms` takes the place of the term where pages link to it: it adds other spellings, or leaves out a term that is
    too common a word to stand for the thing wherever it is met.
    """

    id: _id_of("glossary")
    term: Text
    meaning: Text
    forms: Forms | None = None

    def spellings(self, language: Language) -> tuple[str, ...]:
        """Everything in `language` that counts as this term."""
        return (self.forms and getattr(self.forms, language)) or (self.term[language],)


# The pages ---------------------------------------------------------------------------------


class PageGroup(Model):
    """Pages that `llms.txt` lists together, by their names: `issues/slow-support`."""

    id: _id_of("page_groups")
    title: Text
    pages: AtLeastOne[NonEmpty]


# Letters -----------------------------------------------------------------------------------


class Option(Model):
    """One of a field's choices, or one of its columns."""

    id: Slug
    label: Text


class ContactField(Model):
    """Something noted of a contact."""

    id: Literal["when", "channel", "who", "reference", "said", "promised"]
    type: Literal["line", "lines", "date", "datetime", "choice"]
    label: Text
    choices: Several[Option] = ()


class Reply(Model):
    """What the provider may answer, and what to do then."""

    id: _id_of("replies")
    said: Text
    do: Text
    letters: AtLeastOne[LetterRef]


class LetterField(Model):
    """A blank in letters, shared by all of them; `{id}` in a letter's text stands for it.

    Whether it is required is not said here: a field that stands in a part which is not optional
    is required in that letter.
    """

    id: _id_of("fields")
    type: Literal["line", "lines", "date", "datetime", "money", "choice", "right", "table"]
    """`right`: one of the rules of the reader's region that can be cited."""
    label: Text
    scope: Literal["person", "case", "letter"] = "case"
    """How far a value reaches: all of the reader's cases, one case, or one letter of it."""
    drawn_from: Literal["contact-log", "evidence", "provider", "region", "transaction"] | None = None
    """Where the value comes from when nothing is typed."""
    numbered: bool = False
    """Whether each line becomes a numbered point."""
    help: Text | None = None
    example: Text | None = None
    choices: Several[Option] = Field(default=(), validate_default=True)
    columns: Several[Option] = Field(default=(), validate_default=True)

    @field_validator("choices", "columns")
    @classmethod
    def fits_the_type(cls, parts: tuple[Option, ...], info: ValidationInfo) -> tuple[Option, ...]:
        kind = {"choices": "choice", "columns": "table"}[info.field_name]
        if "type" in info.data and bool(parts) != (info.data["type"] == kind):
            raise ValueError(f"`{info.field_name}` belongs to the type `{kind}`, and to no other")
        ids = [part.id for part in parts]
        if twice := {id for id in ids if ids.count(id) > 1}:
            raise ValueError(f"the id “{min(twice)}” is given twice; give each an id of its own")
        return parts


class Part(Model):
    """A paragraph of a letter. An optional one vanishes when its fields are empty."""

    text: LetterText
    optional: bool = False

    @field_validator("optional")
    @classmethod
    def hangs_on_a_field(cls, optional: bool, info: ValidationInfo) -> bool:
        if optional and "text" in info.data and not info.data["text"].placeholders:
            raise ValueError("an optional part needs a {placeholder}: it vanishes when that is empty")
        return optional


class Currency(Model):
    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    name: Text
    unit: Text
    """As it stands in a letter, after the amount in Chinese, before it in English."""


class Zone(Model):
    """A time zone of the tz database."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+$")]
    label: Text


class Wording(Model):
    """Words in a letter that harm its writer."""

    threat: WordLists
    label: WordLists


class Letter(Model):
    id: _id_of("letters")
    code: Annotated[str, StringConstraints(pattern=r"^L\d+(-[A-Z]+)?$")]
    rung: Literal["complain", "chase", "escalate"] = "complain"
    """Where it stands in the follow-up of a case: what is done when the day for an answer has passed."""
    title: Text
    use_when: Text
    not_when: Text
    leave_out: Text
    subject: LetterText
    parts: AtLeastOne[Part]

    @property
    def fields(self) -> tuple[str, ...]:
        """Ids of the fields in the order in which they first stand in the letter."""
        texts = (self.subject, *(part.text for part in self.parts))
        return tuple(dict.fromkeys(name for text in texts for name in PLACEHOLDER.findall(text.zh)))

    @property
    def required(self) -> frozenset[str]:
        """Ids of the fields without which the letter cannot be sent."""
        texts = (self.subject, *(part.text for part in self.parts if not part.optional))
        return frozenset().union(*(text.placeholders for text in texts))


# Regions -----------------------------------------------------------------------------------


class PhoneNumber(Fact):
    number: Phone

    @property
    def told(self) -> Bilingual:
        return Bilingual(zh=self.number, en=self.number)


class Body(Model):
    """An outside body: its official name and site, and what was read about it, each with its source."""

    id: _id_of("bodies")
    role: Literal["escalate", "other", "urgent"]
    """`escalate`: a rung of the ladder, in order. `other`: for another kind of trouble. `urgent`: fraud and police."""
    beside: Slug | None = None
    """The body whose rung this one shares: readers choose between them, and neither comes after the other."""
    name: Text
    site: Url | None = None
    phone: PhoneNumber | None = None
    takes: Statement
    refuses: Statement | None = None
    opens: Statement | None = None
    cost: Statement | None = None
    binding: Statement | None = None
    asks: Statement | None = None
    """What its form asks for."""


Event = Literal["complaint", "referral", "final-response", "no-answer", "transaction", "discovery", "statement"]
"""What starts a clock: the firm gets the complaint; an authority forwards it; the firm sends its final
response; the firm's own time ends without one; the payment is made; the reader learns of it; the statement
that shows it is sent."""


Unit = Literal["business-days", "calendar-days", "weeks", "months", "years"]


class Deadline(Fact):
    """A clock. `count` of `unit` after `event`; `at_most` where the rule allows an extension."""

    id: _id_of("deadlines")
    purpose: Literal["answer", "act", "opens", "report", "escalate"]
    """The provider's: to `answer` the complaint, or to `act` (refund, look into, credit). `opens`: nobody's duty, but
    how long the reader waits until the next body takes the case. The reader's own: to `report` a payment, or to
    `escalate` the complaint."""
    count: Annotated[int, Field(gt=0)]
    unit: Unit
    at_most: Annotated[int, Field(gt=0)] | None = None
    usual: bool = False
    """What mostly happens, where no rule binds."""
    event: Event
    starts: Text
    applies: Text | None = None
    """Which providers or payments it is for, where it is not for all."""
    text: Text
    extends: Text | None = None
    """What stops or extends it, where the rule says so."""
    missed: Text
    """What to do when it has passed."""

    @property
    def whose(self) -> Literal["provider", "reader", "door"]:
        """Whose clock it is; a `door` opens by itself."""
        return _WHOSE[self.purpose]


_WHOSE = {"answer": "provider", "act": "provider", "opens": "door", "report": "reader", "escalate": "reader"}


class Right(Fact):
    """A rule that helps in a letter: the law, the article, one line of what it says."""

    id: _id_of("rights")
    law: Text
    article: Text
    text: Text


class Register(Fact):
    """Where to look up which firm is licensed, and as what."""

    site: Url
    text: Text


class Holidays(Model):
    """Which public holidays count, and what is assumed about them.

    `country` is an ISO 3166 code, or a financial market of the `holidays` package, such as ECB.
    """

    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,4}$")]
    subdivision: str | None = None
    until: Annotated[int, Field(gt=0)]
    """The last year whose holidays are announced and in the package. Later ones are taken for unknown."""
    assumed: Text | None = None


class Region(Model):
    id: _id_of("regions")
    name: Text
    partial: Text | None = None
    """What is missing here, where little could be confirmed."""
    first: Statement
    """The first-line rule: whom to complain to before anyone else."""
    register_: Annotated[Register | None, Field(alias="register")] = None
    first_hour: AtLeastOne[Statement]
    """What to do in the first hour of fraud."""
    bodies: AtLeastOne[Body]
    deadlines: Several[Deadline] = ()
    no_deadline: Statement | None = Field(default=None, validate_default=True)
    """Said where the law names no number of days for the provider's answer."""
    rights: Annotated[tuple[Right, ...], Strict(False), Field(max_length=4)] = ()
    watch: Several[Statement] = ()
    holidays: Holidays

    @property
    def rungs(self) -> tuple[tuple[Body, ...], ...]:
        """The ladder above the provider: each rung with the bodies to choose between."""
        return tuple(
            (first, *(body for body in self.bodies if body.beside == first.id))
            for first in self.bodies
            if first.role == "escalate" and first.beside is None
        )

    def bodies_for(self, role: str) -> tuple[Body, ...]:
        return tuple(body for body in self.bodies if body.role == role)

    @field_validator("bodies")
    @classmethod
    def shares_a_rung(cls, bodies: tuple[Body, ...]) -> tuple[Body, ...]:
        firsts = {body.id for body in bodies if body.role == "escalate" and body.beside is None}
        for body in bodies:
            if body.beside and (body.role != "escalate" or body.beside not in firsts):
                known = ", ".join(sorted(firsts)) or "none"
                raise ValueError(
                    f"“{body.id}” stands beside “{body.beside}”, which begins no rung here; "
                    f"both must be `role: escalate`, and it must name one of: {known}"
                )
        return bodies

    @field_validator("no_deadline")
    @classmethod
    def stands_in_for_a_deadline(cls, said: Statement | None, info: ValidationInfo) -> Statement | None:
        clocks = info.data.get("deadlines")
        if said is None and clocks is not None and not any(clock.whose == "provider" for clock in clocks):
            raise ValueError("give a provider's deadline, or say in `no_deadline` that the law names none")
        return said


# Providers ---------------------------------------------------------------------------------


class Entity(Fact):
    """The company that answers for a wallet, by its full legal name, as a letter is addressed to it."""

    name: Text
    note: Text | None = None

    @property
    def told(self) -> Bilingual:
        return self.name


class Channel(Fact):
    """A way to the wallet's own complaints desk: the path in words, or an address that is really its own."""

    kind: Literal["app", "phone", "email", "form", "page", "chat", "post", "counter"]
    """`page`: help pages and official lists, to read and not to fill in."""
    text: Text
    """The path or what it is for, in words."""
    phone: Phone | None = None
    email: Annotated[str, StringConstraints(pattern=r"^[^\s@]+@[^\s@]+\.[^\s@]+$")] | None = None
    url: Url | None = None

    @property
    def told(self) -> Bilingual:
        reached = "".join(f" {way}" for way in (self.phone, self.email, self.url) if way)
        return Bilingual(zh=self.text.zh + reached, en=self.text.en + reached)


class Presence(Model):
    """A wallet in one region. What is not known is left out, and the page says that it is not known."""

    region: RegionRef
    entity: Entity | None = None
    licence: Statement | None = None
    supervisor: BodyRef | None = None
    """The body of the region that supervises it."""
    freeze: Several[Channel] = ()
    """What stops the loss, in the order to try it."""
    channels: Several[Channel] = ()
    """Where to complain, in the order to try it."""
    times: Several[Statement] = ()
    """What the provider says about time."""
    promise: Statement | None = None
    """Its published promise, with the conditions."""
    balance: Statement | None = None
    """What the balance is."""
    not_for: Statement | None = None
    """What it does not answer for."""
    watch: Several[Statement] = ()
    """Warnings of scams in its name, and what is changing."""


class Provider(Model):
    """A wallet, by its brand, and the companies that answer for it."""

    id: _id_of("providers")
    name: Text
    names: Several[NonEmpty] = ()
    """Other spellings, old and new, in any language, by which a reader may look for it."""
    site: Url | None = None
    """Its official site, where that was read."""
    elsewhere: Statement | None = None
    """What holds where it is used beyond these regions."""
    regions: Annotated[AtLeastOne[Presence], AfterValidator(_each_region_once)]

    @property
    def asks_region(self) -> bool:
        """Whether the wallet alone does not tell the region."""
        return len(self.regions) > 1

    @property
    def spellings(self) -> tuple[str, ...]:
        """Everything by which it can be found: brand, other names, the companies behind it."""
        entities = (presence.entity.name for presence in self.regions if presence.entity)
        named = (name[language] for name in (self.name, *entities) for language in LANGUAGES)
        return tuple(dict.fromkeys((*named, *self.names)))


# Interface words ---------------------------------------------------------------------------


class PhaseWords(Model):
    minutes: Text
    today: Text
    week: Text
    evidence: Text
    contact: Text
    written: Text
    follow_up: Text


class TickWords(Model):
    progress: Annotated[Bilingual, _filled_with("done", "total")]
    reset: Text
    cleared: Annotated[Bilingual, _filled_with("count")]
    undo: Text
    restored: Text
    not_kept: Text
    essential: Text
    nice: Text


class IssueWords(Model):
    danger: Text
    cause: Text
    who: Text
    tell: Text
    letter: Annotated[Bilingual, _filled_with("letter")]


class LetterWords(Model):
    use_when: Text
    not_when: Text
    leave_out: Text
    subject: Text
    blank: Annotated[Bilingual, _filled_with("label")]
    optional: Text
    version: Text
    open: Text
    fill_in: Text
    fill_note: Text
    case: Text
    show: Text
    both: Text
    edit: Text
    edited: Text
    rebuild: Text
    text: Text


class DrawnWords(Model):
    contact_log: Annotated[Text, Field(alias="contact-log")]
    evidence: Text
    provider: Text
    region: Text
    transaction: Text


class FieldWords(Model):
    required: Text
    optional: Text
    example: Annotated[Bilingual, _filled_with("example")]
    drawn: DrawnWords
    numbered: Text
    amount: Text
    currency: Text
    unclear_amount: Text
    answer_due: Annotated[Bilingual, _filled_with("region")]
    moment: Text
    zone: Text
    choose: Text
    row: Annotated[Bilingual, _filled_with("number")]
    add_row: Text
    remove_row: Annotated[Bilingual, _filled_with("number")]


class WaysWords(Model):
    """How a letter leaves: copied, shared, mailed, printed, saved, cut for a channel."""

    copy_mine: Text
    copy_blank: Text
    copied: Text
    blank_copied: Text
    copy_refused: Text
    more: Text
    formatted: Text
    share: Text
    email: Text
    email_to: Text
    email_long: Text
    print: Text
    text_file: Text
    word_file: Text
    saved: Annotated[Bilingual, _filled_with("name")]
    paper_size: Text
    a4: Text
    us_letter: Text
    chat: Text
    chat_limit: Text
    chat_too_small: Text
    piece: Annotated[Bilingual, _filled_with("number", "total")]
    copy_piece: Annotated[Bilingual, _filled_with("number")]
    boxes: Text
    boxes_note: Text
    body: Text
    copy_box: Annotated[Bilingual, _filled_with("label")]
    script: Text
    post: Text
    sender_address: Text
    firm_address: Text
    sheet_sender: Text
    sheet_firm: Text
    sheet_signature: Text
    sheet_date: Text
    file_name: Annotated[Bilingual, _filled_with("code")]
    sent: Text
    noted: Text


class GuardWords(Model):
    """Said before a letter leaves: what is missing, what would harm its writer."""

    missing: Annotated[Bilingual, _filled_with("count")]
    anyway: Text
    risks: Text
    checked: Text
    must_go: Text
    back: Text
    card: Text
    mainland_id: Annotated[Text, Field(alias="mainland-id")]
    one_time_code: Annotated[Text, Field(alias="one-time-code")]
    password: Text
    cvv: Text
    threat: Text
    label: Text


class KeepWords(Model):
    """Where what is written is kept, and how it is erased."""

    question: Text
    note: Text
    mine: Text
    shared: Text
    on_device: Text
    in_tab: Text
    nowhere: Text
    erase: Text
    erased: Annotated[Bilingual, _filled_with("erased", "left")]


class PageWords(Model):
    """What stands at the end of every page."""

    share: Text
    copied: Text
    offline: Annotated[Bilingual, _filled_with("date")]


class FolderWords(Model):
    """What is said in a copy of the guide that is opened from a folder: its start, and the top of every page."""

    copied: Annotated[Bilingual, _filled_with("date")]
    living: Text
    no_living: Text
    limits_title: Text
    limits: AtLeastOne[Text]
    """What does not work there, or not as it does on the web."""
    offer: Text
    download: Text
    open: Text
    unzip: Text
    phone: Text


class MachineWords(Model):
    """What the copies of the pages and `llms.txt` say of themselves."""

    address: Annotated[Bilingual, _filled_with("address")]
    oldest: Annotated[Bilingual, _filled_with("date")]
    summary: Text
    notes: AtLeastOne[Text]
    """How the guide may be used and told on."""
    data: Text
    data_json: Text
    data_schema: Text
    others: Text


class CaseWords(Model):
    """My case: its page, and the bar on the pages of issues."""

    title: Text
    needs_script: Text
    blank_forms: Annotated[Bilingual, _filled_with("issue")]
    empty: Text
    begin: Annotated[Bilingual, _filled_with("issue")]
    progress: Annotated[Bilingual, _filled_with("done", "total")]
    sent: Annotated[Bilingual, _filled_with("count")]
    contacts: Annotated[Bilingual, _filled_with("count")]
    touched: Annotated[Bilingual, _filled_with("date")]
    open: Text
    next: Text
    next_first: Text
    next_contact: Text
    next_write: Text
    next_wait: Annotated[Bilingual, _filled_with("date")]
    next_undated: Text
    next_chase: Annotated[Bilingual, _filled_with("date")]
    next_escalate: Annotated[Bilingual, _filled_with("date")]
    next_outside: Text
    dates: Text
    no_dates: Text
    date_promised: Annotated[Bilingual, _filled_with("date")]
    date_reply: Annotated[Bilingual, _filled_with("date", "letter")]
    passed: Text
    log: Text
    log_note: Text
    log_add: Text
    log_remove: Text
    log_removed: Text
    log_undo: Text
    log_blank: Text
    evidence: Text
    evidence_note: Text
    no_evidence: Text
    choose_file: Annotated[Bilingual, _filled_with("evidence")]
    fingerprint: Annotated[Bilingual, _filled_with("file", "sha256")]
    file_noted: Text
    file_dropped: Text
    same_file: Text
    other_file: Text
    replace_file: Text
    drop_file: Text
    file_too_big: Text
    file_unreadable: Text
    replies: Text
    letters: Annotated[Bilingual, _filled_with("letter")]
    drop: Text
    drop_sure: Text
    drop_yes: Text
    drop_no: Text
    stale: Annotated[Bilingual, _filled_with("issue", "date")]
    stale_keep: Text
    stale_kept: Annotated[Bilingual, _filled_with("issue")]
    stale_erased: Annotated[Bilingual, _filled_with("issue")]
    ticks: Text
    newer: Text


class TransferWords(Model):
    """Export and import of a case file; one sentence for each way in which a file can be wrong."""

    title: Text
    note: Text
    passphrase: Text
    export: Text
    exported: Annotated[Bilingual, _filled_with("name")]
    file_name: Annotated[Bilingual, _filled_with("date")]
    import_: Annotated[Text, Field(alias="import")]
    open: Text
    changes: Annotated[Bilingual, _filled_with("added", "changed", "same", "kept")]
    here: Text
    there: Text
    take_new: Text
    take_all: Text
    cancel: Text
    done: Annotated[Bilingual, _filled_with("count")]
    nothing: Text
    not_json: Annotated[Text, Field(alias="not-json")]
    foreign: Text
    newer: Text
    broken: Text
    too_big: Annotated[Text, Field(alias="too-big")]
    locked: Text
    wrong_passphrase: Annotated[Text, Field(alias="wrong-passphrase")]


class PackWords(Model):
    """The complaint pack: everything on paper, in one."""

    print: Text
    note: Text
    title: Text
    contents: Text
    letter: Text
    annexes: Text
    timeline: Text
    log: Text
    none: Text
    prepared: Annotated[Bilingual, _filled_with("date")]


class LogLineWords(Model):
    """The pieces of one line of the contact log, or of the list of attachments, as they stand in a letter."""

    when: Annotated[Bilingual, _filled_with("when", "channel")]
    who: Annotated[Bilingual, _filled_with("who")]
    reference: Annotated[Bilingual, _filled_with("reference")]
    said: Annotated[Bilingual, _filled_with("said")]
    sent: Annotated[Bilingual, _filled_with("said")]
    promised: Annotated[Bilingual, _filled_with("day")]
    asked: Annotated[Bilingual, _filled_with("day")]
    annex: Annotated[Bilingual, _filled_with("number", "name")]
    file: Annotated[Bilingual, _filled_with("file", "sha256")]


class LogWords(Model):
    line: LogLineWords


class PaperWords(Model):
    log: Text
    columns: AtLeastOne[Text]


class RegionWords(Model):
    """Words of regions: their ladder of bodies, their rules, and the choice between them."""

    name: Text
    go: Text
    open: Annotated[Bilingual, _filled_with("region")]
    first: Text
    next: Text
    provider_clock: Text
    reader_clock: Text
    you: Text
    provider: Text
    one_of: Text
    ladder: Text
    more: Text
    register_: Annotated[Text, Field(alias="register")]
    fraud: Text
    clocks: Text
    others: Text
    rights: Text
    right: Annotated[Bilingual, _filled_with("law", "article")]
    cited: Annotated[Bilingual, _filled_with("right", "text")]
    watch: Text
    partial: Text
    site: Text
    phone: Text
    phone_guard: Text
    takes: Text
    refuses: Text
    opens: Text
    cost: Text
    binding: Text
    asks: Text
    choose: Text
    not_chosen: Text
    guess: Text
    full: Annotated[Bilingual, _filled_with("region")]
    listed: Text
    elsewhere: Text
    facts: Annotated[Bilingual, _filled_with("region", "count")]


class ChannelWords(Model):
    app: Text
    phone: Text
    email: Text
    form: Text
    page: Text
    chat: Text
    post: Text
    counter: Text


class ProviderWords(Model):
    """Words of the directory of wallets, and of the choice of one."""

    by_region: Text
    between: Text
    """What stands between two names in a list."""
    find: Text
    find_note: Text
    region: Text
    all_regions: Text
    found: Annotated[Bilingual, _filled_with("count")]
    none: Text
    also: Text
    site: Text
    guard: Text
    freeze: Text
    entity: Text
    note: Text
    licence: Text
    supervisor: Text
    where: Annotated[Bilingual, _filled_with("region")]
    channels: Text
    times: Text
    promise: Text
    balance: Text
    not_for: Text
    watch: Text
    elsewhere: Text
    kinds: ChannelWords
    not_known: Text
    others_not_known: Annotated[Bilingual, _filled_with("what")]
    copy_: Annotated[Text, Field(alias="copy")]
    copied: Text
    copy_refused: Text
    report: Text
    report_title: Annotated[Bilingual, _filled_with("provider")]
    report_body: Annotated[Bilingual, _filled_with("provider")]
    directory: Text
    choose: Text
    not_chosen: Text
    several: Text
    not_listed: Text
    which_region: Text
    other_region: Text
    chosen: Annotated[Bilingual, _filled_with("provider")]
    register_: Annotated[Bilingual, _filled_with("region"), Field(alias="register")]


class LengthWords(Model):
    """A length of time, of one and of more than one."""

    one: Annotated[Bilingual, _filled_with("count")]
    more: Annotated[Bilingual, _filled_with("count")]


class UnitWords(Model):
    business_days: Annotated[LengthWords, Field(alias="business-days")]
    calendar_days: Annotated[LengthWords, Field(alias="calendar-days")]
    weeks: LengthWords
    months: LengthWords
    years: LengthWords


class ReckoningWords(Model):
    """How a date explains itself."""

    provider: Annotated[Bilingual, _filled_with("date")]
    extended: Annotated[Bilingual, _filled_with("date")]
    door: Annotated[Bilingual, _filled_with("date")]
    reader: Annotated[Bilingual, _filled_with("date")]
    left: Annotated[Bilingual, _filled_with("count")]
    passed: Text
    business_days: Annotated[Bilingual, _filled_with("date", "length")]
    calendar_days: Annotated[Bilingual, _filled_with("date", "length")]
    months: Annotated[Bilingual, _filled_with("date", "length")]
    month_end: Text
    left_out: Annotated[Bilingual, _filled_with("dates")]
    weekends_only: Text
    made_up: Annotated[Bilingual, _filled_with("dates")]
    unknown_provider: Annotated[Bilingual, _filled_with("year")]
    unknown_reader: Annotated[Bilingual, _filled_with("year")]
    day_off_provider: Annotated[Bilingual, _filled_with("date")]
    day_off_reader: Annotated[Bilingual, _filled_with("date")]
    follows: Annotated[Bilingual, _filled_with("date")]
    between: Text
    """What stands between two dates in a list."""


class ClockWords(Model):
    """Words of time limits and of what is worked out from them."""

    units: UnitWords
    up_to: Annotated[Bilingual, _filled_with("length", "most")]
    usual: Annotated[Bilingual, _filled_with("length")]
    from_: Annotated[Bilingual, _filled_with("length", "starts"), Field(alias="from")]
    for_: Annotated[Bilingual, _filled_with("what", "length"), Field(alias="for")]
    for_some: Annotated[Bilingual, _filled_with("what", "length")]
    for_several: Annotated[Bilingual, _filled_with("what", "length")]
    none: Text
    answer: Text
    act: Text
    opens: Text
    report: Text
    escalate: Text
    starts: Text
    applies: Text
    extends: Text
    missed: Text
    more: Text
    holidays: Text
    which_day: Annotated[Bilingual, _filled_with("starts")]
    enter: Text
    reckoning: ReckoningWords
    timeline: Text
    today: Text
    promised: Text
    calendar: Text
    calendar_saved: Text
    event: Annotated[Bilingual, _filled_with("region", "what")]
    reminder: Annotated[Bilingual, _filled_with("what")]


class Words(Model):
    """Every word of the interface that is not prose."""

    guide: Text
    languages: Text
    """Each language's own name for itself."""
    date: Text
    """Babel's pattern for a day, per language."""
    short_answer: Text
    safety: Text
    see: Annotated[Bilingual, _filled_with("issue")]
    source: Text
    checked: Annotated[Bilingual, _filled_with("date")]
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


# The whole ---------------------------------------------------------------------------------


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
    letters: AtLeastOne[Letter]
    regions: AtLeastOne[Region]
    providers: AtLeastOne[Provider]
    sources: AtLeastOne[Source]

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
        return {source.id: source for source in self.sources}

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
