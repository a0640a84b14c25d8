"""Going through a page with Tab, as readers without a mouse do: wherever the focus stops, it must be seen."""

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import PATIENCE

MOST_STOPS = 200

UNSEEN = """
() => {
  const { activeElement: stop } = document;
  if (stop === document.body) {
    return null;
  }
  const { left, right, top, bottom } = stop.getBoundingClientRect();
  const { outlineStyle } = getComputedStyle(stop);
  const within = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
  const x = Math.max(0, Math.min(innerWidth - 1, (Math.max(left, 0) + Math.min(right, innerWidth)) / 2));
  const y = Math.max(0, Math.min(innerHeight - 1, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2));
  const above = document.elementFromPoint(x, y);
  const uncovered = above && (stop.contains(above) || above.contains(stop) || above.closest("label")?.control === stop);
  return within && uncovered && outlineStyle !== "none" && stop.checkVisibility({ visibilityProperty: true })
    ? null : `${stop.localName}.${stop.className} “${stop.textContent.trim().slice(0, 30)}” ` +
      `(${[left, top, right, bottom].map(Math.round)}) under ${above?.localName}.${above?.className} ${outlineStyle}`;
}
"""


def press_tab(page: Page, key: str = "Tab") -> None:
    """Go one stop on. Fails where the focus cannot be seen: outside the screen, under something, without a ring."""
    page.keyboard.press(key)
    for _ in range(PATIENCE // 50):
        unseen = page.evaluate(UNSEEN)
        if not unseen:
            return
        page.wait_for_timeout(50)  # What the theme slides in for the focus is still on its way.
    pytest.fail(f"the focus is not to be seen at {unseen}")


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the focus is there, and seen all the way."""
    for _ in range(MOST_STOPS):
        press_tab(page)
        if target.count() and target.evaluate("(element) => element === document.activeElement"):
            return
    pytest.fail(f"Tab never reached {target}")


def enter(page: Page, target: Locator) -> None:
    """Go to `target` with Tab and press Enter."""
    tab_to(page, target)
    page.keyboard.press("Enter")


def has_focus(page: Page) -> bool:
    """Whether the focus is anywhere, and there to be seen: not lost with what was removed or folded away."""
    return page.evaluate("document.activeElement !== document.body && document.activeElement.checkVisibility()")
