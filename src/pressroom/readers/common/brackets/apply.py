"""A document with what its lines in brackets ask for: they are no text, and stand in no block."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import (
    Block,
    Callout,
    Divider,
    Document,
    Image,
    Landscape,
    LeftOut,
    Paragraph,
    Section,
)
from pressroom.model.inline import Inline, Strong, Text, words
from pressroom.model.span import Span
from pressroom.readers.common.brackets.lines import (
    CALLOUTS,
    PLAIN,
    BracketLine,
    read_bracket_line,
    read_marking,
)
from pressroom.readers.common.brackets.pictures import read_picture_line
from pressroom.readers.common.brackets.splitting import split_lines

REASON = "line in brackets: it says how the text is to stand"
_SENTENCE = re.compile(r"[.!?。！？؟][\"”’»“]?$")
_LABEL = re.compile(r"(?P<label>[^\W\d_][\w ]{1,14}?)\s*[:：]\s*")
_LEAST_WARNED = 12  # characters behind the label of a callout


def apply_brackets(document: Document) -> Document:
    """Return a document whose lines in brackets are carried out: boxes and landscape pages hold blocks, new
    pages are breaks, sections have their marking. What cannot be carried out is told with its line.
    """
    if "[" not in document.text and ":" not in document.text and "：" not in document.text:
        return document
    work = _Work(document.source, document.text)
    blocks, head = work.arrange(document.blocks)
    sections = tuple(work.arrange_section(section) for section in document.sections)
    if head.marking is not None:
        work.tell(head.marking_at, "this marking stands under no heading", "set it: marking = …")
    if head.landscape:
        blocks = (Landscape(blocks, _join(blocks, document.source)),) if blocks else ()
    if not work.changed:
        return document
    return replace(
        document,
        blocks=blocks,
        sections=sections,
        left_out=tuple(sorted((*document.left_out, *work.left_out), key=lambda each: each.span.start)),
        diagnostics=(*document.diagnostics, *work.diagnostics),
    )


@dataclass(slots=True)
class _SectionHead:
    """What the lines right under a heading say of its section."""

    marking: str | None = None
    marking_at: Span | None = None
    landscape: bool = False


@dataclass(slots=True)
class _Unended:
    """A box or landscape pages that have not ended yet, with the blocks in them so far."""

    asked: BracketLine
    begun: Paragraph
    first: bool = False
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class _Work:
    """Goes through a document once, and remembers what it took out and what cannot be done."""

    source: str
    text: str
    left_out: list[LeftOut] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    changed: bool = False
    turned: int = 0  # how many sections round this one stand on landscape pages

    def arrange_section(self, section: Section) -> Section:
        """Return a section with all in it as asked for."""
        blocks, head = self.arrange(section.blocks, of_section=True)
        self.turned += head.landscape
        inner = tuple(self.arrange_section(each) for each in section.sections)
        self.turned -= head.landscape
        return replace(
            section,
            blocks=blocks,
            sections=inner,
            marking=head.marking or "",
            landscape=head.landscape and not self.turned,
        )

    def arrange(
        self, blocks: tuple[Block, ...], *, of_section: bool = False
    ) -> tuple[tuple[Block, ...], _SectionHead]:
        """Return the blocks of a section, or those ahead of the first, and what their head says of it."""
        head, done = (
            _SectionHead(),
            _Unended(BracketLine("end"), Paragraph((), Span(self.source, 1, 1, 0, 0))),
        )
        stack = [done]
        blocks = tuple(part for block in blocks for part in split_lines(block, self.text))
        for number, block in enumerate(blocks, 1):
            picture = _read_picture(block)
            if picture is not None:
                self.changed = True
                stack[-1].blocks.append(picture)
                continue
            asked = _read(block)
            first = len(stack) == 1 and not done.blocks
            if asked is None or not isinstance(block, Paragraph):
                found = _read_marking(block) if of_section and first and head.marking is None else ""
                if found:
                    self._mark(head, found, block)
                else:
                    stack[-1].blocks.append(self._box_labelled(block))
                continue
            self.changed = True
            if asked.kind != "box":
                self.left_out.append(LeftOut(block.span, REASON))
            match asked.kind:
                case "page":
                    stack[-1].blocks.append(Divider(block.span, "page"))
                case "marking":
                    if not first:
                        self.tell(block.span, "a marking is for a whole section", "put it under the heading")
                    head.marking, head.marking_at = asked.words, block.span
                case "end":
                    self._end(stack, asked, block, last=number == len(blocks))
                case _:
                    self._begin(stack, asked, block, first=first)
        while len(stack) > 1:
            self._close_open(stack, head)
        return tuple(done.blocks), head

    def _mark(self, head: _SectionHead, marking: str, block: Block) -> None:
        self.changed = True
        self.left_out.append(LeftOut(block.span, REASON))
        head.marking, head.marking_at = marking, block.span

    def _begin(self, stack: list[_Unended], asked: BracketLine, block: Paragraph, *, first: bool) -> None:
        begun = {each.asked.kind for each in stack}
        if asked.kind == "landscape" and (self.turned or "landscape" in begun):
            self.tell(block.span, "these are landscape pages already", "take this line out")
        elif asked.kind == "landscape" and "box" in begun:
            self.tell(block.span, "landscape pages cannot begin in a box", "end the box ahead of them")
        else:
            stack.append(_Unended(asked, block, first))

    def _end(self, stack: list[_Unended], asked: BracketLine, block: Paragraph, *, last: bool) -> None:
        """Close what a line says ends, and what was begun in it."""
        at = next(
            (
                number
                for number in range(len(stack) - 1, 0, -1)
                if not asked.name or (asked.name == "landscape") == (stack[number].asked.kind == "landscape")
            ),
            0,
        )
        if not at:
            if self.turned and asked.name != PLAIN and not last:
                message = "landscape pages that begin right under a heading end with its section"
                self.tell(
                    block.span, message, "begin the pages behind a paragraph, or end them with the section"
                )
            elif not self.turned or asked.name == PLAIN:
                self.tell(block.span, "nothing that could end here has begun", "take this line out")
            return
        while len(stack) - 1 > at:
            self._close_open(stack, _SectionHead())
        ended = stack.pop()
        stack[-1].blocks += self._close(ended, ended.blocks, block.span)

    def _close_open(self, stack: list[_Unended], head: _SectionHead) -> None:
        """Close what has no end: landscape pages end with their section, and are all of it where they begin
        right under its heading; a box holds the block after it.
        """
        ended = stack.pop()
        if ended.asked.kind == "landscape" and ended.first:
            head.landscape = True
            stack[-1].blocks += ended.blocks
            return
        most = 1 if ended.asked.kind == "box" else len(ended.blocks)
        if ended.asked.kind == "box" and _SENTENCE.search(ended.asked.words):
            most = 0
        inside, rest = ended.blocks[:most], ended.blocks[most:]
        last = inside[-1].span if inside else ended.begun.span
        stack[-1].blocks += [*self._close(ended, inside, last), *rest]

    def _close(self, ended: _Unended, inside: list[Block], last: Span) -> list[Block]:
        """Return what was begun as a block."""
        start = ended.begun.span
        span = Span(self.source, start.line_start, last.line_end, start.start, last.end)
        if ended.asked.kind == "landscape":
            return [Landscape(tuple(inside), span)] if inside else []
        title = _cut_words(ended.begun, ended.asked)
        if not inside and title:
            inside, title = [Paragraph(title, start)], ()
        if not inside:
            self.tell(start, "this box is empty", "write its text under it, or take this line out")
            return []
        return [Callout(ended.asked.name, tuple(inside), span, title)]

    def _box_labelled(self, block: Block) -> Block:
        """Return a paragraph that says ahead that it warns or advises ("Warning: …") as a callout."""
        if not isinstance(block, Paragraph) or block.role != "body" or not block.inlines:
            return block
        first = block.inlines[0]
        found = _LABEL.match(words((first,))) if isinstance(first, Text | Strong) else None
        kind = CALLOUTS.get(found["label"].casefold(), "note") if found else "note"
        if found is None or kind == "note" or found["label"][:1].islower():
            return block
        rest = _cut_label(block.inlines, found.end())
        plain = words(rest).strip()
        if len(plain) < _LEAST_WARNED or not _SENTENCE.search(plain):
            return block
        self.changed = True
        start = first.start if isinstance(first, Text) else None
        return Callout(kind, (replace(block, inlines=rest),), block.span, (Text(found["label"], start),))

    def tell(self, span: Span | None, message: str, cure: str = "put this line there") -> None:
        """Remember what cannot be carried out."""
        self.diagnostics.append(
            Diagnostic(Severity.WARNING, "bracket-line", message, cure, span=span, where=self.source)
        )


def _read(block: Block) -> BracketLine | None:
    """Return what a block asks for that is a line in brackets and no more."""
    if not isinstance(block, Paragraph) or not all(isinstance(each, Text) for each in block.inlines):
        return None
    return read_bracket_line(words(block.inlines).strip())


def _read_picture(block: Block) -> Image | None:
    """Return the picture that a block names that is such a line in brackets and no more."""
    if not isinstance(block, Paragraph) or not all(isinstance(each, Text) for each in block.inlines):
        return None
    return read_picture_line(words(block.inlines).strip(), block.span)


def _read_marking(block: Block) -> str:
    """Return the marking that a block is that holds no more, "" for none."""
    return read_marking(words(block.inlines).strip()) if isinstance(block, Paragraph) else ""


def _cut_words(line: Paragraph, asked: BracketLine) -> tuple[Inline, ...]:
    """Return the words behind the colon of a line in brackets, with their place where the line has one."""
    if not asked.words:
        return ()
    first = line.inlines[0]
    known = len(line.inlines) == 1 and isinstance(first, Text) and first.start is not None
    start = first.start + asked.at if known and isinstance(first, Text) and first.start is not None else None
    return (Text(asked.words, start),)


def _cut_label(inlines: tuple[Inline, ...], end: int) -> tuple[Inline, ...]:
    """Return running text without the label at its head, which ends at a place of its first part."""
    first, rest = inlines[0], inlines[1:]
    if isinstance(first, Text):
        start = None if first.start is None else first.start + end
        rest = (Text(first.value[end:], start), *rest) if first.value[end:] else rest
    elif words((first,))[end:].strip():
        return ()  # the strong words go on behind the colon: they are no label
    if rest and isinstance(rest[0], Text):
        value = rest[0].value.lstrip(" :：")
        shift = len(rest[0].value) - len(value)
        start = None if rest[0].start is None else rest[0].start + shift
        rest = (Text(value, start), *rest[1:])
    return rest


def _join(blocks: tuple[Block, ...], source: str) -> Span:
    first, last = blocks[0].span, blocks[-1].span
    return Span(source, first.line_start, last.line_end, first.start, last.end)
