"""Drawings: the same bytes anywhere, words as words, readable, grey, and as they were when looked at."""

from __future__ import annotations

import importlib.util
import io
import locale
import os
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import matplotlib as mpl
import numpy as np
import pytest
from lxml import etree
from PIL import Image

from pressroom.errors import MachineError, PressroomError
from pressroom.figures import FIGURE_KINDS, NARROW_MM, WIDE_MM, Canvas, draw
from pressroom.figures.plot import render
from pressroom.figures.plot.icons import cells
from pressroom.figures.plot.marks import Area, Disc, PlotStyle, Stroke, Words
from pressroom.figures.plot.rows import is_rtl
from pressroom.model.colour import hex_contrast, luminance, rgb
from pressroom.model.figure import Datum, Figure, Series
from pressroom.model.paper import COLUMN_MM
from pressroom.model.quantity import Qualifier
from tests.figures.boxes import faults, plate
from tests.making import BRAND

ROOT = Path(__file__).resolve().parent.parent.parent
LOOKS = Path(__file__).parent / "looks"
SVG = "{http://www.w3.org/2000/svg}"


def _gallery() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gallery", ROOT / "benchmarks" / "gallery.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GALLERY: tuple[Figure, ...] = _gallery().GALLERY


def small(figure: Figure, width_mm: float) -> Image.Image:
    """A drawing at 36 dots an inch in grey: coarse enough that fonts' renderers do not matter."""
    picture = Image.open(io.BytesIO(draw(figure, BRAND, "en", Canvas(width_mm, png=True)).png)).convert("L")
    return picture.resize(
        (max(picture.width * 36 // 192, 1), max(picture.height * 36 // 192, 1)), Image.Resampling.BOX
    )


def test_the_gallery_shows_every_kind() -> None:
    assert {figure.kind for figure in GALLERY} == set(FIGURE_KINDS)


@pytest.mark.parametrize("width", [NARROW_MM, WIDE_MM])
@pytest.mark.parametrize("figure", GALLERY, ids=lambda figure: figure.id)
def test_the_gallery_looks_as_it_did(figure: Figure, width: float) -> None:
    kept = LOOKS / f"{figure.id}-{width:.0f}.png"
    found, wanted = small(figure, width), Image.open(kept)
    assert abs(found.width - wanted.width) <= 1
    assert abs(found.height - wanted.height) <= 1
    difference = np.abs(np.asarray(found.resize(wanted.size), dtype=float) - np.asarray(wanted, dtype=float))
    assert difference.mean() < 2.5, f"{kept.name}: look at it, then write it anew with this module's main"
    assert (difference > 96).mean() < 0.004


@pytest.mark.parametrize("figure", GALLERY, ids=lambda figure: figure.id)
def test_the_gallery_is_readable(figure: Figure) -> None:
    for width in (NARROW_MM, WIDE_MM):
        assert not faults(plate(figure, width))


def test_a_lone_range_has_room_for_the_words_at_both_ends() -> None:
    datum = Datum(61_400, Qualifier.BETWEEN, 78_900)
    figure = Figure("lone", "interval", "Tenders", "Tenders", ("",), (Series("", (datum,)),), ())
    for width in (NARROW_MM, WIDE_MM):
        assert not faults(plate(figure, width))


@pytest.mark.parametrize("figure", GALLERY, ids=lambda figure: figure.id)
def test_words_are_words_in_the_brands_font(figure: Figure) -> None:
    root = etree.fromstring(draw(figure, BRAND, "en", Canvas(WIDE_MM)).svg)
    words = {mark.text for mark in plate(figure, WIDE_MM).marks if isinstance(mark, Words) and mark.text}
    turned = (
        figure.id == "scripts"
    )  # right to left: outlines, because the PDF's renderer would reverse the words
    assert {"".join(node.itertext()) for node in root.iter(f"{SVG}text")} == (set() if turned else words)
    assert all("Source Sans Pro" in node.get("style", "") for node in root.iter(f"{SVG}text"))
    assert root.find(f"{SVG}title").text == figure.title
    assert turned or not [node for node in root.iter() if node.get("id")]
    assert not list(root.iter(f"{SVG}image"))


@pytest.mark.parametrize("figure", GALLERY, ids=lambda figure: figure.id)
def test_words_stand_out_from_what_lies_under_them(figure: Figure) -> None:
    style = PlotStyle.of(BRAND)
    for mark in plate(figure, WIDE_MM).marks:
        if isinstance(mark, Words):
            filled = figure.kind in ("stacked", "share")
            grounds = (style.paper, style.accent, *style.fills) if filled else (style.paper,)
            assert any(hex_contrast(mark.colour, ground) >= 4.5 for ground in grounds), mark
    for fill in style.fills:
        assert hex_contrast(style.on(fill), fill) >= 4.5


def test_lines_are_told_apart_without_colour() -> None:
    figure = next(one for one in GALLERY if one.id == "line")
    strokes = [mark for mark in plate(figure, WIDE_MM).marks if isinstance(mark, Stroke) and mark.line > 1]
    assert len({mark.dash for mark in strokes}) == len(figure.series)


def test_dates_too_uneven_for_columns_are_rows() -> None:
    names = ("1900-01-01", "1900-01-02", "1990-05-07")
    series = (Series("", (Datum(1.0), Datum(3.0), Datum(2.0))),)
    laid = plate(Figure("f", "column", "t", "a", names, series, ()), NARROW_MM)
    tops = [mark.points[0][1] for mark in laid.marks if isinstance(mark, Area)]
    assert len(set(tops)) == 3


def _columns(*values: float, **options: object) -> Figure:
    names = tuple(str(2000 + index) for index in range(len(values)))
    series = (Series("", tuple(Datum(value) for value in values)),)
    return Figure("f", "column", "t", "a", names, series, (), options=tuple(options.items()))


def test_the_lines_of_a_grid_reach_across_all_columns() -> None:
    marks = plate(_columns(*range(1000, 1030)), NARROW_MM).marks
    columns = [mark for mark in marks if isinstance(mark, Area)]
    rule = PlotStyle.of(BRAND).rule
    grid = [mark.points for mark in marks if isinstance(mark, Stroke) and mark.colour == rule]
    assert len(grid) > 2
    for start, end in grid:
        assert start[0] <= min(x for mark in columns for x, _ in mark.points)
        assert end[0] >= max(x for mark in columns for x, _ in mark.points)


def test_the_value_of_a_column_that_stands_out_is_bold() -> None:
    marks = plate(_columns(1, 2, 4, highlight="2001"), WIDE_MM).marks
    assert [mark.text for mark in marks if isinstance(mark, Words) and mark.weight > 400] == ["2"]


@pytest.mark.parametrize(("before", "after"), [(10.0, 40.0), (40.0, 10.0), (128000.0, 142500.0)])
def test_both_bars_of_a_change_begin_at_zero_and_are_as_long_as_their_values(
    before: float, after: float
) -> None:
    rows = (Series("", (Datum(before), Datum(after))),)
    alone = plate(Figure("f", "change", "t", "a", ("2019", "2024"), rows, ()), WIDE_MM).marks
    pairs = (Series("before", (Datum(before),)), Series("after", (Datum(after),)))
    keyed = plate(Figure("f", "change", "t", "a", ("x",), pairs, ()), WIDE_MM).marks
    for marks in (alone, keyed):
        bars = [mark for mark in marks if isinstance(mark, Area)][-2:]
        starts = [min(x for x, _ in bar.points) for bar in bars]
        lengths = [max(x for x, _ in bar.points) - start for bar, start in zip(bars, starts, strict=True)]
        assert starts[0] == starts[1]
        assert lengths[0] / lengths[1] == pytest.approx(before / after)
        assert bars[0].fill != bars[1].fill
        assert not [mark for mark in marks if isinstance(mark, Stroke) and len(mark.points) > 2]


def test_marks_of_an_earlier_and_a_later_number_are_equally_large() -> None:
    (figure,) = (one for one in GALLERY if one.id == "earlier")
    for width in (NARROW_MM, WIDE_MM):
        discs = [mark for mark in plate(figure, width).marks if isinstance(mark, Disc)]
        assert len(discs) == 120
        assert len({mark.radius for mark in discs}) == 1


def test_a_value_within_a_range_stands_on_it_and_is_named() -> None:
    (figure,) = (one for one in GALLERY if one.id == "range")
    marks = plate(figure, WIDE_MM).marks
    (disc,) = (mark for mark in marks if isinstance(mark, Disc))
    line = next(mark for mark in marks if isinstance(mark, Stroke) and mark.line == 2.0)
    assert line.points[0][0] < disc.x < line.points[1][0]
    assert line.points[0][1] == disc.y
    texts = [mark.text for mark in marks if isinstance(mark, Words)]
    assert {"accepted £66,800", "£61,400", "£78,900"} <= set(texts)


def test_no_line_of_a_grid_runs_through_a_value() -> None:
    (figure,) = (one for one in GALLERY if one.id == "sources")
    marks = plate(figure, WIDE_MM).marks
    values = [
        at
        for at, mark in enumerate(marks)
        if isinstance(mark, Words) and mark.text in ("4,200", "at least 6,000")
    ]
    assert len(values) == 2
    for at in values:
        ground = marks[at - 1]
        assert isinstance(ground, Area)
        assert ground.fill == PlotStyle.of(BRAND).paper
        assert not [
            mark for mark in marks[at:] if isinstance(mark, Stroke) and mark.line == 0.5 and mark.dash == ()
        ]


def test_no_line_stands_out_without_a_reason() -> None:
    (figure,) = (one for one in GALLERY if one.id == "slope")
    plain = plate(replace(figure, options=()), WIDE_MM)
    lines = [mark for mark in plain.marks if isinstance(mark, Stroke) and mark.line > 1]
    assert len(lines) == 4
    assert len({(line.colour, line.line) for line in lines}) == 1


def test_steps_in_time_are_equal_and_their_line_is_dashed() -> None:
    (figure,) = (one for one in GALLERY if one.id == "sequence")
    marks = plate(figure, WIDE_MM).marks
    first, second, third = (mark.x for mark in marks if isinstance(mark, Disc))
    assert second - first == pytest.approx(third - second)
    (line,) = (mark for mark in marks if isinstance(mark, Stroke))
    assert line.dash
    below = plate(figure, 60.0).marks
    assert len({mark.x for mark in below if isinstance(mark, Disc)}) == 1, "where they have no room"


@pytest.mark.parametrize(
    ("text", "rtl"), [("Ulm", False), ("2019", False), ("(12)", False), ("\u05e9\u05e0\u05ea 2019", True)]
)
def test_only_letters_from_right_to_left_turn_a_name(text: str, rtl: bool) -> None:
    assert is_rtl(text) is rtl


@pytest.mark.parametrize(
    ("shares", "counts"),
    [
        ((50.0, 30.0, 20.0), [50, 30, 20]),
        ((33.3, 33.3, 33.4), [33, 33, 34]),
        ((12.5, 12.5), [13, 12]),
        ((0.4,), [0]),
    ],
)
def test_cells_of_a_hundred_are_whole_and_add_up(shares: tuple[float, ...], counts: list[int]) -> None:
    assert cells(shares) == counts


@pytest.mark.parametrize(
    ("lang", "month", "share"), [("en", "May 2024", "50%"), ("de", "Mai 2024", "50\u00a0%")]
)
def test_axes_are_labelled_in_the_language(lang: str, month: str, share: str) -> None:
    names = ("2024-03", "2024-04", "2024-05")
    series = (Series("", (Datum(1.0), Datum(3.0), Datum(2.0))),)
    for kind, words in (("line", month), ("column", month), ("area", month), ("share", share)):
        laid = plate(Figure("f", kind, "t", "a", names, series, ()), WIDE_MM, lang)
        assert words in [mark.text for mark in laid.marks if isinstance(mark, Words)]


def test_fills_side_by_side_differ_in_grey() -> None:
    shades = [luminance(rgb(fill)) for fill in PlotStyle.of(BRAND).fills]
    assert all(abs(one - two) > 0.03 for one, two in pairwise(shades))


def test_the_same_data_gives_the_same_bytes_under_any_setting(tmp_path: Path) -> None:
    figure = next(one for one in GALLERY if one.id == "doubt")
    first = draw(figure, BRAND, "en", Canvas(COLUMN_MM, png=True))
    before = dict(mpl.rcParams)
    old = locale.setlocale(locale.LC_ALL)
    try:
        mpl.rcParams["font.size"] = 33
        mpl.rcParams["lines.linewidth"] = 9
        for name in ("de_DE.UTF-8", "C.UTF-8", "C"):
            try:
                locale.setlocale(locale.LC_ALL, name)
            except locale.Error:
                continue
            assert draw(figure, BRAND, "en", Canvas(COLUMN_MM, png=True)) == first
        assert mpl.rcParams["font.size"] == 33, "a setting of another's must stay"
    finally:
        locale.setlocale(locale.LC_ALL, old)
        mpl.rcParams["font.size"], mpl.rcParams["lines.linewidth"] = (
            before["font.size"],
            before["lines.linewidth"],
        )


def test_matplotlib_is_not_loaded_by_choosing() -> None:
    code = "import sys, pressroom.figures; assert not {'matplotlib', 'numpy', 'openpyxl'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_matplotlib_is_not_loaded_for_a_document_without_figures(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("A quiet day\n\nNothing happened, and nobody counted it.\n")
    command = [sys.executable, "-X", "importtime", "-m", "pressroom", "make", "plain.txt", "--format", "html"]
    here = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    run = subprocess.run(command, check=True, cwd=tmp_path, env=here, capture_output=True, text=True)
    assert "pressroom.figures" in run.stderr
    assert "matplotlib" not in run.stderr
    assert (tmp_path / "dist" / "plain.html").is_file()


def _bar(name: str, *values: Datum) -> Figure:
    names = tuple(f"{name} {index}" for index in range(len(values)))
    return Figure("f", "bar", "t", "a", names, (Series("", values),), ())


def test_text_that_looks_like_a_formula_stays_text() -> None:
    assert b"cost $x_1$ &amp; $y^2$ 0" in draw(_bar("cost $x_1$ & $y^2$", Datum(1.0)), BRAND, "en").svg


def test_letters_that_no_font_has_are_refused_with_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "_fallback", lambda _: "")
    with pytest.raises(MachineError, match=r"no font on this machine.*Cure: install"):
        draw(_bar("東京", Datum(1.0)), BRAND, "ja")


@pytest.mark.parametrize(
    ("figure", "reason"),
    [
        (_bar("a", *[Datum(1.0)] * 41), "at most 40"),
        (_bar("a" * 300, Datum(1.0)), "more than 200 letters"),
        (_bar("a", Datum(float("nan"))), "not a number"),
        (_bar("a", Datum(1e20)), "larger than"),
        (_bar("a", Datum(None)), "no value"),
        (_bar("a\x00", Datum(1.0)), "cannot be printed"),
        (_bar("a", Datum(1.0, label="x" * 50)), "too long to stand beside"),
        (
            Figure("f", "bar", "t", "a", ("x", "x"), (Series("", (Datum(1.0),) * 2),), ()),
            "stands there twice",
        ),
        (
            Figure("f", "bar", "t", "a", ("x", "y"), (Series("s", (Datum(1.0),)),), ()),
            "not one value for each",
        ),
        (Figure("f", "share", "t", "a", ("x",), (Series("", (Datum(120.0),)),), ()), "larger than its whole"),
        (
            Figure("f", "waffle", "t", "a", ("x", "y"), (Series("", (Datum(70.0),) * 2),), ()),
            "more than the whole",
        ),
        (Figure("f", "waffle", "t", "a", ("x",), (Series("", (Datum(-7.0),)),), ()), "negative"),
        (
            Figure(
                "f",
                "area",
                "t",
                "a",
                ("1", "2", "3"),
                (Series("", (Datum(1.0), Datum(None), Datum(2.0))),),
                (),
            ),
            "missing",
        ),
        (
            Figure("f", "part", "t", "a", ("",), (Series("", (Datum(9.0),)), Series("", (Datum(3.0),))), ()),
            "part is larger",
        ),
        (Figure("f", "slope", "t", "a", ("x",), (Series("", (Datum(9.0),)),), ()), "at least 2"),
    ],
)
def test_what_nobody_could_read_is_refused(figure: Figure, reason: str) -> None:
    with pytest.raises(PressroomError, match=reason):
        draw(figure, BRAND, "en")


if __name__ == "__main__":  # after looking at the gallery: python -m tests.figures.test_draw [NAME…]
    LOOKS.mkdir(exist_ok=True)
    for one in GALLERY:
        for millimetres in (NARROW_MM, WIDE_MM) if one.id in (sys.argv[1:] or [one.id]) else ():
            small(one, millimetres).save(LOOKS / f"{one.id}-{millimetres:.0f}.png", optimize=True)
