"""A unit: some lines of a text that belong together."""

from __future__ import annotations

ITEMS = frozenset(("task", "bullet", "number", "letter", "roman"))


class Unit:
    """Some lines that belong together.

    ``kind`` is one of text, item, table, code, indented, quote, quoted, note, divider; ``first`` and ``last``
    are line indexes, both included; ``blank`` counts the empty lines before; ``mark`` is the kind of the
    first line's mark (``marks.START``); ``size`` counts characters; ``drawn`` is the underline's sign, ""
    if there is none.
    """

    __slots__ = ("blank", "drawn", "first", "indent", "kind", "last", "mark", "size")

    def __init__(
        self, kind: str, first: int, last: int, blank: int, mark: str, indent: int, size: int
    ) -> None:
        self.kind = kind
        self.first = first
        self.last = last
        self.blank = blank
        self.mark = mark
        self.indent = indent
        self.size = size
        self.drawn = ""

    def __repr__(self) -> str:
        return f"Unit({self.kind} {self.first}-{self.last} {self.mark})"
