"""JSON without json: the same values, the same refusals."""

from __future__ import annotations

import json
import sys

import pytest

from pressroom.cache.parsing import parse_json

SAID = [
    '{"format": 3, "outputs": {"a/ü \\u00e9\\n": "12"}, "dependencies": {}, "message": ""}\n',
    '{"a": [1, -2.5, 1e3, true, false, null, "\\ud83d\\ude00"]}',
    "[]",
    "[[1, [2]], {}]",
]
NONE = ["", " ", "{", '{"a": 1', '{"a": 1} {}', '{"a" 1}', "[1,]", "{'a': 1}", '{"a": "\n"}', "nothing"]


@pytest.mark.parametrize("text", SAID)
def test_a_text_means_what_it_means_to_json(text):
    assert parse_json(text) == json.loads(text)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_json_is_a_value_error(text):
    with pytest.raises(ValueError, match=r"."):
        json.loads(text)
    with pytest.raises(ValueError, match=r"."):
        parse_json(text)


def test_json_reads_where_the_scanner_is_not_there(monkeypatch):
    monkeypatch.setitem(sys.modules, "_json", None)
    assert parse_json(SAID[0]) == json.loads(SAID[0])
