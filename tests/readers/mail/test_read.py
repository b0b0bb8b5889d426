# ruff: noqa: E501 - markup reads better unbroken
from __future__ import annotations

from email.message import EmailMessage

import pytest

from pressroom.errors import PressroomError
from pressroom.model.document import Document, Image, Table
from pressroom.readers import ReaderSettings, read
from tests.readers import content
from tests.readers.packages import png


def message(**headers: str) -> EmailMessage:
    made = EmailMessage()
    for name, value in {
        "From": "Jané Roe <j@x.org>",
        "Date": "Fri, 03 May 2024 23:30:00 +0200",
        **headers,
    }.items():
        made[name] = value
    return made


def parse(data: bytes) -> Document:
    document = read(data, "x.eml", ReaderSettings())
    assert content.misplaced(document) == []
    return document


def test_a_plain_message() -> None:
    made = message(Subject="Re: AW: The über-report")
    made.set_content("Dear all,\n\nover 1,100 people came and stayed for the whole day.\n")
    document = parse(made.as_bytes())
    assert document.title is not None
    assert document.title.text == "The über-report"
    metadata = document.metadata
    assert (metadata.author, metadata.date, metadata.subject) == (
        ("Jané Roe",),
        "2024-05-03",
        "Re: AW: The über-report",
    )
    assert "over 1,100 people" in content.words(document)


def test_the_richer_form_its_pictures_and_what_is_attached() -> None:
    made = message(Subject="Report")
    made.set_content("over 1,100 people came")
    made.add_alternative(
        "<table><tr><th>A<th>B<tr><td>1<td>2</table><p>over <b>1,100</b> people came</p><img src='cid:p' alt='map'>",
        subtype="html",
    )
    made.get_payload()[1].add_related(png(), "image", "png", cid="<p>")
    made.add_attachment(b"# hi", maintype="text", subtype="markdown", filename="../../no tes.md")
    made.add_attachment(b"MZ", maintype="application", subtype="x-program", filename="run.exe")
    document = parse(made.as_bytes())
    assert isinstance(document.blocks[0], Table)
    assert any(isinstance(block, Image) and block.src == "picture-1.png" for block in document.blocks)
    assert [asset.name for asset in document.assets] == ["picture-1.png", "no tes.md"]
    (note,) = [entry for entry in document.diagnostics if entry.rule == "mail-attachments"]
    assert "no tes.md" in note.message


def test_an_html_part_that_says_nothing_loses() -> None:
    made = message(Subject="S")
    made.set_content("One two three four five six seven eight nine ten.")
    made.add_alternative("<p>See plain text</p>", subtype="html")
    assert "nine" in content.words(parse(made.as_bytes()))


def test_headers_cannot_smuggle_lines() -> None:
    data = b"From: =?utf-8?q?A=0ABcc:_x@y.z?= <a@b.c>\r\nSubject: =?utf-8?q?x=0A=00y?=\r\nDate: nonsense\r\n\r\nwords\r\n"
    document = parse(data)
    assert document.title is not None
    assert "\n" not in document.title.text + document.metadata.subject + "".join(document.metadata.author)
    assert "\0" not in document.title.text
    assert (document.metadata.date, document.metadata.date_text) == ("", "nonsense")


def test_a_wrong_label_and_a_latin_text() -> None:
    data = b"Subject: S\r\nContent-Type: text/plain; charset=nonsense\r\n\r\nGr\xfc\xdfe aus K\xf6ln, und viele davon\r\n"
    assert "Grüße aus Köln" in content.words(parse(data))


@pytest.mark.parametrize("data", [b"", b"\n\n", b"just words\n"])
def test_no_mail(data: bytes) -> None:
    with pytest.raises(PressroomError) as caught:
        parse(data)
    assert caught.value.diagnostic.rule == "mail-unreadable"
    assert caught.value.diagnostic.cure
