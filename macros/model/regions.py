"""Regions: who comes next, by when, with which rules; and the words that dates explain themselves with."""

import re
from typing import Annotated, Literal, Self, get_args

from pydantic import (
    AfterValidator,
    Field,
    Strict,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)

from .base import (
    AtLeastOne,
    Email,
    FieldRef,
    InText,
    LetterRef,
    Model,
    Multilingual,
    NonEmpty,
    Phone,
    ProviderRef,
    Several,
    SituationRef,
    Slug,
    Text,
    Url,
    WordLists,
    filled_with,
    id_of,
    once_each,
)
from .facts import Fact, Source, Statement
from .languages import LANGUAGES, WRITTEN, Language
from .troubles import Trouble


class PhoneNumber(Fact):
    number: Phone
    note: Text | None = None
    """What a call there is not, where readers may take it for a complaint."""

    @property
    def says(self) -> Multilingual:
        return Multilingual.each(lambda language: self.number)


class PostalAddress(Fact):
    address: NonEmpty
    """As it is written on an envelope there."""
    spoken: NonEmpty
    """The language of it, as HTML names languages, for those to whom the page is read out."""

    @property
    def says(self) -> Multilingual:
        return Multilingual.each(lambda language: self.address)


class Mailbox(Fact):
    email: Email

    @property
    def says(self) -> Multilingual:
        return Multilingual.each(lambda language: self.email)


class Body(Model):
    """An outside body: its official name and site, and what was read about it, each with its source."""

    id: id_of("bodies")
    role: Literal["escalate", "other", "urgent"]
    """`escalate`: a rung of the ladder, in order. `other`: for another kind of trouble. `urgent`: fraud and police."""
    beside: Slug | None = None
    """The body whose rung this one shares: readers choose between them, and neither comes after the other."""
    name: Text
    name_in_text: InText | None = None
    """As it stands within a sentence, with its article and without what only a list needs."""
    typed: WordLists | None = None
    """What people type who look for it and do not know its name."""
    site: Url | None = None
    phone: PhoneNumber | None = None
    mail: Mailbox | None = None
    post: PostalAddress | None = None
    takes: Statement
    refuses: Statement | None = None
    opens: Statement | None = None
    """From when on it can be gone to: a time, or what must come before."""
    amount: Statement | None = None
    """From and up to which sum."""
    cost: Statement | None = None
    binding: Statement | None = None
    asks: Statement | None = None
    """What its form asks for."""
    to_know: Several[Statement] = ()
    """What is good to know before going there: how long it takes, how it mostly ends."""
    letter: LetterRef | None = None
    """The letter written for a body of its kind."""
    addressed: Text | None = None
    """How a letter to it is addressed, where its name stands for many: the reader writes which, and nothing is filled
    in."""
    branch: Annotated[Multilingual, filled_with("city")] | None = None
    """Its name in the city of the company's seat, as far as that is known of the wallet."""
    needs: Annotated[Several[FieldRef], AfterValidator(once_each)] = ()
    """Blanks of the letter to it that its form asks for, and not every letter of that kind has."""
    terms: dict[Language, dict[NonEmpty, NonEmpty]] = Field(default_factory=dict)
    """What a letter that names it as the next body calls things, where its region has other words."""
    not_for: Annotated[Several[ProviderRef], AfterValidator(once_each)] = ()
    """The wallets whose firms are of another country than its own: who has one is not sent to it."""
    situations: Annotated[Several[SituationRef], AfterValidator(once_each)] = ()
    """Where plans name it beside the ladder, as for what the merchant has to put right. For an `other` body alone: the
    ladder is there for all situations."""

    @model_validator(mode="after")
    def stands_once_in_a_plan(self) -> Self:
        if self.situations and self.role != "other":
            raise ValueError("has `situations`, but plans name all but `other` bodies anyway; take them away")
        return self


Event = Literal[
    "complaint",
    "oral-notice",
    "referral",
    "final-response",
    "no-answer",
    "transaction",
    "discovery",
    "statement",
    "decision",
]
"""What starts a clock: the firm gets the complaint; it is told by phone alone; an authority forwards it, or the firm
gets what was forwarded; the firm sends its final response; the firm's own time ends without one; the payment is made;
the reader learns of it; the statement that shows it is sent; an outside body says how it decides."""
Purpose = Literal["answer", "act", "opens", "report", "escalate", "appeal"]
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
Whose = Literal["provider", "reader", "door"]

Unit = Literal["business-days", "calendar-days", "days", "weeks", "months", "years"]
"""`days` are of a kind that the rule does not name: told so, and counted as calendar days."""


class Deadline(Fact):
    """A clock. `count` of `unit` after `event`; `at_most` where the rule allows an extension."""

    id: id_of("deadlines")
    purpose: Purpose
    """The provider's: to `answer` the complaint, or to `act` (refund, look into, credit). `opens`: nobody's duty, but
    how long the reader waits until the next body takes the case. The reader's own: to `report` a payment, to
    `escalate` the complaint, or to `appeal` against what an outside body decides."""
    count: Annotated[int, Field(gt=0)]
    unit: Unit
    at_most: Annotated[int, Field(gt=0)] | None = None
    called: Text | None = None
    """What it is for, where the word for its purpose would say too much: papers handed in after a report are no report,
    and the answer of a bank is not that of a wallet."""
    usual: bool = False
    """What mostly happens, where no rule binds."""
    event: Event
    by: Slug | None = None
    """The body that passes the complaint on, for a clock that a `referral` starts: the ladder shows it there."""
    to: Slug | None = None
    """The body that has to be reached within it, where it is none of the ladder's first rung: shown there."""
    starts: Text
    before: Text | None = None
    """What happens just before it starts, where readers may know the day of that alone. Counted from the first working
    day after, the date is a careful one and said to be."""
    applies: Text | None = None
    """Which providers or payments it is for, where it is not for all."""
    troubles: Annotated[Several[Trouble], AfterValidator(once_each)] = ()
    """The kinds of trouble it is for, where it is not for all."""
    not_for: Annotated[Several[ProviderRef], AfterValidator(once_each)] = ()
    """The wallets that it does not bind, as their firms are of another kind: who has one does not see it."""
    banks_alone: bool = False
    """Whether it binds banks and their like, so that a letter to the company of a wallet cannot count on it."""
    under: Slug | None = None
    """The shorter time limit of the region beside which it stands back: an exception that gives more time, or an outer
    limit. A plan folds it."""
    text: Text
    extends: Text | None = None
    """What stops or extends it, where the rule says so."""
    missed: Text
    """What to do when it has passed."""

    @property
    def whose(self) -> Whose:
        """Whose clock it is; a `door` opens by itself."""
        return _WHOSE[self.purpose]

    @model_validator(mode="after")
    def says_who_passes_it_on(self) -> Self:
        if (self.event == "referral") != (self.by is not None):
            raise ValueError(
                "a clock that starts with a `referral`, and no other, names in `by` the body that makes it"
            )
        return self


_WHOSE = {
    "answer": "provider",
    "act": "provider",
    "opens": "door",
    "report": "reader",
    "escalate": "reader",
    "appeal": "reader",
}


NOT_FOR_A_LETTER = {
    "zh": r"[您你？?吗]|核对|查一下|看一下|(?<!访)问(?!题)|建议|引用|据称|据报道|报道称",
    "en": r"(?i)\b(?:you|yours?|yourself|check|ask|make sure|remember|cite|quote|reportedly|as reported by)\b|\?",
}
"""Words that speak to the reader, ask something, give advice or pass on a rumour."""


def _stands_in_a_letter(cite: Multilingual) -> Multilingual:
    for language in WRITTEN:
        if found := re.search(NOT_FOR_A_LETTER[language], cite[language]):
            raise ValueError(
                f"“{found[0]}” ({language}) is said to the reader, and this stands in a letter to the company: "
                "write what the rule requires, and of whom; advice belongs in `text`"
            )
        if not cite[language].endswith(("。", ".")):
            raise ValueError(f"is no whole sentence ({language}), as a letter needs one; end it with a stop")
    return cite


class Right(Fact):
    """A rule that helps a reader: the law, the article, one line of what it means for them; and how letters cite it."""

    id: id_of("rights")
    law: Text
    article: Text
    text: Text
    cite: Annotated[Text, AfterValidator(_stands_in_a_letter)] | None = None
    """The sentence for a letter: who must do what under which article, with the conditions without which it would be
    false. Left out where the rule was read of in the news alone, or says nothing that a company must do."""
    letters: Annotated[Several[LetterRef], AfterValidator(once_each)] = ()
    """The letters that it fits."""
    troubles: Annotated[Several[Trouble], AfterValidator(once_each)] = ()
    """The kinds of trouble it is for, where it is not for all. One for the reader's own comes before one for all."""
    situations: Annotated[Several[SituationRef], AfterValidator(once_each)] = ()
    """The situations it is for, where it is narrower than a kind of trouble. It comes first in those, and is not
    offered in others."""
    not_in: Annotated[Several[SituationRef], AfterValidator(once_each)] = ()
    """The situations in which it is beside the point."""
    by_choice: bool = False
    """Whether it holds under a condition that the reader alone knows: offered, and never proposed."""
    consumers: bool = False
    """Whether it protects consumers alone: not proposed to who writes for a company."""
    clock: Slug | None = None
    """The time limit of the region that it sets. A letter that cites it asks for an answer within it."""
    reply_days: Annotated[int, Field(gt=0)] | None = None
    """Within how many days a letter that cites it asks for an answer, where its own time is shorter: a proposal."""

    @model_validator(mode="after")
    def is_cited_where_it_fits(self) -> Self:
        if self.cite and not self.letters:
            raise ValueError("has a `cite`, but stands in no letter; name those that it fits in `letters`")
        if not self.cite and (useless := [name for name in _OF_A_CITE if getattr(self, name)]):
            named = " and ".join(f"`{name}`" for name in useless)
            raise ValueError(f"has no `cite` that a letter could take; write one, or take away {named}")
        return self


_OF_A_CITE = ("letters", "troubles", "situations", "not_in", "by_choice", "consumers", "clock", "reply_days")
"""What says where, to whom and how a rule's sentence is proposed."""


class Register(Fact):
    """Where to look up which firm is licensed, and as what."""

    site: Url
    text: Text


Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)


class Holidays(Model):
    """Which public holidays and weekends count, and what is assumed about them.

    `country` is an ISO 3166 code, or a financial market of the `holidays` package, such as ECB.
    """

    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,4}$")]
    subdivision: str | None = None
    until: Annotated[int, Field(gt=0)]
    """The last year whose holidays are announced and in the package. Later ones are taken for unknown."""
    weekend: Annotated[Several[Weekday], AfterValidator(once_each)] = ()
    """The days on which offices rest, where the package has others."""
    assumed: Text | None = None


class FirstHour(Statement):
    pressed_pay: Literal["me", "not-me"] | None = None
    """Whom it is for, where it is not true of everybody who was robbed or tricked."""


class Region(Model):
    id: id_of("regions")
    name: Text
    name_in_text: InText | None = None
    """As it stands within a sentence, with its article."""
    names: Several[NonEmpty] = ()
    """Other names, in any language, by which a reader may speak of it."""
    reads: Language = "en"
    """The language, of those of the guide, in which a letter is best read there."""
    terms: dict[Language, dict[NonEmpty, NonEmpty]] = Field(default_factory=dict)
    """What a letter calls things there, by language, for what it calls them elsewhere: the word of the law."""
    partial: Text | None = None
    """What is missing here, where little could be confirmed."""
    forms_in: Statement | None = None
    """In which language the forms and pages of its bodies are, where that is none of this guide's."""
    first: Statement
    """The first-line rule: whom to complain to before anyone else."""
    register_: Annotated[Register | None, Field(alias="register")] = None
    first_hour: AtLeastOne[FirstHour]
    """What to do in the first hour of fraud."""
    bodies: AtLeastOne[Body]
    deadlines: Several[Deadline] = ()
    no_deadline: Statement | None = Field(default=None, validate_default=True)
    """Said where the law names no number of days for the provider's answer."""
    report_at_once: Statement | None = None
    """Said where the law names no number of days for the reader's report of a payment that they did not make."""
    rights: Annotated[tuple[Right, ...], Strict(False), Field(max_length=12)] = ()
    """The rules that help, best first."""
    watch: Several[Statement] = ()
    holidays: Holidays
    sources: Several[Source] = ()
    """What it alone names."""

    def is_named_in(self, text: str) -> bool:
        """Whether a text says already, by any of its names, that it is of this region."""
        names = (*(self.name[language] for language in LANGUAGES), *self.names, self.id.upper())
        return any(re.search(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", text) for name in names)

    @property
    def rungs(self) -> tuple[tuple[Body, ...], ...]:
        """The ladder above the provider: each rung with the bodies to choose between."""
        return tuple(
            (first, *(body for body in self.bodies if body.beside == first.id))
            for first in self.bodies
            if first.role == "escalate" and first.beside is None
        )

    @property
    def starts(self) -> dict[str, str]:
        """Each clock, and that under whose id the day is kept from which it runs: clocks that start alike share one."""
        first_with: dict[Multilingual, str] = {}
        return {clock.id: first_with.setdefault(clock.starts, clock.id) for clock in self.deadlines}

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

    @field_validator("deadlines")
    @classmethod
    def stands_back_behind_one_that_shows(cls, clocks: tuple[Deadline, ...]) -> tuple[Deadline, ...]:
        shown = {clock.id: clock.whose for clock in clocks if clock.under is None}
        for clock in clocks:
            if clock.under and shown.get(clock.under) != clock.whose:
                known = ", ".join(id for id, whose in shown.items() if whose == clock.whose) or "none"
                raise ValueError(
                    f"“{clock.id}” stands `under` “{clock.under}”; name a time limit of this region for the same side "
                    f"that stands under none itself: {known}"
                )
        return clocks

    @field_validator("deadlines")
    @classmethod
    def names_bodies_of_the_ladder(cls, clocks: tuple[Deadline, ...], info: ValidationInfo) -> tuple[Deadline, ...]:
        ladder = [body.id for body in info.data.get("bodies", ()) if body.role == "escalate"]
        for clock in clocks:
            for what, body in (("is passed on by", clock.by), ("leads to", clock.to)):
                if body and ladder and body not in ladder:
                    raise ValueError(f"“{clock.id}” {what} “{body}”; name one of the ladder: {', '.join(ladder)}")
        return clocks

    @field_validator("rights")
    @classmethod
    def sets_a_clock_that_is_there(cls, rights: tuple[Right, ...], info: ValidationInfo) -> tuple[Right, ...]:
        clocks = {clock.id: clock for clock in info.data.get("deadlines", ())}
        for right in rights:
            clock = right.clock and clocks.get(right.clock)
            if right.clock and (not clock or (clock.whose, clock.event) != ("provider", "complaint")):
                known = [id for id, each in clocks.items() if (each.whose, each.event) == ("provider", "complaint")]
                raise ValueError(
                    f"“{right.id}” names the clock “{right.clock}”; name one of the provider's that runs from the "
                    f"complaint: {', '.join(known) or 'none'}"
                )
        return rights

    @field_validator("no_deadline")
    @classmethod
    def stands_in_for_a_deadline(cls, said: Statement | None, info: ValidationInfo) -> Statement | None:
        clocks = info.data.get("deadlines")
        if said is None and clocks is not None and not any(clock.whose == "provider" for clock in clocks):
            raise ValueError("give a provider's deadline, or say in `no_deadline` that the law names none")
        return said


class RegionWords(Model):
    """Words of regions: their ladder of bodies, their rules, and the choice between them."""

    name: Text
    go: Text
    all: Text
    wallets: Text
    first: Text
    next: Text
    provider_clock: Text
    reader_clock: Text
    you: Text
    other_regions: Text
    provider: Text
    one_of: Text
    ladder: Text
    steps: Text
    or_: Annotated[Text, Field(alias="or")]
    more: Text
    forms: Text
    register_: Annotated[Text, Field(alias="register")]
    fraud: Text
    first_hour: Annotated[Multilingual, filled_with("region")]
    clocks: Text
    no_clocks: Text
    others: Text
    rights: Text
    right: Annotated[Multilingual, filled_with("law", "article")]
    watch: Text
    partial: Text
    site: Text
    phone: Text
    phone_guard: Text
    mail: Text
    post: Text
    takes: Text
    refuses: Text
    opens: Text
    amount: Text
    cost: Text
    binding: Text
    to_know: Text
    forms_in: Text
    no_wallets: Text
    write: Text
    choose: Text
    not_chosen: Text
    guess: Text
    counts: Annotated[Multilingual, filled_with("region")]
    guessed: Annotated[Multilingual, filled_with("region")]
    confirm: Annotated[Multilingual, filled_with("region")]
    change: Text
    full: Annotated[Multilingual, filled_with("region")]
    listed: Text
    elsewhere: Text
    facts: Annotated[Multilingual, filled_with("region", "count")]


class TroubleWords(Model):
    """The kinds of trouble, as they stand in a list."""

    unauthorised: Text
    scam: Text
    mistake: Text
    missing: Text
    charge: Text
    restriction: Text
    identity: Text
    service: Text


class LengthWords(Model):
    """A length of time, of one and of more than one."""

    one: Annotated[Multilingual, filled_with("count")]
    more: Annotated[Multilingual, filled_with("count")]


class UnitWords(Model):
    business_days: Annotated[LengthWords, Field(alias="business-days")]
    calendar_days: Annotated[LengthWords, Field(alias="calendar-days")]
    days: LengthWords
    weeks: LengthWords
    months: LengthWords
    years: LengthWords


class ReckoningWords(Model):
    """How a date explains itself."""

    provider: Annotated[Multilingual, filled_with("date")]
    extended: Annotated[Multilingual, filled_with("date")]
    door: Annotated[Multilingual, filled_with("date")]
    reader: Annotated[Multilingual, filled_with("date")]
    left: Annotated[Multilingual, filled_with("count")]
    passed: Text
    business_days: Annotated[Multilingual, filled_with("date", "length")]
    calendar_days: Annotated[Multilingual, filled_with("date", "length")]
    months: Annotated[Multilingual, filled_with("date", "length")]
    month_end: Text
    left_out: Annotated[Multilingual, filled_with("dates")]
    weekends_only: Text
    made_up: Annotated[Multilingual, filled_with("dates")]
    unknown_provider: Annotated[Multilingual, filled_with("year")]
    unknown_reader: Annotated[Multilingual, filled_with("year")]
    day_off_provider: Annotated[Multilingual, filled_with("date")]
    day_off_reader: Annotated[Multilingual, filled_with("date")]
    follows: Annotated[Multilingual, filled_with("date")]
    between: Text
    """What stands between two dates in a list."""


class ClockWords(Model):
    """Words of time limits and of what is worked out from them."""

    units: UnitWords
    up_to: Annotated[Multilingual, filled_with("length", "most")]
    usual: Annotated[Multilingual, filled_with("length")]
    from_: Annotated[Multilingual, filled_with("length", "starts"), Field(alias="from")]
    for_: Annotated[Multilingual, filled_with("what", "length"), Field(alias="for")]
    for_some: Annotated[Multilingual, filled_with("what", "length")]
    for_several: Annotated[Multilingual, filled_with("what", "length")]
    none: Text
    none_else: Text
    """`none` where some firms do have a number of days."""
    at_once: Text
    answer: Text
    act: Text
    opens: Text
    report: Text
    escalate: Text
    appeal: Text
    troubles: Text
    any_trouble: Text
    starts: Text
    applies: Text
    extends: Text
    missed: Text
    more: Text
    under: Annotated[Multilingual, filled_with("count")]
    holidays: Text
    which_day: Annotated[Multilingual, filled_with("starts")]
    or_day: Annotated[Multilingual, filled_with("before")]
    careful: Annotated[Multilingual, filled_with("said")]
    careful_why: Annotated[Multilingual, filled_with("date")]
    enter: Text
    reckoning: ReckoningWords
    timeline: Text
    today: Text
    promised: Text
    asked: Text
    calendar: Text
    calendar_saved: Text
    event: Annotated[Multilingual, filled_with("region", "what")]
    reminder: Annotated[Multilingual, filled_with("what")]
