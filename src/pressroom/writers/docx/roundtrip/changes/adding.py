"""Paragraphs, items, headings and table rows that are new in Word, written as the source writes its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pressroom.writers.docx.roundtrip.aligning.aligned import SPLIT, WordBlock
from pressroom.writers.docx.roundtrip.source_text.blocks import SourceBlock
from pressroom.writers.docx.roundtrip.source_text.edits import Change, Edit, EditConflict, Said
from pressroom.writers.docx.roundtrip.source_text.markup import Markup, marker_kind, next_marker
from pressroom.writers.docx.roundtrip.word.wordtext import CALL, OBJECT

_UNCLEAR = "added in Word, and its place in the source is not clear"
_RULE = re.compile(r"\r?\n[ \t>]*\|?[ \t]*:?-+[-:| \t]*(?=\r?\n|$)")
_BORDER = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class NewParagraph:
    """A paragraph that is new in Word: its words with the labels of the notes that it calls."""

    block: WordBlock
    said: Said

    def refuse(self, reason: str = _UNCLEAR) -> EditConflict:
        """Return the conflict that says that it cannot be placed."""
        return EditConflict(self.block.words, reason)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The blocks of the source between which something new stands in Word, None at the text's ends."""

    before: SourceBlock | None
    after: SourceBlock | None


def add_paragraphs(
    new: Sequence[NewParagraph],
    beside: Neighbours,
    models: Mapping[tuple[str, int], SourceBlock],
    markup: Markup,
) -> Change | None:
    """Return the change that puts new paragraphs between two blocks; None where they have no place."""
    if any(OBJECT in each.said.text for each in new):
        return None
    before, after = beside.before, beside.after
    if before is not None and before.cell is None and not before.in_front:
        return _add_behind(new, before, before.end, models, markup)
    if before is not None and before.container is not None:
        return _add_behind_table(new, before, models, markup)
    if after is not None and not after.in_front and after.cell is None:
        return _add_ahead(new, after, models, markup)
    return None


def _add_behind(
    new: Sequence[NewParagraph],
    known: SourceBlock,
    at: int,
    models: Mapping[tuple[str, int], SourceBlock],
    markup: Markup,
) -> Change:
    text = "".join(_write_all(new, known, models, markup))
    edit = Edit(at, at, markup.convert_line_ends(text), known.span)
    added = tuple((known.ident, "after", each.said) for each in new)
    return Change((edit,), tuple(each.refuse() for each in new), added=added)


def _add_behind_table(
    new: Sequence[NewParagraph],
    cell: SourceBlock,
    models: Mapping[tuple[str, int], SourceBlock],
    markup: Markup,
) -> Change | None:
    container = cell.container
    if container is None:
        return None
    inside = [block for block in markup.source.blocks if container.start <= block.start < container.end]
    last = inside[-1] if inside else cell
    end = len(markup.source.text[: max(container.end, last.end)].rstrip())
    line_end = markup.source.text.find("\n", end)
    at = len(markup.source.text[: line_end if line_end >= 0 else None].rstrip())
    text = "".join(_write_all(new, None, models, markup))
    edit = Edit(at, at, markup.convert_line_ends(SPLIT + text), cell.span)
    added = tuple((last.ident, "after", each.said) for each in new)
    return Change((edit,), tuple(each.refuse() for each in new), added=added)


def _add_ahead(
    new: Sequence[NewParagraph],
    known: SourceBlock,
    models: Mapping[tuple[str, int], SourceBlock],
    markup: Markup,
) -> Change:
    at = markup.source.text.rfind("\n", 0, known.start) + 1
    text = "".join(_write_all(new, None, models, markup)) + SPLIT
    edit = Edit(at, at, markup.convert_line_ends(text), known.span)
    added = tuple((known.ident, "before", each.said) for each in new)
    return Change((edit,), tuple(each.refuse() for each in new), added=added)


def _write_all(
    new: Sequence[NewParagraph],
    known: SourceBlock | None,
    models: Mapping[tuple[str, int], SourceBlock],
    markup: Markup,
) -> list[str]:
    """Write paragraphs one behind the other, each with what parts it from the one before it."""
    written: list[str] = []
    before = markup.read_marker(known) if known is not None else ""
    for number, each in enumerate(new):
        look = each.block.looks[0]
        model = models.get(look)
        mark = markup.read_marker(model) if model is not None else markup.make_marker(look)
        item = bool(mark.strip()) and not mark.rstrip().endswith(("#", ">"))
        if item and marker_kind(mark) == marker_kind(before):
            mark = next_marker(before)
            between = markup.item_separator(known) if known is not None else "\n"
        else:
            mark = next_marker(mark, 0) if not item else re.sub(r"\d+(?=\D*$)", "1", mark)
            plain = known is not None and not mark and not before
            between = markup.separator(known) if plain and known is not None else SPLIT
        if number or known is not None:
            written.append(between)
        written.append(mark + write_said(each.said, markup))
        before = mark
    return written


def write_said(said: Said, markup: Markup, block: SourceBlock | None = None) -> str:
    """Return the words of a paragraph as the source writes them, with the calls of its notes."""
    names = list(said.calls)
    pieces = markup.escape(said.text.strip(), block, leads=block is None).split(CALL)
    parts = [pieces[0]]
    for piece in pieces[1:]:
        parts += [markup.write_call(names.pop(0) if names else ""), piece]
    return "".join(parts)


def add_row(
    cells: Mapping[int, NewParagraph], row: Sequence[SourceBlock], side: str, markup: Markup
) -> Change | None:
    """Return the change that puts a row beside one of the source, whose cells ``row`` are; None: no place."""
    text = markup.source.text
    begin = text.rfind("\n", 0, row[0].start) + 1
    end = text.find("\n", row[-1].end)
    end = len(text) if end < 0 else end
    line = text[begin:end].rstrip("\r")
    if any(not begin <= cell.start <= cell.end <= end for cell in row):
        return None
    words = {column: write_said(new.said, markup, row[0]) for column, new in cells.items()}
    if any("\n" in word or OBJECT in word for word in words.values()):
        return None
    written = _write_piped(line, words) if _BORDER.search(line) else _write_spaced(line, begin, words, row)
    if written is None:
        return None
    new_line = f"\n{written}" if side == "after" else f"{written}\n"
    rule = _RULE.match(text, begin + len(line)) if side == "after" else None  # between head and body
    at = (rule.end() if rule else begin + len(line)) if side == "after" else begin
    order = sorted(cells)
    said = [cells[column].said for column in order]
    anchor = row[-1] if side == "after" else row[0]
    return Change(
        (Edit(at, at, markup.convert_line_ends(new_line), anchor.span),),
        tuple(cells[column].refuse("a row was added in Word that the table cannot take") for column in order),
        added=tuple((anchor.ident, side, each) for each in said),
    )


def _write_piped(line: str, words: Mapping[int, str]) -> str | None:
    """Write a row between borders, as wide as the one beside it."""
    fields = _BORDER.split(line)
    framed = not fields[0].strip(" \t>")
    inner = fields[1:] if framed else fields
    inner = inner[:-1] if framed and not inner[-1].strip() else inner
    if max(words) >= len(inner):
        return None
    made = []
    for column, old in enumerate(inner):
        word = words.get(column, "")
        right = old.endswith(" ") and old.lstrip() != old and len(old) - len(old.lstrip()) > 1
        size = max(len(old) - 2, 0)
        made.append(
            f" {word.rjust(size) if right else word.ljust(size)} " if framed or column else f"{word} "
        )
    if framed:
        return f"{fields[0]}|{'|'.join(made)}|"
    return "|".join(made).rstrip()


def _write_spaced(line: str, begin: int, words: Mapping[int, str], row: Sequence[SourceBlock]) -> str | None:
    """Write a row whose columns are parted by tabs or spaces."""
    columns = {cell.cell[2]: cell for cell in row if cell.cell is not None}
    if not set(words) <= set(columns):
        return None
    made, at = "", 0
    for column in sorted(columns):
        cell = columns[column]
        first, last = cell.start - begin, cell.end - begin
        gap, word = line[at:first], words.get(column, "")
        if "\t" in gap or column == 0:
            made += gap + word
        elif word[:1].isdigit():
            made += max("  ", " " * (last - len(made) - len(word)), key=len) + word
        else:
            made += max("  ", " " * (first - len(made)), key=len) + word
        at = last
    return made.rstrip()
