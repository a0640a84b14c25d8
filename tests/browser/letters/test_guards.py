"""guards.js: secrets and words that a letter must not carry by accident, and what only looks like one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.browser.modules import Module, OpenModule

WORDING = {
    "threat": ["sue", "or else", "go to the press", "don't make me", "曝光", "后果自负", "C++ (now)"],
    "label": ["scammer", "thief", "骗子", "黑心平台", "黑心"],
}


@pytest.fixture(scope="module")
def guards(open_module: OpenModule) -> Module:
    return open_module("letters/guards.js")


@pytest.fixture(scope="module")
def check_digits(open_module: OpenModule) -> Module:
    return open_module("letters/check-digits.js")


def found(guards: Module, texts: list[str]) -> dict[str, list[tuple[str, str]]]:
    """Kind and match of each risk in each text; that the places are true is checked on the way."""
    results = guards.each("findRisks", [(text, WORDING) for text in texts])
    for text, risks in zip(texts, results, strict=True):
        for risk in risks:
            assert utf16(text, risk["start"], risk["end"]) == risk["match"], text
        for before, after in pairwise(risks):
            assert before["end"] <= after["start"], text
    return {text: [(risk["kind"], risk["match"]) for risk in risks] for text, risks in zip(texts, results, strict=True)}


def utf16(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def check(guards: Module, kind: str, table: dict[str, str]) -> None:
    wrong = {text: got for text, got in found(guards, list(table)).items() if got != [(kind, table[text])]}
    assert wrong == {}


def check_clean(guards: Module, texts: list[str]) -> None:
    assert {text: got for text, got in found(guards, texts).items() if got} == {}


# Cards -------------------------------------------------------------------------------------


def test_of_a_card_the_last_four_digits_are_kept_and_all_else_as_it_was(guards: Module):
    table = {
        "4111111111111111": "1111",
        "卡号 5555 5555 5555 4444，工行": "卡号 4444，工行",
        "４１１１１１１１１１１１１１１１": "1111",
        "4111-1111-1111-1111 and 3782 822463 10005": "1111 and 0005",
        "ann@example.com": "ann@example.com",
        "+6281234567897": "+6281234567897",
        "13800138000": "13800138000",
        "": "",
    }
    assert dict(zip(table, guards.each("withoutCards", [(text,) for text in table]), strict=True)) == table


def test_full_card_numbers_are_found_however_they_are_typed(guards: Module):
    # Published test numbers of the card schemes.
    bare = ["4111111111111111", "5555555555554444", "378282246310005", "6200000000000005", "30569309025904"]
    bare += ["2223003122003222", "3530111333300000", "6205500000000000004", "4222222222222"]
    table = {number: number for number in bare}
    spellings = ["4111 1111 1111 1111", "4111-1111-1111-1111", "4111 11111111 1111", "3782 822463 10005"]
    spellings += ["４１１１１１１１１１１１１１１１", "4111　1111　1111　1111", "4111\u200b1111\u200b1111\u200b1111"]
    spellings += ["41 11 11 11 11 11 11 11", "4111–1111–1111–1111", "620550 0000000000004"]
    table |= {f"My card {number}.": number for number in spellings}
    table |= {f"卡号{number}，有效": number for number in spellings}
    table["on 2026-11-20 4111 1111 1111 1111 was charged"] = "4111 1111 1111 1111"
    table["4111 1111 1111 1111 11/29"] = "4111 1111 1111 1111"
    table["VISA4111111111111111"] = "4111111111111111"
    check(guards, "card", table)


def test_two_cards_are_two_findings(guards: Module):
    text = "4111111111111111 5555555555554444"
    assert found(guards, [text])[text] == [("card", "4111111111111111"), ("card", "5555555555554444")]


def test_other_long_numbers_are_no_cards(guards: Module):
    check_clean(
        guards,
        [
            "4111111111111112",  # Luhn fails.
            "1111111111111117",  # No card begins with 1.
            "0000000000000000",
            "20261120" + "4111111111111111" + "0000",  # A wallet's order number, 28 digits.
            "0004111111111111111100000000",
            "2026112012345673",  # Begins like a date, and Luhn fits.
            "490154203237518",  # IMEI, with its Luhn digit.
            "411111111111",
            "尾号 1111",
            "2026-11-20 13800138000",
            "2026-11-20 2026-12-04 14:05",
            "138 0013 8000",
            "+86 138-0013-8000",
            "4111 **** **** 1111",
            "e3b0c44298fc1c149afbf4c8996fb9244111111111111111a495991b7852b855",  # A fingerprint.
        ],
    )


@given(st.text("0123456789", min_size=1, max_size=30), st.data())
def test_luhn_finds_every_wrong_digit(check_digits: Module, digits: str, data: st.DataObject):
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[::-2])
    check_digit = -(doubled + sum(map(int, digits[-2::-2]))) % 10
    place = data.draw(st.integers(0, len(digits) - 1))
    other = data.draw(st.sampled_from("0123456789".replace(digits[place], "")))
    wrong = digits[:place] + other + digits[place + 1 :]
    assert check_digits.each("passesLuhn", [(f"{digits}{check_digit}",), (f"{wrong}{check_digit}",)]) == [True, False]


# Mainland id numbers -----------------------------------------------------------------------


def test_mainland_id_numbers_are_found(guards: Module):
    # The two examples of GB 11643, and made-up ones with their check digit worked out by hand.
    ids = ["11010519491231002X", "440524188001010014", "11010519491231002x", "440308199901010012"]
    table = {f"身份证号：{number}。": number for number in ids}
    table |= {
        "ID 110105 19491231 002X now": "110105 19491231 002X",
        "１１０１０５１９４９１２３１００２Ｘ": "１１０１０５１９４９１２３１００２Ｘ",
        "110105-19491231-002X": "110105-19491231-002X",
        "ID11010519491231002X": "11010519491231002X",
    }
    check(guards, "mainland-id", table)


def test_what_only_looks_like_an_id_number_is_let_through(guards: Module):
    check_clean(
        guards,
        [
            "110105194912310021",  # The check digit is X.
            "110105194902300025",  # 30 February.
            "110105194913310024",  # Month 13.
            "010105194912310028",  # No region begins with 0.
            "11010519491231002Xa",
            "111010519491231002X",
            "1101054912310021",
            "110105491231002",  # The old form has no check digit.
        ],
    )


# One-time codes, security codes ------------------------------------------------------------


def test_one_time_codes_near_their_word_are_found(guards: Module):
    texts = [
        "验证码：{}",
        "验证码{}",
        "您的验证码为{}，5 分钟内有效",
        "验证码{},5分钟内有效",
        "订单 8，{} 是验证码",
        "{}是我的验证码",
        "{}（登录验证码）",
        "验证码告诉他了，{}",
    ]
    texts += ["校验码 {}", "动态码是：{}", "动态密码：{}", "【某钱包】{}为您的校验码", "驗證碼：{}", "验证码：\n{}"]
    texts += ["OTP: {}", "OTP{}", "my OTP is {}.", "otp={}", "one-time code {}", "One time password: {}"]
    texts += ["Your verification code is {}.", "Use {} as your verification code", "{} is your security code"]
    texts += [
        "the verification code I gave him was {}",
        "passcode: {}",
        "G-{} is your verification code",
        "2FA code ({})",
    ]
    for code in ("1234", "123456", "12345678", "１２３４５６", "123 456", "123-456", "1 2 3 4 5 6"):
        check(guards, "one-time-code", {text.replace("{}", code): code for text in texts})


def test_other_numbers_near_such_a_word_are_let_through(guards: Module):
    check_clean(
        guards,
        [
            "验证码 123",
            "验证码 123456789",
            "2026年11月20日收到验证码",
            "2026 年 11 月 20 日 14:05 收到验证码",
            "收到验证码。2026 年 11 月",
            "没收到验证码。95588 也打不通",
            "验证码没收到，订单 20261120",
            "收到验证码后被扣 1200 元",
            "收到验证码后被扣 ¥1200",
            "收到验证码，扣了 1,200.50",
            "95588 发来验证码",
            "验证码短信来自 95588",
            "6 位验证码",
            "收到验证码 2026-11-20",
            "收到验证码 2026/11/20",
            "I got no verification code in 2026",
            "On 20 November 2026 a verification code came",
            "The verification code never came. 20261120 is my number",
            "No OTP came, ticket 123456",
            "No OTP came; TXN-123456 failed",
            "No OTP for the card ending 1234",
            "The OTP came after 1200 seconds",
            "laptop 123456",
            "验证码" + "很久很久很久很久很久都没有来" + "123456",
        ],
    )


def test_card_security_codes_are_found(guards: Module):
    table = {
        f"{word}{gap}{code}": code
        for word in ("CVV", "CVV2", "cvc", "安全码")
        for gap in (": ", " ", "：", "是")
        for code in ("123", "1234", "１２３")
        if not (word == "CVV2" and gap == "")
    }
    table |= {"卡背后三位 123": "123", "卡背面后三位是123": "123", "123 是 CVV": "123", "security code 123": "123"}
    check(guards, "cvv", table)
    check_clean(guards, ["CVV 12", "CVV 12345", "CVV 是卡背面的 3 位数字", "CVV 在 2026 年变过", "卡背后三位都给了"])


# Passwords ---------------------------------------------------------------------------------


def test_passwords_are_found(guards: Module):
    table = {
        "密码：abc123": "abc123",
        "支付密码是 246810，请核实": "246810",
        "密码为Tr0ub4dor&3": "Tr0ub4dor&3",
        "密码就是abc123": "abc123",
        "密码是我的生日900307": "900307",
        "口令: sunflower": "sunflower",
        "登录密码（旧）：abc123": "abc123",
        "密码：“abc123”": "abc123",
        "密码：ａｂｃ１２３": "ａｂｃ１２３",
        "PIN码是1234": "1234",
        "支付密码123456": "123456",
        "PIN 1234": "1234",
        "My password is hunter2.": "hunter2",
        "Password: correcthorsebattery": "correcthorsebattery",
        "password is sunshine": "sunshine",
        "password = abc123!x": "abc123!x",
        "my PIN is 2468": "2468",
        "PIN number: 2468": "2468",
        "The PIN was 2468, I think": "2468",
        'password: "abc123"': "abc123",
        "pwd:abc123": "abc123",
    }
    check(guards, "password", table)


def test_plain_statements_about_a_password_are_let_through(guards: Module):
    check_clean(
        guards,
        [
            "密码是错的",
            "密码是错的 12345",
            "密码是错的95588说的",
            "密码是错的,12345",
            "密码是正确的2026年才发现",
            "密码是 6 位数字",
            "密码是 2026 年设置的",
            "密码：",
            "密码：____",
            "密码：******",
            "密码：【密码】",
            "密码：[password]",
            "密码不是abc123",
            "密码没有告诉别人",
            "密码为空",
            "My password is wrong",
            "My password is incorrect",
            "The password was changed on 20 November",
            "My password is unchanged",
            "password is always required",
            "password is 8 characters long",
            "password is 8-digit",
            "password: xxxxxx",
            "password: https://example.com/reset2",
            "PIN is blocked",
            "shipping is 123456",
            "密码密码密码密码",
        ],
    )


# Numbers of people and their papers, accounts, seed phrases --------------------------------


def test_numbers_of_papers_are_found_in_every_region(guards: Module):
    table = {
        "香港身份证 A123456(3)": "A123456(3)",
        "HKID A1234563": "A1234563",
        "澳门 1234567(8)": "1234567(8)",
        "台灣身分證 A123456789": "A123456789",
        "NRIC S1234567D": "S1234567D",
        "MyKad 900101-14-5678": "900101-14-5678",
        "NI number AB 12 34 56 C": "AB 12 34 56 C",
        "SSN 123-45-6789": "123-45-6789",
        "SSN 123456789": "123456789",
        "SIN 046 454 286": "046 454 286",
        "TFN 123 456 782": "123 456 782",
        "IRD 49-091-850": "49-091-850",
        "Aadhaar 2345 6789 0124": "2345 6789 0124",
        "PAN ABCPE1234F": "ABCPE1234F",
        "주민등록번호 900101-1234568": "900101-1234568",
        "SSS 34-1234567-8": "34-1234567-8",
        "KTP 3174041501900001": "3174041501900001",
        "CPF 529.982.247-25": "529.982.247-25",
        "AHV 756.9217.0769.85": "756.9217.0769.85",
        "Steuer-ID 36 574 261 809": "36 574 261 809",
        "DNI 12345678Z": "12345678Z",
        "personnummer 811228-9874": "811228-9874",
    }
    check(guards, "id-number", table)


def test_passports_are_found_near_their_word(guards: Module):
    table = {
        "护照号 E12345678": "E12345678",
        "护照首页拍给他了，号码EJ1234567": "EJ1234567",
        "passport no. 123456789": "123456789",
        "I sent my passport, number PA1234567, and a selfie": "PA1234567",
        "German passport C01X00T47": "C01X00T47",
    }
    check(guards, "passport", table)
    check_clean(
        guards, ["护照在 2026 年 3 月丢了", "passport expired 2026-03-12", "护照和单号 20261120123", "E12345678"]
    )


def test_ibans_are_found_however_they_are_grouped(guards: Module):
    table = {
        f"IBAN {number}。": number
        for number in ("DE89370400440532013000", "DE89 3704 0044 0532 0130 00", "de89-3704-0044-0532-0130-00")
    }
    check(guards, "iban", table)
    check_clean(guards, ["DE89370400440532013001", "DE89 3704 0044", "DE893704004405320130001"])


def test_seed_phrases_and_private_keys_are_found(guards: Module):
    words = "able acid army bacon cabin dance eagle fade gap half ice jar"
    assert found(guards, [words])[words] == [("secret-perhaps", words)], "a list of things may look like one"
    check(guards, "seed-phrase", {f"助记词：{words}": words, f"My seed phrase:\n{words}": words})
    key = "0f" * 32
    check(guards, "seed-phrase", {f"私钥 {key}": key, f"my private key is {key}": key})
    check_clean(guards, [key, f"SHA-256：{key}", " ".join(words.split()[:9])])


@pytest.mark.parametrize(("text", "match"), [
    ("密码 Abc12345", "Abc12345"),
    ("支付密码六位数246810", "246810"),
    ("I gave him the code 482913", "482913"),
    ("【支付宝】482913，请勿告诉他人", "482913"),
    ("把482913告诉了他", "482913"),
    ("卡 4111.1111.1111.1111", "4111.1111.1111.1111"),
    ("卡 4111/1111/1111/1111", "4111/1111/1111/1111"),
    ("卡 4111·1111·1111·1111", "4111·1111·1111·1111"),
    ("卡 4111\t1111\t1111\t1111", "4111\t1111\t1111\t1111"),
    ("卡 4111 1111\n1111 1111", "4111 1111\n1111 1111"),
    ("卡 四一一一一一一一一一一一一一一一", "四一一一一一一一一一一一一一一一"),
    ("卡 ٤١١١١١١١١١١١١١١١", "٤١١١١١١١١١١١١١١١"),
    ("验证码 ۴۸۲۹۱۳", "۴۸۲۹۱۳"),
    ("code four eight two nine one three", "four eight two nine one three"),
    ("卡 4111\u200b1111\u200b1111\u200b1111", "4111\u200b1111\u200b1111\u200b1111"),
    ("验证码 4️⃣8️⃣2️⃣9️⃣1️⃣3️⃣", "4️⃣8️⃣2️⃣9️⃣1️⃣3"),
    ("OTP 𝟒𝟖𝟐𝟗𝟏𝟑", "𝟒𝟖𝟐𝟗𝟏𝟑"),
])  # fmt: skip
def test_plain_forms_broken_numbers_and_digits_of_any_script_are_found(guards: Module, text: str, match: str):
    assert [matched for _, matched in found(guards, [text])[text]] == [match]


OF_OTHER_TONGUES = {
    "인증번호는 551920 입니다": "551920",
    "認証コードは482913でした": "482913",
    "รหัสยืนยัน 551920": "551920",
    "mã xác nhận: 551920": "551920",
    "Kode verifikasi 551920": "551920",
    "kod pengesahan TAC 551920": "551920",
    "código 482913": "482913",
    "O código de confirmação é 551920": "551920",
    "code de vérification : 551920": "551920",
    "Sicherheitscode 551920": "551920",
    "codice di verifica 551920": "551920",
    "My 2FA: 739 214": "739 214",
    "Passwort: Sommer2023!": "Sommer2023",
    "mot de passe est Chat2019": "Chat2019",
    "senha: gato1234": "gato1234",
    "เลขบัตรประชาชน 1103700123458": "1103700123458",
    "주민번호 900101-1234567": "900101-1234567",
}


def test_secrets_are_found_by_their_names_in_the_tongues_of_the_regions(guards: Module):
    noticed = {text: [match for _, match in risks] for text, risks in found(guards, [*OF_OTHER_TONGUES]).items()}
    assert noticed == {text: [secret] for text, secret in OF_OTHER_TONGUES.items()}


@pytest.mark.parametrize("between", [*"、+~=;><#&\\\"'", " ~ ", " = ", " > ", "][", " ("])
def test_a_card_is_found_whatever_breaks_its_number(guards: Module, between: str):
    number = between.join(("4111", "1111", "1111", "1111"))
    check(guards, "card", {f"Card {number} was charged": number})


def test_the_words_of_a_wallet_are_found_with_a_number_before_each(guards: Module):
    words = [
        "ribbon",
        "tissue",
        "copper",
        "velvet",
        "orbit",
        "garage",
        "panther",
        "lunar",
        "skate",
        "bitter",
        "echo",
        "melody",
    ]
    listed = "\n".join(f"{number} {word}" for number, word in enumerate(words, 1))
    [[(kind, match)]] = found(guards, [f"助记词：\n{listed}"]).values()
    assert (kind, match) == ("seed-phrase", listed.removeprefix("1 "))


def test_words_and_sums_that_look_like_those_raise_nothing(guards: Module):
    check_clean(
        guards,
        [
            "código postal 40115",
            "kode pos 40115",
            "2FA was turned on in 2024",
            "인증번호를 30분 동안 못 받았습니다",
            "認証コードが届きません。3回試しました",
            "mot de passe oublié le 12 novembre",
            "Passwort wurde am 12. November geändert",
            "senha bloqueada depois de 5 vezes",
            "3 apples 4 pears 5 plums 6 grapes 7 limes 8 nuts",
            "Paid 20.00+30.00=50.00 on 12/11",
            "(2026) 1500 + 2500 = 4000",
            "订单 20261120、20261121、20261122",
            "金额 1200、3500、4800、5600 元",
            "0800 111 222; 0800 333 444",
            "amounts: 4500; 3200; 1800; 2750",
            "a) 1200 b) 3400 c) 5600 d) 7800",
        ],
    )


def test_what_the_reader_entered_as_a_reference_is_none(guards: Module):
    calls = [("单 4111 1111 1111 1111", {}, ["4111111111111111"]), ("护照 E12345678", {}, ["号 E12345678，已寄"])]
    assert guards.each("findRisks", calls) == [[], []]
    ((kept,),) = guards.each("findRisks", [("身份证 11010519491231002X", {}, ["11010519491231002X"])])
    assert kept["kind"] == "mainland-id"


def test_a_secret_is_told_without_being_shown(guards: Module):
    risks = [{"kind": "card", "match": "4111111111111111"}, {"kind": "one-time-code", "match": "482913"}]
    risks.append({"kind": "label", "match": "黑心平台"})
    assert guards.each("masked", [(risk,) for risk in risks]) == ["41…11", "4…3", "黑心平台"]


# Words -------------------------------------------------------------------------------------


def test_threats_and_labels_are_found_as_words(guards: Module):
    texts = {
        "I will SUE you": [("threat", "SUE")],
        "or  else\nI go to the press": [("threat", "or  else"), ("threat", "go to the press")],
        "don’t make me": [("threat", "don’t make me")],
        "C++ (now)": [("threat", "C++ (now)")],
        "我要曝光你们这些骗子": [("threat", "曝光"), ("label", "骗子")],
        "黑心平台，黑心": [("label", "黑心平台"), ("label", "黑心")],
        "You scammer!": [("label", "scammer")],
        "issue, pursue, sued, scammers, tissue": [],
        "motor elsewhere": [],
        "I sue。": [("threat", "sue")],
        "我要sue你": [("threat", "sue")],
    }
    assert found(guards, list(texts)) == texts


def test_without_wording_there_are_no_threats(guards: Module):
    text = "sue, 骗子, 4111111111111111"
    calls = [(text,), (text, {}), (text, {"threat": [], "label": ["", "  "]})]
    assert [[risk["kind"] for risk in risks] for risks in guards.each("findRisks", calls)] == [["card"]] * 3


def test_everything_is_found_in_order_and_once(guards: Module):
    text = "😀 骗子！验证码 123456，密码：4111111111111111，CVV 123，身份证 11010519491231002X，sue 动态密码：1234"
    assert found(guards, [text])[text] == [
        ("label", "骗子"),
        ("one-time-code", "123456"),
        ("card", "4111111111111111"),
        ("cvv", "123"),
        ("mainland-id", "11010519491231002X"),
        ("threat", "sue"),
        ("one-time-code", "1234"),
    ]


def test_an_ordinary_letter_raises_nothing(guards: Module):
    check_clean(
        guards,
        [
            "",
            "尊敬的贵公司：\n\n本人于 2026 年 11 月 20 日 14:05（北京时间，UTC+8）付款 人民币 1,200.50 元，订单号 "
            "2026112022001412345678901234，至今未到账。联系电话 13800138000，工单 20261120123456。\n"
            "贵公司客服 95588 于 2026-11-21 答复“请等待”。请在 15 个工作日内书面答复。\n附件 1：付款截图（SHA-256："
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad）",
            "Dear team,\n\nOn 20 November 2026, 14:05 (Beijing time, UTC+8) I paid CNY 1,200.50 (order "
            "2026112022001412345678901234). It has not arrived. You can call me on +86 138 0013 8000. I did not share "
            "my password or any one-time code with anyone. I never received a verification code on 20 November 2026.",
        ],
    )


# Time --------------------------------------------------------------------------------------

TIMED = """
({ findRisks }, { units, wording }) => units.map((unit) => {
  const text = unit.repeat(50_000 / unit.length);
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    findRisks(text, wording);
    return performance.now() - start;
  });
  return Math.min(...times);
})
"""


def test_the_time_grows_with_the_length_of_the_text_alone(guards: Module):
    units = [
        "4",
        "4 ",
        "4-",
        "41 ",
        "411 ",
        "4111 ",
        "４",
        "a1",
        "x",
        " ",
        "\n",
        "!",
        "[",
        "😀",
        "or ",
        "or else ",
        "黑心",
    ]
    units += [
        "密码",
        "密码：",
        "密码是",
        "密码：!",
        "password is ",
        "PIN (",
        "PIN:((((",
        "验证码",
        "验证码 1234",
        "1234 验证码 ",
    ]
    units += ["CVV 123 ", "OTP ", "one time ", "code ", "身份证 ", "passport ", "身份证 A1 ", "AB12", "DE89 ", "able "]
    units += ["一", "one ", "Ab1", "密码 Ab1 ", "把1234", "【", "【a】1234", "2345 ", "900101-1", "a.1-", "的 "]
    times = guards.run(TIMED, {"units": units, "wording": WORDING})
    # Ten to a hundred milliseconds on an idle machine; the square of the length would take many seconds.
    assert {unit: time for unit, time in zip(units, times, strict=True) if time > 2_000} == {}
