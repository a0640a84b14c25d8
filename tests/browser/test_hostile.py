"""`make hostile` tells apart what was done, what a page says was not, and what failed in silence."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.model.guide import Guide
from tests.browser.letters.test_letters import CLIPBOARD_REFUSED
from tools.hostile import table
from tools.hostile.environments import Environment, Site
from tools.hostile.tasks import TASKS
from tools.hostile.verdict import Cell, Verdict, judge

(COPY,) = (task for task in TASKS if task.name == "copy it")

LIES = "navigator.clipboard.writeText = async () => {};"
"""The page hears that it was copied, and says so."""
EMPTIES = "setInterval(() => document.querySelectorAll('.way-by-hand').forEach((box) => { box.value = ''; }));"
OUT_OF_SIGHT = """
const sheet = new CSSStyleSheet();
sheet.replaceSync(".way-said { position: fixed; top: 200vh; }");
document.adoptedStyleSheets = [sheet];
"""
COPIES = {
    "as it should be": ("", Verdict.DONE),
    "refused, and said": (CLIPBOARD_REFUSED, Verdict.SAID),
    "said to be copied, and not copied": (LIES, Verdict.SILENT),
    "said to be in the box, and not there": (CLIPBOARD_REFUSED + EMPTIES, Verdict.SILENT),
    "said where nobody looks": (CLIPBOARD_REFUSED + OUT_OF_SIGHT, Verdict.SILENT),
}


@pytest.mark.parametrize("copy", COPIES)
def test_a_copy_is_judged_by_what_is_on_the_clipboard_and_on_the_screen(
    browser: Browser, site: Path, address: str, guide: Guide, copy: str
):
    script, verdict = COPIES[copy]
    world = Environment(copy, "", script=script)
    with world.reader(Site(site, address, guide, lambda flags: browser), "en") as reader:
        cell = judge(COPY, reader)
    assert cell.verdict is verdict, cell.why


def test_the_table_counts_each_kind():
    cells = {verdict: Cell(verdict) for verdict in Verdict} | {"again": Cell(Verdict.DONE)}
    assert table.row("a world", cells).split("|")[1].split() == ["2", "1", "1"]
