"""What the copies of the pages for machines say, and how `llms.txt` lists them."""

from typing import Annotated

from .base import AtLeastOne, Model, Multilingual, NonEmpty, Text, filled_with, id_of


class PageGroup(Model):
    """Pages that `llms.txt` lists together, by their names: `issues/slow-support`."""

    id: id_of("page_groups")
    title: Text
    pages: AtLeastOne[NonEmpty]


class MachineWords(Model):
    """What the copies of the pages and `llms.txt` say of themselves."""

    address: Annotated[Multilingual, filled_with("address")]
    oldest: Annotated[Multilingual, filled_with("date")]
    summary: Text
    notes: AtLeastOne[Text]
    """How the guide may be used and told on."""
    data: Text
    data_json: Text
    data_schema: Text
    others: Text
