"""case-file.js: a case carried to another device, whole or not at all."""

import base64
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.browser.modules import Failed, Module, OpenModule

FORMAT = "wallet-complaint-guide/case"
LOCKED = "wallet-complaint-guide/locked-case"
VERSION = 4
EXPORTED = "2026-11-20T06:05:00.000Z"
ENTRIES = {
    "tick:keep-app": "1",
    "field:slow-support:story": "<img src=x onerror=alert(1)> {x} $$ \u200fשלום 😀\n\t“您好”",
    "log:1": '{"a":[1]}',
    "empty": "",
}
PASSPHRASE = "一匹 correct 马 battery é"

PACK = "({ pack }, [entries, now]) => pack(entries, { now: new Date(now) })"
OPEN = """
async ({ open, CaseFileError }, [text, passphrase, key, most]) => {
  const allowed = { ...(key ? { key: new RegExp(key) } : {}), ...(most === null ? {} : { most }) };
  try {
    return await open(text, passphrase ?? undefined, allowed);
  } catch (error) {
    return error instanceof CaseFileError ? error.code : `threw ${error}`;
  }
}
"""


@pytest.fixture(scope="module")
def case_file(open_module: OpenModule) -> Module:
    return open_module("kept/case-file.js")


def pack(case_file: Module, entries: dict[str, str], now: str = EXPORTED) -> str:
    return case_file.run(PACK, [entries, now])


def opened(
    case_file: Module, text: str, passphrase: str | None = None, key: str | None = None, most: int | None = None
) -> Any:
    """What is in a file, or the code that says why it was not read."""
    return case_file.run(OPEN, [text, passphrase, key, most])


def written(**changes: object) -> str:
    """A file as `pack` writes it, but for some changes; None leaves a member out."""
    file = {"format": FORMAT, "version": VERSION, "exported": EXPORTED, "entries": ENTRIES} | changes
    return json.dumps({name: value for name, value in file.items() if value is not None})


@pytest.fixture(scope="module")
def locked(case_file: Module) -> dict:
    return json.loads(case_file.call("lock", written(), PASSPHRASE))


# Open files --------------------------------------------------------------------------------


def test_a_file_says_what_it_is_and_holds_the_entries(case_file: Module):
    assert json.loads(pack(case_file, ENTRIES)) == {
        "format": FORMAT,
        "version": VERSION,
        "exported": EXPORTED,
        "entries": ENTRIES,
    }


def test_what_was_packed_can_be_opened(case_file: Module):
    expected = {"entries": ENTRIES, "exported": EXPORTED}
    text = pack(case_file, ENTRIES)
    assert opened(case_file, text) == expected
    assert opened(case_file, text, "a passphrase it does not need") == expected
    assert opened(case_file, "\ufeff" + json.dumps(json.loads(text), indent=2)) == expected
    assert opened(case_file, pack(case_file, {})) == {"entries": {}, "exported": EXPORTED}


def test_a_file_of_an_earlier_version_can_be_opened(case_file: Module):
    assert opened(case_file, written(version=1)) == {"entries": ENTRIES, "exported": EXPORTED}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not-json"),
        ("{", "not-json"),
        ("PK\x03\x04", "not-json"),
        (written()[:-1], "not-json"),
        ("[" * 1_000_000, "not-json"),
        ("[" * 100_000 + "]" * 100_000, "foreign"),
        ("null", "foreign"),
        ("1", "foreign"),
        ('"text"', "foreign"),
        ("[]", "foreign"),
        ("{}", "foreign"),
        (json.dumps([written()]), "foreign"),
        (written(format=None), "foreign"),
        (written(format="wallet-complaint-guide/guide"), "foreign"),
        (written(format=[FORMAT]), "foreign"),
        ('{"__proto__":' + written() + "}", "foreign"),
        (written(version=VERSION + 1), "newer"),
        (written(version=VERSION + 1, entries=[], more=1), "newer"),
        (written(version=None), "broken"),
        (written(version="1"), "broken"),
        (written(version=0), "broken"),
        (written(version=1.5), "broken"),
        (written(exported=None), "broken"),
        (written(exported=1), "broken"),
        (written(exported="yesterday"), "broken"),
        (written(exported="2026-13-20T06:05:00Z"), "broken"),
        (written(entries=None), "broken"),
        (written(entries=[]), "broken"),
        (written(entries=["a"]), "broken"),
        (written(entries="a"), "broken"),
        (written(entries={"a": 1}), "broken"),
        (written(entries={"a": None}), "broken"),
        (written(entries={"a": {"b": "c"}}), "broken"),
        (written(entries={"": "a"}), "broken"),
        (written(entries={"__proto__": "a"}), "broken"),
        (written(entries={"__proto__": {"polluted": "yes"}}), "broken"),
        (written(entries={"constructor": "a"}), "broken"),
        (written(entries={"prototype": "a"}), "broken"),
        (written(entries={str(number): "" for number in range(100_001)}), "too-many"),
        (written(entries={"a": "x" * (5 * 1024 * 1024)}), "too-big"),
        ("x" * (5 * 1024 * 1024 + 1), "too-big"),
    ],
    ids=lambda value: value[:60] if isinstance(value, str) else None,
)
def test_every_other_file_is_refused_and_says_why(case_file: Module, text: str, code: str):
    assert opened(case_file, text) == code
    assert case_file.run("() => ({}).polluted ?? null") is None


def test_the_caller_says_which_keys_and_how_many(case_file: Module):
    key = r"^[a-z0-9:-]{1,80}$"
    assert opened(case_file, written(), key=key)["entries"] == ENTRIES
    assert opened(case_file, written(entries={"a": "1", "A": "2"}), key=key) == "broken"
    assert opened(case_file, written(), most=4)["entries"] == ENTRIES
    assert opened(case_file, written(), most=3) == "too-many"


def test_of_a_key_that_stands_twice_the_last_counts(case_file: Module):
    text = written(entries={}).replace("{}", '{"a": "1", "b": "2", "a": "3"}')
    assert opened(case_file, text)["entries"] == {"a": "3", "b": "2"}


def test_no_file_is_written_that_could_not_be_read_again(case_file: Module):
    limit = case_file.run("({ LONGEST }) => LONGEST")
    room = limit - len(written(entries={"a": ""}).replace(" ", ""))
    results = case_file.run(
        """
        ({ pack }, [exported, room]) => [room, room + 1].map((length) => {
          try {
            return pack({ a: "x".repeat(length) }, { now: new Date(exported) }).length;
          } catch (error) {
            return error.code;
          }
        })
        """,
        [EXPORTED, room],
    )
    assert results == [limit, "too-big"]
    # Three bytes to a Chinese character, and four thirds for base64.
    too_long = "async ({ lock }) => lock('字'.repeat(1500000), 'a').then(() => 'locked', (error) => error.code)"
    assert case_file.run(too_long) == "too-big"


# Locked files ------------------------------------------------------------------------------


def test_a_locked_file_says_how_it_was_locked_and_nothing_else(case_file: Module, locked: dict):
    assert set(locked) == {"format", "version", "kdf", "iterations", "salt", "iv", "ciphertext"}
    assert (locked["format"], locked["version"], locked["kdf"]) == (LOCKED, VERSION, "PBKDF2-SHA-256")
    assert locked["iterations"] >= 600_000
    sizes = [len(base64.b64decode(locked[name], validate=True)) for name in ("salt", "iv", "ciphertext")]
    assert sizes == [16, 12, len(written().encode()) + 16]


def test_it_opens_with_the_passphrase_only(case_file: Module, locked: dict):
    text = json.dumps(locked)
    assert opened(case_file, text, PASSPHRASE) == {"entries": ENTRIES, "exported": EXPORTED}
    assert opened(case_file, text) == "locked"
    assert opened(case_file, text, "") == "locked"
    assert opened(case_file, text, PASSPHRASE + " ") == "wrong-passphrase"
    assert opened(case_file, text, PASSPHRASE.upper()) == "wrong-passphrase"


def test_it_opens_however_the_keyboard_composes_the_passphrase(case_file: Module, locked: dict):
    other = PASSPHRASE.replace("é", "e\u0301").replace("c", "ｃ")
    assert opened(case_file, json.dumps(locked), other) == {"entries": ENTRIES, "exported": EXPORTED}


def test_the_same_case_is_never_locked_twice_alike(case_file: Module, locked: dict):
    again = json.loads(case_file.call("lock", written(), PASSPHRASE))
    assert not {again["salt"], again["iv"], again["ciphertext"]} & {locked["salt"], locked["iv"], locked["ciphertext"]}


def test_an_empty_passphrase_is_refused(case_file: Module):
    assert case_file.call("lock", written(), "") == Failed("RangeError")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"version": VERSION + 1}, "newer"),
        ({"version": "1"}, "broken"),
        ({"kdf": "scrypt"}, "broken"),
        ({"kdf": None}, "broken"),
        ({"iterations": 10_000_001}, "broken"),
        ({"iterations": 1}, "broken"),
        ({"iterations": 600_000.5}, "broken"),
        ({"iterations": "600000"}, "broken"),
        ({"salt": "AAAA"}, "broken"),
        ({"salt": 1}, "broken"),
        ({"salt": "*"}, "broken"),
        ({"iv": "AAAA"}, "broken"),
        ({"iv": None}, "broken"),
        ({"ciphertext": None}, "broken"),
        ({"ciphertext": "*"}, "broken"),
        ({"ciphertext": ""}, "wrong-passphrase"),
        # Sound, but not what was locked.
        ({"iterations": 600_001}, "wrong-passphrase"),
        ({"salt": "A" * 22 + "=="}, "wrong-passphrase"),
        ({"iv": "A" * 16}, "wrong-passphrase"),
        ({"ciphertext": "A" * 44}, "wrong-passphrase"),
    ],
    ids=str,
)
def test_a_locked_file_that_was_changed_is_refused(case_file: Module, locked: dict, changes: dict, code: str):
    assert opened(case_file, json.dumps(locked | changes), PASSPHRASE) == code


def test_its_settings_cannot_be_changed_even_by_who_knows_the_passphrase(case_file: Module, locked: dict):
    # The salt's last character holds spare bits: other text, same bytes, same key.
    body, last = locked["salt"][:-3], locked["salt"][-3]
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    same_bytes = f"{body}{alphabet[alphabet.index(last) ^ 1]}=="
    assert base64.b64decode(same_bytes) == base64.b64decode(locked["salt"])
    assert opened(case_file, json.dumps(locked | {"salt": same_bytes}), PASSPHRASE) == "wrong-passphrase"


def test_what_is_inside_a_locked_file_is_checked_as_well(case_file: Module, locked: dict):
    insides = {
        written(version=VERSION + 1): "newer",
        written(entries={"a": 1}): "broken",
        "{}": "foreign",
        json.dumps(locked): "broken",
    }
    for inside, code in insides.items():
        assert opened(case_file, case_file.call("lock", inside, "a"), "a") == code


# Any case ----------------------------------------------------------------------------------

CASES = st.dictionaries(
    st.text(st.characters(), min_size=1, max_size=20).filter(lambda key: key not in {"constructor", "prototype"}),
    st.text(st.characters(), max_size=60),
    max_size=8,
)


def utf16(entries: dict[str, str]) -> dict[str, str]:
    """`entries` as JavaScript sees them: two halves of a pair that meet are one character."""

    def paired(text: str) -> str:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")

    return {paired(key): paired(value) for key, value in entries.items()}


@given(CASES.map(utf16))
def test_any_case_is_opened_as_it_was_packed(case_file: Module, entries: dict[str, str]):
    assert opened(case_file, pack(case_file, entries))["entries"] == entries


@settings(max_examples=5)
@given(CASES.map(utf16), st.text(min_size=1))
def test_any_case_is_unlocked_as_it_was_locked(case_file: Module, entries: dict[str, str], passphrase: str):
    file = case_file.call("lock", pack(case_file, entries), passphrase)
    assert opened(case_file, file, passphrase)["entries"] == entries


# What an import would change ---------------------------------------------------------------


def test_an_import_is_told_apart_from_what_is_here(case_file: Module):
    here = {"a": "1", "b": "2", "c": "3", "toString": "4"}
    there = {"b": "2", "c": "other", "d": "5", "valueOf": "6"}
    table = [
        ((here, there), {"added": ["d", "valueOf"], "changed": ["c"], "same": ["b"], "kept": ["a", "toString"]}),
        (({}, {"a": "1"}), {"added": ["a"], "changed": [], "same": [], "kept": []}),
        (({"a": "1"}, {}), {"added": [], "changed": [], "same": [], "kept": ["a"]}),
        (({"a": ""}, {"a": ""}), {"added": [], "changed": [], "same": ["a"], "kept": []}),
    ]
    assert case_file.each("compare", [given for given, _ in table]) == [expected for _, expected in table]
