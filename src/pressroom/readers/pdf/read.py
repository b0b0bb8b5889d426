"""A PDF to a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pressroom.errors import PressroomError
from pressroom.model.document import Document, Footnote, Metadata, Paragraph
from pressroom.readers.common.assemble import Content, assemble
from pressroom.readers.common.collection import pause_collection
from pressroom.readers.common.flow import Flow, ListMark, Para, build_items
from pressroom.readers.common.hyphens.mending import HyphenMender
from pressroom.readers.common.limits import damaged
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.pdf.diagnostics import tell
from pressroom.readers.pdf.entries import read_entries
from pressroom.readers.pdf.file import open_pdf
from pressroom.readers.pdf.headings import Bookmark, PdfHeading, find_headings
from pressroom.readers.pdf.inlines import FindNote, build_inlines
from pressroom.readers.pdf.layout.glyphs import read_page
from pressroom.readers.pdf.layout.lines import PlacedTable
from pressroom.readers.pdf.layout.page import PdfPage
from pressroom.readers.pdf.notes import PageNote
from pressroom.readers.pdf.paragraphs import ItemMark, PdfPara, is_caption
from pressroom.readers.pdf.structure import read_tags

_NO_TITLES = re.compile(r"untitled|document\d*|microsoft word|.*\.\w{2,5}$|.*[\\/_].*", re.IGNORECASE)


def read(data: bytes, source: str, settings: ReaderSettings) -> Document:
    """Read a PDF. Raises PressroomError for one that is locked, damaged, or has only pictures of pages."""
    with pause_collection(), open_pdf(data, source) as opened:
        pages = read_pages(opened, source)
        bookmarks = read_bookmarks(opened)
        metadata, title = _read_metadata(opened)
        attachments = opened.count_attachments()
        comments = sum(_count_comments(opened, at) for at in range(len(opened)))
    _refuse_without_text(pages, source)
    content = _read_content(pages, bookmarks)
    left_out = list(content.left_out)
    for page in pages:
        aside = (
            (page.hidden, "hidden text"),
            (page.outside, "text beside the page"),
            (page.sideways, "text that is set sideways"),
        )
        left_out += [(text, reason) for text, reason in aside if text]
    return assemble(
        source,
        settings,
        Content(
            items=content.items,
            title=content.title,
            fallback_title=title,
            footnotes=content.footnotes,
            left_out=left_out,
            metadata=metadata,
            diagnostics=tell(source, pages, left_out, comments, attachments),
        ),
    )


def read_pages(opened: Any, source: str) -> list[PdfPage]:
    """Read all pages. Raises PressroomError where they hold more letters than any report."""
    pages: list[PdfPage] = []
    letters = 0
    for at in range(len(opened)):
        pages.append(_read_page(opened, at, source))
        letters += sum(len(word.text) for word in pages[-1].words)
        if letters > MOST_LETTERS:
            raise PressroomError(
                f"the first {at + 1} pages hold more than {MOST_LETTERS:,} letters",
                cure="take out the pages that matter, as a PDF of their own",
                rule="source-too-large",
                where=source,
            )
    return pages


MOST_LETTERS = 3_000_000  # of all pages: 5,000 on each of the most pages


def _read_page(opened: Any, at: int, source: str) -> PdfPage:
    from pypdfium2 import PdfiumError

    try:
        page = opened[at]
    except PdfiumError as problem:
        raise damaged(source, f"its page {at + 1} cannot be read") from problem
    try:
        return read_page(page, at + 1, read_tags(page))
    finally:
        page.close()


def read_bookmarks(opened: Any) -> list[Bookmark]:
    """Read the entries of the file's own outline."""
    found = []
    for entry in opened.get_toc(max_depth=6):
        dest = entry.get_dest()
        index = dest.get_index() if dest else None
        found.append(Bookmark(entry.get_title() or "", entry.level + 1, 0 if index is None else index + 1))
        if len(found) >= _MOST_BOOKMARKS:
            break
    return found


_MOST_BOOKMARKS = 5_000
_COMMENTS = frozenset((1, 3, 9, 10, 11, 12, 13, 14))  # kinds of annotations that people write on a page


def _count_comments(opened: Any, at: int) -> int:
    """Count the notes and marks that somebody put on a page."""
    import pypdfium2.raw as pdfium

    page = opened[at]
    count = 0
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_BOOKMARKS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        count += pdfium.FPDFAnnot_GetSubtype(annotation) in _COMMENTS
        pdfium.FPDFPage_CloseAnnot(annotation)
    page.close()
    return count


def _read_metadata(opened: Any) -> tuple[Metadata, str]:
    """Return what the file says of itself, and its title where that was not made by a program."""
    held = opened.get_metadata_dict()
    title = " ".join(held.get("Title", "").split())
    words = tuple(word.strip() for word in re.split("[,;]", held.get("Keywords", "")) if word.strip())
    subject = " ".join(held.get("Subject", "").split())
    return Metadata(subject=subject, keywords=words), "" if _NO_TITLES.fullmatch(title) else title


def _refuse_without_text(pages: Sequence[PdfPage], source: str) -> None:
    if any(char.isalnum() for page in pages for word in page.words for char in word.text):
        return
    if any(page.unknown or page.words for page in pages):  # "! !": codes of signs that were never named
        what, why = "its letters are drawings that stand for no characters", "pdf-without-characters"
    elif any(page.pictures for page in pages):
        what, why = "its pages are pictures, as a scanner makes them", "pdf-scanned"
    else:
        what, why = "there is no text on its pages", "source-no-words"
    raise PressroomError(
        f"the PDF holds no text: {what}",
        cure="let a program recognise its text (OCR) and save it, or give the text that it was made from",
        rule=why,
        where=source,
    )


def _read_content(pages: Sequence[PdfPage], bookmarks: Sequence[Bookmark]) -> Content:
    held = read_entries(pages)
    mender = HyphenMender(held.lines)
    labels = {(note.page, note.mark): str(number) for number, note in enumerate(held.notes, 1)}

    def find_note(page: int, mark: str) -> str:
        return labels.get((page, mark), "")

    headings = find_headings(held.entries, held.body, bookmarks, pages)
    title, items = build_items(_make_flow(held.entries, headings, mender, find_note))
    footnotes = [
        Footnote(labels[note.page, note.mark], (_note(note, mender, find_note),), NOWHERE)
        for note in held.notes
    ]
    return Content(items=items, title=title, footnotes=footnotes, left_out=held.left_out)


def _note(note: PageNote, mender: HyphenMender, find_note: FindNote) -> Paragraph:
    return Paragraph(build_inlines(note.lines, mender, find_note, skip=len(note.mark)), NOWHERE)


def _make_flow(
    entries: Sequence[PdfPara | PlacedTable],
    headings: dict[int, PdfHeading],
    mender: HyphenMender,
    find_note: FindNote,
) -> list[Flow]:
    """Return paragraphs as word processors keep them, and tables."""
    found: list[Flow] = []
    depths = _Depths()
    for at, entry in enumerate(entries):
        if isinstance(entry, PlacedTable):
            found.append(entry.table)
            continue
        heading = headings.get(at)
        if heading:
            depths.clear()
            skip = len(heading.number)
            inlines = build_inlines(entry.lines, mender, find_note, skip, plain=True)
            part = "title" if not heading.level else "" if heading.sure else "guessed"
            found.append(Para(inlines, part, heading.level, heading.number.rstrip(".")))
        elif entry.mark:
            inlines = build_inlines(entry.lines, mender, find_note, len(entry.mark.text))
            found.append(Para(inlines, mark=depths.place(entry.mark)))
        else:
            depths.clear()
            part = "caption" if is_caption(entry) else "plain"
            found.append(Para(build_inlines(entry.lines, mender, find_note), part))
    return [entry for entry in found if not isinstance(entry, Para) or entry.inlines]


class _Depths:
    """How deep items of a list lie, by where their marks stand."""

    def __init__(self) -> None:
        self._lefts: list[float] = []

    def clear(self) -> None:
        self._lefts = []

    def place(self, mark: ItemMark) -> ListMark:
        """Return the place of an item in its list."""
        while self._lefts and mark.left < self._lefts[-1] - _SAME_MARGIN:
            self._lefts.pop()
        if not self._lefts or mark.left > self._lefts[-1] + _SAME_MARGIN:
            self._lefts.append(mark.left)
        depth = len(self._lefts) - 1
        if mark.kind == "bullet":
            return ListMark(depth, "•")
        core = mark.text.strip("()[].")
        if core.isdecimal():
            return ListMark(depth, mark.text, "decimal", int(core))
        if len(core) == 1 and core not in "ivx":
            return ListMark(depth, mark.text, "lower-alpha", ord(core) - 96)
        return ListMark(depth, mark.text, "lower-roman", _count_roman(core))


_SAME_MARGIN = 4.0  # points


def _count_roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return max(sum(-value if value < after else value for value, after in pairs), 1)
