"""The panel of key numbers in a Word file."""

from __future__ import annotations

import pytest
from lxml import etree

from pressroom.writers.docx.body.panel import count_columns
from tests.writers.docx.opened import W, body
from tests.writers.docx.pages import drawing


def entry(qualifier: str, value: str, words: str, more: str = "") -> str:
    """An entry of a frame."""
    above = f'<span class="qualifier">{qualifier}</span> ' if qualifier else ""
    return (
        f'<div class="entry"><p class="tile-number">{above}<a class="value" href="#x">{value}</a></p>'
        f'<p class="tile-label">{words} <a class="pageref" data-before="p. " href="#x"></a></p>{more}</div>'
    )


def frames(*entries: str) -> str:
    """Frames, with the place that their numbers point at."""
    cells = "".join(f'<li class="tile frame">{each}</li>' for each in entries)
    return f'<ul class="tiles frames">{cells}</ul><p><span id="x">Here.</span></p>'


def read_cells(root: etree._Element) -> list[list[tuple[str, str]]]:
    """The style and words of each paragraph, by the cell of the first table."""
    table = next(root.iter(f"{W}tbl"))
    return [
        [
            (
                paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val"),
                "".join(
                    "\n" if node.tag == f"{W}br" else node.text or ""
                    for node in paragraph.iter(f"{W}t", f"{W}br")
                ),
            )
            for paragraph in cell.iter(f"{W}p")
        ]
        for cell in table.iter(f"{W}tc")
    ]


def test_a_frame_holds_its_number_its_words_and_its_picture() -> None:
    glyph = '<img class="glyph" src="asset:g" alt="11 marks"><p class="glyph-note">Each stands for 10.</p>'
    root = body(frames(entry("over", "1,100", "people came", glyph)), drawings={"g": drawing(50, 10)})
    assert read_cells(root) == [
        [
            ("TileNumber", "over\n1,100"),
            ("TileLabel", "people came"),
            ("TilePicture", ""),
            ("TileDetail", "Each stands for 10."),
        ]
    ]
    assert [node.get("descr") for node in root.iter("{*}docPr")] == ["11 marks"]
    link = next(root.iter(f"{W}hyperlink"))
    assert "".join(link.itertext(f"{W}t")) == "1,100"


def test_numbers_of_a_row_stand_level() -> None:
    root = body(frames(entry("over", "5", "a"), entry("", "6", "b")))
    assert [cell[0][1] for cell in read_cells(root)] == ["over\n5", "\u00a0\n6"]
    alone = body(frames(entry("", "5", "a"), entry("", "6", "b")))
    assert [cell[0][1] for cell in read_cells(alone)] == ["5", "6"]


def test_a_second_number_of_a_frame_is_on_a_line_with_its_words() -> None:
    root = body(frames(entry("over", "5", "a") + entry("at least", "4", "b")))
    assert read_cells(root) == [
        [("TileNumber", "over\n5"), ("TileLabel", "a"), ("TileSecondNumber", "at least 4 b")]
    ]


@pytest.mark.parametrize(
    ("value", "across", "style"),
    [
        ("4.5 percentage points", 4, "TileNumberSmall"),
        ("4.5 percentage points", 2, "TileNumber"),
        ("1,100", 4, "TileNumber"),
        ("£12,345,678", 4, "TileNumberSmall"),
    ],
)
def test_no_word_of_a_number_is_wider_than_its_frame(value: str, across: int, style: str) -> None:
    root = body(frames(*[entry("", value, "a")] * across))
    assert read_cells(root)[0][0] == (style, value)


def test_numbers_without_a_frame_are_a_list_of_two_columns() -> None:
    words = '<p class="tile-label">b</p><p class="tile-detail">c</p>'
    item = f'<li class="tile"><p class="tile-number">{{}}</p>{words}</li>'
    root = body(f'<ul class="tiles further">{"".join(item.format(n) for n in "123")}</ul>')
    cells = read_cells(root)
    assert cells[0] == [("TileFurtherNumber", "1 b"), ("TileDetail", "c")]
    assert [len(row.findall(f"{W}tc")) for row in root.iter(f"{W}tr")] == [2, 2]
    assert cells[3] == [("TileLabel", "")]


def test_the_panel_takes_both_columns_and_follows_the_direction() -> None:
    both = frames(entry("", "5", "a"), entry("", "6", "b"))
    for direction, indent, shown in (("ltr", "-2835", ["5", "6"]), ("rtl", "-340", ["6", "5"])):
        root = body(both, direction=direction)
        assert next(root.iter(f"{W}tblInd")).get(f"{W}w") == indent
        assert [cell[0][1] for cell in read_cells(root)] == shown
        assert next(root.iter(f"{W}bidiVisual"), None) is None


def test_the_legend_is_one_line_of_signs_and_words() -> None:
    legend = (
        '<ul class="legend"><li><img class="sign" src="asset:s" alt="a mark"> <span>over</span></li>'
        "<li><span>about</span></li></ul>"
    )
    root = body(legend, drawings={"s": drawing(6, 2)})
    (paragraph,) = root.iter(f"{W}p")
    assert paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "PanelLegend"
    assert "".join(paragraph.itertext(f"{W}t")) == " over\u2003\u2003about"
    assert [node.get("descr") for node in root.iter("{*}docPr")] == ["a mark"]


def test_the_count_of_frames_in_a_row() -> None:
    assert [count_columns(count) for count in range(1, 9)] == [1, 2, 3, 4, 3, 3, 3, 4]
