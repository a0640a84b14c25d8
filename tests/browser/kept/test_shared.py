"""A device that others use too: nothing is left by closing, reopening, duplicating, Back, a second tab or a restore."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.case.test_case import ISSUE, PREFIX, PUT, begin, case_file, case_page, choose, entries, log, section
from tests.browser.conftest import NewContext, unfold
from tests.browser.letters.test_letters import field, open_letter, show_letter
from tools.browsers import chromium
from tools.serving import served

each_language = pytest.mark.parametrize("language", WRITTEN)

STORED = """
() => [localStorage, sessionStorage].flatMap((storage) => Object.keys(storage)
  .filter((key) => key.startsWith("wallet-complaint-guide")))
"""
"""The keys of every copy and every version of the guide."""
CLOSE = "() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }))"
"""What a page is told when its tab is closed, or it is loaded anew."""
IN_TAB = "() => JSON.stringify({ ...sessionStorage })"
RESTORE = """
(kept) => {
  if (!window.name && window.origin !== "null") {
    window.name = "restored";
    Object.entries(kept).forEach(([key, value]) => sessionStorage.setItem(key, value));
  }
}
"""


TABS = {"told by a channel": "", "told through storage, as before Safari 15.4": "delete window.BroadcastChannel;"}


@pytest.fixture
def page(new_context: NewContext) -> Page:
    return new_context().new_page()


@pytest.fixture(params=TABS.values(), ids=TABS)
def each_page(request: pytest.FixtureRequest, new_context: NewContext) -> Page:
    """A page in a browser whose tabs have this way to tell each other."""
    context = new_context()
    context.add_init_script(request.param)
    return context.new_page()


@pytest.fixture
def told(page: Page) -> Page:
    """A page of a reader who has written and then said that others use the device."""
    log(begin(page), said="我的事")
    page.locator(".keep-shared").click()
    return page


@each_language
def test_the_page_says_where_words_are_and_how_they_go(page: Page, guide: Guide, language: Language):
    log(begin(page, language=language), said="一")
    page.locator(".keep-shared").click()
    expect(page.locator(".keep-state")).to_have_text(guide.words.keep.in_page[language])
    expect(page.locator(".keep-question")).to_be_hidden()
    expect(page.locator(".keep-safari")).to_be_hidden()
    expect(page.locator(".keep-leave")).to_have_text(guide.words.keep.leave[language])


def test_nothing_is_in_storage_and_yet_words_walk_along(told: Page):
    assert told.evaluate(STORED) == []
    section(told).locator(".case-open").click()
    told.wait_for_url(f"**/issues/{ISSUE}/**")
    assert told.evaluate(STORED) == []
    told.locator("case-bar .bar-link").click()
    expect(entries(section(told))).to_contain_text("我的事")
    log(section(told), said="第二句")
    told.go_back()
    told.wait_for_url(f"**/issues/{ISSUE}/**")
    told.go_back()
    expect(entries(section(told))).to_have_count(2)
    assert told.evaluate(STORED) == []


def test_what_is_typed_and_ticked_afterwards_is_in_no_storage_either(told: Page, guide: Guide):
    section(told).locator(".case-open").click()
    told.wait_for_url(f"**/issues/{ISSUE}/**")
    unfold(told)
    told.locator(".fold input[data-item]").first.check()
    expect(told.locator(".ticks-not-kept").filter(visible=True)).to_have_text(guide.words.tick.shared.zh)
    show_letter(told)
    field(told.locator("#letter-first-complaint"), "name").fill("王小明")
    assert told.evaluate(STORED) == []
    told.locator("case-bar .bar-link").click()
    expect(section(told).locator(".case-progress")).to_contain_text("1")


def test_closing_leaves_nothing_to_reopen_or_to_restore(told: Page, new_context: NewContext):
    told.evaluate(CLOSE)
    assert told.evaluate(STORED) == []
    expect(entries(section(told))).to_have_count(0)
    reopened = new_context()
    reopened.add_init_script(f"({RESTORE})({told.evaluate(IN_TAB)})")
    again = reopened.new_page()
    again.goto(case_page())
    expect(again.locator(".keep-question")).to_be_visible()
    expect(again.locator(".case").filter(visible=True)).to_have_count(0)


def test_who_leaves_for_another_site_leaves_nothing_behind_back(told: Page):
    told.goto("about:blank")
    told.go_back()
    expect(told.locator(".keep-question")).to_be_visible()
    expect(told.locator(".case").filter(visible=True)).to_have_count(0)


def test_a_step_that_never_arrived_brings_nothing_back(told: Page, new_context: NewContext):
    """The tab was closed while the next page was still loading: it comes back on the page it was on."""
    handed = {
        f"{PREFIX}handed": json.dumps({"to": "/where", "until": 9e15, "entries": [[f"{PREFIX}person:name", "x"]]})
    }
    context = new_context()
    context.add_init_script(f"({RESTORE})({json.dumps(handed)})")
    page = context.new_page()
    page.goto(case_page())
    assert page.evaluate(STORED) == []
    expect(page.locator(".keep-question")).to_be_visible()


def test_a_way_out_of_the_guide_opens_beside_it(told: Page):
    told.evaluate("""() => {
      const link = document.createElement("a");
      Object.assign(link, { href: "https://example.com/", textContent: "out", id: "out" });
      link.addEventListener("click", (event) => event.preventDefault());
      document.querySelector("article").append(link);
    }""")
    told.locator("#out").click()
    assert told.locator("#out").get_attribute("target") == "_blank"


def test_a_second_tab_keeps_nothing_on_the_device_either(each_page: Page):
    page = each_page
    second = page.context.new_page()
    second.goto(f"issues/{ISSUE}/")
    unfold(second)
    second.locator(".fold input[data-item]").first.check()
    field(open_letter(second), "name").fill("王小明")
    log(begin(page), said="一")
    page.locator(".keep-shared").click()
    expect(second.locator("case-keep .keep-question").first).to_be_hidden()
    expect(field(second.locator("#letter-first-complaint"), "name")).to_have_value("王小明")
    third = page.context.new_page()
    third.goto(case_page())
    expect(third.locator(".keep-question")).to_be_hidden()
    for tab in (page, second, third):
        assert tab.evaluate(STORED) == []


# Erasing -------------------------------------------------------------------------------------


def test_erasing_reaches_the_other_tabs_and_counts_what_they_had(each_page: Page, guide: Guide):
    page = each_page
    field(open_letter(page), "name").fill("王小明")
    mine = len([key for key in page.evaluate(STORED) if not key.endswith(":era")])
    other = page.context.new_page()
    log(begin(other), said="一")
    case = section(other)
    case.locator(".log-remove").click()
    expect(case.locator(".log-undo")).to_be_visible()
    choose(other, case_file({"person:name": "李四", f"case:{ISSUE}:field:matter": "x"}), "secret")
    expect(other.locator(".transfer-changes")).to_be_visible()
    in_tab = other.evaluate("Object.keys(sessionStorage).filter((key) => !key.endsWith(':era')).length")
    page.locator(".keep-erase").click()
    said = guide.words.keep.erased.zh.replace("{erased}", str(mine + in_tab)).replace("{left}", "0")
    expect(page.locator(".keep-said")).to_have_text(said)
    expect(other.locator(".transfer-changes")).to_be_hidden()
    expect(other.locator(".transfer-passphrase")).to_have_value("")
    expect(case.locator(".log-undo")).to_be_hidden()
    for tab in (page, other):
        assert tab.evaluate(STORED) == []


def test_a_tab_that_slept_while_all_was_erased_has_nothing_when_it_wakes(page: Page):
    field(open_letter(page), "name").fill("王小明")
    # Its process is gone, as a phone does with tabs at the back; what the browser keeps of it comes back.
    slept = page.evaluate(IN_TAB)
    page.locator(".keep-erase").click()
    expect(page.locator(".keep-said")).not_to_have_text("")
    page.evaluate(PUT, [json.loads(slept), "sessionStorage"])
    page.reload()
    assert [key for key in page.evaluate(STORED) if ":opened:" not in key] == []


def test_done_is_one_tap(told: Page):
    told.locator(".keep-leave").click()
    told.wait_for_url("about:blank")
    told.goto(case_page())
    expect(told.locator(".keep-question")).to_be_visible()
    assert told.evaluate(STORED) == []


def test_done_stands_on_the_page_of_an_issue_too(told: Page):
    section(told).locator(".case-open").click()
    told.locator(".bar-leave").click()
    told.wait_for_url("about:blank")


def test_the_kept_pages_go_with_the_words(new_context: NewContext):
    page = new_context(service_workers="allow").new_page()
    page.goto(case_page())
    page.wait_for_function("caches.keys().then((all) => all.length > 0)")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.locator(".keep-shared").click()
    page.wait_for_function("caches.keys().then((all) => all.length === 0)")
    page.wait_for_function("navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)")


# Two copies on one site ------------------------------------------------------------------------


@pytest.fixture
def two_copies(site: Path, tmp_path: Path) -> Iterator[str]:
    for name in ("guide", "preview"):
        os.symlink(site, tmp_path / name)
    with served(tmp_path) as address:
        yield address


def test_two_copies_on_one_site_do_not_see_or_erase_each_others_words(two_copies: str, new_context: NewContext):
    page = new_context(base_url=two_copies).new_page()
    for copy in ("guide", "preview"):
        page.goto(f"{copy}/case/")
        page.locator(f"[data-begin={ISSUE}]").click()
        page.locator(".keep-mine").click()
        log(section(page), said=copy)
    page.locator(".keep-erase").click()
    expect(page.locator(".keep-said")).not_to_have_text("")
    page.goto("guide/case/")
    expect(entries(section(page))).to_have_count(1)
    expect(entries(section(page))).to_contain_text("guide")


@pytest.mark.parametrize("where", ["localStorage", "sessionStorage"])
def test_what_an_earlier_version_kept_is_still_read(page: Page, where: str):
    page.goto(case_page())
    said = json.dumps({"said": "早"})
    old = {"person:name": "王小明", f"case:{ISSUE}:touched": "2026-11-20", f"case:{ISSUE}:log:a": said}
    old |= {"place": "device"} if where == "localStorage" else {}
    page.evaluate(PUT, [{f"wallet-complaint-guide:v1:{key}": value for key, value in old.items()}, where])
    page.reload()
    expect(entries(section(page))).to_contain_text("早")
    assert not [key for key in page.evaluate(STORED) if not key.startswith(PREFIX)]
    page.reload()
    expect(entries(section(page))).to_contain_text("早")


def test_who_had_said_that_others_use_the_device_is_kept_to_the_page(page: Page, guide: Guide):
    page.goto(case_page())
    page.evaluate(
        """(issue) => {
      for (const [key, value] of [["place", "tab"], [`case:${issue}:log:a`, '{"said": "早"}']]) {
        sessionStorage.setItem(`wallet-complaint-guide:v1:${key}`, value);
      }
    }""",
        ISSUE,
    )
    page.reload()
    expect(entries(section(page))).to_contain_text("早")
    expect(page.locator(".keep-state")).to_have_text(guide.words.keep.in_page.zh)
    assert page.evaluate(STORED) == []


# Words that stand on a page alone -------------------------------------------------------------

STORY = "my roommate sent me 200 on venmo and it never came"


@pytest.fixture
def held_for_back(browser: Browser, address: str) -> Iterator[Page]:
    """A page in a browser that holds pages ready for Back, as those of readers do; one without windows does not."""
    own = browser.browser_type.launch(
        executable_path=chromium.ensure(),
        args=chromium.FLAGS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield own.new_page(base_url=address, service_workers="block")
    own.close()


def ask(page: Page) -> Locator:
    """Type a story on the home page and go to what is found."""
    page.goto("en/")
    box = page.locator("search-home input")
    box.fill(STORY)
    page.locator("search-home .search-found a").first.click()
    page.wait_for_url("**/issues/**")
    return box


def test_who_comes_back_from_what_was_found_sees_their_words(page: Page):
    box = ask(page)
    page.go_back()
    expect(box).to_have_value(STORY)
    expect(page.locator("search-home .search-found a").first).to_be_visible()


@pytest.mark.parametrize("way", [".keep-erase", ".keep-leave"])
@pytest.mark.parametrize("held", [True, False], ids=["held ready for Back", "loaded anew"])
def test_a_story_typed_to_search_is_not_behind_back_once_all_is_erased(
    request: pytest.FixtureRequest, way: str, held: bool
):
    page = request.getfixturevalue("held_for_back" if held else "page")
    box = ask(page)
    page.goto(case_page(language="en"))
    page.locator(".keep-shared").click()
    page.locator(way).click()
    if way == ".keep-erase":
        expect(page.locator(".keep-said")).not_to_have_text("")
    else:
        page.wait_for_url("about:blank")
    page.evaluate("setTimeout(() => history.go(-2))")
    expect(page).to_have_url(re.compile("/en/$"))
    expect(box).to_be_visible()
    came = page.evaluate("performance.getEntriesByType('navigation')[0].type")
    assert came == ("navigate" if held else "back_forward")
    expect(box).to_have_value("")
    expect(page.locator("search-home .search-found a")).to_have_count(0)


def test_erasing_empties_the_boxes_to_search_in_other_tabs(each_page: Page):
    page = each_page
    other = page.context.new_page()
    other.goto("en/providers/")
    other.locator(".finder-name").fill("paypal")
    log(begin(page), said="一")
    page.locator(".keep-erase").click()
    expect(other.locator(".finder-name")).to_have_value("")
