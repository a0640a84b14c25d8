"""A new site takes the place of the last one whole or not at all, whatever happens on the way."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from macros.publish import swap
from macros.publish.swap import Refused, hold, remove, replace, restore
from tests.conftest import ROOT

OLD, NEW = {"index.html": "old", "en/index.html": "old"}, {"index.html": "new", "about/index.html": "new"}
KILLED = """
import os, signal, sys
from pathlib import Path
from macros.publish import swap

target, part, step, exchanges = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4] == "True"
if not exchanges:
    swap._exchange = lambda one, other: False

def count(event, arguments):
    global step
    if event in ("os.rename", "os.remove", "os.rmdir", "os.scandir", "ctypes.dlsym"):
        step -= 1
        if step < 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
swap.replace(target, part)
"""


def lay(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def files_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture(params=[True, False], ids=["in one step", "in two"])
def exchanges(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    if not request.param:
        monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    return request.param


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return lay(tmp_path / "site", OLD)


@pytest.fixture
def part(tmp_path: Path) -> Path:
    return lay(tmp_path / "site.part", NEW)


def test_a_new_site_takes_the_place_of_the_last(site: Path, part: Path, exchanges: bool):
    replace(site, part)
    assert files_of(site) == NEW
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_the_first_site_takes_its_place(tmp_path: Path, part: Path):
    replace(tmp_path / "site", part)
    assert files_of(tmp_path / "site") == NEW


def test_killed_at_any_step_it_leaves_a_whole_site(tmp_path: Path, exchanges: bool):
    site, part = tmp_path / "site", tmp_path / "site.part"
    found = []
    for step in range(100):
        for folder in tmp_path.iterdir():
            remove(folder)
        lay(site, OLD), lay(part, NEW)
        script = [sys.executable, "-c", KILLED, str(site), str(part), str(step), str(exchanges)]
        ended = subprocess.run(script, cwd=ROOT, check=False).returncode
        if exchanges:
            assert site.exists(), step
        restore(site)
        found.append(files_of(site))
        assert found[-1] in (OLD, NEW), step
        if ended != -signal.SIGKILL:
            break
    assert ended == 0
    assert found[0] == OLD
    assert len(found) > 5


def test_a_site_that_cannot_be_moved_stays_as_it_is(site: Path, part: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    move = Path.rename

    def busy(path: Path, target: Path) -> Path:
        if path == part:
            raise OSError(errno.EBUSY, "Device or resource busy", str(path))
        return move(path, target)

    monkeypatch.setattr(Path, "rename", busy)
    with pytest.raises(OSError, match="busy"):
        replace(site, part)
    assert files_of(site) == OLD


def test_a_file_of_the_last_site_that_cannot_be_removed_is_told_and_the_new_one_is_whole(
    site: Path, part: Path, monkeypatch: pytest.MonkeyPatch, exchanges: bool
):
    def refuse(path: Path) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted", str(path / "index.html"))

    monkeypatch.setattr(shutil, "rmtree", refuse)
    with pytest.raises(Refused, match=r"site is new and whole, but .* cannot be removed: .*index\.html"):
        replace(site, part)
    assert files_of(site) == NEW


def test_two_builds_of_one_site_do_not_meet(tmp_path: Path):
    site = tmp_path / "site"
    script = f"""
from pathlib import Path
from macros.publish.swap import Refused, hold
try:
    hold(Path({str(site)!r}))
except Refused as error:
    print(error)
"""

    def other_build() -> str:
        return subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True).stdout

    assert other_build() == ""
    assert not (tmp_path / "site.lock").exists()
    hold(site)
    hold(site)  # A server builds again and again.
    assert other_build() == f"Nothing was built: another build of {site} is under way; let it end first.\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has folders change places in one step")
def test_on_linux_it_is_one_step(site: Path, part: Path):
    assert swap._exchange(part, site)
    assert (files_of(site), files_of(part)) == (NEW, OLD)


def test_a_disk_that_cannot_do_it_in_one_step_is_known(site: Path, part: Path, monkeypatch: pytest.MonkeyPatch):
    class Library:
        def renameat2(self, *_: object) -> int:
            return -1

    monkeypatch.setattr(swap.ctypes, "CDLL", lambda *_, **__: Library())
    monkeypatch.setattr(swap.ctypes, "get_errno", lambda: errno.EINVAL)
    assert not swap._exchange(part, site)
    monkeypatch.setattr(swap.ctypes, "get_errno", lambda: errno.EROFS)
    with pytest.raises(OSError, match=os.strerror(errno.EROFS)):
        swap._exchange(part, site)
