"""Changes that several writers make to a page's tree before they write it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from pressroom.errors import PressroomError
from pressroom.writers.common.markup import classes

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def drop_classes(root: HtmlElement, names: Iterable[str]) -> None:
    """Take out every element that has one of these classes; the text after it stays."""
    for name in names:
        for element in root.find_class(name):
            element.drop_tree()


def number_notes(
    root: HtmlElement, make_call: Callable[[str, str], HtmlElement]
) -> list[tuple[HtmlElement, str]]:
    """Put a call in the place of each note, for a format without pages.

    ``make_call`` makes a call from the note's number and id. Returns the notes, each as an ``li`` with no
    attributes but its language and direction, and its id.
    """
    items: list[tuple[HtmlElement, str]] = []
    for note in root.find_class("footnote"):
        number, ident = str(len(items) + 1), note.get("id", "")
        call = make_call(number, ident)
        note.getparent().replace(note, call)
        call.tail, note.tail = note.tail, None
        note.tag = "li"
        marks = {name: note.get(name, "") for name in ("lang", "dir") if note.get(name)}
        note.attrib.clear()
        note.attrib.update(marks)
        items.append((note, ident))
    return items


def number_calls(root: Any) -> None:
    """Give each further call of a note its number: notes count in the order of their first calls."""
    notes = [span for span in root.iter("span") if "footnote" in classes(span)]
    numbers = {f"#{note.get('id')}": str(number) for number, note in enumerate(notes, 1)}
    for again in root.iter("a"):
        if "footnote-again" in classes(again):
            again.text = numbers.get(again.get("href") or "", again.text)


def missing_picture(src: str) -> PressroomError:
    """Return the error for a picture that a page names and does not carry."""
    return PressroomError(
        f"the page names the picture {src!r}, which it does not carry",
        cure="take it out of the template, or put the file beside the source",
        rule="picture-missing",
    )
