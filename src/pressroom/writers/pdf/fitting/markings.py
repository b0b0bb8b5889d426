"""The marking of a section on each page that it stands on: the foot of these pages prints it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from pressroom.writers.common.markup import classes, words
from pressroom.writers.pdf.fitting.breaks import iterate_boxes

_BETWEEN = " · "
_ROOM = ".running.foot.of-page .running-title{max-width:60mm}"  # beside a marking that may be longer


def mark_pages(document: Any, root: Any, lay_out: Callable[[str], Any]) -> Any:
    """Return a layout whose pages have the markings of the sections on them in their foot.

    A page with text of marked sections alone has their markings; one with other text as well has that of the
    report too. ``lay_out`` is given more rules of style, which change nothing but feet.
    """
    marked = _find_marked(root)
    foot = next((each for each in root.iter("div") if {"running", "foot"} <= classes(each)), None)
    if not marked or foot is None:
        return document
    own = next((each for each in foot.iter("span") if "marking" in classes(each)), None)
    said = "" if own is None else " ".join(words(own).split())
    labels = [_label_page(page, marked, said) for page in document.pages]
    names = {
        label: f"foot-{number}" for number, label in enumerate(dict.fromkeys(labels), 1) if label != said
    }
    if not names:
        return document
    _add_feet(root, foot, names)
    rules = [f"div.running.foot.{name}{{position:running({name})}}" for name in names.values()]
    rules += [
        f"@page :nth({number}){{@bottom-left{{content:element({names[label]})}}}}"
        for number, label in enumerate(labels, 1)
        if label in names
    ]
    return lay_out("".join([_ROOM, *rules]))


def _find_marked(root: Any) -> dict[Any, str]:
    """Return the marking of each element of a section or tile that has one; the innermost counts."""
    found: dict[Any, str] = {}
    for element in root.iter():  # outer ones first
        if element.tag not in ("section", "li", "div") or not classes(element) & {"tile", "entry", *_LEVELS}:
            continue
        line = next((each for each in element if each.tag == "p" and "marking" in classes(each)), None)
        if line is not None:
            found.update(dict.fromkeys(element.iter(), " ".join(words(line).split())))
    return found


_LEVELS = tuple(f"level-{depth}" for depth in range(1, 7))


def _label_page(page: Any, marked: Mapping[Any, str], own: str) -> str:
    """Return what the foot of a page is to say: the marking of the report, those of its sections, or both."""
    found = dict.fromkeys(marked.get(element, own) for element in _list_shown(page))
    if not found.keys() - {own}:
        return own
    return _BETWEEN.join(filter(None, found))


def _list_shown(page: Any) -> Iterator[Any]:
    """Yield the elements of the lines and pictures of a page, notes and all, without its head and foot."""
    sheet = page._page_box  # noqa: SLF001 - no other way to the layout
    for part in sheet.children:
        if type(part).__name__ == "MarginBox":
            continue
        for box in iterate_boxes(part):
            if type(box).__name__ == "LineBox" or box.element_tag == "img":
                yield box.element


def _add_feet(root: Any, foot: Any, names: Mapping[str, str]) -> None:
    """Put a foot for each label behind the one that all other pages have."""
    body = root.find(".//body")
    at = list(body).index(foot) + 1
    for label, name in reversed(list(names.items())):
        copy = deepcopy(foot)
        copy.set("class", f"running foot of-page {name}")
        for element in list(copy):
            if "marking" in classes(element):
                copy.remove(element)
        if label:
            line = copy.makeelement("span", {"class": "marking"})
            line.text, line.tail = label, " "
            copy.insert(0, line)
        body.insert(at, copy)
