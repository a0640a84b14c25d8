"""The guide in WebKit and in Firefox: nothing complains, and nothing that is ticked or typed is lost.

The journeys are written once and gone in each engine. What an engine complains of, the page itself tells the server,
whatever the engine's driver may know of it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from selenium.common.exceptions import ElementNotInteractableException, StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.file_detector import UselessFileDetector
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from macros.model import languages
from macros.model.guide import Guide
from macros.model.languages import Language
from tests.browser.conftest import PATIENCE, language_of, start
from tests.browser.kept import test_money
from tests.browser.modules import SCRIPTS, Scripts
from tools.browsers.engines import ENGINES, Engine, absent, ensure, must_be_there
from tools.letters import FINISHED, NOW, Story, file_name, stories
from tools.serving import Prepared, served

ISSUE = "funds-not-received"
LETTER = "first-complaint"
SITUATION = "still-processing"
"""One whose letter that is."""
MEANT = "wrong-payee-chosen"
"""What someone says in their own words."""
CLOCKS, CLOCK = "uk-clocks", "uk-other-response"
"""Eight weeks for an answer."""
ITEM, OTHER_ITEM = "pay-only-once", "check-connection-and-account"
CASE = f".case[data-issue={ISSUE}]"
FIRST, EVIDENCE, WRITTEN = (f".fold:has(#{section})" for section in ("do-first", "evidence", "written"))
"""The folded sections of the issue's page in which the items, those of the evidence and the letter stand."""

TELL = "/told-by-the-page"
# Nothing is lost on the way: the page waits until the server has it. The theme rejects promises of which early.js
# says that they are no fault, so those wait until everyone was asked. No worker: each fresh profile would fetch it all.
COLLECTOR = f"""<script>
delete Navigator.prototype.serviceWorker;
(() => {{
  const tell = (fault) => {{
    const request = new XMLHttpRequest();
    request.open("POST", "{TELL}", false);
    request.send(`${{fault}} (${{location.pathname}})`);
  }};
  addEventListener("error", ({{ target, message }}) => {{
    tell(target === window ? `thrown: ${{message}}` : `not loaded: ${{target.src || target.href}}`);
  }}, true);
  let left = false;
  addEventListener("beforeunload", () => {{ left = true; }});
  addEventListener("pageshow", () => {{ left = false; }});
  addEventListener("unhandledrejection", (event) => setTimeout(() => {{
    event.defaultPrevented || left || tell(`rejected: ${{event.reason}}`);
  }}));
  addEventListener("securitypolicyviolation", ({{ effectiveDirective, blockedURI }}) => {{
    tell(`refused by the policy: ${{effectiveDirective}} ${{blockedURI}}`);
  }});
  const {{ error }} = console;
  console.error = (...said) => {{ error(...said); tell(`console: ${{said.join(" ")}}`); }};
}})();
</script>"""
FAULTS = {
    "thrown": "throw new Error('one')",
    "rejected": "Promise.reject(new Error('one'))",
    "refused by the policy": "document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.example/' }))",
    "not loaded": "document.body.append(Object.assign(new Image(), { src: '/none.png' }))",
    "404": "fetch('/none.json')",
    "console": "console.error('one')",
}

# A page that is still coming: its elements may be replaced, and WebKit's driver may look for them where they were.
NOT_YET = (StaleElementReferenceException, ElementNotInteractableException)
# What is to be seen of a page and still waits for its script.
LIFELESS = "return [...document.querySelectorAll(':not(:defined)')].some((element) => element.checkVisibility())"

# Of a list that is closed, its choices are nowhere.
TO_THE_MIDDLE = """
(arguments[0].closest("select") ?? arguments[0]).scrollIntoView({ block: "center", behavior: "instant" });
"""

# What a picker of days leaves; which keys move it is each engine's own affair.
PICK = """
const [field, value] = arguments;
field.value = value;
for (const type of ["input", "change"]) { field.dispatchEvent(new Event(type, { bubbles: true })); }
"""

# What would come out of the printer.
PRINTER = """<script>
  window.print = () => {
    dispatchEvent(new Event("beforeprint"));
    window.printed = document.querySelector(".print-sheet").textContent;
    dispatchEvent(new Event("afterprint"));
  };
</script>"""

each_language = pytest.mark.parametrize("language", languages.LANGUAGES)


class Told(Prepared):
    """Sends a site whose pages tell what goes wrong in them, and notes that and what it could not find."""

    def __init__(self, *arguments: Any, faults: list[str], head: str, **more: Any) -> None:
        self.faults = faults
        super().__init__(*arguments, head=head + COLLECTOR, **more)

    def do_POST(self) -> None:
        self.faults.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.send_response(HTTPStatus.NO_CONTENT)
        self.end_headers()

    def send_error(self, code: int, *arguments: Any) -> None:
        self.faults.append(f"{code}: {self.path}")
        super().send_error(code, *arguments)


@dataclass
class Reader:
    """Someone with that browser in hand. Whatever they look for may take its time to come."""

    driver: WebDriver
    address: str
    faults: list[str]

    def open(self, path: str) -> None:
        self.driver.get(self.address + path)
        self.wait(lambda: not self.run(LIFELESS), f"{path}: some of its elements never come to life")

    def reload(self) -> None:
        self.driver.refresh()

    def back(self) -> None:
        self.driver.back()

    def see(self, selector: str, is_so: Callable[[WebElement], object] = WebElement.is_displayed) -> WebElement:
        """The element, once it is there and that is true of it."""

        def found() -> WebElement | None:
            return next(filter(is_so, self.driver.find_elements(By.CSS_SELECTOR, selector)), None)

        return self.wait(found, f"nowhere as it should be: {selector}")

    def wait(self, until: Callable[[], Any], or_else: str) -> Any:
        """What is awaited, once it is there."""
        waiting = WebDriverWait(self.driver, PATIENCE / 1000, ignored_exceptions=NOT_YET)
        return waiting.until(lambda _: until(), or_else)

    def read(self, selector: str, text: str) -> None:
        self.see(selector, lambda element: text in element.get_property("textContent"))

    def find_in(self, selector: str, value: str) -> None:
        """See a value in a field."""
        self.see(selector, lambda field: field.get_property("value") == value)

    def tap(self, selector: str) -> None:
        def tapped() -> bool:
            element = self.see(selector)
            # The driver would bring it to the screen's edge, under what sticks there.
            self.driver.execute_script(TO_THE_MIDDLE, element)
            element.click()
            return True

        self.wait(tapped, f"cannot be tapped: {selector}")

    def unfold(self, fold: str) -> None:
        self.see(f"{fold} > summary")
        if not self.run(f"return document.querySelector('{fold}').open"):
            self.tap(f"{fold} > summary")
            self.see(f"{fold}[open]")

    def type(self, selector: str, text: str) -> None:
        self.see(selector).send_keys(text)

    def choose(self, selector: str, value: str) -> None:
        self.tap(f"{selector} option[value='{value}']")

    def pick(self, selector: str, day: str) -> None:
        self.driver.execute_script(PICK, self.see(selector), day)

    def choose_file(self, selector: str, file: Path) -> None:
        with self.driver.file_detector_context(UselessFileDetector):  # The browser is on this machine.
            self.type(selector, str(file))

    def run(self, script: str) -> Any:
        return self.driver.execute_script(script)


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where each engine puts the files that it saves."""
    return tmp_path_factory.mktemp("saved")


@pytest.fixture(scope="session", params=ENGINES, ids=lambda engine: engine.name)
def driver(request: pytest.FixtureRequest, saved: Path) -> Iterator[WebDriver]:
    engine: Engine = request.param
    if missing := ensure(engine):
        (pytest.fail if must_be_there() else pytest.skip)(f"{engine.name}: {absent(missing)}")
    with engine.driven(saved) as driver:
        yield driver


@contextmanager
def visiting(driver: WebDriver, site: Path, head: str = "") -> Iterator[Reader]:
    """Someone who was never at that site: each visit finds it at an address of its own. `head` stands first in each
    page's head."""
    faults: list[str] = []
    with served(site, partial(Told, faults=faults, head=head)) as address:
        yield Reader(driver, address, faults)
        driver.get("about:blank")


@pytest.fixture
def reader(driver: WebDriver, site: Path) -> Iterator[Reader]:
    """Someone new to the guide. Whatever goes wrong on their way fails the test."""
    with visiting(driver, site) as reader:
        yield reader
    assert not reader.faults, "\n".join(reader.faults)


def issue_page(language: Language) -> str:
    return f"{start(language)}issues/{ISSUE}/"


def box(item: str) -> str:
    return f"input[data-item='{item}']"


def ticked(element: WebElement) -> bool:
    return element.is_selected()


def test_whatever_goes_wrong_on_a_page_is_noticed(driver: WebDriver, tmp_path: Path):
    scripts = {f"{number}.js": script for number, script in enumerate(FAULTS.values())}
    policy = """<meta http-equiv="Content-Security-Policy" content="default-src 'self'">"""
    page = "".join(f'<script src="{name}"></script>' for name in scripts)
    for name, text in {"index.html": f"<!doctype html><head>{policy}</head><h1>Faults</h1>{page}", **scripts}.items():
        (tmp_path / name).write_text(text, "utf-8")
    with visiting(driver, tmp_path) as reader:
        reader.open("")
        for kind in FAULTS:
            reader.wait(lambda kind=kind: any(told.startswith(kind) for told in reader.faults), f"not noticed: {kind}")


def test_money_is_read_and_written_alike_in_every_engine(driver: WebDriver):
    reads = [(typed, likely) for typed, likely, _ in test_money.TABLE]
    writes = [
        ({"amount": amount, "currency": currency}, language) for (amount, currency, language), _ in test_money.WRITTEN
    ]
    with served(SCRIPTS, Scripts) as address:
        reader = Reader(driver, address, [])
        driver.get(address)
        driver.execute_script(
            """
            const [reads, writes] = arguments;
            import("/kept/money.js").then(({ readMoney, formatMoney }) => {
              window.got = [reads.map((given) => readMoney(...given)), writes.map((given) => formatMoney(...given))];
            });
            """,
            reads,
            writes,
        )
        read, written = reader.wait(lambda: reader.run("return window.got"), "the module does not run")
        driver.get("about:blank")
    assert test_money.misread(read) == {}
    assert test_money.written(written) == dict(test_money.WRITTEN)


@each_language
def test_every_page_opens_without_a_complaint(reader: Reader, paths: list[str], language: Language):
    for path in (path for path in paths if language_of(path) == language):
        reader.open(path)
        reader.see("h1")


@each_language
def test_ticks_outlive_a_reload_and_the_way_back(reader: Reader, guide: Guide, language: Language):
    item, other = (f"{FIRST} {box(each)}" for each in (ITEM, OTHER_ITEM))
    reader.open(issue_page(language))
    reader.unfold(FIRST)
    reader.tap(item)
    reader.reload()
    reader.unfold(FIRST)
    reader.see(item, ticked)
    reader.tap(".bar-link")
    reader.see("my-case")
    reader.back()
    reader.unfold(FIRST)
    reader.see(item, ticked)
    reader.tap(other)
    done = guide.words.tick.progress[language].format(done=2, total=len(guide.listed(ISSUE, "minutes")))
    reader.read(f"{FIRST} .ticks-progress", done)
    reader.reload()
    reader.unfold(FIRST)
    for each in (item, other):
        reader.see(each, ticked)


def open_letter(reader: Reader) -> str:
    """Unfold the letters and the letter, where they are not; its form is open. Gives how its selectors begin."""
    letter = f"#letter-{LETTER}"
    for fold in (WRITTEN, letter):
        reader.unfold(fold)
    return letter


@each_language
def test_an_amount_outlives_the_way_back_and_the_edit_after_it(reader: Reader, language: Language):
    reader.open(issue_page(language))
    letter = open_letter(reader)
    amount = f"{letter} [data-field=amount] .field-value"
    currency = f"{letter} [data-field=amount] select"
    reader.choose(currency, "HKD")
    reader.type(amount, "4321")
    reader.tap(".bar-link")
    reader.see("my-case")
    reader.back()
    open_letter(reader)
    reader.find_in(amount, "4321")
    reader.choose(currency, "USD")
    reader.read(f"{letter} .letter-paper:not(.not-shown) mark[data-field=amount]", "4,321")
    reader.reload()
    open_letter(reader)
    reader.find_in(amount, "4321")
    reader.find_in(currency, "USD")


@each_language
def test_days_outlive_the_way_back_and_the_edit_after_it(reader: Reader, language: Language):
    reader.open(issue_page(language))
    letter = open_letter(reader)
    happened, zone = (f"{letter} [data-field=happened] {part}" for part in (".field-value", "select"))
    reply_by = f"{letter} [data-field=reply-by] .field-value"
    paper = f"{letter} .letter-paper:not(.not-shown)"
    reader.unfold(f"{letter} .letter-more")
    reader.pick(happened, "2026-11-20T09:30")
    reader.choose(zone, "Asia/Tokyo")
    reader.pick(reply_by, "2026-12-05")
    reader.tap(".bar-link")
    reader.see("my-case")
    reader.back()
    open_letter(reader)
    reader.unfold(f"{letter} .letter-more")
    for field, kept in ((happened, "2026-11-20T09:30"), (zone, "Asia/Tokyo"), (reply_by, "2026-12-05")):
        reader.find_in(field, kept)
    reader.pick(happened, "2026-11-21T18:45")
    reader.read(f"{paper} mark[data-field=happened]", "18:45")
    reader.reload()
    open_letter(reader)
    reader.unfold(f"{letter} .letter-more")
    for field, kept in ((happened, "2026-11-21T18:45"), (zone, "Asia/Tokyo"), (reply_by, "2026-12-05")):
        reader.find_in(field, kept)
    reader.read(
        f"{paper} mark[data-field=reply-by]", "5"
    )  # In whichever order the region that is guessed writes a day.


NEVER_ANSWERS = "<script>navigator.clipboard.writeText = () => new Promise(() => {});</script>"
REFUSES = "<script>navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));</script>"

SELECTED = """
const { value, selectionStart, selectionEnd } = document.activeElement;
return value.slice(selectionStart, selectionEnd);
"""


def copy_letter(reader: Reader, language: Language) -> str:
    """Type a number into the letter of a plan and copy it, past whatever asks to look once more. Gives what leaves."""
    plan = f"#{SITUATION}"
    letter = f"{plan} details.plan-letter"
    ways = f"{letter} letter-ways[data-language={language}]"
    reader.open(f"{start(language)}issues/{ISSUE}/{plan}")
    reader.unfold(letter)
    reader.tap(f"{letter} .letter-show [value={language}]")
    reader.type(f"{letter} [data-field=transaction] .field-value", "T-1")
    reader.tap(f"{ways} .way-copy")
    while reader.driver.find_elements(By.CSS_SELECTOR, f"{ways} .gate:not([hidden]) .gate-pass"):
        reader.tap(f"{ways} .gate:not([hidden]) .gate-pass")
    reader.see(f"{ways} .way-said", lambda said: said.get_property("textContent").strip())
    return reader.run(f"return document.querySelector('{ways}').text")


@each_language
def test_a_letter_that_is_said_to_be_copied_can_be_pasted(reader: Reader, guide: Guide, language: Language):
    text = copy_letter(reader, language)
    assert "T-1" in text
    reader.read(".way-said", guide.words.ways.copied[language])
    reader.run("document.querySelector('article').append(document.createElement('textarea'))")
    reader.tap("article > textarea")
    reader.type("article > textarea", Keys.CONTROL + "v")
    reader.find_in("article > textarea", text)


@pytest.mark.parametrize("clipboard", [NEVER_ANSWERS, REFUSES], ids=["never answers", "refuses"])
def test_a_letter_is_not_said_to_be_copied_where_the_clipboard(
    driver: WebDriver, site: Path, guide: Guide, clipboard: str
):
    with visiting(driver, site, clipboard) as reader:
        text = copy_letter(reader, "en")
        reader.read(".way-said", guide.words.ways.copy_refused["en"])
        reader.find_in(".way-by-hand", text)
        assert reader.run(SELECTED) == text
    assert not reader.faults, "\n".join(reader.faults)


@each_language
def test_a_case_keeps_its_log(reader: Reader, guide: Guide, language: Language):
    entry = f"{CASE} .log-entry"
    said = {"who": "Lin", "said": "Wait 3 days", "reference": "A1"}
    evidence = next(item.id for item in guide.items(ISSUE, "evidence") if item.need == "essential")

    def field(name: str) -> str:
        return f"{entry} [data-field={name}] .field-value"

    reader.open(f"{start(language)}case/")
    reader.tap(f"[data-begin={ISSUE}]")
    reader.see(f"{CASE} [data-step=first]")
    reader.tap(f"{CASE} .log-add")
    for name, text in said.items():
        reader.type(field(name), text)
    reader.see(f"{CASE} [data-step=write]")
    when = reader.see(field("when")).get_property("value")

    reader.tap(f"{CASE} .case-progress + p a")
    reader.unfold(EVIDENCE)
    reader.tap(f"{EVIDENCE} {box(evidence)}")
    reader.back()
    reader.see(f"{CASE} [data-file={evidence}]")
    reader.unfold(entry)
    for name, text in said.items():
        reader.find_in(field(name), text)
    reader.choose(f"{entry} [data-field=when] select", "Asia/Tokyo")
    reader.type(field("who"), " Wei")

    reader.reload()
    for text in ("Lin Wei", "A1", "Wait 3 days"):
        reader.read(f"{entry} > summary", text)
    reader.unfold(entry)
    reader.find_in(field("when"), when)
    reader.find_in(f"{entry} [data-field=when] select", "Asia/Tokyo")


def test_where_others_use_the_device_words_walk_along_and_are_in_no_storage(reader: Reader):
    said = f"{CASE} .log-entry [data-field=said] .field-value"
    stored = "return [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
    reader.open("case/")
    reader.tap(f"[data-begin={ISSUE}]")
    reader.tap(".keep-shared")
    reader.tap(f"{CASE} .log-add")
    reader.type(said, "我的事")
    assert reader.run(stored) == []
    reader.tap(f"{CASE} .case-open")
    reader.see("case-bar .bar-leave")
    assert reader.run(stored) == []
    reader.tap("case-bar .bar-link")
    reader.unfold(f"{CASE} .log-entry")
    reader.find_in(said, "我的事")
    reader.back()
    reader.see("case-bar .bar-leave")
    reader.reload()
    reader.see("case-bar")
    assert not reader.driver.find_element(By.CSS_SELECTOR, "case-bar .bar-leave").is_displayed()


@each_language
def test_from_home_to_a_plan_its_tick_and_its_letter_that_outlive_a_reload(
    reader: Reader, guide: Guide, language: Language
):
    group = next(each for each in guide.groups if SITUATION in each.situations)
    plan = f"#{SITUATION}"
    letter = f"{plan} details.plan-letter"
    reader.open(start(language))
    reader.tap(f"#{group.id} > summary")
    reader.tap(f"#{group.id} a[href$='#{SITUATION}']")
    reader.see(f"{plan}[open] .plan-print")
    step = guide.steps(SITUATION)[0].id
    reader.tap(f"{plan} {box(step)}")
    reader.unfold(letter)
    reader.tap(f"{letter} .letter-show [value={language}]")
    reader.read(f"{letter} .letter-paper[lang={language}]", guide.situation[SITUATION].matter[language])
    reader.type(f"{letter} [data-field=transaction] .field-value", "T-1")
    reader.reload()
    reader.see(f"{plan}[open] .plan-print")
    reader.see(f"{plan} {box(step)}", ticked)
    reader.unfold(letter)
    reader.find_in(f"{letter} [data-field=transaction] .field-value", "T-1")
    reader.tap(f".other-language[lang^={'en' if language == 'zh' else 'zh'}]")
    reader.see(f"{plan}[open] .plan-print")


@each_language
def test_words_of_ones_own_lead_from_home_to_the_plan(reader: Reader, guide: Guide, language: Language):
    words = {"zh": "转账给错人了", "zh-Hant": "轉錯帳畀人", "en": "sent money to the wrong person"}[language]
    reader.open(start(language))
    reader.type("#search-own-words", words)
    reader.tap("search-home .search-found a")
    reader.see(f"#{MEANT}[open] .plan-print")
    reader.read(f"#{MEANT} .plan-now", guide.steps(MEANT)[0].text[language])


@each_language
def test_a_day_that_is_picked_has_its_last_day(reader: Reader, language: Language):
    reader.open(f"{start(language)}where/")
    reader.choose(".choice select", "uk")
    reader.unfold(f"details.fold:has(#{CLOCKS})")
    reader.pick(f"#{CLOCK} input[type=date]", "2026-11-20")
    reader.read(f"#{CLOCK} .clock-due", {"en": "15 January 2027"}.get(language, "2027 年 1 月 15 日"))


@each_language
def test_a_wallet_that_is_chosen_is_told_how_to_freeze(reader: Reader, guide: Guide, language: Language):
    reader.open(f"{start(language)}issues/account-security/")
    reader.choose(".provider-choice-place .chooser-wallet", "payme")
    reader.see("provider-freeze .freeze")
    reader.read("provider-freeze", guide.words.provider.freeze[language])


def export_case(reader: Reader, language: Language) -> None:
    """Begin a case, note what was said in it, and save all of it."""
    reader.open(f"{start(language)}case/")
    reader.tap(f"[data-begin={ISSUE}]")
    reader.tap(f"{CASE} .log-add")
    reader.type(f"{CASE} .log-entry [data-field=said] .field-value", "Wait 3 days")
    reader.read(f"{CASE} .log-entry > summary", "Wait 3 days")
    reader.tap("case-transfer .transfer-export")


@each_language
def test_a_case_is_taken_to_another_device_in_its_file(
    driver: WebDriver, site: Path, saved: Path, tmp_path: Path, language: Language
):
    with visiting(driver, site) as reader:
        export_case(reader, language)
        file = reader.wait(lambda: next(saved.glob("*.json"), None), "no file is saved")
        reader.wait(lambda: file.read_text("utf-8").endswith("}"), "the file is not whole")
        carried = file.rename(tmp_path / file.name)
    assert not reader.faults, "\n".join(reader.faults)
    with visiting(driver, site) as other:
        other.open(f"{start(language)}case/")
        other.choose_file(".transfer-file", carried)
        other.tap(".transfer-new")
        other.read(f"{CASE} .log-entry > summary", "Wait 3 days")
        other.reload()
        other.read(f"{CASE} .log-entry > summary", "Wait 3 days")
    assert not other.faults, "\n".join(other.faults)


@each_language
def test_a_case_is_taken_to_another_device_as_text(driver: WebDriver, site: Path, language: Language):
    with visiting(driver, site) as reader:
        export_case(reader, language)
        reader.unfold("case-transfer .ways-left details")
        text = reader.see("case-transfer .ways-left textarea").get_property("value")
    assert not reader.faults, "\n".join(reader.faults)
    with visiting(driver, site) as other:
        other.open(f"{start(language)}case/")
        other.driver.execute_script(PICK, other.see(".transfer-pasted"), text)
        other.tap(".transfer-read")
        other.tap(".transfer-new")
        other.read(f"{CASE} .log-entry > summary", "Wait 3 days")
    assert not other.faults, "\n".join(other.faults)


@each_language
def test_a_plan_is_printed_alone(driver: WebDriver, site: Path, guide: Guide, language: Language):
    with visiting(driver, site, PRINTER) as reader:
        reader.open(f"{start(language)}issues/{ISSUE}/#{SITUATION}")
        reader.tap(f"#{SITUATION} .plan-print")
        printed = reader.wait(lambda: reader.run("return window.printed"), "nothing is printed")
    assert guide.steps(SITUATION)[0].text[language] in printed
    assert not reader.faults, "\n".join(reader.faults)


KEEPS_IT = """
navigator.serviceWorker.getRegistration().then((registration) => {
  window.keepsIt = registration?.active?.state === "activated";
});
return window.keepsIt;
"""


@each_language
def test_without_a_network_the_way_goes_on_from_home_to_the_letter(
    driver: WebDriver, site: Path, guide: Guide, language: Language
):
    plan, step = f"#{SITUATION}", guide.steps(SITUATION)[0].id
    letter = f"{plan} details.plan-letter"
    with served(site) as address:
        reader = Reader(driver, address, [])
        reader.open(start(language))
        reader.wait(lambda: reader.run(KEEPS_IT), "the guide is not kept")
    reader.open(f"{start(language)}issues/{ISSUE}/{plan}")
    reader.see(f"{plan}[open] .plan-print")
    reader.tap(f"{plan} {box(step)}")
    reader.open(start(language))
    reader.open(f"{start(language)}issues/{ISSUE}/{plan}")
    reader.see(f"{plan} {box(step)}", ticked)
    reader.unfold(letter)
    reader.tap(f"{letter} .letter-show [value={language}]")
    reader.type(f"{letter} [data-field=transaction] .field-value", "T-1")
    reader.read(f"{letter} .letter-paper[lang={language}]", "T-1")
    reader.open(f"{start(language)}case/")
    reader.see(CASE)
    driver.get("about:blank")


def test_a_file_has_its_fingerprint(reader: Reader, guide: Guide, tmp_path: Path):
    evidence = next(item.id for item in guide.items(ISSUE, "evidence") if item.need == "essential")
    file = tmp_path / "receipt.png"
    file.write_bytes(b"a receipt")
    reader.open(issue_page("en"))
    reader.unfold(EVIDENCE)
    reader.tap(f"{EVIDENCE} {box(evidence)}")
    reader.tap(".bar-link")
    reader.see(f"{CASE} [data-file={evidence}]")
    reader.choose_file(f"{CASE} [data-file={evidence}] input[type=file]", file)
    reader.read(f"{CASE} [data-file={evidence}]", sha256(b"a receipt").hexdigest()[:8])


# A whole story --------------------------------------------------------------------------------

TOLD = ("blocked-after-5300", "deactivated-after-200-to-a-daughter", "reported-before-it-was-taken")
"""Stories of `finished.yml` that are lived in each engine: what is read in one is what another writes, too."""

# The day of every finished letter, whatever day it is, and the time zone that the device says it is in.
THERE_AND_THEN = f"""<script>
  const Now = Date, gap = Now.UTC({NOW.year}, {NOW.month - 1}, {NOW.day}, {NOW.hour}) - Now.now();
  Date = class extends Now {{
    constructor(...given) {{ given.length ? super(...given) : super(Date.now()); }}
    static now() {{ return Now.now() + gap; }}
  }};
  const {{ resolvedOptions }} = Intl.DateTimeFormat.prototype;
  Intl.DateTimeFormat.prototype.resolvedOptions = function () {{
    return {{ ...resolvedOptions.call(this), timeZone: "ZONE" }};
  }};
</script>"""


def fill_in(reader: Reader, place: str, value: str) -> None:
    """Fill one control as its kind wants it: text by keys, a choice by a tap, a day as a picker leaves it."""
    control = reader.see(place)
    if control.get_property("type") == "datetime-local":
        value = value.replace(" ", "T")
    if control.tag_name.lower() == "select":
        reader.choose(place, value)
    elif control.get_property("type") in ("date", "datetime-local"):
        reader.pick(place, value)
    else:
        reader.tap(place)
        reader.type(place, value)
    reader.find_in(place, value)


def fill_form(reader: Reader, letter: str, story: Story) -> None:
    for name, value in story.typed.items():
        field = f"{letter} typed-field[data-field={name}]"
        if isinstance(value, str):
            fill_in(reader, f"{field} .field-value", value)
        for number, row in enumerate([] if isinstance(value, str) else value, 1):
            for column, text in row.items():
                fill_in(reader, f"{field} .field-row:nth-child({number}) [data-key={column}]", text)


@pytest.mark.parametrize("story", [story for story in stories() if story.id in TOLD], ids=lambda story: story.id)
def test_a_stranger_goes_by_taps_from_home_to_the_letter_that_was_read(
    driver: WebDriver, site: Path, guide: Guide, story: Story
):
    group = next(each for each in guide.groups if story.situation in each.situations)
    letter = f"#{story.situation} details.plan-letter:has([data-letter={story.letter}])"
    ways = f"{letter} letter-ways[data-language={story.sent}]"
    with visiting(driver, site, THERE_AND_THEN.replace("ZONE", story.zone)) as reader:
        reader.open(start(story.page))
        reader.tap(f"#{group.id} > summary")
        reader.tap(f"#{group.id} a[href$='#{story.situation}']")
        reader.unfold(letter)
        reader.choose(f"{letter} provider-choice .chooser-wallet", story.wallet)
        if story.says_region:
            reader.choose(f"{letter} provider-choice which-region select", story.region)
        reader.unfold(f"{letter} .letter-more")
        fill_form(reader, letter, story)
        reader.tap(f"{letter} .letter-show [value={story.sent}]")
        reader.tap(f"{ways} .way-copy")
        while reader.driver.find_elements(By.CSS_SELECTOR, f"{ways} .gate:not([hidden]) .gate-pass"):
            reader.tap(f"{ways} .gate:not([hidden]) .gate-pass")
        reader.see(f"{ways} .way-said", lambda said: said.get_property("textContent").strip())
        written = reader.run(f"return document.querySelector('{ways}').text")
    assert written == (FINISHED / story.sent / file_name(story)).read_text("utf-8").removesuffix("\n")
    assert not reader.faults, "\n".join(reader.faults)
