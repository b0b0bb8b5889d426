"""A PDF as the printer needs it: its pages, paper and reading direction, and sheets made of it."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

from pressroom.errors import PressroomError
from pressroom.model.paper import PAPER_SIZES
from pressroom.readers.common.limits import refuse_pdf_bomb
from pressroom.writers.sheets.impose import Imposition, impose

_NEAR = 3  # points by which a page may miss a paper's size and still be of it
_RIGHT_TO_LEFT = ("ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi")


@dataclass(frozen=True, slots=True)
class Printable:
    """A document to print. ``paper`` is a key of PAPER_SIZES or ""; ``lies`` tells a page wider than high."""

    data: bytes
    title: str
    pages: int
    paper: str
    lies: bool
    right_to_left: bool


def open_pdf(data: bytes, name: str) -> Printable:
    """Read what matters of a PDF. Raises PressroomError when it is none, or locked, or empty."""
    from pikepdf import PasswordError, Pdf, PdfError

    refuse_pdf_bomb(data, name)
    try:
        pdf = Pdf.open(io.BytesIO(data))
    except PasswordError as error:
        raise PressroomError(
            "this PDF is locked with a password", cure="print the one without", rule="pdf-locked", where=name
        ) from error
    except PdfError as error:
        raise PressroomError(
            "this is no PDF, nor a source that can be read",
            cure="name a source or the PDF that was made of it",
            rule="not-a-pdf",
            where=name,
        ) from error
    with pdf:
        if not len(pdf.pages):
            raise PressroomError("this PDF has no page", cure="make it again", rule="pdf-empty", where=name)
        box = [float(edge) for edge in pdf.pages[0].mediabox]
        wide, high = abs(box[2] - box[0]), abs(box[3] - box[1])
        if int(pdf.pages[0].obj.get("/Rotate", 0)) % 180:
            wide, high = high, wide
        return Printable(
            data=data,
            title=str(pdf.docinfo.get("/Title", "")) or name,
            pages=len(pdf.pages),
            paper=_find_paper(wide, high),
            lies=wide > high,
            right_to_left=str(pdf.Root.get("/Lang", "")).partition("-")[0].lower() in _RIGHT_TO_LEFT,
        )


def _find_paper(wide: float, high: float) -> str:
    short, long = sorted((wide, high))
    for name, size in PAPER_SIZES.items():
        across, down = size.points
        if abs(short - across) <= _NEAR and abs(long - down) <= _NEAR:
            return name
    return ""


def keep_pages(document: Printable, ranges: tuple[tuple[int, int], ...]) -> Printable:
    """Return the document with the pages of some ranges alone, counted from 1."""
    from pikepdf import Pdf

    if not ranges:
        return document
    with Pdf.open(io.BytesIO(document.data)) as pdf:
        wanted = {page for first, last in ranges for page in range(first - 1, last)}
        for index in reversed(range(len(pdf.pages))):
            if index not in wanted:
                del pdf.pages[index]
        buffer = io.BytesIO()
        pdf.save(buffer, deterministic_id=True)
    return replace(document, data=buffer.getvalue(), pages=len(wanted))


def impose_on_sheets(document: Printable, scheme: str, sheet: str) -> Printable:
    """Return the document imposed: a booklet, or several pages a side ("2up", "3x2")."""
    how = Imposition(scheme, sheet or document.paper or "A4", right_to_left=document.right_to_left)
    return replace(open_pdf(impose(document.data, how).body, document.title), title=document.title)
