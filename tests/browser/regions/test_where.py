"""The page of regions, and what issue pages show of the chosen one: choice, clocks, calendar, timeline."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.model.base import in_text
from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, WRITTEN, Language
from tests.browser.conftest import NewContext, choose_region, open_section, start, unfold

NOVEMBER = "2026-11-22T04:00:00Z"
UK = ".region[data-region=uk]"


@pytest.fixture
def in_london(new_context: NewContext) -> Iterator[Page]:
    """A phone in London on 22 November 2026."""
    context = new_context(timezone_id="Europe/London", viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.clock.set_fixed_time(NOVEMBER)
    return page


def enter(page: Page, clock: str, day: str) -> Locator:
    """Enter the day a clock starts from; what it shows then."""
    page.locator(f"#{clock} input").first.fill(day)
    return page.locator(f"#{clock} .clock-date")


def due(page: Page, clock: str) -> list[str]:
    return page.locator(f"#{clock} .clock-due").all_inner_texts()


# Without JavaScript --------------------------------------------------------------------------


@pytest.mark.parametrize("language", WRITTEN)
def test_without_javascript_every_region_is_there_and_reached_by_its_address(
    new_context: NewContext, language: Language, guide: Guide
):
    page = new_context(java_script_enabled=False).new_page()
    for region in guide.regions:
        page.goto(f"{start(language)}where/#{region.id}")
        page.locator(f"a#{region.id}").click()
        expect(page).to_have_url(re.compile(f"/where/{region.id}/$"))
        expect(page.locator(f"#{region.id}-fraud")).to_be_in_viewport()
        expect(page.locator(".stairs")).to_be_visible()
        page.locator(f"summary:has(#{region.id}-clocks)").click()
        assert page.locator(f".region[data-region={region.id}] .clock").count() == len(region.deadlines)


@pytest.mark.parametrize(
    ("old", "now"),
    [
        ("where/#hk", "where/hk/"),
        ("where/#uk-clocks", "where/uk/#uk-clocks"),
        ("where/#uk-fos", "where/uk/#uk-fos"),
        ("where/#us-report-lost", "where/us/#us-report-lost"),
        ("where/#which", "where/#which"),
        ("providers/#octopus", "where/hk/#octopus"),
        ("providers/#paypal-us", "where/us/#paypal"),
        ("providers/#paypal", "providers/#paypal"),
        ("providers/#registers", "providers/#registers"),
    ],
)
def test_an_old_address_leads_on_to_where_its_words_stand_now(new_context: NewContext, old: str, now: str):
    """All regions stood on one page, and all wallets on another; tests/site/test_old_addresses.py has every address."""
    page = new_context(viewport={"width": 390, "height": 844}).new_page()
    page.goto(f"en/{old}")
    expect(page).to_have_url(re.compile(rf"/en/{now}$"))
    place = page.locator(f"#{now.partition('#')[2] or 'hk'}")
    expect(place).to_be_visible()
    expect(place).to_be_in_viewport()
    assert place.evaluate("(place) => !place.closest('details') || place.closest('details').open")


def test_without_javascript_nothing_is_shown_that_would_not_work(new_context: NewContext):
    page = new_context(java_script_enabled=False).new_page()
    for path, dead in (("where/", [".choice"]), ("where/uk/", [".clock-face", ".clock-calendar", ".clock-enter"])):
        page.goto(path)
        unfold(page)
        for each in dead:
            assert page.locator(each).count() > 0
            assert page.locator(f"{each} >> visible=true").count() == 0


def test_without_javascript_an_issue_page_leads_to_every_region(new_context: NewContext, guide: Guide):
    page = new_context(java_script_enabled=False).new_page()
    page.goto("en/issues/slow-support/")
    open_section(page, "next")
    expect(page.locator(".region-list a")).to_have_count(len(guide.regions))
    page.locator(".region-list a").nth(6).click()
    expect(page).to_have_url(re.compile("/en/where/uk/$"))


# The choice ----------------------------------------------------------------------------------


def test_the_first_guess_is_the_time_zones_and_is_called_a_guess(in_london: Page):
    in_london.goto("en/where/")
    expect(in_london.get_by_label("Where is your wallet licensed?")).to_have_value("uk")
    expect(in_london.locator(".choice-guess")).to_be_visible()


def test_where_nothing_can_be_guessed_nothing_is_chosen(new_context: NewContext):
    page = new_context(timezone_id="Africa/Cairo", locale="en-US").new_page()
    page.goto("en/where/")
    expect(page.get_by_label("Where is your wallet licensed?")).to_have_value("")
    expect(page.locator(".choice-guess")).to_be_hidden()
    expect(page.get_by_role("link", name="See the steps there")).to_be_hidden()


def test_from_the_guess_one_step_leads_to_the_region(in_london: Page):
    in_london.goto("en/where/")
    in_london.get_by_role("link", name="See the steps there").click()
    expect(in_london.locator("h1#uk")).to_be_in_viewport()


def test_a_choice_leads_to_the_region_and_is_kept_in_both_languages(in_london: Page):
    in_london.goto("en/where/")
    in_london.get_by_label("Where is your wallet licensed?").select_option("nz")
    expect(in_london.locator("h1#nz")).to_be_in_viewport()
    in_london.goto("issues/slow-support/")
    unfold(in_london)
    expect(in_london.get_by_label("您的钱包归哪里管？")).to_have_value("nz")
    expect(in_london.locator(".choice-guess")).to_be_hidden()


@pytest.mark.parametrize("path", ["en/where/", "en/issues/slow-support/"])
def test_the_guess_is_confirmed_by_one_tap(in_london: Page, path: str):
    in_london.goto(path)
    unfold(in_london)
    in_london.locator(".choice-guess").get_by_role("button", name="Yes, United Kingdom").click()
    expect(in_london.locator(".choice-guess")).to_be_hidden()
    in_london.reload()
    unfold(in_london)
    expect(in_london.get_by_label("Where is your wallet licensed?")).to_have_value("uk")
    expect(in_london.locator(".choice-guess")).to_be_hidden()


def test_where_none_is_chosen_the_guess_stands_again(in_london: Page):
    in_london.goto("en/where/")
    choice = in_london.get_by_label("Where is your wallet licensed?")
    choice.select_option("")
    expect(choice).to_have_value("uk")
    expect(in_london.locator(".choice-guess")).to_be_visible()


def test_an_issue_page_shows_the_chosen_regions_bodies_clocks_and_rights_in_place(in_london: Page):
    in_london.goto("en/issues/slow-support/#next")
    here = in_london.locator(".choice-here")
    expect(here.locator(UK)).to_be_visible()
    expect(here).to_contain_text("Financial Ombudsman Service (FOS)")
    expect(here).to_contain_text("Rules you can cite in a letter")
    expect(in_london.locator(".region-list a").first).to_be_hidden()
    in_london.get_by_label("Where is your wallet licensed?").select_option("sg")
    expect(here.locator(".region[data-region=sg]")).to_be_visible()
    expect(here.locator(UK)).to_have_count(0)


def test_links_that_come_along_still_lead_where_they_did(in_london: Page, address: str):
    in_london.goto("en/where/uk/")
    there = in_london.locator(f"{UK} a").evaluate_all("(links) => links.map(({ href }) => href)")
    in_london.goto("en/issues/slow-support/#next")
    expect(in_london.locator(f".choice-here {UK}")).to_be_visible()
    here = in_london.locator(f".choice-here {UK} a").evaluate_all("(links) => links.map(({ href }) => href)")
    assert here == there
    assert all(href.startswith(("https://", "tel:", "mailto:", address)) for href in here)


def test_a_clock_works_in_place_on_an_issue_page(in_london: Page):
    in_london.goto("en/issues/slow-support/#next")
    in_london.locator(".choice-here summary:has(#uk-clocks)").click()
    expect(enter(in_london, "uk-final-response", "2026-12-10")).to_contain_text("5 January 2027")


def test_where_the_page_of_a_region_cannot_be_had_that_is_said_and_the_links_stay(browser: Browser, address: str):
    with browser.new_context(base_url=address, timezone_id="Europe/London") as context:
        page = context.new_page()
        page.route("**/where/uk/", lambda route: route.abort())
        with page.expect_event("requestfailed"):
            page.goto("en/issues/slow-support/#next")
        expect(page.locator(".region-list a").first).to_be_visible()
        expect(page.locator(".choice-here .not-come")).to_be_visible()


def test_an_issue_page_asks_for_the_regions_only_when_the_reader_comes_near(in_london: Page):
    asked = []
    in_london.on("request", lambda request: asked.append(request.url))
    in_london.goto("en/issues/slow-support/")
    in_london.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/where/" in url]


def test_an_issue_page_asks_for_the_page_of_the_one_region_alone(in_london: Page):
    asked = []
    in_london.on("request", lambda request: asked.append(request.url))
    in_london.goto("en/issues/slow-support/#next")
    expect(in_london.locator(f".choice-here {UK}")).to_be_visible()
    assert [url for url in asked if "/where/" in url] == [
        in_london.url.replace("issues/slow-support/#next", "where/uk/")
    ]


def test_what_comes_to_an_issue_page_is_headed_below_its_own_headings(in_london: Page):
    in_london.goto("en/issues/slow-support/#next")
    expect(in_london.locator(f".choice-here {UK}")).to_be_visible()
    assert in_london.locator(".choice-here :is(h1, h2, h3)").count() == 0
    assert in_london.locator(".choice-here h4#uk-fraud").count() == 1


def test_clocks_stand_folded_and_come_when_they_are_opened(in_london: Page):
    asked = []
    in_london.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    in_london.goto("en/where/", wait_until="networkidle")
    open_section(in_london, "compare")
    in_london.locator(".compare").get_by_role("link", name="United Kingdom").click()
    in_london.wait_for_load_state("networkidle")
    expect(in_london.locator(".clock >> visible=true")).to_have_count(0)
    assert "deadline-clock.js" not in asked
    in_london.locator("summary:has(#uk-clocks)").click()
    expect(in_london.locator("#uk-final-response input")).to_be_visible()


def test_a_regions_page_is_short_and_begins_with_the_first_hour_and_who_is_next(new_context: NewContext, guide: Guide):
    """All regions on one page were 14,000 pixels of cards alone."""
    page = new_context(viewport={"width": 390, "height": 844}).new_page()
    for region in guide.regions:
        page.goto(f"en/where/{region.id}/")
        expect(page.locator(f"#{region.id}-fraud")).to_be_in_viewport()
        assert page.locator(".region").bounding_box()["height"] < 4 * 844, region.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_region_is_eight_sheets_at_most(in_london: Page, guide: Guide, language: Language):
    """All regions on one page were 112."""
    sheets = {}
    for region in guide.regions:
        in_london.goto(f"{start(language)}where/{region.id}/", wait_until="load")
        expect(in_london.locator("deadline-clock")).to_be_attached()
        sheets[region.id] = in_london.pdf(format="A4").count(b"/Type /Page\n")
    assert {id: count for id, count in sheets.items() if not 1 < count <= 8} == {}


# The clocks ----------------------------------------------------------------------------------


def test_the_two_clocks_stand_side_by_side_with_their_dates(in_london: Page):
    in_london.set_viewport_size({"width": 1400, "height": 900})
    in_london.goto("en/where/uk/#uk-clocks")
    enter(in_london, "uk-final-response", "2026-12-10")
    enter(in_london, "uk-to-ombudsman", "2026-08-31")
    assert due(in_london, "uk-final-response") == [
        "The provider’s last day: 5 January 2027",
        "If it is extended: 2 February 2027",
    ]
    assert due(in_london, "uk-to-ombudsman") == ["Your last day: 28 February 2027"]
    provider, reader = (in_london.locator(f"{UK} .clocks-{whose}").bounding_box() for whose in ("provider", "reader"))
    assert provider["x"] + provider["width"] <= reader["x"]


def test_a_date_explains_itself(in_london: Page):
    in_london.goto("en/where/uk/#uk-clocks")
    shown = enter(in_london, "uk-final-response", "2026-12-10")
    expect(shown).to_contain_text("Days left: 44.")
    expect(shown).to_contain_text("10 December 2026 itself does not count.")
    expect(shown).to_contain_text("left out: 25 December 2026, 28 December 2026, 1 January 2027.")
    expect(in_london.locator("#uk-final-response .fact-source")).to_contain_text(
        "official page, stored copy, read on 22 November 2026"
    )


def test_chinese_dates_are_written_as_chinese_does(in_london: Page):
    in_london.goto("where/cn/#cn-clocks")
    shown = enter(in_london, "cn-after-referral", "2026-09-25")
    expect(shown).to_contain_text("机构最迟：2026 年 10 月 10 日")
    expect(shown).to_contain_text("延长的话，最迟：2026 年 11 月 24 日")


@pytest.mark.parametrize(
    ("forwarded", "counted", "due", "most"),
    [
        # Wed 30 Sep: [1, 2, 5–7 Oct]; Thu 8. 9 to 23 are 15. For 60: 9 to 31 Oct 23, 30 of Nov 53, 7 of Dec.
        ("2026-09-30", "2026 年 10 月 8 日", "2026 年 10 月 23 日", "2026 年 12 月 7 日"),
        # Fri 9 Oct: Sat 10 is worked. 11 to 25 are 15. For 60: 21 of Oct, 30 of Nov 51, 9 of Dec.
        ("2026-10-09", "2026 年 10 月 10 日", "2026 年 10 月 25 日", "2026 年 12 月 9 日"),
        # Fri 11 Sep: [Sat, Sun]; Mon 14. 15 to 29 are 15. For 60: 16 of Sep, 31 of Oct 47, 13 of Nov.
        ("2026-09-11", "2026 年 9 月 14 日", "2026 年 9 月 29 日", "2026 年 11 月 13 日"),
    ],
)
def test_who_knows_only_when_it_was_forwarded_gets_a_date_that_is_said_to_be_careful(
    in_london: Page, forwarded: str, counted: str, due: str, most: str
):
    in_london.goto("where/cn/#cn-clocks")
    before = in_london.locator("#cn-after-referral .clock-before input")
    shown = in_london.locator("#cn-after-referral .clock-date")
    before.fill(forwarded)
    assert shown.locator(".clock-due").all_inner_texts() == [
        f"按谨慎的算法，机构最迟：{due}",
        f"按谨慎的算法，延长的话，最迟：{most}",
    ]
    expect(shown).to_contain_text(f"从随后的第一个工作日 {counted} 算起")
    expect(in_london.locator(".timeline-list")).to_contain_text(f"按谨慎的算法，机构最迟：{due}")
    in_london.reload()
    expect(before).to_have_value(forwarded)
    expect(shown).to_contain_text("按谨慎的算法")

    enter(in_london, "cn-after-referral", "2026-11-02")
    expect(shown).to_contain_text("机构最迟：2026 年 11 月 17 日")
    expect(shown).not_to_contain_text("谨慎")


def test_when_a_day_has_passed_what_to_do_is_unfolded(in_london: Page):
    in_london.goto("en/where/uk/#uk-clocks")
    expect(in_london.locator("#uk-final-response .clock-more")).not_to_have_attribute("open", "")
    expect(enter(in_london, "uk-final-response", "2026-06-01")).to_contain_text("This day has passed.")
    expect(in_london.locator("#uk-final-response .clock-more")).to_have_attribute("open", "")


def test_clocks_that_start_on_the_same_day_are_entered_once(in_london: Page):
    in_london.goto("en/where/uk/#uk-clocks")
    enter(in_london, "uk-final-response", "2026-10-25")
    expect(in_london.locator("#uk-other-response input")).to_have_value("2026-10-25")
    assert due(in_london, "uk-other-response") == ["The provider’s last day: 20 December 2026"]
    assert due(in_london, "uk-refund-next-day") == []


def test_a_limit_after_silence_counts_from_the_end_of_the_providers_time(in_london: Page):
    in_london.goto("en/where/tw/#tw-clocks")
    enter(in_london, "tw-e-payment-answer", "2026-02-10")
    assert due(in_london, "tw-foi-after-silence") == ["Your last day: 11 May 2026"]
    expect(in_london.locator("#tw-foi-after-silence")).to_contain_text("12 March 2026")


def test_entered_days_are_still_there_after_a_reload_and_in_the_other_language(in_london: Page):
    in_london.goto("en/where/uk/#uk-clocks")
    enter(in_london, "uk-final-response", "2026-12-10")
    in_london.goto("where/uk/#uk-clocks")
    expect(in_london.locator("#uk-final-response .clock-due").first).to_have_text("机构最迟：2027 年 1 月 5 日")


def test_an_emptied_day_takes_its_dates_along(in_london: Page):
    in_london.goto("en/where/uk/#uk-clocks")
    enter(in_london, "uk-final-response", "2026-12-10")
    expect(in_london.locator(f"{UK} .clock-result")).to_be_visible()
    expect(enter(in_london, "uk-final-response", "")).to_be_empty()
    expect(in_london.locator(f"{UK} .clock-result")).to_be_hidden()


def test_where_the_law_names_no_days_the_page_says_so_and_offers_no_date(in_london: Page):
    in_london.goto("en/where/hk/#hk-clocks")
    expect(in_london.locator(".region[data-region=hk] .no-deadline")).to_contain_text("no number of days")
    assert in_london.locator(".region[data-region=hk] .clock").count() == 0


# Timeline and calendar -----------------------------------------------------------------------


def test_the_timeline_tells_every_day_in_order_as_a_list(in_london: Page):
    in_london.goto("en/where/uk/#uk-clocks")
    enter(in_london, "uk-final-response", "2026-12-10")
    enter(in_london, "uk-to-ombudsman", "2026-08-31")
    lines = in_london.locator(f"{UK} .timeline-list li").all_inner_texts()
    assert [line.split(" · ")[0] for line in lines] == [
        "Today",
        "The provider’s last day: 5 January 2027",
        "If it is extended: 2 February 2027",
        "Your last day: 28 February 2027",
    ]


def test_a_longer_limit_stands_back_on_the_timeline_and_still_tells_its_own_day(in_london: Page):
    in_london.goto("en/where/uk/#uk-clocks")
    enter(in_london, "uk-final-response", "2026-12-10")
    assert due(in_london, "uk-other-response") == ["The provider’s last day: 4 February 2027"]
    expect(in_london.locator(f"{UK} .timeline-list")).not_to_contain_text("4 February 2027")


def test_limits_for_the_same_end_say_on_the_timeline_whom_each_is_for(in_london: Page, guide: Guide):
    in_london.goto("en/where/tw/#tw-clocks")
    answers = [clock for clock in guide.region["tw"].deadlines if clock.purpose == "answer"]
    for clock in answers:
        in_london.locator(f"#{clock.id} input").fill("2026-12-10")
    lines = in_london.locator(".region[data-region=tw] .timeline-list")
    for clock in answers:
        expect(lines.get_by_text(clock.called.en)).to_be_visible()
    in_london.goto("en/where/us/#us-clocks")
    named = {clock.id: clock for clock in guide.region["us"].deadlines}
    reports = [named[name] for name in ("us-report-lost", "us-report-prepaid")]
    for clock in reports:
        in_london.locator(f"#{clock.id} input").fill("2026-11-20")
    lines = in_london.locator(".region[data-region=us] .timeline-list")
    for clock in reports:
        expect(lines.get_by_text(f"Limited to: {clock.applies.en}")).to_be_visible()


def test_the_timelines_picture_has_a_mark_for_each_line_none_on_another(in_london: Page):
    in_london.goto("en/where/uk/#uk-clocks")
    enter(in_london, "uk-final-response", "2026-12-10")
    enter(in_london, "uk-to-ombudsman", "2026-08-31")
    picture = in_london.locator(f"{UK} .timeline-svg")
    expect(picture).to_have_attribute("aria-hidden", "true")
    marks = picture.locator(".timeline-mark")
    assert marks.all_text_contents() == ["1", "2", "3", "4"]
    boxes = [circle.bounding_box() for circle in marks.locator("circle").all()]
    assert all(a["x"] + a["width"] <= b["x"] + 1 for a, b in pairwise(boxes))


def download(page: Page, region: str) -> list[icalendar.Event]:
    with page.expect_download() as file:
        page.locator(f".region[data-region={region}] .clock-calendar").click()
    assert file.value.suggested_filename == f"wallet-complaint-{region}.ics"
    return icalendar.Calendar.from_ical(Path(file.value.path()).read_bytes()).walk("VEVENT")


def test_all_dates_go_into_the_calendar_with_a_way_back(in_london: Page, address: str):
    in_london.goto("en/where/uk/#uk-clocks")
    enter(in_london, "uk-final-response", "2026-12-10")
    enter(in_london, "uk-to-ombudsman", "2026-08-31")
    events = download(in_london, "uk")
    assert [event.decoded("dtstart").isoformat() for event in events] == [
        "2027-01-05", "2027-02-02", "2027-02-28"
    ]  # fmt: skip
    assert str(events[0]["url"]) == f"{address}en/letters/#follow-up"
    assert str(events[-1]["url"]) == f"{address}en/letters/#escalation"
    assert f"{address}en/where/uk/#uk-to-ombudsman" in events[-1]["description"]
    in_london.goto(str(events[-1]["url"]))
    expect(in_london.locator("#escalation")).to_be_in_viewport()


def test_a_second_download_in_the_other_language_updates_the_same_events(in_london: Page):
    in_london.goto("en/where/uk/#uk-clocks")
    enter(in_london, "uk-final-response", "2026-12-10")
    first = [str(event["uid"]) for event in download(in_london, "uk")]
    in_london.goto("where/uk/#uk-clocks")
    enter(in_london, "uk-final-response", "2026-12-11")
    second = download(in_london, "uk")
    assert [str(event["uid"]) for event in second] == first
    assert "英国" in str(second[0]["summary"])


# With letters and cases -----------------------------------------------------------------------


NOTE_A_PROMISE = """
async (script) => (await import(script)).$kept_cases.keepContact("slow-support", {
  id: "one", when: { local: "2026-11-20T10:00", zone: "Europe/London" }, channel: "", who: "", reference: "", said: "",
  promised: "2026-11-30",
})
"""


def test_the_day_a_provider_promised_stands_on_the_timeline_and_the_way_back_leads_into_the_case(
    in_london: Page, address: str, guide_script: str
):
    in_london.goto("en/where/uk/#uk-clocks")
    enter(in_london, "uk-final-response", "2026-12-10")
    in_london.evaluate(NOTE_A_PROMISE, guide_script)
    expect(in_london.locator(f"{UK} .timeline-list .promised")).to_have_text("The day they promised · 30 November 2026")
    event = download(in_london, "uk")[0]
    assert str(event["url"]) == f"{address}en/letters/?case=slow-support#follow-up"
    assert str(event["uid"]).startswith("uk.uk-final-response.slow-support@")


def test_what_was_said_of_a_date_stays_while_something_else_is_ticked(in_london: Page, guide_script: str):
    in_london.goto("en/where/uk/#uk-clocks")
    enter(in_london, "uk-final-response", "2026-12-10")
    said = in_london.locator(f"{UK} .clock-said")
    expect(said).to_contain_text("5 January 2027")
    in_london.evaluate("async (script) => (await import(script)).$kept_ticks.setTicked(['one'], true)", guide_script)
    expect(said).to_contain_text("5 January 2027")


def test_the_day_a_letter_was_sent_starts_the_clock_by_itself(in_london: Page):
    in_london.goto("en/issues/slow-support/")
    open_section(in_london, "written")
    in_london.locator("#letter-first-complaint > summary").click()
    ways = in_london.locator("#letter-first-complaint letter-ways[data-language=en]")
    ways.locator(".way-sent").click()
    expect(ways.locator(".way-noted")).to_contain_text("22 November 2026")
    in_london.goto("en/where/uk/#uk-clocks")
    expect(in_london.locator("#uk-final-response input")).to_have_value("2026-11-22")
    # 15 working days from Monday 23 November end on Friday 11 December.
    expect(in_london.locator("#uk-final-response .clock-due").first).to_contain_text("11 December 2026")
    asked = in_london.locator(f"{UK} .timeline-list .promised")
    expect(asked).to_have_text(re.compile("^The day your letter asks for · "))
    # Who wrote has not told it by phone alone.
    in_london.goto("en/where/us/#us-clocks")
    expect(in_london.locator("#us-error input")).to_have_value("2026-11-22")
    expect(in_london.locator("#us-confirm-in-writing input")).to_have_value("")


def test_a_letter_takes_the_next_body_and_the_rules_of_the_region(in_london: Page, guide: Guide):
    (uk,) = (region for region in guide.regions if region.id == "uk")
    choose_region(in_london, "uk")
    in_london.goto("en/issues/slow-support/")
    open_section(in_london, "written")
    in_london.locator("#letter-first-complaint > summary").click()
    builder = in_london.locator("#letter-first-complaint letter-builder")
    letter = builder.locator(".letter-paper[lang=en]")
    expect(letter).to_contain_text(f"when the rules allow, refer this to {in_text(uk.rungs[0][0], 'en')}.")
    answers = [clock for clock in uk.deadlines if clock.purpose == "answer"]
    expect(builder.locator("typed-field[data-field=reply-by]")).to_contain_text(answers[0].text.en)
    (answer,) = (right for right in uk.rights if right.id == "uk-answer-in-time")
    expect(letter).to_contain_text(answer.cite.en)
    builder.locator(".letter-show [value=zh]").check()
    expect(builder.locator(".letter-paper[lang=zh]")).to_contain_text(answer.cite.zh)
