"""`make bench`: what the guide costs, as ratios to bare Material and to a smaller guide.

"Bare" is the same pages, macros already rendered, built by Material with the same settings and
without our macros, theme overrides, styles and scripts.

`make bench ONLY="lighthouse load"` measures these parts only; a part is called as its module here.
Where a page weighs more than it may, `page_weight` names it and the whole fails at its end.
`lighthouse` needs Node.js, `load` needs nginx and wrk; without them they say so and are skipped.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import sync_playwright

from tests.conftest import copy_project
from tools.bench import (
    build_cost,
    bytes_sent,
    keystroke_cost,
    lighthouse,
    load,
    page_growth,
    page_weight,
    plan_cost,
    search,
    tick_cost,
)
from tools.bench.build_cost import build
from tools.bench.projects import Project, bare
from tools.browsers import chromium


class Bench(NamedTuple):
    """What the parts measure: the guide, the same pages in bare Material, and a folder for more."""

    ours: Project
    stock: Project
    folder: Path

    @property
    def sites(self) -> tuple[Path, Path]:
        return self.ours.path / "site", self.stock.path / "site"


def _with_browser(measure: Callable[..., Iterator[str]], *arguments: Path) -> Iterator[str]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.ensure(), args=chromium.FLAGS)
        yield from measure(browser, *arguments)
        browser.close()


PARTS: dict[str, Callable[[Bench], Iterator[str]]] = {
    "build_cost": lambda bench: build_cost.measure(bench.ours, bench.stock),
    "page_growth": lambda bench: page_growth.measure(bench.ours.path),
    "bytes_sent": lambda bench: _with_browser(bytes_sent.measure, *bench.sites),
    "page_weight": lambda bench: page_weight.measure(bench.ours.path / "site"),
    "tick_cost": lambda bench: _with_browser(tick_cost.measure, bench.ours.path, bench.folder / "lists"),
    "keystroke_cost": lambda bench: _with_browser(keystroke_cost.measure, bench.ours.path),
    "plan_cost": lambda bench: _with_browser(plan_cost.measure, bench.ours.path),
    "search": lambda bench: _with_browser(search.measure, bench.ours.path),
    "lighthouse": lambda bench: lighthouse.measure(*bench.sites),
    # Last, because it puts compressed copies into the sites.
    "load": lambda bench: _with_browser(load.measure, *bench.sites),
}


def report(folder: Path, only: set[str]) -> Iterator[str]:
    """The lines of the parts named in `only`."""
    ours = Project(copy_project(folder / "guide"))
    bench = Bench(ours, bare(ours, folder / "bare"), folder)
    # Every other part measures sites that the first one has built.
    if "build_cost" not in only:
        build(bench.ours), build(bench.stock)
    for name, measure in PARTS.items():
        if name in only:
            yield from measure(bench)
            yield ""


if __name__ == "__main__":
    only = set(sys.argv[1:] or PARTS)
    if not only <= set(PARTS):
        sys.exit(f"There is no {', '.join(sorted(only - set(PARTS)))} to measure; ONLY may name {', '.join(PARTS)}.")
    began = time.perf_counter()
    heavy = False
    with tempfile.TemporaryDirectory() as folder:
        for line in report(Path(folder), only):
            print(line, flush=True)
            heavy |= line.startswith(page_weight.TOO_HEAVY)
    print(f"{time.perf_counter() - began:.0f} seconds in all")
    sys.exit("Some pages weigh more than they may." if heavy else 0)
