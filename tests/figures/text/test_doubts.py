"""Words of doubt beside a number that are not read as its own."""

from __future__ import annotations

import pytest

from pressroom.figures.text.doubts import SLIP, find_doubt
from pressroom.numbers import extract


@pytest.mark.parametrize(
    ("text", "lang", "number", "doubted"),
    [
        ("Heute haben gegen 60 Firmen einen Kodex unterzeichnet.", "de", "60", True),
        ("Heute haben 60 Firmen gegen den Kodex gestimmt.", "de", "60", False),
        ("The blanks were within +/-5% of the accepted value.", "en", "5%", True),
        ("The firms took six per cent of the market at most in 2018.", "en", "six per cent", True),
        ("The firms took six per cent of the market, and 40 boats at most.", "en", "six per cent", False),
        ("At most 40 boats came.", "en", "40", False),
        ("Held in Austin, TexasMore than 180 donors were there.", "en", "180", True),
        ("Police arrested 600 to 700 hundred people.", "en", "hundred", True),
        ("Some boats: 340 boats sank and at least one crew was lost.", "en", "340", False),
        ("In 2020 the estimated number of homes was 435,000.", "en", "435,000", True),
        ("Die geschätzte Zahl der Boote ist 340.", "de", "340", True),
        ("The sum was 150 cents.", "en", "150", False),
        ("The estimated number of homes is 435,000.", "en", "435,000", True),
        ("The mayor had earlier cited higher numbers: 880 people fled the fire.", "en", "880", True),
        ("The mayor said earlier that 880 people fled the fire.", "en", "880", False),
        ("The owner of the yard wrote a book, 25 Workplace Hints for 2025.", "en", "25", True),
        ("The owner of the yard met 25 North Alvish soldiers.", "en", "25", False),
        ("Deaths are high with factor (FGF)23 levels.", "en", "23", True),
        ("The number of scholars has tripled since 1995, when 16 students enrolled.", "en", "16", True),
        ("There are 550,00 patients in the county.", "en", "550,00", True),
        ("A woman has 1.50 children in the county.", "en", "1.50", False),
        ("Ein Werk, das 340 Kölner Bürgern Arbeit gab, was 340 Kölner Bürger freut.", "de", "340", False),
        ("There are 550,000 patients in the county.", "en", "550,000", False),
        ("The council raised the fee of £10 to £15 in May.", "en", "£10 to £15", True),
        ("The council expects an increase of £10 to £15 in May.", "en", "£10 to £15", False),
        ("The storm killed least 15 people.", "en", "15", True),
        ("Habitan mil 500 familias, aproximadamente.", "es", "mil 500", True),
    ],
)
def test_a_doubt_counts_where_it_is_not_read(text: str, lang: str, number: str, doubted: bool) -> None:
    quantity = next(one for one in extract(text, lang) if number in one.text)
    assert bool(find_doubt(quantity)) is doubted


def test_a_slip_is_no_word_of_doubt() -> None:
    (quantity,) = (
        one for one in extract("Police arrested 600 to 700 hundred people.", "en") if "hundred" in one.text
    )
    assert find_doubt(quantity) == SLIP
