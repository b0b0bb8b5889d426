"""Numbers with their signs and units."""

import pytest

from pressroom.numbers import extract


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("At night it was minus 8 degrees.", "minus 8 degrees", -8),
        ("It fell to -8 °C.", "-8 °C", -8),
        ("Growth was −0.4 per cent.", "−0.4 per cent", -0.4),
        ("Banks (−0.4 per cent) lost.", "−0.4 per cent", -0.4),
        ("The yard (−$4m) lost.", "−$4m", -4_000_000),
        ("The error was plus or minus 8 metres.", "8 metres", 8),
        ("The runs of 2023-24 were 8 metres long.", "8 metres", 8),
    ],
)
def test_a_minus_is_part_of_its_number_and_nothing_ahead_of_it(text, written, value):
    assert [(found.text, found.value) for found in extract(text)] == [(written, value)]
