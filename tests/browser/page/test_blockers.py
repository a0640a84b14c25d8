"""EasyList, EasyPrivacy, AdGuard's lists and EasyList China take no file of the guide, and hide no part of it."""

import json
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.built import once

ENGINE, LISTS = "@ghostery/adblocker@2.18.2", "@adguard/dnr-rulesets@3.3.20260320140136"
"""What reads such lists, and the lists as they were on a day: a newer version brings newer ones."""
ASK = Path(__file__).with_name("blockers.mjs")

# What stands in templates comes to stand on the page.
HIDDEN = """
([html, selectors]) => {
  const within = (root) => [...root.querySelectorAll("template")].map(({ content }) => content);
  const rootsIn = (root) => [root, ...within(root).flatMap(rootsIn)];
  const roots = rootsIn(new DOMParser().parseFromString(html, "text/html"));
  const hits = (selector) => {
    try {
      return roots.some((root) => root.querySelector(selector));
    } catch {
      return false; // No selector of a browser: the engine has its own for more.
    }
  };
  return selectors.filter(hits);
}
"""


@pytest.fixture(scope="module")
def held_against(shelf: Path, site: Path) -> dict:
    if not shutil.which("npm"):
        pytest.skip("EasyList, EasyPrivacy, AdGuard, EasyList China: this machine has no npm to install them with")

    def npm(folder: Path, *arguments: str) -> str:
        quiet = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
        done = subprocess.run(("npm", *arguments, *quiet), cwd=folder, capture_output=True, text=True)
        if done.returncode:
            pytest.skip(f"EasyList, EasyPrivacy, AdGuard, EasyList China: npm could not install {arguments[-1]}")
        return done.stdout.strip()

    def install(folder: Path) -> None:
        folder.mkdir()
        npm(folder, "install", "--no-save", "--prefix", ".", ENGINE)
        # Its files alone: what they are made with is no use here.
        with tarfile.open(folder / npm(folder, "pack", LISTS).splitlines()[-1]) as packed:
            packed.extractall(folder / "lists", filter="data")

    lists = once(shelf.parent / "blockers", install)
    asked = subprocess.run(("node", ASK, site), cwd=lists, capture_output=True, text=True)
    assert asked.returncode == 0, asked.stderr
    return json.loads(asked.stdout)


def test_no_file_is_on_a_list(held_against: dict):
    assert held_against["known"], "the lists no longer hold what once took My case from readers: choose another sample"
    assert held_against["blocked"] == {}


def test_nothing_on_a_page_is_hidden(page: Page, site: Path, held_against: dict):
    assert held_against["names"] > 500
    assert held_against["selectors"]
    html = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    for desk in site.glob("assets/guide-*/desk.*.json"):
        html[desk.name] = json.loads(desk.read_text("utf-8"))["templates"]
    hidden = {name: page.evaluate(HIDDEN, [text, held_against["selectors"]]) for name, text in html.items()}
    assert {name: hits for name, hits in hidden.items() if hits} == {}
