"""What keeps pages of a Word file from looking careless: what stays together, and where things end."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree

from pressroom.writers.docx import write
from tests.writers.docx.opened import W, body, parts
from tests.writers.docx.pages import page


def kept(main: str) -> list[tuple[str, bool]]:
    """Each paragraph's words, and whether it stays with the next."""
    return [
        ("".join(node.itertext(f"{W}t")), node.find(f"{W}pPr/{W}keepNext") is not None)
        for node in body(main).iter(f"{W}p")
    ]


def rows(count: int) -> str:
    return "<table><tbody>" + "".join(f"<tr><td>row {n}</td></tr>" for n in range(count)) + "</tbody></table>"


@pytest.mark.parametrize(
    ("lead", "block", "stays"),
    [
        ("Three things raise the risk, and they come together.", "<ul><li>a</li></ul>", True),
        ("Long words. " * 20 + "What follows:", "<ol><li>a</li></ol>", True),
        ("Long words. " * 20, "<ul><li>a</li></ul>", False),
        ("The rates are these:", rows(2), True),
        ("The rates are these.", rows(2), False),
        ("Words used here.", "<dl><dt>Term</dt><dd>meaning</dd></dl>", True),
    ],
)
def test_what_leads_to_a_list_or_table_stays_with_it(lead: str, block: str, stays: bool) -> None:
    assert kept(f"<p>{lead}</p>{block}")[0] == (lead.strip(), stays)


@pytest.mark.parametrize(("count", "stay"), [(5, 4), (12, 11), (13, 0)])
def test_a_short_table_is_not_parted_by_a_page(count: int, stay: int) -> None:
    marks = [mark for words, mark in kept(rows(count)) if words.startswith("row")]
    assert marks == [True] * stay + [False] * (count - stay)


def test_the_last_column_ends_where_the_table_s_rules_end() -> None:
    table = "<table><tr><td>a</td><td class='num'>1</td></tr><tr><td colspan='2'>b</td></tr></table>"
    margins = [cell.find(f"{W}tcPr/{W}tcMar/{W}right") is not None for cell in body(table).iter(f"{W}tc")]
    assert margins == [False, True, True]


def borders(main: str) -> list[tuple[str, str]]:
    """Each paragraph's words, and the top rule that it has by itself (colour and distance)."""
    found = []
    for node in body(main).iter(f"{W}p"):
        own = node.find(f"{W}pPr/{W}pBdr")
        top = own.find(f"{W}top") if own is not None else None
        rule = (
            "" if own is None else "none" if top is None else f"{top.get(f'{W}color')} {top.get(f'{W}space')}"
        )
        found.append(("".join(node.itertext(f"{W}t")), rule))
    return found


def test_a_callout_has_one_rule_above_it() -> None:
    callout = (
        "<aside class='callout note'><p class='callout-title'>How</p><p>one</p><ul><li>item</li></ul>"
        "<p>after</p></aside>"
    )
    assert borders(callout) == [("How", ""), ("one", ""), ("item", "none"), ("after", "none")]


def test_callouts_in_a_row_stay_two_boxes() -> None:
    note = "<aside class='callout note'><p>{}</p></aside>"
    grave = "<aside class='callout warning'><p class='callout-title'>c</p><p>d</p></aside>"
    found = dict(borders(note.format("a") + note.format("b") + grave))
    assert found["a"] == ""
    assert found["b"].endswith(" 6")
    assert found["c"] == found["d"] != found["b"]


def test_a_source_of_a_quotation_has_its_dash_and_the_dash_is_not_the_source_s() -> None:
    quote = "<blockquote><p>Words.</p><p class='attribution'>A resident</p></blockquote>"
    xml = etree.tostring(body(quote), encoding="unicode")
    assert "".join(body(quote).itertext(f"{W}t")) == "Words.— A resident"
    assert xml.index("— ") < xml.index("A resident")


@pytest.mark.parametrize(
    ("headings", "shown"), [(["Alone"], "Alone"), (["First", "Second"], "The report's name")]
)
def test_a_header_shows_nothing_false_where_fields_are_not_counted(headings: list[str], shown: str) -> None:
    head = "<div class='running head'><span class='section-title'></span></div>"
    made = page("".join(f"<h2 id='h{n}'>{words}</h2>" for n, words in enumerate(headings)), body=head)
    files = parts(write(replace(made, report=replace(made.report, title="The report's name"))))
    headers = "".join(
        data.decode() for name, data in files.items() if re.fullmatch(r"word/report-header\d+\.xml", name)
    )
    assert "STYLEREF 1" in headers
    assert f">{shown}<" in headers


@pytest.mark.parametrize(
    ("kind", "named"), [("roman", "Georgia"), ("swiss", "Calibri"), ("modern", "Consolas")]
)
def test_a_machine_without_the_brand_s_fonts_is_told_of_like_ones(kind: str, named: str) -> None:
    fonts = etree.fromstring(parts(write(page("<p>Words.</p>")))["word/fontTable.xml"])
    (font,) = [font for font in fonts if font.find(f"{W}family").get(f"{W}val") == kind]
    assert named in (font.find(f"{W}altName").get(f"{W}val") or "").split(",")


def test_a_marking_stands_out_in_the_footer() -> None:
    foot = "<div class='running foot'><span class='marking'>DRAFT</span> <span>A title</span></div>"
    files = parts(write(page("<p>Words.</p>", body=foot)))
    footers = [data.decode() for name, data in files.items() if "report-footer" in name]
    assert footers
    for footer in footers:
        marked = footer.partition("DRAFT<")[0].rpartition("<w:r>")[2]
        assert '<w:rStyle w:val="RunningMarking"/>' in marked
