"""An edit in the browser changes the source in its own place, whatever its encoding and its line ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.errors import PressroomError
from pressroom.preview.editing import edit_source, show_text, splice
from pressroom.preview.layout.marks import Offsets
from pressroom.readers.common.settings import ReaderSettings

PLAIN = ReaderSettings()


@given(st.lists(st.sampled_from(["a", "b", "\n", "\r\n", "é", "𝄞"])), st.text("ab\né𝄞"))
def test_a_splice_gives_what_the_editor_shows(pieces, edited):
    after = splice("".join(pieces), edited)
    assert after.replace("\r\n", "\n") == edited


@given(st.lists(st.sampled_from(["a", "b", "\n", "\r\n"])), st.lists(st.sampled_from(["c", "\n", "\r\n"])))
def test_line_ends_around_an_edit_stay(before, after):
    head, tail = "".join(before), "".join(after)
    shown = [part.replace("\r\n", "\n") for part in (head, tail)]
    assert splice(f"{head}x{tail}", f"{shown[0]}yz{shown[1]}") == f"{head}yz{tail}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_stays(encoding):
    text = "Größe\r\n\r\nDie Straße misst 40 Meter, und sie ist länger als früher."
    data = text.encode(encoding)
    edited = show_text(data, "a.txt", PLAIN).replace("40", "41")
    assert edit_source(data, edited, "a.txt", PLAIN) == text.replace("40", "41").encode(encoding)


def test_a_letter_that_the_encoding_lacks_is_told():
    data = "Größe und Länge der Straße, früher kürzer.".encode("cp1252")
    with pytest.raises(PressroomError, match="not in the encoding"):
        edit_source(data, "Größe ⟶", "a.txt", PLAIN)


def test_an_empty_source_is_written_as_utf_8():
    assert edit_source(b"", "Größe", "a.txt", PLAIN) == "Größe".encode()


@given(st.lists(st.sampled_from(["a", "\n", "\r\n", "𝄞"])))
def test_places_are_those_of_the_browser(pieces):
    text = "".join(pieces)
    offsets = Offsets(text)
    for place in range(len(text) + 1):
        if text[place - 1 : place + 1] == "\r\n":
            continue
        shown = text[:place].replace("\r\n", "\n")
        assert offsets.convert(place) == len(shown.encode("utf-16-le")) // 2
