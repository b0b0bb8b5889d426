"""Numbers of list items as office programs write them."""

from __future__ import annotations

import pytest

from pressroom.model.document import ListStyle
from pressroom.readers.common.office.counting import write_count


@pytest.mark.parametrize(
    ("number", "style", "written"),
    [
        (7, "decimal", "7"),
        (7, "bullet", "7"),
        (1, "lower-alpha", "a"),
        (26, "upper-alpha", "Z"),
        (29, "lower-alpha", "cc"),
        (4, "lower-roman", "iv"),
        (1994, "upper-roman", "MCMXCIV"),
        (0, "lower-roman", "0"),
        (-1, "lower-alpha", "-1"),
        (4_000, "upper-roman", "4000"),
        (10**9, "lower-alpha", "1000000000"),
        (10**9, "lower-roman", "1000000000"),
    ],
)
def test_a_number_is_written_in_its_style(number: int, style: ListStyle, written: str) -> None:
    assert write_count(number, style) == written
