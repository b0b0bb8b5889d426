"""Words that tell of what is still to come."""

from __future__ import annotations

import pytest

from pressroom.figures.text.prospects import is_to_come, tells_to_come
from pressroom.numbers import extract


@pytest.mark.parametrize(
    ("words", "to_come"),
    [
        ("cost planned for 2028", True),
        ("less than planned", False),
        ("the plant makes 80 million kilowatt hours", False),
        ("die Stadt plant 40 Wohnungen", True),
        ("die Stadt plant für 2028 neue Wohnungen", True),
        ("weniger als geplant", False),
        ("geplante Kosten", True),
        ("moins que prévu", False),
        ("le budget prévu", True),
        ("la ville ouvrira 40 places", True),
        ("cuando la incidencia supere los 150 casos", True),
        ("les 50 premiers auront leur place offerte", True),
        ("les 50 salariés qui seraient licenciés", True),
        ("se pretende atender a 29 mil personas", True),
        ("los 150 trabajadores que serían despedidos", True),
        ("der Bund müsste 40 Prozent der Kosten tragen", True),
        ("la panadería de 40 personas", False),
        ("322 cholera deaths at the opera", False),
    ],
)
def test_what_is_planned_is_told_from_a_plant_and_from_what_was_once_planned(
    words: str, to_come: bool
) -> None:
    assert tells_to_come(words) is to_come


@pytest.mark.parametrize(
    ("text", "number", "to_come"),
    [
        ("The fund gave £40,000 to Brin and £25,000 to schools and £10,000 to parks.", "£10,000", False),
        ("The fund gave £40,000 to Brin, £25,000 to Calder and £10,000 to Dunmore.", "£10,000", False),
        ("The fund has money to hire 40 nurses.", "40", True),
        ("To lower the threshold for loans to £20,000 from £30,000.", "£20,000", True),
        ("To date, 340 boats have sunk.", "340", False),
        ("To help them, the fund gave £340.", "£340", False),
        ("The fund has money to hire and train 40 nurses.", "40", True),
    ],
)
def test_the_name_of_a_place_is_no_purpose(text: str, number: str, to_come: bool) -> None:
    quantity = next(one for one in extract(text, "en") if one.text == number)
    assert is_to_come(quantity) is to_come
