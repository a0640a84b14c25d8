"""A page that the browser has translated: its language stands in `html`, its words are wrapped, where they may be."""

import pytest
from playwright.sync_api import Page, expect

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.case.test_case import begin, log, section
from tests.browser.conftest import NewContext, open_section, start
from tests.browser.letters.test_letters import EXPECTED, ISSUE, LETTER, copied, fill_all, paper, show_letter, take, ways
from tools.hostile.scripts import TRANSLATOR


@pytest.fixture
def page(new_context: NewContext) -> Page:
    context = new_context(permissions=["clipboard-read", "clipboard-write"], timezone_id="Asia/Shanghai")
    context.add_init_script(TRANSLATOR)
    return context.new_page()


@pytest.mark.parametrize("sent", WRITTEN)
@pytest.mark.parametrize("language", WRITTEN)
def test_a_letter_opens_is_filled_and_is_copied_as_it_was_written(page: Page, language: Language, sent: Language):
    page.goto(f"{start(language)}issues/{ISSUE}/")
    show_letter(page)
    builder = page.locator(f"#letter-{LETTER} letter-builder")
    builder.locator(".letter-more > summary").click()
    builder.locator(f".letter-show [value={next(other for other in WRITTEN if other != language)}]").check()
    builder.locator(".letter-beside input").check()
    fill_all(builder)
    take(ways(builder, sent))
    expect(ways(builder, sent).locator(".way-said")).not_to_be_empty()
    assert copied(page) == EXPECTED[sent]
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    expect(paper(builder, sent).locator("font")).to_have_count(0)


@pytest.mark.parametrize("language", WRITTEN)
def test_a_case_keeps_its_log(page: Page, language: Language):
    entry = log(begin(page, language=language), who="Lin", said="A1")
    expect(entry.locator("summary")).to_contain_text("Lin")
    page.reload()
    expect(section(page).locator(".log-entry summary")).to_contain_text("A1")


def test_numbers_and_codes_are_left_alone(page: Page, guide: Guide):
    page.goto(f"{start('en')}where/hk/")
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    numbers = page.locator("a[href^='tel:']").all_text_contents()
    assert numbers
    assert not [number for number in numbers if "vi" in number]
    page.goto(f"{start('en')}issues/{ISSUE}/")
    open_section(page, "written")
    expect(page.locator(".letters summary span").first).to_have_text(guide.letter[guide.issue[ISSUE].letters[0]].code)
