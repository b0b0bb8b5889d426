"""Which structure type an element has."""

import pytest
from lxml import html

from pressroom.writers.pdf.roles import numbering, role
from pressroom.writers.pdf.structure import StructureBuilder


@pytest.mark.parametrize(
    ("element", "wanted"),
    [
        ('<span class="footnote">a</span>', "Note"),
        ('<span class="math">a</span>', "Formula"),
        ("<span>a</span>", ""),
        ('<td data-heads="row">a</td>', "TH"),
        ("<td>a</td>", "TD"),
        ("<h2>a</h2>", "H2"),
    ],
)
def test_elements_have_types(element, wanted):
    assert role(html.fragment_fromstring(element)) == wanted


@pytest.mark.parametrize(
    ("element", "wanted"),
    [
        ("<ul></ul>", "Disc"),
        ('<ul class="tiles"></ul>', "None"),
        ("<ol></ol>", "Decimal"),
        ('<ol type="a"></ol>', "LowerAlpha"),
        ('<ol class="events"></ol>', "None"),
        ("<dl></dl>", "None"),
    ],
)
def test_a_list_says_how_it_counts(element, wanted):
    assert numbering(html.fragment_fromstring(element)) == wanted


@pytest.mark.parametrize("tag", ["ul", "ol"])
def test_a_list_in_the_contents_is_a_table_of_contents(tag):
    contents = html.fragment_fromstring(f'<nav class="contents"><{tag}></{tag}></nav>')
    builder = StructureBuilder()
    part = builder.node(contents, "", builder.root)
    assert (part.kind, builder.node(contents[0], "", part).kind) == ("Sect", "TOC")
    assert builder.node(html.fragment_fromstring(f"<{tag}></{tag}>"), "", builder.root).kind == "L"
