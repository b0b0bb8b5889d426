"""Broken and careless Word files, each made from a good one by one small change."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest

from pressroom.check.docx_file import check
from pressroom.check.docx_package import open_package
from pressroom.errors import PressroomError
from pressroom.model.diagnostic import Severity
from pressroom.writers.docx import WordOptions, write
from pressroom.writers.docx.package.archive import zip_files
from tests.writers.docx.full import PAGES, full_page

Files = dict[str, bytes]
DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"


@cache
def good() -> bytes:
    return write(full_page(' data-watermark="DRAFT"'), WordOptions(page_numbers=PAGES, page_count=4))


def files() -> Files:
    with ZipFile(BytesIO(good())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(part: str, pattern: bytes, new: bytes, count: int = 1) -> Callable[[Files], None]:
    def change(parts: Files) -> None:
        parts[part], times = re.subn(pattern, new, parts[part], count=count, flags=re.DOTALL)
        assert times, f"{pattern!r} is not in {part}"

    return change


def without(part: str) -> Callable[[Files], None]:
    return lambda parts: parts.pop(part) and None


FAULTS: dict[str, tuple[str, Callable[[Files], None]]] = {
    "field without end": (
        "field-unbalanced",
        changed(DOCUMENT, rb'<w:fldChar w:fldCharType="end"/>', b""),
    ),
    "field without begin": (
        "field-unbalanced",
        changed(DOCUMENT, rb'<w:fldChar w:fldCharType="begin"/>', b""),
    ),
    "dirty field": (
        "field-dirty",
        changed(DOCUMENT, rb'fldCharType="begin"/>', b'fldCharType="begin" w:dirty="true"/>'),
    ),
    "drawing number twice": ("id-twice", changed(DOCUMENT, rb'(<wp:docPr id=)"\d+"', rb'\1"77"', 2)),
    "bookmark number twice": (
        "id-twice",
        changed(DOCUMENT, rb'(<w:bookmarkStart w:id=)"\d+"', rb'\1"77"', 2),
    ),
    "bookmark name twice": (
        "id-twice",
        changed(DOCUMENT, rb'(<w:bookmarkStart w:id="\d+" w:name=)"[^"]+"', rb'\1"same"', 2),
    ),
    "list without definition": (
        "list-undefined",
        changed(DOCUMENT, rb'<w:numId w:val="\d+"/>', b'<w:numId w:val="99"/>'),
    ),
    "list without abstract": (
        "list-undefined",
        changed("word/numbering.xml", rb'<w:abstractNumId w:val="\d+"/>', b'<w:abstractNumId w:val="99"/>'),
    ),
    "row with too few cells": ("row-short", changed(DOCUMENT, rb"(<w:tr>.*?)<w:tc>.*?</w:tc>", rb"\1")),
    "reference to nothing": ("target-missing", changed(DOCUMENT, rb" REF fig_a ", b" REF nosuch ")),
    "link to nothing": ("target-missing", changed(DOCUMENT, rb'w:anchor="intro"', b'w:anchor="nosuch"')),
    "note without text": (
        "note-missing",
        changed(DOCUMENT, rb'<w:footnoteReference w:id="1"/>', b'<w:footnoteReference w:id="9"/>'),
    ),
    "note never called": ("note-uncalled", changed(DOCUMENT, rb'<w:footnoteReference w:id="1"/>', b"")),
    "style without definition": (
        "style-missing",
        changed(DOCUMENT, rb'<w:pStyle w:val="Title"/>', b'<w:pStyle w:val="Nope"/>'),
    ),
    "relation to nothing": ("relation-missing", changed(DOCUMENT, rb'r:embed="rId\d+"', b'r:embed="rId999"')),
    "part gone": ("part-missing", without("word/media/report1.png")),
    "part of no type": (
        "part-untyped",
        changed("[Content_Types].xml", rb'<Default Extension="svg"[^>]*/>', b""),
    ),
    "picture fetched from outside": (
        "fetches",
        changed(
            "word/_rels/document.xml.rels",
            rb'(Type="[^"]*/image") Target="[^"]*"',
            rb'\1 Target="https://example.org/x.png" TargetMode="External"',
        ),
    ),
    "asks to update": (
        "asks",
        changed(
            "word/settings.xml",
            rb"<w:characterSpacingControl",
            b"<w:updateFields/><w:characterSpacingControl",
        ),
    ),
    "no alternative text": ("alt-missing", changed(DOCUMENT, rb' descr="[^"]*"', b"")),
    "shape without alternative text": (
        "alt-missing",
        changed("word/report-header1.xml", rb' alt="[^"]*"', b""),
    ),
    "floating picture": (
        "object-floats",
        changed(DOCUMENT, rb"<wp:inline (.*?)</wp:inline>", rb"<wp:anchor \1</wp:anchor>"),
    ),
    "no title": ("title-missing", changed("docProps/core.xml", rb"<dc:title>[^<]*</dc:title>", b"")),
    "no language": ("language-missing", changed(STYLES, rb"<w:lang [^>]*/>", b"")),
    "heading level left out": (
        "heading-skips",
        changed(DOCUMENT, rb'<w:pStyle w:val="Heading2"/>', b'<w:pStyle w:val="Heading4"/>'),
    ),
    "table without head": ("table-headless", changed(DOCUMENT, rb"<w:tblHeader/>", b"")),
    "table in a table": (
        "table-nested",
        changed(DOCUMENT, rb"(<w:tc>(?:(?!</w:tc>).)*)(</w:tc>)", rb"\1<w:tbl><w:tblGrid/></w:tbl><w:p/>\2"),
    ),
    "link that says nothing": ("link-says-nothing", changed(DOCUMENT, rb"the report<", b"here<")),
    "blank paragraphs": ("blank-paragraphs", changed(DOCUMENT, rb"<w:body>", b"<w:body><w:p/><w:p/>")),
    "pale style": (
        "contrast-low",
        changed(STYLES, rb'<w:color w:val="5A626E"[^>]*/>', b'<w:color w:val="AAAAAA"/>'),
    ),
}


def test_a_good_file_has_no_findings() -> None:
    assert check(good(), "good.docx") == ()


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found_by_its_rule(fault: str) -> None:
    rule, change = FAULTS[fault]
    parts = files()
    change(parts)
    assert f"docx-{rule}" in {finding.rule for finding in check(zip_files(parts), "bad.docx")}


def test_a_cell_that_does_not_say_how_many_columns_it_spans_is_one_wide() -> None:
    parts = files()
    changed(DOCUMENT, rb"(<w:tc><w:tcPr>)(?=<w:tcW[^>]*/></w:tcPr>)", rb"\1<w:gridSpan/>")(parts)
    assert check(zip_files(parts), "a.docx") == ()


def test_an_entity_that_a_part_defines_is_not_put_in_its_place() -> None:
    """A few short lines could be made gigabytes so."""
    parts = files()
    laugh = b'<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    changed(DOCUMENT, rb"(<w:document)", laugh + rb"\1")(parts)
    changed(DOCUMENT, rb"(<w:t(?: [^>]*)?>)", rb"\1&b;")(parts)
    tree = open_package(zip_files(parts), "a.docx").part("document")
    assert tree is not None
    assert "haha" not in "".join(tree.itertext())


def test_faults_are_errors_and_hurdles_are_warnings() -> None:
    parts = files()
    FAULTS["field without end"][1](parts)
    FAULTS["no title"][1](parts)
    found = {finding.rule: finding.severity for finding in check(zip_files(parts), "bad.docx")}
    assert found["docx-field-unbalanced"] is Severity.ERROR
    assert found["docx-title-missing"] is Severity.WARNING


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"plain words"])
def test_what_is_no_word_file_is_refused_with_a_cure(data: bytes) -> None:
    with pytest.raises(PressroomError) as caught:
        check(data, "odd.docx")
    assert caught.value.diagnostic.rule == "docx-unreadable"


def test_a_part_that_is_no_xml_is_refused() -> None:
    parts = files()
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"</w:body>", b"")
    with pytest.raises(PressroomError, match="no readable Word file"):
        check(zip_files(parts), "odd.docx")
