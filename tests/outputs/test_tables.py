"""Tables that are wide or long: numbers stay whole, heads repeat, and no page is left with a title alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.outputs.finished import Finished, W, finish

pytestmark = pytest.mark.slow


def write_table(columns: int, rows: int, number: str) -> str:
    """A table of numbers that differ from each other; ``number`` is formatted with row and column."""
    head = ["District", *(f"Y{column:02}" for column in range(1, columns))]
    lines = [head, ["---"] * columns]
    lines += [
        [f"District {row}", *(number.format(r=row + 10, c=column + 10) for column in range(1, columns))]
        for row in range(rows)
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def list_numbers(columns: int, rows: int, number: str) -> list[str]:
    return [number.format(r=row + 10, c=column + 10) for row in range(rows) for column in range(1, columns)]


WIDE = {
    "months with a currency": (14, 4, "£{r},{c}7,105"),
    "twenty negative numbers": (20, 5, "-{r}{c}41.5"),
    "groups parted by spaces": (16, 5, "{r} {c}4 209"),
    "groups with units": (14, 5, "{r} {c}4 kg"),
    "per cents": (24, 14, "{r}.{c}%"),
    "ranges": (15, 4, "{r}{c}-{r}{c}9"),
}


@pytest.fixture(scope="module", params=WIDE)
def wide(request) -> tuple[Finished, list[str]]:
    columns, rows, number = WIDE[request.param]
    return finish(f"## Data\n\n{write_table(columns, rows, number)}"), list_numbers(columns, rows, number)


def test_no_number_is_broken_or_cut_in_the_pdf(wide):
    made, numbers = wide
    for number in numbers:
        page, boxes = made.find(number.removesuffix(" kg"))
        assert max(box[1] for box in boxes) - min(box[1] for box in boxes) < 4, number
        assert max(box[2] for box in boxes) < made.sizes[page][0] - 50, number
    assert made.rules == ()


def test_title_and_heading_stand_over_their_table(wide):
    made, numbers = wide
    assert "Report" in made.pages[0]
    assert "Data" in made.pages[0]
    assert numbers[0] in made.pages[0]


SENTENCES = "The warden walked along the wall and wrote down what he saw of the lamps and the locks. "


def write_rows(*lengths: int) -> str:
    rows = [f"| {number} | {SENTENCES * length}| warden {number} |" for number, length in enumerate(lengths)]
    return "\n".join(["| No | Observation | Reporter |", "|---|---|---|", *rows, ""])


LONG = {
    "a row over three pages": (80,),
    "a long row among short ones": (1, 1, 60, 1, 1),
    "rows of half a page": (14, 14, 14, 14, 14),
    "a row of nearly a page": (26, 1),
    "many short rows": (1,) * 120,
}


@pytest.fixture(scope="module", params=LONG)
def long(request) -> tuple[Finished, int]:
    lengths = LONG[request.param]
    return finish(f"## Data\n\n{write_rows(*lengths)}\nAfter the table.\n", contents="never"), len(lengths)


def test_each_page_of_a_long_table_has_its_head(long):
    made, _ = long
    for page in made.pages:
        if "The warden walked" in page or "locks." in page:
            assert page.index("No Observation Reporter") < page.index("w")


def test_no_page_ends_after_title_or_heading(long):
    made, rows = long
    assert "No Observation Reporter" in made.pages[0]
    assert "The warden walked" in made.pages[0]
    assert all(len(page) > 200 for page in made.pages[:-1])
    assert [f"warden {row}" for row in range(rows) if f"warden {row}" not in made.pdf] == []


BLOCKS = {
    "a tall table of few rows": write_rows(3, 4, 3, 4, 3, 4, 3, 4),
    "an aside of a page": "> [!NOTE]\n" + "\n>\n".join(f"> {SENTENCES * 3}" for _ in range(14)),
    "code of a page": "```\n" + "\n".join(f"line {number} of the log" for number in range(70)) + "\n```",
    "a list of long items": "\n".join(f"- {SENTENCES * 9}" for _ in range(6)),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_what_follows_a_heading_begins_on_its_page(name):
    made = finish(f"## Data\n\n{BLOCKS[name]}\n\nAfter it.\n", formats=("pdf",), contents="never")
    assert "Data" in made.pages[0]
    assert "warden" in made.pages[0] or "line 0" in made.pages[0]
    assert all(len(page) > 200 for page in made.pages[:-1])


def read_word(made: Finished) -> Iterator[tuple[str, float, float]]:
    """The words of each cell of the Word file, the room for them in points, and their size in points."""
    for table in made.word().iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w")) for column in table.find(f"{W}tblGrid")]
        margin = table.find(f"{W}tblPr/{W}tblCellMar/{W}right")
        distance = 120 if margin is None else int(margin.get(f"{W}w"))
        for row in table.iter(f"{W}tr"):
            for cell, width in zip(row.iter(f"{W}tc"), grid, strict=True):
                size = cell.find(f".//{W}sz")
                words = "".join(cell.itertext(f"{W}t"))
                yield words, (width - distance) / 20, 9 if size is None else int(size.get(f"{W}val")) / 2


def test_word_has_room_for_each_number_even_in_a_wider_face(wide):
    made, numbers = wide
    found = {words: (room, size) for words, room, size in read_word(made)}
    for number in numbers:
        room, size = found[number]
        ems = sum(0.32 if letter in ",. -" else 0.64 for letter in number)
        assert ems * size <= room, number


def test_a_turned_table_of_word_stands_under_its_title_and_heading(wide):
    made, _ = wide
    body = made.word()[0]
    ahead = list(body)[: list(body).index(body.find(f"{W}tbl"))]
    assert [node for node in ahead if node.find(f".//{W}sectPr") is not None] == []


def test_rows_of_word_that_are_tall_may_be_parted_and_heads_repeat(long):
    made, _ = long
    for row in made.word().iter(f"{W}tr"):
        words = "".join(row.itertext(f"{W}t"))
        assert (row.find(f"{W}trPr/{W}tblHeader") is not None) == words.startswith("No")
        assert (row.find(f"{W}trPr/{W}cantSplit") is None) == (len(words) > 1100)


UPRIGHT_AGAIN = f"""Words ahead that fill a line.

## First

{write_table(18, 3, "{r}{c}4,105")}
## Second

{write_table(18, 3, "{r}{c}7,209")}
Words after both.

## Third

{write_table(4, 3, "{r}{c}")}
"""


def test_sections_of_word_turn_for_wide_tables_and_back():
    made = finish(UPRIGHT_AGAIN, formats=("docx",))
    sheets = [size.get(f"{W}orient") or "upright" for size in made.word().iter(f"{W}pgSz")]
    assert sheets == ["upright", "landscape", "upright"]
    text = made.word_text()
    places = [
        text.index(words) for words in ("First", "10114,105", "Second", "10117,209", "Words after both")
    ]
    assert places == sorted(places)


def test_the_bar_of_a_quotation_is_where_its_lines_begin():
    arabic = "\u0642\u0627\u0644 \u0627\u0644\u0645\u062f\u064a\u0631"
    made = finish(f"> {arabic}\n\nText.\n\n> Said the head.", formats=("docx",))
    sides = {}
    for paragraph in made.word().iter(f"{W}p"):
        borders = paragraph.find(f"{W}pPr/{W}pBdr")
        words = "".join(paragraph.itertext(f"{W}t"))
        sides[words] = [
            (each.tag.removeprefix(W), each.get(f"{W}val")) for each in (() if borders is None else borders)
        ]
    assert sides[arabic] == [("left", "nil"), ("right", "single")]
    assert sides["Said the head."] == []


def test_a_wide_table_that_reads_from_the_right_stays_on_its_page():
    columns = [f"\u0633{number}" for number in range(1, 17)]
    rows = [[f"{row},{column + 10}4,105" for column in range(16)] for row in range(1, 5)]
    lines = [columns, ["---"] * 16, *rows]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    text = f"---\ntitle: \u062c\u062f\u0648\u0644\nlang: ar\n---\n\n{table}\n"
    made = finish(text, "wide.markdown", formats=("pdf",))
    for number in (number for row in rows for number in row):
        page, boxes = made.find(number)
        assert min(box[0] for box in boxes) > 50, number
        assert max(box[2] for box in boxes) < made.sizes[page][0] - 50, number
