"""Lists of contents: their page numbers are those of another file, and the report makes its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressroom.readers.pdf.layout.lines import PdfFlow, PdfLine

CONTENTS = "list of contents"
_LEADER = re.compile(r"(?:[.…·_]\s?){4,}\s*(?:[A-Z]-?)?(?:\d{1,4}|[ivxl]{1,6})\s*$")
_NUMBERED = re.compile(r".{2,120}\s(?:\d{1,4}|[ivxl]{1,6})$")
_HEAD = re.compile(
    r"(?:table of )?contents|inhalt(?:sverzeichnis)?|sommaire|table des mati[èe]res|[ií]ndice|contenidos?"
    r"|inhoud(?:sopgave)?|spis treści|innehåll|sumário|list of (?:tables|figures)",
    re.IGNORECASE,
)
_FEWEST = 3


def leave_out_contents(flow: Sequence[PdfFlow]) -> tuple[list[PdfFlow], list[tuple[str, str]]]:
    """Return the flow without lists of contents, and their words with the reason."""
    kept: list[PdfFlow] = []
    left: list[tuple[str, str]] = []
    at = 0
    while at < len(flow):
        end = _find_end(flow, at)
        if end > at:
            left += [(entry.text, CONTENTS) for entry in flow[at:end] if isinstance(entry, PdfLine)]
            at = end
        else:
            kept.append(flow[at])
            at += 1
    return kept, left


def _find_end(flow: Sequence[PdfFlow], start: int) -> int:
    """Return the end of a list of contents that begins at ``start``, ``start`` where none does."""
    first = flow[start]
    if not isinstance(first, PdfLine):
        return start
    titled = bool(_HEAD.fullmatch(first.text.strip(" :")))
    if not titled and not _LEADER.search(first.text) and first.tag != "TOCI":
        return start
    end, last, count = start + titled, start, 0
    while end < len(flow) and end - last <= _APART:
        line = flow[end]
        if not isinstance(line, PdfLine):
            break
        if _LEADER.search(line.text) or line.tag == "TOCI" or (titled and _NUMBERED.fullmatch(line.text)):
            last, count = end + 1, count + 1
        end += 1
    return last if count >= (_FEWEST if titled else _FEWEST - 1) else start


_APART = 2  # lines of an entry before its page number
