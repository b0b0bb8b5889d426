"""Charts that Word can edit."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from lxml import etree

from pressroom.check.docx_file import check
from pressroom.model.figure import Datum, Figures, Series
from pressroom.writers.docx import WordOptions, write
from pressroom.writers.docx.package.markup import NAMESPACES
from tests.writers.docx.full import FIGURE, full_page
from tests.writers.docx.opened import parts
from tests.writers.docx.pages import drawing, page


def test_native_charts_carry_their_data() -> None:
    made = parts(write(full_page(), WordOptions(native_charts=True)))
    chart = next(
        text.decode() for name, text in made.items() if "report-chart" in name and name.endswith(".xml")
    )
    assert "<c:v>North</c:v>" in chart
    assert '<c:pt idx="0"><c:v>12</c:v></c:pt>' in chart
    sheet = next(data for name, data in made.items() if name.endswith(".xlsx"))
    assert b"<v>15</v>" in parts(sheet)["xl/worksheets/sheet1.xml"]
    assert check(write(full_page(), WordOptions(native_charts=True)), "x.docx") == ()


@pytest.mark.parametrize(("kind", "element"), [("stacked", "barChart"), ("line", "lineChart")])
def test_other_kinds_of_native_charts_are_sound(kind: str, element: str) -> None:
    made = full_page()
    made = replace(made, report=replace(made.report, figures=Figures((replace(FIGURE, kind=kind),))))
    file = write(made, WordOptions(native_charts=True))
    chart = next(text.decode() for name, text in parts(file).items() if name.startswith("word/charts/report"))
    assert f"<c:{element}>" in chart
    assert check(file, "x.docx") == ()


def test_a_label_in_the_text_s_words_is_the_chart_s_label_too() -> None:
    series = (Series("North", (Datum(12, label="twelve"), Datum(15))),)
    made = full_page()
    made = replace(made, report=replace(made.report, figures=Figures((replace(FIGURE, series=series),))))
    chart = next(
        text.decode()
        for name, text in parts(write(made, WordOptions(native_charts=True))).items()
        if name.startswith("word/charts/report")
    )
    assert "<a:t>twelve</a:t>" in chart


@pytest.mark.parametrize(("kind", "labelled"), [("bar", True), ("line", False)])
def test_bars_carry_their_values_and_lines_have_an_axis_from_zero(kind: str, labelled: bool) -> None:
    made = full_page()
    made = replace(made, report=replace(made.report, figures=Figures((replace(FIGURE, kind=kind),))))
    files = parts(write(made, WordOptions(native_charts=True)))
    chart = next(text.decode() for name, text in files.items() if name.startswith("word/charts/report"))
    assert ('<c:showVal val="1"/>' in chart) is labelled
    assert ("<c:majorGridlines>" in chart) is not labelled
    assert '<c:min val="0"/>' in chart


def test_doubt_is_never_drawn_as_a_plain_bar() -> None:
    doubtful = replace(FIGURE, series=(Series("North", (Datum(12, high=14), Datum(15))),))
    made = full_page()
    made = replace(made, report=replace(made.report, figures=Figures((doubtful,))))
    assert not [name for name in parts(write(made, WordOptions(native_charts=True))) if "chart" in name]


def test_what_a_chart_shows_stands_in_the_cells_that_it_names() -> None:
    figure = "<figure class='chart' data-figure='fig-a'><img src='asset:fig-a' alt='Bars.'></figure>"
    made = page(figure, figures=Figures((FIGURE,)), drawings={"fig-a": drawing()})
    files = parts(write(made, WordOptions(native_charts=True)))
    chart = etree.fromstring(files["word/charts/report-chart1.xml"])
    sheet = openpyxl.load_workbook(BytesIO(files["word/embeddings/report-data1.xlsx"]))["Sheet1"]
    c = f"{{{NAMESPACES['c']}}}"
    references = list(chart.iter(f"{c}strRef", f"{c}numRef"))
    assert len(references) == 3 * len(FIGURE.series)
    for reference in references:
        place = reference.findtext(f"{c}f").removeprefix("Sheet1!")
        cells = sheet[place] if ":" in place else ((sheet[place],),)
        named = {str(row): str(cell.value) for row, (cell,) in enumerate(cells) if cell.value is not None}
        shown = {point.get("idx"): point.findtext(f"{c}v") for point in reference.iter(f"{c}pt")}
        assert named == shown


def test_the_axis_of_lines_is_that_of_the_picture_with_all_its_digits() -> None:
    figure = "<figure class='chart' data-figure='fig-a'><img src='asset:fig-a' alt='Lines.'></figure>"
    drawn = replace(drawing(), axis=(7e12, 7.0000000000005e12, 7.000000000001e12))
    made = page(figure, figures=Figures((replace(FIGURE, kind="line"),)), drawings={"fig-a": drawn})
    file = write(made, WordOptions(native_charts=True))
    chart = etree.fromstring(parts(file)["word/charts/report-chart1.xml"])
    names = {"c": NAMESPACES["c"]}
    assert [
        chart.xpath(f"string(//c:valAx//c:{name}/@val)", namespaces=names)
        for name in ("min", "max", "majorUnit")
    ] == ["7000000000000.0", "7000000000001.0", "0.5"]
    assert chart.xpath("string(//c:valAx/c:numFmt/@formatCode)", namespaces=names) == "#,##0.0"
    assert check(file, "x.docx") == ()
