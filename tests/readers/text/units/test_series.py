# ruff: noqa: E501 - texts read better unbroken
"""Lists whose items have lost their marks."""

from __future__ import annotations

import pytest

from pressroom.model.document import List, Paragraph
from pressroom.model.inline import words
from pressroom.model.walk import blocks
from tests.readers import content
from tests.readers.text.covering import outline
from tests.readers.text.reading import BODY, read

SERIES = [
    (
        "The ruling lowers the tariffs as follows:",
        ["Working tariff: from 0.25 to 0.16", "Power tariff: from 36 to 23", "Fixed costs: from 498 to 232"],
    ),
    (
        "The port helped people to a trade via:",
        [
            "$1.8 million for 45 students of the town",
            "241 schools with a course in the harbour",
            "13,000+ places in a workshop",
        ],
    ),
    (
        "A conception is a pregnancy that leads to the following:",
        ["a maternity at which one or more births occur", "a termination under the Act", "a birth abroad"],
    ),
    (
        "Keep the lines that tell about:",
        ["the day on which it closes", "consent of owners", "terms of the offer"],
    ),
    ("Board members in attendance were:", ["Ann Roe", "Dr Ben A. Poe (Chair)", "Karin van der Weiss"]),
    ("Entschuldigt haben sich als Mitglieder:", ["Ann Roe", "Karin Weiß"]),
]


@pytest.mark.parametrize(("opening", "items"), SERIES)
def test_short_parallel_lines_under_a_colon_are_a_list(opening: str, items: list[str]) -> None:
    lines = "\n\n".join(items)
    document = read(f"Quay Opens in Alven\n\n{BODY}\n\n{opening}\n\n{lines}\n\n{BODY}\n")
    (found,) = [block for block in document.blocks if isinstance(block, List)]
    inner = [block for item in found.items for block in item.blocks]
    assert [words(block.inlines) for block in inner if isinstance(block, Paragraph)] == items
    assert outline(document) == ["= Quay Opens in Alven"]


@pytest.mark.parametrize(
    "lines",
    [
        "He said the following:\n\nThe quay is open.\n\nThe boats are here.\n\nThe town is glad.",
        "The report has these parts:\n\nThe Quay\n\nThe Boats\n\nThe Town",
        "The harbour now includes:\n\nA quay for the boats\n\nA crane for ships at sea\n\nA hall of glass",
        "It includes:\n\n12 new boats\n\nthe old quay",
        "The members voted for these:\n\nFees\n\nQuays in use\n\nNets",
    ],
)
def test_sentences_headings_and_pairs_are_no_such_list(lines: str) -> None:
    document = read(f"Quay Opens in Alven\n\n{BODY}\n\n{lines}\n\n{BODY}\n")
    assert not [block for block, _ in blocks(document) if isinstance(block, List)]


def test_amounts_that_stand_line_under_line_below_a_heading_are_items() -> None:
    document = read(
        f"Of quays\n\n{BODY}\n\nHow it was done\n\n418 ships in 12 ports\n20 minutes between 2 and 4 a.m.\n6 weeks with cranes, 6 without\n\n{BODY}\n"
    )
    (found,) = [block for block in content.blocks(document) if isinstance(block, List)]
    assert len(found.items) == 3


@pytest.mark.parametrize(
    "lines",
    [
        "12 May 2026\n13 May 2026\n14 May 2026",
        "10 Uhr Beginn\n11 Uhr Rede\n12 Uhr Ende",
        "54321 Unterstadt\n54322 Oberstadt\n54323 Mittelstadt",
    ],
)
def test_days_hours_and_postal_codes_are_none(lines: str) -> None:
    document = read(f"Of quays\n\n{BODY}\n\nWhere and when\n\n{lines}\n\n{BODY}\n")
    assert not any(isinstance(block, List) for block in content.blocks(document))
