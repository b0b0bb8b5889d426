"""The hook on WeasyPrint's notes: a note stays on the page of its call.

``footnote-policy: line`` asks for that. WeasyPrint 70 keeps to it where a note itself finds no room, and not
where a line does: a paragraph of which the page takes too few lines (``orphans``) is given room by moving the
notes of the page, whoever calls them, to the next one. Here the paragraph moves instead, as it does on a page
without notes. ``weasyprint.layout.block._linebox_layout`` is private; a test fails when the fault is gone and
this module is no longer needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def use_own_notes() -> Iterator[None]:
    """Let WeasyPrint move no note away from its call to make room for a line while the context lasts."""
    from weasyprint.layout import LayoutContext, block

    layout_footnote, report_footnote = LayoutContext.layout_footnote, LayoutContext.report_footnote
    theirs = block._linebox_layout, block.iter_line_boxes  # noqa: SLF001 - no public hook
    LayoutContext.layout_footnote = _remember_laid(layout_footnote)
    LayoutContext.report_footnote = _keep_called(report_footnote)
    block._linebox_layout = _move_lines(theirs[0])  # noqa: SLF001 - as above
    block.iter_line_boxes = _forget_laid(theirs[1])
    try:
        yield
    finally:
        LayoutContext.layout_footnote, LayoutContext.report_footnote = layout_footnote, report_footnote
        block._linebox_layout, block.iter_line_boxes = theirs  # noqa: SLF001 - as above


class _NoRoomError(Exception):
    """A line has no room on its page unless a note moves away from its call."""


def _remember_laid(theirs: Callable[..., bool]) -> Callable[..., bool]:
    def layout_footnote(context: Any, footnote: Any) -> bool:
        overflows = theirs(context, footnote)
        context.just_laid = footnote
        return overflows

    return layout_footnote


def _forget_laid(theirs: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    def iter_line_boxes(context: Any, *arguments: Any) -> Iterator[Any]:
        for line in theirs(context, *arguments):
            context.just_laid = None
            yield line

    return iter_line_boxes


def _keep_called(theirs: Callable[..., None]) -> Callable[..., None]:
    def report_footnote(context: Any, footnote: Any) -> None:
        just_laid = getattr(context, "just_laid", None) is footnote  # without room: its line moves as well
        if (
            getattr(context, "is_in_lines", False)
            and not just_laid
            and footnote.style["footnote_policy"] != "auto"
        ):
            raise _NoRoomError
        theirs(context, footnote)

    return report_footnote


def _move_lines(theirs: Callable[..., Any]) -> Callable[..., Any]:
    """Return a ``_linebox_layout`` that ends the page ahead of a paragraph rather than of its notes."""

    def linebox_layout(
        context: Any,
        box: Any,
        index: int,
        child: Any,
        new_children: list[Any],
        page_is_empty: bool,
        absolute_boxes: Any,
        fixed_boxes: Any,
        adjoining_margins: Any,
        bottom_space: float,
        position_y: float,
        *rest: Any,
    ) -> Any:
        before = getattr(context, "is_in_lines", False)
        context.is_in_lines = True
        try:
            return theirs(
                context,
                box,
                index,
                child,
                new_children,
                page_is_empty,
                absolute_boxes,
                fixed_boxes,
                adjoining_margins,
                bottom_space,
                position_y,
                *rest,
            )
        except _NoRoomError:
            if page_is_empty:  # there is nowhere to move to: the page ends with the lines that it has
                return False, True, {index: new_children[-1].resume_at}, position_y, [], rest[-1]
            return True, False, None, position_y, [], rest[-1]
        finally:
            context.is_in_lines = before

    return linebox_layout
