"""How wide words are, and where they break. Only the fonts that come with Pressroom are measured.

A letter that they lack counts by its class (a wide East Asian one is an em wide, any other 0.68 em),
so that a plot is laid out alike on machines with different fonts.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from itertools import pairwise

from pressroom.fonts import font_files
from pressroom.loading.kept import keep, name_kept, read_kept

UNIT = 1000
WIDE, OTHER, MARK = 1000.0, 680.0, 0.0
BREAK_AFTER = "-–—/"


@cache
def _load_advances(weight: int) -> Mapping[int, float]:
    """Return the width of each letter of the built-in sans, by its code, in thousandths of the size.

    They are kept: to read them from the font takes as long as to draw a figure.
    """
    files = [file for file in font_files() if file.family == "Source Sans Pro" and not file.italic]
    data = next(file.path for file in files if file.weight == weight).read_bytes()
    name = name_kept("widths", data)
    held = read_kept(name)
    if isinstance(held, dict):
        return held
    read = _read_advances(data)
    keep(name, read)
    return read


def _read_advances(font: bytes) -> dict[int, float]:
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(font), lazy=True) as read:
        widths, units = read["hmtx"], float(read["head"].unitsPerEm)
        return {code: float(widths[glyph][0]) * UNIT / units for code, glyph in read.getBestCmap().items()}


def has_glyph(character: str, weight: int = 400) -> bool:
    """Tell whether the built-in sans has a character."""
    return ord(character) in _load_advances(weight)


@cache
def _advance(character: str, weight: int) -> float:
    known = _load_advances(weight).get(ord(character))
    if known is not None:
        return known
    if unicodedata.east_asian_width(character) in "WF":
        return WIDE
    return MARK if unicodedata.category(character) in ("Mn", "Me", "Cf") else OTHER


def measure_width(text: str, size: float, weight: int = 400) -> float:
    """Return the width of a line in points; kerning, which would only make it narrower, is left out."""
    return sum(_advance(character, weight) for character in text) * size / UNIT


def measure_widest(lines: tuple[str, ...] | list[str], size: float, weight: int = 400) -> float:
    """Return the width of the widest line in points."""
    return max((measure_width(line, size, weight) for line in lines), default=0.0)


def wrap(text: str, size: float, room: float, weight: int = 400) -> list[str]:
    """Break text into lines no wider than ``room`` points; a word that is wider itself is broken anywhere."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(" ".join(text.split())):
        if measure_width((line + piece).rstrip(), size, weight) <= room:
            line += piece
            continue
        if line.strip():
            lines.append(line.rstrip())
        line = piece.lstrip()
        while measure_width(line.rstrip(), size, weight) > room and len(line) > 1:
            fits = _fitting(line, size, room, weight)
            lines.append(line[:fits])
            line = line[fits:]
    if line.strip() or not lines:
        lines.append(line.rstrip())
    return lines


def _fitting(word: str, size: float, room: float, weight: int) -> int:
    taken = 1
    while taken < len(word) and (
        measure_width(word[: taken + 1], size, weight) <= room or unicodedata.combining(word[taken])
    ):
        taken += 1
    return taken


def _pieces(text: str) -> list[str]:
    """Cut text where a line may end: after a space or a hyphen, and between two East Asian characters."""
    cuts = [0]
    for index, (before, after) in enumerate(pairwise(text), start=1):
        wide = unicodedata.east_asian_width(before) in "WF" and unicodedata.east_asian_width(after) in "WF"
        closing = unicodedata.category(after).startswith("P")
        if before == " " or (before in BREAK_AFTER and after.isalpha()) or (wide and not closing):
            cuts.append(index)
    cuts.append(len(text))
    return [text[start:end] for start, end in pairwise(cuts) if end > start]
