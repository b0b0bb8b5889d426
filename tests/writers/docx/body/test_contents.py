"""Contents, with page numbers where they are known."""

from __future__ import annotations

import re
from io import BytesIO

from docx import Document
from lxml import etree

from pressroom.writers.docx import WordOptions, write
from tests.writers.docx.full import full_page
from tests.writers.docx.opened import W, document, parts
from tests.writers.docx.pages import page


def test_contents_show_their_entries_and_page_numbers() -> None:
    xml = document()
    assert ' TOC \\o "1-2" \\h \\z \\u ' in xml
    assert ' TOC \\h \\z \\c "Figure" ' in xml
    entry = re.search(r"1\.1 Scope</w:t>.*?PAGEREF scope.*?<w:t[^>]*>(\d+)</w:t>", xml)
    assert entry
    assert entry.group(1) == "2"


def test_without_page_numbers_none_is_shown() -> None:
    xml = parts(write(full_page()))["word/document.xml"].decode()
    assert "PAGEREF scope" not in xml
    assert "1.1 Scope" in xml


def test_the_title_of_the_contents_is_not_counted_among_the_headings() -> None:
    house = BytesIO()
    Document().save(house)  # its style of that title is based on that of headings, as Word's own is
    main = (
        "<nav class='contents'><p class='contents-title'>Contents</p>"
        "<ol><li><a href='#a'>1 A</a></li></ol></nav>"
        "<h2 id='a'><span class='number'>1</span> A</h2>"
    )
    files = parts(write(page(main), WordOptions(reference=house.getvalue())))
    text = etree.fromstring(files["word/document.xml"])
    title = next(node for node in text.iter(f"{W}p") if "".join(node.itertext(f"{W}t")) == "Contents")
    list_id = title.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
    numbering = etree.fromstring(files["word/numbering.xml"])
    (instance,) = numbering.findall(f"{W}num[@{W}numId='{list_id}']")
    kind = instance.find(f"{W}abstractNumId").get(f"{W}val")
    (definition,) = numbering.findall(f"{W}abstractNum[@{W}abstractNumId='{kind}']")
    assert {form.get(f"{W}val") for form in definition.iter(f"{W}numFmt")} == {"none"}
