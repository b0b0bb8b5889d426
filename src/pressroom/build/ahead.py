"""The first half of a cold build, from reading to drawing, beside the loading of WeasyPrint.

To load it takes as long as all that comes before it is needed. So a process of its own goes that way
meanwhile; what it finds comes back as results of steps, and this one goes the same way and finds each made.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from importlib import import_module

from pressroom.build.isolation import CAN_FORK
from pressroom.cache.steps import Steps


def is_worthwhile() -> bool:
    """Tell whether there is anything to be won: something to load, and a core to do the rest meanwhile."""
    return CAN_FORK and "weasyprint" not in sys.modules and (os.cpu_count() or 1) > 1


def run_ahead(first_half: Callable[[Steps], object], steps: Steps) -> None:
    """Load WeasyPrint, and put into ``steps`` the results of those that ``first_half`` takes meanwhile.

    Whatever fails there is left out: it is done again here, and reported from here.
    """
    coming = _start(first_half, steps)
    import_module("weasyprint")
    with suppress(Exception):
        there = coming.result()
        steps.prepared.update(there.collected or {})
        steps.damaged += there.damaged


def _start(first_half: Callable[[Steps], object], steps: Steps) -> Future[Steps]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(1, mp_context=get_context("fork"), initializer=_keep, initargs=(first_half,))
    coming = pool.submit(_collect, steps)
    pool.shutdown(wait=False)
    return coming


_kept: list[Callable[[Steps], object]] = []


def _keep(first_half: Callable[[Steps], object]) -> None:
    _kept.append(first_half)  # a fork takes along what no message could


def _collect(steps: Steps) -> Steps:
    taken = Steps(steps.program, steps.store, collected={})
    with suppress(Exception):
        _kept[0](taken)
    return taken
