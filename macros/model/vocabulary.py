"""What scripts and the data file must call alike, as a module for scripts; the models own it.

`python -m macros` writes `overrides/assets/js/page/vocabulary.js` anew; a test fails while it is stale.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from .base import Model
from .case import FileFaultWords
from .languages import EDITIONS, in_han
from .letters import COVER_FIELDS, KNOWN_FIELDS, DrawnFrom, RiskWords
from .regions import Unit, Whose

VOCABULARY_FILE = Path(__file__).parents[2] / "overrides/assets/js/page/vocabulary.js"

_MODULE = """\
/**
 * What the data file and the scripts call alike. Written by `make schema` from macros/model/vocabulary.py: change it
 * there.
 *
 * @typedef {{keyof typeof LANGUAGES}} Language
{types}
 */

/** The guide's languages: as Intl knows them, their script, how each writes a day, whether its marks are full-width. */
export const LANGUAGES = {languages};

/** The fields that say on the cover of a complaint pack whose matter it is, and which. */
export const COVER_FIELDS = {cover};

/** The other fields of letters that scripts know by their id. */
export const FIELDS = {fields};
"""


def vocabulary() -> str:
    """The module's text."""
    types = {
        "RiskKind": _names_of(RiskWords),
        "FileFault": _names_of(FileFaultWords),
        "DrawnFrom": get_args(DrawnFrom),
        "Unit": get_args(Unit),
        "Whose": get_args(Whose),
    }
    return _MODULE.format(
        types="\n".join(f" * @typedef {{{_one_of(names)}}} {name}" for name, names in types.items()),
        languages=_constant(
            {
                code: {
                    "locale": edition.locale.replace("_", "-"),
                    "script": edition.script,
                    "day": edition.day,
                    "fullWidth": in_han(code),
                }
                for code, edition in EDITIONS.items()
            }
        ),
        cover=_constant(COVER_FIELDS),
        fields=_constant(KNOWN_FIELDS),
    )


def _names_of(words: type[Model]) -> list[str]:
    return [field.alias or name for name, field in words.model_fields.items()]


def _one_of(names: Iterable[str]) -> str:
    return " | ".join(map(_constant, names))


def _constant(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
