"""Fonts carried in a Word file."""

import io
import zipfile

from fontTools.ttLib import TTFont
from lxml import etree

from pressroom.fonts import font_files
from pressroom.writers.docx import WordOptions, write
from tests.writers.docx.pages import page

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def read(options):
    return zipfile.ZipFile(io.BytesIO(write(page("<p>Words.</p>"), options)))


def unmask(data, guid):
    key = bytes.fromhex(guid.strip("{}").replace("-", ""))[::-1]
    return bytes(byte ^ key[index % 16] for index, byte in enumerate(data[:32])) + data[32:]


def test_four_faces_of_each_family_are_carried_and_can_be_unmasked():
    with read(WordOptions(embed_fonts=True)) as file:
        table = etree.fromstring(file.read("word/fontTable.xml"))
        links = etree.fromstring(file.read("word/_rels/fontTable.xml.rels"))
        targets = {link.get("Id"): link.get("Target") for link in links}
        found = {}
        for font in table.iter(f"{W}font"):
            for node in font:
                if node.get(f"{W}fontKey"):
                    data = file.read("word/" + targets[node.get(f"{R}id")].removeprefix("/word/"))
                    name = (font.get(f"{W}name"), etree.QName(node).localname)
                    found[name] = unmask(data, node.get(f"{W}fontKey"))
        assert file.read("word/settings.xml").count(b"embedTrueTypeFonts") == 1
    assert len(found) == 8
    regular = next(font for font in font_files() if (font.weight, font.italic) == (400, False))
    assert found[regular.family, "embedRegular"] == regular.path.read_bytes()
    bold = TTFont(io.BytesIO(found["Source Sans Pro", "embedBold"]))
    assert bold["OS/2"].usWeightClass == 700
    assert bold["OS/2"].fsType == 0, "may be carried and edited with"


def test_nothing_is_carried_unasked():
    with read(None) as file:
        assert not [name for name in file.namelist() if name.endswith(".odttf")]
