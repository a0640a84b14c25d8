"""What a page asks for: few files, of which none is only found once another has come and run."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.case.test_case import begin
from tests.browser.conftest import unfold

ISSUE, WITH_ELEMENTS = "issues/slow-support/", ("case/", "en/where/", "en/providers/", "en/issues/account-security/")
IN_FOLDS = {
    "contact-log",
    "fitting-letters",
    "situation-plan",
    "letter-builder",
    "deadline-clock",
    "plan-region",
    "provider-freeze",
}
WITH_A_CASE = {"contact-log", "evidence-files"}
"""What My case defines once there is one."""
MOST = 16
MOST_FOR_A_LETTER = 8


class Asked:
    """What a page has asked for, and how many files had to come and run before each module was asked for."""

    def __init__(self, page: Page):
        self.all: list[Request] = []
        self.depths: dict[str, int] = {}
        page.on("request", lambda request: self.all.append(request))
        session = page.context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", self._note)
        session.send("Network.enable")

    def _note(self, event: dict) -> None:
        if event["type"] == "Script":
            initiator = event["initiator"]
            frames = initiator.get("stack", {}).get("callFrames", [])
            by = frames[0]["url"] if frames else initiator.get("url")
            self.depths[event["request"]["url"]] = self.depths.get(by, 0) + 1

    def since(self, before: int) -> list[str]:
        return [request.url for request in self.all[before:] if not request.url.startswith("data:")]


@pytest.fixture
def asked(page: Page) -> Asked:
    return Asked(page)


def test_a_first_issue_page_asks_for_few_files(page: Page, asked: Asked):
    page.goto(ISSUE, wait_until="networkidle")
    expect(page.locator("case-bar a").first).to_be_visible()
    assert 5 < len(asked.since(0)) <= MOST, asked.since(0)


@pytest.mark.parametrize("path", ["", ISSUE, *WITH_ELEMENTS])
def test_no_script_of_a_page_waits_for_another(page: Page, asked: Asked, path: str):
    page.goto(path, wait_until="networkidle")
    assert {url: depth for url, depth in asked.depths.items() if depth > 1} == {}
    assert any(url.endswith("/js/guide.js") for url in asked.depths)


def test_a_page_asks_for_no_script_that_it_does_not_use(page: Page, asked: Asked):
    said = []
    page.on("console", lambda message: said.append(message.text))
    for path in (ISSUE, *WITH_ELEMENTS):
        page.goto(path, wait_until="networkidle")
        named = page.locator("link[rel=modulepreload]").evaluate_all("(links) => links.map(({ href }) => href)")
        assert {*named} <= {*asked.depths}
        elements = page.evaluate(
            "() => [...document.querySelectorAll(':not(:defined)')].map(({ localName }) => localName)"
        )
        assert {*elements} <= IN_FOLDS | WITH_A_CASE


def test_my_case_has_all_its_parts_once_there_is_one(page: Page):
    begin(page)
    page.goto("case/")
    unfold(page)
    for element in sorted(WITH_A_CASE):
        expect(page.locator(element).first).to_be_attached()
        page.wait_for_function("(name) => customElements.get(name)", arg=element)


def test_a_letter_brings_few_files_at_once(page: Page, asked: Asked):
    page.goto(ISSUE, wait_until="networkidle")
    unfold(page)
    page.wait_for_load_state("networkidle")
    before, known = len(asked.all), {*asked.depths}
    page.locator("details:has(> letter-builder) > summary").first.click()
    expect(page.locator("letter-builder input >> visible=true").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    scripts = {url: depth for url, depth in asked.depths.items() if url not in known}
    assert any(url.endswith("/letter-builder.js") for url in scripts)
    assert max(scripts.values()) - asked.depths[next(url for url in known if url.endswith("/guide.js"))] <= 2, scripts
    ours = [url for url in asked.since(before) if "/assets/guide-" in url]
    assert len(ours) <= MOST_FOR_A_LETTER, "\n".join(ours)
    assert len({*asked.since(0)}) == len(asked.since(0)), "each once"


def test_the_searchs_worker_comes_when_somebody_is_in_the_search_box(page: Page, asked: Asked):
    page.goto(ISSUE, wait_until="networkidle")
    assert not [url for url in asked.since(0) if "/search" in url.removeprefix(page.url)]
    page.locator(".md-search__input").focus()
    page.locator(".md-search__input").fill("退款")
    expect(page.locator(".md-search-result__item").first).to_be_attached()
    assert [url for url in asked.since(0) if "/workers/search." in url]


def test_a_site_has_each_module_in_one_file(site: Path):
    names = [name for script in site.glob("assets/guide-*/js/**/*.js") for name in _modules_in(script)]
    assert {"$kept_store", "$kept_cases", "$kept_ticks", "$kept_region", "$page_desk"} <= {*names}
    assert len(names) == len({*names})


def _modules_in(script: Path) -> list[str]:
    return [part.partition("=")[0] for part in script.read_text("utf-8").split("export const ")[1:] if part[0] == "$"]
