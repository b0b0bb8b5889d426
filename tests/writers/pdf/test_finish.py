"""What the file says of itself, without a layout."""

import io
from types import SimpleNamespace

import pydyf

from pressroom.writers.pdf.finish import finish
from pressroom.writers.pdf.xmp import PdfMetadata, make_packet

SAID = {"title": "A title", "lang": "", "authors": [], "description": "", "keywords": []}


def finished(*, sides: str = "", direction: str = "") -> pydyf.PDF:
    """An empty file, with the metadata that WeasyPrint has put into it."""
    pdf = pydyf.PDF()
    pdf.info["Producer"] = pydyf.String("WeasyPrint")
    packet = pydyf.Stream()
    pdf.add_object(packet)
    pdf.catalog["Metadata"] = packet.reference
    document = SimpleNamespace(metadata=SimpleNamespace(**SAID, created=None, modified=None))
    finish(document, pdf, (), sides=sides, direction=direction)
    return pdf


def test_who_made_the_file_is_said_alike_in_both_places():
    buffer = io.BytesIO()
    finished().write(buffer)
    written = buffer.getvalue()
    assert b"/Creator (Pressroom)" in written
    assert b'xmp:CreatorTool="Pressroom"' in written
    assert b"/Producer (WeasyPrint)" in written
    assert b'pdf:Producer="WeasyPrint"' in written


def test_the_reader_and_the_printer_are_told_how_to_show_it():
    assert "Duplex" not in finished().catalog["ViewerPreferences"]
    assert finished(sides="two").catalog["ViewerPreferences"]["Duplex"] == "/DuplexFlipLongEdge"
    assert finished(direction="rtl").catalog["ViewerPreferences"]["Direction"] == "/R2L"


def test_the_packet_has_an_entry_for_what_is_known_alone():
    bare = make_packet(PdfMetadata("A title", "WeasyPrint", "Pressroom")).decode()
    for entry in ("dc:creator", "dc:language", "dc:description", "pdf:Keywords", "xmp:CreateDate"):
        assert entry not in bare
    full = make_packet(PdfMetadata("A title", "W", "P", lang="en", authors=("Ada Rowe", "B & C"))).decode()
    names = "<rdf:li>Ada Rowe</rdf:li><rdf:li>B &amp; C</rdf:li>"
    assert f"<dc:creator><rdf:Seq>{names}</rdf:Seq></dc:creator>" in full
    assert "<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>" in full
