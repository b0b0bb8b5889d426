"""Characters that no output can hold are replaced one for one, wherever a document has them."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.model.characters import IMPOSSIBLE, replace_impossible
from pressroom.model.inline import Text
from pressroom.readers import ReaderSettings, read
from tests.making import document, paragraph, span


def test_a_document_without_any_is_the_very_same():
    found = document(paragraph("25 apples\n\u202e ö"), text="25 apples")
    assert replace_impossible(found) is found


def test_each_is_replaced_and_places_stay():
    found = document(paragraph("a\x00b\ud800c\ufffe", 7), title="T\x1b", text="\x0bx")
    clean = replace_impossible(found)
    assert clean.text == "\ufffdx"
    assert clean.title.text == "T\ufffd"
    assert clean.blocks[0].inlines == (Text("a\ufffdb\ufffdc\ufffd", 7),)
    assert clean.blocks[0].span == span(7, 13)


@given(st.text(st.characters(codec=None)))
def test_any_text_keeps_its_length_and_can_be_written(text):
    clean = replace_impossible(text)
    assert len(clean) == len(text)
    assert clean.encode().decode() == clean
    assert not IMPOSSIBLE.search(clean)


SOURCES = [
    ("a.md", b"# T&#1;\n\nA&#x1b;b &#xFFFE;\n"),
    ("a.html", b"<h1>T&#1;</h1><p>a &#x1b; &#xffff;<a href='http://x/&#1;'>l</a>"),
    ("a.rtf", b"{\\rtf1 T\\'01 \\u1? \\u-10240? words\\par}"),
    ("a.txt", b"Tit\x01le\x1b\n\n" + b"Some words, as many as a text has that is no binary file.\n" * 9),
    ("a.eml", b"Subject: =?utf-16?b?2AA=?= x\nContent-Type: text/plain; charset=utf-7\n\n+2AA- apples\n"),
]


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from strings(part)
    elif dataclasses.is_dataclass(value):
        for entry in dataclasses.fields(value):
            yield from strings(getattr(value, entry.name))


@pytest.mark.parametrize(("name", "data"), SOURCES)
def test_no_reader_hands_one_on(name, data):
    found = list(strings(read(data, name, ReaderSettings())))
    assert found
    assert [text for text in found if IMPOSSIBLE.search(text)] == []
