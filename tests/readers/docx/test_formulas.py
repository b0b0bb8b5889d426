"""Formulas in a line of text."""

from __future__ import annotations

import pytest

from tests.readers import content
from tests.readers.docx.reading import parse, r
from tests.readers.packages import word

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
