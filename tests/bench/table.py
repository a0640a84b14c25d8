"""The look of the report: a label, and right-aligned figures after it."""

from collections.abc import Sequence


def row(label: str, *cells: str) -> str:
    return f"   {label:<46}" + "".join(f" {cell:>12}" for cell in cells)


def spread(values: Sequence[float], decimals: int = 2) -> str:
    return f"{min(values):.{decimals}f}–{max(values):.{decimals}f}"
