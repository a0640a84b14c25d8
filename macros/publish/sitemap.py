"""The list of pages for search engines, to which the leaves of pages are added."""

import re
from collections.abc import Mapping
from pathlib import Path

_ENTRY = re.compile(r" *<url>\s*<loc>([^<]*)</loc>.*?</url>\n?", re.DOTALL)
_ADDRESS = re.compile(r'(?<=<loc>)[^<]*|(?<=href=")[^"]*')


def list_leaves(home: Path, leaves: Mapping[str, list[str]]) -> None:
    """Put the leaves of each page, given by its address, after it in the sitemap of a language, which is in its folder.

    Does nothing where an engine wrote none.
    """
    path = home / "sitemap.xml"
    if not path.is_file():
        return

    def with_leaves(entry: re.Match) -> str:
        return entry[0] + "".join(
            _ADDRESS.sub(lambda address, leaf=leaf: f"{address[0]}{leaf}/", entry[0])
            for leaf in leaves.get(entry[1], ())
        )

    path.write_text(_ENTRY.sub(with_leaves, path.read_text("utf-8")), "utf-8")
    # MkDocs has packed the list as it was, and nothing names that file.
    path.with_name(f"{path.name}.gz").unlink(missing_ok=True)
