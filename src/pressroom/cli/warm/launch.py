"""The warm process started in the background, asked for its state, and ended."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Container, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from pressroom.cli.warm import place
from pressroom.cli.warm.client import ask, may_be_handed_over
from pressroom.cli.warm.order import STATUS, STOP, WarmState
from pressroom.errors import MachineError, UsageError

_SECONDS_TO_START = 300.0
_STEP = 0.05  # seconds between two looks
launched: list[subprocess.Popen[bytes]] = []  #: that go on when this process ends, which is no fault
_COMMAND = ("-P", "-m", "pressroom.cli.warming")


def start() -> WarmState:
    """Start the warm process and wait until it is ready; return its state.

    Raises MachineError where it does not become ready.
    """
    if not place.is_possible():
        raise MachineError("a warm process needs Linux 5.3", cure="make without it", rule="no-warm-process")
    if place.open_folder(make=True) is None:
        raise MachineError(
            "this folder can be entered by others, or belongs to somebody else",
            cure="remove it, or let nobody else enter it: chmod 700",
            rule="no-warm-process",
            where=place.locate_folder(),
        )
    with tempfile.TemporaryFile() as said:
        process = _launch(said)
        until = time.monotonic() + _SECONDS_TO_START
        while (state := find_state()) is None and process.poll() is None and time.monotonic() < until:
            time.sleep(_STEP)
        if state is None:
            said.seek(0)
            lines = said.read().decode("utf-8", "replace").splitlines() or ["it ended by itself"]
            raise MachineError(
                f"the warm process is not ready: {lines[-1]}",
                cure="make without it, and see what report doctor says",
                rule="no-warm-process",
            )
    return state


def find_state() -> WarmState | None:
    """Return the state of the warm process, None where there is none."""
    return _as_state(ask(STATUS))


def stop() -> WarmState | None:
    """End the warm process once what it works at is done; return its state, None where there was none."""
    return _as_state(ask(STOP))


def start_where_wanted(arguments: Sequence[str], commands: Container[str]) -> None:
    """Start the warm process for the next command, if the user's settings ask for it and there is none.

    Raises UsageError for settings that are none.
    """
    if is_wanted() and may_be_handed_over(arguments, commands) and not find_state():
        with suppress(OSError):  # it is a help and no more
            _launch(subprocess.DEVNULL)


def is_wanted() -> bool:
    """Tell whether the user's settings ask for a warm process. Raises UsageError for what is no setting."""
    from pressroom.strict_toml import load_toml

    path = Path(place.locate_settings())
    try:
        found = load_toml(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return False
    except ValueError as error:
        raise UsageError(
            f"this is no TOML: {error}", cure="correct it", rule="bad-toml", where=str(path)
        ) from error
    other = sorted(found.keys() - {"warm"})
    if other or not isinstance(found.get("warm", False), bool):
        raise UsageError(
            f"{other[0]!r} is no setting of the user" if other else "warm is neither true nor false",
            cure="warm = true or warm = false stands here; settings of reports stand in report.toml",
            rule="bad-setting",
            where=str(path),
        )
    return bool(found.get("warm", False))


def _launch(said: IO[bytes] | int) -> subprocess.Popen[bytes]:
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, *_COMMAND], stdin=nothing, stdout=nothing, stderr=said, start_new_session=True
    )
    launched.append(process)
    return process


def _as_state(found: dict[str, object] | None) -> WarmState | None:
    if found is None or not isinstance(found.get("pid"), int):
        return None
    state: WarmState = found  # type: ignore[assignment] # our own process says it
    return state
