"""`make pictures`: the icons and the cards shown where a page is shared, drawn by the browser of the tests.

They are committed, because a build needs no browser. Draw them anew after a change to a title or the mark. A card
keeps its title in the picture's file too, so that a test can tell when it was drawn for another one.
"""

import struct
import zlib
from collections.abc import Iterator
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

from macros.checks.load import read
from macros.checks.pages import title_of
from macros.model.guide import Guide
from macros.model.languages import EDITIONS, LANGUAGES, Language
from tests.conftest import ROOT
from tools.browsers import chromium

IMAGES = ROOT / "overrides/assets/images"
ICONS = (192, 512)
CARD = {"width": 1200, "height": 630}
LOOK = """
body { margin: 0; font-family: "Noto Sans CJK SC", system-ui, sans-serif; color: #fff; background: #0b5a52; }
[lang="zh-Hant"] body { font-family: "Noto Sans CJK TC", system-ui, sans-serif; }
main { box-sizing: border-box; display: flex; flex-direction: column; justify-content: space-between;
  width: 1200px; height: 630px; padding: 80px; }
h1 { margin: 0; font-size: 92px; line-height: 1.2; }
p { display: flex; gap: 24px; align-items: center; margin: 0; font-size: 40px; }
p svg { width: 72px; height: 72px; }
"""

SHARING = ("paper/", "where/")
"""Pages that are shared with the card of another: of an issue, of all regions."""
SIGNATURE = b"\x89PNG\r\n\x1a\n"
# The header, which comes first and is always as long (PNG, 11.2.1): length, type, 13 bytes, checksum.
HEADER = len(SIGNATURE) + 4 + 4 + 13 + 4
TITLE = b"Title\0\0\0\0\0"
"""Of an iTXt chunk (PNG, 11.3.3.4): its keyword; not compressed, in no language, the keyword not translated."""


def cards(guide: Guide, language: Language) -> Iterator[tuple[str, str]]:
    """The file name and the title of each page's card. The home page's shows the name of the guide."""
    source = EDITIONS[language].made_from
    root = ROOT / "docs" / (source or language)
    for path in sorted(root.rglob("*.md")):
        address = path.relative_to(root).with_suffix("").as_posix()
        if not address.startswith(SHARING):
            title = guide.words.guide[language] if path == root / "index.md" else title_of(path.read_text("utf-8"))
            yield f"card-{language}-{address.replace('/', '-')}.png", guide.traditional.of(title) if source else title


def with_title(picture: bytes, title: str) -> bytes:
    """A PNG with its title in it."""
    chunk = b"iTXt" + TITLE + title.encode()
    return b"".join(
        (
            picture[:HEADER],
            struct.pack(">I", len(chunk) - 4),
            chunk,
            struct.pack(">I", zlib.crc32(chunk)),
            picture[HEADER:],
        )
    )


def drawn_title(picture: bytes) -> str | None:
    """The title that `with_title` wrote into a PNG; None if there is none."""
    length, kind = struct.unpack_from(">I4s", picture, HEADER)
    words = picture[HEADER + 8 : HEADER + 8 + length]
    return words.removeprefix(TITLE).decode() if kind == b"iTXt" and words.startswith(TITLE) else None


def main() -> None:
    guide = read(ROOT / "docs/guide.yml", "docs/guide.yml").guide
    mark = (IMAGES / "favicon.svg").read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.ensure(), args=chromium.FLAGS)
        page = browser.new_page()
        for size in ICONS:
            page.set_viewport_size({"width": size, "height": size})
            page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block; width: {size}px }}</style>{mark}")
            _write(IMAGES / f"icon-{size}.png", page.screenshot())
        page.set_viewport_size(CARD)
        for language in LANGUAGES:
            name = guide.words.guide[language]
            for file, title in cards(guide, language):
                words = f"<h1>{escape(title)}</h1><p>{mark}<span>{escape(name)}</span></p>"
                page.set_content(f'<html lang="{language}"><style>{LOOK}</style><main>{words}</main>')
                _write(IMAGES / file, with_title(page.screenshot(), title))
        browser.close()


def _write(path: Path, picture: bytes) -> None:
    path.write_bytes(picture)
    print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
