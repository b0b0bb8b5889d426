"""Block tokens to blocks and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import (
    Block,
    Callout,
    CodeBlock,
    Definition,
    DefinitionList,
    Divider,
    Footnote,
    Heading,
    Image,
    LeftOut,
    List,
    ListItem,
    MathBlock,
    Paragraph,
    Quote,
)
from pressroom.model.inline import Inline, InlineImage, LineBreak, Text, words
from pressroom.model.span import Span
from pressroom.readers.common.inline_builder import merge_texts
from pressroom.readers.common.outline import Item
from pressroom.readers.markdown.inlines import InlineReader
from pressroom.readers.markdown.nodes import Node
from pressroom.readers.markdown.origin import Origin, Source, of_lines
from pressroom.readers.markdown.parser import CALLOUTS
from pressroom.readers.markdown.rawhtml import html_items
from pressroom.readers.markdown.tables import table

_ATTRIBUTES = re.compile(r"[ \t]*\{(?P<inner>[ \t]*[#.][^{}]*)\}[ \t]*$")
_ALERT = re.compile(r"\[!(?P<kind>[A-Za-z]+)\][+-]?[ \t]*")
_BY = re.compile(r"(?:[—–―]|--)[ \t]*(?=\S)")
_LONGEST_ATTRIBUTION = 120  # characters


_METHODS: Mapping[str, str] = {
    "paragraph": "_paragraph",
    "heading": "_heading",
    "bullet_list": "_list",
    "ordered_list": "_list",
    "blockquote": "_quote",
    "fence": "_code",
    "code_block": "_code",
    "table": "_table",
    "hr": "_divider",
    "html_block": "_html",
    "dl": "_definitions",
    "math_block": "_math",
    "admonition": "_callout",
    "container_callout": "_callout",
    "footnote_reference": "_footnote",
}


@dataclass(slots=True)
class BlockReader:
    """Reads one text's nodes; what it finds on the way besides blocks gathers in its fields.

    ``notes_in_line`` are the parser's footnotes written in the line, by their number.
    """

    source: Source
    name: str
    notes_in_line: Mapping[int, Mapping[str, object]] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    ids: dict[int, str] = field(default_factory=dict)
    unlinked: list[str] = field(default_factory=list)
    inlines: InlineReader = field(init=False)

    def __post_init__(self) -> None:
        self.inlines = InlineReader(
            self.source.text, self._picture, self.leave_out, self._note_in_line, self.unlinked.append
        )

    def items(self, nodes: Sequence[Node]) -> list[Item]:
        """Return headings and blocks in reading order."""
        found: list[Item] = []
        for node in nodes:
            found.extend(self._read(node))
        return found

    def blocks(self, nodes: Sequence[Node]) -> tuple[Block, ...]:
        """Return blocks; a heading within a list or quote is a paragraph, the outline has no place for it."""
        return tuple(
            Paragraph(item.inlines, item.span) if isinstance(item, Heading) else item
            for item in self.items(nodes)
        )

    # places

    def span(self, start: int, end: int) -> Span:
        """Return the span of a stretch of the source."""
        last = max(start, end - 1)
        return Span(self.name, self.source.line_at(start) + 1, self.source.line_at(last) + 1, start, end)

    def span_of(self, token: Token) -> Span:
        """Return the span of a token's lines, from their first visible character to their last."""
        first, last = self._lines(token)
        start = self.source.starts[first]
        end = self.source.line_end(last - 1)
        text = self.source.text[start:end]
        visible = text.strip()
        if not visible:
            return self.span(start, end)
        start += len(text) - len(text.lstrip())
        return self.span(start, start + len(visible))

    def _lines(self, token: Token) -> tuple[int, int]:
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

    def _picture(self, src: str) -> str:
        return src

    # blocks

    def _read(self, node: Node) -> Iterator[Item]:
        method = _METHODS.get(node.kind)
        if method:
            yield from getattr(self, method)(node)
        else:
            yield from self.items(node.children)

    def _divider(self, node: Node) -> Iterator[Item]:
        yield Divider(self.span_of(node.token))

    def _math(self, node: Node) -> Iterator[Item]:
        yield MathBlock(node.token.content.strip(), self.span_of(node.token))

    def _table(self, node: Node) -> Iterator[Item]:
        yield table(node, self)

    def _footnote(self, node: Node) -> Iterator[Item]:
        label = str(node.token.meta["label"])
        self.footnotes.append(Footnote(label, self.blocks(node.children), self.span_of(node.token)))
        yield from ()

    def _html(self, node: Node) -> Iterator[Item]:
        token = node.token
        first, last = token.map or (0, 0)
        origin = of_lines(token.content, self.source, first, last)
        yield from html_items(token.content, origin, self.span_of(token), self)

    def text_of(self, token: Token) -> tuple[tuple[Inline, ...], Origin]:
        """Return the running text of an inline token that stands on lines of its own, and its places."""
        first, last = token.map or (0, 0)
        origin = of_lines(token.content, self.source, first, max(last, first + 1))
        return self.inlines.read(token.children or (), origin), origin

    def _paragraph(self, node: Node) -> Iterator[Item]:
        token = node.inline()
        if token is None:
            return
        inlines, origin = self.text_of(token)
        span = self._span_of_text(token, origin)
        pictures = [inline for inline in inlines if isinstance(inline, InlineImage)]
        rest = [inline for inline in inlines if not isinstance(inline, InlineImage | LineBreak)]
        if pictures and not words(rest).strip() and all(isinstance(inline, Text) for inline in rest):
            titles = [str(t.attrs.get("title", "")) for t in token.children or () if t.type == "image"]
            titles += [""] * len(pictures)
            for picture, title in zip(pictures, titles, strict=False):
                yield Image(picture.src, span, picture.alt, (Text(title),) if title else ())
        elif inlines:
            yield Paragraph(inlines, span)
        else:
            self.leave_out(span.start, span.end, "markup without words")

    def _span_of_text(self, token: Token, origin: Origin) -> Span:
        start = origin.at(len(token.content) - len(token.content.lstrip()))
        whole = self.span_of(token)
        return self.span(start, max(whole.end, start + 1)) if start is not None else whole

    def _heading(self, node: Node) -> Iterator[Item]:
        token = node.inline()
        span = self.span_of(node.token)
        name = str(node.token.attrs.get("id", ""))
        inlines: tuple[Inline, ...] = ()
        if token is not None:
            inlines, _ = self.text_of(token)
            last = inlines[-1] if inlines else None
            found = _ATTRIBUTES.search(last.value) if isinstance(last, Text) else None
            if found and isinstance(last, Text):
                kept = Text(last.value[: found.start()], last.start)
                inlines = (*inlines[:-1], kept) if kept.value else inlines[:-1]
                name = next((word[1:] for word in found["inner"].split() if word.startswith("#")), name)
        if name:
            self.ids[span.start] = name
        yield Heading(inlines, int(node.token.tag[1:]), span)

    def _list(self, node: Node) -> Iterator[Item]:
        ordered = node.kind == "ordered_list"
        items = tuple(self._item(child, ordered) for child in node.children if child.kind == "list_item")
        start = int(node.token.attrs.get("start", 1)) if ordered else 1
        yield List(items, self.span_of(node.token), "decimal" if ordered else "bullet", start)

    def _item(self, node: Node, ordered: bool) -> ListItem:
        token = node.token
        marker = f"{token.info}{token.markup}" if ordered else token.markup
        checked = token.meta.get("checked")
        blocks = self.blocks(node.children)
        return ListItem(blocks, self.span_of(token), marker, None if checked is None else bool(checked))

    def _definitions(self, node: Node) -> Iterator[Item]:
        items: list[Definition] = []
        term: tuple[Inline, ...] = ()
        span = self.span_of(node.token)
        for child in node.children:
            if child.kind == "dt":
                token = child.inline()
                term = self.text_of(token)[0] if token else ()
                span = self.span_of(token) if token and token.map else self.span_of(child.token)
            else:
                whole = self.span(span.start, self.span_of(child.token).end)
                items.append(Definition(term, self.blocks(child.children), whole))
                term = ()
        yield DefinitionList(tuple(items), self.span_of(node.token))

    def _code(self, node: Node) -> Iterator[Item]:
        token = node.token
        language, _, info = token.info.strip().partition(" ")
        if language.startswith("{") and language.endswith("}"):
            language = language.strip("{}").lstrip(".")
        text = token.content.removesuffix("\n")
        yield CodeBlock(text, self.span_of(token), language, info.strip())

    def _callout(self, node: Node) -> Iterator[Item]:
        token = node.token
        title: tuple[Inline, ...] = ()
        if node.kind == "admonition":
            name = str(token.meta.get("tag", "note"))
            head = next((child for child in node.children if child.kind == "admonition_title"), None)
            inline = head.inline() if head else None
            shown = inline.content if inline else ""
            title = (Text(shown),) if shown and shown.lower() != name.lower() else ()
        else:
            name, _, shown = token.info.strip().partition(" ")
            title = (Text(shown.strip()),) if shown.strip() else ()
        inner = [child for child in node.children if child.kind != "admonition_title"]
        kind = CALLOUTS.get(name.strip("{}").lower(), "note")
        yield Callout(kind, self.blocks(inner), self.span_of(token), self._placed(title, token))

    def _placed(self, title: tuple[Inline, ...], token: Token) -> tuple[Inline, ...]:
        """Find a callout's title in its first line."""
        if not title or not isinstance(title[0], Text):
            return title
        first = self._lines(token)[0]
        at = self.source.line(first).rfind(title[0].value)
        return (Text(title[0].value, self.source.starts[first] + at),) if at >= 0 else title

    def _quote(self, node: Node) -> Iterator[Item]:
        blocks = self.blocks(node.children)
        span = self.span_of(node.token)
        head = blocks[0] if blocks else None
        first = head.inlines[0] if isinstance(head, Paragraph) and head.inlines else None
        if isinstance(head, Paragraph) and isinstance(first, Text) and (found := _ALERT.match(first.value)):
            kind = CALLOUTS.get(found["kind"].lower(), "note")
            title, rest = self._alert(head, first, found.end())
            yield Callout(kind, (*rest, *blocks[1:]), span, title)
            return
        blocks, attribution = _attributed(blocks)
        yield Quote(blocks, span, attribution)

    def _alert(self, head: Paragraph, first: Text, at: int) -> tuple[tuple[Inline, ...], tuple[Block, ...]]:
        """Split "[!NOTE] Title / words" into the title of its first line and the paragraph of the rest."""
        line_end = self.source.line_end(head.span.line_start - 1)
        kept = Text(first.value[at:], None if first.start is None else first.start + at)
        title: list[Inline] = []
        rest: list[Inline] = []
        for inline in (kept, *head.inlines[1:]):
            _divide(inline, line_end, title, rest)
        body = _trimmed(rest)
        where = next((text.start for text in body if isinstance(text, Text) and text.start is not None), None)
        span = head.span if where is None else self.span(where, max(head.span.end, where + 1))
        return _trimmed(title), (Paragraph(body, span),) if words(body) else ()

    def _note_in_line(self, token: Token, origin: Origin, base: int) -> str:
        number = int(token.meta["id"])
        label = f"inline-{number + 1}"
        tokens = self.notes_in_line[number].get("tokens")
        start = origin.at(base)
        length = len(str(self.notes_in_line[number].get("content", "")))
        span = self.span(start or 0, (start or 0) + max(length, 1))
        inlines = self.inlines.read(tokens if isinstance(tokens, list) else [], origin, base)
        self.footnotes.append(Footnote(label, (Paragraph(inlines, span),), span))
        return label


def _divide(inline: Inline, line_end: int, title: list[Inline], rest: list[Inline]) -> None:
    """Put what stands before the end of a line into ``title``, what follows into ``rest``."""
    if rest or not isinstance(inline, Text):
        if isinstance(inline, LineBreak) and not rest:
            rest.append(Text(""))
        else:
            (rest or title).append(inline)
    elif inline.start is None or inline.start + len(inline.value) <= line_end:
        title.append(inline)
    elif inline.start >= line_end:
        rest.append(inline)
    else:
        cut = line_end - inline.start
        title.append(Text(inline.value[:cut], inline.start))
        rest.append(Text(inline.value[cut:], line_end))


def _trimmed(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return inlines without white space at their ends."""
    found = list(merge_texts(inlines))
    while found and isinstance(found[-1], LineBreak):
        found.pop()
    if found and isinstance(first := found[0], Text):
        lead = len(first.value) - len(first.value.lstrip())
        found[0] = Text(first.value[lead:], None if first.start is None else first.start + lead)
    if found and isinstance(last := found[-1], Text):
        found[-1] = Text(last.value.rstrip(), last.start)
    return tuple(inline for inline in found if not (isinstance(inline, Text) and not inline.value))


def _attributed(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Inline, ...]]:
    """Split a closing "— Name" off a quotation, in a paragraph of its own or on the last line of one."""
    last = blocks[-1] if blocks else None
    if not isinstance(last, Paragraph) or not last.inlines:
        return blocks, ()
    cut = _last_line(last.inlines)
    tail = last.inlines[cut:]
    first = tail[0] if tail else None
    found = _BY.match(first.value) if isinstance(first, Text) else None
    if not found or not isinstance(first, Text) or len(words(tail)) > _LONGEST_ATTRIBUTION:
        return blocks, ()
    if cut == 0 and len(blocks) == 1:
        return blocks, ()
    start = None if first.start is None else first.start + found.end()
    by = (Text(first.value[found.end() :], start), *tail[1:])
    if cut == 0:
        return blocks[:-1], by
    return (*blocks[:-1], Paragraph(_trimmed(last.inlines[:cut]), last.span)), by


def _last_line(inlines: tuple[Inline, ...]) -> int:
    """Return the index at which a quotation's last line begins, if with a dash, or else 0."""
    for at in range(len(inlines) - 1, 0, -1):
        before, first = inlines[at - 1], inlines[at]
        ended = isinstance(before, LineBreak) or (isinstance(before, Text) and before.value.endswith(" "))
        if ended and isinstance(first, Text) and _BY.match(first.value):
            return at
    return 0
