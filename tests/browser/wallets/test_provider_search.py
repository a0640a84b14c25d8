"""provider-search.js and kept/region.js: a wallet is found by what is typed, and tells its region or asks."""

import pytest

from tests.browser.modules import Module, OpenModule

NAMES = ["支付宝香港", "alipayhk"]


@pytest.fixture(scope="module")
def search(open_module: OpenModule) -> Module:
    return open_module("wallets/provider-search.js")


@pytest.fixture(scope="module")
def regions(open_module: OpenModule) -> Module:
    return open_module("kept/region.js")


def found(search: Module, typed: str, region: str = "") -> bool:
    return search.call("isFound", {"names": NAMES, "regions": ["hk"]}, typed, region)


@pytest.mark.parametrize("typed", ["支付宝", "Alipay HK", "alipay-hk", "ＡＬＩＰＡＹ", " 支付宝 香港 ", "PAYHK", ""])
def test_a_wallet_is_found_by_any_part_of_a_name_however_it_is_typed(search: Module, typed: str):
    assert found(search, typed)


@pytest.mark.parametrize("typed", ["PayPal", "支付宝中国", "!", "，。"])
def test_a_wallet_is_not_found_by_what_is_not_its_name(search: Module, typed: str):
    assert not found(search, typed)


def test_a_region_narrows_what_is_found(search: Module):
    assert found(search, "alipay", "hk")
    assert not found(search, "alipay", "cn")
    assert not found(search, "", "cn")


@pytest.mark.parametrize(
    ("wallet", "chosen", "region"),
    [
        (["cn"], None, "cn"),
        (["cn"], "uk", "cn"),
        (["us", "uk"], None, None),
        (["us", "uk"], "uk", "uk"),
        (["us", "uk"], "cn", None),
    ],
    ids=["its-only-one", "its-only-one-all-the-same", "open", "the-chosen-one", "not-there"],
)
def test_the_region_follows_from_the_wallet_or_is_open(
    regions: Module, wallet: list[str], chosen: str | None, region: str | None
):
    assert regions.call("regionOf", wallet, chosen) == region
