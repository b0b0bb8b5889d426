"""A surveyed text to its document: title, sections, blocks, footnotes, what is left out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import (
    Block,
    Document,
    Footnote,
    Heading,
    LeftOut,
    Metadata,
    Paragraph,
    Quote,
    Role,
    Table,
)
from pressroom.model.span import Span
from pressroom.readers.common.outline import build_sections, normalize_levels
from pressroom.readers.text.blocks.blocks import BlockBuilder
from pressroom.readers.text.blocks.inlines import LineJoiner
from pressroom.readers.text.blocks.tables import looks_like_columns
from pressroom.readers.text.captions import attach_captions
from pressroom.readers.text.grouping import Grouping, find_stanzas
from pressroom.readers.text.headings.find import FoundHeading
from pressroom.readers.text.leaving import tell_left_out
from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.roles.metadata import collect_metadata, has_subject, is_settings
from pressroom.readers.text.roles.roles import assign_roles
from pressroom.readers.text.roles.runin import find_run_in_heads
from pressroom.readers.text.survey import Survey
from pressroom.readers.text.units.contents import CONTENTS
from pressroom.readers.text.units.fields import read_pair
from pressroom.readers.text.units.units import Unit
from pressroom.readers.text.words.phrases import PART

_NOTE = re.compile(r"\s*\[(\^?[\w-]+)\]:?\s*")


class DocumentBuilder:
    """Builds the document of one text."""

    def __init__(self, survey: Survey, source: str) -> None:
        self.survey = survey
        self.source = source
        lines = survey.lines
        self.pairs = [read_pair(lines, survey.units[at]) for at in survey.head]
        self.left_out = set(survey.contents)
        if self.pairs and is_settings([key for key, _ in self.pairs]):
            self.left_out.update(survey.head)
        self.notes = _find_notes(lines, survey.units)
        left = [index for index in sorted(survey.left) if lines.sizes[index]]
        dropped = [(lines.begin(index), lines.end(index)) for index in left]
        self.joiner = LineJoiner(lines.text, source, frozenset(self.notes), dropped, survey.passages)
        self.blocks = BlockBuilder(lines, self.joiner)
        self.run_in: dict[int, int] = {}

    def build(self) -> Document:
        """Return the document."""
        survey = self.survey
        heads = {found.unit: found for found in survey.headings}
        title = self._find_title(heads)
        roles = assign_roles(survey.facts, set(heads), title.unit if title else None, survey.parts)
        self.run_in = find_run_in_heads(survey.facts, {*heads, *roles})
        stanzas = find_stanzas(survey.lines, survey.units, heads, roles)
        grouping = Grouping(survey.lines, survey.units, roles, stanzas)
        items, footnotes = self._build_items(heads, title, grouping, range(len(survey.units)))
        items = attach_captions(items, survey.lines, self.joiner)
        before, sections = build_sections(items if survey.overrides.levels else normalize_levels(items))
        left_out = self._list_left_out()
        return Document(
            self.source,
            survey.lines.text,
            self._build_heading(title, level=0) if title else None,
            before,
            sections,
            self._collect_metadata(roles),
            footnotes=tuple(footnotes),
            left_out=left_out,
            diagnostics=(
                *survey.overrides.diagnostics(self.source),
                *self._warn_of_columns(items),
                *tell_left_out(left_out, self.source),
            ),
        )

    def _warn_of_columns(self, items: Sequence[Block | Heading]) -> list[Diagnostic]:
        """Return a warning for each table that was columns of text on its page."""
        return [
            Diagnostic(
                Severity.WARNING,
                "columns-side-by-side",
                "these lines look like text in columns, copied side by side; they are set as a table",
                "copy one column after the other, each by itself",
                span=item.span,
            )
            for item in items
            if isinstance(item, Table) and looks_like_columns(item)
        ]

    def _collect_metadata(self, roles: Mapping[int, Role]) -> Metadata:
        """Return what the text says of itself, those that it quotes aside."""
        end = self.survey.older[0].start if self.survey.older else len(self.survey.facts)
        own = {at: role for at, role in roles.items() if at < end}
        return collect_metadata(self.survey.facts[:end], self.pairs, own)

    def _find_title(self, heads: dict[int, FoundHeading]) -> FoundHeading | None:
        """Return the first heading if it is the first thing and nothing says that it is one of several."""
        first = next((at for at, fact in enumerate(self.survey.facts) if not fact.aside), None)
        if first is None:
            return None
        if self.survey.head and first > self.survey.head[-1] and has_subject(self.pairs):
            return None  # the subject of a memo is its title
        found = heads.get(first)
        fact = self.survey.facts[first]
        if found is None or fact.number or (found.asked and not found.level_guessed):
            return None
        if PART.fullmatch(fact.text) and not found.asked:
            return None
        drawn = self.survey.units[first].drawn
        if drawn and sum(unit.drawn == drawn for unit in self.survey.units) > 1:
            return None
        return found

    def _build_items(
        self, heads: dict[int, FoundHeading], title: FoundHeading | None, grouping: Grouping, within: range
    ) -> tuple[list[Block | Heading], list[Footnote]]:
        """Return headings and blocks of units in reading order, and the footnotes."""
        items: list[Block | Heading] = []
        footnotes: list[Footnote] = []
        run: list[int] = []
        labels = {unit.first: label for label, unit in self.notes.items()}
        older = {message.start: message for message in self.survey.older if message != within}
        inside = {at for message in older.values() for at in message}
        for at in within:
            unit = self.survey.units[at]
            if at in inside:
                if at in older:
                    items.extend(self._build_blocks(run, grouping) if run else ())
                    run = []
                    items.append(self._build_message(heads, grouping, older[at]))
                continue
            is_block = not (at in heads or unit.first in labels or at in self.left_out)
            if run and not (is_block and grouping.continues(run, at)):
                items.extend(self._build_blocks(run, grouping))
                run = []
            if is_block:
                run.append(at)
            elif at in self.left_out:
                continue
            elif at in heads:
                if title is None or at != title.unit:
                    items.append(self._build_heading(heads[at]))
            else:
                footnotes.append(self._build_footnote(unit, labels[unit.first]))
        if run:
            items.extend(self._build_blocks(run, grouping))
        return items, footnotes

    def _build_message(self, heads: dict[int, FoundHeading], grouping: Grouping, message: range) -> Quote:
        """Return a mail that another one answers as a quotation."""
        items, _ = self._build_items(heads, None, grouping, message)
        first, last = self.survey.units[message.start], self.survey.units[message.stop - 1]
        blocks = tuple(
            Paragraph(item.inlines, item.span) if isinstance(item, Heading) else item for item in items
        )
        return Quote(blocks, self.blocks.span(first.first, last.last))

    def _build_blocks(self, run: Sequence[int], grouping: Grouping) -> list[Block]:
        """Return the blocks of units that go together."""
        members = [self.survey.units[at] for at in run]
        if members[0].kind == "item":
            return self.blocks.build_lists(members)
        role: Role | None = grouping.roles.get(run[0])
        if grouping.keeps_lines(run):
            indexes = [index for unit in members for index in self.blocks.list_visible(unit)]
            span = self.blocks.span(indexes[0], indexes[-1])
            return [Paragraph(self.blocks.keep_lines(indexes), span, role or "body")]
        if role:
            return [self.blocks.build_paragraph(members[0], role)]
        if len(members) > 1:
            return [self.blocks.build_fields(members)]
        if run[0] in self.run_in:
            return [self.blocks.build_run_in(members[0], self.run_in[run[0]])]
        return [self.blocks.build(members[0])]

    def _build_heading(self, found: FoundHeading, level: int | None = None) -> Heading:
        fact = self.survey.facts[found.unit]
        unit = fact.unit
        first = unit.first + (len(unit.drawn) > 1)
        last = unit.last - bool(unit.drawn)
        skip, number = 0, ""
        if fact.number and fact.body:
            skip = _measure_number(self.survey.lines, first, fact.number.length)
            number = fact.number.text.rstrip(".")
        return Heading(
            self.blocks.join_lines(first, last, skip),
            found.level if level is None else level,
            self.blocks.span(unit.first, unit.last),
            number,
            found.guessed,
            found.level_guessed if level is None else False,
            found.reasons,
        )

    def _build_footnote(self, unit: Unit, label: str) -> Footnote:
        span = self.blocks.span(unit.first, unit.last)
        mark = _NOTE.match(self.survey.lines.raw[unit.first])
        begin = self.survey.lines.starts[unit.first] + (mark.end() if mark else 0)
        inner = Span(span.source, span.line_start, span.line_end, begin, span.end)
        return Footnote(label, (Paragraph(self.joiner.join(begin, span.end), inner),), span)

    def _list_left_out(self) -> tuple[LeftOut, ...]:
        found = [
            LeftOut(self.blocks.span(index, index), reason) for index, reason in self.survey.left.items()
        ]
        for (begin, end), reason in self.survey.passages.items():
            found.append(LeftOut(self.blocks.span_passage(begin, end), reason))
        for at in self.left_out:
            unit = self.survey.units[at]
            reason = CONTENTS if at in self.survey.contents else "settings, not text"
            found.append(LeftOut(self.blocks.span(unit.first, unit.last), reason))
        return tuple(sorted(found, key=lambda left: left.span.start))


def _measure_number(lines: Lines, first: int, length: int) -> int:
    """Return how many characters of the source a number takes that has ``length`` in the joined line."""
    begin = lines.begin(first)
    own = lines.end(first) - begin
    if length <= own:
        return length
    return lines.begin(first + 1) - begin + length - own - 1


def _find_notes(lines: Lines, units: Sequence[Unit]) -> dict[str, Unit]:
    """Return the bodies of footnotes by label: "[1] …" that the text calls somewhere."""
    bodies: dict[str, Unit] = {}
    for unit in units:
        if unit.kind == "note":
            found = _NOTE.match(lines.raw[unit.first])
            if found:
                bodies.setdefault(found.group(1), unit)
    return {
        label: unit
        for label, unit in bodies.items()
        if lines.text.find(f"[{label}]", 0, lines.begin(unit.first)) >= 0
    }
