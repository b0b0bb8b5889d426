"""Charts whose kind the data decides, and data in ranges of a workbook."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook

from pressroom.errors import UsageError
from pressroom.figures import choose, read_requests
from pressroom.model.numbers import Numbers
from tests.making import document


def draw(rows: str = "", lang: str = "en", files=None, **settings):
    files = files or {"data.csv": rows.encode()}
    row = {"data": next(iter(files)), "title": "T", **settings}
    asked = read_requests(document(), [(row, "text.toml")])
    return choose(document(), Numbers(), asked, lang, files).drawn[0]


NAMES = "region,fires\nNorth,92\nMiddle,71\nSouth,51\n"
YEARS = "year,fires\n" + "".join(f"{2010 + at},{100 + at * at}\n" for at in range(12))


@pytest.mark.parametrize(
    ("rows", "kind", "reason"),
    [
        (NAMES, "bar", "the rows are names with one number each"),
        (YEARS, "line", "the rows are 12 points in time"),
        ("year,fires\n2024,92\n2025,71\n2026,51\n", "column", "3 points in time, few enough"),
        (
            "month,fires\n2026-06,9\n2026-07,21\n2026-08,30\n2026-09,8\n2026-10,2\n",
            "line",
            "5 points in time",
        ),
        ("region,2025,2026\nNorth,92,71\nSouth,51,40\n", "slope", "a number for 2025 and one for 2026"),
        ("region,fires,alarms\nNorth,92,171\nSouth,51,140\n", "grouped", "each row has 2 numbers"),
        ("region,forecast\nNorth,90–110\nSouth,40–60\n", "interval", "the values are ranges"),
        (
            "height,weight\n" + "".join(f"{1.5 + at / 50:.2f},{50 + at * 3 % 17}\n" for at in range(12)),
            "scatter",
            "12 points of two measures",
        ),
    ],
)
def test_the_data_decides_the_kind_and_the_reason_is_told(rows, kind, reason):
    figure = draw(rows)
    assert figure.kind == kind
    assert reason in figure.reason


def test_what_the_author_names_is_drawn_without_a_reason():
    assert (draw(NAMES, mark="dot").kind, draw(NAMES, mark="dot").reason) == ("dot", "")
    assert draw(NAMES, mark="auto").kind == "bar"
    assert draw("region,fires,alarms\nNorth,92,171\nSouth,51,140\n", y="alarms").kind == "bar"


def test_data_that_nothing_shows_is_an_error_as_ever():
    with pytest.raises(UsageError, match=r"no column holds numbers|no number"):
        draw("region,chief\nNorth,Ann\nSouth,Ben\n")
    with pytest.raises(UsageError, match="the mark is no text"):
        draw(NAMES, mark=7)


@pytest.fixture
def workbook():
    book = Workbook()
    book.active.title = "Notes"
    sheet = book.create_sheet("By region")
    for row in (["Fires of the season"], [], [None, "Region", "Fires", "Old"], [None, "North", 92, 1]):
        sheet.append(row)
    sheet.append([None, "South", 51, 2])
    sheet.append([None, "All", 143, 3])
    data = io.BytesIO()
    book.save(data)
    return {"data.xlsx": data.getvalue()}


@pytest.mark.parametrize(
    "where",
    [
        {"range": "By region!B3:C5"},
        {"range": "'By region'!$B$3:$C$5"},
        {"range": "b3:c5", "sheet": "By region"},
        {"cells": "C5:B3", "sheet": "By region"},
    ],
)
def test_a_range_of_a_workbook_is_the_data(workbook, where):
    figure = draw(files=workbook, **where)
    assert figure.kind == "bar"
    assert figure.table == (("", ""), ("North", "92"), ("South", "51"))
    assert figure.note == "Data: data.xlsx"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"range": "B3-C5", "sheet": "By region"}, "is no range of cells"),
        ({"range": "Nowhere!B3:C5"}, "has no sheet 'Nowhere'"),
        ({"range": "G30:H40", "sheet": "By region"}, "has no data"),
    ],
)
def test_a_wrong_range_is_told(workbook, settings, message):
    with pytest.raises(UsageError, match=message):
        draw(files=workbook, **settings)


def test_a_range_of_lines_is_none():
    with pytest.raises(UsageError, match="no cells that a range could name"):
        draw(NAMES, range="A1:B2")
