"""Elements changed to what mail programs lay out."""

import pytest
from lxml import html

from pressroom.writers.email.tables import lay_out


def laid_out(body):
    root = html.document_fromstring(f"<html><body>{body}</body></html>")
    lay_out(root)
    return root.find("body")


def test_fields_become_a_table_of_two_columns_that_no_reader_takes_for_data():
    body = laid_out('<dl class="fields"><dt>To</dt><dd>Ann</dd><dt>Cc</dt><dd>Bo</dd></dl>after')
    (grid,) = body
    assert grid.tag == "table"
    assert grid.get("role") == "presentation"
    assert grid.get("class") == "fields"
    assert (grid.get("cellpadding"), grid.get("cellspacing"), grid.get("border")) == ("0", "0", "0")
    assert [[(cell.tag, cell.text) for cell in row] for row in grid] == [
        [("th", "To"), ("td", "Ann")],
        [("th", "Cc"), ("td", "Bo")],
    ]
    assert grid.tail == "after"


@pytest.mark.parametrize(
    ("element", "wanted"),
    [
        (
            '<figure class="chart"><figcaption>a</figcaption></figure>',
            '<div class="figure chart"><p class="caption">a</p></div>',
        ),
        ('<section class="level-1"><p>a</p></section>', '<div class="level-1"><p>a</p></div>'),
        ('<p><time datetime="2026-03-02">2 March</time></p>', "<p><span>2 March</span></p>"),
    ],
)
def test_elements_that_outlook_ignores_become_plain_ones_and_keep_their_looks(element, wanted):
    assert html.tostring(laid_out(element)[0], encoding="unicode") == wanted


@pytest.mark.parametrize(("direction", "start"), [("ltr", "left"), ("rtl", "right")])
def test_a_table_of_data_scrolls_in_a_box_and_its_cells_are_aligned_by_attributes(direction, start):
    row = '<tr><th>a</th><td class="num">1</td><td class="center">b</td><td>c</td></tr>'
    (box,) = laid_out(f'<table dir="{direction}">{row}</table>')
    assert box.get("class") == "scroll"
    assert box[0].get("class") == "data"
    assert box.find(".//tr").get("valign") == "top"
    assert [cell.get("align") for cell in box.iter("th", "td")] == [start, "right", "center", None]


def test_only_a_long_word_of_a_table_may_be_broken():
    address = "https://example.org/annual-report-2031.pdf"
    (box,) = laid_out(f"<table><tr><td>1,234,567,890,123</td><td>see {address}</td></tr></table>")
    assert [cell.get("class") for cell in box.iter("td")] == [None, "long-word"]


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("a = 1", "a = 1"),
        ("if a:\n    b  = 2\n\n", "if a:<br>\u00a0\u00a0\u00a0 b\u00a0 = 2"),
        (" a\n\nb", "\u00a0a<br><br>b"),
        ("a\tb", "a\u00a0\u00a0 b"),
    ],
)
def test_preformatted_lines_may_wrap_and_keep_their_spaces(code, wanted):
    (block,) = laid_out(f"<pre><code>{code}</code></pre>")
    assert html.tostring(block, encoding="unicode") == f'<div class="code">{wanted}</div>'


def tile(words):
    return f'<li class="tile frame"><div class="entry"><p class="tile-label">{words}</p></div></li>'


@pytest.mark.parametrize(
    ("frames", "rows"),
    [
        ("a", [[("a", "100%", None)]]),
        ("ab", [[("a", "48%", None), ("b", "48%", None)]]),
        ("abc", [[("a", "48%", None), ("b", "48%", None)], [("c", "100%", "3")]]),
        ("abcd", [[("a", "48%", None), ("b", "48%", None)], [("c", "48%", None), ("d", "48%", None)]]),
    ],
)
def test_frames_stand_two_in_a_row_and_an_odd_one_over_both(frames, rows):
    body = laid_out(f'<ul class="tiles frames">{"".join(map(tile, frames))}</ul>after')
    (grid,) = body
    assert (grid.get("role"), grid.get("class"), grid.tail) == ("presentation", "tiles", "after")
    found = [
        [
            (cell.text_content(), cell.get("width"), cell.get("colspan"))
            for cell in row
            if cell.get("class") != "gutter"
        ]
        for row in grid
    ]
    assert found == rows


def test_further_numbers_stand_each_on_a_line_with_its_words():
    body = laid_out(
        '<ul class="tiles further"><li class="tile"><p class="tile-number"><span class="value">5</span></p>'
        '<p class="tile-label">seats</p><p class="tile-detail">Clerk</p></li><li class="tile"></li></ul>'
    )
    (grid,) = body
    cells = [row[0] for row in grid]
    assert [cell.tag for cell in cells] == ["td", "td"]
    assert [part.tag for part in cells[0]] == ["span", "span", "p"]
    assert cells[0].text_content() == "5 seats Clerk"


def test_the_signs_of_the_legend_are_one_paragraph():
    body = laid_out('<ul class="legend"><li><img src="a"> <span>over</span></li><li>about</li></ul>')
    (legend,) = body
    assert (legend.tag, legend.get("class")) == ("p", "legend")
    assert [part.tag for part in legend] == ["span", "span"]


BAND = (
    '<div class="band on-paper"><img class="logo" src="cid:x" alt="The house"><p class="kind">Briefing</p>'
    '<p class="band-date">3 May</p></div>'
)


@pytest.mark.parametrize(("direction", "sides"), [("ltr", ["left", "right"]), ("rtl", ["right", "left"])])
def test_the_band_is_the_first_thing_of_the_sheet(direction, sides):
    sheet = f'<div class="sheet"><div class="inside" dir="{direction}">{BAND}<p>a</p></div></div>'
    (box,) = laid_out(sheet)
    grid, inside = box
    cell = grid.find("tr/td")
    assert cell.get("class") == "band on-paper"
    assert [each.get("align") for each in cell.findall("table/tr/td")] == sides
    assert " ".join(grid.text_content().split()) == "3 May Briefing"
    assert grid.find(".//img").get("alt") == "The house"
    assert inside.text_content() == "a"


def test_in_a_frame_without_a_sheet_the_band_stays_where_it_is():
    words, table, after = laid_out(f"<p>Dear all</p>{BAND}<p>a</p>")
    assert (words.text, table.find("tr/td").get("class"), after.text) == ("Dear all", "band on-paper", "a")


@pytest.mark.parametrize(
    ("kind", "wanted"), [("Press release", "Press\u00a0release"), ("Notice to all members", None)]
)
def test_a_short_kind_of_paper_stays_on_one_line(kind, wanted):
    body = laid_out(BAND.replace("Briefing", kind))
    assert body.find(".//span[@class='kind']").text == (wanted or kind)


def test_a_block_of_another_direction_begins_at_its_own_side():
    cells = '<tr><th>a</th><th dir="rtl">b</th><td dir="rtl">c</td><td dir="rtl" class="num">1</td></tr>'
    inside = f'<p dir="rtl">a</p><ul dir="rtl"><li>b</li></ul><p>c</p><table>{cells}</table>'
    body = laid_out(f'<div class="inside" dir="ltr">{inside}</div>')
    (box,) = body
    assert box.get("class") == "inside"
    assert [each.get("class") for each in box[:3]] == ["from-right", "from-right", None]
    assert [each.get("align") for each in box.iter("th", "td")] == ["left", "right", "right", "right"]
