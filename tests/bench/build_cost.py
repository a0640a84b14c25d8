"""What a build costs: of the guide as it is, against the same pages under bare Material."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

from .projects import Project
from .table import row, spread

RUNS = 5
AIM = 1.3

# One process for all configurations, as ours needs one for both languages: starting Python and
# loading the Chinese dictionary twice would flatter us.
BUILD = """
import sys
from mkdocs.__main__ import cli
for config in sys.argv[1:]:
    cli(["build", "--quiet", "--strict", "--config-file", config], standalone_mode=False)
"""


class Cost(NamedTuple):
    """Seconds from start to end, and seconds of processor time, which busy neighbours change less."""

    wall: float
    cpu: float


def build(project: Project) -> Cost:
    """Build a project's whole site in a process of its own."""
    began, used = time.perf_counter(), _cpu_of_children()
    result = subprocess.run(
        [sys.executable, "-c", BUILD, *project.configs],
        cwd=project.path,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    if result.returncode:
        sys.exit(f"The build that was to be measured failed:\n{result.stdout}{result.stderr}")
    return Cost(time.perf_counter() - began, _cpu_of_children() - used)


def taking_turns(runs: int, *measured: Project) -> list[list[Cost]]:
    """The costs of each project, built in turn so that a slow minute hits all alike."""
    return [list(costs) for costs in zip(*([build(project) for project in measured] for _ in range(runs)), strict=True)]


def measure(ours: Project, stock: Project) -> Iterator[str]:
    yield f"1. The whole build, both languages, {ours.pages} pages: median of {RUNS} builds of each, taking turns"
    taking_turns(1, ours, stock)  # Fills Python's and jieba's caches.
    our_costs, stock_costs = taking_turns(RUNS, ours, stock)
    yield row("", "ours", "bare", "ratio", "from–to")
    for clock, name in (("wall", "seconds on the clock"), ("cpu", "seconds of processor time")):
        here, there = ([getattr(cost, clock) for cost in costs] for costs in (our_costs, stock_costs))
        ratios = [a / b for a, b in zip(here, there, strict=True)]
        yield row(name, f"{median(here):.2f}", f"{median(there):.2f}", f"{median(ratios):.2f}", spread(ratios))
    yield f"   aim: a ratio of at most {AIM}"


def _cpu_of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
