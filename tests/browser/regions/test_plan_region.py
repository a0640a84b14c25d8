"""What a plan shows of the region that counts: the first hour, and whom to go to by when."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from macros.model.troubles import TROUBLES, Trouble
from tests.browser.conftest import NewContext, start
from tests.browser.modules import OpenModule

ALL = "answer act opens report escalate appeal"
PAGE = "issues/slow-support/"
# Two folds as a situation has them, before the page's own.
FOLDS = """
([trouble, clocks, count]) => {
  const where = new URL("../../where/", location.href).href;
  const page = `${where}{region}/`;
  const fold = (part) => `<details class="plan-fold"><summary>${part}</summary>
    <plan-region data-part="${part}" data-where="${where}" data-page="${page}" data-trouble="${trouble}"
      data-clocks="${clocks}">
    <p class="plan-fallback"><a href="${where}">Every region</a></p></plan-region></details>`;
  document.querySelector(".md-content__inner h1").insertAdjacentHTML(
    "afterend", `<section class="md-typeset">${(fold("first-hour") + fold("next")).repeat(count)}</section>`);
}
"""
CHOOSE_WALLET = """
async ([script, wallet]) => (await import(script)).$kept_cases.keepProvider("", wallet)
"""
TWICE = """
() => {
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}
"""


@pytest.fixture
def in_london(new_context: NewContext) -> Iterator[Page]:
    context = new_context(timezone_id="Europe/London", viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.clock.set_fixed_time("2026-11-22T04:00:00Z")
    return page


def folds(page: Page, trouble: Trouble = "unauthorised", clocks: str = ALL, count: int = 1, language: Language = "en"):
    page.goto(f"{start(language)}{PAGE}")
    page.evaluate(FOLDS, [trouble, clocks, count])


def opened(page: Page, part: str, nth: int = 0) -> Locator:
    fold = page.locator(f".plan-fold:has([data-part={part}])").nth(nth)
    fold.locator("summary").first.click()
    return fold.locator("plan-region")


@pytest.mark.parametrize("language", WRITTEN)
def test_the_first_hour_names_the_guessed_region_and_whom_to_call(in_london: Page, guide: Guide, language: Language):
    folds(in_london, language=language)
    plan = opened(in_london, "first-hour")
    uk = guide.region["uk"]
    expect(plan.locator("h5")).to_contain_text(uk.name[language])
    for fact in uk.first_hour:
        if not fact.pressed_pay:
            expect(plan).to_contain_text(fact.text[language])
    for body in uk.bodies_for("urgent"):
        expect(plan).to_contain_text(body.name[language])
        if body.phone:
            expect(plan.get_by_role("link", name=body.phone.number, exact=True).first).to_be_visible()
    said = guide.words.region.guessed[language].replace("{region}", uk.name[language])
    expect(plan.locator(".which-said")).to_have_text(said)
    expect(plan.locator(".plan-fallback")).to_be_hidden()


def test_no_room_is_kept_for_a_region_that_nobody_knows(new_context: NewContext):
    page = new_context(timezone_id="UTC", locale="zh").new_page()
    page.goto("issues/account-security/money-taken/")
    plan = page.locator("plan-region[data-part=first-hour]")
    expect(plan.get_by_role("combobox")).to_be_visible()
    expect(plan).to_have_css("min-height", "0px")
    plan.get_by_role("combobox").select_option("hk")
    expect(plan.locator(".danger")).to_be_visible()


def test_where_to_take_numbers_from_is_said_once_in_a_plan(new_context: NewContext, guide: Guide):
    """Each of the two bodies of the United States said it, and the first hour before them."""
    page = new_context(timezone_id="UTC", locale="en", viewport={"width": 390, "height": 844}).new_page()
    page.goto("en/issues/account-security/money-taken/")
    page.locator("plan-region[data-part=first-hour]").get_by_role("combobox").select_option("us")
    expect(page.locator("plan-region[data-part=first-hour] .danger")).to_be_visible()
    later = page.locator("plan-region[data-part=next]")
    later.scroll_into_view_if_needed()
    expect(later.locator(".body-phone a").filter(visible=True)).to_have_count(2)
    expect(page.locator("situation-plan .phone-guard").filter(visible=True)).to_have_count(1)


def test_whom_to_go_to_stands_with_the_clocks_that_count_alone(in_london: Page, guide: Guide):
    folds(in_london, "scam", "act report")
    plan = opened(in_london, "next")
    expect(plan).to_contain_text(guide.region["uk"].first.text.en)
    expect(plan.locator(".clock")).to_have_count(2)
    shown = plan.locator(".clock").evaluate_all("(clocks) => clocks.map(({ dataset }) => dataset.id)")
    assert {*shown} == {"uk-scam-refund", "uk-scam-claim"}
    expect(plan.get_by_text("Financial Ombudsman Service (FOS)").first).to_be_visible()
    link = plan.get_by_role("link", name="United Kingdom: all bodies")
    assert link.evaluate("(link) => link.href").endswith("/en/where/uk/")


# What a plan shows at once; all that is left is under “In other cases, and outer limits”.
SHOWN = {
    ("uk", "scam"): ({"uk-final-response", "uk-scam-refund", "uk-scam-claim", "uk-to-ombudsman"}, 1),
    ("us", "unauthorised"): (
        {
            "us-error",
            "us-cfpb-answer",
            "us-report",
            "us-report-lost",
            "us-report-prepaid",
            "us-confirm-in-writing",
            "us-court-limit",
        },
        3,
    ),
    ("us", "missing"): (
        {"us-error", "us-cfpb-answer", "us-report", "us-report-prepaid", "us-confirm-in-writing", "us-court-limit"},
        5,
    ),
    ("ca", "restriction"): ({"ca-bank-answer", "ca-credit-union-answer", "ca-to-obsi"}, 1),
}


@pytest.mark.parametrize(("region", "trouble"), SHOWN)
def test_of_several_time_limits_the_shortest_stands_open_and_the_longer_are_folded(
    new_context: NewContext, guide: Guide, region: str, trouble: Trouble
):
    page = new_context(timezone_id="Africa/Cairo", viewport={"width": 390, "height": 844}).new_page()
    folds(page, trouble)
    plan = opened(page, "next")
    plan.get_by_label("Where is your wallet licensed?").select_option(region)
    expect(plan.locator(".clock").first).to_be_visible()
    shown, folded = SHOWN[region, trouble]
    seen = plan.locator(".clock").filter(visible=True)
    assert {*seen.evaluate_all("(clocks) => clocks.map(({ dataset }) => dataset.id)")} == shown
    for fold in plan.get_by_text("In other cases, and outer limits").all():
        fold.click()
    assert seen.count() == len(shown) + folded


def test_a_limit_for_another_kind_of_firm_goes_when_a_wallet_is_chosen(new_context: NewContext, guide_script: str):
    page = new_context(timezone_id="Asia/Taipei", viewport={"width": 390, "height": 844}).new_page()
    folds(page)
    plan = opened(page, "next")
    expect(plan.locator("[data-id=tw-third-party-answer]")).to_be_visible()
    page.evaluate(CHOOSE_WALLET, [guide_script, "ipass-money"])
    expect(plan.locator("[data-id=tw-third-party-answer]")).to_have_count(0)
    expect(plan.locator("[data-id=tw-e-payment-answer]")).to_be_visible()


def test_who_has_a_wallet_is_not_sent_to_the_body_of_another_country(
    new_context: NewContext, guide: Guide, guide_script: str
):
    """PayPal is a bank of Luxembourg; the Bank of Lithuania, with its own 3 months, stood beside the CSSF."""
    page = new_context(timezone_id="Europe/Berlin", locale="de-DE", viewport={"width": 390, "height": 844}).new_page()
    folds(page)
    plan = opened(page, "next")
    names = plan.locator(".body-name")
    lithuania, luxembourg = (guide.body[body].name.en for body in ("eu-bank-of-lithuania", "eu-cssf"))
    expect(names.filter(has_text=lithuania)).to_have_count(1)
    page.evaluate(CHOOSE_WALLET, [guide_script, "paypal"])
    expect(names.filter(has_text=lithuania)).to_have_count(0)
    expect(names.filter(has_text=luxembourg)).to_have_count(1)
    page.evaluate(CHOOSE_WALLET, [guide_script, "revolut"])
    expect(names.filter(has_text=lithuania)).to_have_count(1)
    expect(names.filter(has_text=luxembourg)).to_have_count(0)


def test_its_clocks_work_out_their_days(in_london: Page):
    folds(in_london, "unauthorised", "act")
    clock = opened(in_london, "next").locator(".clock")
    clock.locator("input").fill("2026-11-20")
    expect(clock.locator(".clock-due")).to_contain_text("23 November 2026")
    with in_london.expect_download() as download:
        in_london.locator(".plan-fold .clock-calendar").click()
    text = download.value.path().read_text("utf-8")
    assert "UID:uk.uk-refund-next-day." in text
    assert "/where/uk/#uk-refund-next-day" in text.replace("\r\n ", "")


def test_where_the_law_names_no_days_it_says_so_and_shows_no_empty_clocks(new_context: NewContext, guide: Guide):
    page = new_context(timezone_id="Asia/Manila", viewport={"width": 390, "height": 844}).new_page()
    folds(page)
    plan = opened(page, "next")
    expect(plan).to_contain_text(guide.region["ph"].no_deadline.text.en)
    expect(plan.locator("deadline-clock")).to_have_count(0)


def test_a_plan_says_in_which_language_the_forms_are(new_context: NewContext, guide: Guide):
    """A letter in English or Chinese goes to bodies whose forms are in Portuguese alone."""
    page = new_context(timezone_id="America/Sao_Paulo", viewport={"width": 390, "height": 844}).new_page()
    folds(page)
    plan = opened(page, "next")
    expect(plan.locator(".region-language")).to_contain_text(guide.region["br"].forms_in.text.en)
    expect(plan.locator(".region-language + .fact-source")).to_have_count(1)


@pytest.mark.parametrize(("trouble", "said"), [("unauthorised", 1), ("mistake", 0)])
def test_a_plan_for_payments_not_made_says_where_the_law_names_no_days_for_a_report(
    new_context: NewContext, guide: Guide, trouble: Trouble, said: int
):
    page = new_context(timezone_id="Asia/Seoul", viewport={"width": 390, "height": 844}).new_page()
    folds(page, trouble)
    plan = opened(page, "next")
    expect(plan.locator(".clock").first).to_be_visible()
    expect(plan.get_by_text(guide.region["kr"].report_at_once.text.en)).to_have_count(said)


def test_another_region_is_two_taps_away_and_changes_every_plan(in_london: Page):
    folds(in_london)
    first = opened(in_london, "first-hour")
    then = opened(in_london, "next")
    expect(then.locator(".clock").first).to_be_visible()
    first.get_by_role("button", name="Change", exact=True).click()
    first.get_by_label("Where is your wallet licensed?").select_option("sg")
    expect(first.locator("h5")).to_contain_text("Singapore")
    expect(first.get_by_label("Where is your wallet licensed?")).to_be_focused()
    expect(then.locator(".clock[data-id=sg-investigation]")).to_be_visible()
    expect(then.locator(".which-said")).to_have_text("For Singapore")


def test_where_no_region_can_be_guessed_it_is_asked_and_the_link_stays(new_context: NewContext):
    page = new_context(timezone_id="Africa/Cairo", viewport={"width": 390, "height": 844}).new_page()
    folds(page)
    plan = opened(page, "first-hour")
    expect(plan.get_by_label("Where is your wallet licensed?")).to_be_visible()
    expect(plan.locator(".plan-fallback")).to_be_visible()


def test_where_the_page_of_regions_cannot_be_had_the_link_stays_until_it_can(browser, address: str):
    with browser.new_context(base_url=address, timezone_id="Europe/London", service_workers="block") as context:
        page = context.new_page()
        page.route("**/where/uk/", lambda route: route.abort())
        folds(page)
        with page.expect_event("requestfailed"):
            plan = opened(page, "first-hour")
        expect(plan.locator(".plan-fallback")).to_be_visible()
        page.unroute("**/where/uk/")
        page.locator(".plan-fold summary").first.click()
        page.locator(".plan-fold summary").first.click()
        expect(plan.locator("h5")).to_contain_text("United Kingdom")


def test_plans_that_nobody_opened_hold_nothing_and_no_id_stands_twice(in_london: Page):
    folds(in_london, count=4)
    opened(in_london, "first-hour")
    opened(in_london, "next")
    expect(in_london.locator(".plan-fold .clock").first).to_be_visible()
    assert in_london.locator(".plan-fold plan-region:not(:has(which-region))").count() == 6
    assert in_london.locator("plan-region:has(which-region)").count() == 2
    opened(in_london, "first-hour", 1)
    opened(in_london, "next", 1)
    expect(in_london.locator(".plan-fold plan-region:has(.clock)")).to_have_count(2)
    assert in_london.evaluate(TWICE) == []


def test_nothing_is_asked_for_before_a_plan_is_opened(in_london: Page):
    asked = []
    in_london.on("request", lambda request: asked.append(request.url))
    folds(in_london)
    in_london.wait_for_load_state("networkidle")
    assert not any(url.endswith(("/where/", "/where/uk/", "plan-region.js")) for url in asked)
    opened(in_london, "first-hour")
    expect(in_london.locator(".plan-fold plan-region h5")).to_be_visible()
    assert [url.rpartition("/en/")[2] for url in asked if "/where/" in url] == ["where/uk/"]


@pytest.mark.parametrize(("situation", "pressed"), [("deceived-into-sending", "me"), ("money-taken", "not-me")])
@pytest.mark.parametrize("region", ["uk", "eu"])
def test_the_first_hour_says_nothing_that_is_true_of_others_alone(
    new_context: NewContext, guide: Guide, situation: str, pressed: str, region: str
):
    """Whoever was tricked in the EU read that waiting could cost them a refund which they never had."""
    page = new_context(timezone_id="UTC", locale="en").new_page()
    page.goto(f"en/issues/account-security/{situation}/")
    plan = page.locator("plan-region[data-part=first-hour]")
    plan.get_by_role("combobox").select_option(region)
    expect(plan.locator(".danger .facts").first.locator("li")).to_have_count(2)
    for fact in guide.region[region].first_hour:
        if fact.pressed_pay not in (None, pressed):
            expect(plan).not_to_contain_text(fact.text.en)
        else:
            expect(plan).to_contain_text(fact.text.en)


@pytest.mark.parametrize("language", WRITTEN)
def test_a_situation_opens_with_the_regions_own_first_hour(in_london: Page, guide: Guide, language: Language):
    in_london.goto(f"{start(language)}issues/account-security/#deceived-into-sending")
    plan = in_london.locator("details:has(> summary #deceived-into-sending, > #deceived-into-sending)")
    plan = plan.or_(in_london.locator("#deceived-into-sending")).locator("plan-region").first
    expect(plan.locator("h5")).to_contain_text(guide.region["uk"].name[language])
    expect(plan).to_contain_text(guide.region["uk"].first_hour[0].text[language])


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_clock_counts_by_its_purpose_and_by_the_trouble(open_module: OpenModule, guide: Guide, trouble: Trouble):
    clocks = [clock for region in guide.regions for clock in region.deadlines]
    purposes = ["act", "report"]
    whose = {"trouble": trouble, "purposes": purposes, "wallet": None}
    calls = [({"purpose": clock.purpose, "troubles": " ".join(clock.troubles)}, whose) for clock in clocks]
    said = open_module("regions/plan-region.js").each("counts", calls)
    assert said == [clock.purpose in purposes and (not clock.troubles or trouble in clock.troubles) for clock in clocks]


def test_the_wallet_s_own_time_limits_stand_beside_those_of_the_law(
    new_context: NewContext, guide: Guide, guide_script: str
):
    """Docomo asks for its forms within 30 days, which stood on the page of Japan alone."""
    page = new_context(timezone_id="Asia/Tokyo").new_page()
    folds(page)
    page.evaluate(CHOOSE_WALLET, [guide_script, "d-barai"])
    plan = opened(page, "next")
    (presence,) = guide.provider["d-barai"].regions
    for fact in presence.times:
        expect(plan).to_contain_text(fact.text.en)
    expect(plan.locator("h5").filter(has_text="d Barai: what it says about time")).to_be_visible()
    page.evaluate(CHOOSE_WALLET, [guide_script, "paypay"])
    expect(plan).not_to_contain_text(presence.times[0].text.en)
