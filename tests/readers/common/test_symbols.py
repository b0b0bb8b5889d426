"""Letters of symbol fonts."""

from __future__ import annotations

import pytest

from tests.readers import content
from tests.readers.docx.reading import parse, reasons
from tests.readers.packages import word

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
