"""What a PDF claims, it holds, or no longer claims."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Document
from pressroom.writers.common.places import place_findings
from pressroom.writers.pdf import PdfResult, render
from pressroom.writers.pdf.claims import PDF_A, PDF_UA, find_broken_claims, withdraw_claims
from tests.writers.pdf.test_conformance import MUTATIONS, no_claim
from tests.writers.torture import small

SEEN = {
    "picture without words": PDF_UA,
    "formula without words": PDF_UA,
    "header cell without scope": PDF_UA,
    "note without id": PDF_UA,
    "document without language": PDF_UA,
    "document without tags": PDF_UA,
    "document without output intent": PDF_A,
    "document not marked": PDF_UA,
    "level of heading skipped": PDF_UA,
    "unknown structure type": PDF_UA,
    "rows outside a table": PDF_UA,
    "title not shown": PDF_UA,
    "font not embedded": PDF_A,
    "letters without meaning": PDF_A,
    "link that says nothing": PDF_UA,
    "link outside the tree": PDF_UA,
}


def changed(data: bytes, change) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def picture_of_the_press(pdf: pikepdf.Pdf) -> None:
    streams = (part for part in pdf.objects if isinstance(part, pikepdf.Stream))
    image = next(part for part in streams if part.get("/Subtype") == "/Image")
    image.ColorSpace = Name.DeviceCMYK


def colours_of_the_press(pdf: pikepdf.Pdf) -> None:
    sheet = pdf.pages[0]
    sheet.Contents = pdf.make_stream(sheet.Contents.read_bytes() + b"\n/Artifact BMC 0 0.5 1 0 k EMC\n")


def note_in_a_table(pdf: pikepdf.Pdf) -> None:
    stack = [pdf.Root.StructTreeRoot.K[0]]
    while stack:
        element = stack.pop()
        if element.get("/S") == "/Table":
            element.K.append(pdf.make_indirect(Dictionary(S=Name.Note, ID=b"x", P=element)))
            return
        stack += [kid for kid in element.get("/K", []) if isinstance(kid, Dictionary) and "/S" in kid]


MORE = {
    picture_of_the_press: (PDF_A, "a picture has colours of a press"),
    colours_of_the_press: (PDF_A, "page 1 has colours of a press"),
    note_in_a_table: (PDF_UA, "an element Note stands in Table"),
}


def test_a_file_that_meets_both_is_left_alone(laid_out: PdfResult) -> None:
    assert find_broken_claims(laid_out.data) == ()


@pytest.mark.parametrize("name", SEEN)
def test_each_broken_claim_is_seen_and_withdrawn(name: str, laid_out: PdfResult) -> None:
    data = changed(laid_out.data, MUTATIONS[name])
    broken = find_broken_claims(data)
    assert SEEN[name] in {claim.standard for claim in broken}
    assert all(claim.cause for claim in broken)
    mended = withdraw_claims(data, broken)
    assert find_broken_claims(mended) == ()
    assert withdraw_claims(data, broken) == mended, "the same file gives the same bytes"


@pytest.mark.parametrize("change", MORE, ids=lambda change: change.__name__)
def test_the_cause_is_told(change, laid_out: PdfResult) -> None:
    standard, cause = MORE[change]
    found = find_broken_claims(changed(laid_out.data, change))
    assert [(claim.standard, claim.cause[: len(cause)]) for claim in found] == [(standard, cause)]


def test_what_is_not_claimed_is_not_asked_for(laid_out: PdfResult) -> None:
    data = changed(changed(laid_out.data, no_claim), MUTATIONS["document without language"])
    assert find_broken_claims(data) == ()


def test_a_report_that_breaks_a_standard_says_so_and_claims_it_no_more() -> None:
    page = replace(small("<p>Words.</p>"), css="p { color: device-cmyk(0 1 1 0) }")
    result = render(page)
    (found,) = result.diagnostics
    assert (found.severity, found.rule) == (Severity.WARNING, "standard-not-met")
    assert f"does not meet {PDF_A}" in found.message
    assert "CMYK" in found.message
    assert b"pdfaid:part" not in result.data
    assert b"pdfuaid:part" in result.data


def test_warnings_of_a_layout_name_file_and_line() -> None:
    text = "# T\n\nFirst.\n\nWords.\n\n[x](gopher://old)\n"
    page = small('<p><a href="gopher://old">x</a></p><p><img src="asset:no.png" alt="x"></p>')
    document = replace(page.report.document, source="in/brief.md", text=text)
    found = render(replace(page, report=replace(page.report, document=document))).diagnostics
    assert len(found) > 1
    assert all(each.severity is Severity.WARNING for each in found), "the file is made"
    assert all(str(each).startswith("in/brief.md:") for each in found)
    assert any(str(each).startswith("in/brief.md:7: warning: the link") for each in found)


@pytest.mark.parametrize(
    ("found", "place"),
    [
        (Diagnostic(Severity.WARNING, "r", "the table is wide", where="table-11"), "b.md:3"),
        (Diagnostic(Severity.WARNING, "r", "no font here has \u1200 (U+1200)"), "b.md:4"),
        (Diagnostic(Severity.WARNING, "r", "the page asks for 'asset:gone.png'"), "b.md:2"),
        (Diagnostic(Severity.WARNING, "r", "the page asks for 'nowhere.png'"), "b.md"),
        (Diagnostic(Severity.WARNING, "r", "somewhere in the style sheet"), "b.md"),
    ],
)
def test_a_finding_has_the_place_of_what_it_names(found: Diagnostic, place: str) -> None:
    of = Document("b.md", "T\ngone.png\nx\n\u1200\n", None, (), ())
    (placed,) = place_findings([found], of)
    assert str(placed).startswith(f"{place}: warning: ")
