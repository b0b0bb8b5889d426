"""A Markdown text while it is read: places in it, and what gathers beside its blocks."""

from __future__ import annotations

from dataclasses import dataclass, field

from markdown_it.token import Token

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Footnote, LeftOut
from pressroom.model.span import Span
from pressroom.readers.common.pictures import Pictures
from pressroom.readers.markdown.origin import SourceLines

_MOST_LINES = 8


@dataclass(slots=True)
class MarkdownContext:
    """The text at hand and what is found in it besides blocks. ``name`` is the source's, for spans.

    ``ids`` are the names that headings are given in the text, by where their spans begin. ``lang`` is the
    language that the text says it is in, or "".
    """

    source: SourceLines
    name: str
    left_out: list[LeftOut] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    ids: dict[int, str] = field(default_factory=dict)
    unlinked: list[str] = field(default_factory=list)
    lang: str = ""
    pictures: Pictures = field(init=False)
    tables_in_line: list[int | None] = field(default_factory=list)
    _no_tags: dict[str, list[int | None]] = field(default_factory=dict)
    _elements: dict[str, list[int | None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.pictures = Pictures(self.name)

    def span(self, start: int, end: int) -> Span:
        """Return the span of a stretch of the source."""
        last = max(start, end - 1)
        return Span(self.name, self.source.line_at(start) + 1, self.source.line_at(last) + 1, start, end)

    def span_of(self, token: Token) -> Span:
        """Return the span of a token's lines, from their first visible character to their last."""
        first, last = self.lines_of(token)
        start = self.source.starts[first]
        end = self.source.line_end(last - 1)
        text = self.source.text[start:end]
        visible = text.strip()
        if not visible:
            return self.span(start, end)
        start += len(text) - len(text.lstrip())
        return self.span(start, start + len(visible))

    def lines_of(self, token: Token) -> tuple[int, int]:
        """Return a token's lines, counted from 0, the last one exclusive, without blank lines at the end."""
        first, last = token.map or (0, 1)
        last = min(max(last, first + 1), len(self.source.starts))
        while last > first + 1 and not self.source.line(last - 1).strip(" \t>"):
            last -= 1
        return first, last

    def leave_out(self, start: int, end: int, reason: str) -> None:
        """Note that a stretch of the source is in no block."""
        self.left_out.append(LeftOut(self.span(start, end), reason))

    def warn(self, rule: str, message: str, cure: str, span: Span | None) -> None:
        """Note what the author should know."""
        self.diagnostics.append(Diagnostic(Severity.WARNING, rule, message, cure, span, self.name))

    def note_words(self, tag: str, start: int | None) -> None:
        """Note a tag that is no HTML and is printed as words, with its place."""
        self._no_tags.setdefault(tag, []).append(start)

    def note_element(self, name: str, start: int | None) -> None:
        """Note an element that is left out though it shows something, with its place."""
        self._elements.setdefault(name, []).append(start)

    def warn_of_tags(self) -> None:
        """Warn of each tag that was noted, once, with all its lines."""
        for tag, starts in self._no_tags.items():
            self._warn_at(
                starts,
                "html-unknown",
                f"{tag} is no HTML and is printed as it is written",
                f"write \\{tag} where you mean the words, else mend the tag",
            )
        for name, starts in self._elements.items():
            self._warn_at(
                starts,
                "html-left-out",
                f"<{name}> is left out: a report has no place for what it shows",
                "put a picture or a link there",
            )

        if self.tables_in_line:
            self._warn_at(
                self.tables_in_line,
                "html-table-in-line",
                "a table that begins within a line of text is printed as words",
                "begin <table> on a line of its own, after a blank one",
            )

    def _warn_at(self, starts: list[int | None], rule: str, message: str, cure: str) -> None:
        spans = [self.span(start, start + 1) for start in starts if start is not None]
        lines = list(dict.fromkeys(span.line_start for span in spans))
        more = f" (also in line {', '.join(map(str, lines[1:_MOST_LINES]))})" if len(lines) > 1 else ""
        self.warn(rule, message + more, cure, spans[0] if spans else None)
