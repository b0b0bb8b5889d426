"""Make the reference documents that the tests use: three houses' ways to keep a Word template.

Run from the root of the clone: ``python -m tests.writers.docx.styles.references.make``. The files are kept
beside this script, since the first of them comes out of LibreOffice, which not every machine has.
"""

from __future__ import annotations

import subprocess
import tempfile
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt, RGBColor

HERE = Path(__file__).parent
ODT_STYLES = """<html><head><style>
@page { size: 21.59cm 27.94cm; margin: 3cm 2.2cm }
p { font-family: "Liberation Serif"; font-size: 11pt; margin-bottom: 6pt }
h1 { font-family: "Liberation Sans"; color: #0b6e4f; font-size: 20pt }
h2 { font-family: "Liberation Sans"; color: #0b6e4f; font-size: 14pt }
</style></head><body>
<h1>Sample heading</h1><p>Sample text that nobody wants in the report.</p><h2>Another</h2>
<ul><li>sample item</li></ul><table border="1"><tr><td>sample cell</td></tr></table></body></html>"""

CONTROL = (
    f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="Title"/><w:id w:val="42"/><w:showingPlcHdr/>'
    '<w:dataBinding w:prefixMappings="xmlns:ns0=&quot;http://purl.org/dc/elements/1.1/&quot; '
    'xmlns:ns1=&quot;http://schemas.openxmlformats.org/package/2006/metadata/core-properties&quot;" '
    'w:xpath="/ns1:coreProperties[1]/ns0:title[1]" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/>'
    "<w:text/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>[Document title]</w:t></w:r></w:p></w:sdtContent>"
    "</w:sdt>"
)


def through_libreoffice() -> bytes:
    """A reference as LibreOffice writes it: its own styles, Letter paper, sample text to be dropped."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "sample.html"
        source.write_text(ODT_STYLES, encoding="utf-8")
        profile = f"-env:UserInstallation=file://{folder}/profile"
        order = ["--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder]
        command = ["soffice", "--headless", profile, *order, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return (Path(folder) / "sample.docx").read_bytes()


def by_hand() -> bytes:
    """A ministry's template: a cover with placeholders, its own style names, header, footer, narrow page."""
    document = Document()
    styles = document.styles
    for name, base, size in (
        ("Fließtext", "Normal", 11),
        ("Haus Überschrift A", "Heading 1", 17),
        ("Haus Überschrift B", "Heading 2", 13),
        ("Haus Liste", "List Bullet", 11),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles[base]
        style.font.size = Pt(size)
        style.font.name = "Liberation Sans"
    styles["Haus Überschrift A"].font.color.rgb = RGBColor(0x8A, 0x10, 0x38)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(32)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "Ministry of Rivers · {{ report.title }}"
    section.footer.paragraphs[0].text = "Office for gauges and sluices"
    document.add_paragraph("Ministry of Rivers", style="Subtitle")
    document.add_paragraph("{{ report.title }}", style="Title")
    document.add_paragraph("{{ report.standfirst }}")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Authors"
    table.rows[0].cells[1].text = "{{ report.author }}"
    document.add_page_break()
    document.add_paragraph("{{ body }}")
    document.add_paragraph("Printed on paper from our own forests.")
    out = BytesIO()
    document.save(out)
    return _as_template(out.getvalue())


def split() -> bytes:
    """A template as it looks after years of edits: placeholders split over runs, in header and control."""
    document = Document()
    title = document.add_paragraph(style="Title")
    for piece in ("{", "{ rep", "ort.ti", "tle", " }", "}"):
        title.add_run(piece).bold = piece == "tle"
    quoted = document.add_paragraph()
    for piece in ("Of {{ report.date or ", "“undated”", " }} by {{ brand", ".name }}"):
        quoted.add_run(piece)
    document.element.body.insert(2, parse_xml(CONTROL))
    body = document.add_paragraph()
    for piece in ("{{", " bo", "dy }}"):
        body.add_run(piece)
    header = document.sections[0].header.paragraphs[0]
    for piece in ("{{ report", ".marking or 'Open' ", "}} – {{ report.lang }}"):
        header.add_run(piece)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def in_french() -> bytes:
    """A house that wrote its styles itself, in its language: nothing in them says what a heading is."""
    document = Document()
    styles = document.styles
    for name in ("Heading 1", "Heading 2", "Title", "Quote", "Body Text", "List Bullet"):
        element = styles[name].element
        element.getparent().remove(element)  # the styles that went with them stay behind, with loose ends
    for name, size in (("Titre", 26), ("Titre 1", 18), ("Titre 2", 14), ("Corps de texte", 10.5)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = None
        style.font.size = Pt(size)
        style.font.name = "Liberation Sans"
    document.sections[0].header.paragraphs[0].text = "Direction des fleuves"
    document.sections[0].footer.paragraphs[0].text = "{{ report.title }}"
    document.add_paragraph("{{ report.title }}", style="Titre")
    document.add_section()  # without headers of its own: it goes on with those of the cover
    document.add_paragraph("{{ body }}")
    out = BytesIO()
    document.save(out)
    return _as_document(out.getvalue())


def _as_document(data: bytes) -> bytes:
    with ZipFile(BytesIO(data)) as archive:
        return _steady({name: archive.read(name) for name in archive.namelist()})


def _as_template(data: bytes) -> bytes:
    """Turn a document into a template, .docx into .dotx."""
    with ZipFile(BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    kinds = "[Content_Types].xml"
    files[kinds] = files[kinds].replace(b"document.main+xml", b"template.main+xml")
    return _steady(files)


def _steady(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name in sorted(files):
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return out.getvalue()


if __name__ == "__main__":
    (HERE / "libreoffice.docx").write_bytes(through_libreoffice())
    (HERE / "ministry.dotx").write_bytes(by_hand())
    (HERE / "split.docx").write_bytes(split())
    (HERE / "french.docx").write_bytes(in_french())
