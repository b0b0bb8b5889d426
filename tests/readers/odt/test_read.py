# ruff: noqa: E501 - XML and RTF read better unbroken
"""OpenDocument texts."""

# ruff: noqa: E501 - XML and RTF read better unbroken
from __future__ import annotations

import pytest

from pressroom.errors import PressroomError
from pressroom.model.document import Image, List, Paragraph, Table
from pressroom.model.inline import Link, Strong, Subscript, Superscript, Text
from tests.readers import content
from tests.readers.packages import odt, png, zipped
from tests.readers.reading import parse


def test_odt_headings_lists_tables_notes_and_pictures() -> None:
    styles = (
        '<style:style style:family="text" style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" text:start-value="3"/>'
        '<text:list-level-style-bullet text:level="2"/></text:list-style>'
    )
    document = parse(
        odt(
            '<text:h text:outline-level="1">T</text:h><text:h text:outline-level="2">One</text:h>'
            '<text:p>over <text:span text:style-name="B">1,100</text:span><text:note><text:note-citation>1</text:note-citation>'
            "<text:note-body><text:p>Note</text:p></text:note-body></text:note> <text:a xlink:href='https://x.org'>here</text:a></text:p>"
            '<text:list text:style-name="L"><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p>'
            "</text:list-item></text:list><text:p>c</text:p></text:list-item></text:list>"
            "<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>H</text:p>"
            "</table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>"
            "<table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>2</text:p></table:table-cell>"
            "</table:table-row></table:table><text:p><draw:frame><draw:image xlink:href='Pictures/a.png'/><svg:desc>A map</svg:desc>"
            "</draw:frame></text:p><text:tracked-changes><text:p>Old <text:span>and</text:span> gone</text:p></text:tracked-changes><text:table-of-content>"
            "<text:p>One 2</text:p></text:table-of-content>",
            styles,
            **{"Pictures/a__png": png()},
        ),
        "odt",
    )
    assert content.headings(document) == [(0, "T"), (1, "One")]
    paragraph, listed, table, image = document.sections[0].blocks
    assert any(isinstance(entry, Strong) for entry in paragraph.inlines)
    assert any(isinstance(entry, Link) for entry in paragraph.inlines)
    assert isinstance(listed, List)
    assert (listed.style, listed.start, len(listed.items[0].blocks)) == ("decimal", 3, 3)
    assert isinstance(table, Table)
    assert (table.head[0].cells[0].colspan, len(table.body[0].cells)) == (2, 2)
    assert isinstance(image, Image)
    assert (image.alt, len(document.assets), len(document.footnotes)) == ("A map", 1, 1)
    assert {left.reason: document.text[left.span.start : left.span.end] for left in document.left_out} == {
        "deleted by a tracked change": "Old and gone",
        "contents list made by the word processor": "One 2",
    }


@pytest.mark.parametrize(
    ("position", "kind"),
    [
        ("super", Superscript),
        ("super 58%", Superscript),
        ("33%", Superscript),
        ("sub", Subscript),
        ("sub 58%", Subscript),
        ("-33% 58%", Subscript),
        ("0% 100%", Text),
    ],
)
def test_odt_letters_above_and_below_the_line(position: str, kind: type) -> None:
    styles = (
        '<style:style style:family="text" style:name="P">'
        f'<style:text-properties style:text-position="{position}"/></style:style>'
    )
    document = parse(odt('<text:p>H<text:span text:style-name="P">2</text:span></text:p>', styles), "odt")
    (paragraph,) = document.blocks
    assert isinstance(paragraph, Paragraph)
    assert type(paragraph.inlines[-1]) is kind
    assert content.words(document) == "H2"


def test_odt_list_without_a_style_has_points() -> None:
    document = parse(odt("<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>"), "odt")
    (listed,) = document.blocks
    assert isinstance(listed, List)
    assert (listed.style, listed.start) == ("bullet", 1)


def test_odt_metadata_and_heads_of_pages() -> None:
    document = parse(
        odt(
            "<text:p>words</text:p>",
            meta__xml="<m><title>Of quays</title><creator>Ann Example</creator><subject>Harbours</subject>"
            "<keyword>quay</keyword><keyword>crane</keyword></m>",
            styles__xml='<s xmlns:text="t"><header><text:p>Head</text:p></header><footer><text:p>Foot</text:p></footer></s>',
        ),
        "odt",
    )
    assert document.title
    assert document.title.text == "Of quays"
    assert document.metadata.author == ("Ann Example",)
    assert (document.metadata.subject, document.metadata.keywords) == ("Harbours", ("quay", "crane"))
    left = {entry.reason: document.text[entry.span.start : entry.span.end] for entry in document.left_out}
    assert left == {"page header": "Head", "page footer": "Foot"}


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (zipped({"a": "b"}), "document-damaged"),
        (zipped({"content.xml": "<a/>"}), "document-no-text"),
        (
            zipped({"content.xml": "<a/>", "META-INF/manifest.xml": "<x encryption-data='1'/>"}),
            "document-encrypted",
        ),
        (b"no zip", "document-damaged"),
    ],
)
def test_odt_that_cannot_be_read(data: bytes, rule: str) -> None:
    with pytest.raises(PressroomError) as caught:
        parse(data, "odt")
    assert caught.value.diagnostic.rule == rule


def listed(*items: str, style: str = "L", more: str = "") -> str:
    return f'<text:list text:style-name="{style}" {more}>{"".join(items)}</text:list>'


def item(words: str, more: str = "", inner: str = "") -> str:
    return f"<text:list-item {more}><text:p>{words}</text:p>{inner}</text:list-item>"


NUMBERS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="i" style:num-suffix=")" text:display-levels="2"/></text:list-style>'
    '<text:list-style style:name="M"><text:list-level-style-number text:level="1" style:num-format="A"/></text:list-style>'
)
P = "<text:p>between</text:p>"
GOES_ON = 'text:continue-numbering="true"'
LISTS = [
    (listed(item("a"), item("b")) + P + listed(item("c"), more=GOES_ON), [(1, 2), (3, 1)]),
    (
        listed(item("a"), more='xml:id="n"')
        + P
        + listed(item("x"))
        + P
        + listed(item("b"), more='text:continue-list="n"'),
        [(1, 1), (1, 1), (2, 1)],
    ),
    (listed(item("a")) + P + listed(item("b")), [(1, 1), (1, 1)]),
    (
        listed(item("a")) + P + listed(item("x"), style="M") + P + listed(item("b"), more=GOES_ON),
        [(1, 1), (1, 1), (2, 1)],
    ),
    (listed(item("a"), item("b", 'text:start-value="7"'), item("c")), [(1, 1), (7, 2)]),
    (
        listed(
            "<text:list-header><text:p>head</text:p></text:list-header>",
            item("a"),
            "<text:list-header><text:p>more</text:p></text:list-header>",
            item("b"),
        ),
        [(1, 2)],
    ),
    (listed(item("a", inner=listed(item("x"), item("y"))), item("b", inner=listed(item("z")))), [(1, 2)]),
]


@pytest.mark.parametrize(("body", "starts"), LISTS)
def test_the_numbers_of_lists_go_on_where_the_file_says_so(body: str, starts: list[tuple[int, int]]) -> None:
    document = parse(odt(f'<text:h text:outline-level="1">T</text:h>{body}', NUMBERS), "odt")
    found = [block for block in document.blocks if isinstance(block, List)]
    assert [(block.start, len(block.items)) for block in found] == starts


def test_headings_in_a_list_are_headings_with_its_numbers() -> None:
    def heading(words: str, level: int, inner: str = "") -> str:
        return (
            f'<text:list-item><text:h text:outline-level="{level}">{words}</text:h>{inner}</text:list-item>'
        )

    inner = listed(heading("Quay", 2), heading("Boats", 2), style="")
    body = (
        listed(heading("Where", 1))
        + P
        + listed(heading("Costs", 1, inner), more=GOES_ON)
        + P
        + listed(item("a"))
    )
    document = parse(odt(body, NUMBERS), "odt")
    sections = list(document.walk())
    assert [(s.heading.level, s.heading.number, s.heading.text) for s in sections] == [
        (1, "1.", "Where"),
        (1, "2.", "Costs"),
        (2, "2.i)", "Quay"),
        (2, "2.ii)", "Boats"),
    ]
    assert isinstance(sections[-1].blocks[-1], List)


HIDDEN = [
    '<text:p text:style-name="H">secret</text:p>',
    '<text:h text:style-name="H" text:outline-level="2">secret</text:h>',
    '<text:p><text:hidden-paragraph text:is-hidden="true"/>secret</text:p>',
    '<text:section text:display="none"><text:p>secret</text:p></text:section>',
    '<text:section text:display="condition" text:condition="ooow:1"><text:p>secret</text:p></text:section>',
    '<text:p>Shown<text:hidden-text text:is-hidden="true" text:string-value="secret"/></text:p>',
    '<text:p>Shown<text:span text:style-name="S">secret</text:span></text:p>',
    listed('<text:list-item><text:p text:style-name="H">secret</text:p></text:list-item>', item("Shown")),
]


@pytest.mark.parametrize("body", HIDDEN)
def test_what_is_hidden_is_left_out_and_told(body: str) -> None:
    off = '<style:text-properties text:display="none"/></style:style>'
    styles = f'<style:style style:name="H" style:family="paragraph">{off}<style:style style:name="S" style:family="text">{off}'
    document = parse(odt(f"<text:p>Words.</text:p>{body}", styles + NUMBERS), "odt")
    assert "secret" not in content.words(document)
    assert [(document.text[e.span.start : e.span.end], e.reason) for e in document.left_out] == [
        ("secret", "hidden text")
    ]


def test_what_is_not_hidden_now_is_printed() -> None:
    body = '<text:p><text:hidden-paragraph text:is-hidden="false"/>Seen</text:p><text:section text:display="true"><text:p>too</text:p></text:section>'
    assert content.words(parse(odt(body), "odt")) == "Seen too"


def test_a_bibliography_is_text_and_a_list_of_contents_is_not() -> None:
    def index(kind: str) -> str:
        return f"<text:{kind}><text:index-body><text:index-title><text:p>Title of it</text:p></text:index-title><text:p>A. Roe, Quays, 2019</text:p></text:index-body></text:{kind}>"

    document = parse(
        odt(
            f'<text:h text:outline-level="1">T</text:h><text:p>Words.</text:p>{index("bibliography")}{index("table-of-content")}'
        ),
        "odt",
    )
    assert "A. Roe, Quays, 2019" in content.words(document)
    assert content.headings(document) == [(0, "T"), (1, "Title of it")]
    assert len(document.left_out) == 1


MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics>{}<annotation>x</annotation></semantics></math>'
FORMULAS = [
    ("<mrow><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></mrow>", "E = mc^2"),
    ("<mrow><mn>1</mn><mfrac><mn>1</mn><mn>2</mn></mfrac></mrow>", "1 1/2"),
    ("<msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt>", "√(a + b)"),
    (
        "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>",
        "∑_(i = 1)^n",
    ),
    ("<mrow><mo>(</mo><mfrac linethickness='0'><mi>n</mi><mi>k</mi></mfrac><mo>)</mo></mrow>", "(n¦k)"),
]


@pytest.mark.parametrize(("markup", "line"), FORMULAS)
def test_a_formula_is_written_in_a_line_with_a_warning(markup: str, line: str) -> None:
    frame = '<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame>'
    document = parse(
        odt(f"<text:p>So {frame} it is.</text:p>", **{"Object 1/content__xml": MATH.format(markup)}), "odt"
    )
    assert content.words(document) == f"So {line} it is."
    assert [each.rule for each in document.diagnostics] == ["formula-in-line"]
