"""Modules run with something in the place of what they import."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from pressroom.loading.stand_ins import DeferredModule, Run, StandInFinder, defer_function, put_in_place


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of a module that can be imported, and of which ``costly`` is imported by it."""
    (tmp_path / "quick_library.py").write_text("import costly_library\nfound = costly_library.name\n")
    (tmp_path / "costly_library.py").write_text("name = 'costly'\ndef call(given): return given + 1\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in ("quick_library", "costly_library"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return "quick_library"


def find(library: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Import a module that is run by a function."""
    monkeypatch.setattr(sys, "meta_path", [StandInFinder({library: run}), *sys.meta_path])
    return __import__(library)


def test_a_module_is_run_with_a_stand_in(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(_: ModuleType, module: Callable[[], None]) -> None:
        cheap: Any = ModuleType("costly_library")
        cheap.name = "cheap"
        with put_in_place({"costly_library": cheap}):
            module()

    assert find(library, run, monkeypatch).found == "cheap"
    assert "costly_library" not in sys.modules


def test_a_module_that_fails_so_is_run_as_it_is(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(module: ModuleType, own: Callable[[], None]) -> None:
        with put_in_place({"costly_library": ModuleType("costly_library")}):
            module.__dict__["left"] = "over"
            own()  # AttributeError: it has no name

    found = find(library, run, monkeypatch)
    assert found.found == "costly"
    assert not hasattr(found, "left")


def test_what_is_loaded_already_stays(library: str) -> None:
    there = __import__("costly_library")
    with put_in_place({"costly_library": ModuleType("costly_library")}):
        assert sys.modules["costly_library"] is there
    assert sys.modules["costly_library"] is there
    assert library == "quick_library"


@pytest.mark.usefixtures("library")
def test_a_deferred_module_is_imported_when_it_is_used() -> None:
    deferred: Any = DeferredModule("costly_library")
    function = defer_function("costly_library", "call")
    assert "costly_library" not in sys.modules
    assert deferred.name == "costly"
    assert function(1) == 2
    assert not hasattr(deferred, "__path__")
