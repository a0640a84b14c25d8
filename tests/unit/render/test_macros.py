"""Each macro turns the guide into HTML: in either language, with what it names, and never with an author's tags."""

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup

from macros.model.checklists import PHASES
from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, Language
from macros.render.changes import changes_feed
from macros.render.letters import all_letters, letter
from macros.render.macros import MACROS
from macros.render.page import count, open_data, text_copies
from tests.unit.render.looked_at import soup, view

PAYLOAD = """"'><img src=x onerror=alert(1)>"""


def every_call() -> Iterator[tuple[Callable[..., str], tuple[str, ...]]]:
    """Each macro with all arguments that the minimal guide knows."""
    for macro in MACROS:
        match list(inspect.signature(macro).parameters)[1:]:
            case []:
                yield macro, ()
            case ["letter"]:
                yield from ((macro, (id,)) for id in ("first", "chase"))
            case ["what"]:
                yield from ((macro, (what,)) for what in ("issues", "letters", "regions", "providers"))
            case ["region"]:
                yield from ((macro, (region,)) for region in ("home", "away"))
            case ["issue"]:
                yield from ((macro, (issue,)) for issue in ("lost", "slow"))
            case ["issue", "phase"]:
                yield from ((macro, (issue, phase)) for issue in ("lost", "slow") for phase in PHASES)


CALLS = {"-".join((macro.__name__, *arguments)): (macro, arguments) for macro, arguments in every_call()}
ADDRESSES = (changes_feed, open_data, text_copies)
IN_SENTENCES = (*ADDRESSES, count, letter)
NO_BOXES = (all_letters, *IN_SENTENCES)
BOXES = {name: call for name, call in CALLS.items() if call[0] not in NO_BOXES}


def hostile(value: Any, key: str = "") -> Any:
    """The data with a script in every text and address."""
    match value:
        case {"zh": str(), "en": str()}:
            # Some must end in a stop.
            return {language: PAYLOAD + text for language, text in value.items()}
        case dict():
            return {name: hostile(part, name) for name, part in value.items()}
        case list():
            return [hostile(part) for part in value]
        case str() if key in ("url", "site"):
            return value + '"><img/onerror=alert(1)>'
    return value


def test_every_macro_is_tried_here() -> None:
    assert {macro for macro, _ in CALLS.values()} == set(MACROS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("macro", "arguments"), CALLS.values(), ids=CALLS)
def test_tags_in_the_data_stay_text(
    small: Guide, macro: Callable[..., str], arguments: tuple[str, ...], language: Language
) -> None:
    data = small.model_dump(mode="json", by_alias=True, exclude_none=True)
    html = macro(view(Guide.model_validate(hostile(data)), language), *arguments)
    if macro in IN_SENTENCES:
        assert "<" not in html
        return
    assert not soup(html).find_all("img")
    assert PAYLOAD in soup(html).get_text()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("macro", "arguments"), CALLS.values(), ids=CALLS)
def test_a_macro_says_the_same_whatever_was_shown_before(
    small: Guide, macro: Callable[..., str], arguments: tuple[str, ...], language: Language
) -> None:
    first = macro(view(small, language), *arguments)
    for other in LANGUAGES:
        macro(view(small, other, directories=False), *arguments)
    assert macro(view(small, language), *arguments) == first


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("macro", "arguments"), BOXES.values(), ids=BOXES)
def test_markdown_takes_a_macro_for_one_block_of_html(
    small: Guide, macro: Callable[..., str], arguments: tuple[str, ...], language: Language
) -> None:
    html = macro(view(small, language), *arguments)
    assert html.startswith(("<div ", "<section "))
    assert len(soup(html).find_all(recursive=False)) == 1


@pytest.mark.parametrize(("macro", "arguments"), BOXES.values(), ids=BOXES)
def test_a_macro_gives_all_languages_the_same_elements(
    small: Guide, macro: Callable[..., str], arguments: tuple[str, ...]
) -> None:
    main, *others = (without_foreign_words(macro(view(small, language), *arguments)) for language in LANGUAGES)
    for other in others:
        assert [(tag.name, tag.get("class"), tag.get("id")) for tag in main.find_all()] == [
            (tag.name, tag.get("class"), tag.get("id")) for tag in other.find_all()
        ]


def without_foreign_words(html: str) -> BeautifulSoup:
    """Words of another language are marked on one page only."""
    page = soup(html)
    for words in page.select("span[lang]:not([class])"):
        words.unwrap()
    return page
