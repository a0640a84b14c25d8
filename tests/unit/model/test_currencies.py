"""Which currencies there are, and which one a region pays in."""

import pytest

from macros.model.currencies import CURRENCIES_FILE, currencies, currency_of
from macros.model.guide import Guide


def test_the_currencies_of_the_scripts_are_fresh() -> None:
    assert CURRENCIES_FILE.read_text("utf-8") == currencies(), "run `make schema`"


def test_no_dead_currency_is_among_them() -> None:
    listed = set(currencies().split('"')[1].split())
    assert {"CNY", "HKD", "EUR", "IDR"} < listed
    assert not {"DEM", "FRF", "CHE", "XAU", "HRK"} & listed


@pytest.mark.parametrize(("country", "currency"), [("CN", "CNY"), ("MO", "MOP"), ("GB", "GBP"), ("ECB", "EUR")])
def test_a_country_pays_in_its_own_currency(country: str, currency: str) -> None:
    assert currency_of(country) == currency


def test_every_region_has_a_currency_that_can_be_chosen(guide: Guide) -> None:
    listed = currencies()
    assert all(currency_of(region.holidays.country) in listed for region in guide.regions)
