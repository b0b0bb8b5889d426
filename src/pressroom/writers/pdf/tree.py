"""The structure tree written into the file: elements, parent tree, ids, artifacts for all that has none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pressroom.writers.common.markup import words
from pressroom.writers.pdf.headers import find_headers
from pressroom.writers.pdf.roles import SCOPES, numbering
from pressroom.writers.pdf.structure import Annotation, StructureBuilder, StructureNode

_KEPT_EMPTY = frozenset({"TD", "TH"})  # a row must not lose a cell


def write_tree(builder: StructureBuilder, pdf: Any, page_streams: list[Any]) -> None:
    """Add the tree to ``pdf`` (a pydyf.PDF) and hide from readers what is in no element."""
    import pydyf

    root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
    pdf.add_object(root)
    writer = _TreeWriter(pdf, [[] for _ in page_streams], pdf.page_references)
    document = writer.write(builder.root, root.reference)
    root["K"] = pydyf.Array([document.reference])
    root["ParentTree"] = writer.parent_tree()
    root["ParentTreeNextKey"] = len(page_streams) + len(writer.annotations)
    if writer.ids:
        names = [part for name, reference in sorted(writer.ids) for part in (f"({name})", reference)]
        root["IDTree"] = pydyf.Dictionary({"Names": pydyf.Array(names)})
    pdf.catalog["StructTreeRoot"] = root.reference
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    for stream, claimed in zip(page_streams, writer.claimed, strict=True):
        make_artifacts(stream.stream, frozenset(mcid for mcid, _ in claimed))
    drop_annotations(pdf, builder.strays + writer.strays)


def make_artifacts(operations: list[Any], claimed: frozenset[int]) -> None:
    """Turn marked content that no element claims into pagination artifacts, in place."""
    for index, operation in enumerate(operations):
        if operation == b"BDC":
            properties = operations[index - 1]
            if isinstance(properties, dict) and properties.get("MCID", -1) not in claimed:
                operations[index - 2] = "/Artifact"
                operations[index - 1] = b"<</Type/Pagination>>"


def drop_annotations(pdf: Any, strays: list[Annotation]) -> None:
    """Take away links that stand in no element, such as one in a running head."""
    if not strays:
        return
    pages = pdf.page_references
    for stray in strays:
        page = pdf.objects[int(pages[stray.page].split()[0])]
        reference = stray.dictionary.reference
        page["Annots"][:] = [kept for kept in page["Annots"] if kept != reference]
        stray.dictionary.clear()


@dataclass(slots=True)
class _TreeWriter:
    """Writes nodes as pydyf dictionaries and remembers what the parent tree needs."""

    pdf: Any
    claimed: list[list[tuple[int, bytes]]]
    pages: list[bytes]
    annotations: list[bytes] = field(default_factory=list)
    ids: list[tuple[str, bytes]] = field(default_factory=list)
    strays: list[Annotation] = field(default_factory=list)
    _cells: dict[Any, str] = field(default_factory=dict)
    _headers: dict[Any, tuple[Any, ...]] = field(default_factory=dict)

    def write(self, node: StructureNode, parent: bytes) -> Any:
        """Write a node and all under it; return its dictionary."""
        import pydyf

        pages = self.pages
        first = _first_page(node)
        entry = pydyf.Dictionary({"S": f"/{node.kind}", "P": parent})
        self.pdf.add_object(entry)
        reference = entry.reference
        if node.kind == "Table":
            self._headers.update(find_headers(node.element))
        self._describe(node, entry, reference)
        kids = pydyf.Array()
        for kid in node.kids:
            if isinstance(kid, StructureNode):
                if has_content(kid):
                    kids.append(self.write(kid, reference).reference)
                else:
                    self.strays += annotations_of(kid)
            elif isinstance(kid, Annotation):
                self._link(kid, node, reference)
                kids.append(b"<</Type/OBJR/Obj %s/Pg %s>>" % (kid.dictionary.reference, pages[kid.page]))
            else:
                page, mcid = kid
                self.claimed[page].append((mcid, reference))
                kids.append(mcid if page == first else b"<</Type/MCR/Pg %s/MCID %d>>" % (pages[page], mcid))
        if first is not None:
            entry["Pg"] = pages[first]
        entry["K"] = kids
        return entry

    def _describe(self, node: StructureNode, entry: Any, reference: bytes) -> None:
        import pydyf

        if node.lang:
            entry["Lang"] = pydyf.String(node.lang)
        match node.kind:
            case "Figure":
                entry["Alt"] = pydyf.String(node.element.get("alt") or "")
            case "Formula":
                entry["Alt"] = pydyf.String(_say_formula(node.element))
            case "Link" if not words(node.element):
                entry["Alt"] = pydyf.String(_label(node))  # a picture's words are not the link's own
            case "L":
                entry["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": f"/{numbering(node.element)}"})
            case "TH" | "TD":
                self._cell(node, entry, reference)
            case "Note":
                self._identify(entry, f"note-{len(self.ids) + 1:05}", reference)
        if node.box is not None:
            corners = pydyf.Array(round(corner, 3) for corner in node.box)
            entry["A"] = pydyf.Dictionary({"O": "/Layout", "BBox": corners, "Placement": "/Block"})

    def _cell(self, node: StructureNode, entry: Any, reference: bytes) -> None:
        import pydyf

        cell = node.element
        attributes = pydyf.Dictionary({"O": "/Table"})
        if node.kind == "TH":
            attributes["Scope"] = (
                f"/{SCOPES.get(cell.get('scope') or cell.get('data-heads') or '', 'Column')}"
            )
            if cell in self._headers:
                name = self._cells.setdefault(cell, f"cell-{len(self.ids) + 1:05}")
                self._identify(entry, name, reference)
        for name, key in (("colspan", "ColSpan"), ("rowspan", "RowSpan")):
            value = cell.get(name) or ""
            if value.isascii() and value.isdigit() and int(value) > 1:
                attributes[key] = int(value)
        named = [f"({self._cells[head]})" for head in self._headers.get(cell, ()) if head in self._cells]
        if named:
            attributes["Headers"] = pydyf.Array(named)
        if len(attributes) > 1:
            entry["A"] = attributes

    def _identify(self, entry: Any, name: str, reference: bytes) -> None:
        entry["ID"] = f"({name})"
        self.ids.append((name, reference))

    def _link(self, annotation: Annotation, node: StructureNode, reference: bytes) -> None:
        import pydyf

        dictionary = annotation.dictionary
        dictionary["StructParent"] = len(self.claimed) + len(self.annotations)
        dictionary["Contents"] = pydyf.String(_label(node))
        dictionary["F"] = 4  # print
        self.annotations.append(reference)

    def parent_tree(self) -> bytes:
        """Write which element each marked content and each annotation belongs to."""
        import pydyf

        entries: list[Any] = []
        for number, claimed in enumerate(self.claimed):
            found = dict(claimed)
            row = [found.get(mcid, b"null") for mcid in range(max(found, default=-1) + 1)]
            entries += [number, pydyf.Array(row)]
        for number, reference in enumerate(self.annotations, start=len(self.claimed)):
            entries += [number, reference]
        tree = pydyf.Dictionary({"Nums": pydyf.Array(entries)})
        self.pdf.add_object(tree)
        result: bytes = tree.reference
        return result


def has_content(node: StructureNode) -> bool:
    """Tell whether anything was painted for a node or one under it; pictures without words do not count."""
    if node.kind == "Figure" and not (node.element.get("alt") or "").strip():
        return False  # decoration, as the empty words say: an artifact
    return node.kind in _KEPT_EMPTY or any(
        has_content(kid) if isinstance(kid, StructureNode) else not isinstance(kid, Annotation)
        for kid in node.kids
    )


def annotations_of(node: StructureNode) -> list[Annotation]:
    """Return every annotation of a node and of all under it."""
    found: list[Annotation] = []
    for kid in node.kids:
        if isinstance(kid, Annotation):
            found.append(kid)
        elif isinstance(kid, StructureNode):
            found += annotations_of(kid)
    return found


def _first_page(node: StructureNode) -> int | None:
    return next((kid[0] for kid in node.kids if isinstance(kid, tuple)), None)


def _label(node: StructureNode) -> str:
    """What a link says of itself: its words, the page number printed for it, or its picture's words."""
    said = words(node.element) or " ".join("".join(node.words).split())
    if said:
        return said
    return next(
        (str(kid.element.get("alt") or "") for kid in node.kids if isinstance(kid, StructureNode)), ""
    ) or str(node.element.get("href") or "")


def _say_formula(element: Any) -> str:
    """Return the words of a formula, which its drawing has."""
    drawing = element.find("img")
    return (drawing.get("alt") if drawing is not None else "") or words(element)
