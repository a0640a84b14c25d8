"""What several test folders share: the guide, a copy of the project to break, the built site, a browser."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from macros.checks.load import read
from macros.model.guide import Guide

from . import chromium
from .serving import served

ROOT = Path(__file__).parent.parent
SITE_SOURCES = ("docs", "macros", "overrides", "mkdocs.yml", "mkdocs.en.yml", "jieba_user.txt")


def mkdocs(project: Path, *arguments: str) -> subprocess.CompletedProcess:
    """Run `mkdocs` in `project`; its log is in `.stderr`."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )


def copy_project(to: Path) -> Path:
    """A copy of everything the site is made from."""
    to.mkdir(parents=True, exist_ok=True)
    for name in SITE_SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, to / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, to / name)
    return to


@pytest.fixture(scope="session")
def guide() -> Guide:
    reading = read(ROOT / "docs/guide.yml", "docs/guide.yml")
    assert not reading.faults, "\n".join(map(str, reading.faults))
    return reading.guide


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project, to break."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide as built by `mkdocs build --strict`."""
    target = tmp_path_factory.mktemp("built") / "site"
    result = mkdocs(ROOT, "build", "--strict", "--site-dir", str(target))
    assert result.returncode == 0, result.stderr
    return target


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served, ending in a slash."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.ensure(), args=chromium.FLAGS)
        yield browser
        browser.close()
