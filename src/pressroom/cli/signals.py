"""SIGTERM and SIGHUP end a run as Ctrl-C does: what is written is whole, and nothing is left behind."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Stopped(KeyboardInterrupt):
    """The run was asked to end, by the signal of this number."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__()


@contextmanager
def stop_on_signals() -> Iterator[None]:
    """Let each of the signals raise ``Stopped``; one that is ignored, as under nohup, stays so."""
    before = {}
    for number in ENDING:
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            before[number] = signal.signal(number, _stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def hold_signals() -> Iterator[None]:
    """Hold the signals back until the block has ended, so that what is printed in it is whole."""
    caught: list[int] = []
    before = {}
    for number in ENDING:
        if signal.getsignal(number) in (_stop, signal.default_int_handler):
            before[number] = signal.signal(number, lambda number, _frame: caught.append(number))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if caught:
        raise Stopped(caught[0])


def _stop(number: int, _frame: FrameType | None) -> None:
    raise Stopped(number)
