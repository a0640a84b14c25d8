"""Wallets: the companies behind them, how to stop a loss, where to complain."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    Field,
    model_validator,
)

from .base import (
    AccountKindRef,
    AtLeastOne,
    BodyRef,
    Email,
    Model,
    Multilingual,
    NonEmpty,
    Phone,
    RegionRef,
    Several,
    Text,
    Url,
    filled_with,
    id_of,
    once_each,
)
from .facts import Fact, Source, Statement
from .languages import LANGUAGES, in_han


def _each_region_once(presences: tuple[Any, ...]) -> tuple[Any, ...]:
    regions = [presence.region for presence in presences]
    if twice := {region for region in regions if regions.count(region) > 1}:
        raise ValueError(f"the region “{min(twice)}” stands here twice; keep one")
    return presences


class Entity(Fact):
    """The company that answers for a wallet, by its full legal name, as a letter is addressed to it."""

    name: Text
    note: Text | None = None

    @property
    def says(self) -> Multilingual:
        return self.name


class Domicile(Fact):
    """The city in which the company that answers for a wallet has its seat: some bodies are those of a city."""

    city: Text

    @property
    def says(self) -> Multilingual:
        return self.city


class Channel(Fact):
    """A way to the wallet's own complaints desk: the path in words, or an address that is really its own."""

    kind: Literal["app", "phone", "email", "form", "page", "chat", "post", "counter"]
    """`page`: help pages and official lists, to read and not to fill in."""
    text: Text
    """The path or what it is for, in words."""
    phone: Phone | None = None
    email: Email | None = None
    url: Url | None = None

    @property
    def says(self) -> Multilingual:
        reached = "".join(f" {way}" for way in (self.phone, self.email, self.url) if way)
        return Multilingual.each(lambda language: self.text[language] + reached)


HEARD_AT_ONCE = ("phone", "chat", "app", "form", "email", "counter")
"""The kinds of channels by how soon somebody may stop a loss there; a letter never does, and a page hears nobody."""


class Presence(Model):
    """A wallet in one region. What is not known is left out, and the page says that it is not known."""

    region: RegionRef
    entity: Entity | None = None
    domicile: Domicile | None = None
    licence: Statement | None = None
    supervisor: BodyRef | None = None
    """The body of the region that supervises it."""
    freeze: Several[Channel] = ()
    """What stops the loss, in the order to try it."""
    channels: Several[Channel] = ()
    """Where to complain, in the order to try it."""
    times: Several[Statement] = ()
    """What the provider says about time."""
    promise: Statement | None = None
    """Its published promise, with the conditions."""
    balance: Statement | None = None
    """What the balance is."""
    not_for: Statement | None = None
    """What it does not answer for."""
    watch: Several[Statement] = ()
    """Warnings of scams in its name, and what is changing."""
    closed: bool = False
    """Whether the wallet has closed there, as `licence` says: then there is nothing to freeze and nobody to ask."""

    @model_validator(mode="after")
    def says_that_it_closed(self) -> Self:
        if self.closed and not self.licence:
            raise ValueError("is `closed`; say so, and since when, in `licence`")
        return self

    @property
    def quickest(self) -> Channel | None:
        """Of the ways to complain the one to ask for a freeze, where no way to freeze is known."""
        heard = (way for way in self.channels if way.kind in HEARD_AT_ONCE)
        return min(heard, key=lambda way: HEARD_AT_ONCE.index(way.kind), default=None)


class KnownBy(Fact):
    """What a wallet knows an account by, as one source has it."""

    kinds: Annotated[AtLeastOne[AccountKindRef], AfterValidator(once_each)]
    _names: tuple[Multilingual, ...] = ()

    def learn(self, names: Mapping[str, Multilingual]) -> None:
        """Take the names of its kinds, which the guide has: `names` by the kind's id."""
        self._names = tuple(names[kind] for kind in self.kinds)

    @property
    def says(self) -> Multilingual:
        return Multilingual.each(
            lambda language: ("、" if in_han(language) else ", ").join(name[language] for name in self._names)
        )


class Provider(Model):
    """A wallet, by its brand, and the companies that answer for it."""

    id: id_of("providers")
    name: Text
    names: Several[NonEmpty] = ()
    """Other spellings, old and new, in any language, by which a reader may look for it."""
    site: Url | None = None
    """Its official site, where that was read."""
    accounts: Several[KnownBy] = ()
    """What it knows an account by, in the order in which its officers find one."""
    through_bank: bool = False
    """Whether the reader's own bank answers for it, so that a letter goes there and names what that bank can find."""
    elsewhere: Statement | None = None
    """What holds where it is used beyond these regions."""
    regions: Annotated[AtLeastOne[Presence], AfterValidator(_each_region_once)]
    sources: Several[Source] = ()
    """What it alone names."""

    @property
    def called(self) -> Multilingual:
        """Its name in a sentence: without what the name adds in brackets, to be found in a list."""
        return Multilingual.each(lambda language: re.sub(r"\s*[（(][^（(]*[）)]$", "", self.name[language]))

    @property
    def account_kinds(self) -> tuple[str, ...]:
        """Ids of the kinds in `accounts`, in their order."""
        return tuple(dict.fromkeys(kind for known in self.accounts for kind in known.kinds))

    @property
    def asks_region(self) -> bool:
        """Whether the wallet alone does not tell the region."""
        return len(self.regions) > 1

    @property
    def spellings(self) -> tuple[str, ...]:
        """Everything by which it can be found: brand, other names, the companies behind it."""
        entities = (presence.entity.name for presence in self.regions if presence.entity)
        named = (name[language] for name in (self.name, *entities) for language in LANGUAGES)
        return tuple(dict.fromkeys((*named, *self.names)))


class ChannelWords(Model):
    app: Text
    phone: Text
    email: Text
    form: Text
    page: Text
    chat: Text
    post: Text
    counter: Text


class ProviderWords(Model):
    """Words of the directory of wallets, and of the choice of one."""

    between: Text
    """What stands between two names in a list."""
    find: Text
    find_note: Text
    region: Text
    all_regions: Text
    found: Annotated[Multilingual, filled_with("count")]
    none: Text
    also: Text
    site: Text
    accounts: Text
    guard: Text
    freeze: Text
    freeze_call: Text
    freeze_ask: Text
    freeze_none: Text
    freeze_bank: Text
    entity: Text
    note: Text
    domicile: Text
    licence: Text
    supervisor: Text
    as_above: Text
    elsewhere_too: Text
    channels: Text
    times: Text
    times_of: Annotated[Multilingual, filled_with("wallet")]
    """The same where it stands alone, in a plan."""
    promise: Text
    balance: Text
    not_for: Text
    watch: Text
    elsewhere: Text
    kinds: ChannelWords
    not_known: Text
    how_to_find: Text
    others_not_known: Annotated[Multilingual, filled_with("what")]
    copy_: Annotated[Text, Field(alias="copy")]
    copied: Text
    copy_refused: Text
    report: Text
    report_title: Annotated[Multilingual, filled_with("region")]
    report_body: Text
    freeze_left: Text
    """Where else that stands, if it does not come."""
    directory: Text
    choose: Text
    not_chosen: Text
    several: Text
    not_listed: Text
    which_region: Text
    region_not_listed: Text
    chosen: Annotated[Multilingual, filled_with("provider")]
    register_: Annotated[Multilingual, filled_with("region"), Field(alias="register")]
