"""`make pictures`: the icons and the cards shown where a page is shared, drawn by the browser of the tests.

They are committed, because a build needs no browser. Draw them anew after a change to a title, the mark or the words.
"""

from html import escape
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from macros.load import read
from macros.model import LANGUAGES

from . import chromium
from .conftest import ROOT

IMAGES = ROOT / "overrides/assets/images"
ICONS = (192, 512)
CARD = {"width": 1200, "height": 630}
LOOK = """
body { margin: 0; font-family: "Noto Sans CJK SC", system-ui, sans-serif; color: #fff; background: #0b5a52; }
main { box-sizing: border-box; display: flex; flex-direction: column; justify-content: space-between;
  width: 1200px; height: 630px; padding: 80px; }
h1 { margin: 0; font-size: 92px; line-height: 1.2; }
p { display: flex; gap: 24px; align-items: center; margin: 0; font-size: 40px; }
p svg { width: 72px; height: 72px; }
"""


def main() -> None:
    guide = read(ROOT / "docs/guide.yml", "docs/guide.yml").guide
    mark = (IMAGES / "favicon.svg").read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.ensure(), args=chromium.FLAGS)
        page = browser.new_page()
        for size in ICONS:
            page.set_viewport_size({"width": size, "height": size})
            page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block; width: {size}px }}</style>{mark}")
            _draw(page, IMAGES / f"icon-{size}.png")
        page.set_viewport_size(CARD)
        for language in LANGUAGES:
            name = guide.words.guide[language]
            titles = {"index": name, **{issue.id: issue.title[language] for issue in guide.issues}}
            for id, title in titles.items():
                words = f"<h1>{escape(title)}</h1><p>{mark}<span>{escape(name)}</span></p>"
                page.set_content(f'<html lang="{language}"><style>{LOOK}</style><main>{words}</main>')
                _draw(page, IMAGES / f"card-{language}-{id}.png")
        browser.close()


def _draw(page: Page, path: Path) -> None:
    page.screenshot(path=path)
    print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
