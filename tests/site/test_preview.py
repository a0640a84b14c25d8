"""`make serve`: what was changed is on the page, the console says it in a line, and a fault takes nothing away."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from macros.model.guide import Guide
from tests.conftest import copy_project
from tests.site.test_bad_input import rewrite

NAME = "  guide:\n    zh: 数字钱包投诉指南\n    en: Wallet Complaint Guide\n"
DONE = re.compile(r"(.+): \d+\.\d s")


class Preview:
    """`make serve` in a project, with what its console has said."""

    def __init__(self, project: Path):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.project, self.address = project, f"http://127.0.0.1:{port}/"
        self._console = project.parent / "console.txt"
        with self._console.open("w") as console:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "macros.preview", str(port)],
                cwd=project,
                env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
                stdout=console,
                stderr=subprocess.STDOUT,
            )

    @property
    def lines(self) -> list[str]:
        return self._console.read_text("utf-8").splitlines()

    def wait(self, after: int = 0) -> list[str]:
        """The lines that came after so many, the last of which says that something was done."""
        deadline = time.monotonic() + 600
        while not any(map(DONE.fullmatch, self.lines[after:])):
            assert self.process.poll() is None, self.lines
            assert time.monotonic() < deadline, self.lines
            time.sleep(0.1)
        return self.lines[after:]

    def change(self, file: str, old: str, new: str) -> list[str]:
        """What the console says to a change."""
        before = len(self.lines)
        rewrite(self.project / file, old, new)
        return self.wait(after=before)

    def get(self, path: str) -> str:
        with urlopen(self.address + path, timeout=60) as response:
            return response.read().decode()


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    preview = Preview(copy_project(tmp_path_factory.mktemp("preview") / "project"))
    try:
        preview.wait()
        yield preview
    finally:
        preview.process.terminate()
        preview.process.wait(timeout=30)


def test_the_console_says_both_addresses_and_what_was_built(preview: Preview):
    chinese, traditional, english, done = preview.lines[:4]
    assert chinese.split() == ["简体", preview.address]
    assert traditional.split() == ["繁體", f"{preview.address}zh-hant/"]
    assert english.split() == ["English", f"{preview.address}en/"]
    assert DONE.fullmatch(done)[1] == "the whole guide"


def test_a_preview_works_like_the_guide(preview: Preview, guide: Guide):
    page = preview.get("en/issues/slow-support/")
    assert guide.issue["slow-support"].title.en in page
    assert 'class="term"' in page
    assert "guide-home:" not in page
    assert guide.letters[0].id in preview.get("assets/desk.en.json")


def test_a_word_of_a_page_is_there_with_the_titles_of_all_others(preview: Preview, guide: Guide):
    said = preview.change("docs/en/about.md", "CC BY 4.0", "CC BY 4.0 as ever")
    assert [DONE.fullmatch(line)[1] for line in said] == ["docs/en/about.md"]
    page = preview.get("en/about/")
    assert "CC BY 4.0 as ever" in page
    for issue in guide.issues:
        assert issue.title.en in page


def test_a_style_is_there(preview: Preview):
    said = preview.change("overrides/assets/css/case.css", "{", "{ --changed: 1;")
    assert [DONE.fullmatch(line)[1] for line in said] == ["overrides/assets/css/case.css"]
    assert "--changed: 1;" in preview.get("assets/css/case.css")


def test_a_template_is_there_on_the_pages_of_both_languages(preview: Preview):
    preview.change("macros/templates/issues/lines.html", 'class="lines', 'data-changed class="lines')
    assert "data-changed" in preview.get("issues/slow-support/")
    assert "data-changed" in preview.get("en/issues/slow-support/")


def test_new_python_is_there_without_a_restart(preview: Preview):
    preview.change("macros/publish/terms.py", 'else "term"', 'else "term changed"')
    assert 'class="term changed"' in preview.get("issues/slow-support/")


def test_a_fault_is_told_and_what_was_there_stays(preview: Preview, guide: Guide):
    before = preview.get("en/")
    good = (preview.project / "docs/guide.yml").read_text("utf-8")
    lines = len(preview.lines)
    line = rewrite(preview.project / "docs/guide.yml", NAME, NAME.partition("    en:")[0])
    assert f"docs/guide.yml:{line}:3: words.guide.en: has no text in “en”" in "\n".join(preview.wait(after=lines))
    assert without_epoch(preview.get("en/")) == without_epoch(before)

    lines, title = len(preview.lines), guide.issues[0].title
    mended = good.replace(title.zh, f"{title.zh}（改过）").replace(title.en, f"{title.en} (mended)")
    (preview.project / "docs/guide.yml").write_text(mended, "utf-8")
    preview.wait(after=lines)
    assert f"{title.zh}（改过）" in preview.get("")
    assert f"{title.en} (mended)" in preview.get("en/")


def without_epoch(page: str) -> str:
    """A page but for what reloads it, and the policy for that."""
    return re.sub(r"<script>(?!.*<script>).*?</script>|'sha256-[^']*'|\d{6,}", "", page, flags=re.DOTALL)


def test_a_port_that_is_in_use_is_told_in_a_sentence():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "macros.preview", str(port)]
        result = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert result.returncode == 1
    said = (
        f"Port {port} cannot be had (Address already in use): end what uses it, or take another: make serve PORT=8001"
    )
    assert (result.stdout + result.stderr).strip() == said
