"""The currencies that are legal tender somewhere today, and which one a country pays in: Babel's, from CLDR.

Names, signs and formats are those of the reader's browser. It tells which currencies there are as well, but the lists
of Safari and Firefox have the dead ones among them. `python -m macros` writes the module for scripts anew.
"""

import json
from pathlib import Path

from babel.core import get_global
from babel.numbers import get_territory_currencies

CURRENCIES_FILE = Path(__file__).parents[2] / "overrides/assets/js/kept/currencies.js"

_EURO_AREA = "ECB"
"""As `holidays` calls the country of those who follow the central bank's calendar."""
_MODULE = """\
/** The currencies that are legal tender somewhere today. Written by `make schema` from macros/model/currencies.py. */
export const CURRENCIES = {codes}.split(" ");
"""


def currency_of(country: str) -> str:
    """The ISO 4217 code of what a country (ISO 3166, or ECB) pays in today."""
    return "EUR" if country == _EURO_AREA else get_territory_currencies(country)[0]


def currencies() -> str:
    """The module's text."""
    histories = get_global("territory_currencies").values()
    codes = {code for history in histories for code, _, end, is_tender in history if is_tender and end is None}
    return _MODULE.format(codes=json.dumps(" ".join(sorted(codes))))
