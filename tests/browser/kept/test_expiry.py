"""What nobody touched for half a year is announced, and erased only days after that."""

import pytest

from tests.browser.modules import Module, OpenModule

TOUCHED = "2026-01-01"
STALE_FROM = "2026-06-30"  # 180 days later

CASES = [
    # noticed, today → state, erased from
    (None, "2026-01-01", "fresh", None),
    (None, "2026-06-29", "fresh", None),
    (None, STALE_FROM, "stale", "2026-07-07"),
    (None, "2026-12-24", "stale", "2026-12-31"),
    (STALE_FROM, STALE_FROM, "stale", "2026-07-07"),
    (STALE_FROM, "2026-07-06", "stale", "2026-07-07"),
    (STALE_FROM, "2026-07-07", "over", "2026-07-07"),
    (STALE_FROM, "2027-07-07", "over", "2026-07-07"),
    # Touched again after an earlier notice: that one is forgotten.
    ("2025-12-31", STALE_FROM, "stale", "2026-07-07"),
    (TOUCHED, STALE_FROM, "stale", "2026-07-07"),
    ("2025-12-31", "2026-06-29", "fresh", None),
    # A clock that was set back erases nothing.
    (STALE_FROM, "2025-06-30", "fresh", None),
]


@pytest.fixture(scope="module")
def expiry(open_module: OpenModule) -> Module:
    return open_module("kept/expiry.js")


def test_every_day_has_its_state(expiry: Module):
    found = expiry.each("expiry", [(TOUCHED, noticed, today) for noticed, today, _, _ in CASES])
    assert found == [{"state": state, "erasedFrom": day} for _, _, state, day in CASES]


def test_nothing_is_erased_without_a_notice(expiry: Module):
    calls = [(TOUCHED, None, f"20{year}-03-01") for year in range(26, 99)]
    assert "over" not in {found["state"] for found in expiry.each("expiry", calls)}


def test_a_day_that_is_none_is_announced_like_any_other(expiry: Module):
    (first, later) = expiry.each("expiry", [("yesterday", None, TOUCHED), ("yesterday", TOUCHED, "2026-01-08")])
    assert first["state"] == "stale"
    assert later["state"] in ("stale", "over")
