"""The guide's languages, by the table `extra.languages` in `mkdocs.yml`, which the theme reads too.

Everything that must know which languages there are asks here; scripts ask `vocabulary.js`, which is written from this.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from .settings import settings_of

SETTINGS = Path(__file__).parents[2] / "mkdocs.yml"


@dataclass(frozen=True)
class Edition:
    """The guide in one language.

    `path` is where its pages stand, seen from the root of the site: empty, or ending in a slash. `locale` is as Babel
    and Open Graph write it, `lang` as HTML does, `script` as ISO 15924 does; `day` is Babel's pattern for a date, of
    which scripts know `y`, `M`, `MMMM` and `d`. `made_from` names the language whose texts are turned into this one's;
    None for one that is written.
    """

    name: str
    path: str
    locale: str
    lang: str
    script: Literal["Hans", "Hant", "Latn"]
    day: str
    made_from: str | None = None


EDITIONS = {code: Edition(**edition) for code, edition in settings_of(SETTINGS)["extra"]["languages"].items()}
LANGUAGES: tuple[str, ...] = tuple(EDITIONS)
Language = Literal[LANGUAGES]
# The main one stands at the root of the site, each of the others in a folder.
MAIN, *OTHERS = LANGUAGES
WRITTEN = tuple(code for code, edition in EDITIONS.items() if edition.made_from is None)
"""The languages in which every text of the data file is written."""
MADE = tuple(code for code in LANGUAGES if code not in WRITTEN)
"""Those whose texts are made of another's (`made.py`)."""


def folder_of(language: Language) -> str:
    """Where a language's pages stand, seen from the root of the site; ends in a slash unless it is the root itself."""
    return EDITIONS[language].path


def in_han(language: Language) -> bool:
    """Whether a language is written in Chinese characters, with full-width marks."""
    return EDITIONS[language].script.startswith("Han")
