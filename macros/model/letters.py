"""Letters: their blanks and paragraphs, the ways in which they leave, and what is said before they do."""

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_serializer,
    model_validator,
)

from .base import (
    AtLeastOne,
    FieldRef,
    Known,
    LetterRef,
    Model,
    Multilingual,
    Several,
    SharedPartRef,
    Slug,
    Text,
    WordLists,
    filled_with,
    id_of,
    in_each_language,
    not_among,
)
from .languages import LANGUAGES, MAIN, Language

BLANK = re.compile(r"\{(?P<id>[^{}?|]*)(?:(?P<open>\?)|\|(?P<words>[^{}]*))?\}")
"""A field's place in a letter's text: `{id}`, `{id?}` where the letter is right without it, or `{id|words}` where other
words stand as long as it is empty."""


def _blanks(texts: Iterable[str]) -> Iterator[re.Match[str]]:
    return (blank for text in texts for blank in BLANK.finditer(text))


def _to_fill(texts: Iterable[str]) -> Iterator[re.Match[str]]:
    """The blanks in whose stead no other words stand."""
    return (blank for blank in _blanks(texts) if blank["words"] is None)


def _ids(texts: Iterable[str]) -> tuple[str, ...]:
    """The fields of texts, each once, in the order in which they are met."""
    return tuple(dict.fromkeys(blank["id"] for blank in _blanks(texts)))


def _known_fields(texts: Iterable[str], info: ValidationInfo) -> None:
    if isinstance(info.context, Known):
        names = sorted(_ids(texts))
        faults = [not_among(name, info.context.ids["fields"], "fields") for name in names]
        if any(faults):
            raise ValueError("; ".join(filter(None, faults)))


_LINE_END = re.compile(r"\n|｜| \| ")
"""What parts the lines of a paragraph, and the pieces of a subject."""


def _letter_placeholders(text: Multilingual, info: ValidationInfo) -> Multilingual:
    _known_fields(text.texts, info)
    for line in (line for each in text.texts for line in _LINE_END.split(each)):
        if len({blank["open"] for blank in _to_fill([line])}) > 1:
            raise ValueError(f"“{line}” has blanks with and without “?”; a line vanishes whole, or never: part them")
    return text


def _no_other_letter_s(code: str, info: ValidationInfo) -> str:
    if isinstance(info.context, Known):
        if ("codes", code) in info.context.met:
            raise ValueError(
                f"the code “{code}” is taken by an earlier letter; texts name letters by it, so choose another"
            )
        info.context.met.add(("codes", code))
    return code


LetterText = Annotated[Multilingual, AfterValidator(_letter_placeholders)]


class Option(Model):
    """One of a field's choices."""

    id: Slug
    label: Text
    says: Text | None = None
    """What stands in a letter for a choice, where it is not its label."""


class Column(Model):
    """A column of a table."""

    id: Slug
    label: Text
    type: Literal["line", "date", "datetime", "money"] = "line"
    reference: bool = False
    """As a field’s."""


DrawnFrom = Literal[
    "clock",
    "contact-log",
    "difference",
    "domicile",
    "evidence",
    "first-complaint",
    "last-promise",
    "last-reference",
    "provider",
    "region",
    "rows",
    "rules",
    "situation",
    "today",
    "transaction",
    "wallet",
]
"""`rows`: the sum of the letter's table of money; `difference`: what was charged less what was agreed. From the contact
log, `first-complaint`: the day on which it was sent; `last-…`: the last day promised or reference."""

COVER_FIELDS = ("matter", "entity", "account", "transaction", "amount", "happened", "name", "contact")
"""Ids of the fields that say on the cover of a complaint pack whose matter it is, and which."""
KNOWN_FIELDS = {
    "entity": "entity",
    "right": "right",
    "principal": "principal",
    "capacity": "capacity",
    "authorityProof": "authority-proof",
    "complained": "complained",
    "replyBy": "reply-by",
    "transaction": "transaction",
    "agreed": "agreed",
    "charged": "charged",
}
"""Fields that scripts know by their id beside those, by the name that scripts have for them."""


class Denial(Model):
    """What a reader chose in another field that says that there is nothing to tell here."""

    field: FieldRef
    choices: AtLeastOne[Slug]


class _Manners(Model):
    """How something is typed, on a phone too."""

    autocomplete: Literal["name", "email", "tel", "street-address"] | None = None
    """What a browser may fill in: a purpose of WCAG 1.3.5."""
    inputmode: Literal["decimal", "email", "numeric", "tel", "url"] | None = None
    """Which keys a phone shows."""


class LetterField(_Manners):
    """A blank in letters, shared by all of them; `{id}` in a letter's text stands for it.

    Whether it is required is not said here: that is so in a letter which names it, without a question mark, in a part
    which is not optional.
    """

    id: id_of("fields")
    type: Literal["line", "lines", "account", "date", "datetime", "money", "choice", "right", "table"]
    """`right`: one of the rules of the reader's region that can be cited in the letter, or none. `account`: a line for
    what the wallet chosen knows an account by; `label` and `help` are for where that is not known."""
    label: Text
    scope: Literal["person", "case", "letter"] = "case"
    """How far a value reaches: all of the reader's cases, one case, or one letter of it."""
    drawn_from: DrawnFrom | None = None
    """Where the value comes from when nothing is typed."""
    reference: bool = False
    """Whether its numbers are those of payments, orders and cases: one that has a card’s check digit is no card."""
    numbered: bool = False
    """Whether each line becomes a numbered point."""
    tells: bool = False
    """Whether what is typed on its line is never a name or a number alone: in another language than the letter's it is
    then asked about without a mark of a sentence too."""
    logged: bool = False
    """Whether the contact log says it too: a letter in which that stands does not ask for it again."""
    denied_by: Denial | None = None
    """In a letter that asks for both, what is typed here does not stand beside a choice that denies it."""
    help: Text | None = None
    example: Text | None = None
    of_wallet: Annotated[Multilingual, filled_with("wallet")] | None = None
    """How a letter is addressed while nothing is typed and only the wallet is known; the field is asked for all the
    same."""
    of_another: Annotated[Multilingual, filled_with("wallet", "kinds")] | None = None
    """How an account is asked for that is not the reader's own; `{kinds}` is what the wallet chosen knows it by."""
    otherwise: Text | None = None
    """What stands in a letter where nothing is typed and nothing is drawn."""
    choices: Several[Option] = Field(default=(), validate_default=True)
    columns: Several[Column] = Field(default=(), validate_default=True)
    row: Multilingual | None = Field(default=None, validate_default=True)
    """How a row of a table stands in a letter: its columns as `{id}`, in pieces between “｜” or “; ”. A piece whose
    columns are all empty vanishes."""

    @field_validator("choices", "columns")
    @classmethod
    def fits_the_type(cls, parts: tuple[Any, ...], info: ValidationInfo) -> tuple[Any, ...]:
        kind = {"choices": "choice", "columns": "table"}[info.field_name]
        if "type" in info.data and bool(parts) != (info.data["type"] == kind):
            raise ValueError(f"`{info.field_name}` belongs to the type `{kind}`, and to no other")
        ids = [part.id for part in parts]
        if twice := {id for id in ids if ids.count(id) > 1}:
            raise ValueError(f"the id “{min(twice)}” is given twice; give each an id of its own")
        return parts

    @field_validator("row")
    @classmethod
    def says_every_column(cls, row: Multilingual | None, info: ValidationInfo) -> Multilingual | None:
        columns = {column.id for column in info.data.get("columns", ())}
        said = row.placeholders if row else set()
        if "columns" in info.data and said != columns:
            every = " ".join(f"{{{id}}}" for id in sorted(columns)) or "none"
            raise ValueError(f"`row` must say every column of a table once, and nothing else: {every}")
        return row


class AccountKind(_Manners):
    """Something that wallets know an account by."""

    id: id_of("account_kinds")
    name: Text
    """As it stands in a list of several."""
    card: bool = False
    """Whether it is the number of a card that the wallet itself issues: then a long one may be right in full."""


class SharedPart(Model):
    """A paragraph that stands in several letters."""

    id: id_of("shared_parts")
    text: LetterText

    @model_validator(mode="after")
    def can_be_used(self, info: ValidationInfo) -> "SharedPart":
        if isinstance(info.context, Known):
            info.context.shared[self.id] = self.text
        return self


def _own_or_shared(schema: dict[str, Any]) -> None:
    schema["required"] = []
    schema["oneOf"] = [{"required": ["text"]}, {"required": ["use"]}]
    schema["properties"]["use"] = {"type": "string"}


class Part(Model):
    """A paragraph of a letter, its own or (`use`) a shared one. An optional one vanishes when its fields are empty."""

    model_config = ConfigDict(json_schema_extra=_own_or_shared)

    use: SharedPartRef | None = None
    text: LetterText
    optional: bool = False

    @model_validator(mode="before")
    @classmethod
    def has_the_text_it_uses(cls, value: Any, info: ValidationInfo) -> Any:
        if not (isinstance(value, dict) and isinstance(value.get("use"), str) and isinstance(info.context, Known)):
            return value
        if "text" in value:
            raise ValueError("has a text of its own beside `use`; keep one")
        # A shared one that is not there, or has a fault, is told of once and elsewhere: let any field stand in for it.
        stand_in = dict.fromkeys(LANGUAGES, f"{{{min(info.context.ids['fields'], default='')}}}")
        return {**value, "text": info.context.shared.get(value["use"], stand_in)}

    @model_serializer(mode="wrap")
    def as_written(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """As in the data file: with its text, or with what it uses."""
        return {key: value for key, value in written(self).items() if key != ("text" if self.use else "use")}

    @field_validator("optional")
    @classmethod
    def hangs_on_a_field(cls, optional: bool, info: ValidationInfo) -> bool:
        if optional and "text" in info.data and not any(_to_fill([info.data["text"][MAIN]])):
            raise ValueError("an optional part needs a {placeholder}: it vanishes when that is empty")
        return optional


class SpokenPart(Part):
    """What is said on the phone, beside every letter or beside some (`letters`) alone."""

    letters: Several[LetterRef] = ()


class Zone(Model):
    """A time zone of the tz database."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+$")]
    label: Text


class Wording(Model):
    """Words in a letter that harm its writer."""

    threat: WordLists
    label: WordLists


def _needed(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(blank["id"] for blank in _to_fill(texts) if not blank["open"])


class FramePart(Model):
    """A paragraph of the frame in one language. Its text names fields as letters do; `{to}` is the addressee, and
    `{to|Sir or Madam}` the addressee's name, or those words where there is none."""

    kind: Literal["sender", "date", "addressee", "salutation", "statement", "close", "signature", "attachments"]
    text: str
    to_person: str | None = None
    """What stands there in its stead in a letter to a private person."""
    optional: bool = False

    @field_validator("text", "to_person")
    @classmethod
    def names_fields(cls, text: str | None, info: ValidationInfo) -> str | None:
        if text and set("{}") & set(BLANK.sub("", text)):
            raise ValueError("a “{” or “}” stands alone; placeholders are written {so}")
        _known_fields([_to_nobody(text or "")], info)
        return text


_ADDRESSEE = re.compile(r"\{to(?=[}|])")


def _to_nobody(text: str) -> str:
    """A text of the frame without its addressee."""
    return BLANK.sub(lambda blank: "" if _ADDRESSEE.match(blank[0]) else blank[0], text)


class Frame(Model):
    """What stands around the body of every letter in one language, in its order there."""

    above: AtLeastOne[FramePart | Literal["subject"]]
    """`subject` stands for the letter's own."""
    below: AtLeastOne[FramePart]

    @property
    def _parts(self) -> tuple[FramePart, ...]:
        return tuple(part for part in (*self.above, *self.below) if isinstance(part, FramePart))

    @property
    def fields(self) -> tuple[str, ...]:
        """Ids of the fields in it, without the addressee's."""
        return _ids(_to_nobody(part.text) for part in self._parts)

    @property
    def opening(self) -> tuple[str, ...]:
        """Of those, the ones that stand above the body."""
        return _ids(_to_nobody(part.text) for part in self.above if isinstance(part, FramePart))

    @property
    def required(self) -> frozenset[str]:
        """Ids of those without which any letter is wrong."""
        return _needed(_to_nobody(part.text) for part in self._parts if not part.optional)

    @field_validator("above")
    @classmethod
    def names_the_subject_once(cls, parts: tuple[Any, ...]) -> tuple[Any, ...]:
        if parts.count("subject") != 1:
            raise ValueError("`subject` must stand here once: it is where the letter's own subject goes")
        return parts


class _Frames(Model):
    """The frame in each language: `frames["en"]`."""

    def __getitem__(self, language: Language) -> Frame:
        return getattr(self, language)


Frames = in_each_language("Frames", _Frames, Frame)


class Paragraph(NamedTuple):
    """A paragraph of a finished letter in one language."""

    kind: str
    """One of the kinds of the frame's parts, or `subject`, or `body` for what is the letter's own."""
    text: str
    optional: bool


class Letter(Model):
    id: id_of("letters")
    code: Annotated[str, StringConstraints(pattern=r"^L\d+(-[A-Z]+)?$"), AfterValidator(_no_other_letter_s)]
    rung: Literal["complain", "chase", "escalate"] = "complain"
    """Where it stands in the follow-up of a case: what is done when the day for an answer has passed."""
    complaint: bool = True
    """Whether it complains: one that only asks for something starts no time limit for an answer to complaints."""
    reply_days: Annotated[int, Field(gt=0)] = 14
    """Within how many days it asks for an answer where no rule says how long the addressee has: a proposal."""
    disowns: bool = False
    """Whether it says that the writer did not make the payment."""
    any_trouble: bool = False
    """Whether it can be about any kind of trouble, so that which rules fit it depends on what happened."""
    title: Text
    typed: WordLists | None = None
    """What people type who look for it."""
    use_when: Text
    not_when: Text
    leave_out: Text
    to: FieldRef = "entity"
    """The field that names whom it is addressed to."""
    to_person: bool = False
    """Whether that is a private person, who is greeted by name."""
    subject: LetterText
    parts: AtLeastOne[Part]
    """Its body. What stands around it, in every letter the same, is the guide's `frame`."""

    def paragraphs(self, frame: Frame, language: Language) -> tuple[Paragraph, ...]:
        """The whole letter in a language, in its order there."""
        body = [Paragraph("body", part.text[language], part.optional) for part in self.parts]
        return (*self._framed(frame.above, language), *body, *self._framed(frame.below, language))

    def _framed(self, parts: tuple[FramePart | str, ...], language: Language) -> Iterator[Paragraph]:
        for part in parts:
            if isinstance(part, FramePart):
                text = (self.to_person and part.to_person) or part.text
                yield Paragraph(part.kind, _ADDRESSEE.sub(f"{{{self.to}", text), part.optional)
            else:
                yield Paragraph("subject", self.subject[language], False)

    @property
    def fields(self) -> tuple[str, ...]:
        """Ids of its own fields, in the order in which they first stand in it; the addressee is one."""
        texts = (*(part.text[MAIN] for part in self.parts), self.subject[MAIN])
        return tuple(dict.fromkeys((*_ids(texts), self.to)))

    @property
    def starts_clocks(self) -> bool:
        """Whether the provider's time limits for complaints run from the day it is sent."""
        return self.complaint and self.rung == "complain" and self.to == "entity"

    @property
    def asked(self) -> frozenset[str]:
        """Ids of the fields of its own that are asked of everyone: some letters are right without them. What only the
        subject would name is not."""
        return frozenset(blank["id"] for blank in _to_fill(self._standing)) | _needed([self.subject[MAIN]])

    @property
    def required(self) -> frozenset[str]:
        """Ids of those of its own fields without which it is wrong."""
        return _needed((self.subject[MAIN], *self._standing)) | {self.to}

    @property
    def _standing(self) -> tuple[str, ...]:
        """Of its body, what never vanishes as a whole."""
        return tuple(part.text[MAIN] for part in self.parts if not part.optional)


class LetterWords(Model):
    of_issue: Annotated[Multilingual, filled_with("issue")]
    """The letters that fit an issue, as the title of their page, and what that says of itself."""
    about: Text
    fits: Text
    use_when: Text
    not_when: Text
    leave_out: Text
    subject: Text
    blank: Annotated[Multilingual, filled_with("label")]
    ending: Annotated[Multilingual, filled_with("digits")]
    """An account of which the last digits alone are given."""
    optional: Text
    version: Text
    open: Text
    fill_in: Text
    fill_note: Text
    case: Text
    show: Text
    beside: Text
    foreign: Text
    company: Annotated[Multilingual, filled_with("company", "note")]
    """What stands in the open of a company that is to be checked before the letter goes."""
    change_company: Text
    more_fields: Text
    edit: Text
    edited: Text
    rebuild: Text
    text: Text


class DrawnWords(Model):
    clock: Text
    contact_log: Annotated[Text, Field(alias="contact-log")]
    difference: Text
    domicile: Text
    evidence: Text
    first_complaint: Annotated[Text, Field(alias="first-complaint")]
    last_promise: Annotated[Text, Field(alias="last-promise")]
    last_reference: Annotated[Text, Field(alias="last-reference")]
    provider: Text
    region: Text
    rows: Text
    rules: Text
    situation: Text
    today: Text
    transaction: Text
    wallet: Text


class UnclearWords(Model):
    """How to write an amount that cannot be read in one way, by what makes it so."""

    words: Text
    negative: Text
    several: Text
    rough: Text
    either: Text
    currencies: Text


class AccountWords(Model):
    """How an account is asked for where it is known what the wallet knows it by."""

    label: Annotated[Multilingual, filled_with("wallet", "kinds")]
    help: Annotated[Multilingual, filled_with("wallet")]
    bank_label: Text
    bank_help: Annotated[Multilingual, filled_with("wallet")]
    """How it is asked for where a letter about the wallet goes to the reader's bank."""
    whole_card: Text
    shorten: Text


class FieldWords(Model):
    required: Text
    optional: Text
    example: Annotated[Multilingual, filled_with("example")]
    drawn: DrawnWords
    numbered: Text
    amount: Text
    currency: Text
    choose_currency: Text
    likely_currencies: Text
    all_currencies: Text
    which_currency: Text
    in_letter: Annotated[Multilingual, filled_with("text")]
    unclear: UnclearWords
    account: AccountWords
    other_sum: Annotated[Multilingual, filled_with("sum", "typed")]
    now: Annotated[Multilingual, filled_with("text")]
    reply_duty: Annotated[Multilingual, filled_with("text")]
    reply_since: Annotated[Multilingual, filled_with("date", "text")]
    reply_own: Annotated[Multilingual, filled_with("count")]
    reply_short: Annotated[Multilingual, filled_with("count")]
    write_body: Annotated[Multilingual, filled_with("text")]
    by_domicile: Annotated[Multilingual, filled_with("city")]
    other_letter: Annotated[Multilingual, filled_with("region", "letter")]
    denied: Annotated[Multilingual, filled_with("text")]
    """Why what is typed in a field is not in the letter, where another choice denies it."""
    guessed_region: Annotated[Multilingual, filled_with("region")]
    nobody_known: Annotated[Multilingual, filled_with("region")]
    cite_none: Text
    suggested: Annotated[Multilingual, filled_with("text")]
    means: Annotated[Multilingual, filled_with("text")]
    moment: Text
    zone: Text
    choose: Text
    row: Annotated[Multilingual, filled_with("number")]
    add_row: Text
    remove_row: Annotated[Multilingual, filled_with("number")]
    not_saved: Text
    other_tab: Text
    emptied: Text
    take_other: Text
    keep_mine: Text


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
    saved: Annotated[Multilingual, filled_with("name")]
    paper_size: Text
    a4: Text
    us_letter: Text
    chat: Text
    chat_limit: Text
    chat_too_small: Text
    piece: Annotated[Multilingual, filled_with("number", "total")]
    copy_piece: Annotated[Multilingual, filled_with("number")]
    boxes: Text
    boxes_note: Text
    body: Text
    copy_box: Annotated[Multilingual, filled_with("label")]
    script: Text
    post: Text
    sender_address: Text
    firm_address: Text
    file_name: Annotated[Multilingual, filled_with("code")]
    sent: Text
    sent_on: Annotated[Multilingual, filled_with("date")]
    sent_again: Annotated[Multilingual, filled_with("date")]
    ask: Text
    ask_refused: Text
    """Asked where copying is known to have failed, and the reader says that the letter was sent."""
    was_sent: Text
    not_yet: Text
    noted: Annotated[Multilingual, filled_with("date")]
    not_kept: Annotated[Multilingual, filled_with("date")]
    asks: Annotated[Multilingual, filled_with("date")]
    clock: Annotated[Multilingual, filled_with("region")]
    when: Text
    """What asks for the day and time of a sending that was noted, to correct it."""
    to_come: Text
    undo: Text
    undone: Text


class RiskWords(Model):
    """What a letter must not carry by accident, by its kind."""

    card: Text
    mainland_id: Annotated[Text, Field(alias="mainland-id")]
    id_number: Annotated[Text, Field(alias="id-number")]
    passport: Text
    iban: Text
    seed_phrase: Annotated[Text, Field(alias="seed-phrase")]
    one_time_code: Annotated[Text, Field(alias="one-time-code")]
    password: Text
    cvv: Text
    secret_perhaps: Annotated[Text, Field(alias="secret-perhaps")]
    threat: Text
    label: Text


class GuardWords(RiskWords):
    """Said before a letter leaves: what is missing, what would harm its writer."""

    currency: Text
    missing: Annotated[Multilingual, filled_with("count")]
    anyway: Text
    sums: Text
    leave_sums: Text
    tongue: Text
    leave_tongue: Text
    risks: Text
    shorten: Text
    checked: Text
    must_go: Text
    back: Text


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
    prepared: Annotated[Multilingual, filled_with("date")]


class LogLineWords(Model):
    """The pieces of one line of the contact log, or of the list of attachments, as they stand in a letter."""

    when: Annotated[Multilingual, filled_with("when", "channel")]
    who: Annotated[Multilingual, filled_with("who")]
    reference: Annotated[Multilingual, filled_with("reference")]
    said: Annotated[Multilingual, filled_with("said")]
    sent: Annotated[Multilingual, filled_with("said")]
    promised: Annotated[Multilingual, filled_with("day")]
    asked: Annotated[Multilingual, filled_with("day")]
    annex: Annotated[Multilingual, filled_with("number", "name")]
    file: Annotated[Multilingual, filled_with("file", "sha256")]


class LogWords(Model):
    line: LogLineWords
