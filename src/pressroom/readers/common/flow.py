"""Paragraphs as word processors keep them, flat and each with its look, to headings and blocks.

A word processor knows no lists and no quotations, only paragraphs that look like it: they are put together
here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from pressroom.model.document import (
    Block,
    CodeBlock,
    Definition,
    DefinitionList,
    Heading,
    Image,
    List,
    ListItem,
    ListStyle,
    Paragraph,
    Quote,
    Role,
    Table,
)
from pressroom.model.inline import Inline, Strong, Text, words
from pressroom.model.span import Span
from pressroom.readers.common.outline import Item, may_be_heading
from pressroom.readers.common.rendering import NOWHERE

_LARGER = 1.15  # times the size of the running text
_LABEL = re.compile(
    r"(?P<label>(?:table|figure|fig|chart|abb|abbildung|tabelle|tab|tableau|figura|tabla|tabella|tabela|box|map|photo)"
    r"(?:\.?\s*\d+(?:[.-]\d+)*[a-z]?|(?=\s?:)))\s*[.:–—-]?\s+",
    re.IGNORECASE,
)
_ROLES: dict[str, Role] = {
    "subtitle": "standfirst",
    "abstract": "standfirst",
    "author": "byline",
    "date": "dateline",
    "caption": "caption",
}
_GROUPED = {"quote": ("quote",), "code": ("code",), "term": ("term", "definition")}


@dataclass(frozen=True, slots=True)
class ListMark:
    """A paragraph's place in a list; ``depth`` from 0. Equal ``series`` are counted together."""

    depth: int
    marker: str = ""
    style: ListStyle = "bullet"
    number: int = 1
    series: str = ""


@dataclass(slots=True)
class Para:
    """A paragraph and what its style and look say.

    ``part`` is title, subtitle, quote, caption, code, author, date, abstract or ""; ``level`` the outline
    level from 1, 0 for none; ``size`` in any unit, 0 where unknown; ``number`` is the numbering ahead of a
    heading; ``follows`` marks a paragraph that belongs to the list item before it.
    """

    inlines: tuple[Inline, ...]
    part: str = ""
    level: int = 0
    number: str = ""
    mark: ListMark | None = None
    bold: bool = False
    size: int = 0
    follows: bool = False
    span: Span = field(default=NOWHERE)

    @property
    def text(self) -> str:
        """The paragraph's words."""
        return words(self.inlines)


Flow = Para | Block


def build_items(flow: Sequence[Flow]) -> tuple[Heading | None, list[Item]]:
    """Return the title that a style marks as one, and headings and blocks in reading order."""
    entries = list(flow)
    _guess_headings(entries)
    title: Heading | None = None
    items: list[Item] = []
    at = 0
    while at < len(entries):
        entry = entries[at]
        if not isinstance(entry, Para):
            items.append(entry)
        elif entry.mark and not entry.level:
            end = _run(entries, at, lambda para: para.mark is not None or para.follows)
            items.extend(_lists([para for para in entries[at:end] if isinstance(para, Para)]))
            at = end - 1
        elif entry.part == "title" and title is None and not any(isinstance(item, Heading) for item in items):
            title = Heading(strip_bold(entry.inlines), 0, entry.span)
        elif entry.part in _GROUPED:
            end = _run(entries, at, _of_part(*_GROUPED[entry.part]))
            items.append(_together(entry.part, [para for para in entries[at:end] if isinstance(para, Para)]))
            at = end - 1
        else:
            items.append(_one(entry))
        at += 1
    return title, attach_captions(items)


def _run(entries: Sequence[Flow], at: int, belongs: Callable[[Para], bool]) -> int:
    """Return the index after the paragraphs from ``at`` on that belong together."""
    end = at + 1
    while end < len(entries):
        entry = entries[end]
        if not isinstance(entry, Para) or entry.level or not belongs(entry):
            break
        end += 1
    return end


def strip_bold(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Take the bold off a heading that is bold throughout."""
    return inlines[0].children if len(inlines) == 1 and isinstance(inlines[0], Strong) else inlines


def _of_part(*parts: str) -> Callable[[Para], bool]:
    return lambda para: para.part in parts


def _one(para: Para) -> Item:
    if para.level or para.part == "title":
        guess = para.part == "guessed"
        reasons = ("a short paragraph in bold or large type",) if guess else ()
        return Heading(
            strip_bold(para.inlines), max(para.level, 1), para.span, para.number, guess, guess, reasons
        )
    return Paragraph(para.inlines, para.span, _ROLES.get(para.part, "body"))


def _together(part: str, paras: Sequence[Para]) -> Block:
    if part == "code":
        return CodeBlock("\n".join(para.text for para in paras), NOWHERE)
    if part == "term":
        return _terms(paras)
    return Quote(tuple(Paragraph(para.inlines, NOWHERE) for para in paras), NOWHERE)


def _terms(paras: Sequence[Para]) -> Block:
    found: list[Definition] = []
    for para in paras:
        if para.part == "term" or not found:
            found.append(Definition(para.inlines, (), NOWHERE))
        else:
            last = found[-1]
            found[-1] = replace(last, blocks=(*last.blocks, Paragraph(para.inlines, NOWHERE)))
    return DefinitionList(tuple(found), NOWHERE)


# headings that only look like it


def _guess_headings(entries: list[Flow]) -> None:
    """Give a level to short bold or large paragraphs that stand over others."""
    paras = [entry for entry in entries if isinstance(entry, Para)]
    sizes: Counter[int] = Counter()
    for para in paras:
        if not para.level and not para.part:
            sizes[para.size] += len(para.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0
    found = [at for at, entry in enumerate(entries) if isinstance(entry, Para) and _looks(entry, usual)]
    found = [at for at in found if at + 1 < len(entries)]
    plain = [para for para in paras if not para.level and not para.part and not para.mark]
    if not found or len(found) * 2 > max(len(plain), 3):
        return
    first = entries[found[0]]
    if found[0] == 0 and isinstance(first, Para) and any(para.level for para in paras):
        first.part = "title"  # what stands over all marked headings is the title
        del found[0]
    ranks = sorted({_rank(entries[at]) for at in found}, reverse=True)
    guessed = set(found)
    level = 0
    for at, entry in enumerate(entries):
        if not isinstance(entry, Para):
            continue
        if at in guessed:
            entry.level = level + 1 if level else ranks.index(_rank(entry)) + 1
            entry.part = "guessed"
        elif entry.level:
            level = entry.level


def _looks(para: Para, usual: int) -> bool:
    if para.level or para.part or para.mark or para.follows:
        return False
    if not may_be_heading(para.text) or _LABEL.match(para.text.strip()):
        return False
    return para.bold or (usual > 0 and para.size >= usual * _LARGER)


def _rank(entry: Flow) -> tuple[int, bool]:
    return (entry.size, entry.bold) if isinstance(entry, Para) else (0, False)


# lists


@dataclass(slots=True)
class _Level:
    """A list that grows: its first mark, and the mark, place and blocks of each item."""

    depth: int
    mark: ListMark
    items: list[tuple[ListMark, Span, list[Block]]]


def _lists(paras: Sequence[Para]) -> list[Block]:
    """Return the lists that paragraphs with marks make, nested by depth."""
    done: list[Block] = []
    path: list[_Level] = []

    def close(depth: int) -> None:
        while path and path[-1].depth > depth:
            made = _list(path.pop())
            if path:
                path[-1].items[-1][-1].append(made)
            else:
                done.append(made)

    for para in paras:
        mark = para.mark
        if mark is None:  # goes on with the item before
            path[-1].items[-1][-1].append(Paragraph(para.inlines, para.span))
            continue
        close(mark.depth)
        top = path[-1] if path else None
        if top is None or top.depth < mark.depth:
            path.append(_Level(mark.depth, mark, []))
        elif not _same(top, mark):
            close(mark.depth - 1)
            path.append(_Level(mark.depth, mark, []))
        blocks: list[Block] = [Paragraph(para.inlines, para.span)] if para.inlines else []
        path[-1].items.append((mark, para.span, blocks))
    close(-1)
    return done


def _same(level: _Level, mark: ListMark) -> bool:
    """Tell whether an item carries a list on: the same kind, and one more."""
    first, last = level.mark, level.items[-1][0]
    if first.style != mark.style:
        return False
    uncounted = mark.style == "bullet" or not mark.marker  # a style may number without saying the number
    return uncounted or mark.number == last.number + 1


def _list(level: _Level) -> List:
    items = tuple(ListItem(tuple(blocks), span, mark.marker) for mark, span, blocks in level.items)
    return List(items, NOWHERE, level.mark.style, level.mark.number if level.mark.style != "bullet" else 1)


# captions


def attach_captions(items: Iterable[Item]) -> list[Item]:
    """Give captions to the table or picture they stand at: after pictures, before or after tables."""
    found = list(items)
    at = 0
    while at < len(found):
        item = found[at]
        if isinstance(item, Paragraph) and item.role == "caption":
            before = found[at - 1] if at else None
            after = found[at + 1] if at + 1 < len(found) else None
            owner = _owner(item, before, after)
            if owner:
                found[at + owner] = _add_caption(found[at + owner], item.inlines)
                del found[at]
                continue
        at += 1
    return found


def _owner(caption: Paragraph, before: Item | None, after: Item | None) -> int:
    """Return where the captioned thing stands: -1, +1, or 0 for nowhere."""
    free = [isinstance(item, Table | Image) and not item.caption for item in (before, after)]
    if all(free):
        wants_table = words(caption.inlines).lower().startswith(("tab",))
        return 1 if isinstance(after, Table) and (wants_table or not isinstance(before, Image)) else -1
    return -1 if free[0] else (1 if free[1] else 0)


def _add_caption(item: Item, inlines: tuple[Inline, ...]) -> Item:
    label, rest = split_label(inlines)
    return replace(item, caption=rest, label=label) if isinstance(item, Table | Image) else item


def split_label(inlines: tuple[Inline, ...]) -> tuple[str, tuple[Inline, ...]]:
    """Split "Table 2: " off a caption: Pressroom prints the label itself, in the report's language."""
    first = inlines[0] if inlines else None
    found = _LABEL.match(first.value) if isinstance(first, Text) else None
    if not found or not isinstance(first, Text) or not words(inlines)[found.end() :].strip():
        return "", inlines
    start = None if first.start is None else first.start + found.end()
    kept = Text(first.value[found.end() :], start)
    return found["label"], (kept, *inlines[1:]) if kept.value else inlines[1:]
