"""mail.js: what a mail program is handed."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.browser.modules import Module, OpenModule

TO = "help@example.com"


@pytest.fixture(scope="module")
def mail(open_module: OpenModule) -> Module:
    return open_module("letters/mail.js")


def letter(subject: str = "", body: str = "", to: str = TO, **more: object) -> dict:
    return {"to": to, "subject": subject, "body": body, **more}


def test_a_mail_program_gets_address_subject_and_body(mail: Module):
    table = [
        (letter("Complaint", "Dear team"), "mailto:help@example.com?subject=Complaint&body=Dear%20team"),
        (letter("投诉", "您好"), "mailto:help@example.com?subject=%E6%8A%95%E8%AF%89&body=%E6%82%A8%E5%A5%BD"),
        (letter(to="", subject="A", body="B"), "mailto:?subject=A&body=B"),
        (letter(to=" a@b.cn,c@d.cn "), "mailto:a@b.cn,c@d.cn"),
        (letter("A"), "mailto:help@example.com?subject=A"),
        (letter(body="B"), "mailto:help@example.com?body=B"),
        (
            letter("1 & 2 = 3?", "50% #1+1"),
            "mailto:help@example.com?subject=1%20%26%202%20%3D%203%3F&body=50%25%20%231%2B1",
        ),
    ]
    assert mail.each("mailTo", [(given,) for given, _ in table]) == [
        {"href": href, "bodyFits": True} for _, href in table
    ]


def test_every_kind_of_line_end_arrives_as_rfc_6068_wants_it(mail: Module):
    hrefs = [got["href"] for got in mail.each("mailTo", [(letter(body=f"a{end}b"),) for end in ("\n", "\r\n", "\r")])]
    assert hrefs == ["mailto:help@example.com?body=a%0D%0Ab"] * 3


def test_a_subject_stays_on_one_line_and_adds_no_header(mail: Module):
    got = mail.call("mailTo", letter("Complaint\r\nBcc: a@b.cn"))
    assert got["href"] == "mailto:help@example.com?subject=Complaint%20Bcc%3A%20a%40b.cn"


def test_an_address_cannot_bring_its_own_body(mail: Module):
    got = mail.call("mailTo", letter("S", to="a@b.cn?body=x&cc=c@d.cn"))
    assert got["href"] == "mailto:a@b.cn%3Fbody%3Dx%26cc%3Dc@d.cn?subject=S"


def test_half_a_character_does_not_stop_the_mail(mail: Module):
    assert mail.call("mailTo", letter(body="a\ud83d"))["href"].endswith("?body=a%EF%BF%BD")


def test_a_body_that_is_too_long_is_left_to_the_clipboard(mail: Module):
    start = len("mailto:help@example.com?subject=S&body=")
    fits, too_long = mail.each("mailTo", [(letter("S", "x" * (1800 - start + more)),) for more in (0, 1)])
    assert fits["bodyFits"]
    assert len(fits["href"]) == 1800
    assert too_long == {"href": "mailto:help@example.com?subject=S", "bodyFits": False}


def test_the_caller_sets_the_limit(mail: Module):
    assert mail.call("mailTo", letter("S", "Body", limit=37)) == {
        "href": "mailto:help@example.com?subject=S",
        "bodyFits": False,
    }


def test_a_subject_too_long_by_itself_is_cut_between_characters(mail: Module):
    got = mail.call("mailTo", letter("😀" * 1000, "Body"))
    assert got == {"href": "mailto:help@example.com?subject=" + "%F0%9F%98%80" * 147, "bodyFits": False}
    assert len(got["href"]) <= 1800


@given(subject=st.text(max_size=20), body=st.text(max_size=60))
def test_whatever_is_typed_arrives_as_typed(mail: Module, subject: str, body: str):
    href = mail.call("mailTo", letter(subject, body, limit=10_000))["href"]
    fields = parse_qs(urlsplit(href).query, keep_blank_values=True)
    lines = body.replace("\r\n", "\n").replace("\r", "\n")
    assert unquote(urlsplit(href).path) == TO
    assert fields.get("body", [""])[0] == lines.replace("\n", "\r\n")
    assert fields.get("subject", [""])[0] == subject.replace("\r\n", " ").replace("\r", " ").replace("\n", " ")
