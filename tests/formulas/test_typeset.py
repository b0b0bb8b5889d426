"""Formulas in TeX become MathML, Word's mathematics and drawings, or are told to be beyond that."""

from __future__ import annotations

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pressroom.formulas import can_set, draw, read_mathml, to_mathml, to_omml
from pressroom.formulas.lines import COLUMN, WIDEST

WORD = "http://schemas.openxmlformats.org/officeDocument/2006/math"
SET = (
    r"v = \frac{s}{t}",
    r"\sum_{k=0}^{m} k^2",
    r"\begin{pmatrix} p & q \\ r & s \end{pmatrix}",
    r"\begin{bmatrix} 1 \\ 2 \end{bmatrix}",
    r"\begin{cases} y & y \ge 0 \\ -y & \text{else} \end{cases}",
    r"\begin{aligned} u &= v \\ &= w \end{aligned}",
    r"\begin{gathered} u \\ v \end{gathered}",
    r"\dfrac{a}{b} \tag{3}",
    r"\sqrt[3]{8}",
    r"\hat{\theta}, \vec{F}, \bar{x}, \dot{q}",
    r"\lim_{h \to 0} \frac{g(x+h) - g(x)}{h}",
    r"\text{R\&D} = \$4",
    r"12\,\mathrm{kg} \cdot 10^{-3}",
    r"{}^{14}\mathrm{C}",
    r"f'(x) \approx \pm\infty",
    r"\left\{ \frac{1}{2} \right\}",
    r"a < b > c",
)
UNSET = (
    "",
    r"\unknowncommand{x}",
    r"\frac{a",
    r"\frac{}{2}",
    r"\sqrt{}",
    "a & b",
    "}{",
    "\\",
    "{" * 200 + "}" * 200,
    "x" * 3_000,
    " + ".join("abcdefgh" * 20),  # on one line, wider than can be read
)


@pytest.mark.parametrize("tex", SET)
def test_a_formula_is_set_in_every_format(tex):
    mathml = to_mathml(tex)
    assert read_mathml(mathml).tag.endswith("}math")
    root = etree.fromstring(f'<x xmlns:m="{WORD}">{to_omml(mathml)}</x>')
    assert [child.tag for child in root] == [f"{{{WORD}}}oMath"]
    drawing = draw(mathml)
    assert drawing.svg.startswith(b"<svg")
    assert 0.2 < drawing.width < WIDEST
    assert 0 <= drawing.depth < drawing.height


@pytest.mark.parametrize("tex", UNSET)
def test_a_formula_that_cannot_be_set_is_none(tex):
    assert to_mathml(tex) == ""


@given(st.text(alphabet=r"abx12\{}^_&+- $frac", max_size=24))
def test_whatever_is_written_there_is_an_answer(tex):
    mathml = to_mathml(tex)
    assert mathml == "" or "\\" not in mathml


def test_a_matrix_is_one_for_word():
    omml = to_omml(to_mathml(r"\begin{pmatrix} p & q \\ r & s \end{pmatrix}"))
    root = etree.fromstring(f'<x xmlns:m="{WORD}">{omml}</x>')
    rows = [
        ["".join(cell.itertext()) for cell in row.iterchildren(f"{{{WORD}}}e")]
        for row in root.iter(f"{{{WORD}}}mr")
    ]
    assert rows == [["p", "q"], ["r", "s"]]
    assert "box" not in omml  # Word does not break a line in one


@pytest.mark.parametrize("signs", [("=", "+"), ("+", "-")])
def test_a_long_formula_on_its_own_goes_over_lines_that_begin_with_signs(signs):
    first, second = signs
    tex = f"y {first} " + f" {second} ".join(f"c_{{{n}}} x^{{{n}}}" for n in range(30))
    whole = draw(to_mathml(tex, display=True))
    assert whole.width <= COLUMN
    assert whole.height > 3
    rows = [row for row in read_mathml(to_mathml(tex, display=True)).iter() if row.tag.endswith("mtr")]
    for row in rows[1:]:
        assert "".join(row.itertext()).strip()[0] in "=+\u2212-"
    assert "".join(read_mathml(to_mathml(tex, display=True)).itertext()).count("x") == 30


def test_an_aligned_formula_keeps_its_rows_and_breaks_the_long_one():
    tail = " + ".join(f"d_{{{n}}}" for n in range(30))
    mathml = to_mathml(rf"\begin{{aligned}} u &= v \\ &= {tail} \end{{aligned}}", display=True)
    assert draw(mathml).width <= COLUMN + 4
    rows = [row for row in read_mathml(mathml).iter() if row.tag.endswith("mtr")]
    assert len(rows) > 3
    assert "".join(rows[0].itertext()).replace(" ", "") == "u=v"


def test_the_same_formula_gives_the_same_bytes_in_the_colour_asked_for():
    mathml = to_mathml(r"\frac{a}{b}")
    draw.cache_clear()
    first = draw(mathml, "#123456")
    draw.cache_clear()
    assert draw(mathml, "#123456") == first
    assert b"#123456" in first.svg


def test_nothing_is_set_up_for_the_messages_of_the_whole_process():
    draw.cache_clear()
    before = logging.getLogger().handlers[:]
    draw(to_mathml("q_1"))
    assert logging.getLogger().handlers == before


@pytest.mark.parametrize("held", ["", "<mi></mi>", "<mrow/>", "x"])
def test_a_formula_with_nothing_to_draw_is_not_drawn(held):
    mathml = f'<math xmlns="http://www.w3.org/1998/Math/MathML">{held}</math>'
    with pytest.raises(ValueError, match="nothing to draw"):
        draw(mathml)
    assert not can_set(mathml)
