"""The scoreboard notices every fall, and takes none without a decision."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.scores.bench import NotMeasured
from benchmarks.scores.outputs import html_text, missing_words
from benchmarks.scores.pages import fill_of_last_page, long_headings, measure_used
from benchmarks.scores.table import (
    Better,
    Change,
    Row,
    Section,
    Table,
    compare,
    compare_rows,
    lowered,
    read_table,
    update,
    write_table,
)

from benchmarks import scoreboard
from pressroom.check.pdf_pages import Piece, Sheet

RECORD = "docs/decisions/0001-a-private-environment-from-a-lock.md"


def table(*rows: Row, missing: str = "") -> dict[str, Section]:
    return {"pages": Section("by hand", rows, missing)}


def changes(old: Table, new: Table) -> dict[str, Change]:
    return {each.name: each.change for each in compare(old, new)}


@pytest.mark.parametrize(
    ("better", "old", "new", "change"),
    [
        (Better.HIGHER, 5, 6, Change.ROSE),
        (Better.HIGHER, 5, 5, Change.SAME),
        (Better.HIGHER, 5, 4, Change.FELL),
        (Better.LOWER, 5, 4, Change.ROSE),
        (Better.LOWER, 5, 6, Change.FELL),
        (Better.HIGHER, 0.1 + 0.2, 0.3, Change.SAME),
    ],
)
def test_the_direction_decides_what_a_fall_is(better: Better, old: float, new: float, change: Change) -> None:
    assert compare_rows(Row("x", old, better), Row("x", new, better)) is change


@pytest.mark.parametrize(("new", "change"), [(4, Change.SAME), (3.9, Change.FELL), (5.1, Change.ROSE)])
def test_a_tolerance_forgives_a_fall_of_its_size_and_no_more(new: float, change: Change) -> None:
    assert compare_rows(Row("x", 5, tolerance=1), Row("x", new, tolerance=1)) is change


def test_the_tolerance_of_the_measure_counts_not_that_of_the_table() -> None:
    assert compare_rows(Row("x", 5, tolerance=9), Row("x", 4)) is Change.FELL


def test_a_decision_allows_a_fall() -> None:
    assert compare_rows(Row("x", 5, decision=RECORD), Row("x", 4)) is Change.ALLOWED


def test_rows_that_are_new_or_gone_are_noticed() -> None:
    old, new = table(Row("a", 1), Row("b", 1)), table(Row("a", 1), Row("c", 1))
    assert changes(old, new) == {"pages: a": Change.SAME, "pages: c": Change.NEW, "pages: b": Change.GONE}
    assert changes(old, {}) == {"pages: a": Change.GONE, "pages: b": Change.GONE}


def test_a_measure_that_cannot_be_taken_here_keeps_its_rows() -> None:
    old, new = table(Row("a", 1)), table(missing="no qpdf")
    assert changes(old, new) == {"pages: a": Change.NOT_MEASURED}
    assert update(old, new) == old


def test_writing_takes_rises_and_new_rows_and_leaves_falls() -> None:
    old = table(Row("a", 1), Row("b", 5, decision=RECORD), Row("c", 5), Row("d", 5, tolerance=2))
    new = table(Row("a", 2), Row("b", 4), Row("c", 4), Row("d", 4, tolerance=2), Row("e", 1))
    rows = {row.name: row.value for row in update(old, new)["pages"].rows}
    assert rows == {"a": 2, "b": 5, "c": 5, "d": 5, "e": 1}


def test_an_accepted_fall_is_written_with_its_decision_and_allows_no_other() -> None:
    old, new = table(Row("a", 5, decision=RECORD)), table(Row("a", 4))
    (row,) = update(old, new, ["pages: a"])["pages"].rows
    assert row == Row("a", 4, accepted=(f"{RECORD}: 5 to 4",))
    assert compare_rows(row, Row("a", 3)) is Change.FELL


def test_a_fall_without_a_decision_cannot_be_accepted() -> None:
    with pytest.raises(ValueError, match="pages: a fell, and its row names no decision"):
        update(table(Row("a", 5)), table(Row("a", 4)), ["pages: a"])
    with pytest.raises(ValueError, match="no row of this name: pages: z"):
        update(table(Row("a", 5)), table(Row("a", 4)), ["pages: z"])


def test_a_row_that_is_gone_leaves_the_table_by_a_decision_alone() -> None:
    old = table(Row("a", 5), Row("b", 1, decision=RECORD))
    assert update(old, table(Row("a", 5)))["pages"] == old["pages"]
    assert update(old, table(Row("a", 5)), ["pages: b"])["pages"].rows == (Row("a", 5),)


def test_the_table_survives_writing_and_reading() -> None:
    rows = (Row('a "quoted" name', 97.25, Better.LOWER, "kB", 0.5, RECORD, ("x: 2 to 1",)), Row("b", 0))
    written = write_table(table(*rows), "# head\n")
    assert read_table(written) == table(*rows)
    assert written.startswith("# head\n")


def test_a_value_lowered_by_hand_is_found() -> None:
    before = table(Row("a", 5), Row("b", 5), Row("c", 5, Better.LOWER), Row("d", 5))
    after = table(Row("a", 4), Row("b", 4, accepted=("x: 5 to 4",)), Row("c", 6, Better.LOWER), Row("d", 6))
    assert lowered(before, after) == ["pages: a", "pages: c"]


def test_a_check_fails_for_falls_new_rows_and_decisions_that_do_not_exist() -> None:
    old = table(Row("a", 5), Row("b", 5, decision=RECORD), Row("c", 5, decision="docs/decisions/9999-no.md"))
    new = table(Row("a", 4), Row("b", 4), Row("c", 4), Row("d", 4))
    found = scoreboard.failures(compare(old, new), old)
    assert [problem.split(" ")[1] for problem in found[:2]] == ["a", "d"]
    assert found[2] == "c: docs/decisions/9999-no.md does not exist"
    assert len(found) == 3


def test_a_measure_without_its_data_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_: object) -> None:
        """Measured by hand."""
        raise NotMeasured("no data")

    monkeypatch.setattr(scoreboard, "MEASURES", {"pages": nothing})
    bench = scoreboard.Bench(scoreboard.ROOT, Path("unused"))
    assert scoreboard.measure(bench, ["pages"]) == {"pages": Section("Measured by hand.", (), "no data")}


def test_the_committed_table_has_the_rows_of_every_measure_in_their_order() -> None:
    text = scoreboard.TABLE.read_text(encoding="utf-8")
    committed = read_table(text)
    assert list(committed) == list(scoreboard.MEASURES)
    assert write_table(committed, scoreboard.HEAD) == text, "the form that --write gives"
    for name, take in scoreboard.MEASURES.items():
        assert committed[name].how == " ".join((take.__doc__ or "").split())
        assert len({row.name for row in committed[name].rows}) == len(committed[name].rows) > 0


def test_missing_words_are_counted_by_passage() -> None:
    passages = [["one", "two"], ["three", "four"], ["two", "one"]]
    other = ["one", "two", "thr", "ee", "four"]
    assert missing_words(passages[:2], other) == 0, "a line's end may part a word"
    assert missing_words(passages, other) == 1, "all words are there, but not together"
    assert missing_words([["five", "six", "two"]], other) == 2


def test_text_of_a_page_has_alternative_texts_and_no_styles() -> None:
    text = html_text("<html><style>p {}</style><body><!-- no --><p>one<img alt='two'></p></body></html>")
    assert text.split() == ["one", "two"]


def sheet(*pieces: Piece) -> Sheet:
    return Sheet(1, 200, 300, pieces)


def test_the_last_page_is_filled_as_far_as_its_last_line_but_notes() -> None:
    full = sheet(Piece("P", 1, 10, 100, 190, 300))
    half = sheet(Piece("P", 2, 10, 200, 190, 300), Piece("Note", 3, 10, 100, 190, 120))
    assert fill_of_last_page((full, half)) == 50
    assert fill_of_last_page((half, full)) == 100
    assert fill_of_last_page((sheet(),)) == 0


def test_a_page_is_used_as_far_as_it_goes_down() -> None:
    full = sheet(Piece("P", 1, 10, 100, 190, 300))
    half = sheet(Piece("P", 2, 10, 200, 190, 300))
    assert measure_used((full, half)) == 0.75
    assert measure_used((sheet(),)) == 0


def test_headings_are_long_from_four_lines_on() -> None:
    rows = [Piece("H2", 1, 10, 100 - 10 * row, 190, 108 - 10 * row) for row in range(4)]
    assert long_headings((sheet(*rows[:3]),)) == 0
    assert long_headings((sheet(*rows),)) == 1
    assert long_headings((sheet(*(replace(row, kind="P") for row in rows)),)) == 0
