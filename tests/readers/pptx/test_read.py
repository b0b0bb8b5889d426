# ruff: noqa: E501 - XML reads better unbroken
"""Presentations to documents."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.errors import PressroomError
from pressroom.model.document import Callout, Document, Image, List, Paragraph, Table
from pressroom.model.inline import Link, Strong, words
from pressroom.readers import ReaderSettings, read
from pressroom.readers.common.limits import Package
from tests.readers import content
from tests.readers.packages import zipped
from tests.readers.pptx.making import SPACES, SlideXml, par, pptx, shape, title

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def reading(*slides: SlideXml, **more: object) -> Document:
    return read(pptx(*slides, **more), "deck.pptx", ReaderSettings())  # type: ignore[arg-type]  # as pptx takes them


def headings(document: Document) -> list[tuple[int, str]]:
    return [(section.heading.level, section.heading.text) for section in document.walk()]


def left_out(document: Document) -> list[tuple[str, str]]:
    return [(document.text[one.span.start : one.span.end], one.reason) for one in document.left_out]


def rules(document: Document) -> list[str]:
    return [found.rule for found in document.diagnostics]


def test_the_cover_is_the_title_and_slides_are_sections() -> None:
    found = reading(
        SlideXml(title("Boats in winter", "ctrTitle") + shape("subTitle", par("A report")), layout="title"),
        SlideXml(title("What was done") + shape("body", par("Nets were mended"))),
        SlideXml(title("What comes next") + shape("body", par("Sails"))),
    )
    assert found.title is not None
    assert found.title.text == "Boats in winter"
    (first,) = found.blocks
    assert isinstance(first, Paragraph)
    assert first.role == "standfirst"
    assert headings(found) == [(1, "What was done"), (1, "What comes next")]


def test_a_body_is_a_list_with_levels_and_a_text_box_is_not() -> None:
    found = reading(
        SlideXml(
            title("Boats")
            + shape("body", par("one"), par("deeper", 1), par("two"), par("no item", 0, "<a:buNone/>"))
            + shape("", par("A box."))
        )
    )
    outer, inner = (block for block in content.blocks(found) if isinstance(block, List))
    assert len(outer.items) == 2
    assert len(inner.items) == 1
    texts = [words(b.inlines) for b in content.blocks(found) if isinstance(b, Paragraph)]
    assert texts[-2:] == ["no item", "A box."]


def test_counted_items_have_their_scheme() -> None:
    mark = '<a:buAutoNum type="alphaLcParenR"/>'
    found = reading(SlideXml(title("Boats") + shape("body", par("one", 0, mark), par("two", 0, mark))))
    (made,) = (block for block in content.blocks(found) if isinstance(block, List))
    assert (made.style, [item.marker for item in made.items]) == ("lower-alpha", ["a)", "b)"])


def test_a_slide_that_goes_on_has_one_heading() -> None:
    found = reading(
        *(SlideXml(title("Boats") + shape("body", par(text))) for text in ("one", "two")),
        SlideXml(title("Nets")),
    )
    assert headings(found) == [(1, "Boats"), (1, "Nets")]


def test_section_headers_and_named_sections_are_above_slides() -> None:
    slides = [
        SlideXml(title("Part one"), layout="secHead"),
        SlideXml(title("Boats") + shape("body", par("one"), par("two"))),
        SlideXml(title("Part two"), layout="secHead"),
        SlideXml(title("Nets") + shape("body", par("one"), par("two"))),
    ]
    assert headings(reading(*slides))[-3:] == [(2, "Boats"), (1, "Part two"), (2, "Nets")]
    sections = (
        '<p:extLst><p:ext><p14:sectionLst><p14:section name="Sea"><p14:sldIdLst><p14:sldId id="256"/></p14:sldIdLst></p14:section>'
        '<p14:section name="Land"><p14:sldIdLst><p14:sldId id="257"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>'
    )
    found = reading(slides[1], slides[3], sections=sections)
    assert headings(found) == [(1, "Sea"), (2, "Boats"), (1, "Land"), (2, "Nets")]


def test_the_largest_type_at_the_top_is_a_title_that_nothing_marks() -> None:
    def box(top: int, text: str, size: int) -> str:
        place = f'<p:spPr><a:xfrm><a:off x="0" y="{top}"/></a:xfrm></p:spPr>'
        words = shape("", par(text, run=f'sz="{size}"'))
        return words.replace("<p:txBody>", f"{place}<p:txBody>")

    cover = SlideXml(title("Boats in winter", "ctrTitle"), layout="title")
    found = reading(cover, SlideXml(box(900, "The nets were mended by all.", 1800) + box(100, "Nets", 3200)))
    assert headings(found) == [(1, "Nets")]
    assert next(found.walk()).heading.guessed
    assert (
        headings(reading(cover, SlideXml(box(900, "Nets", 3200) + box(100, "All were mended", 1800)))) == []
    )


def test_notes_are_boxes_and_told() -> None:
    found = reading(
        SlideXml(
            title("Boats") + shape("body", par("one"), par("two")),
            notes=shape("body", par("Say it slowly.")) + shape("sldNum", par("1")),
        )
    )
    (box,) = (block for block in content.blocks(found) if isinstance(block, Callout))
    assert words(box.title) == "Notes to slide 1"
    assert "Say it slowly." in found.text
    assert "notes-printed" in rules(found)


def test_a_table_of_the_notes_is_in_their_box() -> None:
    table = (
        "<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc><a:txBody>"
        f"{par('Spare nets')}</a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )
    found = reading(SlideXml(title("Boats"), notes=shape("body", par("Say it slowly.")) + table))
    (box,) = (block for block in content.blocks(found) if isinstance(block, Callout))
    paragraph, held = box.blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(held, Table)
    assert words(held.body[0].cells[0].inlines) == "Spare nets"


def test_hidden_slides_footers_and_comments_are_left_out_and_told() -> None:
    found = reading(
        SlideXml(
            title("Boats")
            + shape("body", par("one"), par("two"))
            + shape("ftr", par("Confidential"))
            + shape("sldNum", par("7")),
            relations=[("c1", "comments", "../comments/comment1.xml")],
        ),
        SlideXml(title("Secret plan") + shape("body", par("sink them")), hidden=True),
        extra={
            "ppt/comments/comment1.xml": f"<p:cmLst {SPACES}><p:cm><p:text>ask Ann</p:text></p:cm></p:cmLst>"
        },
    )
    assert ("2: Secret plan sink them", "hidden slide") in left_out(found)
    assert ("Confidential", "footer of a slide") in left_out(found)
    assert ("ask Ann", "comment") in left_out(found)
    assert rules(found).count("left-out") == 3


def test_a_table_has_its_head_and_its_merged_cells() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<a:tc {more}><a:txBody>{par(text) if text else '<a:p/>'}</a:txBody></a:tc>"

    first = cell("Harbour") + cell("Boats", 'gridSpan="2"') + cell("", 'hMerge="1"')
    second = cell("North", 'rowSpan="2"') + cell("4") + cell("5")
    third = cell("", 'vMerge="1"') + cell("6") + cell("7")
    rows = "".join(f"<a:tr>{row}</a:tr>" for row in (first, second, third))
    table = f'<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tblPr firstRow="1"/>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>'
    (made,) = (
        block
        for block in content.blocks(reading(SlideXml(title("Boats") + table)))
        if isinstance(block, Table)
    )
    assert [
        [(words(c.inlines), c.colspan, c.rowspan) for c in row.cells] for row in made.head + made.body
    ] == [
        [("Harbour", 1, 1), ("Boats", 2, 1)],
        [("North", 1, 2), ("4", 1, 1), ("5", 1, 1)],
        [("6", 1, 1), ("7", 1, 1)],
    ]
    assert len(made.head) == 1


def test_a_chart_is_a_table_of_its_values() -> None:
    chart = (
        f"<c:chartSpace {SPACES}><c:chart><c:title><c:tx><c:rich>{par('Boats by year')}</c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser>"
        "<c:tx><c:strRef><c:strCache><c:pt idx='0'><c:v>Share</c:v></c:pt></c:strCache></c:strRef></c:tx>"
        "<c:cat><c:strRef><c:strCache><c:pt idx='0'><c:v>2024</c:v></c:pt><c:pt idx='1'><c:v>2025</c:v></c:pt></c:strCache></c:strRef></c:cat>"
        "<c:val><c:numRef><c:numCache><c:formatCode>0.0%</c:formatCode><c:pt idx='0'><c:v>0.125</c:v></c:pt><c:pt idx='1'><c:v>0.2</c:v></c:pt></c:numCache></c:numRef></c:val>"
        "</c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>"
    )
    frame = '<p:graphicFrame><a:graphic><a:graphicData><c:chart r:id="h1"/></a:graphicData></a:graphic></p:graphicFrame>'
    found = reading(
        SlideXml(title("Boats") + frame, relations=[("h1", "chart", "../charts/chart1.xml")]),
        extra={"ppt/charts/chart1.xml": chart},
    )
    (made,) = (block for block in content.blocks(found) if isinstance(block, Table))
    assert words(made.caption) == "Boats by year"
    assert [[words(cell.inlines) for cell in row.cells] for row in made.body] == [
        ["2024", "12.5%"],
        ["2025", "20.0%"],
    ]
    assert "chart-as-table" in rules(found)


def test_the_words_of_a_chart_are_shown_as_they_are_stored() -> None:
    words_of = {"idx='0'": "2023_24", "idx='1'": "007", "idx='x'": "lost", f"idx='{'9' * 5_000}'": "lost"}
    points = "".join(f"<c:pt {place}><c:v>{value}</c:v></c:pt>" for place, value in words_of.items())
    decimals = "0" * 400
    chart = (
        f"<c:chartSpace {SPACES}><c:chart><c:plotArea><c:barChart><c:ser>"
        "<c:tx><c:strRef><c:strCache><c:pt idx='0'><c:v>1e5</c:v></c:pt></c:strCache></c:strRef></c:tx>"
        f"<c:cat><c:strRef><c:strCache>{points}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:numCache><c:formatCode>0.{decimals}%</c:formatCode><c:pt idx='0'><c:v>0.5</c:v></c:pt></c:numCache></c:numRef></c:val>"
        "</c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>"
    )
    frame = '<p:graphicFrame><a:graphic><a:graphicData><c:chart r:id="h1"/></a:graphicData></a:graphic></p:graphicFrame>'
    found = reading(
        SlideXml(title("Boats") + frame, relations=[("h1", "chart", "../charts/chart1.xml")]),
        extra={"ppt/charts/chart1.xml": chart},
    )
    (made,) = (block for block in content.blocks(found) if isinstance(block, Table))
    assert [[words(cell.inlines) for cell in row.cells] for row in made.head + made.body] == [
        ["", "1e5"],
        ["2023_24", f"50.{'0' * 30}%"],
        ["007", ""],
    ]


def test_a_layout_is_unpacked_once_however_many_slides_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    read_parts: list[str] = []
    part = Package.part
    monkeypatch.setattr(Package, "part", lambda self, name: read_parts.append(name) or part(self, name))
    reading(*(SlideXml(title(f"Boats {at}") + shape("body", par("Some words"))) for at in range(5)))
    assert len([name for name in read_parts if "slideLayouts/obj.xml" in name]) == 1


def picture(alt: str, more: str = "") -> str:
    return f'<p:pic><p:nvPicPr><p:cNvPr id="4" name="x" descr="{alt}">{more}</p:cNvPr></p:nvPicPr><p:blipFill><a:blip r:embed="i1"/></p:blipFill></p:pic>'


def test_pictures_come_with_their_words_but_for_ornaments_and_missing_ones() -> None:
    relations = [("i1", "image", "../media/image1.png")]
    ornament = '<a:extLst><a:ext><adec:decorative val="1"/></a:ext></a:extLst>'
    found = reading(
        SlideXml(
            title("Boats") + picture("The harbour at dawn") + picture("a line", ornament), relations=relations
        ),
        extra={"ppt/media/image1.png": PNG},
    )
    (made,) = (block for block in content.blocks(found) if isinstance(block, Image))
    assert made.alt == "The harbour at dawn"
    assert [asset.name for asset in found.assets] == [made.src]
    missing = reading(
        SlideXml(title("Boats") + shape("body", par("one")) + picture("x"), relations=relations)
    )
    assert "picture-dropped" in rules(missing)
    hostile = reading(
        SlideXml(
            title("Boats") + shape("body", par("one")) + picture("x"),
            relations=[("i1", "image", "https://example.org/x.png")],
        )
    )
    assert "picture-dropped" in rules(hostile)


def test_marks_and_links_stay_and_hostile_addresses_go() -> None:
    linked = '<a:p><a:r><a:rPr><a:hlinkClick r:id="k1"/></a:rPr><a:t>here</a:t></a:r></a:p>'
    text = shape("", par("loud", run='b="1"'), linked)
    good, bad = (
        reading(SlideXml(title("Boats") + text, relations=[("k1", "hyperlink", target)]))
        for target in ("https://example.org/a", "javascript://x")
    )
    first, second = (block.inlines[0] for block in content.blocks(good) if isinstance(block, Paragraph))
    assert isinstance(first, Strong)
    assert isinstance(second, Link)
    assert not any(isinstance(b.inlines[0], Link) for b in content.blocks(bad) if isinstance(b, Paragraph))


def test_words_of_groups_and_diagrams_are_read() -> None:
    group = f"<p:grpSp>{shape('', par('within'))}<p:grpSp>{shape('', par('deeper'))}</p:grpSp></p:grpSp>"
    frame = '<p:graphicFrame><a:graphic><a:graphicData><dgm:relIds xmlns:dgm="urn:d" r:dm="d1"/></a:graphicData></a:graphic></p:graphicFrame>'
    found = reading(
        SlideXml(title("Boats") + group + frame, relations=[("d1", "diagramData", "../diagrams/data1.xml")]),
        extra={"ppt/diagrams/data1.xml": f"<dataModel {SPACES}><t>{par('first step')}</t></dataModel>"},
    )
    for text in ("within", "deeper", "first step"):
        assert text in found.text


def test_other_packages_are_refused_by_name() -> None:
    for data in (zipped({"x.xml": "<x/>"}), zipped({"ppt/presentation.xml": "<w:document xmlns:w='w'/>"})):
        with pytest.raises(PressroomError) as refused:
            read(data, "deck.pptx", ReaderSettings())
        assert refused.value.diagnostic.rule in ("document-damaged", "document-no-text")


def test_a_bomb_is_refused() -> None:
    extra = {"ppt/slides/slide1.xml": f"<p:sld {SPACES}>" + " " * 60_000_000 + "</p:sld>"}
    with pytest.raises(PressroomError) as refused:
        reading(SlideXml(title("x")), extra=extra)
    assert refused.value.diagnostic.rule == "document-refused"


TEXTS = st.text("abcdefg äß", min_size=1, max_size=12).filter(str.strip)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.tuples(TEXTS, st.lists(st.tuples(TEXTS, st.integers(0, 8), st.booleans()), max_size=5)),
        min_size=1,
        max_size=4,
    )
)
def test_no_word_is_lost_whatever_the_levels(slides: list[tuple[str, list[tuple[str, int, bool]]]]) -> None:
    made = [
        SlideXml(
            title(name)
            + shape("body", *(par(text, level, "" if item else "<a:buNone/>") for text, level, item in body))
        )
        for name, body in slides
    ]
    found = reading(*made)
    have = " ".join(found.text.split())
    for name, body in slides:
        for text in (name, *(entry[0] for entry in body)):
            assert " ".join(text.split()) in have
