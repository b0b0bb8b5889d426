"""Which Word style each role goes to: the reference's own, or the brand's where it has none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressroom.errors import PressroomError
from pressroom.model.brand import Brand
from pressroom.model.look import WordLook
from pressroom.writers.docx.package.markup import XMLNS, qualify
from pressroom.writers.docx.package.sections import Paper
from pressroom.writers.docx.styles.base_styles import make_base_styles
from pressroom.writers.docx.styles.definitions import BaseStyle, style_xml
from pressroom.writers.docx.styles.localized_names import list_localized_names

if TYPE_CHECKING:
    from lxml.etree import _Element

# a role whose own names are all missing may go by another role's style before the brand's is added
_SECOND_CHOICE = {"body": "normal"}
_STYLE = qualify("w:style")
_VAL = qualify("w:val")
_ID = qualify("w:styleId")
_TYPE = qualify("w:type")


@dataclass(slots=True)
class StyleBook:
    """The reference's style sheet being completed. ``mapping`` gives roles a style by name or id; ``own`` are
    the looks of the template's own classes, which are roles as well.
    """

    root: _Element
    brand: Brand
    mapping: Mapping[str, str]
    paper: Paper | None  # our own page set-up; None in a reference document
    own: Mapping[str, WordLook] = field(default_factory=dict)
    _by_name: dict[tuple[str, str], str] = field(default_factory=dict)
    _by_id: dict[str, str] = field(default_factory=dict)
    _base_styles: dict[str, BaseStyle] = field(default_factory=dict)
    _found: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for node in self.root.iterchildren(_STYLE):
            kind, ident = node.get(_TYPE, "paragraph"), node.get(_ID, "")
            name = node.find(qualify("w:name"))
            self._by_id[ident] = kind
            if name is not None:
                self._by_name.setdefault((kind, name.get(_VAL, "").lower()), ident)
            if node.get(qualify("w:default")) in ("1", "true", "on"):
                self._found.setdefault(_DEFAULT_ROLES.get(kind, ""), ident)
        styles = make_base_styles(self.brand, self.paper, self.own, frozenset(self.own))
        self._base_styles = {style.role: style for style in styles}
        unknown = sorted(set(self.mapping) - set(self._base_styles))
        if unknown:
            raise PressroomError(
                f"the style mapping names no known role: {', '.join(unknown)}",
                cure=f"use one of: {', '.join(sorted(self._base_styles))}",
                rule="docx-role-unknown",
            )

    def id(self, role: str) -> str:
        """Return the style id for a role, adding the brand's style where the reference has none."""
        found = self._found.get(role)
        if found is None:
            found = self._found[role] = self._find_mapped(role) or self._find_named(role) or self._add(role)
            if role.startswith("heading-"):
                self._set_outline_level(found, int(role.removeprefix("heading-")) - 1)
        return found

    def name(self, role: str) -> str:
        """Return the name that the style of a role has in Word's list of styles."""
        node = self._find_style(self.id(role))
        name = node.find(qualify("w:name")) if node is not None else None
        return "" if name is None else name.get(_VAL, "")

    def _set_outline_level(self, ident: str, level: int) -> None:
        """Give a reference's own heading style its level, or neither contents nor readers would find it."""
        from lxml.etree import SubElement

        level_of = f"{qualify('w:pPr')}/{qualify('w:outlineLvl')}"
        style = self._find_style(ident)
        if style is None or self._has_property(ident, level_of):
            return
        properties = self._open_paragraph_properties(style)
        outline = SubElement(properties, qualify("w:outlineLvl"))
        outline.set(_VAL, str(level))
        later = ("divId", "cnfStyle", "rPr", "sectPr", "pPrChange")
        properties.insert(_index_before(properties, later), outline)

    def _find_mapped(self, role: str) -> str:
        wanted = self.mapping.get(role)
        if wanted is None:
            return ""
        kind = self._base_styles[role].kind
        found = self._by_name.get((kind, wanted.lower()), "")
        if not found and self._by_id.get(wanted) == kind:
            found = wanted
        if not found:
            names = sorted(name for of, name in self._by_name if of == kind)
            raise PressroomError(
                f"the reference has no {kind} style {wanted!r}, which the mapping gives for {role}",
                cure=f"use one of its styles: {', '.join(names)}",
                rule="docx-style-missing",
            )
        return found

    def _find_named(self, role: str) -> str:
        style = self._base_styles.get(role)
        if style is None:
            return ""
        local = [other for name in style.names for other in list_localized_names(name)]
        for name in (*style.names, *local):
            found = self._by_name.get((style.kind, name.lower()))
            if found:
                return found
        if style.built_in and self._by_id.get(style.id) == style.kind:
            return style.id
        second = _SECOND_CHOICE.get(role)
        return self._find_named(second) if second else ""

    def _add(self, role: str) -> str:
        from lxml.etree import fromstring

        style = self._base_styles.get(role)
        if style is None:  # Word's own defaults, missing from a reference that leaves them to Word
            return ""
        ident, serial = style.id, 1
        while ident in self._by_id:
            serial += 1
            ident = f"{style.id}{serial}"
        self._by_id[ident] = style.kind
        self._by_name[style.kind, style.names[0].lower()] = ident
        self._found[role] = ident
        ids = {role: ident} | {
            other: self.id(other) for other in (style.based_on, style.following) if other and other != role
        }
        node = fromstring(f"<w:styles {XMLNS}>{style_xml(style, ids)}</w:styles>")[0]
        self.root.append(node)
        return ident

    def is_numbered(self, role: str) -> bool:
        """Tell whether the style of a role, or one that it is based on, numbers its paragraphs."""
        return self._has_property(self.id(role), f"{qualify('w:pPr')}/{qualify('w:numPr')}")

    def keeps_with_next(self, role: str) -> bool:
        """Tell whether paragraphs in the style of a role stay with what follows."""
        return self._has_property(self.id(role), f"{qualify('w:pPr')}/{qualify('w:keepNext')}")

    def _has_property(self, ident: str, path: str) -> bool:
        """Tell whether a style, or one that it is based on, has the property at ``path``."""
        for _ in range(20):  # longer chains are loops
            style = self._find_style(ident)
            if style is None:
                return False
            if style.find(path) is not None:
                return True
            based = style.find(qualify("w:basedOn"))
            ident = "" if based is None else based.get(_VAL, "")
        return False

    def _find_style(self, ident: str) -> _Element | None:
        return next((node for node in self.root.iterchildren(_STYLE) if node.get(_ID) == ident), None)

    @staticmethod
    def _open_paragraph_properties(style: _Element) -> _Element:
        from lxml.etree import SubElement

        properties = style.find(qualify("w:pPr"))
        if properties is None:
            properties = SubElement(style, qualify("w:pPr"))
            style.insert(_index_before(style, ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")), properties)
        return properties

    def add_numbering(self, role: str, num_id: int, level: int) -> None:
        """Make a style count: paragraphs that an editor adds in it later are numbered too."""
        from lxml.etree import SubElement

        ident = self.id(role)
        style = next(node for node in self.root.iterchildren(_STYLE) if node.get(_ID) == ident)
        properties = self._open_paragraph_properties(style)
        for old in properties.findall(qualify("w:numPr")):
            properties.remove(old)
        number = SubElement(properties, qualify("w:numPr"))
        SubElement(number, qualify("w:ilvl")).set(_VAL, str(level))
        SubElement(number, qualify("w:numId")).set(_VAL, str(num_id))
        properties.insert(_index_after(properties, _BEFORE_NUMBER), number)


_DEFAULT_ROLES = {"paragraph": "normal", "character": "default-font", "table": "normal-table"}
_BEFORE_NUMBER = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")


def _index_before(parent: _Element, names: tuple[str, ...]) -> int:
    tags = {qualify(f"w:{name}") for name in names}
    return next((n for n, child in enumerate(parent) if child.tag in tags), len(parent))


def _index_after(parent: _Element, names: tuple[str, ...]) -> int:
    tags = {qualify(f"w:{name}") for name in names}
    return max((n + 1 for n, child in enumerate(parent) if child.tag in tags), default=0)
