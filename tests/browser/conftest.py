"""What the browser tests share: fresh profiles in which no page may complain, miss a file or ask another site."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    Response,
    WebError,
    expect,
)

from macros.model.languages import MAIN, OTHERS, Language, folder_of
from tests.browser.modules import open_module, origin

__all__ = ["open_module", "origin"]

NewContext = Callable[..., BrowserContext]

PATIENCE = 30_000
"""Milliseconds until a test gives up waiting, enough for a busy machine."""
expect.set_options(timeout=PATIENCE)

LEAVES_OF = "slow-support"
"""The issue whose leaves stand for all."""
FADE_DROPPED = "Transition was aborted because of invalid state"
"""What Chromium says when it drops a fade between pages (early.js): no fault, and on a busy machine now and then
said before any script of the page can answer for it."""


def start(language: Language) -> str:
    """Where the pages of a language begin, seen from the site's address."""
    return folder_of(language)


def choose_region(page: Page, region: str) -> None:
    """Choose a region on the page of all regions, and come to its own."""
    page.goto(f"{start('en')}where/")
    page.locator(".choice select").first.select_option(region)
    page.wait_for_url(f"**/where/{region}/")


def unfold(page: Page) -> None:
    """Open the folded sections of an issue's page, as a reader does who goes through all of it."""
    page.evaluate("document.querySelectorAll('details.fold').forEach((fold) => { fold.open = true; })")
    expect(page.locator("details.fold page-leaf")).to_have_count(0)


def open_section(page: Page, heading: str) -> None:
    """Open one of them by a tap on its heading, as far as it is not open already."""
    summary = page.locator(f"details.fold > summary:has(#{heading})")
    if summary.locator("xpath=parent::*").get_attribute("open") is None:
        summary.click()


def with_whole_form(page: Page, letter: str) -> Locator:
    """A letter of an issue's page, unfolded with all of its form."""
    open_section(page, "written")
    fold = page.locator(f"details#letter-{letter}")
    fold.evaluate("(letter) => { letter.open = true; }")
    fold.locator(".letter-more").evaluate("(more) => { more.open = true; }")
    return fold


def language_of(path: str) -> Language:
    return next((language for language in OTHERS if path.startswith(start(language))), MAIN)


@pytest.fixture(scope="session")
def paths(site: Path) -> list[str]:
    """Every page of the site as a reader addresses it, seen from the site's address; of the leaves of pages, which are
    alike, those of one issue."""
    every = (page.relative_to(site).as_posix().removesuffix("index.html") for page in site.rglob("*.html"))
    return sorted(path for path in every if f"issues/{LEAVES_OF}/" in path or not re.search(r"issues/[^/]+/.", path))


@pytest.fixture(scope="session")
def guide_script(site: Path, address: str) -> str:
    """The file that the modules of every page are joined in. A test that imports it shares their state: it exports
    each by its path, `kept/cases.js` as `$kept_cases`."""
    (script,) = site.glob("assets/guide-*/js/guide.js")
    return f"{address}{script.relative_to(site).as_posix()}"


@pytest.fixture
def new_context(browser: Browser, address: str) -> Iterator[NewContext]:
    """Makes fresh profiles (Playwright's options; `base_url` is the site). Their pages' faults fail the test."""
    contexts, faults = [], []

    def make(base_url: str = address, **options: object) -> BrowserContext:
        # Each fresh profile would fetch the whole guide to keep it; only the tests of that need it.
        context = browser.new_context(base_url=base_url, **{"service_workers": "block", **options})
        context.set_default_timeout(PATIENCE)
        # Where pages are kept, tests take the host away.
        loses_host = options.get("service_workers") == "allow"
        _watch(context, base_url, faults, options.get("java_script_enabled", True), loses_host)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


@pytest.fixture
def context(new_context: NewContext) -> BrowserContext:
    return new_context()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def _watch(context: BrowserContext, home: str, faults: list[str], runs_scripts: bool, loses_host: bool) -> None:
    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(f"console: {message.text} ({message.location['url']})")

    def on_request(request: Request) -> None:
        if request.url.startswith(("http", "ws")) and not request.url.startswith(home):
            faults.append(f"asked elsewhere: {request.url}")

    def on_failure(request: Request) -> None:
        # What was still loading when the test moved on is aborted by the browser, and one without JavaScript asks for
        # no module that a page names in its head.
        expected = ["net::ERR_ABORTED", *([] if runs_scripts else ["csp"])]
        expected += ["net::ERR_CONNECTION_REFUSED"] if loses_host else []
        if request.failure not in expected:
            faults.append(f"{request.failure}: {request.url}")

    def on_response(response: Response) -> None:
        if response.status >= 400:
            faults.append(f"{response.status}: {response.url}")

    def on_error(thrown: WebError) -> None:
        if not thrown.error.message.startswith(FADE_DROPPED):
            faults.append(f"thrown: {thrown.error.message} ({thrown.page.url})")

    context.on("console", on_console)
    context.on("weberror", on_error)
    context.on("request", on_request)
    context.on("requestfailed", on_failure)
    context.on("response", on_response)
