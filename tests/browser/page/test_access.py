"""Every page, for every reader: axe's rules, thumbs, focus, small screens, zoom, wide letters, colours, languages."""

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, Language
from tests.browser.case.test_case import begin, case_file, case_page, choose, fill_case, section
from tests.browser.conftest import LEAVES_OF, NewContext, language_of, start, unfold
from tests.browser.letters.test_letters import field, fill_all, open_letter, take, ways
from tests.conftest import ROOT
from tests.leaves import parsed

NAMES = [page.relative_to(ROOT / "docs/zh").with_suffix("").as_posix() for page in ROOT.glob("docs/zh/**/*.md")]
PATHS = [
    start(language) + path
    for language in LANGUAGES
    for path in sorted(("404.html", *("" if name == "index" else f"{name}/" for name in NAMES)))
]
LEAVES = [
    f"{start(language)}issues/{LEAVES_OF}/{leaf}/" for language in LANGUAGES for leaf in ("letters", "only-a-bot")
]
"""Letters and a plan as pages of their own. What stands on the others is looked at where it is brought to."""
PHONE, DESK = 390, 1400
NARROW = (320, 640)
"""The narrowest phone, and a desk's screen at 200 %."""

AXE = Axe().axe_script
AXE_OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
COLOURS = ["color-contrast", "link-in-text-block"]
BY_THEIR_PLACE = ["target-size"]
"""What hangs on what stands around a thing, of which axe is left a part alone. SMALL_TARGETS asks for more, of all."""
ALL_BUT_COLOURS = {**AXE_OPTIONS, "rules": {rule: {"enabled": False} for rule in (*COLOURS, *BY_THEIR_PLACE)}}
COLOURS_ALONE = {"runOnly": COLOURS, "resultTypes": ["violations"]}
"""What changes with the colour scheme, where all else has been looked at."""
MUCH_CONTRAST = {
    "runOnly": ["color-contrast-enhanced"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations"],
}

LEAVES_HAVE_COME = """
() => {
  document.querySelectorAll("details").forEach((details) => { details.open = true; });
  return !document.querySelector("page-leaf");
}
"""
# Unfolds what is folded, and brings out what only ticking does: undo in the first list, reset in the others.
SHOW_EVERYTHING = """
for (const details of document.querySelectorAll("details")) {
  details.open = true;
}
for (const box of document.querySelectorAll("tick-list li:first-child input")) {
  box.checked || box.click();  // What stands in several lists is ticked in all at once.
}
document.querySelector(".ticks:has(~ .ticks) .ticks-reset")?.click();
"""

# What plans take from the region that counts comes where a reader scrolls to it, and a letter's form once it is open.
EVERYTHING_HAS_COME = """
() => {
  const place = "plan-region:not(:has(> .region)), letter-builder:not(:has(.letter-form))";
  const coming = [...document.querySelectorAll(place)].find((each) => each.checkVisibility());
  coming?.scrollIntoView();
  return !coming;
}
"""

# To look at all takes axe minutes, and of many entries like each other it finds the same. So it looks at one of each
# kind: of those that say the same to axe, look the same and stand in the same, all the way up, in both schemes on both
# screens. For colours that goes for everything. For all else it goes for plans, for what they take from the region and
# for letters: one stays that holds anything which those above it, and those on the pages before, do not.
NOTE_LOOK = """
() => {
  const says = ({ childNodes }) => [...childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  if (!window.looks) {
    const labels = new Map();
    for (const label of document.querySelectorAll("label")) {
      labels.set(label.control, (labels.get(label.control) ?? "") + Boolean(label.textContent.trim()));
    }
    const isThere = (ids) => ids.split(/\\s+/).map((id) => Boolean(id && document.getElementById(id)));
    const asAxeReads = ({ name, value }) => {
      if (/^(role|type|tabindex|scope|autocomplete|hidden)$/.test(name)) {
        return `${name}=${value}`;
      }
      if (/^(for|list|aria-(labelledby|describedby|controls|owns))$/.test(name)) {
        return `${name}=${isThere(value)}`;
      }
      return name.startsWith("aria-") && name !== "aria-label" ? `${name}=${value}` : `${name}${value.trim() && "="}`;
    };
    window.looks = new Map([...document.querySelectorAll("html, body, body *")].map((element) => [element, [
      element.localName, element.getAttribute("class"), ...[...element.attributes].map(asAxeReads),
      labels.get(element), says(element),
    ].join()]));
  }
  for (const [element, look] of looks) {
    if (element.checkVisibility()) {
      const { color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight } = getComputedStyle(element);
      looks.set(element, `${look}|${[color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight]}`);
    } else {
      looks.set(element, `${look}|unseen`);  // As options are, which the device shows in its own way.
    }
  }
}
"""
# A number for each kind, the same on every page (two sums as in FNV-1a, of which 53 bits fit).
NAME_KINDS = """
() => {
  const number = (text) => {
    let [one, other] = [0x811c9dc5, 0x01000193];
    for (let place = 0; place < text.length; place += 1) {
      one = Math.imul(one ^ text.charCodeAt(place), 0x01000193);
      other = Math.imul(other ^ text.charCodeAt(place), 0x5bd1e995);
    }
    return (one >>> 0) * 0x200000 + ((other ^ (other >>> 15)) & 0x1fffff);
  };
  window.kinds = new Map();
  for (const [element, look] of looks) {
    kinds.set(element, number(`${kinds.get(element.parentElement)} ${look}`));
  }
}
"""
REPEATED = [
    "option + option",
    "typed-field",
    "article :is(li, p)",
    "plan-region",
    "letter-builder",
    ".situation .plan-letter",
    ".situation",
]
"""What axe looks at one of each kind of, what stands in another first."""
# What goes leaves an empty element in its place, so that the second row of a table stays the second. A field is asked
# for what stands in it, so it stays whole.
LEAVE_ONE_OF_EACH_KIND = """
([entries, known]) => {
  const shown = new Set(known);
  const whole = { "article *": "typed-field", "option + option": "option" }[entries] ?? `${entries}, typed-field`;
  for (const element of document.querySelectorAll(entries)) {
    if (!element.isConnected || element.parentElement.closest(whole)) {
      continue;
    }
    const here = [element, ...element.querySelectorAll("*")];
    if (here.every((each) => shown.has(kinds.get(each)))) {
      if (element.localName === "option") {
        element.remove();
        continue;
      }
      const place = document.createElement(element.localName.includes("-") ? "div" : element.localName);
      place.className = element.getAttribute("class") ?? "";
      kinds.set(place, kinds.get(element));
      element.replaceWith(place);
    } else {
      const stays = entries !== "article *" || element.matches("typed-field") ? here : [element];
      stays.forEach((each) => shown.add(kinds.get(each)));
    }
  }
  return [...shown];
}
"""
LOOKS = [(width, scheme) for width in (PHONE, DESK) for scheme in ("dark", "light")]

# Half-way through a transition no colour is the one that is meant.
END_TRANSITIONS = """
const still = new CSSStyleSheet();
still.replaceSync("*, ::before, ::after { transition: none !important; }");
document.adoptedStyleSheets.push(still);
"""

# What is hit with a thumb and is too small for one. A control counts alone, a box to tick with the label around it, a
# label by itself where its control is out of sight. A link within a sentence does not count: one that flows with a text
# that says more than a label before a colon.
SMALL_TARGETS = """
() => {
  const side = 44;
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const isInSentence = (link) => {
    if (link.localName !== "a" || getComputedStyle(link).display !== "inline") {
      return false;
    }
    let block = link.parentElement;
    while (getComputedStyle(block).display === "inline") {
      block = block.parentElement;
    }
    const around = block.cloneNode(true);
    around.querySelectorAll("a, button, .visually-hidden, [hidden]").forEach((element) => element.remove());
    return /[\\p{L}\\p{N}]/u.test(around.textContent.replace(/^[^：:，。,.]*[：:]\\s*$/u, ""));
  };
  const targets = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, label")]
    .filter((element) => !element.matches("label") || (element.control && !isSeen(element.control)))
    .filter((element) => isSeen(element) && !isInSentence(element))
    .map((element) => (element.matches("[type=checkbox], [type=radio]") && element.closest("label")) || element);
  return targets.map((element) => [element, element.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 1 && (width < side || height < side))
    .map(([element, { width, height }]) => (
      `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 30)}” ${width} × ${height}`
    ));
}
"""

RELATIVE_LUMINANCE = """
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const luminance = (colour) => channels(colour).slice(0, 3)
    .map((channel) => channel / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
    .reduce((sum, channel, index) => sum + channel * [0.2126, 0.7152, 0.0722][index], 0);
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const behind = (element) => {
    if (element === null) {
      return "rgb(255, 255, 255)";
    }
    const { backgroundColor } = getComputedStyle(element);
    return (channels(backgroundColor)[3] ?? 1) > 0.9 ? backgroundColor : behind(element.parentElement);
  };
"""

# One of each kind is enough. What comes out for the focus alone (drawer, search, the way past the header) is gone
# through in test_keyboard.py.
UNSEEN_FOCUS = (
    f"() => {{ {RELATIVE_LUMINANCE}"
    + """
  const kinds = new Set();
  const kindOf = ({ localName, className, parentElement }) => [localName, className, parentElement.className].join(".");
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !element.closest(".md-search, .md-sidebar, .md-skip"))
    .filter((element) => !kinds.has(kindOf(element)) && kinds.add(kindOf(element)))
    .filter((element) => {
      element.focus({ preventScroll: true });
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      return document.activeElement === element && (outlineStyle === "none" || parseFloat(outlineWidth) < 2
        || contrast(outlineColor, behind(element.parentElement)) < 3);
    })
    .map(kindOf);
}
"""
)

# What colours of the device's own leave: lines, marks and icons that still stand out.
LOST_IN_FORCED_COLOURS = (
    f"(ofTheDrawer) => {{ {RELATIVE_LUMINANCE}"
    + """
  const page = behind(document.body);
  const all = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const line = (style) => parseFloat(style.borderLeftWidth) > 0 && contrast(style.borderLeftColor, page) >= 3;
  const checks = {
    ".rung": (element) => line(getComputedStyle(element, "::before")),
    ".danger, .safety, .choice, .clock, details": (element) => line(getComputedStyle(element)),
    "article :is(button, select)": (element) => line(getComputedStyle(element)),
    ".md-nav__icon": (element) => contrast(getComputedStyle(element, "::after").backgroundColor, page) >= 3,
    ".timeline-line": (element) => contrast(getComputedStyle(element).stroke, page) >= 3,
    ".timeline-mark circle": (element) => contrast(getComputedStyle(element).stroke, page) >= 3,
    ".timeline-mark text": (element) => (
      contrast(getComputedStyle(element).fill, getComputedStyle(element.previousElementSibling).fill) >= 4.5
    ),
  };
  return Object.entries(checks)
    .filter(([selector]) => selector.startsWith(".md-nav") === ofTheDrawer)
    .filter(([selector, isThere]) => all(selector).length === 0 || !all(selector).every(isThere))
    .map(([selector]) => selector);
}
"""
)

RUNNING_TEXT = ["article > p", "article > ul > li", "blockquote", "td", "dd", ".tick-text", ".letter-line"]
SMALLEST_READABLE = 16
SMALLEST_TYPE = "(elements) => Math.min(...elements.map((element) => parseFloat(getComputedStyle(element).fontSize)))"

SCROLLS_SIDEWAYS = "document.scrollingElement.scrollWidth > innerWidth"
# A wide table may scroll, in a box of its own.
IS_CUT_OFF = """
() => [...document.querySelectorAll(".md-content *:not(.md-typeset__scrollwrap *), .other-language")]
  .some((element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1)
"""

# WCAG 1.4.12: what a reader may set must not cost a word. A folded line of the log is cut on purpose.
SPACE_OUT = """
const spaced = new CSSStyleSheet();
spaced.replaceSync(`
  * { line-height: 1.8 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`);
document.adoptedStyleSheets.push(spaced);
"""
CUT_TEXT = """
() => [...document.querySelectorAll("article *:not(.visually-hidden, .log-entry > summary)")]
  .filter((element) => element.checkVisibility() && getComputedStyle(element).overflowY === "hidden")
  .filter((element) => element.scrollHeight > element.clientHeight + 1)
  .map(({ localName, className }) => `${localName}.${className}`)
"""

# A field whose label names another, or two things of one name, of which only one is found.
LOST_IDS = """
() => {
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  const met = new Set();
  const twice = ids.filter((id) => met.has(id) || !met.add(id));
  const named = ["for", "aria-labelledby", "aria-describedby"].flatMap((name) => (
    [...document.querySelectorAll(`[${name}]`)].flatMap((element) => element.getAttribute(name).trim().split(/\\s+/))
  ));
  return [...new Set([...twice, ...named.filter((id) => !document.getElementById(id))])];
}
"""

# Surely foreign: on an English page any Han character; on a Chinese one a text of Latin words alone (a single one may
# be a name).
UNTOLD = """
(language) => {
  const foreign = {
    en: /\\p{Script=Han}/u,
    zh: /^\\P{Script=Han}*\\p{Script=Latin}{2,}\\s+\\p{Script=Latin}{2,}\\P{Script=Han}*$/u,
  }[language.slice(0, 2)];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const untold = [];
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (!parentElement.closest("script") && parentElement.closest("[lang]").lang === language && foreign.test(data)) {
      untold.push(data.trim());
    }
  }
  return untold;
}
"""


Known = dict[str, set[int]]
"""Which kinds of entries need not be looked at, by the selector of the entries."""
FAULTLESS: Known = {}
"""Those in which nothing was found on the pages before, in this process."""


def screen(width: int) -> dict[str, int]:
    return {"width": width, "height": 800}


def violations(page: Page, options: dict = AXE_OPTIONS) -> list[str]:
    page.evaluate(END_TRANSITIONS)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate("(options) => axe.run(options)", options)["violations"]
    return [f"{rule['id']} at {node['target']}: {rule['help']}" for rule in found for node in rule["nodes"]]


def unseen_focus(page: Page) -> list[str]:
    page.keyboard.press("Tab")  # From now on the browser takes the reader for one who uses the keyboard.
    return page.evaluate(UNSEEN_FOCUS)


def lost_when_spaced_out(page: Page) -> list[str]:
    page.evaluate(SPACE_OUT)
    lost = page.evaluate(CUT_TEXT) + (["scrolls sideways"] if is_wider(page, NARROW[0]) else [])
    page.evaluate("document.adoptedStyleSheets.pop()")
    return lost


def is_wider(page: Page, width: int) -> bool:
    page.set_viewport_size(screen(width))
    return page.evaluate(SCROLLS_SIDEWAYS) or page.evaluate(IS_CUT_OFF)


def small_type(page: Page) -> dict[str, float]:
    sizes = {text: page.locator(text).evaluate_all(SMALLEST_TYPE) for text in RUNNING_TEXT}
    return {text: size for text, size in sizes.items() if size < SMALLEST_READABLE}


def show_everything(page: Page) -> None:
    page.wait_for_function(LEAVES_HAVE_COME)
    page.evaluate(SHOW_EVERYTHING)
    page.wait_for_function(EVERYTHING_HAS_COME)


def wrong_as_it_stands(page: Page, path: str) -> Iterator[tuple[str, object]]:
    """What is wrong with a page, every fold open: each thing looked at, and what was found."""
    page.set_viewport_size(screen(PHONE))
    yield "too small for a thumb", page.evaluate(SMALL_TARGETS)
    yield "its language", sorted({page.locator("html").get_attribute("lang")} ^ {language_of(path)})
    yield "words in another language not marked as such", page.evaluate(UNTOLD, language_of(path))
    yield "ids given twice, or named and given to nothing", page.evaluate(LOST_IDS)
    yield "the focus is not seen", unseen_focus(page)
    yield "small running text", small_type(page)
    yield "wider than the screen", [width for width in NARROW if is_wider(page, width)]
    yield "lost when set apart", lost_when_spaced_out(page)


def wrong_for_axe(page: Page, known: Known) -> Iterator[tuple[str, object]]:
    """What axe finds, of what is repeated in one of each kind that is not `known`. That is left of the page."""
    note_kinds(page)
    for entries in REPEATED:
        leave_one_of_each_kind(page, entries, known)
    for width, scheme in ((PHONE, "light"), (DESK, "dark")):
        look_like(page, width, scheme)
        yield f"axe in {scheme}, {width} px wide", violations(page, ALL_BUT_COLOURS)


def faint(page: Page, known: Known) -> Iterator[tuple[str, object]]:
    """Words that are hard to read, looked for in one of each kind of thing that is not `known`. The page is good for
    nothing afterwards.
    """
    note_kinds(page)
    leave_one_of_each_kind(page, "article *", known)
    for width, scheme in LOOKS:
        look_like(page, width, scheme)
        yield f"faint in {scheme}, {width} px wide", violations(page, COLOURS_ALONE)


def note_kinds(page: Page) -> None:
    """Have the page know the kind of everything on it, once."""
    if page.evaluate("'kinds' in window"):
        return
    page.evaluate(END_TRANSITIONS)
    page.evaluate("document.activeElement.blur()")
    for width, scheme in LOOKS:
        look_like(page, width, scheme)
        page.evaluate(NOTE_LOOK)
    page.evaluate(NAME_KINDS)


def leave_one_of_each_kind(page: Page, entries: str, known: Known) -> None:
    """Of these entries leave what is not `known`; from now on it is."""
    known[entries] = set(page.evaluate(LEAVE_ONE_OF_EACH_KIND, [entries, list(known.get(entries, ()))]))


def look_like(page: Page, width: int, scheme: str) -> None:
    page.set_viewport_size(screen(width))
    page.emulate_media(color_scheme=scheme)


@pytest.mark.parametrize("path", [*PATHS, *LEAVES])
def test_every_page_is_for_every_reader(new_context: NewContext, path: str):
    page = new_context(color_scheme="light").new_page()
    page.goto(path)
    show_everything(page)
    known = dict(FAULTLESS)
    looked_at = chain(wrong_as_it_stands(page, path), wrong_for_axe(page, known), faint(page, known))
    assert {what: found for what, found in looked_at if found} == {}
    FAULTLESS.update(known)


def test_every_page_is_looked_at(paths: list[str], site: Path):
    apart = {
        f"{path}{place['data-page']}"
        for path in PATHS
        if path.endswith("/") or not path
        for place in parsed(site / path / "index.html").select("page-leaf")
    }
    assert {*PATHS, *(path for path in apart if f"/{LEAVES_OF}/" in path)} == {*paths}
    assert apart > {*LEAVES}


def test_every_kind_of_running_text_is_measured(page: Page):
    met = set()
    for path in ("issues/account-security/", "where/us/", "where/", "glossary/", "letters/"):
        page.goto(path)
        met |= {text for text in RUNNING_TEXT if page.locator(text).count()}
    assert met == set(RUNNING_TEXT)


def test_faint_words_are_found_in_the_one_entry_of_many_that_has_them(page: Page):
    page.goto("en/where/us/")
    show_everything(page)
    links = page.locator(".fact-source a")
    assert links.count() > 50
    links.last.evaluate("(link) => { link.style.color = '#999'; }")
    # Grey is faint on white alone.
    assert {look: len(found) for look, found in faint(page, {}) if found} == {
        f"faint in light, {width} px wide": 1 for width in (PHONE, DESK)
    }
    assert page.locator("article *").count() < 1000


BREAK_A_LABEL_AND_A_COLOUR = """
() => {
  const label = document.querySelector(".clock label");
  label.replaceWith(...label.childNodes);
  [...document.querySelectorAll(".fact-source a")].at(-1).style.color = "#999";
}
"""


def test_a_fault_of_one_page_is_found_though_the_page_before_had_its_like_without(page: Page):
    known: Known = {}
    faults = []
    for path, break_it in (
        ("en/where/hk/", "() => {}"),
        ("en/where/uk/", BREAK_A_LABEL_AND_A_COLOUR),
    ):
        page.goto(path)
        show_everything(page)
        page.evaluate(break_it)
        found = [*chain(wrong_for_axe(page, known), faint(page, known))]
        faults.append({fault.partition(" ")[0] for _, each in found for fault in each})
    assert faults == [set(), {"label", "color-contrast"}]


def test_a_fault_in_the_one_plan_of_many_that_has_it_is_found(page: Page):
    page.goto("en/issues/slow-support/")
    show_everything(page)
    plans = page.locator("details.situation")
    all_of_them = plans.count()
    plans.last.locator("label").last.evaluate("(label) => label.replaceWith(...label.childNodes)")
    found = {look: [fault.partition(" ")[0] for fault in faults] for look, faults in wrong_for_axe(page, {})}
    assert found == {f"axe in light, {PHONE} px wide": ["label"], f"axe in dark, {DESK} px wide": ["label"]}
    assert plans.filter(has=page.locator("summary")).count() < all_of_them


# What only comes out while a reader is at work ----------------------------------------------


def letter_with_its_form(page: Page, language: Language, guide: Guide) -> None:
    builder = open_letter(page, language=language)
    fill_all(builder)
    field(builder, "amount").fill("1.200,50")
    open_letter(page, "unauthorised-transactions", "account-security", language)


def plan_with_its_letter_and_another_region(page: Page, language: Language, guide: Guide) -> None:
    page.goto(f"{start(language)}issues/funds-not-received/#still-processing")
    plan = page.locator("#still-processing")
    plan.locator("details.plan-letter > summary").first.click()
    region = plan.locator("plan-region").last
    region.scroll_into_view_if_needed()
    region.locator(".which-change").click()
    expect(region.locator(".which-others")).to_be_visible()


def gate_of_what_is_missing(page: Page, language: Language, guide: Guide) -> None:
    way = ways(open_letter(page, language=language), language)
    way.locator(".way-copy").click()
    way.locator(".gate-missing").wait_for()


def gate_of_risks(page: Page, language: Language, guide: Guide) -> None:
    builder = open_letter(page, language=language)
    fill_all(builder)
    field(builder, "story").fill("密码是 abc12345，否则就曝光你们")
    way = ways(builder, language)
    take(way)
    way.locator(".gate-risks").wait_for()


def edited_letter(page: Page, language: Language, guide: Guide) -> None:
    way = ways(open_letter(page, language=language), language)
    way.locator(".way-edit").click()
    way.locator(".way-more > summary").click()
    for fold in way.locator(".way-more > details > summary").all():
        fold.click()
    way.locator(".letter-editor").fill("a")
    way.locator(".way-cut").click()
    way.locator(".way-box").click()


def filled_case(page: Page, language: Language, guide: Guide) -> None:
    fill_case(page, guide)
    page.goto(case_page(language))
    for fold in section(page).locator("summary").all():
        fold.click()
    section(page).locator(".log-remove").last.click()


def import_with_changes(page: Page, language: Language, guide: Guide) -> None:
    fill_case(page, guide)
    page.goto(case_page(language))
    choose(page, case_file({"person:name": "Li Si", f"case:{guide.issues[0].id}:field:matter": "x", "person:x": "y"}))
    page.locator(".transfer-different").wait_for()


def begun_case(page: Page, language: Language, guide: Guide) -> None:
    begin(page, language=language)


def import_that_is_refused(page: Page, language: Language, guide: Guide) -> None:
    begin(page, language=language)
    choose(page, "{")
    expect(page.locator(".transfer-said")).not_to_be_empty()


def case_just_erased(page: Page, language: Language, guide: Guide) -> None:
    begin(page, language=language)
    page.locator(".keep-erase").click()
    expect(page.locator(".keep-said")).not_to_be_empty()


def dates_of_a_guessed_region(page: Page, language: Language, guide: Guide) -> None:
    page.goto(f"{start(language)}issues/slow-support/")
    unfold(page)
    page.locator("region-choice").scroll_into_view_if_needed()
    expect(page.locator(".choice-guess")).to_be_visible()
    page.locator(".choice-here summary:has(h4[id$='-clocks'])").click()
    page.locator(".choice-here .clock-day input").first.fill("2026-06-01")
    expect(page.locator(".choice-here .clock-result")).to_be_visible()


def wallets_found(page: Page, language: Language, guide: Guide) -> None:
    page.goto(f"{start(language)}providers/")
    page.locator(".finder-name").fill("alipay")
    expect(page.locator(".finder-said")).not_to_be_empty()


def no_wallet_found(page: Page, language: Language, guide: Guide) -> None:
    page.goto(f"{start(language)}providers/")
    page.locator(".finder-name").fill("No such purse")
    expect(page.locator(".finder-none")).to_be_visible()


def wallet_to_freeze(page: Page, language: Language, guide: Guide) -> None:
    page.goto(f"{start(language)}issues/account-security/")
    page.locator(".provider-choice-place .chooser-wallet").select_option("octopus")
    expect(page.locator("provider-freeze")).to_be_visible()


def search_with_results(page: Page, language: Language, guide: Guide) -> None:
    page.goto(start(language))
    page.keyboard.press("/")
    page.keyboard.type({"zh": "退款", "zh-Hant": "退款", "en": "refund"}[language])
    page.locator(".md-search-result__link").first.wait_for()


def open_drawer(page: Page, language: Language, guide: Guide) -> None:
    page.goto(start(language))
    page.locator(".md-header__button[for=__drawer]").click()


AT_WORK = (
    letter_with_its_form,
    plan_with_its_letter_and_another_region,
    gate_of_what_is_missing,
    gate_of_risks,
    edited_letter,
    begun_case,
    filled_case,
    case_just_erased,
    import_with_changes,
    import_that_is_refused,
    dates_of_a_guessed_region,
    wallets_found,
    no_wallet_found,
    wallet_to_freeze,
    search_with_results,
    open_drawer,
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("prepare", AT_WORK, ids=lambda prepare: prepare.__name__)
def test_nothing_is_wrong_while_a_reader_is_at_work(
    new_context: NewContext, guide: Guide, prepare: Callable, language: Language
):
    page = new_context(color_scheme="light", viewport=screen(PHONE), timezone_id="Asia/Shanghai").new_page()
    prepare(page, language, guide)
    on_a_phone = violations(page)
    small = page.evaluate(SMALL_TARGETS)
    wider = is_wider(page, NARROW[0])
    page.set_viewport_size(screen(DESK))
    page.emulate_media(color_scheme="dark")
    on_a_desk_in_dark = violations(page, COLOURS_ALONE)
    assert (on_a_phone, on_a_desk_in_dark, small, wider) == ([], [], [], False)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_leave_everything_to_be_seen(new_context: NewContext, guide: Guide, scheme: str):
    page = new_context(color_scheme=scheme, forced_colors="active", viewport=screen(PHONE)).new_page()
    page.goto("en/where/uk/#uk-clocks")
    page.locator("#uk-final-response input").fill("2026-06-01")
    page.locator("#uk-to-ombudsman input").fill("2026-08-31")
    page.locator("details:has(.rung)").first.evaluate("(fold) => { fold.open = true; }")
    assert page.evaluate(LOST_IN_FORCED_COLOURS, False) == []
    assert unseen_focus(page) == []
    page.goto("en/about/")  # A page of a region stands in no navigation.
    page.locator(".md-header__button[for=__drawer]").click()
    assert page.evaluate(LOST_IN_FORCED_COLOURS, True) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_who_asks_for_more_contrast_gets_it(new_context: NewContext, scheme: str):
    page = new_context(color_scheme=scheme, contrast="more", viewport=screen(PHONE)).new_page()
    page.goto("en/issues/account-security/")
    found = violations(page, MUCH_CONTRAST)
    assert not found, "\n".join(found)
