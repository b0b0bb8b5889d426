"""Comments that Google Docs puts under a text which it exports: "[a]Is this right?"."""

from __future__ import annotations

import re
from itertools import product
from string import ascii_lowercase

from pressroom.readers.text.lines.lines import Lines

COMMENT = "comment, not text"
_BODY = re.compile(r"\[([a-z]{1,2})\](?=\S)")
_ORDER = [*ascii_lowercase, *map("".join, product(ascii_lowercase, repeat=2))]  # "a", …, "z", "aa", "ab", …
_RULE = re.compile(r"_{8,}")


def find_comments(lines: Lines) -> tuple[dict[int, str], dict[tuple[int, int], str]]:
    """Return the lines of comments below the text and the bounds of their marks within it, with the reason.

    Comments are marked "[a]", "[b]" in the order of the alphabet, and each mark stands in the text as well.
    """
    first = _find_first(lines)
    if first < 0:
        return {}, {}
    labels: list[str] = []
    for index in range(first, len(lines)):
        body = _BODY.match(lines.raw[index])
        if body:
            labels.append(body[1])
    if labels != _ORDER[: len(labels)]:
        return {}, {}
    end = lines.starts[first]
    marks = {
        label: [found.span() for found in re.finditer(rf"(?<=\S)\[{label}\]", lines.text[:end])]
        for label in labels
    }
    if not all(marks.values()):
        return {}, {}
    left = {index: COMMENT for index in range(first, len(lines)) if lines.sizes[index]}
    above = first - 1
    while above >= 0 and not lines.sizes[above]:
        above -= 1
    if above >= 0 and _RULE.fullmatch(lines.content(above)):
        left[above] = COMMENT
    return left, {span: COMMENT for spans in marks.values() for span in spans}


def _find_first(lines: Lines) -> int:
    """Return the line of the first comment, -1 where there is none: "[a]" ahead of words."""
    return next(
        (
            index
            for index, raw in enumerate(lines.raw)
            if raw.startswith("[a]") and _BODY.match(raw) and index
        ),
        -1,
    )
