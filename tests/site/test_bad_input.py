"""Bad input stops a real build with one line for each fault, and leaves the last good site as it was.

The project that is built has the guide's code, theme and settings, but few pages and the smallest data.
"""

import os
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from macros.checks.load import CONFIGS
from macros.model.languages import OTHERS, WRITTEN
from tests.built import mkdocs, once
from tests.conftest import ROOT
from tests.unit.conftest import GUIDE, PAGE, edit

NAME = "  guide: {zh: 指南, en: Guide}\n"
PAGES = {
    "index.md": "{{ issue_list() }}\n\n{{ safety() }}\n",
    "issues/lost.md": '{{ short_answer("lost") }}\n\n{{ do_not("lost") }}\n\n{{ checklist("lost", "minutes") }}\n',
    "issues/slow.md": '{{ short_answer("slow") }}\n\n{{ checklist("slow", "minutes") }}\n',
}
OF_REGIONS = {f"where/{id}.md": f'{{{{ region("{id}") }}}}\n' for id in ("home", "away")}
"""Every region has its page, which stands in no navigation."""
NAV = f"nav: [{', '.join(PAGES)}]\n"


def lay_out(project: Path) -> Path:
    """A small guide on disk, with everything that a site is made from."""
    for name in ("macros", "overrides"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in (*(CONFIGS[language] for language in OTHERS), "jieba_user.txt"):
        shutil.copy(ROOT / name, project)
    config, found = re.subn(r"^nav:\n(?: .*\n)+", NAV, (ROOT / "mkdocs.yml").read_text("utf-8"), flags=re.MULTILINE)
    assert found == 1
    (project / "mkdocs.yml").write_text(config, "utf-8")
    for language in WRITTEN:
        for page, text in {**PAGES, **OF_REGIONS}.items():
            file = project / "docs" / language / page
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(PAGE + text, "utf-8")
    (project / "docs/guide.yml").write_text(GUIDE, "utf-8")
    return project


def lay_out_and_build(project: Path) -> None:
    result = mkdocs(lay_out(project), "build", "--strict")
    assert result.returncode == 0, result.stderr


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small guide that was never built, to break."""
    return lay_out(tmp_path / "project")


@pytest.fixture(scope="session")
def good(run: Path) -> Path:
    """A small guide with its site built."""
    return once(run / "small-guide", lay_out_and_build)


@pytest.fixture
def built(good: Path, tmp_path: Path) -> Path:
    """A copy of that, to break."""
    return shutil.copytree(good, tmp_path / "project")


def site_of(project: Path) -> dict[str, bytes]:
    """Every file of the built site."""
    site = project / "site"
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def rewrite(file: Path, old: str, new: str) -> int:
    """Write `new` for `old`, which must stand in `file`; gives the line it stood in."""
    before, found, after = file.read_text("utf-8").partition(old)
    assert found, f"{file.name} holds no {old!r}"
    file.write_text(before + new + after, "utf-8")
    return before.count("\n") + 1


# Faults of data, pages and templates: each breaks the project and gives the lines that must tell of it -----


def missing_translation(project: Path) -> list[str]:
    line = rewrite(project / "docs/guide.yml", NAME, NAME.replace(", en: Guide", ""))
    what = "has no text in “en”; add `en:` (a text is written in every language)"
    return [f"docs/guide.yml:{line}:3: words.guide.en: {what}"]


def broken_yaml(project: Path) -> list[str]:
    line = rewrite(project / "docs/guide.yml", NAME, "  guide: the guide: 指南\n")
    mend = "check the indentation, quotes and colons of this line and the one above"
    return [f"docs/guide.yml:{line}:19: YAML: cannot be read (mapping values are not allowed in this context); {mend}"]


def unknown_id_on_a_page(project: Path) -> list[str]:
    page = "docs/en/issues/slow.md"
    line = rewrite(project / page, 'short_answer("slow")', 'short_answer("slov")')
    what = "short_answer: issue: there is no “slov” among the issues; did you mean “slow”?"
    return [f"{page}:{line}:4: {what}"]


def unreadable_call_on_a_page(project: Path) -> list[str]:
    page = "docs/zh/index.md"
    line = rewrite(project / page, "{{ issue_list() }}", "{{ issue_list( }}")
    return [f"{page}:{line}:1: macro call: cannot be read (unexpected '}}', expected ')'); check its brackets"]


def data_and_pages(project: Path) -> list[str]:
    return [*unknown_id_on_a_page(project), *missing_translation(project), *unreadable_call_on_a_page(project)]


def issue_without_its_page(project: Path) -> list[str]:
    page = "docs/zh/issues/slow.md"
    (project / page).unlink()
    line = rewrite(project / "docs/guide.yml", "- id: slow\n", "- id: slow\n")
    return [
        f"docs/en/issues/slow.md:1:1: page: has no counterpart {page}; write it, or take this one away",
        f"docs/guide.yml:{line}:5: issues[slow]: has no page {page}; write it",
    ]


def template_with_an_unknown_name(project: Path) -> list[str]:
    template = "macros/templates/issues/lines.html"
    line = rewrite(project / template, "{{ line[language] }}", "{{ line[language] }}{{ nothing.here }}")
    return [f"{template}:{line}:1: template: 'nothing' is undefined; mend it, or what it is given"]


FAULTS = [
    missing_translation,
    broken_yaml,
    unknown_id_on_a_page,
    unreadable_call_on_a_page,
    data_and_pages,
    issue_without_its_page,
    template_with_an_unknown_name,
]


@pytest.mark.parametrize("spoil", FAULTS)
def test_a_fault_stops_the_build_and_is_told_in_one_line(built: Path, spoil: Callable[[Path], list[str]]) -> None:
    before = site_of(built)
    faults = spoil(built)
    result = mkdocs(built, "build", "--strict")
    assert result.returncode != 0
    assert [line for line in result.stderr.splitlines() if line.startswith(("docs/", "macros/"))] == faults
    assert "Traceback" not in result.stdout + result.stderr
    assert site_of(built) == before


def test_a_fault_stops_a_build_that_is_not_strict_too(built: Path) -> None:
    before = site_of(built)
    (fault,) = missing_translation(built)
    result = mkdocs(built, "build")
    assert result.returncode != 0
    assert fault in result.stderr.splitlines()
    assert site_of(built) == before


# Faults that only show while the pages are made --------------------------------------------------


def dead_link(language: str, target: str) -> Callable[[Path], str]:
    def spoil(project: Path) -> str:
        page = project / f"docs/{language}/index.md"
        page.write_text(f"{page.read_text('utf-8')}\n[Nowhere]({target})\n", "utf-8")
        return target

    return spoil


def template_that_cannot_be_read(project: Path) -> str:
    rewrite(project / "macros/templates/issues/lines.html", "{% endfor %}", "")
    return "\nmacros/templates/issues/lines.html:"


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(dead_link("zh", "nowhere.md"), id="dead link in Chinese"),
        pytest.param(dead_link("en", "nowhere.md"), id="dead link in English"),
        pytest.param(dead_link("en", "issues/slow.md#nowhere"), id="dead anchor in English"),
        pytest.param(template_that_cannot_be_read, id="template that cannot be read"),
    ],
)
def test_a_build_that_fails_on_the_way_names_the_culprit_and_publishes_nothing(
    built: Path, spoil: Callable[[Path], str]
) -> None:
    before = site_of(built)
    culprit = spoil(built)
    result = mkdocs(built, "build", "--strict")
    assert result.returncode != 0
    assert culprit in result.stderr
    assert "Traceback" not in result.stdout + result.stderr
    assert site_of(built) == before


def test_a_first_build_that_fails_leaves_no_half_site(project: Path) -> None:
    dead_link("en", "nowhere.md")(project)
    assert mkdocs(project, "build", "--strict").returncode != 0
    assert not (project / "site").exists()


# After the fault -----------------------------------------------------------------------------


def test_nothing_of_a_failed_build_gets_into_the_next_site(built: Path) -> None:
    before = site_of(built)
    page, stray = built / "docs/en/index.md", built / "docs/zh/stray.txt"
    good = page.read_text("utf-8")
    dead_link("en", "nowhere.md")(built)
    stray.write_text("stray")
    assert mkdocs(built, "build", "--strict").returncode != 0

    page.write_text(good, "utf-8")
    stray.unlink()
    result = mkdocs(built, "build", "--strict")
    assert result.returncode == 0, result.stderr
    assert site_of(built).keys() == before.keys()


def test_a_page_that_was_taken_away_disappears_from_the_site(built: Path) -> None:
    nav = (built / "mkdocs.yml").read_text("utf-8")
    pages = [built / f"docs/{language}/old.md" for language in WRITTEN]
    for page in pages:
        page.write_text(PAGE, "utf-8")
    rewrite(built / "mkdocs.yml", "nav: [index.md", "nav: [index.md, old.md")
    assert mkdocs(built, "build", "--strict").returncode == 0
    assert {"old/index.html", "en/old/index.html"} <= site_of(built).keys()

    for page in pages:
        page.unlink()
    (built / "mkdocs.yml").write_text(nav, "utf-8")
    assert mkdocs(built, "build", "--strict").returncode == 0
    assert not [file for file in site_of(built) if "old/" in file]


# What the machine refuses --------------------------------------------------------------------

WHEN = {
    "while it copies": r"Copying static assets|Cleaning site directory",
    "while it makes the pages": r"Building documentation to directory: .*site\.part\n",
    "in the other language": r"Building documentation to directory: .*site\.part/en",
}


@pytest.mark.parametrize("when", WHEN)
def test_a_build_that_is_killed_leaves_the_last_site_and_the_next_one_is_whole(built: Path, when: str) -> None:
    before = site_of(built)
    command = [sys.executable, "-u", "-m", "mkdocs", "build", "--strict"]
    log = ""
    with subprocess.Popen(command, cwd=built, stderr=subprocess.PIPE, text=True) as build:
        for line in build.stderr:
            log += line
            if re.search(WHEN[when], log):
                build.kill()
                break
    assert build.returncode == -signal.SIGKILL, log
    assert site_of(built) == before
    result = mkdocs(built, "build", "--strict")
    assert result.returncode == 0, result.stderr
    assert site_of(built).keys() == before.keys()
    assert not [path.name for path in built.glob("site.*") if path.name != "site.lock"]


def test_of_two_builds_at_once_one_says_so_and_the_other_is_whole(built: Path) -> None:
    before = site_of(built)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    both = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    builds = [subprocess.Popen(command, cwd=built, text=True, **both) for _ in range(2)]
    logs = [build.communicate()[0] for build in builds]
    assert sorted(build.returncode for build in builds) == [0, 1]
    (refused,) = (log for build, log in zip(builds, logs, strict=True) if build.returncode)
    assert "Nothing was built: another build of" in refused
    assert "Traceback" not in refused
    assert site_of(built).keys() == before.keys()


def no_larger_file() -> None:
    """As on a disk that is full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))


def test_without_room_a_sentence_says_so_and_the_last_site_stays(built: Path) -> None:
    before = site_of(built)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    result = subprocess.run(command, cwd=built, capture_output=True, text=True, preexec_fn=no_larger_file)
    assert result.returncode == 1
    assert "Nothing was published, and the last site is as it was: [Errno 27]" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr
    assert site_of(built) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_where_nobody_may_write_a_sentence_says_so(built: Path) -> None:
    before = site_of(built)
    built.chmod(0o555)
    try:
        result = mkdocs(built, "build", "--strict")
    finally:
        built.chmod(0o755)
    assert result.returncode == 1
    assert "Nothing was published, and the last site is as it was: [Errno 13]" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr
    assert site_of(built) == before


def test_a_folder_where_no_site_can_be_is_named_in_a_sentence(built: Path) -> None:
    result = mkdocs(built, "build", "--strict", "--site-dir", "mkdocs.yml/site")
    assert result.returncode == 1
    assert "mkdocs.yml" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr


# While one edits ------------------------------------------------------------------------------


class Server:
    """`mkdocs serve` in a project, with its log and the site it serves under `scratch`."""

    def __init__(self, project: Path, scratch: Path):
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self._scratch = scratch
        with self._log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-u", "-m", "mkdocs", "serve", "-a", self.address],
                cwd=project,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(scratch)},
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    @property
    def _log(self) -> Path:
        return self._scratch / "log.txt"

    @property
    def log(self) -> str:
        return self._log.read_text("utf-8")

    def get(self, path: str) -> str:
        """What is served there; nothing if nothing is."""
        try:
            with urlopen(f"http://{self.address}/{path}", timeout=30) as response:
                return response.read().decode()
        except OSError:
            return ""

    def built(self, page: str) -> bytes:
        """A page as it stands in the site that is served."""
        (site,) = (path for path in self._scratch.glob("mkdocs_*") if not path.suffix)
        return (site / page).read_bytes()

    def wait_until(self, condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 180
        while not condition():
            assert self.process.poll() is None, f"the server died:\n{self.log}"
            assert time.monotonic() < deadline, f"waited in vain:\n{self.log}"
            time.sleep(0.1)


@pytest.fixture
def server(project: Path, tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "scratch").mkdir()
    server = Server(project, tmp_path / "scratch")
    try:
        yield server
    finally:
        server.process.terminate()
        server.process.wait(timeout=30)


@pytest.mark.parametrize("spoil", [missing_translation, template_with_an_unknown_name])
def test_a_server_tells_of_a_fault_and_lives_on(
    project: Path, server: Server, spoil: Callable[[Path], list[str]]
) -> None:
    data, template = project / "docs/guide.yml", project / "macros/templates/issues/lines.html"
    good_data, good_template = data.read_text("utf-8"), template.read_text("utf-8")
    server.wait_until(lambda: "钱没到" in server.get("") and "Not arrived" in server.get("en/"))
    pages = server.built("index.html"), server.built("en/index.html")

    (fault,) = spoil(project)
    server.wait_until(lambda: fault in server.log.splitlines())
    # Until it is mended MkDocs lets a page wait; what reloads the browsers answers at once.
    assert server.get("livereload/0/0").isdigit()
    assert (server.built("index.html"), server.built("en/index.html")) == pages

    template.write_text(good_template, "utf-8")
    data.write_text(edit(good_data, ("zh: 钱没到,", "zh: 钱到了,"), ("Not arrived", "Arrived after all")), "utf-8")
    server.wait_until(lambda: "钱到了" in server.get("") and "Arrived after all" in server.get("en/"))
    assert "Traceback" not in server.log
