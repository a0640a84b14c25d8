"""A page as readers with scripts have it: with its leaves brought to their places (`macros/publish/leaves.py`)."""

from pathlib import Path

from bs4 import BeautifulSoup


def parsed(file: Path) -> BeautifulSoup:
    """A page as it is sent."""
    return BeautifulSoup(file.read_text("utf-8"), "html.parser")


def whole(file: Path) -> BeautifulSoup:
    """A page with what stands on its leaves, its links as they lead from there."""
    page = parsed(file)
    for place in page.select("page-leaf"):
        leaf = parsed(file.parent / place["data-page"] / file.name).select_one(".leaf")
        for link in leaf.select("[href]"):
            link["href"] = link["href"].removeprefix("../")
        place.replace_with(*leaf.find_all(True, recursive=False))
    return page
