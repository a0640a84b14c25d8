"""`make check-facts`: are the facts still fresh, is every number a fact, does every link still lead somewhere?

Not part of the build: time passes and other people's servers fail without anyone's edit. A fact without a source or
a day fails the build itself.
"""

import sys
from datetime import date

from macros.checks.load import read

from ..conftest import ROOT
from .check import all_links, ask_the_network, links, numbers_that_are_no_facts, stale


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


main()
