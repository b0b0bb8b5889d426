# ruff: noqa: E501 - markup reads better unbroken
"""Pages of Word, Outlook and Google Docs."""

from __future__ import annotations

import pytest

from pressroom.model.document import List, Paragraph
from pressroom.model.inline import words
from tests.readers import content
from tests.readers.html.reading import parse


def shape(block: List) -> list[object]:
    """A list as its style, where it starts, and its items, each with the lists within."""
    items: list[object] = []
    for item in block.items:
        items.append(words(item.blocks[0].inlines))
        items += [shape(inner) for inner in item.blocks if isinstance(inner, List)]
    return [block.style, block.start, *items]


def item(level: int, marker: str, text: str, series: str = "l0") -> str:
    mark = f'<![if !supportLists]><span style="font-family:Symbol"><span style="mso-list:Ignore">{marker}<span style="font:7.0pt">&nbsp;&nbsp; </span></span></span><![endif]>'
    return f'<p class=MsoListParagraph style="text-indent:-18pt;mso-list:{series} level{level} lfo1">{mark}{text}<o:p></o:p></p>\n'


LISTS = [
    (
        item(1, "·", "a") + item(2, "o", "b") + item(1, "·", "c"),
        [["bullet", 1, "a", ["bullet", 1, "b"], "c"]],
    ),
    (
        item(1, "3.", "a") + item(2, "(b)", "b") + item(3, "iv)", "c") + item(1, "4.", "d"),
        [["decimal", 3, "a", ["lower-alpha", 2, "b", ["lower-roman", 4, "c"]], "d"]],
    ),
    (
        item(1, "1.", "a") + "<p class=MsoNormal>between</p>" + item(1, "2.", "b"),
        [["decimal", 1, "a"], ["decimal", 2, "b"]],
    ),
    (item(1, "§", "a") + item(1, "1.", "b"), [["bullet", 1, "a"], ["decimal", 1, "b"]]),
]


@pytest.mark.parametrize(("markup", "shapes"), LISTS)
def test_paragraphs_that_word_marks_as_items_are_lists(markup: str, shapes: list[object]) -> None:
    document = parse(
        f"<html><body><div class=WordSection1><p class=MsoNormal>Text.</p>{markup}</div></body></html>"
    )
    assert [shape(block) for block in document.blocks if isinstance(block, List)] == shapes


def test_titles_notes_and_headings_of_word() -> None:
    document = parse(
        "<body><p class=MsoTitle>The quays</p><p class=MsoSubtitle>What they cost</p>"
        '<h1><span>2.<span style="font:7.0pt">&nbsp;&nbsp; </span></span>Costs</h1>'
        '<p class=MsoNormal>Two boats<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>.</p><p class=MsoNormal>&nbsp;</p>'
        '<div style="mso-element:footnote-list"><hr><div style="mso-element:footnote" id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Of wood.</p></div></div></body>'
    )
    assert content.headings(document) == [(0, "The quays"), (1, "2. Costs")]
    assert [block.role for block in document.blocks] == ["standfirst"]
    assert content.words(document) == "The quays What they cost 2. Costs Two boats. Of wood."
    assert [note.label for note in document.footnotes] == ["1"]
    assert [type(block) for block in document.footnotes[0].blocks] == [Paragraph]  # without the line over it
    assert len(document.sections[0].blocks) == 1


def test_comments_of_word_are_left_out() -> None:
    document = parse(
        "<p class=MsoNormal>The quay<a class=msocomanchor id=_anchor_1 href='#_msocom_1' name=_msoanchor_1>[AR1]</a> costs 4.</p>"
        "<div style='mso-element:comment-list'><div style='mso-element:comment'><div id=_com_1 class=msocomtxt><a name=_msocom_1></a><p class=MsoCommentText>Is it so?</p></div></div></div>"
    )
    assert content.words(document) == "The quay costs 4."
    assert [left.reason for left in document.left_out] == ["comment"]


def docs(body: str, sheet: str = "") -> str:
    return f"<html><head><style>{sheet}</style></head><body class='c9 doc-content'>{body}</body></html>"


def test_lists_of_google_docs_nest_and_go_on() -> None:
    def part(kind: str, depth: int, text: str, start: str = "") -> str:
        return f"<{kind} class='c3 lst-kix_ab1-{depth} start' {start}><li class='li-bullet-0'><span>{text}</span></li></{kind}>"

    document = parse(
        docs(
            part("ul", 0, "a")
            + part("ul", 1, "b")
            + part("ul", 2, "c")
            + part("ul", 1, "d")
            + part("ul", 0, "e")
            + "<p>x</p>"
            + part("ol", 0, "f", "start=6")
        )
    )
    assert [shape(block) for block in document.blocks if isinstance(block, List)] == [
        ["bullet", 1, "a", ["bullet", 1, "b", ["bullet", 1, "c"], "d"], "e"],
        ["decimal", 6, "f"],
    ]


def test_titles_comments_notes_and_looks_of_google_docs() -> None:
    sheet = "@import url(x);.c1{font-weight:700}.c2{font-style:italic;color:#000}.c5{display:none}@media print{.c6{display:none}}"
    document = parse(
        docs(
            "<p class='c8 title' id='h.1'><span>The quays</span></p><p class='c8 subtitle'><span>A plan</span></p>"
            "<p><span class=c1>What it costs</span></p><p><span>It is </span><span class=c2>cheap</span><span class=c5>secret</span><span class=c6>, really</span>"
            "<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup><sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup>.</p><hr>"
            "<div><p><a href='#ftnt_ref1' id='ftnt1'>[1]</a><span>&nbsp;Of wood.</span></p></div>"
            "<div class=c4><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a><span>Is it so?</span></p><p><span>And why?</span></p></div>",
            sheet,
        )
    )
    assert content.headings(document) == [(0, "The quays"), (1, "What it costs")]
    assert content.words(document) == "The quays A plan What it costs It is cheap, really. Of wood."
    assert {left.reason for left in document.left_out} == {"comment", "hidden text"}
    left = " ".join(document.text[each.span.start : each.span.end] for each in document.left_out)
    assert "Is it so?And why?" in left


def test_classes_that_would_hide_the_whole_page_hide_nothing() -> None:
    document = parse(
        "<style>.js{display:none}</style><div class=js><p>The words of the page, all of them.</p></div><p>End.</p>"
    )
    assert content.words(document) == "The words of the page, all of them. End."


def test_bold_that_says_it_is_none_is_none() -> None:
    document = parse(
        "<b style='font-weight:normal' id=docs-internal-guid-1><p>Words <span style='font-weight:700'>in bold</span>.</p></b><b style='font-weight:normal'>More.</b>"
    )
    assert document.blocks[0].inlines[1].children[0].value == "in bold"
    assert content.words(document) == "Words in bold. More."
    assert [type(inline).__name__ for inline in document.blocks[1].inlines] == ["Text"]
