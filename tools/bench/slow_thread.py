"""The work of a page's own thread, as long as it takes on a slow phone's processor."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from playwright.sync_api import Page

SLOWER = 6
"""How many times the processor is slowed down."""
BEGUN, DONE = "begun", "done"
"""The marks that a script sets where its reader begins to wait, and at the end of that."""
TASKS, MARKS = "toplevel", "blink.user_timing"

Event = dict[str, Any]


class Worked(NamedTuple):
    """Milliseconds that a page's own thread works: before its reader waits, while they do, at its longest task after
    that, and in all."""

    before: float
    waiting: float
    longest_after: float
    in_all: float


def worked(page: Page, script: str, argument: object, afterwards: int) -> Worked:
    """What the thread works from the start of a script that sets the marks, and in the milliseconds after its end.
    Counted are its own ticks, as many times as it would be slower: Chromium's own brake counts others' work too."""
    browser = page.context.browser
    browser.start_tracing(page=page, categories=[TASKS, MARKS])
    page.evaluate(script, argument)
    page.wait_for_timeout(afterwards)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    begun, done = (
        next(each for each in events if each["name"] == mark and MARKS in each["cat"]) for mark in (BEGUN, DONE)
    )
    tasks = [*_outermost(each for each in events if _is_task(each) and _thread(each) == _thread(done))]
    before = [_length(each) for each in tasks if each["ts"] + each["dur"] < begun["ts"]]
    after = [_length(each) for each in tasks if each["ts"] > done["ts"]]
    in_all = sum(map(_length, tasks))
    return Worked(sum(before), in_all - sum(before) - sum(after), max(after, default=0), in_all)


def _is_task(event: Event) -> bool:
    return event["ph"] == "X" and TASKS in event["cat"] and "tdur" in event


def _thread(event: Event) -> tuple[int, int]:
    return event["pid"], event["tid"]


def _outermost(tasks: Iterable[Event]) -> Iterator[Event]:
    """Those that are no part of another."""
    until = 0
    for each in sorted(tasks, key=lambda task: (task["ts"], -task["dur"])):
        if each["ts"] >= until:
            until = each["ts"] + each["dur"]
            yield each


def _length(task: Event) -> float:
    return SLOWER * task["tdur"] / 1000
