import io
import re
from itertools import pairwise

import pikepdf
import pytest

from pressroom.writers.pdf import render
from tests.programs import run_program
from tests.writers.torture import small

POINT = 0.75  # of a CSS pixel
SMALLEST = 7  # points
LONG_SIDE = 841.9  # points: A4 on its side


def table(columns: int, cell: str) -> str:
    heads = "".join(f'<th scope="col">{cell}</th>' for _ in range(columns))
    cells = "".join(f"<td>{cell}</td>" for _ in range(columns))
    return (
        f"<p>before</p><table><thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody></table>"
        '<p class="table-note">A note.</p><p>after</p>'
    )


def sides(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as file:
        boxes = [tuple(map(float, page.mediabox)) for page in file.pages]
    return ["landscape" if box[2] > box[3] else "portrait" for box in boxes]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("columns", "cell", "wanted"),
    [
        (4, "word", ["portrait"]),
        (11, "somewhat", ["portrait"]),  # into the margin
        (18, "somewhat", ["portrait"]),  # smaller
        (24, "somewhat", ["portrait", "landscape", "portrait"]),
        (60, "somewhat", ["portrait", "landscape", "portrait"]),  # in parts
        (3, "x" * 150, ["portrait", "landscape", "portrait"]),  # words broken
    ],
)
def test_a_wide_table_is_scaled_turned_and_split(columns, cell, wanted):
    result = render(small(table(columns, cell)))
    assert sides(result.data) == wanted
    assert result.diagnostics == ()


MONTHS = (
    "<table class='wide'><thead><tr><th>Region</th>" + "<th class='num'>Month</th>" * 13 + "</tr></thead>"
    "<tbody><tr><td>North</td>" + "<td class='num'>£9,649,656</td>" * 13 + "</tr></tbody></table>"
)
IN_BOX = "<aside class='callout note'><p class='callout-title'>Note</p><p>Words.</p>{}<p>Further.</p></aside>"
IN_QUOTE = "<blockquote><p>Words.</p>{}<p>Further.</p></blockquote>"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("main", "wanted"),
    [
        (IN_BOX, ["ahead", "Words. Further.", "behind"]),
        (IN_QUOTE, ["ahead", "Words. Further.", "behind"]),
        (IN_BOX.format(IN_QUOTE), ["ahead", "Words. Words. Further. Further.", "behind"]),
        ("<ul><li><p>Words.</p>{}</li></ul>", ["ahead Words.", "", "behind"]),
    ],
)
def test_a_wide_table_turns_its_box_with_it(tmp_path, main, wanted):
    """Its ground and its bar would be left on the page before, or stand across the table."""
    result = render(small(f"<p>ahead</p>{main.format(MONTHS)}<p>behind</p>"))
    assert result.diagnostics == ()
    assert sides(result.data) == ["portrait", "landscape", "portrait"]
    file = tmp_path / "file.pdf"
    file.write_bytes(result.data)
    pages = run_program("pdftotext", file, "-").stdout.split("\f")[:3]
    assert [page.count("£9,649,656") for page in pages] == [0, 13, 0]
    said = [re.findall(r"ahead|Words\.|Further\.|behind", page) for page in pages]
    assert [" ".join(page) for page in said] == wanted


@pytest.mark.slow
def test_a_wide_table_in_a_note_is_parted_within_its_column(tmp_path):
    result = render(small(f"<p>Words.<span class='footnote'>See: {MONTHS}</span></p>"))
    assert result.diagnostics == ()
    assert sides(result.data) == ["portrait"]
    file = tmp_path / "file.pdf"
    file.write_bytes(result.data)
    said = run_program("pdftotext", "-bbox", file, "-").stdout
    words = re.findall(r'xMin="([\d.-]+)".*xMax="([\d.-]+)".*>£9,649,656</word>', said)
    assert len(words) == 13
    assert all(float(left) > 190 and float(right) <= 540 for left, right in words)


@pytest.mark.slow
def test_a_table_that_no_page_holds_is_said():
    heads = "".join(f"<th>{name}</th>" for name in ("Site", "Of all", "Sum"))
    cells = f"<td>{'1' * 400}</td>" * 3
    result = render(small(f"<table><thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody></table>"))
    (found,) = [each for each in result.diagnostics if each.rule == "table-too-wide"]
    assert found.message == "the table with the columns 'Site', 'Of all', 'Sum' is wider than the page"


@pytest.mark.slow
def test_a_table_of_many_columns_is_on_its_page_in_type_that_can_be_read(tmp_path):
    names, values = [f"Month{at}" for at in range(60)], [f"{at},000,000" for at in range(60)]
    heads = "".join(f'<th scope="col">{name}</th>' for name in names)
    cells = "".join(f'<td class="num">{value}</td>' for value in values)
    main = (
        f"<table><thead><tr><td></td>{heads}</tr></thead>"
        f'<tbody><tr><th scope="row">North</th>{cells}</tr></tbody></table>'
    )
    data = render(small(main)).data
    with pikepdf.open(io.BytesIO(data)) as file:
        sizes = re.findall(rb"([\d.]+) Tf", b"".join(page.Contents.read_bytes() for page in file.pages))
    assert min(map(float, sizes)) * POINT >= SMALLEST
    file = tmp_path / "file.pdf"
    file.write_bytes(data)
    said = run_program("pdftotext", "-bbox", file, "-").stdout
    words = re.findall(r'xMin="([\d.-]+)".*xMax="([\d.-]+)".*>(.*)</word>', said)
    shown = [word for _, _, word in words]
    assert {*names, *values} <= set(shown)
    assert shown.count("North") > 1
    assert all(float(left) > 0 and float(right) < LONG_SIDE for left, right, _ in words)


@pytest.mark.parametrize(("rows", "pages"), [(10, {2}), (30, {1, 2})])
def test_a_short_table_is_not_parted(rows, pages):
    before = "<p>Line.</p>" * 27
    cells = "".join(
        f'<tr><td><span class="quantity" id="r{row}">{row}</span></td></tr>' for row in range(rows)
    )
    numbers = render(small(f"{before}<table><tbody>{cells}</tbody></table>")).page_numbers
    assert {numbers[f"r{row}"] for row in range(rows)} == pages


def words_on(page: pikepdf.Page) -> int:
    return page.Contents.read_bytes().count(b"/MCID")


@pytest.mark.slow
def test_a_last_page_of_a_line_or_two_is_saved_or_gets_company():
    for lines in range(28, 36):
        main = "".join(f"<p>Line {n} of a text.</p>" for n in range(lines))
        with pikepdf.open(io.BytesIO(render(small(main), attached=()).data)) as file:
            assert len(file.pages) == 1 or words_on(file.pages[-1]) >= 3


def test_no_note_is_lost(laid_out):
    with pikepdf.open(io.BytesIO(laid_out.data)) as file:
        notes = [
            part
            for part in file.objects
            if isinstance(part, pikepdf.Dictionary) and part.get("/S") == "/Note"
        ]
    assert len(notes) == 30


def test_each_note_stands_on_the_page_of_its_call(laid_out):
    with pikepdf.open(io.BytesIO(laid_out.data)) as file:
        parts = [part for part in file.objects if isinstance(part, pikepdf.Dictionary)]
        checked = 0
        for block in parts:
            kids = list(block.get("/K", [])) if isinstance(block.get("/K"), pikepdf.Array) else []
            elements = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
            for call, note in pairwise(elements):
                if note.S == "/Note":
                    assert call.S == "/Reference"
                    assert page_of(call) == page_of(note)
                    checked += 1
    assert checked == 30


def page_of(element: pikepdf.Dictionary) -> tuple[int, int]:
    """The page on which an element's first words are painted."""
    while "/Pg" not in element:
        element = element.K[0]
    return element.Pg.objgen
