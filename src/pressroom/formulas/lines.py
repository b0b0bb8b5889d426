"""Formulas that are wider than a page's column, put on several lines ahead of their signs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pressroom.formulas.draw import draw

if TYPE_CHECKING:
    from lxml.etree import _Element

COLUMN = 32.0  # em of the text's type in a column of 120 mm
WIDEST = 52.0  # em that still can be read when drawn as wide as the column
_RELATIONS = frozenset("=<>≤≥≈≠→⇒⇔∼≡∝")
_SIGNS = _RELATIONS | frozenset("+-−±")


def break_lines(root: _Element) -> None:
    """Put a formula on several lines, in place, as far as it has signs to begin them with."""
    from lxml.etree import SubElement

    body = _find_body(root)
    space = str(root.tag).removesuffix("math")
    if len(body) == 1 and str(body[0].tag).endswith("mtable"):
        table = body[0]
        for row in list(table):
            cell = row[-1]
            pieces = list(_cut(list(_find_body(cell)), space))
            held = {str(name): str(value) for name, value in cell.attrib.items()}
            for number, piece in enumerate(pieces[1:], 1):
                added = row.makeelement(f"{space}mtr")
                for _ in list(row)[:-1]:
                    SubElement(added, f"{space}mtd")
                last = SubElement(added, f"{space}mtd", held)
                last.extend(piece)
                table.insert(table.index(row) + number, added)
        return
    pieces = list(_cut(list(body), space))
    if len(pieces) < 2:
        return
    table = SubElement(body, f"{space}mtable", {"displaystyle": "true", "columnalign": "left"})
    for piece in pieces:
        cell = SubElement(SubElement(table, f"{space}mtr"), f"{space}mtd", {"columnalign": "left"})
        cell.extend(piece)


def _find_body(element: _Element) -> _Element:
    """Return the innermost of the rows that hold all of an element."""
    while len(element) == 1 and str(element[0].tag).endswith(("mrow", "mstyle")):
        element = element[0]
    return element


def _cut(parts: list[_Element], space: str) -> Iterator[list[_Element]]:
    """Cut what stands in a row into pieces that fit, each after the first beginning with a sign."""
    line: list[_Element] = []
    for piece in _split_at_signs(parts):
        if line and _measure([*line, *piece], space) > COLUMN:
            yield line
            line = []
        line = [*line, *piece]
    if line:
        yield line


def _split_at_signs(parts: list[_Element]) -> Iterator[list[_Element]]:
    piece: list[_Element] = []
    for part in parts:
        sign = str(part.tag).endswith("mo") and (part.text or "").strip() in _SIGNS
        if sign and piece and not (len(piece) == 1 and str(piece[0].tag).endswith("mo")):
            yield piece
            piece = []
        piece = [*piece, part]
    if piece:
        yield piece


def _measure(parts: list[_Element], space: str) -> float:
    from copy import deepcopy

    from lxml.etree import Element, tostring

    root = Element(f"{space}math", {"display": "block"})
    root.extend([deepcopy(part) for part in parts])
    return draw(tostring(root, encoding="unicode")).width
