"""Notes on the page of their calls, without a second layout."""

from __future__ import annotations

import pytest
import weasyprint
from weasyprint.layout import LayoutContext, block

from pressroom.writers.pdf import render
from pressroom.writers.pdf.fitting.faults import find_faults
from pressroom.writers.pdf.fitting.notes import use_own_notes
from tests.writers.torture import small

STYLE = (
    "<style>@page{size:300px 200px;margin:0}html{font:10px/1 serif;orphans:2;widows:2}"
    "p{margin:0}span{float:footnote;footnote-policy:line}</style>"
)
ROWS = range(10, 20)  # with which the lines behind a note come to the foot of the page


def lay_out(html: str) -> weasyprint.Document:
    return weasyprint.HTML(string=f"<html><body>{STYLE}{html}").render()


def make_text(rows: int, note: str) -> str:
    """Return a text whose last paragraph begins at another place of the page for each ``rows``."""
    lines = "<br>".join(f"line {row}" for row in range(rows))
    return f"<p>called<span>{note}</span><br>{lines}</p><p>one<br>two<br>three<br>four</p>"


def count_late(rows: int) -> int:
    return len(find_faults(lay_out(make_text(rows, "a note"))).late_notes)


def test_a_note_stays_with_its_call_where_the_next_paragraph_has_room_for_one_line():
    with use_own_notes():
        assert [count_late(rows) for rows in ROWS] == [0] * len(ROWS)


def test_weasyprint_still_moves_such_a_note():
    assert any(count_late(rows) for rows in ROWS)


def test_the_paragraph_moves_with_its_own_note():
    with use_own_notes():
        for rows in ROWS:
            html = f"{make_text(rows, 'a note')}<p>one<span>another</span><br>two<br>three</p>"
            found = find_faults(lay_out(html))
            assert (found.lost_notes, found.late_notes) == (frozenset(), ())


def test_a_page_that_a_note_fills_ends_with_the_line_of_its_call():
    note = "<br>".join(f"note {row}" for row in range(16))
    with use_own_notes():
        document = lay_out(f"<p>one<span>{note}</span><br>two<br>three<br>four<br>five</p>")
    assert not find_faults(document).late_notes
    assert len(document.pages) == 2


def test_a_note_may_move_where_the_style_sheet_lets_it():
    with use_own_notes():
        late = [
            find_faults(
                lay_out(make_text(rows, "a note").replace("<span", "<span style='footnote-policy:auto'"))
            )
            for rows in ROWS
        ]
    assert any(found.late_notes for found in late)


def test_the_hook_is_taken_off_again():
    theirs = LayoutContext.report_footnote, LayoutContext.layout_footnote
    lines = block._linebox_layout, block.iter_line_boxes
    with use_own_notes():
        assert LayoutContext.report_footnote is not theirs[0]
    assert (LayoutContext.report_footnote, LayoutContext.layout_footnote) == theirs
    assert (block._linebox_layout, block.iter_line_boxes) == lines


@pytest.mark.slow
def test_a_report_with_many_notes_is_laid_out_once(monkeypatch):
    words = "The teams returned twice to some of the districts and kept a register of what they saw there. "
    main = "".join(
        f"<p>{words * (2 + number % 3)}<span class='footnote' id='fn-{number}'>Register {number}.</span></p>"
        f"<p>{words * (1 + number % 4)}</p>"
        for number in range(60)
    )
    layouts = []
    lay_out_html = weasyprint.HTML.render

    def count(html, **settings):
        layouts.append(lay_out_html(html, **settings))
        return layouts[-1]

    monkeypatch.setattr(weasyprint.HTML, "render", count)
    assert render(small(main)).page_count > 5
    assert len(layouts) == 1
