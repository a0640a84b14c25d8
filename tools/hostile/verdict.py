"""What became of a task: done, said so, or neither."""

from enum import StrEnum
from typing import NamedTuple

from tools.hostile.reader import NotDone, Reader
from tools.hostile.tasks import Task


class Verdict(StrEnum):
    DONE = "done"
    SAID = "said so"
    SILENT = "SILENT"


class Cell(NamedTuple):
    """What became of one task, and by what that was seen."""

    verdict: Verdict
    why: str = ""


def judge(task: Task, reader: Reader) -> Cell:
    """Do the task. What is not done was said only by one of its own sentences, with what that promises."""
    try:
        task.go(reader)
    except NotDone as missed:
        return _what_was_said(task, reader, str(missed))
    return Cell(Verdict.DONE)


def _what_was_said(task: Task, reader: Reader, missed: str) -> Cell:
    broken = ""
    for admission in task.admits(reader.guide):
        if reader.was_told(admission.sentence):
            try:
                if admission.left(reader):
                    return Cell(Verdict.SAID, admission.sentence[reader.language])
            except NotDone:
                pass
            broken = f"; it says “{admission.sentence[reader.language]}”, and that is not there"
    return Cell(Verdict.SILENT, missed + broken)
