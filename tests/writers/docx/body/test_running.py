"""Running headers and footers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from pressroom.writers.docx import write
from tests.writers.docx.opened import W, document, full, parts
from tests.writers.docx.pages import asset, page

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def test_header_and_footer_have_fields() -> None:
    head = full()["word/report-header1.xml"].decode()
    foot = next(text.decode() for name, text in full().items() if "footer" in name)
    assert " STYLEREF 1 " in head
    assert re.search(r"PAGE .*NUMPAGES ", foot)
    assert "Restricted" in foot
    assert "<w:titlePg/>" in document()


@pytest.mark.parametrize(("pieces", "cells"), [("ab", ["a", "b"]), ("abc", ["a\u2003b", "c"])])
def test_what_stands_in_a_footer_is_at_its_ends_and_never_meets(pieces: str, cells: list[str]) -> None:
    words = " ".join(f"<span>{piece}</span>" for piece in pieces)
    files = parts(write(page("<p>Words.</p>", body=f"<div class='running foot'>{words}</div>")))
    foot = next(etree.fromstring(data) for name, data in files.items() if "report-footer" in name)
    table = foot.find(f"{W}tbl")
    assert ["".join(cell.itertext(f"{W}t")) for cell in table.iter(f"{W}tc")] == cells
    assert table.find(f"{W}tblPr/{W}tblInd").get(f"{W}w") == "-2835"
    assert sum(int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")) == pytest.approx(9638, abs=1)


BAND = (
    "<header class='cover'><div class='band{ground}'>{who}<p class='kind'>Briefing</p>"
    "<p class='band-date'>3 May 2026</p></div><h1 class='title'>T</h1></header>"
)


def open_band(ground: str = "", who: str = "<p class='brand'>The house</p>", **more: Any) -> dict[str, bytes]:
    """The files of a report with a band; its header is the first page's alone."""
    return parts(write(page("<p>Words.</p>", body=BAND.format(ground=ground, who=who), **more)))


def first_header(files: dict[str, bytes]) -> etree._Element:
    """The header of the first page."""
    reference = next(
        node
        for node in etree.fromstring(files["word/document.xml"]).iter(f"{W}headerReference")
        if node.get(f"{W}type") == "first"
    )
    links = etree.fromstring(files["word/_rels/document.xml.rels"])
    target = next(link.get("Target") for link in links if link.get("Id") == reference.get(f"{R}id"))
    return etree.fromstring(files[f"word/{str(target).rpartition('/')[2]}"])


def test_the_band_is_the_first_page_s_header_from_edge_to_edge() -> None:
    files = open_band()
    table = first_header(files).find(f"{W}tbl")
    assert ["".join(cell.itertext(f"{W}t")) for cell in table.iter(f"{W}tc")] == [
        "The house",
        "3 May 2026\u2003Briefing",
    ]
    margins = etree.fromstring(files["word/document.xml"]).find(f".//{W}pgMar")
    assert margins.get(f"{W}header") == "0"
    assert table.find(f"{W}tblPr/{W}tblInd").get(f"{W}w") == f"-{margins.get(f'{W}left')}"
    assert sum(int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")) == 11906
    assert {node.get(f"{W}fill") for node in table.iter(f"{W}shd")} == {"12507B"}
    assert b"The house" not in files["word/document.xml"]


def test_a_logo_stands_in_the_band_with_its_words() -> None:
    logo = "<img class='logo' src='asset:brand-logo' alt='The house'>"
    header = first_header(open_band(" on-paper", logo, assets={"brand-logo": asset()}))
    assert [node.get("descr") for node in header.iter("{*}docPr")] == ["The house"]
    assert next(header.iter(f"{W}shd"), None) is None
    assert next(header.iter(f"{W}tcBorders"))[0].tag == f"{W}bottom"


def test_a_report_without_headings_has_its_title_at_the_head_of_its_pages() -> None:
    head = "<div class='running head'><span class='section-title'></span></div>"
    plain = page("<p>Words.</p>", body=head)
    files = parts(write(replace(plain, report=replace(plain.report, title="Harbour"))))
    heads = [etree.fromstring(data) for name, data in files.items() if "report-header" in name]
    assert any("".join(each.itertext(f"{W}t")) == "Harbour" for each in heads)
