"""What one core serves: the built site behind nginx with deploy/nginx.conf, and what many readers ask of it."""

import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser

from tests.conftest import ROOT
from tools.bench.bytes_sent import FIRST, Workers, beside, total, views
from tools.bench.server import Sent
from tools.bench.table import row, spread

PUBLISHED = ROOT / "deploy/nginx.conf"
COMPRESS = ROOT / "deploy/compress"
TOOLS = {"nginx": "nginx", "wrk": "wrk", "taskset": "util-linux"}
"""What is run, and the Debian package it is in."""

RUNS, SECONDS, CONNECTIONS = 3, 4, 64

READERS = 1_000_000
"""A day."""
BUSIEST = 2.4
"""How many times the day's average the busiest hour has: an assumption, a tenth of the day in one hour."""
DAYS = 30
PRICES = 0.005, 0.03, 0.08
"""US dollars for a gigabyte, from the price lists that deploy/README.md quotes."""

AROUND = """
{user}
daemon off;
worker_processes 1;
error_log {folder}/errors;
pid {folder}/pid;
events {{ worker_connections 1024; }}
http {{
  default_type application/octet-stream;
  sendfile on;
  keepalive_timeout 65;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  log_format answers '$status $bytes_sent $request_uri';
  include {folder}/site.conf;
}}
"""

ASK = """
local paths = {{ {paths} }}
local next = 0
request = function()
  next = next % #paths + 1
  return wrk.format("GET", paths[next])
end
"""


class Visit(NamedTuple):
    """What a new reader's browser was sent: on the first page, and on the second one."""

    first: list[Sent]
    then: list[Sent]


def measure(browser: Browser, ours: Path, stock: Path) -> Iterator[str]:
    """The report, from the two built sites; puts compressed copies beside their texts."""
    yield "8. Load: nginx on one core with deploy/nginx.conf, plain HTTP/1.1, wrk on another core"
    missing = [package for tool, package in TOOLS.items() if _path(tool) is None]
    if missing:
        yield f"   skipped: it needs {', '.join(missing)}; on Debian: apt-get install {' '.join(missing)}"
        return
    cores = sorted(os.sched_getaffinity(0))
    for site in (ours, stock):
        subprocess.run([COMPRESS, site], check=True)
    page_alone, with_kept, bare = (
        _visit(browser, site, workers) for site, workers in ((ours, "block"), (ours, "allow"), (stock, "allow"))
    )
    yield row("bytes, headers too", "ours", "requests", "bare", "requests", "ratio")
    yield beside("first page", page_alone.first, bare.first)
    yield beside("second page", page_alone.then, bare.then)
    yield beside("first page, and what the worker keeps", with_kept.first, bare.first)
    yield beside("second page, from what is kept", with_kept.then, bare.then)
    before = os.getloadavg()[0]
    yield row("requests a second", "ours", "bare", "ratio", "from–to")
    with _nginx(ours, cores[0]) as our_address, _nginx(stock, cores[0]) as stock_address:
        for name, here, there in (
            (f"/{FIRST}", [FIRST], [FIRST]),
            ("its largest script", [_largest_script(page_alone)], [_largest_script(bare)]),
            ("all of a first page, in turn", _paths(page_alone.first), _paths(bare.first)),
            ("and what the worker keeps", _paths(with_kept.first), _paths(bare.first)),
        ):
            turns = [(_rate(our_address, here, cores[-1]), _rate(stock_address, there, cores[-1])) for _ in range(RUNS)]
            our_rate, stock_rate = map(median, zip(*turns, strict=True))
            ratios = [a / b for a, b in turns]
            yield row(name, f"{our_rate:,.0f}", f"{stock_rate:,.0f}", f"{median(ratios):.2f}", spread(ratios))
    yield f"   {CONNECTIONS} connections; medians of {RUNS} times {SECONDS} seconds, taking turns"
    yield f"   load of the machine: {before:.1f} before, {os.getloadavg()[0]:.1f} after, {os.cpu_count()} processors"
    if len(cores) == 1:
        yield "   there is only one core here: nginx and wrk shared it"
    yield from _on_paper({"pages alone": page_alone, "guide kept": with_kept, "bare": bare})


def on_paper(first: int, then: int, requests: int) -> dict[str, float]:
    """What READERS a day ask for, each of them one first page and one second one.

    `first` and `then` are the bytes of the two pages, `requests` how many requests they take together.
    """
    day = READERS * (first + then)
    return {
        "requests a second, all day": READERS * requests / 86_400,
        "requests a second, in the busiest hour": BUSIEST * READERS * requests / 86_400,
        "megabits a second, in the busiest hour": BUSIEST * day * 8 / 86_400 / 1e6,
        "gigabytes a month": DAYS * day / 1e9,
        **{f"US dollars a month at {price} a gigabyte": DAYS * day / 1e9 * price for price in PRICES},
    }


def _on_paper(visits: dict[str, Visit]) -> Iterator[str]:
    yield row(f"{READERS:,} readers a day, on paper", *visits)
    columns = [
        on_paper(total(visit.first), total(visit.then), len(visit.first) + len(visit.then)) for visit in visits.values()
    ]
    for name in columns[0]:
        yield row(name, *(f"{column[name]:,.0f}" for column in columns))
    yield "   each reads one first page and one second one; deploy/README.md has the formula and the price lists"


def _path(tool: str) -> str | None:
    # Where Debian has nginx, and not every account looks.
    return shutil.which(tool, path=f"{os.environ['PATH']}:/usr/sbin")


@contextmanager
def _nginx(site: Path, core: int, log: Path | None = None) -> Iterator[str]:
    """The address, ending in a slash, of a site under nginx on one core, set up as it is published.

    With `log` every answer is written there: status, bytes on the wire, path.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        port = _free_port()
        settings = PUBLISHED.read_text("utf-8")
        for published, here in {
            "listen 8080;": f"listen 127.0.0.1:{port};",
            "root /usr/share/nginx/html;": f"root {site};",
            "access_log off;": f"access_log {log} answers;" if log else "access_log off;",
        }.items():
            assert settings.count(published) == 1, f"{PUBLISHED} no longer says “{published}” once"
            settings = settings.replace(published, here)
        (folder / "site.conf").write_text(settings, "utf-8")
        # Started by root, its worker would be nobody, who may not read a folder of ours.
        user = "user root;" if os.geteuid() == 0 else ""
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user), "utf-8")
        process = subprocess.Popen(
            [_path("taskset"), "-c", str(core), _path("nginx"), "-c", folder / "nginx.conf", "-e", folder / "errors"],
        )
        try:
            _wait_for(port, process)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _wait_for(port: int, process: subprocess.Popen) -> None:
    for _ in range(50):
        if process.poll() is not None:
            break
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("nginx did not start with deploy/nginx.conf; what it says stands above")


def _visit(browser: Browser, site: Path, workers: Workers) -> Visit:
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "answers"

        def sent() -> list[Sent]:
            lines = (line.split(" ", 2) for line in log.read_text("utf-8").splitlines())
            return [Sent(path if status == "200" else f"{path} ({status})", int(size)) for status, size, path in lines]

        with _nginx(site, min(os.sched_getaffinity(0)), log) as address:
            return Visit(*views(browser, address, sent, workers))


def _paths(view: list[Sent]) -> list[str]:
    """What was sent in full."""
    return [answer.path.lstrip("/") for answer in view if not answer.path.endswith(")")]


def _largest_script(visit: Visit) -> str:
    scripts = [answer for answer in visit.first if answer.path.endswith(".js")]
    return max(scripts, key=lambda answer: answer.bytes).path.lstrip("/")


def _rate(address: str, paths: list[str], core: int) -> float:
    """Requests a second that are answered when `paths` are asked for in turn."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(ASK.format(paths=", ".join(f'"/{path}"' for path in paths)))
        script.flush()
        options = ("-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", "Accept-Encoding: gzip", "-s", script.name)
        said = subprocess.run(
            [_path("taskset"), "-c", str(core), _path("wrk"), *options, address],
            check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
    assert not re.search("Non-2xx|Socket errors", said), said
    return float(re.search(r"Requests/sec:\s*([\d.]+)", said)[1])
