"""What `mkdocs.yml` says, read without MkDocs: for Python that runs before it, or beside another engine."""

from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import add_env_tag


class _Loader(yaml.SafeLoader):
    """Knows `!ENV`, and passes over what engines alone know."""


_Loader.add_multi_constructor("!", lambda loader, tag, node: None)
add_env_tag(_Loader)


def settings_of(config: Path) -> dict[str, Any]:
    """The settings in a `mkdocs.yml`, by their names."""
    return yaml.load(config.read_text("utf-8"), _Loader)
