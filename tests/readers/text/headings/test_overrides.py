"""What an editor says of headings."""

from __future__ import annotations

from tests.readers.text.covering import outline
from tests.readers.text.reading import BODY, read


def test_the_editor_beats_the_parser() -> None:
    text = f"Some Title\n\n{BODY}\n\nFirst matter\n\n{BODY}\n\n{BODY}\n"
    assert outline(read(text, not_headings=("first matter",))) == ["= Some Title"]
    assert outline(read(text, not_headings=(5,))) == ["= Some Title"]
    assert len(list(read(text, headings=(7,)).walk())) == 2
    (section,) = read(text, levels=(("First matter", 2),)).walk()
    assert section.heading.level == 2
    assert not section.heading.level_guessed
    (warning,) = read(text, headings=("No such words",)).diagnostics
    assert warning.rule == "no-such-heading"


def test_an_editor_may_name_the_last_line() -> None:
    found = read(f"Some Title\n\n{BODY}\n\nin the end", headings=("In the end",))
    assert outline(found) == ["= Some Title", "in the end"]
    assert found.diagnostics == ()
