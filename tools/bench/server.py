"""A server that compresses and caches as a static host does, and keeps a list of what it sent.

A site's own `_headers` (overrides/_headers) says how long each address may be kept; a site without
one is served as GitHub Pages does: everything for ten minutes.
"""

import gzip
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import cache, partial
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from tools.serving import Quiet, served

TEXT = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
    ".txt": "text/plain",
    ".md": "text/markdown",
}
"""What is sent compressed, by the end of its name."""

OTHERS = {"Cache-Control": "max-age=600"}


class Sent(NamedTuple):
    """An answer: the path asked for, and how many bytes its body had on the wire."""

    path: str
    bytes: int


class Rule(NamedTuple):
    """One paragraph of `_headers`: a path, in which `*` stands for anything, and what it adds."""

    path: str
    headers: dict[str, str]


def header_rules(site: Path) -> list[Rule]:
    """What a site's `_headers` says, in its order; [] for a site without one."""
    rules: list[Rule] = []
    file = site / "_headers"
    for line in file.read_text("utf-8").splitlines() if file.exists() else ():
        name, colon, value = line.partition(":")
        if line.startswith("/"):
            rules.append(Rule(line.strip(), {}))
        elif line.startswith(" ") and colon:
            rules[-1].headers[name.strip()] = value.strip()
    return rules


@cache
def _body(file: Path, changed: int, compressed: bool) -> tuple[bytes, str]:
    """A file as it goes over the wire, and its ETag."""
    plain = file.read_bytes()
    body = gzip.compress(plain, 9, mtime=0) if compressed else plain
    return body, f'"{hashlib.sha256(body).hexdigest()[:16]}"'


class _Handler(Quiet):
    protocol_version = "HTTP/1.1"
    # Headers and body go out as two writes; held back, each answer would take 40 milliseconds.
    disable_nagle_algorithm = True

    def __init__(self, *arguments: object, sent: list[Sent], rules: list[Rule], directory: str):
        self.sent = sent
        self.rules = rules
        super().__init__(*arguments, directory=directory)

    def do_GET(self) -> None:
        site, file = Path(self.directory), Path(self.translate_path(self.path))
        if file.is_dir() and not urlsplit(self.path).path.endswith("/"):
            self._answer(HTTPStatus.MOVED_PERMANENTLY, {"Location": urlsplit(self.path).path + "/"})
            return
        file = file / "index.html" if file.is_dir() else file
        status = HTTPStatus.OK if file.is_file() else HTTPStatus.NOT_FOUND
        file = file if status == HTTPStatus.OK else site / "404.html"
        if not file.is_file():
            self._answer(status, {})
            return
        self._send(status, file)

    def _send(self, status: HTTPStatus, file: Path) -> None:
        text = TEXT.get(file.suffix)
        compressed = text is not None and "gzip" in self.headers.get("Accept-Encoding", "")
        body, tag = _body(file, file.stat().st_mtime_ns, compressed)
        headers = {"ETag": tag, "Content-Type": f"{text}; charset=utf-8" if text else self.guess_type(str(file))}
        if compressed:
            headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        if status == HTTPStatus.OK and self.headers.get("If-None-Match") == tag:
            self._answer(HTTPStatus.NOT_MODIFIED, headers)
        else:
            self._answer(status, headers, body)

    def _answer(self, status: HTTPStatus, headers: dict[str, str], body: bytes = b"") -> None:
        path = urlsplit(self.path).path
        self.sent.append(Sent(path if status == HTTPStatus.OK else f"{path} ({status.value})", len(body)))
        self.send_response(status)
        for name, value in (headers | self._ruled(path)).items():
            self.send_header(name, value)
        # Alone in its process, a page may read a clock of 5 microseconds instead of 100.
        self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        if status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _ruled(self, path: str) -> dict[str, str]:
        headers = {"Cross-Origin-Opener-Policy": "same-origin"}
        if not self.rules:
            return headers | OTHERS
        headers["Cache-Control"] = "max-age=0, must-revalidate"
        for rule in self.rules:
            if fnmatchcase(path, rule.path):
                headers |= rule.headers
        return headers


@contextmanager
def served_as_published(site: Path) -> Iterator[tuple[str, list[Sent]]]:
    """The address of a site, ending in a slash, and a list that grows with every answer."""
    sent: list[Sent] = []
    with served(site, partial(_Handler, sent=sent, rules=header_rules(site))) as address:
        yield address, sent
