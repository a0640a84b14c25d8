"""The guide's data on somebody else's page, as README shows it."""

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from macros.model.guide import Guide
from tests.conftest import ROOT
from tools.bench.server import served_as_published
from tools.serving import served


def test_a_page_of_another_site_shows_the_clocks_of_a_region(
    site: Path, guide: Guide, browser: Browser, tmp_path: Path
):
    example = re.search(r"```html\n(.+?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)[1]
    with served_as_published(site) as (address, _), served(tmp_path) as elsewhere:
        page_there = "<!doctype html><meta charset=utf-8>" + example.replace("https://guide.example/", address)
        (tmp_path / "index.html").write_text(page_there, "utf-8")
        page = browser.new_page()
        page.goto(elsewhere)

        clocks = guide.region["uk"].deadlines
        expect(page.locator("#clocks li")).to_have_count(len(clocks))
        for line, clock in zip(page.locator("#clocks li").all(), clocks, strict=True):
            expect(line).to_contain_text(clock.text.en)
            expect(line).to_contain_text(f"read on {clock.checked}")
        page.close()
