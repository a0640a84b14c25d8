"""What a page costs to build as the guide grows, and how much of any growth is ours."""

import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from statistics import median

from macros.checks.load import DATA_FILE, parse, read
from macros.checks.pages import check_pages
from macros.render.macros import MACROS
from tools.bench.build_cost import build
from tools.bench.projects import Project, bare, rendered, with_copies
from tools.bench.table import row

RUNS = {1: 3, 10: 1, 100: 1}
"""How often each size is measured, by how many times the guide's own issues it has."""
AIM = 1.2

OURS, BARE, BEYOND = "ours", "bare", "ours − bare"
STEPS = "read() the data file", "check_pages()", "the macros of every page"


def measure(guide: Path) -> Iterator[str]:
    yield "2. Milliseconds of processor time per page as issues are added, both languages (ours and bare side by side)"
    issues, pages, links, seconds = [], [], [], []
    for times, runs in RUNS.items():
        with tempfile.TemporaryDirectory() as folder:
            ours = with_copies(guide, Path(folder, "ours"), times)
            stock = bare(ours, Path(folder, "bare"))
            seconds.append(_seconds_by_part(ours, stock, runs))
            issues.append(len(read(ours.path / DATA_FILE, DATA_FILE).guide.issues))
            pages.append(ours.pages)
            links.append((stock.path / "site/index.html").read_text("utf-8").count('class="md-nav__link'))

    def per_page(part: str) -> str:
        each = [1000 * found[part] / count for found, count in zip(seconds, pages, strict=True)]
        return row(part, *(f"{cost:.2f}" for cost in each), *(f"{cost / each[0]:.2f}" for cost in each[1:]))

    def per_further_page(part: str) -> str:
        added = zip(pairwise(seconds), pairwise(pages), strict=True)
        each = [1000 * (more[part] - less[part]) / (many - few) for (less, more), (few, many) in added]
        return row(part, "", *(f"{cost:.2f}" for cost in each), "", f"{each[-1] / each[0]:.2f}")

    yield row("issues", *map(str, issues), *(f"{more} : {issues[0]}" for more in issues[1:]))
    yield row("pages", *map(str, pages))
    yield row("times measured; the median is shown", *map(str, RUNS.values()))
    yield row("links in Material’s navigation, on every page", *map(str, links))
    yield f"   The whole build ÷ its pages (aim: at most {AIM} against {issues[0]})"
    yield from map(per_page, (OURS, BARE, BEYOND))
    yield "   Our steps alone, each called once, ÷ pages"
    yield from map(per_page, STEPS)
    yield "   Added time ÷ added pages: what one more costs, free of what every build costs"
    yield row("up to … issues", "", *map(str, issues[1:]), "", f"{issues[-1]} : {issues[1]}")
    yield from map(per_further_page, (OURS, BARE, BEYOND, *STEPS))


def _seconds_by_part(ours: Project, stock: Project, runs: int) -> dict[str, float]:
    with ThreadPoolExecutor() as side_by_side:
        builds = [[cost.cpu for cost in side_by_side.map(build, (ours, stock))] for _ in range(runs)]
    steps = [_seconds_by_step(ours.path) for _ in range(runs)]
    our_seconds, stock_seconds = map(median, zip(*builds, strict=True))
    return {
        OURS: our_seconds,
        BARE: stock_seconds,
        BEYOND: our_seconds - stock_seconds,
        **{name: median(found[name] for found in steps) for name in STEPS},
    }


def _seconds_by_step(project: Path) -> dict[str, float]:
    parse.cache_clear()
    times = [time.process_time()]
    reading = read(project / DATA_FILE, DATA_FILE)
    times.append(time.process_time())
    check_pages(project, DATA_FILE, reading.ids, {macro.__name__: macro for macro in MACROS})
    times.append(time.process_time())
    for _ in rendered(project, reading.guide):
        pass
    times.append(time.process_time())
    return {name: end - start for name, (start, end) in zip(STEPS, pairwise(times), strict=True)}
