"""Every value of the model comes back as it was, whatever classes the model has."""

import json
import sys
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum, StrEnum
from functools import cache
from importlib import import_module
from inspect import isabstract
from pkgutil import iter_modules
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom import model
from pressroom.cache.codec import decode, encode, find_classes, list_model_classes
from pressroom.model.document import Section
from pressroom.model.inline import Text
from pressroom.model.page import Page, PageTree
from tests.making import document, report, section

NEVER_KEPT = {"Page"}  # it holds a parsed tree, and is composed anew each time
DEPTH = 4  # of values within values; below it every tuple is empty


def same(one: object, other: object) -> bool:
    """Tell whether two values are equal and of the same types throughout: 1 is not 1.0, a list no tuple."""
    if type(one) is not type(other):
        return False
    if is_dataclass(one):
        return all(same(getattr(one, entry.name), getattr(other, entry.name)) for entry in fields(one))
    match one, other:
        case ((tuple() | list()), (tuple() | list())):
            return len(one) == len(other) and all(map(same, one, other))
        case dict(), dict():
            return same(list(one.items()), list(other.items()))
        case float(), float():
            return repr(one) == repr(other)
    return one == other


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.lists(inner, max_size=2).map(tuple)
        | st.dictionaries(st.text(max_size=5), inner, max_size=2)
    ),
    max_leaves=6,
)
LEAVES = {
    str: st.text(st.characters(), max_size=8),
    int: st.integers(),
    float: st.floats(allow_nan=False),
    bool: st.booleans(),
    bytes: st.binary(max_size=8),
    type(None): st.none(),
    object: PLAIN,
}


@cache
def of(hint: Any, depth: int) -> st.SearchStrategy[Any]:
    """Return values of a type hint; a hint that this does not know fails the test that meets it."""
    if hint in LEAVES:
        return LEAVES[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in (Union, types.UnionType):
        return st.one_of([of(each, depth) for each in arguments])
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        if depth <= 0:
            return st.just(())
        return st.lists(of(arguments[0], depth - 1), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*(of(each, depth) for each in arguments))
    if origin in (Mapping, dict):
        return st.dictionaries(of(arguments[0], depth - 1), of(arguments[1], depth - 1), max_size=2)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return st.builds(
            hint, **{entry.name: of(hints[entry.name], depth - 1) for entry in fields(hint) if entry.init}
        )
    raise NotImplementedError(f"this test knows no values of {hint}; teach it and, if need be, the codec")


@pytest.mark.parametrize("name", sorted(set(list_model_classes()) - NEVER_KEPT))
def test_every_class_of_the_model_comes_back_as_it_was(name):
    @settings(max_examples=20)
    @given(of(list_model_classes()[name], DEPTH))
    def comes_back(value):
        data = encode(value)
        assert same(decode(data), value)
        assert encode(decode(data)) == data

    comes_back()


def test_what_is_never_kept_is_refused():
    page = Page(PageTree("<p>Words.</p>"), "", report(document()), {}, {})
    assert {type(page).__name__} == NEVER_KEPT
    with pytest.raises(TypeError, match="a value of PageTree cannot be kept"):
        encode(page)


def test_the_classes_of_each_module_of_the_model_are_known():
    held = {name for module in iter_modules(model.__path__) for name in defined_in(module.name)}
    assert held == set(list_model_classes())
    assert {"Event", "Numbers", "Document", "Figure", "Drawing", "Severity"} <= held


def defined_in(module: str) -> set[str]:
    found = import_module(f"pressroom.model.{module}")
    return {
        name
        for name, held in vars(found).items()
        if isinstance(held, type)
        and held.__module__ == found.__name__
        and not isabstract(held)
        and (is_dataclass(held) or issubclass(held, Enum))
    }


def test_a_class_name_that_stands_twice_is_an_error(tmp_path, monkeypatch):
    code = "from dataclasses import dataclass\n@dataclass\nclass Twin:\n    x: int = 0\n"
    (tmp_path / "twins" / "inner").mkdir(parents=True)
    for file in ("__init__.py", "inner/__init__.py"):
        (tmp_path / "twins" / file).touch()
    for file in ("one.py", "inner/two.py"):
        (tmp_path / "twins" / file).write_text(code)
    (tmp_path / "twins" / "three.py").write_text("from twins.one import Twin\n")
    monkeypatch.syspath_prepend(tmp_path)
    try:
        with pytest.raises(ValueError, match=r"Twin is a class of both twins\.inner\.two and twins\.one"):
            find_classes(import_module("twins"))
        (tmp_path / "twins" / "inner" / "two.py").write_text("")
        sys.modules.pop("twins.inner.two")
        assert list(find_classes(import_module("twins"))) == ["Twin"]
    finally:
        for name in [name for name in sys.modules if name.split(".")[0] == "twins"]:
            del sys.modules[name]


@given(PLAIN)
def test_plain_values_come_back_with_their_types(value):
    assert same(decode(encode(value)), value)


@pytest.mark.parametrize("value", [2**63, -(2**63), 16**5000, -(16**5000)], ids=hex)
def test_an_integer_of_any_size_comes_back(value):
    assert decode(encode(value)) == value


def test_equal_values_give_equal_bytes():
    assert encode({"b": 1}) == encode({"b": 1})
    assert encode(Text("a", None)) == encode(Text("a"))


class Loud(StrEnum):
    """An enum that is none of the model."""

    YES = "yes"


@pytest.mark.parametrize("value", [{1}, object(), 1j, b"a"[:0].join])
def test_what_cannot_be_kept_is_refused_at_once(value):
    with pytest.raises(TypeError, match="cannot be kept"):
        encode(("a", {"b": [value]}))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"{}",
        b'{"$": "Popen", "args": "ls"}',
        b'{"$": ["Text"], "value": "a"}',
        b'{"$": "Text", "nonsense": 1}',
        b'{"$": "Severity", "": "loud"}',
        b'{"$": "Severity"}',
        b'{"$": "bytes", "": "%"}',
        b'{"$": "dict", "": [[[], 1, 2]]}',
        b'{"$": "dict", "": [[{"$": "list", "": []}, 1]]}',
        b'{"$": "int", "": "x"}',
        b'{"$": "list", "": 1}',
        b"[" * 100_000,
        b"\xff",
        encode(Loud.YES),
    ],
)
def test_what_is_no_value_is_refused(data):
    with pytest.raises(ValueError):  # noqa: PT011 - json, base64 and enum each have words of their own
        decode(data)


def test_only_what_differs_from_the_default_is_kept():
    assert json.loads(encode(Text("a"))) == {"$": "Text", "value": "a"}
    assert isinstance(decode(encode(section("One"))), Section)
