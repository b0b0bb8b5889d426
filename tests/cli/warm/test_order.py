"""Orders: what is sent comes back, and what is no order is refused."""

import json
import os
import signal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.cli.warm.order import (
    HEAD,
    LARGEST,
    STATUS,
    check_order,
    find_difference,
    make_order,
    pack,
    unpack,
)


def test_an_order_comes_back_as_it_was_sent(monkeypatch):
    monkeypatch.setattr("sys.argv", ["report"])
    monkeypatch.setitem(os.environ, "ODD", os.fsdecode(b"\xff\n"))
    order = make_order(["make", os.fsdecode(b"\xfe.txt")])
    message = unpack(pack(order))
    assert message is not None
    assert check_order(message) == json.loads(json.dumps(order))


def test_signals_that_are_ignored_are_told():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert make_order([])["ignored"] == [signal.SIGHUP]
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_message_is_waited_for_until_it_is_whole():
    data = pack(STATUS)
    assert [unpack(data[:size]) for size in range(len(data))] == [None] * len(data)
    assert unpack(data) == STATUS


@given(st.binary())
def test_bytes_that_are_no_message_are_refused(data):
    try:
        found = unpack(len(data).to_bytes(HEAD, "big") + data)
    except ValueError:
        return
    assert found is not None


@pytest.mark.parametrize(
    "data",
    [
        (LARGEST + 1).to_bytes(HEAD, "big"),
        (200_000).to_bytes(HEAD, "big") + b"[" * 200_000,
        (2).to_bytes(HEAD, "big") + b"[]",
        (17).to_bytes(HEAD, "big") + b'{"kind": "other"}',
    ],
    ids=["too long", "too deep", "no table", "no kind"],
)
def test_messages_beyond_the_limits_are_refused(data):
    with pytest.raises(ValueError, match=r"."):
        unpack(data)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("arguments", "make"),
        ("arguments", [1]),
        ("environment", {"A": 1}),
        ("umask", "0"),
        ("umask", True),
        ("limits", {"7": [1]}),
        ("streams", [["utf-8", "strict"]]),
        ("ignored", None),
    ],
)
def test_an_order_of_another_form_is_refused(key, value):
    with pytest.raises(ValueError, match="not complete"):
        check_order({**json.loads(json.dumps(make_order(["make"]))), key: value})


def test_an_order_that_lacks_something_is_refused():
    with pytest.raises(ValueError, match="not complete"):
        check_order({"kind": "order"})


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"A": "1"}, {"A": "2"}, ""),
        ({"LANG": "C"}, {}, "LANG"),
        ({}, {"LC_ALL": "C"}, "LC_ALL"),
        ({"HOME": "/a", "TZ": "UTC"}, {"HOME": "/b", "TZ": "EST"}, "HOME"),
        ({"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2"}, "PYTHONHASHSEED"),
    ],
)
def test_variables_that_are_read_at_the_start_must_be_the_same(one, other, expected):
    assert find_difference(one, other) == expected
