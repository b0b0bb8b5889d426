import email
import email.policy
from datetime import UTC, datetime

import fast_mail_parser
from lxml import html as lxml_html

from pressroom.compose import Frame, compose, frame_mail
from pressroom.model.document import Asset, Callout, Footnote, Image, List, ListItem, Paragraph
from pressroom.model.figure import Datum, Drawing, Figure, Figures, Medium, Series
from pressroom.model.inline import FootnoteRef, Text
from pressroom.model.numbers import Numbers
from pressroom.model.quantity import Qualifier
from pressroom.writers.email import (
    Attachment,
    EmailOptions,
    Envelope,
    Mailbox,
    make_letter,
    with_message_id,
    write,
)
from tests.making import document, key_number, load_template, paragraph, quantity, report, section, span
from tests.writers.email.making import PNG, png

ENVELOPE = Envelope(
    sender=Mailbox("press@example.org", "Presse, Büro"),
    to=Mailbox("ann@example.com", "Ann O’Neill"),
    date=datetime(2026, 5, 3, tzinfo=UTC),
    message_id="abc@example.org",
    unsubscribe=("https://example.org/u?a=ann", "mailto:u@example.org"),
)


def page_of(of, *, frame=None, assets=None, drawings=None, **made):
    template = load_template()
    page = compose(report(of, **made), template, drawings or {}, assets or {}, contents=True)
    return frame_mail(page, template, frame or Frame())


def full_page():
    figure = Figure(
        "fig-1", "bar", "Visits", "They rose from 3 to 5", ("2024",), (Series("V", (Datum(3),)),), ()
    )
    of = document(
        paragraph("Over 2,300 came."),
        Image("a.png", span(), "A map"),
        Callout("note", (paragraph("Mind this."),), span()),
        sections=(section("One", paragraph("Zoë’s “quote” – 中文 ￿")),),
    )
    number = key_number(
        quantity("2,300", 5, qualifier=Qualifier.OVER, words="over"), "over 2,300", "people came"
    )
    return page_of(
        of,
        figures=Figures((figure,)),
        numbers=Numbers(key=(number,)),
        drawings={"fig-1": Drawing(b"<svg/>", PNG, 170, 80)},
        assets={"a.png": Asset("a.png", "image/png", PNG)},
    )


def sent(page, *attachments):
    return write(page, EmailOptions(ENVELOPE, attachments))


def parsed(data):
    return email.message_from_bytes(data, policy=email.policy.default)


def test_text_and_html_are_alternatives_and_pictures_are_inside():
    page = full_page()
    message = parsed(sent(page, Attachment("Bericht März.pdf", "application/pdf", b"%PDF")))
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
        "application/pdf",
    ]
    html = message.get_body(("html",)).get_content()
    (picture,) = (part for part in message.walk() if part.get_content_type() == "image/png")
    assert html.count("cid:" + picture["Content-ID"][1:-1]) == 2  # the same bytes are carried once
    assert 'alt="They rose from 3 to 5"' in html
    assert 'alt="A map"' in html
    assert [each.get_filename() for each in message.iter_attachments()] == ["Bericht März.pdf"]
    assert b"filename*=utf-8''Bericht%20M%C3%A4rz.pdf" in sent(
        page, Attachment("Bericht März.pdf", "application/pdf", b"")
    )


def test_the_head_says_from_whom_to_whom_and_how_to_leave():
    message = parsed(sent(full_page()))
    assert message["From"] == '"Presse, Büro" <press@example.org>'
    assert message["To"] == "Ann O’Neill <ann@example.com>"
    assert message["Date"].datetime == ENVELOPE.date
    assert message["Message-ID"] == "<abc@example.org>"
    assert message["List-Unsubscribe"] == "<https://example.org/u?a=ann>, <mailto:u@example.org>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "en"


def test_a_draft_opens_ready_to_be_sent():
    message = parsed(write(full_page(), EmailOptions(Envelope(draft=True))))
    assert message["X-Unsent"] == "1"
    assert message["Auto-Submitted"] is None
    assert message["From"] is None


def test_nothing_is_fetched_and_the_rules_for_phone_and_dark_stay():
    html = make_letter(full_page()).html
    assert "@media (max-width:599px)" in html
    assert "@media (prefers-color-scheme:dark)" in html
    assert 'src="http' not in html
    assert "url(" not in html
    assert "<link" not in html
    assert "<script" not in html
    assert 'class="tile"' in html
    assert "border-top:2px solid" in html.partition("</head>")[2]  # put into the elements


def test_what_outlook_needs_is_tables():
    body = make_letter(full_page()).html.partition("<body")[2]
    assert "<!--[if mso]>" in body
    assert 'width="600"' in body
    for gone in ("<section", "<main", "<figure", "<aside", "<header", "<nav"):
        assert gone not in body
    assert '<td style="padding:12px 16px 2px' in body  # the aside


def test_the_text_says_the_same():
    text = make_letter(full_page()).text
    assert text.startswith("Pressroom\n\nBriefing\n\nA title\n=======\n")
    assert "over 2,300\npeople came" in text
    assert "[Figure 1 Visits. They rose from 3 to 5]" in text
    assert "[A map]" in text
    assert "One\n---\n\nZoë’s “quote” – 中文" in text


def test_notes_stand_at_the_end_with_their_numbers():
    calls = (Text("a"), FootnoteRef("x"), Text("b"), FootnoteRef("x"))
    of = document(Paragraph(calls, span()), footnotes=(Footnote("x", (paragraph("Note."),), span()),))
    made = make_letter(page_of(of))
    assert "a[1]b" in made.text
    assert made.text.rstrip().split("\n\n")[-2] == "1. Note."
    assert 'href="#' not in made.html


def test_what_the_frame_says_is_said_in_both():
    frame = Frame(
        "Own subject",
        "First words",
        ("Dear all,",),
        ("Embargoed",),
        ("New: 5",),
        (("Here", "https://example.org/r"),),
        "https://example.org/u",
    )
    made = make_letter(page_of(document(), frame=frame))
    assert made.subject == "Own subject"
    for words in ("Dear all,", "Embargoed", "New: 5", "https://example.org/r", "https://example.org/u"):
        assert words in made.text
        assert words in made.html
    assert "First words" in made.html
    assert "First words" not in made.text


def test_a_language_from_right_to_left_turns_the_mail():
    number = key_number(quantity("5", 0), "5", "שלום")
    html = make_letter(page_of(document(paragraph("שלום")), lang="he", numbers=Numbers(key=(number,)))).html
    assert 'dir="rtl"' in html
    assert "text-align:right" in html
    body = lxml_html.document_fromstring(html)
    (label,) = [each for each in body.iter("p") if each.text == "נתוני מפתח"]
    assert "text-align:left" not in label.get("style")
    assert "border-left:2px" not in html


def test_the_same_page_gives_the_same_bytes():
    page = full_page()
    files = (Attachment("a.pdf", "application/pdf", b"%PDF"),)
    first, second = (
        write(page, EmailOptions(with_message_id(ENVELOPE, page, files), files)) for _ in range(2)
    )
    assert first == second
    other = (Attachment("a.pdf", "application/pdf", b"%PDF2"),)
    assert (
        with_message_id(ENVELOPE, page, other).message_id != with_message_id(ENVELOPE, page, files).message_id
    )


def test_no_line_is_longer_than_mail_allows_and_all_is_seven_bit():
    data = sent(full_page(), Attachment("Ж" * 300 + ".pdf", "application/pdf", bytes(range(256))))
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_another_parser_reads_the_same():
    data = sent(full_page(), Attachment("März.pdf", "application/pdf", b"%PDF-1"))
    ours, other = parsed(data), fast_mail_parser.parse_email(data)
    assert other.subject == ours["Subject"]
    assert other.text_plain[0].replace("\r\n", "\n") == ours.get_body(("plain",)).get_content().replace(
        "\r\n", "\n"
    )
    assert other.text_html[0].replace("\r\n", "\n") == ours.get_body(("html",)).get_content().replace(
        "\r\n", "\n"
    )
    assert other.attachments[-1].content == b"%PDF-1"
    assert other.attachments[-1].filename == "März.pdf"


def test_document_text_is_never_a_template():
    made = make_letter(page_of(document(paragraph("{{ 7*7 }} {% raw %}"), title="{{ 7*7 }}")))
    assert made.subject == "{{ 7*7 }}"
    assert "{{ 7*7 }} {% raw %}" in made.text
    assert "49" not in made.text


def test_a_figure_drawn_for_phones_is_there_twice_and_one_of_them_is_hidden():
    figure = Figure("fig-1", "bar", "Visits", "They rose", ("2024",), (Series("Visits", (Datum(3),)),), ())
    narrow = Drawing(b"", png(320, 100), 40, 12)
    drawing = Drawing(b"", png(500, 100), 120, 24, ((Medium.MAIL_PHONE, narrow),))
    page = page_of(document(), figures=Figures((figure,)), drawings={"fig-1": drawing})
    made = make_letter(page)
    images = lxml_html.document_fromstring(made.html).find_class("figure")[0].findall("img")
    assert [image.get("class") for image in images] == ["off-phone", "on-phone"]
    assert [image.get("alt") for image in images] == ["They rose", "They rose"]
    assert "mso-hide" in images[1].get("style")
    assert len({image.get("src") for image in images}) == len(made.pictures) == 2
    assert made.text.count("They rose") == 1


def test_a_passage_from_right_to_left_stands_at_the_right_of_a_mail_from_left_to_right():
    arabic = "هذه فقرة كاملة باللغة العربية"
    html = make_letter(page_of(document(paragraph("English words."), paragraph(arabic)))).html
    (found,) = [each for each in lxml_html.document_fromstring(html).iter("p") if each.text == arabic]
    assert found.get("dir") == "rtl"
    assert "text-align:right" in found.get("style")


def test_an_item_that_turns_in_its_list_has_room_for_its_mark_on_the_other_side():
    items = (
        ListItem((paragraph("English words."),), span(), "-"),
        ListItem((paragraph("هذه فقرة كاملة باللغة العربية"),), span(), "-"),
    )
    html = make_letter(page_of(document(List(items, span(), "bullet")))).html
    plain, turned = lxml_html.document_fromstring(html).iter("li")
    assert turned.get("dir") == "rtl"
    assert "margin:0 28px 6px 0" in turned.get("style")
    assert "28px" not in plain.get("style", "")
