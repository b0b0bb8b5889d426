"""Numbers in attributes of XML, whatever stands there."""

from __future__ import annotations

import pytest

from pressroom.readers import ReaderSettings, read
from pressroom.readers.common.elements import parse_int
from tests.hostile.targets import make_odt, make_word
from tests.readers.packages import W, p, word
from tests.readers.pptx.making import SlideXml, pptx, shape, title

ODD = ("", "²", "٣", "-7", "--5", "1.5", "99999999999", "9" * 5_000)
ODT = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        ("-7", -7),
        ("+7", 7),
        ("007", 7),
        ("٣", 3),
        ("", 1),
        ("²", 1),
        ("--5", 1),
        ("1.5", 1),
        ("99999999999", 1),
        ("9" * 5_000, 1),
    ],
)
def test_a_number_is_read_and_anything_else_is_the_other_one(text: str, number: int) -> None:
    assert parse_int(text, 1) == number


def test_a_number_beyond_its_bounds_is_the_nearest_one() -> None:
    assert parse_int("500", 1, least=1, most=100) == 100
    assert parse_int("-5", 1, least=1, most=100) == 1


def _odt(body: str, styles: str = "") -> bytes:
    content = (
        f"<office:document-content {ODT}>{styles}<office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return make_odt({"content.xml": content.encode()})


def _counted(value: str) -> bytes:
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="{value}"/><w:numFmt w:val="lowerRoman"/>'
        '<w:lvlText w:val="%1."/></w:lvl>'
    )
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = f"<w:p>{listed}<w:r><w:t>Harvest</w:t></w:r></w:p>"
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    return make_word({"word/numbering.xml": numbering.encode(), "word/document.xml": document.encode()})


def _slide(paragraph: str) -> bytes:
    return pptx(SlideXml(title("A title") + shape("body", paragraph)))


def _chosen(value: str) -> bytes:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>'
        f'<w:result w:val="{value}"/><w:listEntry w:val="A"/></w:ddList></w:ffData></w:fldChar></w:r>'
        "<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return word(f"<w:p>{field}<w:r><w:t>Harvest</w:t></w:r></w:p>")


RUN = "<a:r><a:t>Harvest</a:t></a:r>"
PLACES = {
    "docx: start": lambda value: ("docx", _counted(value)),
    "docx: entry": lambda value: ("docx", _chosen(value)),
    "docx: list style": lambda value: ("docx", word(p("Harvest", f"ListBullet{value}"))),
    "odt: heading": lambda value: ("odt", _odt(f'<text:h text:outline-level="{value}">Harvest</text:h>')),
    "odt: spaces": lambda value: ("odt", _odt(f'<text:p>Harvest<text:s text:c="{value}"/>in</text:p>')),
    "odt: cell": lambda value: (
        "odt",
        _odt(
            f'<table:table><table:table-row><table:table-cell table:number-columns-spanned="{value}">'
            "<text:p>Harvest</text:p></table:table-cell></table:table-row></table:table>"
        ),
    ),
    "odt: item": lambda value: (
        "odt",
        _odt(
            f'<text:list><text:list-item text:start-value="{value}"><text:p>Harvest</text:p></text:list-item>'
            "</text:list>"
        ),
    ),
    "odt: list style": lambda value: (
        "odt",
        _odt(
            '<text:list text:style-name="L"><text:list-item><text:p>Harvest</text:p></text:list-item>'
            "</text:list>",
            '<office:automatic-styles><text:list-style style:name="L"><text:list-level-style-number'
            f' text:level="{value}" text:start-value="{value}" text:display-levels="{value}"'
            ' style:num-format="i"/></text:list-style></office:automatic-styles>',
        ),
    ),
    "pptx: start": lambda value: (
        "pptx",
        _slide(f'<a:p><a:pPr><a:buAutoNum type="romanLcPeriod" startAt="{value}"/></a:pPr>{RUN}</a:p>'),
    ),
    "pptx: level": lambda value: ("pptx", _slide(f'<a:p><a:pPr lvl="{value}"/>{RUN}</a:p>')),
    "pptx: raised": lambda value: (
        "pptx",
        _slide(f'<a:p><a:r><a:rPr baseline="{value}" sz="{value}"/><a:t>Harvest</a:t></a:r></a:p>'),
    ),
}


@pytest.mark.parametrize("place", PLACES)
def test_no_number_in_a_document_keeps_it_from_being_read(place: str) -> None:
    for value in ODD:
        ending, data = PLACES[place](value)
        found = read(data, f"harvest.{ending}", ReaderSettings())
        assert "Harvest" in found.text
        assert len(found.text) < 1_000
