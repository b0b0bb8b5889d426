"""Where pages of a Word document begin and how they lie: its page breaks and sections."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from pressroom.model.document import Divider
from pressroom.readers.common.elements import attribute, parse_int
from pressroom.readers.common.flow import Flow
from pressroom.readers.common.office.pages import NEW_PAGE, TURNED, UPRIGHT
from pressroom.readers.docx.names import child, is_on, name, value

_SHOWN = ("w:t", "w:sym", "w:drawing", "w:pict", "w:object", "m:t", "w:tab")


class WordPages:
    """The sections of a body in their order, and which of them the reading has come to."""

    def __init__(self, body: etree._Element) -> None:
        found = [
            entry
            for entry in body.iter()
            if name(entry) == "w:sectPr" and name(_parent(entry)) in ("w:pPr", "w:body")
        ]
        self._sections = found
        self._at = 0
        # a document that is landscape throughout has no other pages to turn them from
        self._upright = any(not _is_landscape(entry) for entry in found)

    def open(self) -> list[Flow]:
        """Return the mark ahead of the first section."""
        first = self._sections[0] if self._sections else None
        return [TURNED] if self._upright and first is not None and _is_landscape(first) else []

    def place(self, paragraph: etree._Element, flow: Sequence[Flow]) -> list[Flow]:
        """Return what a paragraph gives with the new pages ahead of it and behind it."""
        ahead, behind = _find_breaks(paragraph)
        marks = [*([NEW_PAGE] if behind else []), *self._end_section(paragraph)]
        return [*([NEW_PAGE] if ahead else []), *flow, *marks]

    def _end_section(self, paragraph: etree._Element) -> list[Divider]:
        """Return the mark behind a paragraph that ends a section."""
        ended = child(paragraph, "w:pPr", "w:sectPr")
        if ended is None or self._at + 1 >= len(self._sections):
            return []
        self._at += 1
        following = self._sections[self._at]
        if self._upright and _is_landscape(ended) != _is_landscape(following):
            return [TURNED if _is_landscape(following) else UPRIGHT]
        return [] if value(following, "w:type") in ("continuous", "nextColumn") else [NEW_PAGE]


def _parent(element: etree._Element) -> etree._Element:
    found = element.getparent()
    return element if found is None else found


def _is_landscape(section: etree._Element) -> bool:
    size = child(section, "w:pgSz")
    width, height = (parse_int(attribute(size, side), 0) for side in ("w", "h"))
    return attribute(size, "orient") == "landscape" or width > height > 0


def _find_breaks(paragraph: etree._Element) -> tuple[bool, bool]:
    """Tell whether a new page begins ahead of a paragraph's words, and behind them.

    One between words is left out: it parts a sentence at a place that is right for its own pages only.
    """
    ahead, behind, seen = bool(is_on(paragraph, "w:pPr", "w:pageBreakBefore")), False, False
    for entry in paragraph.iter():
        kind = name(entry)
        if kind == "w:br" and attribute(entry, "type") == "page" and not _is_deleted(entry):
            ahead, behind = ahead or not seen, seen
        elif kind in _SHOWN and (kind != "w:t" or str(entry.text or "").strip()):
            seen, behind = True, False
    return ahead, behind


def _is_deleted(element: etree._Element) -> bool:
    return any(name(entry) in ("w:del", "w:moveFrom") for entry in element.iterancestors())
