"""Our ES modules as one classic script, for pages opened from a folder, where browsers refuse modules.

Each module becomes an async function in a table; `templates/one_script.js` runs them, each once and after what
it imports, as a browser runs modules. Only the forms of import and export that our modules use are known, each
on a line of its own. Any other is refused, so that nothing is ever half taken over.
"""

import json
import re
from graphlib import TopologicalSorter
from pathlib import Path
from posixpath import dirname, join, normpath

RUNNER = Path(__file__).parent.parent / "templates/one_script.js"

_IMPORT = re.compile(r'^import (?:\{([^{}]*)\} from )?"(\.\.?/[\w./-]+\.js)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function\*?|const|class) (\w+)", re.MULTILINE)
_LATER = re.compile(r"(?<![\w.$])import\(")
_META = re.compile(r"(?<![\w.$])import\.meta(?!\w)")
_UNKNOWN = re.compile(r"^[ \t]*(?:import\b(?!\()|export\b).*", re.MULTILINE)


def one_script(entry: Path) -> str:
    """The script that does what the module `entry` does, with all modules of its folder and those below it in it.

    Raises ValueError naming the line for an import or export of another form, FileNotFoundError for one of a file
    that is not there, graphlib.CycleError where modules import each other in a circle.
    """
    modules = {
        path.relative_to(entry.parent).as_posix(): path.read_text("utf-8")
        for path in sorted(entry.parent.rglob("*.js"))
    }
    imports = {
        name: {normpath(join(dirname(name), found[2])) for found in _IMPORT.finditer(text)}
        for name, text in modules.items()
    }
    for name, imported in imports.items():
        for missing in sorted(imported - modules.keys()):
            raise FileNotFoundError(f"{name} imports {missing}, which is not in {entry.parent}")
    TopologicalSorter(imports).prepare()
    table = "\n".join(f"{json.dumps(name)}: {_as_function(name, text)}," for name, text in modules.items())
    runner = RUNNER.read_text("utf-8")
    return runner.replace("{{ entry }}", json.dumps(entry.name)).replace("{{ modules }}", table)


def _as_function(name: str, text: str) -> str:
    exported = [found[2] for found in _EXPORT.finditer(text)]
    body = _EXPORT.sub(r"\1 \2", _IMPORT.sub(_as_load, text))
    if unknown := _UNKNOWN.search(body):
        line = body.count("\n", 0, unknown.start()) + 1
        raise ValueError(f"{name}:{line}: “{unknown[0].strip()}” cannot be put into one script; see {__name__}")
    body = _META.sub("$meta", _LATER.sub("$load(", body))
    return f"async ($load, $meta) => {{\n{body}\nreturn {{ {', '.join(exported)} }};\n}}"


def _as_load(found: re.Match) -> str:
    names, module = found[1], found[2]
    load = f'await $load("{module}");'
    return f"const {{{names.replace(' as ', ': ')}}} = {load}" if names else load
