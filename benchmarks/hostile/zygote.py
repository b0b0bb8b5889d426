"""A process with Pressroom and its libraries in it, of which each command line is a copy.

A command takes a fraction of what it takes from a cold start, so that thousands can be run; how it behaves,
and what its own process takes beyond what it began with, are the same.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LIBRARIES = (
    "weasyprint",
    "docx",
    "lxml.html",
    "matplotlib.figure",
    "pikepdf",
    "babel",
    "markdown_it",
    "yaml",
)
COMMANDS = ("make", "outline", "numbers", "figures", "check", "pull", "send", "print", "clean", "proof")
STEP = 0.002  # seconds between two looks whether a command has ended


@dataclass(frozen=True, slots=True)
class Started:
    """A command that runs: what it says goes to ``place``.out, its memory at most to ``place``.memory."""

    pid: int
    place: Path


def start(
    folder: Path, arguments: Sequence[str], place: Path, given: bytes, variables: Mapping[str, str]
) -> Started:
    """Start a command line in a folder, ``given`` on stdin; ``place`` is where what came of it is put."""
    place.with_suffix(".in").write_bytes(given)
    request = {
        "folder": str(folder),
        "arguments": arguments,
        "place": str(place),
        "variables": dict(variables),
    }
    return Started(int(_ask(request)), place)


def wait(started: Started, seconds: float) -> int | None:
    """Return the status of a command, minus the number of the signal that ended it; None where it goes on."""
    status = _ask({"wait": started.pid, "seconds": seconds})
    return None if status is None else int(status)


def stop(started: Started, number: int = signal.SIGKILL) -> None:
    """Send a signal to a command, which has not been waited for."""
    os.kill(started.pid, number)


def _ask(request: Mapping[str, object]) -> object:
    server = _serve()
    assert server.stdin
    assert server.stdout
    server.stdin.write(json.dumps(request).encode("utf-8", "surrogateescape") + b"\n")
    server.stdin.flush()
    return json.loads(server.stdout.readline())


@cache
def _serve() -> subprocess.Popen[bytes]:
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
        "OPENBLAS_NUM_THREADS": "1",
    }
    command = [sys.executable, "-P", "-m", "benchmarks.hostile.zygote"]
    return subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _answer() -> None:
    """Answer requests until there are no more."""
    from importlib import import_module

    for name in (*LIBRARIES, "pressroom.cli.main", *(f"pressroom.cli.commands.{name}" for name in COMMANDS)):
        import_module(name)
    for line in sys.stdin.buffer:
        request = json.loads(line.decode("utf-8", "surrogateescape"))
        answer = _wait(request["wait"], request["seconds"]) if "wait" in request else _fork(request)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _wait(pid: int, seconds: float) -> int | None:
    until = time.monotonic() + seconds
    while True:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > until:
            return None
        time.sleep(STEP)


def _fork(request: Mapping[str, object]) -> int:
    pid = os.fork()
    if pid:
        return pid
    status = 70
    try:
        status = _run(request)
    finally:
        os._exit(status)


def _run(request: Mapping[str, object]) -> int:
    from pressroom.cli.start import main

    os.setpgid(0, 0)
    place = str(request["place"])
    for number, ending, flags in (
        (0, ".in", os.O_RDONLY),
        (1, ".out", os.O_WRONLY | os.O_CREAT | os.O_APPEND),
    ):
        opened = os.open(place + ending, flags)
        os.dup2(opened, number)
    os.dup2(1, 2)
    os.chdir(str(request["folder"]))
    os.environ.update(request["variables"])  # type: ignore[call-overload]  # what JSON brought
    sys.argv = ["report", *request["arguments"]]  # type: ignore[misc]  # the same
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, mode, closefd=False)  # noqa: SIM115 - for as long as the process lasts
        for number, mode in enumerate("rww")
    )
    status: object = 0
    try:
        main()
    except SystemExit as end:
        status = end.code
    except BaseException:
        import traceback

        traceback.print_exc()
        status = 1
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    Path(place + ".memory").write_text(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
    return status if isinstance(status, int) else 0


if __name__ == "__main__":
    _answer()
