"""Blocks that were moved in Word: the order of the source is kept, and each is told of."""

from __future__ import annotations

from bisect import bisect_left

from pressroom.writers.docx.roundtrip.changes.sides import Findings, Sides
from pressroom.writers.docx.roundtrip.word.wordtext import show_words


def find_moved(sides: Sides, findings: Findings) -> None:
    """Tell of blocks that stand among others in Word than in the source."""
    order = {block.ident: place for place, block in enumerate(sides.record.blocks)}
    places = [order[block.ident] for block in sides.aligned.blocks if block.ident in order]
    for place in sorted(set(places) - set(_longest_rising(places))):
        known = sides.known.get(sides.record.blocks[place].ident)
        words = show_words(known.words) if known else ""
        findings.refuse(words, "moved in Word; the order of the source is kept", known)


def find_moved_over(sides: Sides, findings: Findings) -> None:
    """Tell of blocks that were moved over a paragraph of the report's own, such as code or a chart."""
    for block in sides.aligned.blocks:
        recorded, known = sides.recorded.get(block.ident), sides.known.get(block.ident)
        if recorded is None or known is None or not recorded.behind or known.kind.name == "cell":
            continue
        if block.behind != recorded.behind and not sides.aligned.gone[recorded.behind]:
            findings.refuse(block.words, "moved in Word; the order of the source is kept", known)


def _longest_rising(places: list[int]) -> list[int]:
    """Return a longest rising part of some places: what is not in it was moved."""
    ends: list[int] = []  # the place in ``places`` of the smallest end of a rising part, by its length
    before: list[int] = []
    for at, place in enumerate(places):
        length = bisect_left(ends, place, key=places.__getitem__)
        before.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [at]
    found: list[int] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(places[at])
        at = before[at]
    return found
