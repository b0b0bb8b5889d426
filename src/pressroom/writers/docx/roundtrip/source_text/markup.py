"""How the source writes what is new: marks of items, headings and quotations, escapes, line ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pressroom.writers.docx.roundtrip.source_text.blocks import BlockKind, SourceBlock, SourceBlocks

# what stands ahead of a block's words on its line, in plain text and Markdown
_MARKER = re.compile(r"[ \t]*(?:(?:[-*+•◦▪‣–—>]|#{1,6}|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])[ \t]+)+")
_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)+")
_SPECIAL = re.compile(r"([\\*_\[\]<`]|~(?=~)|(?<=~)~|&(?=#?\w+;)|\$(?=.*\$)|(?<=\w)\^(?=\w))")
# what would be a mark of a block at the start of a line
_LEADING = re.compile(r"^(?=(?:#{1,6}|[-+]|=+|>|:+|~{3,}|\|)(?:\s|$|[>:|=-]))|^(\d{1,9})(?=[.)](?:\s|$))")
_BODY = ("body text", "normal", "lead", "default paragraph style")
_HEADING_NAME = re.compile(r"heading (\d)")


@dataclass(frozen=True, slots=True)
class Markup:
    """The way in which a source is written."""

    source: SourceBlocks
    markdown: bool

    def escape(self, words: str, block: SourceBlock | None = None, *, leads: bool = False) -> str:
        """Return words so that the source reads them as they are; ``leads``: they begin a line."""
        if not self.markdown or (block is not None and block.in_front):
            return words
        escaped = _SPECIAL.sub(r"\\\1", words)
        if block is not None and block.cell is not None:
            escaped = escaped.replace("|", "\\|")
        if leads:
            escaped = _LEADING.sub(lambda found: f"{found[1] or ''}\\", escaped)
        return escaped

    def write_call(self, label: str) -> str:
        """Return the call of a note."""
        return f"[^{label.removeprefix('^')}]" if self.markdown else f"[{label}]"

    def convert_line_ends(self, new: str) -> str:
        """Write line ends as the source does."""
        return new.replace("\n", "\r\n") if "\r\n" in self.source.text else new

    def read_marker(self, block: SourceBlock) -> str:
        """Return the mark of a list, heading or quotation ahead of a block's words, "" for none."""
        begin = self.source.text.rfind("\n", 0, block.start) + 1
        ahead = self.source.text[begin : block.start]
        return ahead if _MARKER.fullmatch(ahead) or _QUOTED.fullmatch(ahead) else ""

    def number(self, mark: str, by: int) -> str:
        """Return the mark that stands so many items behind another in a list."""
        return next_marker(mark, by)

    def make_marker(self, look: tuple[str, int]) -> str:
        """Return the mark for a paragraph of a style that no block of the source has, "" for none."""
        name, level = look
        heading = _HEADING_NAME.match(name)
        if heading and self.markdown:
            return "#" * min(6, int(heading[1]) + self.find_heading_shift()) + " "
        if name == "quote" and self.markdown:
            return "> "
        if level >= 0 or name.startswith(("list bullet", "list number")):
            return "  " * max(level, 0) + ("1. " if name.startswith("list number") else "- ")
        return ""

    def find_heading_shift(self) -> int:
        """Return how many more hashes a heading has than its level says: one where the title has one."""
        for block in self.source.blocks:
            mark = self.read_marker(block).strip()
            if block.kind.name == "heading" and mark.strip("#") == "" and mark:
                return len(mark) - block.kind.level
        return 1

    def find_after(self, block: SourceBlock) -> int:
        """Return where the next block begins, or the text ends."""
        text = self.source.text
        starts = [other.start for other in self.source.blocks if other.start >= block.end]
        return min(starts, default=len(text))

    def separator(self, block: SourceBlock) -> str:
        """Return what parts two paragraphs in this source: an empty line, or only the line's end."""
        after = self.find_after(block)
        gap = self.source.text[block.end : after]
        return "\n" if gap.count("\n") == 1 and after < len(self.source.text) else "\n\n"

    def item_separator(self, block: SourceBlock) -> str:
        """Return what parts two items: an empty line only where the next one stands behind such."""
        gap = self.source.text[block.end : self.find_after(block)]
        line, _, ahead = gap.rpartition("\n")
        loose = line.count("\n") > 0 and marker_kind(ahead) == marker_kind(self.read_marker(block))
        return "\n\n" if loose else "\n"


def find_kind(look: tuple[str, int]) -> BlockKind | None:
    """Return what a style makes of a paragraph, None where it is no kind of a text's own."""
    name, level = look
    heading = _HEADING_NAME.match(name)
    if heading:
        return BlockKind("heading", int(heading[1]))
    if level >= 0:
        return BlockKind("item", level)
    if name in ("quote", "intense quote", "quotations"):
        return BlockKind("quote")
    return (
        BlockKind("paragraph") if name in ("body text", "normal", "lead", "default paragraph style") else None
    )


def marker_kind(mark: str) -> str:
    """Return a mark without what counts in it: of a list's items all have the same."""
    return re.sub(r"\d+|(?<![^\s(])[a-zA-Z](?=[.)])", "1", mark).rstrip()


def next_marker(mark: str, by: int = 1) -> str:
    """Return the mark that follows in a list."""
    return re.sub(r"\d+(?=\D*$)", lambda found: str(int(found.group()) + by), mark)


def list_models(pairs: Iterable[tuple[tuple[str, int], SourceBlock]]) -> dict[tuple[str, int], SourceBlock]:
    """Return a block of the source for each look that one has: how such a paragraph is written."""
    return {look: block for look, block in pairs if block.cell is None and block.kind.name != "title"}
