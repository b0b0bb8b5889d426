"""PDF files refused before they are unpacked."""

import zlib

import pytest

from pressroom.errors import PressroomError
from pressroom.readers.common import limits
from tests.making import ROOT


def make_stream(filters: bytes, packed: bytes) -> bytes:
    return b"%PDF-1.7\n4 0 obj\n<< /Filter " + filters + b" >>\nstream\n" + packed + b"\nendstream\n"


@pytest.mark.parametrize(
    "filters",
    [
        b"[/FlateDecode /FlateDecode]",
        b"[/Fl\n/FlateDecode]",
        b"[ /LZWDecode/Fl ]",
        b"[/Flate#44ecode /RunLengthDecode]",
    ],
)
def test_what_is_packed_twice_is_refused_unread(filters):
    with pytest.raises(PressroomError, match="packed more than once"):
        limits.refuse_pdf_bomb(make_stream(filters, b"anything"), "a.pdf")


@pytest.mark.parametrize(("limit", "said"), [("LARGEST_STREAM", "a stream"), ("LARGEST_PDF", "it unpacks")])
def test_what_unpacks_to_far_more_than_a_report_is_refused(limit, said, monkeypatch):
    monkeypatch.setattr(limits, limit, 1000)
    data = make_stream(b"/FlateDecode", zlib.compress(bytes(2000)))
    with pytest.raises(PressroomError, match=said):
        limits.refuse_pdf_bomb(data, "a.pdf")


def test_streams_count_together(monkeypatch):
    monkeypatch.setattr(limits, "LARGEST_PDF", 1000)
    one = make_stream(b"/FlateDecode", zlib.compress(bytes(400)))
    limits.refuse_pdf_bomb(one * 2, "a.pdf")
    with pytest.raises(PressroomError):
        limits.refuse_pdf_bomb(one * 3, "a.pdf")


@pytest.mark.parametrize("data", [b"", b"stream\n", b"stream\nx\x9c", b"stream\nx\x9cbroken", b"%PDF-1.7"])
def test_what_is_no_stream_is_left_to_whoever_opens_it(data):
    limits.refuse_pdf_bomb(data, "a.pdf")


def test_text_packed_and_written_in_letters_is_no_bomb():
    limits.refuse_pdf_bomb(make_stream(b"[/ASCII85Decode /FlateDecode]", b"GhQ>"), str(ROOT))
