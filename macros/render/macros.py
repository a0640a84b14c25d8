"""Every macro that a page may call."""

from collections.abc import Callable

from .case import case_bar, case_totals, cleared_by_safari, my_case, they_answered
from .changes import change_list, changes_feed
from .checklists import checklist, paper_kit
from .facts import facts_by_age, facts_by_state
from .issues import danger, do_not, issue_list, never_say, short_answer
from .letters import all_letters, issue_letters, letter, letter_list
from .offline import take_along
from .page import count, glossary, open_data, safety, text_copies
from .regions import choose_region, compare_regions, region, who_next
from .search import search_home
from .situations import situations, what_happened
from .wallets import freeze_first, provider_choice, provider_list, region_wallets, registers

MACROS: tuple[Callable[..., str], ...] = (
    short_answer,
    search_home,
    what_happened,
    issue_list,
    danger,
    do_not,
    situations,
    never_say,
    glossary,
    checklist,
    issue_letters,
    letter,
    letter_list,
    all_letters,
    case_bar,
    case_totals,
    they_answered,
    my_case,
    cleared_by_safari,
    paper_kit,
    who_next,
    choose_region,
    compare_regions,
    region,
    provider_list,
    region_wallets,
    registers,
    provider_choice,
    freeze_first,
    facts_by_age,
    change_list,
    changes_feed,
    facts_by_state,
    safety,
    take_along,
    count,
    open_data,
    text_copies,
)
