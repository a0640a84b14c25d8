"""What the guide's own data must hold whatever is written into it: whole letters, and no letter for the wrong case."""

import re

import pytest

from macros.checks.load import read
from macros.model.base import Multilingual, named
from macros.model.checklists import ADVICE, Evidence
from macros.model.issues import Issue
from macros.model.languages import LANGUAGES, MAIN, WRITTEN, Language
from macros.model.letters import BLANK, Letter
from macros.model.regions import Right
from macros.model.situations import Situation
from tests.conftest import ROOT

GUIDE = read(ROOT / "docs/guide.yml", "docs/guide.yml").guide

each_letter = pytest.mark.parametrize("letter", GUIDE.letters, ids=lambda letter: letter.id)

# A letter that lists payments or charges names them there, one by one.
NEEDS = {
    "the wallet": {"wallet"},
    "the licensed entity": {"entity"},
    "the account": {"account", "deceased-account"},
    "the transaction": {"transaction", "payments", "charges"},
    "the amount and currency": {"amount", "total", "difference"},
    "the time": {"happened", "payments", "charges", "opened"},
    "what happened": {"story"},
    "what was tried": {"tried"},
    "a rule": {"right"},
    "a day for the answer": {"reply-by"},
    "who comes next": {"next-body", "body", "authority", "police-station"},
    "the attachments": {"attachments"},
    "who writes": {"name", "contact"},
}
PUBLIC = {"body", "authority", "police-station"}
"""Whom nobody gives a day: they say themselves how long they take."""
LACKS = {
    # Of records, an account or a number and not of a payment; to a payee, who has no part in a complaint; to police.
    "the licensed entity": {"return-demand"},
    "the account": {"return-demand", "reissued-number"},
    "the transaction": {"reissued-number", "old-number", "account-closed", "collection-restored", "estate"}
    | {"promised-bonus"},
    "the amount and currency": {"data-access", "reissued-number", "old-number", "estate"},
    "the time": {"reissued-number", "old-number", "account-closed", "seller-answer", "collection-restored", "estate"}
    | {"promised-bonus"},
    "what happened": {"return-demand"},
    "what was tried": {"return-demand"},
    "who comes next": {"data-access", "return-demand"},
    "a rule": {"police-report", "return-demand", "seller-answer", "authority-freeze", "data-access", "identity-misuse"},
}


WRITER_ACTS = {
    "en": re.compile(
        r"\bI (?:(?:ask|will|complain|disagree|do not ask|explain|report|think)\b|am making\b|am {estate-role}"
        r"|can (?:appeal|give|show)\b)|\b[Mm]y (?:postal address|standing)\b"
    ),
    "zh": re.compile(
        r"本人(?:的?请求|请贵|同意贵|投诉下列|就下列|认为|不同意|报告|报案|愿意|配合提供|只按|不要求|现说明|对该机构的请求"
        r"|申请|的通讯地址|是其{estate-role}|身份的证明)|(?:告知|答复|只与|征得)本人"
    ),
}
"""What whoever writes does by writing, for themselves or for another; and what is theirs who sign. All else is said of
the principal."""
WRITER = {"en": re.compile(r"\b(?:I|my|mine|myself)\b", re.I), "zh": re.compile(r"本人|我")}


def texts(letter: Letter) -> list[Multilingual]:
    return [letter.subject, *(part.text for part in letter.parts)]


def fields_of(letter: Letter) -> set[str]:
    return {*letter.fields, *GUIDE.frame[MAIN].fields}


def required_in(letter: Letter) -> frozenset[str]:
    return letter.required | GUIDE.frame[MAIN].required


@each_letter
@pytest.mark.parametrize("need", NEEDS)
def test_a_letter_names(letter: Letter, need: str):
    named = bool(NEEDS[need] & fields_of(letter))

    if need == "a day for the answer":
        assert named == (letter.to not in PUBLIC)
    else:
        assert named == (letter.id not in LACKS.get(need, ()))


@each_letter
def test_a_letter_is_right_where_there_was_no_transaction_and_no_next_body_is_known(letter: Letter):
    assert not required_in(letter) & {
        "transaction",
        "transaction-end",
        "next-body",
        "wallet",
        "tried",
        "police",
        "reference",
    }


@each_letter
def test_what_may_not_exist_has_no_paragraph_of_its_own_that_stays(letter: Letter):
    demanded = {"income-sources", "tried", "police", "merchant-said", "impact", "right", "document"}
    standing = [part.text["en"] for part in letter.parts if not part.optional]

    assert not demanded & {
        name for text in standing for name, left_open, words in BLANK.findall(text) if not left_open and not words
    }


ADDED_UP = {"total", "charged", "difference"}
"""What the rows of a letter say already."""


@pytest.mark.parametrize(
    "letter", [each for each in GUIDE.letters if each.rung == "complain"], ids=lambda letter: letter.id
)
def test_a_first_letter_asks_for_eight_things_at_most(letter: Letter):
    """Where the wallet and the situation are known; what else it has room for is folded."""
    asked = (letter.asked | required_in(letter)) - ADDED_UP
    known = {id for id in asked if GUIDE.field[id].drawn_from or GUIDE.field[id].otherwise}

    assert len(asked - known) <= 8


def test_only_one_who_says_so_has_been_nowhere_else():
    """“No lawsuit, not filed elsewhere” is not true of everyone: it is chosen, and stands in no text of a letter."""
    for letter in GUIDE.letters:
        if letter.to == "body":
            assert "elsewhere" in required_in(letter)
            assert not any(re.search("未起诉|court or arbitrator", text["zh"] + text["en"]) for text in texts(letter))


def test_every_rung_above_the_provider_but_a_court_has_its_letter():
    bodies = [body for region in GUIDE.regions for rung in region.rungs for body in rung]

    assert {body.id for body in bodies if not body.letter} == {"cn-court", "us-court"}
    within_the_provider = {body.id for body in bodies if body.letter and GUIDE.letter[body.letter].to != "body"}
    assert within_the_provider == {"br-ouvidoria"}


@each_letter
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_letter_asks_for_is_numbered(letter: Letter, language: str):
    asked = [part.text[language] for part in letter.parts]

    assert "remedy" in fields_of(letter) or any(re.search(r"^1\. .*\n2\. ", text, re.MULTILINE) for text in asked)


@pytest.mark.parametrize(("field", "words"), [
    ("account", ("后四位", "last")),
    ("amount", ("币种", "currency")),
    ("total", ("币种", "currency")),
    ("difference", ("币种", "currency")),
    ("happened", ("时区", "zone")),
    ("discovered", ("时区", "zone")),
    ("remedy", ("编号", "numbered")),
    ("attachments", ("编号", "numbered")),
])  # fmt: skip
def test_a_blank_asks_for_all_that_is_needed(field: str, words: tuple[str, str]):
    """Its label is short; what else it asks for, its help says."""
    said = [text for text in (GUIDE.field[field].label, GUIDE.field[field].help) if text]

    assert any(words[0] in text.zh for text in said)
    assert any(words[1] in text.en for text in said)


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
    assert {situation.letters for situation in deceived} == {("scam-report", "police-report")}
    assert GUIDE.situation["money-taken"].letters == ("unauthorised-transactions", "police-report")


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
    assert set(GUIDE.field) == {field for letter in GUIDE.letters for field in fields_of(letter)}


def test_every_source_is_used():
    assert set(GUIDE.source) == {fact.source for fact in GUIDE.facts}


@pytest.mark.parametrize("issue", GUIDE.issues, ids=lambda issue: issue.id)
def test_an_issue_asks_for_ten_to_fifteen_pieces_of_evidence_the_essential_ones_first(issue: Issue):
    needs = [item.need for item in GUIDE.items(issue.id, "evidence")]

    assert 10 <= len(needs) <= 15
    assert needs == sorted(needs)


@pytest.mark.parametrize("evidence", [each for each in GUIDE.item.values() if isinstance(each, Evidence)], ids=named)
def test_no_attachment_is_called_by_words_to_the_reader(evidence: Evidence):
    assert [word for text in evidence.attached.texts for word in ADVICE.findall(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_spelling_stands_for_two_terms(language: Language):
    spellings = [spelling.casefold() for term in GUIDE.glossary for spelling in term.spellings(language)]

    assert sorted(spellings) == sorted(set(spellings))


# Rules that letters cite -----------------------------------------------------------------------

RIGHTS = [(region, right) for region in GUIDE.regions for right in region.rights if right.cite]
each_right = pytest.mark.parametrize("right", [right for _, right in RIGHTS], ids=lambda right: right.id)
ARABIC = r"(?<!\d)\d+(?:\.\d+)*"
CHINESE = "第[〇零一二三四五六七八九十百]+[条款]"


@each_right
def test_a_rule_names_its_law_in_a_letter(right: Right):
    assert [law for law in re.findall("《[^》]+》", right.law.zh) if law not in right.cite.zh] == []


@each_right
@pytest.mark.parametrize("language", WRITTEN)
def test_a_rule_names_its_article_in_a_letter(right: Right, language: str):
    said, named = right.cite[language], right.article[language]

    assert set(re.findall(ARABIC, named)) <= set(re.findall(ARABIC, said))
    assert all(article in said for article in re.findall(CHINESE, named))


UNDERCUTS = re.compile(
    r"(?i)limits and exceptions|有限额和例外|are not covered|不适用。|many of its requirements|许多要求"
    r"|was issued on|日发布|it is also to detect|both complied|两者均已尽责|may be more|longer in the cases|可能更多"
)
"""What helps the other side, or fills a line and binds nobody."""


@each_right
def test_a_rule_in_a_letter_does_not_undercut_its_writer(right: Right):
    assert [word for text in right.cite.texts for word in UNDERCUTS.findall(text)] == []


@pytest.mark.parametrize(
    "idle",
    ["mo-financial-system-act", "my-e-money-policy", "my-ombudsman-scheme", "id-consumer-rules", "ca-safeguarding"],
)
def test_what_requires_nothing_for_the_writer_is_in_no_letter(idle: str):
    (right,) = (right for region in GUIDE.regions for right in region.rights if right.id == idle)

    assert right.cite is None


def test_a_rule_without_a_right_to_the_balance_is_in_no_letter_about_a_closed_account():
    (waiver,) = (right for _, right in RIGHTS if right.id == "us-no-waiver")

    assert "account-closed" not in waiver.letters


@pytest.mark.parametrize(("rule", "time"), [
    ("in-failed-payment", "T+1"), ("in-failed-upi", "T+1"), ("in-failed-upi-merchant", "T+5"),
])  # fmt: skip
def test_in_india_a_letter_about_a_failed_payment_names_the_one_time_that_counts(rule: str, time: str):
    (cited,) = (right.cite for _, right in RIGHTS if right.id == rule)

    for text in cited.texts:
        assert re.findall(r"T\+\d", text) == [time]


@pytest.mark.parametrize("rumour", ["mo-system-testing", "my-security-lapses", "my-independent-review"])
def test_what_only_a_newspaper_said_is_in_no_letter(rumour: str):
    (right,) = (right for region in GUIDE.regions for right in region.rights if right.id == rumour)

    assert right.cite is None


@pytest.mark.parametrize("letter", ["scam-report", "mistaken-transfer"])
def test_who_pressed_pay_cites_no_rule_for_those_who_did_not(letter: str):
    assert [right.id for _, right in RIGHTS if letter in right.letters and right.troubles == ("unauthorised",)] == []


@each_letter
def test_a_letter_has_room_for_a_rule_where_one_fits_it(letter: Letter):
    fitting = [right.id for _, right in RIGHTS if letter.id in right.letters]

    assert bool(fitting) == ("right" in letter.fields)
    assert "right" not in letter.required


def said_of_the_writer(text: str, language: Language, principal: str) -> list[str]:
    """What a text says of whoever signs, with a principal or ("") without, but for what they do by writing."""

    def filled(blank: re.Match[str]) -> str:
        return blank["words"] if blank["words"] is not None and not principal else principal and blank[0].split("|")[0]

    spoken = BLANK.sub(lambda blank: filled(blank) if blank["id"] == "principal" else blank[0], text)
    rest = WRITER_ACTS[language].sub("", spoken)
    return [line for line in rest.splitlines() if WRITER[language].search(line)]


@pytest.mark.parametrize("language", WRITTEN)
def test_who_writes_for_another_never_says_that_they_paid_own_owe_or_received_anything(language: Language) -> None:
    """Mary Smith’s son wrote “I sent you GBP 50.00 … I do not owe you”, and “the number has been mine”."""
    bodies = [(letter.id, part.text[language]) for letter in GUIDE.letters for part in letter.parts]
    answers = [
        (f"{field.id}: {choice.id}", choice.says[language])
        for field in GUIDE.fields
        for choice in field.choices
        if choice.says and field.id != "capacity"
    ]
    wrong = {
        (where, line): text
        for where, text in [*bodies, *answers]
        for line in said_of_the_writer(text, language, "Mary Smith")
    }
    assert not wrong


@pytest.mark.parametrize(("language", "old"), [
    ("en", "I sent you {amount} by mistake. It was not meant for you, and I do not owe you this money."),
    ("en", "The phone number {phone-number} has been mine since {number-since}."),
    ("en", "I have not been able to use that number since {number-ended}."),
    ("en", "5. If the account is or will be closed, tell me why, and how and when I receive the balance."),
    ("en", "A child in my care paid what is listed below."),
    ("zh", "本人误将{amount}转给了您。"),
    ("zh", "手机号{phone-number}自{number-since}起由本人使用。"),
    ("zh", "本人事先不知情，没有同意。"),
])  # fmt: skip
def test_what_letters_once_said_of_the_writer_would_be_found(language: Language, old: str) -> None:
    assert said_of_the_writer(old, language, "Mary Smith")


def test_for_whom_one_writes_and_by_what_right_is_asked_together() -> None:
    """In some letters the principal was asked for among the payments, and what entitles the writer at the very end."""
    assert GUIDE.frame[MAIN].opening == ("principal", "capacity", "authority-proof")


def test_a_choice_that_denies_what_a_field_would_say_is_one_that_there_is() -> None:
    assert list(GUIDE.misdenied()) == []
    assert {field.id for field in GUIDE.fields if field.denied_by} == {
        "authority-proof",
        "codes-shared",
        "elsewhere-which",
    }
