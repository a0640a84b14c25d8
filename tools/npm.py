"""Packages of npm that tests hold a built site against. None of them is part of it."""

import re
import shutil
import subprocess
from pathlib import Path

from tests.built import ROOT, once

HERE = ROOT / ".pytest_cache/d/npm"
QUIET = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")


class AbsentError(Exception):
    """A package cannot be had; says why."""


def package(name: str) -> Path:
    """The folder of a package such as `@mozilla/readability@0.6.0`, fetched once and kept beside the sites that tests
    have built; AbsentError where it cannot be had."""
    HERE.mkdir(parents=True, exist_ok=True)
    folder = once(HERE / re.sub(r"\W", "-", name), lambda part: _install(part, name))
    return folder / "node_modules" / name.rpartition("@")[0]


def npm(folder: Path, *arguments: str) -> str:
    """What npm prints when it has done something in `folder`; AbsentError where it is not there or did not do it."""
    if not shutil.which("npm"):
        raise AbsentError(f"{arguments[-1]}: this machine has no npm to install it with")
    done = subprocess.run(("npm", *arguments, *QUIET), cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise AbsentError(f"npm could not install {arguments[-1]}")
    return done.stdout.strip()


def _install(folder: Path, name: str) -> None:
    folder.mkdir()
    npm(folder, "install", "--no-save", "--prefix", ".", name)
