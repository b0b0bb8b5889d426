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


def test_a_table_of_data_scrolls_in_a_box_and_its_numbers_stand_right():
    (box,) = laid_out('<table><tr><th>a</th><td class="num">1</td></tr></table>')
    assert box.get("class") == "scroll"
    assert box[0].get("class") == "data"
    assert [cell.get("align") for cell in box.iter("th", "td")] == [None, "right"]
