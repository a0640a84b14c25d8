"""Where a part of the guide does not come, the reader is told so in its place, truly, and how to get it."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.conftest import PATIENCE, NewContext, open_section, start
from tests.browser.letters.test_letters import ISSUE, LETTER, open_letter
from tests.browser.regions.test_plan_region import folds, opened
from tests.browser.wallets.test_providers import choice

TOO_OLD = "Object.defineProperty(window, 'customElements', { value: undefined });"

each_language = pytest.mark.parametrize("language", WRITTEN)


@pytest.fixture
def page(browser: Browser, address: str) -> Page:
    """One whose faults are meant."""
    context: BrowserContext = browser.new_context(
        base_url=address, service_workers="block", timezone_id="Europe/London"
    )
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def lose(page: Page, file: str) -> None:
    """As after a publish, or behind a blocker."""
    page.route(re.compile(file), lambda route: route.fulfill(status=404, body="<h1>404</h1>"))


def said(guide: Guide, language: Language, left: str = "") -> str:
    return " ".join(filter(None, (guide.words.page.not_come[language], left, guide.words.page.anew[language])))


@each_language
@pytest.mark.parametrize("file", [r"/letter-builder\.js", r"/desk\.\w+\.json", r"/papers\.\w+\.json"])
def test_a_letter_that_does_not_open_says_so_and_can_be_had_anew(
    page: Page, guide: Guide, language: Language, file: str
):
    lose(page, file)
    page.goto(f"{start(language)}issues/{ISSUE}/")
    open_section(page, "written")
    letter = page.locator(f"#letter-{LETTER}")
    letter.locator("> summary").click()
    expect(letter.locator("p.not-come")).to_have_text(said(guide, language))
    expect(letter.locator(".letter-paper").first).to_be_visible()
    page.unroute_all()
    with page.expect_navigation():
        letter.locator("p.not-come button").click()
    builder = open_letter(page, language=language)
    expect(builder.locator(".letter-form")).to_be_visible()
    expect(page.locator("p.not-come")).to_have_count(0)


@each_language
@pytest.mark.parametrize("file", [r"/my-case\.js", r"/desk\.\w+\.json"])
def test_my_case_is_never_just_empty(page: Page, guide: Guide, language: Language, file: str):
    lose(page, file)
    page.goto(f"{start(language)}case/#{ISSUE}")
    expect(page.locator("p.not-come").first).to_have_text(said(guide, language))
    expect(page.locator(".case-needs-script")).to_be_visible()


@each_language
def test_a_first_case_that_cannot_be_shown_says_so(page: Page, guide: Guide, language: Language):
    lose(page, r"/desk\.\w+\.json")
    page.goto(f"{start(language)}case/")
    page.locator(f"[data-begin={ISSUE}]").click()
    expect(page.locator("p.not-come")).to_have_text(said(guide, language))


@each_language
def test_a_log_that_does_not_come_says_so(page: Page, guide: Guide, language: Language):
    lose(page, r"/contact-log\.js")
    page.goto(f"{start(language)}case/")
    page.locator(f"[data-begin={ISSUE}]").click()
    expect(page.locator(f"#{ISSUE} p.not-come")).to_have_text(said(guide, language))


@each_language
def test_a_plan_that_does_not_come_says_so_and_leaves_the_way_to_it(page: Page, guide: Guide, language: Language):
    situation = guide.situations(ISSUE)[0]
    lose(page, rf"/issues/{ISSUE}/{situation.id}/")
    page.goto(f"{start(language)}issues/{ISSUE}/#{situation.id}")
    way = page.locator(f"#{situation.id} page-leaf a")
    expect(page.locator(f"#{situation.id} .not-come")).to_have_text(said(guide, language))
    expect(page.locator(f"#{situation.id} .not-come")).to_be_in_viewport(ratio=1)
    expect(page.locator(".not-come")).to_have_count(1)
    expect(way).to_be_visible()
    page.unroute_all()
    way.click()
    expect(page.locator("h1")).to_have_text(situation.sign[language])
    expect(page.locator(".plan-now input").first).to_be_visible()


def test_a_plan_that_comes_when_it_is_opened_again_no_longer_says_that_it_did_not(page: Page, guide: Guide):
    situation = guide.situations(ISSUE)[0]
    lose(page, rf"/issues/{ISSUE}/{situation.id}/")
    page.goto(f"{start('en')}issues/{ISSUE}/#{situation.id}")
    expect(page.locator(f"#{situation.id} .not-come")).to_be_visible()
    page.unroute_all()
    page.locator(f"#{situation.id} > summary").click()
    page.locator(f"#{situation.id} > summary").click()
    expect(page.locator(f"#{situation.id} .plan-now").first).to_be_visible()
    expect(page.locator(".not-come")).to_have_count(0)


@each_language
@pytest.mark.parametrize("file", [r"/provider-freeze\.js", r"/where/\w+/$"])
def test_how_to_freeze_that_does_not_come_says_so_and_where_else_it_stands(
    page: Page, guide: Guide, language: Language, file: str
):
    lose(page, file)
    page.goto(f"{start(language)}issues/account-security/")
    choice(page, language).select_option("octopus")
    place = page.locator(".provider-choice-place")
    left = guide.words.provider.freeze_left[language]
    expect(place.locator("p.not-come")).to_have_text(said(guide, language, left))
    expect(place.locator("p.not-come")).to_be_visible()
    expect(place.locator(".chooser-more a")).to_have_attribute("href", re.compile(r"where/hk/#octopus$"))
    page.unroute_all()
    choice(page, language).select_option("mae")
    expect(place.locator("provider-freeze")).to_contain_text("Kill Switch")
    expect(page.locator("p.not-come")).to_have_count(0)


@each_language
def test_what_happened_that_cannot_be_looked_up_says_so_until_it_can(page: Page, guide: Guide, language: Language):
    lose(page, r"/searched\.\w+\.json")
    faults = []
    page.on("pageerror", lambda fault: faults.append(fault))
    page.goto(start(language))
    page.locator("search-home input").fill("alipay")
    note = page.locator("search-home .search-found p.not-come")
    expect(note).to_have_text(said(guide, language, guide.words.search.home_left[language]))
    page.locator("search-home input").press_sequentially(" x")
    expect(note).to_have_count(1)
    page.unroute_all()
    page.locator("search-home input").fill("paypal")
    expect(page.locator("search-home .search-found a").first).to_be_visible()
    expect(note).to_have_count(0)
    assert not faults


@each_language
@pytest.mark.parametrize("file", [r"/searched\.\w+\.json", r"/search-hints\.js"])
def test_the_box_of_every_page_says_so_and_still_finds_words(page: Page, guide: Guide, language: Language, file: str):
    lose(page, file)
    page.goto(f"{start(language)}about/")
    page.locator(".md-search__input").fill("PayPal")
    note = page.locator(".md-search p.not-come")
    expect(note).to_have_text(said(guide, language, guide.words.search.box_left[language]))
    expect(page.locator(".md-search-result__item a").first).to_be_visible()


@each_language
def test_time_limits_that_cannot_be_worked_out_say_so_and_stay(page: Page, guide: Guide, language: Language):
    lose(page, r"/deadline-clock\.js")
    folds(page, language=language)
    plan = opened(page, "next")
    expect(plan.locator("p.not-come + deadline-clock")).to_be_visible()
    expect(plan.locator("p.not-come")).to_have_text(said(guide, language))
    expect(plan.locator(".clock").first).to_be_visible()


@each_language
def test_time_limits_below_the_choice_of_a_region_say_so_too(page: Page, guide: Guide, language: Language):
    lose(page, r"/deadline-clock\.js")
    page.goto(f"{start(language)}issues/{ISSUE}/")
    open_section(page, "next")
    here = page.locator("region-choice .choice-here")
    expect(here.locator("p.not-come + deadline-clock")).to_have_count(1)
    expect(here.locator("p.not-come")).to_have_text(said(guide, language))


@each_language
def test_a_region_that_does_not_come_says_so_and_leaves_the_others(page: Page, guide: Guide, language: Language):
    lose(page, r"/where/uk/$")
    page.goto(f"{start(language)}issues/{ISSUE}/")
    open_section(page, "next")
    choice_of_region = page.locator("region-choice")
    expect(choice_of_region.locator("p.not-come")).to_have_text(said(guide, language))
    expect(choice_of_region.locator(".region-list li a").first).to_be_visible()
    choice_of_region.locator(".choice select").select_option("hk")
    expect(choice_of_region.locator(".choice-here .ladder").first).to_be_attached()
    expect(choice_of_region.locator("p.not-come")).to_have_count(0)


@each_language
def test_numbers_of_the_region_before_never_stand_for_one_that_does_not_come(
    page: Page, guide: Guide, language: Language
):
    lose(page, r"/where/hk/$")
    folds(page, language=language)
    plan = opened(page, "first-hour")
    expect(plan.locator(".danger")).to_be_visible()
    plan.locator(".which-change").click()
    plan.locator(".which-others select").select_option("hk")
    expect(plan.locator("p.not-come")).to_have_text(said(guide, language))
    expect(plan.locator(".danger")).to_have_count(0)
    expect(plan.locator(".plan-fallback a")).to_be_visible()
    page.unroute_all()
    plan.locator(".which-others select").select_option("uk")
    expect(plan.locator(".danger")).to_be_visible()
    expect(plan.locator("p.not-come")).to_have_count(0)


@each_language
def test_what_helps_where_no_file_came_says_so_if_it_does_not_come(page: Page, guide: Guide, language: Language):
    lose(page, r"/nothing-came\.js")
    page.goto(f"{start(language)}case/")
    page.locator(f"[data-begin={ISSUE}]").click()
    page.locator(".transfer-export").click()
    expect(page.locator(".transfer-said + .ways-left p.not-come")).to_have_text(said(guide, language))


@each_language
@pytest.mark.parametrize("way", ["lost", "too-old"])
def test_where_nothing_begins_the_page_says_what_still_works(page: Page, guide: Guide, language: Language, way: str):
    lose(page, r"/js/guide\.js") if way == "lost" else page.add_init_script(TOO_OLD)
    page.goto(f"{start(language)}issues/{ISSUE}/")
    note = page.locator("h1 + .not-begun")
    expect(note.locator("p")).to_have_text([line[language] for line in guide.words.page.not_begun])
    expect(note).to_be_visible()


@each_language
def test_where_nothing_begins_that_is_said_where_the_page_was_opened(page: Page, guide: Guide, language: Language):
    lose(page, r"/js/guide\.js")
    page.goto(f"{start(language)}issues/{ISSUE}/letters/#letter-{LETTER}")
    note = page.locator(f"#letter-{LETTER} > summary + .not-begun")
    expect(note).to_be_in_viewport()
    expect(page.locator(f"#letter-{LETTER} .letter-paper").first).to_be_visible()


@each_language
def test_where_neither_styles_nor_scripts_come_the_page_says_so_below_its_title(page: Page, language: Language):
    lose(page, r"/assets/guide-")
    page.goto(start(language))
    expect(page.locator("h1 + .not-begun")).to_be_in_viewport()


@each_language
@pytest.mark.parametrize("asks", ["no-preference", "reduce"])
def test_where_the_style_comes_and_no_script_that_is_said_on_the_screen_and_nothing_moves(
    page: Page, language: Language, asks: str
):
    lose(page, r"/assets/guide-\w+/js/")
    page.emulate_media(reduced_motion=asks)
    page.goto(f"{start(language)}issues/{ISSUE}/")
    note, title = page.locator(".not-begun"), page.locator("h1")
    expect(note).to_be_hidden()
    before = title.bounding_box()
    expect(note).to_be_visible()
    expect(note).to_be_in_viewport()
    assert title.bounding_box() == before
    page.evaluate("() => scrollTo(0, document.documentElement.scrollHeight)")
    at_the_end, over = page.locator(".md-content").bounding_box(), note.bounding_box()
    assert at_the_end["y"] + at_the_end["height"] <= over["y"], "it lies over what stands at the end"


@each_language
def test_where_scripts_are_off_the_page_says_below_its_title_what_does_not_work(
    new_context: NewContext, language: Language
):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{start(language)}issues/{ISSUE}/")
    expect(page.locator("h1 + .not-begun")).to_be_in_viewport()


def test_where_the_first_script_alone_does_not_come_nothing_is_said(page: Page):
    lose(page, r"/page/early\.js")
    page.goto(f"issues/{ISSUE}/", wait_until="networkidle")
    expect(page.locator("html.heard")).to_have_count(1)
    expect(page.locator(".not-begun")).to_be_hidden()


def test_where_all_begins_nothing_is_said(page: Page):
    page.goto(f"issues/{ISSUE}/", wait_until="networkidle")
    expect(page.locator(".not-begun")).to_be_hidden()
    expect(page.locator("p.not-come")).to_have_count(0)
