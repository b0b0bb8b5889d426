"""Formulas are said in words of the report's language."""

import pytest

from pressroom.formulas import say, to_mathml


@pytest.mark.parametrize(
    ("tex", "lang", "words"),
    [
        ("v = at^2", "en", "v equals a t squared"),
        ("v = at^2", "de-AT", "v gleich a t zum Quadrat"),
        ("v = at^2", "fr", "v égale a t au carré"),
        ("v = at^2", "es", "v igual a a t al cuadrado"),
        ("v = at^2", "fi", "v = a t²"),
        (r"\frac{1}{2}", "en", "1 over 2"),
        (r"\frac{a+b}{2}", "en", "the fraction a plus b over 2, end of fraction"),
        (r"\sqrt{x}", "en", "the square root of x, end of root"),
        (r"\sum_{k=0}^{m} k", "en", "the sum from k equals 0 to m of k"),
        (r"\lim_{h \to 0} g", "en", "lim as h to 0 of g"),
        (r"-3 \le x", "en", "minus 3 is at most x"),
        (
            r"\begin{pmatrix} p & q \\ r & s \end{pmatrix}",
            "en",
            "a table of 2 rows: p, q; r, s; end of table",
        ),
        (r"\hat{x} + \bar{y}", "en", "x hat plus y bar"),
        ("f'(x)", "en", "f prime open bracket x close bracket"),
        ("a_1", "en", "a sub 1"),
        ("e^{-x}", "en", "e to the power of minus x"),
        (r"\underbrace{a+b}_{c}", "en", "a plus b with c below"),
        (r"5\%", "en", "5 per cent"),
    ],
)
def test_a_formula_in_words(tex, lang, words):
    assert say(to_mathml(tex), lang) == words
