"""What two people say by turns who are named in full at first, by their initials later."""

from __future__ import annotations

from tests.readers.text.covering import outline, shapes
from tests.readers.text.reading import read

TALK = """A New Look for an Old Page

Mira Keller: How did you hear of the plan?

Anton Moser: From a colleague.

MK: And you began at once?

AM: The same evening, at home.

MK: Would you do it again?

AM: With more paper.
"""


def test_a_name_in_full_speaks_where_its_initials_do() -> None:
    document = read(TALK)
    assert outline(document) == ["= A New Look for an Old Page"]
    assert shapes(document) == ["turn"] * 6


def test_a_name_whose_initials_do_not_speak_is_no_speaker() -> None:
    text = TALK.replace("MK:", "CD:").replace("AM:", "EF:")
    assert "turn" not in shapes(read(text))[:2]
