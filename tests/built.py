"""The built sites that tests read: each is built once, however many processes run the tests, and kept until what it is
made of changes. `pytest --cache-clear`, which `make test` passes, builds anew.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path

from filelock import FileLock

from macros.checks.load import CONFIGS

ROOT = Path(__file__).parent.parent
SITE_SOURCES = ("docs", "macros", "overrides", *CONFIGS.values(), "jieba_user.txt")
SITE_VARIABLES = ("GUIDE_", "SOURCE_DATE_EPOCH")
"""How the names of the variables begin that a build looks at."""
WORTH_KEEPING = 60 * 60
"""Seconds after its last use for which a site of other sources is kept, as another run may still read it."""


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


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """`folder` as `make` fills it for the first process that asks; the others wait, and find it whole or not at all."""
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            part = folder.with_name(f"{folder.name}.part")
            shutil.rmtree(part, ignore_errors=True)
            make(part)
            part.rename(folder)
    return folder


def guide_site(shelf: Path, *arguments: str) -> Path:
    """The guide as built by `mkdocs build --strict` with further arguments, on a shelf for such sites."""

    def build(site: Path) -> None:
        for other in shelf.iterdir():
            if other.is_dir() and other.stat().st_mtime < time.time() - WORTH_KEEPING:
                shutil.rmtree(other)
        result = mkdocs(ROOT, "build", "--strict", *arguments, "--site-dir", str(site))
        assert result.returncode == 0, result.stderr

    site = once(shelf / _digest(arguments), build)
    os.utime(site)
    return site


def _digest(arguments: tuple[str, ...]) -> str:
    """A name for the site that a build would make here and now."""
    digest = sha256()
    for ingredient in (repr(arguments), *_ingredients()):
        digest.update(ingredient.encode() + b"\0")
    return digest.hexdigest()[:16]


def _ingredients() -> Iterator[str]:
    """All that a site is made of: sources, variables, packages, and the day, which stands on every page."""
    yield date.today().isoformat()
    yield sys.version
    yield from sorted(f"{package.name} {package.version}" for package in distributions())
    yield from sorted(f"{name}={value}" for name, value in os.environ.items() if name.startswith(SITE_VARIABLES))
    for name in SITE_SOURCES:
        for file in sorted({ROOT / name, *(ROOT / name).rglob("*")}):
            if file.is_file() and "__pycache__" not in file.parts:
                yield f"{file.relative_to(ROOT)} {sha256(file.read_bytes()).hexdigest()}"
