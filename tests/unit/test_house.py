"""The house: each wing stands on those below it alone, and no module on itself by a detour."""

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from macros.publish.modules import imports_of, named_in
from tests.conftest import ROOT

SCRIPTS = ROOT / "overrides/assets/js"
STANDS_ON = {
    "page": set(),
    "kept": {"page"},
    "offline": {"page"},
    "search": {"kept", "page"},
    "changes": {"kept", "page"},
    "regions": {"kept", "page"},
    "checklists": {"kept", "page"},
    "wallets": {"kept", "page"},
    "letters": {"regions", "checklists", "wallets", "kept", "page"},
    "case": {"letters", "regions", "checklists", "wallets", "kept", "page"},
}
"""What each wing of the scripts may import besides its own; the entry, guide.js, may import all."""


def imports() -> dict[str, set[str]]:
    """What each script imports, at once or later, both seen from the scripts' folder."""
    modules = {path.relative_to(SCRIPTS).as_posix(): path.read_text("utf-8") for path in SCRIPTS.rglob("*.js")}
    return {name: {*at_once, *named_in(name, modules[name])} for name, at_once in imports_of(modules).items()}


def test_every_script_but_the_entry_lives_in_a_wing():
    assert {path.relative_to(SCRIPTS).as_posix() for path in SCRIPTS.glob("*.js")} == {"guide.js"}
    assert {path.name for path in SCRIPTS.iterdir() if path.is_dir()} == set(STANDS_ON)


@pytest.mark.parametrize("wing", STANDS_ON)
def test_a_wing_stands_on_those_below_it_alone(wing: str):
    astray = {
        f"{name} → {imported}"
        for name, all_imported in imports().items()
        for imported in all_imported
        if Path(name).parts[0] == wing and Path(imported).parts[0] not in STANDS_ON[wing] | {wing}
    }
    assert not astray, f"these go up, or aside; move what they need further down: {sorted(astray)}"


def test_nothing_leads_back_to_the_entry_and_no_import_to_nowhere():
    all_imports = imports()
    reached = set().union(*all_imports.values())
    assert reached <= set(all_imports) - {"guide.js"}


def test_no_scripts_import_each_other_in_a_circle():
    TopologicalSorter(imports()).prepare()


# What is lost on its way ----------------------------------------------------------------------

ELSE_ANSWERED = {
    "page/ways-left.js": "within `try`, whose `catch` says that it did not come",
    "case/case-transfer.js": "within `try`, whose `catch` shows entries as they are kept",
}
"""Where `import(…)` is answered in another way than by `.catch` behind it."""
ASK_FOR_DATA = {
    "page/desk.js": "`defineWhenHere` says so in the place of each element",
    "letters/papers.js": "`letter-builder` is defined when it is here, else `defineWhenHere` says so",
    "search/search-list.js": "its own `.catch`; said below the box",
}
ASK_FOR_PAGES = {
    "page/page-leaf.js": "says so in the fold, and the way to the page stays",
    "case/case-plan.js": "says so in the place of the plan, and the way to it stays",
    "case/situation-plan.js": "the link to the letter stays, which does all that the letter in its place would",
    "regions/plan-region.js": "says so in its place, and the link to all regions stays",
    "regions/region-choice.js": "says so in its place, and the list of all regions opens",
    "wallets/provider-freeze.js": "says so in its place, and where else it stands",
}


def code_of() -> dict[str, str]:
    """The scripts without their comments."""
    texts = {path.relative_to(SCRIPTS).as_posix(): path.read_text("utf-8") for path in SCRIPTS.rglob("*.js")}
    return {name: re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", text, flags=re.DOTALL) for name, text in texts.items()}


def test_no_module_that_is_fetched_later_is_lost_without_a_word():
    fetched = {name for name, code in code_of().items() if re.search(r"(?<![\w.$])import\(", code)}
    silent = {
        name for name, code in code_of().items() if re.search(r"(?<![\w.$])import\([^()]*\)(?!\.catch\(\(\) => )", code)
    }
    assert silent == {*ELSE_ANSWERED}, "say with `sayNotCome` what did not come, or here why nothing need be said"
    assert {"guide.js", "wallets/provider-choice.js"} <= fetched - silent


def test_no_data_that_is_fetched_is_lost_without_a_word():
    def callers(call: str) -> set[str]:
        return {name for name, code in code_of().items() if re.search(rf"(?<!function )(?<![\w.$]){call}\(", code)}

    assert callers("fetch") == {"page/shared-data.js", "page/other-page.js"}
    assert callers("sharedData") == {*ASK_FOR_DATA}
    assert callers("(?:partOf|elementOf|leafAt)") == {*ASK_FOR_PAGES}


# Python --------------------------------------------------------------------------------------

MACROS = ROOT / "macros"
PACKAGES = {
    "model": set(),
    "checks": {"model"},
    "render": {"model", "checks"},
    "publish": {"model", "checks", "render"},
}
"""What each package may import besides itself; the entry points beside them may import all."""


def python_imports() -> dict[str, set[str]]:
    """What each Python module imports of the others, both with dots and seen from `macros`."""
    modules = {".".join(path.relative_to(MACROS).with_suffix("").parts): path for path in MACROS.rglob("*.py")}
    return {name: set(_imported(name, path, modules)) for name, path in modules.items()}


def _imported(name: str, path: Path, modules: dict[str, Path]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = name.split(".")[: -node.level] + (node.module or "").split(".")
            for place in (".".join(filter(None, (*base, alias.name))) for alias in node.names):
                yield next(
                    (known for known in (place, f"{place}.__init__", place.rpartition(".")[0]) if known in modules),
                    f"{place.rpartition('.')[0]}.__init__".lstrip("."),
                )


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_stands_on_those_below_it_alone(package: str):
    astray = {
        f"{name} → {imported}"
        for name, all_imported in python_imports().items()
        for imported in all_imported
        if name.split(".")[0] == package and imported.split(".")[0] not in PACKAGES[package] | {package}
    }
    assert not astray, f"these go up; move what they need further down: {sorted(astray)}"


def test_no_python_modules_import_each_other_in_a_circle():
    TopologicalSorter(python_imports()).prepare()


def test_the_arrows_of_python_are_seen():
    """Or the two tests above could not fail."""
    assert "model.base" in python_imports()["render.text"]
    assert "publish.__init__" in python_imports()["publish.build"]
