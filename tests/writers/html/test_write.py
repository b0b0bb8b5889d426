import re
from dataclasses import replace

import pytest
from lxml import html as lxml_html

from pressroom.compose import Template, compose
from pressroom.errors import PressroomError
from pressroom.model.document import Asset, Footnote, Image, Paragraph
from pressroom.model.figure import Datum, Drawing, Figure, Figures, Medium, Series
from pressroom.model.inline import FootnoteRef, Text
from pressroom.model.page import PageTree
from pressroom.writers.html import write
from tests.making import document, load_template, paragraph, report, section, span


def page_of(of, *, assets=None, drawings=None, **made):
    return compose(report(of, **made), load_template(), drawings or {}, assets or {}, contents=True)


def tree(page):
    return lxml_html.document_fromstring(write(page))


def test_it_is_one_file_that_fetches_and_runs_nothing():
    picture = Asset("a.png", "image/png", b"\x89PNG")
    page = page_of(document(Image("a.png", span(), "A map")), assets={"a.png": picture})
    data = write(page).decode()
    assert not re.search(r"asset:|<script|<link|url\(|@import|https?://", data)
    assert "default-src &#39;none&#39;" in data or "default-src 'none'" in data
    assert 'src="data:image/png;base64,iVBORw=="' in data


def test_what_is_for_paper_alone_is_left_out():
    root = tree(page_of(document(sections=(section("One", paragraph("Text.")),))))
    assert not root.find_class("running")
    assert [a.get("href") for a in root.find_class("contents")[0].iter("a")] == ["#one"]
    assert "--accent:#12507b" in root.find("head/style").text


def test_notes_are_numbered_and_linked_both_ways():
    notes = tuple(Footnote(label, (paragraph(f"Note {label}."),), span()) for label in ("x", "y"))
    calls = [Text("a"), FootnoteRef("x"), Text("b"), FootnoteRef("y"), Text("c"), FootnoteRef("x")]
    root = tree(page_of(document(Paragraph(tuple(calls), span()), footnotes=notes)))
    assert root.find(".//main/p").text_content() == "a1b2c1"
    items = root.find_class("notes")[0].findall(".//li")
    assert [item.text_content() for item in items] == ["Note x.↩", "Note y.↩"]
    for call, item in zip(root.find_class("call"), items, strict=True):
        link, back = call.find("a"), item.find_class("back")[0]
        assert (link.get("href"), back.get("href")) == (f"#{item.get('id')}", f"#{link.get('id')}")


def test_a_figure_carries_its_drawing_and_its_data():
    series = (Series("Visits", (Datum(3), Datum(5))),)
    figure = Figure("fig-1", "bar", "Visits", "They rose from 3 to 5", ("2024", "2025"), series, ())
    drawing = Drawing(b"<svg/>", b"", 170, 80)
    root = tree(page_of(document(), figures=Figures((figure,)), drawings={"fig-1": drawing}))
    chart = root.get_element_by_id("fig-1")
    assert chart.find("img").get("src") == "data:image/svg+xml;base64,PHN2Zy8+"
    assert chart.find("img").get("alt") == "They rose from 3 to 5"
    rows = [[cell.text_content() for cell in row] for row in chart.iter("tr")]
    assert rows == [["", "Visits"], ["2024", "3"], ["2025", "5"]]
    assert chart.find("details/summary").text == "The data as a table"


def test_a_figure_drawn_for_phones_is_shown_on_them():
    series = (Series("Visits", (Datum(3), Datum(5))),)
    figure = Figure("fig-1", "bar", "Visits", "They rose", ("2024", "2025"), series, ())
    phone = Drawing(b"<svg>1</svg>", b"", 86, 90)
    drawing = Drawing(b"<svg/>", b"", 186, 80, ((Medium.PHONE, phone),))
    root = tree(page_of(document(), figures=Figures((figure,)), drawings={"fig-1": drawing}))
    (source,) = root.iter("source")
    assert source.get("media") == "screen and (max-width: 740px)"
    assert source.get("srcset") == "data:image/svg+xml;base64,PHN2Zz4xPC9zdmc+"
    assert source.getnext().get("src") == "data:image/svg+xml;base64,PHN2Zy8+"
    assert source.getnext().get("alt") == "They rose"


def test_a_picture_that_is_not_carried_is_an_error():
    layout = "<html><head></head><body><main><img src='asset:x.png' alt=''></main></body></html>"
    template = Template("own", "own", {"report.html.j2": layout})
    page = compose(report(document()), template, {}, {}, contents=False)
    with pytest.raises(PressroomError, match=r"x\.png"):
        write(page)


def test_the_same_page_gives_the_same_bytes():
    page = page_of(document(paragraph("Zoë’s “quote” – 中文")))
    assert write(page) == write(page)
    assert "Zoë’s “quote” – ".encode() in write(page)
    assert "中文".encode() in write(page)


def test_notes_stand_ahead_of_the_block_that_ends_the_report():
    note = Footnote("x", (paragraph("Note."),), span())
    made = page_of(document(Paragraph((Text("a"), FootnoteRef("x")), span()), footnotes=(note,)))
    ending = '<section class="about"><p class="about-title">About</p></section></body>'
    root = tree(replace(made, tree=PageTree(made.html.replace("</body>", ending))))
    assert [section.get("class") for section in root.find("body").iterchildren("section")] == [
        "notes",
        "about",
    ]
