"""What one keystroke costs in the slowest letter of a full case, against the same letter of an empty one."""

import json
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser

from macros.checks.load import DATA_FILE, read
from macros.model.guide import Guide
from macros.model.issues import Issue
from macros.model.letters import Letter
from tools.bench.server import served_as_published
from tools.bench.table import row

CONTACTS = 200
RUNS, WARM_UP = 200, 30
AIM = 16
"""Milliseconds: one frame at 60 a second."""

PREFIX = "wallet-complaint-guide:v1:"

# A message sent from a frame's callback arrives after that frame's layout and painting.
TYPE = """async ([letter, runs]) => {
  const field = document.querySelector(`[data-letter="${letter}"] typed-field textarea`);
  const { port1, port2 } = new MessageChannel();
  const type = (text) => new Promise((resolve) => requestAnimationFrame(() => {
    const start = performance.now();
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const handled = performance.now() - start;
    port1.onmessage = () => resolve({ handled, painted: performance.now() - start });
    port2.postMessage(null);
  }));
  field.focus();
  const keystrokes = [];
  for (let run = 1; run <= runs; run++) {
    keystrokes.push(await type("a".repeat(run % 50)));
  }
  const shown = document.querySelector(`[data-letter="${letter}"] .letter-paper`).innerText;
  return { keystrokes, precise: crossOriginIsolated, contacts: shown.match(/\\(promised by/g)?.length ?? 0 };
}"""


def measure(browser: Browser, guide: Path) -> Iterator[str]:
    found = read(guide / DATA_FILE, DATA_FILE).guide
    letter, issue = _slowest(found)
    yield f"5. Milliseconds of one keystroke in {letter.code}, the longest letter with a contact log in it"
    yield f"   median and 95th percentile of {RUNS} after {WARM_UP} to warm up, Chromium"
    with served_as_published(guide / "site") as (address, _):
        address = f"{address}en/issues/{issue.id}/"
        empty, full = (_keystrokes(browser, address, letter, state) for state in ({}, _full(found, letter, issue)))
    evidence = len(found.items(issue.id, "evidence"))
    yield row("", "empty", f"{CONTACTS} contacts", "ratio")
    yield row("fields filled, evidence ticked", "0, 0", f"{len(letter.fields)}, {evidence}")
    for until, name in (("handled", "from input to end of handlers"), ("painted", "from input to painted letter")):
        for part, figure in (("median", median), ("p95", lambda times: quantiles(times, n=20)[-1])):
            few, many = (figure([stroke[until] for stroke in strokes]) for strokes in (empty, full))
            yield row(f"{name}, {part}", f"{few:.2f}", f"{many:.2f}", f"{many / few:.2f}")
    yield f"   aim: at most {AIM} from input to painted letter"


def _slowest(guide: Guide) -> tuple[Letter, Issue]:
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


def _keystrokes(browser: Browser, address: str, letter: Letter, state: dict[str, str]) -> list[dict[str, float]]:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(address)
    page.evaluate("(state) => Object.entries(state).forEach(([key, value]) => localStorage.setItem(key, value))", state)
    page.goto(address, wait_until="networkidle")
    page.locator(f"#letter-{letter.id} > summary").click()
    page.evaluate(TYPE, [letter.id, WARM_UP])
    found = page.evaluate(TYPE, [letter.id, RUNS])
    context.close()
    assert found["precise"], "the clock is too coarse: the page is not isolated"
    assert found["contacts"] == (CONTACTS if state else 0), "the letter does not show the contact log"
    return found["keystrokes"]
