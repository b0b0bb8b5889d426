"""What is kept comes back as it was, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from pressroom.loading.kept import keep, locate_folder, name_kept, read_kept

HELD = {"types": b"\x00\x01", "names": ("a", 1)}


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Let things be kept in a folder of the test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Path(locate_folder())


def test_what_is_kept_comes_back(folder: Path) -> None:
    name = name_kept("kind", b"of these parts")
    assert read_kept(name) is None
    keep(name, HELD)
    assert read_kept(name) == HELD
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / name).stat().st_mode & 0o777 == 0o600
    assert [each.name for each in folder.iterdir()] == [name]  # nothing unfinished beside it


def test_the_name_tells_parts_apart() -> None:
    assert name_kept("kind", b"ab", b"c") != name_kept("kind", b"a", b"bc")


def test_a_changed_file_is_not_taken(folder: Path) -> None:
    keep("name", HELD)
    data = bytearray((folder / "name").read_bytes())
    data[-1] ^= 1
    (folder / "name").write_bytes(data)
    assert read_kept("name") is None


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o722])
def test_a_folder_that_others_can_change_is_not_trusted(folder: Path, mode: int) -> None:
    keep("name", HELD)
    folder.chmod(mode)
    assert read_kept("name") is None


def test_a_file_that_others_can_change_is_not_trusted(folder: Path) -> None:
    keep("name", HELD)
    (folder / "name").chmod(0o666)
    assert read_kept("name") is None


def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    keep("name", HELD)
    (folder / "name").rename(tmp_path / "elsewhere")
    (folder / "name").symlink_to(tmp_path / "elsewhere")
    assert read_kept("name") is None


def test_where_nothing_can_be_kept_nothing_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    keep("name", HELD)
    assert read_kept("name") is None


def test_what_is_no_plain_data_is_refused() -> None:
    with pytest.raises(ValueError, match="unmarshallable"):
        keep("name", object())
