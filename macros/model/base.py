"""What every model stands on: languages, ids and what refers to them, days, texts.

The models say everything that can be said of a value where it stands. What depends on the rest
of the file (is this id taken? does that letter exist?) they ask of the `Known` ids that the
loader passes as validation context, so that one pass finds every fault.

A text is always bilingual. A `{placeholder}` in it must be the same in both languages.
"""

import difflib
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    ValidationInfo,
    model_validator,
)

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
# The main one stands at the root of the site, each of the others in a folder of its name.
MAIN, *OTHERS = LANGUAGES


def folder_of(language: Language) -> str:
    """Where a language's pages stand, seen from the root of the site; ends in a slash unless it is the root itself."""
    return "" if language == MAIN else f"{language}/"


PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
LETTER_CODE = re.compile(r"(?<![A-Za-z0-9-])L\d+(?:-[A-Z]+)?(?![A-Za-z0-9-])")


@dataclass
class Known:
    """The ids that can be referred to, by kind (`issues`, `items`, `letters` …), and all those met so far.

    Letters have codes too (`codes`), by which texts name them.
    """

    ids: dict[str, frozenset[str]]
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
LetterRef = reference_to("letters")
SourceRef = reference_to("sources")
RegionRef = reference_to("regions")
BodyRef = reference_to("bodies")


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

    @model_validator(mode="after")
    def names_letters_that_exist(self, info: ValidationInfo) -> "Bilingual":
        zh, en = (frozenset(LETTER_CODE.findall(text)) for text in (self.zh, self.en))
        if zh != en:
            raise ValueError(f"only one language names {', '.join(sorted(zh ^ en))}; name the same letters in both")
        if isinstance(info.context, Known) and "codes" in info.context.ids:
            missing = [not_among(code, info.context.ids["codes"], "codes of letters") for code in sorted(zh)]
            if any(missing):
                raise ValueError("; ".join(filter(None, missing)))
        return self


def filled_with(*names: str) -> AfterValidator:
    def check(text: Bilingual) -> Bilingual:
        if text.placeholders != set(names):
            expected = ", ".join(f"{{{name}}}" for name in names) or "none"
            found = ", ".join(f"{{{name}}}" for name in sorted(text.placeholders)) or "none"
            raise ValueError(f"placeholders here must be {expected}, not {found}")
        return text

    return AfterValidator(check)


Text = Annotated[Bilingual, filled_with()]


class WordLists(Model):
    """Words of each language; they need not match."""

    zh: AtLeastOne[NonEmpty]
    en: AtLeastOne[NonEmpty]

    def __getitem__(self, language: Language) -> tuple[str, ...]:
        return getattr(self, language)


def once_each(entries: tuple[Any, ...]) -> tuple[Any, ...]:
    names = [getattr(entry, "use", None) or getattr(entry, "id", entry) for entry in entries]
    if twice := {name for name in names if names.count(name) > 1}:
        raise ValueError(f"“{min(twice)}” stands here twice; keep one")
    return entries
