# ruff: noqa: E501 - XML reads better unbroken
from __future__ import annotations

import contextlib
import random
from pathlib import Path

import pytest

from pressroom.errors import PressroomError
from pressroom.model.document import (
    Cell,
    CodeBlock,
    DefinitionList,
    Divider,
    Document,
    Image,
    List,
    Paragraph,
    Quote,
    Table,
)
from pressroom.model.inline import FootnoteRef, InlineImage, LineBreak, Link, Strong
from pressroom.model.inline import words as inline_words
from pressroom.readers import ReaderSettings, read
from tests.readers import content
from tests.readers.packages import cell, numbered, p, png, word, zipped

CORPUS = Path(__file__).parents[3] / "shared/benchmarks/corpora/mammoth-docx"


def parse(data: bytes, name: str = "x.docx") -> Document:
    document = read(data, name, ReaderSettings())
    assert content.misplaced(document) == []
    return document


def reasons(document: Document) -> dict[str, str]:
    return {left.reason: document.text[left.span.start : left.span.end] for left in document.left_out}


def test_headings_by_style_by_basis_and_by_outline_level() -> None:
    document = parse(
        word(
            p("The title", "T")
            + p("One", "H1")
            + p("text")
            + p("Two", "Mine")
            + p("Three", "", '<w:outlineLvl w:val="2"/>')
            + p("text")
            + p("No end", "Loop")
        )
    )
    assert content.headings(document) == [(0, "The title"), (1, "One"), (2, "Two"), (3, "Three")]
    assert not any(section.heading.guessed for section in document.walk())


def test_fake_headings_are_guessed() -> None:
    text = "Running text that goes on for a while, and ends as sentences do."
    bold = "<w:b/>"
    body = "".join(p(name, run=bold) + p(text) + p(text) for name in ("Aims", "Means"))
    document = parse(word(body + p("A bold end.", run=bold) + p("12", run=bold) + p(text)))
    assert content.headings(document) == [(1, "Aims"), (1, "Means")]
    heading = document.sections[0].heading
    assert heading.guessed
    assert heading.level_guessed
    assert heading.reasons
    assert not isinstance(heading.inlines[0], Strong)


def test_numbered_headings_and_lists() -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    document = parse(
        word(
            p("Head", "H1", number)
            + numbered("one", 1)
            + numbered("a", 1, 1)
            + numbered("b", 1, 1)
            + numbered("two", 1)
            + p("between")
            + numbered("three", 1)
            + numbered("dot", 2)
            + numbered("bad", 99)
            + p("Next", "H1")
        )
    )
    section = document.sections[0]
    assert (section.heading.number, section.heading.text) == ("5.", "Head")
    outer, between, third, bullets, bad = section.blocks
    assert isinstance(outer, List)
    assert [item.marker for item in outer.items] == ["6.", "7."]
    inner = outer.items[0].blocks[1]
    assert isinstance(inner, List)
    assert (inner.style, [item.marker for item in inner.items]) == ("lower-alpha", ["6.a)", "6.b)"])
    assert isinstance(third, List)
    assert third.start == 8
    assert isinstance(bullets, List)
    assert bullets.items[0].marker == "•"
    assert isinstance(between, Paragraph)
    assert isinstance(bad, Paragraph)


def test_tables_with_head_and_merged_cells() -> None:
    head = "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("Region") + cell("Sales", '<w:gridSpan w:val="2"/>')
    first = "<w:tr>" + cell("North", '<w:vMerge w:val="restart"/>') + cell("1") + cell("2") + "</w:tr>"
    second = "<w:tr>" + cell("", "<w:vMerge/>") + cell("3") + cell("4") + "</w:tr>"
    body = p("Table 1: Sales", "Cap") + f"<w:tbl>{head}</w:tr>{first}{second}</w:tbl>"
    (table,) = parse(word(body)).blocks
    assert isinstance(table, Table)
    assert (table.label, inline_words(table.caption)) == ("Table 1", "Sales")
    assert [[inline_words(c.inlines) for c in row.cells] for row in table.body] == [
        ["North", "1", "2"],
        ["3", "4"],
    ]
    assert (table.head[0].cells[1].colspan, table.body[0].cells[0].rowspan) == (2, 2)
    assert all(c.header for c in table.head[0].cells)
    assert table.columns == 3


def test_a_table_of_one_cell_is_a_frame() -> None:
    document = parse(word(f"<w:tbl><w:tr>{cell('Boxed')}</w:tr></w:tbl>"))
    assert isinstance(document.blocks[0], Paragraph)


def test_tracked_changes_comments_and_hidden_text() -> None:
    document = parse(
        word(
            "<w:p><w:ins><w:r><w:t>New</w:t></w:r></w:ins><w:del><w:r><w:delText>Old</w:delText></w:r></w:del>"
            '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>'
            + p("joined", properties="<w:rPr><w:del/></w:rPr>")
            + p("here"),
            '<Relationship Id="c" Type="KIND/comments" Target="comments.xml"/>'
            '<Relationship Id="h" Type="KIND/header" Target="header1.xml"/>',
            comments__xml=f"<w:comments xmlns:w='{_W}'><w:comment><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>"
            "</w:comments>",
            header1__xml=f"<w:hdr xmlns:w='{_W}'><w:p><w:r><w:t>Head</w:t></w:r></w:p></w:hdr>",
        )
    )
    assert content.words(document) == "New joined here"
    assert reasons(document) == {
        "deleted by a tracked change": "Old",
        "hidden text": "secret",
        "comment": "Why?",
        "page header": "Head",
    }


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_notes() -> None:
    def notes(kind: str, words: str) -> str:
        return (
            f"<w:{kind}s xmlns:w='{_W}'><w:{kind} w:id='0' w:type='separator'><w:p/></w:{kind}>"
            f"<w:{kind} w:id='1'>{p(words)}</w:{kind}><w:{kind} w:id='2'>{p('never called')}</w:{kind}></w:{kind}s>"
        )

    document = parse(
        word(
            '<w:p><w:r><w:t>A</w:t><w:endnoteReference w:id="1"/><w:t>B</w:t><w:footnoteReference w:id="1"/>'
            '<w:footnoteReference w:id="9"/></w:r></w:p>',
            footnotes__xml=notes("footnote", "foot"),
            endnotes__xml=notes("endnote", "end"),
        )
    )
    (paragraph,) = document.blocks
    assert isinstance(paragraph, Paragraph)
    assert [entry.label for entry in paragraph.inlines if isinstance(entry, FootnoteRef)] == ["1", "2"]
    assert [inline_words(note.blocks[0].inlines) for note in document.footnotes] == ["end", "foot"]
    assert reasons(document) == {"a note that the text never calls": "never called"}


def test_links_by_relation_and_by_field() -> None:
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "https://y.org"</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>there</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    document = parse(
        word(
            '<w:p><w:hyperlink r:id="l"><w:r><w:t>here</w:t></w:r></w:hyperlink>'
            '<w:hyperlink r:id="b"><w:r><w:t> not</w:t></w:r></w:hyperlink></w:p>' + field,
            '<Relationship Id="l" Type="KIND/hyperlink" Target="https://x.org" TargetMode="External"/>'
            '<Relationship Id="b" Type="KIND/hyperlink" Target="file:///etc/passwd" TargetMode="External"/>',
        )
    )
    links = [entry for inlines in content.stretches(document) for entry in inlines if isinstance(entry, Link)]
    assert [link.href for link in links] == ["https://x.org", "https://y.org"]
    assert "link-dropped" in [entry.rule for entry in document.diagnostics]


def test_fields_show_their_result_and_contents_are_left_out() -> None:
    def field(code: str, result: str) -> str:
        return (
            f'<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>{code}</w:instrText>'
            f'<w:fldChar w:fldCharType="separate"/><w:t>{result}</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        )

    document = parse(word(field("TOC \\o", "One 3") + field("REF x", "Table 2") + field("PAGE", "7")))
    assert content.words(document) == "Table 2"
    assert reasons(document) == {"contents list made by the word processor": "One 3", "page number": "7"}


def drawing(inner: str) -> str:
    return f"<w:r><w:drawing><wp:inline>{inner}</wp:inline></w:drawing></w:r>"


def test_pictures_text_boxes_and_alternatives() -> None:
    box = f"<w:txbxContent>{p('In the box')}</w:txbxContent>"
    old = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    choice = f"<mc:Choice><w:drawing><wp:anchor>{box}</wp:anchor></w:drawing></mc:Choice>{old}"
    document = parse(
        word(
            f"<w:p>{drawing(_BLIP)}</w:p>"
            + p("Figure 3: The map", "Cap")
            + f"<w:p><w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>",
            '<Relationship Id="p" Type="KIND/image" Target="media/a.png"/>',
            **{"media/a__png": png()},
        )
    )
    image = document.blocks[0]
    assert isinstance(image, Image)
    assert (image.alt, inline_words(image.caption)) == ("A map", "The map")
    assert [asset.name for asset in document.assets] == [image.src]
    assert content.words(document).count("In the box") == 1


_BLIP = '<wp:docPr descr="A map"/><a:blip r:embed="p"/>'


def test_a_linked_picture_is_not_fetched() -> None:
    document = parse(
        word(
            "<w:p>" + drawing('<wp:docPr descr="A map"/><a:blip r:link="p"/>') + "</w:p>",
            '<Relationship Id="p" Type="KIND/image" Target="http://127.0.0.1/a.png" TargetMode="External"/>',
        )
    )
    assert content.words(document) == "A map"
    assert [entry.rule for entry in document.diagnostics] == ["picture-dropped"]


def test_quotes_and_formulas() -> None:
    document = parse(
        word(p("One", "Q") + p("two", "Q") + "<w:p><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></w:p>")
    )
    quote = document.blocks[0]
    assert isinstance(quote, Quote)
    assert len(quote.blocks) == 2
    assert content.words(document) == "One two a=b"


def r(words: str) -> str:
    return f"<m:r><m:t>{words}</m:t></m:r>"


HALF = f"<m:f><m:num>{r('1')}</m:num><m:den>{r('2')}</m:den></m:f>"
FORMULAS = [
    (HALF, "1/2"),
    (r("1") + HALF, "1 1/2"),
    (HALF + r("3"), "1/2 3"),
    (f"<m:f><m:num>{r('a+b')}</m:num><m:den>{r('12')}</m:den></m:f>", "(a+b)/12"),
    (f"<m:sSup><m:e>{r('10')}</m:e><m:sup>{r('6')}</m:sup></m:sSup>", "10^6"),
    (f"<m:sSub><m:e>{r('x')}</m:e><m:sub>{r('12')}</m:sub></m:sSub>", "x_12"),
    (f"<m:sSup><m:e>{r('10')}</m:e><m:sup>{r('-5')}</m:sup></m:sSup>", "10^(-5)"),
    (f"<m:rad><m:deg/><m:e>{r('9')}</m:e></m:rad>", "√9"),
    (f"<m:d><m:e>{r('7')}</m:e></m:d>", "(7)"),
    (
        f"<m:m><m:mr><m:e>{r('1')}</m:e><m:e>{r('2')}</m:e></m:mr><m:mr><m:e>{r('3')}</m:e></m:mr></m:m>",
        "1, 2; 3",
    ),
]


@pytest.mark.parametrize(("formula", "line"), FORMULAS)
def test_no_formula_becomes_another_number(formula: str, line: str) -> None:
    document = parse(word(f"<w:p><m:oMath>{formula}</m:oMath></w:p>"))
    assert content.words(document) == line


def test_a_number_ahead_of_a_fraction_keeps_its_distance() -> None:
    document = parse(word(f"<w:p><w:r><w:t>It is 2</w:t></w:r><m:oMath>{HALF}</m:oMath></w:p>"))
    assert content.words(document) == "It is 2 1/2"


def char(kind: str, inner: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


def test_a_field_without_its_end_swallows_no_text() -> None:
    code = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    whole = char("begin") + code + char("separate") + "<w:r><w:t>7</w:t></w:r>" + char("end")
    open_one = char("begin") + code + "<w:r><w:t>Here</w:t></w:r>"
    document = parse(word(f"<w:p>{open_one}</w:p><w:p>{whole}<w:r><w:t>and</w:t></w:r></w:p>" + p("there")))
    assert content.words(document) == "Here and there"


def test_the_chosen_entry_of_a_drop_down_is_read() -> None:
    entries = '<w:listEntry w:val="no"/><w:listEntry w:val="yes"/>'
    chosen = f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
    document = parse(word(f"<w:p>{char('begin', chosen)}{char('end')}</w:p>"))
    assert content.words(document) == "yes"


def styled(*names: str) -> str:
    """A part "styles" whose ids are the names without their spaces."""
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
        for name in names
    )
    return f"<w:styles xmlns:w='{_W}'>{made}</w:styles>"


def test_lists_known_by_their_style_alone() -> None:
    names = ("List Bullet", "List Bullet 2", "List Number", "List Continue", "List Paragraph")
    body = (
        p("one", "ListBullet")
        + p("deep", "ListBullet2")
        + p("two", "ListBullet")
        + p("goes on", "ListContinue")
        + p("first", "ListNumber")
        + p("second", "ListNumber")
        + p("not in a list")
        + p("set in", "ListParagraph")
    )
    document = parse(word(body, styles__xml=styled(*names)))
    bullets, numbers, *rest = document.blocks
    assert isinstance(bullets, List)
    assert isinstance(numbers, List)
    assert (bullets.style, numbers.style, len(numbers.items)) == ("bullet", "decimal", 2)
    first, second = bullets.items
    assert isinstance(first.blocks[1], List)
    assert inline_words(second.blocks[1].inlines) == "goes on"
    assert [type(block) for block in rest] == [Paragraph, Paragraph]


def test_terms_and_code_by_style() -> None:
    names = ("Definition Term", "Definition", "Source Code")
    body = (
        p("Basin", "DefinitionTerm")
        + p("where ships lie", "Definition")
        + p("Quay", "DefinitionTerm")
        + p("where they load", "Definition")
        + p("x = 1", "SourceCode")
        + p("y = 2", "SourceCode")
    )
    terms, code = parse(word(body, styles__xml=styled(*names))).blocks
    assert isinstance(terms, DefinitionList)
    assert [inline_words(entry.term) for entry in terms.items] == ["Basin", "Quay"]
    assert isinstance(code, CodeBlock)
    assert code.text == "x = 1\ny = 2"


@pytest.mark.parametrize(
    ("form", "text", "markers"),
    [
        ("upperLetter", "%1.", ["A.", "B.", "C."]),
        ("lowerRoman", "(%1)", ["(i)", "(ii)", "(iii)"]),
        ("upperRoman", "%1", ["I", "II", "III"]),
        ("decimalZero", "%1.", ["01.", "02.", "03."]),
        ("ordinal", "%1", ["1", "2", "3"]),
        ("bullet", "\uf0a7", ["•", "•", "•"]),
    ],
)
def test_the_formats_in_which_word_counts(form: str, text: str, markers: list[str]) -> None:
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    part = (
        f"<w:numbering xmlns:w='{_W}'><w:abstractNum w:abstractNumId='0'>{level}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"
    )
    (block,) = parse(word("".join(numbered(each, 1) for each in "abc"), numbering__xml=part)).blocks
    assert isinstance(block, List)
    assert [item.marker for item in block.items] == markers


def test_a_numbering_without_a_mark_only_sets_in() -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=" "/></w:lvl>'
    part = (
        f"<w:numbering xmlns:w='{_W}'><w:abstractNum w:abstractNumId='0'>{level}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"
    )
    document = parse(word(numbered("set in", 1), numbering__xml=part))
    assert [type(block) for block in document.blocks] == [Paragraph]


def test_lines_drawn_below_empty_paragraphs_part_the_text() -> None:
    border = '<w:pBdr><w:bottom w:val="single"/></w:pBdr>'
    none = '<w:pBdr><w:bottom w:val="none"/></w:pBdr>'
    empty = "<w:p><w:pPr>{}</w:pPr></w:p>"
    document = parse(word(p("one") + empty.format(border) + p("two") + empty.format(none) + p("three")))
    assert [type(block) for block in document.blocks] == [Paragraph, Divider, Paragraph, Paragraph]


def test_a_head_that_is_bold_or_styled_and_cells_ahead_of_the_grid() -> None:
    bold = "".join(f"<w:tc>{p(name, run='<w:b/>')}</w:tc>" for name in ("Region", "Sum"))
    plain = f"<w:tr>{cell('North')}{cell('12')}</w:tr>"
    look = '<w:tblPr><w:tblLook w:val="0020"/></w:tblPr>'
    named = f"<w:tr>{cell('Region')}{cell('Sum')}</w:tr>"
    shifted = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("8")}</w:tr>'
    for rows in (f"<w:tr>{bold}</w:tr>{plain}{shifted}", f"{look}{named}{plain}{shifted}"):
        (table,) = parse(word(f"<w:tbl>{rows}</w:tbl>")).blocks
        assert isinstance(table, Table)
        assert [len(row.cells) for row in table.head + table.body] == [2, 2, 2]
        assert (len(table.head), inline_words(table.body[1].cells[1].inlines)) == (1, "8")
    (table,) = parse(word(f"<w:tbl>{named}{plain}</w:tbl>")).blocks
    assert isinstance(table, Table)
    assert not table.head  # nothing tells it from the others


def test_the_parts_are_found_where_the_package_says() -> None:
    made = zipped(
        {
            "_rels/.rels": '<Relationships><Relationship Id="r" Type="a/officeDocument" Target="gone.xml"/></Relationships>',
            "word/document.xml": f"<w:document xmlns:w='{_W}'><w:body>{p('still here')}</w:body></w:document>",
        }
    )
    assert content.words(parse(made)) == "still here"
    with pytest.raises(PressroomError) as caught:
        parse(zipped({"word/document.xml": "<workbook/>", "xl/workbook.xml": "<w/>"}))
    assert caught.value.diagnostic.rule == "document-no-text"


SYMBOLS = [
    ('<w:sym w:font="Symbol" w:char="F061"/>', "α"),
    ('<w:sym w:font="Symbol" w:char="F0B3"/>', "≥"),
    ('<w:sym w:font="Symbol" w:char="F0B7"/>', "•"),
    ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "✓"),
    ('<w:sym w:font="Wingdings" w:char="F0E0"/>', "→"),
    ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "☑"),
    ('<w:sym w:font="MS Gothic" w:char="2612"/>', "☒"),
    ('<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr><w:t>\uf06d\uf06d</w:t>', "μμ"),
]


@pytest.mark.parametrize(("run", "shown"), SYMBOLS)
def test_symbol_fonts_become_the_letters_they_show(run: str, shown: str) -> None:
    document = parse(word(f"<w:p><w:r>{run}</w:r></w:p>"))
    assert content.words(document) == shown
    assert document.diagnostics == ()


def test_a_symbol_that_only_its_font_can_show_is_told() -> None:
    run = '<w:r><w:sym w:font="Webdings" w:char="F04E"/><w:sym w:font="Webdings" w:char="F04E"/></w:r>'
    document = parse(word(f"<w:p><w:r><w:t>Radio </w:t></w:r>{run}</w:p>"))
    assert content.words(document) == "Radio"
    assert reasons(document) == {"a symbol that only its font can show": "Webdings F04E"}
    assert [entry.rule for entry in document.diagnostics] == ["symbol-dropped"]


def test_an_embedded_file_of_another_format_is_told() -> None:
    document = parse(word(p("Here") + '<w:altChunk r:id="c"/><w:altChunk r:id="d"/>'))
    assert content.words(document) == "Here"
    assert [entry.rule for entry in document.diagnostics] == ["part-dropped"]


def test_a_paragraph_whose_end_is_deleted_is_kept_where_no_other_follows() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    table = f"<w:tbl><w:tr>{cell('one')}{cell('two')}</w:tr></w:tbl>"
    document = parse(word(p("before", properties=gone) + table + p("after", properties=gone)))
    first, second, third = document.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Table)
    assert isinstance(third, Paragraph)
    assert content.words(document) == "before one two after"


def test_what_stands_in_cells_becomes_their_lines() -> None:
    inner = f"<w:tbl><w:tr>{cell('a')}{cell('b')}</w:tr><w:tr>{cell('c')}{cell('d')}</w:tr></w:tbl>"
    many = p("Lead") + numbered("one", 1) + numbered("deep", 1, 1) + numbered("two", 1) + numbered("dot", 2)
    quote = p("Said", "Q") + p("Head", "H1") + p("Table 3: Of what", "Cap") + inner + p("end")
    picture = f"<w:p>{drawing(_BLIP)}</w:p>"
    document = parse(
        word(
            f"<w:tbl><w:tr><w:tc>{many}</w:tc><w:tc>{quote}</w:tc><w:tc>{picture}</w:tc></w:tr></w:tbl>",
            '<Relationship Id="p" Type="KIND/image" Target="media/a.png"/>',
            **{"media/a__png": png()},
        )
    )
    (table,) = document.blocks
    assert isinstance(table, Table)
    (row,) = table.body
    assert [lines(c) for c in row.cells] == [
        ["Lead", "1. one", "1.a) deep", "2. two", "• dot"],
        ["Said", "Head", "Table 3: Of what", "a b", "c d", "end"],
        ["A map"],
    ]


def lines(found: Cell) -> list[str]:
    made = [""]
    for entry in found.inlines:
        if isinstance(entry, LineBreak):
            made.append("")
        else:
            made[-1] += entry.alt if isinstance(entry, InlineImage) else inline_words((entry,))
    return made


def test_a_cell_that_goes_on_keeps_the_words_of_each_part() -> None:
    first = "<w:tr>" + cell("Above", '<w:vMerge w:val="restart"/>') + cell("1") + "</w:tr>"
    titled = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('Below', 'T')}</w:tc>"
    document = parse(word(f"<w:tbl>{first}<w:tr>{titled}{cell('2')}</w:tr></w:tbl>"))
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert lines(table.body[0].cells[0]) == ["Above", "Below"]


def test_a_deleted_row_is_left_out() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('gone')}{cell('too')}</w:tr>"
    document = parse(word(f"<w:tbl><w:tr>{cell('kept')}{cell('here')}</w:tr>{gone}</w:tbl>"))
    assert content.words(document) == "kept here"
    assert reasons(document) == {"deleted by a tracked change": "gone too"}


def test_a_page_break_within_a_paragraph_parts_the_words() -> None:
    document = parse(word('<w:p><w:r><w:t>one</w:t><w:br w:type="page"/><w:t>two</w:t></w:r></w:p>'))
    assert content.words(document) == "one two"


def test_a_file_made_by_python_docx(tmp_path: Path) -> None:
    import docx

    made = docx.Document()
    made.add_heading("Report", 0)
    made.add_heading("One", 1)
    paragraph = made.add_paragraph("over ")
    paragraph.add_run("1,100").bold = True
    made.add_paragraph("first", "List Number")
    made.add_paragraph("second", "List Number")
    made.add_paragraph("dot", "List Bullet")
    made.save(str(tmp_path / "x.docx"))
    document = parse((tmp_path / "x.docx").read_bytes())
    assert content.headings(document) == [(0, "Report"), (1, "One")]
    kinds = [(block.style, len(block.items)) for block in content.blocks(document) if isinstance(block, List)]
    assert kinds == [("decimal", 2), ("bullet", 1)]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "document-damaged"),
        (b"PK\x03\x04 broken", "document-damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "document-old"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "document-encrypted"),
        (zipped({"a.txt": "x"}), "document-damaged"),
        (zipped({"xl/workbook.xml": "<w/>"}), "document-no-text"),
        (zipped({"mimetype": "x", "content.xml": "<w/>"}), "document-no-text"),
        (zipped({"word/document.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}), "document-refused"),
        (zipped({"word/document.xml": "<a>" * 250 + "</a>" * 250}), "document-refused"),
        (zipped({"word/document.xml": " " * 5_000_000}), "document-refused"),
        (zipped({f"p{count}": "" for count in range(2_100)}), "document-refused"),
        (zipped({"word/document.xml": "no xml"}), "document-damaged"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, rule: str) -> None:
    with pytest.raises(PressroomError) as caught:
        read(data, "x.docx", ReaderSettings())
    assert caught.value.diagnostic.rule == rule
    assert caught.value.diagnostic.cure


def test_broken_xml_is_mended_and_told() -> None:
    broken = f"<w:document xmlns:w='{_W}'><w:body>{p('kept')}<w:p>"
    document = parse(zipped({"word/document.xml": broken}))
    assert content.words(document) == "kept"
    assert [entry.rule for entry in document.diagnostics] == ["document-damaged"]


def test_the_corpus_and_its_mutations_raise_nothing_else() -> None:
    files = sorted(CORPUS.glob("*.docx"))
    if not files:
        pytest.skip("the corpus of Word files is not beside the repository")
    for file in files:
        parse(file.read_bytes())
    rng = random.Random(7)  # a fixed seed: the same mutations in every run
    for _ in range(600):
        data = bytearray(rng.choice(files).read_bytes())
        for _ in range(rng.choice((1, 4, 40))):
            data[rng.randrange(len(data))] = rng.randrange(256)
        with contextlib.suppress(PressroomError):
            read_again(bytes(data))


def read_again(data: bytes) -> None:
    """Read; a fault that nobody foresaw is no PressroomError here."""
    try:
        parse(data)
    except PressroomError as error:
        if error.diagnostic.rule == "source-unreadable" or not error.diagnostic.cure:
            raise AssertionError(str(error)) from error
        raise
