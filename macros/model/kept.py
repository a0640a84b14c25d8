"""What is said of what the reader's device keeps."""

from typing import Annotated

from pydantic import Field

from .base import Model, Multilingual, Text, filled_with


class KeepWords(Model):
    """Where what is written is kept, and how it is erased."""

    question: Text
    note: Text
    mine: Text
    shared: Text
    on_device: Text
    in_tab: Text
    in_page: Text
    nowhere: Text
    safari: Text
    copy_asked: Annotated[Multilingual, filled_with("date")]
    copy_behind: Text
    copy_: Annotated[Text, Field(alias="copy")]
    copied: Annotated[Multilingual, filled_with("name")]
    copy_too_big: Text
    leave: Text
    erase: Text
    erased: Annotated[Multilingual, filled_with("erased", "left")]
