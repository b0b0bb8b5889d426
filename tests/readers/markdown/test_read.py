"""Markdown: titles, sections, and what is too heavy."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pressroom.readers.markdown.read import LONGEST_LINE, MOST_LINES
from pressroom.readers.markdown.tornmarks import close_torn_marks
from tests.readers import content
from tests.readers.markdown.reading import parse
from tests.shared import CORPORA

SPEC = CORPORA / "commonmark" / "spec.txt"


def test_title_sections_and_ids() -> None:
    document = parse("# Report\n\nLead.\n\n## Aims {#our-aims}\n\ntext\n\n### Deep\n\n## Aims\n")
    assert content.headings(document) == [(0, "Report"), (1, "Aims"), (2, "Deep"), (1, "Aims")]
    assert [section.id for section in document.walk()] == ["our-aims", "deep", "aims"]
    assert document.title is not None
    assert document.text[document.title.span.start : document.title.span.end] == "# Report"


def test_definitions_of_links_are_left_out_with_their_reason() -> None:
    document = parse("[a]\n\n[a]: http://x.org\n  'title'\n")
    assert {left.reason for left in document.left_out} == {"definition of a link"}
    assert content.uncovered(document) == ""


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
@example(": 1. \n|---|\n|---|\n")
@example("<div>\n<b>*<!--")
@example("<div>\né<!---->Word ")
@example("<div>\na</b>12 12 ")
@example("<div>\n12 [^1]<b>*<div>\n")
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


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("**Of quays**\n\n### Costs\n\nText.\n\n### Gains\n\nText.\n", "Of quays"),
        ("**Harbour News**\n\n# Of quays\n\nText.\n\n## Costs\n\nText.\n", None),
    ],
)
def test_a_bold_line_over_lower_headings_is_the_title(text, title):
    document = parse(text)
    assert (document.title and document.title.text) == title


def test_bold_lines_over_text_are_headings_below_the_marked_ones():
    text = "# Pay\n\nTwo parts.\n\n**HIGHER PAY  \n**  \nCrews get more.\n\n**New posts**\n\nThere are 200.\n"
    assert content.headings(parse(text)) == [(0, "Pay"), (1, "HIGHER PAY"), (1, "New posts")]
    assert "*" not in content.words(parse(text))


@pytest.mark.parametrize("mark", ["**", "__"])
@pytest.mark.parametrize(
    "torn",
    [
        "{0}MORE PAY  \n{0}",
        "{0}MORE PAY\n{0}",
        "{0}MORE PAY\\\n{0}",
        "{0}MORE PAY<br>\n{0}  ",
        "{0}MORE PAY<br>{0}",
    ],
)
def test_a_break_within_the_marks_of_a_bold_line_leaves_it_a_heading(mark, torn):
    torn = torn.format(mark)
    text = f"# Pay\n\nTwo parts.\n\n{torn}\nCrews get more.\n\n{torn}\n\nThere are 200.\n"
    document = parse(text)
    assert content.headings(document) == [(0, "Pay"), (1, "MORE PAY"), (1, "MORE PAY")]
    assert not {"*", "_", "\\"} & set(content.words(document))


@pytest.mark.parametrize(
    "torn", ["*WHO PAYS  \n*", "_WHO PAYS\\\n_", "***WHO PAYS\n***", "> **WHO PAYS  \n> **"]
)
def test_marks_torn_by_a_break_are_closed_at_the_end_of_their_line(torn):
    document = parse(f"# Pay\n\nTwo parts.\n\n{torn}\n\nThe county.\n")
    assert "WHO PAYS" in content.words(document)
    assert not {"*", "_", "\\"} & set(content.words(document))


@pytest.mark.parametrize(
    "text", ["2 * 3 * 4\n* 5", "*a note\n*", "**a** and **b\n**", "```\n**code  \n**\n```"]
)
def test_stars_that_are_no_torn_marks_stay_as_they_are(text):
    assert close_torn_marks(text) == text


@given(st.text(alphabet="*_ab \\\n<br>`-", max_size=60))
def test_closing_torn_marks_leaves_every_other_character_in_its_place(text):
    closed = close_torn_marks(text)
    assert len(closed) == len(text)
    pairs = list(zip(text, closed, strict=True))
    assert all(old == new for old, new in pairs if old == "a" or ("\n" in (old, new) and "<" not in text))


@pytest.mark.parametrize(
    "line", ["**Nobody is left behind.**", "**Contact:**", "**Embargoed until 3 June**", "**A** b"]
)
def test_other_bold_lines_are_no_headings(line):
    document = parse(f"# Pay\n\nTwo parts.\n\n{line}\n\nCrews get more.\n\nAnd posts.\n")
    assert content.headings(document) == [(0, "Pay")]
