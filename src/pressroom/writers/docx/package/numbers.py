"""The numbers of captions and headings in the page's HTML, for fields that refer to them."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import TYPE_CHECKING

from pressroom.writers.docx.package.tree import collapse_spaces, find_first

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_LAST_NUMBER = re.compile(r"\d+(?:[.-]\d+)*[a-z]?$")
_HEADING_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_TYPED_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)*)(?=[.)]|\s)")


def name_number(ident: str) -> str:
    """Return the id of the place that holds no more than the number of a thing, for its bookmark."""
    return f"{ident}-number"


def read_numbers(root: HtmlElement, targets: Set[str]) -> tuple[dict[str, str], frozenset[str]]:
    """Return the number of each caption and heading that some link leads to, by its id.

    Second, the ids of the headings whose number is apart from their words, so that Word may count them. A
    number that stands in the words of a heading is made an element with an id of its own.
    """
    numbers: dict[str, str] = {}
    for caption in root.iterdescendants("caption", "figcaption"):
        label, owner = find_first(caption, "label"), caption.getparent()
        ident = "" if owner is None else owner.get("id") or ""
        if label is not None and ident in targets:
            numbers[ident] = find_last_number(_read(label))
    apart: set[str] = set()
    for heading in root.iterdescendants(*_HEADINGS):
        ident = heading.get("id") or ""
        number = find_first(heading, "number")
        if ident in targets and number is not None:
            apart.add(ident)
            numbers[ident] = split_number(_read(number))[1]
        elif ident in targets:
            numbers[ident] = _mark_typed(heading, ident)
    return {ident: number for ident, number in numbers.items() if number}, frozenset(apart)


def find_last_number(words: str) -> str:
    """Return the number that some words end in, "" for none."""
    found = _LAST_NUMBER.search(words)
    return found[0] if found else ""


def split_number(words: str) -> tuple[str, str, str]:
    """Return the number of a heading with what stands ahead of it and behind it: "Section 2." has "2"."""
    found = _HEADING_NUMBER.search(words)
    return (words[: found.start()], found[0], words[found.end() :]) if found else (words, "", "")


def _mark_typed(heading: HtmlElement, ident: str) -> str:
    from lxml.html import builder as make

    found = _TYPED_NUMBER.match(heading.text or "")
    if found is None:
        return ""
    number = make.SPAN(found[1], {"id": name_number(ident)})
    number.tail = (heading.text or "")[found.end(1) :]
    heading.text = None
    heading.insert(0, number)
    return found[1]


def _read(element: HtmlElement) -> str:
    return collapse_spaces(element.text_content()).strip()
