"""How one `mkdocs build` (or `serve`) makes both languages, and never leaves half a site.

The main language is built beside the site (`site.part/`); when its pages are done the other
languages are built into it, the open data is added, and only then does it replace the last good
site. A build that fails on the way leaves that one as it was.
"""

import json
import logging
import shutil
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import clean_directory

from ..model.guide import Guide
from ..model.languages import OTHERS
from .assets import lay_out_assets
from .offline import write_service_worker

# What hosts and robots look for at the root alone.
ROOT_ONLY = ("_headers", "robots.txt")
SERVICE_WORKER = Path(__file__).parent.parent / "templates/sw.js"


class _Warnings(logging.Handler):
    """Counts warnings, as strict mode does: MkDocs looks at its own count only after the last hook."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


_warnings = _Warnings()


class Staging:
    """One build of the main language with all that hangs on it."""

    def __init__(self, conf: MkDocsConfig):
        self.conf = conf
        self.target = Path(conf.site_dir)
        self.part = self.target.with_name(f"{self.target.name}.part")
        conf.site_dir = str(self.part)
        _warnings.count = 0
        logging.getLogger("mkdocs").addHandler(_warnings)

    def finish(self, guide: Guide, schema: dict) -> None:
        """Build the other languages, add what belongs to all, then publish, unless strict mode objects."""
        for language in OTHERS:
            self._build(language)
            for name in ROOT_ONLY:
                (self.part / language / name).unlink()
        lay_out_assets(self.part, OTHERS)
        _write_open_data(self.part, guide, schema, self.conf.site_url)
        write_service_worker(self.part, SERVICE_WORKER.read_text("utf-8"), self.conf.extra["offline"], OTHERS)
        if not (self.conf.strict and _warnings.count):
            self._publish()

    def _build(self, language: str) -> None:
        source = Path(self.conf.config_file_path).with_name(f"mkdocs.{language}.yml")
        conf = load_config(
            str(source),
            site_dir=str(self.part / language),
            site_url=urljoin(self.conf.site_url, f"{language}/"),
            strict=self.conf.strict,
            use_directory_urls=self.conf.use_directory_urls,
        )
        if conf.theme["language"] != language:
            raise PluginError(f"{source.name}: theme.language must be {language}, not {conf.theme['language']}")
        build(conf)

    def _publish(self) -> None:
        clean_directory(str(self.target))
        self.target.mkdir(parents=True, exist_ok=True)
        for entry in self.part.iterdir():
            shutil.move(entry, self.target / entry.name)
        self.part.rmdir()


def _write_open_data(site: Path, guide: Guide, schema: dict, site_url: str) -> None:
    data = guide.model_copy(update={"schema_address": urljoin(site_url, "guide.schema.json")})
    (site / "guide.json").write_text(data.model_dump_json(by_alias=True, exclude_none=True, indent=1), "utf-8")
    (site / "guide.schema.json").write_text(json.dumps(schema, ensure_ascii=False, indent=1), "utf-8")
