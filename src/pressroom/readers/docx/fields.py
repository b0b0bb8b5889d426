"""Fields: codes that Word computes, with what they last gave, which may reach over several paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from lxml import etree

from pressroom.readers.common.elements import attribute

_HYPERLINK = re.compile(r'HYPERLINK\s+(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_CONTENTS_FIELDS = ("TOC", "INDEX", "TOA")
CONTENTS = "contents list made by the word processor"
_PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")


@dataclass(slots=True)
class _Field:
    """A field that is open: ``kind`` is the first word of its code, known when its result begins."""

    kind: str = ""
    code: list[str] = field(default_factory=list)
    in_result: bool = False
    linked: bool = False

    def begin_result(self) -> None:
        self.kind = ("".join(self.code).split() or [""])[0].upper()
        self.in_result = True


@dataclass(slots=True)
class FieldStack:
    """The fields of one part that are open, the outermost first."""

    _open: list[_Field] = field(default_factory=list)
    _unclosed: list[etree._Element] | None = None

    @property
    def in_code(self) -> bool:
        """Tell whether a field's code is open, which is no text."""
        return any(not entry.in_result for entry in self._open)

    @property
    def in_contents(self) -> bool:
        """Tell whether a table of contents is open."""
        return any(entry.kind in _CONTENTS_FIELDS for entry in self._open)

    @property
    def exclusion(self) -> str:
        """Say why the words of the open fields are no part of the text, "" where they are."""
        if self.in_contents:
            return CONTENTS
        return "page number" if any(entry.kind in _PAGE_FIELDS for entry in self._open) else ""

    @contextmanager
    def open_simple(self, code: str) -> Iterator[None]:
        """Open a field whose result is the content of one element."""
        opened = _Field(code=[code])
        opened.begin_result()
        self._open.append(opened)
        yield
        self._open.remove(opened)

    def begin(self, mark: etree._Element) -> None:
        """Open a field with its mark of the kind "begin"."""
        if not self._is_unclosed(mark):
            self._open.append(_Field())

    def add_code(self, text: str) -> None:
        """Add to the code of the innermost field, if it is open."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].code.append(text)

    def separate(self) -> bool:
        """Begin the result of the innermost field; return whether it is a link's."""
        if not self._open:
            return False
        self._open[-1].begin_result()
        if self._open[-1].kind != "HYPERLINK":
            return False
        self._open[-1].linked = True
        return True

    def end(self) -> str | None:
        """Close the innermost field and return the address of a link, None for what is no link.

        The address is "" where the link leads to a place in the document.
        """
        ended = self._open.pop() if self._open else None
        if ended is None or not ended.linked:
            return None
        found = _HYPERLINK.search("".join(ended.code))
        return (found[1] or found[2]) if found and not found[0].startswith("\\l") else ""

    def _is_unclosed(self, begin: etree._Element) -> bool:
        """Tell whether a field has no end in its part: it would swallow all text that comes after."""
        if self._unclosed is None:
            opened: list[etree._Element] = []
            for mark in begin.getroottree().iter("{*}fldChar"):
                if attribute(mark, "fldCharType") == "begin":
                    opened.append(mark)
                elif opened and attribute(mark, "fldCharType") == "end":
                    opened.pop()
            self._unclosed = opened
        return any(mark is begin for mark in self._unclosed)
