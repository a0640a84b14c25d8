"""EasyList, EasyPrivacy, AdGuard's lists and EasyList China take no file of the guide, and hide no part of it."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tools.hostile import blockers
from tools.npm import AbsentError

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
def held_against(site: Path) -> dict:
    try:
        return blockers.held_against(site)
    except AbsentError as absent:
        pytest.skip(str(absent))


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
