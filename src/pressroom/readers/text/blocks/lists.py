"""List items to lists, nested by their indents and their marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from pressroom.model.document import Block, List, ListItem, ListStyle, Paragraph
from pressroom.model.span import Span
from pressroom.readers.text.blocks.inlines import LineJoiner
from pressroom.readers.text.blocks.spans import span_lines
from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.lines.marks import LONE, START, TASKS
from pressroom.readers.text.lines.numbering import parse_count, parse_roman
from pressroom.readers.text.units.series import UNMARKED
from pressroom.readers.text.units.units import Unit

_TASK = re.compile(r"\[([ xX✓✔])\]")
_DEEPEST = 12  # deeper items stay on that level


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


@dataclass(frozen=True, slots=True)
class ListBuilder:
    """Makes the lists of one text; ``build_block`` makes the block of a unit that hangs under an item."""

    lines: Lines
    joiner: LineJoiner
    build_block: Callable[[Unit], Block]

    def build(self, units: list[Unit]) -> list[Block]:
        """Return the lists that a run of items, and what hangs under them, makes."""
        done: list[_OpenList] = []
        path: list[_OpenList] = []
        for unit in units:
            if unit.kind != "item":
                path[-1].items[-1].blocks.append(self.build_block(unit))
                continue
            self._place(unit, path, done)
        return [self._close(each) for each in done]

    def _place(self, unit: Unit, path: list[_OpenList], done: list[_OpenList]) -> None:
        """Put an item where its indent and its mark say."""
        item, style, shape = self._open_item(unit, path)
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
        elif len(path) < _DEEPEST and (
            unit.indent > path[-1].indent + 1 or (path[-1].shape != shape and not unit.blank)
        ):
            path[-1].items[-1].blocks.append(fresh)
            path.append(fresh)
        elif path[-1].shape != shape or not _counts_on(path[-1], item):
            path.pop()
            (path[-1].items[-1].blocks if path else done).append(fresh)
            path.append(fresh)
        path[-1].items.append(item)

    def _open_item(self, unit: Unit, path: list[_OpenList]) -> tuple[_OpenItem, ListStyle, str]:
        """Return an item with its paragraph, and the style and shape of its list."""
        raw = self.lines.raw[unit.first]
        mark = None if unit.mark == UNMARKED else START.match(raw) or LONE.match(raw)
        written = mark.group(mark.lastgroup or 0).strip() if mark else ""
        checked = None
        task = _TASK.search(written)
        if task:
            checked = task.group(1) != " "
        elif written in TASKS:
            checked = TASKS[written]
        begin = self.lines.starts[unit.first] + (mark.end() if mark else 0)
        if mark and not raw[mark.end() :].strip():  # the words stand below, past lines left out
            below = range(unit.first + 1, unit.last + 1)
            words = next((at for at in below if self.lines.kinds[at] != "blank"), unit.first)
            begin = max(begin, self.lines.begin(words))
        rest = self.lines.text[begin : self.lines.end(unit.last)]
        begin += len(rest) - len(rest.lstrip())
        kind = unit.mark if mark else "bullet"
        style, count, shape = _styled(written, kind, path)
        span = self._span(unit.first, unit.last)
        line = span.line_start + self.lines.text.count("\n", span.start, begin)
        inner = Span(span.source, line, span.line_end, begin, span.end)
        open_item = _OpenItem(unit, written, checked, count)
        open_item.blocks.append(Paragraph(self.joiner.join(begin, span.end), inner))
        return open_item, style, shape

    def _close(self, opened: _OpenList) -> List:
        """Return the list of the model, with all that hangs in it."""
        items = []
        for item in opened.items:
            blocks = tuple(
                self._close(block) if isinstance(block, _OpenList) else block for block in item.blocks
            )
            span = self._span(item.unit.first, item.unit.last)
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

    def _span(self, first: int, last: int) -> Span:
        return span_lines(self.lines, self.joiner.source, first, last)


def _counts_on(opened: _OpenList, item: _OpenItem) -> bool:
    return opened.style == "bullet" or (bool(opened.items) and item.count == opened.items[-1].count + 1)


def _styled(written: str, mark: str, path: list[_OpenList]) -> tuple[ListStyle, int, str]:
    """Return the style, the count, and the shape of a marker, equal for markers of one list."""
    if mark in ("bullet", "task"):
        return "bullet", 1, "task" if mark == "task" or written in TASKS else written
    core = written.strip("()[]. ")
    if core.isdecimal():
        return "decimal", int(core), written.replace(core, "1")
    upper = core.isupper()
    last = path[-1] if path else None
    value = parse_roman(core)
    letter = (
        parse_count(core)
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
