"""Footnotes and endnotes."""

from __future__ import annotations

import pytest
from lxml import etree

from pressroom.writers.docx import WordOptions, write
from tests.writers.docx.full import full_page
from tests.writers.docx.opened import W, body, parts


@pytest.mark.parametrize(("endnotes", "kind"), [(False, "footnote"), (True, "endnote")])
def test_notes_are_word_s_own(endnotes: bool, kind: str) -> None:
    made = parts(write(full_page(), WordOptions(endnotes=endnotes)))
    assert f'<w:{kind}Reference w:id="1"/>' in made["word/document.xml"].decode()
    assert " NOTEREF fn_1 \\h " in made["word/document.xml"].decode()
    notes = etree.fromstring(made[f"word/{kind}s.xml"])
    assert "".join(notes[-1].itertext(f"{W}t")) == " A note with a link to a site."
    assert b"https://example.org/x" in made[f"word/_rels/{kind}s.xml.rels"]


def test_a_further_call_of_a_note_that_is_not_there_is_left_out() -> None:
    root = body("<p>Words<a class='footnote-again' href='#fn-none'>1</a> go on.</p>")
    assert "".join(root.itertext()) == "Words go on."
