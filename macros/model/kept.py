"""What is said of what the reader's device keeps."""

from typing import Annotated

from .base import Model, Multilingual, Text, filled_with


class KeepWords(Model):
    """Where what is written is kept, and how it is erased."""

    question: Text
    note: Text
    mine: Text
    shared: Text
    on_device: Text
    in_tab: Text
    nowhere: Text
    erase: Text
    erased: Annotated[Multilingual, filled_with("erased", "left")]
