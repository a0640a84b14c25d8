"""cases.js: what a change of a case writes, and what follows from its log."""

import pytest

from tests.browser.modules import Module, OpenModule

EDIT_AND_LISTEN = """
async (cases, texts) => {
  const store = await import("/kept/store.js");
  const told = [];
  store.watch((keys) => told.push(keys.filter((key) => key.includes(":edited:"))), new AbortController().signal);
  for (const text of texts) {
    cases.keepEdited("slow-support", "chase", "en", text);
  }
  return [told, store.read(cases.editedKey("slow-support", "chase", "en")), cases.currentCase()];
}
"""


@pytest.fixture
def cases(open_module: OpenModule) -> Module:
    return open_module("kept/cases.js")


@pytest.mark.parametrize(("texts", "kept"), [(["a", "ab"], "ab"), (["a", ""], ""), (["a", None], None)])
def test_each_change_of_an_edited_letter_is_told_once_and_kept_even_when_empty(
    cases: Module, texts: list[str | None], kept: str | None
):
    told, read, current = cases.run(EDIT_AND_LISTEN, texts)
    assert told == [["case:slow-support:letter:chase:edited:en"]] * 2
    assert (read, current) == (kept, "slow-support")


def test_the_complaint_began_with_the_first_letter_that_was_sent(cases: Module):
    log = [
        {"id": "a", "when": {"local": "2026-11-18T09:00"}},
        {"id": "b", "when": {"local": "2026-11-20T10:00"}, "letter": "first-complaint"},
        {"id": "c", "when": {"local": "2026-11-21T11:00"}, "letter": "follow-up"},
    ]
    assert cases.each("complainedOn", [(log,), (log[:1],), ([],)]) == ["2026-11-20", None, None]


@pytest.mark.parametrize("when", [None, 5, {}, {"local": 1}, {"local": "yesterday"}, {"local": "2026-02-30T10:00"}])
def test_a_letter_sent_at_no_time_at_all_starts_no_clock(cases: Module, when: object):
    assert cases.call("complainedOn", [{"id": "a", "when": when, "letter": "first-complaint"}]) is None
