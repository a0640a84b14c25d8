"""Sixty finished letters in each language, as real people's stories make them: what changed is shown, line by line, and
none has in it what a complaints officer must not find. `make letters` writes them anew; people read them."""

import json
import re
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.conftest import NewContext
from tests.built import once
from tools.letters import ASKED, FINISHED, SEEN, Story, file_name, stories, tellable, write

PAYEE = "payee-name"
"""The field that names whom a letter to a private person is addressed to."""
MOST_ASKED = 8
"""Fields that a first complaint may ask for in the open."""

TRADITIONAL = set("們個來這樣說為帳號單機構訴請與錢額轉賬無網銀電話時間沒點過給當開關對應實還從業務總覽證據費問題")
"""Characters of Traditional Chinese that everyday letters need; Simplified Chinese writes each of them otherwise."""

BLANK = re.compile(r"【[^】]*】|\[[^\]]*\]")

NEVER = {
    "two marks of punctuation in a row": re.compile(
        r"(?<!\.)\.\.(?!\.)|[。，；：、！？]{2,}|[!?.,;:] ?[。；：]|[!?,;:] ?，|[!?]\.|[。，；：！？][.,;:]"
    ),
    "a value that is none": re.compile(r"\b(?:undefined|null|NaN)\b|\[object |Invalid Date"),
    "a number before a number": re.compile(r"^[ \t]*\d+[.)] +\d+[.)] ", re.M),
    "a label with nothing after it": re.compile(r"[:：] *(?=\n\n|\Z)"),
    "advice to the reader": re.compile(
        r"\bcheck (?:the current|whether|that|with)\b|\bask (?:whether|the body)\b|\bif (?:you are )?unsure\b"
        r"|\byou can (?:ask|also|choose)\b|\byour own time limit\b|拿不准|请核对|先核实|看清|您",
        re.I,
    ),
    "space at the end of a line": re.compile(r"[ \t]+$", re.M),
}


@pytest.fixture
def written(run: Path, guide: Guide, new_context: NewContext) -> Path:
    """The letters as the pages write them now, once for all processes of this run."""
    return once(run / "finished-letters", lambda folder: write(folder, guide, new_context))


@pytest.fixture
def seen(written: Path) -> dict[str, dict]:
    """What else the pages said, by story."""
    return json.loads((written / SEEN).read_text("utf-8"))


def told(guide: Guide, seen: dict[str, dict]) -> list[tuple[Story, Language, str]]:
    """Each story's letter in each language."""
    return [(story, language, seen[story.id]["letters"][language]) for story in tellable(guide) for language in WRITTEN]


def typed_by(story: Story) -> str:
    """All that the writer put in themselves, and kept in the log."""

    def texts(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            for each in value.values() if isinstance(value, dict) else value:
                yield from texts(each)

    return "\n".join(texts(story.model_dump()))


def test_finished_letters_are_those_that_were_read(written: Path):
    now = {path.relative_to(written).as_posix(): path for path in written.rglob("*.txt")}
    read = {path.relative_to(FINISHED).as_posix(): path for path in FINISHED.rglob("*.txt")}
    changes = []
    for name in sorted(now.keys() | read.keys()):
        before, after = (
            folder[name].read_text("utf-8").splitlines() if name in folder else [] for folder in (read, now)
        )
        changes += unified_diff(before, after, f"read/{name}", f"now/{name}", lineterm="", n=1)
    assert not changes, "\n".join(
        ["letters have changed: write them anew with `make letters` and read what changed", *changes]
    )


def test_every_letter_of_the_guide_has_a_story(guide: Guide):
    assert {*guide.letter} <= {story.letter for story in stories()}


def test_a_story_that_waits_for_its_letter_waits_no_longer_than_it_must(guide: Guide):
    wrong = [story.id for story in stories() if story.planned == (story.letter in guide.letter)]
    assert not wrong, f"`planned` stands where, and only where, the guide has not the letter yet: {', '.join(wrong)}"


def test_sixty_stories_from_every_region_are_told(guide: Guide):
    known = stories()
    files = [file_name(story) for story in known]

    assert len(known) >= 60
    assert len({*files}) == len(files)
    assert {story.region for story in known} == {*guide.region}
    assert sum(story.by_hand for story in known) >= 8
    assert sum(story.read is not None for story in known) >= 10
    assert {story.typed.get("capacity") for story in known} >= {"authorised", "company", "parent", "executor", "family"}


def test_a_story_types_only_what_its_letter_asks(seen: dict[str, dict]):
    strange = {id: told["strange"] for id, told in seen.items() if told["strange"]}
    assert not strange


def test_what_people_type_can_be_read(seen: dict[str, dict]):
    faults = {id: told["faults"] for id, told in seen.items() if told["faults"]}
    assert not faults


def test_a_letter_is_proposed_in_the_language_in_which_it_is_sent(guide: Guide, seen: dict[str, dict]):
    proposed = {story.id: seen[story.id]["sent"] for story in tellable(guide)}
    assert proposed == {story.id: story.sent for story in tellable(guide)}


def test_a_first_complaint_asks_for_few_fields(guide: Guide, seen: dict[str, dict]):
    """And for the company, where the guide does not know which one answers for a wallet; and for what the complaint is
    about, where the reader has only said how it went."""
    long = {
        f"{story.letter}, {story.id}": seen[story.id]["asked"]
        for story in tellable(guide)
        if guide.letter[story.letter].rung == "complain"
        and len({*seen[story.id]["asked"]} - nobody_else_can_say(guide, story)) > MOST_ASKED
    }
    assert not long


def nobody_else_can_say(guide: Guide, story: Story) -> set[str]:
    situation = guide.situation.get(story.situation)
    of_another = {"principal", "capacity", "authority-proof"} & {*(situation.asks if situation else ())}
    return {"entity", *of_another} | ({"matter"} if situation and situation.matter is None else set())


def test_no_blank_is_left_where_everything_was_told(guide: Guide, seen: dict[str, dict]):
    left = [
        f"{story.id} ({language}): {blank}"
        for story, language, text in told(guide, seen)
        if not story.leaves
        for blank in BLANK.findall(text)
        if blank not in typed_by(story)
    ]
    assert not left, "\n".join(left)


@pytest.mark.parametrize("what", NEVER)
def test_a_finished_letter_never_has(guide: Guide, seen: dict[str, dict], what: str):
    found = [
        f"{story.id} ({language}), line {text[: match.start()].count(chr(10)) + 1}: {line_at(text, match.start())}"
        for story, language, text in told(guide, seen)
        for match in NEVER[what].finditer(text)
        if not stands_in(typed_by(story), line_at(text, match.start()), match[0])
        # A letter to a person, not to a company, says “you” to them.
        and not (match[0] == "您" and guide.letter[story.letter].to == PAYEE)
    ]
    assert not found, "\n".join(found)


def stands_in(typed: str, line: str, found: str) -> bool:
    """Whether what was found is the writer's own: the whole line is, or it is more than a mark that many lines have."""
    return line in typed or ((len(found) > 1 or found.isalpha()) and found in typed)


def line_at(text: str, place: int) -> str:
    return text[text.rfind("\n", 0, place) + 1 :].split("\n", 1)[0]


def test_an_executor_s_proof_is_listed_once_by_its_own_name(seen: dict[str, dict]):
    """It was ticked among the evidence, where it is called by what any heir or executor may have."""
    listed = seen["late-husband-scammed"]["letters"]["en"].split("Attachments:\n")[1]
    assert (
        listed
        == "Attachment 1: A copy of the death certificate\nAttachment 2: Grant of probate or letters of administration"
    )


def test_who_writes_for_another_says_nothing_of_what_they_own_or_did(guide: Guide, seen: dict[str, dict]):
    wrong = [
        f"{story.id} ({language}): {line}"
        for story, language, text in told(guide, seen)
        if "principal" in story.typed
        for line in text.splitlines()
        if re.search(
            r"\bI (?:did|do not owe|have|sent|paid|received|could|complained)\b|\bmine\b|本人(?:误|也不欠|已)", line
        )
        and line not in typed_by(story)
        and not any(said in line for said in typed_by(story).splitlines() if len(said) > 12)
    ]
    assert not wrong, "\n".join(wrong)


def test_a_letter_of_another_currency_speaks_of_no_yuan(guide: Guide, seen: dict[str, dict]):
    wrong = [
        f"{story.id} ({language}): {line}"
        for story, language, text in told(guide, seen)
        if story.region != "cn"
        for line in text.splitlines()
        if re.search(r"CNY|人民币", line) and line not in typed_by(story)
    ]
    assert not wrong, "\n".join(wrong)


def test_our_own_words_are_in_simplified_characters(guide: Guide, seen: dict[str, dict]):
    named = "".join(each.entity.name.zh for provider in guide.providers for each in provider.regions if each.entity)
    named += "".join(body.name.zh for region in guide.regions for rung in region.rungs for body in rung)
    wrong = [
        f"{story.id}: {''.join(sorted(strange))}"
        for story, _, text in told(guide, seen)
        if (strange := ({*text} & TRADITIONAL) - {*typed_by(story), *named})
    ]
    assert not wrong, "\n".join(wrong)


def test_a_letter_names_the_wallet_and_its_day(guide: Guide, seen: dict[str, dict]):
    def day(story: Story, language: Language) -> str:
        written = {"zh": "2026 年 11 月 26 日", "en": "26 November 2026"}
        month_first = language == "en" and story.region in ("us", "ca", "ph")
        return "November 26, 2026" if month_first else written[language]

    missing = []
    for story, language, text in told(guide, seen):
        named = story.typed.get("wallet", story.typed.get("entity"))
        full = guide.provider[story.wallet].name[language] if story.wallet else named
        name = re.split(r" ?[（(/]", full)[0]
        missing += [f"{story.id} ({language}): {what}" for what in (name, day(story, language)) if what not in text]
    assert not missing, "\n".join(missing)


def test_each_letter_says_how_many_fields_it_asks_for(guide: Guide):
    lines = (FINISHED / ASKED).read_text("utf-8").splitlines()
    assert [line.split(" ")[1].removesuffix(":") for line in lines] == [
        letter.id for letter in guide.letters if letter.id in {story.letter for story in stories()}
    ]
