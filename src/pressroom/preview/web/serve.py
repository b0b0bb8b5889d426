"""The server of the preview, from its start to its end."""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from pressroom.build.plan import Plan, Request, make_plan
from pressroom.build.preload import preload
from pressroom.build.workers import IsolatedExecutor
from pressroom.errors import MachineError
from pressroom.preview.background import Background
from pressroom.preview.desk import Desk
from pressroom.preview.operations import Progress
from pressroom.preview.web.app import make_app
from pressroom.preview.web.guard import LocalAddress
from pressroom.project.place import Place
from pressroom.world import World

_WORKERS = 3  # one for the whole report, one for the section that is edited, one for pictures of pages
_RECYCLED_AFTER = 150  # layouts; libraries leak some tens of kilobytes with each
_BEGUN = 0.5  # seconds after which a watch sees every change
_STEP = 50  # milliseconds without a further change after which a change of a file is taken up


def serve(
    sources: tuple[Path, ...], place: Place, world: World, port: int, announce: Callable[[LocalAddress], None]
) -> None:
    """Serve a project until the process is interrupted; ``announce`` is called once the server answers.

    ``port`` 0 takes any that is free. Raises PressroomError for wrong settings, MachineError where the port
    is taken.
    """
    plan = make_plan(Request(sources), place, world, may_be_empty=True)
    with closing(_listen(port)) as listener:
        host, number = listener.getsockname()
        address = LocalAddress(number, host)
        preload(("pdf",))
        executor = IsolatedExecutor(_WORKERS, plan.limits, _RECYCLED_AFTER)
        try:
            # ahead of any thread of ours, so that workers are forked from what is loaded here
            executor.submit(os.getpid)
            asyncio.run(_run(plan, world, executor, listener, address, announce))
        finally:
            executor.shutdown(cancel_futures=True)


def _choose_host() -> str:
    """Return an address of the loopback that nobody else listens on.

    A browser sends the cookies of a host to all of its ports: those of 127.0.0.1 would reach the server of
    any other user of this machine. On Linux all of 127.0.0.0/8 is the loopback, elsewhere one address.
    """
    if sys.platform != "linux":
        return "127.0.0.1"
    return ".".join(["127", *(str(1 + secrets.randbelow(253)) for _ in range(3))])


def _listen(port: int) -> socket.socket:
    """Return a socket that listens on the loopback. Raises MachineError where it cannot."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((_choose_host(), port))
        listener.listen(64)
    except OSError as error:
        listener.close()
        raise MachineError(
            f"the preview cannot listen on port {port}: {error.strerror}",
            cure="leave --port out, or give another one",
            rule="port-taken",
        ) from error
    return listener


async def _run(
    plan: Plan,
    world: World,
    executor: IsolatedExecutor,
    listener: socket.socket,
    address: LocalAddress,
    announce: Callable[[LocalAddress], None],
) -> None:
    import uvicorn

    class PreviewServer(uvicorn.Server):
        """A server that says when it answers, and ends the streams of events ahead of its own end."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            announce(address)

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            desk.events.close()
            await super().shutdown(sockets)

    desk = Desk(plan, world, executor)

    def tell(progress: Progress) -> None:
        desk.events.send(
            "made",
            source=desk.find_name(progress.source),
            state=progress.state,
            message=progress.message,
            made=progress.made,
            failed=progress.failed,
            total=progress.total,
        )

    background = Background(tell, asyncio.get_running_loop())
    config = uvicorn.Config(
        make_app(desk, background, address),
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=1,
    )
    server = PreviewServer(config)
    watching = asyncio.create_task(_watch(desk))
    try:
        await server.serve([listener])
    finally:
        watching.cancel()
        await desk.close()
        background.close()


async def _watch(desk: Desk) -> None:
    """Lay sources out anew whose files are changed by another program."""
    import watchfiles

    while True:
        watched = desk.list_watched()
        folders = {path if path.is_dir() else path.parent for path in watched}
        there = {folder for folder in folders if folder.is_dir()}
        if not there:
            await asyncio.sleep(0.5)
            continue
        stop = asyncio.Event()
        checking = asyncio.create_task(_stop_when_others(desk, watched, stop))
        try:
            with suppress(FileNotFoundError):  # a folder that went meanwhile
                async for _ in watchfiles.awatch(*there, stop_event=stop, step=_STEP, recursive=False):
                    desk.refresh_changed()
        finally:
            checking.cancel()


async def _stop_when_others(desk: Desk, watched: set[Path], stop: asyncio.Event) -> None:
    """End a watch once other files are to be watched; look for what changed before it began."""
    await asyncio.sleep(_BEGUN)
    desk.refresh_changed()
    while desk.list_watched() == watched:
        await asyncio.sleep(0.5)
    stop.set()
