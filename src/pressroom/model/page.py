"""The report laid out: one semantic HTML tree that every writer reads. docs/page.md has its vocabulary."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressroom.model.characters import IMPOSSIBLE
from pressroom.model.document import Asset
from pressroom.model.figure import Drawing
from pressroom.model.report import Report

if TYPE_CHECKING:
    from lxml.html import HtmlElement


# elements that end a paragraph when HTML is parsed
_BLOCKS = (
    "p|ul|ol|li|dl|dt|dd|table|caption|colgroup|col|thead|tbody|tr|th|td|blockquote|pre|figure|figcaption"
    "|aside|div|hr"
)
_OPENING = re.compile(rf"<({_BLOCKS})(?=[\s>])")
_CLOSING = re.compile(rf"</({_BLOCKS})>")
_EMPTY = re.compile(r'(<span data-tag="(?:col|hr)"[^>]*>)')


def write_as_spans(html: str) -> str:
    """Return blocks written as ``span[data-tag]``, to stand inside a paragraph, as those of a note do.

    HTML allows no block there; ``parse_html`` makes them the elements that they are.
    """
    return _EMPTY.sub(r"\1</span>", _CLOSING.sub("</span>", _OPENING.sub(r'<span data-tag="\1"', html)))


def _replace_impossible(text: str) -> str:
    return _REFERENCE.sub(_replace_reference, IMPOSSIBLE.sub("\ufffd", text))


_REFERENCE = re.compile(r"&#(?:(\d{1,10})|x([0-9a-f]{1,8}));?", re.IGNORECASE)


def _replace_reference(found: re.Match[str]) -> str:
    code = int(found[1]) if found[1] else int(found[2], 16)
    return "\ufffd" if code > sys.maxunicode or IMPOSSIBLE.match(chr(code)) else found[0]


def parse_html(text: str) -> HtmlElement:
    """Return the root element of an HTML document; its comments are kept.

    Characters that no output can hold become U+FFFD: a template or a setting may have brought them.
    """
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    root: HtmlElement = document_fromstring(_replace_impossible(text).encode(), parser=parser)
    if 'data-tag="' in text:
        for span in root.iter("span"):
            tag = span.attrib.pop("data-tag", None)
            if tag is not None:
                span.tag = tag
    return root


class PageTree:
    """An HTML document: its text and its tree, which is parsed when it is first read and never again."""

    __slots__ = ("_root", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._root: HtmlElement | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PageTree) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __reduce__(self) -> tuple[type[PageTree], tuple[str]]:
        return PageTree, (self.text,)  # a tree cannot be passed to another process

    @property
    def root(self) -> HtmlElement:
        """The root element, shared by all who read the page: to be read only."""
        if self._root is None:
            self._root = parse_html(self.text)
        return self._root

    def copy(self) -> HtmlElement:
        """Return a root element of the caller's own, to be changed."""
        return deepcopy(self.root)


@dataclass(frozen=True, slots=True)
class Page:
    """A composed report.

    ``tree`` is a whole HTML document in the vocabulary of docs/page.md, without style sheets. ``assets`` are
    the pictures that it names as "asset:NAME"; a figure's drawing is not among them but in ``drawings``, by
    the figure's id, and so is that of a picture of lines (SVG), by its name. ``css`` is the template's print
    style sheet with the brand's variables ahead of it, ``screen_css`` the one for web pages. ``report`` is
    where a writer looks up what an element stands for.
    """

    tree: PageTree
    css: str
    report: Report
    drawings: Mapping[str, Drawing]
    assets: Mapping[str, Asset]
    screen_css: str = ""

    @property
    def html(self) -> str:
        """The text of the HTML document."""
        return self.tree.text
