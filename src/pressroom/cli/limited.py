"""Commands that open a file in a process of its own, within limits; what they print is printed here."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TextIO

import click

from pressroom.build.confined import LIMITS, stream_confined
from pressroom.build.isolation import CAN_FORK, Limits
from pressroom.build.permitting import permit

PIECE = 1_000_000  # characters that the command's own process holds at a time
P = ParamSpec("P")
Options = Mapping[str, Any]  # of a command, by the names of its parameters


def in_limited_process(
    command: Callable[P, int | None],
    limits: Limits = LIMITS,
    list_folders: Callable[[Options], Iterable[Path]] = lambda _: (),
) -> Callable[P, int]:
    """Let a command run in a process of its own, within limits of time, memory and files.

    Its lines are passed on as they come, so that none are gathered here; its errors are raised here.
    ``list_folders`` tells from the command's options in which folders it writes. Those that are not there are
    made, since no process can be permitted to write in what is not there, and removed where nothing was put.
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

        folders = tuple(folder.resolve() for folder in list_folders(kwargs))
        with _made(folders):
            permitted = permit(limits, _list_files(kwargs), folders=folders)
            lines = stream_confined(_name_file(kwargs), work, permitted)
            try:
                while True:
                    name, text = next(lines)
                    click.echo(text, nl=False, err=name == "err")
            except StopIteration as end:
                status: int = end.value
                return status

    return limited


@contextmanager
def _made(folders: Iterable[Path]) -> Iterator[None]:
    """Make folders that are not there yet; afterwards remove those again that are empty."""
    missing = dict.fromkeys(
        each for folder in folders for each in (folder, *folder.parents) if not each.exists()
    )
    made = []
    with suppress(OSError):  # whoever writes there says so
        for folder in sorted(missing):
            folder.mkdir()
            made.append(folder)
    try:
        yield
    finally:
        with suppress(OSError):
            for folder in reversed(made):
                folder.rmdir()


def _list_files(options: Options) -> list[Path]:
    return [each for each in options.values() if isinstance(each, Path)]


def _name_file(options: Options) -> str:
    """Return the file that a command was given, for messages."""
    given = next(iter(_list_files(options)), None)
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
        for start in range(0, len(text), PIECE):
            self._send((self._name, text[start : start + PIECE]))
        return len(text)
