"""What a PDF that is sent as it is says of itself."""

import io
import json

import pytest
from pikepdf import AttachedFileSpec, Pdf

from pressroom.circulate.finished import read_head
from pressroom.errors import PressroomError


def make_pdf(record=None, title=""):
    pdf = Pdf.new()
    pdf.add_blank_page()
    if title:
        pdf.docinfo["/Title"] = title
    if record is not None:
        pdf.attachments["provenance.json"] = AttachedFileSpec(pdf, record)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("record", "embargo"),
    [
        (json.dumps({"embargo": "Embargoed until 5 May 2999"}).encode(), "Embargoed until 5 May 2999"),
        (b"{}", ""),
        (b"[]", ""),
        (b"no JSON", ""),
        (None, ""),
    ],
)
def test_the_embargo_is_read_from_the_record_of_the_make(record, embargo):
    assert read_head(make_pdf(record, "Bridge"), "bridge.pdf") == ("Bridge", embargo)


def test_what_is_no_pdf_is_refused():
    with pytest.raises(PressroomError, match="no PDF"):
        read_head(b"hello", "bridge.pdf")
