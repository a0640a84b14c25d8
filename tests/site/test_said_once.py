"""The page of an issue, and each plan on it, says a thing once: who reads it again looks for the difference.

Two sentences say the same if most words of the shorter one stand in the longer too. English is compared by the stems
of its words, without those that stand in every sentence; Chinese, which has no blanks, by its pairs of characters.
"""

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from macros.model.checklists import Evidence
from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language, folder_of
from tests.leaves import parsed

ALIKE = 0.7
"""From how much of the shorter sentence on. Of the 101 pairs that it once found, nearly all were the same advice, many
word for word. Others that need the same words, such as what to keep from support and what to hide in a letter, have
0.57 to 0.67 of them in common."""
FEWEST = {"zh": 5, "en": 4}
"""How many words or pairs two sentences share at least: with fewer, “Report the fault first.” is like any other."""

NOT_ITS_ADVICE = (
    ".situations, .safety, .answers, .regions, .plan-minutes, .case-bar-place, .provider-choice-place, .language-note,"
    " .not-begun, .page-end, page-leaf, plan-region, change-note, provider-freeze, script, template, [role=status],"
    " [data-awaits-script]"
)
"""Plans, which are read by themselves, as each reply is; what stands on every page; controls and their words."""
SENTENCE_END = {"zh": re.compile("[。！？；]"), "en": re.compile(r"(?<=[.!?])[”)]?\s+")}
STOP = """
a about after again all also an and any are as ask asked asks at be because been before but by can could did do does
each every for from get give go had has have he how i if in into is it its let made make may me more most must my
never no not of off on once one only or other our out over own put said say says see she so still take tell than
that the their them then there these they this those to told too until up us use was we were what when where which
while who whom why will with without would you your
"""
"""Words of every sentence."""
COMMON = frozenset(STOP.split())
WORD = re.compile(r"[A-Za-z]+")
ENDING = re.compile(r"(?<=[a-z]{3})(?:ing|ies|ied|ed|es|s|e|y)$")
HAN = re.compile("[\u4e00-\u9fff]+")


def words(sentence: str, language: Language) -> frozenset[str]:
    """What a sentence is compared by."""
    if language == "zh":
        return frozenset(run[at : at + 2] for run in HAN.findall(sentence) for at in range(len(run) - 1))
    found = (word.lower() for word in WORD.findall(sentence))
    return frozenset(ENDING.sub("", word) for word in found if word not in COMMON)


def alike(one: str, other: str, language: Language) -> bool:
    first, second = words(one, language), words(other, language)
    shared = len(first & second)
    return shared >= FEWEST[language] and shared >= ALIKE * min(len(first), len(second))


def said_twice(sentences: list[str], language: Language) -> list[tuple[str, str]]:
    return [pair for pair in combinations(sentences, 2) if alike(*pair, language)]


def advice(part: Tag, guide: Guide, language: Language) -> Iterator[str]:
    """The sentences of a page or plan, without those that are no advice of its own.

    A piece of evidence is the name of a thing, which some step says how to get; a link says what stands elsewhere.
    """
    for element in part.select(NOT_ITS_ADVICE):
        element.decompose()
    for block in part.select("p, li, dd, label"):
        if block.select_one("p, li, label"):
            continue
        box = block.input
        if box and isinstance(guide.item[box["data-item"]], Evidence):
            continue
        text = block.get_text().strip()
        if text and not any(link.get_text().strip() == text for link in block("a")):
            yield from filter(None, map(str.strip, SENTENCE_END[language].split(text)))


def pages_of(site: Path, guide: Guide, language: Language) -> Iterator[tuple[str, Tag]]:
    """Each issue’s page without its plans, and each plan, by name."""
    for issue in guide.issues:
        folder = site / folder_of(language) / "issues" / issue.id
        yield issue.id, article(folder).select_one("article")
        for situation in guide.situations(issue.id):
            yield f"{issue.id}#{situation.id}", article(folder / situation.id).select_one(".leaf")


def article(folder: Path) -> BeautifulSoup:
    return parsed(folder / "index.html")


SAME = {
    "zh": [
        ("不要再付第二次，哪怕对方催您", "不要付第二次，哪怕对方催您"),
        ("耐心地把故障说清楚：几点、在哪一步、看到什么、怎样能重现", "耐心说清：几点、哪一步、看到什么"),
        (
            "请求按顺序写：先止损，再更正，再退款，再报销有凭证的额外支出",
            "请求按顺序写：止损、更正、退款、有凭证的额外支出",
        ),
    ],
    "en": [
        (
            "Call every linked bank and card issuer to freeze and stop payments",
            "Call every linked bank and card issuer to freeze, stop payments and register the dispute",
        ),
        (
            "Describe the fault patiently: what time, at which step",
            "Describe the fault patiently. Which step, what time",
        ),
        (
            "Be firm about 3 things: a reference, a date, a written answer",
            "Be firm about three things: a reference, a date, a written answer",
        ),
    ],
}
OTHER = {
    "zh": [
        ("不要报验证码、密码、完整卡号", "发出前遮住完整卡号、身份证号、密码、验证码和别人的信息"),
        ("打开扣款详情：处理中还是已入账", "第二笔是处理中还是已入账"),
        ("拿到编号", "拿到编号，记下日期"),
    ],
    "en": [
        (
            "Never give anyone your one-time code, your password or your whole card number",
            "Before sending, hide full card and ID numbers, passwords, codes and other people’s details",
        ),
        (
            "If it is under review, send documents only through the task in the app",
            "If it is under review, please list all the documents you need at once, and where to send them.",
        ),
        ("Report the fault first.", "Freeze the cards first and report the fault later"),
    ],
}


def pairs(of: dict) -> list:
    return [pytest.param(language, *pair, id=pair[0]) for language in WRITTEN for pair in of[language]]


@pytest.mark.parametrize(("language", "one", "other"), pairs(SAME))
def test_the_same_advice_in_nearly_the_same_words_is_found(language: Language, one: str, other: str):
    assert alike(one, other, language)


@pytest.mark.parametrize(("language", "one", "other"), pairs(OTHER))
def test_other_advice_that_needs_the_same_words_is_let_be(language: Language, one: str, other: str):
    assert not alike(one, other, language)


@pytest.mark.parametrize("language", WRITTEN)
def test_no_advice_stands_twice_on_a_page_or_in_a_plan(language: Language, site: Path, guide: Guide):
    twice = [
        f"{name}: {one}\n    {other}"
        for name, part in pages_of(site, guide, language)
        for one, other in said_twice([*advice(part, guide, language)], language)
    ]

    assert not twice, "\n".join(["say it once, where the reader needs it:", *twice])
