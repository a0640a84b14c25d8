"""Texts as a page shows them: placeholders filled, days written, foreign words marked."""

import re
from datetime import date
from functools import cache

from babel.dates import format_date
from markupsafe import Markup, escape

from ..model.base import PLACEHOLDER
from ..model.facts import Source
from ..model.guide import Guide
from ..model.languages import EDITIONS, Language, in_han
from ..model.made import is_written
from ..model.regions import LengthWords

# Chinese in English text, with the marks it is written with; and Latin words, of which one alone may be a name.
FOREIGN = re.compile(r"[\u3005-\u9fff（《](?:[ →]*[\u3001-\u9fff（）《》，：；]+)*")
_MEETING = re.compile(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]")
_NUMBER = re.compile(r"(?<![\w./-])(?:\(\+\d{1,3}\) )?(?=(?:[ +-]?\d){7})\+?\d{1,5}(?:[ -]\d{2,5}){1,4}(?![\w/-])")
"""At least 7 digits, in groups; in front of them may stand the code of a country."""
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_IN_HAN, _IN_LATIN = (
    next(edition.lang for code, edition in EDITIONS.items() if in_han(code) is han) for han in (True, False)
)


def marked(text: str, language: Language) -> Markup:
    """`text` on a page in `language`, its foreign words marked as such, for those who have pages read to them, and its
    phone numbers kept whole."""
    whole = _NUMBER.sub(r'<span class="number">\g<0></span>', str(escape(text)))
    if not in_han(language):
        return Markup(FOREIGN.sub(rf'<span lang="{_IN_HAN}">\g<0></span>', whole))
    foreign = tongue(text, language)
    return Markup(f'<span lang="{foreign}">{whole}</span>' if foreign else whole)


def tongue(text: str, language: Language) -> str | None:
    """What the whole of a text is written in, where that is not the language of its page."""
    is_latin = not FOREIGN.search(text) and len(LATIN_WORD.findall(text)) > 1
    return _IN_LATIN if in_han(language) and is_latin else None


def marked_name(name: str, language: Language) -> Markup:
    """A spelling of a name, marked where it is in Chinese characters of the other kind than the page."""
    for code, other in EDITIONS.items():
        if in_han(language) and in_han(code) and code != language and is_written(name, other.script):
            return Markup('<span lang="{}">{}</span>').format(other.lang, name)
    return marked(name, language)


@cache
def said_day(day: date, language: Language) -> str:
    """A day as a reader of `language` writes it."""
    return format_date(day, EDITIONS[language].day, locale=EDITIONS[language].locale)


def fill(text: str, /, **words: object) -> str:
    """`text` with its placeholders replaced, once each. KeyError for one that has no word.

    Between a Chinese character and a Latin letter or digit that meet there stands a space.
    """
    filled = ""
    for index, piece in enumerate(PLACEHOLDER.split(text)):
        said = str(words[piece]) if index % 2 else piece
        filled += (" " if _MEETING.match(filled[-1:] + said[:1]) else "") + said
    return filled


def lasting(length: LengthWords, count: int, language: Language) -> str:
    """A length of time in words: `1 week`, `8 weeks`."""
    return fill((length.one if count == 1 else length.more)[language], count=count)


def how_read(guide: Guide, language: Language, source: Source, day: date) -> str:
    """How what rests on a source was read, and on which day."""
    words = guide.words.reading
    noted = fill((words.noted if source.knowledge else words.read)[language], date=said_day(day, language))
    by = source.reported_by[language] if source.reported_by else ""
    return fill(getattr(words, source.state)[language], by=by, day=noted)


def oldest_reading(guide: Guide, language: Language, text: str) -> date | None:
    """The oldest of the days on which `text` says that something was read or noted; None where it says none."""
    ways = (guide.words.reading.read[language], guide.words.reading.noted[language])
    said = {day: [fill(way, date=said_day(day, language)) for way in ways] for day in guide.days}
    return min((day for day, words in said.items() if any(each in text for each in words)), default=None)


def dialled(number: str) -> str:
    """A phone number as it is dialled, for a link."""
    return re.sub(r"[^\d+]", "", number)
