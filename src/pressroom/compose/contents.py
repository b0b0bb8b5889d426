"""What a page lists of its parts: headings, figures, tables, and whether there is room beside the text."""

from __future__ import annotations

from collections.abc import Sequence

from pressroom.compose.blocks import Caption
from pressroom.model.document import Block, Paragraph, Section
from pressroom.model.inline import words
from pressroom.model.report import Report

FEWEST_SECTIONS = 4  # that short contents in the side column are worth their place for
# The side column of print.css, 44 mm of 8.5 pt type, and the text column beside it, 120 mm of 10.25 pt.
_ENTRY_LETTERS, _ENTRY_LINE, _ENTRY_GAP, _TITLE = 23, 11.0, 6.5, 16.0
_TEXT_LETTERS, _TEXT_LINE, _TEXT_GAP = 70, 14.5, 7.25
_TOLERANCE = 1.2  # of how much taller the contents may be than the text beside them


def list_headings(report: Report) -> list[tuple[int, Section]]:
    """Return every section with its depth from 1, in reading order."""
    found: list[tuple[int, Section]] = []
    stack = [(1, section) for section in reversed(report.document.sections)]
    while stack:
        depth, section = stack.pop()
        found.append((depth, section))
        stack.extend((depth + 1, child) for child in reversed(section.sections))
    return found


def select_lists(captions: list[Caption], fewest: int) -> dict[str, list[Caption]]:
    """Return what lists of figures and of tables hold, where there are enough to be looked up."""
    kinds = {kind: [each for each in captions if each.kind == kind] for kind in ("figures", "tables")}
    return {kind: entries for kind, entries in kinds.items() if entries and len(entries) >= fewest}


def fits_side_column(headings: Sequence[tuple[int, Section]], lead: Sequence[Block]) -> bool:
    """Tell whether short contents fit beside the text ahead of the first section."""
    titles = [section.heading.text for depth, section in headings if depth == 1]
    if len(titles) < FEWEST_SECTIONS:
        return False
    contents = _TITLE + sum(_ENTRY_GAP + _ENTRY_LINE * -(-len(title) // _ENTRY_LETTERS) for title in titles)
    paragraphs = [block for block in lead if isinstance(block, Paragraph)]
    room = sum(
        _TEXT_GAP + _TEXT_LINE * -(-len(words(block.inlines)) // _TEXT_LETTERS) for block in paragraphs
    )
    return contents <= room * _TOLERANCE
