"""Wallets: the directory, the choice of one, how one is frozen."""

from typing import Any

from markupsafe import Markup

from ..model.base import IssueRef, RegionRef
from ..model.languages import LANGUAGES, in_han
from ..model.wallets import Presence, Provider
from .text import dialled, fill
from .view import View, html


def provider_list(view: View) -> str:
    """Every wallet by name, each with the way to all about it on the page of its region."""
    regions = [region for region in view.guide.regions if view.guide.wallets_in(region.id)]
    return html(view, "wallets/provider_list.html", regions=regions)


def region_wallets(view: View, region: RegionRef) -> str:
    """A region's wallets, folded under their names: how to stop a loss, who answers for it, where to complain."""
    entries = [_wallet(view, *found) for found in view.guide.wallets_in(region)]
    here, said, language = view.guide.region[region], view.guide.words.provider, view.language
    return html(
        view,
        "wallets/region_wallets.html",
        region=here,
        entries=entries,
        providers=view.providers_link,
        report=view.report_link(
            fill(said.report_title[language], region=here.name[language]), said.report_body[language]
        ),
    )


def registers(view: View) -> str:
    """Per region, where to look up which company is licensed."""
    known = [region for region in view.guide.regions if region.register_]
    return html(view, "wallets/registers.html", regions=known)


def provider_choice(view: View, issue: IssueRef | None = None) -> str:
    """The choice of a wallet, for all that follows; with an issue, for that case of the reader."""
    return _provider_choice(view, issue)


def freeze_first(view: View, issue: IssueRef) -> str:
    """The choice of a wallet, and how the chosen one is frozen."""
    return _provider_choice(view, issue, freezes=True)


def _wallet(view: View, provider: Provider, presence: Presence) -> Markup:
    name = provider.name[view.language]
    region = view.guide.region[presence.region]
    others = [each for language in LANGUAGES if (each := provider.name[language]) != name]
    return html(
        view,
        "wallets/wallet.html",
        provider=provider,
        presence=presence,
        region=region,
        others=[*{_alike(each): each for each in (*others, *_spellings(provider)) if each != name}.values()],
        unknown=_unknown(view, presence),
        how_to_find=f"#{region.id}-register" if region.register_ else f"{view.providers_link}#not-listed",
        dialled=dialled,
    )


def _spellings(provider: Provider) -> list[str]:
    """Its other names, without what is written so for the search alone."""
    return [name for name in provider.names if not (name.isascii() and name.islower())]


def _alike(name: str) -> str:
    """What is the same in names that differ by capitals and spaces alone."""
    return "".join(name.casefold().split())


def _unknown(view: View, presence: Presence) -> str:
    """The names of what nothing is known about, but for what is missed in its own place."""
    words = view.guide.words.provider
    # Who granted the licence is whom a reader would ask for as supervisor.
    parts = ("licence", *(() if presence.licence else ("supervisor",)), "times", "promise", "balance", "not_for")
    names = [getattr(words, part)[view.language] for part in parts if not getattr(presence, part)]
    return ("；" if in_han(view.language) else "; ").join(name[0].lower() + name[1:] for name in names)


def _provider_choice(view: View, issue: str | None, freezes: bool = False) -> Markup:
    return html(
        view,
        "wallets/provider_choice.html",
        issue=issue,
        freezes=freezes,
        providers=view.providers_link,
        **choices(view),
    )


def choices(view: View) -> dict[str, Any]:
    """What a wallet is chosen from: those of one region under it, the others together."""
    single = {region.id: [] for region in view.guide.regions}
    for provider in view.guide.providers:
        if not provider.asks_region:
            single[provider.regions[0].region].append(provider)
    groups = [(region.name, single[region.id]) for region in view.guide.regions if single[region.id]]
    several = [provider for provider in view.guide.providers if provider.asks_region]
    return {"groups": [*groups, (view.guide.words.provider.several, several)] if several else groups}
