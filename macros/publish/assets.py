"""How a built site's stylesheets, scripts and shared data are laid out for readers.

All languages load them from the root of the site, and ours stand in a folder whose name is a digest of what
is in it: a browser may keep it for ever, and no page ever meets the styles or scripts of another version.
"""

import hashlib
import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

STYLES, SCRIPT, EARLY_SCRIPT = Path("css/index.css"), Path("js/guide.js"), Path("js/page/page-change.js")
"""What pages load, in `assets/`; the rest of ours is found from there."""
_IMPORT = re.compile(r'^@import url\("([\w-]+\.css)"\);$', re.MULTILINE)


def write_shared(site: Path, language: str, data: Mapping[str, str]) -> None:
    """Leave in a language's site the JSON that its scripts fetch when they need it, by name."""
    for name, content in data.items():
        (site / f"assets/{name}.{language}.json").write_text(content, "utf-8")


def lay_out_assets(site: Path, others: Iterable[str]) -> None:
    """Bring the assets of `site` into the layout above.

    `others` are the languages in folders of their own. Raises FileNotFoundError where a stylesheet imports one
    that is not there.
    """
    assets = site / "assets"
    for language in others:
        own = site / language / "assets"
        for data in own.glob(f"*.{language}.json"):
            shutil.move(data, assets)
        shutil.rmtree(own)
    _join_styles(assets / STYLES)
    ours = [assets / STYLES.parent, assets / SCRIPT.parent, *assets.glob("*.json")]
    folder = assets / f"guide-{_digest(ours)}"
    folder.mkdir()
    for entry in ours:
        shutil.move(entry, folder)
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        for entry in (STYLES, EARLY_SCRIPT, SCRIPT):
            text = text.replace(f'assets/{entry}"', f'assets/{folder.name}/{entry}"')
        page.write_text(text, "utf-8")


def _join_styles(path: Path) -> None:
    """Put the stylesheets that one imports in its place, so that a browser asks once."""
    imports = path.read_text("utf-8")
    path.write_text(_IMPORT.sub(lambda line: path.with_name(line[1]).read_text("utf-8"), imports), "utf-8")
    for name in _IMPORT.findall(imports):
        path.with_name(name).unlink()


def _digest(entries: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    files = (path for entry in entries for path in (entry, *entry.rglob("*")) if path.is_file())
    for path in sorted(files):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
