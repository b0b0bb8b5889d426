"""Texts in quotes come back from TOML as they were."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.numbers.key.entries import quote


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_comes_back_and_takes_one_line(text):
    quoted = quote(text)
    assert quoted.isprintable()
    assert tomllib.loads(f"text = {quoted}") == {"text": text}


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("tag\U000e0041", '"tag\\U000e0041"'),
        ("\u202e", '"\\u202e"'),
        ("a\nb", '"a\\u000ab"'),
        ('\\"', '"\\\\\\""'),
    ],
)
def test_what_cannot_be_printed_is_escaped_with_as_many_digits_as_it_needs(text, quoted):
    assert quote(text) == quoted
