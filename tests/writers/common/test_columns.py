"""Tables split by columns: nothing is lost, what is repeated is no second anchor or note."""

import pytest
from lxml import html

from pressroom.writers.common.columns import plan_parts, split_columns


def parse(markup: str):
    return html.fragment_fromstring(markup)


def make_rows(columns: int, key: str = "th") -> str:
    scope = ' scope="row"' if key == "th" else ""
    cells = "".join(f"<td>c{number}</td>" for number in range(1, columns))
    heads = "".join(f"<th>h{number}</th>" for number in range(columns))
    row = f"<tr><{key}{scope}>k</{key}>{cells}</tr>"
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{row}</tbody></table>"


def read(part) -> list[list[str]]:
    return [[cell.text_content() for cell in row] for row in part.iter("tr")]


@pytest.mark.parametrize(
    ("columns", "room", "wanted"),
    [
        (7, 45, (1, ((1, 4), (4, 7)))),
        (8, 40, (1, ((1, 3), (3, 6), (6, 8)))),
        (4, 15, None),  # one column a part is no table
        (7, 10, None),  # what names the rows leaves no room
    ],
)
def test_parts_are_about_equally_wide(columns, room, wanted):
    found = plan_parts(parse(make_rows(columns)), [10] * columns, room)
    if wanted is None:
        assert found is None
    else:
        repeated, parts = found
        assert (repeated, tuple((part.start, part.stop) for part in parts)) == wanted


def test_a_wide_column_stands_with_few():
    widths = [10, 40, 10, 10, 10, 10]
    _, parts = plan_parts(parse(make_rows(6)), widths, 60)
    assert [sum(widths[part.start : part.stop]) for part in parts] == [40, 40]


@pytest.mark.parametrize("key", ["th", "td"])
def test_each_part_begins_with_what_names_the_rows(key):
    parts = split_columns(parse(make_rows(5, key)), (1, (range(1, 3), range(3, 5))))
    assert [read(part) for part in parts] == [
        [["h0", "h1", "h2"], ["k", "c1", "c2"]],
        [["h0", "h3", "h4"], ["k", "c3", "c4"]],
    ]


def test_a_cell_over_both_parts_stands_in_each():
    table = parse(
        "<table><tr><td></td><th colspan='4'>All</th></tr><tr><th scope='row' rowspan='2'>k</th>"
        "<td>1</td><td>2</td><td>3</td><td>4</td></tr><tr><td>5</td><td>6</td><td>7</td><td>8</td></tr></table>"
    )
    parts = split_columns(table, (1, (range(1, 3), range(3, 5))))
    assert [read(part) for part in parts] == [
        [["", "All"], ["k", "1", "2"], ["5", "6"]],
        [["", "All"], ["k", "3", "4"], ["7", "8"]],
    ]
    assert [part.find(".//th[@colspan]").get("colspan") for part in parts] == ["2", "2"]


def test_a_row_that_has_nothing_in_a_part_is_left_out():
    table = parse("<table><tr><td>1</td><td>2</td><td>3</td></tr><tr></tr></table>")
    first, second = split_columns(table, (1, (range(1, 2), range(2, 3))))
    assert read(first) == [["1", "2"]]
    assert read(second) == [["1", "3"]]


def test_anchors_and_notes_stand_once_and_captions_count():
    table = parse(
        '<table id="t1"><caption><span class="label">Table 1</span> <span>Money</span></caption>'
        '<tr><th scope="row"><b id="a">k</b><span class="footnote" id="n1">A note.</span>, too</th>'
        "<td>1</td><td>2</td></tr></table>"
    )
    first, second = split_columns(table, (1, (range(1, 2), range(2, 3))))
    assert [part.find("caption").text_content() for part in (first, second)] == [
        "Table 1 Money\u00a0(1/2)",
        "Table 1 Money\u00a0(2/2)",
    ]
    assert first.get("id") == "t1"
    assert not second.xpath("descendant-or-self::*[@id]")
    assert [first.find(".//th/span").text, second.find(".//th/a").get("href")] == ["A note.", "#n1"]
    assert second.find(".//th").text_content() == "k, too"
