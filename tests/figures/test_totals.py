import pytest

from pressroom.figures.totals import drop_total
from pressroom.model.document import Cell, Row
from pressroom.model.inline import Strong, Text
from tests.making import span


def row(*cells: str) -> Row:
    return Row(
        tuple(
            Cell((Strong((Text(cell.strip("*")),)),) if cell.startswith("*") else (Text(cell),), span())
            for cell in cells
        )
    )


TOTALS = {
    "by its word": [("North", "3"), ("South", "4"), ("Total", "9")],
    "by a word with more": [("North", "3"), ("South", "4"), ("All districts", "9")],
    "in German": [("Nord", "3"), ("Süd", "4"), ("Insgesamt", "9")],
    "in bold": [("North", "3"), ("South", "4"), ("*City*", "")],
    "by the sums of two columns": [("North", "3", "10"), ("South", "4", "12"), ("City", "7", "22")],
    "by the sum of the only one": [("North", "3"), ("South", "4"), ("East", "5"), ("City", "12")],
    "rounded": [("North", "1,000.4", "2"), ("South", "2,000.4", "3"), ("City", "3,001", "5")],
}
NONE = {
    "by years": [("2021", "3"), ("2022", "4"), ("2023", "7.5")],
    "a sum by chance in one of two": [("North", "3", "10"), ("South", "4", "12"), ("East", "7", "15")],
    "two rows": [("North", "3"), ("Total", "3")],
    "all in bold": [("*North*", "3"), ("*South*", "4"), ("*East*", "9")],
    "a missing part": [("North", "3", "n/a"), ("South", "4", "1"), ("East", "8", "1")],
}


@pytest.mark.parametrize("rows", TOTALS.values(), ids=TOTALS)
def test_a_total_is_left_out_and_named(rows):
    parts, label = drop_total([row(*cells) for cells in rows], "en")
    assert len(parts) == len(rows) - 1
    assert label == rows[-1][0].strip("*")


@pytest.mark.parametrize("rows", NONE.values(), ids=NONE)
def test_what_is_no_total_stays(rows):
    parts, label = drop_total([row(*cells) for cells in rows], "en")
    assert (len(parts), label) == (len(rows), "")
