"""The hook on WeasyPrint's order of painting: what stands beside the text is painted where it is written.

WeasyPrint 70 paints markers of lists and everything else that is positioned after all text of the page, and
floats ahead of it. Whoever copies the page, or reads it without its tags, gets the numbers of all items in a
heap (WeasyPrint issue 2715). ``weasyprint.stacking`` is private; a test fails when the fault is gone and this
module is no longer needed.

Nothing that is positioned here lies over other words: in its place it looks the same. What asks for an order
by ``z-index``, ``opacity``, ``transform`` or ``overflow`` keeps it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any


@contextmanager
def use_own_painting() -> Iterator[None]:
    """Let WeasyPrint paint in the order of the text while the context lasts."""
    from weasyprint import stacking

    theirs = stacking._dispatch, stacking._dispatch_children  # noqa: SLF001 - no public hook
    stacking._dispatch = _with_markers_ahead(theirs[0])  # noqa: SLF001 - as above
    stacking._dispatch_children = _dispatch_children  # noqa: SLF001 - as above
    try:
        yield
    finally:
        stacking._dispatch, stacking._dispatch_children = theirs  # noqa: SLF001 - as above


def _with_markers_ahead(theirs: Callable[..., Any]) -> Callable[..., Any]:
    """Return a ``_dispatch`` that takes what is positioned in a block of lines ahead of its lines."""

    def dispatch(
        box: Any, page: Any, contexts: Any, blocks: Any, floats: Any, blocks_and_cells: dict[Any, Any]
    ) -> Any:
        if _holds_lines(box) and not _unwrap(box).is_floated():
            beside = [child for child in box.children if _stays(_unwrap(child))]
            if beside:
                for child in beside:
                    _paint_here(child, page, contexts, blocks, floats, blocks_and_cells)
                box = box.copy_with_children([child for child in box.children if child not in beside])
        return theirs(box, page, contexts, blocks, floats, blocks_and_cells)

    return dispatch


@cache
def _load_weasyprint() -> tuple[Any, Any]:
    """Return the modules that each box is looked at with: an import costs more than the look."""
    from weasyprint import stacking
    from weasyprint.formatting_structure import boxes

    return stacking, boxes


def _dispatch_children(
    box: Any, page: Any, contexts: Any, blocks: Any, floats: Any, blocks_and_cells: dict[Any, Any]
) -> Any:
    """Stand in for WeasyPrint's function of this name and signature."""
    stacking, boxes = _load_weasyprint()
    if not isinstance(box, boxes.ParentBox):
        return box
    of_blocks = isinstance(box, boxes.BlockContainerBox) and not _holds_lines(box)
    children = []
    for child in box.children:
        paint = _paint_here if of_blocks and _stays(_unwrap(child)) else stacking._dispatch  # noqa: SLF001 - as above
        result = paint(child, page, contexts, blocks, floats, blocks_and_cells)
        if result is not None:
            children.append(result)
    return box.copy_with_children(children)


def _paint_here(
    box: Any, page: Any, contexts: Any, blocks: Any, floats: Any, blocks_and_cells: dict[Any, Any]
) -> Any:
    """Register a box among the blocks of the flow, as WeasyPrint does with one that is not positioned."""
    stacking, _ = _load_weasyprint()
    box, at = _unwrap(box), len(blocks)
    inner: dict[Any, Any] = {}
    if _holds_lines(box):
        beside = [child for child in box.children if _stays(_unwrap(child))]
        for child in beside:
            _paint_here(child, page, contexts, blocks, floats, blocks_and_cells)
        box = box.copy_with_children([child for child in box.children if child not in beside])
    painted = stacking._dispatch_children(box, page, contexts, blocks, floats, inner)  # noqa: SLF001 - as above
    blocks.insert(at, painted)
    blocks_and_cells[painted] = inner
    return painted


def _unwrap(box: Any) -> Any:
    return getattr(box, "_box", box)  # an absolutely positioned box stands behind a placeholder


def _holds_lines(box: Any) -> bool:
    _, boxes = _load_weasyprint()
    children = list(getattr(box, "children", ()))
    return (
        isinstance(box, boxes.BlockContainerBox)
        and bool(children)
        and isinstance(children[-1], boxes.LineBox)
    )


def _stays(box: Any) -> bool:
    """Tell whether a box may be painted in its place: a block that is positioned or floats, in no order."""
    _, boxes = _load_weasyprint()
    style = box.style
    return (
        isinstance(box, (boxes.BlockBox, boxes.TableBox))
        and (style["position"] in ("absolute", "relative") or box.is_floated())
        and style["z_index"] == "auto"
        and style["opacity"] == 1
        and style["overflow"] == "visible"
        and not style["transform"]
    )
