"""letter.js and joins.js: every letter, with any of its optional parts and whatever readers type, reads as one text."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, Language
from macros.model.letters import Letter, LetterField
from macros.render.letters import segments
from tests.browser.modules import Module, OpenModule

# All letters at once: one call of the browser for each set of texts. A greeting takes only the name of what was typed.
EXPAND_ALL = """
({ expand, numbered }, { letters, texts, filled }) => letters.map(({ parts, fields }) => {
  const values = Object.fromEntries(fields.map(({ id, points, says }, index) => {
    const typed = filled[index % filled.length] ? texts[index % texts.length].trim() : "";
    const said = says.length && typed ? says[typed.length % says.length] : typed;
    return [id, points ? numbered(said) : said];
  }));
  const runs = parts.filter(({ kind }) => kind !== "salutation").map((part) => expand(part, (field) => values[field]));
  return { values, parts: runs };
})
"""

MARKS = ".。．,，;；:：!！?？、…"
SENTENCE_ENDS = ".。"
LEADING = ",，。;；:：、"
QUOTES = "\"'”’」』"
HAN = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-z0-9]")
SHORTENED = re.compile(r"(?:\b(?:Ltd|Inc|Co|Corp|Pte|Pty|Bhd|Sdn|No|etc)|[\s.(][A-Za-z])\.$", re.IGNORECASE)
NUMBER_ALONE = re.compile(r"^\s*\d+[.)、．]?\s*$", re.MULTILINE)

ORDINARY = [
    "kids.", "arrive!", "The money did not arrive!", "CFPB.", "Example Payments, Inc.", "PayPal (Europe) S.à r.l.",
    "转账未到账。", "为什么还没到账？", "处理中……", "微信支付", "八達通卡有限公司", "Alipay", "¥1,200.50",
    "He said “no.”", "客服说：“不行。”", "first line\nsecond line.", "1. Refund", "1. Refund\n2. Explain",
    "1) refund\n2) explain", "① 退款\n② 说明", "一、退款\n二、说明", "(1) refund\n(2) explain", "- refund\n• explain",
    "Refund\n2. Explain", "，转账", ", and more", "5 December 2026", "?", "。",
]  # fmt: skip
WHOLE = {"capacity", "authority-proof"}
"""Choices for which a letter says whole sentences, so that another may follow."""
TYPED = st.one_of(
    st.sampled_from(ORDINARY),
    st.text(alphabet='ab1 .。,，;:：!？?、…\n"”’{}$&字转-()（）①', min_size=1, max_size=12),
    st.sampled_from(["{name}", "{matter} {undefined}", "$& $1 $$", "<b>", "undefined", "\u202eabc", "👨‍👩‍👧"]),
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40),
)


class Met(NamedTuple):
    """A value in a letter, with what stands before and behind it on its line."""

    field: str
    before: str
    value: str
    after: str


@pytest.fixture(scope="module")
def letter_js(open_module: OpenModule) -> Module:
    return open_module("letters/letter.js")


@pytest.fixture(scope="module")
def joins(open_module: OpenModule) -> Module:
    return open_module("letters/joins.js")


def as_the_page_has_it(guide: Guide, letter: Letter, language: Language) -> dict[str, Any]:
    """A letter as `readPaper` hands it on, with its fields."""
    frame = guide.frame[language]
    parts = [
        {"kind": kind, "optional": optional, "segments": [each._asdict() for each in segments(guide, text, language)]}
        for kind, text, optional in letter.paragraphs(frame, language)
    ]
    fields = [
        {"id": id, "points": guide.field[id].numbered, "says": _said_of(guide.field[id], language)}
        for id in (*letter.fields, *frame.fields)
    ]
    return {"parts": parts, "fields": fields}


def _said_of(field: LetterField, language: Language) -> list[str]:
    """What a letter says for each choice of a field that nobody types in."""
    return [(choice.says or choice.label)[language] for choice in field.choices]


class EveryLetter(dict[tuple[str, Language], dict[str, Any]]):
    """Each letter in each language, too long to be shown when a test fails."""

    def __repr__(self) -> str:
        return "every letter"


@pytest.fixture(scope="module")
def every_letter(guide: Guide) -> EveryLetter:
    return EveryLetter({
        (letter.id, language): as_the_page_has_it(guide, letter, language)
        for letter in guide.letters
        for language in LANGUAGES
    })  # fmt: skip


def meetings(runs: list[dict]) -> Iterator[Met]:
    """Every value that shares its line with words of the letter."""
    for index, run in enumerate(runs):
        if run["field"] and run["filled"]:
            before = "".join(each["text"] for each in runs[:index]).rpartition("\n")[2]
            after = "".join(each["text"] for each in runs[index + 1 :]).partition("\n")[0]
            yield Met(run["field"], before, run["text"], after)


def faults(parts: list[list[dict] | None], values: dict[str, str]) -> Iterator[str]:
    """What a reader would find wrong with a letter."""
    for runs in filter(None, parts):
        words = "".join(run["text"] for run in runs if not run["field"])
        if "{" in words or "undefined" in words:
            yield f"a placeholder or nothing at all stands in the words: {words}"
        for met in meetings(runs):
            yield from _faults_of(met, values[met.field])
        lines = "".join("x" if run["field"] else run["text"] for run in runs)
        if NUMBER_ALONE.search(lines):
            yield f"a number with nothing behind it: {lines}"
        for line in lines.split("\n"):
            if line.strip() and not line.strip(MARKS + " "):
                yield f"a line of nothing but marks: {lines}"


def _faults_of(met: Met, typed: str) -> Iterator[str]:
    inline = bool(met.before or met.after)
    if not inline:
        if met.value.strip() != typed.strip():
            yield f"{typed!r} has its line to itself, but stands as {met.value!r}"
        return
    one_line = re.sub(r"\s*\n\s*", " / ", typed.strip())
    cut = [part for whole in (one_line, typed.strip()) if met.value in whole for part in whole.split(met.value, 1)]
    if not cut or any(part.strip(MARKS + " \n/") for part in cut[:2]):
        yield f"{typed!r} stands as {met.value!r}"
    if "\n" in met.value.strip() and met.after:
        yield f"{met.value!r} breaks the line of its sentence"
    if not re.search(r"\w", met.value):
        return  # Whoever types nothing but marks gets them.
    end, start = met.value[-1], met.after[:1]
    kept_shortened = bool(SHORTENED.search(met.value)) and start not in SENTENCE_ENDS
    if start and end in MARKS and start in MARKS and not kept_shortened:
        yield f"two marks meet: {met}"
    goes_on = re.match(r"\s*[a-z]" if met.field in WHOLE else r"\s*\w", met.after)
    if end in SENTENCE_ENDS and goes_on and not kept_shortened:
        yield f"a sentence ends before it is over: {met}"
    if start and start in SENTENCE_ENDS and re.search(rf"[.。!！?？][{QUOTES}]+$", met.value):
        yield f"a sentence ends twice: {met}"
    if met.before.rstrip()[-1:] in MARKS and met.value[0] in LEADING:
        yield f"two marks meet: {met}"
    for left, right in ((met.before, met.value), (met.value, met.after)):
        if any(one.match(left[-1:]) and other.match(right[:1]) for one, other in ((HAN, LATIN), (LATIN, HAN))):
            yield f"no space between scripts: {met}"


@settings(max_examples=80)
@given(texts=st.lists(TYPED, min_size=1, max_size=7), filled=st.lists(st.booleans(), min_size=1, max_size=5))
def test_every_letter_reads_as_one_text_whatever_is_typed_or_left_out(
    letter_js: Module, every_letter: EveryLetter, texts: list[str], filled: list[bool]
):
    argument = {"letters": list(every_letter.values()), "texts": texts, "filled": filled}
    outcomes = letter_js.run(EXPAND_ALL, argument)
    found = {
        name: list(faults(outcome["parts"], outcome["values"]))
        for name, outcome in zip(every_letter, outcomes, strict=True)
    }
    assert {name: each for name, each in found.items() if each} == {}


@pytest.mark.parametrize(("text", "typed", "read"), [
    ("refer this to {x}.", "CFPB.", "refer this to CFPB."),
    ("refer this to {x}.", "CFPB. ", "refer this to CFPB."),
    ("for my {x}.", "kids..", "for my kids."),
    ("It did not {x}. I ask", "arrive!", "It did not arrive! I ask"),
    ("about this: {x}.", "Why? ", "about this: Why?"),
    ("about this: {x}.", "still waiting …", "about this: still waiting …"),
    ("He said {x}.", "“no.”", "He said “no.”"),
    ("He said {x}.", "no (not yet)", "He said no (not yet)."),
    ("To {x}:", "Block, Inc.", "To Block, Inc.:"),
    ("refer this to {x}.", "Block, Inc.", "refer this to Block, Inc."),
    ("by {x}, or else", "Friday,", "by Friday, or else"),
    ("{x}: said", "Ann.", "Ann: said"),
    ("matter: {x}", ", and more", "matter: and more"),
    ("本人就{x}提出投诉。", "转账未到账。", "本人就转账未到账提出投诉。"),
    ("投诉｜{x}｜王", "未到账。", "投诉｜未到账｜王"),
    ("Complaint | {x} | Ann", "It is late. Why?", "Complaint | It is late. Why? | Ann"),
    ("On {x} I complained", "3 May.", "On 3 May I complained"),
    ("sent “{x}”", "done.", "sent “done.”"),
    ("将提请{x}处理。", "金管局", "将提请金管局处理。"),
    ("事项是{x}。", "转账未到账。", "事项是转账未到账。"),
    ("事项是{x}。", "为什么没到账？", "事项是为什么没到账？"),
    ("事项是{x}，编号", "未到账。", "事项是未到账，编号"),
    ("事项：{x}", "：未到账", "事项：未到账"),
    ("本人就{x}提出", "Alipay 转账", "本人就 Alipay 转账提出"),
    ("因为：{x}", "一\n二", "因为：\n一\n二"),
    ("Because: {x}", "one\ntwo", "Because:\none\ntwo"),
    ("On {x}, I wrote.", "one\n two\n", "On one / two, I wrote."),
    ("Story:\n{x}", "one\n\ntwo.", "Story:\none\n\ntwo."),
    ("by {x}.", "{x}.", "by {x}."),
    ("by {x}.", ".", "by ."),
    ("| account {x} |", "account ending 6120", "| account ending 6120 |"),
    ("The account {x} with you", "Account ending 6120", "The account ending 6120 with you"),
    ("Account: {x}", "account ending 6120", "Account: account ending 6120"),
    ("| account {x} |", "Checking account ending 6120", "| Checking account ending 6120 |"),
    ("The account {x} with you", "savings account 6120", "The savings account 6120 with you"),
    ("| account {x} |", "accounts payable 6120", "| account accounts payable 6120 |"),
    ("| account {x}", "account", "| account account"),
    ("| account {x}", "accountant@example.com", "| account accountant@example.com"),
    ("｜账户 {x}｜", "账户尾号 6120", "｜账户 尾号 6120｜"),
    ("本人在贵方的账户{x}", "账户尾号 6120", "本人在贵方的账户尾号 6120"),
    ("金额{x}", "额度一千", "金额额度一千"),
])  # fmt: skip
def test_a_value_and_the_text_around_it_read_as_if_one_hand_had_written_them(
    joins: Module, text: str, typed: str, read: str
):
    assert joins.call("filled", text, {"x": typed}) == read


@pytest.mark.parametrize(("typed", "points"), [
    ("Refund", "Refund"),
    ("1. Refund", "Refund"),
    ("Refund\nExplain", "1. Refund\n2. Explain"),
    ("1. Refund\n2. Explain", "1. Refund\n2. Explain"),
    ("1.Refund\n2.Explain", "1. Refund\n2. Explain"),
    ("1) Refund\n2) Explain", "1. Refund\n2. Explain"),
    ("(1) Refund\n(2) Explain", "1. Refund\n2. Explain"),
    ("（1）退款\n（2）说明", "1. 退款\n2. 说明"),
    ("①退款\n②说明", "1. 退款\n2. 说明"),
    ("一、退款\n二、说明", "1. 退款\n2. 说明"),
    ("（一）退款\n（二）说明", "1. 退款\n2. 说明"),
    ("1、退款\n2、说明", "1. 退款\n2. 说明"),
    ("- Refund\n• Explain\n* Confirm", "1. Refund\n2. Explain\n3. Confirm"),
    ("a) Refund\nb) Explain", "1. Refund\n2. Explain"),
    ("1. 1. Refund\n2. Explain", "1. Refund\n2. Explain"),
    ("Refund\n2. Explain", "1. Refund\n2. Explain"),
    ("1. Refund\n\n  Explain  \n3.\n-", "1. Refund\n2. Explain"),
    ("1. 500 yuan back\n2. 3.5 for the fee", "1. 500 yuan back\n2. 3.5 for the fee"),
    ("3.5 元退回\n-5 元更正", "1. 3.5 元退回\n2. -5 元更正"),
    ("12. 5. 2026 paid\nrefund", "1. 12. 5. 2026 paid\n2. refund"),
    ("三五天内答复\n十分感谢", "1. 三五天内答复\n2. 十分感谢"),
    ("2026 年退款\n100% 退款", "1. 2026 年退款\n2. 100% 退款"),
    ("-", ""),
])  # fmt: skip
def test_points_are_numbered_once_however_the_reader_numbered_them(letter_js: Module, typed: str, points: str):
    assert letter_js.each("numbered", [(typed,), (points,)]) == [points, points]


GREET = """
({ expand, textOf }, payee) => textOf(expand({
  kind: "salutation", optional: false, segments: [
    { text: "Dear ", field: null }, { text: "Sir or Madam", field: "payee", stands: true }, { text: ",", field: null },
  ],
}, () => payee))
"""


@pytest.mark.parametrize(("payee", "greeting"), [
    ("", "Dear Sir or Madam,"),
    ("Kiki Wong", "Dear Kiki Wong,"),
    ("张*（微信号 zz_7788）", "Dear 张*,"),
    ("John Smith, 0777 900 456", "Dear John Smith,"),
    ("Smith, John", "Dear Smith, John,"),
    ("0906 555 0111", "Dear Sir or Madam,"),
    ("+63 906 (Ana)", "Dear Sir or Madam,"),
    ("@kiki99", "Dear @kiki99,"),
])  # fmt: skip
def test_a_payee_is_greeted_by_the_name_that_is_known(letter_js: Module, payee: str, greeting: str):
    """“Dear Sir or Madam” was said to a friend of a friend, and a phone number has no name."""
    assert letter_js.run(GREET, payee) == greeting


AT_THE_START = """
({ expand, textOf }, before) => textOf(expand({
  kind: "body", optional: false, segments: [
    ...(before ? [{ text: before, field: null }] : []),
    { text: "I", field: "principal", stands: true }, { text: " complained.", field: null },
  ],
}, () => "the estate of Ann Lee"))
"""


@pytest.mark.parametrize(("before", "read"), [
    ("", "The estate of Ann Lee complained."),
    ("It is late. ", "It is late. The estate of Ann Lee complained."),
    ("Why ", "Why the estate of Ann Lee complained."),
])  # fmt: skip
def test_a_sentence_that_begins_with_an_estate_begins_with_a_capital(letter_js: Module, before: str, read: str):
    assert letter_js.run(AT_THE_START, before) == read
