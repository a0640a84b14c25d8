"""The worlds that readers live in: what each does to the guide, and how a reader meets it there."""

import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Route

from macros.model.guide import Guide
from macros.model.languages import Language, folder_of
from tools.browsers.engines import ENGINES, Engine, ensure
from tools.browsers.old import OLD, Old
from tools.hostile import blockers
from tools.hostile.hands import Emulated, driven_hands, old_hands
from tools.hostile.reader import Reader
from tools.hostile.scripts import APPS, DEAD, SAFARI, STORAGE_FULL, STORAGE_REFUSED, SYSTEMS, TRANSLATOR
from tools.serving import Prepared, served

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SMALL_PHONE = {**PHONE, "viewport": {"width": 360, "height": 740}}
LARGE_TEXT = "--blink-settings=defaultFontSize=32"
ZONE = "Asia/Shanghai"
ASSETS = r"/assets/guide-\w+/"
SEVEN_DAYS = timedelta(days=8)
"""And one more, for they are counted in use."""

# A printer that takes what is handed to it, and a clipboard that can be looked at whatever a world does to it.
LOOKED_AT = """
window.print = () => {
  window.dispatchEvent(new Event("beforeprint"));
  window.printedSheet = [...document.querySelectorAll("body > .print-sheet")].map((sheet) => sheet.textContent).join();
  window.dispatchEvent(new Event("afterprint"));
};
const { clipboard } = navigator;
const readText = clipboard?.readText?.bind(clipboard);
window.readClipboard = () => readText?.() ?? "";
"""
# Where a driver may not look at the clipboard, what the engine took is noted as it takes it. No worker: each fresh
# profile would fetch the whole guide.
TOLD_BY_ITSELF = """
delete Navigator.prototype.serviceWorker;
let taken = "";
for (const [name, textOf] of Object.entries({
  writeText: (text) => text,
  write: async ([item]) => (await item.getType("text/plain")).text(),
})) {
  const take = clipboard[name]?.bind(clipboard);
  clipboard[name] = async (given) => {
    await take(given);
    taken = await textOf(given);
  };
}
window.readClipboard = () => taken;
"""
# What another tab does with the text that was just typed here: it has the same field open, and its reader types on.
TYPES_ON = """(text) => {
  for (const [key, value] of Object.entries(localStorage)) {
    if (value.includes(text)) { localStorage.setItem(key, value.replace(text, `${text} in the other tab`)); }
  }
}"""
FOLLOW = """(address) => {
  const link = Object.assign(document.createElement("a"), { href: address, textContent: "there" });
  document.querySelector("article").append(link);
  link.click();
}"""
CLEARED = "() => { localStorage.clear(); sessionStorage.clear(); }"


@dataclass(frozen=True)
class Site:
    """The guide as built, where it is served, and what is needed to go there."""

    folder: Path
    address: str
    guide: Guide
    launch: Callable[[tuple[str, ...]], Browser]
    """A Chromium with these flags beside the usual ones."""


@dataclass(frozen=True)
class Environment:
    """One of those worlds. Its pages run `script` before their own, and never get a file whose address has `lost`."""

    name: str
    told: str
    script: str = ""
    lost: str = ""
    options: dict[str, Any] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    arrange: Callable[[Reader, Emulated], None] = lambda reader, hands: None
    """What is done before the reader begins."""
    clock: datetime | None = None
    old: Old | None = None
    engine: Engine | None = None
    missing: Callable[[Site], str] = lambda site: ""
    """What this machine lacks for it; nothing where it can be had."""
    taken: Callable[[Site], tuple[str, str]] = lambda site: ("", "")
    """Which further paths are lost, as a pattern, and a style that hides things: known only beside the site."""

    @contextmanager
    def reader(self, site: Site, language: Language) -> Iterator[Reader]:
        """Someone new to the guide in this world."""
        if self.old:
            with old_hands(self.old, f"(() => {{ {LOOKED_AT} {self.script} }})();") as hands:
                yield Reader(hands, site.address, site.guide, language)
            return
        if self.engine:
            prepared = partial(
                Prepared, head=f"<script>(() => {{ {LOOKED_AT} {TOLD_BY_ITSELF} {self.script} }})();</script>"
            )
            with served(site.folder, prepared) as address, driven_hands(self.engine) as hands:
                yield Reader(hands, address, site.guide, language)
            return
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            context = site.launch(self.flags).new_context(
                service_workers="block",
                timezone_id=ZONE,
                permissions=["clipboard-read", "clipboard-write"],
                **{**PHONE, **self.options},
            )
            context.add_init_script(f"(() => {{ {LOOKED_AT} {self.script} }})();")
            lost, hidden = self.taken(site)
            for pattern in filter(None, (self.lost, lost)):
                context.route(re.compile(pattern), lambda route: _not_found(route, site.folder))
            if hidden:
                context.add_init_script(_hiding(hidden))
            if self.clock:
                context.clock.set_fixed_time(self.clock)
            hands = Emulated(context, Path(folder))
            reader = Reader(hands, site.address, site.guide, language)
            self.arrange(reader, hands)
            yield reader
            context.close()


def _not_found(route: Route, site: Path) -> None:
    """As a host answers that has not got it: with the guide's page for lost readers."""
    route.fulfill(status=404, content_type="text/html; charset=utf-8", path=site / "404.html")


def _hiding(style: str) -> str:
    return f"""document.addEventListener("DOMContentLoaded", () => {{
      const sheet = new CSSStyleSheet();
      sheet.replaceSync({style!r});
      document.adoptedStyleSheets = [sheet];
    }});"""


# What is done first -----------------------------------------------------------------------------


def _choose(button: str) -> Callable[[Reader, Emulated], None]:
    """The reader says on My case who uses the device."""

    def choose(reader: Reader, hands: Emulated) -> None:
        reader.open("case/")
        reader.tap(f"case-keep {button}")

    return choose


def _share(reader: Reader, hands: Emulated) -> None:
    """Others use the device. That is known only on pages that the reader comes to by links."""
    _choose(".keep-shared")(reader, hands)

    def walk(address: str) -> None:
        hands.run(FOLLOW, address)
        hands.page.wait_for_url(address, wait_until="domcontentloaded")

    reader.go = walk


def _sleep_for_a_week(reader: Reader, hands: Emulated) -> None:
    _choose(".keep-mine")(reader, hands)
    hands.context.clock.set_fixed_time(datetime.now(UTC))

    def come_again() -> None:
        hands.run(CLEARED)
        hands.context.clock.set_fixed_time(datetime.now(UTC) + SEVEN_DAYS)
        hands.reload()

    reader.come_again = come_again


def _second_tab(reader: Reader, hands: Emulated) -> None:
    _choose(".keep-mine")(reader, hands)
    other = hands.context.new_page()
    other.goto(f"{reader.address}{folder_of(reader.language)}about/")
    hands.page.bring_to_front()
    reader.typed = lambda text: other.evaluate(TYPES_ON, text)


ENVIRONMENTS = (
    Environment("as it should be", "a phone of today, and nothing in its way"),
    Environment(
        "blocked",
        "EasyList, EasyPrivacy, AdGuard and EasyList China at work",
        missing=lambda site: blockers.missing(site.folder),
        taken=lambda site: blockers.taken(site.folder),
    ),
    Environment("site data refused", "no cookies, so no storage: naming it throws", script=STORAGE_REFUSED),
    Environment("translated", "the browser’s translation, which wraps each text, over and over", script=TRANSLATOR),
    Environment(
        "in-app",
        "WeChat on an iPhone: no file, no print, no share, a clipboard that never answers",
        script=DEAD,
        options={"user_agent": f"{SYSTEMS['iphone']} {APPS['wechat']}"},
    ),
    Environment(
        "Safari’s seven days",
        "what was kept is cleared before the reader comes again",
        script=SAFARI,
        arrange=_sleep_for_a_week,
    ),
    Environment("shared phone", "“Others too” was said first", arrange=_share),
    Environment("200 % text", "letters twice the size, on 360 px", options=SMALL_PHONE, flags=(LARGE_TEXT,)),
    *(
        Environment(
            engine.name,
            "the engine of other browsers, by its driver",
            engine=engine,
            missing=lambda site, engine=engine: " and ".join(ensure(engine)),
        )
        for engine in ENGINES
    ),
    *(
        Environment(
            f"old: {old.name}", f"QtWebEngine of {old.package}", old=old, missing=lambda site, old=old: old.missing()
        )
        for old in OLD
    ),
    Environment("scripts off", "the reader’s browser runs none", options={"java_script_enabled": False}),
    Environment("lost script", "guide.js does not come", lost=rf"{ASSETS}js/guide\.js"),
    Environment("lost modules", "no script comes but the first", lost=rf"{ASSETS}js/(?!guide\.js|page/early\.js)"),
    Environment("lost words", "the words that scripts fetch do not come", lost=rf"{ASSETS}[^/]+\.json"),
    Environment("half upload: no assets", "the new pages are there, their scripts and styles are not", lost=ASSETS),
    Environment("half upload: no scripts", "of the assets only the styles are there", lost=rf"{ASSETS}js/"),
    Environment(
        "half upload: no leaves",
        "plans and letters on pages of their own are not there yet",
        lost=r"/issues/[^/]+/[^/#]+/",
    ),
    Environment("no room", "storage is full", script=STORAGE_FULL),
    Environment("two tabs", "another tab types on in each field", arrange=_second_tab),
    Environment("clock at 1970", "the device has lost its date", clock=datetime(1970, 1, 2, 10, tzinfo=UTC)),
    Environment(
        "clock at 2040", "the device is ahead of every known holiday", clock=datetime(2040, 6, 1, 10, tzinfo=UTC)
    ),
)
