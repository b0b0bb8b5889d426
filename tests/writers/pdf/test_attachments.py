import json
from dataclasses import replace

import pytest

from pressroom.model.document import Document
from pressroom.model.figure import (
    Datum,
    Drawing,
    Figure,
    Figures,
    LegendEntry,
    Panel,
    PanelEntry,
    PanelFrame,
    Series,
)
from pressroom.model.numbers import Numbers
from pressroom.model.quantity import Interval, Qualifier
from pressroom.writers.pdf.attachments import format_csv, format_provenance, list_embedded_files
from tests.making import document, key_number, paragraph, quantity, report
from tests.writers.torture import small


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("North", "North"),
        ("a, b", '"a, b"'),
        ("=1+1", "'=1+1"),
        ("@x", "'@x"),
        ("+cmd|x", "'+cmd|x"),
        ("-12.5", "-12.5"),
        ("+3%", "+3%"),
        ("-1,200", '"-1,200"'),
    ],
)
def test_no_cell_is_run_by_a_spreadsheet(cell, written):
    assert format_csv((("head",), (cell,))) == f"head\r\n{written}\r\n".encode()


@pytest.mark.parametrize(
    ("source", "name"),
    [("notes/a.txt", "a.txt"), ("a.md", "a.md"), ("in\\a.docx", "a.docx.txt"), ("", "source.txt")],
)
def test_the_source_is_named_as_it_was(source, name):
    made = report(replace(document(paragraph("Words."), text="Words."), source=source))
    page = replace(small(""), report=made)
    assert list_embedded_files(page)[0].asset.name == name


def test_every_key_number_has_its_place():
    first = quantity("1,100", 5, qualifier=Qualifier.OVER, words="over")
    second = replace(quantity("40", 20), value=Interval(40.0, 50.0))
    numbers = Numbers(
        key=(key_number(first, "over 1,100", "soldiers"), key_number(second, "40", "tanks", "kn-2"))
    )
    source: Document = document(paragraph("Over 1,100 soldiers."), text="Over 1,100 soldiers.")
    record = json.loads(format_provenance(report(source, numbers=numbers)))
    assert record["source"]["name"] == "test.txt"
    assert record["key_numbers"][0]["characters"] == [5, 10]
    assert record["key_numbers"][0]["value"] == 1100.0
    assert [number["qualifier"] for number in record["key_numbers"]] == ["over", ""]
    assert record["key_numbers"][1]["value"] == [40.0, 50.0]


def test_each_file_says_what_it_is_to_the_report():
    files = [(file.asset.name, file.relationship) for file in list_embedded_files(small(""))]
    assert files == [("test.txt", "Source"), ("fig-1.csv", "Data"), ("provenance.json", "Supplement")]


def test_the_pictures_of_the_panel_have_their_data_and_the_signs_of_its_key_have_none():
    def picture(ident, kind):
        return Figure(ident, kind, "t", "a", ("jobs",), (Series("", (Datum(30.0, None, None, "30"),)),), ())

    frame = PanelFrame("", (PanelEntry("kn-1", picture("glyph-kn-1", "marks")),))
    panel = Panel((frame,), legend=(LegendEntry(picture("sign-1", "sign"), "the text says “over”"),))
    drawing = Drawing(b"<svg/>", b"", 50, 10)
    page = replace(
        small(""),
        report=report(document(paragraph("Words."), text="Words."), figures=Figures((), (), panel)),
        drawings={"glyph-kn-1": drawing, "sign-1": drawing},
    )
    data = [file.asset for file in list_embedded_files(page) if file.relationship == "Data"]
    assert [(asset.name, asset.data) for asset in data] == [("glyph-kn-1.csv", b",\r\njobs,30\r\n")]
