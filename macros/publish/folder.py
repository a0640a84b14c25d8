"""The guide in a zip, to be opened from a folder: `python -m macros.publish.folder SITE ZIP` (`make zip`).

SITE was built with `--no-directory-urls`. From a folder a browser runs no module, starts no worker from a file,
lets no script read a file, and asks nobody whether there is something newer. So each page of the copy loads one
classic script, its policy allows no network at all, and it says how old it is, where the living guide is and
what does not work here.
"""

import html
import json
import os
import re
import sys
import zipfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from posixpath import dirname, join, normpath, splitext

from ..checks.load import DATA_FILE, read
from ..model.guide import Guide
from ..model.languages import LANGUAGES, MAIN, OTHERS, folder_of
from ..render.offline import folder_note, folder_start
from ..render.view import View
from .finished import on_the_web
from .offline import LUNR, is_for_readers
from .one_script import one_script

FOLDER = "wallet-complaint-guide"
START, OPENER, PAGES = "start.html", "open.js", "guide/"
"""What stands in that folder: the file to double-click, in `PAGES` all others, and the script that leads there."""

# As they are written: a site has them joined in several files.
_SCRIPT = Path(__file__).parents[2] / "overrides/assets/js/guide.js"
_SEARCH_WORKER = Path(__file__).parent.parent / "templates/search_worker.js"

# For lost addresses and for installing: neither happens in a folder.
_STAYS_BEHIND = ("404.html", "manifest.webmanifest")
# “About” links to it.
_OPEN_DATA = "guide.json"
_ASKED_FOR = re.compile(r"(?:^|/)(?:where(?:/[\w-]+)?\.html|assets/.*\.json)$")
"""Files that scripts fetch: the pages that are shown in part on others, and data."""
_AS_SCRIPT = re.compile(r"(?:^|/)(?:assets/.*|search/search_index)\.json$")
"""Files of which only the script made of them is of use here."""

_POLICY = re.compile(r'(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*')
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
_MODULE = re.compile(r'<script(?=[^>]* type="module")[^>]* src="([^"]+)"[^>]*></script>')
_SETTINGS = re.compile(r'<script id="__config" type="application/json">(.*?)</script>', re.DOTALL)
_ARTICLE = re.compile(r'<article id="article" class="md-content__inner md-typeset">')
# For search engines, chat programs and installing; what is said of a guide that updates itself, or stays behind;
# modules; and what a script serves that runs before a page is shown: the fade between pages, the line on an edition.
_WEB_ONLY = re.compile(
    r'<link rel="(?:alternate ?|manifest|modulepreload)"[^>]*>|<meta (?:property="og:|name="twitter:)[^>]*>'
    r'|<script type="application/ld\+json">.*?</script>|<offline-note\b.*?</offline-note>'
    r'|<div class="language-note".*?</div>'
    r'|<span class="web-only">.*?</span>|<script(?=[^>]* blocking="render")[^>]*></script>',
    re.DOTALL,
)
_SHARE = re.compile(r"<share-page\b.*?</share-page>", re.DOTALL)


@dataclass(frozen=True)
class Copy:
    """A built site to be copied: its folder, whose guide it is, of which day, and where the living guide begins."""

    site: Path
    guide: Guide
    built: date
    living: str | None

    def text(self, name: str) -> str:
        return (self.site / name).read_text("utf-8")

    def on_the_web(self, name: str) -> str | None:
        """Where the living guide has the page of that file."""
        page = re.sub(r"\.html$", "/", re.sub(r"(^|/)index\.html$", r"\1", name))
        return self.living and self.living + page


def zip_site(site: Path, target: Path, guide: Guide, built: date) -> Copy:
    """Write the zip `target`, whole or not at all; the same site, guide and day give the same bytes.

    Raises ValueError where a page or a script of the site is not of the expected form.
    """
    copy = Copy(site, guide, built, _living((site / "index.html").read_text("utf-8")))
    part = target.with_name(f"{target.name}.part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(_contents(copy).items()):
            entry = zipfile.ZipInfo(f"{FOLDER}/{name}", (built.year, built.month, built.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # As made on Unix, wherever it is made.
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    part.replace(target)
    return copy


def built_on() -> date:
    """The day of the guide: `SOURCE_DATE_EPOCH` (see reproducible-builds.org), or today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()


def _living(home: str) -> str | None:
    """Where the living guide begins, by the home page; None for a site that knows no address but this machine's."""
    address = html.unescape(_CANONICAL.search(home)[1]).removesuffix("index.html")
    return address if on_the_web(address) else None


def _contents(copy: Copy) -> dict[str, str | bytes]:
    """Every file of the folder, by its name seen from there."""
    paths = sorted(path for path in copy.site.rglob("*") if path.is_file() and _goes_along(path, copy.site))
    names = [path.relative_to(copy.site).as_posix() for path in paths]
    pages = {name: copy.text(name) for name in names if name.endswith(".html")}
    modules = {_seen_from(name, _only(_MODULE, text, name)[1]) for name, text in pages.items()}
    workers = {_seen_from(name, _search(_only(_SETTINGS, text, name))) for name, text in pages.items()}
    changed = {name: _page(copy, name, text) for name, text in pages.items()}
    in_script = tuple({f"{dirname(module)}/" for module in modules})
    files = {
        **{name: (copy.site / name).read_bytes() for name in names if not name.startswith(in_script)},
        **changed,
        **{_whole(module): one_script(_SCRIPT) for module in modules},
        **{_whole(worker): _search_worker(copy.site / worker) for worker in workers},
        **{f"{name}.js": _readable(changed.get(name) or copy.text(name)) for name in names if _ASKED_FOR.search(name)},
        **{
            _index(name): f"var __index = {copy.text(name)};\n" for name in names if name.endswith("/search_index.json")
        },
    }
    homes = {language: f"{folder_of(language)}index.html" for language in LANGUAGES}
    return {
        **{f"{PAGES}{name}": content for name, content in files.items() if not _AS_SCRIPT.search(name)},
        OPENER: f'location.replace("{PAGES}{homes[MAIN]}");\n',
        START: folder_start(
            copy.guide,
            {language: PAGES + home for language, home in homes.items()},
            {language: copy.on_the_web(home) for language, home in homes.items()},
            OPENER,
        ),
    }


def _goes_along(path: Path, site: Path) -> bool:
    if path.name in _STAYS_BEHIND or {"lunr", "workers"} & {*path.relative_to(site).parts}:
        return False
    return path.name == _OPEN_DATA or is_for_readers(path, site)


# A page ------------------------------------------------------------------------------------


def _page(copy: Copy, name: str, text: str) -> str:
    language = next((language for language in OTHERS if name.startswith(folder_of(language))), MAIN)
    address = copy.on_the_web(name)
    note = folder_note(View(copy.guide, language, home="./", root="./", directories=False), copy.built, address)
    text = _WEB_ONLY.sub("", text if address else _SHARE.sub("", text))
    for pattern, change in (
        (_POLICY, lambda found: _policy(found[0])),
        (_CANONICAL, lambda found: _whereabouts(copy, address)),
        (_MODULE, lambda found: f'<script defer src="{_whole(found[1])}"></script>'),
        (_SETTINGS, lambda found: f'{found[0]}<script src="{_whole(_search(found))}"></script>'),
        (_ARTICLE, lambda found: f"{found[0]}\n{note}"),
    ):
        _only(pattern, text, name)
        text = pattern.sub(change, text)
    return text


def _policy(on_the_web: str) -> str:
    """The page's policy, with files for `'self'` (which means no file to some browsers) and nothing to connect to."""
    rules = dict(rule.strip().split(" ", 1) for rule in on_the_web.split(";"))
    for gone in ("connect-src", "manifest-src"):
        rules.pop(gone, None)
    rules["worker-src"] = "blob:"
    return "; ".join(f"{name} {sources}" for name, sources in rules.items()).replace("'self'", "file:")


def _whereabouts(copy: Copy, address: str | None) -> str:
    """What the head says of the living guide: the page there, and where all of it begins."""
    if address is None:
        return ""
    page, living = html.escape(address), html.escape(copy.living)
    return f'<link rel="canonical" href="{page}">\n<meta name="guide-living" content="{living}">'


def _search(settings: re.Match) -> str:
    """The address of the search worker in the theme's settings."""
    return json.loads(settings[1])["search"]


def _only(pattern: re.Pattern, text: str, name: str) -> re.Match:
    """What the pattern finds, which must be one thing: a page that looks otherwise may not be changed blindly."""
    found = list(pattern.finditer(text))
    if len(found) != 1:
        raise ValueError(f"{name}: found {len(found)} of {pattern.pattern}, not 1; change it in {__name__}")
    return found[0]


# Scripts -----------------------------------------------------------------------------------


def _search_worker(worker: Path) -> str:
    lunr = worker.parent.parent / "lunr/min"
    languages = {name: (lunr / name).read_text("utf-8") for name in LUNR}
    template = _SEARCH_WORKER.read_text("utf-8").replace("{{ worker }}", _json(worker.read_text("utf-8")))
    return template.replace("{{ languages }}", _json(languages))


def _readable(text: str) -> str:
    """The script that one_script.js loads where a module fetches a file."""
    return f"window.guideFile = {_json(text)};\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


# Names -------------------------------------------------------------------------------------


def _seen_from(page: str, address: str) -> str:
    """The file that a page of that name means by a relative address."""
    return normpath(join(dirname(page), address))


def _whole(script: str) -> str:
    """Beside a script or worker: what replaces it in a folder, with all that it would load."""
    return f"{splitext(script)[0]}.folder.js"


def _index(name: str) -> str:
    """Where the theme looks for its search index in a folder."""
    return f"{splitext(name)[0]}.js"


if __name__ == "__main__":
    site, target = map(Path, sys.argv[1:])
    try:
        copy = zip_site(site, target, read(Path(DATA_FILE), DATA_FILE).guide, built_on())
    except (ValueError, OSError) as error:
        sys.exit(f"No zip was made: {error}")
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB, the guide of {copy.built}")
    if copy.living is None:
        print("It names no living guide. Set GUIDE_URL to its address, and make the zip again.", file=sys.stderr)
