"""The hands of a reader: what one does with a phone, the same in every engine that can be driven here.

Only what a finger does goes through them: a tap lands on a point of the screen and hits what lies there.
"""

import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import BrowserContext, Error

from tools.browsers.engines import Engine
from tools.browsers.old import Old

FAR = 60_000
"""Milliseconds after which a page that does not answer is given up."""


MIDDLE = """(selector) => {
  const field = document.querySelector(selector);
  field.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = field.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}"""


class Hands(Protocol):
    """`run` calls a JavaScript function with an argument that is JSON, and gives what it gives, or keeps."""

    def open(self, address: str) -> None: ...
    def reload(self) -> None: ...
    def run(self, function: str, argument: object = None) -> Any: ...
    def touch(self, x: float, y: float) -> None: ...
    def write(self, text: str) -> None: ...
    def choose_file(self, selector: str, file: Path) -> None: ...
    def copied(self) -> str: ...
    def saved(self) -> list[Path]: ...


STILL_WRITTEN = {".part", ".wkdownload", ".crdownload", ".download"}


class Emulated:
    """A page of a Chromium of today."""

    def __init__(self, context: BrowserContext, folder: Path) -> None:
        self.context, self.folder = context, folder
        self.page = context.new_page()
        self.page.on("download", self._keep)
        self._files: list[Path] = []

    def _keep(self, download: Any) -> None:
        file = self.folder / f"{len(self._files)}-{download.suggested_filename}"
        download.save_as(file)
        self._files.append(file)

    def open(self, address: str) -> None:
        # Of a page that is open another part is only gone to; a reader comes from elsewhere.
        if self.page.url.split("#")[0] == address.split("#")[0]:
            self.page.goto("about:blank")
        self.page.goto(address, wait_until="domcontentloaded", timeout=FAR)

    def reload(self) -> None:
        self.page.reload(wait_until="domcontentloaded", timeout=FAR)

    def run(self, function: str, argument: object = None) -> Any:
        try:
            return self.page.evaluate(function, argument)
        except Error as error:
            if "navigation" in error.message or "destroyed" in error.message:
                return None  # The next page is coming.
            raise

    def touch(self, x: float, y: float) -> None:
        self.page.touchscreen.tap(x, y)

    def write(self, text: str) -> None:
        self.page.keyboard.insert_text(text)

    def choose_file(self, selector: str, file: Path) -> None:
        self.page.locator(selector).first.set_input_files(file)

    def copied(self) -> str:
        return self.run("() => window.readClipboard?.() ?? ''") or ""

    def saved(self) -> list[Path]:
        self.page.wait_for_timeout(100)
        return self._files


class Wire:
    """A page of an old Chromium, driven by its own protocol: Playwright asks for what it cannot do yet."""

    def __init__(self, address: str, folder: Path, before: str) -> None:
        import websocket

        self.folder = folder
        self._socket = websocket.create_connection(address, timeout=FAR / 1000, suppress_origin=True)
        self._sent = 0
        for domain in ("Page", "Runtime"):
            self._ask(f"{domain}.enable")
        self._ask("Page.addScriptToEvaluateOnNewDocument", source=before)
        self._ask("Emulation.setTouchEmulationEnabled", enabled=True)

    def _ask(self, method: str, **given: object) -> dict[str, Any]:
        self._sent += 1
        self._socket.send(json.dumps({"id": self._sent, "method": method, "params": given}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == self._sent:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def open(self, address: str) -> None:
        self._ask("Page.navigate", url="about:blank")
        self._ask("Page.navigate", url=address)
        self._arrive(address.split("#")[0])

    def _arrive(self, address: str) -> None:
        until = time.monotonic() + FAR / 1000
        while self.run("() => document.readyState !== 'loading' && location.href.split('#')[0]") != address:
            if time.monotonic() > until:
                raise TimeoutError(address)
            time.sleep(0.05)

    def reload(self) -> None:
        here = self.run("() => { window.leaving = true; return location.href.split('#')[0]; }")
        self._ask("Page.reload")
        while self.run("() => window.leaving"):
            time.sleep(0.05)
        self._arrive(here)

    def run(self, function: str, argument: object = None) -> Any:
        expression = f"({function})({json.dumps(argument)})"
        try:
            answer = self._ask("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        except RuntimeError:
            return None  # The next page is coming.
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"].get("exception", {}).get("description", function))
        return answer["result"].get("value")

    def touch(self, x: float, y: float) -> None:
        for kind in ("mousePressed", "mouseReleased"):
            self._ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def write(self, text: str) -> None:
        self._ask("Input.insertText", text=text)

    def choose_file(self, selector: str, file: Path) -> None:
        shutil.copy(file, self.folder / "chosen")
        self.touch(**self.run(MIDDLE, selector))

    def copied(self) -> str:
        clipboard = self.folder / "clipboard"
        return clipboard.read_text("utf-8") if clipboard.exists() else ""

    def saved(self) -> list[Path]:
        return _whole(self.folder / "saved")

    def close(self) -> None:
        self._socket.close()


class Driven:
    """A page of another engine, by selenium's driver."""

    def __init__(self, driver: Any, folder: Path) -> None:
        from selenium.webdriver.remote.file_detector import UselessFileDetector

        self.driver, self.folder = driver, folder
        driver.file_detector = UselessFileDetector()  # A file that is chosen is on this machine.

    def open(self, address: str) -> None:
        self.driver.get("about:blank")
        self.driver.get(address)

    def reload(self) -> None:
        self.driver.refresh()

    def run(self, function: str, argument: object = None) -> Any:
        from selenium.common.exceptions import JavascriptException, StaleElementReferenceException

        try:
            return self.driver.execute_script(f"return ({function})(arguments[0])", argument)
        except (JavascriptException, StaleElementReferenceException) as error:
            if self.driver.execute_script("return document.readyState") == "complete" and "unload" not in str(error):
                raise
            return None  # The next page is coming.

    def touch(self, x: float, y: float) -> None:
        from selenium.webdriver.common.actions.action_builder import ActionBuilder

        taps = ActionBuilder(self.driver)
        taps.pointer_action.move_to_location(round(x), round(y)).click()
        taps.perform()

    def write(self, text: str) -> None:
        self.driver.execute_script("return document.activeElement").send_keys(text)

    def choose_file(self, selector: str, file: Path) -> None:
        self.driver.find_element("css selector", selector).send_keys(str(file))

    def copied(self) -> str:
        return self.run("() => window.readClipboard?.() ?? ''") or ""

    def saved(self) -> list[Path]:
        return _whole(self.folder)


def _whole(folder: Path) -> list[Path]:
    """The files there, without those that a browser is still writing."""
    return sorted(file for file in folder.iterdir() if file.suffix not in STILL_WRITTEN)


@contextmanager
def driven_hands(engine: Engine) -> Iterator[Driven]:
    """A window of that engine, with a fresh profile."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, engine.driven(Path(folder)) as driver:
        yield Driven(driver, Path(folder))


@contextmanager
def old_hands(old: Old, before: str) -> Iterator[Wire]:
    """A window of that engine, with a fresh profile; `before` runs before each of its pages."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, old.window(Path(folder)) as address:
        hands = Wire(address, Path(folder), before)
        try:
            yield hands
        finally:
            hands.close()
