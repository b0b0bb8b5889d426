"""Paragraphs that a copy ran together: the ends of lines of a web page became wide gaps within one line."""

from __future__ import annotations

import re

_LEAST = 3  # gaps in the whole text
_LONGEST_LINE = 300  # characters; in shorter lines gaps are columns
_WIDE = r"[ \xa0]{3,}"
_GAP = re.compile(
    rf"(?<=[.?!]){_WIDE}(?=[“\"‘(]?[A-ZÀ-Þ])|(?<=[.?!][”\"’)]){_WIDE}(?=[“\"‘(]?[A-ZÀ-Þ])"
    rf"|(?<=\S){_WIDE}(?=[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{{2,40}}:[ \xa0])"  # or ahead of who speaks, in capitals
)


def read_gaps(text: str) -> str:
    """Return the text with a paragraph for each wide gap behind a sentence, "" where there are few."""
    lines = text.split("\n")
    long = [len(line) >= _LONGEST_LINE for line in lines]
    if sum(len(_GAP.findall(line)) for line, is_long in zip(lines, long, strict=True) if is_long) < _LEAST:
        return ""
    return "\n".join(
        _GAP.sub("\n\n", line) if is_long else line for line, is_long in zip(lines, long, strict=True)
    )
