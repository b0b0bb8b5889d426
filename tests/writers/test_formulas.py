"""Formulas in the finished outputs: typeset, with words for whoever cannot see them."""

from __future__ import annotations

import email
import email.policy
import io
import re
import zipfile

import pikepdf
import pytest
from lxml.html import fromstring

from pressroom import api
from pressroom.writers import write
from tests.programs import assert_valid_docx
from tests.writers.docx.pages import page

SOURCE = r"""# The tank

The level is $h = \frac{V}{A}$ and its error $\sigma_h$.[^1]

$$
\begin{pmatrix} h_1 & h_2 \\ h_3 & h_4 \end{pmatrix}
$$

| Size | Formula |
|---|---|
| area | $A = \pi r^2$ |

Written: $\undefinedcommand{x}$.

[^1]: With $V = \sqrt{W}$.
"""
WORDS = (
    "h equals V over A",
    "σ sub h",
    "A equals π r squared",
    "V equals the square root of W, end of root",
    "a table of 2 rows: h sub 1, h sub 2; h sub 3, h sub 4; end of table",
)


@pytest.fixture(scope="module")
def made():
    return api.make(SOURCE.encode(), "all", name="tank.md", lang="en")


def test_the_pdf_draws_formulas_and_says_them_in_words(made):
    with pikepdf.open(io.BytesIO(made.outputs["pdf"])) as pdf:
        formulas = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == pikepdf.Name.Formula
        ]
        assert sorted(str(each.Alt) for each in formulas) == sorted(WORDS)
        for each in formulas:
            left, bottom, right, top = (float(corner) for corner in each.A.BBox)
            assert right - left > 5
            assert top - bottom > 5
        figures = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == pikepdf.Name.Figure
        ]
        assert not figures  # the drawing is the formula's


def test_the_pdf_meets_both_standards(made, tmp_path):
    validator = pytest.importorskip("page", reason="page-validation is not installed")
    file = tmp_path / "tank.pdf"
    file.write_bytes(made.outputs["pdf"])
    for profile in ("ua1", "3a"):
        assert not validator.validate_pdf(str(file), profile=profile).failures


def test_word_has_mathematics_of_its_own(made, tmp_path):
    assert_valid_docx(made.outputs["docx"], tmp_path)
    with zipfile.ZipFile(io.BytesIO(made.outputs["docx"])) as package:
        text = package.read("word/document.xml").decode() + package.read("word/footnotes.xml").decode()
    formulas = re.findall(r"<m:oMath>.*?</m:oMath>", text)
    assert len(formulas) == len(WORDS)
    matrix = next(each for each in formulas if "<m:m>" in each)
    assert matrix.count("<m:mr>") == 2
    assert "pmatrix" not in text
    assert not re.search(r"<m:t[^>]*>[^<]*\\", text)


def test_the_web_page_has_mathml_with_its_words(made):
    root = fromstring(made.outputs["html"].decode())
    assert {math.get("alttext") for math in root.iter("math")} == set(WORDS)
    assert [len(list(math.iter("mtr"))) for math in root.iter("math") if math.get("display") == "block"] == [
        2
    ]


def test_the_mail_has_pictures_with_the_words_and_the_text_says_them(made):
    mail = email.message_from_bytes(made.outputs["eml"], policy=email.policy.default)
    html, plain = mail.get_body(("html",)), mail.get_body(("plain",))
    assert html is not None
    assert plain is not None
    root = fromstring(html.get_content())
    pictures = {
        image.get("alt"): image.get("src") for image in root.iter("img") if "equals" in image.get("alt", "")
    }
    assert set(pictures) == {each for each in WORDS if "equals" in each}
    carried = {f"cid:{part['Content-ID'].strip('<>')}" for part in mail.walk() if part["Content-ID"]}
    assert set(pictures.values()) <= carried
    assert not list(root.iter("math"))
    assert "h equals V over A" in " ".join(plain.get_content().split())


def test_a_formula_that_cannot_be_set_is_shown_as_written_and_told(made):
    told = [each for each in made.diagnostics if each.rule == "formula-as-written"]
    assert [each.where.rpartition(":")[2] for each in told] == ["13"]
    assert r"\undefinedcommand{x}" in made.outputs["html"].decode()
    with zipfile.ZipFile(io.BytesIO(made.outputs["docx"])) as package:
        assert r"\undefinedcommand{x}" in package.read("word/document.xml").decode()


def test_the_same_formulas_give_the_same_bytes(made):
    again = api.make(SOURCE.encode(), "all", name="tank.md", lang="en")
    assert again.outputs == made.outputs


def test_a_formula_of_a_template_that_cannot_be_set_is_said_in_words():
    made = page(
        '<p>Here <span class="math"><math alttext="one over two"><mystery b&lt;>1</mystery></math></span> and'
        ' <span class="math"><math><mystery>three</mystery></math></span> end</p>'
    )
    mail = email.message_from_bytes(write("email", made), policy=email.policy.default)
    shown = mail.get_body(("html",)).get_content()
    with zipfile.ZipFile(io.BytesIO(write("docx", made))) as package:
        typed = package.read("word/document.xml").decode()
    for text in (shown, typed):
        assert "Here one over two and three end" in " ".join(re.sub(r"<[^>]*>", "", text).split())
