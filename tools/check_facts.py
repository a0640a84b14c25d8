"""`make check-facts`: what to read again first, are the facts still fresh, is every number a fact, do links still lead
somewhere?

Not part of the build: time passes and other people's servers fail without anyone's edit. A fact without a source or
a day fails the build itself.
"""

import re
import string
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from macros.checks.load import read
from macros.model.facts import Fact, Source
from macros.model.guide import Guide
from macros.model.languages import WRITTEN
from tests.conftest import ROOT
from tests.site.test_wording import RULES, data_words, page_words
from tools import evidence

FRESH_FOR_DAYS = 365
A_MONTH = 30
"""Days within which it makes no difference which fact was read first."""
SHOWN = 20
"""How many of the riskiest sources are shown."""
TIMEOUT = 20
NUMBERS = next(rule for rule in RULES if rule.name == "numbers-come-from-the-data")


def riskiest(guide: Guide, today: date) -> list[str]:
    """A line for every source, what it most needs: numbers and addresses that are on no official page first, then what
    is oldest, by when it was written and by when it was read, then what most facts rest on."""
    resting: dict[str, list[Fact]] = {}
    written: dict[str, list[int]] = {}
    for thing in (*guide.regions, *guide.providers):
        facts = [*guide.facts_of(thing)]
        for fact in facts:
            resting.setdefault(fact.source, []).append(fact)
        for source in {fact.source for fact in facts}:
            year = evidence.written_in(thing.id, source, guide.source[source].url)
            written.setdefault(source, []).extend([year] if year else [])

    def risk(source: Source) -> tuple[bool, int, int, int]:
        facts = resting[source.id]
        unofficial_number = source.state != "official" and any(map(_numbers, facts))
        years = today.year - max(written[source.id], default=today.year)
        return unofficial_number, years, max(_age(fact, today) for fact in facts) // A_MONTH, len(facts)

    return [
        f"{source.id}: {source.state}{f' ({source.reported_by.en})' if source.reported_by else ''}, "
        f"{f'written in {max(written[source.id])}, ' if written[source.id] else ''}"
        f"{max(_age(fact, today) for fact in facts)} days old, facts: {len(facts)}"
        f"{', numbers: ' + ', '.join(numbers) if numbers else ''}; read {_where(source)} again"
        for source in sorted((guide.source[id] for id in resting), key=risk, reverse=True)
        for facts in [resting[source.id]]
        for numbers in [list(dict.fromkeys(number for fact in facts for number in _numbers(fact)))]
    ]


def _age(fact: Fact, today: date) -> int:
    return (today - fact.checked).days


def _numbers(fact: Fact) -> list[str]:
    """The figures, telephone numbers and mail addresses of a fact, as a reader sees them."""
    whole = next((found for name in ("number", "phone", "email") if (found := getattr(fact, name, None))), None)
    return [whole] if whole else re.findall(r"\d[\d,.]*(?<![,.])", fact.says.en)


def stale(guide: Guide, today: date) -> list[str]:
    """A line for every fact that was read more than twelve months ago, the oldest first."""
    aged = sorted(
        (fact.checked, thing.id, fact.source)
        for thing in (*guide.regions, *guide.providers)
        for fact in guide.facts_of(thing)
        if _age(fact, today) > FRESH_FOR_DAYS
    )
    return [
        f"{thing}: read on {day}, {(today - day).days} days ago; read {_where(guide.source[source])} again"
        for day, thing, source in dict.fromkeys(aged)
    ]


def _where(source: Source) -> str:
    return source.url or f"“{source.title.en}”"


def numbers_that_are_no_facts() -> list[str]:
    """Telephone numbers and counts of days in a page's prose or in a letter: they belong in `regions` or
    `providers`."""
    return [
        f"{where}: {found}; {NUMBERS.mend}"
        for language in WRITTEN
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
    first = riskiest(guide, date.today())
    print(f"read first, of {len(first)} sources:", *first[:SHOWN], sep="\n  ")
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
