"""The first half of a cold build, from reading to drawing, beside the loading of WeasyPrint.

To load it takes as long as all that comes before it is needed. So a process of its own goes that way
meanwhile; what it finds comes back as results of steps, and this one goes the same way and finds each made.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

from pressroom.build.isolation import CAN_FORK
from pressroom.cache.steps import Steps


def is_worthwhile() -> bool:
    """Tell whether there is anything to be won: something to load, and a core to do the rest meanwhile."""
    return CAN_FORK and "weasyprint" not in sys.modules and (os.cpu_count() or 1) > 1


def run_ahead(first_half: Callable[[Steps], object], steps: Steps) -> None:
    """Load WeasyPrint, and put into ``steps`` the results of those that ``first_half`` takes meanwhile.

    Whatever fails there is left out: it is done again here, and reported from here.
    """
    coming, sending = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(coming)
        _send_and_exit(first_half, steps, sending)
    os.close(sending)
    import_module("weasyprint")
    with os.fdopen(coming, "rb") as file:
        data = file.read()
    os.waitpid(child, 0)
    with suppress(Exception):
        there: Steps = pickle.loads(data)  # noqa: S301 - our own child wrote it
        steps.prepared.update(there.collected or {})
        steps.damaged += there.damaged


def _send_and_exit(first_half: Callable[[Steps], object], steps: Steps, pipe: int) -> NoReturn:
    """Take the first half, send its results, and end without the clean-up of what a fork took along."""
    try:
        taken = Steps(steps.program, steps.store, collected={})
        with suppress(Exception):
            first_half(taken)
        with os.fdopen(pipe, "wb") as file:
            pickle.dump(taken, file, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)
