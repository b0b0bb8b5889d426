"""The slides of a presentation in their order, and the parts that belong to each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from pressroom.errors import PressroomError
from pressroom.readers.common.elements import attribute, local_name
from pressroom.readers.common.limits import Package, damaged
from pressroom.readers.common.office.relations import Relation, read_relations

MOST_SLIDES = 500
_MAIN = "ppt/presentation.xml"


@dataclass(frozen=True, slots=True)
class SlidePart:
    """A slide: its number from 1, its part's name and root, and the named section that it belongs to."""

    number: int
    name: str
    root: etree._Element
    section: str = ""

    @property
    def is_hidden(self) -> bool:
        """Whether the presentation is shown without it."""
        return attribute(self.root, "show") in ("0", "false")


@dataclass(slots=True)
class PresentationPackage:
    """An opened presentation. ``slides`` are in the order in which they are shown."""

    package: Package
    slides: tuple[SlidePart, ...]
    _relations: dict[str, Mapping[str, Relation]] = field(default_factory=dict)
    _shared: dict[str, etree._Element | None] = field(default_factory=dict)

    def relations(self, part: str) -> Mapping[str, Relation]:
        """Return the relationships of a part by their id."""
        if part not in self._relations:
            self._relations[part] = read_relations(self.package, part)
        return self._relations[part]

    def related(self, part: str, kind: str) -> tuple[str, etree._Element] | None:
        """Return the name and root of the part of a kind ("notesSlide") that a part points at."""
        for relation in self.relations(part).values():
            if relation.kind == kind and not relation.external:
                root = self._read_shared(relation.target)
                if root is not None:
                    return relation.target, root
        return None

    def _read_shared(self, part: str) -> etree._Element | None:
        """Return the root of a part that many slides may point at, as at their layout."""
        if part not in self._shared:
            self._shared[part] = self.package.xml(part)
        return self._shared[part]


def open_presentation(package: Package) -> PresentationPackage:
    """Find the slides of a package. Raises PressroomError when there are none, or far too many."""
    relations = read_relations(package, "")
    main = next((each.target for each in relations.values() if each.kind == "officeDocument"), _MAIN)
    root = package.xml(main)
    if root is None:
        main, root = _MAIN, package.xml(_MAIN)
    if root is None:
        raise damaged(package.source, f"it has no {_MAIN}")
    if local_name(root) != "presentation":
        raise PressroomError(
            "the file is no presentation",
            cure="give it the ending of what it is: .docx or .xlsx",
            rule="document-no-text",
            where=package.source,
        )
    targets = read_relations(package, main)
    sections = _find_sections(root)
    slides: list[SlidePart] = []
    for entry in root.iter("{*}sldId"):
        relation = targets.get(_relation_id(entry))
        if relation is None or relation.external:
            continue
        if len(slides) >= MOST_SLIDES:
            raise PressroomError(
                f"the presentation has more than {MOST_SLIDES} slides",
                cure="save the slides that matter as a presentation of their own",
                rule="source-too-large",
                where=package.source,
            )
        slide = package.xml(relation.target)
        if slide is not None:
            section = sections.get(attribute(entry, "id") if _is_plain(entry) else "", "")
            slides.append(SlidePart(len(slides) + 1, relation.target, slide, section))
    return PresentationPackage(package, tuple(slides))


def _relation_id(entry: etree._Element) -> str:
    """Return the relationship that an element names; its own id has no namespace."""
    return next((str(v) for k, v in entry.attrib.items() if str(k).endswith("}id")), "")


def _is_plain(entry: etree._Element) -> bool:
    return entry.get("id") is not None


def _find_sections(root: etree._Element) -> dict[str, str]:
    """Return the name of the section of each slide's id, where there are several with names."""
    found: dict[str, str] = {}
    for section in root.iter("{*}section"):
        for entry in section.iter("{*}sldId"):
            found[str(entry.get("id"))] = " ".join(attribute(section, "name").split())
    return found if len(set(found.values())) > 1 else {}
