"""Which way a line runs in its surroundings."""

import pytest

from pressroom.language.direction import find_direction, is_right_to_left

WAY = {"ltr": "rtl", "rtl": "ltr"}


@pytest.mark.parametrize(
    ("text", "around", "turns"),
    [
        ("المياه حق للجميع", "ltr", True),
        ("Northgate هي محطة جديدة على النهر", "ltr", True),  # begins with a name
        ("محطة means station", "ltr", False),  # only begins with a word of the other script
        ("Hebrew שלום עולם", "ltr", False),
        ("The station is open", "rtl", True),
        ("نقطة with a few words", "rtl", False),
        ("2031, 45 %", "rtl", False),
        ("2031, 45 %", "ltr", False),
        ("", "ltr", False),
        ("Zürich, Genève", "ltr", False),
    ],
)
def test_a_line_turns_where_most_of_it_runs_the_other_way(text, around, turns):
    assert find_direction(text, around) == (WAY[around] if turns else around)


def test_languages_that_run_from_right_to_left():
    assert is_right_to_left("ar-EG")
    assert is_right_to_left("he")
    assert not is_right_to_left("arn")
    assert not is_right_to_left("en")
