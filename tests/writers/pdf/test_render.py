import importlib
import io
import os
import subprocess
import sys
import zlib
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from pressroom.model.document import Asset
from pressroom.model.page import PageTree
from pressroom.writers import pdf
from pressroom.writers.pdf import EmbeddedFile, render
from pressroom.writers.pdf.finish import has_unclear_end
from pressroom.writers.pdf.render import load_css
from tests.making import ROOT
from tests.writers.torture import small, torture


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def said(file: pikepdf.Pdf) -> str:
    buffer = io.BytesIO()
    file.save(buffer)
    document = pypdfium2.PdfDocument(buffer.getvalue())
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_pages_of_anchors_are_told(laid_out):
    assert laid_out.page_numbers["src-kn-1"] < laid_out.page_numbers["fig-1"] < laid_out.page_numbers["tab-1"]
    assert laid_out.page_numbers["languages"] == laid_out.page_count
    assert laid_out.page_count == len(opened(laid_out.data).pages)


def test_pages_are_counted_without_a_file_as_they_are_laid_out(laid_out):
    counted = pdf.count(torture())
    assert not counted.data
    assert (counted.page_numbers, counted.page_count) == (laid_out.page_numbers, laid_out.page_count)


def test_write_gives_the_bytes_that_render_gives():
    page = small("<p>Words.</p>")
    assert pdf.write(page) == render(page).data


METADATA = (
    '<meta name="author" content="Ada Rowe"><meta name="description" content="On &lt;rivers&gt;">'
    '<meta name="keywords" content="a, b"><meta name="dcterms.created" content="2026-03-02">'
)


def test_metadata_is_said_twice_alike():
    with opened(render(small("", head=METADATA)).data) as file, file.open_metadata() as packet:
        assert str(file.docinfo["/Title"]) == packet["dc:title"] == "A title"
        assert packet["dc:creator"] == ["Ada Rowe"]
        assert packet["dc:description"] == "On <rivers>"
        assert packet["pdf:Keywords"] == "a, b"
        assert packet["xmp:CreateDate"] == "2026-03-02"
        assert str(file.docinfo["/CreationDate"]) == "D:20260302"
        assert (packet["pdfaid:part"], packet["pdfaid:conformance"], packet["pdfuaid:part"]) == (
            "3",
            "A",
            "1",
        )
        assert str(file.Root.Lang) == "en"


def test_without_a_date_the_file_has_none():
    with opened(render(small("")).data) as file:
        assert "/CreationDate" not in file.docinfo
        assert b"CreateDate" not in file.Root.Metadata.read_bytes()


def test_a_date_may_be_given_for_a_page_that_has_none():
    with opened(render(small(""), date="2024-05-03T12:00:00Z").data) as file:
        assert str(file.docinfo["/ModDate"]) == "D:20240503120000Z"
        specification = file.Root.AF[0]
        assert str(specification.EF.F.Params.ModDate) == "D:20240503120000Z"


def test_the_reader_shows_title_labels_and_bookmarks(laid_out):
    with opened(laid_out.data) as file:
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert file.Root.PageMode == "/UseOutlines"
        assert file.Root.PageLabels.Nums[0] == 0
        with file.open_outline() as outline:
            assert outline.root[0].title == "Every block at once: a page that is hard to print"
            assert outline.root[0].children[0].title == "1 Part 1 of the district survey"


def test_both_sides_printed_is_said_to_the_printer():
    with opened(render(small("", body=' data-sides="two"')).data) as file:
        assert file.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"


PRINTED = """<p><a href="https://www.example.org/a/">one</a>, <a href="https://example.org/a">again</a>,
<a href="https://plain.org">plain.org</a>, <a href="#x">inside</a>, <a href="mailto:a@b.org">mail</a>
<span class="footnote">as <a href="http://note.org/b?c=1">told</a></span></p>"""


def test_for_print_each_link_tells_its_address_once():
    with opened(render(small(PRINTED, body=' data-variant="print"')).data) as file:
        text = "".join(said(file).split())
    assert text.count("example.org/a") == 1
    assert text.count("plain.org") == 1
    assert "a@b.org" in text
    assert "astold(note.org/b?c=1)" in text


def test_on_screen_no_address_is_printed():
    with opened(render(small(PRINTED)).data) as file:
        assert "example.org" not in said(file)


@pytest.mark.parametrize(
    ("paper", "points"), [("A4", (595, 842)), ("Letter", (612, 792)), ("A5", (420, 595)), ("odd", (595, 842))]
)
def test_paper(paper, points):
    page = small("")
    html = page.html.replace('data-paper="A4"', f'data-paper="{paper}"')
    with opened(render(replace(page, tree=PageTree(html))).data) as file:
        assert tuple(round(float(side)) for side in file.pages[0].mediabox[2:]) == points


def test_source_data_and_provenance_are_attached(laid_out):
    with opened(laid_out.data) as file:
        assert set(file.attachments) == {"test.txt", "fig-1.csv", "provenance.json"}
        relations = {str(part.UF): str(part.AFRelationship) for part in file.Root.AF}
        assert relations == {"test.txt": "/Source", "fig-1.csv": "/Data", "provenance.json": "/Supplement"}
        assert file.attachments["test.txt"].get_file().read_bytes() == b"Some words."
        assert file.attachments["fig-1.csv"].get_file().read_bytes().splitlines()[1] == b"North,420"


def test_attachments_of_the_callers_own():
    asset = Asset("räume (1).csv", "text/csv", b"a,b\r\n", "Rooms")
    with opened(render(small(""), attached=(EmbeddedFile(asset, "Data"),)).data) as file:
        assert list(file.attachments) == ["räume (1).csv"]
        assert file.Root.AF[0].EF.F.Subtype == "/text/csv"
    with opened(render(small(""), attached=()).data) as file:
        assert "/AF" not in file.Root


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "relative.html"]
)
def test_only_links_to_the_web_mail_telephone_and_inside(target):
    result = render(small(f'<p><a href="{target}">words</a> <a href="#x">in</a></p><h2 id="x">x</h2>'))
    assert [diagnostic.rule for diagnostic in result.diagnostics] == ["address-refused"]
    with opened(result.data) as file:
        (only,) = file.pages[0].Annots
        assert "/A" not in only


@pytest.mark.parametrize(
    "markup",
    [
        '<p><img src="file:///etc/passwd" alt="x"></p>',
        '<p><img src="https://example.org/x.png" alt="x"></p>',
        '<p><img src="asset:other.png" alt="x"></p>',
        '<p><img src="data:image/png;base64,AAAA" alt="x"></p>',
    ],
)
def test_nothing_is_fetched(markup):
    result = render(small(markup))
    assert "address-refused" in {diagnostic.rule for diagnostic in result.diagnostics}


def test_style_and_link_elements_are_taken_out():
    markup = '<style>p { color: red }</style><p style="background: url(file:///x)">a</p>'
    head = '<link rel="attachment" href="file:///etc/passwd">'
    result = render(small(markup, head=head), attached=())
    assert {diagnostic.rule for diagnostic in result.diagnostics} == {"address-refused"}
    with opened(result.data) as file:
        assert not list(file.attachments)


def test_a_link_to_nowhere_is_said():
    found = render(small('<p><a href="#nowhere">x</a></p>')).diagnostics
    assert [diagnostic.rule for diagnostic in found] == ["pdf-layout"]


def test_letters_without_a_glyph_are_marked_and_said():
    result = render(small("<p>a \U0001cf00 b</p>"))  # a musical sign that hardly any machine has
    assert [diagnostic.rule for diagnostic in result.diagnostics] == ["glyph-missing"]
    assert "U+1CF00" in result.diagnostics[0].message


def test_house_fonts_are_embedded(laid_out):
    with opened(laid_out.data) as file:
        names = {
            str(part.BaseFont)
            for part in file.objects
            if isinstance(part, pikepdf.Dictionary) and "/BaseFont" in part
        }
    assert any("Source-Serif-Pro" in name for name in names)
    assert any("Source-Sans-Pro" in name for name in names)


def test_the_same_bytes_elsewhere(laid_out, tmp_path):
    program = (
        "import sys; from pressroom.writers.pdf import render; from tests.writers.torture import torture; "
        "sys.stdout.buffer.write(render(torture()).data)"
    )
    environment = os.environ | {
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "HOME": str(tmp_path),
        "PYTHONHASHSEED": "7",
        "TMPDIR": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, check=True
    )
    assert done.stdout == laid_out.data


def test_a_short_article_is_small():
    words = "The teams returned twice to those districts where fewer than half of the doors had opened. " * 40
    sections = "".join(f'<h2 id="s{n}">Section {n}</h2><p>{words[:1400]}</p>' for n in range(4))
    figure = (
        '<figure class="chart" id="fig-1" data-figure="fig-1"><img src="asset:fig-1" alt="Bars">'
        "<figcaption>Households</figcaption></figure>"
    )
    assert len(render(small(sections + figure)).data) < 120_000


def test_streams_have_clear_ends():
    """A stream whose last byte is a carriage return, and the file's own two streams."""
    data = next(
        bytes([n, m]) for n in range(256) for m in range(256) if zlib.compress(bytes([n, m]), 9)[-1] == 13
    )
    asset = Asset("x.bin", "application/octet-stream", data)
    made = render(small(""), attached=(EmbeddedFile(asset),)).data
    assert b"\r\r\nendstream" in made
    with opened(made) as file:
        assert file.attachments["x.bin"].get_file().read_bytes() == data


@pytest.mark.parametrize(
    ("data", "unclear"),
    [
        (b"stream\nab\nendstream\nstream\nab\nendstream", False),
        (b"stream\nab\r\nendstream\nstream\nab\nendstream", True),
        (b"stream\nab\nendstream\nstream\nab\r\nendstream", True),
        (b"stream\nab\r\nendstream\nstream\nab\nendstream\nstream\nab\nendstream", False),
    ],
)
def test_an_unclear_end_is_seen_in_the_last_two_streams(data, unclear):
    assert has_unclear_end(data) == unclear


def test_padding_changes_the_file_and_nothing_in_it(monkeypatch):
    said = iter([True, True, False])
    module = importlib.import_module("pressroom.writers.pdf.render")
    monkeypatch.setattr(module, "has_unclear_end", lambda _: next(said))
    other = render(small("<p>a</p>")).data
    monkeypatch.undo()
    plain = render(small("<p>a</p>")).data
    assert other != plain
    with opened(other) as one, opened(plain) as two:
        assert one.pages[0].Contents.read_bytes() == two.pages[0].Contents.read_bytes()


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("p { color: red }", True),
        ('@font-face { font-family: "X"; src: url(https://example.org/x.woff2) }', False),  # is refused
        ("p { colour: red }", False),  # is warned about
    ],
)
def test_only_a_style_sheet_with_nothing_to_say_is_kept_for_all_pages(css, kept):
    assert (load_css(css) is not None) is kept


def test_numbers_end_at_one_place_and_pictures_keep_to_the_text_of_a_right_to_left_report():
    rows = "".join(f'<tr><td>א</td><td class="num">{number}</td></tr>' for number in ("1,000", "30,020", "5"))
    picture = '<figure class="image bare"><img src="asset:tall.png" alt="a"></figure>'
    page = small(
        f"<section class='level-1'><h2>א</h2>{picture}<table>{rows}</table></section>",
        lang="he",
        body=' dir="rtl"',
    )
    with pypdfium2.PdfDocument(render(page).data) as file:
        text = file[0].get_textpage()
        ends = []
        for number in ("1,000", "30,020", "5"):
            at, count = text.search(number).get_next()
            ends.append(text.get_charbox(at + count - 1)[2])
        (image,) = [each for each in file[0].get_objects() if each.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
        right = image.get_bounds()[2]
        heading = text.get_charbox(text.search("א").get_next()[0])
    assert max(ends) - min(ends) < 1
    assert right < heading[0]  # the side column is the heading's
