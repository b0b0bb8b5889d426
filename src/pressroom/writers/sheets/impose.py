"""Pages put on sheets for the printer. What comes out is for print only: links and tags do not survive."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressroom.errors import PressroomError, UsageError
from pressroom.model.paper import PAPER_SIZES, POINTS_PER_MM
from pressroom.translations import translate
from pressroom.writers.sheets.page_order import (
    Grid,
    Side,
    Slot,
    booklet_cells,
    booklet_sides,
    grid_cells,
    grid_sides,
)

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

GRIDS = {"2up": Grid(2, 1), "4up": Grid(2, 2), "6up": Grid(3, 2), "8up": Grid(4, 2), "9up": Grid(3, 3)}
MARGIN = 5 * POINTS_PER_MM  # that no printer prints on
MARK = 4 * POINTS_PER_MM
_N_UP = re.compile(r"(\d)x(\d)")


@dataclass(frozen=True, slots=True)
class Imposition:
    """How to put pages on sheets.

    ``scheme`` is "booklet", a key of GRIDS, or "COLUMNSxROWS". ``sheet`` is a key of PAPER_SIZES.
    ``paper_mm`` is the thickness of the paper, from which the creep of inner sheets comes. ``cover`` puts a
    booklet's outermost sheet into a file of its own, for other paper.
    """

    scheme: str
    sheet: str = "A4"
    right_to_left: bool = False
    marks: bool = False
    paper_mm: float = 0.1
    cover: bool = False


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets as PDF; ``cover`` is empty unless it was asked for apart."""

    body: bytes
    cover: bytes
    sides: int


def impose(data: bytes, how: Imposition) -> Sheets:
    """Put a PDF's pages on sheets. Raises UsageError for an unknown scheme, PressroomError for no PDF."""
    from pikepdf import Pdf, PdfError

    if how.sheet not in PAPER_SIZES:
        raise UsageError(
            f"there is no sheet {how.sheet!r}",
            cure=f"choose one of {', '.join(PAPER_SIZES)}",
            rule="unknown-sheet",
        )
    try:
        source = Pdf.open(io.BytesIO(data))
    except PdfError as error:
        raise PressroomError("this is no PDF", cure="make it again", rule="not-a-pdf") from error
    with source:
        if how.scheme == "booklet":
            return _make_booklet(source, how)
        return _make_grid(source, how)


def _make_booklet(source: Pdf, how: Imposition) -> Sheets:
    height, width = PAPER_SIZES[how.sheet].points  # the sheet lies on its side
    sides = booklet_sides(len(source.pages), right_to_left=how.right_to_left)
    cells = [
        booklet_cells(width, height, index // 2 * how.paper_mm * POINTS_PER_MM) for index in range(len(sides))
    ]
    split = 2 if how.cover and len(sides) > 2 else 0
    parts = []
    for first, last in ((0, split), (split, len(sides))):
        out = _Sheet(source, width, height, "DuplexFlipShortEdge")
        for side, places in zip(sides[first:last], cells[first:last], strict=True):
            out.add(side, places)
            if how.marks:
                out.mark_fold()
        parts.append(out.save() if last > first else b"")
    return Sheets(parts[1], parts[0], len(sides))


def _make_grid(source: Pdf, how: Imposition) -> Sheets:
    grid = _parse_scheme(how.scheme)
    short, long = PAPER_SIZES[how.sheet].points
    left, low, right, high = (
        _visible_box(source.pages[0].as_form_xobject()) if source.pages else (0, 0, short, long)
    )
    lies = right - left > high - low
    # the sheet is turned so that a grid of these pages leaves the least white
    wide = (grid.columns > grid.rows) != lies
    width, height = (long, short) if wide else (short, long)
    cells = grid_cells(grid, width, height, MARGIN, right_to_left=how.right_to_left)
    sides = grid_sides(len(source.pages), grid)
    out = _Sheet(source, width, height, "DuplexFlipShortEdge" if wide else "DuplexFlipLongEdge")
    for side in sides:
        out.add(side, cells)
        if how.marks:
            out.mark_cuts(cells)
    return Sheets(out.save(), b"", len(sides))


def _parse_scheme(scheme: str) -> Grid:
    if scheme in GRIDS:
        return GRIDS[scheme]
    free = _N_UP.fullmatch(scheme)
    if free and int(free[1]) and int(free[2]):
        return Grid(int(free[1]), int(free[2]))
    raise UsageError(
        f"there is no way of print {scheme!r}",
        cure=f"choose booklet, {', '.join(GRIDS)}, or columns and rows such as 3x2",
        rule="unknown-imposition",
    )


class _Sheet:
    """A PDF of sheets being written."""

    def __init__(self, source: Pdf, width: float, height: float, duplex: str) -> None:
        from pikepdf import Dictionary, Name, Pdf

        self.source, self.width, self.height = source, width, height
        self.pdf = Pdf.new()
        self.forms: dict[int, Object] = {}
        self.pdf.Root.ViewerPreferences = Dictionary(
            Duplex=Name("/" + duplex), PrintScaling=Name("/None"), PickTrayByPDFSize=True
        )
        title, lang = str(source.docinfo.get("/Title", "")), str(source.Root.get("/Lang", ""))
        self.pdf.docinfo["/Title"] = translate("print_title", lang, title=title).strip()
        self.pdf.docinfo["/Subject"] = translate("print_sheets", lang)

    def add(self, side: Side, cells: tuple[Slot, ...]) -> None:
        """Add one side of a sheet."""
        page = self.pdf.add_blank_page(page_size=(self.width, self.height))
        for number, cell in zip(side, cells, strict=True):
            if number is not None:
                self._place_page(page, number, cell)

    def mark_fold(self) -> None:
        """Mark the fold of the last side at its upper and lower edge."""
        middle = self.width / 2
        edges = ((0, MARK), (self.height - MARK, self.height))
        self._draw_lines([(middle, low, middle, high) for low, high in edges], "[2 2] 0 d ")

    def mark_cuts(self, cells: tuple[Slot, ...]) -> None:
        """Mark the corners of every cell of the last side, just outside of it."""
        lines = []
        for cell in cells:
            for x, outwards in ((cell.x, -1), (cell.x + cell.width, 1)):
                for y, upwards in ((cell.y, -1), (cell.y + cell.height, 1)):
                    lines.append((x + outwards, y, x + outwards * MARK, y))
                    lines.append((x, y + upwards, x, y + upwards * MARK))
        self._draw_lines(lines, "")

    def save(self) -> bytes:
        """Return the sheets as PDF, the same bytes for the same pages."""
        buffer = io.BytesIO()
        self.pdf.remove_unreferenced_resources()
        self.pdf.save(buffer, deterministic_id=True)
        return buffer.getvalue()

    def _place_page(self, page: Page, number: int, cell: Slot) -> None:
        from pikepdf import Name

        if number not in self.forms:
            form = self.source.pages[number].as_form_xobject()
            if "/StructParents" in form:  # tags belong to the report, not to its sheets
                del form["/StructParents"]
            self.forms[number] = self.pdf.copy_foreign(form)
        form = self.forms[number]
        name = page.add_resource(form, Name.XObject, name=Name(f"/P{number}"))
        left, low, right, high = _visible_box(form)
        matrix = _fit_matrix(left, low, right - left, high - low, cell)
        numbers = " ".join(f"{value:.6f}" for value in matrix)
        page.contents_add(f"q {numbers} cm {name} Do Q\n".encode())

    def _draw_lines(self, lines: list[tuple[float, float, float, float]], dash: str) -> None:
        drawn = " ".join(f"{a:.2f} {b:.2f} m {c:.2f} {d:.2f} l S" for a, b, c, d in lines)
        self.pdf.pages[-1].contents_add(f"q 0.25 w 0 G {dash}{drawn} Q\n".encode())


def _visible_box(form: Object) -> tuple[float, float, float, float]:
    """Return a page's edges left, low, right, high as it is looked at, turned by its matrix."""
    from pikepdf import Matrix

    matrix = Matrix(form.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    left, low, right, high = (float(edge) for edge in form.BBox)
    xs, ys = zip(matrix.transform((left, low)), matrix.transform((right, high)), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _fit_matrix(
    left: float, low: float, width: float, height: float, cell: Slot
) -> tuple[float, float, float, float, float, float]:
    """Return the matrix that sets a box into a cell: whole, centred, turned by 90° when it lies across it."""
    turned = (width > height) != (cell.width > cell.height)
    across, down = (height, width) if turned else (width, height)
    scale = min(cell.width / across, cell.height / down)
    x = cell.x + (cell.width - across * scale) / 2
    y = cell.y + (cell.height - down * scale) / 2
    if turned:
        return 0, scale, -scale, 0, x + (low + height) * scale, y - left * scale
    return scale, 0, 0, scale, x - left * scale, y - low * scale
