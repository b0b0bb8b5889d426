"""Block tokens to blocks and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

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
    List,
    ListItem,
    MathBlock,
    Paragraph,
)
from pressroom.model.inline import Inline, InlineImage, LineBreak, Text, words
from pressroom.model.span import Span
from pressroom.readers.common.flow import split_label
from pressroom.readers.common.outline import Item
from pressroom.readers.common.protocols import ReadHtml
from pressroom.readers.markdown.context import MarkdownContext
from pressroom.readers.markdown.inlines import InlineReader
from pressroom.readers.markdown.nodes import TokenNode
from pressroom.readers.markdown.origin import Origin, map_lines
from pressroom.readers.markdown.parser import CALLOUTS
from pressroom.readers.markdown.quotes import build_quote
from pressroom.readers.markdown.rawhtml import read_html
from pressroom.readers.markdown.tables import build_table

_ATTRIBUTES = re.compile(r"[ \t]*\{(?P<inner>[ \t]*[#.][^{}]*)\}[ \t]*$")


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
    """Reads one text's nodes.

    ``notes_in_line`` are the parser's footnotes written in the line, by their number.
    """

    context: MarkdownContext
    read_html: ReadHtml
    notes_in_line: Mapping[int, Mapping[str, object]] = field(default_factory=dict)
    inlines: InlineReader = field(init=False)

    def __post_init__(self) -> None:
        context = self.context
        self.inlines = InlineReader(context, self._note_in_line)

    def read_items(self, nodes: Sequence[TokenNode]) -> list[Item]:
        """Return headings and blocks in reading order."""
        found: list[Item] = []
        for node in nodes:
            found.extend(self._read(node))
        return found

    def read_blocks(self, nodes: Sequence[TokenNode]) -> tuple[Block, ...]:
        """Return blocks; a heading within a list or quote is a paragraph, the outline has no place for it."""
        return tuple(
            Paragraph(item.inlines, item.span) if isinstance(item, Heading) else item
            for item in self.read_items(nodes)
        )

    def _read(self, node: TokenNode) -> Iterator[Item]:
        method = _METHODS.get(node.kind)
        if method:
            yield from getattr(self, method)(node)
        else:
            yield from self.read_items(node.children)

    def _divider(self, node: TokenNode) -> Iterator[Item]:
        yield Divider(self.context.span_of(node.token))

    def _math(self, node: TokenNode) -> Iterator[Item]:
        yield MathBlock(node.token.content.strip(), self.context.span_of(node.token))

    def _table(self, node: TokenNode) -> Iterator[Item]:
        yield build_table(node, self.context, self.inlines)

    def _footnote(self, node: TokenNode) -> Iterator[Item]:
        label = str(node.token.meta["label"])
        self.context.footnotes.append(
            Footnote(label, self.read_blocks(node.children), self.context.span_of(node.token))
        )
        yield from ()

    def _html(self, node: TokenNode) -> Iterator[Item]:
        token = node.token
        first, last = token.map or (0, 0)
        origin = map_lines(token.content, self.context.source, first, last)
        span = self.context.span_of(token)
        yield from read_html(token.content, origin, span, self.context, self.read_html)

    def read_text(self, token: Token) -> tuple[tuple[Inline, ...], Origin]:
        """Return the running text of an inline token that stands on lines of its own, and its places."""
        first, last = token.map or (0, 0)
        origin = map_lines(token.content, self.context.source, first, max(last, first + 1))
        return self.inlines.read(token.children or (), origin), origin

    def _paragraph(self, node: TokenNode) -> Iterator[Item]:
        token = node.inline()
        if token is None:
            return
        inlines, origin = self.read_text(token)
        span = self._span_of_text(token, origin)
        pictures = [inline for inline in inlines if isinstance(inline, InlineImage)]
        rest = [inline for inline in inlines if not isinstance(inline, InlineImage | LineBreak)]
        if pictures and not words(rest).strip() and all(isinstance(inline, Text) for inline in rest):
            titles = [str(t.attrs.get("title", "")) for t in token.children or () if t.type == "image"]
            titles += [""] * len(pictures)
            for picture, title in zip(pictures, titles, strict=False):
                label, caption = split_label((Text(title),)) if title else ("", ())
                yield Image(picture.src, span, picture.alt, caption, label, picture.width)
        elif inlines:
            yield Paragraph(inlines, span)
        else:
            self.context.leave_out(span.start, span.end, "markup without words")

    def _span_of_text(self, token: Token, origin: Origin) -> Span:
        start = origin.at(len(token.content) - len(token.content.lstrip()))
        whole = self.context.span_of(token)
        return self.context.span(start, max(whole.end, start + 1)) if start is not None else whole

    def _heading(self, node: TokenNode) -> Iterator[Item]:
        token = node.inline()
        span = self.context.span_of(node.token)
        name = str(node.token.attrs.get("id", ""))
        inlines: tuple[Inline, ...] = ()
        if token is not None:
            inlines, _ = self.read_text(token)
            last = inlines[-1] if inlines else None
            found = _ATTRIBUTES.search(last.value) if isinstance(last, Text) else None
            if found and isinstance(last, Text):
                kept = Text(last.value[: found.start()], last.start)
                inlines = (*inlines[:-1], kept) if kept.value else inlines[:-1]
                name = next((word[1:] for word in found["inner"].split() if word.startswith("#")), name)
        if name:
            self.context.ids[span.start] = name
        yield Heading(inlines, int(node.token.tag[1:]), span)

    def _list(self, node: TokenNode) -> Iterator[Item]:
        ordered = node.kind == "ordered_list"
        items = tuple(self._item(child, ordered) for child in node.children if child.kind == "list_item")
        start = int(node.token.attrs.get("start", 1)) if ordered else 1
        yield List(items, self.context.span_of(node.token), "decimal" if ordered else "bullet", start)

    def _item(self, node: TokenNode, ordered: bool) -> ListItem:
        token = node.token
        marker = f"{token.info}{token.markup}" if ordered else token.markup
        checked = token.meta.get("checked")
        blocks = self.read_blocks(node.children)
        return ListItem(
            blocks, self.context.span_of(token), marker, None if checked is None else bool(checked)
        )

    def _definitions(self, node: TokenNode) -> Iterator[Item]:
        items: list[Definition] = []
        term: tuple[Inline, ...] = ()
        span = self.context.span_of(node.token)
        for child in node.children:
            if child.kind == "dt":
                token = child.inline()
                term = self.read_text(token)[0] if token else ()
                span = (
                    self.context.span_of(token) if token and token.map else self.context.span_of(child.token)
                )
            else:
                whole = self.context.span(span.start, self.context.span_of(child.token).end)
                items.append(Definition(term, self.read_blocks(child.children), whole))
                term = ()
        yield DefinitionList(tuple(items), self.context.span_of(node.token))

    def _code(self, node: TokenNode) -> Iterator[Item]:
        token = node.token
        language, _, info = token.info.strip().partition(" ")
        if language.startswith("{") and language.endswith("}"):
            language = language.strip("{}").lstrip(".")
        text = token.content.removesuffix("\n")
        yield CodeBlock(text, self.context.span_of(token), language, info.strip())

    def _callout(self, node: TokenNode) -> Iterator[Item]:
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
        yield Callout(kind, self.read_blocks(inner), self.context.span_of(token), self._placed(title, token))

    def _placed(self, title: tuple[Inline, ...], token: Token) -> tuple[Inline, ...]:
        """Find a callout's title in its first line."""
        if not title or not isinstance(title[0], Text):
            return title
        first = self.context.lines_of(token)[0]
        at = self.context.source.line(first).rfind(title[0].value)
        return (Text(title[0].value, self.context.source.starts[first] + at),) if at >= 0 else title

    def _quote(self, node: TokenNode) -> Iterator[Item]:
        yield build_quote(self.read_blocks(node.children), self.context.span_of(node.token))

    def _note_in_line(self, token: Token, origin: Origin, base: int) -> str:
        number = int(token.meta["id"])
        label = f"inline-{number + 1}"
        tokens = self.notes_in_line[number].get("tokens")
        start = origin.at(base)
        length = len(str(self.notes_in_line[number].get("content", "")))
        span = self.context.span(start or 0, (start or 0) + max(length, 1))
        inlines = self.inlines.read(tokens if isinstance(tokens, list) else [], origin, base)
        self.context.footnotes.append(Footnote(label, (Paragraph(inlines, span),), span))
        return label
