from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pressroom.errors import PressroomError
from pressroom.model.document import (
    Callout,
    CodeBlock,
    DefinitionList,
    Divider,
    Document,
    Image,
    List,
    MathBlock,
    Paragraph,
    Quote,
    Table,
)
from pressroom.model.inline import Code, FootnoteRef, InlineImage, Link, Math, Strong, Text
from pressroom.model.inline import words as inline_words
from pressroom.readers import ReaderSettings, read
from pressroom.readers.markdown.read import LONGEST_LINE, MOST_LINES
from tests.readers import content

SPEC = Path(__file__).parents[3] / "shared/benchmarks/corpora/commonmark/spec.txt"


def parse(text: str, **given_settings: object) -> Document:
    return read(text.encode(), "x.md", ReaderSettings(**given_settings))


def only(document: Document) -> object:
    (block,) = document.blocks
    return block


def test_title_sections_and_ids() -> None:
    document = parse("# Report\n\nLead.\n\n## Aims {#our-aims}\n\ntext\n\n### Deep\n\n## Aims\n")
    assert content.headings(document) == [(0, "Report"), (1, "Aims"), (2, "Deep"), (1, "Aims")]
    assert [section.id for section in document.walk()] == ["our-aims", "deep", "aims"]
    assert document.title is not None
    assert document.text[document.title.span.start : document.title.span.end] == "# Report"


def test_every_character_knows_its_place() -> None:
    text = (
        "Some *text* with over **1,100** men &amp;\nmore; `co de`, [a link](http://a.b 'x') \\* <b>x</b>.\n"
    )
    document = parse(text)
    assert content.misplaced(document) == []
    paragraph = only(document)
    assert isinstance(paragraph, Paragraph)
    strong = next(inline for inline in paragraph.inlines if isinstance(inline, Strong))
    (number,) = strong.children
    assert isinstance(number, Text)
    assert (number.value, number.start) == ("1,100", text.index("1,100"))


def test_places_within_quotations_and_lists() -> None:
    text = "> quoted 12\n> and 13\n\n1. item 14\n   and 15\n\n   > deep 16\n"
    document = parse(text)
    starts = {
        word: leaf.start + leaf.value.index(word)
        for inlines in content.stretches(document)
        for leaf in content.leaves(inlines)
        if isinstance(leaf, Text) and leaf.start is not None
        for word in ("12", "13", "14", "15", "16")
        if word in leaf.value
    }
    assert starts == {word: text.index(word) for word in ("12", "13", "14", "15", "16")}


def test_front_matter_becomes_metadata_and_settings() -> None:
    document = parse(
        "---\ntitle: The title\nauthor: [A. Roe, B. Doe]\ndate: 2024-05-03\nlang: en-GB\nkeywords: x, y\n"
        "template: letter\nnested: {a: [1, 2]}\n---\n\n# The title\n\ntext\n"
    )
    metadata = document.metadata
    assert (metadata.author, metadata.date, metadata.lang) == (("A. Roe", "B. Doe"), "2024-05-03", "en-GB")
    assert metadata.keywords == ("x", "y")
    settings_given = dict(metadata.settings)
    assert settings_given["template"] == "letter"
    assert settings_given["nested"] == {"a": [1, 2]}
    assert [left.reason for left in document.left_out] == ["front matter"]
    assert content.headings(document) == [(0, "The title")]


def test_a_title_in_the_front_matter_alone() -> None:
    document = parse("---\ntitle: From above\ndate: 3 May 2024\n---\n\n# One\n\n# Two\n")
    assert content.headings(document) == [(0, "From above"), (1, "One"), (1, "Two")]
    assert document.metadata.date_text == "3 May 2024"
    assert document.title is not None
    assert document.text[document.title.span.start :].startswith("From above")


@pytest.mark.parametrize("text", ["---\nFoo\n---\n", "---\n\n---\n", "--- \n* a\n---\n"])
def test_lines_and_headings_are_no_front_matter(text: str) -> None:
    document = parse(text)
    assert not document.metadata.settings
    assert "front matter" not in [left.reason for left in document.left_out]


@pytest.mark.parametrize(
    ("yaml", "line"),
    [
        ("marking: DRAFT\na: [1,\nb: 2", 3),
        ("a: &x 1\nb: *x", 3),
        ("a: !!python/object:os.system x", 2),
        ("a: 1\ndate: 2026-02-31", 3),
    ],
)
def test_no_report_goes_out_without_the_settings_of_a_bad_front_matter(yaml: str, line: int) -> None:
    with pytest.raises(PressroomError) as raised:
        parse(f"---\n{yaml}\n---\n\ntext\n")
    assert raised.value.diagnostic.rule == "front-matter"
    assert raised.value.diagnostic.where.endswith(f":{line}")


def test_table_with_places_alignment_and_a_cell_too_many() -> None:
    text = "| a | b |\n|:--|--:|\n| 1 \\| 2 | *3* | 44 |\n| 5 |\n"
    document = parse(text)
    table = only(document)
    assert isinstance(table, Table)
    assert table.align == ("left", "right")
    assert [[inline_words(cell.inlines) for cell in row.cells] for row in table.body] == [
        ["1 | 2", "3", "44"],
        ["5", ""],
    ]
    assert [text[cell.span.start : cell.span.end] for cell in table.body[0].cells] == ["1 \\| 2", "*3*", "44"]
    assert [diagnostic.rule for diagnostic in document.diagnostics] == ["table-row-too-long"]
    assert content.misplaced(document) == []


def test_a_table_in_a_quotation_keeps_its_places() -> None:
    text = "> a | b\n> --|--\n> 17 | 18\n"
    document = parse(text)
    assert content.misplaced(document) == []
    quote = only(document)
    assert isinstance(quote, Quote)
    table = quote.blocks[0]
    assert isinstance(table, Table)
    assert [text[cell.span.start : cell.span.end] for cell in table.body[0].cells] == ["17", "18"]


def test_footnotes_called_uncalled_and_in_the_line() -> None:
    text = "One[^a] two^[an *inner* note] three[^a].\n\n[^a]: First\n    goes on.\n\n[^b]: Never called.\n"
    document = parse(text)
    calls = [inline.label for inline in content_inlines(document) if isinstance(inline, FootnoteRef)]
    notes = {note.label: inline_words(note.blocks[0].inlines) for note in document.footnotes}
    assert notes[calls[0]] == "First goes on."
    assert calls[0] == calls[2]
    assert notes[calls[1]] == "an inner note"
    assert "Never called." in notes.values()
    assert content.misplaced(document) == []


def content_inlines(document: Document) -> list[object]:
    return [inline for inlines in content.stretches(document) for inline in inlines]


def test_lists() -> None:
    document = parse("3) three\n4) four\n   - [x] done\n   - [ ] open\n")
    outer = only(document)
    assert isinstance(outer, List)
    assert (outer.style, outer.start, [item.marker for item in outer.items]) == ("decimal", 3, ["3)", "4)"])
    inner = outer.items[1].blocks[1]
    assert isinstance(inner, List)
    assert [item.checked for item in inner.items] == [True, False]


@pytest.mark.parametrize(
    ("text", "kind", "title", "inner"),
    [
        ("> [!WARNING]\n> Mind this.\n", "warning", "", "Mind this."),
        ("> [!tip] Handy\n> Mind *this*\n> too.\n", "tip", "Handy", "Mind this too."),
        ('!!! note "Read me"\n    Mind this.\n', "note", "Read me", "Mind this."),
        ("::: danger Look out\nMind this.\n:::\n", "caution", "Look out", "Mind this."),
    ],
)
def test_callouts(text: str, kind: str, title: str, inner: str) -> None:
    document = parse(text)
    callout = only(document)
    assert isinstance(callout, Callout)
    assert (callout.kind, inline_words(callout.title)) == (kind, title)
    assert inline_words(callout.blocks[0].inlines) == inner
    assert content.misplaced(document) == []


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("> Words.\n>\n> — A. Person\n", "A. Person"),
        ("> Words\n> -- A. Person, *Daily*\n", "A. Person, Daily"),
        ("> — A. Person\n", ""),
    ],
)
def test_attributions(text: str, by: str) -> None:
    quote = only(parse(text))
    assert isinstance(quote, Quote)
    assert inline_words(quote.attribution) == by


def test_other_blocks() -> None:
    document = parse(
        "```chart bar x\na: 1\n```\n\n    plain\n\n* * *\n\n$$\nx^2\n$$\n\nTerm\n: What it is\n\n"
        '![Alt *text*](p.png "A caption")\n'
    )
    code, plain, divider, math, terms, image = document.blocks
    assert code == CodeBlock("a: 1", code.span, "chart", "bar x")
    assert isinstance(plain, CodeBlock)
    assert isinstance(divider, Divider)
    assert isinstance(math, MathBlock)
    assert math.tex == "x^2"
    assert isinstance(terms, DefinitionList)
    assert inline_words(terms.items[0].term) == "Term"
    assert isinstance(image, Image)
    assert (image.src, image.alt, inline_words(image.caption)) == ("p.png", "Alt text", "A caption")
    assert content.uncovered(document) == ""


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        ("It cost $5 million and C$6 million.", []),
        ("From $5 to $7 a head, or $3/kg (US$4/kg).", []),
        ("Energy is $E = mc^2$ here, and $x$ too.", ["E = mc^2", "x"]),
        ("Costs $20,000 and €30,000$ too.", []),
        ("A \\$x$ b", []),
    ],
)
def test_dollars_are_money_unless_they_are_formulas(text: str, formulas: list[str]) -> None:
    document = parse(text)
    found = [inline.tex for inline in content_inlines(document) if isinstance(inline, Math)]
    assert found == formulas
    if not formulas:
        assert content.words(document) == text.replace("\\", "")


def test_only_safe_links_stay_links() -> None:
    document = parse("[a](http://x.org) [b](javascript:alert(1)) [c](other.md) [d](mailto:a@b.c) [e](#place)")
    links = [inline.href for inline in content_inlines(document) if isinstance(inline, Link)]
    assert links == ["http://x.org", "mailto:a@b.c", "#place"]
    assert content.words(document) == "a b c d e"
    (note,) = [entry for entry in document.diagnostics if entry.rule == "link-dropped"]
    assert "other.md" in note.message


def test_html_in_the_line() -> None:
    document = parse(
        "x<sub>2</sub> <kbd>Ctrl</kbd> <span onclick=x>y</span><!-- gone --><script>bad()</script>z<br>w"
    )
    assert content.words(document) == "x2 Ctrl yz w"
    assert [left.reason for left in document.left_out] == ["comment", "script"]
    assert any(isinstance(inline, Code) and inline.value == "Ctrl" for inline in content_inlines(document))


def test_html_between_paragraphs() -> None:
    text = '<div a="b">\n  <b>Hello</b> there 12\n</div>\n\n<!-- note\nto self -->\n\n> <p>\n> inner 13\n'
    document = parse(text)
    assert content.words(document) == "Hello there 12 inner 13"
    assert content.misplaced(document) == []
    assert [left.reason for left in document.left_out] == ["comment"]


def test_an_inline_picture() -> None:
    document = parse("An ![icon](i.png) here")
    assert any(
        isinstance(inline, InlineImage) and inline.src == "i.png" for inline in content_inlines(document)
    )


def test_definitions_of_links_are_left_out_with_their_reason() -> None:
    document = parse("[a]\n\n[a]: http://x.org\n  'title'\n")
    assert {left.reason for left in document.left_out} == {"definition of a link"}
    assert content.uncovered(document) == ""


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends(end: str) -> None:
    text = end.join(
        ["---", "lang: de", "---", "# T", "", "One", "two 12", "", "| a |", "|---|", "| 13 |", ""]
    )
    document = read(text.encode(), "x.md", ReaderSettings())
    assert content.headings(document) == [(0, "T")]
    assert content.words(document) == "T One two 12 a 13"
    assert content.misplaced(document) == []
    assert document.metadata.lang == "de"


def test_a_lone_carriage_return_moves_no_line() -> None:
    document = parse("a\rb\n\n# T 12\n\nc 13\n")
    assert content.misplaced(document) == []
    assert document.blocks[0].span.line_start == 1


def test_the_settings_overrule_the_headings() -> None:
    text = "# One\n\ntext\n\n# Two\n\n## 3. Three\n\nFour\n\nlast\n"
    document = parse(text, not_headings=("two",), headings=("Four",), levels=((7, 1),))
    assert content.headings(document) == [(1, "One"), (1, "3. Three"), (1, "Four")]


HOSTILE = {
    "nested strong": "*a **a " * 2000 + "b" + " a** a*" * 2000,
    "closers": "a_ " * 3000,
    "openers": "_a " * 3000,
    "link closers": "a] " * 3000,
    "link openers": "[a " * 3000,
    "mismatched": "*a_ " * 3000,
    "openers and closers": "a**b" + "c* " * 3000,
    "brackets": "[" * 3000 + "a" + "]" * 3000,
    "pattern": "[ (](" * 2000,
    "quotes": "> " * 5000 + "a",
    "quotes line by line": "".join(">" * depth + " a\n" for depth in range(1, 300)),
    "lists": "".join(" " * (2 * depth) + "- a\n" for depth in range(300)),
    "backticks": "".join("e" + "`" * count for count in range(150)),
    "unclosed links": "[a](<b" * 2000,
    "comments": "</" + "<!--" * 3000,
    "notes": "^[" * 2000,
    "formulas": "$a" * 3000,
    "attributes": "`a`{" * 3000,
    "containers": "::: note\n" * 1000,
    "many lines": "word\n" * (MOST_LINES + 10),
    "one line": "word " * 200_000,
    "one paragraph": "*word\n" * 8000,
    "one character": "*" * 300_000,
}


@pytest.mark.timeout(30)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_end_soon_and_lose_nothing(name: str) -> None:
    text = HOSTILE[name]
    document = parse(text)
    assert content.uncovered(document) == ""
    assert content.misplaced(document) == []


def test_what_is_too_heavy_is_read_as_plain_text_and_told() -> None:
    for text in ("> " * 5000 + "a", "w " * LONGEST_LINE):
        document = parse(text)
        assert "markdown-too-heavy" in [diagnostic.rule for diagnostic in document.diagnostics]
        assert content.words(document).split()[-1] in ("a", "w")


PIECES = (
    *(
        "# ",
        "> ",
        "- ",
        "1. ",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "[",
        "](",
        ")",
        "![",
    ),
    *(
        "|",
        "|---|\n",
        "---\n",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "&amp;",
        "\\",
        "[^1]",
        "[^1]: ",
        ": ",
        "$",
        "~~",
    ),
    *("^[", "a", "Word ", "12 ", "é", "{#x}", "::: note\n", "!!! tip\n", "\r\n", "<div>\n", "[x]: u\n", "\r"),
    "$$\n",
)
MARKUP = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@settings(max_examples=400, deadline=None)
@given(MARKUP)
@example("[^1]: ```\n")
@example("<!--&amp;\r|---|\n--># ")
def test_nothing_is_lost_and_nothing_is_misplaced(text: str) -> None:
    document = parse(text)
    assert content.misplaced(document) == []
    assert content.uncovered(document) == ""


def test_the_examples_of_the_specification() -> None:
    if not SPEC.exists():
        pytest.skip("the CommonMark specification is not beside the repository")
    pattern = re.compile(r"^`{32} example\n(.*?)\n?^\.\n(.*?)^`{32}$", re.DOTALL | re.MULTILINE)
    examples = [
        (found[1].replace("→", "\t"), found[2].replace("→", "\t"))
        for found in pattern.finditer(SPEC.read_text(encoding="utf-8"))
    ]
    wrong = [
        source
        for source, html in examples
        if content.words(parse(source), captions=False) != visible(html)
        and not re.search(r"<[a-zA-Z!?/]", source)
    ]
    assert len(examples) > 600
    assert wrong == []


def visible(html: str) -> str:
    """The text content of the specification's HTML."""
    html = re.sub(r"</?(?:p|h\d|li|ul|ol|blockquote|pre|div|td|tr|table|hr|br)\b[^>]*>", " ", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())
