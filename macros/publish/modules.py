"""Our ES modules as text: what each imports, at once or later, and what stands in it as the body of a function.

Only the forms of import and export that our modules use are known, each on a line of its own. Any other is
refused, so that nothing is ever half taken over.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from graphlib import TopologicalSorter
from pathlib import Path
from posixpath import dirname, join, normpath

_IMPORT = re.compile(r'^import (?:\{([^{}]*)\} from )?"(\.\.?/[\w./-]+\.js)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function\*?|const|class) (\w+)", re.MULTILINE)
_LATER = re.compile(r"(?<![\w.$])import\(")
_META = re.compile(r"(?<![\w.$])import\.meta(?!\w)")
_UNKNOWN = re.compile(r"^[ \t]*(?:import\b(?!\()|export\b).*", re.MULTILINE)
# Types in comments name modules too.
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NAMED = re.compile(r'"(\.\.?/[\w./-]+\.js)"')


def read_modules(entry: Path) -> dict[str, str]:
    """The text of each module in the folder of `entry` and below, by its path seen from there.

    Raises FileNotFoundError for an import of one that is not there, graphlib.CycleError where modules import each
    other in a circle.
    """
    modules = {
        path.relative_to(entry.parent).as_posix(): path.read_text("utf-8")
        for path in sorted(entry.parent.rglob("*.js"))
    }
    imports = imports_of(modules)
    for name, imported in imports.items():
        for missing in sorted({*imported} - modules.keys()):
            raise FileNotFoundError(f"{name} imports {missing}, which is not in {entry.parent}")
    TopologicalSorter(imports).prepare()
    return modules


def seen_from(name: str, path: str) -> str:
    """The module that another one means by a path."""
    return normpath(join(dirname(name), path))


def imports_of(modules: Mapping[str, str]) -> dict[str, list[str]]:
    """What each module imports before it runs, in its order."""
    return {name: [seen_from(name, found[2]) for found in _IMPORT.finditer(text)] for name, text in modules.items()}


def with_imports(names: Iterable[str], imports: Mapping[str, list[str]]) -> list[str]:
    """Those modules and all that they import, in the order in which a browser runs them."""
    order: dict[str, None] = {}

    def run(name: str) -> None:
        if name not in order:
            for imported in imports[name]:
                run(imported)
            order[name] = None

    for name in names:
        run(name)
    return [*order]


def imported_later(modules: Mapping[str, str]) -> set[str]:
    """The modules that others name to import them once they run."""
    return modules.keys() & {named for name, text in modules.items() for named in named_in(name, text)}


def named_in(name: str, text: str) -> set[str]:
    """What the text of a module names to import it once it runs, whether it is there or not."""
    return {seen_from(name, path) for path in _NAMED.findall(_IMPORT.sub("", _COMMENT.sub("", text)))}


def exports_of(text: str) -> list[str]:
    """The names that a module exports."""
    return [found[2] for found in _EXPORT.finditer(text)]


def as_body(name: str, text: str, loaded: Callable[[str], str]) -> str:
    """The module as the body of a function that returns what it exports.

    `loaded` gives, for the path of an import, the expression whose properties are that module's exports. In the body
    `$load` stands for `import`, and `$meta` for `import.meta`. Raises ValueError naming the line for an import or
    export of another form.
    """

    def as_load(found: re.Match) -> str:
        names, module = found[1], loaded(found[2])
        return f"const {{{names.replace(' as ', ': ')}}} = {module};" if names else f"{module};"

    body = _EXPORT.sub(r"\1 \2", _IMPORT.sub(as_load, text))
    if unknown := _UNKNOWN.search(body):
        line = body.count("\n", 0, unknown.start()) + 1
        raise ValueError(f"{name}:{line}: “{unknown[0].strip()}” cannot be joined with others; see {__name__}")
    body = _META.sub("$meta", _LATER.sub("$load(", body))
    return f"{body}\nreturn {{ {', '.join(exports_of(text))} }};"
