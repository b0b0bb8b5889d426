import io

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.errors import PressroomError, UsageError
from pressroom.model.paper import PAPER_SIZES
from pressroom.writers.sheets.impose import GRIDS, Imposition, impose
from pressroom.writers.sheets.page_order import Grid, booklet_sides, grid_cells, grid_sides

A4, LYING, LETTER = (595, 842), (842, 595), (612, 792)


def pages(*sizes: tuple[int, int], turned: tuple[int, ...] = ()) -> bytes:
    """A PDF whose page number N has a rectangle N points wide; ``turned`` are the pages' /Rotate."""
    pdf = pikepdf.Pdf.new()
    for number, size in enumerate(sizes):
        page = pdf.add_blank_page(page_size=size)
        page.contents_add(f"0 0 {number + 1} 10 re f\n".encode())
        if turned:
            page.obj.Rotate = turned[number]
    pdf.docinfo["/Title"] = "Plan"
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def placed(data: bytes) -> list[list[tuple[int, tuple[float, ...]]]]:
    """Read back, a side a list: which page stands under which matrix."""
    found = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            side = []
            matrix: tuple[float, ...] = ()
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "cm":
                    matrix = tuple(float(value) for value in operands)
                elif str(operator) == "Do":
                    form = page.Resources.XObject[str(operands[0])]
                    number = int(form.read_bytes().split()[2]) - 1
                    side.append((number, matrix))
            found.append(side)
    return found


def boxes(data: bytes):
    """Each placed page: side, number, its edges left, low, right, high, and the sheet's width and height."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for index, (page, side) in enumerate(zip(pdf.pages, placed(data), strict=True)):
            forms = {
                int(form.read_bytes().split()[2]) - 1: form
                for form in page.Resources.get("/XObject", {}).values()
            }
            for number, (a, b, c, d, e, f) in side:
                left, low, right, high = (float(v) for v in forms[number].BBox)
                g, h, i, j, k, m = (float(v) for v in forms[number].get("/Matrix", (1, 0, 0, 1, 0, 0)))
                corners = [(x, y) for x in (left, right) for y in (low, high)]
                corners = [(g * x + i * y + k, h * x + j * y + m) for x, y in corners]
                xs = [a * x + c * y + e for x, y in corners]
                ys = [b * x + d * y + f for x, y in corners]
                size = [float(v) for v in page.mediabox]
                yield index, number, min(xs), min(ys), max(xs), max(ys), size[2], size[3]


def folded(sides) -> list[int | None]:
    """Fold sheets at the middle, nest them and read: front left is last, front right is first."""
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    front = [page for (_, right), (left, _) in sheets for page in (right, left)]
    back = [page for (left, _), (_, right) in reversed(sheets) for page in (right, left)]
    return front + back


@pytest.mark.parametrize("count", range(1, 34))
def test_a_folded_booklet_reads_from_first_to_last(count):
    read = folded(booklet_sides(count))
    assert read[:count] == list(range(count))
    assert read[count:] == [None] * (-count % 4)


@pytest.mark.parametrize("count", range(1, 34))
def test_the_booklet_s_sheets_hold_the_pages_in_that_order(count):
    sizes = [(A4, LYING, LETTER)[number % 3] for number in range(count)]
    sheets = impose(pages(*sizes), Imposition("booklet"))
    sides: list[list[int | None]] = [[None, None] for _ in range(sheets.sides)]
    for side, number, left, _, right, *_ in boxes(sheets.body):
        sides[side][(left + right) / 2 > PAPER_SIZES["A4"].points[1] / 2] = number
    assert folded(sides)[:count] == list(range(count))


def test_right_to_left_booklets_are_mirrored():
    assert booklet_sides(4, right_to_left=True) == ((0, 3), (2, 1))


@given(st.integers(0, 60), st.integers(1, 4), st.integers(1, 4))
def test_every_page_stands_on_a_grid_once(count, columns, rows):
    sides = grid_sides(count, Grid(columns, rows))
    assert [page for side in sides for page in side if page is not None] == list(range(count))
    assert all(len(side) == columns * rows for side in sides)


def test_cells_follow_the_reading_order():
    cells = grid_cells(Grid(2, 2), 200, 100, 0)
    assert [(cell.x, cell.y) for cell in cells] == [(0, 50), (100, 50), (0, 0), (100, 0)]
    mirrored = grid_cells(Grid(2, 2), 200, 100, 0, right_to_left=True)
    assert [(cell.x, cell.y) for cell in mirrored] == [(100, 50), (0, 50), (100, 0), (0, 0)]


@pytest.mark.parametrize("scheme", ["booklet", *GRIDS, "3x1", "1x4"])
@pytest.mark.parametrize("sizes", [(A4,) * 5, (LYING,) * 5, (A4, LYING, LETTER, A4, LYING)])
def test_no_page_leaves_its_sheet_or_covers_another(scheme, sizes):
    found = list(boxes(impose(pages(*sizes), Imposition(scheme, sheet="A3", paper_mm=0)).body))
    assert sorted(number for _, number, *_ in found) == list(range(5))
    for _, _, left, low, right, high, width, height in found:
        assert left >= -0.01
        assert right <= width + 0.01
        assert low >= -0.01
        assert high <= height + 0.01


@pytest.mark.parametrize("scheme", ["booklet", "2up", "4up"])
def test_pages_that_are_turned_for_the_screen_stay_in_their_places(scheme):
    upright = list(boxes(impose(pages(*[A4] * 4), Imposition(scheme)).body))
    turned = pages(A4, LYING, A4, LYING, turned=(0, 90, 180, 270))
    for one, other in zip(boxes(impose(turned, Imposition(scheme)).body), upright, strict=True):
        assert one == pytest.approx(other, abs=0.01)


def test_the_sheet_is_turned_by_how_pages_are_looked_at():
    for sizes, turn in (((LYING,) * 4, 0), ((A4,) * 4, 90)):
        with pikepdf.open(
            io.BytesIO(impose(pages(*sizes, turned=(turn,) * 4), Imposition("4up")).body)
        ) as pdf:
            assert pdf.pages[0].mediabox[2] > pdf.pages[0].mediabox[3]


def test_inner_sheets_creep_towards_the_fold():
    outer, _, inner, _ = placed(impose(pages(*[A4] * 8), Imposition("booklet", paper_mm=1)).body)
    moved = [inner[side][1][4] - outer[side][1][4] for side in (0, 1)]
    assert moved == [pytest.approx(72 / 25.4, abs=0.01), pytest.approx(-72 / 25.4, abs=0.01)]


def test_the_cover_comes_apart_for_other_paper():
    whole = placed(impose(pages(*[A4] * 8), Imposition("booklet")).body)
    sheets = impose(pages(*[A4] * 8), Imposition("booklet", cover=True))
    assert placed(sheets.cover) == whole[:2]
    assert placed(sheets.body) == whole[2:]


def test_marks_are_drawn_when_asked_for():
    for scheme in ("booklet", "4up"):
        plain = impose(pages(A4, A4), Imposition(scheme)).body
        marked = impose(pages(A4, A4), Imposition(scheme, marks=True)).body
        counts = []
        for data in (plain, marked):
            with pikepdf.open(io.BytesIO(data)) as pdf:
                stream = pikepdf.parse_content_stream(pdf.pages[0])
                counts.append(sum(str(operator) == "S" for _, operator in stream))
        assert counts[0] == 0 < counts[1]


def test_the_sheets_say_what_they_are_and_are_the_same_each_time():
    data = pages(A4, A4)
    first = impose(data, Imposition("booklet")).body
    assert impose(data, Imposition("booklet")).body == first
    with pikepdf.open(io.BytesIO(first)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Plan (print sheets)"
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert "/StructTreeRoot" not in pdf.Root


@pytest.mark.parametrize(
    ("data", "how", "error"),
    [
        (b"no pdf", Imposition("booklet"), PressroomError),
        (b"", Imposition("tower"), PressroomError),
        (pages(A4), Imposition("0x2"), UsageError),
        (pages(A4), Imposition("booklet", sheet="B9"), UsageError),
    ],
)
def test_what_cannot_be_imposed_is_refused_with_a_cure(data, how, error):
    with pytest.raises(error) as caught:
        impose(data, how)
    assert caught.value.diagnostic.cure
