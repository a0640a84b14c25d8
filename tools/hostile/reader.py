"""A reader: looks at a page, does what a finger can, and reads what the page says of what it cannot do."""

import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from macros.model.base import Multilingual
from macros.model.guide import Guide
from macros.model.languages import Language, folder_of
from tools.hostile.hands import Hands
from tools.hostile.scripts import TRANSLATED

PATIENCE = 20
"""Seconds until a reader gives up waiting, on a busy machine."""
A_WHILE = 5
"""Seconds after which they take another way, or give up if they were told that nothing will come."""
A_LOOK = 0.2
"""Seconds for which a reader looks where to tap."""

# Old engines know no `checkVisibility`, and newer ones give boxes to what a shut fold holds.
SEEN = """
const seen = (element) => {
  const fold = element.closest("details:not([open])");
  const inFold = fold && fold !== element && !(fold === element.closest("summary")?.parentElement
    && !fold.parentElement?.closest("details:not([open])"));
  const { visibility, opacity } = getComputedStyle(element);
  return element.getClientRects().length > 0 && !inFold && visibility !== "hidden" && opacity !== "0";
};
const onScreen = (element) => {
  const { top, bottom, left, right, width } = element.getBoundingClientRect();
  return width > 1 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
};
const find = (selector) => [...document.querySelectorAll(selector)].filter(seen);
"""
LOOK = f"""(selector) => {{
  {SEEN}
  const [found] = find(selector);
  return found ? {{ text: found.textContent, value: found.value ?? null, checked: found.checked ?? null }} : null;
}}"""
LOOK_AT_ALL = f"""(selector) => {{ {SEEN} return find(selector).map((each) => each.value ?? each.textContent); }}"""
# Where a finger lands: in the middle of the screen, away from what sticks at its edges; on whatever lies over it.
AIM = f"""(selector) => {{
  {SEEN}
  const [found] = find(selector);
  if (!found) {{ return null; }}
  found.scrollIntoView({{ block: "center", behavior: "instant" }});
  const {{ left, top, width, height }} = found.getClientRects()[0];
  const at = {{ x: left + width / 2, y: top + height / 2 }};
  const hit = document.elementFromPoint(at.x, at.y);
  const label = found.labels?.[0] ?? found;
  // While one page fades into the next, the root takes every tap, and nothing comes of it.
  const over = hit && hit !== document.documentElement;
  const reached = over && (found.contains(hit) || label.contains(hit) || hit.contains(found));
  return reached && {{ ...at, under: location.href }};
}}"""
# What a list or a picker of days leaves; which keys move it is each engine's own affair.
PICK = f"""([selector, value]) => {{
  {SEEN}
  const [field] = find(selector);
  if (!field) {{ return false; }}
  field.value = value;
  for (const type of ["input", "change"]) {{ field.dispatchEvent(new Event(type, {{ bubbles: true }})); }}
  return field.value === value;
}}"""
SAID = f"""() => {{
  {SEEN}
  const blocks = "p, li, dd, summary, [role=status], [role=alert]";
  const here = [...document.querySelectorAll(blocks)].filter((each) => seen(each) && onScreen(each));
  return here.map((each) => each.textContent);
}}"""

Seen = TypeVar("Seen")


class NotDone(Exception):
    """What a reader wanted did not come; says what they looked for."""


class Reader:
    """Someone at an address of the guide, who reads one language. `sentences` are those that they take notice of."""

    def __init__(self, hands: Hands, address: str, guide: Guide, language: Language) -> None:
        self.hands, self.address, self.guide, self.language = hands, address, guide, language
        self.go: Callable[[str], None] = hands.open
        """Come to an address."""
        self.come_again: Callable[[], None] = hands.reload
        """Leave and come back later."""
        self.typed: Callable[[str], None] = lambda text: None
        """Whatever else happens when something was typed."""
        self.heard: set[str] = set()

    # Going ----------------------------------------------------------------------------------

    def open(self, path: str) -> None:
        self.go(f"{self.address}{folder_of(self.language)}{path}")
        self.listen()

    def tap(self, selector: str) -> None:
        def aimed() -> dict | None:
            at = self.hands.run(AIM, selector)
            if at:
                time.sleep(A_LOOK)
            # What still moves would be missed.
            return at if at and at == self.hands.run(AIM, selector) else None

        at = self.wait(aimed, f"nothing to tap: {selector}")
        self.listen()
        self.hands.touch(at["x"], at["y"])

    def unfold(self, summary: str) -> None:
        """Tap the title of a fold, or what stands in it, as far as that is shut."""
        self.see(summary)
        is_open = f"(selector) => {{ {SEEN} return find(selector)[0]?.closest('details')?.open; }}"
        if not self.hands.run(is_open, summary):
            self.tap(summary)
        self.wait(lambda: self.hands.run(is_open, summary), f"does not unfold: {summary}")

    def type(self, selector: str, text: str) -> None:
        is_in_it = "(selector) => document.activeElement.matches(selector)"
        self.tap(selector)
        self.wait(lambda: self.hands.run(is_in_it, selector), f"takes no text: {selector}", A_WHILE)
        self.hands.write(text)
        self.see(selector, lambda seen: seen["value"] == text)
        self.typed(text)

    def pick(self, selector: str, value: str) -> None:
        self.wait(lambda: self.hands.run(PICK, [selector, value]), f"cannot be chosen: {selector}")

    def choose_file(self, selector: str, file: Path) -> None:
        self.see(selector)
        self.hands.choose_file(selector, file)

    # Looking --------------------------------------------------------------------------------

    def see(self, selector: str, is_so: Callable[[dict[str, Any]], object] = bool) -> dict[str, Any]:
        """The first that can be seen of those elements, once that is true of it: its `text`, `value` and `checked`."""

        def looked() -> dict[str, Any] | None:
            seen = self.hands.run(LOOK, selector)
            return seen if seen and is_so(seen) else None

        return self.wait(looked, f"not to be seen as it should be: {selector}")

    def sees(self, selector: str) -> bool:
        return self.hands.run(LOOK, selector) is not None

    def all_of(self, selector: str) -> list[str]:
        return self.hands.run(LOOK_AT_ALL, selector) or []

    def wait(self, until: Callable[[], Seen | None], or_else: str, patience: float = PATIENCE) -> Seen:
        """What is awaited, once it is there."""
        began = time.monotonic()
        while not (found := until()):
            waited = time.monotonic() - began
            if waited > patience or (waited > A_WHILE and self.knows_that_nothing_comes()):
                raise NotDone(or_else)
            time.sleep(0.1)
        return found

    def knows_that_nothing_comes(self) -> bool:
        page = self.guide.words.page
        return self.was_told(page.not_begun[1]) or self.was_told(page.not_come)

    # Reading what the page says of itself -----------------------------------------------------

    def listen(self) -> None:
        """Take notice of all that stands on the screen."""
        self.heard |= {plain(text) for text in self.hands.run(SAID) or []}

    def was_told(self, sentence: Multilingual) -> bool:
        """Whether that stood on the screen at some time, whatever was filled into its places."""
        self.listen()
        pieces = [plain(piece) for piece in re.split(r"\{\w+\}", sentence[self.language])]
        return any(all(piece in text for piece in pieces) for text in self.heard)


def plain(text: str) -> str:
    """A text as it was before a translator, without its spaces."""
    return "".join(text.replace(TRANSLATED, "").split())


def first_that_comes(reader: Reader, selectors: Iterable[str], patience: float = A_WHILE) -> str | None:
    """The first of them that is seen, in the time that a reader has; the earlier ones are wanted more."""
    wanted = [*selectors]
    end = time.monotonic() + patience
    while time.monotonic() < end and not (reader.sees(wanted[-1]) and reader.knows_that_nothing_comes()):
        if reader.sees(wanted[0]):
            return wanted[0]
        time.sleep(0.1)
    return next(filter(reader.sees, wanted), None)
