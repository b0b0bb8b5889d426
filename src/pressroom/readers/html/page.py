"""A page while it is read: what its elements need to know of it, and what gathers beside its blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from pressroom.model.document import Heading
from pressroom.readers.common.outline import Item
from pressroom.readers.common.pictures import Pictures, read_data_address
from pressroom.readers.common.whitespace import collapse_spaces


@dataclass(slots=True)
class PageContext:
    """What is known of a page, and what is found in it besides blocks.

    ``keep_frame``: navigation and the like are part of the text. ``notes`` maps the ids of footnotes to their
    labels, ``anchors`` are the ids of headings, ``skipped`` are elements that are read elsewhere or not at
    all. ``names`` are the headings that have a name for links within the page. ``looks`` are those
    of classes; ``holders`` are the elements in which blocks stand; ``title`` and ``subtitles`` are paragraphs
    with such a style in office programs.
    """

    pictures: Pictures
    keep_frame: bool = False
    notes: dict[str, str] = field(default_factory=dict)
    anchors: frozenset[str] = frozenset()
    skipped: set[etree._Element] = field(default_factory=set)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    names: list[tuple[Heading, str]] = field(default_factory=list)
    holders: list[tuple[Item, etree._Element]] = field(default_factory=list)
    unlinked: set[str] = field(default_factory=set)
    looks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    title: etree._Element | None = None
    subtitles: set[etree._Element] = field(default_factory=set)

    def leave_out(self, element: etree._Element, reason: str) -> None:
        """Note the words of an element that are in no block."""
        if element in self.skipped:
            return
        text = " ".join("".join(self._iterate_words(element)).split())
        if text:
            self.left_out.append((text, reason))

    def _iterate_words(self, element: etree._Element) -> Iterator[str]:
        """Yield the words of an element but for those that are read elsewhere."""
        yield element.text or ""
        for entry in element:
            if isinstance(entry.tag, str) and entry not in self.skipped:
                yield from self._iterate_words(entry)
            yield entry.tail or ""

    def add_picture(self, element: etree._Element) -> tuple[str, str]:
        """Return (name, alternative text) of a picture; the name is "" when it cannot be shown."""
        src = (element.get("src") or element.get("data-src") or "").strip()
        alt = collapse_spaces(element.get("alt") or "").strip()
        if element.get("width") in ("0", "1") or element.get("height") in ("0", "1"):
            return "", ""  # a pixel that counts readers
        data = read_data_address(src)
        if data is not None:
            return self.pictures.add(data, alt or "within the page"), alt
        if not src or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//|/|\\", src):
            if src:
                self.pictures.warn(
                    f"the picture {src[:100]} is only linked to, and nothing is fetched",
                    "save it beside the source, as PNG or JPEG",
                )
            return "", alt
        return src.split("?")[0].split("#")[0], alt
