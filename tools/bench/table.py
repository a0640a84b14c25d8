"""The look of the report: a label, and right-aligned figures after it."""

from collections.abc import Sequence


def row(label: str, *cells: str, width: int = 12) -> str:
    """One line: a label of up to 46 characters, then cells of `width` each."""
    return f"   {label:<46}" + "".join(f" {cell:>{width}}" for cell in cells)


def spread(values: Sequence[float], decimals: int = 2) -> str:
    return f"{min(values):.{decimals}f}–{max(values):.{decimals}f}"
