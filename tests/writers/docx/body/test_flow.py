"""The flow of paragraphs, tables and sections."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from pressroom.check.docx_file import check
from pressroom.writers.docx import write
from tests.making import document as documents
from tests.making import paragraph
from tests.writers.docx.opened import W, body, document, parts
from tests.writers.docx.pages import page


def test_a_landscape_section_stands_between_portrait_ones() -> None:
    sizes = re.findall(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"', document())
    assert sizes == [("11906", "16838"), ("16838", "11906"), ("11906", "16838")]


def test_a_report_may_end_in_landscape() -> None:
    root = body("<p>a</p><section class='landscape'><p>b</p></section>")
    sizes = [node.get(f"{W}orient") for node in root.iter(f"{W}pgSz")]
    assert sizes == [None, "landscape"]


def test_two_tables_in_a_row_stay_two() -> None:
    table = "<table><tr><td>a</td></tr></table>"
    tags = [etree.QName(node).localname for node in body(table + table)]
    assert tags == ["tbl", "p", "tbl", "sectPr"]


def test_a_page_break_goes_with_what_follows() -> None:
    root = body("<p>a</p><div class='page-break'></div><p>b</p>")
    assert [node.find(f"{W}pPr/{W}pageBreakBefore") is not None for node in root.iter(f"{W}p")] == [
        False,
        True,
    ]


def test_a_right_to_left_report_is_one_throughout() -> None:
    made = page("<p>مرحبا بكم</p><p>Only English here.</p>", lang="ar", direction="rtl")
    files = parts(write(made))
    xml = files["word/document.xml"].decode()
    assert "<w:bidi/></w:sectPr>" in xml
    assert xml.count('<w:bidi w:val="0"/>') == 1
    assert b'w:bidi="ar"' in files["word/styles.xml"]
    assert check(write(made), "x.docx") == ()


def test_a_number_alone_goes_with_the_report_s_direction() -> None:
    made = page("<p>مرحبا</p><p>1,100</p>", lang="ar", direction="rtl")
    assert b'<w:bidi w:val="0"/>' not in parts(write(made))["word/document.xml"]


def test_numbers_and_titles_keep_to_the_right_of_a_right_to_left_report() -> None:
    """Word's left is where a paragraph that reads from the right begins."""
    made = (
        "<aside class='callout'><p class='callout-title'>Warning</p><p>מילים</p></aside>"
        "<table><tr><td class='num'>1,000</td><td class='num'>סך 5</td><td class='center'>א</td></tr></table>"
    )
    root = body(made, lang="he", direction="rtl")
    found = {}
    for node in root.iter(f"{W}p"):
        place, turned = node.find(f"{W}pPr/{W}jc"), node.find(f"{W}pPr/{W}bidi")
        found["".join(node.itertext(f"{W}t"))] = (
            None if place is None else place.get(f"{W}val"),
            None if turned is None else turned.get(f"{W}val"),
        )
    assert found["Warning"] == ("right", "0")
    assert found["1,000"] == found["סך 5"] == ("left", None)
    assert found["א"] == ("center", None)


ARABIC, HEBREW, ENGLISH = "مرحبا بكم في التقرير", "זוהי פסקה בעברית", "Only English here"


def frames(main: str, **options: str) -> list[tuple[str, object, int, int]]:
    """Each paragraph with a frame of its own or of its style: its style, borders, and ends in twips."""
    found = []
    for node in body(main, **options).iter(f"{W}p"):
        properties = node.find(f"{W}pPr")
        borders = [etree.QName(side).localname for side in properties.findall(f"{W}pBdr/*")]
        turned = properties.find(f"{W}bidi") is not None
        from_right = (options.get("direction") == "rtl") != turned
        ind = properties.find(f"{W}ind")
        start, end = (0 if ind is None else int(ind.get(f"{W}{side}") or 0) for side in ("left", "right"))
        hanging = 0 if ind is None else int(ind.get(f"{W}hanging") or 0)
        if ind is None:
            start = {"Callout": 240, "CalloutTitle": 240, "Quote": 340}.get(style_of(properties), 0)
        ends = (end, start - hanging) if from_right else (start - hanging, end)
        found.append((style_of(properties), borders, *ends))
    return found


def style_of(properties: etree._Element) -> str:
    style = properties.find(f"{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


@pytest.mark.parametrize(("direction", "lang"), [("", "en"), ("rtl", "ar")])
@pytest.mark.parametrize("words", [(ENGLISH, ARABIC), (HEBREW, ENGLISH), (ARABIC, HEBREW, ENGLISH)])
def test_a_box_keeps_its_sides_whichever_way_its_paragraphs_read(
    words: tuple[str, ...], direction: str, lang: str
) -> None:
    said = "".join(f"<p>{each}</p>" for each in words)
    items = "".join(f"<li>{each}</li>" for each in words)
    given = {"direction": direction, "lang": lang}
    for main, inset in (
        (f"<aside class='callout note'>{said}</aside>", 240),
        (f"<blockquote>{said}</blockquote>", 340),
        (f"<aside class='callout note'><ul>{items}</ul></aside>", 240),
        (f"<blockquote><ul>{items}</ul></blockquote>", 340),
    ):
        found = frames(f"<p>x</p>{main}", **given)[1:]
        assert len({tuple(row[1]) for row in found}) == 1  # else Word and LibreOffice part the box
        assert {row[2:] for row in found} == {(0, inset) if direction else (inset, 0)}


@pytest.mark.parametrize(("direction", "lang"), [("", "en"), ("rtl", "ar")])
@pytest.mark.parametrize("words", [(ENGLISH, ARABIC), (ARABIC, ENGLISH)])
def test_a_quotation_of_the_other_direction_has_its_frame_at_the_other_side(
    words: tuple[str, ...], direction: str, lang: str
) -> None:
    said = "".join(f"<p>{each}</p>" for each in words)
    items = "".join(f"<li>{each}</li>" for each in words)
    other = "ltr" if direction else "rtl"
    shown = "left" if direction else "right"
    for inner in (said, f"<ul>{items}</ul>"):
        main = f"<p>x</p><blockquote dir='{other}'>{inner}</blockquote><blockquote><p>Own</p></blockquote>"
        found = frames(main, direction=direction, lang=lang)[1:]
        assert {row[2:] for row in found[:-1]} == {(340, 0) if direction else (0, 340)}
        assert all(shown in row[1] for row in found[:-1])
        assert found[-1][1] == []


TABLE = "<table><tr><td>cell</td></tr></table>"
BREAK = "<div class='page-break'></div>"
WIDE = "<section class='landscape'>{}</section>"


def paragraphs(main: str, **more: object) -> list[tuple[str, str, dict[str, str]]]:
    """Each paragraph of the text that stands in no table: its style, its words, and its further properties.

    A property is its markup without namespaces and without what its style has.
    """
    found = []
    for node in body(main, **more).iterchildren(f"{W}p"):
        properties = {}
        for child in node.find(f"{W}pPr") if node.find(f"{W}pPr") is not None else ():
            name = etree.QName(child).localname
            values = (f"{etree.QName(key).localname}={value}" for key, value in child.attrib.items())
            properties[name] = " ".join(values)
        style = properties.pop("pStyle", "val=").removeprefix("val=")
        found.append((style, "".join(node.itertext(f"{W}t")), properties))
    return found


def test_what_follows_a_table_keeps_its_distance_and_only_that() -> None:
    assert paragraphs(f"{TABLE}<p>near</p><p>far</p>") == [
        ("BodyText", "near", {"spacing": "before=140"}),
        ("BodyText", "far", {}),
    ]


@pytest.mark.parametrize("after", ["<h2 id='h'>x</h2>", "<h5>x</h5>", "<p class='table-note'>x</p>"])
def test_headings_and_notes_of_a_table_have_their_own_distance(after: str) -> None:
    ((_, words, properties), last) = paragraphs(f"{TABLE}{after}<p>y</p>")
    assert words == "x"
    assert "spacing" not in properties
    assert last == ("BodyText", "y", {})


def test_what_follows_contents_and_key_numbers_keeps_its_distance() -> None:
    contents = (
        "<nav class='contents figures'><ol><li class='level-1'><a href='#a'>A</a></li></ol></nav>"
        "<p>after</p><h2 id='a'>A</h2>"
    )
    assert paragraphs(contents)[-2] == ("LeadParagraph", "after", {"spacing": "before=140"})
    tiles = "<ul class='tiles'><li class='tile'><p class='tile-number'>5</p></li></ul><p>after</p>"
    assert paragraphs(tiles) == [("BodyText", "after", {"spacing": "before=240"})]


def test_a_paragraph_without_height_parts_two_tables() -> None:
    assert paragraphs(f"{TABLE}{TABLE}<p>a</p>") == [
        ("TableNote", "", {"spacing": "before=0 after=0"}),
        ("BodyText", "a", {"spacing": "before=140"}),
    ]


def test_a_table_on_a_new_page_is_led_by_a_paragraph_that_breaks() -> None:
    assert paragraphs(f"<p>a</p>{BREAK}{TABLE}<p>b</p>") == [
        ("LeadParagraph", "a", {}),
        ("TableNote", "", {"pageBreakBefore": "", "spacing": "before=0 after=0"}),
        ("BodyText", "b", {"spacing": "before=140"}),
    ]


def test_a_page_is_broken_once() -> None:
    found = paragraphs(f"<p>a</p>{BREAK}{BREAK}<p>b</p><p>c</p>")
    assert [properties for _, _, properties in found] == [{}, {"pageBreakBefore": ""}, {}]


def test_a_heading_that_reads_from_the_right_has_the_side_column_on_its_other_side() -> None:
    arabic = "مرحبا بكم"
    heading = f"<h2>{arabic}</h2>"
    assert paragraphs(heading) == [("Heading1", arabic, {"bidi": "val=1", "ind": "left=0 right=-2835"})]
    assert paragraphs(heading, paper="A5") == [("Heading1", arabic, {"bidi": "val=1"})]
    assert paragraphs(f"<p>x</p><p>{arabic}</p>")[1] == ("BodyText", arabic, {"bidi": "val=1"})
    item = paragraphs(f"<ul><li><p>x</p><p>{arabic}</p></li></ul>")[1]
    assert item == ("ListContinue", arabic, {"bidi": "val=1", "ind": "left=340", "spacing": "after=140"})
    english = paragraphs("<p>مرحبا</p><p>Only English</p>", direction="rtl", lang="ar")[1]
    assert english == ("BodyText", "Only English", {"bidi": "val=0"})


def test_the_last_line_of_a_list_has_the_distance_of_a_paragraph() -> None:
    found = paragraphs("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><p>d</p>")
    assert [(words, properties.get("spacing")) for _, words, properties in found] == [
        ("a", None),
        ("b", None),
        ("c", "after=140"),
        ("d", None),
    ]


def test_a_list_with_nothing_in_it_changes_nothing() -> None:
    assert paragraphs("<ul></ul><p>a</p>") == [("BodyText", "a", {})]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("There are three:", True),
        ("共有三个：", True),
        ("x" * 75, True),
        ("x" * 76, False),
        (f"{'x' * 76}:", True),
        ("x" * 76 + " (see <a class='pageref' href='#far'>1</a>):", True),
        ("x" * 70 + " <a class='pageref' href='#far'>1</a>", True),
    ],
)
def test_what_introduces_a_list_stays_with_it(words: str, kept: bool) -> None:
    first = paragraphs(f"<p>{words}</p><ul><li>a</li></ul><p>b</p><h2 id='far'>Far</h2>")[0]
    assert ("keepNext" in first[2]) == kept


@pytest.mark.parametrize(
    ("words", "kept"), [("There are three:", True), ("共有三个：", True), ("Three", False)]
)
def test_what_introduces_a_table_ends_in_a_colon(words: str, kept: bool) -> None:
    assert ("keepNext" in paragraphs(f"<p>{words}</p>{TABLE}<p>b</p>")[0][2]) == kept


def test_what_ends_a_section_introduces_nothing() -> None:
    first = paragraphs("<p>There are three:</p>" + WIDE.format(TABLE) + "<p>b</p>")[0]
    assert first[1] == "There are three:"
    assert "sectPr" in first[2]
    assert "keepNext" not in first[2]


def test_paragraphs_in_a_list_stand_under_their_item_down_to_the_deepest_style() -> None:
    deep = "<ul><li><p>a</p><p>b</p>" * 6 + "</li></ul>" * 6
    styles = [(style, properties["ind"]) for style, words, properties in paragraphs(deep) if words == "b"]
    assert styles == [
        ("ListContinue", "left=340"),
        ("ListContinue2", "left=680"),
        ("ListContinue3", "left=1020"),
        ("ListContinue4", "left=1360"),
        ("ListContinue5", "left=1700"),
        ("ListContinue5", "left=2040"),
    ]


def borders(main: str) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    """Each paragraph's words, its indent, and its borders: side, width and distance from the text."""
    return [
        (
            "".join(node.itertext(f"{W}t")),
            " ".join(node.find(f"{W}pPr/{W}ind").attrib.values()),
            [
                (etree.QName(side).localname, side.get(f"{W}sz"), side.get(f"{W}space"))
                for side in node.iterfind(f"{W}pPr/{W}pBdr/*")
            ],
        )
        for node in body(main).iter(f"{W}p")
        if node.find(f"{W}pPr/{W}ind") is not None
    ]


LISTED = "<ul><li><p>a</p><p>b</p><ul><li><p>c</p><p>d</p></li></ul></li></ul>"


def test_the_bar_of_a_quotation_goes_on_beside_a_list_in_it() -> None:
    assert borders(f"<blockquote>{LISTED}</blockquote>") == [
        ("a", "680 340", [("left", "16", "9")]),
        ("b", "680 0", [("left", "16", "26")]),
        ("c", "1020 340", [("left", "16", "26")]),
        ("d", "1020 0", [("left", "16", "31")]),  # 43 points would be right; Word allows 31
    ]


@pytest.mark.parametrize("kind", ["note", "warning"])
def test_the_ground_of_a_callout_goes_on_under_a_list_in_it(kind: str) -> None:
    main = f"<aside class='callout {kind}'><p>x</p>{LISTED}</aside>"
    items = [row for row in borders(main) if row[0] in ("a", "c")]
    assert items == [
        ("a", "580 340", [("left", "4", "9"), ("bottom", "4", "3")]),
        ("c", "920 340", [("left", "4", "26"), ("bottom", "4", "3")]),
    ]
    shaded = [node for node in body(main).iter(f"{W}p") if node.find(f"{W}pPr/{W}shd") is not None]
    assert len(shaded) == 4  # the first paragraph has its ground from its style


def test_a_list_in_a_cell_has_no_bar() -> None:
    cell = f"<table><tr><td>{LISTED}</td></tr></table>"
    assert all(node.find(f"{W}pPr/{W}pBdr") is None for node in body(cell).iter(f"{W}p"))


CONTENTS = "<nav class='contents'><ol><li><a href='#h'>H</a></li></ol></nav><h2 id='h'>H</h2>"


def sections(main: str) -> list[tuple[str, str | None]]:
    """The sections of a text: the words in each, and how its page lies."""
    found, words = [], ""
    for node in body(main):
        words += "".join(node.itertext(f"{W}t"))
        for size in node.iter(f"{W}pgSz"):
            found.append((words, size.get(f"{W}orient")))
            words = ""
    return found


@pytest.mark.parametrize(
    ("main", "wanted"),
    [
        (WIDE.format("<p>a</p>") + "<p>b</p>", [("a", "landscape"), ("b", None)]),
        (WIDE.format("<p>a</p>") + WIDE.format("<p>b</p>") + "<p>c</p>", [("ab", "landscape"), ("c", None)]),
        (WIDE.format("<p>a</p>") + TABLE + "<p>c</p>", [("a", "landscape"), ("cellc", None)]),
        (f"<p>a</p>{WIDE.format(TABLE)}<p>b</p>", [("a", None), ("cell", "landscape"), ("b", None)]),
        (f"{TABLE}{WIDE.format('<p>a</p>')}", [("cell", None), ("a", "landscape")]),
        (
            WIDE.format("<p>a</p>")
            + "<nav class='contents'><ol><li><a href='#h'>H</a></li></ol></nav><h2 id='h'>H</h2>",
            [("a", "landscape"), ("HH", None)],
        ),
    ],
)
def test_sections_end_where_something_else_begins(main: str, wanted: list[tuple[str, str | None]]) -> None:
    assert sections(main) == wanted


def test_a_section_that_ends_in_a_table_ends_in_a_paragraph_without_height() -> None:
    found = paragraphs(f"{WIDE.format(TABLE)}<p>b</p>")
    assert "".join(body(f"{WIDE.format(TABLE)}<p>b</p>").itertext()) == "cellb"
    assert [(style, words) for style, words, _ in found] == [("TableNote", ""), ("BodyText", "b")]
    assert found[0][2].keys() == {"spacing", "sectPr"}
    assert found[0][2]["spacing"] == "before=0 after=0"
    assert found[1][2] == {}  # neither a distance from the table nor a break of its own


def test_a_new_section_is_a_new_page_already() -> None:
    found = paragraphs(f"<p>a</p>{BREAK}{WIDE.format('<p>b</p>')}<p>c</p>")
    assert all("pageBreakBefore" not in properties for _, _, properties in found)


def test_tables_are_as_wide_as_the_page_they_stand_on() -> None:
    table = "<table class='wide'><tr><td>x</td><td>y</td></tr></table>"
    root = body(
        f"{table}<p>a</p>{WIDE.format(table)}<p>b</p>{table}<p>c</p><table><tr><td>z</td></tr></table>"
    )
    widths = [int(node.get(f"{W}w")) for node in root.iter(f"{W}tblW")]
    upright, lying, again, column = widths
    assert upright == again == pytest.approx(11906 - 2 * 1134, abs=1)
    assert lying == pytest.approx(16838 - 2 * 1134, abs=1)
    assert column == upright - 2835
    starts = [int(node.get(f"{W}w")) for node in root.iter(f"{W}tblInd")]
    assert starts == [-2835, -2835, -2835, 0]


def test_an_element_of_no_known_kind_stands_for_what_is_in_it() -> None:
    main = "<footer>one <em>two</em><p>three</p> four<main><p>five</p></main></footer>"
    assert paragraphs(main) == [
        ("BodyText", "one two", {}),
        ("BodyText", "three", {}),
        ("BodyText", "four", {}),
        ("LeadParagraph", "five", {}),
    ]


def test_cells_share_an_alignment_and_a_head_stays_with_its_rows() -> None:
    table = (
        "<table><thead><tr><th>A</th><th class='num'>B</th></tr></thead>"
        "<tbody><tr><td class='center'>x</td><td class='num'>1</td></tr></tbody></table>"
    )
    cells = [
        ("".join(node.itertext(f"{W}t")), getattr(node.find(f"{W}pPr/{W}jc"), "attrib", {}).values())
        for node in body(table).iter(f"{W}p")
    ]
    assert [(words, list(align)) for words, align in cells] == [
        ("A", []),
        ("B", ["right"]),
        ("x", ["center"]),
        ("1", ["right"]),
    ]
    kept = [node.find(f"{W}pPr/{W}keepNext") is not None for node in body(table).iter(f"{W}p")]
    assert kept == [True, True, False, False]


def test_blocks_of_the_source_are_marked_and_others_are_not() -> None:
    of = documents(paragraph("The words  of the source."))
    main = "<p>The words of the source.</p><p>Words of the template.</p><p>The words of the source.</p>"
    names = [node.get(f"{W}name") for node in body(main, of=of).iter(f"{W}bookmarkStart")]
    assert len(names) == 2
    assert all(name.startswith("_pr") for name in names)
    assert [name.rpartition("_")[2] for name in names] == ["0", "1"]


def test_only_what_something_points_at_has_a_bookmark() -> None:
    main = "<p id='a'>one</p><p id='b'>two</p><p>See <a href='#b'>it</a> and <a href='#c'>that</a>.</p>"
    assert [node.get(f"{W}name") for node in body(main).iter(f"{W}bookmarkStart")] == ["b"]
