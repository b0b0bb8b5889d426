"""Commands that open a file in a process of its own, within limits; what they print is printed here."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TextIO

import click

from pressroom.build.confined import LIMITS, stream_confined
from pressroom.build.isolation import CAN_FORK, Limits

P = ParamSpec("P")


def in_limited_process(command: Callable[P, int | None], limits: Limits = LIMITS) -> Callable[P, int]:
    """Let a command run in a process of its own, within limits of time, memory and files.

    Its lines are passed on as they come, so that none are gathered here; its errors are raised here.
    """

    @wraps(command)
    def limited(*args: P.args, **kwargs: P.kwargs) -> int:
        if not CAN_FORK or "PRESSROOM_TRACE" in os.environ:  # whose traceback is that of one process
            return command(*args, **kwargs) or 0
        streams = {"out": sys.stdout, "err": sys.stderr}

        def work(send: Callable[[object], None]) -> int:
            sys.stdout, sys.stderr = (_Sender(send, name, stream) for name, stream in streams.items())
            try:
                return command(*args, **kwargs) or 0
            except click.ClickException as error:
                error.show()
                return error.exit_code

        lines = stream_confined(_name_file(kwargs), work, limits)
        try:
            while True:
                name, text = next(lines)
                click.echo(text, nl=False, err=name == "err")
        except StopIteration as end:
            status: int = end.value
            return status

    return limited


def _name_file(options: dict[str, object]) -> str:
    """Return the file that a command was given, for messages."""
    given = next((each for each in options.values() if isinstance(each, Path)), None)
    return os.fsencode(given).decode("utf-8", "replace") if given else "report"


class _Sender(io.TextIOBase):
    """Stands for a stream of the process that prints: what is written is sent there."""

    encoding = "utf-8"
    errors = "replace"

    def __init__(self, send: Callable[[object], None], name: str, stream: TextIO) -> None:
        self._send, self._name, self._stream = send, name, stream

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._stream.isatty()

    def fileno(self) -> int:
        return self._stream.fileno()

    def write(self, text: str) -> int:
        self._send((self._name, text))
        return len(text)
