"""Without a network: after one visit the whole guide works, a new version comes whole, and one line switches it off."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from playwright.sync_api import Error, Page, expect

from macros.model.languages import LANGUAGES, Language
from tests.browser.conftest import PATIENCE, NewContext, language_of, start, unfold
from tools.serving import served

CACHES = "caches.keys()"
WORKERS = """navigator.serviceWorker.getRegistrations().then((all) => all.map(
  ({ installing, waiting, active }) => [installing, waiting, active].map((worker) => worker?.state ?? ""),
))"""


T = TypeVar("T")


@dataclass(frozen=True)
class Host:
    """A copy of the site that can change."""

    folder: Path
    address: str
    go_down: Callable[[], None]

    def replace(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    folder = shutil.copytree(site, tmp_path / "site")
    with ExitStack() as serving:
        yield Host(folder, serving.enter_context(served(folder)), serving.close)


def visit(page: Page, address: str = "") -> None:
    """A first visit that lasts until the guide is kept."""
    page.goto(address)
    until(page, WORKERS, [["", "", "activated"]])


def until(page: Page, ask: str, answer: object) -> None:
    """Wait until the page answers so; an answer lost to a reload is asked for again."""
    deadline = time.monotonic() + 3 * PATIENCE / 1000  # The browser puts a new version off until it is idle.
    while (found := unless_reloading(lambda: page.evaluate(ask))) != answer:
        if time.monotonic() > deadline:
            pytest.fail(f"still {found!r}")
        time.sleep(0.1)


def walk(page: Page, address: str) -> None:
    """Go to a page of the guide, also while the present one is just loading itself anew."""
    for _ in range(3):
        if unless_reloading(lambda: page.goto(address)):
            return
    pytest.fail(f"never got to {address!r}")


def unless_reloading(do: Callable[[], T]) -> T | None:
    """What it gives; None when the page cut it short by loading itself anew, as it does for a new version."""
    try:
        return do()
    except Error:
        return None


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_one_visit_every_page_of_its_language_works_without_a_network(
    new_context: NewContext, host: Host, paths: list[str], language: Language
):
    context = new_context(host.address, service_workers="allow")
    page = context.new_page()
    visit(page, start(language))
    host.go_down()
    for path in paths:
        if language_of(path) == language and not path.endswith("404.html"):
            page.goto(path)
            expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(f"{start(language)}issues/funds-not-received/")
    unfold(page)
    page.locator(".fold input[data-item]").first.check()
    page.locator("#letter-first-complaint > summary").click()
    expect(page.locator("#letter-first-complaint .letter-form")).to_be_visible()


def test_a_language_is_kept_from_the_first_look_at_it(new_context: NewContext, host: Host):
    page = new_context(host.address, service_workers="allow").new_page()
    visit(page)
    kept = f"caches.match('{host.address}en/about/').then(Boolean)"
    assert page.evaluate(kept) is False
    page.goto("en/")
    until(page, kept, True)
    host.go_down()
    page.goto("en/about/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_nobody_who_saves_data_is_sent_the_whole_guide(new_context: NewContext, host: Host):
    page = new_context(host.address, service_workers="allow").new_page()
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    page.goto("", wait_until="networkidle")
    page.wait_for_timeout(1000)
    assert page.evaluate(WORKERS) == []


def test_the_page_says_that_there_is_no_network_and_how_old_it_is(new_context: NewContext, host: Host):
    context = new_context(host.address, service_workers="allow")
    page = context.new_page()
    visit(page)
    expect(page.locator("offline-note")).to_be_hidden()
    context.set_offline(True)
    expect(page.locator("offline-note")).to_be_visible()
    expect(page.locator("offline-note")).to_contain_text("年")
    context.set_offline(False)
    expect(page.locator("offline-note")).to_be_hidden()


def test_a_new_version_takes_over_whole(new_context: NewContext, host: Host):
    page = new_context(host.address, service_workers="allow").new_page()
    visit(page)
    old = page.evaluate(CACHES)
    host.replace("index.html", "出了什么事？", "出了什么新鲜事？")
    host.replace("sw.js", old[0].removeprefix("wallet-complaint-guide-"), "newer")
    page.goto("about/")
    until(page, WORKERS, [["", "installed", "activated"]])
    # The next page, or one soon after: the browser lets the old version finish what it is at.
    for _ in range(5):
        walk(page, "about/")
        page.wait_for_timeout(2000)
        if unless_reloading(lambda: page.evaluate(CACHES)) == ["wallet-complaint-guide-newer"]:
            break
    until(page, CACHES, ["wallet-complaint-guide-newer"])
    walk(page, "")
    expect(page.get_by_role("heading", level=1)).to_contain_text("新鲜")


def test_a_new_version_does_not_interrupt_somebody(new_context: NewContext, host: Host):
    page = new_context(host.address, service_workers="allow").new_page()
    visit(page)
    old = page.evaluate(CACHES)
    host.replace("sw.js", old[0].removeprefix("wallet-complaint-guide-"), "newer")
    page.goto("about/")
    until(page, WORKERS, [["", "installed", "activated"]])
    # The moment at which the new version takes over is the test's to choose.
    page.add_init_script("ServiceWorker.prototype.postMessage = (message) => { window.asked = message; }")
    page.goto("issues/slow-support/")
    page.wait_for_function("window.asked === 'take over'")
    unfold(page)
    page.locator(".fold input[data-item]").first.check()
    page.evaluate("window.undisturbed = true")
    page.evaluate("navigator.serviceWorker.dispatchEvent(new Event('controllerchange'))")
    page.wait_for_timeout(500)
    assert page.evaluate("window.undisturbed")
    # Nobody has touched the next page, so it is loaded anew.
    page.goto("issues/slow-support/?again")
    page.wait_for_function("window.asked === 'take over'")
    with page.expect_event("load"):
        page.evaluate("navigator.serviceWorker.dispatchEvent(new Event('controllerchange'))")


def test_one_line_switches_it_off_on_every_device(new_context: NewContext, host: Host):
    page = new_context(host.address, service_workers="allow").new_page()
    visit(page)
    host.replace("sw.js", "const OFFLINE = true;", "const OFFLINE = false;")
    page.evaluate("navigator.serviceWorker.getRegistration().then((registration) => registration.update())")
    until(page, CACHES, [])
    until(page, WORKERS, [])
