"""`make serve`: the guide as one edits it, in both languages, in a second or two after each change.

What a change needs is done and no more: a stylesheet or script is copied, a page is built alone, and for data or
templates both languages are built at once, each in a process of its own that stays. New Python starts those anew. What
only readers need is left out: copies, linked data, the service worker, one folder for all assets. A build that fails
leaves what is served as it was.
"""

import base64
import hashlib
import logging
import os
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import urljoin

import jieba
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer

from .checks.load import CONFIGS, DATA_FILE, read
from .checks.pages import title_of
from .model.languages import EDITIONS, LANGUAGES, MADE, Language, folder_of
from .model.settings import settings_of
from .publish import Settings, finish
from .publish.assets import write_shared
from .publish.prose import write_prose
from .render.letters import desk, papers
from .render.search import searched
from .render.view import View

ASSETS, TEMPLATES = Path("overrides/assets"), Path("macros/templates")
WATCHED = ("docs", "macros", "overrides", *CONFIGS.values(), "jieba_user.txt")
HOST, PORT = "127.0.0.1", 8000


# In the process of a language ----------------------------------------------------------------


def build_language(language: Language, address: str, work: Path, site: Path, pages: list[str]) -> list[str]:
    """Build a language in the folder `work`, bring what is new into `site`, and say what is wrong with it.

    Only the `pages` (`docs/zh/about.md`) are built if there are any, and whatever was built last.
    """
    heard = _Heard()
    config = CONFIGS[language]
    start = folder_of(language)
    began = time.time()
    try:
        if language in MADE:
            _write_prose(language)
        # The titles that pages have, because MkDocs reads no page that it does not build.
        titled = {"nav": _titled(load_config(config))} if pages else {}
        conf = load_config(config, site_dir=str(work), site_url=urljoin(address, start), **titled)
        conf.extra["preview"], conf.extra["check"] = True, () if language in MADE else (language,)
        build(conf, dirty=bool(pages))
        built = [path for path in work.rglob("*") if path.is_file()]
        if pages:
            built = [path for path in built if path.suffix == ".html" and path.stat().st_mtime >= began - 0.01]
        guide = read(Path(DATA_FILE), DATA_FILE).guide
        for path in built:
            target = site / start / path.relative_to(work)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
            if path.suffix == ".html":
                finish(target, site, guide, language, Settings(address, offline=False))
        view = View(guide, language, home="./", root="./")
        write_shared(site, language, {"desk": desk(view), "papers": papers(view), "searched": searched(view)})
    except (MkDocsException, Abort, ValueError, OSError) as error:
        return [*heard.lines, *str(error).strip().splitlines()]
    return heard.lines


def _write_prose(language: Language) -> None:
    """As far as the data can be read: the build tells what is wrong with it, and needs the folder."""
    Path(settings_of(Path(CONFIGS[language]))["docs_dir"]).mkdir(parents=True, exist_ok=True)
    if guide := read(Path(DATA_FILE), DATA_FILE).guide:
        write_prose(Path(), guide, language)


def _titled(conf: MkDocsConfig) -> list[dict[str, str]]:
    return [{title_of((Path(conf.docs_dir) / page).read_text("utf-8")): page} for page in conf.nav]


class _Heard(logging.Handler):
    """The warnings of one build, and nothing else of what engine and plugins say."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        logging.getLogger("mkdocs").handlers = [self]

    def emit(self, record: logging.LogRecord) -> None:
        if "'dirty' build" not in record.getMessage():
            self.lines.append(record.getMessage())


def _start() -> None:
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    # Loading its dictionary is told on the console, and it is loaded when it is first imported for a build.
    jieba.setLogLevel(logging.WARNING)


# In the process that serves ------------------------------------------------------------------


class Preview:
    """The guide in the folder `site`, for `address`, kept up with the files of this folder."""

    def __init__(self, site: Path, work: Path, address: str):
        self._site, self._work, self._address = site, work, address
        self._seen: dict[Path, int] = {}
        self._builders: dict[Language, ProcessPoolExecutor] = {}
        self._is_whole = False

    def rebuild(self) -> None:
        """Do what the changes since the last time need, and say what was done, how long it took and what is wrong."""
        began = time.monotonic()
        changed = self._changed()
        pages = {language: _pages(changed, language) for language in LANGUAGES}
        if self._is_whole and changed and all(path.is_relative_to(ASSETS) and path.exists() for path in changed):
            wrong = self._copy_assets(changed)
        elif self._is_whole and changed and changed == {Path(page) for each in pages.values() for page in each}:
            wrong = self._build({language: names for language, names in pages.items() if names})
        else:
            if not all(path == Path(DATA_FILE) or path.is_relative_to(TEMPLATES) for path in changed):
                self.stop()
            wrong = self._build({language: [] for language in LANGUAGES})
            self._is_whole = not wrong
        names = ", ".join(map(str, sorted(changed)[:3])) + (" …" if len(changed) > 3 else "")
        print(*wrong, f"{names or 'the whole guide'}: {time.monotonic() - began:.1f} s", sep="\n", flush=True)

    def stop(self) -> None:
        """End the processes of the languages; the next build starts them anew, with what Python is there then."""
        for builder in self._builders.values():
            builder.shutdown()
        self._builders = {}

    def _build(self, pages: Mapping[Language, list[str]]) -> list[str]:
        for language in pages.keys() - self._builders.keys():
            self._builders[language] = ProcessPoolExecutor(1, get_context("spawn"), _start)
        tasks = [
            self._builders[language].submit(
                build_language, language, self._address, self._work / language, self._site, names
            )
            for language, names in pages.items()
        ]
        try:
            return [*dict.fromkeys(line for task in tasks for line in task.result())]
        except Exception as error:
            # Not even its Python can be read: that is told already.
            self.stop()
            return [f"{type(error).__name__}: {error}"]

    def _copy_assets(self, paths: Iterable[Path]) -> list[str]:
        for path in paths:
            for language in LANGUAGES:
                for place in (self._work / language, self._site / folder_of(language)):
                    target = place / "assets" / path.relative_to(ASSETS)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(path, target)
        return []

    def _changed(self) -> set[Path]:
        """The files that are new, changed or gone since the last time; none at first."""
        files = [path for name in WATCHED for path in (Path(name), *Path(name).rglob("*")) if path.is_file()]
        now = {path: path.stat().st_mtime_ns for path in files if path.suffix != ".pyc"}
        last, self._seen = self._seen, now
        return {path for path in now.keys() | last.keys() if now.get(path) != last.get(path)} if last else set()


def _pages(changed: Iterable[Path], language: Language) -> list[str]:
    """Those of the changed files that are pages of a language, or those that its own are made of, and are there."""
    docs = Path("docs") / (EDITIONS[language].made_from or language)
    return [str(path) for path in changed if path.suffix == ".md" and path.is_relative_to(docs) and path.exists()]


class Server(LiveReloadServer):
    """Serves the preview and reloads its pages, whose policy it tells of the script for that."""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        page = super()._inject_js_into_html(content, epoch)
        script = page[page.rindex(b"<script>") + len(b"<script>") : page.rindex(b"</script>")]
        digest = base64.b64encode(hashlib.sha256(script).digest())
        return page.replace(b"script-src 'self'", b"script-src 'self' 'sha256-%b'" % digest, 1)


def serve(port: int) -> None:
    """Serve the guide of this folder until the reader ends it."""
    try:
        socket.create_server((HOST, port)).close()
    except OSError as error:
        why = os.strerror(error.errno)
        sys.exit(f"Port {port} cannot be had ({why}): end what uses it, or take another: make serve PORT=8001")
    address = f"http://{HOST}:{port}/"
    for language, edition in EDITIONS.items():
        print(edition.name, f"{address}{folder_of(language)}", sep="\t", flush=True)
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())
    with tempfile.TemporaryDirectory(prefix="guide_") as folder:
        site = Path(folder) / "site"
        site.mkdir()
        preview = Preview(site, Path(folder) / "work", address)
        server = Server(preview.rebuild, HOST, port, str(site), polling_interval=0.2)
        try:
            preview.rebuild()
            for path in WATCHED:
                server.watch(path)
            server.serve()
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
            preview.stop()


if __name__ == "__main__":
    try:
        serve(int(sys.argv[1]) if len(sys.argv) > 1 else PORT)
    except OSError as error:
        sys.exit(f"The preview has ended: {error}")
