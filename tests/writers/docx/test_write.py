from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from pressroom.writers.docx import write
from tests.writers.docx.pages import page


def test_the_same_page_gives_the_same_bytes() -> None:
    made = page("<section class='level-1'><h2 id='a'>A</h2><p>Words.</p></section>")
    assert write(made) == write(made)


def test_headings_and_paragraphs_have_word_s_own_styles() -> None:
    made = page("<h1 class='title'>T</h1><section class='level-1'><h2 id='a'>A</h2><p>Words.</p></section>")
    with ZipFile(BytesIO(write(made))) as archive:
        text = archive.read("word/document.xml").decode()
    assert [part.split('"')[0] for part in text.split('<w:pStyle w:val="')[1:]] == [
        "Title",
        "Heading1",
        "BodyText",
    ]
