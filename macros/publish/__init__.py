"""The last step, which belongs to no engine: from a folder of finished pages to the site that readers get.

`python -m macros.publish site/` takes it over what any engine has built; our own build takes it before it replaces
the last good site. It makes pages of their own of what long ones fold, links the terms, adds to each page its end, the
line on what has changed there and what it is for search engines, lets the theme's own scripts run, writes the copies,
llms.txt, the feed of changes, the open data and what scripts fetch, lays out the assets, and lists in the service
worker what is kept for times without a network.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..model.guide import Guide
from ..model.languages import EDITIONS, LANGUAGES, MAIN, OTHERS, Language, folder_of
from ..model.schema import schema
from ..model.settings import settings_of
from ..render.changes import FEED, change_note
from ..render.letters import desk, papers
from ..render.page import language_note, not_begun, page_end
from ..render.search import searched
from ..render.view import View
from .assets import lay_out_assets, write_shared
from .cache import Cache
from .copies import llms_txt, page_copy
from .feed import feed
from .finished import (
    HOME,
    OF_NO_INDEX,
    PAPER,
    ROOT,
    Page,
    add_after,
    append,
    article_of,
    described,
    name_of,
    pages_of,
    parsed,
)
from .leaves import apart, without_marks
from .linked_data import as_script, linked_data
from .offline import write_service_worker
from .pauses import mark_pauses
from .policy import allow_scripts_of_theme
from .quoted import mark_words
from .sitemap import list_leaves
from .small import small_settings
from .terms import link_terms

# What hosts and robots look for at the root alone.
ROOT_ONLY = ("_headers", "robots.txt")
# The glossary needs no link to itself, and paper has none.
WITHOUT_TERMS = ("glossary", PAPER)
CACHE = Path(".cache/pages")
_INDENT = re.compile(r"\n\s+")
CODE = Path(__file__).parent.parent
SERVICE_WORKER = CODE / "templates/sw.js"


@dataclass(frozen=True)
class Settings:
    """What mkdocs.yml says of the site.

    `address` is where it will stand, ending in a slash; `offline` whether devices keep it; `directories` whether its
    pages are addressed as `about/` or as `about.html`.
    """

    address: str
    offline: bool
    directories: bool = True


def settings_in(config: Path) -> Settings:
    """The settings in a mkdocs.yml."""
    said = settings_of(config)
    return Settings(said["site_url"], said["extra"]["offline"], said.get("use_directory_urls", True))


def publish(site: Path, guide: Guide, settings: Settings, kept: Path = CACHE) -> None:
    """Make the site for readers of the folder `site`, which holds the pages of all languages.

    What came of a page that has not changed is taken from the folder `kept`, and left there for the next time.
    Raises ValueError, naming the page where it is one, for a folder that is not as it must be.
    """
    _refuse(site)
    for language in LANGUAGES:
        view = View(guide, language, home="./", root="./", directories=settings.directories)
        write_shared(site, language, {"desk": desk(view), "papers": papers(view), "searched": searched(view)})
        for name in ROOT_ONLY if language != MAIN else ():
            (site / folder_of(language) / name).unlink(missing_ok=True)
    lay_out_assets(site, {language: folder_of(language) for language in OTHERS})
    cache = _kept_in(kept, guide, settings)
    for language in LANGUAGES:
        pages = [finish(path, site, guide, language, settings, cache) for path in pages_of(site, language)]
        list_leaves(site / folder_of(language), {page.address: page.leaves for page in pages if page})
        with_copies = {page.name: page for page in pages if page and page.copy}
        text = llms_txt(guide, language, with_copies, settings.address, _other_lists(language, settings))
        home = site / folder_of(language)
        (home / "llms.txt").write_text(text, "utf-8")
        (home / FEED).write_text(feed(guide, language, settings.address, settings.directories), "utf-8")
    cache.tidy()
    _write_open_data(site, guide, schema(), settings.address)
    write_service_worker(site, SERVICE_WORKER.read_text("utf-8"), settings.offline, map(folder_of, OTHERS))


def _refuse(site: Path) -> None:
    for language in LANGUAGES:
        home = site / folder_of(language) / "index.html"
        if not home.is_file():
            raise ValueError(f"{home} is missing; build the pages of {language} first")
    # The first thing that is made, so that a folder left half done is known too.
    if laid_out := next(site.glob("assets/guide-*"), None):
        raise ValueError(f"{site} is published already ({laid_out.name} is in it); build its pages anew first")


def _kept_in(folder: Path, guide: Guide, settings: Settings) -> Cache:
    """What came of each page at earlier builds; all is worked out anew on another day, with other data or code."""
    code = sorted(path for path in CODE.rglob("*") if path.suffix in (".py", ".html"))
    versions = (sys.version, *map(version, ("selectolax", "babel", "jinja2", "markupsafe")))
    return Cache(folder, code, guide.model_dump_json(), repr((settings, date.today(), versions)))


def finish(
    path: Path, site: Path, guide: Guide, language: Language, settings: Settings, cache: Cache | None = None
) -> Page | None:
    """Do to one page what is to be done, write its leaves and its copy, and say which page it is.

    Without a cache it has no copy.
    """
    name = name_of(path, site / folder_of(language))

    def finished(language: Language, name: str, text: str) -> str:
        return json.dumps(_finished(text, name, guide, language, settings, with_copy=cache is not None))

    try:
        of = (language, name, path.read_text("utf-8"))
        html, leaves, copy, said = json.loads(cache.text(finished, *of) if cache else finished(*of))
    except ValueError as error:
        raise ValueError(f"{path.relative_to(site)}: {error}") from error
    path.write_text(html, "utf-8")
    for leaf, text in leaves.items():
        (path.parent / leaf).mkdir(exist_ok=True)
        (path.parent / leaf / path.name).write_text(text, "utf-8")
    if copy is not None:
        path.with_suffix(".md").write_text(copy, "utf-8")
    return said and Page(**said)


def _finished(
    text: str, name: str, guide: Guide, language: Language, settings: Settings, with_copy: bool
) -> tuple[str, dict[str, str], str | None, dict[str, Any] | None]:
    """What a page's HTML becomes, its leaves by name, its copy if it has one, and what `Page` says of it if it has an
    address."""
    if "<pre" not in text:
        text = _INDENT.sub("\n", text)
    tree = parsed(text)
    page = described(tree, name)
    if not page:
        return _for_readers(tree), {}, None, None
    of = (guide, language, settings)
    view = _view(page, *of)
    tree, article = _linked(text, page, guide, language, view)
    copy = page_copy(page, guide, language, article.html) if page.copy and with_copy else None
    leaves = {}
    if settings.directories:
        rest, leaves = apart(text, view)
        if leaves:
            tree, article = _linked(rest, page, guide, language, view)
    html = _laid_out(tree, article, page, view, settings)
    finished = {leaf: _finished_leaf(text, f"{name}/{leaf}", *of) for leaf, text in leaves.items()}
    return html, finished, copy, asdict(replace(page, leaves=[*finished]))


def _finished_leaf(text: str, name: str, guide: Guide, language: Language, settings: Settings) -> str:
    page = described(parsed(text), name)
    view = _view(page, guide, language, settings)
    return _laid_out(*_linked(text, page, guide, language, view), page, view, settings)


FULL = "where/"
"""Pages of regions, of which the heaviest may weigh no byte more."""


def _linked(text: str, page: Page, guide: Guide, language: Language, view: View) -> tuple[LexborHTMLParser, LexborNode]:
    """A page's tree and its article, with the way in its links, its terms linked and what is quoted marked."""
    tree = parsed(text.replace(HOME, view.home).replace(ROOT, view.root))
    article = article_of(tree)
    if not page.name.startswith(WITHOUT_TERMS):
        link_terms(tree, article, guide.terms(language), view.term_link)
    for lang, quoted in _in_the_other_script(guide, language):
        mark_words(tree, article, quoted, "lang", lang)
    if not page.name.startswith(FULL):
        mark_words(tree, tree.body, _codes(guide), "translate", "no")
    return tree, article


def _codes(guide: Guide) -> re.Pattern:
    """The codes of letters, which stay as they are whatever language a browser makes of a page."""
    codes = sorted((re.escape(letter.code) for letter in guide.letters), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(codes)})(?![\w-])", re.ASCII)


def _laid_out(tree: LexborHTMLParser, article: LexborNode, page: Page, view: View, settings: Settings) -> str:
    """What the HTML of a page becomes that has been linked."""
    words = article.html
    if notes := language_note(view, page.name) + change_note(view, page.name):
        add_after(article.css_first("h1"), notes)
    add_after(article.css_first("h1"), not_begun(view))
    append(article, page_end(view))
    if not page.name.startswith(PAPER):
        home = urljoin(settings.address, folder_of(view.language))
        append(article, f"\n{as_script(linked_data(view.guide, view.language, page, home, words))}\n")
    mark_pauses(tree, article)
    return _for_readers(tree)


def _for_readers(tree: LexborHTMLParser) -> str:
    """A page's HTML without what only the build reads."""
    allow_scripts_of_theme(tree)
    for left_out in tree.css(f"[{OF_NO_INDEX}]"):
        del left_out.attrs[OF_NO_INDEX]
    without_marks(tree)
    return small_settings(tree.html)


def _in_the_other_script(guide: Guide, language: Language) -> Iterator[tuple[str, re.Pattern]]:
    """What is quoted on a language’s pages in characters of another, that it is made from or that is made of it."""
    for made, edition in EDITIONS.items():
        if made == language and edition.made_from:
            yield EDITIONS[edition.made_from].lang, guide.traditional.stays
        if edition.made_from == language:
            yield edition.lang, guide.traditional.stands_out


def _view(page: Page, guide: Guide, language: Language, settings: Settings) -> View:
    start = urljoin(settings.address, folder_of(language))
    if not page.address.startswith(start):
        raise ValueError(f"stands at {page.address}, not under {start}; set GUIDE_URL as it was when it was built")
    home = "../" * page.address.removeprefix(start).count("/") or "./"
    root = home if language == MAIN else f"{home}../"
    return View(guide, language, home, root, settings.directories)


def _other_lists(language: Language, settings: Settings) -> dict[Language, str]:
    """Where each other language lists its copies."""
    return {code: f"{settings.address}{folder_of(code)}llms.txt" for code in LANGUAGES if code != language}


def _write_open_data(site: Path, guide: Guide, schema: dict[str, Any], address: str) -> None:
    data = guide.model_copy(update={"schema_address": urljoin(address, "guide.schema.json")})
    (site / "guide.json").write_text(data.model_dump_json(by_alias=True, exclude_none=True, indent=1), "utf-8")
    (site / "guide.schema.json").write_text(json.dumps(schema, ensure_ascii=False, indent=1), "utf-8")
