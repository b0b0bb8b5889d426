from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pressroom.writers.docx.body.math import formula_xml
from pressroom.writers.docx.package.markup import XMLNS

CASES = [
    ("E = mc^2", "E=m[sSup:c|2]"),
    (r"x_i", "[sSub:x|i]"),
    (r"x_i^2", "[sSubSup:x|i|2]"),
    (r"\frac{a+b}{2}", "[f:a+b|2]"),
    (r"\sqrt{x}", "[rad:|x]"),
    (r"\sqrt[3]{x}", "[rad:3|x]"),
    (r"\bar{x}", "[acc:x]"),
    (r"\sum_{i=1}^{n} x_i", "[nary:i=1|n|[sSub:x|i]]"),
    (r"\alpha \le \beta", "α≤β"),
    (r"\text{over all} n", "over alln"),
    (r"\left( a \right)", "(a)"),
    (r"\sin x", "sinx"),
    (r"5\%\,a", "5%\u2009a"),
    (r"\unheard{x}", "unheardx"),
    ("a}b", "ab"),
]


def shown(tex: str) -> str:
    """The formula in short: [element:part|part]."""
    root = etree.fromstring(f"<x {XMLNS}>{formula_xml(tex)}</x>")
    return _short(root)


def _short(node: etree._Element) -> str:
    name = etree.QName(node).localname
    if name == "t":
        return node.text or ""
    if name.endswith("Pr"):
        return ""
    if name in ("sSup", "sSub", "sSubSup", "f", "rad", "acc", "nary"):
        inner = [_short(child) for child in node if not etree.QName(child).localname.endswith("Pr")]
        return f"[{name}:{'|'.join(inner)}]"
    return "".join(_short(child) for child in node)


@pytest.mark.parametrize(("tex", "short"), CASES)
def test_tex_becomes_word_s_own_formula(tex: str, short: str) -> None:
    assert shown(tex) == short


@given(st.text(alphabet=r"\{}[]^_ab1 +frac sqrtum", max_size=60))
def test_whatever_stands_there_no_word_is_lost_to_an_error(tex: str) -> None:
    letters = set(re.sub(r"\\[A-Za-z]+|\W|_", "", tex))
    assert letters <= set(shown(tex))


def test_deep_nesting_ends() -> None:
    assert "x" in shown("{" * 5000 + "x")
