"""Letters: their blanks and paragraphs, the ways in which they leave, and what is said before they do."""

from typing import Annotated, Any, Literal

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
    PLACEHOLDER,
    AtLeastOne,
    Known,
    Model,
    Multilingual,
    Several,
    SharedPartRef,
    Slug,
    Text,
    WordLists,
    filled_with,
    id_of,
    not_among,
)
from .languages import MAIN, WRITTEN


def _letter_placeholders(text: Multilingual, info: ValidationInfo) -> Multilingual:
    if isinstance(info.context, Known):
        faults = [not_among(name, info.context.ids["fields"], "fields") for name in sorted(text.placeholders)]
        if any(faults):
            raise ValueError("; ".join(filter(None, faults)))
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
    """One of a field's choices, or one of its columns."""

    id: Slug
    label: Text


DrawnFrom = Literal["contact-log", "evidence", "provider", "region", "rules", "situation", "transaction"]

COVER_FIELDS = ("matter", "entity", "account", "transaction", "amount", "happened", "name", "contact")
"""Ids of the fields that say on the cover of a complaint pack whose matter it is, and which."""
KNOWN_FIELDS = {"right": "right", "replyBy": "reply-by", "transaction": "transaction"}
"""The other fields that scripts know by their id, by the name that scripts have for them."""


class LetterField(Model):
    """A blank in letters, shared by all of them; `{id}` in a letter's text stands for it.

    Whether it is required is not said here: a field that stands in a part which is not optional
    is required in that letter.
    """

    id: id_of("fields")
    type: Literal["line", "lines", "date", "datetime", "money", "choice", "right", "table"]
    """`right`: one of the rules of the reader's region that can be cited in the letter, or none."""
    label: Text
    scope: Literal["person", "case", "letter"] = "case"
    """How far a value reaches: all of the reader's cases, one case, or one letter of it."""
    drawn_from: DrawnFrom | None = None
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
        stand_in = dict.fromkeys(WRITTEN, f"{{{min(info.context.ids['fields'], default='')}}}")
        return {**value, "text": info.context.shared.get(value["use"], stand_in)}

    @model_serializer(mode="wrap")
    def as_written(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """As in the data file: with its text, or with what it uses."""
        return {key: value for key, value in written(self).items() if key != ("text" if self.use else "use")}

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
    id: id_of("letters")
    code: Annotated[str, StringConstraints(pattern=r"^L\d+(-[A-Z]+)?$"), AfterValidator(_no_other_letter_s)]
    rung: Literal["complain", "chase", "escalate"] = "complain"
    """Where it stands in the follow-up of a case: what is done when the day for an answer has passed."""
    disowns: bool = False
    """Whether it says that the writer did not make the payment."""
    any_trouble: bool = False
    """Whether it can be about any kind of trouble, so that which rules fit it depends on what happened."""
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
        return tuple(dict.fromkeys(name for text in texts for name in PLACEHOLDER.findall(text[MAIN])))

    @property
    def required(self) -> frozenset[str]:
        """Ids of the fields without which the letter cannot be sent."""
        texts = (self.subject, *(part.text for part in self.parts if not part.optional))
        return frozenset().union(*(text.placeholders for text in texts))


class LetterWords(Model):
    use_when: Text
    not_when: Text
    leave_out: Text
    subject: Text
    blank: Annotated[Multilingual, filled_with("label")]
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
    rules: Text
    situation: Text
    transaction: Text


class FieldWords(Model):
    required: Text
    optional: Text
    example: Annotated[Multilingual, filled_with("example")]
    drawn: DrawnWords
    numbered: Text
    amount: Text
    currency: Text
    unclear_amount: Text
    answer_due: Annotated[Multilingual, filled_with("region")]
    guessed_region: Annotated[Multilingual, filled_with("region")]
    cite_none: Text
    suggested: Annotated[Multilingual, filled_with("text")]
    means: Annotated[Multilingual, filled_with("text")]
    moment: Text
    zone: Text
    choose: Text
    row: Annotated[Multilingual, filled_with("number")]
    add_row: Text
    remove_row: Annotated[Multilingual, filled_with("number")]


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
    sheet_sender: Text
    sheet_firm: Text
    sheet_signature: Text
    sheet_date: Text
    file_name: Annotated[Multilingual, filled_with("code")]
    sent: Text
    noted: Text


class RiskWords(Model):
    """What a letter must not carry by accident, by its kind."""

    card: Text
    mainland_id: Annotated[Text, Field(alias="mainland-id")]
    one_time_code: Annotated[Text, Field(alias="one-time-code")]
    password: Text
    cvv: Text
    threat: Text
    label: Text


class GuardWords(RiskWords):
    """Said before a letter leaves: what is missing, what would harm its writer."""

    missing: Annotated[Multilingual, filled_with("count")]
    anyway: Text
    risks: Text
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
