"""What is needed once is made ahead of the first document, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from pressroom import preparing
from pressroom.build.isolation import Limits, run_isolated
from pressroom.loading.kept import locate_folder


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Let things be kept in a folder of the test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return a file that gets a letter each time that something is made, in place of making it."""
    count = tmp_path / "made"
    count.touch()

    def note() -> None:
        with count.open("a") as file:
            file.write("x")

    monkeypatch.setattr(preparing, "_make_in_new_process", note)
    return count


def test_it_is_made_once_and_again_after_a_change(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preparing.prepare()
    preparing.prepare()
    assert made.read_text() == "x"
    monkeypatch.setattr(preparing, "_describe", lambda: "another version")
    preparing.prepare()
    preparing.prepare()
    assert made.read_text() == "xx"


def test_a_new_folder_in_the_package_is_a_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "_PACKAGE", tmp_path)
    (tmp_path / "inner" / "__pycache__").mkdir(parents=True)
    before = preparing._describe()
    (tmp_path / "inner" / "__pycache__" / "module.pyc").touch()
    assert preparing._describe() == before
    (tmp_path / "inner" / "module.py").touch()
    assert preparing._describe() != before


def test_where_nothing_can_be_kept_nothing_is_made(made: Path, cache: Path) -> None:
    cache.touch()
    preparing.prepare()
    assert made.read_text() == ""


def test_the_first_document_finds_it_made(made: Path) -> None:
    assert run_isolated(lambda _: made.read_text(), None, Limits()) == "x"
    assert run_isolated(lambda _: made.read_text(), None, Limits()) == "x"


@pytest.mark.slow
def test_what_is_made_are_the_tables_that_are_kept(cache: Path) -> None:
    preparing.prepare()
    assert Path(locate_folder()).is_relative_to(cache)
    kinds = {each.name.partition("-")[0] for each in Path(locate_folder()).iterdir()}
    assert kinds == {"cffi", "hyphens", "patterns", "prepared", "widths"}
