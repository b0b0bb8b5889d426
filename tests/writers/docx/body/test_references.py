"""Cross-references are fields that show the label or the number of what they lead to."""

from __future__ import annotations

import re

import pytest

from pressroom.writers.docx import write
from tests.writers.docx.opened import W, body, parts
from tests.writers.docx.pages import page

TABLE = "<table id='place'><caption><span class='label'>{}</span> x</caption><tr><td>a</td></tr></table>"
APART = "<h2 id='place'><span class='number'>{}</span> Rules</h2>"
TYPED = "<h2 id='place'>{} Rules</h2>"


def xml(main):
    return parts(write(page(main)))["word/document.xml"].decode()


def read_field(document):
    """Return the instruction of the first REF field, its result, and the words that its bookmark holds."""
    instruction = re.search(r"<w:instrText[^>]*> (REF [^<]*?) </w:instrText>", document)
    assert instruction, "there is a field"
    after = document[instruction.end() :]
    result = "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", after[: after.index('"end"')]))
    name = instruction[1].split()[1]
    start = re.search(rf'<w:bookmarkStart w:id="(\d+)" w:name="{name}"/>', document)
    assert start, "it leads to a bookmark"
    held = document[start.end() : document.index(f'<w:bookmarkEnd w:id="{start[1]}"/>')]
    return instruction[1].replace(name, "NAME"), result, "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", held))


@pytest.mark.parametrize(
    ("target", "words", "wanted"),
    [
        (TABLE.format("Table 1"), "Table 1", ("REF NAME \\h", "Table 1", "Table 1")),
        (TABLE.format("Table 1"), "tables 1", ("REF NAME \\h", "1", "1")),
        (TABLE.format("Table 1"), "1", ("REF NAME \\h", "1", "1")),
        (TABLE.format("Table 2.1"), "Table 2.1", ("REF NAME \\h", "Table 2.1", "Table 2.1")),
        (TABLE.format("Table 2.1"), "Tab. 2.1", ("REF NAME \\h", "2.1", "2.1")),
        (APART.format("1."), "section 1", ("REF NAME \\r \\h", "1", "Rules")),  # Word counts it
        (APART.format("7.4."), "section 7.4", ("REF NAME \\h", "7.4", "7.4")),  # Word would come to another
        (TYPED.format("1."), "section 1", ("REF NAME \\h", "1", "1")),
        (TYPED.format("2.1"), "§ 2.1", ("REF NAME \\h", "2.1", "2.1")),
    ],
)
def test_a_reference_shows_what_its_bookmark_holds(target, words, wanted) -> None:
    document = xml(f"{target}<p>See <a class='ref' href='#place'>{words}</a></p>")
    assert read_field(document) == wanted
    assert f"See {words}" in "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", document))


@pytest.mark.parametrize("words", ["see there", "section 2", "1 of them"])
def test_words_that_say_no_number_of_their_target_are_a_link(words) -> None:
    document = xml(f"{TYPED.format('1.')}<p><a class='ref' href='#place'>{words}</a></p>")
    assert " REF " not in document
    assert f"{words}</w:t>" in document
    assert "<w:hyperlink w:anchor=" in document


def test_a_heading_keeps_its_words() -> None:
    root = body(f"{TYPED.format('2.1')}<p><a class='ref' href='#place'>section 2.1</a></p>")
    first = next(root.iter(f"{W}p"))
    assert "".join(node.text or "" for node in first.iter(f"{W}t")) == "2.1 Rules"
