"""What the guide's own data must hold whatever is written into it: whole letters, and no letter for the wrong case."""

import re

import pytest

from macros.checks.load import read
from macros.model.base import Multilingual
from macros.model.issues import Issue
from macros.model.languages import LANGUAGES, MAIN, WRITTEN, Language
from macros.model.letters import Letter
from macros.model.situations import Situation
from tests.conftest import ROOT

GUIDE = read(ROOT / "docs/guide.yml", "docs/guide.yml").guide

each_letter = pytest.mark.parametrize("letter", GUIDE.letters, ids=lambda letter: letter.id)

# A letter that lists payments or charges names them there, one by one.
NEEDS = {
    "the licensed entity": {"entity"},
    "the account": {"account"},
    "the transaction": {"transaction", "payments", "charges"},
    "the amount and currency": {"amount", "total", "difference"},
    "the time": {"happened", "payments"},
    "what was tried": {"tried"},
    "a day for the answer": {"reply-by"},
    "who comes next": {"next-body", "body", "authority"},
    "the attachments": {"attachments"},
    "who writes": {"name", "contact"},
}


def texts(letter: Letter) -> list[Multilingual]:
    return [letter.subject, *(part.text for part in letter.parts)]


@each_letter
@pytest.mark.parametrize("fields", NEEDS.values(), ids=NEEDS)
def test_a_letter_names(letter: Letter, fields: set[str]):
    assert fields & {*letter.fields, *GUIDE.frame[MAIN].fields}


@each_letter
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_letter_asks_for_is_numbered(letter: Letter, language: str):
    asked = [part.text[language] for part in letter.parts]

    assert "remedy" in letter.fields or any(re.search(r"^1\. .*\n2\. ", text, re.MULTILINE) for text in asked)


@pytest.mark.parametrize(("field", "words"), [
    ("account", ("尾号", "last")),
    ("amount", ("币种", "currency")),
    ("total", ("币种", "currency")),
    ("difference", ("币种", "currency")),
    ("happened", ("时区", "zone")),
    ("discovered", ("时区", "zone")),
    ("remedy", ("编号", "numbered")),
    ("attachments", ("编号", "numbered")),
])  # fmt: skip
def test_a_blank_asks_for_all_that_is_needed(field: str, words: tuple[str, str]):
    label = GUIDE.field[field].label

    assert words[0] in label.zh
    assert words[1] in label.en


@each_letter
def test_only_the_letter_for_unauthorised_payments_calls_them_so(letter: Letter):
    said = " ".join(text["zh"] + text["en"] for text in texts(letter))

    assert bool(re.search("未授权|未经本人授权|unauthorised|did not make", said)) == (
        letter.id == "unauthorised-transactions"
    )


def test_those_who_were_deceived_never_get_the_letter_of_those_who_did_not_pay():
    deceived = [
        situation for situation in GUIDE.situation.values() if situation.trouble == "scam" and situation.letters
    ]

    assert len(deceived) >= 7
    assert {situation.letters for situation in deceived} == {("scam-report",)}
    assert GUIDE.situation["money-taken"].letters == ("unauthorised-transactions",)


def test_a_plan_that_says_not_me_is_of_a_payment_that_the_reader_did_not_make():
    disowning = {id for id, item in GUIDE.item.items() if item.disowns}

    assert "mark-each-not-me" in disowning
    for id, situation in GUIDE.situation.items():
        if disowning & {step.id for step in GUIDE.steps(id)}:
            assert situation.pressed_pay == "not-me", id


@pytest.mark.parametrize("situation", GUIDE.situation.values(), ids=lambda situation: situation.id)
def test_a_situation_is_whole_and_is_found_from_home(situation: Situation):
    reached = {id for group in GUIDE.groups for id in (*group.situations, group.none_of_these)}
    reached |= {aside for id in reached & {*GUIDE.situation} for aside in GUIDE.situation[id].aside}

    assert situation.id in reached
    assert 3 <= len(GUIDE.steps(situation.id)) <= 6
    assert 1 <= len(GUIDE.evidence(situation.id)) <= 6
    assert situation.letters or situation.no_letter


def test_those_who_were_tricked_or_robbed_stand_in_the_first_four_groups():
    assert {"money-left-not-me", "tricked"} <= {group.id for group in GUIDE.groups[:4]}
    assert all(len(group.situations) <= 8 for group in GUIDE.groups)
    assert len(GUIDE.groups) <= 8


def test_every_letter_fits_some_issue():
    assert {letter.id for letter in GUIDE.letters} == {letter for issue in GUIDE.issues for letter in issue.letters}


def test_every_blank_stands_in_some_letter():
    around = {field for language in WRITTEN for field in GUIDE.frame[language].fields}

    assert set(GUIDE.field) == {field for letter in GUIDE.letters for field in letter.fields} | around


def test_every_source_is_used():
    assert set(GUIDE.source) == {fact.source for fact in GUIDE.facts}


@pytest.mark.parametrize("issue", GUIDE.issues, ids=lambda issue: issue.id)
def test_an_issue_asks_for_ten_to_fifteen_pieces_of_evidence_the_essential_ones_first(issue: Issue):
    needs = [item.need for item in GUIDE.items(issue.id, "evidence")]

    assert 10 <= len(needs) <= 15
    assert needs == sorted(needs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_spelling_stands_for_two_terms(language: Language):
    spellings = [spelling.casefold() for term in GUIDE.glossary for spelling in term.spellings(language)]

    assert sorted(spellings) == sorted(set(spellings))
