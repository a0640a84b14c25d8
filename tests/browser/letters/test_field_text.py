"""field-text.js: the contact log as lines of a letter."""

import pytest

from tests.browser.modules import Module, OpenModule

WORDS = {
    "when": {"zh": "{when}，{channel}", "en": "{when}, {channel}"},
    "who": {"zh": "，{who}", "en": ", {who}"},
    "reference": {"zh": "，编号 {reference}", "en": ", reference {reference}"},
    "said": {"zh": "：{said}", "en": ". Answer: {said}"},
    "sent": {"zh": "：发出“{said}”", "en": ": sent “{said}”"},
    "promised": {"zh": "（承诺 {day}前办理或答复）", "en": " (promised for {day})"},
    "asked": {"zh": "（信中请对方在 {day}前答复）", "en": " (the letter asks for an answer by {day})"},
}
DESK = {
    "words": WORDS,
    "zones": [],
    "regions": {"us": {"day": {"en": "MMMM d, y"}}, "uk": {"day": {}}},
    "contact": {"channel": {"choices": [{"id": "phone", "label": {"zh": "电话", "en": "phone"}}]}},
}
WHEN = {"local": "2026-11-20T14:05", "zone": "Asia/Shanghai"}
AT = {"zh": "2026 年 11 月 20 日 14:05（UTC+8）", "en": "20 November 2026, 14:05 (UTC+8)"}


@pytest.fixture(scope="module")
def field_text(open_module: OpenModule) -> Module:
    return open_module("letters/field-text.js")


@pytest.mark.parametrize(("contact", "zh", "en"), [
    ({}, "", ""),
    ({"when": WHEN}, "", ""),
    ({"when": WHEN, "channel": "", "who": " ", "reference": "", "said": "\n", "promised": ""}, "", ""),
    ({"when": WHEN, "channel": "phone"}, "{at}，电话", "{at}, phone"),
    ({"who": "Ann"}, "Ann", "Ann"),
    ({"channel": "phone", "who": "Ann"}, "电话，Ann", "phone, Ann"),
    ({"reference": "A-7", "said": "wait"}, "编号 A-7：wait", "reference A-7. Answer: wait"),
    ({"said": "{who} $&", "who": "{said}"}, "{said}：{who} $&", "{said}. Answer: {who} $&"),
    ({"who": "Ann.", "said": "Wait."}, "Ann：Wait.", "Ann. Answer: Wait."),
    ({"when": WHEN, "said": "one\n\n two"}, "{at}：one / two", "{at}. Answer: one / two"),
    ({"letter": "x", "said": "Complaint"}, "发出“Complaint”", "sent “Complaint”"),
    ({"promised": "2026-12-05"}, "（承诺 2026 年 12 月 5 日前办理或答复）", "(promised for 5 December 2026)"),
])  # fmt: skip
def test_a_contact_is_one_line_of_what_is_known_and_nothing_where_nothing_is(
    field_text: Module, contact: dict, zh: str, en: str
):
    for language, line in (("zh", zh), ("en", en)):
        lines = field_text.call("contactLines", [{"id": "a", **contact}], language, DESK)
        assert lines == line.replace("{at}", AT[language])


def test_a_day_is_written_as_where_the_letter_is_read(field_text: Module):
    field = {"id": "x", "type": "date"}
    read = {region: field_text.call("fieldText", field, "2026-11-20", "en", {**DESK, "region": region})
            for region in ("us", "uk", "nowhere")}  # fmt: skip
    assert read == {"us": "November 20, 2026", "uk": "20 November 2026", "nowhere": "20 November 2026"}
    when = {"id": "a", "when": WHEN, "promised": "2026-12-05"}
    (line,) = field_text.call("contactLines", [when], "en", {**DESK, "region": "us"}).splitlines()
    assert line == "November 20, 2026, 14:05 (UTC+8) (promised for December 5, 2026)"


def test_empty_entries_leave_no_blank_lines(field_text: Module):
    log = [{"id": "a", "when": WHEN}, {"id": "b", "said": "one"}, {"id": "c"}, {"id": "d", "said": "two"}]
    assert field_text.call("contactLines", log, "en", DESK) == "Answer: one\nAnswer: two"
