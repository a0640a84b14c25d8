"""The texts of a language that nobody writes: Traditional Chinese, made from the Simplified one.

A table of the guide's own goes first (`traditional` in the data file), its longest words before shorter ones; what it
does not say, OpenCC turns as Taiwan writes it, but for 台, which all of these readers write so, and with
the quotation marks that they use. What is in
another script of its own stays: the companies and laws of regions that read what the language is made from, and there
what is quoted, and the menus of apps.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import Annotated, Any, NamedTuple

import opencc
from pydantic import Field

from .base import Model, NonEmpty, Several
from .languages import EDITIONS, LANGUAGES, MADE, Language

_LAW = re.compile(r"《[^《》]+》")
_QUOTED = re.compile(r"(?<=“)[^“”]+(?=”)|[^\s，。：；、（）“”]+(?: → [^\s，。：；、（）“”]+)+")
"""What is quoted, and the way through an app's menus."""
_AS_IT_IS = {"台": "台", "“": "「", "”": "」"}
"""What is not left to OpenCC."""
_NOTHING = re.compile(r"(?!)")
_convert, _back = opencc.OpenCC("s2tw").convert, opencc.OpenCC("t2s").convert


class Traditional(Model):
    """How the Traditional edition's words are made of the Simplified ones."""

    words: Annotated[dict[NonEmpty, NonEmpty], Field(min_length=1)]
    """What OpenCC would write otherwise than readers in Hong Kong, Macau and Taiwan do: phrases and words, the longest
    first."""
    kept: Several[NonEmpty] = ()
    """Names that stay as they are, in their own script. The companies and laws of mainland China are added by
    themselves."""
    quoted: Several[NonEmpty] = ()
    """What stays where it is quoted alone: found in the texts of the regions, not written here."""
    theirs: Several[NonEmpty] = ()
    """What is in Traditional characters in the Simplified texts. The companies and laws of regions that read them, and
    what is quoted there, are added by themselves."""

    @cached_property
    def _known(self) -> re.Pattern:
        return _any_of([*self.words, *self.kept])

    @cached_property
    def stays(self) -> re.Pattern:
        """What finds on a page what was left in its own script."""
        return _any_of([each for each in (*self.kept, *self.quoted) if is_written(each, "Hans")])

    @cached_property
    def stands_out(self) -> re.Pattern:
        """What finds on a Simplified page what is in Traditional characters."""
        return _any_of([each for each in self.theirs if is_written(each, "Hant")])

    def of(self, text: str, own: re.Pattern = _NOTHING) -> str:
        """A Simplified text as a Traditional one; what `own` finds stays."""
        pieces, end = [], 0
        for found in sorted((*own.finditer(text), *self._known.finditer(text)), key=lambda found: found.start()):
            if found.start() >= end:
                pieces += (turned(text[end : found.start()]), self._instead(found[0]) if found.re != own else found[0])
                end = found.end()
        return "".join((*pieces, turned(text[end:])))

    def _instead(self, found: str) -> str:
        return found if found in self.kept else self.words[found]


def is_written(text: str, script: str) -> bool:
    """Whether a text is in one kind of Chinese characters, and would be otherwise in the other."""
    other, own = (turned, _back) if script == "Hans" else (_back, turned)
    return other(text) != text and own(text) == text


def turned(text: str) -> str:
    """A text in Traditional characters and marks, character for character, as OpenCC has them."""
    return "".join(_AS_IT_IS.get(before, after) for before, after in zip(text, _convert(text), strict=True))


def _any_of(words: Iterable[str]) -> re.Pattern:
    tried = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(tried) if tried else _NOTHING


# From the data as it is written --------------------------------------------------------------


def with_made_texts(data: Any) -> Any:
    """The raw data of a guide, with the texts of the languages that are made beside those of which they are made.

    What an author has written for such a language stays. Data that cannot be read so is left to the models to refuse.
    """
    try:
        for language in MADE:
            data = _with_made(data, language)
    except (AttributeError, KeyError, TypeError, ValueError):
        return data
    return data


class _Own(NamedTuple):
    """Parts of the data, by where they are, that are about what is in the source language itself."""

    regions: tuple[str, ...]

    def begins_at(self, value: dict) -> bool:
        if "bodies" in value:
            return value.get("id") in self.regions
        if isinstance(presences := value.get("regions"), list) and presences:
            return all(isinstance(each, dict) and each.get("region") in self.regions for each in presences)
        return value.get("region") in self.regions


def _with_made(data: dict, language: Language) -> dict:
    source = EDITIONS[language].made_from
    said = data["traditional"]
    own = _Own(_reading(data, source))
    names, quoted = _names_and_quotes(data, source, own)
    theirs = [*chain(*_names_and_quotes(data, source, _Own(_reading(data, language))))]
    table = {
        **said,
        "kept": [*dict.fromkeys((*said.get("kept", ()), *names))],
        "quoted": [*dict.fromkeys(quoted)],
        "theirs": [*dict.fromkeys((*said.get("theirs", ()), *theirs))],
    }
    made = Traditional.model_validate(table)

    def walk(value: Any, own_here: bool) -> Any:
        if isinstance(value, list):
            return [walk(each, own_here) for each in value]
        if not isinstance(value, dict):
            return value
        own_here = own_here or own.begins_at(value)
        result = {key: walk(each, own_here) for key, each in value.items()}
        if source in value and value.keys() <= {*LANGUAGES} and language not in value:
            result[language] = _each_text(value[source], lambda text: made.of(text, _QUOTED if own_here else _NOTHING))
        return result

    return {**walk({key: value for key, value in data.items() if key != "traditional"}, False), "traditional": table}


def _reading(data: dict, language: Language) -> tuple[str, ...]:
    return tuple(region["id"] for region in data["regions"] if region.get("reads") == language)


def _names_and_quotes(data: dict, source: Language, own: _Own) -> tuple[list[str], list[str]]:
    """What some regions call their companies and laws, and what is quoted in their texts."""
    found = [*_found(data, source, own)]
    presences = [each for provider in data["providers"] for each in provider["regions"]]
    companies = [each["entity"]["name"][source] for each in presences if "entity" in each and own.begins_at(each)]
    return [*companies, *_each_of(_LAW, found)], _each_of(_QUOTED, found)


def _each_of(pattern: re.Pattern, texts: Iterable[str]) -> list[str]:
    return [found[0] for text in texts for found in pattern.finditer(text)]


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        made = [_each_text(each, change) for each in value]
        # Two words of the one may be the same word of the other.
        return [each for at, each in enumerate(made) if not isinstance(each, str) or each not in made[:at]]
    if isinstance(value, dict):
        return {key: _each_text(each, change) for key, each in value.items()}
    return value


def _found(value: Any, source: Language, own: _Own, own_here: bool = False) -> Iterator[str]:
    """Every text in the source language that is about its own regions."""
    if isinstance(value, dict):
        own_here = own_here or own.begins_at(value)
        if own_here and isinstance(text := value.get(source), str):
            yield text
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _found(each, source, own, own_here)
