"""“My case” in a real browser: what was done is kept, dated and taken along, and goes when its owner says so."""

import hashlib
import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tests.browser.conftest import NewContext, start, unfold
from tests.browser.letters.test_letters import field as letter_field
from tests.browser.letters.test_letters import fill_all, letters_page, open_letter, paper, show_letter, ways
from tests.browser.page.keyboard import tab_to
from tests.browser.page.test_theme import RECORD_LEAVING, SHORTCUTS
from tools.hostile.scripts import STORAGE_FULL, STORAGE_REFUSED

ISSUE = "funds-not-received"
OTHER_ISSUE = "slow-support"
ZONE = "Asia/Shanghai"

FAMILY = "wallet-complaint-guide@/:"
PREFIX = f"{FAMILY}v1:"

INSECURE = "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });"
"""As on a page that was opened by plain http."""
OURS = """
(family) => [localStorage, sessionStorage].map((storage) => Object.fromEntries(
  Object.entries(storage).filter(([key]) => key.startsWith(family))))
"""
PUT = "([entries, where]) => Object.entries(entries).forEach(([key, value]) => window[where].setItem(key, value))"

HOSTILE = {
    "tag": "<img src=x onerror=alert(1)>",
    "placeholder": "{x} {said} $$ $& $1 \\n %s",
    "rtl": "\u202eright to left\u202c \u200f",
    "emoji": "👩‍👩‍👧‍👦🇨🇳é",
    "long": "字" * 5000,
    "quote": '"; </script><b>',
}
each_hostile_text = pytest.mark.parametrize("typed", HOSTILE.values(), ids=HOSTILE)
each_language = pytest.mark.parametrize("language", WRITTEN)


@pytest.fixture
def page(new_context: NewContext) -> Page:
    return new_context(timezone_id=ZONE).new_page()


@pytest.fixture
def case(page: Page) -> Locator:
    """The case of the issue, just begun on the Chinese page."""
    return begin(page)


def case_page(language: Language = "zh") -> str:
    return f"{start(language)}case/"


def begin(page: Page, issue: str = ISSUE, language: Language = "zh") -> Locator:
    page.goto(case_page(language))
    page.locator(f"[data-begin={issue}]").click()
    return section(page, issue)


def section(page: Page, issue: str = ISSUE) -> Locator:
    return page.locator(f".case[data-issue={issue}]")


def entries(case: Locator) -> Locator:
    return case.locator(".log-entry")


def log(case: Locator, **values: str) -> Locator:
    """Log a contact; `when` is in Beijing, `channel` an id."""
    case.locator(".log-add").click()
    new = entries(case).filter(has=case.page.locator("select:focus"))
    entry = case.locator(f"[data-contact='{new.get_attribute('data-contact')}']")
    for name, value in values.items():
        if name == "channel":
            logged(entry, name).select_option(value)
        else:
            logged(entry, name).fill(value)
    return entry


def logged(entry: Locator, name: str) -> Locator:
    return entry.locator(f"typed-field[data-field={name}] .field-value")


def step(case: Locator) -> Locator:
    """What comes next; before it may stand that the first steps are not done."""
    return case.locator(".case-next a").filter(visible=True).last


def kept(page: Page) -> dict[str, str]:
    """Everything of ours in both storages, without what the store notes of itself."""
    on_device, in_tab = page.evaluate(OURS, FAMILY)
    return {key: value for key, value in (on_device | in_tab).items() if key != f"{PREFIX}era"}


def put(page: Page, entries: dict[str, str], where: str = "localStorage") -> None:
    """Keep entries as if an earlier visit had, and come again."""
    page.evaluate(PUT, [{PREFIX + key: value for key, value in entries.items()}, where])
    page.reload()


def day(days_ago: int) -> str:
    """A day as the reader's device counts it, which may be another than here."""
    return (datetime.now(ZoneInfo(ZONE)).date() - timedelta(days=days_ago)).isoformat()


def spoken(day: str, language: Language = "zh") -> str:
    at = date.fromisoformat(day)
    return f"{at.year} 年 {at.month} 月 {at.day} 日" if language == "zh" else f"{at.day} {at:%B} {at.year}"


def work_of(page: Page) -> Callable[[], float]:
    """Tells how many seconds the page has worked: of the processor, which other programs do not lengthen."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def worked() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")

    return worked


def essential(guide: Guide, count: int = 2) -> list[str]:
    return [item.id for item in guide.items(ISSUE, "evidence") if item.need == "essential"][:count]


def tick(page: Page, items: list[str], issue: str = ISSUE) -> None:
    page.goto(f"issues/{issue}/")
    unfold(page)
    for item in items:
        page.locator(f".fold input[data-item={item}]").check()


# Begin -------------------------------------------------------------------------------------


@each_language
def test_a_case_is_begun_and_says_what_comes_first(page: Page, guide: Guide, language: Language):
    page.goto(case_page(language))
    expect(page.locator(".case-empty")).to_have_text(guide.words.case.empty[language])
    expect(page.locator(".case").filter(visible=True)).to_have_count(0)
    case = begin(page, language=language)
    expect(case.get_by_role("heading", level=2)).to_have_text(guide.issue[ISSUE].title[language])
    expect(case.get_by_role("heading", level=2)).to_be_focused()
    expect(step(case)).to_have_text(guide.words.case.next_first[language])
    expect(page.locator(".case-empty")).to_be_hidden()
    expect(page.locator(f"[data-begin={ISSUE}]")).to_be_hidden()
    page.reload()
    expect(case).to_be_visible()


def test_the_bar_of_an_issue_leads_to_its_case(page: Page):
    page.goto(f"issues/{OTHER_ISSUE}/")
    page.locator("case-bar .bar-link").click()
    expect(section(page, OTHER_ISSUE)).to_be_visible()
    expect(section(page)).to_be_hidden()


def test_each_issue_has_a_case_of_its_own(page: Page, case: Locator):
    log(case, said="一")
    other = begin(page, OTHER_ISSUE)
    expect(entries(other)).to_have_count(0)
    expect(entries(case)).to_have_count(1)


def test_a_case_is_deleted_only_after_being_asked(page: Page, case: Locator):
    log(case, said="一")
    case.locator(".case-drop > summary").click()
    case.locator(".drop-no").click()
    expect(entries(case)).to_have_count(1)
    case.locator(".case-drop > summary").click()
    case.locator(".drop-yes").click()
    expect(case).to_be_hidden()
    expect(page.locator(f"[data-begin={ISSUE}]")).to_be_focused()
    assert not any("case:" in key for key in kept(page))


def test_with_the_last_case_the_personal_details_go(page: Page):
    letter_field(open_letter(page), "name").fill("王小明")
    letter_field(open_letter(page, "follow-up", OTHER_ISSUE), "matter").fill("不回")
    page.goto(case_page())
    for issue, name_stays in ((ISSUE, True), (OTHER_ISSUE, False)):
        case = section(page, issue)
        case.locator(".case-drop > summary").click()
        case.locator(".drop-yes").click()
        expect(case).to_be_hidden()
        assert (PREFIX + "person:name" in kept(page)) == name_stays


def test_a_deleted_case_that_a_link_had_opened_goes_from_the_page(page: Page):
    page.goto(f"case/#{ISSUE}")
    case = section(page)
    log(case, said="一")
    case.locator(".case-drop > summary").click()
    case.locator(".drop-yes").click()
    expect(case).to_be_hidden()


def test_a_case_that_a_link_had_opened_goes_from_the_page_though_nothing_was_kept(page: Page):
    page.goto(f"case/#{ISSUE}")
    case = section(page)
    case.locator(".case-drop > summary").click()
    case.locator(".drop-yes").click()
    expect(case).to_be_hidden()


def test_an_erased_case_that_a_link_had_opened_goes_from_the_page(page: Page):
    page.goto(f"case/#{ISSUE}")
    case = section(page)
    log(case, said="一")
    expect(page.locator(".case-empty")).to_be_hidden()
    page.locator(".keep-erase").click()
    expect(case).to_be_hidden()
    expect(page.locator(".case-empty")).to_be_visible()


# The contact log ---------------------------------------------------------------------------


@each_language
def test_a_contact_is_one_line_in_the_readers_language(page: Page, language: Language):
    entry = log(
        begin(page, language=language),
        when="2026-11-20T14:05",
        channel="chat",
        who="1024",
        reference="A-7",
        said="处理中",
        promised="2026-12-05",
    )
    expect(entry.locator("summary")).to_have_text(
        {
            "zh": "2026 年 11 月 20 日 14:05（北京时间，UTC+8），在线客服，1024，编号 A-7：处理中"
            "（承诺 2026 年 12 月 5 日前办理或答复）",
            "en": "20 November 2026, 14:05 (Beijing time, UTC+8), in-app chat, 1024, reference A-7. "
            "Answer: 处理中 (promised for 5 December 2026)",
        }[language]
    )


def test_every_keystroke_in_the_log_is_kept(page: Page, case: Locator):
    entry = log(case)
    said = logged(entry, "said")
    for length, character in enumerate("处理中abc", 1):
        said.press_sequentially(character)
        (record,) = (value for key, value in kept(page).items() if ":log:" in key)
        assert json.loads(record)["said"] == "处理中abc"[:length]
    page.reload()
    entries(case).locator("summary").click()
    expect(logged(entries(case), "said")).to_have_value("处理中abc")


def test_a_contact_is_changed_later(page: Page, case: Locator):
    log(case, said="处理中", reference="A-7")
    page.reload()
    entry = entries(case)
    entry.locator("summary").click()
    logged(entry, "said").fill("已驳回")
    expect(entry.locator("summary")).to_contain_text("编号 A-7：已驳回")


def test_a_deleted_contact_can_be_brought_back(page: Page, guide: Guide, case: Locator):
    log(case, said="一", reference="R1")
    case.locator(".log-remove").click()
    expect(entries(case)).to_have_count(0)
    expect(case.locator(".log-said")).to_have_text(guide.words.case.log_removed.zh)
    expect(case.locator(".log-undo")).to_be_focused()
    assert not any(":log:" in key for key in kept(page))
    case.locator(".log-undo").press("Enter")
    expect(entries(case).locator("summary")).to_contain_text("编号 R1：一")
    expect(case.locator(".log-undo")).to_be_hidden()


def test_contacts_stand_in_order_of_time(page: Page, case: Locator):
    for when, said in (("2026-11-20T10:00", "二"), ("2026-11-19T10:00", "一"), ("2026-11-21T10:00", "三")):
        log(case, when=when, said=said)
    case.locator(".log-add").focus()
    said = [summary[-1] for summary in entries(case).locator("summary").all_text_contents()]
    assert said == ["一", "二", "三"]


def test_an_entry_stays_under_the_fingers_while_its_time_is_typed(case: Locator):
    log(case, when="2026-11-19T10:00", said="一")
    entry = log(case, when="2026-11-20T10:00", said="二")
    when = logged(entry, "when")
    when.focus()
    # While a year is typed, it is 0002, then 0020 …
    when.evaluate(
        "(field) => { field.value = '0002-11-20T10:00'; field.dispatchEvent(new Event('input', {bubbles: true})) }"
    )
    expect(when).to_be_focused()
    expect(entries(case).nth(1).locator("typed-field[data-field=when] input:focus")).to_have_count(1)


@each_language
def test_the_log_fills_what_i_have_tried_in_the_letter(page: Page, language: Language):
    log(begin(page, language=language), when="2026-11-20T14:05", channel="phone", said="还在查")
    builder = open_letter(page, language=language)
    expect(paper(builder, "zh")).to_contain_text("此前联系和答复的经过：\n2026 年 11 月 20 日 14:05，电话：还在查")
    expect(paper(builder, "en")).to_contain_text("20 November 2026, 14:05, phone. Answer: 还在查")


def test_two_hundred_contacts_can_be_worked_with(page: Page, case: Locator):
    put(page, {
        f"case:{ISSUE}:log:a{number:03}": json.dumps({
            "when": {"local": f"2026-{number // 28 + 1:02}-{number % 28 + 1:02}T10:00", "zone": "Asia/Shanghai"},
            "channel": "chat", "said": f"第 {number} 次",
        })
        for number in range(200)
    }, "sessionStorage")  # fmt: skip
    expect(entries(case)).to_have_count(200)
    first = entries(case).first
    first.locator("summary").click()
    worked = work_of(page)
    before = worked()
    logged(first, "said").press_sequentially("abcdefghij")
    expect(first.locator("summary")).to_contain_text("第 0 次abcdefghij")
    # Of the processor, for ten keys. Generous, for slow machines: it is 15 ms a key where it was 70.
    assert worked() - before < 0.5


@each_hostile_text
def test_what_is_typed_in_the_log_is_shown_as_typed(page: Page, case: Locator, typed: str):
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    entry = log(case, who=typed, said=typed)
    expect(entry.locator("summary")).to_contain_text(f"{typed}：{typed}")
    page.reload()
    entries(case).locator("summary").click()
    for name in ("who", "said"):
        expect(logged(entries(case), name)).to_have_value(typed)
    assert case.locator("img, b, script").count() == 0


# Dates and what comes next -----------------------------------------------------------------

LETTERS = {"complain": "first-complaint", "chase": "follow-up", "escalate": "escalation"}


@each_language
@pytest.mark.parametrize(
    ("ticked", "contacts", "expected"),
    [
        (False, [], "next_first"),
        (True, [], "next_contact"),
        (False, [(None, None)], "next_write"),
        (True, [(None, -3)], "next_wait"),
        (True, [(None, 2)], "next_write"),
        (True, [(None, None), ("complain", None)], "next_undated"),
        (True, [(None, 5), ("complain", None)], "next_undated"),
        (True, [(None, None), ("complain", -14)], "next_wait"),
        (True, [(None, None), ("complain", 0)], "next_wait"),
        (True, [(None, None), ("complain", 1)], "next_chase"),
        (True, [("complain", 9), ("chase", -5)], "next_wait"),
        (True, [("complain", 9), ("chase", 1)], "next_escalate"),
        (True, [("complain", 9), ("chase", 1), ("escalate", -30)], "next_outside"),
    ],
)
def test_the_next_step_follows_from_the_log(
    page: Page, guide: Guide, language: Language, ticked: bool, contacts: list, expected: str
):
    page.goto(case_page(language))
    due = None
    state = {f"case:{ISSUE}:touched": day(0)}
    if ticked:
        state[f"tick:{guide.items(ISSUE, 'minutes')[0].id}"] = "1"
    for number, (rung, days_ago) in enumerate(contacts):
        due = day(days_ago) if days_ago is not None else due
        record = {"when": {"local": f"{day(20 - number)}T10:00", "zone": "Asia/Shanghai"}, "said": "x"}
        record |= {"promised": "" if days_ago is None else day(days_ago)}
        record |= {"letter": LETTERS[rung]} if rung else {}
        state[f"case:{ISSUE}:log:a{number}"] = json.dumps(record)
    put(page, {"place": "device", **state})
    words = getattr(guide.words.case, expected)[language]
    expect(step(section(page))).to_have_text(words.replace("{date}", spoken(due, language) if due else ""))


@each_language
def test_dates_stand_in_order_and_those_gone_by_say_so(page: Page, guide: Guide, language: Language):
    case = begin(page, language=language)
    log(case, promised=day(-9))
    log(case, promised=day(3))
    words = guide.words.case
    expect(case.locator(".case-dates li")).to_have_text([
        words.date_promised[language].replace("{date}", spoken(day(3), language)) + words.passed[language],
        words.date_promised[language].replace("{date}", spoken(day(-9), language)),
    ])  # fmt: skip
    expect(case.locator(".case-no-dates")).to_be_hidden()


@each_language
def test_a_letter_that_was_sent_stands_in_the_log_and_among_the_dates(page: Page, guide: Guide, language: Language):
    builder = open_letter(page, language=language)
    fill_all(builder)
    way = ways(builder, "zh")
    way.locator(".way-sent").click()
    noted = guide.words.ways.noted[language].replace("{date}", spoken(day(0), language))
    expect(way.locator(".way-noted")).to_contain_text(noted)
    page.goto(case_page(language))
    case = section(page)
    summary = entries(case).locator("summary")
    expect(summary).to_contain_text({"zh": "发出“投诉｜", "en": "sent “投诉｜"}[language])
    expect(summary).to_contain_text(
        {"zh": "信中请对方在 2026 年 12 月 5 日前答复", "en": "asks for an answer by 5 December 2026"}[language]
    )
    letter = guide.letter["first-complaint"]
    expect(case.locator(".case-dates li")).to_contain_text(f"{letter.code} {letter.title[language]}")
    expect(case.locator(".case-progress")).to_contain_text(guide.words.case.sent[language].replace("{count}", "1"))


@pytest.mark.parametrize(("language", "issue"), [("zh", ISSUE), ("en", "app-failure")])
def test_each_answer_leads_to_its_letters_with_the_case_chosen(
    page: Page, guide: Guide, language: Language, issue: str
):
    case = begin(page, issue, language)
    replies = case.locator(".answers > details")
    expect(replies).to_have_count(len(guide.replies))
    links = [(reply, letter) for reply in guide.replies for letter in reply.letters]
    for reply, letter in links:
        page.goto(f"{case_page(language)}#{issue}")
        fold = replies.filter(has_text=reply.said[language])
        fold.locator("summary").click()
        expect(fold).to_contain_text(reply.do[language])
        fold.get_by_role("link", name=guide.letter[letter].title[language]).click()
        page.wait_for_url(f"**/{letters_page(language)}?case={issue}#{letter}")
        builder = page.locator(f"[data-letter={letter}]")
        expect(builder.locator(".letter-paper:not(.not-shown)")).to_be_visible()
        expect(builder.locator(".letter-case select")).to_have_value(issue)


# Evidence and fingerprints -----------------------------------------------------------------

RECEIPT = b"%PDF-1.7 receipt"


def a_file(content: bytes = RECEIPT, name: str = "回单 1.pdf") -> FilePayload:
    return {"name": name, "mimeType": "application/pdf", "buffer": content}


@pytest.fixture
def evidence(page: Page, guide: Guide) -> Locator:
    """The first of two ticked pieces of evidence, on the page of the case."""
    tick(page, essential(guide))
    page.goto(f"case/#{ISSUE}")
    return section(page).locator(f"[data-file={essential(guide)[0]}]")


def test_ticked_evidence_becomes_numbered_attachments(page: Page, guide: Guide):
    items = essential(guide)
    tick(page, items)
    builder = open_letter(page)
    for language, word in (("zh", "附件 {}：{}"), ("en", "Attachment {}: {}")):
        for number, item in enumerate(items, 1):
            expect(paper(builder, language)).to_contain_text(word.format(number, guide.item[item].attached[language]))


def test_a_files_name_and_sha256_are_noted_and_stand_in_the_letter(page: Page, guide: Guide, evidence: Locator):
    evidence.locator("input").set_input_files(a_file())
    digest = hashlib.sha256(RECEIPT).hexdigest()
    expect(evidence.locator(".file-noted")).to_have_text(
        guide.words.case.fingerprint.zh.replace("{file}", "回单 1.pdf").replace("{sha256}", digest)
    )
    expect(evidence.locator(".file-said")).to_have_text(guide.words.case.file_noted.zh)
    expect(evidence.locator("input")).to_be_focused()
    builder = open_letter(page)
    expect(paper(builder, "zh")).to_contain_text(f"回单 1.pdf，SHA-256 {digest}")


def test_evidence_on_a_page_that_can_make_no_fingerprint_is_not_called_unreadable(
    page: Page, guide: Guide, evidence: Locator
):
    page.add_init_script(INSECURE)
    page.reload()
    evidence.locator("input").set_input_files(a_file())
    expect(evidence.locator(".file-said")).to_have_text(guide.words.case.file_insecure.zh)


def test_of_a_file_nothing_else_is_kept(page: Page, guide: Guide, evidence: Locator):
    evidence.locator("input").set_input_files(a_file())
    expect(evidence.locator(".file-noted")).to_be_visible()
    (record,) = (value for key, value in kept(page).items() if ":file:" in key)
    assert sorted(json.loads(record)) == ["id", "name", "sha256", "size"] or set(json.loads(record)) == {
        "name", "size", "sha256",
    }  # fmt: skip
    assert "receipt" not in json.dumps(kept(page)).replace(essential(guide)[0], "")
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") == 0
    assert page.evaluate("caches.keys().then((all) => all.length)") == 0


def test_the_same_file_again_is_unchanged(guide: Guide, evidence: Locator):
    evidence.locator("input").set_input_files(a_file())
    expect(evidence.locator(".file-noted")).to_be_visible()
    evidence.locator("input").set_input_files(a_file(name="renamed.pdf"))
    expect(evidence.locator(".file-said")).to_have_text(guide.words.case.same_file.zh)
    expect(evidence.locator(".file-noted")).to_contain_text("回单 1.pdf")


def test_another_file_replaces_nothing_unasked(guide: Guide, evidence: Locator):
    evidence.locator("input").set_input_files(a_file())
    expect(evidence.locator(".file-noted")).to_be_visible()
    evidence.locator("input").set_input_files(a_file(RECEIPT + b" "))
    expect(evidence.locator(".file-said")).to_contain_text(guide.words.case.other_file.zh)
    digest, other = (hashlib.sha256(content).hexdigest() for content in (RECEIPT, RECEIPT + b" "))
    expect(evidence.locator(".file-noted")).to_contain_text(digest)
    evidence.get_by_role("button", name=guide.words.case.replace_file.zh).click()
    expect(evidence.locator(".file-noted")).to_contain_text(other)
    evidence.get_by_role("button", name=guide.words.case.drop_file.zh).click()
    expect(evidence.locator(".file-noted")).to_have_count(0)


# Export and import -------------------------------------------------------------------------


def fill_case(page: Page, guide: Guide) -> None:
    """A case with something of every kind: ticks, details, values, an edited letter, contacts, a file, an address."""
    tick(page, essential(guide))
    builder = open_letter(page)
    fill_all(builder)
    way = ways(builder, "zh")
    way.locator(".way-more > summary").click()
    way.locator(".way-post > summary").click()
    way.locator(".way-sender").fill("某路 1 号")
    way.locator(".way-sent").click()
    ways(builder, "en").locator(".way-edit").click()
    ways(builder, "en").locator(".letter-editor").fill("my own words")
    page.goto(case_page())
    log(section(page), when="2026-11-20T14:05", channel="chat", said="处理中")
    file = section(page).locator("[data-file]").first
    file.locator("input").set_input_files(a_file())
    expect(file.locator(".file-noted")).to_be_visible()
    chosen = {"region": "hk", "provider": "paypal", "day:uk:uk-final-response": "2026-11-20"}
    put(page, chosen, "sessionStorage")


def export(page: Page, passphrase: str = "") -> bytes:
    page.locator(".transfer-passphrase").fill(passphrase)
    with page.expect_download() as download:
        page.locator(".transfer-export").click()
    return Path(download.value.path()).read_bytes()


def choose(page: Page, content: bytes | str | Path, passphrase: str = "") -> None:
    """Choose a file that holds this, or one that is on disk."""
    page.locator(".transfer-passphrase").fill(passphrase)
    data = content.encode() if isinstance(content, str) else content
    page.locator(".transfer-file").set_input_files(
        data if isinstance(data, Path) else {"name": "case.json", "mimeType": "application/json", "buffer": data}
    )


def case_file(entries: object, **more: object) -> str:
    whole = {"format": "wallet-complaint-guide/case", "version": 1, "exported": "2026-11-20T10:00:00.000Z"}
    return json.dumps({**whole, "entries": entries} | more, ensure_ascii=False)


def content(page: Page) -> dict[str, str]:
    """What is kept, without where and when."""
    ways_of_keeping = ("place", "current", "touched", "noticed")
    return {
        key: value
        for key, value in kept(page).items()
        if not (key.endswith(ways_of_keeping) or key.startswith(f"{PREFIX}opened:"))
    }


@pytest.mark.parametrize("passphrase", ["", "夜半 钟声"], ids=["open", "locked"])
def test_export_erase_and_import_bring_everything_back(page: Page, guide: Guide, passphrase: str):
    fill_case(page, guide)
    before = content(page)
    assert len(before) > 20
    file = export(page, passphrase)
    assert ("王小明".encode() in file) == (passphrase == "")
    page.locator(".keep-erase").click()
    assert kept(page) == {}
    choose(page, file, passphrase)
    expect(page.locator(".transfer-changes")).to_be_focused()
    assert content(page) == {}
    page.locator(".transfer-new").click()
    expect(page.locator(".transfer-said")).to_have_text(
        guide.words.transfer.done.zh.replace("{count}", str(len(before) + 1))
    )
    assert content(page) == before
    expect(entries(section(page))).to_have_count(2)


def test_an_old_case_that_is_imported_is_not_erased_the_next_day(page: Page, guide: Guide):
    page.goto(case_page())
    choose(page, case_file({
        f"case:{ISSUE}:touched": day(400), f"case:{ISSUE}:noticed": day(200), f"case:{ISSUE}:field:matter": "未到账",
        "tick:pay-only-once": "1", "ticks:touched": day(400), "ticks:noticed": day(200),
    }))  # fmt: skip
    page.locator(".transfer-new").click()
    page.reload()
    expect(section(page)).to_be_visible()
    expect(page.locator("case-notice")).to_be_hidden()
    assert f"{PREFIX}tick:pay-only-once" in kept(page)


@pytest.fixture
def differing(page: Page) -> Page:
    """A case of one reader, and the file of another that is new in one point, differs in three and agrees in one."""
    page.goto(case_page())
    mine = {
        f"case:{ISSUE}:field:matter": "我的",
        "person:name": "王小明",
        f"case:{ISSUE}:field:story": "只有这里",
        "tick:pay-only-once": "1",
        f"case:{ISSUE}:log:a": json.dumps({"said": "我的话"}),
    }
    put(page, {"place": "device", f"case:{ISSUE}:touched": day(1), **mine})
    choose(page, case_file({
        f"case:{ISSUE}:field:matter": "文件的", "person:name": "李四", f"case:{ISSUE}:field:entity": "新公司",
        "tick:pay-only-once": "1", f"case:{ISSUE}:log:a": json.dumps({"said": "文件的话"}),
        f"case:{ISSUE}:touched": day(9),
    }))  # fmt: skip
    return page


def test_an_import_says_what_it_would_change_and_changes_nothing(differing: Page, guide: Guide):
    counts = guide.words.transfer.changes.zh
    for name, count in (("added", 1), ("changed", 3), ("same", 1), ("kept", 2)):
        counts = counts.replace(f"{{{name}}}", str(count))
    expect(differing.locator(".transfer-count")).to_have_text(counts)
    title = guide.issue[ISSUE].title.zh
    expect(differing.locator(".transfer-different tbody tr")).to_have_text([
        f"{title} · {guide.field['matter'].label.zh}我的文件的",
        f"{guide.field['name'].label.zh}王小明李四",
        f"{title} · {guide.words.case.log.zh}我的话文件的话",
    ])  # fmt: skip
    assert kept(differing)[f"{PREFIX}person:name"] == "王小明"
    assert f"{PREFIX}case:{ISSUE}:field:entity" not in kept(differing)


@pytest.mark.parametrize("language", WRITTEN)
def test_an_import_calls_the_region_the_wallet_and_a_starting_day_by_their_names(
    page: Page, guide: Guide, language: Language
):
    page.goto(case_page(language))
    clock = guide.region["uk"].deadlines[0]
    account = f"case:{ISSUE}:account-region"
    here = {"region": "hk", "provider": "paypal", account: "hk", f"day:uk:{clock.id}": "2026-11-20"}
    put(page, {"place": "device", **here})
    there = {"region": "uk", "provider": "alipay", account: "uk", f"day:uk:{clock.id}": "2026-11-21"}
    choose(page, case_file(there, version=3))
    names = {region: guide.region[region].name[language] for region in ("hk", "uk")}
    wallets = [guide.provider[id].name[language] for id in ("paypal", "alipay")]
    days = [spoken(day, language) for day in ("2026-11-20", "2026-11-21")]
    asked = f"{guide.issue[ISSUE].title[language]} · {guide.words.provider.which_region[language]}"
    expect(page.locator(".transfer-different tbody tr")).to_have_text([
        f"{guide.words.region.choose[language]}{names['hk']}{names['uk']}",
        f"{guide.words.provider.choose[language]}{''.join(wallets)}",
        f"{asked}{names['hk']}{names['uk']}",
        f"{names['uk']} · {clock.starts[language]}{''.join(days)}",
    ])  # fmt: skip


@pytest.mark.parametrize(("button", "name", "entity"), [
    (".transfer-new", "王小明", "新公司"),
    (".transfer-all", "李四", "新公司"),
    (".transfer-cancel", "王小明", None),
])  # fmt: skip
def test_each_choice_of_an_import_does_what_it_says(differing: Page, button: str, name: str, entity: str | None):
    differing.locator(button).click()
    expect(differing.locator(".transfer-said")).to_be_focused()
    expect(differing.locator(".transfer-changes")).to_be_hidden()
    after = kept(differing)
    assert after[f"{PREFIX}person:name"] == name
    assert after.get(f"{PREFIX}case:{ISSUE}:field:entity") == entity
    assert after[f"{PREFIX}case:{ISSUE}:field:story"] == "只有这里"
    assert differing.locator(".transfer-different tbody tr").count() == 0


BAD_FILES = {
    "no-json": ("{", "not_json"),
    "empty": ("", "not_json"),
    "picture": (b"\x89PNG\r\n\x1a\n\x00\xff", "not_utf8"),
    "foreign": ('{"format": "something else", "version": 1}', "foreign"),
    "list": ("[1, 2]", "foreign"),
    "newer": (case_file({}, version=99), "newer"),
    "no-entries": (case_file(None), "broken"),
    "numbers": (case_file({"person:name": 5}), "broken"),
    "place": (case_file({"place": "device", "person:name": "李四"}), "broken"),
    "current": (case_file({"current": ISSUE}), "broken"),
    "prototype": ('{"format":"wallet-complaint-guide/case","version":1,"exported":"2026-11-20T10:00:00Z",'
                  '"entries":{"__proto__":"x"}}', "broken"),
    "strange-key": (case_file({"case:../x:field:a b": "x"}), "broken"),
}  # fmt: skip


@each_language
@pytest.mark.parametrize(("file", "sentence"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_file_that_is_not_right_changes_nothing_and_is_told(
    page: Page, guide: Guide, language: Language, file: str | bytes, sentence: str
):
    assert_refused(page, language, file, getattr(guide.words.transfer, sentence)[language])


@each_language
def test_a_file_that_is_far_too_big_is_refused(page: Page, guide: Guide, language: Language, tmp_path: Path):
    big = tmp_path / "case.json"  # Chosen from the disk, as a reader does: to hand it over would take long.
    big.write_text(case_file({"person:name": "字" * 6_000_000}), "utf-8")
    assert_refused(page, language, big, guide.words.transfer.too_big[language])


def assert_refused(page: Page, language: Language, file: str | bytes | Path, told: str) -> None:
    """The file is not imported, the reader is told why, and what was kept stays."""
    page.goto(case_page(language))
    put(page, {"person:name": "王小明"}, "sessionStorage")
    before = kept(page)
    choose(page, file)
    expect(page.locator(".transfer-said")).to_have_text(told)
    expect(page.locator(".transfer-changes")).to_be_hidden()
    assert kept(page) == before


def test_a_locked_file_opens_with_its_passphrase_alone(page: Page, guide: Guide):
    begin(page)
    file = export(page, "right")
    before = kept(page)
    words = guide.words.transfer
    choose(page, file)
    expect(page.locator(".transfer-said")).to_have_text(words.locked.zh)
    page.locator(".transfer-passphrase").fill("wrong")
    page.locator(".transfer-open").click()
    expect(page.locator(".transfer-said")).to_have_text(words.wrong_passphrase.zh)
    assert kept(page) == before
    page.locator(".transfer-passphrase").fill("right")
    page.locator(".transfer-open").click()
    expect(page.locator(".transfer-changes")).to_be_visible()


@each_language
def test_a_page_that_can_open_no_locked_file_says_so_and_asks_for_no_passphrase(
    page: Page, guide: Guide, language: Language
):
    page.goto(case_page(language))
    file = export(page, "right")
    page.add_init_script(INSECURE)
    page.goto(case_page(language))
    words = guide.words.transfer
    expect(page.locator(".transfer-passphrase")).to_be_hidden()
    expect(page.locator(".transfer-no-lock")).to_have_text(words.no_lock[language])
    page.locator(".transfer-file").set_input_files({"name": "case.json", "mimeType": "", "buffer": file})
    expect(page.locator(".transfer-said")).to_have_text(words.insecure[language])
    expect(page.locator(".transfer-open")).to_be_hidden()


@each_hostile_text
def test_an_import_shows_hostile_text_as_it_is(page: Page, typed: str):
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(case_page())
    put(page, {"place": "device", f"case:{ISSUE}:field:matter": "我的"})
    choose(page, case_file({f"case:{ISSUE}:field:matter": typed, f"case:{ISSUE}:log:x": json.dumps({"said": typed})}))
    expect(page.locator(".transfer-different td").last).to_have_text(typed.strip(), use_inner_text=False)
    page.locator(".transfer-all").click()
    expect(entries(section(page)).locator("summary")).to_have_text(typed)
    assert page.locator("my-case, case-transfer").locator("img, b, script").count() == 0


@pytest.mark.parametrize("record", ["{", "null", "5", "[]", '"x"', '{"when": 5, "said": 7, "promised": {}}',
                                    '{"when": {"local": 1}, "letter": "no-such", "promised": "x"}'])  # fmt: skip
def test_a_record_that_makes_no_sense_does_no_harm(page: Page, record: str):
    page.goto(case_page())
    put(page, {"place": "device", f"case:{ISSUE}:touched": "yesterday", f"case:{ISSUE}:log:x": record,
               f"case:{ISSUE}:file:{'x'}": record})  # fmt: skip
    case = section(page)
    log(case, said="之后")
    expect(entries(case).locator("summary", has_text="之后")).to_be_visible()
    assert "{" not in case.locator(".case-progress").inner_text()
    assert kept(page)[f"{PREFIX}case:{ISSUE}:log:x"] == record


@pytest.mark.parametrize("record", ["{}", '{"when": {"local": "soon"}}', '{"when": 5, "said": 7}'])
def test_a_letter_that_left_on_no_known_day_is_not_asked_about(page: Page, record: str):
    page.goto(case_page())
    left = {f"case:{ISSUE}:letter:first-complaint:left": record}
    put(page, {"place": "device", f"case:{ISSUE}:touched": day(0), **left})
    expect(section(page).locator(".case-progress")).not_to_be_empty()
    expect(section(page).locator(".case-left li")).to_have_count(0)


# Where it is kept --------------------------------------------------------------------------


@each_language
def test_where_things_are_kept_is_asked_once(page: Page, guide: Guide, language: Language):
    page.goto(case_page(language))
    question = page.locator("my-case ~ *, case-keep").locator(".keep-question")
    expect(question).to_be_visible()
    expect(page.locator(".keep-state")).to_have_text(guide.words.keep.in_tab[language])
    page.get_by_role("button", name=guide.words.keep.mine[language]).click()
    expect(question).to_be_hidden()
    expect(page.locator(".keep-state")).to_be_focused()
    expect(page.locator(".keep-state")).to_have_text(guide.words.keep.on_device[language])
    page.reload()
    expect(page.locator(".keep-state")).to_have_text(guide.words.keep.on_device[language])
    expect(question).to_be_hidden()
    expect(open_letter(page, language=language).locator(".keep-question")).to_be_hidden()


def test_before_the_choice_what_is_typed_stays_in_the_tab(page: Page):
    log(begin(page), said="一")
    on_device, in_tab = page.evaluate(OURS, FAMILY)
    assert set(on_device) == {f"{PREFIX}era"}, "no word of the reader’s"
    assert any(":log:" in key for key in in_tab)


def test_on_ones_own_device_everything_is_there_in_a_new_tab(page: Page, guide: Guide):
    tick(page, essential(guide))
    log(begin(page), said="一")
    page.locator(".keep-mine").click()
    assert set(page.evaluate(OURS, FAMILY)[1]) == set()
    fresh = page.context.new_page()
    fresh.goto(case_page("en"))
    expect(entries(section(fresh))).to_have_count(1)
    expect(fresh.locator(".keep-question")).to_be_hidden()


def test_what_another_tab_held_before_the_choice_is_not_lost(page: Page):
    log(begin(page), said="一")
    second = page.context.new_page()
    builder = open_letter(second)
    letter_field(builder, "matter").fill("另一边先写的")
    page.locator(".keep-mine").click()
    expect(letter_field(builder, "matter")).to_have_value("另一边先写的")
    expect(builder.locator(".keep-question")).to_be_hidden()
    assert second.evaluate(OURS, FAMILY)[1] == {}
    page.reload()
    assert kept(page)[f"{PREFIX}case:{ISSUE}:field:matter"] == "另一边先写的"


def test_two_tabs_type_in_one_case_at_once(page: Page, case: Locator):
    page.locator(".keep-mine").click()
    entry = log(case)
    logged(entry, "said").fill("零")
    second = page.context.new_page()
    second.goto(case_page())
    other = entries(section(second))
    other.locator("summary").click()
    logged(other, "who").focus()
    for one, two in zip("一二三四五", "甲乙丙丁戊", strict=True):
        logged(entry, "said").press_sequentially(one)
        logged(other, "who").press_sequentially(two)
    for side in (entry, other):
        expect(logged(side, "said")).to_have_value("零一二三四五")
        expect(logged(side, "who")).to_have_value("甲乙丙丁戊")
    page.reload()
    expect(entries(case).locator("summary")).to_contain_text("甲乙丙丁戊：零一二三四五")


def test_a_field_left_stale_in_one_tab_does_not_undo_the_other(page: Page, case: Locator):
    page.locator(".keep-mine").click()
    entry = log(case, said="旧")
    second = page.context.new_page()
    second.goto(case_page())
    other = entries(section(second))
    other.locator("summary").click()
    logged(other, "said").focus()
    logged(entry, "said").fill("新")
    expect(other.locator("summary")).to_contain_text("：新")
    logged(other, "who").fill("1024")
    expect(entry.locator("summary")).to_contain_text("1024：新")


# Erased ------------------------------------------------------------------------------------


def said_gone(guide: Guide, language: Language, erased: int) -> str:
    return guide.words.keep.erased[language].replace("{erased}", str(erased)).replace("{left}", "0")


@pytest.mark.parametrize("place", [".keep-mine", ".keep-shared", None])
def test_the_case_page_erases_everything_at_once_and_proves_it(page: Page, guide: Guide, place: str | None):
    fill_case(page, guide)
    count = len(kept(page)) + (place == ".keep-mine")  # What was said of the place is kept too.
    if place:
        page.locator(place).click()
    page.locator(".transfer-passphrase").fill("geheim")
    choose(page, case_file({"person:name": "李四"}), "geheim")
    expect(page.locator(".transfer-changes")).to_be_visible()
    case = section(page)
    entries(case).first.locator("summary").click()
    case.locator(".log-remove").click()
    expect(case.locator(".log-undo")).to_be_visible()
    page.locator(".keep-erase").click()
    expect(page.locator(".keep-said")).to_have_text(said_gone(guide, "zh", count - 1))
    assert kept(page) == {}
    expect(page.locator(".case").filter(visible=True)).to_have_count(0)
    expect(page.locator(".transfer-changes")).to_be_hidden()
    expect(page.locator(".transfer-passphrase")).to_have_value("")
    expect(page.locator(".keep-question")).to_be_visible()
    assert "王小明" not in page.locator("body").text_content()
    assert "李四" not in page.locator("body").text_content()
    page.locator(f"[data-begin={ISSUE}]").click()
    expect(case.locator(".log-undo")).to_be_hidden()


@each_language
def test_the_bar_of_an_issue_erases_everything_and_empties_the_page(page: Page, guide: Guide, language: Language):
    fill_case(page, guide)
    count = len(kept(page))
    builder = open_letter(page, language=language)
    way = ways(builder, "zh")
    way.locator(".way-more > summary").click()
    way.locator(".way-chat > summary").click()
    way.locator(".way-cut").click()
    expect(way.locator(".way-pieces")).to_contain_text("王小明")
    page.locator("case-bar .bar-erase").click()
    expect(page.locator("case-bar .bar-said")).to_have_text(said_gone(guide, language, count))
    assert kept(page) == {}
    expect(page.locator("input[data-item]:checked")).to_have_count(0)
    values = (
        page.locator("article")
        .locator("typed-field .field-value, textarea")
        .evaluate_all("(fields) => fields.map((field) => field.value).filter(Boolean)")
    )
    assert values == []
    assert "王小明" not in page.locator("body").text_content()
    known = {field.id for field in guide.fields if field.drawn_from in ("clock", "region", "rules", "today")}
    filled = paper(builder, "zh").locator(".filled").evaluate_all("(marks) => marks.map((mark) => mark.dataset.field)")
    assert set(filled) <= known
    expect(ways(builder, "en").locator(".letter-editor")).to_be_hidden()


def test_after_erasing_everything_no_tick_can_be_brought_back(page: Page, guide: Guide):
    tick(page, essential(guide))
    evidence = page.locator(".fold tick-list", has=page.locator(f"[data-item={essential(guide)[0]}]"))
    evidence.locator(".ticks-reset").click()
    expect(evidence.locator(".ticks-undo")).to_be_visible()
    page.locator("case-bar .bar-erase").click()
    expect(evidence.locator(".ticks-undo")).to_be_hidden()


def test_erasing_leaves_what_belongs_to_others(page: Page):
    begin(page)
    page.evaluate("localStorage.setItem('someone-else', 'x')")
    page.locator(".keep-erase").click()
    assert page.evaluate("Object.entries(localStorage)") == [["someone-else", "x"]]


# After half a year -------------------------------------------------------------------------


def old_case(days: int, **more: str) -> dict[str, str]:
    return {"place": "device", f"case:{ISSUE}:touched": day(days), f"case:{ISSUE}:field:matter": "未到账",
            "person:name": "王小明", "current": ISSUE, **more}  # fmt: skip


@each_language
@pytest.mark.parametrize("path", ["case/", f"issues/{ISSUE}/"])
def test_a_case_untouched_for_180_days_is_announced_with_a_day(page: Page, guide: Guide, language: Language, path: str):
    page.goto(start(language) + path)
    put(page, old_case(180))
    words = guide.words.case
    notice = page.locator("case-notice")
    expected = words.stale[language].replace("{issue}", guide.issue[ISSUE].title[language])
    expect(notice).to_contain_text(expected.replace("{date}", spoken(day(-7), language)))
    notice.get_by_role("button", name=words.stale_keep[language]).press("Enter")
    expect(notice).to_have_text(words.stale_kept[language].replace("{issue}", guide.issue[ISSUE].title[language]))
    expect(notice.locator("p")).to_be_focused()
    page.reload()
    expect(notice).to_be_hidden()
    assert kept(page)[f"{PREFIX}case:{ISSUE}:touched"] == day(0)


def test_a_case_untouched_for_179_days_is_let_be(page: Page):
    page.goto(case_page())
    put(page, old_case(179))
    expect(section(page)).to_be_visible()
    expect(page.locator("case-notice")).to_be_hidden()


def test_a_notice_that_is_ignored_for_seven_days_ends_the_case(page: Page, guide: Guide):
    page.goto(case_page())
    noticed = f"case:{ISSUE}:noticed"
    put(page, old_case(190, **{noticed: day(6)}))
    expect(page.locator("case-notice")).to_contain_text(spoken(day(-1)))
    expect(section(page)).to_be_visible()
    put(page, {noticed: day(7)})
    expect(page.locator("case-notice")).to_have_text(
        guide.words.case.stale_erased.zh.replace("{issue}", guide.issue[ISSUE].title.zh)
    )
    expect(section(page)).to_be_hidden()
    assert set(kept(page)) == {f"{PREFIX}place"}


def test_the_day_stays_the_same_however_often_the_page_is_opened(page: Page):
    page.clock.install(time=f"{day(0)}T04:00:00Z")
    page.goto(case_page())
    put(page, old_case(300))
    promised = page.locator("case-notice").inner_text()
    page.clock.set_system_time(f"{day(-5)}T04:00:00Z")
    page.reload()
    expect(page.locator("case-notice")).to_have_text(promised, use_inner_text=True)
    page.clock.set_system_time(f"{day(-7)}T04:00:00Z")
    page.reload()
    expect(section(page)).to_be_hidden()


def test_ticks_untouched_for_half_a_year_go_the_same_way(page: Page, guide: Guide):
    page.goto(case_page())
    put(page, {"tick:pay-only-once": "1", "ticks:touched": day(200)})
    expect(page.locator("case-notice")).to_contain_text(guide.words.case.ticks.zh)
    put(page, {"ticks:noticed": day(7)})
    expect(page.locator("case-notice")).to_contain_text(
        guide.words.case.stale_erased.zh.replace("{issue}", guide.words.case.ticks.zh)
    )
    assert kept(page) == {}


def test_ticks_from_before_days_were_noted_get_one(page: Page):
    page.goto(case_page())
    put(page, {"tick:pay-only-once": "1"})
    assert kept(page)[f"{PREFIX}ticks:touched"] == day(0)


# Storage that is not as it should be -------------------------------------------------------


@each_language
@pytest.mark.parametrize("path", ["case/", f"issues/{ISSUE}/"])
def test_what_a_newer_version_kept_is_told_and_left_alone(page: Page, guide: Guide, language: Language, path: str):
    page.goto(start(language) + path)
    newer = f"{FAMILY}v2:case"
    page.evaluate("(key) => localStorage.setItem(key, 'from tomorrow')", newer)
    page.reload()
    expect(page.locator("case-notice")).to_have_text(guide.words.case.newer[language])
    page.goto(case_page(language))
    log(begin(page, language=language), said="一")
    page.locator(".keep-mine").click()
    assert kept(page)[newer] == "from tomorrow"
    page.locator(".keep-erase").click()
    assert kept(page) == {}


@each_language
@pytest.mark.parametrize("fault", [STORAGE_REFUSED, STORAGE_FULL], ids=["blocked", "full"])
def test_where_nothing_can_be_kept_the_case_works_and_says_so(page: Page, guide: Guide, language: Language, fault: str):
    page.add_init_script(fault)
    case = begin(page, language=language)
    entry = log(case, said="一", promised=day(-3))
    expect(entry.locator("summary")).to_contain_text("一")
    expect(step(case)).to_contain_text(spoken(day(-3), language))
    expect(page.locator(".keep-state")).to_have_text(guide.words.keep.nowhere[language])
    expect(page.locator(".keep-question")).to_be_hidden()
    page.locator(".keep-erase").click()
    expect(case).to_be_hidden()


@pytest.mark.parametrize("value", ["constructor", "", "cloud", "null"])
def test_a_place_that_is_none_is_asked_for_again(page: Page, value: str):
    page.goto(case_page())
    put(page, {"place": value})
    expect(page.locator(".keep-question")).to_be_visible()
    log(begin(page), said="一")
    page.reload()
    expect(entries(section(page))).to_have_count(1)


def test_back_leads_to_a_case_that_knows_what_changed(page: Page, case: Locator):
    page.locator(".keep-mine").click()
    case.get_by_role("link", name="打开这一类的页面").click()
    show_letter(page)
    way = ways(page.locator("#letter-first-complaint"), "zh")
    way.locator(".way-sent").click()
    page.go_back()
    expect(entries(case)).to_have_count(1)
    log(case, said="回来之后")
    page.go_forward()
    page.go_back()
    expect(entries(case)).to_have_count(2)


# Keys, screens, no script ------------------------------------------------------------------


def test_the_themes_shortcuts_do_nothing_in_the_case(page: Page):
    page.goto(case_page())
    put(page, old_case(200), "sessionStorage")
    page.evaluate("(prefix) => sessionStorage.removeItem(`${prefix}place`)", PREFIX)
    page.reload()
    case = section(page)
    entry = log(case)
    page.evaluate(RECORD_LEAVING)
    for place in (
        page.locator("case-notice button"),
        page.locator(".keep-mine"),
        page.locator(".keep-erase"),
        page.locator("[data-begin]").filter(visible=True).first,
        case.locator(".log-add"),
        entry.locator("summary"),
        logged(entry, "channel"),
        logged(entry, "when"),
        page.locator(".transfer-export"),
        page.locator(".transfer-file"),
    ):
        for key in SHORTCUTS:
            place.press(key)
            expect(place, f"after {key}").to_be_focused()
    for place in (logged(entry, "said"), page.locator(".transfer-passphrase")):
        place.press_sequentially("npsf,./")
        expect(place).to_have_value("npsf,./")
    assert page.evaluate("left") == []
    expect(page.locator("#__search")).not_to_be_checked()


def test_the_themes_shortcuts_do_nothing_on_the_bar(page: Page):
    page.goto(f"issues/{ISSUE}/")
    page.evaluate(RECORD_LEAVING)
    for place in (page.locator(".bar-erase"), page.locator(".bar-link")):
        for key in SHORTCUTS:
            place.press(key)
            expect(place, f"after {key}").to_be_focused()
    assert page.evaluate("left") == []


@pytest.mark.parametrize("width", [390, 1400])
@each_language
def test_a_full_case_fits_the_screen(new_context: NewContext, guide: Guide, language: Language, width: int):
    page = new_context(viewport={"width": width, "height": 900}, timezone_id=ZONE).new_page()
    fill_case(page, guide)
    page.goto(case_page(language))
    put(page, {f"case:{ISSUE}:log:long": json.dumps({"said": "x" * 3000, "who": "y" * 300})}, "sessionStorage")
    choose(page, case_file({"person:name": "z" * 500, f"case:{ISSUE}:field:matter": "李四" * 99}))
    for fold in page.locator("my-case details").all():
        fold.evaluate("(fold) => { fold.open = true; }")
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    folded = entries(section(page)).first
    folded.evaluate("(fold) => { fold.open = false; }")
    assert folded.bounding_box()["height"] < 200
    narrow = [
        box
        for button in page.get_by_role("article").get_by_role("button").all()
        if button.is_visible() and (box := button.bounding_box())["height"] < 44
    ]
    assert narrow == []


@each_language
def test_without_javascript_the_case_page_leads_to_the_blank_forms(
    new_context: NewContext, guide: Guide, language: Language
):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(case_page(language))
    article = page.get_by_role("article")
    expect(article).to_contain_text(guide.words.case.needs_script[language], use_inner_text=True)
    links = article.locator(".case-needs-script a")
    expect(links).to_have_count(len(guide.issues))
    expect(article.get_by_role("button").filter(visible=True)).to_have_count(0)
    links.first.click()
    expect(page).to_have_url(f"{page.url.split('/paper')[0]}/paper/{ISSUE}/")


def test_with_javascript_nobody_is_told_that_it_is_missing(page: Page):
    page.goto(case_page())
    expect(page.locator(".case-needs-script")).to_be_hidden()


def test_the_whole_way_is_gone_by_keyboard(page: Page, guide: Guide):
    page.goto(f"issues/{ISSUE}/")
    tab_to(page, page.locator(".bar-link"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/case/#{ISSUE}")
    case = section(page)
    expect(case.locator(".log-add")).to_be_visible()
    tab_to(page, page.locator(".keep-mine"))
    page.keyboard.press("Enter")
    expect(page.locator(".keep-state")).to_be_focused()
    tab_to(page, case.locator(".log-add"))
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")  # The channel has the focus.
    page.keyboard.press("Tab")
    page.keyboard.type("1024")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("处理中")
    expect(entries(case).locator("summary")).to_contain_text("在线客服，1024：处理中")
    tab_to(page, case.locator(".log-remove"))
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # Bring it back has the focus.
    expect(entries(case)).to_have_count(1)
    reply = case.locator(".answers > details").filter(has_text=guide.replies[0].said.zh)
    tab_to(page, reply.locator("summary"))
    page.keyboard.press("Enter")
    tab_to(page, reply.locator("a").first)
    page.keyboard.press("Enter")
    page.wait_for_url("**/letters/?case=*")
    builder = page.locator(f"[data-letter={guide.replies[0].letters[0]}]")
    builder.locator(".letter-form").wait_for()
    tab_to(page, builder.locator("typed-field .field-value").first)
    page.keyboard.type("abc")
    expect(paper(builder, "zh").locator(".filled").first).to_be_visible()
    tab_to(page, builder.locator(".keep-erase"))
    page.keyboard.press("Enter")
    assert kept(page) == {}
