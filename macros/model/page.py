"""What pages share: the glossary, and the words at the end of every page."""

from typing import Annotated

from pydantic import Field

from .base import AtLeastOne, Model, Multilingual, NonEmpty, Text, filled_with, id_of, in_each_language
from .languages import Language


class _Forms(Model):
    """The spellings by which a term is known on pages, where they are not just the term itself."""


Forms = in_each_language("Forms", _Forms, AtLeastOne[NonEmpty] | None, None)


class Term(Model):
    """A word of the field, and what it means in plain words.

    `forms` takes the place of the term where pages link to it: it adds other spellings, or leaves out a term that is
    too common a word to stand for the thing wherever it is met.
    """

    id: id_of("glossary")
    term: Text
    meaning: Text
    forms: Forms | None = None

    def spellings(self, language: Language) -> tuple[str, ...]:
        """Everything in `language` that counts as this term."""
        return (self.forms and getattr(self.forms, language)) or (self.term[language],)


class SystemWords(Model):
    """What is done on an iPhone and elsewhere, where the two differ."""

    iphone: Text
    android: Text


class BrowserWords(Model):
    """How a page that stands in an app's own browser is opened in the reader's, in that app's words."""

    wechat: SystemWords
    line: SystemWords
    facebook: SystemWords
    """Messenger and Instagram too."""
    other: Text


class HelpWords(Model):
    """What helps where a browser was asked for something and nothing came of it, or may have."""

    file: Text
    print: Text
    mail: Text
    share: Text
    ways: Text
    share_file: Text
    share_refused: Text
    text: Text
    case_text: Text
    to: Text
    copy_: Annotated[Text, Field(alias="copy")]
    copied: Text
    by_hand: Text
    browser: Text
    stays: Text
    apps: BrowserWords


class PageWords(Model):
    """What stands at the end of every page."""

    edition: Text
    """What offers the page in a language, in it."""
    share: Text
    copied: Text
    offline: Annotated[Multilingual, filled_with("date")]
    not_come: Text
    anew: Text
    not_begun: AtLeastOne[Text]
