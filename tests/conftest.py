"""What several test folders share: the guide, a copy of the project to break, the built site, a browser."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.checks.load import read
from macros.model.guide import Guide
from tests.built import ROOT, SITE_SOURCES, copy_project, guide_site, mkdocs
from tools.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["ROOT", "SITE_SOURCES", "copy_project", "mkdocs"]

LIVING = "https://guide.example/wallet/"
"""Where the guide lives of which a copy is taken along in a folder."""
REPORTS = "https://desk.example/wallet-complaint-guide/issues/new?title={title}&body={body}"
"""Where readers report a change, so that the site of the tests bears what the published one does."""


@pytest.fixture(scope="session")
def guide() -> Guide:
    reading = read(ROOT / "docs/guide.yml", "docs/guide.yml")
    assert not reading.faults, "\n".join(map(str, reading.faults))
    return reading.guide


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project, to break."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def shelf(pytestconfig: pytest.Config) -> Path:
    """Where built sites are kept from one run to the next."""
    return pytestconfig.cache.mkdir("sites")


@pytest.fixture(scope="session")
def site(shelf: Path) -> Path:
    """The guide as built by `mkdocs build --strict`, with a place for reports; not to be written to."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GUIDE_REPORT_URL", REPORTS)
        return guide_site(shelf)


@pytest.fixture(scope="session")
def site_for_a_folder(shelf: Path) -> Path:
    """The guide as `make zip` builds it before it is packed, with the address of the living one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GUIDE_URL", LIVING)
        return guide_site(shelf, "--no-directory-urls")


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served, ending in a slash."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    # Imported here, for most tests need no browser, and bringing Playwright along takes its time.
    from playwright.sync_api import sync_playwright

    from tools.browsers import chromium

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.for_tests(), args=chromium.FLAGS)
        yield browser
        browser.close()
