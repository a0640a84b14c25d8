"""Serves a folder on this machine for as long as it is needed, and says nothing of what goes well."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any


class Quiet(SimpleHTTPRequestHandler):
    """Sends the files of a folder."""

    def log_message(self, *arguments: object) -> None:
        pass


class Prepared(Quiet):
    """Sends them with `head` first in the head of each page: what a driver cannot run before a page's own scripts."""

    def __init__(self, *arguments: Any, head: str, **more: Any) -> None:
        self.head = head
        super().__init__(*arguments, **more)

    def send_head(self) -> Any:
        page = Path(self.translate_path(self.path))
        page = page / "index.html" if page.is_dir() and self.path.endswith("/") else page
        if page.suffix != ".html" or not page.is_file():
            return super().send_head()
        content = page.read_text("utf-8").replace("<head>", f"<head>{self.head}", 1).encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)


class _Server(ThreadingHTTPServer):
    # As many connections may wait as a browser opens at once, and more.
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """Show what went wrong, unless the browser only closed a connection that it no longer needed."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path, handler: Callable[..., SimpleHTTPRequestHandler] = Quiet) -> Iterator[str]:
    """The address of a folder, ending in a slash."""
    server = _Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    # It looks that often, in seconds, whether it shall end: whoever ends it waits as long.
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
