"""Folders of its own for each warm process."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.warm import make_environment, start_server


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    """Let socket and settings be in folders of the test; return that of the socket."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    for name, value in make_environment().items():
        monkeypatch.setenv(name, value)
    return tmp_path / "XDG_DATA_HOME" / "pressroom" / "warm"


@pytest.fixture(autouse=True)
def temporary_folder(monkeypatch):
    """Return the folder for temporary files, whose path is short, as that of a socket must be."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        monkeypatch.setenv("TMPDIR", name)
        yield Path(name)


@pytest.fixture
def serve() -> Iterator[Callable[..., object]]:
    """Start warm processes, and end them with the test, with all that they started."""
    started = []

    def start(more: str = "", environment: dict[str, str] | None = None):
        started.append(start_server(more, environment))
        return started[-1]

    yield start
    for process in started:
        with suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGTERM)
        with suppress(ProcessLookupError):
            for child in list_children_of(process.pid):
                os.kill(child, signal.SIGKILL)
        process.communicate()


def list_children_of(process: int) -> list[int]:
    """Return the children of a process, none where it is gone."""
    from tests.cli.warm import list_children

    with suppress(OSError):
        return list_children(process)
    return []
