"""Letters, on the page and as the data from which a reader fills one in."""

import json
from collections.abc import Callable

import pytest

from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, MAIN, Language
from macros.render.letters import Segment, all_letters, issue_letters, letter_list, papers, segments
from macros.render.view import View
from tests.unit.render.looked_at import read_out, shared, soup, view


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Plain words", [Segment("Plain words", None)]),
        ("{amount}", [Segment("[amount]", "amount")]),
        ("Pay {amount} now", [Segment("Pay ", None), Segment("[amount]", "amount"), Segment(" now", None)]),
        ("{amount}{story}", [Segment("[amount]", "amount"), Segment("[what happened]", "story")]),
        ("{amount}\n{amount}", [Segment("[amount]", "amount"), Segment("\n", None), Segment("[amount]", "amount")]),
        ("", []),
    ],
)
def test_a_letter_is_cut_at_its_blanks(small: Guide, text: str, pieces: list[Segment]) -> None:
    assert list(segments(small, text, "en")) == pieces


def test_a_blank_is_named_in_the_language_of_the_letter(small: Guide) -> None:
    assert list(segments(small, "{amount}", "zh")) == [Segment("【金额】", "amount")]


def test_blanks_are_marked_in_the_text(small: Guide) -> None:
    letter = soup(issue_letters(view(small), "lost")).find(attrs={"data-letter": "first"})
    paper = letter.find(class_="letter-paper", lang="en")
    assert [(blank["data-field"], blank.text) for blank in paper("mark")] == [
        ("amount", "[amount]"),
        ("amount", "[amount]"),
        ("story", "[what happened]"),
        ("remedy", "[remedy]"),
    ]


def test_evidence_keeps_its_text_for_the_reader_and_has_another_name_among_attachments(small: Guide) -> None:
    evidence = shared(small)["data"]["issues"]["lost"]["evidence"]
    assert evidence["chats"] == {
        "text": "The chats",
        "name": {"zh": "与收款人的聊天记录", "zh-Hant": "與收款人的聊天記錄", "en": "Messages with the payee"},
    }
    assert evidence["receipt"] == {
        "text": "The receipt",
        "name": {"zh": "回执", "zh-Hant": "回執", "en": "The receipt"},
    }


REMINDERS = {
    "zh": "简体 来自 【金额】 催办 请答复 此致",
    "zh-Hant": "繁體 來自 【金額】 催辦 請答覆 此致",
    "en": "English From [amount] Reminder Please answer Yours",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_letter_stands_there_in_the_readers_language(small: Guide, language: Language) -> None:
    (paper,) = soup(issue_letters(view(small, language), "slow"))(class_="letter-paper")
    assert (paper["lang"], read_out(paper)) == (language, REMINDERS[language])


@pytest.mark.parametrize(
    ("language", "home", "way", "words", "spoken"),
    [
        ("zh", "../../", "../../en/letters/#chase", "In English", "en"),
        ("en", "../../", "../../../letters/#chase", "中文版", "zh"),
        ("en", "../../", "../../../zh-hant/letters/#chase", "繁體版", "zh-Hant"),
    ],
)
def test_a_link_leads_to_the_letter_in_the_other_language(
    small: Guide, language: Language, home: str, way: str, words: str, spoken: str
) -> None:
    there = View(small, language, home=home, root=home if language == MAIN else f"{home}../")
    links = soup(issue_letters(there, "slow")).select(".letter-other a")
    assert (way, words, spoken) in [(link["href"], link.text, link["lang"]) for link in links]


@pytest.mark.parametrize(("language", "other"), [("zh", "en"), ("zh", "zh-Hant"), ("en", "zh")])
def test_each_letter_comes_in_the_other_language_when_it_is_opened(
    small: Guide, language: Language, other: Language
) -> None:
    others = json.loads(papers(view(small, language)))
    assert list(others) == ["first", "chase"]
    found = {paper["lang"]: read_out(paper) for paper in soup(others["chase"])(class_="letter-paper")}
    assert (len(found), found[other]) == (len(LANGUAGES) - 1, REMINDERS[other])


def test_lines_of_a_letter_hold_nothing_but_the_letter(small: Guide) -> None:
    """They are what is copied."""
    letter = soup(issue_letters(view(small), "lost")).find(attrs={"data-letter": "first"})
    paper = letter.find(class_="letter-paper", lang="en")
    assert [line.text for line in paper(class_="letter-line")] == [
        "From [amount]",
        "Complaint: [amount]",
        "It went so: [what happened]",
        "I ask for [remedy]",
        "Yours",
    ]


@pytest.mark.parametrize(("language", "note"), [("zh", "用不上就删掉"), ("en", "Delete if it does not apply")])
def test_an_optional_part_says_so_in_the_readers_language(small: Guide, language: Language, note: str) -> None:
    optional = soup(issue_letters(view(small, language), "lost"))(class_="letter-optional")
    other = soup(json.loads(papers(view(small, language)))["first"])(class_="letter-optional")
    for parts in (optional, other):
        assert {read_out(part.find(class_="letter-note")) for part in parts} == {note}
        assert {part.find("mark")["data-field"] for part in parts} == {"remedy"}


@pytest.mark.parametrize(("issue", "letters"), [("lost", ["letter-first", "letter-chase"]), ("slow", ["letter-chase"])])
def test_an_issue_shows_its_own_letters_folded(small: Guide, issue: str, letters: list[str]) -> None:
    folds = soup(issue_letters(view(small), issue)).select(".letters > details")
    assert [fold["id"] for fold in folds] == letters
    assert not any(fold.has_attr("open") for fold in folds)


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("zh", ["## L1 首次投诉 { #first }", "## L2 催办 { #chase }"]),
        ("en", ["## L1 First complaint { #first }", "## L2 Follow-up { #chase }"]),
    ],
)
def test_the_page_of_letters_has_each_under_its_own_heading(
    small: Guide, language: Language, headings: list[str]
) -> None:
    lines = all_letters(view(small, language)).splitlines()
    assert [line for line in lines if line.startswith("#")] == headings


def test_each_letter_on_the_page_of_letters_can_be_gone_to(small: Guide):
    links = soup(letter_list(view(small, "en")))("a")
    assert {link["href"]: link.text for link in links} == {
        f"#{letter.id}": f"{letter.code} {letter.title.en}" for letter in small.letters
    }


@pytest.mark.parametrize("macro", [lambda here: issue_letters(here, "slow"), all_letters])
def test_a_letter_says_when_to_use_it_and_what_to_leave_out(small: Guide, macro: Callable[[View], str]) -> None:
    text = read_out(soup(macro(view(small))))
    for advice in (
        "Use this when The date has passed",
        "Do not use it when It is not due",
        "Leave out Blame",
    ):
        assert advice in text
