"""Values that are made once a test run, however many processes share it."""

from __future__ import annotations

import fcntl
import os
import pickle
from collections.abc import Callable
from typing import TypeVar

import pytest

Value = TypeVar("Value")


def make_once(factory: pytest.TempPathFactory, name: str, make: Callable[[], Value]) -> Value:
    """Return what ``make`` returns: the first process that asks makes it, the others wait and read it.

    The value goes through pickle; ``name`` is unique within the run.
    """
    folder = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # of one worker; what is above belongs to the run
    kept = folder / f"{name}.pickle"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            kept.write_bytes(pickle.dumps(make()))
    value: Value = pickle.loads(kept.read_bytes())
    return value
