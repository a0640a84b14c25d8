"""The service worker, which keeps the whole built site for times without a network."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from ..render.changes import FEED

# For machines (`copies.py` writes llms.txt and the .md files), or not part of a visit.
_LEFT_OUT = ("sw.js", "_headers", "sitemap.xml", "robots.txt", "llms.txt", "guide.json", "guide.schema.json", FEED)
_LEFT_OUT_ENDINGS = (".map", ".md", ".gz")
_LEFT_OUT_NAMES = ("card-", "icon-512")
# What the search of our languages loads, of the many that the theme has.
LUNR = ("lunr.stemmer.support.min.js", "lunr.multi.min.js", "lunr.zh.min.js")


# The folder that all languages load from.
SHARED = "assets/"


def write_service_worker(site: Path, template: str, offline: bool, others: Iterable[str]) -> None:
    """Write `sw.js` into `site`, which is complete but for it.

    It lists every file of a visit with its digest by where it belongs: `assets/`, one of the `others`, the folders of
    languages (`en/`), or the main language (the empty name). Pages are named by the address that ends in a slash. The
    version is a digest of all that, so that the same site gives the same worker.
    """
    folders = (SHARED, *others)
    files = sorted(path for path in site.rglob("*") if path.is_file() and is_for_readers(path, site))
    parts: dict[str, dict[str, str]] = {folder: {} for folder in ("", *folders)}
    for path in files:
        address = _address(path, site)
        folder = next((folder for folder in folders if address.startswith(folder)), "")
        parts[folder][address] = _digest(path.read_bytes())
    filled = (
        template.replace("{{ version }}", json.dumps(_digest(json.dumps(parts).encode())))
        .replace("{{ files }}", json.dumps(parts, ensure_ascii=False))
        .replace("{{ shared }}", json.dumps(SHARED))
        .replace("{{ offline }}", json.dumps(offline))
    )
    (site / "sw.js").write_text(filled, "utf-8")


def is_for_readers(path: Path, site: Path) -> bool:
    """Whether a file of the built site is part of a visit, rather than for machines."""
    name = path.relative_to(site).as_posix()
    return not (
        path.name in _LEFT_OUT
        or name.endswith(_LEFT_OUT_ENDINGS)
        or path.name.startswith(_LEFT_OUT_NAMES)
        or ("/lunr/" in name and path.name not in LUNR)
    )


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _address(path: Path, site: Path) -> str:
    name = path.relative_to(site).as_posix()
    return name.removesuffix("index.html") if path.name == "index.html" else name
