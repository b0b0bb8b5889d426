"""Word's numbering: list definitions, one instance a list, headings that Word counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressroom.writers.docx.package.markup import XMLNS, escape, qualify
from pressroom.writers.docx.styles.definitions import LIST_STEP
from pressroom.writers.docx.styles.outline import Scheme

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 9
_ORDER = {
    name: place
    for place, name in enumerate(
        ("start", "numFmt", "lvlRestart", "pStyle", "isLgl", "suff", "lvlText", "lvlPicBulletId", "legacy",
         "lvlJc", "pPr", "rPr")
    )
}  # fmt: skip  # the order of the standard
FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
BULLETS = ("•", "–", "▪", "•", "–", "▪", "•", "–", "▪")
_FIT = 3  # letters of a marker for which a step of a list has room
_LETTER = 130  # twips
TASKS = {"true": "☑", "false": "☐"}


@dataclass(slots=True)
class NumberingPart:
    """The numbering part being filled. ``root`` may hold a reference document's definitions already."""

    root: _Element
    _abstract: dict[str, int] = field(default_factory=dict)
    _instances: dict[str, int] = field(default_factory=dict)
    _new_abstract: list[str] = field(default_factory=list)
    _new_instances: list[str] = field(default_factory=list)
    _next_abstract: int = 0
    _next_instance: int = 1

    def __post_init__(self) -> None:
        self._next_abstract = 1 + max(self._read_ids("w:abstractNum", "w:abstractNumId"), default=-1)
        self._next_instance = 1 + max(self._read_ids("w:num", "w:numId"), default=0)

    def sort_levels(self) -> None:
        """Put the parts of each level in the schema's order, which LibreOffice does not keep."""
        for level in self.root.iter(qualify("w:lvl")):
            level[:] = sorted(
                level, key=lambda node: _ORDER.get(str(node.tag).rpartition("}")[2], len(_ORDER))
            )

    def _read_ids(self, tag: str, attribute: str) -> Iterable[int]:
        return (int(node.get(qualify(attribute), "0")) for node in self.root.findall(qualify(tag)))

    def add_bullet_list(self, symbol: str = "") -> int:
        """Return the list that all bulleted lists share; ``symbol`` stands for every level's own."""
        return self._reuse(
            f"bullet{symbol}", [_level(n, "bullet", symbol or BULLETS[n]) for n in range(LEVELS)]
        )

    def add_ordered_list(self, kind: str, start: int, level: int, form: str = "%.", letters: int = 0) -> int:
        """Begin a counted list at a level (from 0): a list of its own, so that it starts where it should.

        ``form`` is how its numbers are written, "%" for the count, such as "(%)"; ``letters`` how long the
        longest is.
        """
        count = FORMATS.get(kind, "decimal")
        hanging = _find_hanging(letters)
        abstract = self._define(
            f"{count} {form} {hanging}",
            [_level(n, count, form.replace("%", f"%{n + 1}"), hanging) for n in range(LEVELS)],
        )
        override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        return self._add_instance(abstract, override)

    def add_fixed_marker(self, marker: str, letters: int = 0) -> int:
        """Return a list whose every item has this marker: a number that Word does not count by itself."""
        hanging = _find_hanging(letters)
        return self._reuse(
            f"fixed {marker} {hanging}",
            [_level(n, "decimal", marker.replace("%", "\uff05"), hanging) for n in range(LEVELS)],
        )

    def add_empty_list(self) -> int:
        """Return a list that shows nothing: it takes an inherited numbering off."""
        return self._reuse("none", [_level(n, "none", "") for n in range(LEVELS)])

    def add_heading_list(self, schemes: Sequence[Scheme], style_ids: Sequence[str]) -> int:
        """Return the multilevel list that numbers the headings.

        Level n belongs to the style ``style_ids[n]``, where one is given ("": no style counts).
        """
        levels = [
            _heading_level(n, scheme, style)
            for n, (scheme, style) in enumerate(zip(schemes, style_ids, strict=True))
        ]
        return self._reuse("headings", levels)

    def _reuse(self, key: str, levels: list[str]) -> int:
        if key not in self._instances:
            self._instances[key] = self._add_instance(self._define(key, levels), "")
        return self._instances[key]

    def _define(self, key: str, levels: list[str]) -> int:
        if key not in self._abstract:
            ident = self._next_abstract
            self._next_abstract += 1
            self._abstract[key] = ident
            self._new_abstract.append(
                f'<w:abstractNum w:abstractNumId="{ident}"><w:multiLevelType w:val="multilevel"/>'
                f"{''.join(levels)}</w:abstractNum>"
            )
        return self._abstract[key]

    def _add_instance(self, abstract: int, override: str) -> int:
        ident = self._next_instance
        self._next_instance += 1
        self._new_instances.append(
            f'<w:num w:numId="{ident}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
        )
        return ident

    def finish(self) -> None:
        """Put what was asked for into the part: definitions ahead of all instances, as the schema wants."""
        from lxml.etree import fromstring

        def nodes(texts: list[str]) -> list[_Element]:
            return list(fromstring(f"<w:numbering {XMLNS}>{''.join(texts)}</w:numbering>"))

        first = self.root.find(qualify("w:num"))
        at = len(self.root) if first is None else self.root.index(first)
        self.root[at:at] = nodes(self._new_abstract)
        last = max((n for n, child in enumerate(self.root) if child.tag == qualify("w:num")), default=None)
        at = at + len(self._new_abstract) if last is None else last + 1
        self.root[at:at] = nodes(self._new_instances)


def _find_hanging(letters: int) -> int:
    """Return how far a marker of so many letters stands out, in twips."""
    return LIST_STEP if letters <= _FIT else _LETTER * letters


def _level(level: int, form: str, text: str, hanging: int = LIST_STEP) -> str:
    left = LIST_STEP * level + hanging
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{escape(text)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def _heading_level(level: int, scheme: Scheme, style: str) -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{scheme.start}"/><w:numFmt w:val="{scheme.form}"/>'
        f'{linked}<w:suff w:val="space"/><w:lvlText w:val="{escape(scheme.text)}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
    )
