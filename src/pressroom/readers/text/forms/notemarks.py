# ruff: noqa: E501 - patterns read better unbroken
"""The marks of note programs that Markdown does not have: [[links]] between notes, ==highlights==."""

from __future__ import annotations

import re

_LINK = re.compile(
    r"(?<!!)\[\[(?P<note>[^\[\]|#\n]{1,120})(?:#[^\[\]|\n]{0,120})?(?:\|(?P<shown>[^\[\]\n]{1,120}))?\]\]"
)
_HIGHLIGHT = re.compile(r"(?<![=\w])==(?P<words>[^\s=](?:[^=\n]{0,300}[^\s=])?)==(?![=\w])")
_HEADING = re.compile(r"^#{1,6} +\S", re.MULTILINE)
_FENCED = re.compile(r"(^(?:```|~~~).*?^(?:```|~~~)[ \t]*$|`[^`\n]+`)", re.MULTILINE | re.DOTALL)


def read_note_marks(text: str) -> str:
    """Return a text in Markdown without such marks, "" where it has none or is no Markdown by its headings."""
    if not _HEADING.search(text):
        return ""
    parts = _FENCED.split(text)
    for at in range(0, len(parts), 2):  # every other part is code
        parts[at] = _LINK.sub(lambda link: link["shown"] or link["note"], parts[at])
        parts[at] = _HIGHLIGHT.sub(lambda found: found["words"], parts[at])
    read = "".join(parts)
    return read if read != text else ""
