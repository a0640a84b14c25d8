"""How a built site's stylesheets, scripts and shared data are laid out for readers.

All languages load them from the root of the site, and ours stand in a folder whose name is a digest of what
is in it: a browser may keep it for ever, and no page ever meets the styles or scripts of another version. They are
joined and made small, and each page says from the start which files it will need at once, so that a browser asks for
few, and for all of them together.
"""

import hashlib
import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from .joined import join_modules
from .modules import imports_of, with_imports
from .small import small_script, small_style

STYLES, SCRIPT, EARLY_SCRIPT = Path("css/index.css"), Path("js/guide.js"), Path("js/page/early.js")
"""What pages load, in `assets/`; the rest of ours is found from there."""
_IMPORT = re.compile(r'^@import url\("([\w-]+\.css)"\);$', re.MULTILINE)
# What stands before the address of one of ours in a page.
_OURS = re.compile(rf'assets/(?={re.escape(str(STYLES))}"|{SCRIPT.parent}/[\w./-]+\.js")')
# The table in guide.js: an element, and the module that is fetched at once where it stands on a page.
_ON_SOME_PAGES = re.compile(r"^const ON_SOME_PAGES = \{\n(.*?)^\};$", re.MULTILINE | re.DOTALL)
_ELEMENT = re.compile(r'^  "([a-z]+(?:-[a-z]+)+)": "\./([\w./-]+\.js)",$', re.MULTILINE)


def write_shared(site: Path, language: str, data: Mapping[str, str]) -> None:
    """Leave in a language's site the JSON that its scripts fetch when they need it, by name."""
    (site / "assets").mkdir(parents=True, exist_ok=True)  # A preview's languages come in no order.
    for name, content in data.items():
        (site / f"assets/{name}.{language}.json").write_text(content, "utf-8")


def lay_out_assets(site: Path, others: Mapping[str, str]) -> None:
    """Bring the assets of `site` into the layout above.

    `others` are the languages in folders of their own, with the folder of each. Raises FileNotFoundError where a
    stylesheet imports one that is not there, and what `join_modules` raises.
    """
    assets = site / "assets"
    for language, home in others.items():
        own = site / home / "assets"
        for data in own.glob(f"*.{language}.json"):
            shutil.move(data, assets)
        shutil.rmtree(own)
    _join_styles(assets / STYLES)
    needed = _join_scripts(assets)
    ours = [assets / STYLES.parent, assets / SCRIPT.parent, *assets.glob("*.json")]
    folder = assets / f"guide-{_digest(assets, ours)}"
    folder.mkdir()
    for entry in ours:
        shutil.move(entry, folder)
    for page in site.rglob("*.html"):
        text = _with_preloads(page.read_text("utf-8"), needed)
        page.write_text(_OURS.sub(f"assets/{folder.name}/", text), "utf-8")


def _join_styles(path: Path) -> None:
    """Put the stylesheets that one imports in its place, so that a browser asks once."""
    imports = path.read_text("utf-8")
    joined = _IMPORT.sub(lambda line: path.with_name(line[1]).read_text("utf-8"), imports)
    path.write_text(small_style(joined), "utf-8")
    for name in _IMPORT.findall(imports):
        path.with_name(name).unlink()


def _join_scripts(assets: Path) -> dict[str, list[str]]:
    """Put joined files in the place of the modules, so that a browser asks for few.

    Gives for each element in ON_SOME_PAGES the files it needs, seen from `assets`.
    """
    entry = assets / SCRIPT
    table = _ON_SOME_PAGES.search(entry.read_text("utf-8"))
    files = join_modules(entry)
    early = (assets / EARLY_SCRIPT).read_text("utf-8")
    shutil.rmtree(entry.parent)
    folder = SCRIPT.parent.as_posix()
    for name, text in {**files, EARLY_SCRIPT.relative_to(folder).as_posix(): early}.items():
        path = entry.parent / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(small_script(text), "utf-8")
    imports = imports_of(files)
    return {
        element: [f"{folder}/{name}" for name in with_imports([file], imports) if name != entry.name]
        for element, file in _ELEMENT.findall(table[1] if table else "")
    }


def _with_preloads(page: str, needed: Mapping[str, list[str]]) -> str:
    """The page with a link after our script to each file that its elements need at once."""
    files = dict.fromkeys(file for element in _standing(page, needed) for file in needed[element])

    def with_links(script: re.Match) -> str:
        return script[0] + "".join(f'\n<link rel="modulepreload" href="{script[1]}assets/{file}">' for file in files)

    return re.sub(rf'<script[^>]* src="([^"]*)assets/{SCRIPT}"[^>]*></script>', with_links, page)


def _standing(page: str, elements: Iterable[str]) -> list[str]:
    """Which of the elements stand on a page from the start, rather than in a template."""
    found, templates = {}, 0
    for tag in re.findall(rf"<({'|'.join(['/?template', *elements])})[\s>]", page):
        if tag.endswith("template"):
            templates += -1 if tag.startswith("/") else 1
        elif not templates:
            found[tag] = None
    return [*found]


def _digest(assets: Path, entries: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    files = (path for entry in entries for path in (entry, *entry.rglob("*")) if path.is_file())
    for path in sorted(files):
        digest.update(path.relative_to(assets).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
