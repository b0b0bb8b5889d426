"""No word of a title, a name or a file's name may make a header."""

import email
import email.policy
import re

import fast_mail_parser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.writers.email import Attachment, Envelope, Letter, Mailbox
from pressroom.writers.email.headers import (
    check_token,
    clean_file_name,
    format_mailbox,
    format_words,
    to_one_line,
)
from pressroom.writers.email.message import encode_files, format_content, format_head

ENDS = (
    "\n",
    "\r\n",
    "\r",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x1d",
    "\x1e",
    "\x85",
    "\u2028",
    "\u2029",
    "\0\n",
    "\n\t",
    "\r\n ",
)
SHAPES = (
    "Report{end}Bcc: evil@example.net",
    "Report{end}{end}<html>evil</html>",
    "{end}Bcc: evil@example.net",
    '"{end}Bcc: evil@example.net"',
    "=?utf-8?q?Report=0D=0ABcc:_evil=40example.net?={end}",
    "=?utf-8?b?UmVwb3J0DQpCY2M6IGV2aWxAZXhhbXBsZS5uZXQ=?={end}x",
    "Report>{end}Bcc: evil@example.net",
    "a.pdf{end}Content-Type: text/html",
    'a.pdf"; x="{end}Bcc: y',
    "Report%0d%0aBcc: evil@example.net{end}",
)
INJECTIONS = [shape.format(end=end) for shape in SHAPES for end in ENDS] + [
    f"{'x' * count}{end}Bcc: evil@example.net" for count in (60, 72, 76, 77, 998, 2000) for end in ENDS[:10]
]
HEADERS = ["From", "To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type"]


def message(subject: str, name: str, file: str) -> bytes:
    envelope = Envelope(
        sender=Mailbox("press@example.org", name),
        to=Mailbox("ann@example.com", name),
        message_id="a@example.org",
    )
    letter = Letter(subject, "<p>x</p>", "x", (), "")
    return format_head(envelope, subject, "") + b"".join(
        format_content(letter, encode_files((Attachment(file, "application/pdf", b"%PDF"),)))
    )


def check(text: str) -> None:
    data = message(text, text, text + ".pdf")
    read = email.message_from_bytes(data, policy=email.policy.default)
    expected = [name for name in HEADERS if name != "Subject" or to_one_line(text)]
    assert read.keys() == expected
    assert [part.get_content_type() for part in read.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/pdf",
    ]
    legacy = email.message_from_bytes(data)
    shown = str(
        email.header.make_header(
            email.header.decode_header(re.sub(r"\r?\n(?=[ \t])", "", legacy["Subject"] or ""))
        )
    )
    assert shown == to_one_line(text)
    attachment = next(read.iter_attachments())
    assert set(attachment.keys()) == {"Content-Type", "Content-Transfer-Encoding", "Content-Disposition"}
    assert attachment.get_filename() == clean_file_name(text + ".pdf")
    other = fast_mail_parser.parse_email(data)
    assert other.subject == to_one_line(text)
    assert {name.casefold() for name in other.headers} == {name.casefold() for name in expected}
    assert len(other.attachments) == 1


def test_there_are_two_hundred_injections():
    assert len(INJECTIONS) >= 200


@pytest.mark.parametrize("part", range(10))
def test_an_injection_makes_no_header(part):
    for text in INJECTIONS[part::10]:
        check(text)


@given(st.text(max_size=300))
@pytest.mark.slow
def test_any_text_stays_where_it_belongs(text):
    check(text)


@pytest.mark.slow
def test_naughty_strings_make_no_header(clone):
    corpus = clone.parent / "shared" / "benchmarks" / "corpora"
    found = sorted(corpus.rglob("*naughty*.json")) + sorted(corpus.rglob("blns*.json"))
    if not found:
        pytest.skip("../shared/benchmarks/corpora with the naughty strings is not there")
    import json

    strings = json.loads(found[0].read_text())
    assert len(strings) > 400
    for text in strings:
        check(text)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("Ann", "Ann <a@example.org>"),
        ("O'Neill, Ann", '"O\'Neill, Ann" <a@example.org>'),
        ('The "boss" \\', '"The \\"boss\\" \\\\" <a@example.org>'),
        ("", "a@example.org"),
    ],
)
def test_a_name_is_quoted_where_it_must_be(given, wanted):
    assert format_mailbox("To", Mailbox("a@example.org", given)) == wanted


def test_long_words_are_folded():
    value = format_words("Subject", "Ein sehr langer Titel über Dinge " * 10)
    assert all(len(line) <= 78 for line in f"Subject: {value}".split("\r\n"))


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("../../etc/passwd", "_.._etc_passwd"),
        ("con.pdf", "con_.pdf"),
        ("a:b*c?.pdf", "a_b_c_.pdf"),
        ("...", "report"),
        (".pdf", "pdf"),
        ("x" * 300 + ".pdf", "x" * 96 + ".pdf"),
    ],
)
def test_a_file_name_is_one_on_every_system(given, wanted):
    assert clean_file_name(given) == wanted


def test_what_the_program_makes_is_held_to_ascii():
    with pytest.raises(ValueError, match="no value of a header"):
        check_token("a@b\r\nBcc: x")
