"""The structure tree of a PDF, from the boxes of the layout.

One node stands for one element of the page, on however many sheets and in however many boxes it was laid out:
a paragraph, list or table that a page break parts stays one. What no node claims (running heads, repeated
table headers, rules) is an artifact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pressroom.writers.common.markup import classes
from pressroom.writers.pdf.roles import HEADINGS, role

# what can hold the call of a note and not the note: it stands behind them
_WITHOUT_NOTES = HEADINGS | {"Link", "Span", "Code", "Caption", "Table", "Lbl", "LI", "L"}
PX = 0.75  # points a CSS pixel


@dataclass(slots=True, eq=False)
class StructureNode:
    """A structure element to be. ``kids`` are nodes, (page, mcid) pairs and annotations, in reading order."""

    kind: str
    element: Any
    parent: StructureNode | None
    kids: list[StructureNode | tuple[int, int] | Annotation] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    lang: str = ""
    box: tuple[float, float, float, float] | None = None
    page: int = -1

    def add(self, kind: str, element: Any, at: int | None = None) -> StructureNode:
        """Append a new node under this one, or insert it."""
        node = StructureNode(kind, element, self)
        if at is None:
            self.kids.append(node)
        else:
            self.kids.insert(at, node)
        return node


@dataclass(slots=True, eq=False)
class Annotation:
    """A link's rectangle on a page: WeasyPrint's own dictionary."""

    page: int
    dictionary: Any


@dataclass(slots=True)
class StructureBuilder:
    """Reads boxes page by page; ``root`` is the node of the document, ``strays`` are links in no element."""

    root: StructureNode = field(default_factory=lambda: StructureNode("Document", None, None))
    strays: list[Annotation] = field(default_factory=list)
    _nodes: dict[tuple[Any, str], StructureNode] = field(default_factory=dict)
    _heads: dict[Any, int] = field(default_factory=dict)

    def page(self, page_box: Any, number: int, marks: Mapping[Any, Any]) -> None:
        """Take in one page. ``marks`` gives each painted box its marked-content number."""
        walk = _PageReader(self, number, page_box.margin_height(), marks)
        for child in page_box.children:
            walk.box(child, self.root)

    def node(self, element: Any, part: str, current: StructureNode) -> StructureNode:
        """Return the node that the box of ``element`` (or of its pseudo-element ``part``) writes into."""
        key = (element, part)
        found = self._nodes.get(key)
        if found is None:
            found = self._nodes[key] = (
                self._pseudo(element, part, current) if part else self._new(element, current)
            )
        return found

    def repeated(self, element: Any, page: int) -> bool:
        """Tell whether a table's header stands here again, having been read on an earlier page."""
        return self._heads.setdefault(element, page) != page

    def _new(self, element: Any, current: StructureNode) -> StructureNode:
        tag = element.tag
        if tag == "li":
            node = _item(element, current)
        elif tag == "dt":
            node = current.add("LI", element).add("Lbl", element)
        elif tag == "dd":
            last = current.kids[-1] if current.kids else None
            entry = (
                last if isinstance(last, StructureNode) and last.kind == "LI" else current.add("LI", element)
            )
            node = entry.add("LBody", element)
        elif tag in ("ul", "ol") and current.kind == "Sect" and _is_contents(current.element):
            node = current.add("TOC", element)
        else:
            node = self._plain(element, current)
        node.lang = element.get("lang") or ""
        return node

    def _plain(self, element: Any, current: StructureNode) -> StructureNode:
        kind = role(element)
        if kind == "Note":  # its call was not painted; the note still is
            return self.root.add(kind, element)
        if kind == "Link" and current.kind in ("TOCI", "P", "LBody") and _refers(element, current):
            current = current.add("Reference", element)
        if not kind:
            return current.add("Span", element) if element.get("lang") else current
        return current.add(kind, element)

    def _pseudo(self, element: Any, part: str, current: StructureNode) -> StructureNode:
        if part == "marker" or (part == "before" and element.tag == "li" and "task" in classes(element)):
            entry = self.node(element, "", current).parent
            return current if entry is None or entry.kind != "LI" else entry.add("Lbl", element, at=0)
        if part == "footnote-call":
            block = current
            while block.parent is not None and block.kind in _WITHOUT_NOTES:
                block = block.parent
            call = current.add("Reference", element)
            self._nodes[element, ""] = block.add("Note", element)
            return call
        if part == "footnote-marker":
            return self.node(element, "", current).add("Lbl", element, at=0)
        return self.node(element, "", current)


def _item(element: Any, current: StructureNode) -> StructureNode:
    if current.kind == "TOC":
        return current.add("TOCI", element)
    holder = current if current.kind == "L" else current.add("L", element)
    return holder.add("LI", element).add("LBody", element)


def _is_contents(element: Any) -> bool:
    return bool(element.tag == "nav") and "contents" in classes(element)


def _refers(element: Any, current: StructureNode) -> bool:
    return current.kind == "TOCI" or bool(classes(element) & {"ref", "pageref", "footnote-again"})


@dataclass(slots=True)
class _PageReader:
    """Reads the boxes of one page."""

    builder: StructureBuilder
    number: int
    height: float
    marks: Mapping[Any, Any]

    def box(self, box: Any, current: StructureNode) -> None:
        box = getattr(box, "_box", box)  # an absolutely positioned box stands behind a placeholder
        if type(box).__name__ == "MarginBox":
            self._forget_links(box)
            return
        element, tag = box.element, box.element_tag
        if element is not None and tag not in ("html", "body"):
            if tag == "thead" and self.builder.repeated(element, self.number):
                return
            if tag == "body::before" or (tag == "li::before" and current.kind in ("TOC", "TOCI")):
                return  # the watermark, and the leaders of a table of contents
            current = self.builder.node(element, tag.partition("::")[2], current)
        if box.link_annotation:
            self._annotate(box.link_annotation, current)
        mark = self.marks.get(box)
        if mark is not None:
            current.kids.append((self.number, mark["mcid"]))
            text = getattr(box, "text", None)
            if text is not None:
                current.words.append(text)
            if text is None or current.kind == "Formula":
                self._measure(box, current)
        for child in getattr(box, "children", ()):
            self.box(child, current)

    def _forget_links(self, box: Any) -> None:
        if box.link_annotation:
            self.builder.strays.append(Annotation(self.number, box.link_annotation))
        for child in getattr(box, "children", ()):
            self._forget_links(child)

    def _measure(self, box: Any, current: StructureNode) -> None:
        left, top = box.content_box_x() * PX, (self.height - box.content_box_y()) * PX
        right, bottom = left + box.width * PX, top - box.height * PX
        if current.box is not None and current.page == self.number:
            left, bottom = min(left, current.box[0]), min(bottom, current.box[1])
            right, top = max(right, current.box[2]), max(top, current.box[3])
        current.box, current.page = (left, bottom, right, top), self.number

    def _annotate(self, dictionary: Any, current: StructureNode) -> None:
        node: StructureNode | None = current
        while node is not None and node.kind != "Link":
            node = node.parent
        annotation = Annotation(self.number, dictionary)
        if node is None:
            self.builder.strays.append(annotation)
        else:
            node.kids.append(annotation)
