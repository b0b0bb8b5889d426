import xml.etree.ElementTree as ET

import pytest

from pressroom.writers.common.cells import place_cells
from pressroom.writers.pdf.headers import find_headers


def table(rows: str):
    return ET.fromstring(f"<table>{rows}</table>")


# rows, then for each cell the words of its headers; "" where scope alone tells
CASES = {
    "no spans, no list": ("<tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr>", {}),
    "a header over two columns": (
        '<tr><th rowspan="2">a</th><th colspan="2">b</th></tr><tr><th>c</th><th>d</th></tr>'
        "<tr><td>1</td><td>2</td><td>3</td></tr>",
        {"1": "a", "2": "b c", "3": "b d", "c": "b", "d": "b"},
    ),
    "a header beside two rows": (
        '<tr><th scope="rowgroup" rowspan="2">r</th><td>1</td></tr><tr><td>2</td></tr>',
        {"1": "r", "2": "r"},
    ),
    "both ways": (
        '<tr><td></td><th colspan="2">b</th></tr><tr><th scope="row">r</th><td>1</td><td>2</td></tr>',
        {"1": "b r", "2": "b r"},
    ),
    "a cell over two columns has the headers of both": (
        '<tr><th>a</th><th>b</th></tr><tr><th scope="rowgroup" rowspan="2">r</th><td>1</td></tr>'
        "<tr><td>2</td></tr>",
        {"r": "a", "1": "b r", "2": "b r"},
    ),
}


@pytest.mark.parametrize(("rows", "wanted"), CASES.values(), ids=CASES.keys())
def test_cells_name_the_headers_they_stand_under(rows, wanted):
    found = find_headers(table(rows))
    assert {
        cell.text: " ".join(head.text for head in heads) for cell, heads in found.items() if heads
    } == wanted


@pytest.mark.parametrize("span", ["0", "-3", "x", "", "999999999999", "²"])
def test_spans_that_make_no_sense_are_bounded(span):
    (place,) = place_cells(table(f'<tr><td colspan="{span}">1</td></tr>'))
    assert 1 <= place.right - place.left <= 1000
