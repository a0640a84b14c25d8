"""What comes next in a case: one answer for every state it can be in."""

import itertools

import pytest

from tests.browser.modules import Module, OpenModule

TODAY = "2026-11-22"
PAST, FUTURE = "2026-11-21", "2026-12-05"

STATES = [
    # begun, contacts, sent, due → step
    (False, 0, [], None, "first"),
    (True, 0, [], None, "contact"),
    (False, 1, [], None, "write"),
    (True, 1, [], None, "write"),
    (True, 1, [], FUTURE, "wait"),
    (True, 1, [], TODAY, "wait"),
    (True, 1, [], PAST, "write"),
    (True, 2, ["complain"], None, "undated"),
    (True, 2, ["complain"], FUTURE, "wait"),
    (True, 2, ["complain"], TODAY, "wait"),
    (True, 2, ["complain"], PAST, "chase"),
    (True, 3, ["complain", "chase"], None, "undated"),
    (True, 3, ["complain", "chase"], FUTURE, "wait"),
    (True, 3, ["complain", "chase"], PAST, "escalate"),
    (True, 3, ["chase"], PAST, "escalate"),
    (True, 4, ["complain", "chase", "escalate"], PAST, "outside"),
    (True, 4, ["escalate"], FUTURE, "outside"),
    (False, 1, ["escalate"], None, "outside"),
]

LOGS = [
    ([], None),
    ([{}], None),
    ([{"promised": ""}], None),
    ([{"promised": FUTURE}], FUTURE),
    ([{"promised": PAST}], PAST),
    ([{"promised": FUTURE}, {"promised": PAST}], FUTURE),
    ([{"promised": PAST}, {"letter": "L1", "promised": FUTURE}], FUTURE),
    # Sent without a day, after a promise that was broken: that old day says nothing about the letter.
    ([{"promised": PAST}, {"letter": "L1"}], None),
    ([{"promised": PAST}, {"letter": "L1", "promised": ""}], None),
    # A promise that still runs stays one.
    ([{"promised": FUTURE}, {"letter": "L1"}], FUTURE),
    ([{"letter": "L1", "promised": PAST}, {"letter": "L2"}], None),
    ([{"letter": "L1", "promised": PAST}, {}], PAST),
    ([{"letter": "L1"}, {"promised": PAST}], PAST),
    ([{"letter": "L1", "promised": TODAY}], TODAY),
]


@pytest.fixture(scope="module")
def steps(open_module: OpenModule) -> Module:
    return open_module("case/next-step.js")


def state(begun: bool, contacts: int, sent: list[str], due: str | None, left: bool = False) -> tuple:
    return ({"left": left, "begun": begun, "contacts": contacts, "sent": sent, "due": due, "today": TODAY},)


def test_every_state_has_its_step(steps: Module):
    *_, expected = zip(*STATES, strict=True)
    assert steps.each("nextStep", [state(*given) for *given, _ in STATES]) == list(expected)


def test_no_state_is_without_a_step(steps: Module):
    rungs = ("complain", "chase", "escalate")
    sent = [list(some) for count in range(4) for some in itertools.combinations(rungs, count)]
    every = list(itertools.product((False, True), (0, 1, 9), sent, (None, PAST, TODAY, FUTURE)))
    while_asked = [state(*given, left=True) for given in every]
    assert set(steps.each("nextStep", while_asked)) == {"tell"}, "whether it was sent comes before all else"
    found = set(steps.each("nextStep", [state(*given) for given in every]))
    assert found == {"first", "contact", "write", "wait", "undated", "chase", "escalate", "outside"}


def test_the_day_to_wait_for_is_the_latest_that_still_counts(steps: Module):
    assert steps.each("dueDay", [(log, TODAY) for log, _ in LOGS]) == [due for _, due in LOGS]
