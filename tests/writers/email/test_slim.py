"""HTML in fewer bytes that says and shows the same."""

import pytest

from pressroom.writers.email.slim import slim


def slimmed(body: str, sheet: str = "") -> str:
    head = f"<head><style>{sheet}</style></head>" if sheet else "<head></head>"
    html = slim(f'<!DOCTYPE html><html lang="en">{head}<body>{body}</body></html>')
    assert html.startswith("<!DOCTYPE html>\n<html")
    return html.partition("<body>")[2].partition("</body>")[0]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (
            '<p id="a" class="b" data-x="1" style="color:red" dir="rtl">c</p>',
            '<p style="color:red" dir="rtl">c</p>',
        ),
        ('<p class="b kept">c</p>', '<p class="kept">c</p>'),
        ("<p>a</p>\n\n  \n<p>b  <b>c</b> <i>d</i></p>", "<p>a</p>\n<p>b  <b>c</b> <i>d</i></p>"),
        (
            "<!--[if mso]><table><tr><td><![endif]--><p>a</p>",
            "<!--[if mso]><table><tr><td><![endif]--><p>a</p>",
        ),
        ("<p>\u00a0</p><p>a &lt; b</p>", "<p>\u00a0</p><p>a &lt; b</p>"),
    ],
)
def test_what_nothing_refers_to_goes(body, wanted):
    assert slimmed(body, "@media screen { .kept { color: red } }") == wanted


def test_the_rules_that_are_left_mean_the_same():
    sheet = "@media (max-width: 599px) {\n  .a + .b, h1 { margin: 0 2px !important; }\n}\n"
    html = slim(f"<html><head><style>{sheet}</style></head><body></body></html>")
    assert "<style>@media (max-width:599px){.a + .b,h1{margin:0 2px !important;}}</style>" in html
