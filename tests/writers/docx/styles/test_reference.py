"""Corporate templates: three references of different make, and what may be wrong with one."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from lxml import etree

from pressroom.check.docx_file import check
from pressroom.errors import PressroomError
from pressroom.model.diagnostic import Severity
from pressroom.model.page import Page
from pressroom.writers.docx import WordOptions, write
from pressroom.writers.docx.package.archive import zip_files
from pressroom.writers.docx.package.markup import XMLNS, qualify
from pressroom.writers.docx.styles.reference import set_language
from tests.programs import assert_valid_docx
from tests.writers.docx.full import PAGES, full_page

HERE = Path(__file__).parent / "references"
MINISTRY = {
    "body": "Fließtext",
    "heading-1": "Haus Überschrift A",
    "heading-2": "Haus Überschrift B",
    "bullet-1": "Haus Liste",
}
REFERENCES = {"libreoffice.docx": {}, "ministry.dotx": MINISTRY, "split.docx": {}, "french.docx": {}}


def filled() -> Page:
    made = full_page()
    told = replace(
        made.report,
        title="Gauges & sluices",
        standfirst="What was found.",
        author=("Ada Example", "Bo Sample"),
    )
    return replace(made, report=told)


@cache
def made_from(name: str) -> bytes:
    return write(
        filled(),
        WordOptions(reference=(HERE / name).read_bytes(), styles=REFERENCES[name], page_numbers=PAGES),
    )


@cache
def parts(name: str) -> dict[str, str]:
    with ZipFile(BytesIO(made_from(name))) as archive:
        return {entry: archive.read(entry).decode("utf-8", "replace") for entry in archive.namelist()}


def words(xml: str) -> str:
    return re.sub(r"<[^>]+>", "", re.sub(r"</w:p>", "\n", xml)).lstrip("\n")


@pytest.mark.parametrize("name", REFERENCES)
def test_a_report_in_a_house_s_template_is_sound(name: str) -> None:
    faults = [finding for finding in check(made_from(name), name) if finding.severity is Severity.ERROR]
    assert faults == []


@pytest.mark.parametrize("name", REFERENCES)
def test_no_placeholder_and_no_sample_text_is_left(name: str) -> None:
    shown = "".join(words(text) for part, text in parts(name).items() if part.startswith("word/"))
    assert "{{" not in shown
    assert "Sample text" not in shown
    assert "The end." in shown


def test_the_template_s_own_styles_are_used_by_name() -> None:
    xml = parts("ministry.dotx")["word/document.xml"]
    styles = parts("ministry.dotx")["word/styles.xml"]
    for name in MINISTRY.values():
        ident = re.search(rf'w:styleId="([^"]+)"[^>]*><w:name w:val="{name}"', re.sub(r">\s+<", "><", styles))
        assert ident
        assert f'<w:pStyle w:val="{ident.group(1)}"/>' in xml


def test_the_cover_is_kept_and_not_told_twice() -> None:
    text = words(parts("ministry.dotx")["word/document.xml"])
    assert text.index("Ministry of Rivers") < text.index("Gauges &amp; sluices") < text.index("1,100")
    assert text.index("Printed on paper") > text.index("The end.")
    assert text.count("Gauges &amp; sluices") == 1
    assert text.count("What was found.") == 1
    assert "Ada Example, Bo Sample" in text


def test_header_and_footer_are_the_template_s_with_the_marking_added() -> None:
    heads = "".join(text for part, text in parts("ministry.dotx").items() if re.match(r"word/header", part))
    assert "Ministry of Rivers · Gauges &amp; sluices" in words(heads)
    assert "Restricted" in words(heads)
    assert not [part for part in parts("ministry.dotx") if "report-header" in part]


def test_a_template_s_page_is_kept() -> None:
    margins = re.search(r'<w:pgMar [^>]*w:left="(\d+)"', parts("ministry.dotx")["word/document.xml"])
    assert margins
    assert margins.group(1) == "1814"
    assert '<w:pgSz w:w="12240" w:h="15840"' in parts("libreoffice.docx")["word/document.xml"]


def test_a_dotx_becomes_a_document() -> None:
    assert "template.main+xml" not in parts("ministry.dotx")["[Content_Types].xml"]


def test_split_placeholders_are_filled_wherever_they_stand() -> None:
    files = parts("split.docx")
    text = words(files["word/document.xml"])
    assert text.startswith("Gauges &amp; sluices\nOf undated by Pressroom\nGauges &amp; sluices\n")
    assert "[Document title]" not in text
    assert "Open – en" in words(
        "".join(text for part, text in files.items() if part.startswith("word/header"))
    )


def test_missing_styles_are_added_from_the_brand() -> None:
    assert 'w:val="Tile Number"' in parts("libreoffice.docx")["word/styles.xml"]
    assert "themeColor" not in "".join(
        re.findall(
            r'<w:style [^>]*w:styleId="TileNumber".*?</w:style>', parts("libreoffice.docx")["word/styles.xml"]
        )
    )


def test_what_only_the_sample_text_used_is_gone() -> None:
    with ZipFile(BytesIO((HERE / "split.docx").read_bytes())) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    rels = "word/_rels/document.xml.rels"
    extra = (
        '<Relationship Id="rId900" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'hyperlink" Target="https://example.org/secret" TargetMode="External"/></Relationships>'
    )
    files[rels] = files[rels].replace(b"</Relationships>", extra.encode())
    made = write(filled(), WordOptions(reference=zip_files(files)))
    with ZipFile(BytesIO(made)) as archive:
        assert b"secret" not in archive.read(rels)


def with_text(old: str, new: str, name: str = "split.docx") -> bytes:
    with ZipFile(BytesIO((HERE / name).read_bytes())) as archive:
        files = {entry: archive.read(entry) for entry in archive.namelist()}
    text = files["word/document.xml"].decode()
    assert old in text
    files["word/document.xml"] = text.replace(old, new, 1).encode()
    return zip_files(files)


def test_a_placeholder_that_means_nothing_is_named() -> None:
    with pytest.raises(PressroomError, match=r"report\.nonsense") as caught:
        write(filled(), WordOptions(reference=with_text("ort.ti", "ort.nonsense_ti")))
    assert caught.value.diagnostic.rule == "docx-placeholder"


def test_a_placeholder_cannot_reach_into_the_machine() -> None:
    with pytest.raises(PressroomError):
        write(filled(), WordOptions(reference=with_text(".name", ".__class__.__mro__")))


def test_body_in_a_table_is_refused() -> None:
    cell = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{ body }}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    with pytest.raises(PressroomError) as caught:
        write(filled(), WordOptions(reference=with_text("<w:body>", f"<w:body>{cell}")))
    assert caught.value.diagnostic.rule == "docx-body-nested"


def test_a_cover_from_word_s_gallery_is_kept_without_a_body_placeholder() -> None:
    cover = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Cover Pages"/></w:docPartObj></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>House cover {{ report.title }}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    made = write(
        filled(), WordOptions(reference=with_text("<w:body>", f"<w:body>{cover}", "libreoffice.docx"))
    )
    with ZipFile(BytesIO(made)) as archive:
        text = words(archive.read("word/document.xml").decode())
    assert text.startswith("House cover Gauges &amp; sluices")
    assert "Sample text" not in text


@pytest.mark.parametrize("data", [b"", b"no zip at all", zip_files({"[Content_Types].xml": b"<Types/>"})])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(PressroomError) as caught:
        write(filled(), WordOptions(reference=data or b" "))
    assert caught.value.diagnostic.rule == "docx-reference-unreadable"


def test_an_unknown_role_or_style_gives_the_names_to_choose_from() -> None:
    reference = (HERE / "ministry.dotx").read_bytes()
    with pytest.raises(PressroomError, match="heading-7") as caught:
        write(filled(), WordOptions(reference=reference, styles={"heading-7": "Title"}))
    assert "heading-5" in caught.value.diagnostic.cure
    with pytest.raises(PressroomError, match="Nix") as caught:
        write(filled(), WordOptions(reference=reference, styles={"body": "Nix"}))
    assert "fließtext" in caught.value.diagnostic.cure


def test_a_style_may_be_named_by_its_id() -> None:
    made = write(
        filled(),
        WordOptions(reference=(HERE / "ministry.dotx").read_bytes(), styles={"standfirst": "Subtitle"}),
    )
    assert check(made, "x.docx") is not None


def test_settings_that_tie_a_file_to_its_maker_are_gone() -> None:
    with ZipFile(BytesIO((HERE / "split.docx").read_bytes())) as archive:
        files = {entry: archive.read(entry) for entry in archive.namelist()}
    settings = files["word/settings.xml"].decode()
    added = '<w:updateFields w:val="true"/><w:defaultTabStop'
    files["word/settings.xml"] = settings.replace("<w:defaultTabStop", added, 1).encode()
    made = write(filled(), WordOptions(reference=zip_files(files)))
    assert "docx-asks" not in {finding.rule for finding in check(made, "x.docx")}


def test_a_watermark_goes_into_the_template_s_own_headers() -> None:
    page = replace(filled(), tree=full_page(' data-watermark="DRAFT"').tree)
    made = write(page, WordOptions(reference=(HERE / "ministry.dotx").read_bytes()))
    with ZipFile(BytesIO(made)) as archive:
        heads = [archive.read(name) for name in archive.namelist() if re.match(r"word/header\d", name)]
    assert all(b'string="DRAFT"' in head for head in heads)


@pytest.mark.slow
@pytest.mark.parametrize("name", REFERENCES)
def test_outside_validators_find_nothing(name: str, tmp_path: Path) -> None:
    assert_valid_docx(made_from(name), tmp_path)


def test_custom_properties_of_the_template_are_kept() -> None:
    with ZipFile(BytesIO((HERE / "split.docx").read_bytes())) as archive:
        files = {entry: archive.read(entry) for entry in archive.namelist()}
    files["docProps/custom.xml"] = (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        b'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Classification">'
        b"<vt:lpwstr>Internal &amp; safe</vt:lpwstr></property>"
        b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="Pressroom source SHA-256">'
        b"<vt:lpwstr>old</vt:lpwstr></property></Properties>"
    )
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    types = files["[Content_Types].xml"].decode()
    override = f'<Override PartName="/docProps/custom.xml" ContentType="{kind}"/></Types>'
    files["[Content_Types].xml"] = types.replace("</Types>", override).encode()
    relation = (
        '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'custom-properties" Target="docProps/custom.xml"/></Relationships>'
    )
    files["_rels/.rels"] = files["_rels/.rels"].replace(b"</Relationships>", relation.encode())
    with ZipFile(BytesIO(write(filled(), WordOptions(reference=zip_files(files))))) as archive:
        custom = archive.read("docProps/custom.xml").decode()
    assert 'name="Classification"' in custom
    assert "Internal &amp; safe" in custom
    assert custom.count("Pressroom source SHA-256") == 1
    assert ">old<" not in custom


def test_styles_that_a_house_named_in_its_language_are_found() -> None:
    made = parts("french.docx")["word/document.xml"]
    assert '<w:pStyle w:val="Titre1"/>' in made
    assert '<w:pStyle w:val="Corpsdetexte"/>' in made
    assert '<w:pStyle w:val="Heading1"/>' not in made


def test_a_house_s_own_heading_is_a_heading_for_readers_and_stays_with_its_text() -> None:
    made = parts("french.docx")
    style = made["word/styles.xml"].partition('w:styleId="Titre1"')[2].partition("</w:style>")[0]
    assert '<w:outlineLvl w:val="0"/>' in style
    assert '<w:pStyle w:val="Titre1"/><w:keepNext/>' in made["word/document.xml"]


def test_a_section_without_headers_goes_on_with_those_of_the_cover() -> None:
    made = parts("french.docx")
    assert "report-header1.xml" not in "".join(made)
    sections = made["word/document.xml"].split("<w:sectPr")[1:]
    assert ["headerReference" in section for section in sections[:3]] == [True, True, False]


def test_a_running_title_names_the_house_s_own_heading() -> None:
    reference = Document()
    reference.styles.add_style("Chapter", WD_STYLE_TYPE.PARAGRAPH)
    out = BytesIO()
    reference.save(out)
    data = write(filled(), WordOptions(reference=out.getvalue(), styles={"heading-1": "Chapter"}))
    with ZipFile(BytesIO(data)) as archive:
        headers = [archive.read(name).decode() for name in archive.namelist() if "report-header" in name]
    assert any("STYLEREF &quot;Chapter&quot;" in header for header in headers)


def test_fields_of_a_cover_that_show_the_file_s_properties_show_the_report_s() -> None:
    control = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/>"
        '<w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:{0}[1]"/></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>[{0}</w:t></w:r><w:r><w:t>]</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    names = ("title", "creator", "subject", "description", "category")
    controls = "".join(control.format(name) for name in names)
    made = write(filled(), WordOptions(reference=with_text("<w:body>", f"<w:body>{controls}")))
    with ZipFile(BytesIO(made)) as archive:
        lines = words(archive.read("word/document.xml").decode()).splitlines()
    assert lines[: len(names)] == [
        "Gauges &amp; sluices",
        "Ada Example; Bo Sample",
        "What was found.",
        "What was found.",
        "[category]",
    ]


@pytest.mark.parametrize("given", ["", '<w:lang w:val="de-DE" w:bidi="ar-SA"/>'])
@pytest.mark.parametrize(("lang", "slot"), [("fr", "w:val"), ("he", "w:bidi"), ("ja", "w:eastAsia")])
def test_a_template_s_text_is_in_the_report_s_language(given: str, lang: str, slot: str) -> None:
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{given}</w:rPr></w:rPrDefault></w:docDefaults>"
    styles = etree.fromstring(f"<w:styles {XMLNS}>{defaults}</w:styles>")
    set_language(styles, lang)
    (language,) = styles.iter(qualify("w:lang"))
    assert language.get(qualify(slot)) == lang
