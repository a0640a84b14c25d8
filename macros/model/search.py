"""What the search says, and which words it takes for the same."""

from typing import Annotated

from pydantic import AfterValidator

from .base import AtLeastOne, Model, Multilingual, NonEmpty, Text, filled_with, once_each


class SearchWords(Model):
    """Words of the search, in the box of every page and in that of the home page."""

    ask: Text
    """What the home page asks."""
    example: Text
    also: Text
    none: Text
    none_of_these: Text
    """What leads to the steps of any complaint, where nothing was found."""
    how: Text
    count: Annotated[Multilingual, filled_with("count")]
    """How much was found, for who hears the page."""
    wait: Text
    issue: Text
    wallet: Text
    region: Text
    body: Text
    letter: Text
    term: Text
    opens_for: Annotated[Multilingual, filled_with("names")]
    """The wallet and the region that were named, as the plan will have them."""
    home_left: Text
    """What is left on the home page where nothing can be found."""
    box_left: Text


Same = Annotated[AtLeastOne[NonEmpty], AfterValidator(once_each)]
"""Words for one thing: the first is how the guide writes it."""
