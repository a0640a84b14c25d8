"""Samples in two parts: two thirds may be read by whoever works on what they measure.

The last third is read by its test alone: whoever looks at it, or at which of it failed, has tuned the work to it. It
was drawn by lot once, and stands in a file of its own, so that neither a glance nor a new sample mixes the two.
"""

from pathlib import Path
from typing import Any, Literal

import yaml

Part = Literal["seen", "unseen"]


def part_of(file: Path, part: Part) -> Any:
    """What one part of the samples of that file holds: `phrases.yml`, or `phrases.unseen.yml` beside it."""
    return yaml.safe_load((file if part == "seen" else file.with_suffix(".unseen.yml")).read_text("utf-8"))
