"""Where the characters of a parsed stretch of Markdown stand in the source.

The parser hands over a paragraph without the marks of its containers ("> ", indentation), joined by line
feeds. Each of its lines is still the tail of a source line, which leads back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from pressroom.model.inline import Text

_CLOSING_HASHES = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")


@dataclass(frozen=True, slots=True)
class SourceLines:
    """A text cut into lines: ``starts[i]`` is the offset of line i, counted from 0."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def cut(cls, text: str) -> SourceLines:
        """Cut a text at its line feeds."""
        starts = [0]
        at = text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        return cls(text, tuple(starts))

    def line(self, index: int) -> str:
        """Return a line without its line feed."""
        return self.text[self.starts[index] : self.line_end(index)]

    def line_end(self, index: int) -> int:
        """Return the offset of the line feed that ends a line, or of the text's end."""
        return self.starts[index + 1] - 1 if index + 1 < len(self.starts) else len(self.text)

    def line_at(self, offset: int) -> int:
        """Return the index of the line that holds a character."""
        return bisect_right(self.starts, offset) - 1


@dataclass(frozen=True, slots=True)
class Origin:
    """A map from offsets in a parsed content to the source: parallel columns of where each piece begins."""

    contents: tuple[int, ...] = ()
    sources: tuple[int, ...] = ()

    def at(self, offset: int) -> int | None:
        """Return the source offset of a character of the content, None where it is unknown."""
        index = bisect_right(self.contents, offset) - 1
        if index < 0 or self.sources[index] < 0:
            return None
        return self.sources[index] + offset - self.contents[index]

    def texts(self, value: str, offset: int) -> list[Text]:
        """Return a stretch of the content as texts, a new one wherever the source skips."""
        found: list[Text] = []
        end = offset + len(value)
        begin = offset
        while begin < end:
            index = bisect_right(self.contents, begin)
            stop = min(self.contents[index] if index < len(self.contents) else end, end)
            found.append(Text(value[begin - offset : stop - offset], self.at(begin)))
            begin = stop
        return found


def map_lines(content: str, source: SourceLines, first: int, last: int) -> Origin:
    """Map a paragraph's or heading's content that was read from the lines ``first`` to ``last`` - 1."""
    contents: list[int] = []
    sources: list[int] = []
    at = 0
    for index, part in enumerate(content.split("\n")):
        visible = part.strip(" \t")
        lead = len(part) - len(part.lstrip(" \t"))
        number = first + index
        start = _tail(source, number, visible) if number < last else -1
        shared = start >= lead and source.text[start - lead : start] == part[:lead]
        contents.append(at if shared else at + lead)
        sources.append(start - lead if shared else start)
        at += len(part) + 1
    return Origin(tuple(contents), tuple(sources))


def _tail(source: SourceLines, number: int, visible: str) -> int:
    """Return where the words of a line begin, given that they end it; -1 when they don't."""
    line = source.line(number).rstrip(" \t\r")
    if not line.endswith(visible):
        line = _CLOSING_HASHES.sub("", line)
    if not line.endswith(visible):
        return -1
    return source.starts[number] + len(line) - len(visible)


def map_cells(source: SourceLines, number: int) -> list[tuple[str, Origin]]:
    r"""Split a table's line into its cells, each with the map of its words; "\|" is no border."""
    line = source.line(number)
    base = source.starts[number]
    cells: list[tuple[str, Origin]] = []
    pieces: list[tuple[int, int]] = []
    begin, escaped = 0, False
    for at, char in enumerate(line):
        if char == "|" and escaped:
            pieces.append((begin, at - 1))
            begin = at
        elif char == "|":
            pieces.append((begin, at))
            cells.append(_cell(line, base, pieces))
            pieces, begin = [], at + 1
        escaped = char == "\\"
    pieces.append((begin, len(line)))
    cells.append(_cell(line, base, pieces))
    return cells


def _cell(line: str, base: int, pieces: list[tuple[int, int]]) -> tuple[str, Origin]:
    whole = "".join(line[first:last] for first, last in pieces)
    lead = len(whole) - len(whole.lstrip())
    contents, sources, at = [], [], -lead
    for first, last in pieces:
        contents.append(at)
        sources.append(base + first)
        at += last - first
    return whole.strip(), Origin(tuple(contents), tuple(sources))
