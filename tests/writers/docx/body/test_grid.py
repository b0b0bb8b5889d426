"""The grid of a table, and its columns' widths."""

from __future__ import annotations

import pytest
from lxml import html

from pressroom.writers.docx.body.grid import build_grid, list_rows, measure_columns, span


def rows(markup: str) -> list[html.HtmlElement]:
    return [row for row, _ in list_rows(html.fragment_fromstring(f"<table>{markup}</table>"))]


def drawn(markup: str) -> list[str]:
    """Each line of the grid: a cell's words, its columns if more than one, and v where it goes on above."""
    return [
        " ".join(
            (
                cell.element.text_content()
                if cell.element is not None
                else {"continue": "^"}.get(cell.merge, ".")
            )
            + (str(cell.columns) if cell.columns > 1 else "")
            + ("v" if cell.merge == "restart" else "")
            for cell in line
        )
        for line in build_grid(rows(markup))
    ]


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ("<tr><td>a<td>b<tr><td>c<td>d", ["a b", "c d"]),
        ("<tr><td colspan=2>a<tr><td>c<td>d", ["a2", "c d"]),
        ("<tr><td rowspan=2>a<td>b<tr><td>d", ["av b", "^ d"]),
        ("<tr><td rowspan=3 colspan=2>a<td>b<tr><td>c<tr><td>d", ["a2v b", "^2 c", "^2 d"]),
        ("<tr><td>a<td>b<td rowspan=2>c<tr><td>d", ["a b cv", "d . ^"]),  # a gap before what comes from above
        ("<tr><td rowspan=2>a<tr>", ["av", "^"]),
        ("<tr><td>a<tr><td>b<td>c<td>d", ["a . .", "b c d"]),  # a short row is filled up
        ("<tr><td rowspan=2>a<td rowspan=2>b<tr><tr><td>c", ["av bv", "^ ^", "c ."]),
    ],
)
def test_a_cell_stands_in_every_row_that_it_covers_and_rows_are_equally_wide(markup, wanted):
    assert drawn(markup) == wanted


def test_head_rows_are_those_of_the_head():
    table = html.fragment_fromstring(
        "<table><caption>x</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody>"
        "<tfoot><tr><td>c</td></tr></tfoot></table>"
    )
    assert [(row.text_content(), head) for row, head in list_rows(table)] == [
        ("a", True),
        ("b", False),
        ("c", False),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"), [("2", 2), ("0", 1), ("-3", 1), ("x", 1), ("", 1), ("1000", 1000), ("5000", 1000)]
)
def test_a_span_is_a_number_from_one_to_a_thousand(text, wanted):
    assert span(html.fragment_fromstring(f'<td colspan="{text}">a</td>'), "colspan") == wanted


def widths(markup: str, room: int) -> list[int]:
    return measure_columns(build_grid(rows(markup))).widths(room)


def test_widths_fill_the_room_to_the_last_twip():
    assert widths("<tr><td>a<td>b<td>c", 10_000) == [3333, 3333, 3334]
    assert widths("", 10_000) == []


def test_where_all_fits_columns_share_by_their_text():
    # 10 and 30 letters: 1160 and 3080 twips with their padding
    assert widths(f"<tr><td>{'a' * 10}<td>{'b c ' * 7}bb", 8480) == [2320, 6160]


def test_where_it_does_not_fit_no_column_is_narrower_than_its_longest_word():
    long = "word " * 40
    narrow, wide = widths(f"<tr><td>Unbreakable<td>{long}", 4000)
    assert narrow == 11 * 96 + 200
    assert wide == 4000 - narrow


def test_a_very_long_word_and_a_very_long_text_count_no_more_than_others():
    assert widths(f"<tr><td>{'a' * 24}<td>{'b' * 99}", 3000) == [1500, 1500]
    assert widths(f"<tr><td>{'aa ' * 15}<td>{'bb ' * 90}", 20_000) == [10_000, 10_000]


def test_a_cell_over_several_columns_says_nothing_of_their_widths():
    head = f"<tr><td colspan=2>{'x' * 40}"
    assert widths(f"{head}<tr><td>a<td>b", 1000) == [500, 500]
