"""A browser's reader view, as Firefox makes it, keeps the words of every page: plans lost their steps, regions all but
a third. Safari's is of the same kind, but cannot be asked here.
"""

from pathlib import Path

import pytest

from macros.model.languages import Language
from tests.browser.conftest import NewContext, start
from tools.npm import AbsentError, package

READABILITY = "@mozilla/readability@0.6.0"
"""What Firefox takes the words of a page with."""

LOST = """
(tellsNothing) => {
  document.querySelectorAll("article details").forEach((details) => { details.open = true; });
  const close = (text) => text.replace(/\\s/g, "");
  const { title, textContent } = new Readability(document.cloneNode(true)).parse() ?? { title: "", textContent: "" };
  const kept = close(title + textContent);
  const isSaid = ({ parentElement: place }) => place.checkVisibility() && !place.closest("button");
  const said = (part) => {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      texts.push(isSaid(walker.currentNode) ? walker.currentNode.data : "");
    }
    return close(texts.join(""));
  };
  const parts = "h2, h3, h4, h5, p, li, dt, dd, th, td, summary";
  return [...document.querySelectorAll(`article :is(${parts})`)]
    .filter((part) => !part.closest(tellsNothing))
    .filter((part) => !part.querySelector(`${parts}, select, input:not([type=checkbox])`))
    .map(said)
    .filter((text) => !kept.includes(text));
}
"""
TELLS_NOTHING = ", ".join(
    (
        # What is there to be tapped, or to say how far one is.
        "[data-awaits-script]", "[role=status]", "which-region", "case-bar", "case-keep", "search-home",
        # Warnings, each taken away once it is not true.
        ".not-begun", "change-note",
        # A blank letter.
        "letter-builder",
        # A little part that bears “share” as a word is taken for a button: its id stays for those who kept it.
        "#fake-support-screen-share > summary",
    )
)  # fmt: skip


@pytest.fixture(scope="module")
def readability() -> str:
    try:
        return (package(READABILITY) / "Readability.js").read_text("utf-8")
    except AbsentError as absent:
        pytest.skip(str(absent))


def pages(site: Path, language: Language, part: str) -> list[str]:
    """The pages below a part of an edition, seen from the site; of the main one, those outside the others."""
    home = site / start(language)
    found = (home / part).glob("index.html" if part == "" else "**/index.html")
    return sorted(f"{page.parent.relative_to(site).as_posix()}/" for page in found)


@pytest.mark.parametrize(
    ("language", "part"),
    [("en", part) for part in ("", "about", "basics", "glossary", "issues", "letters", "providers", "where")]
    + [("zh", "where"), ("zh-Hant", "where")],
)
def test_a_reader_view_keeps_every_word(
    new_context: NewContext, site: Path, readability: str, language: Language, part: str
):
    page = new_context(timezone_id="Asia/Shanghai", bypass_csp=True).new_page()
    paths = pages(site, language, part)
    assert paths
    lost = {}
    for path in paths:
        page.goto(path)
        page.wait_for_load_state("networkidle")
        page.evaluate(f"{readability}\nwindow.Readability = Readability;\nvoid 0")
        lost[path] = page.evaluate(LOST, TELLS_NOTHING)
    assert {path: texts for path, texts in lost.items() if texts} == {}
