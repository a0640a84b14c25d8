"""The engines of other browsers that the guide is tested in.

`python -m tools.browsers.engines` makes sure that they are there.

WebKit is what every browser on an iPhone runs on. Both are driven through selenium. WebKit has its own driver; Firefox
needs none beside it, because it speaks WebDriver itself, in frames of its own.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.browsers.debian import install, may_install

WEBKIT_WINDOW = Path(__file__).with_name("webkit_window.py")
SYSTEM_PYTHON = "/usr/bin/python3"
BINDINGS = "import gi; gi.require_version('WebKit2', '4.1'); from gi.repository import WebKit2"
FIREFOXES = ("firefox-esr", "firefox")

WIDTH, HEIGHT = 390, 844
PATIENCE = 60
"""Seconds until an engine that does not start is given up."""


@dataclass(frozen=True)
class Engine:
    name: str
    packages: tuple[str, ...]
    """What Debian and Ubuntu call them."""
    missing: Callable[[], list[str]]
    """Says what this machine lacks for it."""
    driven: Callable[..., AbstractContextManager]
    """A selenium driver for a fresh profile as wide as a phone. Files are saved in the folder it is given."""


def ensure(engine: Engine) -> list[str]:
    """Install an engine if need be and this may. What is missing even then; nothing when it is there."""
    if engine.missing() and may_install():
        install(*engine.packages)
    return engine.missing()


def absent(missing: list[str]) -> str:
    return f"its tests are left out, for this machine lacks {' and '.join(missing)}"


def must_be_there() -> bool:
    """Whether a missing engine is a fault: where CI could have installed it."""
    return os.environ.get("CI") == "true" and may_install()


# WebKit ------------------------------------------------------------------------------------


def _missing_for_webkit() -> list[str]:
    programs = [name for name in ("WebKitWebDriver", "Xvfb") if not shutil.which(name)]
    bound = Path(SYSTEM_PYTHON).exists() and subprocess.run((SYSTEM_PYTHON, "-c", BINDINGS), capture_output=True)
    return programs if bound and bound.returncode == 0 else [*programs, f"WebKitGTK 4.1 for {SYSTEM_PYTHON}"]


@contextmanager
def _webkit(saved: Path | None = None) -> Iterator[Any]:
    from selenium import webdriver

    options = webdriver.WebKitGTKOptions()
    options.set_capability("browserName", WEBKIT_WINDOW.stem)
    options.binary_location = SYSTEM_PYTHON
    for argument in filter(None, (WEBKIT_WINDOW, saved)):
        options.add_argument(str(argument))
    with display() as screen:
        environment = {**os.environ, "DISPLAY": screen, "GDK_BACKEND": "x11"}
        service = webdriver.WebKitGTKService(shutil.which("WebKitWebDriver"), env=environment)
        driver = webdriver.WebKitGTK(options, service)
        try:
            yield driver
        finally:
            driver.quit()


@contextmanager
def display() -> Iterator[str]:
    """A screen that nobody sees."""
    ours, its = os.pipe()
    screen = ("-screen", "0", f"{2 * WIDTH}x{HEIGHT}x24", "-nolisten", "tcp")
    server = subprocess.Popen(("Xvfb", "-displayfd", str(its), *screen), pass_fds=[its], stderr=subprocess.DEVNULL)
    os.close(its)
    try:
        with os.fdopen(ours) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


# Firefox -----------------------------------------------------------------------------------

PREFERENCES = """
user_pref("marionette.port", 0);
user_pref("toolkit.legacyUserProfileCustomizations.stylesheets", true);
"""
SAVES_IN = """
user_pref("browser.download.folderList", 2);
user_pref("browser.download.dir", {});
user_pref("browser.download.always_ask_before_handling_new_types", false);
"""
# Its window would be 500 px wide at least.
NARROW = "#main-window, body { min-width: 0 !important; }\n"
# Firefox's names for selenium's commands, those that tests here use. Further ones stand in its driver.sys.mjs.
COMMANDS = {
    "newSession": "WebDriver:NewSession",
    "quit": "Marionette:Quit",
    "setWindowRect": "WebDriver:SetWindowRect",
    "get": "WebDriver:Navigate",
    "goBack": "WebDriver:Back",
    "refresh": "WebDriver:Refresh",
    "getTitle": "WebDriver:GetTitle",
    "getCurrentUrl": "WebDriver:GetCurrentURL",
    "findElement": "WebDriver:FindElement",
    "findElements": "WebDriver:FindElements",
    "clickElement": "WebDriver:ElementClick",
    "clearElement": "WebDriver:ElementClear",
    "sendKeysToElement": "WebDriver:ElementSendKeys",
    "getElementText": "WebDriver:GetElementText",
    "isElementSelected": "WebDriver:IsElementSelected",
    "isElementEnabled": "WebDriver:IsElementEnabled",
    "getElementTagName": "WebDriver:GetElementTagName",
    "getElementAttribute": "WebDriver:GetElementAttribute",
    "getElementProperty": "WebDriver:GetElementProperty",
    "w3cExecuteScript": "WebDriver:ExecuteScript",
    "actions": "WebDriver:PerformActions",
}


def _firefox_path() -> str | None:
    return next(filter(None, (os.environ.get("FIREFOX"), *map(shutil.which, FIREFOXES))), None)


def _missing_for_firefox() -> list[str]:
    return [] if _firefox_path() else ["Firefox (or its path in FIREFOX)"]


@contextmanager
def _firefox(saved: Path | None = None) -> Iterator[Any]:
    from selenium import webdriver

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profile = Path(folder)
        saves = SAVES_IN.format(json.dumps(str(saved))) if saved else ""
        (profile / "user.js").write_text(PREFERENCES + saves, "utf-8")
        (profile / "chrome").mkdir()
        (profile / "chrome/userChrome.css").write_text(NARROW, "utf-8")
        command = (_firefox_path(), "--marionette", "--headless", "--no-remote", "--profile", folder)
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        process = subprocess.Popen(command, **quiet)
        try:
            driver = webdriver.Remote(_Marionette(_port(profile, process)), options=webdriver.FirefoxOptions())
            driver.set_window_rect(width=WIDTH, height=HEIGHT)
            yield driver
            driver.quit()
            process.wait(PATIENCE)
        finally:
            process.kill()
            process.wait()


def _port(profile: Path, process: subprocess.Popen) -> int:
    """Where it listens: it writes that into its profile once it does."""
    for _ in range(PATIENCE * 20):
        told = profile / "MarionetteActivePort"
        if told.exists() and (port := told.read_text().strip()):
            return int(port)
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError(f"{process.args[0]} does not start; see what it says when you run it with --headless")


class _Marionette:
    """Takes selenium's commands to Firefox, as geckodriver would: JSON, its length and a colon before it."""

    _client_config = None

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self._stream = self._socket.makefile("rwb")
        self._sent = 0
        self._receive()  # It says first who it is.

    def execute(self, command: str, parameters: dict[str, Any]) -> dict[str, Any]:
        """What a driver of its own would answer over HTTP."""
        self._sent += 1
        told = {} if command == "newSession" else {k: v for k, v in parameters.items() if k != "sessionId"}
        message = json.dumps([0, self._sent, COMMANDS[command], told]).encode()
        self._stream.write(b"%d:%s" % (len(message), message))
        self._stream.flush()
        _, _, error, answer = self._receive()
        if error:
            return {"status": 500, "value": json.dumps(error)}
        return {"value": answer["value"] if isinstance(answer, dict) and answer.keys() == {"value"} else answer}

    def close(self) -> None:
        self._stream.close()
        self._socket.close()

    def _receive(self) -> list[Any]:
        length = b""
        while (byte := self._stream.read(1)) != b":":
            if not byte:
                raise ConnectionError("Firefox has ended.")
            length += byte
        return json.loads(self._stream.read(int(length)))


ENGINES = (
    Engine(
        "WebKit",
        ("webkit2gtk-driver", "xvfb", "python3-gi", "gir1.2-webkit2-4.1"),
        _missing_for_webkit,
        _webkit,
    ),
    Engine("Firefox", ("firefox-esr",), _missing_for_firefox, _firefox),
)


if __name__ == "__main__":
    lacking = {engine.name: ensure(engine) for engine in ENGINES}
    for name, missing in lacking.items():
        print(f"{name}: {absent(missing) if missing else 'ready'}")
    sys.exit(1 if any(lacking.values()) and must_be_there() else 0)
