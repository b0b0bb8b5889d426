"""The parts of a Word package and how they point at each other."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from pressroom.errors import PressroomError
from pressroom.readers.common.limits import Package, damaged
from pressroom.readers.common.office.relations import Relation, read_relations

_USUAL = "word/document.xml"


@dataclass(slots=True)
class Word:
    """An opened Word package. ``main`` is the name of the part with the text."""

    package: Package
    main: str
    body: etree._Element
    _relations: dict[str, Mapping[str, Relation]] = field(default_factory=dict)

    def relations(self, part: str) -> Mapping[str, Relation]:
        """Return the relationships of a part by their id."""
        if part not in self._relations:
            self._relations[part] = read_relations(self.package, part)
        return self._relations[part]

    def related(self, kind: str) -> tuple[str, etree._Element] | None:
        """Return the name and root of the part of a kind ("styles") that belongs to the main part."""
        for relation in self.relations(self.main).values():
            if relation.kind == kind and not relation.external:
                root = self.package.xml(relation.target)
                if root is not None:
                    return relation.target, root
        usual = posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")
        root = self.package.xml(usual)
        return None if root is None else (usual, root)


def open_word(package: Package) -> Word:
    """Find the text of a Word package. Raises PressroomError when there is none."""
    main = next(
        (entry.target for entry in read_relations(package, "").values() if entry.kind == "officeDocument"),
        _USUAL,
    )
    root = package.xml(main)
    if root is None and main != _USUAL:
        main, root = _USUAL, package.xml(_USUAL)
    if root is None:
        raise _no_text(package)
    body = next((entry for entry in root.iter() if str(entry.tag).rpartition("}")[2] == "body"), None)
    if body is None:
        if str(root.tag).rpartition("}")[2] in ("workbook", "presentation"):
            raise _no_text(package)
        raise damaged(package.source, f"its part {main} holds no text body")
    for other in list(body.itersiblings(body.tag)):  # a file should have one; the text is in all of them
        body.extend(list(other))
    return Word(package, main, body)


def _no_text(package: Package) -> PressroomError:
    names = {name.casefold() for name in package.names()}
    kinds = (("xl/workbook.xml", "a workbook", ".xlsx"), ("ppt/presentation.xml", "a presentation", ".pptx"))
    for part, what, ending in kinds:
        if part in names:
            return PressroomError(
                f"the file is {what} under another name",
                cure=f"give it the ending {ending}",
                rule="document-no-text",
                where=package.source,
            )
    if "mimetype" in names and "content.xml" in names:
        return PressroomError(
            "the file is an OpenDocument text under another name",
            cure="give it the ending .odt",
            rule="document-no-text",
            where=package.source,
        )
    return damaged(package.source, f"it has no {_USUAL}")
