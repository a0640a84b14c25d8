"""What Lighthouse says of every page on its simulated slow phone, some of them beside bare Material.

`PAGES="/ where/ en/letters/"` in the environment names the pages to measure instead; all of these
are then measured three times and beside bare Material. Needs Node.js with npm.
"""

import json
import os
import signal
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from tools.bench.server import served_as_published
from tools.bench.table import row
from tools.browsers import chromium
from tools.npm import AbsentError, package

VERSION = "12.8.2"
"""The last that runs on Node.js 18 and 20, which the long-lived Linux distributions have."""

NEEDS = "skipped: it needs Node.js 18.16 or newer, with npm"

LONGEST = 180
"""Seconds that one run may take, before something must be wrong."""
TRIES = 2
"""A browser on a busy machine sometimes loses the beginning of its own recording."""

RUNS = 3
SAMPLE = ("", "issues/funds-not-received/", "where/", "letters/", "en/issues/account-security/")
"""Pages that are measured RUNS times, beside bare Material; every other page of ours is measured once."""

SCORES = {"performance": "perf", "accessibility": "access", "best-practices": "best", "seo": "SEO"}
LEAST = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
FIGURES = {
    "first-contentful-paint": "FCP ms",
    "largest-contentful-paint": "LCP ms",
    "total-blocking-time": "TBT ms",
    "cumulative-layout-shift": "CLS",
    "total-byte-weight": "bytes",
}
MOST = {"largest-contentful-paint": 1800, "cumulative-layout-shift": 0}
WIDTH = 8


class Fault(NamedTuple):
    """An audit that found something: how much its category lost by it, 0 where it only informs, and what it says."""

    category: str
    audit: str
    lost: float
    said: str


class Verdict(NamedTuple):
    """What one or several runs said of a page: every score (of 100) and figure by its name in Lighthouse."""

    numbers: dict[str, float]
    faults: list[Fault]
    power: float
    """Lighthouse's own benchmark of the machine, while other things run on it as well."""


class NoVerdictError(Exception):
    """Lighthouse could not judge a page; says why."""


def measure(ours: Path, stock: Path) -> Iterator[str]:
    """The report, from the two built sites."""
    chosen = [path.strip("/") + "/" if path.strip("/") else "" for path in os.environ.get("PAGES", "").split()]
    sample = chosen or SAMPLE
    once = [] if chosen else [path for path in pages(ours) if path not in SAMPLE]
    yield f"7. Lighthouse {VERSION}, mobile, its simulated slow phone, HTTP/1.1 and gzip"
    try:
        _command()
    except AbsentError as absent:
        yield f"   {NEEDS}: {absent}"
        return
    yield f"   {len(sample)} pages beside bare Material, medians of {RUNS} runs; {len(once)} more once"
    yield row("", *SCORES.values(), *FIGURES.values(), width=WIDTH)
    load = os.getloadavg()[0]
    verdicts: dict[str, Verdict] = {}
    with served_as_published(ours) as (our_address, _), served_as_published(stock) as (stock_address, _):
        for path in (*sample, *once):
            try:
                verdict = _judge(our_address + path, RUNS if path in sample else 1)
                beside = _judge(stock_address + path, RUNS) if path in sample else None
            except NoVerdictError as error:
                yield row(f"/{path}", f"  {error}")
                continue
            verdicts[path] = verdict
            yield _line(f"/{path}", verdict.numbers)
            if beside:
                yield _line("   bare", beside.numbers)
                yield row("   ratio", *_ratios(verdict.numbers, beside.numbers), width=WIDTH)
    short = [f"/{path}" for path in (*sample, *once) if path not in verdicts or not _reaches(verdicts[path].numbers)]
    yield "   aims: perf at least 99, the other scores 100, LCP at most 1800 ms, CLS 0.00"
    yield f"   pages that fall short: {', '.join(short) or 'none'}"
    yield "   bytes: what the page itself asks for, with HTTP headers; part 3 has what the service worker keeps"
    powers = [verdict.power for verdict in verdicts.values()]
    yield (
        f"   load of the machine: {load:.1f} before, {os.getloadavg()[0]:.1f} after, {os.cpu_count()} processors; "
        f"Lighthouse’s benchmark of it: {min(powers, default=0):.0f}–{max(powers, default=0):.0f}"
    )
    yield from _audits({path: verdict.faults for path, verdict in verdicts.items()})


def pages(site: Path) -> list[str]:
    """The address of every page of a built site, from its root; not the page for lost readers."""
    found = (file.parent.relative_to(site).as_posix() for file in site.rglob("index.html"))
    return sorted("" if path == "." else f"{path}/" for path in found)


def read_verdict(report: dict[str, Any]) -> Verdict:
    """What a report of Lighthouse (its JSON) says; NoVerdictError if it is of a failed run."""
    if "runtimeError" in report:
        raise NoVerdictError(f"Lighthouse failed: {report['runtimeError']['code']}")
    categories, audits = report["categories"], report["audits"]
    numbers = {name: 100 * _scored(categories[name]["score"]) for name in SCORES}
    numbers |= {name: audits[name]["numericValue"] for name in FIGURES}
    faults = [
        Fault(category, ref["id"], lost, _what_it_says(audits[ref["id"]]))
        for category in SCORES
        for total in [sum(ref["weight"] for ref in categories[category]["auditRefs"])]
        for ref in categories[category]["auditRefs"]
        if _found_something(audits[ref["id"]])
        for lost in [100 * ref["weight"] / total * (1 - (audits[ref["id"]]["score"] or 0))]
    ]
    return Verdict(numbers, faults, report["environment"]["benchmarkIndex"])


def _scored(score: float | None) -> float:
    if score is None:
        raise NoVerdictError("Lighthouse failed: one of its audits broke, so there is no score")
    return score


def _found_something(audit: dict[str, Any]) -> bool:
    return audit["scoreDisplayMode"] == "error" or (audit["score"] is not None and audit["score"] < 1)


def _what_it_says(audit: dict[str, Any]) -> str:
    return audit.get("errorMessage") or audit.get("displayValue") or audit["title"]


def _command() -> Path:
    """What starts Lighthouse; AbsentError where it cannot be had."""
    return package(f"lighthouse@{VERSION}") / "cli/index.js"


def _judge(address: str, runs: int) -> Verdict:
    verdicts = [_verdict(address) for _ in range(runs)]
    numbers = {name: median(each.numbers[name] for each in verdicts) for name in verdicts[0].numbers}
    worst: dict[tuple[str, str], Fault] = {}
    for fault in (fault for each in verdicts for fault in each.faults):
        known = worst.setdefault((fault.category, fault.audit), fault)
        if fault.lost > known.lost:
            worst[fault.category, fault.audit] = fault
    return Verdict(numbers, list(worst.values()), median(each.power for each in verdicts))


def _verdict(address: str, tries: int = TRIES) -> Verdict:
    try:
        return read_verdict(_run(address))
    except NoVerdictError:
        if tries == 1:
            raise
        return _verdict(address, tries - 1)


def _run(address: str) -> dict[str, Any]:
    """One report, in a Chromium of its own with a new profile."""
    flags = " ".join(("--headless=new", *chromium.FLAGS))
    options = ("--quiet", "--output=json", "--no-enable-error-reporting", f"--chrome-flags={flags}")
    process = subprocess.Popen(
        ["node", str(_command()), address, *options],
        env={**os.environ, "CHROME_PATH": chromium.ensure()},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        report, log = process.communicate(timeout=LONGEST)
        return json.loads(report)
    except subprocess.TimeoutExpired:
        # On this signal, and on no other, it takes its Chromium with it.
        process.send_signal(signal.SIGINT)
        process.communicate()
        raise NoVerdictError(f"Lighthouse did not end within {LONGEST} seconds") from None
    except json.JSONDecodeError:
        raise NoVerdictError(f"Lighthouse failed: {_last_line(log)}") from None


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["it does not say why"])[-1]


def _line(label: str, numbers: dict[str, float]) -> str:
    return row(label, *(_shown(name, numbers[name]) for name in (*SCORES, *FIGURES)), width=WIDTH)


def _shown(name: str, number: float) -> str:
    return f"{number:.2f}" if name == "cumulative-layout-shift" else f"{number:.0f}"


def _ratios(ours: dict[str, float], stock: dict[str, float]) -> Iterable[str]:
    return (f"{ours[name] / stock[name]:.2f}" if stock[name] else "–" for name in (*SCORES, *FIGURES))


def _reaches(numbers: dict[str, float]) -> bool:
    figures = {name: float(_shown(name, numbers[name])) for name in (*LEAST, *MOST)}
    return all(figures[name] >= LEAST[name] for name in LEAST) and all(figures[name] <= MOST[name] for name in MOST)


def _audits(faults: dict[str, list[Fault]]) -> Iterator[str]:
    """Every audit that found something on our pages, those that cost most first."""
    found: dict[tuple[str, str], list[tuple[float, str, str]]] = {}
    for path, at_page in faults.items():
        for category, audit, lost, said in at_page:
            found.setdefault((category, audit), []).append((lost, f"/{path}", said))
    worst = sorted(((*max(places), len(places), *name) for name, places in found.items()), reverse=True)
    yield row("audits below 1, on our pages", "lost", "pages", "  where it lost most, and what it says", width=WIDTH)
    for lost, path, said, count, category, audit in worst:
        points = f"{lost:.1f}" if lost else "–"
        yield row(f"{SCORES[category]}: {audit}", points, str(count), f"  {path}: {said}", width=WIDTH)
    yield "   lost: points of the category’s 100 on that page; –: Lighthouse tells it, and takes none"
