"""The house: each wing stands on those below it alone, and no module on itself by a detour."""

import ast
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
