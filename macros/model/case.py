"""My case: what is noted of a contact, what the provider may answer, and the words around it."""

from typing import Annotated, Literal

from pydantic import (
    Field,
)

from .base import AtLeastOne, LetterRef, Model, Multilingual, Several, Text, filled_with, id_of
from .letters import Option
from .regions import LengthWords


class ContactField(Model):
    """Something noted of a contact."""

    id: Literal["when", "channel", "who", "reference", "said", "promised"]
    type: Literal["line", "lines", "date", "datetime", "choice"]
    reference: bool = False
    """As a letter’s field’s."""
    label: Text
    choices: Several[Option] = ()


class Reply(Model):
    """What the provider may answer, and what to do then."""

    id: id_of("replies")
    said: Text
    do: Text
    letters: AtLeastOne[LetterRef]


class SavedWords(Model):
    """Where an entry of the contact log is, said below it as it is typed."""

    device: Text
    tab: Text
    page: Text
    nowhere: Text


class CaseWords(Model):
    """My case: its page, and the bar on the pages of issues."""

    title: Text
    needs_script: Text
    blank_forms: Annotated[Multilingual, filled_with("issue")]
    empty: Text
    begin: Annotated[Multilingual, filled_with("issue")]
    under_way: Text
    checked: Annotated[Multilingual, filled_with("since", "date")]
    minutes: LengthWords
    progress: Annotated[Multilingual, filled_with("done", "total")]
    sent: Annotated[Multilingual, filled_with("count")]
    contacts: Annotated[Multilingual, filled_with("count")]
    touched: Annotated[Multilingual, filled_with("date")]
    open: Text
    next: Text
    left: Annotated[Multilingual, filled_with("letter", "date")]
    left_name: Text
    left_day: Text
    next_first: Text
    next_contact: Text
    next_write: Text
    next_wait: Annotated[Multilingual, filled_with("date")]
    next_undated: Text
    next_chase: Annotated[Multilingual, filled_with("date")]
    next_escalate: Annotated[Multilingual, filled_with("date")]
    next_outside: Text
    dates: Text
    no_dates: Text
    date_promised: Annotated[Multilingual, filled_with("date")]
    date_reply: Annotated[Multilingual, filled_with("date", "letter")]
    passed: Text
    log: Text
    log_note: Text
    log_add: Text
    log_remove: Text
    log_removed: Text
    log_undo: Text
    log_blank: Text
    log_saved: SavedWords
    evidence: Text
    evidence_note: Text
    no_evidence: Text
    choose_file: Annotated[Multilingual, filled_with("evidence")]
    fingerprint: Annotated[Multilingual, filled_with("file", "sha256")]
    file_noted: Text
    file_dropped: Text
    same_file: Text
    other_file: Text
    replace_file: Text
    drop_file: Text
    file_too_big: Text
    file_unreadable: Text
    file_insecure: Text
    replies: Text
    letters: Annotated[Multilingual, filled_with("letter")]
    drop: Text
    drop_sure: Text
    drop_yes: Text
    drop_no: Text
    stale: Annotated[Multilingual, filled_with("issue", "date")]
    stale_keep: Text
    stale_kept: Annotated[Multilingual, filled_with("issue")]
    stale_erased: Annotated[Multilingual, filled_with("issue")]
    ticks: Text
    newer: Text
    clock: Annotated[Multilingual, filled_with("date")]
    unknown: Annotated[Multilingual, filled_with("count")]


class FileFaultWords(Model):
    """One sentence for each way in which a case file can be wrong."""

    not_json: Annotated[Text, Field(alias="not-json")]
    not_utf8: Annotated[Text, Field(alias="not-utf8")]
    foreign: Text
    newer: Text
    broken: Text
    too_big: Annotated[Text, Field(alias="too-big")]
    too_many: Annotated[Text, Field(alias="too-many")]
    locked: Text
    insecure: Text
    wrong_passphrase: Annotated[Text, Field(alias="wrong-passphrase")]


class TransferWords(FileFaultWords):
    """Export and import of a case file."""

    title: Text
    note: Text
    passphrase: Text
    no_lock: Text
    export: Text
    exported: Annotated[Multilingual, filled_with("name")]
    file_name: Annotated[Multilingual, filled_with("date")]
    import_: Annotated[Text, Field(alias="import")]
    pasted: Text
    read: Text
    open: Text
    changes: Annotated[Multilingual, filled_with("added", "changed", "same", "kept")]
    here: Text
    there: Text
    aside: Text
    """Said of a text that waits beside another one, in the same place."""
    take_new: Text
    take_all: Text
    cancel: Text
    done: Annotated[Multilingual, filled_with("count")]
    done_partly: Annotated[Multilingual, filled_with("count", "lost")]
    nothing: Text
