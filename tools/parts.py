"""Samples in two parts: two thirds may be read by whoever works on what they measure.

The last third is read by its test alone: whoever looks at it, or at which of it failed, has tuned the work to it.
"""

import random
from collections.abc import Sequence
from typing import Literal, TypeVar

Part = Literal["seen", "unseen"]
Sample = TypeVar("Sample")


def part_of(every: Sequence[Sample], part: Part, seed: int) -> tuple[Sample, ...]:
    """Those of one part, in their order. The seed decides for ever which they are."""
    unseen = {*random.Random(seed).sample(range(len(every)), len(every) // 3)}
    return tuple(sample for at, sample in enumerate(every) if (at in unseen) == (part == "unseen"))
