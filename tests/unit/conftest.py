"""A guide as small as can be, the marks by which a case says where its fault stands, and a project around it."""

from pathlib import Path

import pytest

from macros.checks.load import parse
from macros.model.guide import Guide
from macros.model.languages import WRITTEN

MARK = "▲"
PAGE = "---\ndescription: A page.\n---\n\n# Title { #title }\n\n"

# Every list that a case edits has a second entry, so that the list is not empty without the faulty one.
GUIDE = """\
# yaml-language-server: $schema=guide.schema.json
version: 2

words:
  guide: {zh: 指南, en: Guide}
  short_answer: {zh: 先看这句, en: In short}
  safety: {zh: 记住, en: Remember}
  see: {zh: "请看：{issue}", en: "Go to: {issue}"}
  source: {zh: 出处：, en: "Source: "}
  reading:
    official: {zh: "官方页面，{day}", en: "official page, {day}"}
    reported: {zh: "据{by}，{day}", en: "reported by {by}, {day}"}
    knowledge: {zh: "常识，{day}", en: "general knowledge, {day}"}
    read: {zh: "读于 {date}", en: "read on {date}"}
    noted: {zh: "记于 {date}", en: "noted on {date}"}
    counts:
      of: {zh: 地区或钱包, en: Region or wallet}
      all: {zh: 合计, en: In all}
      official: {zh: 官方, en: Official}
      reported: {zh: 转述, en: Reported}
      knowledge: {zh: 常识, en: Knowledge}
      read: {zh: 读于：, en: "Read on: "}
      noted: {zh: 记于：, en: "Noted on: "}
  phases:
    minutes: {zh: 几分钟内, en: Within minutes}
    today: {zh: 今天, en: Today}
    week: {zh: 本周, en: This week}
    evidence: {zh: 证据, en: Evidence}
    contact: {zh: 联系客服, en: Contact support}
    written: {zh: 书面投诉, en: Written complaint}
    follow_up: {zh: 跟进, en: Follow up}
  issue:
    danger: {zh: 先做这几步, en: Do this first}
  situation:
    minutes: {one: {zh: "{count} 分钟", en: "{count} minute"}, more: {zh: "{count} 分钟", en: "{count} minutes"}}
    open: {zh: 打开, en: Open it}
    now: {zh: 现在, en: Now}
    keep: {zh: 留好, en: Keep}
    all_evidence: {zh: 全部证据, en: All evidence}
    write: {zh: 写信, en: Write}
    write_minutes: {zh: 最多十分钟, en: Up to ten minutes}
    then: {zh: 接下来, en: Then}
    about: {zh: 怎么回事, en: What is going on}
    what: {zh: 原因, en: Cause}
    tell: {zh: 判断, en: How to tell}
    who: {zh: 找谁, en: Who acts}
    not_here: {zh: 不要, en: Not here}
    aside: {zh: 不太像, en: Not quite}
    none_of_these: {zh: 都不是, en: None of these}
    letter: {zh: "用 {letter}", en: "Use {letter}"}
    first_hour: {zh: 第一个小时, en: The first hour}
    beside: {zh: 还可以找, en: Also}
    next: {zh: 下一步, en: Who is next}
    print: {zh: 打印, en: Print}
  tick:
    progress: {zh: "已完成 {done} 项，共 {total} 项", en: "{done} of {total} done"}
    reset: {zh: 全部取消, en: Clear}
    cleared: {zh: "已取消 {count} 项", en: "Cleared: {count}"}
    undo: {zh: 撤销, en: Undo}
    restored: {zh: 已恢复, en: Restored}
    not_kept: {zh: 不会保留, en: Not kept}
    shared: {zh: 别人也用, en: Others too}
    essential: {zh: 必备, en: essential}
    nice: {zh: 加分, en: helpful}
  letter:
    use_when: {zh: 什么时候用, en: Use this when}
    not_when: {zh: 什么时候不用, en: Do not use it when}
    leave_out: {zh: 不要写, en: Leave out}
    subject: {zh: 主题：, en: "Subject: "}
    blank: {zh: "【{label}】", en: "[{label}]"}
    ending: {zh: "尾 {digits}", en: "ending {digits}"}
    optional: {zh: 用不上就删掉, en: Delete if it does not apply}
    version: {zh: 中文版, zh-Hant: 繁體版, en: In English}
    of_issue: {zh: "{issue}的信", en: "Letters: {issue}"}
    about: {zh: 能照着填的信, en: Letters to fill in}
    fits: {zh: 是不是这封, en: Does it fit}
    open: {zh: 打开这封信, en: Open this letter}
    fill_in: {zh: 填这封信, en: Fill in}
    fill_note: {zh: 边填边看, en: It changes as you type}
    case: {zh: 用于, en: It is about}
    show: {zh: 显示, en: Show}
    beside: {zh: "某某", en: "beside"}
    foreign: {zh: "某某", en: "foreign"}
    company: {zh: "某某 {company} {note}", en: "company {company} {note}"}
    change_company: {zh: "某某", en: "change company"}
    more_fields: {zh: "某某", en: "more fields"}
    edit: {zh: 自己改, en: Edit}
    edited: {zh: 您改过了, en: You edited it}
    rebuild: {zh: 回去, en: Go back}
    text: {zh: 全文, en: Full text}
  field:
    denied: {zh: "某某 {text}", en: "denied {text}"}
    guessed_region: {zh: "某某 {region}", en: "guessed region {region}"}
    nobody_known: {zh: "某某 {region}", en: "nobody known {region}"}
    cite_none: {zh: "某某", en: "cite none"}
    suggested: {zh: "某某 {text}", en: "suggested {text}"}
    means: {zh: "某某 {text}", en: "means {text}"}
    required: {zh: "某某", en: "required"}
    optional: {zh: "某某", en: "optional"}
    example: {zh: "某某 {example}", en: "example {example}"}
    drawn:
      contact-log: {zh: "某某", en: "contact log"}
      first-complaint: {zh: "某某", en: "first complaint"}
      last-promise: {zh: "某某", en: "last promise"}
      last-reference: {zh: "某某", en: "last reference"}
      domicile: {zh: "某某", en: "domicile"}
      difference: {zh: "某某", en: "difference"}
      rows: {zh: "某某", en: "rows"}
      evidence: {zh: "某某", en: "evidence"}
      provider: {zh: "某某", en: "provider"}
      region: {zh: "某某", en: "region"}
      rules: {zh: "某某", en: "rules"}
      situation: {zh: "某某", en: "situation"}
      transaction: {zh: "某某", en: "transaction"}
      clock: {zh: "某某", en: "clock"}
      today: {zh: "某某", en: "today"}
      wallet: {zh: "某某", en: "wallet"}
    numbered: {zh: "某某", en: "numbered"}
    amount: {zh: "某某", en: "amount"}
    currency: {zh: "某某", en: "currency"}
    now: {zh: "某某{text}", en: "now {text}"}
    reply_duty: {zh: "某某{text}", en: "duty {text}"}
    reply_since: {zh: "某某{date}{text}", en: "since {date} {text}"}
    reply_own: {zh: "某某{count}", en: "own {count}"}
    reply_short: {zh: "某某{count}", en: "short {count}"}
    by_domicile: {zh: "某某{city}", en: "by {city}"}
    write_body: {zh: "某某{text}", en: "write {text}"}
    other_letter: {zh: "某某{region}{letter}", en: "other {region} {letter}"}
    choose_currency: {zh: "某某", en: "choose currency"}
    likely_currencies: {zh: "某某", en: "likely"}
    all_currencies: {zh: "某某", en: "all"}
    which_currency: {zh: "某某", en: "which currency"}
    in_letter: {zh: "某某 {text}", en: "in the letter {text}"}
    unclear:
      words: {zh: "某某", en: "words"}
      negative: {zh: "某某", en: "negative"}
      several: {zh: "某某", en: "several"}
      rough: {zh: "某某", en: "rough"}
      either: {zh: "某某", en: "either"}
      currencies: {zh: "某某", en: "currencies"}
    account:
      label: {zh: "{wallet} {kinds}", en: "with {wallet} {kinds}"}
      help: {zh: "某某 {wallet}", en: "as with {wallet}"}
      bank_label: {zh: "某某", en: "charged"}
      bank_help: {zh: "某某 {wallet}", en: "to your bank, of {wallet}"}
      whole_card: {zh: "某某", en: "whole card"}
      shorten: {zh: "某某", en: "shorten"}
    other_sum: {zh: "某某 {sum} {typed}", en: "other sum {sum} {typed}"}
    moment: {zh: "某某", en: "moment"}
    zone: {zh: "某某", en: "zone"}
    choose: {zh: "某某", en: "choose"}
    row: {zh: "某某 {number}", en: "row {number}"}
    add_row: {zh: "某某", en: "add row"}
    remove_row: {zh: "某某 {number}", en: "remove row {number}"}
    not_saved: {zh: "某某", en: "not saved"}
    other_tab: {zh: "某某", en: "other tab"}
    emptied: {zh: "某某", en: "emptied"}
    take_other: {zh: "某某", en: "take other"}
    keep_mine: {zh: "某某", en: "keep mine"}
  ways:
    copy_mine: {zh: "某某", en: "copy mine"}
    copy_blank: {zh: "某某", en: "copy blank"}
    copied: {zh: "某某", en: "copied"}
    blank_copied: {zh: "某某", en: "blank copied"}
    copy_refused: {zh: "某某", en: "copy refused"}
    more: {zh: "某某", en: "more"}
    formatted: {zh: "某某", en: "formatted"}
    share: {zh: "某某", en: "share"}
    email: {zh: "某某", en: "email"}
    email_to: {zh: "某某", en: "email to"}
    email_long: {zh: "某某", en: "email long"}
    print: {zh: "某某", en: "print"}
    text_file: {zh: "某某", en: "text file"}
    word_file: {zh: "某某", en: "word file"}
    saved: {zh: "某某 {name}", en: "saved {name}"}
    paper_size: {zh: "某某", en: "paper size"}
    a4: {zh: "某某", en: "a4"}
    us_letter: {zh: "某某", en: "us letter"}
    chat: {zh: "某某", en: "chat"}
    chat_limit: {zh: "某某", en: "chat limit"}
    chat_too_small: {zh: "某某", en: "chat too small"}
    piece: {zh: "某某 {number} {total}", en: "piece {number} {total}"}
    copy_piece: {zh: "某某 {number}", en: "copy piece {number}"}
    boxes: {zh: "某某", en: "boxes"}
    boxes_note: {zh: "某某", en: "boxes note"}
    body: {zh: "某某", en: "body"}
    copy_box: {zh: "某某 {label}", en: "copy box {label}"}
    script: {zh: "某某", en: "script"}
    post: {zh: "某某", en: "post"}
    sender_address: {zh: "某某", en: "sender address"}
    firm_address: {zh: "某某", en: "firm address"}
    file_name: {zh: "某某 {code}", en: "file name {code}"}
    sent: {zh: "某某", en: "sent"}
    sent_on: {zh: "某某 {date}", en: "sent on {date}"}
    sent_again: {zh: "某某 {date}", en: "sent again {date}"}
    ask: {zh: "某某", en: "ask"}
    was_sent: {zh: "某某", en: "was sent"}
    ask_refused: {zh: "某某", en: "ask refused"}
    when: {zh: "某某", en: "when"}
    to_come: {zh: "某某", en: "to come"}
    not_yet: {zh: "某某", en: "not yet"}
    noted: {zh: "某某 {date}", en: "noted {date}"}
    not_kept: {zh: "某某 {date}", en: "not kept {date}"}
    asks: {zh: "某某 {date}", en: "asks {date}"}
    clock: {zh: "某某 {region}", en: "clock {region}"}
    undo: {zh: "某某", en: "undo"}
    undone: {zh: "某某", en: "undone"}
  guard:
    missing: {zh: "某某 {count}", en: "missing {count}"}
    anyway: {zh: "某某", en: "anyway"}
    currency: {zh: "某某", en: "currency"}
    sums: {zh: "某某", en: "sums"}
    leave_sums: {zh: "某某", en: "leave sums"}
    tongue: {zh: "某某", en: "tongue"}
    leave_tongue: {zh: "某某", en: "leave tongue"}
    risks: {zh: "某某", en: "risks"}
    shorten: {zh: "某某", en: "shorten"}
    checked: {zh: "某某", en: "checked"}
    must_go: {zh: "某某", en: "must go"}
    back: {zh: "某某", en: "back"}
    card: {zh: "某某", en: "card"}
    mainland-id: {zh: "某某", en: "mainland id"}
    id-number: {zh: "某某", en: "id number"}
    passport: {zh: "某某", en: "passport"}
    iban: {zh: "某某", en: "iban"}
    seed-phrase: {zh: "某某", en: "seed phrase"}
    one-time-code: {zh: "某某", en: "one time code"}
    password: {zh: "某某", en: "password"}
    cvv: {zh: "某某", en: "cvv"}
    secret-perhaps: {zh: "某某", en: "secret perhaps"}
    threat: {zh: "某某", en: "threat"}
    label: {zh: "某某", en: "label"}
  keep:
    question: {zh: "某某", en: "question"}
    note: {zh: "某某", en: "note"}
    mine: {zh: "某某", en: "mine"}
    shared: {zh: "某某", en: "shared"}
    on_device: {zh: "某某", en: "on device"}
    in_tab: {zh: "某某", en: "in tab"}
    in_page: {zh: "某某", en: "in page"}
    nowhere: {zh: "某某", en: "nowhere"}
    safari: {zh: "某某", en: "safari"}
    copy_asked: {zh: "某某 {date}", en: "copy asked {date}"}
    copy_behind: {zh: 某某, en: copy behind}
    copy: {zh: "某某", en: "copy"}
    copied: {zh: "某某 {name}", en: "copied {name}"}
    copy_too_big: {zh: "某某", en: "copy too big"}
    leave: {zh: "某某", en: "leave"}
    erase: {zh: "某某", en: "erase"}
    erased: {zh: "某某 {erased} {left}", en: "erased {erased} {left}"}
  page:
    edition: {zh: 简体版, zh-Hant: 繁體版, en: In English}
    share: {zh: 分享, en: Share}
    copied: {zh: 已复制, en: Copied}
    offline: {zh: "没有网络，{date}", en: "Offline, {date}"}
    not_come: {zh: 没有载入, en: Not loaded}
    anew: {zh: 重新载入, en: Load anew}
    not_begun: [{zh: 没有启动, en: Not started}]
  help:
    file: {zh: 没有, en: Nothing there}
    print: {zh: 没有打印, en: No print window}
    mail: {zh: 没有邮件, en: No mail}
    share: {zh: 没有反应, en: Nothing opened}
    ways: {zh: 还可以, en: Instead}
    share_file: {zh: 分享文件, en: Share the file}
    share_refused: {zh: 不能分享, en: Not shared}
    text: {zh: 文字, en: Text}
    case_text: {zh: 文件的文字, en: Text of the file}
    to: {zh: 收件人, en: To}
    copy: {zh: 复制, en: Copy}
    copied: {zh: 已复制, en: Copied}
    by_hand: {zh: 自己复制, en: By hand}
    browser: {zh: 用浏览器打开, en: Open in a browser}
    stays: {zh: 不会跟过去, en: It stays here}
    apps:
      wechat:
        iphone: {zh: 微信, en: WeChat}
        android: {zh: 微信, en: WeChat}
      line:
        iphone: {zh: LINE, en: LINE}
        android: {zh: LINE, en: LINE}
      facebook:
        iphone: {zh: Facebook, en: Facebook}
        android: {zh: Facebook, en: Facebook}
      other: {zh: 应用, en: App}
  folder:
    copied: {zh: "{date} 的副本", en: "Copy of {date}"}
    living: {zh: "最新：", en: "Newest: "}
    no_living: {zh: 没有地址, en: No address}
    limits_title: {zh: 做不到, en: Limits}
    limits: [{zh: 不能安装, en: Not installed}]
    offer: {zh: 带走, en: Take it}
    download: {zh: 下载, en: Download}
    open: {zh: 打开, en: Open}
    unzip: {zh: 解压, en: Unzip}
    phone: {zh: 手机, en: Phone}
  machines:
    address: {zh: "网页：{address}", en: "Page: {address}"}
    oldest: {zh: "最早核对于 {date}", en: "Earliest check: {date}"}
    summary: {zh: 讲投诉, en: About complaints}
    notes: [{zh: 不是法律意见, en: No legal advice}, {zh: 写明出处, en: Name the source}]
    data: {zh: 数据, en: Data}
    data_json: {zh: 全部数据, en: All of it}
    data_schema: {zh: 它的模式, en: Its schema}
    others: {zh: 另一种语言, en: The other language}
  case:
    title: {zh: "某某", en: "title"}
    needs_script: {zh: "某某", en: "needs script"}
    blank_forms: {zh: "某某 {issue}", en: "blank forms {issue}"}
    empty: {zh: "某某", en: "empty"}
    begin: {zh: "某某 {issue}", en: "begin {issue}"}
    under_way: {zh: "某某", en: "under way"}
    checked: {zh: "某某 {since} {date}", en: "checked {since} {date}"}
    minutes: {one: {zh: "{count} 分钟", en: "{count} minute"}, more: {zh: "{count} 分钟", en: "{count} minutes"}}
    progress: {zh: "某某 {done} {total}", en: "progress {done} {total}"}
    sent: {zh: "某某 {count}", en: "sent {count}"}
    contacts: {zh: "某某 {count}", en: "contacts {count}"}
    touched: {zh: "某某 {date}", en: "touched {date}"}
    open: {zh: "某某", en: "open"}
    next: {zh: "某某", en: "next"}
    left: {zh: "某某 {letter} {date}", en: "left {letter} {date}"}
    left_name: {zh: "某某", en: "left name"}
    left_day: {zh: "某某", en: "left day"}
    next_first: {zh: "某某", en: "next first"}
    next_contact: {zh: "某某", en: "next contact"}
    next_write: {zh: "某某", en: "next write"}
    next_wait: {zh: "某某 {date}", en: "next wait {date}"}
    next_undated: {zh: "某某", en: "next undated"}
    next_chase: {zh: "某某 {date}", en: "next chase {date}"}
    next_escalate: {zh: "某某 {date}", en: "next escalate {date}"}
    next_outside: {zh: "某某", en: "next outside"}
    dates: {zh: "某某", en: "dates"}
    no_dates: {zh: "某某", en: "no dates"}
    date_promised: {zh: "某某 {date}", en: "date promised {date}"}
    date_reply: {zh: "某某 {date} {letter}", en: "date reply {date} {letter}"}
    passed: {zh: "某某", en: "passed"}
    log: {zh: "某某", en: "log"}
    log_note: {zh: "某某", en: "log note"}
    log_add: {zh: "某某", en: "log add"}
    log_remove: {zh: "某某", en: "log remove"}
    log_removed: {zh: "某某", en: "log removed"}
    log_undo: {zh: "某某", en: "log undo"}
    log_blank: {zh: "某某", en: "log blank"}
    log_saved:
      device: {zh: "某某", en: "device"}
      tab: {zh: "某某", en: "tab"}
      page: {zh: "某某", en: "page"}
      nowhere: {zh: "某某", en: "nowhere"}
    evidence: {zh: "某某", en: "evidence"}
    evidence_note: {zh: "某某", en: "evidence note"}
    no_evidence: {zh: "某某", en: "no evidence"}
    choose_file: {zh: "某某 {evidence}", en: "choose file {evidence}"}
    fingerprint: {zh: "某某 {file} {sha256}", en: "fingerprint {file} {sha256}"}
    file_noted: {zh: "某某", en: "file noted"}
    file_dropped: {zh: "某某", en: "file dropped"}
    same_file: {zh: "某某", en: "same file"}
    other_file: {zh: "某某", en: "other file"}
    replace_file: {zh: "某某", en: "replace file"}
    drop_file: {zh: "某某", en: "drop file"}
    file_too_big: {zh: "某某", en: "file too big"}
    file_unreadable: {zh: "某某", en: "file unreadable"}
    file_insecure: {zh: "某某", en: "file insecure"}
    replies: {zh: "某某", en: "replies"}
    letters: {zh: "某某 {letter}", en: "letters {letter}"}
    drop: {zh: "某某", en: "drop"}
    drop_sure: {zh: "某某", en: "drop sure"}
    drop_yes: {zh: "某某", en: "drop yes"}
    drop_no: {zh: "某某", en: "drop no"}
    stale: {zh: "某某 {issue} {date}", en: "stale {issue} {date}"}
    stale_keep: {zh: "某某", en: "stale keep"}
    stale_kept: {zh: "某某 {issue}", en: "stale kept {issue}"}
    stale_erased: {zh: "某某 {issue}", en: "stale erased {issue}"}
    ticks: {zh: "某某", en: "ticks"}
    newer: {zh: "某某", en: "newer"}
    clock: {zh: "某某 {date}", en: "clock {date}"}
    unknown: {zh: "某某 {count}", en: "unknown {count}"}
  transfer:
    title: {zh: "某某", en: "title"}
    note: {zh: "某某", en: "note"}
    passphrase: {zh: "某某", en: "passphrase"}
    no_lock: {zh: "某某", en: "no lock"}
    export: {zh: "某某", en: "export"}
    exported: {zh: "某某 {name}", en: "exported {name}"}
    file_name: {zh: "某某 {date}", en: "file name {date}"}
    import: {zh: "某某", en: "import"}
    pasted: {zh: "某某", en: "pasted"}
    read: {zh: "某某", en: "read"}
    open: {zh: "某某", en: "open"}
    changes: {zh: "某某 {added} {changed} {same} {kept}", en: "changes {added} {changed} {same} {kept}"}
    here: {zh: "某某", en: "here"}
    there: {zh: "某某", en: "there"}
    aside: {zh: "某某", en: "aside"}
    take_new: {zh: "某某", en: "take new"}
    take_all: {zh: "某某", en: "take all"}
    cancel: {zh: "某某", en: "cancel"}
    done: {zh: "某某 {count}", en: "done {count}"}
    done_partly: {zh: "某某 {count} {lost}", en: "done partly {count} {lost}"}
    nothing: {zh: "某某", en: "nothing"}
    not-json: {zh: "某某", en: "not json"}
    not-utf8: {zh: "某某", en: "not utf8"}
    foreign: {zh: "某某", en: "foreign"}
    newer: {zh: "某某", en: "newer"}
    broken: {zh: "某某", en: "broken"}
    too-big: {zh: "某某", en: "too big"}
    too-many: {zh: "某某", en: "too many"}
    locked: {zh: "某某", en: "locked"}
    insecure: {zh: "某某", en: "insecure"}
    wrong-passphrase: {zh: "某某", en: "wrong passphrase"}
  pack:
    print: {zh: "某某", en: "print"}
    note: {zh: "某某", en: "note"}
    title: {zh: "某某", en: "title"}
    contents: {zh: "某某", en: "contents"}
    letter: {zh: "某某", en: "letter"}
    annexes: {zh: "某某", en: "annexes"}
    timeline: {zh: "某某", en: "timeline"}
    log: {zh: "某某", en: "log"}
    none: {zh: "某某", en: "none"}
    prepared: {zh: "某某 {date}", en: "prepared {date}"}
  log:
    line:
      when: {zh: "某某 {when} {channel}", en: "when {when} {channel}"}
      who: {zh: "某某 {who}", en: "who {who}"}
      reference: {zh: "某某 {reference}", en: "reference {reference}"}
      said: {zh: "某某 {said}", en: "said {said}"}
      sent: {zh: "某某 {said}", en: "sent {said}"}
      promised: {zh: "某某 {day}", en: "promised {day}"}
      asked: {zh: "某某 {day}", en: "asked {day}"}
      annex: {zh: "某某 {number} {name}", en: "annex {number} {name}"}
      file: {zh: "某某 {file} {sha256}", en: "file {file} {sha256}"}
  paper:
    log: {zh: 联系记录, en: Contact log}
    columns: [{zh: 哪天, en: Which day}, {zh: 哪个渠道, en: Which way}]
  region:
    first_hour: {zh: "某某 {region}", en: "first hour {region}"}
    counts: {zh: "某某 {region}", en: "counts {region}"}
    guessed: {zh: "某某 {region}", en: "guessed {region}"}
    confirm: {zh: "某某 {region}", en: "confirm {region}"}
    change: {zh: "某某", en: "change"}
    name: {zh: 地区, en: Region}
    all: {zh: 全部地区, en: All regions}
    wallets: {zh: 这里的钱包, en: Wallets here}
    go: {zh: 去看, en: Go there}
    first: {zh: 先找谁, en: Who first}
    next: {zh: 下一家, en: Next}
    provider_clock: {zh: 机构的期限, en: The provider’s time}
    reader_clock: {zh: 您的期限, en: Your time}
    you: {zh: 您, en: You}
    other_regions: {zh: 其他地区, en: Other regions}
    provider: {zh: 机构, en: The firm}
    one_of: {zh: 没有先后, en: In no order}
    ladder: {zh: 一级一级, en: Step by step}
    steps: {zh: 每一级, en: Each step}
    or: {zh: 或者, en: or}
    forms: {zh: 表格要什么, en: What forms ask for}
    more: {zh: 更多, en: More}
    register: {zh: 怎么查, en: Look it up}
    fraud: {zh: 第一个小时, en: The first hour}
    clocks: {zh: 两个期限, en: Two clocks}
    no_clocks: {zh: 没有期限, en: No clocks}
    others: {zh: 别的事, en: Other trouble}
    rights: {zh: 可以引用, en: Rules to cite}
    right: {zh: "{law}{article}", en: "{law}, {article}"}
    watch: {zh: 正在变化, en: What is changing}
    partial: {zh: 不全, en: Incomplete}
    site: {zh: 网站：, en: "Site: "}
    phone: {zh: 电话：, en: "Phone: "}
    phone_guard: {zh: 只用这个号码, en: Use only this number}
    mail: {zh: 电邮：, en: "E-mail: "}
    post: {zh: 邮寄：, en: "By post: "}
    takes: {zh: 受理：, en: "Takes: "}
    refuses: {zh: 不受理：, en: "Refuses: "}
    opens: {zh: 何时：, en: "When: "}
    amount: {zh: 金额：, en: "Amount: "}
    cost: {zh: 费用：, en: "Cost: "}
    binding: {zh: 约束力：, en: "Binding: "}
    to_know: {zh: 要知道：, en: "To know: "}
    forms_in: {zh: 语言：, en: "Language: "}
    no_wallets: {zh: 还没有读到, en: None read yet}
    write: {zh: 某某, en: "The letter for it: "}
    choose: {zh: 归哪里管, en: Which region}
    not_chosen: {zh: 没有选, en: None chosen}
    guess: {zh: 猜的, en: A guess}
    full: {zh: "{region}：全部", en: "{region}: everything"}
    listed: {zh: 各地区, en: Each region}
    elsewhere: {zh: 问监管机构, en: Ask the regulator}
    facts: {zh: "{region}（{count}）", en: "{region} ({count})"}
  clock:
    units:
      business-days:
        one: {zh: "{count} 个工作日", en: "{count} business day"}
        more: {zh: "{count} 个工作日", en: "{count} business days"}
      calendar-days: {one: {zh: "{count} 天", en: "{count} day"}, more: {zh: "{count} 天", en: "{count} days"}}
      days: {one: {zh: "{count} 天", en: "{count} day"}, more: {zh: "{count} 天", en: "{count} days"}}
      weeks: {one: {zh: "{count} 周", en: "{count} week"}, more: {zh: "{count} 周", en: "{count} weeks"}}
      months: {one: {zh: "{count} 个月", en: "{count} month"}, more: {zh: "{count} 个月", en: "{count} months"}}
      years: {one: {zh: "{count} 年", en: "{count} year"}, more: {zh: "{count} 年", en: "{count} years"}}
    up_to: {zh: "{length}，最长 {most}", en: "{length}, {most} at most"}
    usual: {zh: "通常 {length}", en: "usually {length}"}
    from: {zh: "{length}，{starts}", en: "{length} from {starts}"}
    for: {zh: "{what}：{length}", en: "{what}: {length}"}
    for_some: {zh: "{what}：{length}，限某些", en: "{what}: {length} for some"}
    none_else: {zh: 其他没写, en: Others none}
    for_several: {zh: "{what}：最早 {length}", en: "{what}: the earliest is {length}"}
    none: {zh: 没有写明, en: None named}
    at_once: {zh: 马上, en: at once}
    answer: {zh: 答复, en: To answer}
    act: {zh: 退款, en: To refund}
    opens: {zh: 可以去下一家, en: The next body opens}
    report: {zh: 报告, en: To report}
    escalate: {zh: 升级, en: To go on}
    appeal: {zh: 上诉, en: To appeal}
    troubles: {zh: 用于：, en: "In: "}
    any_trouble: {zh: 各种情况, en: every trouble}
    starts: {zh: 起算：, en: "From: "}
    applies: {zh: 适用：, en: "For: "}
    extends: {zh: 延长：, en: "Extends: "}
    missed: {zh: 过了：, en: "Passed: "}
    more: {zh: 延长, en: More time}
    under: {zh: "另有 {count}", en: "{count} others"}
    holidays: {zh: 假日：, en: "Holidays: "}
    which_day: {zh: "{starts}，哪天？", en: "{starts}: which day?"}
    or_day: {zh: "或者 {before}，哪天？", en: "or {before}: which day?"}
    careful: {zh: "谨慎：{said}", en: "Careful: {said}"}
    careful_why: {zh: "从 {date} 算起", en: "From {date}"}
    enter: {zh: 填日期, en: Enter a day}
    reckoning:
      provider: {zh: "机构：{date}", en: "Provider: {date}"}
      extended: {zh: "延长：{date}", en: "Extended: {date}"}
      door: {zh: "过了 {date}", en: "After {date}"}
      reader: {zh: "您：{date}", en: "You: {date}"}
      left: {zh: "还有 {count} 天", en: "Left: {count}"}
      passed: {zh: 过了, en: Passed}
      business_days: {zh: "{date} 起 {length}", en: "{length} from {date}"}
      calendar_days: {zh: "{date} 起 {length}", en: "{length} from {date}"}
      months: {zh: "{date} 起 {length}", en: "{length} from {date}"}
      month_end: {zh: 月底, en: Month end}
      left_out: {zh: "不算 {dates}", en: "Without {dates}"}
      weekends_only: {zh: 不算周末, en: Without weekends}
      made_up: {zh: "补班 {dates}", en: "Worked {dates}"}
      unknown_provider: {zh: "{year} 不知道", en: "{year} unknown"}
      unknown_reader: {zh: "{year} 不知道", en: "{year} unknown"}
      day_off_provider: {zh: "等到 {date}", en: "Wait until {date}"}
      day_off_reader: {zh: "在 {date} 前", en: "By {date}"}
      follows: {zh: "从 {date} 起", en: "From {date}"}
      between: {zh: 、, en: ", "}
    timeline: {zh: 时间线, en: Timeline}
    today: {zh: 今天, en: Today}
    promised: {zh: 答应的日子, en: Promised}
    asked: {zh: 信里的日子, en: Asked for}
    calendar: {zh: 放进日历, en: To the calendar}
    calendar_saved: {zh: 已存, en: Saved}
    event: {zh: "{what}（{region}）", en: "{what} ({region})"}
    reminder: {zh: "快到了：{what}", en: "Soon: {what}"}
  trouble:
    unauthorised: {zh: 被盗, en: theft}
    scam: {zh: 被骗, en: scams}
    mistake: {zh: 转错, en: mistakes}
    missing: {zh: 未到, en: missing money}
    charge: {zh: 扣错, en: charges}
    restriction: {zh: 限制, en: limits}
    identity: {zh: 冒名, en: identity}
    service: {zh: 服务, en: service}
  search:
    ask: {zh: "某某", en: "ask"}
    example: {zh: "某某", en: "example"}
    also: {zh: "某某", en: "also"}
    none: {zh: "某某", en: "none"}
    how: {zh: "某某", en: "how"}
    issue: {zh: "某某", en: "issue"}
    wallet: {zh: "某某", en: "wallet"}
    region: {zh: "某某", en: "region"}
    body: {zh: "某某", en: "body"}
    letter: {zh: "某某", en: "letter"}
    term: {zh: "某某", en: "term"}
    opens_for: {zh: "某某 {names}", en: "opens for {names}"}
    none_of_these: {zh: 都不是, en: None of these}
    count: {zh: "{count} 条", en: "{count} found"}
    wait: {zh: 等等, en: Wait}
    home_left: {zh: 看下面, en: See below}
    box_left: {zh: 按字词找, en: By words}
  provider:
    freeze_call: {zh: "某某", en: "freeze call"}
    freeze_ask: {zh: "某某", en: "freeze ask"}
    freeze_none: {zh: "某某", en: "freeze none"}
    freeze_bank: {zh: "某某", en: "freeze bank"}
    between: {zh: 、, en: ", "}
    find: {zh: 名字, en: Name}
    find_note: {zh: 旧名也行, en: Old names too}
    region: {zh: 地区, en: Region}
    all_regions: {zh: 全部, en: All}
    found: {zh: "{count} 个", en: "{count} found"}
    none: {zh: 没有, en: None}
    also: {zh: 也叫：, en: "Also: "}
    site: {zh: 网站：, en: "Site: "}
    accounts: {zh: 账户：, en: "Found by: "}
    guard: {zh: 不用搜来的号码, en: No number from a search}
    freeze: {zh: 先冻结, en: Freeze first}
    entity: {zh: 公司, en: Company}
    domicile: {zh: 住所地, en: Seat}
    note: {zh: 核对：, en: "Check: "}
    licence: {zh: 牌照, en: Licence}
    supervisor: {zh: 监管, en: Supervisor}
    as_above: {zh: 见上, en: As above}
    elsewhere_too: {zh: 别处：, en: "In others: "}
    how_to_find: {zh: 怎样查, en: How to find it}
    channels: {zh: 投诉, en: Complain}
    times_of: {zh: "{wallet}：期限", en: "{wallet}: times"}
    times: {zh: 期限, en: Times}
    promise: {zh: 承诺, en: Promise}
    balance: {zh: 余额, en: Balance}
    not_for: {zh: 不管, en: Not for}
    watch: {zh: 提防, en: Beware}
    elsewhere: {zh: 别处：, en: "Elsewhere: "}
    kinds:
      app: {zh: 应用, en: App}
      phone: {zh: 电话, en: Phone}
      email: {zh: 电邮, en: E-mail}
      form: {zh: 表格, en: Form}
      page: {zh: 网页, en: Page}
      chat: {zh: 聊天, en: Chat}
      post: {zh: 信, en: Post}
      counter: {zh: 柜台, en: Counter}
    not_known: {zh: 不知道，看条款, en: Not known; see the terms}
    others_not_known: {zh: "不知道：{what}", en: "Not known: {what}"}
    copy: {zh: 复制, en: Copy}
    copied: {zh: 已复制, en: Copied}
    copy_refused: {zh: 没能复制, en: Not copied}
    report: {zh: 变了, en: It changed}
    report_title: {zh: "变了：{region}", en: "Changed: {region}"}
    report_body: {zh: "哪个？在哪里&何时", en: "Which? Where & when"}
    freeze_left: {zh: 看上面的链接, en: See the link above}
    directory: {zh: 全部钱包, en: All wallets}
    choose: {zh: 哪个钱包, en: Which wallet}
    not_chosen: {zh: 没选, en: Not chosen}
    several: {zh: 几处, en: Several}
    not_listed: {zh: 没有, en: Not listed}
    which_region: {zh: 哪个地区, en: Which region}
    region_not_listed: {zh: 别处, en: Another}
    chosen: {zh: "看{provider}", en: "See {provider}"}
    register: {zh: "查{region}", en: "Look up {region}"}
  change:
    kinds: {mended: {zh: 更正, en: Corrected}, changed: {zh: 有变, en: Changed}}
    since:
      mended: {zh: "某某 {since} {day}", en: "stood from {since}, mended on {day}"}
      mended_at_once: {zh: "某某 {day}", en: "stood and was mended on {day}"}
      changed: {zh: "某某 {since} {day}", en: "holds from {since}, told on {day}"}
    before: {zh: 以前, en: Before}
    now: {zh: 现在, en: Now}
    affected: {zh: 跟谁有关, en: About whom}
    concerns: {zh: 页面：, en: "Pages: "}
    feed_title: {zh: 更正, en: Corrections}
    feed_about: {zh: 写错过什么, en: What was wrong}
    last_visit:
      mended: {zh: "某某 {date}", en: "mended since {date}: "}
      changed: {zh: "某某 {date}", en: "changed since {date}: "}
    more: {zh: "某某 {count}", en: "and {count} more"}
    seen: {zh: 知道了, en: Got it}

safety:
  - {zh: 不要给验证码, en: Never give a code}
  - {zh: 不要付手续费, en: Never pay a fee}

issues:
  - id: lost
    title: {zh: 钱没到, en: Not arrived}
    icon: "M4 4h16"
    answer: {zh: 先查状态, en: Check the status}
    searched: {zh: [钱没到], en: [missing]}
    danger: [{zh: 先撤回, en: Cancel it}]
    do_not: [{zh: 不要催, en: No chasing}, {zh: 不要慌, en: No panic}, {zh: 不要骂, en: No insults}]
    situations:
      - id: still-moving
        sign: {zh: 还在处理, en: Still moving}
        typed: {zh: [处理中], en: [processing]}
        matter: {zh: 未到账, en: not arrived}
        trouble: missing
        pressed_pay: me
        first:
          - {use: check-status}
          - {id: ask-for-a-trace, text: {zh: 请求追查, en: Ask for a trace}}
          - {use: get-receipt}
        what: {zh: 节假日, en: A holiday}
        who: {zh: 付款机构, en: The sender’s firm}
        tell: {zh: 看状态页, en: See the status page}
        not_here: [{text: {zh: 不要说被盗, en: Do not say stolen}, item: say-not-me}]
        evidence: [{use: receipt}]
        letters: [first]
        aside: [tricked]
        was: [still-going]
      - id: tricked
        sign: {zh: 我被骗了, en: I was tricked}
        typed: {zh: [被骗], en: [scam]}
        matter: {zh: 被骗付款, en: a scam payment}
        trouble: scam
        pressed_pay: me
        first_hour: true
        like: still-moving
        what: {zh: 骗局, en: A scam}
        who: {zh: 骗子, en: The scammer}
        tell: {zh: 是您付的, en: You paid}
    never_say: [{zh: 我要曝光, en: I will post it}]
    letters: [first, chase]
    checklist:
      minutes:
        - {id: stop-paying, text: {zh: 别再付, en: Do not pay again}}
        - id: check-status
          text: {zh: 查状态, en: Look at the status}
          why: {zh: 各有去处, en: Each has its own place}
      today: [{id: get-receipt, text: {zh: 下载回执, en: Get the receipt}}]
      week: [{id: warn-others, text: {zh: 告诉对方, en: Warn the others}}]
      evidence:
        - {id: receipt, need: essential, text: {zh: 回执, en: The receipt}, why: {zh: 从它开始, en: It starts here}}
        - id: chats
          need: nice
          text: {zh: 聊天记录, en: The chats}
          exhibit: {zh: 与收款人的聊天记录, en: Messages with the payee}
          why: {zh: 可以佐证, en: They support it}
      contact:
        - {id: ask-number, text: {zh: 要编号, en: Ask for a number}}
        - {id: say-not-me, disowns: true, text: {zh: 说不是我, en: Say it was not me}}
      written: [{id: one-page, text: {zh: 一页以内, en: One page}}]
      follow_up: [{id: keep-date, text: {zh: 记住日期, en: Keep the date}}]
  - id: slow
    title: {zh: 客服不回, en: No answer}
    icon: "M4 20h16"
    answer: {zh: 变成投诉, en: Make it a complaint}
    searched: {zh: [没人理], en: [ignored]}
    danger: [{zh: 先核对, en: Check first}]
    do_not: [{zh: 不要吵, en: No shouting}, {zh: 不要等, en: No waiting}, {zh: 不要搜, en: No searching}]
    situations:
      - id: only-a-bot
        sign: {zh: 只有机器人, en: Only a bot}
        typed: {zh: [机器人], en: [bot]}
        matter: {zh: 没有答复, en: no answer}
        trouble: service
        clocks: []
        pressed_pay: nobody
        first: [{use: check-status}, {use: ask-number}, {use: keep-date}]
        what: {zh: 没人接, en: Nobody took it}
        who: {zh: 钱包公司, en: The wallet’s firm}
        tell: {zh: 没有编号, en: There is no number}
        not_here: [{text: {zh: 不要吵, en: No shouting}}]
        evidence: [{use: receipt}]
        no_letter: {zh: 先问清楚, en: Ask first}
      - {use: still-moving, was: [waiting]}
    never_say: [{zh: 你们是骗子, en: You are crooks}]
    letters: [chase]
    checklist:
      minutes: [{use: stop-paying}, {id: real-channel, text: {zh: 核对渠道, en: Check it}, see: lost}]
      today: [{use: get-receipt}]
      week: [{use: warn-others}]
      evidence: [{use: receipt}]
      contact: [{use: ask-number}]
      written: [{use: one-page}]
      follow_up: [{use: keep-date}]

groups:
  - id: money-gone
    sign: {zh: 钱不见了, en: Money is gone}
    situations: [still-moving, only-a-bot]
    none_of_these: lost
    was: [money-missing]

traditional:
  words: {账户: 帳戶}

glossary:
  - {id: recall, term: {zh: 追回, en: recall}, meaning: {zh: 请求退回误转的钱, en: Asking for money back},
     forms: {zh: [追回, 追款]}}

page_groups:
  - {id: all, title: {zh: 问题, en: Problems}, pages: [issues/lost, issues/slow]}

fields:
  - {id: amount, type: money, label: {zh: 金额, en: amount}}
  - {id: story, type: lines, label: {zh: 经过, en: what happened}}
  - id: remedy
    type: choice
    label: {zh: 请求, en: remedy}
    choices: [{id: refund, label: {zh: 退款, en: a refund}}, {id: trace, label: {zh: 追查, en: a trace}}]
  - id: payments
    type: table
    label: {zh: 逐笔, en: each payment}
    columns: [{id: day, type: date, label: {zh: 日期, en: day}}, {id: sum, type: money, label: {zh: 金额, en: sum}}]
    row: {zh: "{day}｜{sum}", en: "{day}; {sum}"}

contact_fields:
  - {id: when, type: datetime, label: {zh: 什么时候, en: when}}
  - id: channel
    type: choice
    label: {zh: 渠道, en: channel}
    choices: [{id: phone, label: {zh: 电话, en: phone}}]

replies:
  - {id: no-answer, said: {zh: 没有答复, en: No answer}, do: {zh: 催办, en: Chase it}, letters: [chase, first]}

zones:
  - {id: Asia/Shanghai, label: {zh: 北京时间, en: Beijing time}}

wording:
  threat: {zh: [曝光], en: [expose you]}
  label: {zh: [黑心], en: [crooks]}

phone_script:
  - text: {zh: 我要投诉, en: I want to complain}
  - text: {zh: "金额 {amount}", en: "The amount is {amount}"}

frame:
  zh: {above: [{kind: sender, text: "来自 {amount}"}, subject], below: [{kind: close, text: 此致}]}
  en: {above: [{kind: sender, text: "From {amount}"}, subject], below: [{kind: close, text: Yours}]}

letters:
  - id: first
    code: L1
    rung: escalate
    to: story
    title: {zh: 首次投诉, en: First complaint}
    use_when: {zh: 没有解决, en: It is not solved}
    not_when: {zh: 钱还在走, en: Money is leaving}
    leave_out: {zh: 猜测, en: Guesses}
    subject: {zh: "投诉：{amount}", en: "Complaint: {amount}"}
    parts:
      - text: {zh: "经过：{story}", en: "It went so: {story}"}
      - optional: true
        text: {zh: "请求：{remedy}", en: "I ask for {remedy}"}
  - id: chase
    code: L2
    rung: chase
    title: {zh: 催办, en: Follow-up}
    use_when: {zh: 过了日期, en: The date has passed}
    not_when: {zh: 还没到期, en: It is not due}
    leave_out: {zh: 指责, en: Blame}
    subject: {zh: 催办, en: Reminder}
    parts:
      - text: {zh: 请答复, en: Please answer}

shared_sources:
  - {id: law, title: {zh: 条例全文, en: The Act in full}, url: "https://law.example/act"}

regions:
  - id: home
    name: {zh: 本地, en: Home}
    first: {source: law, checked: 2026-11-22, text: {zh: 先找机构, en: Go to the firm first}}
    register: {site: "https://register.example/", source: law, checked: 2026-11-22, text: {zh: 按全名查, en: Search it}}
    first_hour: [{source: law, checked: 2026-11-22, text: {zh: 先冻结, en: Freeze it first}}]
    holidays: {country: GB, subdivision: ENG, until: 2027}
    no_deadline: {source: law, checked: 2026-11-22, text: {zh: 没有写明, en: It names none}}
    deadlines:
      - id: home-court
        purpose: escalate
        count: 3
        unit: months
        event: final-response
        source: law
        checked: 2026-11-22
        starts: {zh: 收到答复, en: The answer comes}
        text: {zh: 三个月内起诉, en: Sue within three months}
        missed: {zh: 问律师, en: Ask a lawyer}
    bodies:
      - id: home-bank
        role: escalate
        name: {zh: 监管行, en: The regulator}
        site: https://www.bank.example/
        phone: {number: "123 63", source: law, checked: 2026-11-22}
        takes: {source: law, checked: 2026-11-22, text: {zh: 投诉, en: Complaints}}
        cost: {source: law, checked: 2026-11-22, text: {zh: 免费, en: Free}}
      - id: home-court-office
        role: escalate
        name: {zh: 法院, en: The court}
        site: https://court.example/
        takes: {source: law, checked: 2026-11-22, text: {zh: 诉讼, en: Lawsuits}}
    rights:
      - {id: home-refund, source: law, checked: 2026-11-22, law: {zh: 条例, en: The Act},
         article: {zh: 第三条, en: article 3}, text: {zh: 应当退款, en: It must refund},
         cite: {zh: 条例第三条规定应当退款。, en: Article 3 of the Act requires a refund.},
         letters: [first], troubles: [missing]}
    watch:
      - {source: law, checked: 2026-11-22, text: {zh: 将要修改, en: It will change}}
  - id: away
    name: {zh: 外地, en: Away}
    first: {source: code, checked: 2025-01-05, text: {zh: 书面投诉, en: Complain in writing}}
    first_hour: [{source: code, checked: 2025-01-05, text: {zh: 先报警, en: Call the police}}]
    holidays: {country: CN, until: 2026}
    deadlines:
      - {id: away-answer, purpose: answer, count: 15, unit: business-days, event: complaint, source: code,
         checked: 2025-01-05, starts: {zh: 收到投诉, en: The complaint arrives},
         text: {zh: 十五天答复, en: It answers in fifteen days}, missed: {zh: 去申诉, en: Appeal}}
    bodies:
      - id: away-office
        role: escalate
        name: {zh: 申诉专员, en: The ombudsman}
        site: https://office.example/
        takes: {source: code, checked: 2025-01-05, text: {zh: 申诉, en: Appeals}}
    sources:
      - {id: code, title: {zh: 守则, en: The Code}, url: "https://code.example/"}

changes:
  - id: home-three-months
    day: 2026-11-26
    kind: mended
    since: 2026-11-22
    title: {zh: 三个月, en: Three months}
    before: {zh: 没有期限, en: No limit}
    now: {zh: 三个月, en: Within three months}
    affected: {zh: 起诉的人, en: Whoever sues}
    concerns: {regions: [home]}
    sources: [{source: law, checked: 2026-11-25}]
  - id: new-form
    day: 2026-11-25
    kind: changed
    since: 2026-12-01
    title: {zh: 新表格, en: A new form}
    before: {zh: 旧表格, en: The old form}
    now: {zh: 新表格, en: "The new form & more"}
    affected: {zh: 写信的人, en: Whoever writes}
    concerns: {letters: [first]}

account_kinds:
  - {id: phone, autocomplete: tel, inputmode: tel, name: {zh: 手机号, en: phone number}}
  - {id: login, name: {zh: 登录名, en: login name}}

providers:
  - id: purse
    name: {zh: 小钱包, en: Purse}
    names: [小錢包, Old Purse]
    site: https://purse.example/
    accounts:
      - {kinds: [login, phone], source: law, checked: 2026-11-22}
    elsewhere: {source: law, checked: 2026-11-22, text: {zh: 看协议, en: See the terms}}
    regions:
      - region: home
        entity: {source: law, checked: 2026-11-22, name: {zh: 钱包公司, en: Purse Ltd}, note: {zh: 照抄, en: Copy it}}
        licence: {source: law, checked: 2026-11-22, text: {zh: 支付机构, en: A payment firm}}
        supervisor: home-bank
        freeze:
          - {kind: app, source: law, checked: 2026-11-22, text: {zh: 先挂失, en: Report the loss}}
        channels:
          - {kind: phone, phone: "1 (234) 56-78", source: law, checked: 2026-11-22, text: {zh: 热线, en: The hotline}}
          - {kind: email, email: desk@purse.example, source: oral, checked: 2026-11-22, text: {zh: 信箱, en: The desk}}
        times: [{source: law, checked: 2026-11-22, text: {zh: 三天答复, en: It answers in three days}}]
        watch: [{source: law, checked: 2026-11-22, text: {zh: 有假短信, en: Fake messages}}]
    sources:
      - {id: oral, title: {zh: 应用里, en: In the app}}
  - id: pouch
    name: {zh: 口袋, en: Pouch}
    regions: [{region: home}]
"""


def edit(text: str, *edits: tuple[str, str]) -> str:
    """`text` with each old words, which must stand there once, replaced by the new ones."""
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return text


def unmark(text: str) -> tuple[str, list[str]]:
    """`text` without its marks, and where each of them stood, as `line:column`."""
    plain, *rest = text.split(MARK)
    places = []
    for piece in rest:
        line, column = plain.count("\n") + 1, len(plain) - plain.rfind("\n")
        places.append(f"{line}:{column}")
        plain += piece
    return plain, places


@pytest.fixture(scope="session")
def small() -> Guide:
    """The minimal guide, read."""
    reading = parse(GUIDE, "guide.yml")
    assert not reading.faults, "\n".join(map(str, reading.faults))
    return reading.guide


@pytest.fixture
def small_project(tmp_path: Path) -> Path:
    """The minimal guide with the pages of its issues and regions, on disk."""
    for language in WRITTEN:
        for name in ("issues/lost", "issues/slow", "where/home", "where/away"):
            page = tmp_path / f"docs/{language}/{name}.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(PAGE, "utf-8")
    (tmp_path / "docs/guide.yml").write_text(GUIDE, "utf-8")
    return tmp_path
