"""What a build costs: of the guide as it is, against the same pages under bare Material."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

from macros.publish import CACHE
from tools.bench.projects import Project
from tools.bench.table import row, spread

RUNS = 5
AIM = 1.5
AIM_AGAIN = 0.7

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
    began = time.perf_counter()
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [sys.executable, "-c", BUILD, *project.configs],
            cwd=project.path,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        # Unlike Popen.wait, this tells what this one process used, whatever runs beside it.
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            sys.exit(f"The build that was to be measured failed:\n{log.read().decode()}")
    return Cost(time.perf_counter() - began, used.ru_utime + used.ru_stime)


def measure(ours: Project, stock: Project) -> Iterator[str]:
    yield f"1. The whole build, both languages, {ours.pages} pages: median of {RUNS} builds of each, taking turns"
    build(ours), build(stock)  # The first fill Python's and jieba's caches.
    costs, again = [], []
    for _ in range(RUNS):
        shutil.rmtree(ours.path / CACHE.parent, ignore_errors=True)
        first = build(ours)
        again.append(build(ours).cpu / first.cpu)
        costs.append((first, build(stock)))
    yield row("", "ours", "bare", "ratio", "from–to")
    for clock, name in (("wall", "seconds on the clock"), ("cpu", "seconds of processor time")):
        here, there = ([getattr(cost, clock) for cost in turns] for turns in zip(*costs, strict=True))
        ratios = [a / b for a, b in zip(here, there, strict=True)]
        yield row(name, f"{median(here):.2f}", f"{median(there):.2f}", f"{median(ratios):.2f}", spread(ratios))
    yield f"   aim: a ratio of at most {AIM}"
    yield f"   again, nothing changed: {median(again):.2f} of the processor time ({spread(again)}); aim: {AIM_AGAIN}"
