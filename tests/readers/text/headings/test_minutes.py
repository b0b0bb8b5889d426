"""Headings of minutes that are known by their words."""

from __future__ import annotations

from tests.readers.text.covering import outline
from tests.readers.text.reading import BODY, read

MINUTES = f"""\
Rowing club, board meeting, 4 May 2026

{BODY}

Finances

Balance

EUR 4,310.20

Grants approved

Oars for the young: EUR 300.00

Boat house roof: EUR 900.00

Ongoing business

New boat

{BODY}

Regatta on the lake

{BODY}

Old pontoon

{BODY}
"""


def test_parts_that_minutes_have_are_headings_beside_those_that_are_known_otherwise() -> None:
    assert outline(read(MINUTES)) == [
        "= Rowing club, board meeting, 4 May 2026",
        "Finances",
        "Balance",
        "Grants approved",
        "Ongoing business",
        "New boat",
        "Regatta on the lake",
        "Old pontoon",
    ]


def test_they_are_none_in_a_text_that_is_of_no_meeting() -> None:
    text = MINUTES.replace("Rowing club, board meeting, 4 May 2026", "Rowing club, a portrait of the year")
    assert "Balance" not in outline(read(text))


def test_a_decision_is_no_heading() -> None:
    text = MINUTES.replace("Ongoing business", "Motions approved by all.").replace(
        "Boat house roof", "Motion approved"
    )
    found = outline(read(text))
    assert "Motions approved by all." not in found
    assert "Motion approved" not in found
