"""HTML between paragraphs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.model.document import Image, Table
from pressroom.model.inline import InlineImage, Strong, words
from tests.readers import content
from tests.readers.markdown.reading import content_inlines, only, parse


def test_html_between_paragraphs() -> None:
    text = '<div a="b">\n  <b>Hello</b> there 12\n</div>\n\n<!-- note\nto self -->\n\n> <p>\n> inner 13\n'
    document = parse(text)
    assert content.words(document) == "Hello there 12 inner 13"
    assert content.misplaced(document) == []
    assert [left.reason for left in document.left_out] == ["comment"]


PICTURE = "data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs="


FERRY, BUS = "<tr><td>Ferry</td><td>8</td></tr>", "<tr><td>Bus</td><td>9 seats</td></tr>"


def rows(table: Table) -> list[list[str]]:
    return [[words(cell.inlines) for cell in row.cells] for row in table.head + table.body]


@pytest.mark.parametrize(
    "text",
    [
        f"<table>{FERRY}{BUS}</table>\n",
        f"<table>\n  <tr><td>Ferry</td>\n  <td>8</td></tr>\n\n\n    {BUS}\n\n</table>\n",
        "> <table><tr><td>Ferry<td>8\n> <tr><td>Bus<td>9 seats</table>\n",
        f"- item\n\n  <table>{FERRY}\n\n  {BUS}</table>\n",
        f"<div>\n<table>{FERRY}{BUS}</table></div>\n",
        f"{FERRY}\n{BUS}\n",
    ],
)
def test_a_table_of_html_is_a_table(text: str) -> None:
    document = parse(f"# Title\n\n{text}\nAfter.\n")
    (table,) = [block for block in content.blocks(document) if isinstance(block, Table)]
    assert rows(table) == [["Ferry", "8"], ["Bus", "9 seats"]]
    assert content.words(document).endswith("After.")
    assert (content.misplaced(document), content.uncovered(document)) == ([], "")
    assert not document.diagnostics


def test_the_parts_of_a_table_of_html() -> None:
    text = '<table><caption>A &amp; B</caption><thead><tr><th colspan="2">Both</th></tr></thead>' + (
        "<tr><td rowspan=2>x</td><td>y&nbsp;z</td></tr><tr><td><b>w</b></td></tr></table>"
    )
    table = only(parse(text))
    assert isinstance(table, Table)
    assert words(table.caption) == "A & B"
    assert (table.head[0].cells[0].colspan, table.body[0].cells[0].rowspan) == (2, 2)
    assert rows(table) == [["Both"], ["x", "y\xa0z"], ["w"]]
    assert isinstance(table.body[1].cells[0].inlines[0], Strong)


def test_pictures_of_html_are_pictures_with_places_of_their_own() -> None:
    text = (
        '<img src="a.png" alt="One > two">\n\n'
        '<figure><img src="b.png" alt=""><figcaption>Said</figcaption></figure>\n\n'
        '<p align="center"><img src="c.png"><img src="d.png"></p>\n\n'
        f'In <img src="e.png" alt="Five"> line.\n\n<img src="{PICTURE}">\n'
    )
    document = parse(text)
    found = [block for block in document.blocks if isinstance(block, Image)]
    assert [(each.src, each.alt, words(each.caption)) for each in found] == [
        ("a.png", "One > two", ""),
        ("b.png", "", "Said"),
        ("c.png", "", ""),
        ("d.png", "", ""),
        ("picture-1.png", "", ""),
    ]
    assert len({each.span.start for each in found}) == len(found)
    assert any(isinstance(each, InlineImage) and each.src == "e.png" for each in content_inlines(document))
    assert [asset.name for asset in document.assets] == ["picture-1.png"]


@pytest.mark.parametrize(
    ("text", "said", "told"),
    [
        ("Dear <customer>, pay <sum> now.\n", "Dear <customer>, pay <sum> now.", 2),
        ("Dear\n\n<customer>\nof *ours*\n", "Dear <customer> of ours", 1),
        ("<div>Dear <customer></div>\n", "Dear <customer>", 1),
        ("Give <title>, <address> and <date>.\n", "Give <title>, <address> and <date>.", 3),
        ("Open <b>the</b> <script> tag, please.\n", "Open the <script> tag, please.", 1),
        ("<customer-no>x</customer-no>\n", "<customer-no>x</customer-no>", 2),
        ("- a <b>c</b> <x>\n- <x>\n", "a c <x> <x>", 1),
        ("<address>Quay 3</address>\n", "Quay 3", 0),
        ("a<br>b <u>c</u> <font color=red>d</font> <span>e</span>\n", "a b c d e", 0),
        ("<details>\n<summary>More</summary>\n\nInner\n\n</details>\n", "More Inner", 0),
    ],
)
def test_tags_that_are_no_html_stay_words_with_a_warning(text: str, said: str, told: int) -> None:
    document = parse(f"Above.\n\n{text}")
    assert content.words(document) == f"Above. {said}"
    warnings = [each for each in document.diagnostics if each.rule == "html-unknown"]
    assert len(warnings) == told
    assert all(each.span and each.span.line_start >= 3 for each in warnings)
    assert (content.misplaced(document), content.uncovered(document)) == ([], "")


def test_a_warning_names_all_its_lines() -> None:
    document = parse("A <who>.\n\nB.\n\nC <who> and <who>.\n")
    (warning,) = document.diagnostics
    assert str(warning).startswith("x.md:1: warning: <who> is no HTML")
    assert "also in line 5)" in str(warning)


@pytest.mark.parametrize("name", ["iframe", "video", "svg", "select"])
def test_what_no_report_can_show_is_told(name: str) -> None:
    document = parse(f"Above.\n\n<{name} src=x>old</{name}>\n\nHere <{name}>old</{name}> too.\n")
    assert content.words(document) == "Above. Here too."
    (warning,) = document.diagnostics
    assert (warning.rule, str(warning.span)) == ("html-left-out", "x.md:3")
    assert [left.reason for left in document.left_out if left.reason == name] == [name, name]


def test_a_table_within_a_line_is_words_that_stay_apart() -> None:
    document = parse("See <table><tr><td>8</td><td>900 seats</td></tr><tr><td>b</td></tr></table> here.\n")
    assert content.words(document) == "See 8 | 900 seats b here."
    assert [each.rule for each in document.diagnostics] == ["html-table-in-line"]


def test_a_heading_of_html_keeps_its_name_for_links() -> None:
    document = parse('# T\n\n<h2 id="part-two">Part <i>two</i></h2>\n\nText\n')
    assert [(section.id, section.heading.text) for section in document.walk()] == [("part-two", "Part two")]


CELL = st.sampled_from(("8", "600", "9 boats", "x &amp; y", "<b>7</b>", "", "1,200"))
BETWEEN = st.sampled_from(("", "\n", "\n\n", "\n    ", "\n\n\t", " "))


@given(
    cells=st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=4),
    gaps=st.lists(BETWEEN, min_size=3, max_size=3),
    ahead=st.sampled_from(("", "> ", "- ", "Say ")),
)
def test_no_cell_ever_joins_its_neighbour(cells: list[list[str]], gaps: list[str], ahead: str) -> None:
    # after a blank line, what begins within a line is Markdown's again
    gaps = [gap.replace("\n", " ") if ahead == "Say " else gap for gap in gaps]
    body = gaps[0].join(f"<tr>{gaps[1].join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in cells)
    lines = f"<table>{gaps[2]}{body}</table>".split("\n")
    indent = {"> ": "> ", "- ": "  "}.get(ahead, "")
    text = "\n".join([lines[0], *(indent + line for line in lines[1:])])
    document = parse(f"# T\n\n{ahead}{text}\n\nEnd\n")
    said = [re.sub("<.*?>", "", cell).replace("&amp;", "&") for row in cells for cell in row if cell]
    found = [
        part.strip()
        for inlines in content.stretches(document)
        for part in re.split(r"\n|\|", words(inlines))
        if part.strip() not in ("", "Say")
    ]
    assert found == ["T", *said, "End"]
    assert content.misplaced(document) == []
