"""Which of the regions' time limits count for which trouble, as the data says it."""

from collections.abc import Iterable

import pytest

from macros.checks.load import read
from macros.model.regions import Deadline
from macros.model.troubles import TROUBLES, Trouble
from macros.render.regions import ABOUT_DAYS
from tests.conftest import ROOT

GUIDE = read(ROOT / "docs/guide.yml", "docs/guide.yml").guide
CLOCKS = [clock for region in GUIDE.regions for clock in region.deadlines]
REGIONS = [region for region in GUIDE.regions if region.deadlines]

SAYS = {
    "unauthorised": ("unauthorised", "phishing", "lost or stolen"),
    "scam": ("scam payments you made yourself",),
    "mistake": ("wrong person", "wrong account"),
}
"""What a time limit says that it is for, when it is for that trouble and for hardly another."""


def counting(clocks: Iterable[Deadline], trouble: Trouble) -> set[str]:
    return {clock.id for clock in clocks if not clock.troubles or trouble in clock.troubles}


def says(clock: Deadline, trouble: Trouble) -> bool:
    said = " ".join(text.en for text in (clock.starts, clock.applies, clock.text) if text).lower()
    return any(words in said for words in SAYS[trouble])


@pytest.mark.parametrize("trouble", SAYS)
@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: clock.id)
def test_a_time_limit_counts_for_the_trouble_that_it_speaks_of(clock: Deadline, trouble: Trouble):
    if says(clock, trouble):
        assert clock.troubles, f"it speaks of “{trouble}” and counts for every trouble"
        assert trouble in clock.troubles


def test_who_pressed_pay_never_meets_a_limit_for_payments_not_made():
    for region in REGIONS:
        for id in counting(region.deadlines, "scam"):
            clock = next(clock for clock in region.deadlines if clock.id == id)
            assert not says(clock, "unauthorised"), id


def test_what_the_laws_tell_apart_is_told_apart():
    by_region = {region.id: region.deadlines for region in REGIONS}
    # Who paid a scammer, and who mistook the payee, made no error in the sense of Regulation E.
    assert counting(by_region["us"], "scam") == counting(by_region["us"], "mistake") == {"us-cfpb-answer"}
    assert counting(by_region["uk"], "scam") >= {"uk-scam-refund", "uk-scam-claim", "uk-final-response"}
    assert counting(by_region["uk"], "mistake") == {"uk-final-response", "uk-to-ombudsman", "uk-ombudsman-outer"}
    assert counting(by_region["sg"], "mistake") == {"sg-four-weeks", "sg-wrong-transfer", "sg-to-fidrec"}
    assert "eu-refund" not in counting(by_region["eu"], "missing")


def test_what_a_provider_must_do_is_not_counted_where_the_rule_for_it_is_beside_the_point():
    """The ten days of Regulation E are for errors in a transfer: not for a refund that a seller owes, nor for goods."""
    limits = [
        (clock, GUIDE.situation[id])
        for region in REGIONS
        for right in region.rights
        for clock in region.deadlines
        if clock.id == right.clock and clock.purpose == "act"
        for id in right.not_in
    ]
    assert {"promised-refund-not-made", "goods-missing-or-wrong"} <= {situation.id for _, situation in limits}
    assert [
        (clock.id, situation.id)
        for clock, situation in limits
        if clock.purpose in situation.clocks and clock.id in counting([clock], situation.trouble)
    ] == []


@pytest.mark.parametrize("trouble", TROUBLES)
def test_the_way_to_the_next_body_counts_for_every_trouble(trouble: Trouble):
    """A limit on going there is the body’s own, whatever happened; a year to sue is for what its Act is about."""
    for region in REGIONS:
        ways = {clock.id for clock in region.deadlines if clock.purpose == "escalate"} - {"us-court-limit"}
        assert ways <= counting(region.deadlines, trouble)


def length(clock: Deadline) -> float:
    return clock.count * ABOUT_DAYS[clock.unit]


def test_what_a_plan_folds_is_never_the_shorter_limit_nor_one_for_other_trouble():
    folded = [(clock, region) for region in REGIONS for clock in region.deadlines if clock.under]
    assert folded
    for clock, region in folded:
        (shown,) = (each for each in region.deadlines if each.id == clock.under)
        assert length(clock) > length(shown), clock.id
        assert {*clock.troubles} <= {*(shown.troubles or TROUBLES)}, clock.id


def test_no_plan_shows_more_than_six_limits_at_once():
    crowded = {
        (region.id, trouble): len(shown)
        for region in REGIONS
        for trouble in TROUBLES
        if len(shown := counting([clock for clock in region.deadlines if not clock.under], trouble)) > 6
    }
    # Seven in the United States: none of them may stand back, for what is folded has no day in the calendar.
    assert crowded == {("us", "unauthorised"): 7}
