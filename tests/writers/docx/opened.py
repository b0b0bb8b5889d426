"""Word files opened: their parts, the document's body, the styles of its paragraphs."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from pressroom.writers.docx import WordOptions, write
from tests.writers.docx.full import PAGES, full_page
from tests.writers.docx.pages import page

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(main: str, **more: object) -> etree._Element:
    """The body of a page's Word file."""
    return etree.fromstring(parts(write(page(main, **more)))["word/document.xml"])[0]


@cache
def full() -> dict[str, bytes]:
    return parts(write(full_page(), WordOptions(page_numbers=PAGES, page_count=4)))


def document() -> str:
    return full()["word/document.xml"].decode()


def styles_of(root: etree._Element) -> list[tuple[str, str]]:
    """Each paragraph's style and words."""
    found = []
    for node in root.iter(f"{W}p"):
        style = node.find(f"{W}pPr/{W}pStyle")
        found.append((style.get(f"{W}val") if style is not None else "", "".join(node.itertext(f"{W}t"))))
    return found
