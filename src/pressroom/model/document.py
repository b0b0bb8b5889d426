"""What was written: a tree of sections and blocks.

Readers make it, nobody changes it. Every block carries the ``Span`` it was read from. What a reader could
only guess says so (``Heading.guessed``, ``Heading.level_guessed``) together with its reasons.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pressroom.model.diagnostic import Diagnostic
from pressroom.model.inline import Inline, PictureWidth, words
from pressroom.model.span import Span

Role = Literal[
    "body",
    "standfirst",  # the summary under the title
    "byline",  # who wrote it
    "dateline",  # where and when
    "salutation",  # "Dear colleagues,"
    "turn",  # a speaker's words in an interview or in minutes
    "signature",
    "address",
    "caption",  # of a picture or table that is not in the source
    "note",  # "Note: …", "Source: …" under a table or picture
    "ending",  # "ENDS", "###": what follows is not for print
]
Align = Literal["left", "right", "center", "decimal", ""]
ListStyle = Literal["bullet", "decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    inlines: tuple[Inline, ...]
    span: Span
    role: Role = "body"


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item. ``marker`` is what the source wrote ("3.", "(a)", "•"); ``checked`` is for task lists."""

    blocks: tuple[Block, ...]
    span: Span
    marker: str = ""
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A list; nested lists are blocks of their item. ``start`` is the first number of an ordered one."""

    items: tuple[ListItem, ...]
    span: Span
    style: ListStyle = "bullet"
    start: int = 1

    @property
    def ordered(self) -> bool:
        """Tell whether the items are counted."""
        return self.style != "bullet"


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what is said of it."""

    term: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Terms with their definitions; ``fields`` marks a "Key: value" block such as the head of a memo."""

    items: tuple[Definition, ...]
    span: Span
    fields: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell."""

    inlines: tuple[Inline, ...]
    span: Span
    header: bool = False
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A table row, cells from the reading start; cells covered by a rowspan from above are not repeated."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. ``head`` are its header rows; ``align`` has one entry a column ("" where nothing is said)."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    span: Span
    align: tuple[Align, ...] = ()
    caption: tuple[Inline, ...] = ()
    notes: tuple[tuple[Inline, ...], ...] = ()
    label: str = ""

    @property
    def columns(self) -> int:
        """Count the columns of the grid."""
        ends = (
            column + cell.colspan
            for rows in (self.head, self.body)
            for row in place_cells(rows)
            for column, cell in row
        )
        return max(ends, default=0)


def place_cells(rows: Sequence[Row]) -> Iterator[tuple[tuple[int, Cell], ...]]:
    """Yield for each row its cells with their columns on the grid, beside what reaches down from above.

    ``rows`` are those of a head or of a body: no cell reaches from one into the other.
    """
    taken: dict[int, int] = {}  # column → first row that is free again
    for top, row in enumerate(rows):
        placed: list[tuple[int, Cell]] = []
        column = 0
        for cell in row.cells:
            while taken.get(column, 0) > top:
                column += 1
            placed.append((column, cell))
            for covered in range(column, column + cell.colspan):
                taken[covered] = top + cell.rowspan
            column += cell.colspan
        yield tuple(placed)


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation."""

    blocks: tuple[Block, ...]
    span: Span
    attribution: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Preformatted text. ``language`` is the info string's first word; ``info`` the rest of it."""

    text: str
    span: Span
    language: str = ""
    info: str = ""


@dataclass(frozen=True, slots=True)
class MathBlock:
    """A displayed formula as TeX."""

    tex: str
    span: Span


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of its own. ``src`` names an asset of the document, or a file beside the source.

    ``label`` is what the source calls it ("Figure 3"), which is no part of the caption. ``width`` is None
    where nobody says how wide it is to be.
    """

    src: str
    span: Span
    alt: str = ""
    caption: tuple[Inline, ...] = ()
    label: str = ""
    width: PictureWidth | None = None


@dataclass(frozen=True, slots=True)
class Callout:
    """A boxed aside: ``kind`` is note, tip, warning, important or caution, or "box" for one that is none."""

    kind: str
    blocks: tuple[Block, ...]
    span: Span
    title: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Divider:
    """A break in the thread that the author drew ("* * *", "---"); ``kind`` "page" is a new page instead.

    "landscape" and "portrait" are marks that readers set while they read, from which on pages lie otherwise;
    no document that is read keeps them.
    """

    span: Span
    kind: Literal["", "page", "landscape", "portrait"] = ""


@dataclass(frozen=True, slots=True)
class Landscape:
    """Blocks that stand on landscape pages of their own."""

    blocks: tuple[Block, ...]
    span: Span


Block = (
    Paragraph
    | List
    | DefinitionList
    | Table
    | Quote
    | CodeBlock
    | MathBlock
    | Image
    | Callout
    | Landscape
    | Divider
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a section.

    ``number`` is the numbering as written ("3.2", "Annex A", "IV"), not part of ``inlines``.
    ``level`` counts from 1 under the title. ``guessed``: no mark in the source says that this is a heading;
    ``level_guessed``: no mark says how deep it is. ``reasons`` say in words why it was taken for one.
    """

    inlines: tuple[Inline, ...]
    level: int
    span: Span
    number: str = ""
    guessed: bool = False
    level_guessed: bool = False
    reasons: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The heading's words without its number."""
        return words(self.inlines)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with all that stands under it: first its own blocks, then its sub-sections.

    ``id`` is unique in the document and stable while the heading's words stay ("strengthening-ties").
    ``marking`` is its own ("CONFIDENTIAL"), ``landscape`` whether all of it stands on landscape pages.
    """

    heading: Heading
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    id: str
    marking: str = ""
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Footnote:
    """The body of a note; ``label`` is how the text calls it."""

    label: str
    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Source text that is in no block, with the reason ("page number", "contents list typed by hand")."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that belongs to document or page: a picture, a data table. ``name`` is a plain file name."""

    name: str
    media_type: str
    data: bytes
    description: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the document says of itself. ``date`` is ISO 8601 as far as known ("2024", "2024-05" …).

    ``issuer`` is who issues it, ``kind`` what sort of paper it is, ``embargo`` until when it is not to be
    published; all three in its own words ("PRESS RELEASE", "Embargoed until 6 a.m. on 5 May 2026").
    ``settings`` holds what front matter set beyond these fields, as plain values (str, int, float, bool,
    list, dict).
    """

    author: tuple[str, ...] = ()
    date: str = ""
    date_text: str = ""
    lang: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    issuer: str = ""
    kind: str = ""
    embargo: str = ""
    settings: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole source.

    ``title`` is the document's own title (None when it has none); ``blocks`` are what stands before the first
    section (standfirst, byline, opening paragraphs). ``text`` is what all spans point into.
    """

    source: str
    text: str
    title: Heading | None
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    metadata: Metadata = field(default_factory=Metadata)
    footnotes: tuple[Footnote, ...] = ()
    assets: tuple[Asset, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Yield every section in reading order, whatever its depth."""
        stack = list(reversed(self.sections))
        while stack:
            section = stack.pop()
            yield section
            stack.extend(reversed(section.sections))

    def find_section(self, offset: int) -> str:
        """Return the id of the section that an offset stands in, "" before the first."""
        started = [section for section in self.walk() if section.heading.span.start <= offset]
        return started[-1].id if started else ""

    def find_marking(self, offset: int) -> str:
        """Return the marking of the innermost section round an offset that has one, "" for none."""
        found, sections = "", self.sections
        while sections:
            started = [section for section in sections if section.heading.span.start <= offset]
            sections = started[-1].sections if started else ()
            found = (started[-1].marking if started else "") or found
        return found
