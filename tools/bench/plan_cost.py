"""What opening a situation costs on a slow phone's processor, against the same HTML that no script brings to life."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, CDPSession

from macros.checks.load import DATA_FILE, read
from tools.bench.server import served_as_published
from tools.bench.table import row, spread

SLOWER = 6
"""How many times the processor is slowed down."""
RUNS = 15
AIM = 50
"""Milliseconds from the tap to the picture."""

# A message sent from a frame's callback arrives after that frame's layout and painting. Each is opened for the first
# time, when it costs most.
OPEN = """async (ids) => {
  const { port1, port2 } = new MessageChannel();
  const open = (fold) => new Promise((resolve) => requestAnimationFrame(() => {
    const start = performance.now();
    fold.querySelector("summary").click();
    port1.onmessage = () => resolve(performance.now() - start);
    port2.postMessage(null);
  }));
  const times = [];
  for (const id of ids) {
    const fold = document.getElementById(id);
    fold.scrollIntoView();
    await new Promise((settled) => setTimeout(settled, 200));
    times.push(await open(fold));
    await new Promise((settled) => setTimeout(settled, 200));
    fold.open = false;
  }
  return times;
}"""
LIFELESS = "customElements.define = () => {};"


def measure(browser: Browser, guide: Path) -> Iterator[str]:
    found = read(guide / DATA_FILE, DATA_FILE).guide
    issue = max(found.issues, key=lambda issue: len(issue.situations)).id
    ids = [id for id, home in found.issue_of.items() if home == issue][:RUNS]
    yield f"6. Milliseconds of opening a situation, processor {SLOWER} times slower: Chromium"
    yield f"   median of {len(ids)} on one page, each opened for the first time"
    with served_as_published(guide / "site") as (address, _):
        address = f"{address}en/issues/{issue}/"
        ours, plain = (_times(browser, address, ids, alive) for alive in (True, False))
    yield row("", "ours", "from–to", "HTML alone", "from–to", "ratio")
    slow, fast = median(ours), median(plain)
    cells = f"{slow:.1f}", spread(ours, 1), f"{fast:.1f}", spread(plain, 1), f"{slow / fast:.2f}"
    yield row("from tap to painted plan", *cells)
    yield f"   aim: at most {AIM}"


def _times(browser: Browser, address: str, ids: list[str], alive: bool) -> list[float]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
    page = context.new_page()
    if not alive:
        page.add_init_script(LIFELESS)
    page.goto(address, wait_until="networkidle")
    _slow_down(context.new_cdp_session(page))
    times = page.evaluate(OPEN, ids)
    context.close()
    return times


def _slow_down(session: CDPSession) -> None:
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
