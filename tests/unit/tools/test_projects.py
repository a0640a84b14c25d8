"""What the bench builds, to see how the guide grows, has no fault that would stop its build."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.checks.load import DATA_FILE, read
from tests.built import copy_project
from tools.bench.projects import Project, with_copies, with_lists


@pytest.mark.parametrize(
    "grown", [lambda guide, to: with_copies(guide, to, 2), lambda guide, to: with_lists(guide, to, (10, 40))]
)
def test_a_guide_with_more_issues_has_no_fault(grown: Callable[[Path, Path], Project], tmp_path: Path):
    project = grown(copy_project(tmp_path / "guide"), tmp_path / "grown")
    reading = read(project.path / DATA_FILE, DATA_FILE)
    assert [str(fault) for fault in reading.faults] == []
    assert len(reading.guide.issues) > len(read(tmp_path / "guide" / DATA_FILE, DATA_FILE).guide.issues)
