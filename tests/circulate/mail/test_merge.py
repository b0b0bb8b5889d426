import html

import pytest

from pressroom.circulate.mail.merge import evaluate_fields, fill, fill_link, mark_fields
from pressroom.circulate.mail.recipients import Recipient
from pressroom.errors import PressroomError

ANN = Recipient(
    "ann@example.com", "Ann", columns=(("address", "ann@example.com"), ("name", "A<b>nn"), ("town", ""))
)


def merged(text: str) -> str:
    made, fields = mark_fields(text)
    return fill(made, evaluate_fields(fields, ANN), html.escape)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<p>Dear {{ to.name }},</p>", "<p>Dear A&lt;b&gt;nn,</p>"),
        ("{{to.town or &#34;your town&#34;}}", "your town"),
        ("{{ to.town or “your town” }}", "your town"),
        ("{{ to.name | upper }} {{ to.name | upper }}", "A&lt;B&gt;NN A&lt;B&gt;NN"),
        ("{{ 7*7 }} {{ name }} {% if to.name %}", "{{ 7*7 }} {{ name }} {% if to.name %}"),
        ('<a href="x?{{ to.address | urlencode }}">', '<a href="x?ann%40example.com">'),
    ],
)
def test_fields_are_filled_and_nothing_else_is_touched(text, wanted):
    assert merged(text) == wanted


@pytest.mark.parametrize(
    "expression",
    [
        "to.nobody",
        "to.name.__class__.__mro__",
        "to.name * 1000000000",
        "to.name ~ cycler.__init__.__globals__",
        "to.name | attr('x')",
        "to.name + 'x'",
        "to.name if",
        "range(9**9) ~ to.name",
        "to.__class__",
        "to.name ~ '" + "x" * 250 + "'",
    ],
)
def test_what_cannot_be_filled_is_told_before_anything_is_sent(expression):
    with pytest.raises(PressroomError):
        merged("{{ " + expression + " }}")


def test_a_value_stays_on_its_line():
    person = Recipient("a@example.com", columns=(("name", "Ann\r\nBcc: x@example.net"),))
    text, fields = mark_fields("{{ to.name }}")
    assert fill(text, evaluate_fields(fields, person)) == "Ann Bcc: x@example.net"


def test_an_address_in_a_link_is_quoted():
    assert fill_link("https://example.org/?a={address}", "a+b&c@example.com") == (
        "https://example.org/?a=a%2Bb%26c%40example.com"
    )
