from __future__ import annotations

import pytest

from pressroom.writers.docx.styles.outline import Scheme, find_heading_schemes, format_count

COUNTED = [
    ([(0, "1"), (1, "1.1"), (1, "1.2"), (0, "2"), (1, "2.1")], ["%1", "%1.%2"]),
    ([(0, "1."), (1, "1.1."), (0, "2.")], ["%1.", "%1.%2."]),
    ([(0, "I"), (0, "II"), (0, "III"), (0, "IV")], ["%1"]),
    ([(0, "A"), (0, "B"), (1, "B.1")], ["%1", "%1.%2"]),
    ([(0, "Annex A"), (0, "Annex B")], ["Annex %1"]),
    ([(0, "3"), (0, "4")], ["%1"]),
    ([(0, "1"), (1, "a)"), (1, "b)"), (0, "2"), (1, "a)")], ["%1", "%2)"]),
]
AS_TEXT = [
    [(0, "1"), (0, "3")],
    [(0, "1"), (0, "Annex A")],
    [(0, "1"), (1, "2.1")],
    [(0, "§")],
    [(0, ""), (1, "")],
]


@pytest.mark.parametrize(("headings", "texts"), COUNTED)
def test_numbers_that_follow_from_each_other_are_counted(
    headings: list[tuple[int, str]], texts: list[str]
) -> None:
    schemes = find_heading_schemes(headings, 5)
    assert schemes is not None
    assert [scheme.text for scheme in schemes if scheme.form != "none"] == texts


@pytest.mark.parametrize("headings", AS_TEXT)
def test_all_others_stay_text(headings: list[tuple[int, str]]) -> None:
    assert find_heading_schemes(headings, 5) is None


def test_a_first_number_other_than_one_is_the_start() -> None:
    schemes = find_heading_schemes([(0, "3"), (0, "4")], 1)
    assert schemes == (Scheme("decimal", "%1", 3),)


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (27, "upperLetter", "AA"),
        (3, "lowerLetter", "c"),
    ],
)
def test_counts_are_printed_as_word_prints_them(value: int, form: str, words: str) -> None:
    assert format_count(value, form) == words
