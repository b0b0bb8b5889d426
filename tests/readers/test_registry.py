"""The registry of readers."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from pressroom import readers
from pressroom.errors import PressroomError, UsageError
from pressroom.model.document import Document
from pressroom.readers import READERS, Reader, ReaderSettings, extensions, read

MINE = Reader("tests.readers.test_registry:read_mine", (".mine",), "text/x-mine")
GREEDY = Reader("tests.readers.test_registry:read_mine", (".docx",), "text/x-mine")


def read_mine(data: bytes, source: str, settings: ReaderSettings) -> Document:
    if data == b"fault":
        raise KeyError("oops")
    if data == b"deep":
        raise RecursionError
    return Document(source, data.decode(), None, (), ())


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch):
    def plug(name: str, value: str) -> None:
        entry = EntryPoint(name, f"tests.readers.test_registry:{value}", readers.GROUP)
        monkeypatch.setattr(readers, "entry_points", lambda **_: [entry])
        readers.readers.cache_clear()

    yield plug
    readers.readers.cache_clear()


def test_every_reader_loads_and_no_extension_has_two() -> None:
    from importlib import import_module

    for reader in READERS.values():
        module, _, function = reader.load.partition(":")
        assert callable(getattr(import_module(module), function))
    assert len(set(extensions())) == len(extensions())


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("x.docs", ".docx"),
        ("x.doc", "save it as .docx"),
        ("x.msg", "save the message as .eml"),
        ("x.zzz", ".md"),
    ],
)
def test_an_unknown_format_says_what_there_is(name: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(b"", name, ReaderSettings())
    assert hint in caught.value.diagnostic.cure


def test_a_name_without_ending_is_a_plain_text() -> None:
    assert read(b"Words of a text.\n", "README", ReaderSettings()).text.startswith("Words")


def test_another_package_adds_a_reader(plugged) -> None:
    plugged("mine", "MINE")
    assert read(b"x", "a.mine", ReaderSettings()).text == "x"
    assert ".mine" in extensions()


@pytest.mark.parametrize(("name", "value"), [("greedy", "GREEDY"), ("docx", "MINE"), ("odd", "read_mine")])
def test_another_package_replaces_nothing(plugged, name: str, value: str) -> None:
    plugged(name, value)
    with pytest.raises(UsageError) as caught:
        read(b"", "a.docx", ReaderSettings())
    assert caught.value.diagnostic.rule == "reader-clash"


@pytest.mark.parametrize("data", [b"fault", b"deep"])
def test_a_fault_has_a_name_and_a_cure(plugged, data: bytes) -> None:
    plugged("mine", "MINE")
    with pytest.raises(PressroomError) as caught:
        read(data, "a.mine", ReaderSettings())
    assert caught.value.diagnostic.rule == "source-unreadable"
    assert caught.value.diagnostic.cure
