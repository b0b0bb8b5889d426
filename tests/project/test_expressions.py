"""Fields in a text, evaluated for a row."""

import pytest

from pressroom.errors import PressroomError
from pressroom.project.expressions import evaluate


@pytest.mark.parametrize(
    ("expression", "lang", "wanted"),
    [
        ("row.people | number", "en", "12,345.60"),
        ("row.people | number", "de", "12.345,60"),
        ("row.people | number", "fr", "12 345,60"),
        ("row.people | number(0)", "en", "12,346"),
        ("row.people | number(1)", "xx-unknown", "12,345.6"),
        ('row.none or "nobody"', "en", "nobody"),
    ],
)
def test_numbers_are_printed_as_the_language_does(expression, lang, wanted):
    columns = {"people": "12345.60", "none": ""}
    assert evaluate(expression, "row", columns, "r.csv:2", lang).split() == wanted.split()


@pytest.mark.parametrize("value", ["about 12", "", "1e999999", "nan", "12,5"])
def test_what_is_no_plain_number_is_told_with_its_row(value):
    with pytest.raises(PressroomError, match=r"r\.csv:2.*no "):
        evaluate("row.people | number", "row", {"people": value}, "r.csv:2")


def test_a_missing_column_is_told_with_those_that_there_are():
    with pytest.raises(PressroomError, match="speaks of 'peple'; did you mean people"):
        evaluate("row.peple", "row", {"town": "Ulm", "people": "3"}, "r.csv:2")
    with pytest.raises(PressroomError, match="the columns are town, people"):
        evaluate("row.xyz", "row", {"town": "Ulm", "people": "3"}, "r.csv:2")


@pytest.mark.parametrize(
    "expression", ["row.Town", "row.TOWN | upper", "row['Home Town']", "row.Mayor or row.Town"]
)
def test_the_case_of_a_column_does_not_matter(expression):
    columns = {"town": "Ulm", "home_town": "Ulm", "mayor": ""}
    assert evaluate(expression, "row", columns, "r.csv:2").casefold() == "ulm"


def test_a_default_is_for_a_column_that_may_be_missing():
    assert evaluate("row.mayor | default('nobody')", "row", {"town": "Ulm"}, "r.csv:2") == "nobody"


def test_what_is_wrong_is_told_in_words_for_readers():
    with pytest.raises(PressroomError, match="there is nothing called 'upper' in it") as raised:
        evaluate("row.town.upper", "row", {"town": "Ulm"}, "r.csv:2")
    assert "object" not in str(raised.value)


@pytest.mark.parametrize(
    "expression",
    [
        "row.name.ljust(999999999)",
        "row.name.replace('a', 'b')",
        "row['name'].center(9)",
        "'a'.join('b')",
        "row.items()",
        "row.__class__",
        "row.name.__class__",
        "row.name.upper",
        "(row.name | upper).format()",
        "row('name')",
        "row.name * 999999999",
        "row.name | center(999999999)",
        "row.name | replace('', row.name) | replace('', row.name) | replace('', row.name)",
        "row.name | replace('a', row.name ~ row.name) | replace('a', row.name) | replace('a', row.name)",
    ],
)
def test_a_field_sees_columns_and_filters_and_nothing_that_makes_memory(expression):
    with pytest.raises(PressroomError):
        evaluate(expression, "row", {"name": "a" * 400}, "r.csv:2")


def test_columns_may_have_the_names_of_methods():
    columns = {"items": "12", "title": "Dr", "count": "3", "keys": "4"}
    shown = [evaluate(f"row.{name}", "row", columns, "r.csv:2") for name in columns]
    assert shown == list(columns.values())
    assert evaluate("row['items'] | replace('1', '3')", "row", columns, "r.csv:2") == "32"
