"""`python3 install.py FOLDER LOCK` puts the packages of a lock into an environment, and says how far it is."""

import re
import subprocess
import sys
import time
import venv
from collections.abc import Iterable, Iterator
from pathlib import Path

NAMED = re.compile(r"(?:Collecting|Requirement already satisfied:|Ignoring) ([\w.-]+).*(?:\(from -r|markers)")


def count(lock: str) -> int:
    """How many packages the text of a `lock` names."""
    return len(re.findall(r"^[\w.-]+==", lock, re.MULTILINE))


def steps(output: Iterable[str], total: int) -> Iterator[str]:
    """What pip is at, in words, from the lines it writes while it puts in `total` packages."""
    seen = 0
    for line in output:
        if named := NAMED.match(line):
            seen += 1
            yield f"{seen} of {total}: {named[1]}"
        elif line.startswith("Installing collected packages"):
            yield "all are here; unpacking them"


def install(folder: Path, lock: Path) -> int:
    """Put the packages of `lock` into the environment in `folder`, made if need be. Returns pip's exit code."""
    total = count(lock.read_text("utf-8"))
    print(f"Putting the {total} packages of {lock} into {folder}, once …", flush=True)
    began = time.monotonic()
    builder = venv.EnvBuilder(with_pip=True, symlinks=sys.platform != "win32")
    builder.create(folder)
    python = builder.ensure_directories(folder).env_exe
    options = ["--require-hashes", "--disable-pip-version-check", "--progress-bar", "off"]
    command = [python, "-m", "pip", "install", *options, "--requirement", str(lock)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as pip:
        for step in steps(pip.stdout, total):
            # Rewritten in place: in a log it would be a line for each package.
            if sys.stdout.isatty():
                print(f"\r\033[K  {step}", end="", flush=True)
    print("\r\033[K" if sys.stdout.isatty() else "", end="")
    if pip.returncode == 0:
        print(f"They are there, after {time.monotonic() - began:.0f} s.")
    return pip.returncode


if __name__ == "__main__":
    sys.exit(install(*map(Path, sys.argv[1:])))
