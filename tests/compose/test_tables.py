"""Tables as the page has them."""

import pytest

from pressroom.compose.tables import find_column_classes
from pressroom.model.document import Align, Cell, Row, Table
from pressroom.model.inline import Text
from tests.making import span


def column(*cells: str, align: Align = "") -> Table:
    """A table of one column."""
    rows = tuple(Row((Cell((Text(cell),), span()),)) for cell in cells)
    return Table((), rows, span(), align=(align,))


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        (column("Hull", align="right"), "num"),
        (column("Hull", align="decimal"), "num"),
        (column("Hull", align="center"), "center"),
        (column("12", "1,300", align="left"), ""),
        (column("12", "–", "£1,300", "4.5%"), "num"),
        (column("12", "Hull"), ""),
        (column("–", ""), ""),
    ],
)
def test_a_column_stands_as_its_source_says_or_as_its_cells_ask(table, wanted):
    assert find_column_classes(table) == (wanted,)
