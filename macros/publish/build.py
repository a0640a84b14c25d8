"""How one `mkdocs build` (or `serve`) makes all languages, and never leaves half a site.

The main language is built beside the site (`site.part/`); when its pages are done the other
languages are built into it, the last step is taken, and only then does it replace the last good
site, in one step (`swap.py`). A build that fails or is killed on the way leaves that one as it was.
"""

import logging
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError

from ..checks.load import CONFIGS
from ..model.guide import Guide
from ..model.languages import MADE, OTHERS, Language, folder_of
from . import CACHE, Settings, publish
from .prose import write_prose
from .swap import Refused, hold, remove, replace, restore


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
        self.target.parent.mkdir(parents=True, exist_ok=True)
        hold(self.target)
        restore(self.target)
        remove(self.part)
        _warnings.count = 0
        logging.getLogger("mkdocs").addHandler(_warnings)

    def finish(self, guide: Guide) -> None:
        """Build the other languages, take the last step, then replace the last site, unless strict mode objects."""
        for language in OTHERS:
            self._build(language, guide)
        settings = Settings(self.conf.site_url, self.conf.extra["offline"], self.conf.use_directory_urls)
        try:
            publish(self.part, guide, settings, Path(self.conf.config_file_path).parent / CACHE)
        except ValueError as error:
            raise PluginError(str(error)) from error
        if not (self.conf.strict and _warnings.count):
            replace(self.target, self.part)

    def _build(self, language: Language, guide: Guide) -> None:
        source = Path(self.conf.config_file_path).with_name(CONFIGS[language])
        if language in MADE:
            write_prose(source.parent, guide, language)
        conf = load_config(
            str(source),
            site_dir=str(self.part / folder_of(language)),
            site_url=urljoin(self.conf.site_url, folder_of(language)),
            strict=self.conf.strict,
            use_directory_urls=self.conf.use_directory_urls,
        )
        # The main language's build has checked the pages of all.
        conf.extra["check"] = ()
        if conf.theme["language"] != language:
            raise PluginError(f"{source.name}: theme.language must be {language}, not {conf.theme['language']}")
        build(conf)


class Plain:
    """A plugin of MkDocs that says in a sentence what the disk refuses, where MkDocs shows its own code."""

    def on_build_error(self, error: Exception, **_: Any) -> None:
        if isinstance(error, Refused):
            raise Abort(str(error)) from error
        if isinstance(error, OSError):
            raise Abort(f"Nothing was published, and the last site is as it was: {error}") from error
