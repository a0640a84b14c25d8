"""`make letters`: sixty finished letters in each language that is written, those to Hong Kong, Macau and Taiwan in
Traditional Chinese too, written anew by the guide's own pages, one file each.

People read them before every release, as a complaints officer would. Each is a story of `STORIES`, driven through the
page as a phone shows it, on one day that never changes; the test compares (`tests/browser/letters/test_finished.py`).
"""

import json
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from playwright.sync_api import BrowserContext, Locator, Page, expect, sync_playwright
from pydantic import BaseModel, ConfigDict, ValidationError

from macros.checks.load import read
from macros.model.guide import Guide
from macros.model.languages import EDITIONS, LANGUAGES, WRITTEN, Language, folder_of
from tests.built import ROOT, guide_site
from tools.browsers import chromium
from tools.serving import served

STORIES = ROOT / "tests/browser/letters/finished.yml"
FINISHED = ROOT / "tests/browser/letters/finished"
ASKED = "asked.txt"
"""Beside the letters: the fields that each letter asks for in the open."""
SEEN = "seen.json"
"""Beside the letters that a test has written: what else the pages said, by story."""

NOW = datetime(2026, 11, 26, 10)
"""The day and hour, where the writer is, of every letter."""
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
PATIENCE = 60_000
"""Milliseconds to wait for a letter, enough for a busy machine."""

KEPT = "wallet-complaint-guide@/:v1:"

# What was kept before the page is opened: as `kept/cases.js` and `kept/ticks.js` name it.
KEEP = """
([ticks, words]) => {
  localStorage.clear();
  for (const [key, value] of Object.entries(ticks)) { localStorage.setItem(key, value); }
  for (const [key, value] of Object.entries(words)) { sessionStorage.setItem(key, value); }
}
"""

# The letter as its plan shows it, else where it stands on the page; with it the folds that it is in.
OPEN = """
async ({ situation, letter }) => {
  const own = `letter-builder[data-letter="${letter}"]`;
  const find = () => document.querySelector(`#${situation} ${own}`) ?? document.querySelector(own);
  const until = async (come) => { while (!come()) { await new Promise(requestAnimationFrame); } };
  const open = async (folds) => {
    document.querySelectorAll(folds).forEach((fold) => { fold.open = true; });
    await until(() => !document.querySelector(`${folds} page-leaf`));
  };
  await open(`#${situation}`);
  // Until then the plan has a link, and what is opened in its stead would be copied.
  await until(() => !document.querySelector(`#${situation} p.plan-letter [data-letter="${letter}"]`));
  if (!find()) { await open("details.fold"); }
  const builder = find();
  if (!builder) { throw new Error(`the page of ${situation} has no ${letter}; give the story an issue that has`); }
  for (let fold = builder.closest("details"); fold; fold = fold.parentElement.closest("details")) { fold.open = true; }
  builder.id = "the-letter";
}
"""

# Puts values in as a browser's autofill does: no key is pressed. Tells which fields the form does not have.
PUT_IN = """
(builder, values) => {
  const put = (control, value) => {
    control.value = control.type === "datetime-local" ? value.replace(" ", "T") : value;
    for (const type of ["input", "change"]) { control.dispatchEvent(new Event(type, { bubbles: true })); }
  };
  const cell = (row, column) => row.querySelector(`[data-key="${column}"], [data-field="${column}"] .field-value`);
  const strange = [];
  for (const [name, value] of Object.entries(values)) {
    const field = builder.querySelector(`typed-field[data-field="${name}"]`);
    if (!field) {
      strange.push(name);
    } else if (typeof value === "string") {
      put(field.querySelector(".field-value"), value);
    } else {
      value.forEach((row, index) => {
        while (field.querySelectorAll(".field-row").length <= index) { field.querySelector(".field-add").click(); }
        for (const [column, text] of Object.entries(row)) {
          const control = cell(field.querySelectorAll(".field-row")[index], column);
          control ? put(control, text) : strange.push(`${name}.${column}`);
        }
      });
    }
  }
  return strange;
}
"""

CHOOSE_CURRENCIES = """
(builder, chosen) => {
  for (const [name, code] of Object.entries(chosen)) {
    const list = builder.querySelector(`typed-field[data-field="${name}"] select[data-key=currency]`);
    list.value = code;
    for (const type of ["input", "change"]) { list.dispatchEvent(new Event(type, { bubbles: true })); }
  }
}
"""

# A change is painted first, and what follows from it is drawn a moment later.
LEFT_TO_ASK = """
async (builder) => {
  await new Promise((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done))));
  return [...builder.querySelectorAll(".letter-fields typed-field")]
    .filter((field) => !field.hidden).map(({ dataset }) => dataset.field);
}
"""

SEE = """
(builder) => ({
  letters: Object.fromEntries([...builder.querySelectorAll("letter-ways")].map((ways) => [ways.language, ways.text])),
  sent: builder.querySelector(".letter-show [type=radio]:checked").value,
  faults: [...builder.querySelectorAll("typed-field")].flatMap((field) => [...field.querySelectorAll(".field-fault")]
    .filter((fault) => !fault.hidden && fault.textContent.trim())
    .map((fault) => `${field.dataset.field}: ${fault.textContent.trim()}`)),
})
"""

Typed = dict[str, str | list[dict[str, str]]]


class Contact(BaseModel):
    """A line of the contact log, as the reader kept it."""

    model_config = ConfigDict(extra="forbid")

    when: str
    channel: str = "chat"
    who: str = ""
    reference: str = ""
    said: str = ""
    promised: str = ""


class Story(BaseModel):
    """What someone lived through, and what they type when a letter asks."""

    model_config = ConfigDict(extra="forbid")

    id: str
    told: str
    """In a line: who, and what happened."""
    read: str | None = None
    """The public account that it follows; every personal detail is another."""
    page: Language
    """The language in which they read the guide."""
    sent: Language
    """The language in which the guide must propose to send the letter."""
    zone: str
    """Their device's; it makes the region likely."""
    region: str
    chooses_region: bool = False
    wallet: str | None = None
    issue: str | None = None
    """Where they write, if not on the page of the situation's own issue."""
    says_region: bool = False
    """Whether they say in which region their account is: the guide does not know their wallet there."""
    situation: str
    letter: str
    planned: bool = False
    """Whether the letter is still to come."""
    by_hand: bool = False
    """Whether they are followed tap by tap, as they type."""
    typed: Typed = {}
    """By field; a day as 2026-11-20, a moment as 2026-11-20 14:05."""
    currency: dict[str, str] = {}
    """What they choose where a money field cannot know."""
    log: list[Contact] = []
    evidence: list[str] = []
    leaves: list[str] = []
    """Fields that they leave empty though the letter wants them: what they do not have, or forget."""


NewContext = Callable[..., BrowserContext]


def stories() -> list[Story]:
    """Every story, those of letters to come too."""
    # Everything that is typed is text: the base loader makes no number of a sum and no moment of a day.
    written = yaml.load(STORIES.read_text("utf-8"), yaml.BaseLoader)
    faults = []
    for each in written:
        try:
            Story(**each)
        except ValidationError as fault:
            faults += [
                f"{STORIES.name}: {each.get('id')}: {'.'.join(map(str, error['loc']))}: {error['msg']}"
                for error in fault.errors()
            ]
    if faults:
        raise ValueError("\n".join(faults))
    return [Story(**each) for each in written]


def tellable(guide: Guide) -> list[Story]:
    """The stories whose letter the guide has."""
    return [story for story in stories() if story.letter in guide.letter]


def write(folder: Path, guide: Guide, new_context: NewContext) -> None:
    """Write each story's letter into `folder`, as `<language>/<letter>--<story>.txt`; and `ASKED` and `SEEN`.

    `new_context` makes a fresh profile whose pages are the guide's, with Playwright's options.
    """
    asked, seen, profiles = defaultdict(list), {}, {}
    for language in LANGUAGES:
        (folder / language).mkdir(parents=True)
    for story in tellable(guide):
        if story.page not in profiles:
            profiles[story.page] = phone(story.page, new_context)
        seen[story.id] = told = tell(story, guide, profiles[story.page])
        for language in written_in(story):
            (folder / language / file_name(story)).write_text(told["letters"][language] + "\n", "utf-8")
        asked[story.letter].append(told["asked"])
    (folder / ASKED).write_text("\n".join(_asked(guide, asked)) + "\n", "utf-8")
    (folder / SEEN).write_text(json.dumps(seen, ensure_ascii=False, indent=1), "utf-8")


def written_in(story: Story) -> list[Language]:
    """The languages in which its letter is read before a release: those that are written, and that in which it goes."""
    return [*dict.fromkeys((*WRITTEN, story.sent))]


def file_name(story: Story) -> str:
    return f"{story.letter}--{story.id}.txt"


def tell(story: Story, guide: Guide, context: BrowserContext) -> dict[str, Any]:
    """Live the story on a phone, where its writer is and on the day of every letter.

    Gives the `letters` by language, the language in which the page proposes to send (`sent`), the fields left to ask
    (`asked`), those that the story types and the form has not (`strange`), and what the form cannot read (`faults`).
    """
    page = context.new_page()
    # A profile of its own for each zone would fetch and compile everything again.
    context.new_cdp_session(page).send("Emulation.setTimezoneOverride", {"timezoneId": story.zone})
    context.clock.set_fixed_time(NOW.replace(tzinfo=ZoneInfo(story.zone)))
    page.add_init_script(f"({KEEP})({json.dumps(_kept(story, guide))})")
    page.goto(f"{folder_of(story.page)}issues/{_issue(story, guide)}/#{story.situation}")
    page.evaluate(OPEN, {"situation": story.situation, "letter": story.letter})
    builder = page.locator("#the-letter")
    expect(builder.locator("letter-ways")).to_have_count(len(LANGUAGES), timeout=PATIENCE)
    if story.by_hand and story.wallet:
        choice = builder.locator("provider-choice")
        choice.locator(".chooser-wallet").select_option(story.wallet)
        if story.says_region:
            choice.locator("which-region select").select_option(story.region)
    asked = builder.evaluate(LEFT_TO_ASK)
    strange = _type(builder, story.typed) if story.by_hand else builder.evaluate(PUT_IN, story.typed)
    builder.evaluate(CHOOSE_CURRENCIES, story.currency)
    told = builder.evaluate(SEE)
    if story.by_hand:
        told["letters"][told["sent"]] = _copied(page, builder, told["sent"])
    page.close()
    return {**told, "asked": asked, "strange": strange}


def phone(language: Language, new_context: NewContext) -> BrowserContext:
    """A phone of someone who reads that language."""
    return new_context(
        **PHONE,
        locale=EDITIONS[language].locale.replace("_", "-"),
        permissions=["clipboard-read", "clipboard-write"],
    )


def _issue(story: Story, guide: Guide) -> str:
    return story.issue or guide.issue_of[story.situation]


def _kept(story: Story, guide: Guide) -> tuple[dict[str, str], dict[str, str]]:
    """What the store holds before the letter is opened: ticks, and words."""
    case = f"case:{_issue(story, guide)}"
    words = {f"{case}:situation": story.situation}
    for number, contact in enumerate(story.log):
        when = {"local": contact.when.replace(" ", "T"), "zone": story.zone}
        words[f"{case}:log:{number:03}"] = json.dumps({**contact.model_dump(), "when": when}, ensure_ascii=False)
    if story.wallet and not story.by_hand:
        words |= {f"{case}:provider": story.wallet, "provider": story.wallet}
        if story.says_region:
            words[f"{case}:account-region"] = story.region
    if story.chooses_region:
        words["region"] = story.region
    ticks = {f"tick:{item}": "1" for item in story.evidence}
    return tuple({KEPT + key: value for key, value in each.items()} for each in (ticks, words))


def _type(builder: Locator, values: Typed) -> list[str]:
    """Fill in the form as a reader does; gives the fields that it does not have."""
    more = builder.locator(".letter-more")
    if more.get_attribute("open") is None:
        more.locator("> summary").tap()
    strange = []
    for name, value in values.items():
        field = builder.locator(f"typed-field[data-field='{name}']")
        if field.count() == 0:
            strange.append(name)
        elif isinstance(value, str):
            _type_into(field.locator(".field-value"), value)
        else:
            for number, row in enumerate(value):
                if field.locator(".field-row").count() <= number:
                    field.locator(".field-add").tap()
                for column, text in row.items():
                    _type_into(field.locator(".field-row").nth(number).locator(f"[data-key='{column}']"), text)
    return strange


def _type_into(control: Locator, value: str) -> None:
    if control.evaluate("({ localName }) => localName") == "select":
        control.select_option(value)
    elif control.get_attribute("type") in ("date", "datetime-local"):
        control.fill(value.replace(" ", "T"))
    else:
        # As a phone's keyboard does: it gives whole pieces of text, and no key that a page could count on.
        control.tap()
        control.page.keyboard.insert_text(value)
        expect(control).to_have_value(value, timeout=PATIENCE)


def _copied(page: Page, builder: Locator, language: Language) -> str:
    """The letter as a tap on Copy leaves it on the clipboard, past whatever asks the reader to look once more."""
    ways = builder.locator(f"letter-ways[data-language={language}]")
    ways.locator(".way-copy").tap()
    for gate in ways.locator(".gate-missing .gate-pass, .gate-risks .gate-pass").all():
        if gate.is_visible():
            gate.tap()
    expect(ways.locator(".way-said")).not_to_be_empty(timeout=PATIENCE)
    return page.evaluate("navigator.clipboard.readText()")


def _asked(guide: Guide, asked: dict[str, list[list[str]]]) -> Iterable[str]:
    """A line for each letter: how many fields it asks for in the story where it asks for most, and which."""
    for letter in guide.letters:
        if letter.id in asked:
            most = max(asked[letter.id], key=len)
            yield f"{letter.code} {letter.id}: {len(most)}: {', '.join(most)}"


def main() -> None:
    reading = read(ROOT / "docs/guide.yml", "docs/guide.yml")
    shelf = ROOT / ".pytest_cache/d/sites"
    shelf.mkdir(parents=True, exist_ok=True)
    part = FINISHED.with_name(f"{FINISHED.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    with served(guide_site(shelf)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.ensure(), args=chromium.FLAGS)
        write(
            part,
            reading.guide,
            lambda **options: browser.new_context(base_url=address, service_workers="block", **options),
        )
        browser.close()
    (part / SEEN).unlink()
    shutil.rmtree(FINISHED, ignore_errors=True)
    part.rename(FINISHED)
    print(f"{FINISHED.relative_to(ROOT)}: {len(tellable(reading.guide))} letters in each language; read what changed")


if __name__ == "__main__":
    main()
