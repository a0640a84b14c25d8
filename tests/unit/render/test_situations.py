"""Situations: the ways to them and their plans, as macros make them."""

import pytest

from macros.checks.load import parse
from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, Language
from macros.render.reading import HAN_CHARACTERS_A_MINUTE, LATIN_WORDS_A_MINUTE, minutes_to_read
from macros.render.situations import longest_minutes, situations, what_happened
from tests.unit.conftest import GUIDE, edit
from tests.unit.render.looked_at import read_out, soup, view


def test_a_group_leads_in_one_more_tap_to_each_situation_or_to_the_general_plan(small: Guide) -> None:
    (group,) = soup(what_happened(view(small)))("details")
    assert group.summary.text == "Money is gone"
    assert [(link.text, link["href"]) for link in group("a")] == [
        ("Still moving", "../../issues/lost/#still-moving"),
        ("Only a bot", "../../issues/slow/#only-a-bot"),
        ("None of these", "../../issues/lost/#steps"),
    ]


def test_old_names_of_groups_and_situations_still_stand_where_they_lead(small: Guide) -> None:
    assert soup(what_happened(view(small))).find(id="money-missing").find_parent("details")["id"] == "money-gone"
    assert soup(situations(view(small), "lost")).find(id="still-going").find_parent("details")["id"] == "still-moving"


def test_a_plan_has_what_to_do_keep_write_and_leave_in_this_order(small: Guide) -> None:
    plan = soup(situations(view(small), "lost")).find(id="still-moving")
    assert plan.summary.h3.text == "Still moving"
    assert [heading.text for heading in plan("h4")] == ["Now", "Keep", "Write", "Then", "What is going on", "Not here"]
    assert [read_out(label) for label in plan.find(class_="plan-now")("label")] == [
        "Look at the status", "Ask for a trace", "Get the receipt"
    ]  # fmt: skip
    assert [read_out(label) for label in plan.find(class_="plan-keep")("label")] == ["The receipt"]
    assert [tag.text for tag in plan.dl(["dt", "dd"])] == [
        "Cause", "A holiday", "How to tell", "See the status page", "Who acts", "The sender’s firm"
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_leads_to_its_letter_on_the_same_page(small: Guide, language: Language) -> None:
    letters = soup(situations(view(small, language), "lost")).find(id="still-moving")(class_="plan-letter")
    assert [letter.a["href"] for letter in letters] == ["#letter-first"]


def test_a_situation_that_needs_no_letter_says_why(small: Guide) -> None:
    plan = soup(situations(view(small), "slow")).find(id="only-a-bot")
    assert "Ask first" in plan.text
    assert not plan(class_="plan-letter")


def test_one_that_is_like_another_has_the_plan_of_that_and_a_first_hour_of_its_own(small: Guide) -> None:
    html = soup(situations(view(small), "lost"))
    steps = {id: [box["data-item"] for box in html.find(id=id)("input")] for id in ("still-moving", "tricked")}
    assert steps["still-moving"] == steps["tricked"]
    assert [part["data-part"] for part in html.find(id="tricked")("plan-region")] == ["first-hour", "next"]
    assert [part["data-part"] for part in html.find(id="still-moving")("plan-region")] == ["next"]


def test_the_time_limits_that_count_are_those_of_its_trouble_and_purposes(small: Guide) -> None:
    html = soup(situations(view(small), "lost"))
    following = html.find(id="tricked").find("plan-region", attrs={"data-part": "next"})
    assert (following["data-trouble"], following["data-clocks"]) == ("scam", "answer act opens report escalate appeal")
    assert not soup(situations(view(small), "slow")).find(id="only-a-bot")("plan-region"), "none counts there"


def test_what_is_easily_taken_for_it_is_one_tap_away(small: Guide) -> None:
    plan = soup(situations(view(small), "lost")).find(id="still-moving")
    assert plan.find("a", string="I was tricked")["href"] == "../../issues/lost/#tricked"


def test_a_situation_of_another_issue_is_led_to_by_its_own_name_and_the_old_one(small: Guide) -> None:
    (entry,) = soup(situations(view(small), "slow")).find(class_="elsewhere")("li")
    assert (entry.a.text, entry.a["href"]) == ("Still moving", "../../issues/lost/#still-moving")
    assert [place["id"] for place in entry("span")] == ["still-moving", "waiting"]


# How long it takes --------------------------------------------------------------------------

MANY = 2_000


def minutes(guide: str, language: Language = "en") -> int:
    """What the plan for money still moving says of itself, in a guide as written."""
    html = situations(view(parse(guide, "guide.yml").guide, language), "lost")
    return int(soup(html).find(id="still-moving").find(class_="plan-minutes").text.split()[0])


@pytest.mark.parametrize(
    ("language", "told", "word", "speed"),
    [("en", "A holiday", "word ", LATIN_WORDS_A_MINUTE), ("zh", "节假日", "字", HAN_CHARACTERS_A_MINUTE)],
)
def test_twice_the_words_take_as_many_minutes_more(language: Language, told: str, word: str, speed: int) -> None:
    once, twice = (minutes(edit(GUIDE, (told, word * count)), language) for count in (MANY, 2 * MANY))
    assert twice - once == pytest.approx(MANY / speed, abs=1)


def test_a_begun_minute_counts_and_marks_cost_nothing() -> None:
    assert minutes_to_read("word — " * LATIN_WORDS_A_MINUTE) == 1
    assert minutes_to_read("字，" * HAN_CHARACTERS_A_MINUTE) == 1
    assert minutes_to_read("字" * HAN_CHARACTERS_A_MINUTE + "PayPal") == 2


def test_the_letter_that_opens_in_a_plan_is_not_counted_however_long(small: Guide) -> None:
    assert (
        minutes(edit(GUIDE, ("It went so:", "word " * MANY)))
        == minutes(GUIDE)
        == longest_minutes(view(small), "lost")
        == 1
    )
