"""The hook on WeasyPrint's passes: a page is not laid out again for the numbers of pages that stand on it.

``target-counter(…, page)`` is known when all pages are there, and WeasyPrint 70 lays each page with such a
reference out two times more: for the numbers, and then since the count of all pages is known, of which the
reference says nothing. A digit mostly takes the room of another one. Then it is put in its place here, and
the page stays. ``weasyprint.layout.make_all_pages`` is private; a test fails when pages are laid out once
without this module.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_CONTENT = "content"  # the property that makes boxes, unlike bookmarks and running heads


@contextmanager
def use_own_passes() -> Iterator[None]:
    """Let WeasyPrint lay a page out again only where its references take another room."""
    from weasyprint import layout

    theirs = layout.make_all_pages
    layout.make_all_pages = _settle_first(theirs)
    try:
        yield
    finally:
        layout.make_all_pages = theirs


def _settle_first(theirs: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    def make_all_pages(context: Any, root: Any, html: Any, pages: list[Any]) -> Iterator[Any]:
        if not context.rendered_notes:
            for page, (*_, state) in zip(pages, context.page_maker, strict=False):
                _settle(page, state, context)
        return theirs(context, root, html, pages)

    return make_all_pages


def _settle(page: Any, state: dict[str, Any], context: Any) -> None:
    """Write the references of a page anew; let it be laid out again where one takes another room."""
    lookups = context.target_collector.counter_lookup_items
    found = [
        (box, lookup)
        for box in page.descendants(placeholders=True)
        if box.missing_link and (lookup := lookups.get((box.missing_link, _CONTENT)))
    ]
    if found and not state["pages_wanted"]:
        # each of them, so that another layout finds all numbers as they are now
        stays = [_renew(box, lookup, context) for box, lookup in found]
        state["content_changed"] = not all(stays)


def _renew(box: Any, lookup: Any, context: Any) -> bool:
    """Write a reference anew; tell whether it takes the same room as before."""
    from weasyprint.formatting_structure.boxes import LineBox, TextBox
    from weasyprint.layout.inline import split_text_box

    lookup.parse_again(lookup.cached_page_counter_values)
    wanted = box.missing_link.children
    if len(wanted) == 1 and isinstance(wanted[0], LineBox):
        wanted = wanted[0].children
    laid = [each for each in box.descendants() if not getattr(each, "children", ())]
    if not all(isinstance(each, TextBox) for each in (*wanted, *laid)):
        return False
    if [each.text for each in wanted] == [each.text for each in laid]:
        return True
    if not len(wanted) == len(laid) == 1:
        return False
    (old,), text = laid, wanted[0].text
    new, rest, _ = split_text_box(context, old.copy_with_text(text), None, 0)
    if rest is not None or (new.text, new.width, new.height, new.baseline) != (
        text,
        old.width,
        old.height,
        old.baseline,
    ):
        return False
    old.text, old.pango_layout = text, new.pango_layout
    return True
