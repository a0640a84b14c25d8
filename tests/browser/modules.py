"""What the tests of the pure modules share: each module, imported by an empty page of a real Chromium."""

import base64
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page

from tests.conftest import ROOT
from tools.serving import Quiet, served

SCRIPTS = ROOT / "overrides/assets/js"

# The same examples on every machine: a test that fails tomorrow must fail today.
settings.register_profile("modules", max_examples=30, deadline=None, derandomize=True, database=None)
settings.load_profile("modules")

# Arguments and results travel as JSON text, which alone can carry half a surrogate pair.
RUN = """
async ([module, body, argument]) => {
  const run = eval(body);
  return JSON.stringify(await run(await import(module), JSON.parse(argument)));
}
"""

CALL_EACH = """
async (module, [name, calls]) => {
  const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const outcomes = [];
  for (const given of calls) {
    try {
      const got = await module[name](...given);
      outcomes.push(got instanceof Blob
        ? { blob: base64(new Uint8Array(await got.arrayBuffer())), type: got.type }
        : { value: got });
    } catch (error) {
      outcomes.push({ error: error.name, code: error.code });
    }
  }
  return outcomes;
}
"""


@dataclass(frozen=True)
class Failed:
    """What a call threw."""

    name: str
    code: str | None = None


@dataclass(frozen=True)
class File:
    """A Blob that a call gave back."""

    data: bytes
    type: str


@dataclass(frozen=True)
class Module:
    """One module as a page has it."""

    page: Page
    path: str

    def run(self, body: str, argument: object = None) -> Any:
        """What the JavaScript function `body` makes of (module, argument); both ways as JSON."""
        return json.loads(self.page.evaluate(RUN, [self.path, body, json.dumps(argument)]))

    def each(self, name: str, calls: list[tuple]) -> list[Any]:
        """What the export `name` gives for each list of arguments: a value (None for nothing), File or Failed."""
        return [_outcome(outcome) for outcome in self.run(CALL_EACH, [name, calls])]

    def call(self, name: str, *arguments: object) -> Any:
        """`each` for one call."""
        return self.each(name, [arguments])[0]


OpenModule = Callable[..., Module]


def _outcome(outcome: dict) -> Any:
    if "error" in outcome:
        return Failed(outcome["error"], outcome.get("code") or None)
    if "blob" in outcome:
        return File(base64.b64decode(outcome["blob"]), outcome["type"])
    return outcome.get("value")


class Scripts(Quiet):
    """The modules, and at / an empty page."""

    def do_GET(self) -> None:
        if self.path != "/":
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(b'<!doctype html><meta name="guide-language" content="zh"><title>empty</title>')


@pytest.fixture(scope="session")
def origin() -> Iterator[str]:
    with served(SCRIPTS, Scripts) as address:
        yield address


@pytest.fixture(scope="module")
def open_module(browser: Browser, origin: str) -> Iterator[OpenModule]:
    """Imports a module by its file name into a page of its own (Playwright's options for the context)."""
    contexts = []

    def open_module(name: str, **options: object) -> Module:
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.goto(origin)
        return Module(page, f"/{name}")

    yield open_module
    for context in contexts:
        context.close()
