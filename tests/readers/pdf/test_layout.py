"""The steps of the layout: nothing is lost, and nothing stands twice."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.model.inline import words
from pressroom.readers.pdf.diagnostics import list_pages
from pressroom.readers.pdf.layout.columns import order_columns
from pressroom.readers.pdf.layout.drawn import find_drawn
from pressroom.readers.pdf.layout.furniture import _parse
from pressroom.readers.pdf.layout.page import Box, LinePiece, PdfWord
from pressroom.readers.pdf.layout.pieces import build_pieces, group_rows
from pressroom.readers.pdf.layout.tables import build_table, find_table_rows

LETTERS = st.text("abcdefghij0123456789", min_size=1, max_size=8)


def word(text: str, x: float, y: float, size: float) -> PdfWord:
    return PdfWord(text, Box(x, y - 0.8 * size, x + 0.5 * size * len(text), y + 0.2 * size), y, size)


PLACED = st.builds(
    word, LETTERS, st.integers(0, 500), st.integers(0, 800), st.sampled_from([6.0, 8.0, 10.0, 10.0, 18.0])
)
PAGES = st.lists(PLACED, min_size=1, max_size=60)


@settings(deadline=None)
@given(PAGES)
def test_pieces_rows_and_columns_hold_each_word_once(page: list[PdfWord]) -> None:
    pieces = build_pieces(page)
    assert sorted(id(each) for piece in pieces for each in piece.words) == sorted(map(id, page))
    rows = group_rows(pieces)
    assert sorted(id(piece) for row in rows for piece in row) == sorted(map(id, pieces))
    columns = order_columns(pieces)
    assert sorted(id(piece) for column in columns for piece in column) == sorted(map(id, pieces))


@settings(deadline=None)
@given(PAGES)
def test_a_table_holds_each_word_of_its_rows_once(page: list[PdfWord]) -> None:
    rows = group_rows(build_pieces(page))
    for start, end in find_table_rows(rows):
        assert 0 <= start < end <= len(rows)
        wanted = sorted(
            "".join(each.text for row in rows[start:end] for piece in row for each in piece.words)
        )
        table = build_table(rows[start:end])
        parts = [table.caption, *table.notes]
        parts += [cell.inlines for row in table.head + table.body for cell in row.cells]
        found = "".join(words(part) for part in parts) + table.label
        assert sorted(found.replace(" ", "")) == wanted


@settings(deadline=None)
@given(
    st.lists(
        st.builds(
            lambda x, y, long, level: Box(x, y, x + long, y) if level else Box(x, y, x, y + long),
            st.integers(0, 40).map(lambda n: n * 10),
            st.integers(0, 40).map(lambda n: n * 10),
            st.integers(1, 40).map(lambda n: n * 10),
            st.booleans(),
        ),
        max_size=40,
    ),
    PAGES,
)
def test_a_drawn_table_holds_each_word_inside_it_once(rules: list[Box], page: list[PdfWord]) -> None:
    for drawn in find_drawn(page, rules):
        table = drawn.table
        parts = [table.caption, *table.notes]
        parts += [cell.inlines for row in table.head + table.body for cell in row.cells]
        found = "".join(words(part) for part in parts) + table.label
        assert sorted(found.replace(" ", "")) == sorted("".join(each.text for each in drawn.words))


def test_words_of_a_column_of_figures_are_no_column_of_text() -> None:
    rows = [(f"name {at}", f"{at * 37}") for at in range(9)]
    page = [
        word(part, x + 28 * at, 20 + 12 * y, 10.0)
        for y, row in enumerate(rows)
        for x, text in zip((0, 200), row, strict=True)
        for at, part in enumerate(text.split())
    ]
    assert len(order_columns(build_pieces(page))) == 1


def test_a_piece_is_at_the_baseline_of_its_letters() -> None:
    piece = LinePiece([word("power", 0, 100, 10.0), word("2", 30, 95, 6.0)])
    assert (piece.base, piece.size) == (100, 10.0)


def test_pages_are_listed_in_runs() -> None:
    assert list_pages([3]) == "page 3"
    assert list_pages([1, 2, 3, 7, 9, 10]) == "pages 1–3, 7, 9–10"
    assert list_pages(range(1, 40, 2)).endswith(" and 12 more")


def test_page_numbers_are_read_in_roman_as_well() -> None:
    assert [_parse(text) for text in ("12", "iv", "ix", "xlii")] == [12, 4, 9, 42]


@pytest.mark.slow
def test_pages_that_no_person_made_are_laid_out_in_a_time_that_grows_with_their_words() -> None:
    chance = random.Random(1)
    line = [word("a", at * 6, 100, 10) for at in range(3_000)]
    chance.shuffle(line)
    scattered = [
        LinePiece([word("ab", chance.random() * 6_000, chance.random() * 800, 10)]) for _ in range(2_400)
    ]
    starts = [(chance.random() * 600, chance.random() * 800) for _ in range(4_000)]
    rules = [Box(x, y, x + 9, y) for x, y in starts]
    uneven = [
        [LinePiece([word("ab", 10, at * 9, 8)]), *([LinePiece([word("ab", 300, at * 9, 8)])] * (at % 2))]
        for at in range(400)
    ]
    began = time.process_time()
    (piece,) = build_pieces(line)
    assert len(piece.words) == 3_000
    assert sum(map(len, order_columns(scattered))) == 2_400
    assert find_drawn([], rules) == []
    assert find_table_rows(uneven) == []
    assert time.process_time() - began < 20  # seconds; minutes, where each is compared with all others


def test_a_letter_that_is_said_to_be_higher_than_any_page_is_a_word() -> None:
    high = PdfWord("a", Box(0, -2e7, 1, 2e7), 5, 8.0)
    assert [piece.words for piece in build_pieces([high])] == [[high]]
