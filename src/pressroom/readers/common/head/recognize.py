"""The head of a paper: who issues it, what kind it is, its embargo; told from the headline and the text.

A press office puts them above its headline as lines of their own, where they look like a title and sections.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pressroom.model.document import Block, Document, Heading, LeftOut, Paragraph, Section
from pressroom.model.inline import words
from pressroom.readers.common.head.embargo import tells_time
from pressroom.readers.common.head.holding import search_embargo
from pressroom.readers.common.head.lines import HeadLine, is_issuer, is_rubric, read_head_line
from pressroom.readers.common.head.words import ENDING, ISSUER, MEETING

LONGEST_LINE = 90  # characters of a line of the head that nothing marks as one
LONGEST_HEADLINE = 160
LONGEST_DATELINE = 5  # words
MOST_CAPITALS = 2  # words of a name in capitals
FEWEST_WORDS = 4  # of a headline that nothing else of the head announces
IN_THE_HEAD = "printed in the head of the page"
OF_THE_SITE = "a heading of the web site"


@dataclass(slots=True)
class _Head:
    """What is found line by line."""

    issuer: str = ""
    kind: str = ""
    embargo: str = ""
    day: str = ""
    gone: list[LeftOut] = field(default_factory=list)

    def take(self, line: HeadLine) -> bool:
        """Take what a line says; tell whether the page prints all of it from the metadata."""
        said = (line.issuer, self.issuer), (line.kind, self.kind), (line.day, self.day)
        whole = not line.rest and not line.released and all(not new or not old for new, old in said)
        self.issuer = self.issuer or line.issuer
        self.kind = self.kind or line.kind
        self.day = self.day or line.day
        if line.embargo and line.embargo not in self.embargo:
            self.embargo = JOINED.join(filter(None, (self.embargo, line.embargo)))
        return whole


JOINED = " – "  # between the lines of an embargo: "EMBARGOED", "not for publication before …"


def recognize_head(document: Document) -> Document:
    """Return a document whose head is in its metadata, with the headline as its title.

    A line leaves the text only where the page prints it from the metadata; a site's heading above the
    headline is left out with its reason.
    """
    head = _Head()
    source = document
    blocks = _take_lines(document.blocks, head)
    title = document.title
    document = replace(document, blocks=blocks)
    if title is None:
        document = (_promote(document, sure=False) if head.kind or head.embargo else None) or document
    else:  # a title that the author has marked is no guess of ours to correct
        document = _take_title(document, title, head) if title.guessed else document
        document = _join_repeated_title(_leave_out_rubric(document) if title.guessed else document)
    document = _take_standfirst(document) if head.kind else document
    metadata = document.metadata
    dated = metadata.date_text or not head.day
    return replace(
        document,
        blocks=tuple(map(_mark_ending, document.blocks)),
        sections=tuple(map(_mark_section, document.sections)),
        metadata=replace(
            metadata,
            issuer=metadata.issuer or head.issuer,
            kind=metadata.kind or head.kind,
            embargo=metadata.embargo or _complete(head.embargo, source, announced=bool(head.kind)),
            date_text=metadata.date_text if dated else head.day,
        ),
        left_out=(*document.left_out, *head.gone),
    )


def _complete(embargo: str, document: Document, *, announced: bool) -> str:
    """Return an embargo of the head; where it names no time, with what the rest of the text says of it."""
    if tells_time(embargo):
        return embargo
    found = search_embargo(document, announced=announced)
    return found if tells_time(found) else embargo or found


def _take_lines(blocks: tuple[Block, ...], head: _Head) -> tuple[Block, ...]:
    """Take the lines of issuer, kind and embargo from the blocks at the top; return the others."""
    kept: list[Block] = []
    announced = _is_announced(blocks)
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or block.role not in _OF_THE_HEAD:
            kept += blocks[index:]
            break
        line = words(block.inlines).strip()
        found = read_head_line(line)
        if found is None and announced and not head.issuer and block.role == "note" and is_issuer(line):
            found = HeadLine(issuer=line)
        if found is None and block.role == "note" and is_rubric(line):
            head.gone.append(LeftOut(block.span, OF_THE_SITE))
            continue
        if found is None and (len(line) > LONGEST_LINE or (block.role == "body" and not head.gone)):
            kept += blocks[index:]
            break
        if found is not None and head.take(found):
            head.gone.append(LeftOut(block.span, IN_THE_HEAD))
        else:
            kept.append(block)
    return tuple(kept)


_OF_THE_HEAD = ("note", "body", "dateline", "standfirst")


def _is_announced(blocks: tuple[Block, ...]) -> bool:
    """Tell whether a line at the top says what kind of paper this is, or until when it is embargoed."""
    lines = (read_head_line(words(each.inlines)) for each in blocks if isinstance(each, Paragraph))
    return any(line is not None and line.announces for line in lines)


def _take_title(document: Document, title: Heading, head: _Head) -> Document:
    """Return a document whose title is its headline, where another line of the head stood in its place."""
    line = title.text.strip()
    headed = bool(head.kind or head.embargo)
    found = read_head_line(line)
    if found is not None and ((head.kind and found.kind) or (found.embargo and not _is_sure(line))):
        found = None
    site = found is None and is_rubric(line)
    if not (found or site or _is_issuer(title, head)):
        return document
    promoted = _promote(document, sure=not (headed or site))
    if promoted is None or promoted.title is None:
        return document
    if not (headed or found) and not _is_headline(promoted.title.text, promoted.sections):
        return document  # "Statistics" over "Population" is a title over its first section
    if found:
        head.take(found)
    elif not site:
        head.issuer = line
    head.gone.append(LeftOut(title.span, OF_THE_SITE if site else IN_THE_HEAD))
    return promoted


def _is_sure(line: str) -> bool:
    """Tell whether a first line is an embargo, and not what a text about one is called."""
    return tells_time(line) or line.isupper()


def _is_headline(line: str, sections: tuple[Section, ...]) -> bool:
    """Tell whether a line is longer than the headings after it, as a headline is that nothing announces."""
    count = len(line.split())
    return count >= FEWEST_WORDS and all(len(each.heading.text.split()) < count for each in sections)


def _is_issuer(title: Heading, head: _Head) -> bool:
    """Tell whether a line is the name of who issues a paper; a word or two in capitals above its kind are."""
    line = title.text.strip()
    if len(line) > LONGEST_LINE:
        return False
    if (head.kind or head.embargo) and is_issuer(line):
        return True
    if ISSUER.fullmatch(line.title() if line.isupper() else line):
        return True
    above = bool(head.gone) and title.span.start < head.gone[0].span.start
    return above and line.isupper() and len(line.split()) <= MOST_CAPITALS


def _find_headline(document: Document, *, sure: bool) -> Paragraph | Section | None:
    """Return what can be the headline under the head: the first section, or a short line above the text.

    ``sure`` where the head alone does not tell that a headline follows: then only a section will do, or the
    name of a meeting.
    """
    rest = [block for block in document.blocks if not _is_aside(block)]
    if not rest:
        return document.sections[0] if document.sections else None
    first = rest[0]
    if not isinstance(first, Paragraph):
        return None
    line = words(first.inlines).strip()
    if MEETING.fullmatch(line) and len(line) <= LONGEST_HEADLINE:
        return first
    is_line = len(line) <= LONGEST_HEADLINE and line[-1:] not in ".:;,!?…" and len(rest) > 1
    return first if is_line and not sure and first.role != "byline" else None


def _promote(document: Document, *, sure: bool) -> Document | None:
    """Return a document with its headline as its title; None where there is none."""
    found = _find_headline(document, sure=sure)
    if isinstance(found, Paragraph):
        title = Heading(found.inlines, 0, found.span, guessed=True, reasons=("under the head of the paper",))
        rest = tuple(block for block in document.blocks if block is not found)
        return replace(document, title=title, blocks=rest)
    if found is None:
        return None
    title = replace(found.heading, level=0, level_guessed=False)
    return replace(
        document,
        title=title,
        blocks=(*document.blocks, *found.blocks),
        sections=(*found.sections, *document.sections[1:]),
    )


def _take_standfirst(document: Document) -> Document:
    """Return a document of a press office whose line between headline and text is its standfirst.

    Right under the headline, or over all of the text, it looked like the heading of a section.
    """
    rest = [block for block in document.blocks if not _is_aside(block)]
    if rest:
        line = rest[0]
        if len(rest) < 2 or not isinstance(line, Paragraph) or not isinstance(rest[1], Paragraph):
            return document
        if line.role != "body" or not _may_be_standfirst(words(line.inlines)):
            return document
        raised = tuple(
            replace(line, role="standfirst") if block is line else block for block in document.blocks
        )
        return replace(document, blocks=raised)
    first = document.sections[0] if document.sections else None
    if first is None or document.title is None or not first.heading.guessed or first.heading.number:
        return document
    under = first.heading.span.line_start == document.title.span.line_end + 1
    if (
        not (under or len(document.sections) == 1)
        or not first.blocks
        or not _may_be_standfirst(first.heading.text)
    ):
        return document
    below = Paragraph(first.heading.inlines, first.heading.span, "standfirst")
    return replace(
        document,
        blocks=(*document.blocks, below, *first.blocks),
        sections=(*first.sections, *document.sections[1:]),
    )


def _may_be_standfirst(line: str) -> bool:
    return _SHORTEST_STANDFIRST <= len(line) <= LONGEST_HEADLINE and line[-1:] not in ".:;,!?…"


_SHORTEST_STANDFIRST = 25  # characters


def _leave_out_rubric(document: Document) -> Document:
    """Return a document without a site's heading right under the title: "Community News"."""
    if document.blocks or not document.sections:
        return document
    first = document.sections[0]
    if not first.heading.guessed or not is_rubric(first.heading.text):
        return document
    return replace(
        document,
        blocks=first.blocks,
        sections=(*first.sections, *document.sections[1:]),
        left_out=(*document.left_out, LeftOut(first.heading.span, OF_THE_SITE)),
    )


def _join_repeated_title(document: Document) -> Document:
    """Return a document without a first line that is the title once more, as under a mail's subject."""
    if document.title is None:
        return document
    title = document.title
    line = document.blocks[0] if document.blocks else None
    if isinstance(line, Paragraph) and title.guessed and _is_same(words(line.inlines), title.text):
        left = LeftOut(line.span, "the title once more")
        return replace(document, blocks=document.blocks[1:], left_out=(*document.left_out, left))
    if document.blocks or not document.sections:
        return document
    first = document.sections[0]
    if not _is_same(first.heading.text, title.text):
        return document
    if not title.guessed and document.metadata.subject != title.text:
        return document
    return replace(
        document,
        blocks=first.blocks,
        sections=(*first.sections, *document.sections[1:]),
        left_out=(*document.left_out, LeftOut(first.heading.span, "the title once more")),
    )


def _is_same(line: str, title: str) -> bool:
    return " ".join(line.split()).casefold() == " ".join(title.split()).casefold()


def _is_aside(block: Block) -> bool:
    """Tell whether a block is a line beside the headline: a note, or a date with no more than a place."""
    if not isinstance(block, Paragraph) or block.role not in ("note", "dateline"):
        return False
    return block.role == "note" or len(words(block.inlines).split()) <= LONGEST_DATELINE


def _mark_section(section: Section) -> Section:
    return replace(
        section,
        blocks=tuple(map(_mark_ending, section.blocks)),
        sections=tuple(map(_mark_section, section.sections)),
    )


def _mark_ending(block: Block) -> Block:
    """Return a line that says that the text ends there ("ENDS", "###") with its role."""
    if isinstance(block, Paragraph) and block.role in ("body", "note"):
        line = words(block.inlines).strip()
        if 0 < len(line) <= 12 and ENDING.fullmatch(line):
            return replace(block, role="ending")
    return block
