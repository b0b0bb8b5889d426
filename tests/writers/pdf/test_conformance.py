"""Every PDF meets both standards, and the checks that say so notice when one is broken."""

import io
from collections.abc import Callable, Iterator

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from pressroom.check.pdf_file import check_file
from pressroom.writers.pdf import PdfResult, render
from tests.programs import run_program
from tests.writers.torture import small

validator = pytest.importorskip("page", reason="page-validation is not installed")


def findings(data: bytes, tmp_path) -> set[str]:
    path = tmp_path / "report.pdf"
    path.write_bytes(data)
    found = set()
    for profile in ("ua1", "3a"):
        found |= {failure.rule_id for failure in validator.validate_pdf(str(path), profile=profile).failures}
    return found


SHAPES = {
    "nothing but a title": "",
    "one paragraph": "<p>Words.</p>",
    "a letter drawn in parts, of a script that a machine may lack": "<p>In Thai \u0e19\u0e49\u0e33.</p>",
    "empty cells": (
        "<table><thead><tr><th></th><th>a</th></tr></thead><tbody><tr><td></td><td></td></tr></tbody></table>"
    ),
    "a header over the last columns": (
        '<table><thead><tr><th scope="col" rowspan="2">a</th><th scope="colgroup" colspan="2">b</th>'
        '<th rowspan="2">c</th></tr><tr><th>d</th><th>e</th></tr></thead>'
        "<tbody><tr><td>1</td><td>2</td><td>3</td><td>4</td></tr></tbody></table>"
    ),
    "an empty link": '<p>a<a href="https://example.org"></a>b</p>',
    "a link over a page break": f'<p>{"word " * 610}<a href="https://example.org">{"link " * 200}</a></p>',
    "a note in a heading": (
        '<h2>Head<span class="footnote" id="fn-1" data-footnote="1">Note.</span></h2><p>Text.</p>'
    ),
    "a note in a cell": (
        "<table><tbody><tr><td>1"
        '<span class="footnote" id="fn-1" data-footnote="1">Note <a href="https://example.org">x</a>.</span>'
        "</td></tr></tbody></table>"
    ),
    "a picture in the line": '<p>a <img src="asset:dot.png" alt="dot"> b</p>',
    "a picture that links": '<p><a href="https://example.org"><img src="asset:dot.png" alt="dot"></a></p>',
    "a silent picture that links": '<p><a href="https://x.org"><img src="asset:dot.png" alt=""></a></p>',
    "a note in a caption": (
        '<table><caption>Ships<span class="footnote" id="fn-1" data-footnote="1">Note.</span></caption>'
        "<thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"
    ),
    "notes in heads of columns, terms and a picture's caption": (
        '<table><thead><tr><th>a<span class="footnote" id="fn-1" data-footnote="1">Note.</span></th></tr>'
        "</thead>"
        "<tbody><tr><td>1</td></tr></tbody></table>"
        '<dl><dt>b<span class="footnote" id="fn-2" data-footnote="2">Note.</span></dt><dd>c</dd></dl>'
        '<figure class="image"><img src="asset:dot.png" alt="dot"><figcaption>d'
        '<span class="footnote" id="fn-3" data-footnote="3">Note.</span></figcaption></figure>'
    ),
    "a marker alone": "<ul><li></li><li>b</li></ul>",
    "terms without meaning": "<dl><dt>a</dt><dt>b</dt><dd>c</dd></dl><dl><dd>d</dd></dl>",
    "ligatures over several letters": '<p lang="ar" dir="rtl">أولًا لا الله ثانيًا fi ffl</p>',
    "letters of many scripts": "<p>Ελλάδα Україна العربية עברית 日本 ไทย ½ ﬁ ∑ → ☐ 😀</p>",
}


@pytest.mark.parametrize("main", SHAPES.values(), ids=SHAPES.keys())
def test_odd_shapes_meet_both_standards(main, tmp_path):
    assert findings(render(small(main)).data, tmp_path) == set()


def test_the_torture_page_meets_both_standards(laid_out: PdfResult, tmp_path):
    assert findings(laid_out.data, tmp_path) == set()
    assert check_file(laid_out.data) == ()
    assert laid_out.diagnostics == ()


def test_a_listening_check_finds_no_error(laid_out: PdfResult, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(laid_out.data)
    said = run_program("outloud", path).stdout
    assert " 0 error(s)" in said, said


def test_the_syntax_is_clean(laid_out: PdfResult, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(laid_out.data)
    done = run_program("qpdf", "--check", path)
    assert done.returncode == 0, done.stdout + done.stderr


def elements(pdf: pikepdf.Pdf) -> Iterator[Dictionary]:
    stack = [pdf.Root.StructTreeRoot.K[0]]
    while stack:
        element = stack.pop()
        if isinstance(element, Dictionary) and "/S" in element:
            yield element
            stack.extend(element.get("/K", Array()))


def of_kind(pdf: pikepdf.Pdf, *kinds: str) -> list[Dictionary]:
    found = [element for element in elements(pdf) if str(element.S) in kinds]
    assert found, "the mutation must find what it breaks"
    return found


def without(key: str, *kinds: str) -> Callable[[pikepdf.Pdf], None]:
    def broken(pdf: pikepdf.Pdf) -> None:
        for element in of_kind(pdf, *kinds):
            if key in element:
                del element[key]

    return broken


def renamed(old: str, new: str) -> Callable[[pikepdf.Pdf], None]:
    def broken(pdf: pikepdf.Pdf) -> None:
        for element in of_kind(pdf, old):
            element.S = Name(new)

    return broken


def no_root_key(key: str) -> Callable[[pikepdf.Pdf], None]:
    def broken(pdf: pikepdf.Pdf) -> None:
        del pdf.Root[key]

    return broken


def no_title_shown(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def fonts(pdf: pikepdf.Pdf) -> list[Dictionary]:
    return [part for part in pdf.objects if isinstance(part, Dictionary) and part.get("/Type") == "/Font"]


def font_not_embedded(pdf: pikepdf.Pdf) -> None:
    files = [part for part in pdf.objects if isinstance(part, Dictionary) and "/FontFile2" in part]
    del files[0]["/FontFile2"]


def no_unicode(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        if "/ToUnicode" in font:
            del font["/ToUnicode"]


def script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="1")


def launch(pdf: pikepdf.Pdf) -> None:
    annotations(pdf)[0].A = Dictionary(S=Name.Launch, F="x")


def annotations(pdf: pikepdf.Pdf) -> list[Dictionary]:
    return [annotation for sheet in pdf.pages for annotation in sheet.get("/Annots", [])]


def local_link(pdf: pikepdf.Pdf) -> None:
    annotations(pdf)[0].A = Dictionary(S=Name.URI, URI="file:///etc/passwd")


def no_relationship(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AF[0]["/AFRelationship"]


def attached_twice(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF.append(pdf.Root.AF[0])


def silent_link(pdf: pikepdf.Pdf) -> None:
    for annotation in annotations(pdf):
        del annotation["/Contents"]


def link_outside_the_tree(pdf: pikepdf.Pdf) -> None:
    for annotation in annotations(pdf):
        del annotation["/StructParent"]


def unmarked_painting(pdf: pikepdf.Pdf) -> None:
    sheet = pdf.pages[0]
    sheet.Contents = pdf.make_stream(sheet.Contents.read_bytes() + b"\nq 0 0 10 10 re f Q\n")


def other_title(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root.Metadata.read_bytes().replace(b"Every block at once", b"Something else")
    metadata = pdf.make_stream(packet)
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = metadata


def no_claim(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root.Metadata.read_bytes().replace(b'pdfuaid:part="1"', b"")
    metadata = pdf.make_stream(packet)
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = metadata


MUTATIONS = {
    "picture without words": without("/Alt", "/Figure"),
    "formula without words": without("/Alt", "/Formula"),
    "header cell without scope": without("/A", "/TH"),
    "note without id": without("/ID", "/Note"),
    "document without language": no_root_key("/Lang"),
    "document without tags": no_root_key("/StructTreeRoot"),
    "document without output intent": no_root_key("/OutputIntents"),
    "document not marked": no_root_key("/MarkInfo"),
    "document without metadata": no_root_key("/Metadata"),
    "level of heading skipped": renamed("/H2", "/H4"),
    "unknown structure type": renamed("/BlockQuote", "/Pullquote"),
    "rows outside a table": renamed("/Table", "/Div"),
    "title not shown": no_title_shown,
    "font not embedded": font_not_embedded,
    "letters without meaning": no_unicode,
    "script": script,
    "program started by a link": launch,
    "link to a local file": local_link,
    "attachment without relationship": no_relationship,
    "attachment named twice": attached_twice,
    "link that says nothing": silent_link,
    "link outside the tree": link_outside_the_tree,
    "painting without a mark": unmarked_painting,
    "two titles": other_title,
    "no claim to be accessible": no_claim,
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_each_way_to_break_a_file_is_caught(name, laid_out: PdfResult, tmp_path):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(laid_out.data)) as pdf:
        MUTATIONS[name](pdf)
        pdf.save(out)
    data = out.getvalue()
    assert findings(data, tmp_path) or check_file(data)
