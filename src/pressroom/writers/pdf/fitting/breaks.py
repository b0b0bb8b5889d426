"""Where pages may end: rows and tables that are too tall to stay whole, and pages left nearly empty for one.

A row, a short table and an aside stay on one page. One that takes much of a page may not: WeasyPrint 70 then
leaves out the head of its table (its issue 2679), or leaves the title or a heading alone on the page ahead
(its issues 1134 and 2580). What is found here is marked ``data-fit="parted"`` and laid out again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pressroom.writers.common.markup import classes, words

PARTED = "[data-fit~=parted]{break-inside:auto!important}"
TALL_ROW, TALL_BLOCK = 0.25, 0.6  # of a page's height: a taller one may be parted
LONG_CELL = 1600  # letters: about a quarter of a page, in the widest column
STRANDED = 0.3  # of a page's height: a page with less text than this ends too early
_WHOLE = frozenset({"tr", "table", "aside"})  # what the style sheet keeps whole


def part_long_rows(root: Any) -> None:
    """Mark rows and tables that are surely too tall ahead of the first layout, which saves the second."""
    for table in root.iter("table"):
        rows = [row for row in table.iter("tr") if any(len(words(cell)) > LONG_CELL for cell in row)]
        part(frozenset([table, *rows]) if rows else frozenset())


def find_unbroken(document: Any) -> frozenset[Any]:
    """Return the elements of a layout that should be parted and were not marked before."""
    found: set[Any] = set()
    sheets = [page._page_box for page in document.pages]  # noqa: SLF001 - no other way to the layout
    for number, sheet in enumerate(sheets):
        for box in iterate_boxes(sheet):
            limit = {"tr": TALL_ROW, "table": TALL_BLOCK, "aside": TALL_BLOCK}.get(box.element_tag or "")
            if limit is not None and _height(box) > limit * sheet.height:
                found.add(box.element)
            if box.element_tag == "table" and _lacks_head(box):
                found.update(child.element for child in iterate_boxes(box) if child.element_tag == "tr")
        if number + 1 < len(sheets) and _is_stranded(sheet, sheets[number + 1]):
            found.update(_find_first(sheets[number + 1]))
    return frozenset(element for element in found if "parted" not in (element.get("data-fit") or "").split())


def part(elements: frozenset[Any]) -> bool:
    """Mark elements as to be parted; tell whether there were any."""
    for element in elements:
        element.set("data-fit", f"{element.get('data-fit') or ''} parted".strip())
    return bool(elements)


def iterate_boxes(root: Any) -> Iterator[Any]:
    """Yield a box and all within it, in their order."""
    stack = [root]
    while stack:
        box = stack.pop()
        box = getattr(box, "_box", box)
        yield box
        stack.extend(reversed(getattr(box, "children", ())))


def _height(box: Any) -> float:
    return float(box.height) if isinstance(box.height, (int, float)) else 0.0


def _lacks_head(box: Any) -> bool:
    """Tell whether a part of a table stands without the head that it has."""
    groups = getattr(box, "children", ())
    if not groups or not hasattr(box, "column_widths") or box.element.find("thead") is None:
        return False
    return not any(group.element_tag == "thead" for group in groups)


def _is_stranded(sheet: Any, following: Any) -> bool:
    """Tell whether the text of a page ends early although nothing asks for a new page."""
    if sheet.width != following.width or not sheet.children:
        return False
    notes = sum(_height(box) for box in sheet.children[1:] if type(box).__name__ == "FootnoteAreaBox")
    ends = [
        box.position_y + _height(box)
        for box in iterate_boxes(sheet.children[0])
        if type(box).__name__ in ("LineBox", "TableBox") or box.element_tag == "img"
    ]
    filled = max(ends, default=sheet.content_box_y()) - sheet.content_box_y() + notes
    return bool(filled < STRANDED * (sheet.height + notes))


def _find_first(sheet: Any) -> Iterator[Any]:
    """Yield what a page begins with, as far as it is kept whole: a table with its first row, an aside."""
    for box in iterate_boxes(sheet.children[0]):
        if box.element_tag in _WHOLE and not classes(box.element) & {"tiles"}:
            yield box.element
            if box.element_tag != "table":
                return
        elif box.element_tag in ("p", "li", "img"):
            return
