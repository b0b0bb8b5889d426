"""What is shown cannot steer a terminal."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.printable import escape_for_json, make_printable

WORST = "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, Köln – 25 %", "plain, Köln – 25 %"),
        ("a\x1b]0;owned\x07b", r"a\x1b]0;owned\x07b"),
        ("a\x9b2Jb", r"a\x9b2Jb"),
        ("2\u202e3", r"2\u202e3"),
        ("\u2066x\u2069", r"\u2066x\u2069"),
        ("one\r\n  two\u2028three\x85", "one two three "),
        ("caf\udce9", r"caf\udce9"),
        ("שלום\u200f, 5\u00a0%", "שלום\u200f, 5\u00a0%"),
        ("a\tb", "a b"),
    ],
)
def test_text_is_one_line_without_controls(text, shown):
    assert make_printable(text) == shown


@given(st.text(st.characters(codec=None)) | st.from_regex(WORST))
def test_nothing_that_steers_is_left_of_any_text(text):
    shown = make_printable(text)
    assert shown.encode().decode() == shown
    assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for sign in shown)
    assert not set(shown) & set("\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert make_printable(shown) == shown


@given(st.text(st.characters(codec=None)))
def test_json_says_the_same(text):
    written = escape_for_json(json.dumps({"a": text}, ensure_ascii=False))
    assert written.encode()
    assert json.loads(written) == {"a": text}


def test_a_diagnostic_is_one_safe_line():
    found = Diagnostic(Severity.ERROR, "x", "line 1:\n  mapping\x1b[2J", "mend\nit", where="a\x1b.md")
    assert str(found) == r"a\x1b.md: error: line 1: mapping\x1b[2J. Cure: mend it"
    assert (found.message, found.cure) == (r"line 1: mapping\x1b[2J", "mend it")  # as programs read it, too
