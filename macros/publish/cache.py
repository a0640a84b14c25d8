"""What costs much to work out and seldom changes, kept in a folder that git ignores, by what it is worked out from."""

import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path


class Cache:
    """Texts by the digest of all that goes into them; `makers` are the files, and `givens` what else was at hand, whose
    change makes all of them anew.

    One that is not asked for goes with `tidy`. Several builds may share a folder.
    """

    def __init__(self, folder: Path, makers: Iterable[Path], *givens: str):
        self._folder = folder
        self._makers = _digest(
            "".join(_digest(text) for text in (*(path.read_text("utf-8") for path in makers), *givens))
        )
        self._used: set[str] = set()

    def text(self, make: Callable[..., str], *arguments: object) -> str:
        """What `make` gives for the arguments, whose `repr` says all that it works from."""
        name = _digest(self._makers + make.__name__ + repr(arguments))
        self._used.add(name)
        try:
            return (self._folder / name).read_text("utf-8")
        except FileNotFoundError:
            text = make(*arguments)
            self._keep(name, text)
            return text

    def tidy(self) -> None:
        for path in self._folder.glob("*"):
            if path.name not in self._used:
                path.unlink(missing_ok=True)

    def _keep(self, name: str, text: str) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        part = self._folder / f"{name}.{os.getpid()}"
        part.write_text(text, "utf-8")
        part.replace(self._folder / name)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
