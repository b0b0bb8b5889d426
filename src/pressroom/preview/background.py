"""The process that makes many reports and sends mail for the server, and its progress as it comes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from threading import Thread
from typing import Any

from pressroom.errors import PressroomError
from pressroom.preview.operations import Progress, RefusedOperation, begin, guard


class Background:
    """Runs operations one after the other in a process of its own.

    ``report`` is called with the progress of each in the thread of the event loop ``loop``.
    """

    def __init__(self, report: Callable[[Progress], None], loop: asyncio.AbstractEventLoop) -> None:
        context = get_context("forkserver")
        self._queue: Any = context.SimpleQueue()  # the other kind has a thread on either side
        self._pool = ProcessPoolExecutor(1, context, begin, (self._queue,))
        self._reader = Thread(target=self._pass_on, args=(report, loop), daemon=True)
        self._reader.start()

    async def run(self, work: Callable[..., Any], *args: object) -> Any:
        """Return what an operation returns. Raises PressroomError as the operation does."""
        ended = await asyncio.wrap_future(self._pool.submit(guard, work, *args))
        if isinstance(ended, RefusedOperation):
            raise PressroomError.from_diagnostic(ended.diagnostic)
        return ended

    def close(self) -> None:
        """End the process, whatever it is at: reports appear whole or not at all, and an outbox goes on."""
        for process in list((self._pool._processes or {}).values()):  # noqa: SLF001 - nothing else ends it at once
            process.kill()
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._queue.put(None)

    def _pass_on(self, report: Callable[[Progress], None], loop: asyncio.AbstractEventLoop) -> None:
        while (progress := self._queue.get()) is not None:
            loop.call_soon_threadsafe(report, progress)
