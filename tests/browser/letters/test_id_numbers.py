"""id-numbers.js: which numbers are those of a person, as python-stdnum knows it; others are worked out here."""

from collections.abc import Callable
from datetime import date, timedelta
from importlib import import_module
from random import Random

import pytest
from stdnum import iban

from tests.browser.modules import Module, OpenModule

# The name of a row, the module of python-stdnum, and what a number is made of: # a digit, A a letter, Y a birthday as
# yymmdd, D as ddmmyy.
REFERENCES = {
    "us ssn": ("us.ssn", "#########"),
    "us itin": ("us.itin", "9########"),
    "ca sin": ("ca.sin", "4########"),
    "au tfn": ("au.tfn", "#########"),
    "nz ird": ("nz.ird", "1########"),
    "in aadhaar": ("in_.aadhaar", "2###########"),
    "jp my number": ("jp.in_", "############"),
    "kr rrn": ("kr.rrn", "Y1######"),
    "my mykad": ("my.nric", "Y14####"),
    "th pin": ("th.pin", "3############"),
    "id nik": ("id.nik", "317404D0001"),
    "br cpf": ("br.cpf", "###########"),
    "ch ahv": ("ch.ssn", "756##########"),
    "za id": ("za.idnr", "Y####08#"),
    "eu de idnr": ("de.idnr", "1##########"),
    "eu fr nir": ("fr.nir", "1800175########"),
    "eu nl bsn": ("nl.bsn", "1########"),
    "eu pl pesel": ("pl.pesel", "Y#####"),
    "eu be nn": ("be.nn", "Y#####"),
    "eu pt nif": ("pt.nif", "1########"),
    "eu se pnr": ("se.personnummer", "Y####"),
    "eu dk cpr": ("dk.cpr", "D1###"),
    "eu cz rc": ("cz.rc", "Y####"),
    "eu ro cnp": ("ro.cnp", "1Y40####"),
    "eu bg egn": ("bg.egn", "Y####"),
    "eu gr amka": ("gr.amka", "D#####"),
    "eu hr oib": ("hr.oib", "###########"),
    "eu at vnr": ("at.vnr", "####D"),
    "eu ee ik": ("ee.ik", "3Y####"),
    "in pan": ("in_.pan", "AAAPA####A"),
    "eu es dni": ("es.dni", "########A"),
    "eu es nie": ("es.nie", "X#######A"),
    "eu it cf": ("it.codicefiscale", "RSSMRA80A01F###A"),
    "eu fi hetu": ("fi.hetu", "D-###A"),
    "eu ie pps": ("ie.pps", "#######AA"),
}
LOOSER = {
    "us ssn", "us itin", "kr rrn", "in pan", "eu de idnr", "eu fr nir", "eu be nn", "eu dk cpr", "eu cz rc", "eu it cf",
    "eu ie pps",
}  # fmt: skip
"""Ours does not know all that makes such a number impossible: it asks about some that nobody has."""

ROW = """
({ DIGITS, LETTERS }, [of, numbers]) => {
  const rows = [...DIGITS, ...LETTERS].filter((row) => row.of === of);
  return numbers.map((number) => rows.some(({ digits, written, checks }) => (
    (digits ?? new RegExp(`^${written.replaceAll("␣", " ?")}$`)).test(number)
      && (!checks || checks(number.replace(/[^0-9A-Z]/g, "")))
  )));
}
"""


@pytest.fixture(scope="module")
def numbers(open_module: OpenModule) -> Module:
    return open_module("letters/id-numbers.js")


def verdicts(module: Module, of: str, given: list[str]) -> dict[str, bool]:
    return dict(zip(given, module.run(ROW, [of, given]), strict=True))


def made(pattern: str, random: Random) -> str:
    born = date(1955, 1, 1) + timedelta(days=random.randrange(16_000))
    parts: dict[str, Callable[[], str]] = {
        "#": lambda: random.choice("0123456789"),
        "A": lambda: random.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "Y": lambda: born.strftime("%y%m%d"),
        "D": lambda: born.strftime("%d%m%y"),
    }
    return "".join(parts[sign]() if sign in parts else sign for sign in pattern)


@pytest.mark.parametrize("of", REFERENCES)
def test_numbers_are_a_persons_where_the_reference_says_so(numbers: Module, of: str):
    name, pattern = REFERENCES[of]
    reference = import_module(f"stdnum.{name}")
    random = Random(18)
    # The fixed letters of a pattern are the reader's own: only what is drawn is drawn.
    tried = list(dict.fromkeys(made(pattern, random) for _ in range(3_000)))
    got = verdicts(numbers, of, tried)
    valid = {number for number in tried if reference.is_valid(number)}

    assert valid, "the pattern makes no valid number"
    assert {number for number in valid if not got[number]} == set()
    if of not in LOOSER:
        assert {number for number in tried if got[number]} == valid


@pytest.mark.parametrize(("of", "known", "wrong"), [
    ("hk id", ["A123456(3)", "G123456(A)", "AB987654(3)"], ["A123456(4)", "G123456(1)"]),
    ("sg nric", ["S1234567D", "T1234567J", "F1234567N", "G1234567X", "M1234567K"], ["S1234567J", "T1234567D"]),
    ("tw id", ["A123456789", "A800000014"], ["A123456788", "A323456789"]),
    ("ae eid", ["784197012345670"], ["784197012345671", "785197012345670"]),
    ("mo bir", ["1234567(8)"], ["2234567(8)"]),
    ("uk nino", ["AB123456C", "AB 12 34 56 C"], ["DA123456C", "GB123456C", "AB123456E"]),
])  # fmt: skip
def test_numbers_that_the_reference_does_not_know(numbers: Module, of: str, known: list[str], wrong: list[str]):
    assert verdicts(numbers, of, [*known, *wrong]) == dict.fromkeys(known, True) | dict.fromkeys(wrong, False)


def test_mainland_numbers_are_those_of_the_reference(numbers: Module):
    from stdnum.cn import ric

    random = Random(18)
    born = [date(1930, 1, 1) + timedelta(days=random.randrange(30_000)) for _ in range(2_000)]
    tried = [f"110101{day:%Y%m%d}{made('###', random)}{random.choice('0123456789X')}" for day in born]
    got = numbers.each("isMainlandId", [(number,) for number in tried])
    assert [number for number, is_one in zip(tried, got, strict=True) if is_one != ric.is_valid(number)] == []
    assert any(got)


@pytest.mark.parametrize("number", [
    "DE89370400440532013000", "GB29NWBK60161331926819", "FR1420041010050500013M02606", "CH9300762011623852957",
    "AE070331234567890123456", "BR1800360305000010009795493C1", "NL91ABNA0417164300", "PL61109010140000071219812874",
])  # fmt: skip
def test_ibans_are_those_of_the_reference(numbers: Module, number: str):
    assert iban.is_valid(number)
    assert numbers.call("ibanLength", number[:2]) == len(number)
    wrong = number[:-1] + ("1" if number[-1] != "1" else "2")
    assert numbers.each("isIban", [(number,), (wrong,)]) == [True, False]
