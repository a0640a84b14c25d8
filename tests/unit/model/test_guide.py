"""What the guide's own data must hold whatever is written into it: whole letters, and no letter for the wrong case."""

import re

import pytest

from macros.checks.load import read
from macros.model.base import Multilingual
from macros.model.issues import Issue
from macros.model.languages import LANGUAGES, Language
from macros.model.letters import Letter
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
    assert fields & set(letter.fields)


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
    letters = {situation.id: set(situation.letters) for situation in GUIDE.situations}
    not_me = letters["not-me-and-no-idea"] | letters["not-me-but-gave-something"]

    assert not_me == {"unauthorised-transactions"}
    assert letters["pressed-pay-but-deceived"] == {"scam-report"}


def test_every_letter_fits_some_issue():
    assert {letter.id for letter in GUIDE.letters} == {letter for issue in GUIDE.issues for letter in issue.letters}


def test_every_blank_stands_in_some_letter():
    assert set(GUIDE.field) == {field for letter in GUIDE.letters for field in letter.fields}


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
