"""What one keystroke costs on a slow phone's processor: in the longest letter of a full and of an empty case, and in a
long contact log."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from playwright.sync_api import Browser, Page

from macros.checks.load import DATA_FILE, read
from macros.model.guide import Guide
from macros.model.issues import Issue
from macros.model.letters import Letter
from tools.bench.server import served_as_published
from tools.bench.slow_thread import SLOWER
from tools.bench.table import row

CONTACTS = 200
RUNS, WARM_UP = 30, 5
AIM = 50
"""Milliseconds from the key to the picture, the first key as well."""
AIM_IN_LOG = 75
"""In the log: 50 at four times slower, or 12 at full speed."""
AFTERWARDS = 250
"""Milliseconds in which the letter has been drawn anew."""
TRACED = ["disabled-by-default-devtools.timeline", "devtools.timeline", "toplevel"]
FRAME = "ScheduledActionSendBeginMainFrame"
"""The task in which Chromium draws."""
TASK = "ThreadControllerImpl::RunTask"

PREFIX = "wallet-complaint-guide@/:v1:"

CONTACTS_SHOWN = """(letter) =>
  document.querySelector(`#letter-${letter} .letter-paper`).innerText.match(/\\(promised for/g)?.length ?? 0"""


def measure(browser: Browser, guide: Path) -> Iterator[str]:
    found = read(guide / DATA_FILE, DATA_FILE).guide
    letter, issue = _longest(found)
    evidence = len(found.items(issue.id, "evidence"))
    yield f"5. Milliseconds of one key in {letter.code}, processor {SLOWER} times slower: Chromium, its own ticks"
    yield f"   median and 95th percentile of {RUNS} after {WARM_UP}, in the longest letter with a contact log in it"
    with served_as_published(guide / "site") as (address, _):
        page, state = f"{address}en/issues/{issue.id}/#letter-{letter.id}", _full(found, letter, issue)
        empty = _keys(browser, page, {}, lambda page: _into_letter(page, letter, 0))
        full = _keys(browser, page, state, lambda page: _into_letter(page, letter, CONTACTS))
        log = _keys(browser, f"{address}en/case/", state, _into_log)
    yield row("", "empty", f"{CONTACTS} contacts", "ratio")
    yield row("fields filled, evidence ticked", "0, 0", f"{len(letter.fields)}, {evidence}")
    yield _compared("first key, until it is painted", empty.painted[0], full.painted[0])
    for name, times in (("until it is painted", "painted"), ("until the letter is drawn anew", "drawn")):
        few, many = (getattr(keys, times)[WARM_UP:] for keys in (empty, full))
        yield _compared(f"a key, {name}, median", median(few), median(many))
        yield _compared(f"a key, {name}, p95", quantiles(few, n=20)[-1], quantiles(many, n=20)[-1])
    yield f"   aim: at most {AIM} until it is painted"
    yield row("a key in the log, until it is painted, median", "", f"{median(log.painted[WARM_UP:]):.1f}", "")
    yield row("a key in the log, until it is painted, p95", "", f"{quantiles(log.painted[WARM_UP:], n=20)[-1]:.1f}", "")
    yield f"   aim: at most {AIM_IN_LOG} until it is painted"


def _compared(name: str, few: float, many: float) -> str:
    return row(name, f"{few:.1f}", f"{many:.1f}", f"{many / few:.2f}")


def _longest(guide: Guide) -> tuple[Letter, Issue]:
    drawing = {field.id for field in guide.fields if field.drawn_from == "contact-log"}
    lines = {field.id for field in guide.fields if field.type == "lines"}
    letters = [letter for letter in guide.letters if drawing & set(letter.fields) and lines & set(letter.fields)]
    letter = max(letters, key=lambda letter: len(letter.fields))
    return letter, next(issue for issue in guide.issues if letter.id in issue.letters)


def _full(guide: Guide, letter: Letter, issue: Issue) -> dict[str, str]:
    """A case with every field of the letter filled but those that are drawn, many contacts and all evidence."""
    case = f"{PREFIX}case:{issue.id}:"
    values = {
        "date": "2026-12-05",
        "datetime": json.dumps({"local": "2026-11-20T14:05", "zone": "Asia/Shanghai"}),
        "money": json.dumps({"amount": "1200.50", "currency": "CNY"}),
        "lines": "one line\nand another",
        "line": "words",
        "account": "ann@example.com",
        "table": "[]",
        "choice": "",
    }
    keys = {
        "person": PREFIX + "person:{}",
        "case": case + "field:{}",
        "letter": case + f"letter:{letter.id}:field:{{}}",
    }
    fields = [guide.field[name] for name in letter.fields]
    contacts = {
        f"{case}log:a{number:03}": json.dumps({
            "when": {"local": f"2026-{number // 28 + 1:02}-{number % 28 + 1:02}T10:00", "zone": "Asia/Shanghai"},
            "channel": "chat", "who": "agent 1024", "reference": f"A-{number}", "said": "still being looked at",
            "promised": "2026-12-05",
        })
        for number in range(CONTACTS)
    }  # fmt: skip
    return {
        PREFIX + "place": "device",
        **{keys[field.scope].format(field.id): values[field.type] for field in fields if field.drawn_from is None},
        **contacts,
        **{f"{PREFIX}tick:{item.id}": "1" for item in guide.items(issue.id, "evidence")},
        f"{case}touched": "2026-11-20",
    }


class Keys(NamedTuple):
    """Milliseconds that the page's thread works for each key."""

    painted: list[float]
    drawn: list[float]


def _into_letter(page: Page, letter: Letter, contacts: int) -> None:
    page.locator(f"#letter-{letter.id} typed-field textarea").first.focus()
    assert page.evaluate(CONTACTS_SHOWN, letter.id) == contacts, "the letter does not show the contact log"


def _into_log(page: Page) -> None:
    entries = page.locator(".log-entry")
    assert entries.count() == CONTACTS
    entries.last.locator("summary").click()
    entries.last.locator("typed-field[data-field=said] .field-value").focus()


def _keys(browser: Browser, address: str, state: dict[str, str], enter: Callable[[Page], None]) -> Keys:
    """The cost of typing, with a device's `state`, where `enter` puts the cursor."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(address)
    page.evaluate("(state) => Object.entries(state).forEach(([key, value]) => localStorage.setItem(key, value))", state)
    page.reload(wait_until="networkidle")
    enter(page)
    browser.start_tracing(page=page, categories=TRACED)
    for _ in range(WARM_UP + RUNS):
        page.keyboard.press("a")
        page.wait_for_timeout(AFTERWARDS)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    context.close()
    return _read(events)


def _read(events: list[dict]) -> Keys:
    """What a trace says of each key: from its press to the end of the frame that shows it, and to the next key."""
    starts = [event for event in events if _is_event(event, "keydown")]
    thread = starts[0]["tid"]
    tasks = sorted(
        # One that still runs when tracing stops has no end.
        (event for event in events if event["name"] == TASK and event.get("tid") == thread and "tdur" in event),
        key=lambda task: task["ts"],
    )
    typed = sorted(event["ts"] for event in events if _is_event(event, "input"))
    pressed = [max(task["ts"] for task in tasks if task["ts"] <= start["ts"]) for start in starts]
    keys = Keys([], [])
    for start, input, end in zip(pressed, typed, (*pressed[1:], float("inf")), strict=True):
        between = [task for task in tasks if start <= task["ts"] < end]
        frame = next(task["ts"] for task in between if task["ts"] > input and task["args"].get("src_func") == FRAME)
        keys.painted.append(_worked(task for task in between if task["ts"] <= frame))
        keys.drawn.append(_worked(between))
    return keys


def _is_event(event: dict, type: str) -> bool:
    return event["name"] == "EventDispatch" and event["args"]["data"]["type"] == type


def _worked(tasks: Iterable[dict]) -> float:
    return SLOWER * sum(task["tdur"] for task in tasks) / 1000
