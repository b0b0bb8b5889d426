"""Tables."""

from __future__ import annotations

from pressroom.model.document import (
    Paragraph,
    Table,
)
from pressroom.model.inline import words as inline_words
from tests.readers import content
from tests.readers.docx.reading import BLIP, drawing, lines, parse, reasons
from tests.readers.packages import cell, numbered, p, png, word


def test_tables_with_head_and_merged_cells() -> None:
    head = "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("Region") + cell("Sales", '<w:gridSpan w:val="2"/>')
    first = "<w:tr>" + cell("North", '<w:vMerge w:val="restart"/>') + cell("1") + cell("2") + "</w:tr>"
    second = "<w:tr>" + cell("", "<w:vMerge/>") + cell("3") + cell("4") + "</w:tr>"
    body = p("Table 1: Sales", "Cap") + f"<w:tbl>{head}</w:tr>{first}{second}</w:tbl>"
    (table,) = parse(word(body)).blocks
    assert isinstance(table, Table)
    assert (table.label, inline_words(table.caption)) == ("Table 1", "Sales")
    assert [[inline_words(c.inlines) for c in row.cells] for row in table.body] == [
        ["North", "1", "2"],
        ["3", "4"],
    ]
    assert (table.head[0].cells[1].colspan, table.body[0].cells[0].rowspan) == (2, 2)
    assert all(c.header for c in table.head[0].cells)
    assert table.columns == 3


def test_a_table_of_one_cell_is_a_frame() -> None:
    document = parse(word(f"<w:tbl><w:tr>{cell('Boxed')}</w:tr></w:tbl>"))
    assert isinstance(document.blocks[0], Paragraph)


def test_a_head_that_is_bold_or_styled_and_cells_ahead_of_the_grid() -> None:
    bold = "".join(f"<w:tc>{p(name, run='<w:b/>')}</w:tc>" for name in ("Region", "Sum"))
    plain = f"<w:tr>{cell('North')}{cell('12')}</w:tr>"
    look = '<w:tblPr><w:tblLook w:val="0020"/></w:tblPr>'
    named = f"<w:tr>{cell('Region')}{cell('Sum')}</w:tr>"
    shifted = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("8")}</w:tr>'
    for rows in (f"<w:tr>{bold}</w:tr>{plain}{shifted}", f"{look}{named}{plain}{shifted}"):
        (table,) = parse(word(f"<w:tbl>{rows}</w:tbl>")).blocks
        assert isinstance(table, Table)
        assert [len(row.cells) for row in table.head + table.body] == [2, 2, 2]
        assert (len(table.head), inline_words(table.body[1].cells[1].inlines)) == (1, "8")
    (table,) = parse(word(f"<w:tbl>{named}{plain}</w:tbl>")).blocks
    assert isinstance(table, Table)
    assert not table.head  # nothing tells it from the others


def test_what_stands_in_cells_becomes_their_lines() -> None:
    inner = f"<w:tbl><w:tr>{cell('a')}{cell('b')}</w:tr><w:tr>{cell('c')}{cell('d')}</w:tr></w:tbl>"
    many = p("Lead") + numbered("one", 1) + numbered("deep", 1, 1) + numbered("two", 1) + numbered("dot", 2)
    quote = p("Said", "Q") + p("Head", "H1") + p("Table 3: Of what", "Cap") + inner + p("end")
    picture = f"<w:p>{drawing(BLIP)}</w:p>"
    document = parse(
        word(
            f"<w:tbl><w:tr><w:tc>{many}</w:tc><w:tc>{quote}</w:tc><w:tc>{picture}</w:tc></w:tr></w:tbl>",
            '<Relationship Id="p" Type="KIND/image" Target="media/a.png"/>',
            **{"media/a__png": png()},
        )
    )
    (table,) = document.blocks
    assert isinstance(table, Table)
    (row,) = table.body
    assert [lines(c) for c in row.cells] == [
        ["Lead", "1. one", "1.a) deep", "2. two", "• dot"],
        ["Said", "Head", "Table 3: Of what", "a | b", "c | d", "end"],
        ["A map"],
    ]


def test_a_cell_that_goes_on_keeps_the_words_of_each_part() -> None:
    first = "<w:tr>" + cell("Above", '<w:vMerge w:val="restart"/>') + cell("1") + "</w:tr>"
    titled = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('Below', 'T')}</w:tc>"
    document = parse(word(f"<w:tbl>{first}<w:tr>{titled}{cell('2')}</w:tr></w:tbl>"))
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert lines(table.body[0].cells[0]) == ["Above", "Below"]


def test_a_deleted_row_is_left_out() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('gone')}{cell('too')}</w:tr>"
    document = parse(word(f"<w:tbl><w:tr>{cell('kept')}{cell('here')}</w:tr>{gone}</w:tbl>"))
    assert content.words(document) == "kept here"
    assert reasons(document) == {"deleted by a tracked change": "gone too"}
