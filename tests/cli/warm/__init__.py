"""A warm process for tests: started in a process of its own, in folders of the test."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from pressroom.cli.warm import launch
from pressroom.cli.warm.launch import find_state
from pressroom.cli.warm.order import WarmState
from tests.making import ROOT

# "probe" stands for a command: it prints what it finds (see probe.py); nothing is loaded beforehand
CODE = """
import sys
from pressroom.cli import command_table, main, warming
from pressroom.cli.warm import client, server
command_table.COMMANDS["outline"] = main.COMMANDS["outline"] = ("tests.cli.warm.probe", "")
idle = server.IDLE
{more}
sys.exit(server.serve(lambda: None, warming.carry_out, (), idle))
"""
MOST_LOOKS = 2000  # each after a hundredth of a second


def wait_until(there: Callable[[], object]) -> None:
    """Look again and again until something is there; fail when it never is."""
    for _ in range(MOST_LOOKS):
        if there():
            return
        time.sleep(0.01)
    raise AssertionError("it never came")


def start_server(more: str = "", environment: dict[str, str] | None = None) -> subprocess.Popen[str]:
    """Start a warm process that has nothing loaded, and wait until it is ready."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", CODE.format(more=more)],
        env=environment or make_environment(),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    wait_until(lambda: process.poll() is not None or find_state())
    return process


def make_environment() -> dict[str, str]:
    """Return the environment of this process, with this clone and as the command line sets it."""
    own = {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "OPENBLAS_NUM_THREADS": "1"}
    return {**os.environ, **own, "PYTHONSAFEPATH": "1"}


def get_state() -> WarmState:
    """Return the state of the warm process, which must be there."""
    state = find_state()
    assert state is not None
    return state


def list_children(process: int) -> list[int]:
    """Return the processes that another one has started."""
    return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def end_launched() -> None:
    """End the warm processes that were launched from here."""
    launch.stop()
    while launch.launched:
        process = launch.launched.pop()
        process.terminate()
        process.wait()
