"""`make check-facts`: are the facts still fresh, is every number a fact, does every link still lead somewhere?

Not part of the build: time passes and other people's servers fail without anyone's edit. A fact without a source or
a day fails the build itself.
"""

import string
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from macros.checks.load import read
from macros.model.facts import Source
from macros.model.guide import Guide
from macros.model.languages import LANGUAGES
from tests.conftest import ROOT
from tests.site.test_wording import RULES, data_words, page_words

FRESH_FOR_DAYS = 365
TIMEOUT = 20
NUMBERS = next(rule for rule in RULES if rule.name == "numbers-come-from-the-data")


def stale(guide: Guide, today: date) -> list[str]:
    """A line for every fact that was last checked more than twelve months ago, the oldest first."""
    aged = sorted(
        (fact.checked, thing.id, fact.source)
        for thing in (*guide.regions, *guide.providers)
        for fact in guide.facts_of(thing)
        if (today - fact.checked).days > FRESH_FOR_DAYS
    )
    return [
        f"{thing}: checked on {day}, {(today - day).days} days ago; read {_where(guide.source[source])} again"
        for day, thing, source in dict.fromkeys(aged)
    ]


def _where(source: Source) -> str:
    return source.url or f"“{source.title.en}”"


def numbers_that_are_no_facts() -> list[str]:
    """Telephone numbers and counts of days in a page's prose or in a letter: they belong in `regions` or
    `providers`."""
    return [
        f"{where}: {found}; {NUMBERS.mend}"
        for language in LANGUAGES
        for where, text in (*page_words(language), *data_words(language))
        if where.startswith(("docs/zh/", "docs/en/", "docs/guide.yml: letters[", "docs/guide.yml: shared_parts["))
        for found in NUMBERS.finds(text)
    ]


def is_dead(status: int) -> bool:
    """Gone for good. A server that refuses us (403, 429 …) may well serve readers."""
    return status in (404, 410)


def links(addresses: list[str], ask: Callable[[str], int | None]) -> tuple[list[str], int]:
    """The dead ones among `addresses`, and how many gave no answer at all."""
    with ThreadPoolExecutor(8) as pool:
        answers = dict(zip(addresses, pool.map(ask, addresses), strict=True))
    dead = [f"{address}: {status}" for address, status in answers.items() if status is not None and is_dead(status)]
    return dead, sum(status is None for status in answers.values())


def in_ascii(address: str) -> str:
    """An address as it is asked for: one with letters of another script, as Korean laws have, in percent signs."""
    return urllib.parse.quote(address, safe=string.punctuation)


def ask_the_network(address: str) -> int | None:
    """The HTTP status of an address; None if it cannot be reached."""
    headers = {"User-Agent": "Mozilla/5.0 (wallet-complaint-guide link check)"}
    request = urllib.request.Request(in_ascii(address), headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return None


def all_links(guide: Guide) -> list[str]:
    sites = [body.site for region in guide.regions for body in region.bodies if body.site]
    sites += [region.register_.site for region in guide.regions if region.register_]
    sites += [provider.site for provider in guide.providers if provider.site]
    presences = [presence for provider in guide.providers for presence in provider.regions]
    ways = [way.url for presence in presences for way in (*presence.freeze, *presence.channels) if way.url]
    return sorted({*sites, *ways, *(source.url for source in guide.source.values() if source.url)})


def main() -> None:
    reading = read(ROOT / "docs/guide.yml", "docs/guide.yml")
    if reading.faults:
        sys.exit("\n".join(map(str, reading.faults)))
    guide = reading.guide
    addresses = all_links(guide)
    dead, unreached = links(addresses, ask_the_network)
    found = {
        "older than twelve months": stale(guide, date.today()),
        "numbers that are no facts": numbers_that_are_no_facts(),
        "dead links": dead,
    }
    for what, lines in found.items():
        print(f"{what}: {len(lines)}", *lines, sep="\n  ")
    reached = len(addresses) - unreached
    print(f"links that answered: {reached} of {len(addresses)}" + ("" if reached else " (no network; not checked)"))
    sys.exit(any(found.values()))


if __name__ == "__main__":
    main()
