"""Cells stand as their column does, whatever reaches across or down over it."""

from __future__ import annotations

import pytest

from tests.outputs.finished import Finished, W, finish

pytestmark = pytest.mark.slow

# a name that reaches down over three rows, words over two columns of numbers, and a head of two rows
SPANS = """<!doctype html><html lang="en"><title>Boats</title><body><article><h1>Boats of the harbour</h1>
<p>The harbour counts its boats twice a year, and writes down what they landed in the months between.</p>
<h2>Boats</h2><table><thead><tr><th rowspan="2">Quay</th><th rowspan="2">Kind</th>
<th colspan="2">Landed</th></tr>
<tr><th>Spring</th><th>Autumn</th></tr></thead><tbody>
<tr><td rowspan="3">North quay</td><td>Cutters</td><td>10101</td><td>10202</td></tr>
<tr><td>Trawlers</td><td>20101</td><td>20202</td></tr>
<tr><td>Ferries</td><td colspan="2">under repair</td></tr>
<tr><td>South quay</td><td rowspan="2">Yachts</td><td>40101</td><td rowspan="2">40202</td></tr>
<tr><td>East quay</td><td>50101</td></tr></tbody></table></article></html>"""
SPRING, AUTUMN = ("10101", "20101", "40101", "50101"), ("10202", "20202", "40202")


@pytest.fixture(scope="module")
def made() -> Finished:
    return finish(SPANS, "boats.html")


def find_edges(made: Finished, words: str) -> tuple[float, float]:
    """Where some words begin and end, in points."""
    _, boxes = made.find(words)
    return boxes[0][0], boxes[-1][2]


@pytest.mark.parametrize("column", [SPRING, AUTUMN])
def test_numbers_of_a_column_end_at_one_edge_in_the_pdf(made, column):
    ends = [find_edges(made, number)[1] for number in column]
    assert max(ends) - min(ends) < 1


def test_words_of_a_column_begin_at_one_edge_in_the_pdf(made):
    for column in (("Cutters", "Trawlers", "Ferries", "Yachts"), ("North quay", "South quay", "East quay")):
        begins = [find_edges(made, word)[0] for word in column]
        assert max(begins) - min(begins) < 1


def test_words_over_two_columns_of_numbers_stand_in_their_middle(made):
    begin, end = find_edges(made, "under repair")
    assert find_edges(made, "10101")[0] < (begin + end) / 2 < find_edges(made, "10202")[1]


def test_word_aligns_as_the_pdf_does(made):
    found = {}
    for paragraph in made.word().iter(f"{W}p"):
        align = paragraph.find(f"{W}pPr/{W}jc")
        words = "".join(paragraph.itertext(f"{W}t"))
        found[words] = "" if align is None else align.get(f"{W}val")
    assert {found[number] for number in SPRING + AUTUMN} == {"right"}
    assert {found[words] for words in ("Cutters", "Ferries", "Yachts", "South quay", "East quay")} == {""}
    assert {found[words] for words in ("Landed", "under repair")} == {"center"}


def test_the_web_page_and_the_mail_align_the_same_columns(made):
    for page in (made.web, made.mail_html):
        right = {
            cell.text
            for cell in page.iter("td", "th")
            if "num" in cell.get("class", "") or cell.get("align") == "right"
        }
        assert set(SPRING + AUTUMN) <= right
        assert not right & {"Cutters", "Ferries", "Yachts", "South quay", "East quay", "under repair"}


def test_the_text_of_the_mail_has_columns(made):
    lines = made.mail_text.splitlines()
    for column in (SPRING, AUTUMN):
        ends = {line.index(number) + 5 for line in lines for number in column if number in line}
        assert len(ends) == 1
