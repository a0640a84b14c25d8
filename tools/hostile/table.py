"""The look of the report: a row for each world, and in it how many tasks were done, said or failed in silence."""

from collections import Counter
from collections.abc import Mapping

from tools.hostile.verdict import Cell, Verdict

MARKS = {Verdict.DONE: "·", Verdict.SAID: "said", Verdict.SILENT: "SILENT"}
LABEL, WIDTH = 28, 7


def head(tasks: list[str]) -> list[str]:
    """The tasks by number, and the line above all rows."""
    numbered = [f"  {number:>2} {name}" for number, name in enumerate(tasks, 1)]
    return [*numbered, "", _line("", [str(number) for number in range(1, len(tasks) + 1)], [*Verdict])]


def row(name: str, cells: Mapping[str, Cell]) -> str:
    """One world: a dot where a task was done, else what became of it; then how many of each."""
    counted = Counter(cell.verdict for cell in cells.values())
    marks = [MARKS[cell.verdict] for cell in cells.values()]
    return _line(name, marks, [str(counted[verdict]) for verdict in Verdict])


def _line(name: str, cells: list[str], counts: list[str]) -> str:
    return (
        f"{name:<{LABEL}}"
        + "".join(f"{cell:>{WIDTH}}" for cell in cells)
        + " |"
        + "".join(f"{each:>8}" for each in counts)
    )


def whys(name: str, cells: Mapping[str, Cell]) -> list[str]:
    """What was looked for in vain, and with what words that was said."""
    return [
        f"    {name}, {task}: {MARKS[cell.verdict]}: {cell.why}"
        for task, cell in cells.items()
        if cell.verdict is not Verdict.DONE
    ]
