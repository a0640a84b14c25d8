"""Every fault of the data file is told with its line and column, its place in the data, and what to do."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.exceptions import PluginError

from macros import define_env
from macros.checks.load import parse, read
from tests.unit.conftest import GUIDE, PAGE, edit, unmark

NO_KEY = "is not a key that belongs here; check its spelling, or take it out"
NO_MAPPING = "must have keys of its own (`key: value` lines), not a bare value"
NO_LIST = "must be a list; begin each entry with `- `"
NO_ENTRY = "must have at least one entry"
NO_TEXT = "is empty; write the text"
NO_ENGLISH = "has no text in “en”; add `en:` (a text is written in every language)"
NO_CHINESE = "has no text in “zh”; add `zh:` (a text is written in every language)"
NO_COUNT = "must be a whole number above 0, without quotes"
NO_SLUG = "an id is lower-case letters and digits in words joined by “-”"
NO_PHONE = "a phone number is digits, spaces, brackets and “-”, perhaps after a “+”"
NO_URL = "an address begins with https:// and holds no space"
NO_DAY = "there is no such day: day is out of range for month"
NO_FIELD = "an optional part needs a {placeholder}: it vanishes when that is empty"
NO_PROVIDER = "give a provider's deadline, or say in `no_deadline` that the law names none"
NOT_TEXT = "must be one text, not a list or mapping"
DIFFERENT = "the languages differ in placeholders"
UNQUOTED = "not as text; put it in quotes"
ONLY_CHOICE = "`choices` belongs to the type `choice`, and to no other"
ONLY_TABLE = "`columns` belongs to the type `table`, and to no other"
MEND_YAML = "check the indentation, quotes and colons of this line and the one above"

ANSWER = "answer: {zh: 先查状态, en: Check the status}"
FEE = "{zh: 不要付手续费, en: Never pay a fee}"
PROGRESS = 'progress: {zh: "已完成 {done} 项，共 {total} 项", en: "{done} of {total} done"}'
STORY = 'text: {zh: "经过：{story}", en: "It went so: {story}"}'
REMEDY = 'text: {zh: "请求：{remedy}", en: "I ask for {remedy}"}'
CHOICES = "    choices: [{id: refund, label: {zh: 退款, en: a refund}}, {id: trace, label: {zh: 追查, en: a trace}}]\n"
COLUMNS = """\
    columns: [{id: day, type: date, label: {zh: 日期, en: day}}, {id: sum, type: money, label: {zh: 金额, en: sum}}]
"""
ROW = '    row: {zh: "{day}｜{sum}", en: "{day}; {sum}"}\n'
NUMBER = 'number: "123 63"'
DAY = "checked: 2026-11-22\n        starts"
NONE_NAMED = "    no_deadline: {source: law, checked: 2026-11-22, text: {zh: 没有写明, en: It names none}}\n"
RIGHT = """\
      - {id: home-refund, source: law, checked: 2026-11-22, law: {zh: 条例, en: The Act},
         article: {zh: 第三条, en: article 3}, text: {zh: 应当退款, en: It must refund},
         cite: {zh: 条例第三条规定应当退款。, en: Article 3 of the Act requires a refund.},
         letters: [first], troubles: [missing]}
"""
CODE = 'title: {zh: 守则, en: The Code}, url: "https://code.example/"'
THIRTEEN_RIGHTS = "".join(RIGHT.replace("home-refund", f"home-refund-{n}") for n in range(13))
REMEDY_FIELD = GUIDE[GUIDE.index("  - id: remedy") : GUIDE.index("  - id: payments")]
PAYMENTS_FIELD = GUIDE[GUIDE.index("  - id: payments") : GUIDE.index("\nletters:")]
CHASE = GUIDE[GUIDE.index("  - id: chase") : GUIDE.index("\nshared_sources:")]
HOME = GUIDE[GUIDE.index("  - id: home\n") : GUIDE.index("    deadlines:\n      - id: home-court")]

BANK = "regions[home].bodies[home-bank]"
CHANNEL = "issues[slow].checklist.minutes[real-channel]"
CLOCK = "regions[home].deadlines[home-court]"
PART = "letters[first].parts[0].text"


def case(name: str, old: str, new: str, fault: str) -> object:
    """Writing `new` for `old` in the minimal guide makes `fault`, and it stands at the ▲."""
    return pytest.param(old, new, fault, id=name.replace(" ", "-"))


def taken(id: str, kind: str) -> str:
    stays = "ids are permanent (readers' ticks hang on them), so give this one a new id"
    return f"the id “{id}” is taken by an earlier one of the {kind}; {stays}"


def lines(text: str) -> list[str]:
    return [str(fault) for fault in parse(text, "guide.yml").faults]


TEXTS = [
    case("no English", ANSWER, "▲answer: {zh: 先查状态}", f"issues[lost].answer.en: {NO_ENGLISH}"),
    case("no Chinese", ANSWER, "▲answer: {en: Check}", f"issues[lost].answer.zh: {NO_CHINESE}"),
    case("no English in a list of texts", FEE, "▲{zh: 不要付手续费}", f"safety[1].en: {NO_ENGLISH}"),
    case("no languages", ANSWER, "▲answer: 先查状态", f"issues[lost].answer: {NO_MAPPING}"),
    case("a third language", ANSWER, "answer: {zh: 查, en: Check, ▲fr: Voir}", f"issues[lost].answer.fr: {NO_KEY}"),
    case("empty", ANSWER, 'answer: {zh: 先查状态, ▲en: ""}', f"issues[lost].answer.en: {NO_TEXT}"),
    case("nothing after the colon", ANSWER, "answer:\n      zh: 查\n      ▲en:", f"issues[lost].answer.en: {NO_TEXT}"),
    case(
        "only spaces",
        ANSWER,
        'answer: {zh: 先查状态, ▲en: "  "}',
        "issues[lost].answer.en: is “  ”; it holds only spaces; write the text",
    ),
]

SHAPES = [
    case("a list for a text", ANSWER, "answer: {zh: 查, ▲en: [Check]}", f"issues[lost].answer.en: {NOT_TEXT}"),
    case("a mapping for a text", ANSWER, "answer: {zh: 查, ▲en: {a: b}}", f"issues[lost].answer.en: {NOT_TEXT}"),
    case(
        "a number for a text", ANSWER, "answer: {zh: 查, ▲en: 1}", f"issues[lost].answer.en: was read as 1, {UNQUOTED}"
    ),
    case("a text for a list", "letters: [chase]", "▲letters: chase", f"issues[slow].letters: {NO_LIST}"),
    case("a mapping for a list", "letters: [chase]", "▲letters: {chase: 1}", f"issues[slow].letters: {NO_LIST}"),
    case("nothing for a list", "letters: [chase]", "▲letters:", f"issues[slow].letters: {NO_LIST}"),
    case("an empty list", "letters: [chase]", "▲letters: []", f"issues[slow].letters: {NO_ENTRY}"),
    case("an empty phase", "today: [{use: get-receipt}]", "▲today: []", f"issues[slow].checklist.today: {NO_ENTRY}"),
    case("a bare text in a list", FEE, "▲不要付手续费", f"safety[1]: {NO_MAPPING}"),
    case(
        "a bare id in a list",
        "[{use: stop-paying}",
        "[▲stop-paying",
        f"issues[slow].checklist.minutes[0]: {NO_MAPPING}",
    ),
    case("a text for a number", "count: 3", '▲count: "3"', f"{CLOCK}.count: is '3'; {NO_COUNT}"),
    case("a fraction for a number", "count: 3", "▲count: 0.5", f"{CLOCK}.count: is 0.5; {NO_COUNT}"),
    case("a count of nothing", "count: 3", "▲count: 0", f"{CLOCK}.count: is 0; {NO_COUNT}"),
    case(
        "neither true nor false",
        "optional: true",
        "▲optional: maybe",
        "letters[first].parts[1].optional: is 'maybe'; must be true or false",
    ),
    case(
        "none of the words",
        "need: nice",
        "▲need: handy",
        "issues[lost].checklist.evidence[chats].need: is 'handy'; must be 'essential' or 'nice'",
    ),
    case("another version", "version: 2", "▲version: 1", "version: is 1; must be 2"),
    case("a missing key", "version: 2\n\nwords:", "▲words:", "version: is missing; add `version:`"),
    case("a missing id", "- id: away\n    name:", "- ▲name:", "regions[1].id: is missing; add `id:`"),
    case("an unknown key", ANSWER, f"{ANSWER}\n    ▲colour: red", f"issues[lost].colour: {NO_KEY}"),
    case("an unknown key at the top", "\nsafety:", "\n▲extra: 1\nsafety:", f"extra: {NO_KEY}"),
    case(
        "a key that is not text", ANSWER, "answer: {zh: 查, en: Check, ▲no: Sjekk}", f"issues[lost].answer.no: {NO_KEY}"
    ),
    case(
        "a key beside use",
        "{use: stop-paying}",
        "{use: stop-paying, ▲see: lost}",
        f"issues[slow].checklist.minutes[0].see: {NO_KEY}",
    ),
]

MISREADINGS = [
    case("a phone without quotes", NUMBER, "▲number: 12363", f"{BANK}.phone.number: was read as 12363, {UNQUOTED}"),
    case("no", ANSWER, "answer: {▲zh: no, en: Never}", f"issues[lost].answer.zh: was read as False, {UNQUOTED}"),
    case("12:30", ANSWER, "answer: {▲zh: 12:30, en: Noon}", f"issues[lost].answer.zh: was read as 750, {UNQUOTED}"),
    case("010", ANSWER, "answer: {▲zh: 010, en: Ten}", f"issues[lost].answer.zh: was read as 8, {UNQUOTED}"),
    case(
        "010 days",
        "count: 3",
        "▲count: 010",
        f"{CLOCK}.count: is 010, which YAML reads as 8; write a plain whole number",
    ),
    case("1.50", ANSWER, "answer: {▲zh: 1.50, en: Half}", f"issues[lost].answer.zh: was read as 1.5, {UNQUOTED}"),
    case(
        "a key twice", ANSWER, f"{ANSWER}\n    ▲{ANSWER}", "issues[lost]: the key `answer` stands here twice; keep one"
    ),
    case(
        "a key twice at the top",
        "\nwords:",
        "\n▲version: 2\nwords:",
        "file: the key `version` stands here twice; keep one",
    ),
    case(
        "a language twice",
        ANSWER,
        "answer: {zh: 甲, en: A, ▲zh: 乙}",
        "issues[lost].answer: the key `zh` stands here twice; keep one",
    ),
]

VALUES = [
    case("an id in capitals", "- id: away\n", "- ▲id: Away\n", f"regions[Away].id: is “Away”; {NO_SLUG}"),
    case("an id in Chinese", "{id: refund", "{▲id: 退款", f"fields[remedy].choices[退款].id: is “退款”; {NO_SLUG}"),
    case(
        "an id with a space",
        "{id: refund",
        "{▲id: my refund",
        f"fields[remedy].choices[my refund].id: is “my refund”; {NO_SLUG}",
    ),
    case("an id of digits", "{id: refund", "{▲id: 7", f"fields[remedy].choices[0].id: was read as 7, {UNQUOTED}"),
    case("a day that never was", DAY, f"▲{DAY.replace('11-22', '02-30')}", f"{CLOCK}.checked: {NO_DAY}"),
    case(
        "a day in another order",
        DAY,
        f"▲{DAY.replace('2026-11-22', '22-11-2026')}",
        f"{CLOCK}.checked: write the day as YYYY-MM-DD",
    ),
    case("no day", DAY, f"▲{DAY.replace('2026-11-22', '')}", f"{CLOCK}.checked: write the day as YYYY-MM-DD"),
    case("a phone with words", NUMBER, '▲number: "12 or 13"', f"{BANK}.phone.number: is “12 or 13”; {NO_PHONE}"),
    case("a site without https", "site: https://www", "▲site: www", f"{BANK}.site: is “www.bank.example/”; {NO_URL}"),
    case(
        "a letter's code", "code: L1", "▲code: A1", "letters[first].code: is “A1”; a letter's code is like L1 or L4-ID"
    ),
]

TAKEN_IDS = [
    case("issues", "- id: slow", "- ▲id: lost", f"issues[lost].id: {taken('lost', 'issues')}"),
    case(
        "items",
        "{id: real-channel",
        "{▲id: chats",
        f"issues[slow].checklist.minutes[chats].id: {taken('chats', 'items')}",
    ),
    case(
        "fields",
        "  - id: payments\n",
        "  - {▲id: story, type: line, label: {zh: 甲, en: A}}\n  - id: payments\n",
        f"fields[story].id: {taken('story', 'fields')}",
    ),
    case(
        "letters",
        CHASE,
        CHASE.replace("id: chase", "▲id: first").replace("L2", "L3") + CHASE,
        f"letters[first].id: {taken('first', 'letters')}",
    ),
    case("regions", "- id: away\n", "- ▲id: home\n", f"regions[home].id: {taken('home', 'regions')}"),
    case(
        "bodies",
        "- id: home-court-office",
        "- ▲id: home-bank",
        f"regions[home].bodies[home-bank].id: {taken('home-bank', 'bodies')}",
    ),
    case(
        "deadlines",
        "{id: away-answer",
        "{▲id: home-court",
        f"regions[away].deadlines[home-court].id: {taken('home-court', 'deadlines')}",
    ),
    case(
        "rights",
        RIGHT,
        RIGHT + RIGHT.replace("id", "▲id", 1),
        f"regions[home].rights[home-refund].id: {taken('home-refund', 'rights')}",
    ),
    case(
        "sources",
        "      - {id: code,",
        f"      - {{▲id: law, {CODE}}}\n      - {{id: code,",
        f"regions[away].sources[law].id: {taken('law', 'sources')}",
    ),
    case(
        "choices of one field",
        CHOICES,
        CHOICES.replace("choices", "▲choices").replace("id: trace", "id: refund"),
        "fields[remedy].choices: the id “refund” is given twice; give each an id of its own",
    ),
    case(
        "columns of one field",
        COLUMNS,
        COLUMNS.replace("columns", "▲columns").replace("]", ", {id: day, label: {zh: 钟点, en: time}}]"),
        "fields[payments].columns: the id “day” is given twice; give each an id of its own",
    ),
]

DANGLING = [
    case(
        "a letter of a rule",
        "letters: [first], troubles",
        "letters: [▲frist], troubles",
        "regions[home].rights[home-refund].letters[0]: there is no “frist” among the letters; did you mean “first”?",
    ),
    case(
        "a letter of an issue",
        "letters: [chase]",
        "letters: [▲chas, first]",
        "issues[slow].letters[0]: there is no “chas” among the letters; did you mean “chase”?",
    ),
    case(
        "a shared item",
        "{use: stop-paying}",
        "{▲use: stop-payin}",
        "issues[slow].checklist.minutes[0].use: there is no “stop-payin” among the items; did you mean “stop-paying”?",
    ),
    case(
        "an issue to see",
        "see: lost",
        "▲see: lots",
        f"{CHANNEL}.see: there is no “lots” among the issues; did you mean “lost”?",
    ),
    case(
        "nothing near it",
        "see: lost",
        "▲see: xyz",
        f"{CHANNEL}.see: there is no “xyz” among the issues; known: lost, slow",
    ),
    case(
        "a source",
        "first: {source: law",
        "first: {▲source: laws",
        "regions[home].first.source: there is no “laws” among the sources; did you mean “law”?",
    ),
    case(
        "a placeholder of a letter",
        STORY,
        '▲text: {zh: "经过：{stroy}", en: "It went so: {stroy}"}',
        f"{PART}: there is no “stroy” among the fields; did you mean “story”?",
    ),
    case(
        "a placeholder of a subject",
        "subject: {zh: 催办, en: Reminder}",
        '▲subject: {zh: "{x}", en: "{x}"}',
        "letters[chase].subject: there is no “x” among the fields; known: amount, payments, remedy, story",
    ),
    case(
        "two placeholders of a letter",
        STORY,
        '▲text: {zh: "{stroy}{amout}", en: "{stroy}{amout}"}',
        f"{PART}: there is no “amout” among the fields; did you mean “amount”?; "
        "there is no “stroy” among the fields; did you mean “story”?",
    ),
]

PLACEHOLDERS = [
    case(
        "left open in both languages",
        STORY,
        '▲text: {zh: "经过：{story", en: "It went so: {story"}',
        f"{PART}: a “{{” stands alone; placeholders are written {{so}}",
    ),
    case(
        "only in one language",
        STORY,
        '▲text: {zh: "经过：{story}", en: It went so}',
        f"{PART}: {DIFFERENT}: {{story}} only in zh; use the same in all",
    ),
    case(
        "another in each language",
        STORY,
        '▲text: {zh: "{story}", en: "{amount}"}',
        f"{PART}: {DIFFERENT}: {{story}} only in zh, {{amount}} only in en; use the same in all",
    ),
    case(
        "an interface word with another",
        PROGRESS,
        '▲progress: {zh: "{done}/{all}", en: "{done}/{all}"}',
        "words.tick.progress: placeholders here must be {done}, {total}, not {all}, {done}",
    ),
    case(
        "an interface word without",
        PROGRESS,
        "▲progress: {zh: 进度, en: Progress}",
        "words.tick.progress: placeholders here must be {done}, {total}, not none",
    ),
    case(
        "where nothing is filled in",
        ANSWER,
        '▲answer: {zh: "{story}", en: "{story}"}',
        "issues[lost].answer: placeholders here must be none, not {story}",
    ),
]

RULES = [
    case(
        "two letters of one code",
        "code: L2",
        "▲code: L1",
        "letters[chase].code: the code “L1” is taken by an earlier letter; texts name letters by it, so choose another",
    ),
    case(
        "a letter that there is not",
        "do: {zh: 催办, en: Chase it}",
        "▲do: {zh: 发 L9, en: Send L9}",
        "replies[no-answer].do: there is no “L9” among the codes of letters; known: L1, L2",
    ),
    case(
        "a letter named in one language",
        "do: {zh: 催办, en: Chase it}",
        "▲do: {zh: 发 L2, en: Send it}",
        "replies[no-answer].do: not every language names L2; name the same letters in all",
    ),
    case(
        "a letter named twice by an issue",
        "letters: [first, chase]",
        "▲letters: [first, chase, first]",
        "issues[lost].letters: “first” stands here twice; keep one",
    ),
    case(
        "an item shown twice in a phase",
        "today: [{use: get-receipt}]",
        "▲today: [{use: get-receipt}, {use: get-receipt}]",
        "issues[slow].checklist.today: “get-receipt” stands here twice; keep one",
    ),
    case(
        "a choice without choices",
        REMEDY_FIELD,
        edit(REMEDY_FIELD, (CHOICES, ""), ("id: remedy", "▲id: remedy")),
        f"fields[remedy]: {ONLY_CHOICE}",
    ),
    case(
        "a choice of nothing",
        REMEDY_FIELD,
        edit(REMEDY_FIELD, (CHOICES, "    ▲choices: []\n")),
        f"fields[remedy].choices: {ONLY_CHOICE}",
    ),
    case(
        "a table without columns",
        PAYMENTS_FIELD,
        edit(PAYMENTS_FIELD, (COLUMNS, ""), ("id: payments", "▲id: payments")),
        f"fields[payments]: {ONLY_TABLE}",
    ),
    case(
        "a row that leaves a column out",
        ROW,
        '    ▲row: {zh: "{day}", en: "{day}"}\n',
        "fields[payments].row: `row` must say every column of a table once, and nothing else: {day} {sum}",
    ),
    case(
        "choices of a text", "{id: story,", f"{{id: story, ▲{CHOICES.strip()},", f"fields[story].choices: {ONLY_CHOICE}"
    ),
    case(
        "an optional part that nothing makes vanish",
        f"- optional: true\n        {REMEDY}",
        "- ▲optional: true\n        text: {zh: 请退款, en: Refund me}",
        f"letters[first].parts[1].optional: {NO_FIELD}",
    ),
    case(
        "a region that does not say when the provider answers",
        HOME,
        edit(HOME, (NONE_NAMED, ""), ("id: home", "▲id: home")),
        f"regions[home]: {NO_PROVIDER}",
    ),
    case(
        "a rule that speaks to the reader",
        "cite: {zh: 条例第三条规定应当退款。, en: Article 3 of the Act requires a refund.}",
        "▲cite: {zh: 条例第三条规定应当退款。, en: Article 3 protects you.}",
        "regions[home].rights[home-refund].cite: “you” (en) is said to the reader, and this stands in a letter to the "
        "company: write what the rule requires, and of whom; advice belongs in `text`",
    ),
    case(
        "thirteen rights",
        f"rights:\n{RIGHT}",
        f"▲rights:\n{THIRTEEN_RIGHTS}",
        "regions[home].rights: has 13 entries; 12 at most",
    ),
]

NOT_YAML = [
    case("a colon in a text", ANSWER, "answer: 状态▲: 查", "mapping values are not allowed in this context"),
    case(
        "a tab",
        f"    {ANSWER}",
        f"▲\t{ANSWER}",
        "while scanning for the next token found character that cannot start any token",
    ),
    case("an anchor that is not there", ANSWER, "answer: ▲*same", "found undefined alias"),
    case(
        "a bracket left open",
        "letters: [chase]\n    checklist:",
        "letters: [chase\n    checklist▲:",
        "while parsing a flow sequence did not find expected ',' or ']'",
    ),
    case(
        "a quote left open",
        "[{region: home}]\n",
        '[{region: "home}]\n▲',
        "while scanning a quoted scalar found unexpected end of stream",
    ),
    case("a tag", ANSWER, "answer: ▲!color red", "could not determine a constructor for the tag '!color'"),
    case(
        "a second document",
        "\nissues:",
        "\n▲---\nissues:",
        "expected a single document in the stream but found another document",
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [*TEXTS, *SHAPES, *MISREADINGS, *VALUES, *TAKEN_IDS, *DANGLING, *PLACEHOLDERS, *RULES],
)
def test_a_fault_is_told_with_its_place_and_its_mend(old: str, new: str, fault: str) -> None:
    text, (place,) = unmark(edit(GUIDE, (old, new)))
    assert lines(text) == [f"guide.yml:{place}: {fault}"]


ORAL = "{id: oral, title: {zh: 应用里, en: In the app}}\n"
LAW = "{id: law, title: {zh: 条例全文"


@pytest.mark.parametrize(
    ("edits", "fault"),
    [
        (
            [("- {id: code,", f"- ▲{{id: new, {CODE}}}\n      - {{id: code,")],
            "regions[away].sources[new]: is named by no fact; name it, or take it away",
        ),
        (
            [("times: [{source: law", "times: [{source: code"), ("- {id: code,", "- ▲{id: code,")],
            "regions[away].sources[code]: is named by away and purse; put it under `shared_sources`",
        ),
        (
            [(f"    sources:\n      - {ORAL}", ""), (f"  - {LAW}", f"  - ▲{ORAL}  - {LAW}")],
            "shared_sources[oral]: is named by purse alone; put it under the `sources` of purse",
        ),
        (
            [(f"    sources:\n      - {ORAL}", ""), ("- {id: code,", f"- ▲{ORAL}      - {{id: code,")],
            "regions[away].sources[oral]: is named by purse alone; put it under the `sources` of purse",
        ),
    ],
    ids=["no fact", "several", "one of all", "another"],
)
def test_a_source_stands_with_the_one_that_names_it(edits: list[tuple[str, str]], fault: str) -> None:
    text, (place,) = unmark(edit(GUIDE, *edits))
    assert lines(text) == [f"guide.yml:{place}: {fault}"]


def test_a_wallet_knows_an_account_by_what_the_guide_has_a_name_for():
    text, (place,) = unmark(edit(GUIDE, ("kinds: [login, phone]", "kinds: [▲logn, login, phone]")))
    assert lines(text) == [
        f"guide.yml:{place}: providers[purse].accounts[0].kinds[0]: there is no “logn” among the account_kinds; "
        "did you mean “login”?"
    ]


def test_a_field_is_denied_by_a_choice_that_there_is():
    denied = "type: lines, ▲denied_by: {field: remedy, choices: [none]}, label: {zh: 经过"
    text, (place,) = unmark(edit(GUIDE, ("type: lines, label: {zh: 经过", denied)))
    assert lines(text) == [
        f"guide.yml:{place}: fields[story].denied_by: “remedy” has no choice “none”; known: refund, trace"
    ]


def test_a_kind_of_account_that_no_wallet_has_is_told():
    text, (place,) = unmark(edit(GUIDE, ("- {id: login", "- ▲{id: login"), ("kinds: [login, phone]", "kinds: [phone]")))
    assert lines(text) == [
        f"guide.yml:{place}: account_kinds[login]: no wallet knows an account by it; name it in `accounts`, "
        "or take it away"
    ]


RECEIPT = "        evidence: [{use: receipt}]\n        no_letter"
STILL, BOT = "issues[lost].situations[still-moving]", "issues[slow].situations[only-a-bot]"
NOT_ME = ("{use: check-status}\n          - {id: ask", "{use: say-not-me}\n          - {id: ask")
ITEM = ", item: say-not-me}"
UNREACHED = "nobody can reach it from home; put it in one of the `groups`, or `aside` of one that is in them"
PRESSED = "the reader pressed pay, and the"


@pytest.mark.parametrize(
    ("edits", "fault"),
    [
        ([("- id: still", "- ▲id: still"), (ITEM, ", item: ask-for-a-trace}")],
         f"{STILL}: “ask-for-a-trace” is a step here and `not_here` too; keep one"),
        ([("- id: only", "- ▲id: only"), (RECEIPT, "        no_letter")],
         f"{BOT}: lacks `evidence`; write them, or say which situation it is `like`"),
        ([("- id: only", "- ▲id: only"), ("        no_letter: {zh: 先问清楚, en: Ask first}\n", "")],
         f"{BOT}: give `letters`, or say in `no_letter` why it needs none; one of them"),
        ([("      - id: tricked", "      - ▲id: tricked"), ("        aside: [tricked]\n", "")],
         f"issues[lost].situations[tricked]: {UNREACHED}"),
        ([("      - id: still", "      - ▲id: still"), NOT_ME, (ITEM, "}")],
         f"{STILL}: {PRESSED} step “say-not-me” says “not me”; use another"),
        ([("      - id: still", "      - ▲id: still"), ("code: L1\n", "code: L1\n    disowns: true\n")],
         f"{STILL}: {PRESSED} letter “first” says “not me”; use another"),
        ([("      - id: only", "      - ▲id: only"), (RECEIPT, RECEIPT.replace("receipt", "get-receipt"))],
         f"{BOT}: the evidence “get-receipt” is a step elsewhere; use a piece of evidence"),
        ([("- id: only", "- ▲id: only"), ("        no_letter", "        asks: [remedy]\n        no_letter")],
         f"{BOT}: `asks` for “remedy”, which none of its letters has; name another, or take it away"),
    ],
    ids=["wrong step", "no plan", "no letter", "not reached", "a step disowns", "a letter disowns", "no evidence",
         "asks in vain"],
)  # fmt: skip
def test_a_situation_fits_what_it_refers_to(edits: list[tuple[str, str]], fault: str) -> None:
    text, (place,) = unmark(edit(GUIDE, *edits))
    assert f"guide.yml:{place}: {fault}" in lines(text)


def test_a_rule_on_payments_by_others_is_not_cited_for_one_that_the_writer_made() -> None:
    edits = ("- {id: home-refund", "- ▲{id: home-refund"), ("troubles: [missing]", "troubles: [unauthorised]")
    text, (place,) = unmark(edit(GUIDE, *edits))
    fault = "is for payments that the writer did not make, which the letter “first” does not say; take it out of"
    assert f"guide.yml:{place}: regions[home].rights[home-refund]: {fault} `letters`" in lines(text)


@pytest.mark.parametrize("letter", ["disowns: true", "any_trouble: true"])
def test_it_is_cited_where_the_writer_says_so_or_may(letter: str) -> None:
    edits = ("troubles: [missing]", "troubles: [unauthorised]"), ("code: L1\n", f"code: L1\n    {letter}\n")
    assert not [line for line in lines(edit(GUIDE, *edits)) if "home-refund" in line]


SHARED = "\nshared_parts:\n  - {id: thanks, text: {zh: 多谢, en: Thank you}}\n"
OWN = "- text: {zh: 请答复, en: Please answer}"


def sharing(*edits: tuple[str, str]) -> str:
    """The minimal guide with a paragraph that letters may share, edited."""
    return edit(edit(GUIDE, ("\nletters:\n", f"{SHARED}\nletters:\n")), *edits)


def test_a_paragraph_that_letters_share_is_read_in_each_and_published_as_it_is_written() -> None:
    (part,) = parse(sharing((OWN, "- use: thanks")), "guide.yml").guide.letter["chase"].parts
    assert part.text.en == "Thank you"
    assert part.model_dump() == {"use": "thanks", "optional": False}


@pytest.mark.parametrize(
    ("edits", "fault"),
    [
        (
            [(OWN, "- ▲use: thank")],
            "letters[chase].parts[0].use: there is no “thank” among the shared_parts; did you mean “thanks”?",
        ),
        (
            [(OWN, f"- ▲use: thanks\n        {OWN[2:]}")],
            "letters[chase].parts[0]: has a text of its own beside `use`; keep one",
        ),
        (
            [(OWN, "- use: thanks"), ("text: {zh: 多谢, en: Thank you}", '▲text: {zh: "{x}", en: "{x}"}')],
            "shared_parts[thanks].text: there is no “x” among the fields; known: amount, payments, remedy, story",
        ),
    ],
    ids=["not there", "a text beside it", "a fault in it"],
)
def test_a_fault_of_a_shared_paragraph_is_told_once(edits: list[tuple[str, str]], fault: str) -> None:
    text, (place,) = unmark(sharing(*edits))
    assert lines(text) == [f"guide.yml:{place}: {fault}"]


@pytest.mark.parametrize(("old", "new", "problem"), NOT_YAML)
def test_a_file_that_is_not_yaml_is_told_with_the_place(old: str, new: str, problem: str) -> None:
    text, (place,) = unmark(edit(GUIDE, (old, new)))
    assert lines(text) == [f"guide.yml:{place}: YAML: cannot be read ({problem}); {MEND_YAML}"]


@pytest.mark.parametrize("text", ["", "# Nothing but a comment\n", "- version: 1\n", "version 1\n", "1\n"])
def test_a_file_without_keys_is_told_what_it_must_hold(text: str) -> None:
    assert lines(text) == ["guide.yml:1:1: file: must hold `version:`, `words:`, `issues:` …, not this"]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    (fault,) = read(tmp_path / "guide.yml", "docs/guide.yml").faults
    assert str(fault) == "docs/guide.yml:1:1: file: is missing; restore it"


def test_a_file_that_is_not_utf_8_is_told_with_the_line(tmp_path: Path) -> None:
    text, (place,) = unmark(edit(GUIDE, (f"    {ANSWER}", f"▲    {ANSWER}")))
    (tmp_path / "guide.yml").write_bytes(text.encode().replace("先查状态".encode(), "先查状态".encode("gbk")))
    (fault,) = read(tmp_path / "guide.yml", "docs/guide.yml").faults
    assert str(fault) == f"docs/guide.yml:{place}: file: is not UTF-8 here; save it as UTF-8"


def test_a_fault_in_the_later_of_two_equal_keys_is_told_there() -> None:
    """YAML keeps the later one."""
    text, (key, empty) = unmark(edit(GUIDE, (ANSWER, f'{ANSWER}\n    ▲answer: {{zh: 查, ▲en: ""}}')))
    assert lines(text) == [
        f"guide.yml:{key}: issues[lost]: the key `answer` stands here twice; keep one",
        f"guide.yml:{empty}: issues[lost].answer.en: {NO_TEXT}",
    ]


@pytest.mark.parametrize("written", ["call #9110", '"call us" #1143'])
def test_a_text_that_a_hash_cuts_off_is_told(written: str) -> None:
    """Readers in Japan were told to dial another number."""
    text, (place,) = unmark(edit(GUIDE, (ANSWER, f"answer: {{zh: 查状态, en: Ask}}\n    x: ▲{written}")))
    left_out = written[written.index("#") :]
    told = any(f"guide.yml:{place}: " in line and f"“{left_out}” is read as a comment" in line for line in lines(text))
    assert told == (written[0] != '"')


def test_an_unprintable_character_is_told_with_the_line() -> None:
    text, (place,) = unmark(edit(GUIDE, (f"    {ANSWER}", f"▲    {ANSWER.replace('先', chr(8))}")))
    assert lines(text) == [f"guide.yml:{place}: file: has a character YAML does not allow; remove it"]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(GUIDE.encode("utf-8-sig"), id="a-byte-order-mark"),
        pytest.param(GUIDE.replace("\n", "\r\n").encode(), id="Windows-line-ends"),
    ],
)
def test_a_file_saved_on_windows_is_fine(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "guide.yml").write_bytes(data)
    assert read(tmp_path / "guide.yml", "docs/guide.yml").faults == ()


def test_a_text_can_be_shared_by_an_anchor() -> None:
    text = edit(
        GUIDE,
        (ANSWER, ANSWER.replace("{", "&check {")),
        ("answer: {zh: 变成投诉, en: Make it a complaint}", "answer: *check"),
    )
    reading = parse(text, "guide.yml")
    assert not reading.faults
    assert reading.guide.issue["slow"].answer == reading.guide.issue["lost"].answer


def test_a_shared_text_can_be_changed_in_one_language() -> None:
    text = edit(
        GUIDE,
        (ANSWER, ANSWER.replace("{", "&check {")),
        ("answer: {zh: 变成投诉, en: Make it a complaint}", "answer: {<<: *check, en: Look}"),
    )
    reading = parse(text, "guide.yml")
    assert [str(fault) for fault in reading.faults] == []
    assert reading.guide.issue["slow"].answer.zh == "先查状态"
    assert reading.guide.issue["slow"].answer.en == "Look"


def test_fields_may_have_choices_with_the_same_id() -> None:
    """An id of a choice is known within its field."""
    renamed = edit(GUIDE, ("columns: [{id: day,", "columns: [{id: refund,"), ('zh: "{day}｜', 'zh: "{refund}｜'))
    assert lines(edit(renamed, ('en: "{day};', 'en: "{refund};'))) == []


def test_a_mapping_that_holds_itself_ends_in_faults_not_in_a_loop() -> None:
    assert "guide.yml:1:1: version: is missing; add `version:`" in lines("words: &words\n  guide: *words\n")


@pytest.mark.parametrize(
    "nested", ["[" * 3000 + "]" * 3000, "\n  " + "- " * 3000 + "end", "{a: " * 100_000 + "}" * 100_000]
)
def test_what_is_nested_too_deep_is_told_with_its_line(nested: str) -> None:
    (fault,) = parse(f"version: 1\nwords: {nested}\n", "guide.yml").faults
    assert fault.line == (3 if nested.startswith("\n") else 2)
    assert "stand within each other more than 50 deep" in fault.what


def test_a_fault_is_one_line_even_if_the_value_is_not() -> None:
    (fault,) = lines(edit(GUIDE, ("code: L1", "code: |\n      L1")))
    assert len(fault.splitlines()) == 1


def test_a_list_is_not_called_empty_because_its_only_entry_has_a_fault() -> None:
    text, (place,) = unmark(edit(GUIDE, ("today: [{use: get-receipt}]", "today: [{▲use: get-receit}]")))
    assert lines(text) == [
        f"guide.yml:{place}: issues[slow].checklist.today[0].use: "
        "there is no “get-receit” among the items; did you mean “get-receipt”?"
    ]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        case("region", HOME, edit(HOME, (NONE_NAMED, ""), (", en: Home", "")), NO_PROVIDER),
        case("choice", REMEDY_FIELD, edit(REMEDY_FIELD, (CHOICES, ""), (", en: remedy", "")), ONLY_CHOICE),
        case("part", REMEDY, "text: {zh: 请退款, en: Refund me}\n        colour: red", NO_FIELD),
    ],
)
def test_a_rule_is_checked_even_where_something_else_is_wrong(old: str, new: str, fault: str) -> None:
    """Else the author mends one fault only to be shown the next."""
    faults = lines(edit(GUIDE, (old, new)))
    assert len(faults) == 2
    assert any(line.endswith(f": {fault}") for line in faults)


def test_all_faults_of_data_and_pages_are_told_at_once_in_order(small_project: Path) -> None:
    text, places = unmark(
        edit(
            GUIDE,
            ("version: 2", "▲version: 3"),
            (PROGRESS, "▲progress: {zh: 进度, en: Progress}"),
            (FEE, "▲{zh: 不要付手续费}"),
            ("  - id: slow", "  - ▲id: slow"),
            ("see: lost", "▲see: lots"),
            (STORY, f"{STORY}\n        ▲{STORY}"),
            (NUMBER, "▲number: 12363"),
            ("{id: home-refund", "{▲id: home_refund"),
            ("      - {id: code,", f"      - {{▲id: law, {CODE}}}\n      - {{id: code,"),
        )
    )
    (small_project / "docs/guide.yml").write_text(text, "utf-8")
    (small_project / "docs/zh/issues/slow.md").unlink()
    (small_project / "docs/en/issues/lost.md").write_text(PAGE + '{{ checklist("lots", "today") }}\n', "utf-8")
    (small_project / "docs/zh/about.md").write_text("# About\n", "utf-8")

    with pytest.raises(PluginError) as error:
        define_env(SimpleNamespace(project_dir=small_project, conf={"theme": {"language": "zh"}, "extra": {}}))

    # A line of its own for each: by file, then by line as a number.
    data = [
        "version: is 3; must be 2",
        "words.tick.progress: placeholders here must be {done}, {total}, not none",
        f"safety[1].en: {NO_ENGLISH}",
        "issues[slow]: has no page docs/zh/issues/slow.md; write it",
        f"{CHANNEL}.see: there is no “lots” among the issues; did you mean “lost”?",
        "letters[first].parts[0]: the key `text` stands here twice; keep one",
        f"{BANK}.phone.number: was read as 12363, {UNQUOTED}",
        f"regions[home].rights[home_refund].id: is “home_refund”; {NO_SLUG}",
        f"regions[away].sources[law].id: {taken('law', 'sources')}",
    ]
    assert [line for line in str(error.value).splitlines() if line.startswith("docs/")] == [
        "docs/en/issues/lost.md:7:4: checklist: issue: there is no “lots” among the issues; did you mean “lost”?",
        "docs/en/issues/slow.md:1:1: page: has no counterpart docs/zh/issues/slow.md; write it, or take this one away",
        *(f"docs/guide.yml:{place}: {fault}" for place, fault in zip(places, data, strict=True)),
        "docs/zh/about.md:1:1: front matter: has no `description:`; add one between `---` lines",
        "docs/zh/about.md:1:1: page: has no counterpart docs/en/about.md; write it, or take this one away",
    ]
