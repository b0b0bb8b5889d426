"""How full the last page is, and what is tried for one that is nearly empty.

A last page that is less than a quarter full is taken in, by a little less room on every page, or else filled
up to that, by a little more. The style sheet says how: it looks at ``data-fill`` of the root ("tight",
"tighter", "tightest", "loose") and at the property ``--give``, by which the text of each page ends higher.
The footer never moves. A style sheet without ``data-fill`` is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

QUARTER = 0.25
MOST_PAGES = 5  # a longer report is laid out again only for a last page of a few lines
FEW = 0.08  # of a page: such a last page is worth another layout in any report
LONGEST = 60  # pages
# What the settings of templates/base/print.css save or add, in pages, on each page and once
_TIGHT, _TIGHTER_ONCE, _TIGHTEST_ONCE = 0.05, 0.07, 0.16
_LOOSE, _LOOSE_ONCE = 0.04, 0.02
_MOST_GIVEN = 12.0  # millimetres: more is a blank strip at the foot of each page
_TAKEN = -4.0  # millimetres: the text of each page ends so much lower
_PAGE = 249.0  # millimetres of text on A4
_AIM = 0.29  # of the last page, to be safely over a quarter


@dataclass(frozen=True, slots=True)
class Fill:
    """The pages of a layout, and the share of the last one that is filled, from 0 to 1."""

    pages: int
    last: float

    @property
    def poor(self) -> bool:
        """Tell whether the last page of several is too empty."""
        few = QUARTER if self.pages <= MOST_PAGES else FEW
        return 1 < self.pages <= LONGEST and self.last < few


def measure_fill(pages: list[Any]) -> Fill:
    """Measure the layout that WeasyPrint made."""
    sheet = pages[-1]._page_box  # noqa: SLF001 - WeasyPrint gives the layout nowhere else
    top = sheet.content_box_y()
    bottom = max((end for box in sheet.children[:1] for end in _iterate_ends(box)), default=top)
    notes = sum(box.height for box in sheet.children[1:] if type(box).__name__ == "FootnoteAreaBox")
    return Fill(len(pages), min(1.0, (bottom - top + notes) / (sheet.height + notes)))


def _iterate_ends(root: Any) -> Iterator[float]:
    """Yield where each line, picture and table of the flow ends."""
    stack = [root]
    while stack:
        box = stack.pop()
        box = getattr(box, "_box", box)
        if box.style["position"] == "fixed":
            continue
        if type(box).__name__ in ("LineBox", "TableBox") or box.element_tag == "img":
            yield box.position_y + box.height
        else:
            stack.extend(getattr(box, "children", ()))


def plan(fill: Fill) -> tuple[tuple[str, float], ...]:
    """Return what to try, at most three ways: the value of ``data-fill`` and the millimetres given."""
    full = fill.pages - 1
    saved = fill.last - _TIGHT * full
    lacking = (_AIM - fill.last) / full - _LOOSE - _LOOSE_ONCE / full
    given = max(0.0, lacking * _PAGE)
    loose = ("loose", round(given, 1))
    if saved <= 0:
        return (("tight", 0.0), ("tighter", 0.0))
    if saved <= _TIGHTER_ONCE:
        return (("tighter", 0.0), ("tightest", _TAKEN), ("loose", min(given, _MOST_GIVEN)))
    if saved <= _TIGHTEST_ONCE or given > _MOST_GIVEN:
        return (("tightest", _TAKEN), ("loose", min(given, _MOST_GIVEN)))
    return (loose, ("loose", min(given + 6.0, _MOST_GIVEN)))


def fill_last_page(document: Any, root: Any, css: str, lay_out: Callable[[], Any]) -> Any:
    """Return a layout whose last page is full enough, or else the one that comes nearest.

    ``lay_out`` makes a new layout of ``root``; it gives None for one with faults. The attributes that make
    the layout what it is stay on ``root``, for whoever lays it out once more.
    """
    best = measure_fill(document.pages)
    if not best.poor or "data-fill" not in css:
        return document
    first = best
    chosen: dict[str, str] = {}
    for mode, given in plan(first):
        before = root.get("style")
        root.set("data-fill", mode)
        root.set("style", f"--give:{given:g}mm")
        tried = lay_out()
        root.attrib.pop("data-fill")
        root.attrib.pop("style")
        if before is not None:
            root.set("style", before)
        if tried is None:
            continue
        found = measure_fill(tried.pages)
        if found.pages > first.pages:
            continue
        if found.pages < first.pages or found.last > best.last:
            document, best = tried, found
            chosen = {"data-fill": mode, "style": f"--give:{given:g}mm"}
        if not best.poor:
            break
    for name, value in chosen.items():
        root.set(name, value)
    return document
