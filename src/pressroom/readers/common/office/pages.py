"""New pages and landscape pages of a word processor's document, as far as they make sense on other pages.

Readers put marks into the flow (``Divider`` with a kind). They make a page of their own only where a page has
something on it: the breaks round a cover or a table of contents, doubled ones and the last one are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Block, Divider, Document, Heading, Landscape, LeftOut, Section
from pressroom.model.span import Span
from pressroom.readers.common.flow import Flow, Para
from pressroom.readers.common.rendering import NOWHERE

NEW_PAGE = Divider(NOWHERE, "page")
TURNED, UPRIGHT = Divider(NOWHERE, "landscape"), Divider(NOWHERE, "portrait")
REASON = "mark of landscape pages"
_LEAST_WORDS = 40  # ahead of the first heading: fewer are a cover's


def drop_idle_breaks(flow: Sequence[Flow]) -> list[Flow]:
    """Return a flow without new pages that would leave one empty, or with nothing but a heading or the lines
    of a cover on it.
    """
    kept: list[Flow] = []
    count, begun = 0, False
    for entry in flow:
        if isinstance(entry, Para):
            begun = begun or bool(entry.level)
            count += len(entry.text.split())
        elif not isinstance(entry, Divider):
            count += _LEAST_WORDS
        elif entry.kind == "page" and not (
            kept and (begun or count >= _LEAST_WORDS) and _ends_page(kept[-1])
        ):
            continue
        elif entry.kind in ("landscape", "portrait") and kept and _is_mark(kept[-1], "page"):
            kept.pop()
        kept.append(entry)
    while kept and _is_mark(kept[-1], "page"):
        kept.pop()
    return kept


def _ends_page(entry: Flow) -> bool:
    """Tell whether a page may end behind an entry: with text, not with a heading or another break."""
    return (
        not entry.level if isinstance(entry, Para) else not _is_mark(entry, "page", "landscape", "portrait")
    )


def _is_mark(entry: object, *kinds: str) -> bool:
    return isinstance(entry, Divider) and entry.kind in kinds


def turn_pages(document: Document) -> Document:
    """Return a document whose marks of landscape pages are carried out, with a note of what is kept."""
    work = _Turning()
    blocks = work.turn_blocks(document.blocks)
    sections = tuple(work.turn_section(section) for section in document.sections)
    breaks = _count_breaks(blocks) + sum(_count_breaks(section.blocks) for section in document.walk())
    if not work.marks and not breaks:
        return document
    return replace(
        document,
        blocks=blocks,
        sections=sections,
        left_out=tuple(
            sorted((*document.left_out, *work.marks), key=lambda left: (left.span.start, left.span.end))
        ),
        diagnostics=(*document.diagnostics, _note_pages(document.source, breaks, work.parts)),
    )


def _count_breaks(blocks: Sequence[Block]) -> int:
    return sum(1 for block in blocks if _is_mark(block, "page"))


def _note_pages(source: str, breaks: int, parts: int) -> Diagnostic:
    kept = [
        f"{count} {one if count == 1 else many}"
        for count, one, many in (
            (breaks, "new page", "new pages"),
            (parts, "part on landscape pages", "parts on landscape pages"),
        )
        if count
    ]
    return Diagnostic(
        Severity.NOTE,
        "pages-kept",
        f"{' and '.join(kept) or 'nothing'} of the source {'is' if breaks + parts == 1 else 'are'} kept",
        "take the page or section break out of the source where it is not wanted",
        where=source,
    )


@dataclass(slots=True)
class _Turning:
    """Goes through a document in reading order; ``turned`` tells whether pages are landscape where it is."""

    turned: bool = False
    marks: list[LeftOut] = field(default_factory=list)
    parts: int = 0

    def turn_blocks(self, blocks: Sequence[Block], *, inside: bool = False) -> tuple[Block, ...]:
        """Return the blocks of a section; those on landscape pages stand in a block of these, unless the
        section round them is one.
        """
        found: list[Block] = []
        run: list[Block] = []
        for block in blocks:
            if _is_mark(block, "landscape", "portrait"):
                self.marks.append(LeftOut(block.span, REASON))
                found += self._close(run)
                run = []
                self.turned = _is_mark(block, "landscape")
            elif self.turned and not inside:
                run.append(block)
            else:
                found.append(block)
        return (*found, *self._close(run))

    def _close(self, run: list[Block]) -> list[Block]:
        while run and _is_mark(run[-1], "page"):
            run.pop()
        if not run:
            return []
        self.parts += 1
        first, last = run[0].span, run[-1].span
        return [
            Landscape(tuple(run), Span(first.source, first.line_start, last.line_end, first.start, last.end))
        ]

    def turn_section(self, section: Section, *, inside: bool = False) -> Section:
        """Return a section, turned as a whole where its heading and all of it stand on landscape pages."""
        whole = not inside and self.turned and not _goes_on_behind_mark(section)
        self.parts += whole
        within = inside or whole
        return replace(
            section,
            blocks=self.turn_blocks(section.blocks, inside=within),
            sections=tuple([self.turn_section(each, inside=within) for each in section.sections]),
            landscape=whole,
        )


def _goes_on_behind_mark(section: Section) -> bool:
    """Tell whether anything of a section stands behind a mark in it."""
    entries = _list_entries(section)
    first = next((at for at, entry in enumerate(entries) if _is_mark(entry, "portrait", "landscape")), None)
    return first is not None and any(not isinstance(entry, Divider) for entry in entries[first:])


def _list_entries(section: Section) -> list[Block | Heading]:
    inner = [entry for each in section.sections for entry in (each.heading, *_list_entries(each))]
    return [*section.blocks, *inner]
