"""The client of the warm process: hands a command over, passes signals on, ends as the command ended.

Kept light: it is what a warm ``report make`` costs beside the work. Whatever stands against handing a command
over, the command is run here as ever.
"""

from __future__ import annotations

import array
import json
import os
import signal
import socket
import sys
from collections.abc import Container, Mapping, Sequence
from contextlib import suppress
from types import FrameType
from typing import Any, NoReturn

from pressroom.cli.warm import order, place
from pressroom.cli.warm.peer import is_equal

HANDED_OVER = frozenset({"make", "outline", "numbers", "figures", "proof"})
# what asks at the terminal, or starts programs that stay
_NOT_HANDED_OVER = ("--password", "--open", "--engine", "--scheduler")
_OWN_FILES = ("/dev/fd", "/proc/self", "/proc/thread-self", "/dev/tty")  # that are others in another process
_SECONDS = 10.0  # for a warm process to take a message


def run_warm(arguments: Sequence[str], commands: Container[str]) -> int | None:
    """Run a command line in the warm process, and return its status; None where it is to be run here.

    ``commands`` are those that there are: what is none is a source to be made.

    Ends this process by the signal that ended the command, if one did.
    """
    if not may_be_handed_over(arguments, commands):
        return None
    connection = connect()
    if connection is None:
        return None
    with connection:
        answer = _ask(connection, arguments)
    if answer is None:
        return None
    if "refused" in answer:
        if answer["refused"]:
            sys.stderr.write(f"note: done without the warm process: {answer['refused']}\n")
        return None
    if "signal" in answer:
        _end_by(answer["signal"])
    return answer["status"]


def may_be_handed_over(arguments: Sequence[str], commands: Container[str]) -> bool:
    """Tell whether a command line does the same in another process of this user."""
    if not place.is_possible() or "PRESSROOM_TRACE" in os.environ:
        return False
    if None in (sys.stdin, sys.stdout, sys.stderr):
        return False
    first = arguments[0]
    if first not in HANDED_OVER and (first in commands or first.startswith("--")):
        return False
    return not any(
        each.partition("=")[0] in _NOT_HANDED_OVER or any(path in each for path in _OWN_FILES)
        for each in arguments
    )


def connect() -> socket.socket | None:
    """Return a connection to the warm process of this installation, None where there is none to be trusted.

    A socket that a killed process left behind is removed.
    """
    folder = place.open_folder()
    if folder is None:
        return None
    name = place.name_socket()
    path = place.reach(folder, name)
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connection.settimeout(_SECONDS)
        connection.connect(path)
        if is_equal(connection):
            return connection
    except ConnectionRefusedError:
        with suppress(OSError):
            remove_stale(folder, name)
    except OSError:
        pass
    finally:
        os.close(folder)
    connection.close()
    return None


def remove_stale(folder: int, name: str) -> None:
    """Remove a socket that nobody listens at."""
    with place.lock(folder), socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        try:
            connection.connect(place.reach(folder, name))
        except ConnectionRefusedError:
            os.unlink(name, dir_fd=folder)


def ask(message: Mapping[str, object]) -> dict[str, object] | None:
    """Return what the warm process answers to a message without files, None where there is none."""
    connection = connect()
    if connection is None:
        return None
    with connection:
        try:
            connection.sendall(order.pack(message))
            return _receive(connection)
        except OSError:
            return None


def _ask(connection: socket.socket, arguments: Sequence[str]) -> order.OrderAnswer | None:
    """Send an order, pass signals on while it runs, and return its answer; None where it was not taken."""
    data = order.pack(order.make_order(arguments))
    if len(data) > order.LARGEST:
        return {"refused": "the command line and the environment are too long"}
    try:
        here = os.open(".", os.O_PATH | os.O_CLOEXEC)
    except OSError:  # the current folder is gone, or may not be entered
        return {"refused": ""}
    files = array.array("i", [0, 1, 2, here])
    before = _pass_signals_on(connection)
    try:
        sent = connection.sendmsg([data], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, files)])
        connection.sendall(data[sent:])
        if _receive(connection) != order.TAKEN:
            return None
        connection.settimeout(None)
        return _read_answer(_receive(connection))
    except OSError:
        return None
    finally:
        os.close(here)
        for number, handler in before.items():
            signal.signal(number, handler)


def _receive(connection: socket.socket) -> dict[str, object] | None:
    """Return the next answer of the warm process, None where it ended without one. Raises OSError."""
    data = b""
    while not data.endswith(b"\n"):
        part = connection.recv(1)  # no more: another answer may follow
        if not part:
            return None
        data += part
    answer: dict[str, object] = json.loads(data)
    return answer


def _read_answer(found: Mapping[str, object] | None) -> order.OrderAnswer:
    match found:
        case {"refused": str(why)}:
            return {"refused": why}
        case {"status": int(status)}:
            return {"status": status}
        case {"signal": int(number)}:
            return {"signal": number}
    sys.stderr.write("error: the warm process ended before the command did. Cure: run the command again\n")
    return {"status": 3}


def _pass_signals_on(connection: socket.socket) -> dict[int, Any]:
    """Let signals go to the command that runs elsewhere; return what handled them before."""

    def send(number: int, _frame: FrameType | None) -> None:
        with suppress(OSError):
            connection.send(bytes((number,)))
        if number == signal.SIGTSTP:  # Ctrl-Z stops this process too, until the shell lets it go on
            os.kill(os.getpid(), signal.SIGSTOP)

    return {
        number: signal.signal(number, send)
        for number in order.PASSED_ON
        if signal.getsignal(number) is not signal.SIG_IGN
    }


def _end_by(number: int) -> NoReturn:
    """End this process by a signal, as the shell that started it would see it of the command itself."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    signal.signal(number, signal.SIG_DFL) if number not in (signal.SIGKILL, signal.SIGSTOP) else None
    os.kill(os.getpid(), number)
    os._exit(128 + number)
