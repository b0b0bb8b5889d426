"""Headings that chat assistants and note programs mark by a small picture: "🎯 Aims"."""

from __future__ import annotations

import re

from pressroom.readers.text.lines.lines import Lines

EMOJI = "small picture ahead of a heading"
_AHEAD = re.compile(
    r"(?P<sign>[\U0001F300-\U0001FAFF][\ufe0f\u200d\U0001F3FB-\U0001FAFF]*)[ \t]+(?P<words>[^\W_].{1,80})"
)
_LEAST = 2  # different signs


def find_emoji_headings(lines: Lines) -> dict[tuple[int, int], str]:
    """Return the bounds of the signs ahead of lines that are headings.

    Such lines have signs of their own each, and text between them: the same sign again marks items.
    """
    found = {
        index: match
        for index, raw in enumerate(lines.raw)
        if (match := _AHEAD.fullmatch(raw.strip())) and match["words"][-1] not in ".,;:!?"
    }
    signs = {match["sign"] for match in found.values()}
    tight = [index for index in found if index + 1 in found and index]
    if len(signs) < _LEAST or len(signs) < len(found) or tight:
        return {}
    return {
        (lines.begin(index), lines.begin(index) + len(match["sign"])): EMOJI for index, match in found.items()
    }
