"""A command that was ordered, in a process forked for it: all is as in a process of its own."""

from __future__ import annotations

import io
import os
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import BinaryIO, NoReturn, TextIO, cast

from pressroom.cli.warm.order import PASSED_ON, Order, OrderAnswer, find_difference, pack_answer

OUTDATED = 97  # status by which the warm process learns that the code has changed
CarryOut = Callable[[list[str]], int]
_LOST = 70
_STDERR = 2


class NotTakenError(Exception):
    """An order that cannot be carried out here as it would be in a process of its own."""


def run_and_exit(
    order: Order, files: Sequence[int], connection: socket.socket, code: str, carry_out: CarryOut
) -> NoReturn:
    """Carry out an order, answer the client, and end this process.

    ``files`` are stdin, stdout, stderr and the current folder of the client; ``code`` identifies the program
    that is loaded; ``carry_out`` runs a command line and returns its status.
    """
    status = _LOST
    try:
        connection.setblocking(True)
        os.register_at_fork(after_in_child=connection.close)  # what opens files shall not speak to the client
        if find_code() != code:
            status = OUTDATED
            answer: OrderAnswer = {"refused": "Pressroom or what it is installed with has changed"}
        else:
            adopt(order, files)
            answer = {"status": _run(order["arguments"], carry_out)}
            status = 0
        connection.sendall(pack_answer(answer))
    except NotTakenError as reason:
        connection.sendall(pack_answer({"refused": str(reason)}))
    finally:
        os._exit(status)


def find_code() -> str:
    """Return the fingerprint of the program as it is on the disk now."""
    from pressroom.cache.dependencies import fingerprint
    from pressroom.cli.warm.place import locate_package

    return fingerprint(f"code {locate_package()}", {})


def adopt(order: Order, files: Sequence[int]) -> None:
    """Become the process that the client would be. Raises NotTakenError where that is not possible."""
    differing = find_difference(order["environment"], dict(os.environ))
    if differing:
        raise NotTakenError(f"the variable {differing} is another than when it was started")
    os.setsid()
    for number in PASSED_ON:
        ignored = number in order["ignored"]
        default = signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
        signal.signal(number, signal.SIG_IGN if ignored else default)
    _adopt_rights(order)
    for number, file in enumerate(files[:3]):
        os.dup2(file, number)
    try:
        os.fchdir(files[3])
    except OSError as error:
        raise NotTakenError("its folder cannot be entered from there") from error
    for file in files:
        os.close(file)
    os.environ.clear()
    os.environ.update(order["environment"])
    time.tzset()
    os.umask(order["umask"])
    tempfile.tempdir = None  # it depends on the environment
    _open_streams(order)
    sys.argv = ["report", *order["arguments"]]


def _adopt_rights(order: Order) -> None:
    """Take over the client's limits, priority and cores; another process may only have less than before."""
    import resource

    try:
        for kind, (soft, hard) in order["limits"].items():
            if resource.getrlimit(int(kind)) != (soft, hard):
                resource.setrlimit(int(kind), (soft, hard))
        if os.getpriority(os.PRIO_PROCESS, 0) != order["nice"]:
            os.setpriority(os.PRIO_PROCESS, 0, order["nice"])
        if os.sched_getaffinity(0) != set(order["cores"]):
            os.sched_setaffinity(0, order["cores"])
    except (OSError, ValueError) as error:
        raise NotTakenError("it has other limits than the shell of this command") from error


def _open_streams(order: Order) -> None:
    """Open stdin, stdout and stderr as Python does at its start."""
    for number, (encoding, errors) in enumerate(order["streams"]):
        raw = io.FileIO(number, "r" if number == 0 else "w", closefd=False)
        stream = _open_stream(raw, encoding, errors, order["environment"])
        name = ("stdin", "stdout", "stderr")[number]
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def _open_stream(raw: io.FileIO, encoding: str, errors: str, environment: Mapping[str, str]) -> TextIO:
    if raw.readable():
        return io.TextIOWrapper(io.BufferedReader(raw), encoding, errors)
    if environment.get("PYTHONUNBUFFERED"):
        return io.TextIOWrapper(cast("BinaryIO", raw), encoding, errors, write_through=True)
    by_line = raw.fileno() == _STDERR or raw.isatty()
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding, errors, line_buffering=by_line)


def _run(arguments: Sequence[str], carry_out: CarryOut) -> int:
    """Run the command line; return its status, with everything printed and nothing left behind."""
    from pressroom.build.scratch import remove_temporary_folder

    try:
        return carry_out(list(arguments))
    finally:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):  # whoever reads it is gone
                stream.flush()
        remove_temporary_folder()
