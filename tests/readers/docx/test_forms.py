# ruff: noqa: E501 - XML reads better unbroken
"""Numbers, boxes, marks and clauses that Word shows by itself."""

from __future__ import annotations

import pytest

from pressroom.model.document import List, Table
from pressroom.model.inline import words
from tests.readers import content
from tests.readers.docx.reading import parse
from tests.readers.packages import NUMBERING, SPACES, STYLES, cell, numbered, p, word


def markers(block: List) -> list[object]:
    found: list[object] = []
    for item in block.items:
        found.append(item.marker)
        found += [markers(inner) for inner in item.blocks if isinstance(inner, List)]
    return found


def test_a_cell_that_is_only_numbered_holds_its_number() -> None:
    rows = "".join(f"<w:tr><w:tc>{numbered('', 1)}</w:tc>{cell(words)}</w:tr>" for words in ("Quay", "Boats"))
    document = parse(word(f"<w:tbl><w:tr>{cell('No.')}{cell('What')}</w:tr>{rows}</w:tbl>"))
    (table,) = [block for block in content.blocks(document) if isinstance(block, Table)]
    shown = [[words(each.inlines) for each in row.cells] for row in (*table.head, *table.body)]
    assert [row[0] for row in shown[1:]] == ["1.", "2."]


def test_an_empty_numbered_paragraph_counts_and_is_not_printed() -> None:
    document = parse(word(numbered("a", 1) + numbered("", 1) + numbered("b", 1)))
    found = [block for block in document.blocks if isinstance(block, List)]
    assert [(block.start, len(block.items)) for block in found] == [(1, 1), (3, 1)]


def box(settings: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{settings}</w:checkBox></w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("settings", "shown"),
    [
        ('<w:default w:val="0"/><w:checked/>', "☒"),
        ('<w:default w:val="1"/>', "☒"),
        ('<w:default w:val="1"/><w:checked w:val="0"/>', "☐"),
        ("<w:sizeAuto/>", "☐"),
    ],
)
def test_a_box_of_a_form_shows_whether_it_is_ticked(settings: str, shown: str) -> None:
    document = parse(
        word(
            f"<w:p><w:r><w:t>Paid: </w:t></w:r>{box(settings)}<w:r><w:t xml:space='preserve'> yes</w:t></w:r></w:p>"
        )
    )
    assert content.words(document) == f"Paid: {shown} yes"


def style(name: str, number: str, based: str = "") -> str:
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{base}<w:pPr><w:numPr>{number}</w:numPr></w:pPr></w:style>'


LEVELS = (
    '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:pStyle w:val="A"/><w:lvlText w:val="§ %1"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:pStyle w:val="B"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="lowerLetter"/><w:pStyle w:val="C"/><w:lvlText w:val="%3)"/></w:lvl>'
)
NUM, LEVEL = '<w:numId w:val="77"/>', '<w:ilvl w:val="{}"/>'
LEGAL = [
    style("A", NUM) + style("B", LEVEL.format(1), "A") + style("C", LEVEL.format(2), "B"),
    style("A", NUM) + style("B", NUM) + style("C", NUM),
    style("A", LEVEL.format(0) + NUM)
    + style("B", LEVEL.format(1) + NUM, "A")
    + style("C", LEVEL.format(2) + NUM, "A"),
]


@pytest.mark.parametrize("styles", LEGAL)
def test_numbering_by_styles_takes_what_they_do_not_say_from_others(styles: str) -> None:
    numbering = NUMBERING.replace(
        "</w:numbering>",
        f'<w:abstractNum w:abstractNumId="77">{LEVELS}</w:abstractNum><w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num></w:numbering>',
    )
    body = p("a", "A") + p("b", "B") + p("c", "B") + p("d", "C") + p("e", "A") + p("f", "B")
    document = parse(
        word(
            body, styles__xml=STYLES.replace("</w:styles>", f"{styles}</w:styles>"), numbering__xml=numbering
        )
    )
    (found,) = [block for block in document.blocks if isinstance(block, List)]
    assert markers(found) == ["§ 1", ["1.1", "1.2", ["a)"]], "§ 2", ["2.1"]]


NOTES = '<w:footnotes {}><w:footnote w:id="2"><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r><w:r><w:t xml:space="preserve"> Of wood.</w:t></w:r></w:p></w:footnote></w:footnotes>'


@pytest.mark.parametrize(
    ("follows", "text", "note"),
    [("1", "The quay stands.", "Of wood."), ("0", "The quay* stands.", "* Of wood.")],
)
def test_a_mark_that_its_author_chose_for_a_note_is_printed_once(follows: str, text: str, note: str) -> None:
    call = f'<w:r><w:footnoteReference w:customMarkFollows="{follows}" w:id="2"/><w:t>*</w:t></w:r>'
    body = (
        f'<w:p><w:r><w:t>The quay</w:t></w:r>{call}<w:r><w:t xml:space="preserve"> stands.</w:t></w:r></w:p>'
    )
    document = parse(word(body, footnotes__xml=NOTES.format(SPACES, "*")))
    assert words(document.blocks[0].inlines) == text
    assert words(document.footnotes[0].blocks[0].inlines) == note


LONG = "The buyer pays within thirty days of the invoice, and interest of two per cent is due for each month after it."


@pytest.mark.parametrize(
    ("text", "sections"),
    [(LONG, 0), (LONG.replace(".", ";"), 0), (LONG.rstrip("."), 1), ("The buyer pays.", 1), ("Costs", 1)],
)
def test_a_whole_sentence_in_an_outlined_style_is_a_clause(text: str, sections: int) -> None:
    body = (
        p("Lease", "Heading1")
        + p("Terms", "Heading2")
        + p(text, "", '<w:outlineLvl w:val="1"/>')
        + p("Body text.")
    )
    document = parse(word(body))
    assert len(content.headings(document)) == 2 + sections
    assert text in content.words(document)


MATH = "<m:oMath><m:r><m:t>{}</m:t></m:r></m:oMath>"
BINOMIAL = '<m:oMath><m:d><m:e><m:f><m:fPr><m:type m:val="noBar"/></m:fPr><m:num><m:r><m:t>n</m:t></m:r></m:num><m:den><m:r><m:t>k</m:t></m:r></m:den></m:f></m:e></m:d></m:oMath>'


def test_formulas_between_paragraphs_are_read_and_warned_of() -> None:
    document = parse(word(f"{p('So:')}<m:oMathPara>{BINOMIAL}</m:oMathPara>"))
    assert content.words(document) == "So: (n¦k)"
    assert [each.rule for each in document.diagnostics] == ["formula-in-line"]


def test_a_formula_that_reads_as_it_is_written_is_no_warning() -> None:
    assert parse(word(f"<w:p>{MATH.format('a+b=4')}</w:p>")).diagnostics == ()
