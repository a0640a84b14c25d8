"""The oldest browsers that the guide is for know all that its scripts and styles are written in, by MDN's data.

Needs npm, which fetches that data, and is skipped by name where it cannot.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tools.npm import AbsentError, package

FLOOR = {"chrome": 86, "safari": 15, "firefox": 90}
DATA = "@mdn/browser-compat-data@8.1.9"
SCRIPTS, STYLES = ROOT / "overrides/assets/js", ROOT / "overrides/assets/css"

ASKED_FOR_FIRST = {
    "ClipboardItem",  # What it throws leads to the plain copy.
    "Segmenter",
    "segment",
    "requestIdleCallback",
    "share",
}
"""What a script uses only where it is there."""
DONE_WITHOUT = {
    # Chrome 86 and 87 pass over rules with these: a page is plainer, with the browser's own controls.
    "is", "where", "padding-block", "padding-inline", "margin-block", "margin-inline", "border-block",
    # What they do is not missed: the browser's own outline, colours and lines do.
    "accent-color", "color-scheme", "forced-color-adjust", "forced-colors", "mask", "outline", "prefers-contrast",
    "text-decoration-thickness", "text-underline-offset", "text-wrap", "user-select",
    # A script does it too (`my-case.js`), or it only comes later.
    "scripting", "view-transition", "view-transition-name",
    # How something folded is drawn, and what stands where on wide screens.
    "content-visibility", "details-content", "has",
    # Paper: a page more, or a heading at its foot.
    "first", "orphans", "page", "widows",
    # Stands beside its prefixed form.
    "box-decoration-break",
}  # fmt: skip
"""What a style is poorer without, and no worse."""

COMMENT = re.compile(r"^\s*/\*.*?\*/|^\s*//[^\n]*$", re.DOTALL | re.MULTILINE)
CALLED = re.compile(r"(?:\.|\bnew (?:\w+\.)?|\b)([A-Za-z]\w+)\(")
MADE = re.compile(
    r"^\s*(?:static |async |get |set )*[*#]?(\w+)\([^()]*\) \{|\bfunction\*? (\w+)|const (\w+) =", re.MULTILINE
)
SELECTORS = re.compile(r"(?<!\?):(?:has|is|where|focus-visible)\b|:not\([^()]*,")
"""An unknown one among the selectors of a script ends it."""


@pytest.fixture(scope="module")
def known() -> dict:
    try:
        return json.loads((package(DATA) / "data.json").read_text("utf-8"))
    except AbsentError as absent:
        pytest.skip(str(absent))


def is_old_enough(feature: dict) -> bool:
    """Whether every browser of the floor has it, without a prefix or a flag."""
    support = feature["__compat"]["support"]
    return all(_has(support.get(browser, []), version) for browser, version in FLOOR.items())


def _has(entries: dict | list, floor: int) -> bool:
    for entry in entries if isinstance(entries, list) else [entries]:
        added = re.match(r"≤?(\d+)", str(entry["version_added"]))
        if (
            added
            and int(added[1]) <= floor
            and not {"flags", "prefix", "alternative_name", "version_removed"} & {*entry}
        ):
            return True
    return False


def too_new(features: Iterable[tuple[str, dict]]) -> set[str]:
    """The names that stand for nothing which is old enough."""
    told = [(name, is_old_enough(feature)) for name, feature in features if "__compat" in feature]
    return {name for name, _ in told} - {name for name, old in told if old}


def words_of_scripts(known: dict) -> Iterator[tuple[str, dict]]:
    builtins = known["javascript"]["builtins"]
    for things in (known["api"], builtins, builtins["Intl"]):
        for name, thing in things.items():
            if name != "__compat":
                yield name, thing
                yield from (
                    (each.removesuffix("_static"), feature) for each, feature in thing.items() if each != "__compat"
                )


def sources(folder: Path, ending: str) -> dict[str, str]:
    return {
        path.relative_to(ROOT).as_posix(): COMMENT.sub("", path.read_text("utf-8"))
        for path in sorted(folder.rglob(f"*.{ending}"))
    }


def test_scripts_use_nothing_that_is_too_new(known: dict):
    new = too_new(words_of_scripts(known))
    assert {"at", "findLast", "toSorted", "structuredClone", "hasOwn"} <= new
    texts = sources(SCRIPTS, "js")
    own = {name for text in texts.values() for found in MADE.findall(text) for name in found if name}
    found = {name: new & {*CALLED.findall(text)} - own - ASKED_FOR_FIRST for name, text in texts.items()}
    assert {name: sorted(words) for name, words in found.items() if words} == {}


def test_scripts_ask_for_nothing_by_selectors_that_are_too_new():
    found = {name: SELECTORS.findall(text) for name, text in sources(SCRIPTS, "js").items()}
    assert {name: selectors for name, selectors in found.items() if selectors} == {}


def test_styles_use_nothing_that_old_browsers_are_worse_without(known: dict):
    css = known["css"]
    new = {
        "property": too_new(css["properties"].items()),
        "selector": too_new(css["selectors"].items()),
        "rule": too_new(css["at-rules"].items()),
        "media": too_new(css["at-rules"]["media"].items()),
    }
    assert "has" in new["selector"]
    used = {
        "property": r"[{;]\s*([a-z-]+)\s*:",
        "selector": r"::?([a-z-]+)(?=[^{};]*\{)",
        "rule": r"@([a-z-]+)",
        "media": r"\(([a-z-]+):",
    }
    found = {
        name: {kind: {*re.findall(pattern, text)} & new[kind] - DONE_WITHOUT for kind, pattern in used.items()}
        for name, text in sources(STYLES, "css").items()
    }
    assert {
        name: each for name, kinds in found.items() if (each := {k: sorted(v) for k, v in kinds.items() if v})
    } == {}
