"""A paragraph whose style was changed in Word: its mark in the source becomes another."""

from __future__ import annotations

from collections.abc import Mapping

from pressroom.writers.docx.roundtrip.source_text.blocks import BlockKind, SourceBlock
from pressroom.writers.docx.roundtrip.source_text.edits import Change, Edit, EditConflict
from pressroom.writers.docx.roundtrip.source_text.markup import Markup, find_kind, marker_kind
from pressroom.writers.docx.roundtrip.word.wordtext import show_words

Look = tuple[str, int]
_MARKED = ("heading", "paragraph", "item", "quote")


def differs(before: Look | None, now: Look) -> bool:
    """Tell whether a paragraph has another style, or stands in a list otherwise, than it was written."""
    if before is None:
        return False
    counted = before[0].startswith("heading") and now[0].startswith("heading")  # Word may count headings
    return before[0] != now[0] or (not counted and before[1] != now[1])


def describe(before: Look, now: Look) -> str:
    """Say how the style of a paragraph was changed."""
    return f"its style was changed in Word from {_name(before)} to {_name(now)}"


def _name(look: Look) -> str:
    listed = f" in a list, level {look[1] + 1}" if look[1] >= 0 else ""
    return f"{look[0] or 'none'!r}{listed}"


def change_style(
    block: SourceBlock, before: Look, now: Look, models: Mapping[Look, SourceBlock], markup: Markup
) -> Change | None:
    """Return the change that gives a block the mark of another style, None where the source has none."""
    old, new = find_kind(before), find_kind(now)
    if not markup.markdown or old is None or new is None or old.name == "item" == new.name:
        return None
    if block.lines is None or block.in_front or block.kind.name not in _MARKED:
        return None
    text = markup.source.text
    begin = text.rfind("\n", 0, block.start) + 1
    mark = markup.read_marker(block)
    alone = mark or text[begin : block.start].strip() in ("", "**", "*", "_", "__", "[", "`")
    several = "\n" in text[block.start : block.end]
    if not alone or (several and (new.name == "heading" or old.name in ("quote", "item"))):
        return None
    if old.name in ("heading", "item") and not mark.strip():  # such as a heading that is underlined
        return None
    model = models.get(now)
    made = markup.read_marker(model) if model is not None and new.name != "paragraph" else ""
    made = made or markup.make_marker(now)
    if new.name == "paragraph":
        made = ""
    edits = _make_edits(block, mark, made, begin, markup)
    conflict = EditConflict(
        show_words(block.words), describe(before, now), block.span, show_words(block.words)
    )
    return Change(tuple(edits), (conflict,), kinds={block.ident: _target(new)})


def _target(kind: BlockKind) -> BlockKind:
    return BlockKind("item", 0) if kind.name == "item" else kind


def _make_edits(block: SourceBlock, mark: str, made: str, begin: int, markup: Markup) -> list[Edit]:
    """Return the edits of a block's mark, with empty lines where others stand close to it."""
    text = markup.source.text
    lines = block.lines or (begin, block.end)
    previous = text[text.rfind("\n", 0, max(begin - 1, 0)) + 1 : max(begin - 1, 0)]
    following = text[lines[1] : text.find("\n", lines[1]) if "\n" in text[lines[1] :] else len(text)]
    same = bool(made) and marker_kind(made) == marker_kind(_read_mark(previous))
    ahead = "\n" if previous.strip() and begin > 0 and not same else ""
    edits = [Edit(begin, begin + len(mark), markup.convert_line_ends(ahead + made), block.span)]
    if made.startswith(">"):
        at = text.find("\n", block.start, block.end)
        while at >= 0:
            edits.append(Edit(at + 1, at + 1, made, block.span))
            at = text.find("\n", at + 1, block.end)
    if following.strip() and lines[1] <= len(text):
        end = lines[1] - 1 if text[lines[1] - 1 : lines[1]] == "\n" else lines[1]
        edits.append(Edit(end, end, markup.convert_line_ends("\n"), block.span))
    return edits


def _read_mark(line: str) -> str:
    words = line.lstrip()
    first = words.split(" ", 1)[0]
    return f"{line[: len(line) - len(words)]}{first} " if words else ""
