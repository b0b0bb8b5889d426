"""Running text: words, spaces, captions that count, languages, directions."""

from __future__ import annotations

import re

import pytest

from pressroom.compose.inlines import render_formula
from pressroom.writers.docx import write
from pressroom.writers.docx.body.inline import make_sequence_name
from pressroom.writers.docx.package.markup import NAMESPACES
from tests.writers.docx.opened import W, body, document, full, parts
from tests.writers.docx.pages import page


def test_inline_elements_keep_words_and_spaces() -> None:
    root = body(
        "<p>One <em>two</em>\n three<strong> four </strong>five<br>six&nbsp;<sup>7</sup> <s>8</s></p>"
    )
    assert "".join(node.text or "\n" for node in root.iter(f"{W}t", f"{W}br")) == (
        "One two three four five\nsix\u00a07 8"
    )


def test_captions_count_themselves_and_references_point_at_them() -> None:
    xml = document()
    assert " SEQ Figure \\* ARABIC " in xml
    assert " SEQ Table \\* ARABIC " in xml
    assert " REF fig_a \\h " in xml
    assert " PAGEREF fig_a \\h " in xml
    assert re.search(r'<w:bookmarkStart w:id="\d+" w:name="fig_a"/>', xml)


def test_a_number_out_of_turn_is_set_by_hand() -> None:
    label = "<caption><span class='label'>Table {0}</span> x</caption>"
    table = "<table id='tab-{0}'>" + label + "<tr><td>a</td></tr></table>"
    xml = parts(write(page(table.format(4) + "<p>and</p>" + table.format(5))))["word/document.xml"].decode()
    assert re.findall(r"SEQ Table [^<]*", xml) == ["SEQ Table \\* ARABIC \\r 4 ", "SEQ Table \\* ARABIC "]


def test_languages_are_told_per_run_and_per_file() -> None:
    assert '<w:lang w:val="fr"/>' in document()
    styles = full()["word/styles.xml"].decode()
    assert 'w:val="en"' in styles or 'w:val="en-GB"' in styles


def test_right_to_left_words_and_paragraphs_are_marked() -> None:
    xml = document()
    assert '<w:bidi w:val="1"/>' in xml
    assert re.search(r"<w:rPr><w:rtl/></w:rPr><w:t[^>]*>هذه", xml)


def test_a_formula_in_the_line_is_one_that_word_can_edit() -> None:
    root = body(f"<p>An area {render_formula('x^2', 'en')} wide.</p>")
    m = f"{{{NAMESPACES['m']}}}"
    (formula,) = root.iter(f"{m}oMath")
    assert formula.find(f"{m}sSup") is not None
    assert "".join(root.itertext(f"{W}t", f"{m}t")) == "An area x2 wide."


@pytest.mark.parametrize(
    ("word", "name"),
    [("Figure", "Figure"), ("Text\u00a0box", "Textbox"), ("Map of rivers", "Mapofrivers"), ("", "Figure")],
)
def test_the_sequence_of_a_caption_is_named_by_one_word(word: str, name: str) -> None:
    assert make_sequence_name(word) == name
