"""Inline tokens to running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from markdown_it.token import Token

from pressroom.language.quotation import find_quotation_marks
from pressroom.model.inline import (
    Code,
    FootnoteRef,
    Inline,
    InlineImage,
    Lang,
    LineBreak,
    Link,
    Math,
    Text,
)
from pressroom.readers.common.cells import CELL_END
from pressroom.readers.common.inline_builder import HTML_MARKS, InlineBuilder
from pressroom.readers.common.links import sanitize_href
from pressroom.readers.common.pictures import read_data_address, read_element_width
from pressroom.readers.markdown.context import MarkdownContext
from pressroom.readers.markdown.htmltags import BLOCKS, CELLS, SHOWS, TAG, UNSEEN, is_markup
from pressroom.readers.markdown.origin import Origin

_ATTR = re.compile(r"""([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""")


@dataclass(frozen=True, slots=True)
class InlineReader:
    """Makes running text of inline tokens.

    Every place is checked against the source in ``context``, which gathers what is left out. ``note`` takes
    the tokens of a footnote written in the line, with the map to the source, and returns its label.
    """

    context: MarkdownContext
    note: Callable[[Token, Origin, int], str]

    def read(self, tokens: Sequence[Token], origin: Origin, base: int = 0) -> tuple[Inline, ...]:
        """Return the running text of tokens whose places count from ``base`` in the content of ``origin``."""
        return _InlineReading(self, origin, base).read(tokens)


_METHODS: Mapping[str, str] = {
    "text": "_words",
    "text_special": "_words",
    "softbreak": "_soft_break",
    "hardbreak": "_hard_break",
    "code_inline": "_code",
    "html_inline": "_html",
    "image": "_picture",
    "footnote_ref": "_note",
    "math_inline": "_math",
    "link_open": "_open_link",
}


class _InlineReading:
    """One stretch of running text being read."""

    def __init__(self, reader: InlineReader, origin: Origin, base: int) -> None:
        self.reader = reader
        self.context = reader.context
        self.origin = origin
        self.base = base
        self.builder = InlineBuilder()
        self.dropping: tuple[str, int] | None = None
        self.after_cell = self.has_blocks = False
        self.tags: frozenset[tuple[bool, str]] = frozenset()
        self.quotations: list[str] = []  # the marks that close those that are open
        self.to_open = 0  # quotations that have an end

    def read(self, tokens: Sequence[Token]) -> tuple[Inline, ...]:
        tags = [TAG.fullmatch(token.content) for token in tokens if token.type == "html_inline"]
        self.tags = frozenset((bool(tag["end"]), tag["name"].lower()) for tag in tags if tag)
        self.to_open = sum(bool(tag and tag["end"] and tag["name"].lower() == "q") for tag in tags)
        for token in tokens:
            self._token(token)
        found = self.builder.done()
        return _tidy_breaks(found) if self.has_blocks else found

    def _at(self, token: Token) -> int | None:
        return self.base + token.map[0] if token.map else None

    def _token(self, token: Token) -> None:
        if self.dropping and token.type != "html_inline":
            return
        if token.type in _METHODS:
            getattr(self, _METHODS[token.type])(token)
        elif token.nesting == 1:
            self.builder.open(token.tag, HTML_MARKS.get(token.tag))
        elif token.nesting == -1:
            self.builder.close("link" if token.tag == "a" else token.tag)

    def _soft_break(self, token: Token) -> None:
        at = self._at(token)
        self.builder.add(Text(" ", None if at is None else self.origin.at(at)))

    def _hard_break(self, _: Token) -> None:
        self.builder.add(LineBreak())

    def _picture(self, token: Token) -> None:
        self._image(token.attrs, token)

    def _math(self, token: Token) -> None:
        at = self._at(token)
        self.builder.add(Math(token.content, None if at is None else self.origin.at(at + 1)))

    def _open_link(self, token: Token) -> None:
        self._link(str(token.attrs.get("href", "")), str(token.attrs.get("title", "")))

    def _words(self, token: Token) -> None:
        at = self._at(token)
        if at is None:
            self.builder.add(Text(token.content))
        elif token.type == "text_special":
            skip = 1 if token.info == "escape" and token.content != token.markup else 0
            self.builder.add(Text(token.content, self.origin.at(at + skip)))
        else:
            self.builder.add(*self._checked(token.content, at))

    def _checked(self, value: str, at: int) -> list[Text]:
        source = self.context.source.text
        return [
            text if text.start is not None and source.startswith(text.value, text.start) else Text(text.value)
            for text in self.origin.texts(value, at)
        ]

    def _code(self, token: Token) -> None:
        at = self._at(token)
        start = None
        if at is not None:
            # a space after the mark may belong to it; a code of several lines may have no single place
            for begin in (at + len(token.markup), at + len(token.markup) + 1):
                pieces = self._checked(token.content, begin)
                if len(pieces) == 1 and pieces[0].start is not None:
                    start = pieces[0].start
                    break
        self.builder.add(Code(token.content, start))

    def _note(self, token: Token) -> None:
        label = token.meta.get("label")
        at = self._at(token)
        if label is None:
            label = self.reader.note(token, self.origin, 0 if at is None else at + 2)
        self.builder.add(FootnoteRef(str(label)))

    def _link(self, href: str, title: str) -> None:
        safe = sanitize_href(href)
        if not safe:
            self.context.unlinked.append(href)
        self.builder.open("link", (lambda children: Link(children, safe, title)) if safe else None)

    def _image(self, attrs: Mapping[str, str | int | float], token: Token | None) -> None:
        alt = _plain(token.children or []) if token else unescape(str(attrs.get("alt", "")))
        src = str(attrs.get("src", ""))
        data = read_data_address(src)
        if data is not None:
            src = self.context.pictures.add(data, alt or "within the text")
        if src:
            self.builder.add(InlineImage(src, alt, read_element_width(attrs)))
        elif alt:
            self.builder.add(Text(alt))

    def _html(self, token: Token) -> None:
        content = token.content
        at = self._at(token)
        start = None if at is None else self.origin.at(at)
        found = TAG.fullmatch(content)
        if not found:
            if start is not None and content.startswith("<!--"):
                self.context.leave_out(start, start + len(content), "comment")
            return
        name, end = found["name"].lower(), bool(found["end"])
        ends = (not end, name) in self.tags
        if self.dropping:
            self._end_dropping(name, end, start, len(content))
        elif not is_markup(name, found["attrs"], ends=ends) or (name in UNSEEN and not ends):
            self.context.note_words(content, start)
            self.builder.add(*([Text(content)] if at is None else self._checked(content, at)))
        elif name in BLOCKS or name in CELLS:
            if name == "table" and not end:
                self.context.tables_in_line.append(start)
            self._break_at(name, end)
        elif end:
            self.builder.close("link" if name == "a" else name)
            if name == "q" and self.quotations:
                self.builder.add(Text(self.quotations.pop()))
        elif name in SHOWS or name in UNSEEN:
            self._leave_out(name, start, len(content), ends=ends)
        else:
            self._open_tag(name, found["attrs"])

    def _break_at(self, name: str, end: bool) -> None:
        """Part the words of blocks and cells, which a line cannot hold: never "5" and "600" to "5 600"."""
        if name not in CELLS:
            self.builder.add(LineBreak())
        elif self.after_cell and not end:
            self.builder.add(Text(CELL_END))
        self.after_cell = name in CELLS and end
        self.has_blocks = True

    def _leave_out(self, name: str, start: int | None, length: int, *, ends: bool) -> None:
        """Leave out an element that shows something which no report holds, or that nobody sees."""
        if name in SHOWS:
            self.context.note_element(name, start)
        if ends:
            self.dropping = (name, -1 if start is None else start)
        elif start is not None:
            self.context.leave_out(start, start + length, name)

    def _end_dropping(self, name: str, end: bool, start: int | None, length: int) -> None:
        if self.dropping and end and name == self.dropping[0]:
            first = self.dropping[1]
            if first >= 0 and start is not None:
                self.context.leave_out(first, start + length, name)
            self.dropping = None

    def _open_tag(self, name: str, written: str) -> None:
        attrs = {key.lower(): unescape(a or b or c) for key, a, b, c in _ATTR.findall(written)}
        if name == "br":
            self.builder.add(LineBreak())
        elif name == "img":
            self._image(attrs, None)
        elif name == "a":
            self._link(attrs.get("href", ""), attrs.get("title", ""))
        elif name in HTML_MARKS:
            self.builder.open(name, HTML_MARKS[name])
        elif name in ("span", "q"):
            if name == "q" and self.to_open:
                self._begin_quotation()
            lang = attrs.get("lang", "")
            self.builder.open(name, (lambda children: Lang(children, lang)) if lang else None)

    def _begin_quotation(self) -> None:
        """Set the mark that <q> stands for, in the language of the text."""
        depth = len(self.quotations)
        before, behind = find_quotation_marks(self.context.lang, depth, self.context.source.text)
        self.builder.add(Text(before))
        self.quotations.append(behind)
        self.to_open -= 1


def _tidy_breaks(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Leave one break between words, none at the ends, and no spaces round them."""
    found: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and (not found or isinstance(found[-1], LineBreak)):
            shown = inline.value.lstrip()
            start = None if inline.start is None else inline.start + len(inline.value) - len(shown)
            inline = Text(shown, start)
        if isinstance(inline, LineBreak):
            if found and isinstance(last := found[-1], Text):
                found[-1] = Text(last.value.rstrip(), last.start)
            if not found or isinstance(found[-1], LineBreak):
                continue
        if not isinstance(inline, Text) or inline.value:
            found.append(inline)
    while found and isinstance(found[-1], LineBreak):
        found.pop()
    return tuple(found)


def _plain(tokens: Sequence[Token]) -> str:
    """Return the words of a picture's description."""
    parts = []
    for token in tokens:
        if token.type == "image":
            parts.append(_plain(token.children or []))
        elif token.type in ("text", "text_special", "code_inline", "math_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts)
