"""What a page may call: the plugin's entry points, and nothing else.

The macros themselves are in `render.py`; CONTRIBUTING.md lists them for authors.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from .build import MAIN, Staging
from .load import read
from .model import LANGUAGES, Guide
from .pages import check_pages
from .render import MACROS, View
from .schema import schema

DATA_FILE = "docs/guide.yml"


def define_env(env: Any) -> None:
    """Check data and pages, then offer the macros. Stops the build with every fault at once."""
    project = Path(env.project_dir)
    language = env.conf["theme"]["language"]
    if language not in LANGUAGES:
        raise PluginError(f"theme.language is {language!r}; the guide speaks {', '.join(LANGUAGES)}")
    env.guide = _checked_guide(project)

    def view() -> View:
        home = "../" * env.page.url.count("/") or "./"
        root = home if language == MAIN else f"{home}../"
        return View(env.guide, language, home, root, env.conf["use_directory_urls"])

    for macro in MACROS:
        env.macro(partial(_call, macro, view), macro.__name__)
    # Other site engines pass a plain dict, build one language at a time and call no hook.
    env.staging = Staging(env.conf) if language == MAIN and isinstance(env.conf, MkDocsConfig) else None


def on_post_build(env: Any) -> None:
    """After the main language: build the others beside it and publish the whole."""
    if env.staging:
        env.staging.finish(env.guide, schema())


def _call(macro: Callable[..., str], view: Callable[[], View], *arguments: str, **named: str) -> str:
    return macro(view(), *arguments, **named)


def _checked_guide(project: Path) -> Guide:
    reading = read(project / DATA_FILE, DATA_FILE)
    faults = set(reading.faults)
    if reading.ids is not None:
        faults.update(check_pages(project, DATA_FILE, reading.ids, {macro.__name__: macro for macro in MACROS}))
    if faults:
        lines = "\n".join(map(str, sorted(faults)))
        raise PluginError(f"nothing was built; to mend first:\n{lines}\n")
    return reading.guide
