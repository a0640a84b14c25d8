"""`make hostile` tells apart what was done, what a page says was not, and what failed in silence."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.model.guide import Guide
from tests.browser.conftest import NewContext
from tests.browser.letters.test_letters import CLIPBOARD_REFUSED
from tools.hostile import reader, table
from tools.hostile.environments import Environment, Site
from tools.hostile.hands import Emulated
from tools.hostile.reader import NotDone, Reader
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


FIELD = "<input style='position: relative; display: block'>"
# What a field does for a second or at a tap, and whether a reader who taps it once gets to type.
FIELDS = {
    "in a page that still fades in": ("startFading", True),
    "that still moves": ("startMoving", True),
    "that takes no tap": ("refuse", False),
    "that takes the second tap alone": ("refuseOnce", False),
}
FIELD_DOES = """(what) => {
  const field = document.querySelector("input");
  const refuse = (once) => field.addEventListener("mousedown", (event) => event.preventDefault(), { once });
  const SECOND = 1000;
  return void {
    startFading: () => {
      const fade = { opacity: [0, 1] };
      const { ready } = document.startViewTransition(() => {});
      return ready.then(() => {
        document.documentElement.animate(fade, { duration: SECOND, pseudoElement: "::view-transition-new(root)" });
      });
    },
    startMoving: () => field.animate({ top: ["500px", "0"] }, SECOND),
    refuse: () => refuse(false),
    refuseOnce: () => refuse(true),
  }[what]();
}"""


@pytest.mark.parametrize("field", FIELDS)
def test_a_reader_waits_for_a_field_to_stand_still_and_taps_it_once(
    new_context: NewContext, guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, field: str
):
    does, takes_text = FIELDS[field]
    monkeypatch.setattr(reader, "A_WHILE", 2)
    hands = Emulated(new_context(has_touch=True), tmp_path)
    hands.page.set_content(FIELD)
    hands.run(FIELD_DOES, does)
    with nullcontext() if takes_text else pytest.raises(NotDone, match="takes no text"):
        Reader(hands, "", guide, "en").type("input", "typed")


def test_the_table_counts_each_kind():
    cells = {verdict: Cell(verdict) for verdict in Verdict} | {"again": Cell(Verdict.DONE)}
    assert table.row("a world", cells).split("|")[1].split() == ["2", "1", "1"]
