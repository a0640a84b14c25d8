"""Modules become one script whole, or not at all: an import or export of an unknown form is named with its line."""

from graphlib import CycleError
from pathlib import Path

import pytest

from macros.publish.one_script import one_script
from tests.conftest import ROOT

OURS = ROOT / "overrides/assets/js/guide.js"


def script(folder: Path, **modules: str) -> str:
    """The script of the module `a`."""
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    return one_script(folder / "a.js")


def test_every_module_of_the_guide_is_in_it():
    whole = one_script(OURS)
    for module in OURS.parent.rglob("*.js"):
        assert f'"{module.relative_to(OURS.parent).as_posix()}": async (' in whole


@pytest.mark.parametrize(
    ("module", "becomes"),
    [
        ('import "./b.js";', 'await $load("./b.js");'),
        ('import { one, two as second } from "./b.js";', 'const { one, two: second } = await $load("./b.js");'),
        ('import {\n  one,\n} from "./b.js";', 'const {\n  one,\n} = await $load("./b.js");'),
        ('later(() => import("./b.js"));', 'later(() => $load("./b.js"));'),
        ("here(import.meta.url);", "here($meta.url);"),
        ("export const ONE = 1;\nexport class Two {}", "const ONE = 1;\nclass Two {}\nreturn { ONE, Two };"),
        ("export async function one() {}", "async function one() {}\nreturn { one };"),
    ],
)
def test_it_does_what_the_module_did(tmp_path: Path, module: str, becomes: str):
    assert becomes in script(tmp_path, a=module, b="")


@pytest.mark.parametrize(
    "line",
    [
        'import all from "./b.js";',
        'import * as all from "./b.js";',
        'import "https://elsewhere.example/b.js";',
        'import { one } from "package";',
        "export default 1;",
        "export { one };",
        "export let changing = 1;",
        'export * from "./b.js";',
    ],
)
def test_another_form_is_refused_with_its_line(tmp_path: Path, line: str):
    with pytest.raises(ValueError, match=r"^a\.js:2: "):
        script(tmp_path, a=f'import "./b.js";\n{line}', b="")


def test_a_module_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match=r"^a\.js imports b\.js"):
        script(tmp_path, a='import "./b.js";')


def test_a_circle_is_refused(tmp_path: Path):
    with pytest.raises(CycleError):
        script(tmp_path, a='import "./b.js";', b='import "./a.js";')
