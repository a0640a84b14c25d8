"""How well the search understands what people type: `tests/browser/search/queries.yml`, in two parts."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, Language
from macros.render.search import as_read, searched
from macros.render.view import View
from tools.parts import Part, part_of

FILE = Path("tests/browser/search/queries.yml")
FIND = """
({ searchable, found }, [searched, phrases, here]) => {
  const among = searchable(searched);
  return phrases.map((phrase) => found(phrase, among, here));
}
"""


@dataclass(frozen=True)
class Phrase:
    """What somebody typed, and what must come first."""

    language: Language
    """In which edition of the guide it is typed."""
    typed: str
    means: tuple[str, ...]
    """Situations, of which one must be the first plan shown."""
    called: tuple[str, str] | None
    """What is looked up: its kind, and its id or, of a body, a word of its name."""


def phrases(part: Part) -> tuple[Phrase, ...]:
    """Those of one part, in the order of the file."""
    return tuple(_phrase(language, given) for language, every in part_of(FILE, part).items() for given in every)


def _phrase(language: Language, given: dict[str, Any]) -> Phrase:
    called = next(
        ((kind, given[kind]) for kind in ("wallet", "region", "body", "letter", "term") if kind in given), None
    )
    return Phrase(language, given["typed"], tuple(given.get("means", ())), called)


def wrong(module: Any, guide: Guide, among: tuple[Phrase, ...]) -> list[tuple[Phrase, str]]:
    """The phrases for which what comes first is not what was meant, each with what comes.

    `module` is `search-found.js` as an open page has it.
    """
    failed = []
    for language in LANGUAGES:
        typed = [phrase for phrase in among if phrase.language == language]
        data = json.loads(searched(View(guide, language, "./", "./")))
        answers = module.run(FIND, [data, [phrase.typed for phrase in typed]])
        failed += [
            (phrase, _first(answer))
            for phrase, answer in zip(typed, answers, strict=True)
            if not _is_right(phrase, answer)
        ]
    return failed


def _is_right(phrase: Phrase, answer: dict[str, Any]) -> bool:
    plans = [_id(plan["link"]) for plan in answer["plans"]]
    if phrase.means:
        return plans[:1] != [] and plans[0] in phrase.means
    if phrase.called is None:
        return not plans and not answer["others"]
    kind, name = phrase.called
    return any(
        other["kind"] == kind and (name in as_read(other["title"]) if kind == "body" else _id(other["link"]) == name)
        for other in answer["others"][:1]
    )


def _id(link: str) -> str:
    """What an address names: a place on a page, or the page."""
    page, _, place = link.partition("#")
    return place or page.rstrip("/").rpartition("/")[2]


def _first(answer: dict[str, Any]) -> str:
    return next((f"“{found['title']}”" for found in (*answer["plans"], *answer["others"])), "nothing")
