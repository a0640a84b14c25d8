"""What opening a situation costs on a slow phone's processor, against the same HTML that no script brings to life."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from macros.checks.load import DATA_FILE, read
from tools.bench.server import served_as_published
from tools.bench.slow_thread import BEGUN, DONE, SLOWER, Worked, worked
from tools.bench.table import row, spread

RUNS = 15
AIM = 50
"""Milliseconds that the reader waits for the picture, and of the longest task after it."""
PHONE = {"width": 390, "height": 844}
ZONE = "Europe/London"
"""Where a region is guessed, so that its part comes into the plan too."""
AFTERWARDS = 700
"""Milliseconds in which what comes after the picture has come: the rest of the plan, the region's part, the letters."""
LABELS = Worked(
    "while the finger is down",
    "from its lifting to painted first steps",
    "longest task after that",
    "all of it, with the rest and the letters",
)

# Near, and in sight: what stands in a closed group is not drawn, and costs nothing to open.
COME_NEAR = """async (id) => {
  const fold = document.getElementById(id);
  for (let group = fold.parentElement.closest("details"); group; group = group.parentElement.closest("details")) {
    group.open = true;
  }
  fold.scrollIntoView();
  await new Promise((settled) => setTimeout(settled, 400));
}"""
# What a frame's callback marks is of the same task as that frame's layout and painting, and a message sent from it
# arrives after them. Without an id it is a frame in which nothing changes.
OPEN = f"""(id) => new Promise((resolve) => {{
  const {{ port1, port2 }} = new MessageChannel();
  port1.onmessage = resolve;
  const drawn = () => {{
    performance.mark("{DONE}");
    port2.postMessage(null);
  }};
  const fold = document.getElementById(id);
  // A finger that taps is down for so long.
  fold?.querySelector("summary").dispatchEvent(new PointerEvent("pointerdown", {{ bubbles: true }}));
  setTimeout(() => requestAnimationFrame(() => {{
    performance.mark("{BEGUN}");
    fold?.querySelector("summary").click();
    if (!fold || fold.querySelector(".plan-now")) {{
      drawn();
    }} else {{
      fold.addEventListener("leaf", () => requestAnimationFrame(drawn), {{ once: true }});
    }}
  }}), 100);
}})"""
# What scripts would bring stands in the fold already.
BRING = """async (id) => {
  const place = document.getElementById(id).querySelector("page-leaf");
  const text = await (await fetch(place.dataset.page)).text();
  place.outerHTML = text.split("<!--part leaf-->")[1].split("<!--/part leaf-->")[0];
}"""
CLOSE = "(id) => { document.getElementById(id).open = false; }"
LIFELESS = "customElements.define = () => {};"


def measure(browser: Browser, guide: Path) -> Iterator[str]:
    found = read(guide / DATA_FILE, DATA_FILE).guide
    issue = max(found.issues, key=lambda issue: len(issue.situations)).id
    ids = [id for id, home in found.issue_of.items() if home == issue][:RUNS]
    yield f"6. Milliseconds of opening a situation, processor {SLOWER} times slower: Chromium, its own ticks"
    yield f"   median of {len(ids)} on one page, each opened for the first time"
    with served_as_published(guide / "site") as (address, _):
        address = f"{address}en/issues/{issue}/"
        ours, plain = (_times(browser, address, ids, alive) for alive in (True, False))
    yield row("", "ours", "from–to", "HTML alone", "from–to", "ratio")
    for label, slow, fast in zip(LABELS, zip(*ours, strict=True), zip(*plain, strict=True), strict=True):
        cells = f"{median(slow):.1f}", spread(slow, 1), f"{median(fast):.1f}", spread(fast, 1)
        yield row(label, *cells, f"{median(slow) / median(fast):.2f}")
    yield f"   aim: at most {AIM} for the second and the third"


def _times(browser: Browser, address: str, ids: list[str], alive: bool) -> list[Worked]:
    """What each first opening costs the page's own thread, less what a frame costs in which nothing changes. The
    longest task is told as it is."""
    context = browser.new_context(viewport=PHONE, service_workers="block", timezone_id=ZONE)
    page = context.new_page()
    if not alive:
        page.add_init_script(LIFELESS)
    page.goto(address, wait_until="networkidle")
    idle = [worked(page, OPEN, None, AFTERWARDS) for _ in range(5)]
    nothing = Worked(*map(median, zip(*idle, strict=True)))
    times = []
    for id in ids:
        if not alive:
            page.evaluate(BRING, id)
        page.evaluate(COME_NEAR, id)
        cost = worked(page, OPEN, id, AFTERWARDS)
        more = (each - least for each, least in zip(cost, nothing, strict=True))
        times.append(Worked(*more)._replace(longest_after=cost.longest_after))
        page.evaluate(CLOSE, id)
    context.close()
    return times
