"""What a page may call: the plugin's entry points, and nothing else.

The macros themselves are in `render.py`; CONTRIBUTING.md lists them for authors.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from .checks.load import Fault, read
from .checks.pages import check_groups, check_pages, title_of
from .model.guide import Guide
from .model.languages import LANGUAGES, MAIN
from .model.schema import schema
from .publish.assets import write_shared
from .publish.build import Staging
from .publish.copies import llms_txt, write_copies
from .publish.linked_data import as_script, linked_data
from .publish.terms import link_terms
from .render.letters import desk, papers
from .render.macros import MACROS
from .render.page import page_end
from .render.search import searched
from .render.view import View, template_fault

DATA_FILE = "docs/guide.yml"
PAPER = "paper/"
# The glossary needs no link to itself, and paper has none.
WITHOUT_TERMS = ("glossary.md", PAPER)


def define_env(env: Any) -> None:
    """Check data and pages, then offer the macros. Stops the build with every fault at once."""
    language = env.conf["theme"]["language"]
    if language not in LANGUAGES:
        raise PluginError(f"theme.language is {language!r}; the guide speaks {', '.join(LANGUAGES)}")
    env.guide = _checked_guide(Path(env.project_dir))
    # Other site engines pass a plain dict, build one language at a time and call no hook.
    env.has_hooks = isinstance(env.conf, MkDocsConfig)
    env.staging = Staging(env.conf) if language == MAIN and env.has_hooks else None
    env.template_faults = set()
    env.language = language
    for macro in MACROS:
        env.macro(partial(_call, env, macro), macro.__name__)


def on_post_page_macros(env: Any) -> None:
    """After a page's macros: stop at a template that failed, or link the page's terms."""
    if env.template_faults:
        _stop(env.template_faults)
    if not env.page.file.src_uri.startswith(WITHOUT_TERMS):
        view = _view(env)
        env.markdown = link_terms(env.markdown, view.guide.terms(view.language), view.term_link)
    env.markdown += f"\n\n{page_end(_view(env))}"
    if not env.page.file.src_uri.startswith(PAPER):
        env.markdown += f"\n\n{_linked_data(env)}"


def on_post_build(env: Any) -> None:
    """After a language: write what its scripts fetch and its copies. After the main one: build the others, publish."""
    view = View(env.guide, env.language, home="./", root="./", directories=env.conf["use_directory_urls"])
    shared = {"desk": desk(view), "papers": papers(view), "searched": searched(view)}
    write_shared(Path(env.conf["site_dir"]), env.language, shared)
    _write_copies(env)
    if env.staging:
        env.staging.finish(env.guide, schema())


def _view(env: Any) -> View:
    home = "../" * env.page.url.count("/") or "./"
    root = home if env.language == MAIN else f"{home}../"
    extra = {name: env.conf["extra"].get(name) or "" for name in ("report_url", "zip")}
    return View(env.guide, env.language, home, root, env.conf["use_directory_urls"], **extra)


def _linked_data(env: Any) -> str:
    page = env.page
    return as_script(
        linked_data(
            env.guide,
            env.language,
            page.file.src_uri.removesuffix(".md"),
            page.canonical_url,
            env.conf["site_url"],
            title_of(page.markdown),
            page.meta["description"],
            env.markdown,
        )
    )


def _write_copies(env: Any) -> None:
    site, site_url, languages = Path(env.conf["site_dir"]), env.conf["site_url"], env.conf["extra"]["languages"]
    root_url = site_url.removesuffix(languages[env.language]["path"])
    others = {code: f"{root_url}{own['path']}llms.txt" for code, own in languages.items() if code != env.language}
    pages = write_copies(site, site_url, env.guide, env.language)
    (site / "llms.txt").write_text(llms_txt(env.guide, env.language, pages, root_url, others), "utf-8")


def _call(env: Any, macro: Callable[..., str], *arguments: str, **named: str) -> str:
    try:
        return macro(_view(env), *arguments, **named)
    except Exception as error:
        if not env.has_hooks:
            raise
        # Raised from here it would end a server; `on_post_page_macros` can stop the build alone.
        env.template_faults.add(template_fault(error))
        return ""


def _checked_guide(project: Path) -> Guide:
    reading = read(project / DATA_FILE, DATA_FILE)
    faults = set(reading.faults)
    if reading.ids is not None:
        faults.update(check_pages(project, DATA_FILE, reading.ids, {macro.__name__: macro for macro in MACROS}))
    if reading.guide:
        faults.update(check_groups(project, DATA_FILE, reading.guide))
    if faults:
        _stop(faults)
    return reading.guide


def _stop(faults: set[Fault]) -> None:
    lines = "\n".join(map(str, sorted(faults)))
    raise PluginError(f"nothing was built; to mend first:\n{lines}\n")
