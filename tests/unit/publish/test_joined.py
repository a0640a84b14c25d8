"""Joined modules: each in one file, few files, and none that is only found once another has come."""

import re
from pathlib import Path

import pytest

from macros.publish.joined import LIGHT, join_modules
from macros.publish.modules import imports_of
from tests.conftest import ROOT

OURS = ROOT / "overrides/assets/js/guide.js"
APART = OURS.parent / "page/before-shown.js"
"""What pages load beside guide.js."""
HEAVY = f"// {'x' * LIGHT}\n"


def joined(folder: Path, **modules: str) -> dict[str, str]:
    """The files made of those modules, by their names; `a` is the entry."""
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    return join_modules(folder / "a.js")


def modules_in(file: str) -> list[str]:
    """The modules in a file, in their order."""
    return re.findall(r"^export const \$(\w+) = \(", file, re.MULTILINE)


def test_every_module_of_the_guide_is_in_one_file():
    ours = [path.relative_to(OURS.parent) for path in OURS.parent.rglob("*.js") if path != APART]
    names = [re.sub(r"\W", "_", path.with_suffix("").as_posix()) for path in ours]
    assert sorted(name for file in join_modules(OURS).values() for name in modules_in(file)) == sorted(names)


def test_every_file_of_the_guide_names_all_that_it_needs():
    imports = imports_of(join_modules(OURS))
    for name, named in imports.items():
        assert {further for other in named for further in imports[other]} <= {*named}, name


def test_what_the_entry_needs_goes_with_it_and_the_rest_where_it_is_needed(tmp_path: Path):
    files = joined(
        tmp_path,
        a='import "./state.js";\nimport("./b.js");\nimport("./c.js");',
        b='import { s } from "./state.js";\nimport { both } from "./both.js";\nimport { own } from "./own.js";',
        c='import { both } from "./both.js";',
        state="export const s = {};",
        own="export const own = 1;",
        both=f"{HEAVY}export const both = 2;",
    )
    assert {name: modules_in(file) for name, file in files.items()} == {
        "a.js": ["state", "a"],
        "b.js": ["own", "b"],
        "both.js": ["both"],
        "c.js": ["c"],
    }


def test_little_that_several_share_goes_with_the_entry_but_only_with_what_it_needs(tmp_path: Path):
    files = joined(
        tmp_path,
        a='import("./b.js");\nimport("./c.js");',
        b='import { little } from "./little.js";\nimport { light } from "./light.js";',
        c='import { little } from "./little.js";\nimport { light } from "./light.js";',
        little="export const little = 1;",
        light='import { heavy } from "./heavy.js";\nexport const light = 2;',
        heavy="export const heavy = 3;" + HEAVY,
    )
    assert modules_in(files["a.js"]) == ["a"]
    both = {"b": 'import { little } from "./little.js";', "c": 'import { little } from "./little.js";'}
    assert modules_in(joined(tmp_path, **both)["a.js"]) == ["little", "a"]


def test_a_type_named_in_a_comment_is_no_import(tmp_path: Path):
    assert [*joined(tmp_path, a='/** @type {import("./b.js").B} */\nf();', b="export class B {}")] == ["a.js"]


def test_what_the_entry_imports_at_once_and_later_is_refused(tmp_path: Path):
    with pytest.raises(ValueError, match=r"^a\.js imports b\.js at once"):
        joined(tmp_path, a='import "./b.js";\nimport("./b.js");', b="")


def test_another_form_of_import_is_refused_with_its_line(tmp_path: Path):
    with pytest.raises(ValueError, match=r"^b\.js:2: "):
        joined(tmp_path, a='import("./b.js");', b='f();\nimport * as all from "./c.js";')
