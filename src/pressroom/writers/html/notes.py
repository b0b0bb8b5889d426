"""Notes of a page without pages: numbered calls, and the notes' words at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressroom.writers.common.elements import number_calls, number_notes

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def place_notes(root: HtmlElement, title: str) -> None:
    """Put a numbered link in the place of each note, and the notes in a list at the end, with a link back."""
    from lxml.html import builder as make

    def call(number: str, ident: str) -> HtmlElement:
        return make.SUP(make.A(number, href=f"#{ident}", id=f"{ident}-call"), {"class": "call"})

    number_calls(root)
    items = number_notes(root, call)
    for number, (item, ident) in enumerate(items, 1):
        item.set("id", ident)
        item.append(make.A("↩", {"href": f"#{ident}-call", "class": "back", "aria-label": str(number)}))
    if items:
        notes = make.OL(*(item for item, _ in items))
        section = make.E.section(make.P(title, {"class": "sources-title"}), notes, {"class": "notes"})
        about = root.find("body/section[@class='about']")
        if about is None:
            root.find("body").append(section)
        else:
            about.addprevious(section)
