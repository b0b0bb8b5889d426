# ruff: noqa: E501 - markup reads better unbroken
from __future__ import annotations

from base64 import b64encode
from email.message import EmailMessage
from email.policy import EmailPolicy

import pytest

from pressroom.errors import PressroomError
from pressroom.model.document import Document, Image, Quote, Table
from pressroom.readers import ReaderSettings, read
from pressroom.readers.mail.repair import LONGEST_HEADER
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


HEAD = "From: A. Roe <a@x.org>\r\nSubject: Quays\r\nDate: Fri, 03 May 2024 23:30:00 +0200\r\nMIME-Version: 1.0\r\n"
PNG = (
    "Content-Type: image/png; name=a.png\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    + b64encode(png()).decode()
)


def mixed(*parts: str, head: str = HEAD, border: str = "bb") -> bytes:
    body = "".join(f"--{border}\r\n{part}\r\n" for part in parts)
    return f"{head}Content-Type: multipart/mixed; boundary={border}\r\n\r\n{body}--{border}--\r\n".encode()


def plain(text: str, more: str = "") -> str:
    return f"Content-Type: text/plain; charset=utf-8{more}\r\n\r\n{text}"


def html(text: str) -> str:
    return f"Content-Type: text/html; charset=utf-8\r\n\r\n{text}"


def alternative(*parts: str) -> str:
    body = "".join(f"--cc\r\n{part}\r\n" for part in parts)
    return f"Content-Type: multipart/alternative; boundary=cc\r\n\r\n{body}--cc--"


@pytest.mark.parametrize(
    "parts",
    [
        (plain("First words."), PNG, plain("Second words.")),
        (plain("First words."), plain("Second words.")),
        (html("<p>First words."), PNG, html("<p>Second words.")),
        (alternative(plain("First words."), html("<p>First <b>words.</b>")), plain("Second words.")),
        (plain("First words."), alternative(plain("Second words."), html("<p>Second words."))),
    ],
)
def test_all_parts_that_are_text_are_set_in_their_order(parts: tuple[str, ...]) -> None:
    document = parse(mixed(*parts))
    assert content.words(document) == "Quays First words. Second words."
    pictures = [block for block in document.blocks if isinstance(block, Image)]
    assert len(pictures) == (PNG in parts)


def test_a_message_forwarded_as_attachment_is_a_section() -> None:
    inner = (
        "From: B. Dahl <b@x.org>\r\nSubject: The pier\r\nDate: Thu, 02 May 2024 08:00:00 +0200\r\n"
        + plain("It opens on 3 May.")
    )
    document = parse(mixed(plain("See below."), f"Content-Type: message/rfc822\r\n\r\n{inner}"))
    assert content.headings(document) == [(0, "Quays"), (1, "The pier")]
    assert content.words(document) == "Quays See below. The pier B. Dahl, 2024-05-02 It opens on 3 May."


def test_messages_within_messages_keep_their_depth_and_attachments() -> None:
    attached = "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nMore."
    deepest = mixed(plain("Deepest."), attached, head="Subject: C\r\n", border="c").decode()
    inner = f"Content-Type: message/rfc822\r\n\r\n{deepest}"
    middle = mixed(plain("Middle."), inner, head="Subject: B\r\n", border="b").decode()
    document = parse(mixed(plain("Top."), f"Content-Type: message/rfc822\r\n\r\n{middle}"))
    assert content.headings(document) == [(0, "Quays"), (1, "B"), (2, "C")]
    assert [asset.name for asset in document.assets] == ["a.txt"]


WINMAIL = "Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgAAAAAB"


def test_a_message_whose_text_is_in_winmail_is_an_error_with_its_cure() -> None:
    with pytest.raises(PressroomError, match="winmail"):
        parse(mixed(plain(""), WINMAIL))
    document = parse(mixed(plain("Words."), WINMAIL))
    assert [each.rule for each in document.diagnostics] == ["mail-parts-dropped"]


def test_a_message_with_nothing_but_attachments_is_an_error_with_its_cure() -> None:
    with pytest.raises(PressroomError, match="attachments"):
        parse(mixed("Content-Type: application/pdf; name=a.pdf\r\n\r\n%PDF"))


def test_the_border_of_parts_is_found_by_its_form() -> None:
    whole = mixed(plain("First words."), plain("Second words."))
    for broken in (
        whole.replace(b"; boundary=bb", b""),
        whole.replace(b"; boundary=bb", b"; boundary=other"),
        whole.replace(b"; boundary=bb", b";\r\nboundary=bb"),
        b"\xef\xbb\xbf\r\n" + whole,
    ):
        assert content.words(parse(broken)) == "Quays First words. Second words."


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_a_message_saved_in_another_encoding(encoding: str) -> None:
    data = f"{HEAD}Content-Type: text/plain\r\n\r\nGrüße – bis bald.\r\n".encode(encoding)
    assert content.words(parse(data)) == "Quays Grüße – bis bald."


def test_an_invitation_says_what_when_and_where() -> None:
    calendar = (
        "Content-Type: text/calendar; method=REQUEST; charset=utf-8\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"
        "SUMMARY;LANGUAGE=en:Talks on\r\n  quays\r\nDTSTART;TZID=Europe/Oslo:20260312T090000\r\nDTEND:20260312T103000\r\n"
        "LOCATION:Hall 2\\, north\r\nDESCRIPTION:Bring the plan.\\nAnd a pen.\r\nBEGIN:VALARM\r\n"
        "DESCRIPTION:Reminder\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR"
    )
    document = parse(f"{HEAD}{calendar}\r\n".encode())
    assert (
        content.words(document)
        == "Quays Talks on quays 2026-03-12 09:00 – 10:30 Hall 2, north Bring the plan. And a pen."
    )
    assert content.headings(document) == [(0, "Quays")]
    assert document.diagnostics == ()
    beside = parse(mixed(alternative(plain("You are invited."), calendar)))
    assert content.words(beside) == "Quays You are invited."
    assert [each.rule for each in beside.diagnostics] == ["mail-parts-beside"]


FLOWED = [
    ("One line of \r\ntwo.\r\nNext.", "", "One line of two. Next."),
    ("Zusammen \r\ngesetzt.", "; delsp=yes", "Zusammengesetzt."),
    ("> quoted \r\n> once\r\n>> twice", "", "quoted once twice"),
]


@pytest.mark.parametrize(("text", "more", "words"), FLOWED)
def test_lines_that_flow_are_one_paragraph(text: str, more: str, words: str) -> None:
    document = parse(f"{HEAD}{plain(text, f'; format=flowed{more}')}\r\n".encode())
    assert content.words(document) == f"Quays {words}"


def test_a_note_of_the_same_name_in_two_parts_is_not_lost() -> None:
    page = "<p>Words{0}<sup><a href='#n'>1</a></sup>.</p><p id=n>Note {0}.</p>"
    document = parse(mixed(html(page.format("A")), html(page.format("B"))))
    assert {"NoteA", "NoteB"} <= set(
        content.words(document).replace("Note ", "Note").replace(".", "").split()
    )


@pytest.mark.parametrize(
    "head",
    [
        "Subject: " + "\n ".join(["=?utf-8?q?" + "=41" * 8 + "?="] * 2000),
        "Subject: x\nContent-Type: text/plain;" + ";\n ".join(f"n*{at}*=utf-8''%41" for at in range(2000)),
        "Subject: x\nFrom: " + ",\n ".join(f"A{at} <a@b.example>" for at in range(2000)),
    ],
)
def test_no_more_of_a_header_is_taken_apart_than_a_letter_needs(head: str, monkeypatch) -> None:
    """Counted in characters that the standard library gets to see; the whole takes gigabytes."""
    seen: list[int] = []
    parse_header = EmailPolicy.header_fetch_parse

    def count(policy: EmailPolicy, name: str, value: str) -> str:
        seen.append(len(value))
        return parse_header(policy, name, value)

    monkeypatch.setattr(EmailPolicy, "header_fetch_parse", count)
    document = parse(f"{head}\n\nA text with 25 apples.\n".encode())
    assert "25 apples" in content.words(document)
    assert max(seen) <= LONGEST_HEADER


FIELDS = [
    "<b>From:</b> B. Dahl",
    "<b>Sent:</b> Monday, 1 June 2026 9:12",
    "<b>To:</b> A. Roe",
    "<b>Subject:</b> Quays",
]


@pytest.mark.parametrize(
    "header", ["<p>" + "<br>".join(FIELDS) + "</p>", "".join(f"<p>{each}</p>" for each in FIELDS)]
)
def test_older_mails_in_html_are_quotations(header: str) -> None:
    older = f"<hr>{header}<h2>Costs</h2><p>What do they cost?</p>"
    document = parse(f"{HEAD}{html(f'<p>Four pounds.</p>{older}{older}')}\r\n".encode())
    quotes = [block for block in document.blocks if isinstance(block, Quote)]
    assert len(document.blocks) == 3
    assert len(quotes) == 2
    assert content.headings(document) == [(0, "Quays")]
    assert "What do they cost?" in content.words(document)


def test_a_message_that_begins_with_fields_is_no_quotation() -> None:
    document = parse(f"{HEAD}{html('<p>' + '<br>'.join(FIELDS) + '</p><p>Words.</p>')}\r\n".encode())
    assert not any(isinstance(block, Quote) for block in document.blocks)


@pytest.mark.parametrize(
    "date",
    [
        "Fri, 03 May 20999999999999999999999924 23:30:00 +0200",
        "Fri, 03 May 2024 99999999999999999999:30:00 +0200",
        "Fri, 03 May 2024 23:30:00 +99999999999999",
        "Fri, 03 May 2024 23:30:00 -9999",
        "Fri, 99 May 2024 23:30:00 +0200",
    ],
)
def test_a_date_that_is_none_stays_as_it_is_written(date: str) -> None:
    found = parse(f"From: Jo <j@x.org>\r\nDate: {date}\r\n\r\nSome words.\r\n".encode())
    assert found.metadata.date == ""
    assert found.metadata.date_text == date
    assert "Some words." in found.text


@pytest.mark.parametrize("day", ["00010101", "99991231", "20260399", "20260301"])
def test_an_event_on_any_day_is_read(day: str) -> None:
    event = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Talks\r\nDTSTART:{day}\r\nDTEND:{day}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    found = parse(f"From: Jo <j@x.org>\r\nContent-Type: text/calendar\r\n\r\n{event}".encode())
    assert "Talks" in found.text
