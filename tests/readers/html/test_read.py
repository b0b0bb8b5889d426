# ruff: noqa: E501 - markup reads better unbroken
"""Web pages: their blocks, metadata and notes."""

# ruff: noqa: E501 - markup reads better unbroken
from __future__ import annotations

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.model.document import (
    Callout,
    CodeBlock,
    DefinitionList,
    Document,
    Image,
    List,
    Paragraph,
    Quote,
)
from pressroom.model.inline import FootnoteRef, Link, Superscript, Text
from pressroom.model.inline import words as inline_words
from tests.readers import content
from tests.readers.html.reading import parse
from tests.readers.packages import png


def inlines(document: Document, kind: type) -> list[object]:
    return [entry for stretch in content.stretches(document) for entry in stretch if isinstance(entry, kind)]


def test_headings_lists_quotes_and_code() -> None:
    document = parse(
        "<h1>T</h1><p>a <b>b</b>\n c</p><h2 id=x>S</h2><ol start=3 type=a><li>one<li><p>two</p><ul><li>in</ul></ol>"
        "<blockquote><p>Said.</p><p>— A. Roe</p></blockquote><pre class='language-py'>x\n  y</pre>"
        "<dl><dt>Term<dd>What</dl><div class='callout warning'>Mind</div>"
    )
    assert content.headings(document) == [(0, "T"), (1, "S")]
    assert document.sections[0].id == "x"
    listed, quote, code, terms, callout = document.sections[0].blocks
    assert isinstance(listed, List)
    assert (listed.style, listed.start, len(listed.items)) == ("lower-alpha", 3, 2)
    assert isinstance(quote, Quote)
    assert inline_words(quote.attribution) == "A. Roe"
    assert isinstance(code, CodeBlock)
    assert (code.text, code.language) == ("x\n  y", "py")
    assert isinstance(terms, DefinitionList)
    assert isinstance(callout, Callout)
    assert callout.kind == "warning"
    assert content.words(document).startswith("T a b c S")


def test_pictures() -> None:
    data = base64.b64encode(png()).decode()
    document = parse(
        f'<figure><img src="data:image/png;base64,{data}" alt="A map"><figcaption>Fig. 1: The map</figcaption></figure>'
        '<p><img src="x_files/a.jpg" alt="b"></p><p><img src="http://127.0.0.1/c.png" alt="far away"></p>'
        '<img src="t.gif" width=1 height=1><p><img src="data:image/png;base64,AAAA" alt="broken"></p>'
    )
    first, second = [block for block in document.blocks if isinstance(block, Image)]
    assert (first.src, first.alt, inline_words(first.caption)) == ("picture-1.png", "A map", "The map")
    assert document.assets[0].data == png()
    assert second.src == "x_files/a.jpg"
    assert "far away" in content.words(document)
    assert [entry.rule for entry in document.diagnostics] == ["picture-dropped", "picture-dropped"]


def test_blocks_in_a_heading_stand_beside_it() -> None:
    document = parse(
        "<h1>T</h1><h2><div><img src='x_files/a.jpg' alt=b></div>Aims<pre>x = 1</pre></h2><p>Words.</p>"
    )
    assert [type(block) for block in document.blocks] == [Image]
    assert content.headings(document) == [(0, "T"), (1, "Aims")]
    assert [type(block) for block in document.sections[0].blocks] == [CodeBlock, Paragraph]


def test_raised_letters_are_raised_unless_they_call_a_note() -> None:
    document = parse(
        "<p>12 m<sup>2</sup><sup><a href='#fn1'>1</a></sup> and m<sup>3<a href='#fn1'>1</a></sup></p>"
        "<section class=footnotes><ol><li id=fn1>By hand.</ol></section>"
    )
    raised = inlines(document, Superscript)
    assert [inline_words(entry.children) for entry in raised] == ["2", "3"]
    (paragraph,) = document.blocks
    assert [type(entry) for entry in paragraph.inlines[:3]] == [Text, Superscript, FootnoteRef]


def test_what_is_dangerous_is_dropped() -> None:
    document = parse(
        "<p onclick=a()>a<script>b()</script><style>c{}</style><a href='java&#9;script:alert(1)'>d</a>"
        "<a href=' https://x.org/ '>e</a><iframe src=f></iframe><span style='display: none'>g</span></p><p hidden>h</p>"
    )
    assert content.words(document) == "ade"
    assert [link.href for link in inlines(document, Link)] == ["https://x.org/"]
    assert sorted(document.text[left.span.start : left.span.end] for left in document.left_out) == ["g", "h"]


def test_metadata_and_notes() -> None:
    document = parse(
        "<html lang=de><head><meta name=author content='A. Roe'><meta property='article:published_time'"
        " content='2024-05-03T10:00'><meta name=keywords content='bridges, , toll roads'><title>From the head</title></head><body><p>Word<sup><a href='#n1'>1</a></sup>"
        " and <a href='#gone'>link</a></p><ol><li id=n1>The note <a href='#fnref1'>↩</a></li></ol></body></html>"
    )
    assert (document.metadata.author, document.metadata.date, document.metadata.lang) == (
        ("A. Roe",),
        "2024-05-03",
        "de",
    )
    assert document.metadata.keywords == ("bridges", "toll roads")
    assert content.headings(document) == [(0, "From the head")]
    assert [call.label for call in inlines(document, FootnoteRef)] == ["1"]
    assert content.words(document) == "From the head Word and link The note"


PIECES = (
    *(
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<ul>",
        "<li>",
        "</ul>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
    ),
    *(
        "<h1>",
        "</h1>",
        "<h3>",
        "<a href='#x'>",
        "</a>",
        "<br>",
        "<pre>",
        "</pre>",
        "<blockquote>",
        "</blockquote>",
    ),
    *(
        "a",
        "Word ",
        "12 ",
        "&amp;",
        "\n",
        " ",
        "<img alt=z>",
        "<sup>",
        "<dl>",
        "<dt>",
        "<dd>",
        "<figure>",
        "<!--",
        "-->",
    ),
    *(
        "<td colspan=3>",
        "<li id=x>",
        "<h2 id=x>",
        "<caption>",
        "<th rowspan=0>",
        "<figcaption>",
        "<q>",
        "<hr>",
    ),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_piece_of_html_is_read(html: str) -> None:
    parse(html)


@pytest.mark.parametrize(
    "markup",
    [
        "<blockquote><p>It works.</p><footer>— A. Roe, mayor</footer></blockquote>",
        "<blockquote><p>It works.</p><footer>A. Roe, <cite>mayor</cite></footer>\n</blockquote>",
        "<blockquote><p>It works.</p><cite>– A. Roe, mayor</cite></blockquote>",
        "<figure><blockquote><p>It works.</p></blockquote><figcaption>— A. Roe, mayor</figcaption></figure>",
    ],
)
def test_a_quotation_says_who_is_quoted(markup: str) -> None:
    document = parse(f"<p>The mayor was glad.</p>{markup}")
    (quote,) = [block for block in document.blocks if isinstance(block, Quote)]
    assert inline_words(quote.attribution) == "A. Roe, mayor"
    assert len(quote.blocks) == 1
    assert document.left_out == ()


@pytest.mark.parametrize(
    ("markup", "starts"),
    [
        ("<ol><li value=5>a<li>b</ol>", [(5, 2)]),
        ("<ol start=2><li>a<li value=7>b<li>c</ol>", [(2, 1), (7, 2)]),
        ("<ol reversed><li>a<li>b<li>c</ol>", [(3, 1), (2, 1), (1, 1)]),
        ("<ul><li value=5>a<li>b</ul>", [(1, 2)]),
    ],
)
def test_items_keep_the_numbers_that_the_page_gives_them(markup: str, starts: list[tuple[int, int]]) -> None:
    found = [block for block in parse(markup).blocks if isinstance(block, List)]
    assert [(block.start, len(block.items)) for block in found] == starts


def test_a_heading_in_a_button_is_one() -> None:
    document = parse("<h2><button>What it costs</button></h2><p>Four.</p><button>Send</button>")
    assert content.words(document) == "What it costs Four."
    assert "Send" not in content.words(document)
