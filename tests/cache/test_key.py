"""The key by which records are known to be the user's own."""

import os
import stat
from pathlib import Path

import pytest

from pressroom.cache.key import LENGTH, is_signed, load_key, locate_key, sign


@pytest.fixture
def key(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    load_key.cache_clear()
    yield Path(locate_key())
    load_key.cache_clear()


def load(path: Path) -> bytes:
    load_key.cache_clear()
    return load_key(str(path))


def test_it_is_made_once_and_is_the_users_alone(key):
    made = load(key)
    assert len(made) == LENGTH
    assert load(key) == made
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert [path.name for path in key.parent.iterdir()] == ["key"]


def test_what_was_signed_is_known_and_nothing_else(key):
    signature = sign(b"a", b"bc")
    assert is_signed(signature, b"a", b"bc")
    assert not is_signed(signature, b"ab", b"c")
    assert not is_signed(signature[:-1] + "é", b"a", b"bc")
    load(key)
    key.unlink()
    load_key.cache_clear()
    assert not is_signed(signature, b"a", b"bc")


SPOILT = {
    "others may read it": lambda key: key.chmod(0o640),
    "it is short": lambda key: key.write_bytes(b"x"),
    "it is a link": lambda key: key.rename(key.with_name("k")) and key.symlink_to(key.with_name("k")),
    "it is a pipe": lambda key: key.unlink() or os.mkfifo(key),
    "it is a folder": lambda key: key.unlink() or key.mkdir(),
}


@pytest.mark.parametrize("what", SPOILT)
def test_a_key_that_may_be_somebody_elses_is_not_used(what, key):
    made = load(key)
    SPOILT[what](key)
    first, second = load(key), load(key)
    assert made not in (first, second)
    assert first != second  # each process has one of its own, so that nothing is used again


def test_without_a_folder_to_keep_it_in_there_is_one_for_this_process(tmp_path):
    (tmp_path / "file").touch()
    path = tmp_path / "file" / "pressroom" / "key"
    assert load(path) != load(path)


def test_a_folder_that_is_no_path_is_not_used(monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", "here")
    monkeypatch.setenv("HOME", "/users")
    assert locate_key() == "/users/.local/share/pressroom/key"
