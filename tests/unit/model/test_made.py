"""made.py: Traditional Chinese made of the Simplified: what readers in Hong Kong, Macau and Taiwan would write."""

import pytest

from macros.checks.load import parse
from macros.model.guide import Guide
from macros.model.made import is_written
from tests.unit.conftest import GUIDE as SMALL
from tools.traditional import CAME_OUT, came_out, prose

TRAPS = [
    # One Simplified character for several words.
    ("最后一天之后，皇后大道", "最後一天之後，皇后大道"),
    ("发信、发现，去理发店，头发", "發信、發現，去理髮店，頭髮"),
    ("找发卡行", "找發卡行"),
    ("卡里的钱在哪里，两公里", "卡裡的錢在哪裡，兩公里"),
    ("余额不足，其余退回", "餘額不足，其餘退回"),
    ("只有一只", "只有一隻"),
    ("若干天，干净，是谁干的", "若干天，乾淨，是誰幹的"),
    ("恢复、复制、反复、复杂、答复", "恢復、複製、反覆、複雜、答覆"),
    ("制度、限制、复制品", "制度、限制、複製品"),
    ("系统、关系、联系", "系統、關係、聯絡"),
    ("征信、象征", "徵信、象徵"),
    ("本周、周末、周旋", "本週、週末、周旋"),
    ("了解您说了什么", "了解您說了什麼"),
    ("准备好，以此为准，批准，不准公开", "準備好，以此為準，批准，不准公開"),
    ("几分钟，一个钟头", "幾分鐘，一個鐘頭"),
    ("委托、托管、信托", "委託、託管、信託"),
    ("放松、松开", "放鬆、鬆開"),
    ("仅限本人", "僅限本人"),
    ("扣划、划走、划算", "扣劃、劃走、划算"),
    ("签字、签收、标签", "簽字、簽收、標籤"),
    ("书面答复、见面、面条", "書面答覆、見面、麵條"),
    ("借口、借款", "藉口、借款"),
    ("佣金、女佣", "佣金、女傭"),
    ("台湾的平台，中国台湾", "台灣的平台，台灣"),
    ("冲正", "沖正"),
    ("日历日、来历", "日曆日、來歷"),
    ("尽快、尽力", "儘快、盡力"),
    ("并且合并", "並且合併"),
    ("注册、注意", "註冊、注意"),
    ("汇款、汇丰银行", "匯款、滙豐銀行"),
    ("书面说明扣款依据；不明扣款", "書面說明扣款依據；不明扣款"),
    ("没有回音", "沒有回音"),
    # Words of the trade.
    ("账户、账号、账单、转账、对账", "帳戶、帳號、帳單、轉帳、對帳"),
    ("数字钱包，数字人民币", "電子錢包，數字人民幣"),
    ("短信验证码", "簡訊驗證碼"),
    ("屏幕截图，录屏", "螢幕截圖，螢幕錄影"),
    ("工单编号", "案件編號"),
    ("提现失败，充值没到", "提款失敗，儲值沒到"),
    ("登录应用，点击链接", "登入應用程式，點擊連結"),
    ("证明文件；存成文件；把文件存好", "證明文件；存成檔案；把檔案存好"),
    ("个人信息、身份信息", "個人資料、身份資料"),
    ("投诉程序；小程序", "投訴程序；小程式"),
    ("提示不支持；法院可能不再支持您", "提示不支援；法院可能不再支持您"),
    # Marks, and what is no Chinese.
    ("写上“投诉”", "寫上「投訴」"),
    (
        "致：{to}，见 [信](letters.md#first-complaint)。{ #evidence .fold }",
        "致：{to}，見 [信](letters.md#first-complaint)。{ #evidence .fold }",
    ),
    ('{{ checklist("slow-support", "today") }}', '{{ checklist("slow-support", "today") }}'),
    # Names.
    ("向中国人民银行投诉", "向中國人民銀行投訴"),
    ("贝宝 PayPal 的客服", "PayPal 的客服"),
    ("株式会社メルペイ", "株式会社メルペイ"),
]


@pytest.mark.parametrize(("simplified", "traditional"), TRAPS, ids=[simplified for simplified, _ in TRAPS])
def test_a_text_is_written_as_its_readers_write_it(guide: Guide, simplified: str, traditional: str):
    assert guide.traditional.of(simplified) == traditional


def test_what_a_table_says_twice_over_wins_by_length(guide: Guide):
    words = guide.traditional.words
    assert guide.traditional.of("视频") == words["视频"]
    assert guide.traditional.of("短视频") == words["短视频"]


def test_every_text_of_the_data_is_there_in_the_made_language(guide: Guide):
    for letter in guide.letters:
        assert letter.subject["zh-Hant"]
        assert all(part.text["zh-Hant"] for part in letter.parts)
        assert len(letter.paragraphs(guide.frame["zh-Hant"], "zh-Hant")) == len(
            letter.paragraphs(guide.frame["zh"], "zh")
        )
    assert guide.issue["slow-support"].searched["zh-Hant"]


def test_fields_and_blanks_of_a_letter_are_the_same_in_the_made_language(guide: Guide):
    for letter in guide.letters:
        for part in letter.parts:
            assert part.text["zh-Hant"].count("{") == part.text["zh"].count("{")


def test_companies_and_laws_of_the_mainland_keep_their_own_script(guide: Guide):
    alipay = next(each for each in guide.provider["alipay"].regions if each.region == "cn").entity.name
    assert alipay["zh-Hant"] == alipay["zh"]
    for right in guide.region["cn"].rights:
        assert right.law["zh-Hant"] == right.law["zh"]
        assert not right.cite or right.law["zh"] in right.cite["zh-Hant"]


def test_companies_and_laws_of_hong_kong_and_taiwan_are_in_theirs(guide: Guide):
    for region in ("hk", "mo", "tw"):
        for right in guide.region[region].rights:
            assert not is_written(right.law["zh-Hant"], "Hans")
        for _, presence in guide.wallets_in(region):
            assert not presence.entity or not is_written(presence.entity.name["zh-Hant"], "Hans")


def test_menus_of_mainland_apps_stay_as_the_app_shows_them(guide: Guide):
    (freeze,) = (way for presence in guide.provider["alipay"].regions for way in presence.freeze if way.kind == "app")
    menu = "我的 → 设置 → 账号与安全 → 安全中心 → 挂失账号 → 立即挂失"
    assert menu in freeze.text["zh"]
    assert menu in freeze.text["zh-Hant"]


def test_letters_go_in_the_script_that_is_read_there(guide: Guide):
    reads = {id: guide.region[id].reads for id in ("cn", "hk", "mo", "tw", "sg")}
    assert reads == {"cn": "zh", "hk": "zh-Hant", "mo": "zh-Hant", "tw": "zh-Hant", "sg": "en"}


def test_what_an_author_writes_for_the_made_language_stays():
    said = "guide: {zh: 指南, en: Guide}"
    assert said in SMALL
    own = parse(SMALL.replace(said, "guide: {zh: 指南, zh-Hant: 手冊, en: Guide}"), "guide.yml").guide
    assert own.words.guide["zh-Hant"] == "手冊"


def test_a_fault_of_a_text_is_told_once_and_where_it_was_written():
    said = "guide: {zh: 指南, en: Guide}"
    (fault,) = parse(SMALL.replace(said, "guide: {zh: 5, en: Guide}"), "guide.yml").faults
    assert fault.where == "words.guide.zh"


def test_what_came_out_is_what_was_read(guide: Guide):
    now = came_out(guide, prose())
    assert CAME_OUT.read_text("utf-8") == now, "they have changed: `make traditional`, and read the diff"
