"""Tables for the terminal."""

import click

from pressroom.cli.table import Column, TableRow, lay_out_table

COLUMNS = (Column("number", 8), Column("line", 4, right=True), Column("why"))


def lines(rows, width):
    return [click.unstyle(line) for line in lay_out_table(COLUMNS, rows, width)]


def test_columns_are_as_wide_as_their_words_and_long_cells_are_wrapped():
    first = TableRow(("1,100", "2", "in the opening paragraph and in the title"))
    rows = [first, TableRow(("a very long number", "12", "short"))]
    shown = lines(rows, 40)
    assert shown[0] == "number    line  why"
    assert shown[1].startswith("1,100        2  in the opening")
    assert [line.split()[0] for line in shown if line.strip()][-3:] == ["a", "long", "number"]
    assert max(map(len, shown)) <= 40


def test_no_cell_steers_the_terminal():
    rows = lines([TableRow(("\x1b[2J7", "1", "x"))], 40)
    assert all(row.isprintable() for row in rows)
    assert "\\x1b[2J7" in "".join(rows)


def test_a_row_is_coloured_as_a_whole():
    (_, row) = lay_out_table(COLUMNS, [TableRow(("7", "1", "x"), "green", bold=True)], 40)
    assert row == click.style(click.unstyle(row), fg="green", bold=True)
