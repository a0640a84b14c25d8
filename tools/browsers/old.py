"""Old Chromiums, as Qt had them and Debian and Ubuntu still bring them: run by the system's Python, driven by their own
protocol.

`python -m tools.browsers.old` makes sure that they are there.
"""

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.browsers.debian import install, may_install
from tools.browsers.engines import PATIENCE, SYSTEM_PYTHON, absent, display

QT_WINDOW = Path(__file__).with_name("qt_window.py")


@dataclass(frozen=True)
class Old:
    """A Chromium of years ago; `binding` is the Python package that Qt comes in."""

    name: str
    binding: str
    package: str
    """What Debian and Ubuntu call it."""

    def missing(self) -> str:
        """What this machine lacks for it, installed if need be and this may; nothing when it is there."""
        if not self._is_there() and may_install():
            install("xvfb", self.package)
        return "" if self._is_there() else f"{self.package} for {SYSTEM_PYTHON}, or Xvfb"

    def _is_there(self) -> bool:
        if not shutil.which("Xvfb"):
            return False
        asked = (SYSTEM_PYTHON, "-c", f"import {self.binding}.QtWebEngineWidgets")
        return Path(SYSTEM_PYTHON).exists() and subprocess.run(asked, capture_output=True).returncode == 0

    @contextmanager
    def window(self, folder: Path) -> Iterator[str]:
        """The address at which its one page is driven. `qt_window.py` says what is in `folder`."""
        for name in ("saved", "chosen"):
            (folder / name).mkdir()
        port = _free_port()
        command = (SYSTEM_PYTHON, str(QT_WINDOW), self.binding, str(folder))
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        with display() as screen:
            process = subprocess.Popen(command, env={**os.environ, **_told(screen, port)}, **quiet)
            try:
                yield _address(port, process)
            finally:
                process.kill()
                process.wait()


OLD = (
    Old("Chrome 87", "PyQt5", "python3-pyqt5.qtwebengine"),
    Old("Chrome 102", "PyQt6", "python3-pyqt6.qtwebengine"),
)


def _told(screen: str, port: int) -> dict[str, str]:
    """What an engine without a graphics card, and as root, needs to be told."""
    return {
        "DISPLAY": screen,
        "QT_QPA_PLATFORM": "xcb",
        "QT_QUICK_BACKEND": "software",
        "QTWEBENGINE_CHROMIUM_FLAGS": "--disable-gpu",
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
        "QTWEBENGINE_REMOTE_DEBUGGING": f"127.0.0.1:{port}",
    }


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


def _address(port: int, process: subprocess.Popen) -> str:
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/json", timeout=5) as answer:
                pages = [page for page in json.load(answer) if page["type"] == "page"]
            if pages:
                return pages[0]["webSocketDebuggerUrl"]
        except OSError:
            pass
        time.sleep(0.1)
    raise RuntimeError(f"{' '.join(process.args)} does not start; see what it says")


if __name__ == "__main__":
    lacking = {old.name: old.missing() for old in OLD}
    for name, missing in lacking.items():
        print(f"{name}: {absent([missing]) if missing else 'ready'}")
