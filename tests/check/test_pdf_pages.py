import io
from dataclasses import replace

import pikepdf
import pytest

from pressroom.check.pdf_pages import RULES, Piece, Sheet, check_pages, find_lines, measure
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


def said(rule: str, *pages: Sheet) -> list[str]:
    return list(RULES[rule][2](pages))


@pytest.mark.parametrize(
    ("left", "bottom", "right", "top", "inside"),
    [
        (28, 28, 567, 814, True),  # 10 mm of white on each side of the paper
        (27, 28, 567, 814, False),
        (28, 27, 567, 814, False),
        (28, 28, 568, 814, False),
        (28, 28, 567, 815, False),
    ],
)
def test_ten_millimetres_of_each_edge_stay_free(left, bottom, right, top, inside):
    page = sheet(Piece("Figure", 1, left, bottom, right, top), number=7)
    broken = ["page 7: a Figure comes within 10 mm of the paper's edge"]
    assert said("page-overflow", FULL, page) == ([] if inside else broken)


def test_a_page_is_named_once_whatever_leaves_it():
    out = sheet(line(700, right=600), line(300, right=600), line(300, block=2), line(300, block=3))
    assert len(said("page-overflow", out, FULL)) == 1
    assert len(said("page-collision", out, FULL)) == 1


@pytest.mark.parametrize(
    ("other", "collides"),
    [
        (line(706, block=2), True),  # 4 of 10 points: more than tight leading
        (line(694, block=2), True),
        (line(707, block=2), False),  # 3 of 10
        (line(693, block=2), False),
        (Piece("Figure", 2, 60, 600, 410, 706), True),  # of the smaller piece, the line, 6 of 10
        (line(700, block=2, left=401, right=500), False),
        (line(700, block=2, left=400, right=500), False),  # side by side
        (line(710, block=2), False),  # one on the other
        (line(705, block=1), False),  # a block is not in its own way
    ],
)
def test_blocks_collide_when_a_third_of_the_smaller_is_covered(other, collides):
    page = sheet(line(400, block=8), line(700), line(500, block=9), other, number=3)
    heights = {f"page 3: two blocks collide at {y} points from the foot" for y in (694, 700, 600)}
    found = said("page-collision", page)
    assert bool(found) is collides
    assert set(found) <= heights


@pytest.mark.parametrize(("between", "found"), [(0, True), (38, True), (39, False)])
def test_a_collision_is_sought_among_the_forty_lines_next_in_height(between, found):
    """Short lines may stand between two that collide, a table's cells for example."""
    cells = [Piece("P", 10 + n, 410 + 4 * n, 100.5, 413 + 4 * n, 110.5) for n in range(between)]
    page = sheet(line(101, block=2), *cells, line(100))
    assert bool(said("page-collision", page)) is found


def test_lines_far_away_and_other_pages_do_not_hide_a_collision():
    """Lines are compared by their height, not by the order in which they were painted."""
    far = [line(200 + 12 * n, block=10 + n) for n in range(45)]
    colliding = sheet(line(100), *far, line(101, block=2))
    assert said("page-collision", colliding, sheet(line(100, block=3), number=2)) == [
        "page 1: two blocks collide at 100 points from the foot"
    ]


def test_the_last_page_may_end_with_a_heading_and_others_may_not():
    heading = sheet(line(700), line(100, "H3", 2))
    assert said("heading-stranded", heading, heading) == ["page 1 ends with a heading"]
    assert said("heading-stranded", sheet(line(60, "Note", 3)), FULL) == []
    assert said("heading-stranded", sheet(line(100), line(700, "H3", 2)), FULL) == []


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ([line(700)], ["the last page has 1 line"]),
        ([line(700), line(686)], ["the last page has 2 lines"]),
        ([line(700), line(686), line(672)], []),
        ([line(700), Piece("Figure", 2, 70, 300, 400, 600)], []),
        ([], []),  # that is the rule on empty pages
    ],
)
def test_a_last_page_has_three_lines_or_a_picture(last, found):
    assert said("page-short", FULL, sheet(*last)) == found
    assert said("page-short", sheet(*last)) == [], "the only page may be short"


@pytest.mark.parametrize(("width", "found"), [(15, True), (16, False)])
def test_a_last_line_of_a_syllable_is_a_runt(width, found):
    page = sheet(line(700), line(686, right=70 + width), number=4)
    message = f"page 4: a paragraph's last line is {width} points long"
    assert said("line-runt", page) == ([message] if found else [])


def test_only_a_paragraph_of_several_lines_has_a_runt():
    assert said("line-runt", sheet(line(700, right=80))) == []
    assert said("line-runt", sheet(line(700, "LBody"), line(686, "LBody", right=80))) == []
    mixed = sheet(line(700, "H2", 1), line(686, block=2), line(672, block=2, right=80))
    assert len(said("line-runt", mixed)) == 1, "what stands ahead of it does not hide it"
    assert len(said("line-runt", sheet(line(700, block=2), line(686, block=2, right=80)), FULL)) == 1


def test_only_paragraphs_are_parted_badly():
    item = (sheet(line(100, "LBody")), sheet(line(700, "LBody")))
    assert said("line-alone", *item) == []
    behind = sheet(line(120, "H2", 5), line(100, block=2)), sheet(line(700, block=2), line(686, block=2))
    assert said("line-alone", *behind) == ["page 1 ends with the first line of a paragraph (orphan)"]
    listed = (
        sheet(line(120, "LBody", 1), line(100, block=2)),
        sheet(line(720, "LBody", 1), line(700, block=2)),
    )
    assert len(said("line-alone", *listed)) == 2, "a parted list item does not hide a parted paragraph"


def test_an_empty_page_is_named_by_its_number():
    assert said("page-empty", FULL, sheet(number=2), sheet(number=3)) == [
        "page 2 is empty",
        "page 3 is empty",
    ]


def test_a_widow_and_an_orphan_are_told_apart():
    pages = (sheet(line(100)), sheet(line(700), number=2))
    said = " ".join(RULES["line-alone"][2](pages))
    assert "page 1 ends" in said
    assert "page 2 begins" in said


def test_a_paragraph_that_goes_on_has_no_last_line_here():
    pages = (sheet(line(100), line(86, right=75)), sheet(line(700), line(686), number=2))
    assert not list(RULES["line-runt"][2](pages))


def test_pieces_of_one_line_are_joined():
    assert find_lines([line(700, left=70, right=100), line(702, left=100, right=200), line(680)]) == [
        (70, 700, 200, 712),
        (70, 680, 400, 690),
    ]


def test_lines_are_given_from_the_top_down_and_as_large_as_their_pieces():
    found = find_lines([line(680), Piece("P", 1, 90, 697, 95, 715), line(700, left=70, right=100)])
    assert found == [(70, 697, 100, 715), (70, 680, 400, 690)]


def test_a_piece_belongs_to_a_line_when_its_middle_lies_within():
    assert len(find_lines([line(700), line(695)])) == 1, "the middle is on the line's foot"
    assert len(find_lines([line(700), line(694)])) == 2


def test_pages_are_measured_from_the_file():
    (only,) = measure(render(small("<h2>Head</h2><p>Words in a line.</p>")).data)
    assert sorted(piece.kind for piece in only.pieces) == ["H1", "H2", "P"]
    assert all(0 < piece.left < piece.right < only.width for piece in only.pieces)


def test_a_finding_says_where_and_what_to_do():
    page = small("<p>Words.</p>")
    css = page.css + "main p { margin-left: 170mm; white-space: nowrap }"
    data = render(replace(page, css=css)).data
    (found,) = check_pages(data, "report.pdf")
    assert (found.severity, found.where) == ("error", "report.pdf")
    assert found.message == "page 1: a P comes within 10 mm of the paper's edge"
    assert "shorten the word" in found.cure


def test_left_hand_pages_are_those_with_even_numbers_of_a_document_for_both_sides():
    css = "main p { break-before: page }"
    page = small("<p>One.</p><p>Two.</p>")
    data = render(replace(page, css=page.css + css)).data
    assert [found.left for found in measure(data)] == [False, False, False]
    with pikepdf.open(io.BytesIO(data)) as file:
        file.Root.PageLayout = pikepdf.Name.TwoPageRight
        out = io.BytesIO()
        file.save(out)
    found = measure(out.getvalue())
    assert [each.left for each in found] == [False, True, False]
    assert [each.number for each in found] == [1, 2, 3]


def test_a_file_without_tags_has_pages_with_nothing_on_them():
    file = pikepdf.new()
    file.add_blank_page(page_size=(300, 400))
    out = io.BytesIO()
    file.save(out)
    assert measure(out.getvalue()) == (Sheet(1, 300, 400, ()),)


@pytest.mark.slow
def test_the_torture_page_has_no_broken_page(laid_out):
    found = check_pages(laid_out.data, "torture.pdf")
    assert [str(diagnostic) for diagnostic in found if diagnostic.severity != "note"] == []
