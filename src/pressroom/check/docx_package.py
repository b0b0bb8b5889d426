"""A Word file taken apart for checking: parts, relationships, elements. It shares no code with the writer."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from pressroom.errors import PressroomError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.readers.common.limits import require_fit

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
VML = "{urn:schemas-microsoft-com:vml}"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship: its kind (the last word of its type), its target part or address."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parsed parts of a Word file by name ("word/document.xml"), and the relationships of each."""

    name: str
    trees: Mapping[str, _Element]
    relations: Mapping[str, Mapping[str, Relationship]]
    untyped: tuple[str, ...]
    names: frozenset[str]

    @property
    def stories(self) -> Iterator[tuple[str, _Element]]:
        """Yield the parts that hold text: the document, its notes, headers, footers."""
        for name, tree in self.trees.items():
            if tree.tag in _STORIES:
                yield name, tree

    def part(self, name: str) -> _Element | None:
        """Return a part of the "word" folder, None when the file has none of that name."""
        return self.trees.get(f"word/{name}.xml")

    def diagnose(self, rule: str, message: str, cure: str, severity: Severity = Severity.ERROR) -> Diagnostic:
        """Return a finding about this file."""
        return Diagnostic(severity, f"docx-{rule}", message, cure, where=self.name)


_STORIES = {f"{W}{name}" for name in ("document", "footnotes", "endnotes", "hdr", "ftr", "comments")}


def open_package(data: bytes, name: str) -> WordFile:
    """Take a Word file apart. Raises PressroomError for no archive, one too large, a part that is no XML."""
    from lxml.etree import LxmlError, XMLParser, fromstring

    parser = XMLParser(resolve_entities=False, no_network=True)
    trees: dict[str, _Element] = {}
    try:
        with ZipFile(BytesIO(data)) as archive:
            require_fit(data, name)
            for part in archive.namelist():
                if part.endswith((".xml", ".rels")):
                    trees[part] = fromstring(archive.read(part), parser)
            names = frozenset(entry for entry in archive.namelist() if not entry.endswith("/"))
        relations = {
            _find_owner(part): _read_relations(part, tree)
            for part, tree in trees.items()
            if part.endswith(".rels")
        }
        untyped = tuple(sorted(_find_untyped(names, trees["[Content_Types].xml"])))
    except (BadZipFile, LxmlError, KeyError, ValueError, OSError) as error:
        raise PressroomError(
            f"this is no readable Word file: {error}",
            cure="make it again, or save it in Word as .docx",
            rule="docx-unreadable",
            where=name,
        ) from error
    return WordFile(name, trees, relations, untyped, names)


def _find_owner(rels: str) -> str:
    folder, _, file = rels.rpartition("_rels/")
    return folder + file.removesuffix(".rels")


def _read_relations(rels: str, tree: _Element) -> dict[str, Relationship]:
    folder = rels.rpartition("_rels/")[0]
    found = {}
    for node in tree.iter(f"{_RELS}Relationship"):
        target, external = node.get("Target", ""), node.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        found[node.get("Id", "")] = Relationship(node.get("Type", "").rpartition("/")[2], target, external)
    return found


def _find_untyped(names: frozenset[str], types: _Element) -> Iterator[str]:
    endings = {node.get("Extension", "").lower() for node in types.iter(f"{_TYPES}Default")}
    parts = {node.get("PartName", "").lstrip("/").lower() for node in types.iter(f"{_TYPES}Override")}
    for name in names - {"[Content_Types].xml"}:
        if name.lower() not in parts and name.rpartition(".")[2].lower() not in endings:
            yield name
