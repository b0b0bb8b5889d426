"""Figures as charts that Word can edit: DrawingML charts, each with its data as a workbook inside.

A figure whose data are qualified or ranges stays a picture: Word's bars cannot show "over" or "between".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pressroom.model.figure import Datum, Figure, Series
from pressroom.writers.docx.body.pictures import EMU_TWIP, inline_object_xml
from pressroom.writers.docx.package.archive import fill_part, new_part
from pressroom.writers.docx.package.markup import DECLARATION, NAMESPACES, escape
from pressroom.writers.docx.package.workbook import column_name, make_workbook
from pressroom.writers.docx.styles.definitions import Palette

if TYPE_CHECKING:
    from docx.opc.part import Part

    from pressroom.writers.docx.body.context import DocumentContext

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SERIES_COLOURS = ("accent_mark", "muted", "warning", "rule", "text")
_CATEGORY_AXIS, _VALUE_AXIS = 111111111, 222222222


@dataclass(frozen=True, slots=True)
class Shape:
    """How a kind is drawn: its element, the direction of its bars, how its series stand to each other."""

    element: str
    direction: str = ""
    grouping: str = "clustered"


# kinds of figures that a native chart can draw, by their names in ``figures``
SHAPES = {
    "bar": Shape("barChart", "bar"),
    "change": Shape("barChart", "bar"),
    "column": Shape("barChart", "col"),
    "grouped": Shape("barChart", "bar"),
    "stacked": Shape("barChart", "bar", "stacked"),
    "line": Shape("lineChart", grouping="standard"),
}


def has_native_chart(figure: Figure) -> bool:
    """Tell whether a native chart says all that the figure says."""
    plain = all(
        datum.qualifier is None and datum.high is None for series in figure.series for datum in series.data
    )
    return plain and figure.kind in SHAPES and bool(figure.series) and bool(figure.categories)


def native_chart(
    context: DocumentContext,
    owner: Part,
    figure: Figure,
    alt: str,
    size: tuple[int, int],
    axis: tuple[float, ...],
) -> str:
    """Return the run of a chart, ``size`` in twips; its parts are added to the package.

    ``axis`` are the labelled values of the drawn figure's axis, which the chart then has as well.
    """
    number = context.pictures.next_number()
    sheet_name = f"/word/embeddings/report-data{number}.xlsx"
    sheet = new_part(context.package, sheet_name, _SHEET_TYPE, make_workbook(_list_rows(figure)))
    chart = new_part(context.package, f"/word/charts/report-chart{number}.xml", _CHART_TYPE)
    data = chart.relate_to(sheet, _RELATION + "package")
    ink = Palette(context.page.report.brand, themed=False)
    filled = fill_part(chart, _chart_xml(figure, axis, data, ink, context.lang).encode())
    uri = NAMESPACES["c"]
    content = f'<c:chart r:id="{owner.relate_to(filled, _RELATION + "chart")}"/>'
    extent = size[0] * EMU_TWIP, size[1] * EMU_TWIP
    return inline_object_xml(number, f"Chart {number}", alt, extent, uri, content)


def _list_rows(figure: Figure) -> list[list[str | float | None]]:
    rows: list[list[str | float | None]] = [["", *(series.name for series in figure.series)]]
    for index, category in enumerate(figure.categories):
        rows.append([category, *(series.data[index].value for series in figure.series)])
    return rows


def _chart_xml(figure: Figure, axis: tuple[float, ...], data: str, ink: Palette, lang: str) -> str:
    shape = SHAPES[figure.kind]
    series = "".join(
        _series(index, one, figure.categories, shape, ink.hex(_SERIES_COLOURS[index % len(_SERIES_COLOURS)]))
        for index, one in enumerate(figure.series)
    )
    overlap = '<c:overlap val="100"/>' if shape.grouping == "stacked" else ""
    if shape.element == "barChart":
        head = (
            f'<c:barDir val="{shape.direction}"/><c:grouping val="{shape.grouping}"/><c:varyColors val="0"/>'
        )
        tail = f'<c:gapWidth val="60"/>{overlap}'
    else:
        head = f'<c:grouping val="{shape.grouping}"/><c:varyColors val="0"/>'
        tail = '<c:marker val="1"/>'
    axes = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
    legend = (
        '<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend>' if len(figure.series) > 1 else ""
    )
    scales = _axes(shape, ink, axis, from_zero=_is_from_zero(figure))
    font = escape(ink.brand.fonts.sans[0])
    text = (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900"><a:solidFill><a:srgbClr '
        f'val="{ink.hex("text")}"/></a:solidFill><a:latin typeface="{font}"/></a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="{escape(lang)}"/></a:p></c:txPr>'
    )
    namespaces = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("c", "a", "r"))
    return (
        f'{DECLARATION}<c:chartSpace {namespaces}><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:{shape.element}>{head}{series}{tail}{axes}'
        f'</c:{shape.element}>{scales}</c:plotArea>{legend}<c:plotVisOnly val="1"/>'
        f'<c:dispBlanksAs val="gap"/></c:chart>{_NO_FRAME}{text}'
        f'<c:externalData r:id="{data}"><c:autoUpdate val="0"/>'
        "</c:externalData></c:chartSpace>"
    )


def _series(index: int, series: Series, categories: tuple[str, ...], shape: Shape, colour: str) -> str:
    letter = column_name(index + 1)
    last = len(categories) + 1
    fill = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    look = (
        f'<c:spPr>{fill}</c:spPr><c:invertIfNegative val="0"/>'
        if shape.element == "barChart"
        else f'<c:spPr><a:ln w="25400">{fill}</a:ln></c:spPr><c:marker><c:symbol val="circle"/>'
        f'<c:size val="5"/><c:spPr>{fill}</c:spPr></c:marker>'
    )
    # the points of lines are too near each other for labels of their own: there the axis has numbers
    labels = _labels(series.data) if shape.element == "barChart" else _NO_LABELS
    names = "".join(
        f'<c:pt idx="{place}"><c:v>{escape(category)}</c:v></c:pt>'
        for place, category in enumerate(categories)
    )
    values = "".join(
        f'<c:pt idx="{place}"><c:v>{datum.value!r}</c:v></c:pt>'
        for place, datum in enumerate(series.data)
        if datum.value is not None
    )
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:strRef><c:f>Sheet1!${letter}$1</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(series.name)}</c:v></c:pt></c:strCache>'
        f"</c:strRef></c:tx>{look}{labels}<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f>"
        f'<c:strCache><c:ptCount val="{len(categories)}"/>{names}</c:strCache></c:strRef></c:cat>'
        f"<c:val><c:numRef><c:f>Sheet1!${letter}$2:${letter}${last}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(series.data)}"/>{values}</c:numCache>'
        "</c:numRef></c:val>" + ("" if shape.element == "barChart" else '<c:smooth val="0"/>') + "</c:ser>"
    )


_NO_FRAME = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_NO_LABELS = (
    '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
)
_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def _labels(data: tuple[Datum, ...]) -> str:
    """Label each point in the text's own words where it has some, else by its value."""
    own = "".join(
        f'<c:dLbl><c:idx val="{place}"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r>'
        f"<a:t>{escape(datum.label)}</a:t></a:r></a:p></c:rich></c:tx>{_SHOWN}</c:dLbl>"
        for place, datum in enumerate(data)
        if datum.label
    )
    digits = _number_format(datum.value for datum in data if datum.value is not None)
    return f'<c:dLbls>{own}<c:numFmt formatCode="{digits}" sourceLinked="0"/>{_SHOWN}</c:dLbls>'


def _is_from_zero(figure: Figure) -> bool:
    """Tell whether all values lie above zero: their bars then begin there, whatever Word would choose."""
    return all((datum.value or 0) >= 0 for series in figure.series for datum in series.data)


def _axes(shape: Shape, ink: Palette, axis: tuple[float, ...], *, from_zero: bool) -> str:
    horizontal = shape.direction == "bar"
    colour = f'<a:solidFill><a:srgbClr val="{ink.hex("rule")}"/></a:solidFill>'
    line = f'<c:spPr><a:ln w="6350">{colour}</a:ln></c:spPr>'
    names, values = ("l", "b") if horizontal else ("b", "l")
    bars = shape.element == "barChart"  # their labels say the values
    hidden, grid = ("1", "") if bars else ("0", f"<c:majorGridlines>{line}</c:majorGridlines>")
    # as drawn: Word would choose ends and steps of its own, and labels in which these are alike
    ends = f'<c:max val="{axis[-1]!r}"/><c:min val="{axis[0]!r}"/>' if axis else ""
    unit = f'<c:majorUnit val="{axis[1] - axis[0]!r}"/>' if axis else ""
    ends = ends or ('<c:min val="0"/>' if from_zero else "")
    # bars are read from the top, as a list is
    order = "maxMin" if horizontal else "minMax"
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{names}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{line}'
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{ends}</c:scaling>'
        f'<c:delete val="{hidden}"/><c:axPos val="{values}"/>{grid}'
        f'<c:numFmt formatCode="{_number_format(axis)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="autoZero"/>{unit}</c:valAx>'
    )


def _number_format(values: Iterable[float]) -> str:
    """Return the format that prints values with all their digits; "General" has eleven at most."""
    parts = [format(Decimal(repr(value)), "f").partition(".")[2].rstrip("0") for value in values]
    most = max(map(len, parts), default=0)
    return "#,##0" + ("." + "0" * most if most else "")
