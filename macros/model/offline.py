"""What is said in a copy of the guide that is opened from a folder."""

from typing import Annotated

from .base import AtLeastOne, Model, Multilingual, Text, filled_with


class FolderWords(Model):
    """What is said in a copy of the guide that is opened from a folder: its start, and the top of every page."""

    copied: Annotated[Multilingual, filled_with("date")]
    living: Text
    no_living: Text
    limits_title: Text
    limits: AtLeastOne[Text]
    """What does not work there, or not as it does on the web."""
    offer: Text
    download: Text
    open: Text
    unzip: Text
    phone: Text
