"""How well the guard tells secrets from what looks like them: `tests/browser/letters/guards/*.yml`, in two parts."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.parts import Part, part_of

FOLDER = Path("tests/browser/letters/guards")

NOTICED = """
({ findRisks }, texts) => texts.map(([text, references]) => findRisks(text, {}, references).length > 0)
"""


@dataclass(frozen=True)
class Written:
    """What somebody wrote, and what kind of secret it holds or only seems to."""

    kind: str
    script: str
    text: str
    field: str | None = None
    """The field of a letter in which it stands: one for numbers of transactions, orders and cases."""


def written(name: str, part: Part) -> tuple[Written, ...]:
    """Texts of one part of the file of that name, in its order."""
    return tuple(
        Written(kind, script, **({"text": given} if isinstance(given, str) else given))
        for kind, scripts in part_of(FOLDER / f"{name}.yml", part).items()
        for script, texts in scripts.items()
        for given in texts
    )


def noticed(module: Any, among: tuple[Written, ...]) -> list[Written]:
    """Those of which the reader would be asked. `module` is `guards.js` as an open page has it."""
    asked = module.run(NOTICED, [[each.text, [each.text] if each.field else []] for each in among])
    return [each for each, is_asked in zip(among, asked, strict=True) if is_asked]


def by_kind(among: list[Written]) -> str:
    """How many of each kind, which tells nothing of the texts."""
    return ", ".join(f"{kind} {count}" for kind, count in Counter(each.kind for each in among).items())
