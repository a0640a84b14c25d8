"""chunks.js: a letter in numbered pieces that a chat takes, cut where a reader would pause."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.browser.modules import Module, OpenModule

CUT = """
({ cutForChat }, { text, limit, number }) => {
  const numbers = {
    none: () => "",
    slash: (piece, total) => `(${piece}/${total}) `,
    unary: (piece, total) => "|".repeat(total),
    backwards: (piece, total) => (total < 3 ? "<<<<<<<<" : ">"),
  };
  try {
    return cutForChat(text, limit, numbers[number]);
  } catch (error) {
    return error.name;
  }
}
"""

FAMILY = "👨‍👩‍👧‍👦"
GRAPHEMES = ["é", "e\u0301", "👍🏽", FAMILY, "🇨🇳", "1️⃣", "❤️", "\r\n", "字", "葛\U000e0100", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "a\u200d", "\ud83d"]

BLANK = " \t\n\v\f\r\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2028\u2029\u205f\u3000"
"""White space that may be broken at."""


@pytest.fixture(scope="module")
def chunks(open_module: OpenModule) -> Module:
    return open_module("letters/chunks.js")


def cut(chunks: Module, text: str, limit: int, number: str = "none") -> list[str] | str:
    return chunks.run(CUT, {"text": text, "limit": limit, "number": number})


def length(text: str) -> int:
    """In UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def rejoins(pieces: list[str], text: str) -> bool:
    """Whether `pieces` are `text` but for white space between them and at both ends."""
    return re.fullmatch(f"[{BLANK}]*".join(["", *map(re.escape, pieces), ""]), text) is not None


# Where it cuts -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        ("", 10, []),
        (" \n\t", 10, []),
        ("Short.", 10, ["Short."]),
        ("exactly 10", 10, ["exactly 10"]),
        ("  kept \n", 10, ["kept"]),
        # A paragraph before a line, a line before a sentence, a sentence before a clause, a clause before a space.
        ("One two.\n\nThree. Four\nfive six", 24, ["One two.", "Three. Four\nfive six"]),
        ("One two.\nThree. Four five six", 24, ["One two.", "Three. Four five six"]),
        ("One two. Three, four five six", 24, ["One two.", "Three, four five six"]),
        ("One two, three four five six", 20, ["One two,", "three four five six"]),
        ("One two three four", 10, ["One two", "three four"]),
        ("第一句很长。第二句，也很长。", 10, ["第一句很长。", "第二句，也很长。"]),
        ("第一句，第二句没有句号", 9, ["第一句，", "第二句没有句号"]),
        ("真的吗？真的！好；", 6, ["真的吗？", "真的！好；"]),
        ("他说：“好。”我说：“行。”", 9, ["他说：“好。”", "我说：“行。”"]),
        ("Really? Yes! I do", 12, ["Really? Yes!", "I do"]),
        # A greeting alone is no piece when more fits in.
        (
            "Dear team,\n\n" + "one two three. " * 4,
            50,
            ["Dear team,\n\none two three. one two three.", "one two three. one two three."],
        ),
        # Marks inside numbers and addresses are no pauses.
        ("pay 1,200.50 to a.b.example", 18, ["pay 1,200.50 to", "a.b.example"]),
        ("at 14:05:30 it failed", 12, ["at 14:05:30", "it failed"]),
        # No line begins with a closing mark or ends with an opening one.
        ("甲乙丙丁，戊己庚辛", 4, ["甲乙丙", "丁，", "戊己庚辛"]),
        ("甲乙丙“丁戊己”", 4, ["甲乙丙", "“丁戊", "己”"]),
        # Line ends of every kind; blank lines with spaces.
        ("ab\r\n\r\ncd", 4, ["ab", "cd"]),
        ("ab \n \n cd", 4, ["ab", "cd"]),
        ("a\u00a0b cd", 4, ["a\u00a0b", "cd"]),
    ],
)
def test_it_cuts_where_a_reader_would_pause(chunks: Module, text: str, limit: int, pieces: list[str]):
    assert cut(chunks, text, limit) == pieces


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        ("Order ABC-123_45 ok", 12, ["Order", "ABC-123_45", "ok"]),
        ("订单20261120号已付", 9, ["订单", "20261120号", "已付"]),
        # Too long for any piece: cut at characters.
        ("20261120123456", 10, ["2026112012", "3456"]),
        # No number inside: a word like any other, but kept whole while there are spaces.
        ("well-known abcdefghijkl", 10, ["well-known", "abcdefghij", "kl"]),
        ("a 123456 b", 6, ["a", "123456", "b"]),
        ("a.b.c.ABC12345", 10, ["a.b.c.", "ABC12345"]),
    ],
)
def test_a_reference_number_that_fits_a_piece_is_not_divided(chunks: Module, text: str, limit: int, pieces: list[str]):
    assert cut(chunks, text, limit) == pieces


@pytest.mark.parametrize("character", [FAMILY, "👍🏽", "🇨🇳", "e\u0301", "❤️"])
def test_no_character_is_divided(chunks: Module, character: str):
    size = length(character)
    assert cut(chunks, character * 3, 2 * size + 1) == [character * 2, character]
    assert cut(chunks, character, size - 1) == "RangeError"


# Numbers -----------------------------------------------------------------------------------


def test_each_piece_says_which_it_is_and_of_how_many(chunks: Module):
    assert cut(chunks, "one two three", 11, "slash") == ["(1/3) one", "(2/3) two", "(3/3) three"]
    assert cut(chunks, "one", 11, "slash") == ["(1/1) one"]


def test_the_total_is_true_where_it_gains_a_digit(chunks: Module):
    nine = cut(chunks, " ".join(["word"] * 9), 10, "slash")
    assert nine == [f"({place}/9) word" for place in range(1, 10)]
    # With ten, the numbers leave room for two letters only, which makes twenty.
    ten = cut(chunks, " ".join(["word"] * 10), 10, "slash")
    assert ten == [f"({place}/20) {'rd' if place % 2 == 0 else 'wo'}" for place in range(1, 21)]


@pytest.mark.parametrize("number", ["unary", "backwards"])
def test_numbers_of_any_shape_come_to_an_end(chunks: Module, number: str):
    text = "Eins zwei drei. Vier fünf sechs.\n\nSieben acht neun zehn, elf zwölf."
    pieces = cut(chunks, text, 22, number)
    bare = [piece.lstrip("|<>") for piece in pieces]
    assert rejoins(bare, text)
    assert max(map(length, pieces)) <= 22
    assert number != "unary" or all(piece.startswith("|" * len(pieces)) for piece in pieces)


@pytest.mark.parametrize(
    ("text", "limit", "number"),
    [("a", 0, "none"), ("a", -1, "none"), ("a", 6, "slash"), ("😀", 1, "none"), ("a" * 100, 7, "slash")],
)
def test_a_limit_without_room_for_a_character_is_refused(chunks: Module, text: str, limit: int, number: str):
    assert cut(chunks, text, limit, number) == "RangeError"


# Any text ----------------------------------------------------------------------------------

TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            [*GRAPHEMES[:-1], " ", "\n", "\n\n", "。", "，", ". ", "!", "“", "”", "A-12_3", "20261120", "TXN-1"]
        ),
        st.sampled_from(["汉字", "word ", "投诉", "longerword", "\u200f", "{x}", "$$", "<img onerror>"]),
        st.text(max_size=5),
    ),
    max_size=40,
).map("".join)


@given(text=TEXTS, limit=st.integers(40, 90), number=st.sampled_from(["none", "slash"]))
def test_whatever_is_cut_can_be_put_together_again(chunks: Module, text: str, limit: int, number: str):
    pieces = cut(chunks, text, limit, number)
    assert all(length(piece) <= limit for piece in pieces)
    bare = [re.sub(r"^\(\d+/\d+\) ", "", piece, count=1) if number == "slash" else piece for piece in pieces]
    assert all(piece and piece == piece.strip(BLANK) for piece in bare)
    assert rejoins(bare, text)
    # Taken apart again, the pieces have the characters that the text has: none was divided.
    whole, *parted = chunks.each("graphemes", [(text,), *((piece,) for piece in bare)])
    assert [c for c in whole if c.strip(BLANK)] == [c for characters in parted for c in characters if c.strip(BLANK)]
    for reference in set(re.findall(r"[A-Za-z0-9_-]{4,}", text)):
        if re.search(r"[0-9]", reference) and len(reference) <= limit - len("(99/99) "):
            assert text.count(reference) == sum(piece.count(reference) for piece in bare), reference


def test_five_thousand_characters_are_cut_at_once(chunks: Module):
    took = chunks.run("""
        ({ cutForChat }) => ["汉", "a", " ", "1", "1 ", "\\n", "。", "😀", "e\\u0301"].map((unit) => {
          const times = [1, 2, 3].map(() => {
            const start = performance.now();
            cutForChat(unit.repeat(5000), 50, (piece, total) => `${piece}/${total} `);
            return performance.now() - start;
          });
          return Math.min(...times);  // The machine does other things too.
        })
    """)
    assert max(took) < 400


# Browsers without Intl.Segmenter -----------------------------------------------------------


def test_characters_hold_together_without_a_segmenter(chunks: Module):
    text = "".join(GRAPHEMES[:-1]) + "ab\n\n"
    expected = [*GRAPHEMES[:-1], "a", "b", "\n", "\n"]
    assert chunks.call("graphemes", text) == expected
    assert chunks.call("graphemes", text, None) == expected
    assert chunks.each("graphemes", [("", None), ("\ud83d", None)]) == [[], ["\ud83d"]]
