from dataclasses import replace

import pytest

from pressroom.check.pdf_pages import RULES, Piece, Sheet, check_pages, lines, measure
from pressroom.writers.pdf import render
from tests.writers.torture import small


def sheet(*pieces: Piece, number: int = 1) -> Sheet:
    return Sheet(number, 595, 842, pieces)


def line(y: float, kind: str = "P", block: int = 1, left: float = 70, right: float = 400) -> Piece:
    return Piece(kind, block, left, y, right, y + 10)


FULL = sheet(line(700), line(686), line(672))
# rule, pages that break it, pages that are near it and do not
CASES = {
    "page-overflow": ([sheet(line(700, right=580))], [FULL]),
    "page-collision": (
        [sheet(line(700, block=1), line(703, block=2))],
        [sheet(line(700, block=1), line(688, block=2), line(700, block=3, left=410, right=500))],
    ),
    # before a chapter that begins on the right, the left-hand page may be free
    "page-empty": ([FULL, sheet(number=2)], [FULL, replace(sheet(number=2), left=True), FULL]),
    "heading-stranded": (
        [sheet(line(700), line(100, "H2", 2), line(60, "Note", 3)), FULL],
        [sheet(line(700), line(100, "H2", 2), line(80, "P", 3)), FULL],
    ),
    "page-short": ([FULL, sheet(line(700), line(686))], [FULL, FULL]),
    "line-alone": (
        [sheet(line(100, block=1)), sheet(line(700, block=1), line(686, block=1))],
        [sheet(line(100, block=1), line(86, block=1)), sheet(line(700, block=1), line(686, block=1))],
    ),
    "line-runt": (
        [sheet(line(700), line(686, right=80))],
        [sheet(line(700), line(686, right=120)), sheet(line(700), line(686, right=80), line(700, block=2))][
            :1
        ],
    ),
}


def test_each_rule_has_its_case():
    assert set(CASES) == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_rules_find_what_they_name_and_no_more(rule):
    broken, sound = CASES[rule]
    find = RULES[rule][2]
    assert list(find(tuple(broken)))
    assert not list(find(tuple(sound)))


def test_a_widow_and_an_orphan_are_told_apart():
    pages = (sheet(line(100)), sheet(line(700), number=2))
    said = " ".join(RULES["line-alone"][2](pages))
    assert "page 1 ends" in said
    assert "page 2 begins" in said


def test_a_paragraph_that_goes_on_has_no_last_line_here():
    pages = (sheet(line(100), line(86, right=75)), sheet(line(700), line(686), number=2))
    assert not list(RULES["line-runt"][2](pages))


def test_pieces_of_one_line_are_joined():
    assert lines([line(700, left=70, right=100), line(702, left=100, right=200), line(680)]) == [
        (70, 700, 200, 712),
        (70, 680, 400, 690),
    ]


def test_pages_are_measured_from_the_file():
    (only,) = measure(render(small("<h2>Head</h2><p>Words in a line.</p>")).data)
    assert [piece.kind for piece in only.pieces] == ["H1", "H2", "P"]
    assert all(0 < piece.left < piece.right < only.width for piece in only.pieces)


def test_the_torture_page_has_no_broken_page(laid_out):
    found = check_pages(laid_out.data, "torture.pdf")
    assert [str(diagnostic) for diagnostic in found if diagnostic.severity != "note"] == []


def test_a_text_that_leaves_the_paper_is_found():
    page = small("<p>Words.</p>")
    css = page.css + "main p { margin-left: 170mm; white-space: nowrap }"
    found = check_pages(render(type(page)(page.html, css, page.report, {}, {})).data)
    assert {diagnostic.rule for diagnostic in found} == {"page-overflow"}
