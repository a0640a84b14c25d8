"""What the search of every page looks through, before the theme's own."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import opencc

from ..model.languages import EDITIONS, Language
from ..model.letters import Letter
from ..model.regions import Body
from .view import View, html

CANTONESE = {"係": "是"}
"""A character that stands alone for another word in Cantonese: as its Simplified one it would be half of 系统."""


def search_home(view: View) -> str:
    """The home page's question, to be answered in the reader's own words."""
    return html(view, "search/home.html")


def searched(view: View) -> str:
    """The places that a reader in trouble may mean, and the wallets and regions that they may name: a file of its own
    (JSON), fetched when somebody searches.

    Of two places that fit as well, the one that comes first goes first.
    """
    guide, language = view.guide, view.language
    places, names = [*_places(view)], [*_names(view)]
    if source := EDITIONS[language].made_from:
        # What is typed has the other edition's words too. What differs in its characters alone is read as the same.
        for place, other in zip(places, _places(view.in_language(source)), strict=True):
            place["phrases"] = [*{as_read(each): each for each in (*other["phrases"], *place["phrases"])}.values()]
    same = [list(words) for words in guide.same_words]
    return json.dumps(
        {
            "places": places,
            "names": names,
            "groups": [{"title": each.sign[language], "link": f"{view.home}#{each.id}"} for each in guide.groups],
            "general": f"{view.issue_link(guide.groups[-1].none_of_these)}#steps",
            "same": same,
            "simplified": _simplified(json.dumps([places, names, same], ensure_ascii=False)),
            "words": {name: text[language] for name, text in guide.words.search.model_dump(by_alias=True).items()},
        },
        ensure_ascii=False,
    )


def _places(view: View) -> Iterator[dict[str, Any]]:
    """Each with what kind of place it is, and what people type for it."""
    guide, language = view.guide, view.language
    unnamed = _without(wallet.spellings for wallet in guide.providers)
    for each in guide.situation.values():
        # What happened, or how a complaint of it went.
        kind, matter = ("situation", [each.matter[language]]) if each.matter else ("conduct", [])
        typed = [*map(unnamed, each.typed[language]), *matter]
        yield _place(kind, each.sign[language], view.situation_link(each.id), typed)
    for each in guide.issues:
        yield _place("issue", each.title[language], view.issue_link(each.id), map(unnamed, each.searched[language]))
    for each in guide.letters:
        yield _place("letter", f"{each.code} {each.title[language]}", view.letter_link(each.id), _typed(each, language))
    for each in guide.glossary:
        yield _place("term", each.term[language], view.term_link(each.id), each.spellings(language))
    for region in guide.regions:
        for body in region.bodies:
            number = [body.phone.number] if body.phone else []
            title = f"{body.name[language]} ({region.name[language]})"
            phrases = [*number, *_short_names(body.name[language]), *_typed(body, language)]
            yield _place("body", title, view.region_link(region.id, f"{region.id}-ladder"), phrases)


def _without(names: Iterable[Iterable[str]]) -> Callable[[str], str]:
    """What takes wallets' names out of a phrase, unless they are all of it: they are taken out of what is typed too, so
    that “PayPal froze me” is as good a phrase for any wallet."""
    spellings = sorted({spelling for each in names for spelling in each}, key=len, reverse=True)
    # Chinese stands close to a name in Latin letters, and Latin letters to none.
    patterns = (r"[\s-]?".join(map(re.escape, each.split())) for each in spellings)
    named = re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(patterns)})(?![A-Za-z0-9])", re.IGNORECASE)

    def unnamed(phrase: str) -> str:
        rest = " ".join(named.sub(" ", phrase).split())
        return rest if re.search(r"\w", rest) else phrase

    return unnamed


def _place(kind: str, title: str, link: str, phrases: Iterable[str]) -> dict[str, Any]:
    return {"kind": kind, "title": title, "link": link, "phrases": [*dict.fromkeys(phrases)]}


def _typed(each: Letter | Body, language: Language) -> tuple[str, ...]:
    return each.typed[language] if each.typed else ()


def _short_names(name: str) -> list[str]:
    """By what a body is called: each part of its name, which is often its letters or the house that it belongs to."""
    return [part.strip() for part in re.split(r"[（()）,，:：、]", name) if part.strip()]


def _names(view: View) -> Iterator[dict[str, Any]]:
    """Wallets and regions, with all the spellings by which they may be named."""
    guide, language = view.guide, view.language
    for each in guide.providers:
        link = f"{view.providers_link}#{each.id}"
        yield _name("wallet", each.id, each.called[language], link, each.spellings)
    for each in guide.regions:
        link = view.region_link(each.id)
        yield _name("region", each.id, each.name[language], link, (*each.name.texts, *each.names))


def _name(kind: str, id: str, name: str, link: str, spellings: tuple[str, ...]) -> dict[str, Any]:
    return {"kind": kind, "id": id, "name": name, "link": link, "spellings": list(dict.fromkeys(spellings))}


def as_read(text: str) -> str:
    """A text in the characters in which texts are compared."""
    return text.translate(_to_simplified())


@cache
def _to_simplified() -> dict[int, str]:
    """Every Traditional character, by its code, and its Simplified one, as OpenCC has them; and our own."""
    convert = opencc.OpenCC("t2s").convert
    characters = map(chr, range(0x3400, 0xA000))
    known = {each: simple for each in characters if (simple := convert(each)) != each and len(simple) == 1}
    return str.maketrans(known | CANTONESE)


def _simplified(text: str) -> dict[str, str]:
    """The Traditional characters that what is looked through has, or for which it has Simplified ones."""
    standing = set(text)
    known = ((chr(code), simple) for code, simple in _to_simplified().items())
    return {each: simple for each, simple in known if simple in standing or each in standing}
