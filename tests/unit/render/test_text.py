"""Texts as a page shows them."""

import pytest

from macros.model.languages import Language
from macros.render.text import fill, marked


@pytest.mark.parametrize(
    ("language", "text", "whole"),
    [
        ("en", "Call 0300 123 2040, or 101 in Scotland.", ["0300 123 2040"]),
        ("zh", "拨 +852 2878 1188 或 911。", ["+852 2878 1188"]),
        ("zh", "0570-018-360（收费）", ["0570-018-360"]),
        ("en", "From 10 to 11, within 15 20 days, article 1005.11, page 029-57", []),
        ("en", "case 2019-20/67 of 2026", []),
    ],
)
def test_a_phone_number_stands_on_one_line(language: Language, text: str, whole: list[str]) -> None:
    numbers = [piece.split("</span>")[0] for piece in marked(text, language).split('<span class="number">')[1:]]
    assert numbers == whole


@pytest.mark.parametrize(
    ("text", "name", "filled"),
    [
        ("据{x}报道", "Pepper", "据 Pepper 报道"),
        ("据{x}报道", "《力报》", "据《力报》报道"),
        ("据 {x}报道", "Pepper", "据 Pepper 报道"),
        ("by {x}.", "Pepper", "by Pepper."),
        ("{x}", "Pepper", "Pepper"),
    ],
)
def test_a_name_in_latin_letters_stands_apart_from_chinese(text: str, name: str, filled: str) -> None:
    assert fill(text, x=name) == filled
