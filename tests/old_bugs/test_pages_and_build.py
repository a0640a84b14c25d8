"""Mistakes others made between a Markdown page and the reader."""

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown
from mkdocs.config import load_config

from macros.checks.load import CONFIGS, parse
from macros.model.languages import LANGUAGES, Language
from macros.render.checklists import checklist
from macros.render.view import View
from tests.conftest import ROOT
from tests.unit.conftest import GUIDE, edit

each_language = pytest.mark.parametrize("language", LANGUAGES)


def test_a_heading_id_is_no_jinja_comment():
    """`## Title {#id}` was read as the beginning of a comment: the id was lost, or half the page with it."""
    pages = sorted(ROOT.glob("docs/*/**/*.md"))
    assert pages
    assert [page.relative_to(ROOT).as_posix() for page in pages if "{#" in page.read_text("utf-8")] == []


@each_language
def test_an_unknown_name_on_a_page_is_an_error(language: Language):
    """Of two switches only one was set: the misspelt name was shown to readers and the build still ended well."""
    settings = load_config(str(ROOT / CONFIGS[language])).plugins["macros"].config
    assert settings["on_undefined"] == "strict"
    assert settings["on_error_fail"] is True


def test_chinese_words_can_be_found_at_all(site: Path):
    """Without the theme's Chinese the index was cut at blanks only, and no Chinese query found anything."""
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    assert "\u200b" in re.sub(r"\\u200b", "\u200b", index["config"]["separator"])
    assert any("\u200b" in page["text"] for page in index["docs"])


@each_language
def test_an_aligned_table_brings_no_inline_style(language: Language):
    """Tables with aligned columns got inline styles, which a strict policy of content blocks."""
    config = load_config(str(ROOT / CONFIGS[language]))
    markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    html = markdown.convert("| a | b |\n|:-:|--:|\n| c | d |\n")
    assert "<td" in html
    assert "style=" not in html


def test_no_page_has_an_inline_style(site: Path):
    """What the policy blocks looks right to its author and wrong to every reader."""
    pages = {page: BeautifulSoup(page.read_text("utf-8"), "html.parser") for page in site.rglob("*.html")}
    assert pages
    assert [str(page) for page, html in pages.items() if html.select("article [style], article style")] == []


def test_a_tick_survives_an_edit_of_its_words():
    """Ids of items were made from their titles: each edit made everybody's tick disappear."""

    def ids(text: str) -> list[str]:
        html = checklist(View(parse(text, "guide.yml").guide, "en", "./", "../"), "lost", "minutes")
        return re.findall(r'data-item="([^"]+)"', html)

    edited = edit(GUIDE, ("Do not pay again", "Never pay twice"), ("Look at the status", "See the status page"))
    assert ids(edited) == ids(GUIDE) == ["stop-paying", "check-status"]


def test_two_items_never_share_a_tick_by_accident():
    """Two items with the same title had the same id: ticking one ticked the other."""
    same_words = edit(GUIDE, ("{id: warn-others, text: {zh: 告诉对方, en: Warn the others}}",
                              "{id: warn-others, text: {zh: 下载回执, en: Get the receipt}}"))  # fmt: skip
    assert not parse(same_words, "guide.yml").faults
    same_id = edit(GUIDE, ("{id: warn-others,", "{id: get-receipt,"))
    assert any("“get-receipt” is taken" in str(fault) for fault in parse(same_id, "guide.yml").faults)


@pytest.mark.parametrize("name", ["requirements.txt", "tests/requirements.txt"])
def test_no_pinned_file_names_the_index_it_came_from(name: str):
    """A lock file recorded the address of a private package index: nobody else could install from it."""
    header, command, *lines = (ROOT / name).read_text("utf-8").splitlines()
    assert (header[:1], command) == ("#", "#    make lock")
    version = r"[\w.-]+==[\w.]+(?: ; [\w =!'<>.()]+)? \\"
    digest = r"    --hash=sha256:[0-9a-f]{64}(?: \\)?"
    because = r"    # (?:via)? *(?:-[rc] (?:tests/)?requirements\.(?:in|txt)|[\w-]*)"
    assert lines
    assert [line for line in lines if not re.fullmatch(f"{version}|{digest}|{because}", line)] == []
