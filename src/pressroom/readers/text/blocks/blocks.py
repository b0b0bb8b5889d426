"""Units to blocks of the model: lists with their nesting, quotations, code, fields, paragraphs."""

from __future__ import annotations

import re

from pressroom.model.document import (
    Block,
    CodeBlock,
    Definition,
    DefinitionList,
    Divider,
    Paragraph,
    Quote,
    Role,
)
from pressroom.model.inline import Inline, LineBreak, Strong
from pressroom.model.span import Span
from pressroom.readers.common.brackets.pictures import read_picture_line
from pressroom.readers.text.blocks import tables
from pressroom.readers.text.blocks.inlines import LineJoiner
from pressroom.readers.text.blocks.lists import ListBuilder
from pressroom.readers.text.blocks.quotes import ATTRIBUTION, build_quote
from pressroom.readers.text.blocks.spans import span_lines
from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.units.fields import FIELD
from pressroom.readers.text.units.units import Unit

_QUOTE_MARK = re.compile(r"(?:\s*>)+[ \t]?")
_CODE = re.compile(
    r"[{}\\$^`]|[=<>|;]\s*$|\w\(|\)\s*$|=\s*\S|://|^\s*(?:#|>>>|\.\.\.|--?\w)|\w_\w|::|\[\]|\w\.\w+\(|</?\w"
)


class BlockBuilder:
    """Makes the blocks of one text."""

    def __init__(self, lines: Lines, joiner: LineJoiner) -> None:
        self.lines = lines
        self.joiner = joiner
        self._lists = ListBuilder(lines, joiner, self.build)

    def span(self, first: int, last: int) -> Span:
        """Return the span of whole lines, without the white space round them."""
        return span_lines(self.lines, self.joiner.source, first, last)

    def span_passage(self, begin: int, end: int) -> Span:
        """Return the span of a part of one line."""
        line = self.lines.number(self.lines.find(begin))
        return Span(self.joiner.source, line, line, begin, end)

    def join_lines(self, first: int, last: int, skip: int = 0) -> tuple[Inline, ...]:
        """Return the running text of lines; ``skip`` characters of the first are a mark."""
        return self.joiner.join(self.lines.begin(first) + skip, self.lines.end(last))

    def build_paragraph(self, unit: Unit, role: Role = "body") -> Paragraph:
        """Return a paragraph of the given role."""
        span = self.span(unit.first, unit.last)
        return Paragraph(self.joiner.join(span.start, span.end), span, role)

    def build_run_in(self, unit: Unit, size: int) -> Paragraph:
        """Return a paragraph whose first ``size`` characters are its heading, in bold."""
        span = self.span(unit.first, unit.last)
        end = span.start + size
        head = Strong(self.joiner.join(span.start, end))
        return Paragraph((head, *self.joiner.join(end, span.end)), span)

    def build(self, unit: Unit) -> Block:
        """Return the block of a unit that is neither heading nor list item."""
        if unit.kind == "table":
            return tables.build_table(
                self.lines, unit.first, unit.last, self.span(unit.first, unit.last), self.joiner
            )
        if unit.kind == "code":
            return self.build_fenced(unit)
        if unit.kind == "indented":
            return self.build_indented(unit)
        if unit.kind == "quote":
            return self.build_quoted(unit)
        if unit.kind == "quoted":
            span = self.span(unit.first, unit.last)
            return Quote((Paragraph(self.joiner.join(span.start, span.end), span),), span)
        if unit.kind == "divider":
            return Divider(self.span(unit.first, unit.last))
        span = self.span(unit.first, unit.last)
        return read_picture_line(self.lines.text[span.start : span.end], span) or self.build_paragraph(unit)

    def build_fenced(self, unit: Unit) -> CodeBlock:
        """Return code between fences, which are no part of it."""
        raw = self.lines.raw
        info = raw[unit.first].strip().strip("`~").strip()
        language, _, rest = info.partition(" ")
        text = "\n".join(line.rstrip("\r") for line in raw[unit.first + 1 : unit.last])
        return CodeBlock(text, self.span(unit.first, unit.last), language, rest.strip())

    def build_indented(self, unit: Unit) -> Block:
        """Lines set in are code if they look like it, otherwise a quotation or lines of their own."""
        kind = classify_indented(self.lines, unit)
        span = self.span(unit.first, unit.last)
        if kind == "code":
            raw = self.lines.raw[unit.first : unit.last + 1]
            least = min(len(line) - len(line.lstrip()) for line in raw if line.strip())
            return CodeBlock("\n".join(line[least:].rstrip() for line in raw), span)
        if kind == "quote":
            rows = [(index, self.lines.begin(index)) for index in self.list_visible(unit)]
            return build_quote(rows, span, self.lines, self.joiner)
        return Paragraph(self.keep_lines(self.list_visible(unit)), span)

    def list_visible(self, unit: Unit) -> list[int]:
        """Return the lines of a unit that are not blank."""
        return [index for index in range(unit.first, unit.last + 1) if self.lines.kinds[index] != "blank"]

    def keep_lines(self, indexes: list[int]) -> tuple[Inline, ...]:
        """Return lines with the breaks that their author gave them."""
        found: list[Inline] = []
        for index in indexes:
            if found:
                found.append(LineBreak())
            found.extend(self.joiner.join(self.lines.begin(index), self.lines.end(index)))
        return tuple(found)

    def build_quoted(self, unit: Unit) -> Quote:
        """Return a quotation whose lines begin with a mark."""
        lines = []
        for index in range(unit.first, unit.last + 1):
            mark = _QUOTE_MARK.match(self.lines.raw[index])
            begin = mark.end() if mark else 0
            raw = self.lines.raw[index]
            begin += len(raw) - begin - len(raw[begin:].lstrip())
            lines.append((index, self.lines.starts[index] + begin))
        return build_quote(lines, self.span(unit.first, unit.last), self.lines, self.joiner)

    def build_fields(self, units: list[Unit]) -> DefinitionList:
        """Return a "Key: value" block."""
        items = []
        for unit in units:
            begin = self.lines.begin(unit.first)
            mark = FIELD.match(self.lines.text, begin, self.lines.end(unit.first))
            assert mark is not None  # noqa: S101 - is_field asked before
            span = self.span(unit.first, unit.last)
            value = self.joiner.join(mark.end(), span.end)
            inner = Span(span.source, span.line_start, span.line_end, min(mark.end(), span.end), span.end)
            blocks = (Paragraph(value, inner),) if value else ()
            items.append(Definition(self.joiner.join(begin, mark.end(1)), blocks, span))
        first, last = items[0].span, items[-1].span
        whole = Span(first.source, first.line_start, last.line_end, first.start, last.end)
        return DefinitionList(tuple(items), whole, fields=True)

    def build_lists(self, units: list[Unit]) -> list[Block]:
        """Return the lists that a run of items, and what hangs under them, makes."""
        return self._lists.build(units)


def classify_indented(lines: Lines, unit: Unit) -> str:
    """Tell whether lines set in are code, quote, or plain text."""
    raw = [lines.raw[index].strip() for index in range(unit.first, unit.last + 1)]
    shown = [line for line in raw if line]
    if ATTRIBUTION.match(shown[-1]):
        return "quote"
    code = sum(bool(_CODE.search(line)) for line in shown)
    sentences = sum(line[-1] in ".!?”\"’'" and line.count(" ") > 3 for line in shown)
    wordy = sum(line.count(" ") > 5 for line in shown)
    if code * 3 >= len(shown) and not (sentences and wordy * 2 > len(shown) and code * 2 < len(shown)):
        return "code"
    if sentences and shown[0][0] not in "#/*" and wordy * 2 >= len(shown):
        return "quote"
    return "text" if unit.indent >= 12 else "code"
