"""One field in two tabs: nobody's words are overwritten; the other text waits until its reader says which stays."""

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.case.test_case import ISSUE, begin, entries, kept, log, logged, section
from tests.browser.conftest import NewContext
from tests.browser.letters.test_letters import field, open_letter, paper, ways

each_language = pytest.mark.parametrize("language", WRITTEN)


@pytest.fixture
def tabs(new_context: NewContext) -> tuple[Page, Page]:
    """Two tabs of a reader who keeps things on the device."""
    context = new_context()
    first = context.new_page()
    begin(first)
    first.locator(".keep-mine").click()
    return first, context.new_page()


def stories(tabs: tuple[Page, Page], language: Language = "zh") -> list[Locator]:
    """The same field of the same letter in each, and the reader in both."""
    builders = [open_letter(tab, language=language) for tab in tabs]
    return [field(builder, "story") for builder in builders]


def note(place: Locator) -> Locator:
    return place.locator("xpath=ancestor::typed-field").locator(".beside")


@each_language
def test_the_other_text_waits_and_says_so(tabs: tuple[Page, Page], guide: Guide, language: Language):
    first, second = stories(tabs, language)
    first.fill("from the first tab")
    expect(second).to_have_value("from the first tab")
    first.focus()
    second.fill("from the second tab")
    words = guide.words.field
    expect(note(first).locator(".beside-said")).to_have_text(words.other_tab[language])
    expect(note(first).locator(".beside-said")).to_have_role("status")
    expect(note(first).locator(".beside-text")).to_have_text("from the second tab")
    expect(first).to_have_value("from the first tab")
    note(first).get_by_role("button", name=words.take_other[language]).click()
    expect(first).to_have_value("from the second tab")
    expect(note(first).locator(".beside-which")).to_be_hidden()


def test_who_types_on_puts_the_other_text_aside_and_loses_neither(tabs: tuple[Page, Page]):
    first, second = stories(tabs)
    first.fill("from the first tab")
    expect(second).to_have_value("from the first tab")
    first.focus()
    second.fill("from the second tab")
    expect(note(first).locator(".beside-which")).to_be_visible()
    first.press_sequentially(" and on")
    assert sorted(value for value in kept(tabs[0]).values() if "from the" in value) == [
        "from the first tab and on",
        "from the second tab",
    ]
    tabs[1].close()
    again = field(open_letter(tabs[0]), "story")
    expect(again).to_have_value("from the first tab and on")
    expect(note(again).locator(".beside-text")).to_have_text("from the second tab")
    note(again).locator(".beside-keep").click()
    expect(note(again).locator(".beside-which")).to_be_hidden()
    assert [value for value in kept(tabs[0]).values() if "from the" in value] == ["from the first tab and on"]


def test_a_field_that_nobody_is_in_shows_the_newer_text_at_once(tabs: tuple[Page, Page]):
    first, second = stories(tabs)
    second.fill("from the second tab")
    expect(first).to_have_value("from the second tab")
    expect(note(first)).to_have_count(0)


def test_what_was_said_in_a_contact_waits_too(tabs: tuple[Page, Page]):
    here, there = tabs
    first = log(section(here), said="一")
    there.goto(f"case/#{ISSUE}")
    second = entries(section(there)).first
    second.locator("summary").click()
    logged(first, "said").focus()
    logged(second, "said").fill("二")
    beside = note(logged(first, "said"))
    expect(beside.locator(".beside-text")).to_have_text("二")
    logged(first, "said").press_sequentially("一")
    beside.locator(".beside-take").click()
    expect(logged(first, "said")).to_have_value("二")
    expect(first.locator("summary")).to_contain_text("二")


def test_a_letter_that_is_edited_in_two_tabs_waits_too(tabs: tuple[Page, Page]):
    editors = []
    for tab in tabs:
        builder = open_letter(tab)
        if not editors:
            ways(builder, "zh").locator(".way-edit").click()
        editors.append(ways(builder, "zh").locator(".letter-editor"))
    first, second = editors
    first.focus()
    second.fill("the other way")
    beside = ways(tabs[0].locator("#letter-first-complaint"), "zh").locator(".editor-place .beside")
    expect(beside.locator(".beside-text")).to_have_text("the other way")
    beside.locator(".beside-take").click()
    expect(first).to_have_value("the other way")
    expect(paper(tabs[0].locator("#letter-first-complaint"), "zh")).to_have_count(1)
