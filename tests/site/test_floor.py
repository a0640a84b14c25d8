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
    "content-visibility", "details-content", "has", "align-content: start", "grid-template-rows: subgrid",
    # Paper: a page more, or a heading at its foot.
    "first", "orphans", "page", "widows", "break-after: avoid", "break-before: avoid",
    # Lines begin alike, a font comes before or after it, styles are worked out for more than has changed, and a link is
    # hit beside its words too.
    "text-indent: each-line", "font-family: system-ui", "contain: style", "width: fit-content",
    # Stands beside its prefixed form.
    "box-decoration-break",
}  # fmt: skip
"""What a style is poorer without, and no worse."""

SYNTAX = {
    "javascript.classes.static.initialization_blocks": r"\bstatic \{",
    "javascript.classes.private_class_fields_in": r"#\w+ in\b",
    "javascript.operators.await.top_level": r"^(?:await\b|(?:export )?(?:const|let) [^=]*= await\b)",
    "javascript.operators.logical_or_assignment": r"(?:\|\||&&|\?\?)=",
    "javascript.grammar.numeric_separators": r"\b\d+_\d",
    "javascript.regular_expressions.lookbehind_assertion": r"\(\?<[=!]",
    "javascript.regular_expressions.modifier": r"\(\?[ims]+(?:-[ims]+)?:",
    "javascript.builtins.RegExp.unicodeSets": r"[^\s\\*/<]/[dgimsuy]*v[dgimsuy]*(?=[.,;)\]\s])",
    "javascript.builtins.RegExp.hasIndices": r"[^\s\\*/<]/[gimsuvy]*d[gimsuvy]*(?=[.,;)\]\s])",
    "javascript.builtins.Error.Error.options_cause_parameter": r"\bcause:|\{ cause \}",
    "javascript.statements.import.import_attributes": r"\bwith \{ ?type",
    "javascript.statements.using": r"\b(?:await )?using \w+ =",
    "api.HTMLElement.inert": r"\.inert\b|\binert:",
    "css.selectors.nesting": r"^\s*&",
    "css.types.length.lh": r"\d(?:lh)\b",
    "css.types.length.rlh": r"\d(?:rlh)\b",
    "css.types.length.cap": r"\d(?:cap)\b",
    "css.types.length.ic": r"\d(?:ic)\b",
    "css.types.length.viewport_percentage_units_dynamic": r"\ddv(?:h|w|b|i|min|max)\b",
    "css.types.length.viewport_percentage_units_large": r"\dlv(?:h|w|b|i|min|max)\b",
    "css.types.length.viewport_percentage_units_small": r"\dsv(?:h|w|b|i|min|max)\b",
    "css.types.length.container_query_length_units": r"\dcq(?:h|w|b|i|min|max)\b",
}
"""How what is written with signs rather than names looks in a text, by where MDN's data has it."""
STANDS_IN = {"css.types.length.lh", ("addEventListener", "signal")}
"""For which an older word stands beside it: the same in `em`; `page/listeners.js`."""

COMMENT = re.compile(r"^\s*/\*.*?\*/|^\s*//[^\n]*$", re.DOTALL | re.MULTILINE)
CALLED = re.compile(r"(?:\.|\bnew (?:\w+\.)?|\b)([A-Za-z]\w+)\(")
MADE = re.compile(
    r"^\s*(?:static |async |get |set )*[*#]?(\w+)\([^()]*\) \{|\bfunction\*? (\w+)|const (\w+) =", re.MULTILINE
)
OPTION = re.compile(r"(?:options?_|data_|init_|settings_)?([A-Za-z]+)_(?:parameter|option)")
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


def options(known: dict) -> Iterator[tuple[tuple[str, str], dict]]:
    """What may stand in the object that a function takes, by that function and its own name."""
    builtins = known["javascript"]["builtins"]
    for things in (known["api"], builtins, builtins["Intl"]):
        for thing in (thing for name, thing in things.items() if name != "__compat"):
            for function, feature in thing.items():
                for path, option in _below(feature if function != "__compat" else {}):
                    if named := OPTION.fullmatch(path):
                        yield (function.removesuffix("_static"), named[1]), option


def _below(feature: dict) -> Iterator[tuple[str, dict]]:
    for name, each in feature.items():
        if name != "__compat" and isinstance(each, dict):
            if "__compat" in each:
                yield name, each
            yield from _below(each)


def options_in(text: str) -> set[tuple[str, str]]:
    """The names in the objects that a text gives to functions, each with its function."""
    found = set()
    for call in CALLED.finditer(text):
        given = _parenthesised(text, call.end())
        for literal in re.findall(r"\{[^{}]*\}", given):
            found |= {(call[1], name) for name in re.findall(r"[{,]\s*(\w+)\s*(?=[,:}])", literal)}
    return found


def _parenthesised(text: str, start: int) -> str:
    depth = 1
    for place in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return text[start:place]
    return text[start:]


def feature_at(known: dict, path: str) -> dict:
    for name in path.split("."):
        known = known[name]
    return known


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


def test_scripts_and_styles_are_written_in_nothing_that_is_too_new(known: dict):
    new = {path for path in SYNTAX if not is_old_enough(feature_at(known, path))}
    assert new < {*SYNTAX}
    texts = sources(SCRIPTS, "js") | sources(STYLES, "css")
    found = {
        name: sorted(
            path
            for path in new - STANDS_IN
            if path.startswith("css") == name.endswith(".css") and re.search(SYNTAX[path], text, re.MULTILINE)
        )
        for name, text in texts.items()
    }
    assert {name: paths for name, paths in found.items() if paths} == {}


NEW_SYNTAX = {
    "javascript.classes.static.initialization_blocks": "class A {\n  static { go(); }\n}",
    "javascript.classes.private_class_fields_in": "return #kept in other;",
    "javascript.operators.await.top_level": "const { a } = await import('./a.js');",
    "javascript.regular_expressions.lookbehind_assertion": "/(?<!a)b/",
    "javascript.regular_expressions.modifier": "/(?i:a)b/",
    "javascript.builtins.RegExp.unicodeSets": "text.match(/[a--b]/gv);",
    "javascript.builtins.RegExp.hasIndices": "text.match(/a/d);",
    "javascript.builtins.Error.Error.options_cause_parameter": "throw new Error('no', { cause: error });",
    "javascript.statements.import.import_attributes": "import a from './a.json' with { type: 'json' };",
    "javascript.statements.using": "using file = open();",
    "api.HTMLElement.inert": "page.inert = true;",
    "css.selectors.nesting": "a {\n  & b {",
    "css.types.length.lh": "height: 4lh;",
    "css.types.length.rlh": "height: 4rlh;",
    "css.types.length.cap": "height: 1cap;",
    "css.types.length.ic": "width: 2ic;",
    "css.types.length.viewport_percentage_units_dynamic": "height: 100dvh;",
    "css.types.length.viewport_percentage_units_large": "height: 100lvh;",
    "css.types.length.viewport_percentage_units_small": "height: 100svmin;",
    "css.types.length.container_query_length_units": "width: 50cqi;",
}


def test_every_newer_way_of_writing_would_be_seen(known: dict):
    assert {*NEW_SYNTAX} == {path for path in SYNTAX if not is_old_enough(feature_at(known, path))}
    unseen = [path for path, text in NEW_SYNTAX.items() if not re.search(SYNTAX[path], text, re.MULTILINE)]
    assert unseen == []


def test_scripts_give_functions_nothing_that_is_too_new(known: dict):
    new = too_new(options(known))
    assert options_in("on(a, { signal });\nb.addEventListener(c, () => d({ e: 1 }), { once: f(), signal: g });") >= {
        ("on", "signal"),
        ("addEventListener", "signal"),
    }
    assert {("addEventListener", "signal"), ("Error", "cause"), ("share", "files"), ("focus", "focusVisible")} <= new
    found = {
        name: {each for each in options_in(text) & new - STANDS_IN if each[0] not in ASKED_FOR_FIRST}
        for name, text in sources(SCRIPTS, "js").items()
    }
    assert {name: sorted(each) for name, each in found.items() if each} == {}


def test_scripts_ask_for_nothing_by_selectors_that_are_too_new():
    found = {name: SELECTORS.findall(text) for name, text in sources(SCRIPTS, "js").items()}
    assert {name: selectors for name, selectors in found.items() if selectors} == {}


def words_of_styles(css: dict) -> Iterator[tuple[str, dict]]:
    """What properties may be set to, as `property: word`."""
    for name, feature in css["properties"].items():
        for word, each in feature.items():
            if word != "__compat" and isinstance(each, dict) and "__compat" in each:
                yield f"{name}: {word}", each


def words_in(text: str) -> set[str]:
    return {
        f"{name}: {word}"
        for name, value in re.findall(r"[{;]\s*([a-z-]+)\s*:([^{};]*)", text)
        for word in re.findall(r"[a-z-]+", value)
        if name not in DONE_WITHOUT
    }


def test_styles_use_nothing_that_old_browsers_are_worse_without(known: dict):
    css = known["css"]
    new = {
        "property": too_new(css["properties"].items()),
        "selector": too_new(css["selectors"].items()),
        "rule": too_new(css["at-rules"].items()),
        "media": too_new(css["at-rules"]["media"].items()),
        "function": too_new([*css["types"].items(), *css["types"]["color"].items()]),
        "word": too_new(words_of_styles(css)),
    }
    assert "has" in new["selector"]
    assert {"layer", "container"} <= new["rule"]
    assert "color-mix" in new["function"]
    assert "overflow: clip" in new["word"]
    used = {
        "property": r"[{;]\s*([a-z-]+)\s*:",
        "selector": r"::?([a-z-]+)(?=[^{};]*\{)",
        "rule": r"@([a-z-]+)",
        "media": r"\(([a-z-]+):",
        "function": r"([a-z-]+)\(",
    }
    found = {
        name: {kind: {*re.findall(pattern, text)} & new[kind] - DONE_WITHOUT for kind, pattern in used.items()}
        | {"word": words_in(text) & new["word"] - DONE_WITHOUT}
        for name, text in sources(STYLES, "css").items()
    }
    assert {
        name: each for name, kinds in found.items() if (each := {k: sorted(v) for k, v in kinds.items() if v})
    } == {}
