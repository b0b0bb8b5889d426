"""Notes of a page without pages: numbered calls, and the notes' words at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def number_notes(root: HtmlElement, title: str) -> None:
    """Put a numbered link in the place of each note, and the notes in a list at the end, with a way back."""
    from lxml.html import builder as make

    items: list[HtmlElement] = []
    numbers: dict[str, str] = {}
    for note in root.find_class("footnote"):
        number, ident = str(len(items) + 1), note.get("id", "")
        numbers[f"#{ident}"] = number
        back = f"{ident}-call"
        call = make.SUP(make.A(number, href=f"#{ident}", id=back), {"class": "call"})
        note.getparent().replace(note, call)
        call.tail, note.tail = note.tail, None
        note.tag = "li"
        note.attrib.clear()
        note.set("id", ident)
        way_back = make.A("↩", {"href": f"#{back}", "class": "back", "aria-label": number})
        note.append(way_back)
        items.append(note)
    for again in root.find_class("footnote-again"):
        again.text = numbers.get(again.get("href", ""), again.text)
        again.tag = "a"
    if items:
        section = make.E.section(
            make.P(title, {"class": "sources-title"}), make.OL(*items), {"class": "notes"}
        )
        root.find("body").append(section)
