"""`make watch-sources`: has a source changed since it was last looked at, and which facts rest on it?

Fetches every source that the guide links, one a second, and writes an issue for each whose words have changed, that has
moved for good, that is gone, or that has not answered for a month. It changes no fact: somebody has to read.

The repository keeps a digest of each page's words (`evidence/digests.json`) and none of the words, which belong to
others. To show what changed, the words themselves are kept from one run to the next in a folder beside it (in CI an
artifact of the workflow, which ends by itself after 90 days). Without that folder an issue says only that they changed.
"""

import difflib
import hashlib
import json
import sys
import time
import unicodedata
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from selectolax.lexbor import LexborHTMLParser

from macros.checks.load import read
from macros.model.facts import Fact, Source
from macros.model.guide import Guide
from tools.evidence import EVIDENCE, figures, same_address

ROOT = EVIDENCE.parent
DIGESTS = EVIDENCE / "digests.json"
NAME = "wallet-complaint-guide (looks once a week whether the sources of its facts have changed)"
PAUSE = 1.0
"""Seconds between two requests."""
PATIENCE = 20.0
"""Seconds without a byte after which a page counts as unreached."""
LONGEST = 60.0
"""Seconds after which a page that still trickles in does."""
LARGEST = 5_000_000
"""Bytes of a page that are looked at."""
GONE = (404, 410)
MOVED_FOR_GOOD = (301, 308)
A_MONTH = 4
"""Runs without an answer after which somebody is told. Many servers refuse whatever is no browser: they count here."""
MOST_LINES = 200
"""Of words before and after in an issue, which may have 65,536 characters."""
MOST_FACTS = 100
LONGEST_LINE = 300
NO_WORDS = "script, style, noscript, template, svg, nav, header, footer, aside, form"

Digests = dict[str, dict[str, Any]]


class Page(NamedTuple):
    """What came of asking for an address: the status, None where nobody answered; where it has moved for good; its
    words, or the digest of what has none."""

    status: int | None
    moved: str | None = None
    words: str = ""


class Issue(NamedTuple):
    source: str
    title: str
    body: str


class _Moves(urllib.request.HTTPRedirectHandler):
    """Follows redirects, and remembers how far they were for good."""

    def __init__(self) -> None:
        self.moved: str | None = None
        self.for_good = True

    def redirect_request(
        self, request: urllib.request.Request, body: Any, code: int, message: str, headers: HTTPMessage, address: str
    ) -> urllib.request.Request | None:
        self.for_good = self.for_good and code in MOVED_FOR_GOOD
        self.moved = address if self.for_good else self.moved
        return super().redirect_request(request, body, code, message, headers, address)


def fetch(address: str, patience: float = PATIENCE, longest: float = LONGEST) -> Page:
    """Ask for a page, as a robot that says who it is."""
    moves = _Moves()
    # A law may have its name in its address: 법령.
    asked = urllib.request.Request(quote(address, safe="%/:=&?~#+!$,;'@()*[]"), headers={"User-Agent": NAME})
    try:
        with urllib.request.build_opener(moves).open(asked, timeout=patience) as answer:
            body = _read(answer, time.monotonic() + longest)
            return Page(answer.status, moves.moved, words_of(body, answer.headers))
    except urllib.error.HTTPError as error:
        return Page(error.code, moves.moved)
    except (OSError, HTTPException, ValueError):
        return Page(None, moves.moved)


def _read(answer: Any, end: float) -> bytes:
    body = b""
    while (part := answer.read1(65536)) and len(body) < LARGEST:
        body += part
        if time.monotonic() > end:
            raise TimeoutError
    return body[:LARGEST]


def words_of(body: bytes, headers: HTTPMessage) -> str:
    """The words of a page, a line each time something stands between them, without what stands on every page of a
    site. Of what is no text the digest stands for the words."""
    kind = headers.get_content_type()
    if not kind.startswith("text/") and "xml" not in kind and "json" not in kind:
        return f"{kind}, {hashlib.sha256(body).hexdigest()}"
    try:
        text = body.decode(headers.get_content_charset() or "utf-8", "replace")
    except LookupError:
        text = body.decode("utf-8", "replace")
    if "html" in kind:
        tree = LexborHTMLParser(text)
        for node in tree.css(NO_WORDS):
            node.decompose()
        text = (tree.css_first("main, article") or tree.body or tree.root).text(separator="\n")
    lines = (" ".join(unicodedata.normalize("NFC", line).split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def watch(
    guide: Guide,
    before: Digests,
    kept: Mapping[str, str],
    ask: Callable[[str], Page],
    wait: Callable[[], None],
    today: date,
) -> tuple[Digests, dict[str, str], list[Issue]]:
    """Look at every linked source: what is known of each now, the words by their digest, and what to tell.

    `before` is what was known, `kept` the words by their digest. Each address is asked for once, and not more often
    than `wait` lets it.
    """
    pages: dict[str, Page] = {}
    linked = [source for source in guide.source.values() if source.url]
    for address in dict.fromkeys(source.url for source in linked):
        pages[address] = ask(address)
        wait()
    if all(page.status is None for page in pages.values()):
        return before, dict(kept), []  # It is we who have no network.
    now, words, issues = {}, {}, []
    for source in linked:
        page, known = pages[source.url], before.get(source.id, {})
        now[source.id], what = _looked_at(source, page, known, kept, today)
        for text in (page.words, kept.get(known.get("digest", ""), "")):
            if text and digest(text) == now[source.id].get("digest"):
                words[digest(text)] = text
        if what:
            issues.append(_issue(guide, source, what, kept.get(known.get("digest", ""), ""), page.words))
    return now, words, issues


def _looked_at(
    source: Source, page: Page, known: dict[str, Any], kept: Mapping[str, str], today: date
) -> tuple[dict[str, Any], str]:
    """What is known of a source now, and what to tell about it; nothing to tell is an empty text."""
    if page.status is None or page.status >= 300:
        silent = known.get("silent", 0) + 1
        if page.status in GONE:
            told = f"is gone: {source.url} answers {page.status}"
            return {**known, "silent": silent, "gone": True}, "" if known.get("gone") else told
        answer = page.status or "nothing"
        told = f"has not answered for {silent} weeks: {source.url} gives {answer}"
        return {**known, "silent": silent}, told if silent == A_MONTH else ""
    now = {"digest": digest(page.words), "since": known.get("since", today.isoformat())}
    told = []
    if known.get("digest", now["digest"]) != now["digest"]:
        now["since"] = today.isoformat()
        told.append(f"has changed since {known['since']}: {source.url}")
    if page.moved and _differs(page.moved, source.url):
        now["moved"] = page.moved
        if known.get("moved") != page.moved:
            told.append(f"has moved for good: {source.url} is now {page.moved}")
    return now, "; ".join(told)


def _differs(one: str, other: str) -> bool:
    """Whether two addresses differ by more than their scheme, a `www.` and a slash at the end."""
    return same_address(one).removeprefix("www.") != same_address(other).removeprefix("www.")


def _issue(guide: Guide, source: Source, what: str, before: str, after: str) -> Issue:
    resting = [
        (thing.id, fact)
        for thing in (*guide.regions, *guide.providers)
        for fact in guide.facts_of(thing)
        if fact.source == source.id
    ]
    parts = [
        f"“{source.title.en}” {what}.",
        "Read it, correct what it says otherwise, with the day in `evidence/` and `docs/guide.yml`; then close this.",
        "## What rests on it",
        "\n".join(_told(id, fact, before, after) for id, fact in resting[:MOST_FACTS]),
    ]
    if len(resting) > MOST_FACTS:
        parts.append(f"… and {len(resting) - MOST_FACTS} more.")
    if after:
        parts += ["## The words before (-) and after (+)", _difference(before, after)]
    return Issue(source.id, f"Source {source.id}: read it again", "\n\n".join(parts) + "\n")


def _told(id: str, fact: Fact, before: str, after: str) -> str:
    lost = sorted((figures(fact.says.en) & figures(before)) - figures(after)) if after else []
    gone = f" **No longer on the page: {', '.join(lost)}.**" if lost else ""
    return f"- {id}: {fact.says.en} / {fact.says.zh} ({fact.checked}){gone}"


def _difference(before: str, after: str) -> str:
    """The lines that differ, in a fence that nothing in them closes."""
    if not before:
        return "The former words are no longer kept."
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=1, lineterm="")
    changed = [line[:LONGEST_LINE].replace("~~~", "~ ~ ~") for line in [*lines][2:]]
    more = [f"… and {len(changed) - MOST_LINES} lines more"] if len(changed) > MOST_LINES else []
    return "\n".join(["~~~~diff", *changed[:MOST_LINES], *more, "~~~~"])


def main(folder: Path) -> None:
    """Look at all sources. `folder` holds `words/`, kept from run to run, and gets `issues/`: a file each, whose first
    line is the title."""
    reading = read(ROOT / "docs/guide.yml", "docs/guide.yml")
    if reading.faults:
        sys.exit("\n".join(map(str, reading.faults)))
    words, issues = folder / "words", folder / "issues"
    words.mkdir(parents=True, exist_ok=True)
    issues.mkdir(exist_ok=True)
    before = json.loads(DIGESTS.read_text("utf-8"))
    kept = {file.stem: file.read_text("utf-8") for file in words.glob("*.txt")}
    now, kept_now, told = watch(reading.guide, before, kept, fetch, partial(time.sleep, PAUSE), date.today())
    for stem in kept.keys() - kept_now.keys():
        (words / f"{stem}.txt").unlink()
    for stem, text in kept_now.items():
        (words / f"{stem}.txt").write_text(text, "utf-8")
    for file in issues.glob("*.md"):
        file.unlink()
    for issue in told:
        (issues / f"{issue.source}.md").write_text(f"{issue.title}\n{issue.body}", "utf-8")
    DIGESTS.write_text(json.dumps(now, indent=1, sort_keys=True) + "\n", "utf-8")
    silent = [id for id, known in now.items() if known.get("silent")]
    print(f"sources: {len(now)}, to read again: {len(told)}, silent: {len(silent)}", *silent, sep="\n  ")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
