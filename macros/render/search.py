"""What is shown above the theme's own search results."""

import json
import re
from collections.abc import Iterable
from itertools import chain
from unicodedata import normalize

from .view import View

_IDEOGRAPH = re.compile("[\u3400-\u9fff]")
_WORD = re.compile(r"[\w-]+")


def searched(view: View) -> str:
    """What upset people type and the places that are for it, a file of its own (JSON) fetched when somebody searches.

    The pages of the issues stand before the situations: of two that fit as well, the wider goes first.
    """
    language, guide = view.language, view.guide
    pages = [(each.title, view.issue_link(each.id), each.searched) for each in guide.issues]
    plans = [(each.sign, view.situation_link(each.id), each.typed) for each in guide.situation.values()]
    return json.dumps(
        [
            {"title": title[language], "link": link, "words": _compared(typed[language])}
            for title, link, typed in pages + plans
        ],
        ensure_ascii=False,
    )


def _compared(phrases: Iterable[str]) -> list[str]:
    """What the search compares: phrases in Chinese, else single words, each once."""
    plain = [normalize("NFKC", phrase).lower() for phrase in phrases]
    return [*dict.fromkeys(chain(*([each] if _IDEOGRAPH.search(each) else _WORD.findall(each) for each in plain)))]
