"""Strangers with their troubles: two taps from home each stands in their own situation, the right action first, one
letter, and the day that the region's rules give."""

from collections import Counter
from itertools import cycle, groupby
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.conftest import NewContext, start

STRANGERS = yaml.safe_load(Path(__file__).with_name("strangers.yml").read_text("utf-8"))
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def way_of(stranger: dict) -> tuple[str, str]:
    return stranger["group"], stranger["situation"]


SAME_WAY = [list(strangers) for _, strangers in groupby(sorted(STRANGERS, key=way_of), key=way_of)]
"""The strangers who take the same taps to the same situation, which are gone once for all of them."""

IN_TURN = [*zip(STRANGERS, cycle(WRITTEN), strict=False)]
"""Each with one of the languages: days are worked out alike in all."""
SPOKEN = {"zh": "{0.year} 年 {0.month} 月 {0.day} 日", "en": "{0.day} {0:%B} {0.year}"}

each_language = pytest.mark.parametrize("language", WRITTEN)


@pytest.fixture
def phone(new_context: NewContext) -> Page:
    return new_context(**PHONE).new_page()


def go(page: Page, guide: Guide, stranger: dict, language: Language) -> Locator:
    """From the home page by taps alone to the stranger's situation: its fold."""
    group = next(group for group in guide.groups if group.id == stranger["group"])
    page.goto(start(language))
    page.get_by_text(group.sign[language], exact=True).tap()
    listed = [id for id in group.situations if stranger["situation"] in (id, *guide.situation[id].aside)]
    first = stranger["situation"] if stranger["situation"] in group.situations else (listed or [None])[0]
    ways = page.locator(f"#{group.id}")
    if first is None:
        ways.locator(".none-of-these").tap()
    else:
        ways.get_by_role("link", name=guide.situation[first].sign[language], exact=True).tap()
        if first != stranger["situation"]:
            page.locator(f"#{first}").get_by_role(
                "link", name=guide.situation[stranger["situation"]].sign[language]
            ).tap()
    return page.locator(f"#{stranger['situation']}")


@each_language
@pytest.mark.parametrize("strangers", SAME_WAY, ids=lambda strangers: "-and-".join(each["id"] for each in strangers))
def test_a_stranger_stands_in_their_own_situation_with_the_right_action_first(
    phone: Page, guide: Guide, strangers: list[dict], language: Language
):
    fold = go(phone, guide, strangers[0], language)
    situation = guide.situation[strangers[0]["situation"]]

    expect(fold).to_have_attribute("open", "")
    expect(phone).to_have_url(
        f"{start_of(phone)}{start(language)}issues/{guide.issue_of[situation.id]}/#{situation.id}"
    )
    heading = fold.get_by_role("heading", name=situation.sign[language], exact=True)
    expect(heading).to_be_in_viewport()
    expect(fold.locator(".plan-now, plan-region[data-part=first-hour]").first).to_be_in_viewport()
    steps = fold.locator(".plan-now [data-item]").evaluate_all("(boxes) => boxes.map(({ dataset }) => dataset.item)")
    letters = fold.locator("[data-letter]").evaluate_all("(all) => all.map((one) => one.dataset.letter)")
    assert fold.locator("plan-region[data-part=first-hour]").count() == situation.first_hour
    for stranger in strangers:
        assert steps[0] == stranger["first_step"], stranger["id"]
        assert not {*steps, *letters} & {*stranger.get("never", [])}, stranger["id"]
        assert letters[:1] == ([stranger["letter"]] if "letter" in stranger else []), stranger["id"]


def start_of(page: Page) -> str:
    return page.url.split("/issues/")[0].removesuffix("/en") + "/"


@pytest.mark.parametrize(("stranger", "language"), IN_TURN, ids=[stranger["id"] for stranger in STRANGERS])
def test_a_stranger_is_told_the_day_that_counts(
    new_context: NewContext, guide: Guide, stranger: dict, language: Language
):
    if "clock" not in stranger:
        pytest.skip("no clock of that region counts")
    clock = next(clock for clock in guide.region[stranger["region"]].deadlines if clock.id == stranger["clock"])
    page = new_context(**PHONE).new_page()
    page.goto(f"{start(language)}issues/{guide.issue_of[stranger['situation']]}/#{stranger['situation']}")
    following = page.locator(f"#{stranger['situation']} plan-region[data-part=next]")
    following.scroll_into_view_if_needed()
    following.locator(".which-said, .which-others").first.wait_for()
    if following.locator(".which-change").is_visible():
        following.locator(".which-change").tap()
    following.locator("select").select_option(stranger["region"])
    shown = following.locator(".clock", has_text=clock.text[language])
    shown.locator("input[type=date]").first.fill(str(stranger["start"]))
    expect(shown.locator(".clock-due").first).to_contain_text(SPOKEN[language].format(stranger["due"]))


def test_forty_strangers_and_more_from_every_region_come_to_nearly_every_situation_of_the_home_page(guide: Guide):
    met = {stranger["situation"] for stranger in STRANGERS}
    listed = {id for group in guide.groups for id in group.situations}

    assert len(STRANGERS) >= 40
    assert {stranger.get("region") for stranger in STRANGERS} >= {*guide.region}
    assert Counter(stranger["id"] for stranger in STRANGERS).most_common(1)[0][1] == 1
    assert len(met & listed) >= 0.7 * len(listed)
