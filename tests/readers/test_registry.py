from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from pressroom import readers
from pressroom.errors import PressroomError, UsageError
from pressroom.model.document import Document
from pressroom.readers import READERS, Reader, ReaderSettings, extensions, read
from pressroom.readers.common.limits import parse_xml
from pressroom.readers.common.links import sanitize_href
from pressroom.readers.common.pictures import Pictures
from tests.readers.packages import png

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
    [("x.docs", ".docx"), ("x.doc", "save it as .docx"), ("x.pdf", "paragraphs"), ("x.zzz", ".md")],
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


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://x.org/a b", "https://x.org/a%20b"),
        ("java\tscript:alert(1)", ""),
        ("\x01javascript:x", ""),
        ("file:///etc/passwd", ""),
        ("//x.org", ""),
        ("#a", "#a"),
        ("#", ""),
        ("tel:+49", "tel:+49"),
        ("http://" + "x" * 3000, ""),
    ],
)
def test_safe_addresses(address: str, expected: str) -> None:
    assert sanitize_href(address) == expected


def test_pictures_are_looked_at() -> None:
    pictures = Pictures("x")
    assert pictures.add(png(), "a") == "picture-1.png"
    assert pictures.add(png(), "again") == "picture-1.png"
    assert pictures.add(png(kind="JPEG"), "b") == "picture-2.jpg"
    assert pictures.add(png(kind="GIF"), "c") == "picture-3.png"
    assert pictures.assets[2].data.startswith(b"\x89PNG")
    assert pictures.diagnostics == []
    assert pictures.add(png((6000, 5000)), "large") == ""
    assert pictures.add(b"<svg/>", "drawn") == ""
    assert pictures.add(b"x" * 20_000_001, "heavy") == ""
    assert [entry.rule for entry in pictures.diagnostics] == ["picture-dropped"] * 3


def test_xml_reads_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    data = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]><a>&x;</a>'
    for encoding in ("utf-8", "utf-16"):
        with pytest.raises(PressroomError):
            parse_xml(data.encode(encoding), "x", "a.xml", [])
