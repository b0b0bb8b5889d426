"""The Word file as a package."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from pressroom.errors import PressroomError
from pressroom.writers.docx import write
from pressroom.writers.docx.package.archive import (
    fill_part,
    new_part,
    open_package,
    open_part,
    save_package,
    zip_files,
)
from tests.writers.docx.opened import parts
from tests.writers.docx.pages import page


def test_an_archive_has_its_types_first_and_no_time_of_its_own():
    data = zip_files({"word/a.xml": b"a", "_rels/.rels": b"r", "[Content_Types].xml": b"t", "a.xml": b"b"})
    with ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
    names = [entry.filename for entry in entries]
    assert names == ["[Content_Types].xml", "_rels/.rels", "a.xml", "word/a.xml"]
    assert {(entry.date_time, entry.create_system, entry.external_attr) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0, 0o600 << 16)
    }


def test_a_package_opened_and_saved_has_the_same_parts_each_time():
    data = write(page("<p>Words.</p>"))
    saved = save_package(open_package(data))
    assert save_package(open_package(data)) == saved
    assert parts(saved).keys() == parts(data).keys()


MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
VBA = b"application/vnd.ms-office.vbaProject"
VBA_RELATION = b"http://schemas.microsoft.com/office/2006/relationships/vbaProject"


@pytest.mark.parametrize(
    "kind",
    [
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
        b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_templates_and_files_with_macros_become_documents_without_them(kind):
    files = parts(write(page("<p>Words.</p>")))
    override = b'<Override PartName="/word/vba.bin" ContentType="' + VBA + b'"/></Types>'
    types = files["[Content_Types].xml"].replace(MAIN, kind)
    files["[Content_Types].xml"] = types.replace(b"</Types>", override)
    files["word/vba.bin"] = b"macro"
    relation = b'<Relationship Id="rIdMacro" Type="' + VBA_RELATION + b'" Target="vba.bin"/></Relationships>'
    rels = "word/_rels/document.xml.rels"
    files[rels] = files[rels].replace(b"</Relationships>", relation)
    saved = parts(save_package(open_package(zip_files(files))))
    assert "word/vba.bin" not in saved
    assert MAIN in saved["[Content_Types].xml"]


def test_what_is_no_package_is_refused_with_a_cure():
    with pytest.raises(PressroomError) as caught:
        open_package(b"PK\x03\x04 no archive")
    assert caught.value.diagnostic.rule == "docx-reference-unreadable"


def test_a_part_that_is_filled_keeps_its_relationships():
    package = open_package(write(page("<p>Words.</p>")))
    part, picture = new_part(package, "/word/x.xml", "text/x"), new_part(package, "/word/p.png", "image/png")
    inner = part.relate_to(picture, "inner")
    outer = part.relate_to("https://example.org/", "outer", is_external=True)
    filled = fill_part(part, b"content")
    assert (str(filled.partname), filled.content_type, filled.blob) == ("/word/x.xml", "text/x", b"content")
    assert filled.rels[inner].target_part is picture
    assert filled.rels[outer].target_ref == "https://example.org/"


SETTINGS = b"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"


@pytest.mark.parametrize("kind", [SETTINGS, b"application/xml"])
def test_a_part_can_be_changed_by_whatever_type_it_is_declared(kind):
    files = parts(write(page("<p>Words.</p>")))
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(SETTINGS, kind)
    package = open_package(zip_files(files))
    open_part(package, "settings").set("changed", "yes")
    assert open_part(package, "settings").get("changed") == "yes"
    assert b'changed="yes"' in parts(save_package(package))["word/settings.xml"]
