"""Our ES modules as one classic script, for pages opened from a folder, where browsers refuse modules.

Each module becomes an async function in a table; `templates/one_script.js` runs them, each once and after what
it imports, as a browser runs modules.
"""

import json
from pathlib import Path

from .modules import as_body, read_modules

RUNNER = Path(__file__).parent.parent / "templates/one_script.js"


def one_script(entry: Path) -> str:
    """The script that does what the module `entry` does, with all modules of its folder and those below it in it.

    Raises what `read_modules` and `as_body` raise.
    """
    modules = read_modules(entry)
    table = "\n".join(f"{json.dumps(name)}: {_as_function(name, text)}," for name, text in modules.items())
    runner = RUNNER.read_text("utf-8")
    return runner.replace("{{ entry }}", json.dumps(entry.name)).replace("{{ modules }}", table)


def _as_function(name: str, text: str) -> str:
    body = as_body(name, text, lambda path: f'await $load("{path}")')
    return f"async ($load, $meta) => {{\n{body}\n}}"
