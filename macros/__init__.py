"""What a page may call: the plugin's entry points, and nothing else.

The macros themselves are in `render/`; CONTRIBUTING.md lists them for authors.
"""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from .checks.load import DATA_FILE, Fault, read
from .checks.pages import check_groups, check_pages
from .model.guide import Guide
from .model.languages import LANGUAGES, MAIN, WRITTEN, Language
from .publish.build import Plain, Staging
from .publish.finished import HOME, ROOT
from .render.folds import Folds
from .render.macros import MACROS
from .render.view import View, template_fault
from .spared import Spared


def define_env(env: Any) -> None:
    """Check data and pages, then offer the macros. Stops the build with every fault at once."""
    language = env.conf["theme"]["language"]
    if language not in LANGUAGES:
        raise PluginError(f"theme.language is {language!r}; the guide speaks {', '.join(LANGUAGES)}")
    env.guide = _checked_guide(Path(env.project_dir), env.conf["extra"].get("check", WRITTEN))
    # Other site engines pass a plain dict, build one language at a time and call no hook.
    env.has_hooks = isinstance(env.conf, MkDocsConfig)
    if env.has_hooks:
        env.conf.plugins["plain"] = Plain()
    env.conf["markdown_extensions"].append(Folds())
    alone = language != MAIN or not env.has_hooks or env.conf["extra"].get("preview")
    env.staging = None if alone else Staging(env.conf)
    env.spared = Spared()
    if env.has_hooks:
        env.conf.plugins["spared"] = env.spared
    env.template_faults = set()
    env.language = language
    for macro in MACROS:
        env.macro(partial(_call, env, macro), macro.__name__)


def on_post_page_macros(env: Any) -> None:
    """After a page's macros: stop at a template that failed."""
    if env.template_faults:
        _stop(env.template_faults)


def on_post_build(env: Any) -> None:
    """After the main language: build the others, take the last step, replace the last good site."""
    if env.staging:
        env.staging.finish(env.guide)


def _view(env: Any) -> View:
    """The same from every page: engines resolve links in HTML each in its own way, so the last step puts in the way."""
    extra = {name: env.conf["extra"].get(name) or "" for name in ("report_url", "zip")}
    return View(env.guide, env.language, HOME, ROOT, env.conf["use_directory_urls"], **extra)


def _call(env: Any, macro: Callable[..., str], *arguments: str, **named: str) -> str:
    try:
        made = macro(_view(env), *arguments, **named)
        return env.spared.stand_in(made) if env.has_hooks else made
    except Exception as error:
        if not env.has_hooks:
            raise
        # Raised from here it would end a server; `on_post_page_macros` can stop the build alone.
        env.template_faults.add(template_fault(error))
        return ""


def _checked_guide(project: Path, languages: Iterable[Language]) -> Guide:
    """The guide, once it and the pages in those languages have no fault."""
    reading = read(project / DATA_FILE, DATA_FILE)
    faults = set(reading.faults)
    if reading.ids is not None:
        macros = {macro.__name__: macro for macro in MACROS}
        faults.update(check_pages(project, DATA_FILE, reading.ids, macros, languages))
    if reading.guide:
        faults.update(check_groups(project, DATA_FILE, reading.guide))
    if faults:
        _stop(faults)
    return reading.guide


def _stop(faults: set[Fault]) -> None:
    lines = "\n".join(map(str, sorted(faults)))
    raise PluginError(f"nothing was built; to mend first:\n{lines}\n")
