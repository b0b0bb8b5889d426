"""What all parts of the writer share while one Word file is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from pressroom.model.page import Page
from pressroom.writers.docx.body.pictures import PictureParts
from pressroom.writers.docx.package.bookmarks import Bookmarks
from pressroom.writers.docx.package.sections import Paper, Sections
from pressroom.writers.docx.styles.numbering import NumberingPart
from pressroom.writers.docx.styles.stylebook import StyleBook

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.package import Package
    from lxml.html import HtmlElement

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


@dataclass(slots=True)
class PartLinks:
    """The outward links of one part, each address once."""

    part: Part
    _ids: dict[str, str] = field(default_factory=dict)

    def id(self, address: str) -> str:
        """Return the relationship of an address."""
        if address not in self._ids:
            self._ids[address] = self.part.relate_to(address, HYPERLINK, is_external=True)
        return self._ids[address]


class NoteCalls(Protocol):
    """Writes the calls of notes, and keeps the words of the notes."""

    def call(self, element: HtmlElement) -> str:
        """Return the call of the note whose words are in ``element``."""

    def call_again(self, ident: str, number: str) -> str:
        """Return a further call of the note with an id and a number."""


@dataclass(slots=True)
class DocumentContext:
    """One Word file being written: the page it is made from, and what its parts have in common."""

    page: Page
    root: HtmlElement
    package: Package
    main: Part
    paper: Paper
    styles: StyleBook
    numbering: NumberingPart
    bookmarks: Bookmarks
    pictures: PictureParts
    links: PartLinks
    lang: str
    rtl: bool
    targets: frozenset[str]  # ids that some link or field points at
    labels: Mapping[str, str]  # words of a numbered caption, by the id of its figure or table
    numbers: Mapping[str, str]  # numbers of captions and headings that a link leads to, by their ids
    counted: frozenset[str]  # ids of those headings whose number Word may count
    source_words: frozenset[str]  # words of the source's own blocks, without spaces
    mixed: bool  # some of the text runs against the document's direction
    sequences: dict[str, int] = field(default_factory=dict)  # how far each caption sequence has counted
    heading_list: int = 0  # the numbering that counts the headings, 0 when Word does not count them
    page_numbers: Mapping[str, int] = field(default_factory=dict)  # the page of each id, where it is known
    page_count: int = 0  # 0 where it is not known
    native_charts: bool = False  # figures as charts that Word can edit
    endnotes: bool = False  # notes at the end instead of at the foot
    watermark: str = ""  # a word behind the text of each page
    shown_roles: frozenset[str] = frozenset()  # roles of the first page that the reference's own cover shows
    notes: NoteCalls = field(init=False)
    sections: Sections = field(init=False)

    @property
    def outdent(self) -> int:
        """How far what stands over both columns begins ahead of running text, in twips."""
        return self.paper.outer if self.styles.paper is not None else 0

    def no_numbering(self, role: str) -> tuple[int, int] | None:
        """Return the numbering that takes a style's own off a paragraph; None where the style has none."""
        return (self.numbering.add_empty_list(), 0) if self.styles.is_numbered(role) else None
