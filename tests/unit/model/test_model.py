"""What the models let in, what they refuse, and what they work out."""

import re
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.model.base import Day, Known, Multilingual, NonEmpty, Phone, Slug, Text, Url, not_among
from macros.model.checklists import Evidence, Item
from macros.model.guide import Guide
from macros.model.letters import Frame, Letter, LetterField, LetterText, Part
from macros.model.regions import Region, Right

TEXT = {"zh": "甲", "en": "A"}
FACT = {"source": "law", "checked": "2026-11-22"}
STATEMENT = {**FACT, "text": TEXT}
BODY = {"id": "bank", "role": "escalate", "name": TEXT, "site": "https://bank.example/", "takes": STATEMENT}


def clock(purpose: str) -> dict[str, Any]:
    length = {"count": 1, "unit": "months", "event": "complaint"}
    return {**STATEMENT, **length, "id": f"{purpose}-clock", "purpose": purpose, "starts": TEXT, "missed": TEXT}


def region(**more: Any) -> Region:
    fixed = {
        "id": "home",
        "name": TEXT,
        "first": STATEMENT,
        "first_hour": [STATEMENT],
        "holidays": {"country": "GB", "until": 2027},
    }
    return Region(**{**fixed, "bodies": [BODY], **more})


def body(id: str, **more: str) -> dict[str, Any]:
    return {**BODY, "id": id, **more}


def rights(count: int) -> list[dict[str, Any]]:
    return [{**STATEMENT, "id": f"right-{number}", "law": TEXT, "article": TEXT} for number in range(count)]


def letter(subject: str, *parts: tuple[str, bool], code: str = "L1", to_person: bool = False) -> Letter:
    return Letter(
        id="first",
        code=code,
        title=TEXT,
        use_when=TEXT,
        not_when=TEXT,
        leave_out=TEXT,
        to_person=to_person,
        subject={"zh": subject, "en": subject},
        parts=[{"text": {"zh": text, "en": text}, "optional": optional} for text, optional in parts],
    )


def test_a_bilingual_text_gives_the_text_of_each_language() -> None:
    text = Multilingual(zh="钱", en="money")
    assert (text["zh"], text["en"]) == ("钱", "money")


def test_a_bilingual_text_knows_its_placeholders() -> None:
    text = Multilingual(zh="{total} 项中的 {done} 项，共 {total}", en="{done} of {total}")
    assert text.placeholders == {"done", "total"}


def test_the_order_of_placeholders_can_differ_between_languages() -> None:
    assert Multilingual(zh="{total}{done}", en="{done}{total}")


@pytest.mark.parametrize(
    ("zh", "en", "told"),
    [
        ("{a}", "A", r"\{a\} only in zh;"),
        ("甲", "{a}", r"\{a\} only in en;"),
        ("{b}{a}", "{c}", r"\{a\} only in zh, \{b\} only in zh, \{c\} only in en;"),
    ],
)
def test_languages_that_differ_in_placeholders_are_refused(zh: str, en: str, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        Multilingual(zh=zh, en=en)


@pytest.mark.parametrize("text", ["", " ", "\n\t", None, 1, True, ["甲"]])
def test_a_language_without_words_is_refused(text: object) -> None:
    with pytest.raises(ValidationError):
        Multilingual(zh=text, en="A")


def test_nothing_can_be_changed_after_it_was_read() -> None:
    text = Multilingual(zh="甲", en="A")
    with pytest.raises(ValidationError, match="frozen"):
        text.zh = "乙"


def test_a_plain_text_holds_no_placeholder() -> None:
    with pytest.raises(ValidationError, match=r"must be none, not \{a\}"):
        TypeAdapter(Text).validate_python({"zh": "{a}", "en": "{a}"})


def test_a_letter_may_only_ask_for_known_fields() -> None:
    known = Known({"fields": frozenset({"amount"})})
    adapter = TypeAdapter(LetterText)
    assert adapter.validate_python({"zh": "{amount}", "en": "{amount}"}, context=known)
    with pytest.raises(ValidationError, match="there is no “name” among the fields"):
        adapter.validate_python({"zh": "{name}", "en": "{name}"}, context=known)


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        (Slug, "a"),
        (Slug, "slow-support-2"),
        (Phone, "12363"),
        (Phone, "+44 (0)800 023-4567"),
        (Url, "https://www.pbc.gov.cn/"),
        (Url, "https://law.example/a?b=c#d"),
        (Day, "2028-02-29"),
        (NonEmpty, " a "),
    ],
)
def test_a_right_value_is_taken(type_: Any, value: str) -> None:
    assert TypeAdapter(type_).validate_python(value, strict=True)


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        *((Slug, value) for value in ("", "A", "7a", "-a", "a-", "a--b", "a_b", "a b", "甲", "a\n")),
        *((Phone, value) for value in ("", "+", "call 12363", "12363 or 12378", "12363\n", 12363)),
        *(
            (Url, value)
            for value in ("", "www.law.example", "http://law.example/", "https://law", "https://law.example/a b")
        ),
        *(
            (Day, value)
            for value in ("", "2026-2-3", "2026-02-30", "2027-02-29", "22.11.2026", "2026-11-22T00:00", None)
        ),
        *((NonEmpty, value) for value in ("", "  ", "\n")),
    ],
)
def test_a_wrong_value_is_refused(type_: Any, value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(type_).validate_python(value, strict=True)


def test_an_id_that_exists_is_not_commented_on() -> None:
    assert not_among("lost", frozenset({"lost", "slow"}), "issues") is None


@pytest.mark.parametrize(
    ("ids", "hint"),
    [({"lost", "slow"}, "did you mean “lost”?"), ({"slow", "app"}, "known: app, slow"), (set(), "known: none")],
)
def test_an_unknown_id_comes_with_what_was_perhaps_meant(ids: set[str], hint: str) -> None:
    assert not_among("lots", frozenset(ids), "issues") == f"there is no “lots” among the issues; {hint}"


@pytest.mark.parametrize("need", ["essential", "nice"])
def test_evidence_says_how_much_it_is_needed(need: str) -> None:
    assert Evidence(id="receipt", text=TEXT, why=TEXT, need=need).need == need


@pytest.mark.parametrize("lack", ["need", "why"])
def test_evidence_without_its_reason_or_need_is_refused(lack: str) -> None:
    evidence = {"id": "receipt", "text": TEXT, "why": TEXT, "need": "nice"}
    with pytest.raises(ValidationError, match=lack):
        Evidence(**{key: value for key, value in evidence.items() if key != lack})


NOTICE = Multilingual(zh="首次通知的记录", en="Record of my first notice")


def test_among_attachments_evidence_has_its_exhibit_for_a_name_or_else_its_text() -> None:
    evidence = Evidence(id="notice", text=TEXT, why=TEXT, need="nice")
    assert evidence.attached == evidence.text
    assert evidence.model_copy(update={"exhibit": NOTICE}).attached == NOTICE


@pytest.mark.parametrize(
    ("language", "name", "told"),
    [
        ("en", "Your first notice", "Your"),
        ("en", "When you first wrote", "you"),
        ("en", "The receipt (hide the rest)", "hide"),
        ("en", "Receipts to keep", "keep"),
        ("en", "The card, with most digits covered", "covered"),
        ("zh", "您的通知", "您"),
        ("zh", "证明（遮住无关信息）", "遮住"),
        ("zh", "保留短信原件", "保留"),
        ("zh", "短信原件，不要删除", "不要"),
    ],
)
def test_an_exhibit_that_speaks_to_the_reader_is_refused(language: str, name: str, told: str) -> None:
    exhibit = {**NOTICE.model_dump(), language: name}
    with pytest.raises(ValidationError, match=f"“{told}” speaks to the reader"):
        Evidence(id="notice", text=TEXT, exhibit=exhibit, why=TEXT, need="nice")


def test_an_item_of_other_phases_says_no_need() -> None:
    with pytest.raises(ValidationError, match="need"):
        Item(id="receipt", text=TEXT, need="nice")


CHOICE = {"id": "refund", "label": TEXT}


@pytest.mark.parametrize(
    "more",
    [
        *({"type": type_} for type_ in ("line", "lines", "date", "datetime", "money")),
        {"type": "choice", "choices": [CHOICE]},
        {"type": "table", "columns": [CHOICE], "row": {"zh": "{refund}", "en": "{refund}"}},
    ],
    ids=lambda more: more["type"],
)
def test_a_field_of_each_type(more: dict[str, Any]) -> None:
    assert LetterField(id="remedy", label=TEXT, **more)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"type": "choice"}, "`choices` belongs to the type `choice`"),
        ({"type": "choice", "choices": []}, "`choices` belongs to the type `choice`"),
        ({"type": "line", "choices": [CHOICE]}, "`choices` belongs to the type `choice`"),
        ({"type": "table"}, "`columns` belongs to the type `table`"),
        ({"type": "choice", "choices": [CHOICE], "columns": [CHOICE]}, "`columns` belongs to the type `table`"),
        ({"type": "table", "columns": [CHOICE]}, "`row` must say every column of a table once"),
        ({"type": "line", "row": {"zh": "{refund}", "en": "{refund}"}}, "`row` must say every column"),
        ({"type": "email"}, "'line', 'lines'"),
    ],
)
def test_a_field_whose_type_does_not_fit_is_refused(more: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        LetterField(id="remedy", label=TEXT, **more)


def test_a_part_is_kept_unless_it_says_otherwise() -> None:
    assert Part(text=TEXT).optional is False


def test_an_optional_part_hangs_on_a_field() -> None:
    assert Part(text={"zh": "{a}", "en": "{a}"}, optional=True)
    with pytest.raises(ValidationError, match="an optional part needs"):
        Part(text=TEXT, optional=True)


def test_a_letter_lists_its_fields_once_each_in_reading_order() -> None:
    first = letter("{matter} {name}", ("{name}: {story}", False), ("{remedy} {matter}", True))
    assert first.fields == ("name", "story", "remedy", "matter", "entity")


def test_a_letter_requires_the_fields_outside_its_optional_parts() -> None:
    first = letter("{matter}", ("{name}", False), ("{remedy} {name}", True))
    assert first.required == {"matter", "name", "entity"}


def test_a_letter_asks_for_a_field_that_it_is_right_without() -> None:
    first = letter("{matter}", ("{name}", False), ("{remedy?} {story?}", False), ("{amount}", True))
    assert first.asked == {"matter", "name", "remedy", "story"}
    assert first.required == {"matter", "name", "entity"}


def test_what_stands_in_a_blank_s_stead_is_neither_asked_nor_required() -> None:
    first = letter("{matter}", ("{name|I} did not pay for {story}", False), ("{amount|nothing} of {remedy}", True))
    assert first.fields == ("name", "story", "amount", "remedy", "matter", "entity")
    assert first.asked == {"matter", "story"}
    assert first.required == {"matter", "story", "entity"}


def test_what_the_subject_would_only_name_is_not_asked() -> None:
    first = letter("{matter} | {name?}", ("{story}", False))
    assert first.asked == {"matter", "story"}


def test_a_paragraph_that_holds_no_blank_to_fill_in_never_vanishes() -> None:
    with pytest.raises(ValidationError, match="it vanishes when that is empty"):
        letter("{matter}", ("{name|I} did not pay", True))


def test_a_line_vanishes_whole_or_never() -> None:
    with pytest.raises(ValidationError, match="a line vanishes whole, or never"):
        letter("{matter}", ("{name?} {story}", False))


def test_a_letter_without_blanks_requires_its_addressee_alone() -> None:
    plain = letter("Reminder", ("Please answer", False))
    assert (plain.fields, plain.required) == (("entity",), {"entity"})


FRAME = Frame(
    above=[{"kind": "addressee", "text": "To {to}"}, "subject"],
    below=[{"kind": "signature", "text": "{name}\n{principal?}"}],
)


def test_what_stands_around_a_letter_has_fields_too() -> None:
    assert (FRAME.fields, FRAME.required) == (("name", "principal"), {"name"})


def test_a_letter_stands_in_its_frame() -> None:
    assert letter("About {matter}", ("It went so", False)).paragraphs(FRAME, "en") == (
        ("addressee", "To {entity}", False),
        ("subject", "About {matter}", False),
        ("body", "It went so", False),
        ("signature", "{name}\n{principal?}", False),
    )


GREETING = Frame(
    above=["subject", {"kind": "salutation", "text": "Dear Sir", "to_person": "Dear {to|Sir}"}],
    below=[{"kind": "close", "text": "Yours faithfully", "to_person": "Yours sincerely"}],
)


@pytest.mark.parametrize(("to_person", "greeting", "close"), [
    (False, "Dear Sir", "Yours faithfully"),
    (True, "Dear {entity|Sir}", "Yours sincerely"),
])  # fmt: skip
def test_a_private_person_is_greeted_by_name(to_person: bool, greeting: str, close: str) -> None:
    sent = letter("About", ("It", False), to_person=to_person)
    kinds = {kind: text for kind, text, _ in sent.paragraphs(GREETING, "en")}
    assert (kinds["salutation"], kinds["close"]) == (greeting, close)
    assert (GREETING.fields, GREETING.required) == ((), set())


def test_a_frame_has_one_place_for_the_subject() -> None:
    with pytest.raises(ValidationError, match="`subject` must stand here once"):
        Frame(above=[{"kind": "date", "text": "{dated}"}], below=[{"kind": "close", "text": "Yours"}])


@pytest.mark.parametrize("code", ["L1", "L10", "L4-ID"])
def test_a_letter_has_a_code(code: str) -> None:
    assert letter("Reminder", ("Please answer", False), code=code).code == code


@pytest.mark.parametrize("code", ["", "L", "L1-", "l1", "L1-id", "X1", "L1 "])
def test_a_letter_with_another_kind_of_code_is_refused(code: str) -> None:
    with pytest.raises(ValidationError, match="code"):
        letter("Reminder", ("Please answer", False), code=code)


def test_a_shared_item_is_shown_where_it_is_used(small: Guide) -> None:
    assert [item.id for item in small.items("slow", "minutes")] == ["stop-paying", "real-channel"]
    assert small.items("slow", "minutes")[0] is small.items("lost", "minutes")[0]


def test_a_phase_keeps_the_order_of_the_file(small: Guide) -> None:
    assert [item.id for item in small.items("lost", "evidence")] == ["receipt", "chats"]


def test_shared_evidence_keeps_its_need(small: Guide) -> None:
    assert [item.need for item in small.items("slow", "evidence")] == ["essential"]


def test_an_unknown_issue_has_no_items(small: Guide) -> None:
    with pytest.raises(KeyError):
        small.items("nothing", "minutes")


def test_everything_is_found_by_its_id(small: Guide) -> None:
    assert small.issue["slow"].title.en == "No answer"
    assert small.letter["chase"].code == "L2"
    assert small.field["story"].label.en == "what happened"
    assert small.source["law"].url == "https://law.example/act"
    assert small.item["chats"].text.en == "The chats"


@pytest.mark.parametrize(
    "more",
    [
        {"no_deadline": STATEMENT},
        {"deadlines": [clock("answer")]},
        {"deadlines": [clock("escalate"), clock("answer")]},
        {"deadlines": [clock("escalate")], "no_deadline": STATEMENT},
    ],
)
def test_a_region_says_by_when_the_provider_answers(more: dict[str, Any]) -> None:
    assert region(**more)


@pytest.mark.parametrize(
    "more", [{}, {"deadlines": []}, {"deadlines": [clock("escalate")]}, {"deadlines": [clock("opens")]}]
)
def test_a_region_that_leaves_the_providers_answer_open_is_refused(more: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="give a provider's deadline"):
        region(**more)


@pytest.mark.parametrize(
    ("purpose", "whose"),
    [
        ("answer", "provider"),
        ("act", "provider"),
        ("opens", "door"),
        ("report", "reader"),
        ("escalate", "reader"),
        ("appeal", "reader"),
    ],
)
def test_a_clock_says_whose_it_is(purpose: str, whose: str) -> None:
    assert region(no_deadline=STATEMENT, deadlines=[clock(purpose)]).deadlines[0].whose == whose


def test_bodies_to_choose_between_share_a_rung() -> None:
    ladder = region(
        no_deadline=STATEMENT,
        bodies=[
            body("scheme"),
            body("court"),
            body("bank-scheme", beside="scheme"),
            body("market", role="other"),
        ],
    ).rungs
    assert [[each.id for each in rung] for rung in ladder] == [["scheme", "bank-scheme"], ["court"]]


@pytest.mark.parametrize(
    "bodies",
    [
        [body("court", beside="scheme")],
        [body("scheme"), body("market", role="other", beside="scheme")],
        [body("market", role="other"), body("court", beside="market")],
        [body("a"), body("b", beside="a"), body("c", beside="b")],
    ],
    ids=["none such", "of another role", "beside none of the ladder", "beside one that is beside"],
)
def test_a_body_beside_no_rung_is_refused(bodies: list[dict[str, Any]]) -> None:
    with pytest.raises(ValidationError, match="begins no rung here"):
        region(no_deadline=STATEMENT, bodies=bodies)


@pytest.mark.parametrize(
    "under", ["none-such", "escalate-clock", "report-clock"], ids=["none such", "of the other side", "itself"]
)
def test_a_time_limit_stands_back_behind_a_shown_one_of_the_same_side_alone(under: str) -> None:
    limits = [clock("answer"), clock("act"), clock("escalate")]
    assert region(bodies=[body("a")], deadlines=[*limits, {**clock("report"), "under": "escalate-clock"}])
    folded = {**clock("act"), "id": "report-clock", "under": under}
    with pytest.raises(ValidationError, match="stands `under`"):
        region(bodies=[body("a")], deadlines=[*limits, folded])


def test_a_time_limit_leads_to_a_body_of_the_ladder_alone() -> None:
    ladder = [body("scheme"), body("court"), body("market", role="other")]
    assert region(no_deadline=STATEMENT, bodies=ladder, deadlines=[{**clock("escalate"), "to": "court"}])
    with pytest.raises(ValidationError, match="leads to “market”; name one of the ladder: scheme, court"):
        region(no_deadline=STATEMENT, bodies=ladder, deadlines=[{**clock("escalate"), "to": "market"}])


@pytest.mark.parametrize("count", [0, 1, 12])
def test_a_region_may_have_up_to_twelve_rights(count: int) -> None:
    assert len(region(no_deadline=STATEMENT, rights=rights(count)).rights) == count


def test_a_thirteenth_right_is_refused() -> None:
    with pytest.raises(ValidationError, match="rights"):
        region(no_deadline=STATEMENT, rights=rights(13))


CITE = {"zh": "条例第三条要求机构退款。", "en": "Article 3 of the Act requires the provider to refund."}


def right(**more: Any) -> Right:
    return Right(**{**rights(1)[0], "cite": CITE, "letters": ["first-complaint"], **more})


def test_a_right_is_cited_in_a_sentence_of_its_own() -> None:
    assert right().cite.model_dump(exclude_none=True) == CITE


@pytest.mark.parametrize(
    ("language", "sentence", "word"),
    [
        ("en", "Article 3 limits your loss.", "your"),
        ("en", "You bear no loss under article 3.", "You"),
        ("en", "Does article 3 not require a refund?", "?"),
        ("en", "Check the current text of article 3.", "Check"),
        ("en", "Article 3 requires notice. Ask whether it was given.", "Ask"),
        ("en", "Article 3 reportedly requires a refund.", "reportedly"),
        ("zh", "第三条规定您最多承担五十元。", "您"),
        ("zh", "第三条规定你不承担损失。", "你"),
        ("zh", "第三条不是要求退款吗。", "吗"),
        ("zh", "第三条要求退款？", "？"),
        ("zh", "请核对第三条的现行文本。", "核对"),
        ("zh", "第三条要求通知，可以问机构通知了没有。", "问"),
        ("zh", "第三条的现行文本请查一下。", "查一下"),
        ("zh", "据报道，第三条要求退款。", "据报道"),
    ],
)
def test_what_is_said_to_the_reader_cannot_stand_in_a_letter_to_the_company(
    language: str, sentence: str, word: str
) -> None:
    with pytest.raises(ValidationError, match=rf"“{re.escape(word)}” \({language}\) is said to the reader"):
        right(cite={**CITE, language: sentence})


@pytest.mark.parametrize(
    "sentence",
    ["第三条规定，机构的问题由机构解决。", "第三条要求提供访问记录。", "第三条要求应用户的请求退款。"],
)
def test_what_only_looks_like_advice_can_stand_in_a_letter(sentence: str) -> None:
    assert right(cite={**CITE, "zh": sentence}).cite["zh"] == sentence


@pytest.mark.parametrize(("language", "half"), [("zh", "条例第三条"), ("en", "Article 3 of the Act")])
def test_half_a_sentence_cannot_stand_in_a_letter(language: str, half: str) -> None:
    with pytest.raises(ValidationError, match=rf"no whole sentence \({language}\)"):
        right(cite={**CITE, language: half})


def test_a_right_to_cite_names_the_letters_that_it_fits() -> None:
    with pytest.raises(ValidationError, match="name those that it fits in `letters`"):
        right(letters=[])


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ({"letters": ["first-complaint"]}, "letters"),
        ({"troubles": ["scam"]}, "troubles"),
        ({"situations": ["a-bot"]}, "situations"),
        ({"by_choice": True}, "by_choice"),
        ({"reply_days": 7}, "reply_days"),
        ({"letters": ["first-complaint"], "consumers": True}, "letters` and `consumers"),
    ],
)
def test_a_right_that_no_letter_can_take_says_nothing_of_letters(said: dict[str, Any], where: str) -> None:
    with pytest.raises(ValidationError, match=f"write one, or take away `{where}`"):
        right(**{"cite": None, "letters": [], **said})


@pytest.mark.parametrize("named", ["none-such", "escalate-clock"], ids=["none such", "the reader's own"])
def test_the_clock_of_a_right_is_one_of_the_provider_in_its_region(named: str) -> None:
    limits = [clock("answer"), clock("escalate")]
    (fixed,) = rights(1)
    cited = {**fixed, "cite": CITE, "letters": ["first-complaint"]}
    assert region(deadlines=limits, rights=[{**cited, "clock": "answer-clock"}])
    with pytest.raises(ValidationError, match=f"names the clock “{named}”; .* answer-clock"):
        region(deadlines=limits, rights=[{**cited, "clock": named}])


@pytest.mark.parametrize("lack", ["source", "checked"])
def test_a_statement_without_its_source_or_day_is_refused(lack: str) -> None:
    statement = {key: value for key, value in STATEMENT.items() if key != lack}
    with pytest.raises(ValidationError, match=rf"no_deadline\.{lack}"):
        region(no_deadline=statement)
