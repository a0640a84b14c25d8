"""Joined and made small, modules do what they did: each runs once, and in its turn."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.publish.joined import LIGHT, join_modules
from macros.publish.small import small_script
from tools.serving import served

MODULES = {
    "entry.js": """
import "./first.js";
import { Log as Lines, count, log } from "./log/log.js";
log("entry", count(), new Lines().kind, new URL("./x", import.meta.url).pathname);
globalThis.finished = (async () => {
  const { result, later } = await import("./later/one.js");
  log("got", result, await later());
  for (const other of ["./later/two.js", "./log/own.js"]) {
    await import(other);
  }
})();
""",
    "first.js": 'import { log } from "./log/log.js";\nlog("first");\n',
    "log/log.js": """
/** Counts. */
export class Log { kind = ` ${[1, 2].map((n) => `( ${n} )`)} `; }
export const lines = [];
let counted = 0;
export function count() { return ++counted; }
export async function* none() {}
export function log(...words) { lines.push(words.join(" ")); globalThis.lines = lines; }
""",
    "log/own.js": 'import { log } from "./log.js";\nlog("own", new URL("../x", import.meta.url).pathname);\n',
    "later/one.js": """
import { shared } from "../shared.js";
import { count, log } from "../log/log.js";
log("one", shared.n++, count());
export const result = "result";
export const later = async () => (await import("./two.js")).two;
""",
    "later/two.js": """
import { shared } from "../shared.js";
import { log } from "../log/log.js";
log("two", shared.n++);
export const two = 2;
""",
    "shared.js": f"""
// {"x" * LIGHT}
import {{ log }} from "./log/log.js";
log("shared");
export const shared = {{ n: 0 }};
""",
}

RUN = """
async () => {
  await import("/entry.js");
  const late = new Promise((_, refuse) => setTimeout(refuse, 10_000, new Error(`stuck after ${lines}`)));
  await Promise.race([globalThis.finished, late]);
  return lines;
}
"""


@pytest.fixture
def said(browser: Browser, tmp_path: Path) -> Callable[[dict[str, str]], list[str]]:
    """What the modules of a folder say when `entry.js` has run."""

    def run(files: dict[str, str]) -> list[str]:
        for name, text in {"index.html": "", **files}.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(text, "utf-8")
        with served(tmp_path) as address:
            page = browser.new_page()
            page.goto(address)
            lines = page.evaluate(RUN)
            page.close()
        return lines

    return run


def test_joined_modules_do_what_they_did(said: Callable[[dict[str, str]], list[str]], tmp_path: Path):
    as_written = said(MODULES)
    assert as_written[-1] == "own /x", json.dumps(as_written)
    files = join_modules(tmp_path / "entry.js")
    assert sorted(files) == ["entry.js", "later/one.js", "later/two.js", "log/own.js", "shared.js"]
    for name in MODULES:
        (tmp_path / name).unlink()
    assert said({name: small_script(text) for name, text in files.items()}) == as_written
