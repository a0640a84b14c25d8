"""Ten things that readers come for, each done by taps on a phone, and what a page may say where one cannot be done.

A task ends when its result was looked at: on the clipboard, in the file, on the sheet, after coming again. Whatever is
not as it should be raises NotDone. `admits` are the sentences that are true then: where one of them was on the screen,
the page said so. With it goes what must be left to the reader, if the sentence promises that.
"""

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from macros.model.base import Multilingual
from macros.model.guide import Guide
from tools.hostile.reader import A_WHILE, Reader, first_that_comes, plain

ISSUE, SITUATION, LETTER = "funds-not-received", "still-processing", "first-complaint"
"""A situation with the letter that fits it."""
PLAN = f"issues/{ISSUE}/#{SITUATION}"
FIRST_STEP = f"#{SITUATION} .plan-now, .leaf .plan-now"
IN_PLAN = f"#{SITUATION} details.plan-letter > summary, .leaf details.plan-letter > summary"
ELSEWHERE = f".plan-letter a[data-letter={LETTER}]"
ON_LEAF = f"#letter-{LETTER} > summary"
MARK = "T-20261126-"
"""How a number begins that nobody else has typed."""


@dataclass(frozen=True)
class Admission:
    """A sentence of the guide that says what does not work; `left` looks whether what it promises is there."""

    sentence: Multilingual
    left: Callable[[Reader], bool] = lambda reader: True


@dataclass(frozen=True)
class Task:
    name: str
    go: Callable[[Reader], None]
    admits: Callable[[Guide], list[Admission]]


# What all of them may be told -------------------------------------------------------------------


def _not_there(guide: Guide) -> list[Admission]:
    """The page did not start, or a part of it did not come."""
    return [Admission(guide.words.page.not_begun[1]), Admission(guide.words.page.not_come)]


def _not_kept(guide: Guide) -> list[Admission]:
    """It works now, and is gone later."""
    keep = guide.words.keep
    tick = guide.words.tick
    kept_for_a_while = (tick.not_kept, tick.shared, keep.nowhere, keep.in_page, keep.safari)
    return [*_not_there(guide), *map(Admission, kept_for_a_while)]


def _by_hand(reader: Reader) -> bool:
    """The letter is on the page as text that can be selected."""
    return any(MARK in text for text in reader.all_of("textarea"))


def _below(reader: Reader) -> bool:
    """It is in the fold that says so."""
    reader.unfold(".ways-left summary")
    return _by_hand(reader)


# Reading ----------------------------------------------------------------------------------------


def find_situation(reader: Reader) -> None:
    group = next(each for each in reader.guide.groups if SITUATION in each.situations)
    reader.open("")
    reader.unfold(f"#{group.id} > summary")
    reader.tap(f"#{group.id} a[href$='#{SITUATION}']")
    sign = reader.guide.situation[SITUATION].sign[reader.language]
    reader.see(f"#{SITUATION}[open] summary", lambda seen: sign in seen["text"])
    _see_first_step(reader)


def read_first_step(reader: Reader) -> None:
    reader.open(PLAN)
    _see_first_step(reader)


def _see_first_step(reader: Reader) -> None:
    """The plan stands in its fold, or behind the link that is left there. A fold that stays shut is tapped."""
    step = reader.guide.steps(SITUATION)[0].text[reader.language]
    way, fold = f"#{SITUATION} page-leaf a", f"#{SITUATION} > summary"
    if first_that_comes(reader, (FIRST_STEP, way, fold)) == fold:
        reader.unfold(fold)
    if first_that_comes(reader, (FIRST_STEP, way)) == way:
        reader.tap(way)
    reader.see(FIRST_STEP, lambda seen: step[:12] in seen["text"])
    reader.listen()  # What stands above the steps, before they scroll on.


def tick(reader: Reader) -> None:
    step = reader.guide.steps(SITUATION)[0].id
    box = f"#{SITUATION} input[data-item='{step}'], .leaf input[data-item='{step}']"
    reader.open(PLAN)
    _see_first_step(reader)
    reader.tap(box)
    reader.see(box, lambda seen: seen["checked"])
    reader.listen()
    reader.come_again()
    _see_first_step(reader)
    reader.see(box, lambda seen: seen["checked"])


# The letter -------------------------------------------------------------------------------------


def fill_in(reader: Reader) -> str:
    """Open the letter of the plan and type into it. Gives the number that was typed; the letter on the page has it."""
    number = f"{MARK}{time.monotonic_ns() % 10**6}"
    reader.open(PLAN)
    _see_first_step(reader)
    if first_that_comes(reader, (IN_PLAN, ELSEWHERE)) != IN_PLAN:
        reader.tap(ELSEWHERE)
        reader.unfold(ON_LEAF)
    else:
        reader.unfold(IN_PLAN)
    reader.tap(f".letter-show [value={reader.language}]")
    reader.type("[data-field=transaction] .field-value", number)
    reader.see(f".letter-paper[lang={reader.language}]", lambda seen: number in seen["text"])
    return number


def fill_in_letter(reader: Reader) -> None:
    fill_in(reader)


def _leave(reader: Reader, button: str) -> None:
    """Tap a way out of the letter, and past whatever asks to look once more."""
    if button != ".way-copy":
        reader.unfold("letter-ways .way-more > summary")
    reader.tap(f"letter-ways {button}")
    while first_that_comes(reader, ("letter-ways .gate-pass",), 1):
        reader.tap("letter-ways .gate-pass")


def copy(reader: Reader) -> None:
    number = fill_in(reader)
    _leave(reader, ".way-copy")
    reader.wait(lambda: number in reader.hands.copied(), "the letter is not on the clipboard", A_WHILE)


def save(reader: Reader) -> None:
    number = fill_in(reader)
    _leave(reader, ".way-text")

    def is_in_a_file() -> bool:
        return any(number in file.read_text("utf-8") for file in reader.hands.saved() if file.suffix == ".txt")

    reader.wait(is_in_a_file, "no file has the letter", A_WHILE)


def print_out(reader: Reader) -> None:
    number = fill_in(reader)
    _leave(reader, ".way-print")
    printed = "() => window.printedSheet ?? ''"
    reader.wait(lambda: number in reader.hands.run(printed), "no sheet of paper has the letter", A_WHILE)


# My case ----------------------------------------------------------------------------------------

CASE = f".case[data-issue={ISSUE}]"
IN_LOG = f"{CASE} .log-entry [data-field={{}}] .field-value"


def _note_contact(reader: Reader) -> str:
    said = f"{MARK}{time.monotonic_ns() % 10**6}"
    reader.open("case/")
    if first_that_comes(reader, (f"[data-begin={ISSUE}]", CASE)) != CASE:
        reader.tap(f"[data-begin={ISSUE}]")
    reader.tap(f"{CASE} .log-add")
    reader.type(IN_LOG.format("reference"), said)
    reader.see(f"{CASE} .log-entry > summary", lambda seen: said in seen["text"])
    reader.tap("case-keep .keep-state")  # Only to read it.
    return said


def keep_contact(reader: Reader) -> None:
    said = _note_contact(reader)
    reader.come_again()
    reader.see(f"{CASE} .log-entry > summary", lambda seen: said in seen["text"])


def carry_case(reader: Reader) -> None:
    said = _note_contact(reader)
    reader.tap(".transfer-export")

    def file() -> Path | None:
        return next((each for each in reader.hands.saved() if said in each.read_text("utf-8", "replace")), None)

    saved = reader.wait(file, "no file has the case", A_WHILE)
    reader.tap(".keep-erase")
    reader.wait(lambda: not reader.sees(f"{CASE} .log-entry"), "the case is not erased")
    reader.see("case-keep .keep-said", lambda seen: seen["text"])  # It moves what stands below it, once.
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(folder) / "case.json"
        copied.write_bytes(saved.read_bytes())
        reader.choose_file(".transfer-file", copied)
        reader.tap(".transfer-new")
        reader.see(f"{CASE} .log-entry > summary", lambda seen: said in seen["text"])


# A day ------------------------------------------------------------------------------------------

REGION, CLOCK, STARTS = "uk", "uk-other-response", "2026-11-20"
DUE = {"zh": "2027 年 1 月 15 日", "en": "15 January 2027"}
"""Eight weeks after it, by hand."""


def see_deadline(reader: Reader) -> None:
    lists, way = ".choice select", f"a#{REGION}"
    reader.open("where/")
    if first_that_comes(reader, (lists, way)) == lists:
        reader.pick(lists, REGION)
    else:
        reader.tap(way)
    reader.unfold(f"#{REGION}-clocks")
    reader.pick(f"#{CLOCK} input[type=date]", STARTS)
    reader.see(f"#{CLOCK} .clock-due", lambda seen: plain(DUE[reader.language]) in plain(seen["text"]))


# ------------------------------------------------------------------------------------------------


def _admits_reading(guide: Guide) -> list[Admission]:
    return _not_there(guide)


def _admits_copy(guide: Guide) -> list[Admission]:
    return [*_not_there(guide), Admission(guide.words.ways.copy_refused, _by_hand)]


def _admits_file(guide: Guide) -> list[Admission]:
    return [*_not_there(guide), Admission(guide.words.help.file, _below)]


def _admits_print(guide: Guide) -> list[Admission]:
    return [*_not_there(guide), Admission(guide.words.help.print, _by_hand)]


def _admits_contact(guide: Guide) -> list[Admission]:
    saved = guide.words.case.log_saved
    return [*_not_kept(guide), *map(Admission, (guide.words.case.needs_script, saved.page, saved.nowhere))]


def _admits_case(guide: Guide) -> list[Admission]:
    return [
        *_not_there(guide),
        Admission(guide.words.case.needs_script),
        Admission(guide.words.help.file, _below),
    ]


TASKS = (
    Task("find my situation", find_situation, _admits_reading),
    Task("read its first step", read_first_step, _admits_reading),
    Task("tick it, come again", tick, _not_kept),
    Task("fill in the letter", fill_in_letter, _admits_reading),
    Task("copy it", copy, _admits_copy),
    Task("save it", save, _admits_file),
    Task("print it", print_out, _admits_print),
    Task("keep a contact", keep_contact, _admits_contact),
    Task("carry the case", carry_case, _admits_case),
    Task("see my deadline", see_deadline, _admits_reading),
)
