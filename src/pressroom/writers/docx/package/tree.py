"""Queries on the elements of the page's HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SPACES = re.compile(r"[\x00-\x20]+")
BLOCKS = frozenset(
    [
        "p",
        "ul",
        "ol",
        "dl",
        "table",
        "blockquote",
        "pre",
        "aside",
        "hr",
        "figure",
        "section",
        "nav",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "main",
        "footer",
        "li",
        "dt",
        "dd",
    ]
)
# what an element shows that is not its own words: notes stand elsewhere, numbers are counted by Word
_NOT_WORDS = frozenset({"footnote", "footnote-again", "number"})


def without_comments(root: HtmlElement) -> HtmlElement:
    """Take comments and processing instructions out of a tree, and return it."""
    from lxml.etree import Comment, ProcessingInstruction, strip_tags

    strip_tags(root, Comment, ProcessingInstruction)
    return root


def classes(element: HtmlElement) -> list[str]:
    """Return the element's classes in order."""
    return (element.get("class") or "").split()


def is_block(element: HtmlElement) -> bool:
    """Tell whether the element makes paragraphs of its own."""
    return element.tag in BLOCKS


def collapse_spaces(text: str) -> str:
    """Return the text with each run of white space as one space; no-break spaces stay."""
    return _SPACES.sub(" ", text)


def read_words(element: HtmlElement) -> str:
    """Return the element's own words, without its notes and its number, on one line."""
    return collapse_spaces("".join(_iterate_words(element))).strip()


def _iterate_words(element: HtmlElement) -> Iterator[str]:
    if element.text:
        yield element.text
    for child in element:
        if child.tag == "br":
            yield "\n"
        elif "math" in classes(child):
            yield child.get("data-tex") or ""  # as it stands in the source
        elif not _NOT_WORDS.intersection(classes(child)) and child.tag not in ("ul", "ol", "table"):
            yield from _iterate_words(child)
        if child.tail:
            yield child.tail


def find_first(element: HtmlElement, kind: str) -> HtmlElement | None:
    """Return the first descendant with the class, None when there is none."""
    return next((child for child in element.iterdescendants() if kind in classes(child)), None)
