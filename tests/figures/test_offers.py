"""Charts that are offered for tables."""

from __future__ import annotations

import tomllib

from pressroom.figures import offer_charts
from pressroom.model.document import Document
from pressroom.readers import ReaderSettings, read


def document(*rows: str) -> Document:
    return read("\n".join(rows).encode(), "boats.csv", ReaderSettings())


def test_a_table_with_figures_is_offered_as_bars_with_its_settings() -> None:
    (offer,) = offer_charts(document("Harbour,Boats", "North,12", "South,7", "East,3"), "en")
    assert (offer.mark, offer.table) == ("bar", 1)
    asked = tomllib.loads("\n".join(offer.settings))
    assert asked == {
        "figure": [{"mark": "bar", "table": "1", "x": "Harbour", "y": "Boats", "title": "Boats"}]
    }


def test_figures_of_years_are_offered_as_a_line() -> None:
    (offer,) = offer_charts(document("Year,Boats", "2023,12", "2024,7", "2025,3"), "en")
    assert offer.mark == "line"


def test_what_cannot_be_drawn_truly_is_not_offered() -> None:
    for rows in (
        ("Harbour,Boats", "North,many", "South,few", "East,none"),
        ("Harbour,Boats", "North,12 kg", "South,7 m", "East,3 kg"),
        ("Harbour,Boats", "North,12", "North,7", "East,3"),
        ("Harbour,Boats", "North,12", "South,7"),
        ("Harbour,Boats", *(f"Place {at},{at + 1}" for at in range(40))),
    ):
        assert offer_charts(document(*rows), "en") == ()
