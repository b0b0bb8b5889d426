"""Units to blocks of the model: lists with their nesting, quotations, code, fields, paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pressroom.model.document import (
    Block,
    CodeBlock,
    Definition,
    DefinitionList,
    Divider,
    List,
    ListItem,
    ListStyle,
    Paragraph,
    Quote,
    Role,
)
from pressroom.model.inline import Inline, LineBreak
from pressroom.model.span import Span
from pressroom.readers.text import tables
from pressroom.readers.text.inlines import Inliner
from pressroom.readers.text.lines import Lines
from pressroom.readers.text.marks import START, TASKS, counted, roman
from pressroom.readers.text.units import Unit

_TASK = re.compile(r"\[([ xX✓✔])\]")
_FIELD = re.compile(r"([^\W\d_][\w()/&'’. -]{0,38}?)[ \t]*:(?:[ \t]+|$)")
_QUOTE_MARK = re.compile(r"(?:\s*>)+[ \t]?")
_DEEPEST_LIST = 12  # deeper items stay on that level
_CODE = re.compile(
    r"[{}\\$^`]|[=<>|;]\s*$|\w\(|\)\s*$|=\s*\S|://|^\s*(?:#|>>>|\.\.\.|--?\w)|\w_\w|::|\[\]|\w\.\w+\(|</?\w"
)
_ATTRIBUTION = re.compile(r"\s*[\"“]?\s*(?:—|–|--|-–|―)\s*\S")


@dataclass(slots=True)
class _OpenList:
    """A list that is still being filled."""

    indent: int
    style: ListStyle
    shape: str
    start: int
    items: list[_OpenItem] = field(default_factory=list)


@dataclass(slots=True)
class _OpenItem:
    unit: Unit
    marker: str
    checked: bool | None
    count: int
    blocks: list[Block | _OpenList] = field(default_factory=list)
    end: int = 0


class Blocks:
    """Makes the blocks of one text."""

    def __init__(self, lines: Lines, inliner: Inliner) -> None:
        self.lines = lines
        self.inliner = inliner

    def span(self, first: int, last: int) -> Span:
        """Return the span of whole lines, without the white space round them."""
        lines = self.lines
        return Span(self.inliner.source, first + 1, last + 1, lines.begin(first), lines.end(last))

    def words(self, first: int, last: int, skip: int = 0) -> tuple[Inline, ...]:
        """Return the running text of lines; ``skip`` characters of the first are a mark."""
        return self.inliner.line(self.lines.begin(first) + skip, self.lines.end(last))

    def paragraph(self, unit: Unit, role: Role = "body") -> Paragraph:
        """Return a paragraph of the given role."""
        span = self.span(unit.first, unit.last)
        return Paragraph(self.inliner.line(span.start, span.end), span, role)

    def block(self, unit: Unit) -> Block:
        """Return the block of a unit that is neither heading nor list item."""
        if unit.kind == "table":
            return tables.table(
                self.lines, unit.first, unit.last, self.span(unit.first, unit.last), self.inliner
            )
        if unit.kind == "code":
            return self.fenced(unit)
        if unit.kind == "indented":
            return self.indented(unit)
        if unit.kind == "quote":
            return self.quote(unit)
        if unit.kind == "quoted":
            span = self.span(unit.first, unit.last)
            return Quote((Paragraph(self.inliner.line(span.start, span.end), span),), span)
        if unit.kind == "divider":
            return Divider(self.span(unit.first, unit.last))
        return self.paragraph(unit)

    def fenced(self, unit: Unit) -> CodeBlock:
        """Return code between fences, which are no part of it."""
        raw = self.lines.raw
        info = raw[unit.first].strip().strip("`~").strip()
        language, _, rest = info.partition(" ")
        text = "\n".join(line.rstrip("\r") for line in raw[unit.first + 1 : unit.last])
        return CodeBlock(text, self.span(unit.first, unit.last), language, rest.strip())

    def indented(self, unit: Unit) -> Block:
        """Lines set in are code if they look like it, otherwise a quotation or lines of their own."""
        kind = indented_kind(self.lines, unit)
        span = self.span(unit.first, unit.last)
        if kind == "code":
            raw = self.lines.raw[unit.first : unit.last + 1]
            least = min(len(line) - len(line.lstrip()) for line in raw if line.strip())
            return CodeBlock("\n".join(line[least:].rstrip() for line in raw), span)
        if kind == "quote":
            return self.quoted([(index, self.lines.begin(index)) for index in self.seen(unit)], span)
        return Paragraph(self.broken(self.seen(unit)), span)

    def seen(self, unit: Unit) -> list[int]:
        """Return the lines of a unit that are not blank."""
        return [index for index in range(unit.first, unit.last + 1) if self.lines.kinds[index] != "blank"]

    def broken(self, indexes: list[int]) -> tuple[Inline, ...]:
        """Return lines with the breaks that their author gave them."""
        found: list[Inline] = []
        for index in indexes:
            if found:
                found.append(LineBreak())
            found.extend(self.inliner.line(self.lines.begin(index), self.lines.end(index)))
        return tuple(found)

    def quote(self, unit: Unit) -> Quote:
        """Return a quotation whose lines begin with a mark."""
        lines = []
        for index in range(unit.first, unit.last + 1):
            mark = _QUOTE_MARK.match(self.lines.raw[index])
            begin = mark.end() if mark else 0
            raw = self.lines.raw[index]
            begin += len(raw) - begin - len(raw[begin:].lstrip())
            lines.append((index, self.lines.starts[index] + begin))
        return self.quoted(lines, self.span(unit.first, unit.last))

    def quoted(self, lines: list[tuple[int, int]], span: Span) -> Quote:
        """Return a quotation; ``lines`` are (line index, offset of its first word)."""
        paragraphs: list[list[tuple[int, int]]] = []
        fresh = True
        width = self.lines.width
        for index, begin in lines:
            if begin >= self.lines.end(index):
                fresh = True
                continue
            if not fresh and paragraphs:
                before = paragraphs[-1][-1][0]
                word = self.lines.text.find(" ", begin, self.lines.end(index))
                word = (word if word >= 0 else self.lines.end(index)) - begin
                fresh = before + 1 != index or not width or self.lines.sizes[before] + 1 + word <= width
            if fresh:
                paragraphs.append([])
            paragraphs[-1].append((index, begin))
            fresh = False
        attribution: tuple[Inline, ...] = ()
        if len(paragraphs) > 1:
            first, begin = paragraphs[-1][0]
            if _ATTRIBUTION.match(self.lines.text[begin : self.lines.end(first)]):
                attribution = self.inliner.stretches(self.stretches(paragraphs.pop()))
        blocks = tuple(
            Paragraph(
                self.inliner.stretches(self.stretches(part)),
                Span(
                    self.inliner.source,
                    part[0][0] + 1,
                    part[-1][0] + 1,
                    part[0][1],
                    self.lines.end(part[-1][0]),
                ),
            )
            for part in paragraphs
        )
        return Quote(blocks, span, attribution)

    def stretches(self, part: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the stretches (start, end) of a quotation's lines."""
        return [(begin, self.lines.end(index)) for index, begin in part]

    def fields(self, units: list[Unit]) -> DefinitionList:
        """Return a "Key: value" block."""
        items = []
        for unit in units:
            begin = self.lines.begin(unit.first)
            mark = _FIELD.match(self.lines.text, begin, self.lines.end(unit.last))
            assert mark is not None  # noqa: S101 - is_field asked before
            span = self.span(unit.first, unit.last)
            value = self.inliner.line(mark.end(), span.end)
            inner = Span(span.source, span.line_start, span.line_end, min(mark.end(), span.end), span.end)
            blocks = (Paragraph(value, inner),) if value else ()
            items.append(Definition(self.inliner.line(begin, mark.end(1)), blocks, span))
        first, last = items[0].span, items[-1].span
        whole = Span(first.source, first.line_start, last.line_end, first.start, last.end)
        return DefinitionList(tuple(items), whole, fields=True)

    def lists(self, units: list[Unit]) -> list[Block]:
        """Return the lists that a run of items, and what hangs under them, makes."""
        done: list[_OpenList] = []
        path: list[_OpenList] = []
        for unit in units:
            if unit.kind != "item":
                path[-1].items[-1].blocks.append(self.block(unit))
                continue
            self.place(unit, path, done)
        return [self.closed(each) for each in done]

    def place(self, unit: Unit, path: list[_OpenList], done: list[_OpenList]) -> None:
        """Put an item where its indent and its mark say."""
        item, style, shape = self.item(unit, path)
        while path and unit.indent < path[-1].indent - 1:
            path.pop()
        if path and unit.indent <= path[-1].indent + 1 and path[-1].shape != shape:
            for depth, outer in enumerate(path):
                if outer.shape == shape and outer.indent >= unit.indent - 3 and _counts_on(outer, item):
                    del path[depth + 1 :]
                    break
        fresh = _OpenList(unit.indent, style, shape, item.count)
        if not path:
            done.append(fresh)
            path.append(fresh)
        elif len(path) < _DEEPEST_LIST and (
            unit.indent > path[-1].indent + 1 or (path[-1].shape != shape and not unit.blank)
        ):
            path[-1].items[-1].blocks.append(fresh)
            path.append(fresh)
        elif path[-1].shape != shape or not _counts_on(path[-1], item):
            path.pop()
            (path[-1].items[-1].blocks if path else done).append(fresh)
            path.append(fresh)
        path[-1].items.append(item)

    def item(self, unit: Unit, path: list[_OpenList]) -> tuple[_OpenItem, ListStyle, str]:
        """Return an item with its paragraph, and the style and shape of its list."""
        raw = self.lines.raw[unit.first]
        mark = START.match(raw)
        assert mark is not None  # noqa: S101 - this made it an item
        written = mark.group(mark.lastgroup or 0).strip()
        checked = None
        task = _TASK.search(written)
        if task:
            checked = task.group(1) != " "
        elif written in TASKS:
            checked = TASKS[written]
        begin = self.lines.starts[unit.first] + mark.end()
        begin += len(raw) - mark.end() - len(raw[mark.end() :].lstrip())
        style, count, shape = _styled(written, unit.mark, path)
        span = self.span(unit.first, unit.last)
        inner = Span(span.source, span.line_start, span.line_end, begin, span.end)
        open_item = _OpenItem(unit, written, checked, count)
        open_item.blocks.append(Paragraph(self.inliner.line(begin, span.end), inner))
        return open_item, style, shape

    def closed(self, opened: _OpenList) -> List:
        """Return the list of the model, with all that hangs in it."""
        items = []
        for item in opened.items:
            blocks = tuple(
                self.closed(block) if isinstance(block, _OpenList) else block for block in item.blocks
            )
            span = self.span(item.unit.first, item.unit.last)
            end = max(blocks, key=lambda block: block.span.end).span
            span = Span(
                span.source,
                span.line_start,
                max(end.line_end, span.line_end),
                span.start,
                max(end.end, span.end),
            )
            items.append(ListItem(blocks, span, item.marker, item.checked))
        first, last = items[0].span, items[-1].span
        whole = Span(first.source, first.line_start, last.line_end, first.start, last.end)
        return List(tuple(items), whole, opened.style, opened.start if opened.style != "bullet" else 1)


def _counts_on(opened: _OpenList, item: _OpenItem) -> bool:
    return opened.style == "bullet" or (bool(opened.items) and item.count == opened.items[-1].count + 1)


def _styled(written: str, mark: str, path: list[_OpenList]) -> tuple[ListStyle, int, str]:
    """Return the style, the count, and the shape of a marker, equal for markers of one list."""
    if mark in ("bullet", "task"):
        return "bullet", 1, "task" if mark == "task" else written
    core = written.strip("()[]. ")
    if core.isdecimal():
        return "decimal", int(core), written.replace(core, "1")
    upper = core.isupper()
    last = path[-1] if path else None
    value = roman(core)
    letter = (
        counted(core)
        if len(core) == 1 and core not in "IVX"
        else (ord(core.lower()) - 96 if len(core) == 1 else 0)
    )
    as_roman = bool(value) and (
        not letter
        or (
            core in "iI"
            and not (last and last.style.endswith("alpha") and last.items[-1].count == letter - 1)
        )
        or bool(last and last.style.endswith("roman") and last.items[-1].count == value - 1)
    )
    if as_roman:
        sample = "I" if upper else "i"
        return ("upper-roman" if upper else "lower-roman"), value, written.replace(core, sample)
    sample = "A" if upper else "a"
    return ("upper-alpha" if upper else "lower-alpha"), letter or 1, written.replace(core, sample)


def is_field(lines: Lines, unit: Unit) -> bool:
    """Tell whether a unit is "Key: value"."""
    if unit.kind != "text" or unit.size > 200 or ":" not in lines.raw[unit.first]:
        return False
    begin = lines.begin(unit.first)
    found = _FIELD.match(lines.text, begin, lines.end(unit.first))
    return found is not None and found.group(1).count(" ") < 4 and found.group(1)[0].isupper()


def field_key(lines: Lines, unit: Unit) -> str:
    """Return the key of a "Key: value" unit in lower case, "" if it is none."""
    found = _FIELD.match(lines.text, lines.begin(unit.first), lines.end(unit.first))
    return found.group(1).lower() if found else ""


def indented_kind(lines: Lines, unit: Unit) -> str:
    """Tell whether lines set in are code, quote, or plain text."""
    raw = [lines.raw[index].strip() for index in range(unit.first, unit.last + 1)]
    shown = [line for line in raw if line]
    if _ATTRIBUTION.match(shown[-1]):
        return "quote"
    code = sum(bool(_CODE.search(line)) for line in shown)
    sentences = sum(line[-1] in ".!?”\"’'" and line.count(" ") > 3 for line in shown)
    wordy = sum(line.count(" ") > 5 for line in shown)
    if code * 3 >= len(shown) and not (sentences and wordy * 2 > len(shown) and code * 2 < len(shown)):
        return "code"
    if sentences and shown[0][0] not in "#/*" and wordy * 2 >= len(shown):
        return "quote"
    return "text" if unit.indent >= 12 else "code"
