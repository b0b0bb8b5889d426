"""Many documents on all cores: a pool of warm processes, each document within limits, each loss its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from pressroom.build.isolation import Limits, Lost, confine, expired, leave_with, out_of_memory, timed_out

if TYPE_CHECKING:
    from concurrent.futures import Future

Argument = TypeVar("Argument")
Result = TypeVar("Result")
PRELOADED = ("pressroom.build.report", "weasyprint", "matplotlib.figure", "lxml.etree", "jinja2")
RECYCLED_AFTER = 20  # documents; what a library leaks in that time is small, and a new process costs little


def run_all(
    work: Callable[[Argument], Result], arguments: Iterable[Argument], *, jobs: int, limits: Limits
) -> Iterator[tuple[Argument, Result | Lost]]:
    """Yield each argument with ``work(argument)``, or with how its process was lost, as they end.

    No more than four arguments a worker are taken from the iterable ahead of their results, however many
    there are.
    """
    from concurrent.futures import FIRST_COMPLETED, wait
    from itertools import islice
    from multiprocessing import get_all_start_methods, get_context

    from pebble import ProcessPool

    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    context = get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(list(PRELOADED))
    left = iter(arguments)
    running: dict[Future[Result], Argument] = {}
    with ProcessPool(
        jobs, RECYCLED_AFTER, initializer=leave_with, initargs=(os.getpid(),), context=context
    ) as pool:
        try:
            while True:
                for argument in islice(left, 4 * jobs - len(running)):
                    future: Any = pool.schedule(
                        _within, args=(work, argument, limits), timeout=limits.seconds
                    )
                    running[future] = argument
                if not running:
                    return
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    yield running.pop(future), _taken(future, limits)
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call] # pebble is typed but for this
            raise


def _within(work: Callable[[Any], Result], argument: object, limits: Limits) -> Result:
    confine(limits)
    return work(argument)


def _taken(future: Future[Result], limits: Limits) -> Result | Lost:
    from concurrent.futures import TimeoutError as Timeout

    from pebble import ProcessExpired

    try:
        return future.result()
    except (TimeoutError, Timeout):
        return timed_out(limits)
    except ProcessExpired as error:
        return expired(error.exitcode, limits)
    except MemoryError:
        return out_of_memory(limits)
