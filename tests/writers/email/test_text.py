"""A page as plain text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from pressroom.model.figure import Drawing
from pressroom.writers.email import make_letter
from pressroom.writers.email.text import WIDTH, to_plain_text
from tests.writers.email.making import PNG
from tests.writers.torture import small

DRAWING = Drawing(b"<svg/>", PNG, 40, 20)


def text(body: str) -> str:
    return to_plain_text(html.document_fromstring(f"<html><body>{body}</body></html>"))


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<p>One <em>two</em>\n three<br>four</p>", "One two three\nfour\n"),
        ("<h1>Title</h1><h2>Part</h2><h3>Small</h3>", "Title\n=====\n\nPart\n----\n\nSmall\n"),
        ("loose<p>a</p>after", "loose\n\na\n\nafter\n"),
        ("<div>one <b>two</b> three</div>", "one two three\n"),
        ("<center>one <table role='presentation'><tr><td>two</td></tr></table></center>", "one\n\ntwo\n"),
        ("<ul><li>a</li><li>b<p>c</p></li></ul>", "- a\n- b\n  c\n"),
        ("<ol start='9'><li>a</li><li>b</li></ol>", "9. a\n10. b\n"),
        ("<ol type='a' start='26'><li>z</li><li>aa</li></ol>", "z. z\naa. aa\n"),
        ("<ol type='I' start='4'><li>x</li></ol><ol type='i' start='9'><li>y</li></ol>", "IV. x\n\nix. y\n"),
        ("<ul><li class='task' data-checked='true'>a</li><li class='task'>b</li></ul>", "[x] a\n[ ] b\n"),
        ("<dl><dt>To</dt><dd>Ann</dd><dt>Cc</dt><dd>Bo</dd></dl>", "To: Ann\nCc: Bo\n"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b\n"),
        ("<pre>\n x = 1\n</pre>", "     x = 1\n"),
        ("<p>a</p><hr><p>b</p>", "a\n\n* * *\n\nb\n"),
        ("<p>See <a href='https://a.org/'>this</a>.</p>", "See this <https://a.org/>.\n"),
        ("<p><a href='mailto:a@b.org'>a@b.org</a></p>", "a@b.org\n"),
        ("<p><a href='https://a.org/'>https://a.org</a></p>", "https://a.org\n"),
        ("<p><a class='address-link' href='https://www.a.org'>www.a.org</a></p>", "www.a.org\n"),
        ("<p>a<sup class='call'>1</sup><sup>2</sup></p>", "a[1]2\n"),
        ("<p>a<span class='preheader'>x</span></p><div class='preheader'>y</div>", "ax\n"),
        ("<figure><img alt='Bars rise.'><figcaption>Visits.</figcaption></figure>", "[Visits. Bars rise]\n"),
        ("<p>a\x07b</p>", "ab\n"),
    ],
)  # fmt: skip  # a row a case
def test_each_element_as_text(body, wanted):
    assert text(body) == wanted


def test_lines_are_wrapped_by_the_columns_that_they_take():
    assert max(map(len, text(f"<p>{'word ' * 60}</p>").splitlines())) <= WIDTH
    assert text("<h1>中文</h1>") == "中文\n====\n"


def test_a_table_is_set_in_columns_where_it_fits_and_row_by_row_where_not():
    head = "<caption>T</caption><tr><th>Name</th><th class='num'>N</th></tr>"
    table = f"<table>{head}<tr><td>{{}}</td><td class='num'>5</td></tr></table>"
    assert text(table.format("Ann")) == "T\n\nName  N\nAnn   5\n"
    long = "x" * WIDTH
    assert text(table.format(long)) == f"T\n\nName:\n{long}\nN: 5\n"


def test_the_text_says_nothing_of_how_pictures_are_read_that_it_does_not_show():
    main = """<section class="key-numbers">
        <p class="strip-title">Key numbers <span class="scope">Each its scale</span></p>
        <ul class="tiles frames"><li class="tile"><p class="tile-number">40</p>
        <p class="tile-label">boats</p><p class="glyph-note">Each mark stands for 2.</p></li></ul>
        <p class="panel-note">Each mark stands for 5.</p>
        <ul class="legend"><li><img class="sign" src="asset:fig-1" alt=""> <span>over</span></li></ul>
        </section>"""
    letter = make_letter(replace(small(main), drawings={"fig-1": DRAWING}))
    assert letter.text.endswith("\nKey numbers\n\n40\nboats\n")
    assert "Each mark stands for 5" in letter.html
