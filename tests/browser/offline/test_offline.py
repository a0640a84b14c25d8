"""Without a network: after one visit the whole guide works, a new version comes whole, and one line switches it off."""

import json
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from macros.model.languages import OTHERS, WRITTEN, Language, folder_of
from macros.publish import SERVICE_WORKER
from macros.publish.offline import write_service_worker
from tests.browser.conftest import PATIENCE, NewContext, language_of, start, unfold
from tests.browser.page.keyboard import press_tab
from tools.serving import Quiet, served

CACHES = "caches.keys()"
WORKERS = """navigator.serviceWorker.getRegistrations().then((all) => all.map(
  ({ installing, waiting, active }) => [installing, waiting, active].map((worker) => worker?.state ?? ""),
))"""
KEPT, WAITS = [["", "", "activated"]], [["", "installed", "activated"]]
LOOK = "navigator.serviceWorker.getRegistration().then((registration) => registration.update()).then(() => true)"
LOOK_AND_SEE = """navigator.serviceWorker.getRegistration().then(async (registration) => {
  await registration.update();
  const newer = registration.installing ?? registration.waiting;
  while (newer?.state === "installing") {
    await new Promise((resolve) => newer.addEventListener("statechange", resolve, { once: true }));
  }
  return newer?.state;
})"""
HEADLINE, NEWER_HEADLINE = "出了什么事？", "出了什么新鲜事？"
NEWER_HOME = ("index.html", HEADLINE, NEWER_HEADLINE)

WHILE_KEEPING = 6 * PATIENCE
"""Milliseconds that a page may take while the whole guide is fetched and looked through, on a busy machine."""


@dataclass(frozen=True)
class Host:
    """A copy of the site that can change. `asked` are the paths that were asked for."""

    folder: Path
    address: str
    go_down: Callable[[], None]
    asked: list[str] = field(default_factory=list)

    def replace(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def publish(self, *changes: tuple[str, str, str]) -> None:
        """Publish a version with those changes: file, words, new words."""
        for change in changes:
            self.replace(*change)
        worker, others = SERVICE_WORKER.read_text("utf-8"), map(folder_of, OTHERS)
        write_service_worker(self.folder, worker, offline=True, others=others)

    def publish_assets(self) -> None:
        """Publish a version whose styles and scripts stand elsewhere, as they do whenever one of them has changed."""
        (assets,) = self.folder.glob("assets/guide-*")
        newer = assets.rename(assets.with_name(f"guide-{'0' * 12}"))
        for path in self.folder.rglob("*.html"):
            path.write_text(path.read_text("utf-8").replace(assets.name, newer.name), "utf-8")
        self.publish()


def host_of(folder: Path, root: Path, serving: ExitStack) -> Host:
    asked: list[str] = []

    class Listing(Quiet):
        def do_GET(self) -> None:
            asked.append(self.path)
            super().do_GET()

    address = serving.enter_context(served(root, Listing))
    return Host(folder, address, serving.close, asked)


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    folder = shutil.copytree(site, tmp_path / "site")
    with ExitStack() as serving:
        yield host_of(folder, folder, serving)


@pytest.fixture
def reader(new_context: NewContext, host: Host) -> BrowserContext:
    context = new_context(host.address, service_workers="allow")
    context.set_default_timeout(WHILE_KEEPING)
    return context


@pytest.fixture
def page(reader: BrowserContext) -> Page:
    return reader.new_page()


def visit(page: Page, address: str = "") -> None:
    """A first visit that lasts until the guide is kept."""
    page.goto(address)
    until(page, WORKERS, KEPT)


def until(page: Page, ask: str, answer: object) -> None:
    """Wait until the page answers so."""
    deadline = time.monotonic() + WHILE_KEEPING / 1000  # The browser puts a new version off until it is idle.
    while (found := page.evaluate(ask)) != answer:
        if time.monotonic() > deadline:
            pytest.fail(f"still {found!r}")
        time.sleep(0.1)


def is_kept(host: Host, path: str) -> str:
    return f"caches.match('{host.address}{path}').then(Boolean)"


def is_whole(host: Host, language: Language) -> str:
    """Whether all of a language is kept: the last of its files comes last."""
    files = json.loads(re.search(r"^const FILES = (.*);$", (host.folder / "sw.js").read_text("utf-8"), re.MULTILINE)[1])
    return is_kept(host, [*files[start(language)]][-1])


# Kept ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", WRITTEN)
def test_after_one_visit_every_page_of_its_language_works_without_a_network(
    page: Page, host: Host, paths: list[str], language: Language
):
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


def test_the_page_of_a_first_visit_works_on_without_a_network(page: Page, host: Host):
    visit(page, "issues/funds-not-received/")
    page.wait_for_function("navigator.serviceWorker.controller")
    host.go_down()
    unfold(page)
    page.locator("#letter-first-complaint > summary").click()
    expect(page.locator("#letter-first-complaint .letter-form")).to_be_visible()


def test_on_a_device_that_keeps_the_guide_a_browser_finds_what_stands_in_plans_and_nothing_is_sent_for_it(
    page: Page, host: Host
):
    """On a phone it searches from a menu, of which no page hears."""
    visit(page)
    until(page, is_whole(host, "zh"), True)
    host.asked.clear()
    page.goto("issues/funds-not-received/")
    expect(page.locator("page-leaf")).to_have_count(0)
    expect(page.locator("details.situation situation-plan").first).to_be_hidden()
    assert not [path for path in host.asked if "/issues/" in path]


@pytest.mark.parametrize(
    ("typed", "page_of"),
    [
        ("en", "en/"),
        ("en/letters", "en/letters/"),
        ("en/letters/index.html", "en/letters/"),
        ("index.html", ""),
        ("en/letters?from=mail#complaint", "en/letters/?from=mail#complaint"),
    ],
)
def test_an_address_without_its_slash_works_without_a_network(page: Page, host: Host, typed: str, page_of: str):
    visit(page, "en/")
    page.goto("")
    until(page, is_whole(host, "zh"), True)
    host.go_down()
    page.goto(typed)
    expect(page).to_have_url(host.address + page_of)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_language_is_kept_from_the_first_look_at_it(page: Page, host: Host):
    visit(page)
    assert page.evaluate(is_kept(host, "en/about/")) is False
    page.goto("en/")
    until(page, is_whole(host, "en"), True)
    host.go_down()
    page.goto("en/about/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


SAVES_DATA = {
    "the browser": "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })",
    "the system": "const ask = window.matchMedia.bind(window); window.matchMedia = (query) => "
    "(query === '(prefers-reduced-data: reduce)' ? { matches: true } : ask(query));",
}


@pytest.mark.parametrize("says", SAVES_DATA)
def test_nobody_who_saves_data_is_sent_the_whole_guide(page: Page, says: str):
    page.add_init_script(SAVES_DATA[says])
    page.goto("", wait_until="networkidle")
    page.wait_for_timeout(1000)
    assert page.evaluate(WORKERS) == []


def test_the_page_says_that_there_is_no_network_and_how_old_it_is(reader: BrowserContext, page: Page):
    visit(page)
    expect(page.locator("offline-note")).to_be_hidden()
    reader.set_offline(True)
    expect(page.locator("offline-note")).to_be_visible()
    expect(page.locator("offline-note")).to_contain_text("年")
    reader.set_offline(False)
    expect(page.locator("offline-note")).to_be_hidden()


def test_the_note_lies_over_nothing_that_has_the_focus(reader: BrowserContext, page: Page):
    page.set_viewport_size({"width": 360, "height": 640})
    visit(page, "en/about/")
    links = page.locator("article a").filter(visible=True)
    for index in range(0, links.count(), 5):
        link = links.nth(index)
        reader.set_offline(False)
        link.evaluate("(link) => { link.focus(); link.scrollIntoView({ block: 'end' }); }")
        reader.set_offline(True)
        expect(page.locator("offline-note > span")).to_be_visible()
        press_tab(page)
        press_tab(page, "Shift+Tab")


def test_a_device_without_room_is_not_sent_the_guide_again_and_again(reader: BrowserContext, page: Page, host: Host):
    session = reader.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": host.address.rstrip("/"), "quotaSize": 300_000})
    visit(page)
    page.goto("about/")
    page.wait_for_timeout(1000)
    host.asked.clear()
    for path in ("", "where/", "about/"):
        page.goto(path, wait_until="networkidle")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert [path for path in host.asked if path.startswith("/issues/")] == []
    assert page.evaluate(is_kept(host, "about/")) is False
    # The next version may fit.
    session.send("Storage.overrideQuotaForOrigin", {"origin": host.address.rstrip("/")})
    host.publish(NEWER_HOME)
    page.evaluate(LOOK)
    until(page, is_whole(host, "zh"), True)


def test_two_copies_on_one_origin_leave_each_other_alone(new_context: NewContext, site: Path, tmp_path: Path):
    copies = [shutil.copytree(site, tmp_path / "root" / name) for name in ("guide", "preview")]
    with ExitStack() as serving:
        host = host_of(copies[1], tmp_path / "root", serving)
        page = new_context(host.address, service_workers="allow").new_page()
        page.goto("guide/")
        until(page, WORKERS, KEPT)
        page.goto("preview/")
        until(page, WORKERS, KEPT * 2)
        host.publish(NEWER_HOME)
        page.evaluate(LOOK)
        until(page, f"{WORKERS}.then((all) => all.map(String).sort())", [",,activated", ",installed,activated"])
        page.goto("preview/about/")
        until(page, WORKERS, KEPT * 2)
        host.go_down()
        for path, said in (("guide/", HEADLINE), ("preview/", NEWER_HEADLINE), ("guide/about/", "")):
            page.goto(path)
            expect(page.get_by_role("heading", level=1)).to_contain_text(said)


# A new version -------------------------------------------------------------------------------


def test_a_new_version_is_there_with_the_next_page(page: Page, host: Host):
    visit(page)
    page.goto("about/")
    host.publish(NEWER_HOME)
    page.evaluate(LOOK)
    until(page, WORKERS, WAITS)
    page.goto("")
    expect(page.get_by_role("heading", level=1)).to_contain_text(NEWER_HEADLINE)
    until(page, WORKERS, KEPT)
    host.go_down()
    page.goto("")
    expect(page.get_by_role("heading", level=1)).to_contain_text(NEWER_HEADLINE)


def test_it_is_looked_for_on_each_page_and_when_its_reader_comes_back(page: Page, host: Host):
    visit(page)
    host.asked.clear()
    page.goto("about/", wait_until="load")
    page.wait_for_timeout(500)
    assert "/sw.js" in host.asked
    page.wait_for_timeout(2000)  # The browser looks by itself too, a little later.
    host.asked.clear()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_timeout(1000)
    assert host.asked == ["/sw.js"]


def test_of_a_new_version_only_what_is_new_is_fetched(page: Page, host: Host):
    visit(page)
    host.publish(NEWER_HOME)
    host.asked.clear()
    page.evaluate(LOOK)
    until(page, WORKERS, WAITS)
    assert sorted({*host.asked}) == ["/", "/sw.js"]


def test_without_a_network_a_new_version_takes_over_all_the_same(page: Page, host: Host):
    visit(page)
    host.publish(NEWER_HOME)
    page.evaluate(LOOK)
    until(page, WORKERS, WAITS)
    host.go_down()
    page.goto("about/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    until(page, WORKERS, KEPT)
    page.goto("")
    expect(page.get_by_role("heading", level=1)).to_contain_text(NEWER_HEADLINE)


def test_a_page_that_is_open_gets_the_scripts_of_its_own_version(reader: BrowserContext, page: Page, host: Host):
    visit(page)
    page.goto("issues/funds-not-received/")
    unfold(page)
    page.evaluate("window.undisturbed = true")
    host.publish_assets()
    other = reader.new_page()
    other.goto("about/")
    other.evaluate(LOOK)
    until(other, WORKERS, WAITS)
    other.goto("about/sources/")
    until(other, WORKERS, KEPT)
    # The host has them no more.
    page.locator("#letter-first-complaint > summary").click()
    expect(page.locator("#letter-first-complaint .letter-form")).to_be_visible()
    assert page.evaluate("window.undisturbed")


def test_an_old_version_goes_once_no_page_of_it_is_open(reader: BrowserContext, page: Page, host: Host):
    visit(page)
    (old,) = page.evaluate(CACHES)
    host.publish(NEWER_HOME)
    page.evaluate(LOOK)
    until(page, WORKERS, WAITS)
    page.goto("about/")
    until(page, WORKERS, KEPT)
    assert old in page.evaluate(CACHES)
    page.close()
    page = reader.new_page()
    page.goto("")
    until(page, f"{CACHES}.then((all) => all.length)", 1)
    assert page.evaluate(CACHES) != [old]


def test_of_an_upload_that_is_half_done_nothing_is_kept(page: Page, host: Host):
    visit(page)
    home = host.folder / "index.html"
    before = home.read_bytes()
    host.publish(NEWER_HOME, ("about/index.html", "<h1", "<h1 data-newer"))
    after = home.read_bytes()
    home.write_bytes(before)
    assert page.evaluate(LOOK_AND_SEE) == "redundant"
    page.goto("about/")
    expect(page.locator("h1:not([data-newer])")).to_be_visible()
    page.goto("")
    expect(page.get_by_role("heading", level=1)).to_contain_text(HEADLINE)

    home.write_bytes(after)
    # The page looks too, as it opens: a look that began before the upload was whole found it half done.
    until(page, LOOK_AND_SEE, "installed")
    page.goto("")
    expect(page.get_by_role("heading", level=1)).to_contain_text(NEWER_HEADLINE)
    until(page, WORKERS, KEPT)  # Chromium may put a page off for minutes that is asked for just as the workers change.
    page.goto("about/")
    expect(page.locator("h1[data-newer]")).to_be_visible()


def test_on_a_first_visit_during_an_upload_nothing_is_kept_until_it_is_whole(page: Page, host: Host):
    (script,) = host.folder.glob("assets/guide-*/css/index.css")
    whole = script.read_bytes()
    script.write_bytes(whole[:1000])
    page.goto("")
    until(page, f"{CACHES}.then((all) => all.length)", 1)
    until(page, WORKERS, [])
    # What was cut short may stand in the browser’s own cache, for a year: it is asked for past that.
    script.write_bytes(whole)
    page.goto("about/")
    until(page, WORKERS, KEPT)
    host.go_down()
    page.reload()
    assert page.evaluate("document.styleSheets.length") > 0
    length = f"caches.match('{host.address}{script.relative_to(host.folder)}').then((kept) => kept.text())"
    assert page.evaluate(length) == whole.decode()


def test_a_language_first_opened_after_a_publish_is_of_the_new_version_alone(page: Page, host: Host):
    visit(page)
    (old,) = page.evaluate(CACHES)
    about = ("en/about/index.html", "<h1", "<h1 data-newer")
    host.publish(NEWER_HOME, about)
    page.goto("en/about/")
    expect(page.locator("h1[data-newer]")).to_be_visible()
    until(page, WORKERS, WAITS)  # Found out by that language alone.
    in_old = f"caches.open('{old}').then((cache) => cache.match('{host.address}en/about/')).then(Boolean)"
    assert page.evaluate(in_old) is False
    page.goto("en/")
    until(page, WORKERS, KEPT)
    page.goto("en/")
    until(page, is_whole(host, "en"), True)
    host.go_down()
    page.goto("en/about/")
    expect(page.locator("h1[data-newer]")).to_be_visible()


# Off -----------------------------------------------------------------------------------------


def test_one_line_switches_it_off_on_every_device(page: Page, host: Host):
    visit(page)
    host.replace("sw.js", "const OFFLINE = true;", "const OFFLINE = false;")
    page.evaluate(LOOK)
    until(page, CACHES, [])
    until(page, WORKERS, [])
