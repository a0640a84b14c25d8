"""A server that caches as a static host does, and keeps a list of what it sent."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple


class Sent(NamedTuple):
    path: str
    bytes: int


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, sent: list[Sent], directory: str):
        self.sent = sent
        super().__init__(*arguments, directory=directory)

    def end_headers(self) -> None:
        page = self.path.endswith(("/", ".html"))
        self.send_header("Cache-Control", "no-cache" if page else "max-age=600")
        # Alone in its process, a page may read a clock of 5 microseconds instead of 100.
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        super().end_headers()

    def send_response(self, code: int, message: str | None = None) -> None:
        if code != 200:
            self.sent.append(Sent(f"{self.path} ({code})", 0))
        super().send_response(code, message)

    def copyfile(self, source, outputfile) -> None:
        body = source.read()
        self.sent.append(Sent(self.path, len(gzip.compress(body, 9))))
        outputfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[tuple[str, list[Sent]]]:
    """The address of a site, ending in a slash, and a list that grows with every answer: its size under gzip -9."""
    sent: list[Sent] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, sent=sent, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", sent
    finally:
        server.shutdown()
        server.server_close()
