# ruff: noqa: E501 - XML reads better unbroken
"""Word documents: headings, notes, and what cannot be read."""

# ruff: noqa: E501 - XML reads better unbroken
from __future__ import annotations

import contextlib
import random
from pathlib import Path

import pytest

from pressroom.errors import PressroomError
from pressroom.model.document import (
    List,
    Paragraph,
    Quote,
)
from pressroom.model.inline import FootnoteRef, Strong
from pressroom.model.inline import words as inline_words
from pressroom.readers import ReaderSettings, read
from tests.readers import content
from tests.readers.docx.reading import NAMESPACE, parse, reasons
from tests.readers.packages import p, word, zipped
from tests.shared import CORPORA

CORPUS = CORPORA / "mammoth-docx"


def test_headings_by_style_by_basis_and_by_outline_level() -> None:
    document = parse(
        word(
            p("The title", "T")
            + p("One", "H1")
            + p("text")
            + p("Two", "Mine")
            + p("Three", "", '<w:outlineLvl w:val="2"/>')
            + p("text")
            + p("No end", "Loop")
        )
    )
    assert content.headings(document) == [(0, "The title"), (1, "One"), (2, "Two"), (3, "Three")]
    assert not any(section.heading.guessed for section in document.walk())


def test_fake_headings_are_guessed() -> None:
    text = "Running text that goes on for a while, and ends as sentences do."
    bold = "<w:b/>"
    body = "".join(p(name, run=bold) + p(text) + p(text) for name in ("Aims", "Means"))
    document = parse(word(body + p("A bold end.", run=bold) + p("12", run=bold) + p(text)))
    assert content.headings(document) == [(1, "Aims"), (1, "Means")]
    heading = document.sections[0].heading
    assert heading.guessed
    assert heading.level_guessed
    assert heading.reasons
    assert not isinstance(heading.inlines[0], Strong)


def test_notes() -> None:
    def notes(kind: str, words: str) -> str:
        return (
            f"<w:{kind}s xmlns:w='{NAMESPACE}'><w:{kind} w:id='0' w:type='separator'><w:p/></w:{kind}>"
            f"<w:{kind} w:id='1'>{p(words)}</w:{kind}><w:{kind} w:id='2'>{p('never called')}</w:{kind}></w:{kind}s>"
        )

    document = parse(
        word(
            '<w:p><w:r><w:t>A</w:t><w:endnoteReference w:id="1"/><w:t>B</w:t><w:footnoteReference w:id="1"/>'
            '<w:footnoteReference w:id="9"/></w:r></w:p>',
            footnotes__xml=notes("footnote", "foot"),
            endnotes__xml=notes("endnote", "end"),
        )
    )
    (paragraph,) = document.blocks
    assert isinstance(paragraph, Paragraph)
    assert [entry.label for entry in paragraph.inlines if isinstance(entry, FootnoteRef)] == ["1", "2"]
    assert [inline_words(note.blocks[0].inlines) for note in document.footnotes] == ["end", "foot"]
    assert reasons(document) == {"a note that the text never calls": "never called"}


def test_quotes_and_formulas() -> None:
    document = parse(
        word(p("One", "Q") + p("two", "Q") + "<w:p><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></w:p>")
    )
    quote = document.blocks[0]
    assert isinstance(quote, Quote)
    assert len(quote.blocks) == 2
    assert content.words(document) == "One two a=b"


def test_a_file_made_by_python_docx(tmp_path: Path) -> None:
    import docx

    made = docx.Document()
    made.add_heading("Report", 0)
    made.add_heading("One", 1)
    paragraph = made.add_paragraph("over ")
    paragraph.add_run("1,100").bold = True
    made.add_paragraph("first", "List Number")
    made.add_paragraph("second", "List Number")
    made.add_paragraph("dot", "List Bullet")
    made.save(str(tmp_path / "x.docx"))
    document = parse((tmp_path / "x.docx").read_bytes())
    assert content.headings(document) == [(0, "Report"), (1, "One")]
    kinds = [(block.style, len(block.items)) for block in content.blocks(document) if isinstance(block, List)]
    assert kinds == [("decimal", 2), ("bullet", 1)]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "document-damaged"),
        (b"PK\x03\x04 broken", "document-damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "document-old"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "document-encrypted"),
        (zipped({"a.txt": "x"}), "document-damaged"),
        (zipped({"xl/workbook.xml": "<w/>"}), "document-no-text"),
        (zipped({"mimetype": "x", "content.xml": "<w/>"}), "document-no-text"),
        (zipped({"word/document.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}), "document-refused"),
        (zipped({"word/document.xml": "<a>" * 250 + "</a>" * 250}), "document-refused"),
        (zipped({"word/document.xml": " " * 5_000_000}), "document-refused"),
        (zipped({f"p{count}": "" for count in range(2_100)}), "document-refused"),
        (zipped({"word/document.xml": "no xml"}), "document-damaged"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, rule: str) -> None:
    with pytest.raises(PressroomError) as caught:
        read(data, "x.docx", ReaderSettings())
    assert caught.value.diagnostic.rule == rule
    assert caught.value.diagnostic.cure


def test_broken_xml_is_mended_and_told() -> None:
    broken = f"<w:document xmlns:w='{NAMESPACE}'><w:body>{p('kept')}<w:p>"
    document = parse(zipped({"word/document.xml": broken}))
    assert content.words(document) == "kept"
    assert [entry.rule for entry in document.diagnostics] == ["document-damaged"]


def test_the_corpus_and_its_mutations_raise_nothing_else() -> None:
    files = sorted(CORPUS.glob("*.docx"))
    if not files:
        pytest.skip("the corpus of Word files is not beside the repository")
    for file in files:
        parse(file.read_bytes())
    rng = random.Random(7)  # a fixed seed: the same mutations in every run
    for _ in range(600):
        data = bytearray(rng.choice(files).read_bytes())
        for _ in range(rng.choice((1, 4, 40))):
            data[rng.randrange(len(data))] = rng.randrange(256)
        with contextlib.suppress(PressroomError):
            read_again(bytes(data))


def read_again(data: bytes) -> None:
    """Read; a fault that nobody foresaw is no PressroomError here."""
    try:
        parse(data)
    except PressroomError as error:
        if error.diagnostic.rule == "source-unreadable" or not error.diagnostic.cure:
            raise AssertionError(str(error)) from error
        raise
