"""References to a page, left out on that page itself: "p. 1" says nothing on page 1.

Which page a place is on is known after the layout. A reference ends its line, together with the word ahead
(``keep_calls``), so that it is taken out of the layout without another one.
"""

from __future__ import annotations

from typing import Any

from pressroom.writers.common.markup import classes


def drop_own_page(document: Any) -> None:
    """Take each ``a.pageref`` out of ``document`` whose target begins on the page that it stands on."""
    pages: dict[str, int] = {}
    for number, page in enumerate(document.pages):
        for anchor in page.anchors:
            pages.setdefault(anchor, number)
    for number, page in enumerate(document.pages):
        here = frozenset(anchor for anchor, at in pages.items() if at == number)
        sheet = page._page_box  # noqa: SLF001 - WeasyPrint gives the layout nowhere else
        if _drop(sheet, here):
            document.pages[number] = type(page)(sheet)  # its links are gathered anew


def _drop(root: Any, here: frozenset[str]) -> bool:
    """Take the references to ``here`` out of a layout; tell whether there were any."""
    found, stack = False, [root]
    while stack:
        box = stack.pop()
        box = getattr(box, "_box", box)  # an absolutely positioned box stands behind a placeholder
        children = getattr(box, "children", ())
        kept = [child for child in children if not _refers(child, here)]
        if len(kept) < len(children):
            box.children, found = kept, True
        stack.extend(kept)
    return found


def _refers(box: Any, here: frozenset[str]) -> bool:
    return bool(
        box.element_tag == "a"
        and "pageref" in classes(box.element)
        and (box.element.get("href") or "").removeprefix("#") in here
    )
