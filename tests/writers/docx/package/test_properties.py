"""What the file says of itself."""

from __future__ import annotations

from dataclasses import replace

from pressroom.model.report import Provenance
from pressroom.writers.docx import write
from tests.writers.docx.full import full_page
from tests.writers.docx.opened import full, parts
from tests.writers.docx.pages import page


def test_properties_say_what_where_from_and_when() -> None:
    core, custom = full()["docProps/core.xml"].decode(), full()["docProps/custom.xml"].decode()
    assert "<dc:creator>Ada Example; Bo Sample</dc:creator>" in core
    assert "<dc:subject>What was found.</dc:subject>" in core
    assert "<cp:keywords>gauges, survey</cp:keywords>" in core
    assert "2024-05-03T00:00:00Z" in core
    assert "2024-05-04T00:00:00Z" in core
    assert 'name="Pressroom source SHA-256"' in custom


def test_a_date_that_is_none_is_no_clock() -> None:
    made = page("<p>x</p>", head='<meta name="dcterms.created" content="2024-99-99">')
    assert b"1980-01-01T00:00:00Z" in parts(write(made))["docProps/core.xml"]


def test_provenance_is_kept_whole() -> None:
    made = full_page()
    record = Provenance("a" * 64, "b" * 64, "c" * 64, (("pressroom", "1.0"), ("weasyprint", "70.0")))
    custom = parts(write(replace(made, report=replace(made.report, provenance=record))))[
        "docProps/custom.xml"
    ].decode()
    assert "a" * 64 in custom
    assert "pressroom 1.0; weasyprint 70.0" in custom
