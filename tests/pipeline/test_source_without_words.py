"""A report without a word is none."""

from __future__ import annotations

import pytest

import pressroom
from tests.readers.packages import odt, p, word

SECRET = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
EMPTY = [
    ("x.html", b"<html><body><nav>Home News</nav></body></html>"),
    ("x.html", b"<html><body>\x01<p hidden>Words of the page</p></body></html>"),
    ("x.docx", word(f"<w:p>{SECRET}</w:p>")),
    ("x.odt", odt('<text:section text:display="none"><text:p>secret</text:p></text:section>')),
    ("x.rtf", rb"{\rtf1{\v secret}\par}"),
    ("x.md", b"<!-- only a remark -->\n"),
]


@pytest.mark.parametrize(("name", "data"), EMPTY)
def test_a_file_whose_words_are_all_left_out_is_an_error_with_its_cure(name: str, data: bytes) -> None:
    with pytest.raises(pressroom.PressroomError, match="would be empty") as caught:
        pressroom.read(data, name=name)
    assert caught.value.diagnostic.rule == "source-no-words"
    assert caught.value.diagnostic.cure


FILLED = [
    ("x.html", b"<p>Words</p>"),
    ("x.docx", word(p("Words") + f"<w:p>{SECRET}</w:p>")),
    ("x.md", b"---\ntitle: Words\n---\n"),
    ("x.md", b"```\ncode\n```\n"),
    ("x.md", b"![](map.png)\n"),
    ("x.txt", b"12\n"),
]


@pytest.mark.parametrize(("name", "data"), FILLED)
def test_a_file_with_anything_to_print_is_read(name: str, data: bytes) -> None:
    assert pressroom.read(data, name=name).source == name
