"""`make hostile`: ten tasks of a reader in each of the worlds that readers live in, and what became of each.

A task is done, or the page says in sight what does not work and what is left, or it fails in silence: of those there
may be none, and the whole fails if there is one. `make hostile ONLY="translated in-app" TASKS="copy" LANGUAGES="en"`
goes a part of it; each word names every world, or task, whose name has it. What cannot be had is named, and left out.
"""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeVar

from playwright.sync_api import Browser, sync_playwright

from macros.checks.load import read
from macros.model.languages import WRITTEN, Language
from tests.built import ROOT, guide_site
from tools.browsers import chromium
from tools.hostile import table
from tools.hostile.environments import ENVIRONMENTS, Environment, Site
from tools.hostile.tasks import TASKS, Task
from tools.hostile.verdict import Cell, Verdict, judge
from tools.serving import served

SHELF = ROOT / ".pytest_cache/d/sites"
Named = TypeVar("Named", Environment, Task)


def chosen(every: Sequence[Named], words: Sequence[str]) -> list[Named]:
    """Those whose names have one of the words, or all. SystemExit for a word that no name has."""
    for word in words:
        if not any(word in each.name for each in every):
            sys.exit(f"There is no “{word}”; there are {', '.join(each.name for each in every)}.")
    return [each for each in every if not words or any(word in each.name for word in words)]


def cells(environment: Environment, tasks: Sequence[Task], site: Site, language: Language) -> dict[str, Cell]:
    """What becomes of each task, by its name. Each is done by someone who was never there."""
    became = {}
    for task in tasks:
        with environment.reader(site, language) as reader:
            became[task.name] = judge(task, reader)
    return became


def report(
    site: Site, environments: Sequence[Environment], tasks: Sequence[Task], languages: Sequence[Language]
) -> Iterator[tuple[str, int]]:
    """The lines of the table, each with how many of its tasks failed in silence."""
    for line in table.head([task.name for task in tasks]):
        yield line, 0
    for environment in environments:
        if missing := environment.missing(site):
            yield f"{environment.name:<{table.LABEL}} left out, for this machine lacks {missing}", 0
            continue
        for language in languages:
            became = cells(environment, tasks, site, language)
            silent = sum(cell.verdict is Verdict.SILENT for cell in became.values())
            yield table.row(f"{environment.name}, {language}", became), silent
            for line in table.whys(f"{environment.name}, {language}", became):
                yield line, 0


def main() -> None:
    environments = chosen(ENVIRONMENTS, sys.argv[1:])
    tasks = chosen(TASKS, os.environ.get("TASKS", "").split())
    languages = os.environ.get("LANGUAGES", "").split() or WRITTEN
    reading = read(ROOT / "docs/guide.yml", "docs/guide.yml")
    SHELF.mkdir(parents=True, exist_ok=True)
    began, silent = time.perf_counter(), 0
    folder = guide_site(SHELF)
    with served(folder) as address, sync_playwright() as playwright:

        @cache
        def launch(flags: tuple[str, ...]) -> Browser:
            path = chromium.for_tests()
            return playwright.chromium.launch(executable_path=path, args=[*chromium.FLAGS, *flags])

        site = Site(folder, address, reading.guide, launch)
        for line, failed in report(site, environments, tasks, languages):
            print(line, flush=True)
            silent += failed
    print(f"{time.perf_counter() - began:.0f} seconds in all")
    sys.exit(f"{silent} of the tasks failed in silence." if silent else 0)


if __name__ == "__main__":
    chromium.ensure()
    main()
