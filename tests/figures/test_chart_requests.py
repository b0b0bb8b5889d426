"""Authors' charts: what is read from blocks and settings, and how each mistake is told."""

from __future__ import annotations

import io

import openpyxl
import pytest

from pressroom.errors import UsageError
from pressroom.figures import choose, read_requests, write_csv
from pressroom.figures.text.dates import format_dates
from pressroom.model.document import Cell, CodeBlock, Document, Row, Table
from pressroom.model.figure import Datum, Figure, Series
from pressroom.model.inline import Text
from pressroom.model.numbers import Numbers
from pressroom.model.quantity import Qualifier
from tests.making import document, span


def row(*cells: str) -> Row:
    return Row(tuple(Cell((Text(cell),), span()) for cell in cells))


VISITORS = Table(
    (row("Year", "North", "South"),),
    (row("2021", "1,240", "860"), row("2022", "over 1,300", "about 900"), row("2023", "1,500", "n/a")),
    span(0, 50),
    caption=(Text("Visitors by year"),),
)
STAFF = Table(
    (row("Office", "Staff"),),
    (row("Aldmoor", "12"), row("Brin", "−7")),
    span(50, 58),
    caption=(Text("Staff"),),
)


def asking(toml: str, *tables: Table) -> Document:
    return document(*(tables or (VISITORS,)), CodeBlock(toml, span(60, 90, 5), "chart"))


def figure(toml: str, *tables: Table, lang: str = "en", **files: bytes) -> Figure:
    of = asking(toml, *tables)
    named = {name.replace("_", "."): data for name, data in files.items()}
    return choose(of, Numbers(), read_requests(of), lang, named).drawn[0]


def test_a_table_of_the_document_becomes_bars_in_its_own_words() -> None:
    drawn = figure('mark = "bar"\nx = "Year"\ny = ["North", "South"]')
    assert (drawn.kind, drawn.title, drawn.categories) == (
        "grouped",
        "Visitors by year",
        ("2021", "2022", "2023"),
    )
    assert drawn.series[0].data[1] == Datum(1300.0, Qualifier.OVER, None, "over 1,300")
    assert drawn.series[1].data[2].value is None
    assert drawn.sources == (VISITORS.span,)
    assert drawn.subtitle == ""
    assert drawn.anchor == span(60, 90, 5)
    assert "2021 North: 1,240" in drawn.alt


@pytest.mark.parametrize("name", ["2", "Table 2", "Staff", "staff"])
def test_a_table_is_named_by_number_or_caption(name: str) -> None:
    drawn = figure(f'mark = "bar"\ntable = "{name}"', VISITORS, STAFF)
    assert [datum.value for datum in drawn.series[0].data] == [12, -7]


def test_without_a_name_the_last_table_before_the_chart_is_taken() -> None:
    assert figure('mark = "dot"', VISITORS, STAFF).title == "Staff"


LONG = b"year,region,sales\n2022,North,3.5\n2021,North,3.25\n2021,South,4\n"


@pytest.mark.parametrize(
    ("toml", "kind"),
    [
        ('mark = "bar"\nx = "year"\ny = "sales"\ncolor = "region"', "grouped"),
        ('mark = "dot"\nx = "year"\ny = "sales"\ncolor = "region"', "dot"),
        ('mark = "line"\nx = "year"\ny = "sales"\nfacet = "region"', "multiples"),
    ],
)
def test_long_data_in_a_file_is_turned(toml: str, kind: str) -> None:
    drawn = figure(f'{toml}\ntitle = "Sales"\ndata = "s.csv"', s_csv=LONG)
    assert (drawn.kind, drawn.categories) == (kind, ("2021", "2022"))
    assert [datum.value for datum in drawn.series[1].data] == [4, None]
    assert drawn.note == "Data: s.csv"


def test_a_workbook_is_read() -> None:
    book = openpyxl.Workbook()
    for cells in (("town", "rain"), ("Brin", 1.5), ("Esk", None)):
        book.active.append(cells)
    out = io.BytesIO()
    book.save(out)
    drawn = figure('mark = "bar"\ntitle = "Rain"\ndata = "r.xlsx"', r_xlsx=out.getvalue())
    assert drawn.categories == ("Brin", "Esk")
    assert [datum.value for datum in drawn.series[0].data] == [1.5, None]


INLINE = (
    'title = "T"\ndata.values = [{a = "x", n = 3, m = 1}, {a = "y", n = 5, m = 2}, {a = "z", n = 4, m = 9}]\n'
)


@pytest.mark.parametrize(
    ("toml", "kind"),
    [
        ('mark = "bar"\nx = "a"\ny = "n"', "bar"),
        ('mark = "stacked bar"\nx = "a"\ny = ["n", "m"]', "stacked"),
        ('mark = "bar"\nstack = true\nx = "a"\ny = ["n", "m"]', "stacked"),
        ('mark = "area"\nx = "a"\ny = "n"', "area"),
        ('mark = {type = "point"}\nx = {field = "n", title = "N"}\ny = "m"\nlabel = "a"', "scatter"),
        ('mark = "waffle"\nx = "a"\ny = "n"', "waffle"),
        ('mark = "slope"\nx = "a"\ny = ["n", "m"]', "slope"),
        ('mark = "change"\nx = "a"\ny = ["n", "m"]', "change"),
        ('mark = "target"\nx = "a"\ny = ["n", "m"]', "target"),
        ('mark = "bar"\nencoding = {x = {field = "a"}, y = {field = "n"}}\nsort = "descending"', "bar"),
    ],
)
def test_each_mark_is_drawn(toml: str, kind: str) -> None:
    drawn = figure(f"{toml}\n{INLINE}")
    assert drawn.kind == kind
    if "sort" in toml:
        assert drawn.categories == ("y", "z", "x")


@pytest.mark.parametrize("mark", ["grouped_bar", "Grouped-Bar", "grouped bar chart"])
def test_a_mark_is_known_however_its_words_are_joined(mark: str) -> None:
    assert figure(f'mark = "{mark}"\nx = "Year"\ny = ["North", "South"]').kind == "grouped"


def test_a_point_needs_both_its_values() -> None:
    toml = 'mark = "scatter"\ntitle = "t"\nx = "a"\ny = "b"\nvalues = [{rows}]'
    rows = "{a = 1, b = 7}, {a = 9}, {a = 2, b = 8}"
    assert figure(toml.format(rows=rows)).alt == (
        "t. 2 points of a and b: a runs from 1 to 2, b from 7 to 8."
    )
    with pytest.raises(UsageError, match="no point has both its values"):
        figure(toml.format(rows="{a = 1}, {b = 8}, {a = 3}"))


def test_a_timeline_and_a_single_number() -> None:
    rows = (
        'data.values = [{when = "2024-05", what = "Opening"}, {when = "2020", what = "Plan"}, '
        '{when = "2024-06-03", what = "Fair"}]'
    )
    drawn = figure(f'mark = "timeline"\ntitle = "T"\n{rows}')
    assert drawn.categories == ("2020", "May 2024", "Jun 3, 2024")
    assert drawn.series[0].data[2].high is None
    number = figure(
        'mark = "number"\ntitle = "T"\ny = "n"\nlabel = "a"\ndata.values = [{a = "trees", n = 3}]'
    )
    assert (number.kind, number.categories, number.series[0].data[0].value) == ("number", ("trees",), 3)


YEARS = """
title = "Visitors"
data.values = [{year = "2021", n = 3}, {year = "2022", n = 5}, {year = "2024", n = 4}]
"""


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ("", "column"),
        ('highlight = "2022"', "column"),
        ('sort = "descending"', "bar"),
        ('x = "n"\ny = "year"', "bar"),
    ],
)
def test_bars_at_dates_stand_upright(more: str, kind: str) -> None:
    assert figure(f'mark = "bar"\n{more}{YEARS}').kind == kind


@pytest.mark.parametrize(
    ("name", "lang", "words"),
    [
        ("2024", "fr", "2024"),
        ("2024-05-03", "de", "3. Mai 2024"),
        ("2024-13", "en", "2024-13"),
        ("A-12345", "en", "A-12345"),
        ("2024-05", "xx-none", "May 2024"),
    ],
)
def test_a_date_is_printed_as_far_as_it_is_one(name: str, lang: str, words: str) -> None:
    assert format_dates([name], lang) == [words]


def test_bounds_and_names_lie() -> None:
    assert figure('mark = "bar"\ny = "North"').kind == "bar", "over 1,300 has no edge to stand on"
    assert figure('mark = "column"\ntable = "Staff"', VISITORS, STAFF).kind == "bar"


def test_dates_are_told_in_the_language() -> None:
    rows = 'data.values = [{m = "2024-03", n = 1}, {m = "2024-04", n = 3}, {m = "2024-05", n = 2}]'
    drawn = figure(f'mark = "line"\ntitle = "T"\n{rows}', lang="de")
    assert "von 1 (März 2024) auf 2 (Mai 2024)".replace("von 1", "geht von 1") in drawn.alt


MISTAKES = {
    'mark = "bar"\ntitle = "t"\nhighlight = "q"\ndata.values = [{a = "x", n = 1}]': "there are: x",
    'mark = "bar"\ntitle = "t"\ndata = []': "values are no rows",
    'mark = "bar"\ntitle = "t"\ndata = "a.csv"\nvalues = [{a = 1}]': "two sets of data",
    'mark = "bar': "no TOML",
    'mark = "bra"': "did you mean bar",
    'mark = "bar"\ntilte = "x"': "did you mean title",
    'mark = "pie"': "refused: angles",
    'mark = "3D bar"': "refused: depth",
    'mark = "bar"\ny2 = "South"': "refused: two scales",
    'mark = "bar"\nresolve = {}': "refused: two scales",
    'mark = "bar"\ny = {field = "North", scale = {zero = false}}': "refused: the length of a bar",
    'mark = "area"\ny = {field = "North", scale = {domain = [500, 2000]}}': "refused: the length of a bar",
    'mark = "bar"\nx = 3': "x names no column",
    'mark = "bar"\ny = "East"': "there are: Year, North, South",
    'mark = "bar"\ntable = "9"': "there is no table",
    'mark = "bar"\ndata = "no.csv"': "there is no file",
    'mark = "bar"\ndata = 3': "neither a file nor rows",
    'mark = "bar"\nvalues = [3]': "values are no rows",
    'mark = "bar"\nof = "x"': "of is no whole number",
    'mark = "bar"\ntitle = ["x"]': "title is no text",
    'mark = "bar"\nencoding = 3': "encoding is no table",
    'mark = "line"\nx = "Year"\ny = ["North", "South"]': "as if it were exact",
    'mark = "stacked"\nx = "Year"\ny = ["North", "South"]': "as if it were exact",
    'mark = "scatter"': "two measures",
    'mark = "bar"\nsort = "up"': "unknown",
    'mark = "bar"\ny = "North"\nhighlight = "West"': "nothing called",
    'mark = "bar"\nvalues = [{a = "x", n = 1}]': "no title",
    'mark = "bar"\ntitle = "t"\ny = "n"\nvalues = [{a = "x", n = "many"}, {a = "y", n = 2}]': "is no number",
    'mark = "bar"\ntitle = "t"\nx = "n"\ny = "a"\nvalues = [{a = "x", n = 1}]': "no number in column 'a'",
    'mark = "line"\ntitle = "t"\nx = "a"\ny = "n"\nvalues = [{a = 2001, n = "few"}]': "no number in",
    'mark = "bar"\ntitle = "t"\nx = "a"\ny = "n"\nvalues = [{a = "x", n = "n/a"}]': "no number in column 'n'",
    'mark = "bar"\ntitle = "t"\ncolor = "b"\ny = "n"\nvalues = [{a = "x", b = "z", n = "-"}]': "no number in",
    'mark = "number"\ntitle = "t"\ny = "n"\nvalues = [{n = "few"}]': "no number in column 'n'",
    'mark = "timeline"\ntitle = "t"\nvalues = [{a = "June", n = "x"}]': "no date with a year",
    'mark = "number"\ntitle = "t"\nvalues = [{n = 1}, {n = 2}]': "needs one row",
}


@pytest.mark.parametrize("toml", MISTAKES)
def test_each_mistake_names_its_place_and_cure(toml: str) -> None:
    with pytest.raises(UsageError) as caught:
        figure(toml)
    assert MISTAKES[toml] in str(caught.value)
    assert str(caught.value).startswith("test.txt:5: error: ")
    assert caught.value.diagnostic.cure


def test_settings_name_their_file() -> None:
    of = document(VISITORS)
    asked = read_requests(of, [({"mark": "bar", "table": "1", "y": "South"}, "text.toml")])
    assert choose(of, Numbers(), asked).drawn[0].anchor is None
    with pytest.raises(UsageError, match=r"^text\.toml: error: "):
        read_requests(of, [({"mark": "cake"}, "text.toml")])


def test_two_charts_may_not_share_an_id() -> None:
    of = document(VISITORS)
    rows = [({"mark": "bar", "y": "North", "table": "1", "id": "a"}, "t.toml")] * 2
    with pytest.raises(UsageError, match="two charts have the id"):
        choose(of, Numbers(), read_requests(of, rows))


def test_csv_has_every_value_and_runs_no_formula() -> None:
    rows = (Series("=1+1", (Datum(-3.5), Datum(None), Datum(2.0, Qualifier.AT_LEAST, None, "+2 or more"))),)
    of = Figure("f", "bar", "t", "a", ("@x", "y", "z"), rows, ())
    assert write_csv(of).decode() == ",'=1+1\r\n'@x,-3.5\r\ny,\r\nz,'+2 or more\r\n"


@pytest.mark.parametrize(
    ("toml", "files", "words"),
    [
        ('mark = "bar"\ntitle = "t"\ndata = "a.csv"', {"a_csv": b"x,n\n"}, "has no data"),
        ('mark = "bar"\ntitle = "t"\ndata = "a.csv"', {"a_csv": b'x,n\n"a"b,1\n'}, "cannot be read as CSV"),
        ('mark = "bar"\ntitle = "t"\ndata = "a.pdf"', {"a_pdf": b"%PDF"}, "is no data file"),
        (
            'mark = "bar"\ntitle = "t"\ndata = "a.csv"',
            {"a_csv": b"x,n\n" + b"a,1\n" * 20_001},
            "more than 20000",
        ),
        ('mark = "bar"\ntable = "Visitors by month"', {}, "there is no table called"),
    ],
)
def test_each_bad_file_is_told(toml: str, files: dict[str, bytes], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        figure(toml, **files)


def test_a_broken_workbook_and_a_missing_sheet_are_told() -> None:
    with pytest.raises(UsageError, match="cannot be read as a workbook"):
        figure('mark = "bar"\ntitle = "t"\ndata = "a.xlsx"', a_xlsx=b"PK")
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    with pytest.raises(UsageError, match="there are: Sheet"):
        figure('mark = "bar"\ntitle = "t"\ndata = "a.xlsx"\nsheet = "May"', a_xlsx=out.getvalue())


def test_files_of_old_programs_are_read() -> None:
    drawn = figure(
        'mark = "bar"\ntitle = "t"\ndata = "a.csv"', a_csv="Ort;Zahl\nKöln;3\nBonn;2\n".encode("cp1252")
    )
    assert drawn.categories == ("Köln", "Bonn")


def measured(*cells: str, name: str = "Sent", more: str = "", title: str = "Aid") -> Figure:
    """Bars of these cells, one a row, in a column of this name."""
    rows = tuple(row(f"Port {index}", cell) for index, cell in enumerate(cells))
    table = Table((row("Port", name),), rows, span(0, 50))
    return figure(f'mark = "bar"\ntitle = "{title}"\n{more}', table)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (("8 km", "900 m"), "are in different units"),
        (("3 days", "20 hours"), "are in different units"),
        (("£8", "$9"), "are in different units"),
        (("EUR 8", "9 francs"), "are in different units"),
        (("8%", "9 percentage points"), "are in different units"),
        (("8 boats", "9 lorries"), "are in different units"),
        (("8", "9%"), "'8' in row 1 of column 'Sent' has no unit"),
        (("8 per cent", "9"), "'9' in row 2 of column 'Sent' has no unit"),
        (("€8", "9"), "has no unit"),
        (("8 t", "n/a", "9"), "'9' in row 3"),
        (("8 MW", "9 mW"), "are in different units"),
    ],
)
def test_values_in_several_units_are_refused(cells: tuple[str, ...], reason: str) -> None:
    with pytest.raises(UsageError, match=reason) as caught:
        measured(*cells)
    assert caught.value.diagnostic.rule == "chart-refused"
    assert caught.value.diagnostic.cure


@pytest.mark.parametrize(
    ("cells", "name", "more"),
    [
        (("8 kg", "9 kilograms"), "Sent", ""),
        (("€8", "9 euros", "EUR 10"), "Sent", ""),
        (("8%", "9 per cent", "10 %"), "Sent", ""),
        (("8% of the vote", "9%"), "Sent", ""),
        (("8 t", "0", "–"), "Sent", ""),
        (("1 boat", "9 boats"), "Sent", ""),
        (("8 boats", "9"), "Boats sent", ""),
        (("8 people", "9"), "Persons", ""),
        (("8%", "9"), "Share (%)", ""),
        (("8%", "9"), "Share in per cent", ""),
        (("8%", "9"), "Share", 'unit = "per cent of all pupils"'),
        (("8 t", "9 t"), "Sent", 'unit = "thousand tonnes"'),
        (("8", "9 (est.)", "10*"), "Sent", ""),
        (("$8 million", "$900,000"), "Sent", ""),
    ],
)
def test_values_in_one_unit_are_drawn(cells: tuple[str, ...], name: str, more: str) -> None:
    assert len(measured(*cells, name=name, more=more).series[0].data) == len(cells)


def test_the_columns_of_one_scale_are_in_one_unit() -> None:
    head = row("Port", "Sent (t)", "Share (%)")
    table = Table((head,), (row("Brin", "8", "9"), row("Esk", "10", "11")), span(0, 50))
    with pytest.raises(UsageError, match="are in different units"):
        figure('mark = "bar"\ntitle = "t"\ny = ["Sent (t)", "Share (%)"]', table)
    assert figure('mark = "bar"\ntitle = "t"\ny = "Sent (t)"', table).kind == "bar"
    more = Table((head,), (*table.body, row("Ull", "2", "3")), span(0, 50))
    toml = 'mark = "scatter"\ntitle = "t"\nx = "Sent (t)"\ny = "Share (%)"'
    assert figure(toml, more).kind == "scatter", "each measure has an axis of its own"


@pytest.mark.parametrize("names", [("n", "n"), ("Sent", "sent")])
def test_a_name_of_two_columns_is_an_error(names: tuple[str, str]) -> None:
    table = Table((row("Port", *names),), (row("Brin", "8", "9"),), span(0, 50))
    with pytest.raises(UsageError, match="two columns of the data are called"):
        figure(f'mark = "bar"\ntitle = "t"\ny = "{names[0]}"', table)
    with pytest.raises(UsageError, match="two columns of the data are called"):
        figure('mark = "bar"\ntitle = "t"\ndata = "a.csv"', a_csv=f"p,{','.join(names)}\nx,1,2\n".encode())


def test_a_cell_over_several_rows_moves_no_other_to_its_column() -> None:
    tall = Row((Cell((Text("Coast"),), span(), rowspan=2), *row("Brin", "8").cells))
    table = Table((row("Region", "Port", "Sent"),), (tall, row("Esk", "9")), span(0, 50))
    drawn = figure('mark = "bar"\ntitle = "t"\nx = "Port"\ny = "Sent"', table)
    assert (drawn.categories, [datum.value for datum in drawn.series[0].data]) == (("Brin", "Esk"), [8, 9])


@pytest.mark.parametrize(
    ("formats", "drawn"),
    [
        (("0%", "0.0%"), ["8%", "900%"]),
        (("General", "0"), ["", ""]),
        (("[$£-809]#,##0", "[$£-809]#,##0"), ["£ 0.08", "£ 9"]),
        (("0%", "General"), None),
        (('"€" 0', "[$$-409]0"), None),
    ],
)
def test_the_formats_of_a_workbook_are_units(formats: tuple[str, str], drawn: list[str] | None) -> None:
    book = openpyxl.Workbook()
    for index, cells in enumerate((("town", "n"), ("Brin", 0.08), ("Esk", 9))):
        book.active.append(cells)
        if index:
            book.active.cell(index + 1, 2).number_format = formats[index - 1]
    out = io.BytesIO()
    book.save(out)
    toml = 'mark = "bar"\ntitle = "t"\ndata = "a.xlsx"'
    if drawn is None:
        with pytest.raises(UsageError, match="unit"):
            figure(toml, a_xlsx=out.getvalue())
    else:
        labels = [datum.label for datum in figure(toml, a_xlsx=out.getvalue()).series[0].data]
        assert labels == drawn


def test_values_that_differ_are_never_printed_alike() -> None:
    rows = '{a = "x", n = 7000000001}, {a = "y", n = 7000000002}'
    drawn = figure(f'mark = "bar"\ntitle = "t"\ndata.values = [{rows}]')
    assert [datum.label for datum in drawn.series[0].data] == ["7,000,000,001", "7,000,000,002"]
    assert drawn.table[1:] == (("x", "7,000,000,001"), ("y", "7,000,000,002"))
    plain = figure('mark = "bar"\ntitle = "t"\ndata.values = [{a = "x", n = 70000001.5}]')
    assert plain.table[1] == ("x", "70000001.5"), "the data has all its digits"
