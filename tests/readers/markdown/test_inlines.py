"""Running text: links, formulas, pictures, notes."""

from __future__ import annotations

import pytest

from pressroom.model.inline import Code, FootnoteRef, InlineImage, Link, Math
from pressroom.model.inline import words as inline_words
from tests.readers import content
from tests.readers.markdown.reading import content_inlines, parse


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


def test_an_inline_picture() -> None:
    document = parse("An ![icon](i.png) here")
    assert any(
        isinstance(inline, InlineImage) and inline.src == "i.png" for inline in content_inlines(document)
    )


@pytest.mark.parametrize(
    ("text", "shown", "title"),
    [
        ("See <https://x.org/a> there.", "https://x.org/a", ""),
        ('See <a href="https://x.org/a">this</a> there.', "this", ""),
        ('See <a href="https://x.org/a" title="Why">this</a> there.', "this", "Why"),
        ('See [this](https://x.org/a "Why") there.', "this", "Why"),
    ],
)
def test_a_link_has_its_words_in_their_place_and_the_title_that_is_given(
    text: str, shown: str, title: str
) -> None:
    document = parse(text)
    (link,) = [inline for inline in content_inlines(document) if isinstance(inline, Link)]
    assert (link.href, link.title, inline_words(link.children)) == ("https://x.org/a", title, shown)
    (words,) = link.children
    assert words.start == text.index(shown)
