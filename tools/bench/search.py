"""How often the search shows first what a reader means, in the words of people who never saw it."""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from macros.checks.load import DATA_FILE, read
from tests.browser.modules import SCRIPTS, Module, Scripts
from tools.phrases import phrases, wrong
from tools.serving import served


def measure(browser: Browser, project: Path) -> Iterator[str]:
    """Both scores of `tests/browser/search/queries.yml`."""
    guide = read(project / DATA_FILE, DATA_FILE).guide
    yield "# Search: what comes first is what was meant"
    with served(SCRIPTS, Scripts) as origin:
        page = browser.new_page()
        page.goto(origin)
        module = Module(page, "/search/search-found.js")
        for part, said in (("seen", "phrases that may be read"), ("unseen", "phrases that the test alone reads")):
            among = phrases(part)
            right = len(among) - len(wrong(module, guide, among))
            yield f"{said}: {right} of {len(among)} ({right / len(among):.3f})"
