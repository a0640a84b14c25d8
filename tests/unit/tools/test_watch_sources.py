"""Sources that change, move, vanish, refuse or dawdle are told of, with the facts that rest on them."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
import yaml

from macros.checks.load import parse
from macros.model.guide import Guide
from tests.conftest import ROOT
from tests.unit.conftest import GUIDE
from tools import watch_sources as watched
from tools.watch_sources import Page, fetch, watch

TODAY = date(2026, 11, 26)
LAW = "<html><body><nav>Menu</nav><main><h1>The Act</h1><p>An answer within <b>15</b> days.</p></main></body></html>"
LATER = LAW.replace("15", "20").replace("Menu", "Other menu")


class Pages(BaseHTTPRequestHandler):
    """What a path answers: status, headers, body; or something that sends it by itself."""

    answers: dict[str, tuple[int, dict[str, str], str] | Callable[[BaseHTTPRequestHandler], None]]
    asked: list[tuple[str, str]]

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["User-Agent"]))
        answer = self.answers[self.path]
        if callable(answer):
            return answer(self)
        status, headers, body = answer
        self.send_response(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *arguments: object) -> None:
        pass


def sleeps(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(1.5)


def trickles(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/plain")
    handler.end_headers()
    for _ in range(20):
        handler.wfile.write(b"word ")
        handler.wfile.flush()
        time.sleep(0.1)


@pytest.fixture
def server() -> Iterator[str]:
    Pages.asked = []
    Pages.answers = {
        "/act": (200, {}, LAW),
        "/code": (200, {}, "<p>The Code</p>"),
        "/moved": (301, {"Location": "/act"}, ""),
        "/moved-twice": (308, {"Location": "/moved"}, ""),
        "/for-now": (302, {"Location": "/moved"}, ""),
        "/dead": (404, {}, "gone"),
        "/refused": (403, {}, "no robots"),
        "/paper": (200, {"Content-Type": "application/pdf"}, "%PDF"),
        "/odd": (200, {"Content-Type": "text/plain; charset=no-such"}, "word"),
        "/%EB%B2%95": (200, {}, "<p>law</p>"),
        "/slow": sleeps,
        "/trickle": trickles,
    }
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def guide_of(server: str, law: str = "/act") -> Guide:
    text = GUIDE.replace("https://law.example/act", server + law).replace("https://code.example/", f"{server}/code")
    return parse(text, "guide.yml").guide


def looked(guide: Guide, before: dict | None = None, kept: dict | None = None, ask: Callable[[str], Page] = fetch):
    return watch(guide, before or {}, kept or {}, ask, lambda: None, TODAY)


def test_a_page_gives_its_words_without_what_stands_on_every_page_of_its_site(server: str) -> None:
    assert fetch(f"{server}/act") == Page(200, None, "The Act\nAn answer within\n15\ndays.")


@pytest.mark.parametrize(
    ("path", "status", "moved"),
    [
        ("/moved", 200, "/act"),
        ("/moved-twice", 200, "/act"),
        ("/for-now", 200, None),
        ("/dead", 404, None),
        ("/refused", 403, None),
        ("/odd", 200, None),
        ("/법", 200, None),
    ],
)
def test_an_address_says_what_became_of_it(server: str, path: str, status: int, moved: str | None) -> None:
    page = fetch(server + path)
    assert (page.status, page.moved) == (status, moved and server + moved)


@pytest.mark.parametrize("path", ["/slow", "/trickle"])
def test_a_page_that_takes_too_long_is_not_waited_for(server: str, path: str) -> None:
    begun = time.monotonic()
    assert fetch(server + path, patience=0.5, longest=0.5).status is None
    assert time.monotonic() - begun < 1.4


def test_nobody_at_home_is_no_answer() -> None:
    assert fetch("http://127.0.0.1:9/").status is None


def test_a_document_without_words_is_known_by_its_digest(server: str) -> None:
    assert fetch(f"{server}/paper").words.startswith("application/pdf, ")


def test_the_robot_says_who_it_is_and_asks_once_for_each_address(server: str) -> None:
    waits = []
    watch(guide_of(server, law="/code"), {}, {}, fetch, lambda: waits.append(1), TODAY)

    assert Pages.asked == [("/code", watched.NAME)]
    assert watched.NAME.startswith("wallet-complaint-guide ")
    assert len(waits) == 1


def test_the_first_look_tells_nothing_and_keeps_digests_alone(server: str) -> None:
    now, words, issues = looked(guide_of(server))

    assert issues == []
    assert now.keys() == {"law", "code"}
    assert now["law"] == {"digest": watched.digest("The Act\nAn answer within\n15\ndays."), "since": "2026-11-26"}
    assert set(words) == {each["digest"] for each in now.values()}


def test_a_page_that_stays_is_told_of_no_more_than_a_new_menu(server: str) -> None:
    before, words, _ = looked(guide_of(server))
    Pages.answers["/act"] = (200, {}, LAW.replace("Menu", "Other menu"))

    assert looked(guide_of(server), before, words) == (before, words, [])


def test_a_changed_page_names_every_fact_that_rests_on_it_with_the_words_before_and_after(server: str) -> None:
    guide = guide_of(server)
    before, words, _ = looked(guide)
    Pages.answers["/act"] = (200, {}, LATER)
    now, kept, (issue,) = looked(guide, before, words)

    assert issue.title == "Source law: read it again"
    told = [line for line in issue.body.splitlines() if line.startswith(("- home: ", "- purse: "))]
    resting = [fact for fact in guide.facts if fact.source == "law"]
    assert len(told) == len(resting) > 10
    assert all(fact.says.en in issue.body and fact.says.zh in issue.body for fact in resting)
    assert "~~~~diff\n" in issue.body
    assert "\n-15\n+20\n" in issue.body
    assert now["law"]["digest"] != before["law"]["digest"]
    assert set(kept) == {each["digest"] for each in now.values()}


def test_a_figure_that_is_no_longer_there_is_named_beside_its_fact(server: str) -> None:
    guide = guide_of(server)
    fact = next(fact for fact in guide.facts if fact.source == "law" and watched.figures(fact.says.en))
    figure = min(watched.figures(fact.says.en))
    pages = {f"{server}/act": Page(200, None, f"within {figure} days"), f"{server}/code": Page(200, None, "code")}
    before, words, _ = looked(guide, ask=pages.get)
    pages[f"{server}/act"] = Page(200, None, "soon")
    _, _, (issue,) = looked(guide, before, words, ask=pages.get)

    assert f"**No longer on the page: {figure}.**" in issue.body


def test_without_the_former_words_an_issue_says_so(server: str) -> None:
    before, _, _ = looked(guide_of(server))
    Pages.answers["/act"] = (200, {}, LATER)
    _, _, (issue,) = looked(guide_of(server), before)

    assert "The former words are no longer kept." in issue.body


def test_a_page_cannot_write_into_the_issue(server: str) -> None:
    before, words, _ = looked(guide_of(server))
    Pages.answers["/act"] = (200, {}, "<main>~~~~\n@everybody</main>")
    _, _, (issue,) = looked(guide_of(server), before, words)

    assert issue.body.count("~~~~") == 2


def test_a_page_that_has_moved_for_good_is_told_of_once(server: str) -> None:
    guide = guide_of(server, law="/moved")
    before, words, (issue,) = looked(guide)

    assert f"has moved for good: {server}/moved is now {server}/act" in issue.body
    assert looked(guide, before, words)[2] == []


@pytest.mark.parametrize("moved", ["https://www.law.example/act/", "http://law.example/act"])
def test_another_scheme_or_a_slash_is_no_move(server: str, moved: str) -> None:
    assert not watched._differs(moved, "https://law.example/act")


def test_a_dead_page_is_told_of_once_and_its_words_are_kept(server: str) -> None:
    guide = guide_of(server)
    before, words, _ = looked(guide)
    Pages.answers["/act"] = (404, {}, "")
    now, kept, (issue,) = looked(guide, before, words)

    assert f"is gone: {server}/act answers 404" in issue.body
    assert now["law"]["digest"] == before["law"]["digest"]
    assert kept == words
    assert looked(guide, now, kept)[2] == []


def test_a_page_that_refuses_is_told_of_after_a_month_and_once(server: str) -> None:
    guide = guide_of(server, law="/refused")
    known, words, told = {}, {}, []
    for _ in range(watched.A_MONTH + 2):
        known, words, issues = looked(guide, known, words)
        told.append([issue.source for issue in issues])

    assert told == [[], [], [], ["law"], [], []]


def test_a_page_that_is_back_is_no_longer_silent(server: str) -> None:
    guide = guide_of(server)
    before, words, _ = looked(guide)
    silent = {**before, "law": {**before["law"], "silent": 3, "gone": True}}

    assert looked(guide, silent, words)[:2] == (before, words)


def test_without_a_network_nothing_is_said_of_any_page(server: str) -> None:
    before, words, _ = looked(guide_of(server))

    assert looked(guide_of(server), before, words, ask=lambda address: Page(None)) == (before, words, [])


# The step of the workflow that opens issues --------------------------------------------------

GH = """#!/bin/sh
echo "$title | $*" >> told
case "$*" in
  *"issue list"*) grep -F "$title #" open | cut -d "#" -f 2;;
  *--body-file*) cat watched/body >> told;;
esac
"""
"""Stands for GitHub's command line: `open` has its open issues, `told` what it is told."""


def opening_issues() -> str:
    steps = yaml.safe_load((ROOT / ".github/workflows/facts.yml").read_text("utf-8"))["jobs"]["watch"]["steps"]
    (script,) = (step["run"] for step in steps if "gh issue create" in step.get("run", ""))
    return script


def test_each_source_that_changed_has_one_open_issue_to_which_what_is_new_is_added(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/gh").write_text(GH, "utf-8")
    (tmp_path / "bin/gh").chmod(0o755)
    (tmp_path / "open").write_text("The Act has changed #7\n", "utf-8")
    (tmp_path / "watched/issues").mkdir(parents=True)
    (tmp_path / "watched/issues/act.md").write_text("The Act has changed\n15 days → 20 days\n", "utf-8")
    (tmp_path / "watched/issues/bank.md").write_text("The bank's “terms” $(are) gone\n404\n", "utf-8")

    path = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    subprocess.run(["bash", "-e", "-c", opening_issues()], cwd=tmp_path, env={**os.environ, "PATH": path}, check=True)

    told = (tmp_path / "told").read_text("utf-8").splitlines()
    assert [line for line in told if "issue list" not in line] == [
        "The Act has changed | issue comment 7 --body-file watched/body",
        "15 days → 20 days",
        "The bank's “terms” $(are) gone | issue create --title The bank's “terms” $(are) gone --body-file watched/body",
        "404",
    ]


def test_where_no_source_has_changed_no_issue_is_opened(tmp_path: Path) -> None:
    subprocess.run(["bash", "-e", "-c", opening_issues()], cwd=tmp_path, env={"PATH": os.environ["PATH"]}, check=True)

    assert not (tmp_path / "told").exists()
