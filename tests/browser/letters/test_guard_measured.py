"""How many secrets the guard notices, and how often it asks about what is none: texts of ten kinds, in two parts."""

import pytest

from tests.browser.modules import Module, OpenModule
from tools.guarded import by_kind, noticed, written
from tools.parts import Part

LEAST_NOTICED = 0.95
MOST_ASKED = 0.05

each_part = pytest.mark.parametrize("part", ["seen", "unseen"])


@pytest.fixture(scope="module")
def guards(open_module: OpenModule) -> Module:
    return open_module("letters/guards.js")


@each_part
def test_secrets_are_noticed(guards: Module, part: Part):
    among = written("secrets", part)
    found = noticed(guards, among)
    missed = [each for each in among if each not in found]

    assert len(found) / len(among) >= LEAST_NOTICED, told(missed, part)


@each_part
def test_what_is_none_is_seldom_asked_about(guards: Module, part: Part):
    among = written("harmless", part)
    asked = noticed(guards, among)

    assert len(asked) / len(among) <= MOST_ASKED, told(asked, part)


def told(failed: list, part: Part) -> str:
    """Of what nobody may read, no more than how much of each kind went wrong."""
    return by_kind(failed) + ("\n" + "\n".join(each.text for each in failed) if part == "seen" else "")


def test_there_are_four_hundred_of_each_of_ten_kinds():
    for name in ("secrets", "harmless"):
        every = [each for part in ("seen", "unseen") for each in written(name, part)]
        assert len(every) == 400
        assert len({each.kind for each in every}) == 10
        assert {each.script for each in every} == {"zh", "zh-Hant", "en"}
