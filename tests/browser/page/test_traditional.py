"""The edition in Traditional Chinese, which is made: what only a browser shows of it. Else it is as the others."""

import pytest
from playwright.sync_api import Page, expect

from macros.model.guide import Guide
from tests.browser.conftest import NewContext, choose_region, open_section, start

LANGUAGE: str = "zh-Hant"
HOME = start(LANGUAGE)
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
NOTE = ".language-note"


# Reached -----------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", ["zh-HK", "zh-TW", "zh-MO", "zh-Hant-MY"])
def test_who_reads_traditional_chinese_is_told_once_that_there_is_an_edition(
    new_context: NewContext, guide: Guide, locale: str
):
    page = new_context(**PHONE, locale=locale).new_page()
    page.goto("issues/slow-support/")
    link = page.locator(NOTE).get_by_role("link", name=guide.words.page.edition[LANGUAGE])
    expect(link).to_be_visible()
    link.tap()
    page.wait_for_url(f"**/{HOME}issues/slow-support/")
    expect(page.locator(NOTE)).to_have_count(0)
    page.wait_for_load_state("networkidle")  # Who goes back sooner is told again.
    page.goto("issues/slow-support/")
    expect(page.locator(NOTE)).to_be_hidden()


@pytest.mark.parametrize("locale", ["zh-CN", "en-GB", "zh-SG"])
def test_nobody_else_is_told(new_context: NewContext, locale: str):
    page = new_context(locale=locale).new_page()
    page.goto("issues/slow-support/")
    expect(page.locator(NOTE)).to_be_hidden()


def test_the_line_moves_nothing_when_the_page_has_come(new_context: NewContext):
    page = new_context(**PHONE, locale="zh-HK").new_page()
    page.goto("issues/slow-support/", wait_until="networkidle")
    moved = page.evaluate("""() => new Promise((done) => {
      new PerformanceObserver((list) => done(list.getEntries().map(({ value }) => value)))
        .observe({ type: "layout-shift", buffered: true });
      setTimeout(() => done([]), 500);
    })""")
    assert sum(moved) < 0.01


def test_ticks_are_the_same_in_all_editions(page: Page):
    page.goto(f"{HOME}issues/slow-support/")
    open_section(page, "evidence")
    first = page.locator("tick-list input[data-item]").locator("visible=true").first
    item = first.get_attribute("data-item")
    first.check()
    page.locator(".other-language[hreflang=zh-Hans]").click()
    open_section(page, "evidence")
    expect(page.locator(f"tick-list input[data-item={item}]").locator("visible=true").first).to_be_checked()


def test_each_text_is_set_in_a_face_of_its_script(page: Page):
    page.goto(f"{HOME}where/cn/")
    faces = page.evaluate("""() => Object.fromEntries(["zh-Hant", "zh-Hans"].map((lang) => (
      [lang, getComputedStyle(document.querySelector(`[lang=${lang}]`)).fontFamily.match(/(?<=PingFang )../)[0]]
    )))""")
    assert faces == {"zh-Hant": "TC", "zh-Hans": "SC"}


# Letters -----------------------------------------------------------------------------------


def opened(page: Page, language: str, letter: str = "first-complaint"):
    page.goto(f"{start(language)}issues/slow-support/")
    open_section(page, "written")
    page.locator(f"#letter-{letter} > summary").click()
    builder = page.locator(f"#letter-{letter} letter-builder")
    expect(builder.locator(".letter-show")).to_be_visible()
    return builder


@pytest.mark.parametrize(("language", "region", "sent"), [
    ("zh", "hk", "zh-Hant"), ("zh-Hant", "cn", "zh"), ("zh-Hant", "tw", "zh-Hant"), ("en", "hk", "zh-Hant"),
    ("zh-Hant", "sg", "en"),
])  # fmt: skip
def test_a_letter_goes_in_the_script_that_is_read_there(new_context: NewContext, language: str, region: str, sent: str):
    page = new_context(timezone_id="Europe/London").new_page()
    choose_region(page, region)
    builder = opened(page, language)
    expect(builder.locator(f".letter-show [value={sent}]")).to_be_checked()
    expect(builder.locator(f".letter-paper[lang={sent}]")).to_be_visible()


def test_what_a_reader_types_stays_in_the_script_in_which_they_typed_it(new_context: NewContext):
    page = new_context(timezone_id="Asia/Hong_Kong").new_page()
    builder = opened(page, LANGUAGE)
    builder.locator(f".letter-show [value={LANGUAGE}]").check()
    story = "客服说“处理中”，后来就没有回复了。"
    builder.locator("typed-field[data-field=story] .field-value").fill(story)
    paper = builder.locator(f".letter-paper[lang={LANGUAGE}]")
    expect(paper.locator("[data-field=story]").first).to_have_text(story)
    expect(paper).to_contain_text("本人就下列事項向貴方提出正式投訴。")


@pytest.mark.parametrize(
    ("region", "said"), [("tw", "本人就下列事項向貴方提出正式申訴。"), ("hk", "本人就下列事項向貴方提出正式投訴。")]
)
def test_a_letter_to_taiwan_speaks_of_what_its_law_speaks_of(new_context: NewContext, region: str, said: str):
    page = new_context(timezone_id="Europe/London").new_page()
    choose_region(page, region)
    builder = opened(page, LANGUAGE)
    builder.locator("typed-field[data-field=story] .field-value").fill("我投訴過兩次。")
    paper = builder.locator(f".letter-paper[lang={LANGUAGE}]")
    expect(paper).to_contain_text(said)
    expect(paper).to_contain_text("我投訴過兩次。")


def test_a_letter_to_the_ombudsman_of_taiwan_asks_for_what_it_is_there_for(new_context: NewContext):
    page = new_context(timezone_id="Europe/London").new_page()
    choose_region(page, "tw")
    builder = opened(page, LANGUAGE, "escalation")
    expect(builder.locator(f".letter-paper[lang={LANGUAGE}] .letter-subject")).to_contain_text("評議申請")
    builder = opened(page, LANGUAGE)
    paper = builder.locator(f".letter-paper[lang={LANGUAGE}]")
    expect(paper).to_contain_text("評議中心，FOI）評議。")
    builder.locator(".letter-more > summary").click()
    builder.locator("typed-field[data-field=next-body] .field-value").fill("臺北市消保官")
    expect(paper).to_contain_text("提請臺北市消保官處理。")


# Search ------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["轉帳轉錯人，對方不還", "转账转错人，对方不还"])
def test_the_search_takes_both_scripts(page: Page, guide: Guide, typed: str):
    page.goto(HOME)
    page.locator("search-home input").fill(typed)
    sign = guide.situation["wrong-transfer-not-returned"].sign[LANGUAGE]
    expect(page.locator("search-home .search-found a").first).to_contain_text(sign)


# A story by taps ---------------------------------------------------------------------------


def test_who_was_robbed_at_night_stands_in_their_situation_after_two_taps(new_context: NewContext, guide: Guide):
    page = new_context(**PHONE).new_page()
    page.goto(HOME)
    group = next(group for group in guide.groups if "money-taken" in group.situations)
    page.get_by_text(group.sign[LANGUAGE], exact=True).tap()
    page.locator(f"#{group.id}").get_by_role("link", name=guide.situation["money-taken"].sign[LANGUAGE]).tap()
    fold = page.locator("#money-taken")
    expect(fold).to_have_attribute("open", "")
    expect(fold.locator(".plan-now [data-item]").first).to_have_attribute("data-item", "freeze-wallet-yourself")
