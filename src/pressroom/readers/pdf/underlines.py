"""Which lines of a page are underlined."""

from __future__ import annotations

from collections.abc import Sequence

from pressroom.readers.pdf.layout.lines import PdfLine
from pressroom.readers.pdf.layout.page import Box
from pressroom.readers.pdf.words import read_number

_MOSTLY = 0.6


def is_underlined(lines: Sequence[PdfLine], rules: Sequence[Box]) -> bool:
    """Tell whether rules run right under each of some lines."""
    return bool(rules) and all(_runs_under(line, rules) for line in lines)


def _runs_under(line: PdfLine, rules: Sequence[Box]) -> bool:
    """Tell whether rules run right under most of a line behind its number, and no further."""
    number = bool(read_number(line.text)) and len(line.words) > 1
    left = line.words[1 if number else 0].box.left
    low, high = line.base - 0.05 * line.size, line.base + 0.35 * line.size
    under = [
        rule
        for rule in rules
        if low <= rule.top <= high
        and rule.height < rule.width
        and rule.left > left - 3 * line.size
        and rule.right < line.box.right + line.size
    ]
    return sum(rule.width for rule in under) >= _MOSTLY * (line.box.right - left)
