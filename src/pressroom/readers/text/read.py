"""One text to one document."""

from __future__ import annotations

import re

from pressroom.model.document import Block, Document, Footnote, Heading, Paragraph
from pressroom.model.span import Span
from pressroom.readers.outline import sectioned
from pressroom.readers.settings import ReaderSettings
from pressroom.readers.text import headings, lines, units
from pressroom.readers.text.blocks import Blocks, field_key, is_field
from pressroom.readers.text.features import Facts
from pressroom.readers.text.headings import Found
from pressroom.readers.text.inlines import Inliner
from pressroom.readers.text.units import Unit

_NOTE = re.compile(r"\s*\[(\^?[\w-]+)\]:?\s*")


def read_text(text: str, source: str, settings: ReaderSettings) -> Document:
    """Read plain text. ``source`` is the name that spans give; ``Document.text`` is ``text`` unchanged."""
    return _Reading(text, source, settings).document()


class _Reading:
    def __init__(self, text: str, source: str, settings: ReaderSettings) -> None:
        self.settings = settings
        self.source = source
        self.lines = lines.cut(text)
        self.units = units.cut(self.lines)
        self.facts = [Facts(unit, self.lines) for unit in self.units]
        self.found = headings.find(self.facts, 0)
        self.notes = self._notes()
        self.inliner = Inliner(text, source, frozenset(self.notes))
        self.blocks = Blocks(self.lines, self.inliner)

    def document(self) -> Document:
        heads = {found.unit: found for found in self.found}
        title = self._title(heads)
        items: list[Block | Heading] = []
        footnotes = []
        run: list[Unit] = []
        noted = {unit.first: label for label, unit in self.notes.items()}
        for at, unit in enumerate(self.units):
            if at in heads:
                self._flush(run, items)
                if title is None or at != title.unit:
                    items.append(self._heading(heads[at]))
            elif unit.first in noted:
                self._flush(run, items)
                footnotes.append(self._footnote(unit, noted[unit.first]))
            elif run and not self._together(run, unit):
                self._flush(run, items)
                run.append(unit)
            else:
                run.append(unit)
        self._flush(run, items)
        before, sections = sectioned(items)
        return Document(
            self.source,
            self.lines.text,
            self._heading(title, level=0) if title else None,
            before,
            sections,
            footnotes=tuple(footnotes),
        )

    def _title(self, heads: dict[int, Found]) -> Found | None:
        """The first heading is the title if it is the first thing and nothing says that it is one of several."""
        found = heads.get(0)
        if found is None or self.facts[0].number:
            return None
        drawn = self.units[0].drawn
        if drawn and sum(unit.drawn == drawn for unit in self.units) > 1:
            return None
        return found

    def _heading(self, found: Found, level: int | None = None) -> Heading:
        fact = self.facts[found.unit]
        unit = fact.unit
        first = unit.first + (len(unit.drawn) > 1)
        last = unit.last - bool(unit.drawn)
        number = fact.number.text if fact.number and fact.body else ""
        skip = fact.number.length if fact.number and fact.body else 0
        return Heading(
            self.blocks.words(first, last, skip),
            found.level if level is None else level,
            self.blocks.span(unit.first, unit.last),
            number.rstrip(".") if number else "",
            found.guessed,
            found.level_guessed,
            found.reasons,
        )

    def _notes(self) -> dict[str, Unit]:
        """Return the bodies of footnotes by label: "[1] …" that the text calls somewhere."""
        bodies: dict[str, Unit] = {}
        for unit in self.units:
            if unit.kind == "note":
                found = _NOTE.match(self.lines.raw[unit.first])
                if found:
                    bodies.setdefault(found.group(1), unit)
        return {
            label: unit
            for label, unit in bodies.items()
            if self.lines.text.find(f"[{label}]", 0, self.lines.starts[unit.first]) >= 0
        }

    def _footnote(self, unit: Unit, label: str) -> Footnote:
        span = self.blocks.span(unit.first, unit.last)
        mark = _NOTE.match(self.lines.raw[unit.first])
        begin = self.lines.starts[unit.first] + (mark.end() if mark else 0)
        inner = Span(span.source, span.line_start, span.line_end, begin, span.end)
        return Footnote(label, (Paragraph(self.inliner.line(begin, span.end), inner),), span)

    def _together(self, run: list[Unit], unit: Unit) -> bool:
        """Tell whether a unit goes on with a run of list items or of fields."""
        if run[0].kind == "item":
            if unit.kind == "item":
                return True
            return unit.indent >= run[-1].indent + 2 and unit.indent > run[0].indent and unit.kind != "divider"
        return is_field(self.lines, run[0]) and is_field(self.lines, unit) and not unit.blank

    def _flush(self, run: list[Unit], items: list[Block | Heading]) -> None:
        if not run:
            return
        if run[0].kind == "item":
            items.extend(self.blocks.lists(run))
        elif len(run) > 1:
            keys = {field_key(self.lines, unit) for unit in run}
            if len(keys) * 4 >= len(run) * 3:
                items.append(self.blocks.fields(run))
            else:
                items.extend(self.blocks.paragraph(unit, "turn") for unit in run)
        else:
            items.append(self.blocks.block(run[0]))
        run.clear()
