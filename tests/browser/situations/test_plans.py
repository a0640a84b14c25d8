"""Two taps, and a reader stands in their own situation: its first step in sight, its letter in place, ticks kept."""

import re
from base64 import b64encode
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.model.checklists import PHASES
from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from macros.model.situations import SharedSituation, Situation
from tests.browser.conftest import NewContext, start, unfold

ISSUE = "funds-not-received"
SITUATION = "wrong-payee-chosen"
LETTER = "mistaken-transfer"
PHONE = {"width": 390, "height": 844}
RESTS = 500
"""Milliseconds after which a page that was moved surely stands."""

each_language = pytest.mark.parametrize("language", WRITTEN)

# Each plan as a link would open it, with nothing else open; where its first step then stands.
LAND_ON_EACH = """async (ids) => {
  const landed = {};
  for (const id of ids) {
    document.querySelectorAll("details[open]").forEach((fold) => { fold.open = false; });
    window.location.hash = "";
    window.location.hash = id;
    const fold = document.getElementById(id);
    while (!fold.open || !fold.querySelector("situation-plan")) {
      await new Promise(requestAnimationFrame);
    }
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const place = fold.querySelector("[data-part=first-hour]") ? ".danger li" : ".plan-now label";
    const first = () => fold.querySelector(place);
    while (!first()) { // The region's own first hour is brought once the plan is open.
      await new Promise(requestAnimationFrame);
    }
    const { top, bottom } = first().getBoundingClientRect();
    landed[id] = { heading: fold.getBoundingClientRect().top, top, bottom };
  }
  return landed;
}"""
IDS_THAT_STAND_TWICE = """() => {
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  return ids.filter((id, place) => ids.indexOf(id) !== place);
}"""

TAP_AND_COUNT_LETTERS = """(fold) => {
  fold.querySelector("summary").click();
  return fold.querySelectorAll("details.plan-letter").length;
}"""


FINGER = "(fold, event) => { fold.querySelector('summary').dispatchEvent(new PointerEvent(event, { bubbles: true })); }"
TAP_AND_SEE = """(fold, parts) => {
  fold.querySelector("summary").click();
  return parts.filter((part) => fold.querySelector(part).getClientRects().length > 0);
}"""


def open_further_down(page: Page) -> None:
    unfold(page)
    page.locator(f"#letter-{LETTER} > summary").click()


@pytest.fixture
def page(new_context: NewContext) -> Page:
    return new_context(viewport=PHONE).new_page()


def own(guide: Guide, issue: str) -> list[Situation]:
    """The situations whose plans stand on an issue's page."""
    return [guide.situation[each.id] for each in guide.issue[issue].situations if isinstance(each, Situation)]


def fold(page: Page, situation: str = SITUATION) -> Locator:
    return page.locator(f"#{situation}")


def land(page: Page, situation: str = SITUATION, language: Language = "zh", issue: str = ISSUE) -> Locator:
    """Its plan, as a link opens it."""
    page.goto(f"{start(language)}issues/{issue}/#{situation}")
    expect(fold(page, situation).locator(".plan-print")).to_be_visible()
    return fold(page, situation)


def open_letter(plan: Locator, letter: str = LETTER) -> Locator:
    """The letter that fits a plan best, its form unfolded."""
    builder = plan.locator(f"letter-builder[data-letter={letter}]")
    plan.locator("details.plan-letter").first.locator("> summary").click()
    return builder


@each_language
def test_from_home_each_group_leads_in_two_taps_to_an_open_plan(page: Page, guide: Guide, language: Language):
    for group in guide.groups:
        situation = guide.situation[group.situations[0]]
        page.goto(start(language))
        page.locator("summary").get_by_text(group.sign[language], exact=True).click()
        page.get_by_role("link", name=situation.sign[language], exact=True).locator("visible=true").click()
        page.wait_for_url(f"**/issues/{guide.issue_of[situation.id]}/#{situation.id}")
        expect(fold(page, situation.id).get_by_role("heading", level=3)).to_have_text(situation.sign[language])
        expect(fold(page, situation.id).locator("input").first).to_be_visible()


@each_language
def test_the_first_action_of_every_plan_is_on_the_first_screen(page: Page, guide: Guide, language: Language):
    too_low = {}
    for issue in guide.issue:
        page.goto(f"{start(language)}issues/{issue}/")
        landed = page.evaluate(LAND_ON_EACH, [each.id for each in own(guide, issue)])
        too_low |= {
            id: at for id, at in landed.items() if not 0 <= at["heading"] < at["top"] < at["bottom"] < PHONE["height"]
        }
    assert not too_low


@each_language
def test_the_letter_opens_in_its_plan_and_knows_what_it_is_about(page: Page, guide: Guide, language: Language):
    builder = open_letter(land(page, "still-processing", language), "first-complaint")
    for version in WRITTEN:
        builder.locator(f".letter-show [value={version}]").check()
        matter = builder.locator(f".letter-paper[lang={version}] mark[data-field=matter]").first
        expect(matter).to_have_text(guide.situation["still-processing"].matter[version])
        expect(matter).to_have_class("filled")


def test_a_plan_that_is_tapped_shows_its_first_steps_before_its_letters_come(page: Page):
    """Drawn with its letters, a plan took a slow phone 30 ms longer to open."""
    land(page)
    other = fold(page, "still-processing")
    assert other.evaluate(TAP_AND_COUNT_LETTERS) == 0
    expect(other.locator("details.plan-letter").first).to_be_visible()


def test_a_finger_that_comes_down_has_the_plan_there_when_it_lifts_and_its_first_steps_drawn_first(page: Page):
    """The whole plan, drawn at once after an empty fold, took a slow phone twice as long."""
    page.goto(f"issues/{ISSUE}/")
    fold(page).evaluate(FINGER, "pointerdown")
    expect(fold(page).locator("situation-plan")).to_be_attached()
    third, fourth = (f".plan-now li:nth-child({step})" for step in (3, 4))
    assert fold(page).evaluate(TAP_AND_SEE, [third, fourth, ".plan-keep", ".plan-aside"]) == [third]
    expect(fold(page).locator(fourth)).to_be_visible()
    expect(fold(page).locator(".plan-keep input").first).to_be_visible()
    expect(fold(page).locator(".plan-print")).to_be_visible()


def test_a_finger_that_only_moves_the_page_leaves_the_plan_whole_for_whoever_searches_it(page: Page):
    page.goto(f"issues/{ISSUE}/")
    fold(page).evaluate(FINGER, "pointerdown")
    fold(page).evaluate(FINGER, "pointercancel")
    expect(fold(page).locator("situation-plan")).to_be_attached()
    assert fold(page).evaluate(TAP_AND_SEE, [".plan-now", ".plan-keep"]) == [".plan-now", ".plan-keep"]


def test_no_id_stands_twice_though_a_letter_is_open_in_its_plan_and_further_down(page: Page):
    open_letter(land(page))
    assert page.evaluate(IDS_THAT_STAND_TWICE) == []
    open_further_down(page)
    expect(page.locator(f"#letter-{LETTER} .letter-form")).to_be_visible()
    assert page.evaluate(IDS_THAT_STAND_TWICE) == []


def test_what_is_typed_in_the_plans_letter_stands_in_the_same_letter_further_down(page: Page):
    builder = open_letter(land(page))
    builder.locator("typed-field[data-field=transaction] .field-value").fill("T-1")
    open_further_down(page)
    expect(page.locator(f"#letter-{LETTER} .letter-paper:not(.not-shown)")).to_contain_text("T-1")


@pytest.mark.parametrize("issue", [ISSUE, "account-security"])
def test_one_tick_is_one_tick_in_the_plan_and_in_the_full_lists(page: Page, guide: Guide, issue: str):
    listed = {item.id for phase in PHASES for item in guide.items(issue, phase)}
    situation, item = next(
        (each.id, item.id) for each in own(guide, issue) for item in guide.steps(each.id) if item.id in listed
    )
    land(page, situation, issue=issue).locator(f"[data-item={item}]").check()
    boxes = page.locator(f"[data-item={item}]")
    assert boxes.count() > 1
    assert all(box.is_checked() for box in boxes.all())


# Addresses ---------------------------------------------------------------------------------


def old_names(guide: Guide) -> Iterator[tuple[str, str, str]]:
    """Each issue, a name on its page that links may still have, and the situation that it means now."""
    for issue in guide.issues:
        for each in issue.situations:
            meant = each.use if isinstance(each, SharedSituation) else each.id
            yield from ((issue.id, name, meant) for name in each.was)
            if isinstance(each, SharedSituation):
                yield issue.id, each.use, meant


def test_every_old_name_leads_to_the_plan_that_it_means_now(page: Page, guide: Guide):
    names = list(old_names(guide))
    assert (ISSUE, "deceived-into-sending", "deceived-into-sending") in names
    for issue, name, meant in names:
        page.goto("about:blank")
        page.goto(f"issues/{issue}/#{name}")
        expect(fold(page, meant)).to_have_attribute("open", "")
        expect(fold(page, meant).locator("input").first).to_be_visible()


@pytest.mark.parametrize(("issue", "name"), [(ISSUE, "caution"), ("account-security", "who-pressed-pay")])
def test_old_names_of_parts_lead_to_something_to_read(page: Page, issue: str, name: str):
    page.goto(f"issues/{issue}/#{name}")
    expect(page.locator(f"#{name}")).to_be_visible()


def test_an_opened_plan_is_in_the_address_and_still_open_after_a_reload(page: Page):
    page.goto(f"issues/{ISSUE}/")
    fold(page).locator("> summary").click()
    expect(page).to_have_url(f"{page.url.split('#')[0]}#{SITUATION}")
    page.reload()
    expect(fold(page)).to_have_attribute("open", "")


def test_a_link_is_followed_though_it_is_tapped_while_the_address_is_about_to_follow_the_opened_plan(page: Page):
    page.add_init_script("""
      const { setTimeout } = window;
      window.due = [];
      window.setTimeout = (act, ...rest) => {
        window.due.push(act);
        return setTimeout(act, ...rest);
      };
    """)
    page.goto(f"issues/{ISSUE}/")
    fold(page).evaluate("""(left) => left.addEventListener("toggle", () => {
      location.hash = "wrong-transfer-not-returned";
      due.forEach((act) => act());
    }, { once: true })""")
    fold(page).locator("> summary").click()
    expect(fold(page, "wrong-transfer-not-returned")).to_have_attribute("open", "")
    page.wait_for_timeout(RESTS)
    expect(page).to_have_url(re.compile("#wrong-transfer-not-returned$"))


@pytest.mark.parametrize("place", [SITUATION, f"letter-{LETTER}"])
def test_the_way_to_the_other_language_leads_to_the_same_place(page: Page, place: str):
    page.goto(f"issues/{ISSUE}/#{place}")
    page.get_by_role("link", name="English", exact=True).click()
    page.wait_for_url(f"**/en/issues/{ISSUE}/#{place}")
    expect(fold(page, place)).to_have_attribute("open", "")
    expect(fold(page, place)).to_be_in_viewport()


def test_back_from_another_page_leads_to_the_open_plan(page: Page):
    plan = land(page)
    plan.locator("input").first.check()
    page.locator(".bar-link").click()
    page.wait_for_url("**/case/*")
    page.go_back(wait_until="commit")
    expect(fold(page)).to_have_attribute("open", "")
    expect(plan.locator("input").first).to_be_checked()


@pytest.mark.parametrize("part", [".plan-keep .tick-text", "plan-region[data-part=next] .clock-text"])
def test_a_plan_that_is_loaded_anew_stands_where_it_was_left(new_context: NewContext, part: str):
    page = new_context(timezone_id="Europe/London", viewport={"width": 390, "height": 844}).new_page()
    plan = land(page)
    plan.locator(".not-here").scroll_into_view_if_needed()
    expect(plan.locator("plan-region[data-part=next] .clock").first).to_be_attached()
    place = plan.locator(part).first
    place.evaluate("(place) => window.scrollBy(0, place.getBoundingClientRect().top - 290)")
    page.wait_for_timeout(RESTS)
    page.reload()
    expect(plan.locator(".plan-print")).to_be_attached()
    expect(place).to_be_in_viewport()
    page.wait_for_timeout(RESTS)
    expect(place).to_be_in_viewport()


SHARE = "navigator.share = ({ url }) => { window.shared = url; return Promise.resolve(); };"


@pytest.mark.parametrize(
    ("named", "shared"),
    [("", ""), (f"#{SITUATION}", f"{SITUATION}/"), ("#evidence", ""), ("?case=x#my-own-words", "")],
)
def test_what_is_shared_is_the_page_and_the_plan_that_is_open(page: Page, named: str, shared: str):
    page.add_init_script(SHARE)
    page.goto(f"issues/{ISSUE}/{named}")
    expect(page.locator("details[open] > page-leaf")).to_have_count(0)
    page.locator("share-page button").click()
    assert page.evaluate("window.shared").endswith(f"/issues/{ISSUE}/{shared}")


def test_a_plan_that_is_open_is_shared_though_the_address_moved_on(page: Page):
    page.add_init_script(SHARE)
    land(page).locator(".plan-more a").click()
    page.locator("share-page button").click()
    assert page.evaluate("window.shared").endswith(f"/issues/{ISSUE}/{SITUATION}/")


@pytest.mark.parametrize(("place", "within"), [("", "details.fold[open]"), (f"{SITUATION}/", ".leaf")])
def test_a_browser_that_searches_a_page_finds_what_is_folded(page: Page, guide: Guide, place: str, within: str):
    """A plan is found on its own page, where others send those who search for its words."""
    step = (guide.steps(SITUATION) if place else guide.items(ISSUE, "week"))[-1].text.en
    page.goto(f"en/issues/{ISSUE}/{place}#:~:text={quote(step).replace('-', '%2D')}")
    expect(page.locator(within).first.get_by_text(step, exact=True)).to_be_in_viewport()


@pytest.mark.parametrize("keys", ["Control+f", "Meta+f", "F3"])
def test_who_searches_an_issues_page_by_keys_finds_what_stands_in_plans_and_letters(
    page: Page, guide: Guide, keys: str
):
    page.goto(f"en/issues/{ISSUE}/", wait_until="networkidle")
    assert page.locator("page-leaf").count() > len(own(guide, ISSUE))
    page.keyboard.press(keys)
    expect(page.locator("page-leaf")).to_have_count(0)
    assert page.locator(":is(.situation, .fold)[open]").count() == 0
    step = guide.steps(SITUATION)[-1].text.en
    page.goto(f"{page.url}#:~:text={quote(step).replace('-', '%2D')}")
    expect(fold(page).get_by_text(step, exact=True)).to_be_in_viewport()


# Without help ------------------------------------------------------------------------------


@each_language
def test_without_javascript_every_plan_can_be_opened_and_read(
    new_context: NewContext, guide: Guide, language: Language
):
    page = new_context(java_script_enabled=False, viewport=PHONE).new_page()
    for issue in guide.issue:
        for situation in own(guide, issue):
            page.goto(f"{start(language)}issues/{issue}/")
            for group in page.locator(f".situation-group:has(#{situation.id}) > summary").all():
                group.click()
            plan = fold(page, situation.id)
            plan.locator("> summary").click()
            plan.locator("page-leaf a").click()
            seen = page.locator("article").inner_text()
            for part in (*guide.steps(situation.id), *guide.evidence(situation.id), *situation.not_here):
                assert part.text[language] in seen, (situation.id, part)


BULLET = """async ([picture, width, height]) => {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
  const canvas = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
  canvas.drawImage(image, 0, 0, width, height);
  const { data } = canvas.getImageData(0, 0, width, height);
  const isInked = (y) => [...Array(width).keys()].some((x) => data[4 * (y * width + x)] < 128);
  const inked = [...Array(height).keys()].filter(isInked);
  return (inked[0] + inked[inked.length - 1]) / 2;
}"""
"""How far down in a picture the middle of what is drawn there is."""
FIRST_LINE = """link => {
  const range = document.createRange();
  range.selectNodeContents(link);
  const { top, bottom } = range.getClientRects()[0];
  return [top, bottom].map((y) => y - link.closest("li").getBoundingClientRect().top);
}"""


def test_the_bullet_before_a_link_of_two_lines_stands_at_the_first(new_context: NewContext):
    context = new_context(viewport=PHONE)
    page = context.new_page()
    page.goto("en/issues/poor-after-sales/final-response-i-disagree/")
    entry = page.locator(".plan-aside + ul > li").first
    link = entry.locator("a")
    assert link.evaluate("link => link.getClientRects().length === 1 && link.offsetHeight > 60"), "not of two lines"
    entry.scroll_into_view_if_needed()
    top, bottom = link.evaluate(FIRST_LINE)
    box = entry.bounding_box()
    before = {"x": box["x"] - 22, "y": box["y"], "width": 20, "height": box["height"]}
    picture = b64encode(page.screenshot(clip=before)).decode()
    elsewhere = context.new_page()  # A page of the guide fetches nothing from a picture.
    assert top < elsewhere.evaluate(BULLET, [picture, 20, round(box["height"])]) < bottom


def test_what_is_ticked_in_a_plan_is_attached_to_its_letter(page: Page, guide: Guide):
    common = {item.id for item in guide.items(ISSUE, "evidence")}
    of_plans_alone = (
        (situation, item)
        for situation in own(guide, ISSUE)
        for item in guide.evidence(situation.id)
        if situation.letters and item.id not in common
    )
    situation, item = next(of_plans_alone)
    plan = land(page, situation.id)
    plan.locator(f".plan-keep [data-item={item.id}]").check()
    paper = open_letter(plan, situation.letters[0]).locator(".letter-paper:not(.not-shown)")
    expect(paper.locator(".letter-attachments")).to_contain_text(
        re.compile("|".join(map(re.escape, item.attached.texts)))
    )
