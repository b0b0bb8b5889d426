"""What the client of the warm process sends: a command with everything that it would find in its own process.

A message is its length, four bytes, and JSON. With an order go four open files: stdin, stdout, stderr and the
current folder. The answer is one line of JSON; while the order runs, each further byte from the client is
the number of a signal.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from typing import TypedDict

from pressroom.version import __version__

LARGEST = 4_000_000  # bytes of a message
FILES = 4  # that go with an order
HEAD = 4  # bytes ahead of a message, which say its length
PASSED_ON = tuple(
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGTSTP", "SIGCONT")
    if hasattr(signal, name)
)
_ORDER, _STATUS, _STOP = "order", "status", "stop"
# Variables that libraries or Python itself read while they are loaded: where one of them is another, a
# process that is loaded already is another too.
_READ_AT_START = frozenset(
    f"{prefix}{name}"
    for prefix, names in (
        ("", ("TZ", "HOME", "LANG", "LANGUAGE")),
        ("XDG_", ("CONFIG_HOME", "CACHE_HOME", "DATA_HOME", "CONFIG_DIRS", "DATA_DIRS")),
    )
    for name in names
)
_BEGINNINGS = (
    *("LC_", "LD_", "PYTHON", "FONTCONFIG_", "FC_", "PANGO", "HB_", "G_", "GLIB", "MPL", "MATPLOTLIB"),
    *("OPENBLAS_", "OMP_", "MKL_", "NUMEXPR_", "WEASYPRINT_", "MALLOC_", "GLIBC_", "OPENSSL_"),
)


class Order(TypedDict):
    """A command of the user, and the process that it would run in.

    ``limits`` are those of ``resource``, by number: soft and hard. ``cores`` are those it may run on;
    ``ignored`` the signals it ignores; ``streams`` the encoding and its errors of stdin, stdout and stderr.
    """

    kind: str
    version: str
    arguments: list[str]
    environment: dict[str, str]
    umask: int
    limits: dict[str, tuple[int, int]]
    nice: int
    cores: list[int]
    ignored: list[int]
    streams: list[tuple[str, str]]


class OrderAnswer(TypedDict, total=False):
    """How an order ended: its status, or the signal that ended it; or why it was not taken."""

    status: int
    signal: int
    refused: str


class WarmState(TypedDict):
    """The state of the warm process: its number, orders so far and at present, bytes of memory, and after
    how many seconds without an order it ends.
    """

    pid: int
    orders: int
    running: int
    memory: int
    idle: float


STATUS, STOP = {"kind": _STATUS}, {"kind": _STOP}
TAKEN = {"taken": True}  # what is answered to an order at once


def make_order(arguments: Sequence[str]) -> Order:
    """Return an order of a command line, from this process."""
    import resource

    umask = os.umask(0o077)
    os.umask(umask)
    limits = {name for name in dir(resource) if name.startswith("RLIMIT_")}
    return Order(
        kind=_ORDER,
        version=__version__,
        arguments=list(arguments),
        environment=dict(os.environ),
        umask=umask,
        limits={str(kind): resource.getrlimit(kind) for kind in {getattr(resource, name) for name in limits}},
        nice=os.getpriority(os.PRIO_PROCESS, 0),
        cores=sorted(os.sched_getaffinity(0)),
        ignored=[number for number in PASSED_ON if signal.getsignal(number) is signal.SIG_IGN],
        streams=[(each.encoding, each.errors or "strict") for each in (sys.stdin, sys.stdout, sys.stderr)],
    )


def pack(message: object) -> bytes:
    """Return the bytes of a message."""
    body = json.dumps(message).encode()
    return len(body).to_bytes(HEAD, "big") + body


def pack_answer(answer: Mapping[str, object]) -> bytes:
    """Return the line of an answer."""
    return json.dumps(answer).encode() + b"\n"


def unpack(data: bytes | bytearray) -> dict[str, object] | None:
    """Return the message that ``data`` begins with, None while some of it is missing.

    Raises ValueError for what is none, or is too long.
    """
    if len(data) < HEAD:
        return None
    size = int.from_bytes(data[:HEAD], "big")
    if size > LARGEST:
        raise ValueError("the message is too long")
    if len(data) < HEAD + size:
        return None
    try:
        message = json.loads(data[HEAD : HEAD + size])
    except RecursionError as error:
        raise ValueError("the message nests too deep") from error
    if not isinstance(message, dict) or message.get("kind") not in (_ORDER, _STATUS, _STOP):
        raise ValueError("the message is of no known kind")
    return message


def check_order(message: dict[str, object]) -> Order:
    """Return a message as the order that it is. Raises ValueError for one that has another form."""
    text, number = str, int
    forms: dict[str, object] = {
        "kind": text,
        "version": text,
        "arguments": [text],
        "environment": {text: text},
        "umask": number,
        "limits": {text: [number]},
        "nice": number,
        "cores": [number],
        "ignored": [number],
        "streams": [[text]],
    }
    if message.keys() != forms.keys() or not all(_has_form(message[key], forms[key]) for key in forms):
        raise ValueError("the order is not complete")
    order: Order = message  # type: ignore[assignment]  # its form was looked at
    pairs = (*order["streams"], *order["limits"].values())
    if len(order["streams"]) != 3 or any(len(pair) != 2 for pair in pairs):
        raise ValueError("the order is not complete")
    return order


def _has_form(value: object, form: object) -> bool:
    if isinstance(form, type):
        return type(value) is form
    if isinstance(form, dict):
        (inner,) = form.values()
        return isinstance(value, dict) and all(_has_form(each, inner) for each in value.values())
    assert isinstance(form, list)  # noqa: S101 - the forms above are ours
    return isinstance(value, list) and all(_has_form(each, form[0]) for each in value)


def find_difference(environment: dict[str, str], other: dict[str, str]) -> str:
    """Return the first variable, in the order of names, that is read at the start and is another; else ""."""
    for name in sorted(environment.keys() | other.keys()):
        is_read = name in _READ_AT_START or name.startswith(_BEGINNINGS)
        if is_read and environment.get(name) != other.get(name):
            return name
    return ""
