"""What a line in brackets asks for, and which are none."""

from __future__ import annotations

import pytest

from pressroom.readers.common.brackets.lines import CALLOUTS, BracketLine, read_bracket_line
from pressroom.translations import LANGUAGES, VARIANTS, translate


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("[new page]", BracketLine("page")),
        ("[Page break]", BracketLine("page")),
        ("[Seitenumbruch]", BracketLine("page")),
        ("[landscape]", BracketLine("landscape")),
        ("[end of landscape]", BracketLine("end", "landscape")),
        ("[portrait]", BracketLine("end", "landscape")),
        ("[box: Who was asked]", BracketLine("box", "box", "Who was asked", 6)),
        ("[ box ]", BracketLine("box", "box")),
        ("[Hinweis: Zur Zahl]", BracketLine("box", "note", "Zur Zahl", 10)),
        ("[警告：当心]", BracketLine("box", "warning", "当心", 4)),
        ("[end of box]", BracketLine("end", "box")),
        ("[end of warning]", BracketLine("end", "box")),
        ("[/box]", BracketLine("end", "box")),
        ("[end]", BracketLine("end")),
        ("[marking: FOR OFFICE USE]", BracketLine("marking", "", "FOR OFFICE USE", 10)),
    ],
)
def test_what_a_line_asks_for(line: str, wanted: BracketLine) -> None:
    assert read_bracket_line(line) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "[1]",
        "[marking]",  # none is given
        "[new page: 3]",
        "[end of the affair]",
        "[picture: harbour.jpg]",
        "[applause]",
        "[box: one] and more",
        "box: one",
        "[landscape [1]]",
        "[end of box: now]",
    ],
)
def test_another_line_is_left_as_it_is(line: str) -> None:
    assert read_bracket_line(line) is None


def test_callouts_are_known_by_their_words_in_all_languages() -> None:
    for lang in (*LANGUAGES, *VARIANTS):
        for name in ("note", "tip", "important", "warning", "caution"):
            assert CALLOUTS[translate(f"callout_{name}", lang).casefold()] in (name, "caution", "important")
