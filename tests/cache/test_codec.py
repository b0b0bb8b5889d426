import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.cache.codec import decode, encode
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Asset, Cell, Row, Section, Table
from pressroom.model.figure import Datum, Figure, Series
from pressroom.model.inline import Emphasis, Text
from pressroom.model.quantity import Interval, Kind, Qualifier, Quantity
from tests.making import BRAND, document, paragraph, section, span

VALUES = [
    BRAND,
    document(paragraph("a", 3), sections=(section("One", sections=(section("Two"),)),)),
    Diagnostic(Severity.WARNING, "a", "b", "c", span(1, 2)),
    Asset("a.png", "image/png", b"\x00\xff"),
    Table((), (Row((Cell((Emphasis((Text("x"),)),), span(), True, 2),)),), span(), ("left", "")),
    Quantity("3 to 4", 0, 6, Interval(3, 4), Kind.NUMBER, span(), "s", Qualifier.BETWEEN),
    Figure(
        "f",
        "bar",
        "t",
        "a",
        ("x",),
        (Series("s", (Datum(None, Qualifier.OVER, 3.5),)),),
        (span(),),
        options=(("limits", {"a": 1}),),
    ),
    (1, "two", 3.5, None, True, (), {"k": (1,)}),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_every_value_comes_back_as_it_was(value):
    assert decode(encode(value)) == value


@given(st.text(st.characters()))
def test_any_text_comes_back(text):
    assert decode(encode(Text(text))) == Text(text)


def test_equal_values_give_equal_bytes():
    assert encode({"b": 1}) == encode({"b": 1})
    assert encode(Text("a", None)) == encode(Text("a"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"{}",
        b'{"$": "Popen", "args": "ls"}',
        b'{"$": "Text", "nonsense": 1}',
        b'{"$": "Severity", "": "loud"}',
        b'{"$": "bytes", "": "%"}',
        b"[" * 100_000,
        b"\xff",
    ],
)
def test_what_is_no_value_is_refused(data):
    with pytest.raises(ValueError):  # noqa: PT011 - json, base64 and enum each have words of their own
        decode(data)


def test_only_what_differs_from_the_default_is_kept():
    assert json.loads(encode(Text("a"))) == {"$": "Text", "value": "a"}
    assert isinstance(decode(encode(section("One"))), Section)
