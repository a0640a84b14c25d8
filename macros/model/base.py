"""What every model stands on: ids and what refers to them, days, texts.

The models say everything that can be said of a value where it stands. What depends on the rest
of the file (is this id taken? does that letter exist?) they ask of the `Known` ids that the
loader passes as validation context, so that one pass finds every fault.

A text is written in every language. A `{placeholder}` in it must be the same in all of them.
"""

import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, TypeVar

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
    create_model,
    model_validator,
)

from .languages import LANGUAGES, MAIN, WRITTEN, Language

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
LETTER_CODE = re.compile(r"(?<![A-Za-z0-9-])L\d+(?:-[A-Z]+)?(?![A-Za-z0-9-])")


@dataclass
class Known:
    """The ids that can be referred to, by kind (`issues`, `items`, `letters` …), and all those met so far.

    Letters have codes too (`codes`), by which texts name them.
    `shared` holds the paragraphs that letters share, by id, as they are met.
    """

    ids: dict[str, frozenset[str]]
    shared: dict[str, Any] = field(default_factory=dict)
    met: set[tuple[str, str]] = field(default_factory=set)


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]


def id_of(kind: str) -> Any:
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


def reference_to(kind: str) -> Any:
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


IssueRef = reference_to("issues")
ItemRef = reference_to("items")
FieldRef = reference_to("fields")
LetterRef = reference_to("letters")
SourceRef = reference_to("sources")
RegionRef = reference_to("regions")
ProviderRef = reference_to("providers")
SharedPartRef = reference_to("shared_parts")
BodyRef = reference_to("bodies")
PlanRef = reference_to("plans")
SituationRef = reference_to("situations")
AccountKindRef = reference_to("account_kinds")


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
Email = Annotated[str, StringConstraints(pattern=r"^[^\s@]+@[^\s@]+\.[^\s@]+$")]
Phone = Annotated[str, StringConstraints(pattern=r"^[+(]?[0-9][0-9 ()-]*$")]


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def parts_of(value: Any, kind: type[T]) -> Iterator[T]:
    """Every part of that kind in what models hold, however deep; nothing within such a part."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, BaseModel):
        for part in value.__dict__.values():
            yield from parts_of(part, kind)
    elif isinstance(value, tuple):
        for part in value:
            yield from parts_of(part, kind)


class _InEachLanguage(Model):
    """A mapping over the languages of the guide: `text["en"]`."""

    def __getitem__(self, language: Language) -> Any:
        return getattr(self, language)


class _Multilingual(_InEachLanguage):
    """One text in every language of the guide: `text["en"]`."""

    @classmethod
    def each(cls, text: Callable[[Language], str]) -> "Multilingual":
        """What `text` gives for each language."""
        return cls(**{language: text(language) for language in LANGUAGES})

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(self[language] for language in WRITTEN)

    @property
    def placeholders(self) -> frozenset[str]:
        return frozenset(PLACEHOLDER.findall(self[MAIN]))

    @model_validator(mode="after")
    def same_placeholders(self) -> "Multilingual":
        # What may stand in a placeholder's stead, behind “|”, is said in each language.
        found = {
            language: {name.partition("|")[0] for name in PLACEHOLDER.findall(self[language])} for language in WRITTEN
        }
        only = [
            f"{{{name}}} only in {language}"
            for language in WRITTEN
            for name in sorted(found[language] - set.intersection(*found.values()))
        ]
        if only:
            raise ValueError(f"the languages differ in placeholders: {', '.join(only)}; use the same in all")
        if stray := sorted(set("{}") & set(PLACEHOLDER.sub("", "".join(self.texts)))):
            raise ValueError(f"a “{stray[0]}” stands alone; placeholders are written {{so}}")
        return self

    @model_validator(mode="after")
    def names_letters_that_exist(self, info: ValidationInfo) -> "Multilingual":
        named = [frozenset(LETTER_CODE.findall(text)) for text in self.texts]
        if some := sorted(frozenset().union(*named) - frozenset.intersection(*named)):
            raise ValueError(f"not every language names {', '.join(some)}; name the same letters in all")
        if isinstance(info.context, Known) and "codes" in info.context.ids:
            missing = [not_among(code, info.context.ids["codes"], "codes of letters") for code in sorted(named[0])]
            if any(missing):
                raise ValueError("; ".join(filter(None, missing)))
        return self


def in_each_language(name: str, base: type[Model], kind: Any, *default: Any) -> type[Model]:
    """A model like `base` with a field of that kind for each language; those that are made (`made.py`) need not be
    written."""
    return create_model(
        name,
        __base__=base,
        __module__=base.__module__,
        __doc__=base.__doc__,
        **{
            language: (kind, *(default or (...,))) if language in WRITTEN else (kind | None, None)
            for language in LANGUAGES
        },
    )


Multilingual = in_each_language("Multilingual", _Multilingual, NonEmpty)


class _InText(_InEachLanguage):
    """How a name stands within a sentence, in the languages where that differs: “the Financial Ombudsman Service”."""


InText = in_each_language("InText", _InText, NonEmpty | None, None)


def in_text(named: Any, language: Language) -> str:
    """The name of a region or body as it stands within a sentence, with its article where it has one."""
    return (named.name_in_text and named.name_in_text[language]) or named.name[language]


def filled_with(*names: str) -> AfterValidator:
    def check(text: Multilingual) -> Multilingual:
        if text.placeholders != set(names):
            expected = ", ".join(f"{{{name}}}" for name in names) or "none"
            found = ", ".join(f"{{{name}}}" for name in sorted(text.placeholders)) or "none"
            raise ValueError(f"placeholders here must be {expected}, not {found}")
        return text

    return AfterValidator(check)


Text = Annotated[Multilingual, filled_with()]


class _WordLists(_InEachLanguage):
    """Words of each language; they need not match."""


WordLists = in_each_language("WordLists", _WordLists, AtLeastOne[NonEmpty])


def named(entry: Any) -> str:
    """The id of an entry, whether it stands here, is shared (`use`) or is nothing but an id."""
    return getattr(entry, "use", None) or getattr(entry, "id", entry)


def once_each(entries: tuple[Any, ...]) -> tuple[Any, ...]:
    names = [named(entry) for entry in entries]
    if twice := {name for name in names if names.count(name) > 1}:
        raise ValueError(f"“{min(twice)}” stands here twice; keep one")
    return entries


def _kind_of(entry: Any) -> str:
    shared = "use" in entry if isinstance(entry, dict) else hasattr(entry, "use")
    # In brackets, so that a tag in the location of a fault is never taken for a key.
    return "(shared)" if shared else "(own)"


def entries(own: type[Model], shared: type[Model]) -> Any:
    """A list of entries, each defined there or shared (`use`), none twice."""
    entry = Annotated[Annotated[own, Tag("(own)")] | Annotated[shared, Tag("(shared)")], Discriminator(_kind_of)]
    return Annotated[AtLeastOne[entry], AfterValidator(once_each)]
