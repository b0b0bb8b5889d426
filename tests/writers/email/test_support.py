"""The default mail asks for nothing that Gmail, Outlook or Apple Mail do not know."""

import pytest

from pressroom.compose import Frame, frame_mail
from pressroom.writers.email import make_letter
from tests.making import document, load_template, paragraph
from tests.writers.email.support import STYLE_BYTES, find_unsupported
from tests.writers.email.test_message import full_page, page_of
from tests.writers.torture import torture

FRAME = Frame(
    note=("Dear all,",), notices=("Embargoed",), changes=("5",), links=(("Here", "https://example.org"),)
)


@pytest.mark.parametrize(
    "make",
    [
        full_page,
        lambda: frame_mail(torture(), load_template(), FRAME),
        lambda: page_of(document(paragraph("שלום")), frame=FRAME, lang="he"),
    ],
)
def test_the_default_mail_asks_for_what_all_programs_know(make):
    assert find_unsupported(make_letter(make()).html) == []


@pytest.mark.parametrize(
    ("head", "body", "wanted"),
    [
        ("", "<p style='color: red'>a</p><!--[if mso]><p><![endif]-->", []),
        ("", "<main>a</main>", ["<main>"]),
        ("", "<p style='position: absolute'>a</p>", ["<p style>: position"]),
        ("", "<p style='margin: 0 0 -3px'>a</p>", ["<p style>: margin: 0 0 -3px"]),
        ("", "<p style='width: 3em'>a</p>", ["<p style>: width: 3em"]),
        ("", "<p style='width: calc(3px + 1px)'>a</p>", ["<p style>: width: calc(3px + 1px)"]),
        ("", "<p style='display: flex'>a</p>", ["<p style>: display: flex"]),
        ("", "<p style='overflow-x: auto'>a</p>", ["<p style>: overflow-x"]),
        ("", '<!--[if mso]><p style="float: left"><![endif]-->', ["[if mso]: float"]),
        ("@media screen{.a{overflow-x:auto}}", "", []),
        ("@media screen{.a .b + .c, p{color:red!important}}", "", []),
        ("p{color:red}", "", ["qualified-rule p"]),
        ("@supports (color: red){p{color:red}}", "", ["at-rule (color: red)"]),
        ("@media (min-height: 3px){p{color:red}}", "", ["at-rule (min-height: 3px)"]),
        ("@media screen{@media screen{p{color:red}}}", "", ["at-rule in @media screen"]),
        ("@media screen{.a.b{color:red}}", "", ["selector .a.b"]),
        ("@media screen{p:first-child{color:red}}", "", ["selector p:first-child"]),
        ("@media screen{p{hyphens:auto}}", "", ["@media screen: hyphens"]),
        (
            "@media screen{" + "p{color:red}" * 1400 + "}",
            "",
            [f"a style sheet of {STYLE_BYTES + 815} bytes"],
        ),
    ],
)
def test_what_some_program_does_not_know_is_found(head, body, wanted):
    html = f"<html><head><style>{head}</style></head><body>{body}</body></html>"
    assert find_unsupported(html) == wanted
