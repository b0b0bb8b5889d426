"""Server-sent events: what happens to the reports, told to every open page."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping

_WAITING = 100  # events that a page may be behind; one that is further is told to load anew
_KEEP_ALIVE = 15.0  # seconds


def _format_event(kind: str, data: Mapping[str, object]) -> str:
    return f"event: {kind}\ndata: {json.dumps(data)}\n\n"


class Broadcaster:
    """Passes events on to all who listen."""

    def __init__(self) -> None:
        self._queues: set[asyncio.Queue[str | None]] = set()

    def send(self, kind: str, **data: object) -> None:
        """Tell everybody of something that happened."""
        message = _format_event(kind, data)
        for queue in self._queues:
            if queue.qsize() < _WAITING:
                queue.put_nowait(message)
            else:
                while not queue.empty():
                    queue.get_nowait()
                queue.put_nowait(_format_event("behind", {}))

    def close(self) -> None:
        """End what everybody listens to: the server waits for its answers to end."""
        for queue in self._queues:
            queue.put_nowait(None)

    async def listen(self) -> AsyncIterator[str]:
        """Yield events as they come, in the form of text/event-stream; a comment while there are none."""
        queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._queues.add(queue)
        try:
            yield ": open\n\n"
            while True:
                try:
                    message = await asyncio.wait_for(queue.get(), _KEEP_ALIVE)
                except TimeoutError:
                    message = ": still here\n\n"
                if message is None:
                    return
                yield message
        finally:
            self._queues.discard(queue)
