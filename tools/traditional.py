"""`make traditional`: what the table of words makes of the guide in Traditional Chinese, written anew for its readers.

A line for each word of the table, then one for each character that OpenCC had to choose among several, with where it
stands. What has changed shows in the diff, and someone who writes Traditional Chinese reads it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from macros.checks.load import DATA_FILE, read
from macros.model.base import Multilingual, parts_of
from macros.model.guide import Guide
from macros.model.made import Traditional
from tests.built import ROOT

CAME_OUT = ROOT / "tests/unit/model/traditional.txt"
AROUND = 6
"""Characters shown on each side of a word."""
SHOWN = 4
"""Of a word's surroundings, how many are shown: the first by the order of their characters."""
# Characters of the Simplified texts that stand for several Traditional ones.
DOUBTFUL = "后发里余只干复制系征周了准钟托松划签面台借佣历尽并注汇云舍克冲丑谷术杠郁困御愿卷"

_MARKS = re.compile(r"[\s，。：；、（）「」《》？！,.:;()\[\]{}*#`|/-]+")


def came_out(guide: Guide, prose: str) -> str:
    """The file's text, from the data and from the Simplified pages."""
    table = guide.traditional
    texts = sorted({text for both in parts_of(guide, Multilingual) for text in (both["zh"],)} | set(prose.splitlines()))
    found = defaultdict(set)
    for text in texts:
        for word, place in _doubtful(text, table):
            found[word].add(place)
    lines = ["# Words of the table", ""]
    lines += [f"{word} → {made}" for word, made in sorted(table.words.items())]
    lines += ["", "# What stays in its own script", "", *sorted(table.kept)]
    lines += ["", "# Characters that stand for several, as they came out", ""]
    lines += [
        f"{simple} → {made}: {'｜'.join(sorted(places)[:SHOWN])}" for (simple, made), places in sorted(found.items())
    ]
    return "\n".join(lines) + "\n"


def _doubtful(text: str, table: Traditional) -> Iterator[tuple[tuple[str, str], str]]:
    """Each doubtful character of a text with the word it became part of, and what stands around it there."""
    for part in _MARKS.split(text):
        for character in DOUBTFUL:
            if character in part:
                made = table.of(part)
                if len(made) == len(part):
                    at = part.index(character)
                    yield (character, made[at]), made[max(at - AROUND, 0) : at + AROUND + 1]


def prose() -> str:
    """The pages that are written in Simplified Chinese, one after the other."""
    return "\n".join(page.read_text("utf-8") for page in sorted(Path(ROOT / "docs/zh").rglob("*.md")))


if __name__ == "__main__":
    CAME_OUT.write_text(came_out(read(ROOT / DATA_FILE, DATA_FILE).guide, prose()), "utf-8")
