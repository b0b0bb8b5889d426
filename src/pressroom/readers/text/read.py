"""One text to one document."""

from __future__ import annotations

import re
from dataclasses import replace

from pressroom.model.diagnostic import Diagnostic
from pressroom.model.document import (
    Block,
    Document,
    Footnote,
    Heading,
    LeftOut,
    Metadata,
    Paragraph,
    Role,
    Table,
)
from pressroom.model.span import Span
from pressroom.readers.common.collection import pause_collection
from pressroom.readers.common.encoding import decode
from pressroom.readers.common.outline import build_sections, normalize_levels
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.text import fields, furniture, headings, lines, units
from pressroom.readers.text.blocks import Blocks, field_key, is_field
from pressroom.readers.text.dates import dated, iso_date
from pressroom.readers.text.features import Facts
from pressroom.readers.text.headings import Found
from pressroom.readers.text.inlines import Inliner
from pressroom.readers.text.marks import NAMED
from pressroom.readers.text.outline import read_numerals
from pressroom.readers.text.overrides import Overrides
from pressroom.readers.text.roles import (
    BYLINE,
    CAPTION,
    HEAD,
    ends,
    is_standfirst,
    kickers,
    letter,
    roles,
    speakers,
    spoken,
)
from pressroom.readers.text.units import Unit

_NOTE = re.compile(r"\s*\[(\^?[\w-]+)\]:?\s*")
_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\xad]*")
_TABLE_WORDS = frozenset(("tab", "cua"))
NOTE: Role = "note"  # of a line that says what sort of paper this is
_LONGEST_TITLE = 110  # characters
_SHORT_LINE = 60  # characters
_GROUPED = frozenset(("address", "signature"))


def read(data: bytes, source: str, settings: ReaderSettings) -> Document:
    """Read a plain text, whatever its encoding."""
    text, found = decode(data, source, settings)
    document = read_text(text, source, settings)
    return replace(document, diagnostics=(*found, *document.diagnostics))


def read_text(text: str, source: str, settings: ReaderSettings) -> Document:
    """Read plain text. ``source`` is the name that spans give; ``Document.text`` is ``text`` unchanged.

    Every visible character is in the span of exactly one of: the title, a heading, a block, a footnote,
    ``left_out``.
    """
    with pause_collection():
        return _Reading(text, source, settings).document()


class _Reading:
    """One text on its way; each attribute is filled once, in this order."""

    def __init__(self, text: str, source: str, settings: ReaderSettings) -> None:
        self.source = source
        cut = lines.cut(text)
        self.overrides = Overrides(cut, settings)
        self.left = _left_lines(cut, self.overrides)
        self.lines = cut.without(self.left) if self.left else cut
        self.units = units.cut(self.lines, frozenset(self.overrides.headings))
        self.contents = furniture.contents(self.lines, self.units)
        self.head = document_head(self.lines, self.units)
        self.aside = self.contents | set(self.head)
        self.facts, self.letter = looked_at(self.lines, self.units, self.aside)
        self.found = self._with_title(headings.find(self.facts, self.overrides))
        self.found = self._without_standfirst(self.found)
        self.notes = self._notes()
        self.inliner = Inliner(text, source, frozenset(self.notes))
        self.blocks = Blocks(self.lines, self.inliner)
        self.stanzas: dict[int, int] = {}
        self.metadata = Metadata()

    def document(self) -> Document:
        """Build the document."""
        heads = {found.unit: found for found in self.found}
        title = self._title(heads)
        played = roles(self.facts, set(heads), title.unit if title else None, self.letter)
        items, footnotes = self._items(heads, title, played)
        items = self._captioned(items)
        before, sections = build_sections(items if self.overrides.levels else normalize_levels(items))
        heading = self._heading(title, level=0) if title else None
        return Document(
            self.source,
            self.lines.text,
            heading,
            before,
            sections,
            self._metadata(played),
            footnotes=tuple(footnotes),
            left_out=self._left_out(),
            diagnostics=self._diagnostics(),
        )

    def _with_title(self, found: list[Found]) -> list[Found]:
        """Return the headings with the line right above the head of fields, which tell of what it names."""
        fact = self.facts[0] if self.head and self.head[0] == 1 else None
        if fact is None or fact.aside or fact.unit.kind != "text" or any(each.unit == 0 for each in found):
            return found
        if (
            fact.tail in ".:;,?!"
            or not 0 < len(fact.text) <= _LONGEST_TITLE
            or self.overrides.denies(fact.unit)
        ):
            return found
        return [Found(0, 1, True, True, ("ahead of what the text says of itself",)), *found]

    def _without_standfirst(self, found: list[Found]) -> list[Found]:
        """Return the headings without the second one where it goes on with the title."""
        if len(found) < 2 or found[1].unit != found[0].unit + 1 or found[1].asked:
            return found
        return found[:1] + found[2:] if is_standfirst(self.facts, found[0].unit) else found

    def _items(
        self, heads: dict[int, Found], title: Found | None, played: dict[int, Role]
    ) -> tuple[list[Block | Heading], list[Footnote]]:
        """Return headings and blocks in reading order, and the footnotes."""
        items: list[Block | Heading] = []
        footnotes: list[Footnote] = []
        run: list[int] = []
        self.stanzas = self._stanzas(heads, played)
        noted = {unit.first: label for label, unit in self.notes.items()}
        silent = self._silent()
        for at, unit in enumerate(self.units):
            together = run and at not in heads and unit.first not in noted and at not in silent
            if run and not (together and self._together(run, at, played)):
                items.extend(self._run(run, played))
                run = []
            if at in silent:
                continue
            if at in heads:
                if title is None or at != title.unit:
                    items.append(self._heading(heads[at]))
            elif unit.first in noted:
                footnotes.append(self._footnote(unit, noted[unit.first]))
            else:
                run.append(at)
        if run:
            items.extend(self._run(run, played))
        return items, footnotes

    def _pairs(self) -> list[tuple[str, str]]:
        pairs = []
        for at in self.head:
            unit = self.units[at]
            begin, end = self.lines.begin(unit.first), self.lines.end(unit.last)
            _, _, value = self.lines.text[begin:end].partition(":")
            pairs.append((field_key(self.lines, unit), " ".join(value.split())))
        return pairs

    def _silent(self) -> set[int]:
        """Return the units that are left out."""
        silent = set(self.contents)
        if self.head and fields.is_settings([key for key, _ in self._pairs()]):
            silent.update(self.head)
        return silent

    def _title(self, heads: dict[int, Found]) -> Found | None:
        """Return the first heading if it is the first thing and nothing says that it is one of several."""
        first = next((at for at, fact in enumerate(self.facts) if not fact.aside), None)
        if first is None:
            return None
        if self.head and first > self.head[-1] and fields.has_subject(self._pairs()):
            return None  # the subject of a memo is its title
        found = heads.get(first)
        if found is None or self.facts[first].number or (found.asked and not found.level_guessed):
            return None
        drawn = self.units[first].drawn
        if drawn and sum(unit.drawn == drawn for unit in self.units) > 1:
            return None
        return found

    def _heading(self, found: Found, level: int | None = None) -> Heading:
        fact = self.facts[found.unit]
        unit = fact.unit
        first = unit.first + (len(unit.drawn) > 1)
        last = unit.last - bool(unit.drawn)
        numbered = fact.number is not None and bool(fact.body)
        skip = self._length(first, fact.number.length) if fact.number and numbered else 0
        number = fact.number.text.rstrip(".") if fact.number and numbered else ""
        return Heading(
            self.blocks.words(first, last, skip),
            found.level if level is None else level,
            self.blocks.span(unit.first, unit.last),
            number,
            found.guessed,
            found.level_guessed if level is None else False,
            found.reasons,
        )

    def _length(self, first: int, length: int) -> int:
        """Return how many characters of the source a number takes that has ``length`` in the joined line."""
        begin = self.lines.begin(first)
        own = self.lines.end(first) - begin
        if length <= own:
            return length
        return self.lines.begin(first + 1) - begin + length - own - 1

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
            if self.lines.text.find(f"[{label}]", 0, self.lines.begin(unit.first)) >= 0
        }

    def _footnote(self, unit: Unit, label: str) -> Footnote:
        span = self.blocks.span(unit.first, unit.last)
        mark = _NOTE.match(self.lines.raw[unit.first])
        begin = self.lines.starts[unit.first] + (mark.end() if mark else 0)
        inner = Span(span.source, span.line_start, span.line_end, begin, span.end)
        return Footnote(label, (Paragraph(self.inliner.line(begin, span.end), inner),), span)

    def _stanzas(self, heads: dict[int, Found], played: dict[int, Role]) -> dict[int, int]:
        """Return the first unit of each short line's stanza: three lines or more with blank ones round them.

        They are verse, or a list without marks; in a text without blank lines they are paragraphs.
        """
        if sum(bool(unit.blank) for unit in self.units) * 10 <= len(self.units):
            return {}
        found: dict[int, int] = {}
        run: list[int] = []
        for at, unit in enumerate([*self.units, None]):
            short = (
                unit is not None
                and unit.kind == "text"
                and unit.first == unit.last
                and unit.size < _SHORT_LINE
                and not (at in heads or at in played or is_field(self.lines, unit))
            )
            if run and (not short or (unit and unit.blank)):
                if len(run) > 2 and (unit is None or unit.blank or at in heads):
                    found.update(dict.fromkeys(run, run[0]))
                run = []
            if short and (run or (unit and unit.blank) or at - 1 in heads):
                run.append(at)
        return found

    def _together(self, run: list[int], at: int, played: dict[int, Role]) -> bool:
        """Tell whether a unit goes on with a run of list items, of fields, or of an address."""
        first, last, unit = self.units[run[0]], self.units[run[-1]], self.units[at]
        if first.kind == "item":
            if unit.kind == "item":
                return True
            return unit.indent >= last.indent + 2 and unit.indent > first.indent and unit.kind != "divider"
        if run[0] in self.stanzas:
            return self.stanzas.get(at) == run[0]
        role = played.get(run[0])
        if role in _GROUPED:
            return played.get(at) == role and not unit.blank
        if role or at in played or unit.blank:
            return False
        return is_field(self.lines, first) and is_field(self.lines, unit) and not self._talk(last, unit)

    def _talk(self, *pair: Unit) -> bool:
        """Tell whether lines "Name: …" hold what people say by turns: whole sentences, one of them long."""
        text = self.lines.text
        ends = [text[self.lines.begin(unit.first) : self.lines.end(unit.last)].rstrip()[-1:] for unit in pair]
        return all(end in ".?!…" for end in ends) and max(unit.size for unit in pair) > 60

    def _run(self, run: list[int], played: dict[int, Role]) -> list[Block]:
        """Return the blocks of units that go together."""
        members = [self.units[at] for at in run]
        if members[0].kind == "item":
            return self.blocks.lists(members)
        role = played.get(run[0])
        if len(run) > 1 and (role in _GROUPED or run[0] in self.stanzas):
            indexes = [index for unit in members for index in self.blocks.seen(unit)]
            span = self.blocks.span(indexes[0], indexes[-1])
            return [Paragraph(self.blocks.broken(indexes), span, role or "body")]
        if role:
            return [self.blocks.paragraph(members[0], role)]
        if len(members) > 1:
            return [self.blocks.fields(members)]
        return [self.blocks.block(members[0])]

    def _captioned(self, items: list[Block | Heading]) -> list[Block | Heading]:
        """Give tables the captions and notes that stand beside them."""
        done: list[Block | Heading] = []
        for item in items:
            before = done[-1] if done else None
            if isinstance(item, Table) and isinstance(before, Paragraph) and self._is_above(before, item):
                done[-1] = self._with_caption(item, before)
            elif isinstance(before, Table) and isinstance(item, Paragraph) and item.role == "note":
                done[-1] = replace(
                    before, notes=(*before.notes, item.inlines), span=_over(before.span, item.span)
                )
            elif isinstance(before, Table) and isinstance(item, Paragraph) and self._is_below(before, item):
                done[-1] = self._with_caption(before, item)
            else:
                done.append(item)
        return done

    def _is_above(self, paragraph: Paragraph, table: Table) -> bool:
        """Tell whether a paragraph is a table's caption: by its words, or a short line on top of it."""
        span = paragraph.span
        if paragraph.role == "caption":
            return True
        words = self.lines.text[span.start : span.end]
        on_top = span.line_end + 1 == table.span.line_start and span.line_start == span.line_end
        alone = span.line_start == 1 or self.lines.kinds[span.line_start - 2] == "blank"
        return paragraph.role == "body" and on_top and alone and len(words) < 90 and words[-1] not in ".:;,!?"

    def _is_below(self, table: Table, paragraph: Paragraph) -> bool:
        begin = self.lines.text[paragraph.span.start : paragraph.span.start + 3].lower()
        return paragraph.role == "caption" and not table.caption and begin in _TABLE_WORDS

    def _with_caption(self, table: Table, paragraph: Paragraph) -> Table:
        span = paragraph.span
        found = CAPTION.match(self.lines.text, span.start, span.end)
        label = found["label"] if found else ""
        caption = self.inliner.line(found.end() if found else span.start, span.end)
        return replace(table, caption=caption, label=label, span=_over(table.span, span))

    def _metadata(self, played: dict[int, Role]) -> Metadata:
        pairs = self._pairs()
        metadata = fields.told(Metadata(), pairs, fields.is_settings([key for key, _ in pairs]))
        for at, role in sorted(played.items()):
            text = self.facts[at].text
            if role == "byline" and not metadata.author:
                found = BYLINE.fullmatch(text.rstrip("."))
                if found:
                    metadata = replace(metadata, author=fields.names(found["name"]))
            elif role == "dateline" and not metadata.date_text:
                metadata = replace(metadata, date=iso_date(text), date_text=text)
        if not metadata.date_text:
            said = next(filter(None, (dated(fact.start) for fact in self.facts[:HEAD])), "")
            metadata = replace(metadata, date=iso_date(said), date_text=said)
        return metadata

    def _left_out(self) -> tuple[LeftOut, ...]:
        inside = (
            {index for unit in self.units for index in range(unit.first, unit.last + 1)}
            if self.left
            else set()
        )
        found = [
            LeftOut(self.blocks.span(index, index), reason)
            for index, reason in self.left.items()
            if index not in inside
        ]
        for at in self._silent():
            unit = self.units[at]
            reason = furniture.CONTENTS if at in self.contents else "settings, not text"
            found.append(LeftOut(self.blocks.span(unit.first, unit.last), reason))
        return tuple(sorted(found, key=lambda left: left.span.start))

    def _diagnostics(self) -> tuple[Diagnostic, ...]:
        return self.overrides.diagnostics(self.source)


def looked_at(cut: lines.Lines, found: list[Unit], aside: set[int]) -> tuple[list[Facts], dict[int, Role]]:
    """Return the facts of all units, and the parts of a letter.

    These and the units in ``aside`` are no headings and nobody's neighbours.
    """
    facts = [Facts(unit, cut) for unit in found]
    for fact, number in zip(facts, read_numerals(fact.number for fact in facts), strict=True):
        fact.number = number
    for at in spoken(facts):
        facts[at].said = True
    parts = dict.fromkeys(kickers(facts), NOTE) | ends(facts) | letter(facts)
    for at, role in parts.items():
        if role == "salutation" and at + 1 < len(facts) and facts[at + 1].tail in ".!":
            facts[at + 1].said = True  # a letter begins with a sentence, be it short
    for at in aside | set(parts) | speakers(facts):
        facts[at].set_aside()
    return facts, parts


def document_head(cut: lines.Lines, found: list[Unit]) -> list[int]:
    """Return the indexes of the "Key: value" lines that the text begins with, or that follow its title."""
    for begin in (0, 1):
        end = begin
        while end < len(found) and is_field(cut, found[end]) and (end == begin or not found[end].blank):
            if NAMED.match(cut.content(found[end].first)):
                break  # "Item 1: Welcome" begins the text
            end += 1
        if end - begin > 1:
            return list(range(begin, end))
    return []


def _left_lines(cut: lines.Lines, overrides: Overrides) -> dict[int, str]:
    """Return the lines that are no text, with the reason; an editor's headings are text."""
    left = furniture.pages(cut)
    for index, (raw, size) in enumerate(zip(cut.raw, cut.sizes, strict=True)):
        if 0 < size < 9 and _INVISIBLE.fullmatch(raw):
            left[index] = "invisible characters"
    return {index: reason for index, reason in left.items() if index not in overrides.headings}


def _over(one: Span, other: Span) -> Span:
    first, last = sorted((one, other), key=lambda span: span.start)
    return Span(one.source, first.line_start, last.line_end, first.start, last.end)
