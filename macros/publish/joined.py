"""Our ES modules joined into fewer files, so that a page asks for few and none waits for a long chain of others.

What the entry imports at once becomes one file. Each module that is imported later becomes a file with what it alone
needs, and what several of those need becomes one too; so every module is in one file and runs once. A file has the
path of the last of its modules, the one that the others are there for: the path by which it is imported later.
Each names every file that it needs, so that the browser asks for all of them together.

Within a file each module is a function that runs at once, in the order that a browser would run them in; only what
several files share runs before all that one of them has alone. So none may wait at its top, which not every engine
can bear anyway (tests/unit/test_modules.py).
"""

import json
import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, relpath, splitext

from .modules import as_body, exports_of, imported_later, imports_of, read_modules, seen_from, with_imports

LIGHT = 2400
"""Characters up to which what several files share goes with the entry: asking for it would cost more than having it.

It then runs on every page, so none of our modules asks for anything when it is only imported."""


@dataclass(frozen=True)
class _Plan:
    """The texts of all modules, what each imports at once, which are imported later, and the file that each goes into,
    in the order in which they run."""

    modules: Mapping[str, str]
    imports: Mapping[str, list[str]]
    later: Set[str]
    homes: Mapping[str, str]


def join_modules(entry: Path) -> dict[str, str]:
    """The files that do what the module `entry` does, by their paths seen from its folder.

    Modules that nothing imports are not in them. Raises what `read_modules` and `as_body` raise, and ValueError for
    a module that the entry imports both at once and later.
    """
    modules = read_modules(entry)
    imports = imports_of(modules)
    later = imported_later(modules)
    if both := {*with_imports([entry.name], imports)} & later:
        raise ValueError(f"{entry.name} imports {min(both)} at once, so nothing need import it later")
    plan = _Plan(modules, imports, later, _homes(entry.name, sorted(later), modules, imports))
    return {home: _file(plan, home) for home in dict.fromkeys(plan.homes.values())}


def _homes(
    entry: str, later: Iterable[str], modules: Mapping[str, str], imports: Mapping[str, list[str]]
) -> dict[str, str]:
    """The file that each module goes into, in the order in which they run."""
    needed = {root: {*with_imports([root], imports)} for root in [entry, *later]}
    # The entry comes last, for what goes with it has to run before.
    order = with_imports([*imports[entry], *later, entry], imports)
    groups: dict[frozenset[str], list[str]] = {}
    for name in order:
        needing = frozenset(root for root in needed if name in needed[root])
        groups.setdefault(frozenset([entry]) if entry in needing else needing, []).append(name)
    homes = {name: group[-1] for group in groups.values() for name in group}
    for group in groups.values():
        others = {*with_imports(group, imports)} - {*group}
        light = sum(len(modules[name]) for name in group) <= LIGHT and not needed.keys() & {*group}
        if light and all(homes[other] == entry for other in others):
            homes.update(dict.fromkeys(group, entry))
    return {name: homes[name] for name in order}


def _file(plan: _Plan, home: str) -> str:
    names = _modules_of(plan, home)
    named = {imported for name in names for imported in plan.imports[name]}
    elsewhere: dict[str, list[str]] = {}
    for other in _needed(plan, names):
        if plan.homes[other] != home:
            elsewhere.setdefault(plan.homes[other], []).extend([_variable(other)] if other in named else [])
    lines = [
        *(f"import {{ {', '.join(variables)} }} from {_path(file, home)};" for file, variables in elsewhere.items()),
        *(f"export const {_variable(name)} = {_run(name, plan.modules[name], home)};" for name in names),
    ]
    if home in plan.later:
        lines.append(f"export const {{ {', '.join(exports_of(plan.modules[home]))} }} = {_variable(home)};")
    return "\n".join([*lines, ""])


def _modules_of(plan: _Plan, home: str) -> list[str]:
    return [name for name in plan.homes if plan.homes[name] == home]


def _needed(plan: _Plan, names: list[str]) -> list[str]:
    """The modules and all that they import, with whatever else stands in the same files and needs more."""
    needed = with_imports(names, plan.imports)
    homes = dict.fromkeys(plan.homes[name] for name in needed)
    beside = [other for home in homes for other in _modules_of(plan, home)]
    further = with_imports([*needed, *beside], plan.imports)
    return needed if {plan.homes[name] for name in further} <= homes.keys() else _needed(plan, further)


def _run(name: str, text: str, home: str) -> str:
    """The expression that runs a module in the file `home` and gives what it exports."""
    body = as_body(name, text, lambda path: _variable(seen_from(name, path)))
    if "$load(" in body:
        body = f"const $load = (path) => import(new URL(path, $meta.url));\n{body}"
    if "$meta" in body:
        body = f"const $meta = {{ url: new URL({_path(name, home)}, import.meta.url).href }};\n{body}"
    return f"(() => {{\n{body}\n}})()"


def _variable(name: str) -> str:
    """What holds the exports of a module, by its path: those of `kept/store.js` are in `$kept_store`."""
    return f"${re.sub(r'[^A-Za-z0-9]+', '_', splitext(name)[0])}"


def _path(name: str, home: str) -> str:
    """How the file `home` names another."""
    path = relpath(name, dirname(home) or ".")
    return json.dumps(path if path.startswith("../") else f"./{path}")
