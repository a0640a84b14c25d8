"""What one tick costs on a page with few items and on one with very many."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser

from tools.bench.build_cost import build
from tools.bench.projects import list_page, with_lists
from tools.bench.server import served_as_published
from tools.bench.table import row, spread

FEW, MANY = 10, 1000
RUNS, WARM_UP = 300, 50

# A message sent from a frame's callback arrives after that frame's layout and painting.
TICK = """async (runs) => {
  const boxes = [...document.querySelectorAll("tick-list input[data-item]")];
  const { port1, port2 } = new MessageChannel();
  const tick = (box) => new Promise((resolve) => requestAnimationFrame(() => {
    const start = performance.now();
    box.click();
    const handled = performance.now() - start;
    port1.onmessage = () => resolve({ handled, painted: performance.now() - start });
    port2.postMessage(null);
  }));
  const ticks = [];
  for (let run = 0; run < runs; run++) {
    ticks.push(await tick(boxes[run * 7 % boxes.length]));
  }
  return { items: boxes.length, precise: crossOriginIsolated, ticks };
}"""


def measure(browser: Browser, guide: Path, to: Path) -> Iterator[str]:
    yield f"4. Milliseconds of one tick: median of {RUNS} after {WARM_UP} to warm up, Chromium"
    build(with_lists(guide, to, (FEW, MANY)))
    with served_as_published(to / "site") as (address, _):
        few_ticks, many_ticks = (_ticks(browser, address + list_page(guide, count), count) for count in (FEW, MANY))
    yield row("items on the page", str(FEW), "from–to", str(MANY), "from–to", "ratio")
    for until, name in (("handled", "from click to end of handlers"), ("painted", "from click to painted")):
        few, many = ([tick[until] for tick in ticks] for ticks in (few_ticks, many_ticks))
        slow, fast = median(many), median(few)
        yield row(name, f"{fast:.2f}", spread(few), f"{slow:.2f}", spread(many), f"{slow / fast:.2f}")
    yield "   one frame, at 60 a second: 16.67"


def _ticks(browser: Browser, address: str, count: int) -> list[dict[str, Any]]:
    page = browser.new_page()
    page.goto(address, wait_until="networkidle")
    page.evaluate(TICK, WARM_UP)
    found = page.evaluate(TICK, RUNS)
    page.close()
    assert found["items"] == count
    assert found["precise"], "the clock is too coarse: the page is not isolated"
    return found["ticks"]
