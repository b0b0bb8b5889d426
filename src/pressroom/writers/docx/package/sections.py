"""Page set-up: paper, margins, landscape sections, and the parts for running header and footer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pressroom.model.paper import DEFAULT_PAPER, PAPER_SIZES, TWIPS_PER_MM
from pressroom.writers.docx.package.markup import qualify

if TYPE_CHECKING:
    from lxml.etree import _Element

OUTER = 50  # mm: the side column at the start of the line and its gap
_NARROW = 180  # mm: a narrower sheet has no room for an outer margin


@dataclass(frozen=True, slots=True)
class Paper:
    """A page set-up in twips.

    ``left`` and ``right`` are the margins of running text. The one at the start of the line is wider by
    ``outer``, the side column: title, headings, key numbers, wide tables, header and footer reach into it.
    On a ``mirrored`` one left means inside, at the binding, and there is no side column.
    """

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    head: int
    foot: int
    outer: int = 0
    mirrored: bool = field(default=False, kw_only=True)

    @property
    def text_width(self) -> int:
        """The width of both columns."""
        return self.column + self.outer

    @property
    def column(self) -> int:
        """The width of running text."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """The height of the text."""
        return self.height - self.top - self.bottom

    @property
    def landscape(self) -> Paper:
        """The same sheet turned: the long edge lies."""
        return replace(self, width=self.height, height=self.width)


def make_paper(name: str, *, two_sided: bool = False, rtl: bool = False, columns: int = 2) -> Paper:
    """Return our own page set-up on a paper ("A4", "Letter"…; an unknown name is A4).

    With one of the ``columns`` there is no side column, as in a letter.
    """
    size = PAPER_SIZES.get(name, PAPER_SIZES[DEFAULT_PAPER])
    width, height = size.width, size.height
    if width < _NARROW:
        edges = (width, height, 20, 20, 16, 16, 9, 9, 0)
    else:
        left, right, outer = (36, 29, 0) if two_sided else (20 + OUTER, 20, OUTER)
        if columns == 1:
            left, right, outer = 25, 25, 0
        if rtl:
            left, right = right, left
        edges = (width, height, 25, 25, left, right, 14, 13, outer)
    return Paper(*(round(edge * TWIPS_PER_MM) for edge in edges), mirrored=two_sided)


def section_xml(
    page: Paper,
    *,
    references: str = "",
    rtl: bool = False,
    title_page: bool = False,
    kind: str = "",
    banded: bool = False,
) -> str:
    """Return ``w:sectPr``. ``references`` are those of headers and footers, ``kind`` is how it begins.

    ``banded``: the first page's header begins at the paper's edge; the others keep their distance by
    themselves.
    """
    orient = ' w:orient="landscape"' if page.width > page.height else ""
    begins = f'<w:type w:val="{kind}"/>' if kind else ""
    return (
        f'<w:sectPr>{references}{begins}<w:pgSz w:w="{page.width}" w:h="{page.height}"{orient}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}" '
        f'w:header="{0 if banded else page.head}" w:footer="{page.foot}" w:gutter="0"/>'
        f'<w:cols w:space="720"/>'
        f"{'<w:titlePg/>' if title_page else ''}{'<w:bidi/>' if rtl else ''}</w:sectPr>"
    )


def read_paper(section: _Element, otherwise: Paper) -> Paper:
    """Read the page set-up of a reference's ``w:sectPr``."""
    size, margins = section.find(qualify("w:pgSz")), section.find(qualify("w:pgMar"))

    def twips(node: _Element | None, name: str, default: int) -> int:
        text = "" if node is None else node.get(qualify(f"w:{name}"), "")
        number = text.removesuffix(".0").lstrip("-")
        return int(number) if number.isdigit() else default

    gutter = twips(margins, "gutter", 0)
    # a page without header says 0; ours would then stand at the paper's edge
    head, foot = twips(margins, "header", 0), twips(margins, "footer", 0)
    return Paper(
        twips(size, "w", otherwise.width),
        twips(size, "h", otherwise.height),
        twips(margins, "top", otherwise.top),
        twips(margins, "bottom", otherwise.bottom),
        twips(margins, "left", otherwise.left) + gutter,
        twips(margins, "right", otherwise.right),
        head or otherwise.head,
        foot or otherwise.foot,
    )


@dataclass(slots=True)
class Sections:
    """Makes the section properties of one file. Only the first section has a first page of its own.

    ``kept`` are the reference's own header and footer references, ``kept_title_page`` its word on the first
    page; without them ``references`` makes ours for a page set-up.
    """

    paper: Paper
    rtl: bool
    references: Callable[[Paper, bool], str]
    title_page: bool
    banded: bool = False
    kept: str = ""
    kept_title_page: bool = False
    _begun: bool = field(default=False)

    def xml(self, page: Paper) -> str:
        """Return ``w:sectPr`` for the next section to end."""
        first, self._begun = not self._begun, True
        banded = self.banded and not self.kept
        if self.kept:
            references, title_page = self.kept if first else "", self.kept_title_page and first
        else:
            references, title_page = self.references(page, first), self.title_page and first
        return section_xml(
            page,
            references=references,
            rtl=self.rtl,
            title_page=title_page,
            kind="nextPage",
            banded=banded,
        )
