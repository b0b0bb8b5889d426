"""The project that is open in the preview: its sources, and the layouts that are under way."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable, Sequence
from pathlib import Path

from pressroom.build.isolation import WorkerFailure
from pressroom.build.job import Job, build
from pressroom.build.plan import Plan, Request, derive_stem, make_plan
from pressroom.build.workers import IsolatedExecutor
from pressroom.cache.dependencies import list_paths
from pressroom.errors import PressroomError, UsageError
from pressroom.model.diagnostic import Diagnostic, Severity, find_error
from pressroom.pipeline.result import Result
from pressroom.pipeline.variant import PLAIN
from pressroom.preview.events import Broadcaster
from pressroom.preview.history import History
from pressroom.preview.layout.marks import mark_failure
from pressroom.preview.layout.rendering import PagePicture, RenderedSource, RenderOrder, draw_pages, render
from pressroom.preview.open_source import OpenSource
from pressroom.project.place import Place, is_sample
from pressroom.project.settings import make_option_layer
from pressroom.world import World

LONG = 20  # pages from which on the section that is edited is laid out ahead of the whole
_MOST_OPEN = 12  # sources whose pages are kept


class Desk:
    """The open project. All its methods belong to the event loop of the server."""

    def __init__(self, plan: Plan, world: World, executor: IsolatedExecutor) -> None:
        self.plan, self.world, self.executor = plan, world, executor
        self.events = Broadcaster()
        self._named = {self._name(path): path for path in plan.request.sources}
        self._opened: dict[str, OpenSource] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def place(self) -> Place:
        """The folder of the project."""
        return self.plan.place

    def list_sources(self) -> dict[str, Path]:
        """Return the sources of the project by their names, and those that were opened by name."""
        plan = make_plan(Request(), self.place, self.world, may_be_empty=True)
        own = (path for path in plan.sources if not is_sample(path, self.place))
        return {self._name(path): path for path in own} | self._named

    def name(self, path: Path) -> str:
        """Open a file by its path, and return the name that it has here."""
        name = self._name(path)
        self._named[name] = path
        return name

    def forget(self, name: str) -> None:
        """Close a source that is no longer there under its name."""
        self._named.pop(name, None)
        self._opened.pop(name, None)

    def find_name(self, shown: str) -> str:
        """Return the name of a source by the one that messages have for it, which depends on the folder."""
        names = {self.place.shown(path): name for name, path in self.list_sources().items()}
        return names.get(shown, shown)

    def _name(self, path: Path) -> str:
        root = self.place.root
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)

    def find(self, name: str) -> OpenSource:
        """Open a source by its name, once. Raises UsageError for one that is not of the project."""
        if name in self._opened:
            self._opened[name] = self._opened.pop(name)  # the last used stands last
            return self._opened[name]
        path = self.list_sources().get(name)
        if path is None:
            raise UsageError(
                "there is no such text in this project", cure="go back to the list", rule="no-source"
            )
        self._close_oldest()
        opened = OpenSource(name, self.make_job(path), History(self.world))
        self._opened[name] = opened
        return opened

    def make_job(self, path: Path, formats: Sequence[str] = ()) -> Job:
        """Return the job of a source as ``report make SOURCE`` has it, with its formats if there are any."""
        options = make_option_layer({"formats": list(formats)} if formats else {})
        plan = self.plan
        return Job(path, derive_stem(path), PLAIN, plan.place, options, plan.out, plan.code, store=plan.store)

    def _close_oldest(self) -> None:
        idle = [name for name, opened in self._opened.items() if not opened.is_running]
        for name in idle[: max(0, len(self._opened) - _MOST_OPEN + 1)]:
            del self._opened[name]

    def refresh(self, opened: OpenSource, line: int = 0) -> None:
        """Have a source laid out anew; in a long report the section of a line ahead of the whole."""
        long = opened.rendered is not None and len(opened.rendered.sizes) >= LONG
        opened.edited_line = line if long else 0
        drafting = None
        if opened.edited_line and not opened.is_drafting:
            opened.is_drafting = True
            drafting = self._start(self._draft(opened))
        if opened.is_running:
            opened.is_waiting = True
            return
        opened.is_running = True
        self._start(self._render(opened, drafting))

    def refresh_changed(self) -> None:
        """Have all open sources laid out anew whose files were changed by another program."""
        for opened in self._opened.values():
            if not opened.is_running and opened.is_stale:
                self.refresh(opened)

    def list_watched(self) -> set[Path]:
        """Return the files and folders that the open sources depend on."""
        return {path for opened in self._opened.values() for path in _list_paths(opened)}

    def _start(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _render(self, opened: OpenSource, drafting: asyncio.Task[None] | None) -> None:
        """Lay out the whole, once the section that goes ahead is there, and again while it is edited."""
        try:
            if drafting:
                await drafting
            while True:
                opened.is_waiting = False
                self.events.send("rendering", source=opened.key)
                order = RenderOrder(opened.job, opened.visible, opened.width)
                opened.take(await self._run_render(order))
                self.events.send("rendered", source=opened.key, revision=opened.revision)
                if not opened.is_waiting:
                    return
        finally:
            opened.is_running = False

    async def _draft(self, opened: OpenSource) -> None:
        """Lay out the section that is edited, and again where it was edited meanwhile."""
        try:
            while opened.edited_line:
                line, opened.edited_line = opened.edited_line, 0
                drafted = await self._run_render(RenderOrder(opened.job, (0, 1), opened.width, line))
                if opened.is_running and drafted.pdf:
                    opened.draft = drafted
                    self.events.send("drafted", source=opened.key, section=drafted.section)
        finally:
            opened.is_drafting = False

    async def _run_render(self, order: RenderOrder) -> RenderedSource:
        ended = await asyncio.wrap_future(self.executor.submit(render, order))
        if not isinstance(ended, WorkerFailure):
            return ended
        shown = self.place.shown(order.job.source)
        found = Diagnostic(Severity.ERROR, ended.rule, ended.reason, ended.cure, where=shown)
        return RenderedSource(b"", (), mark_failure("", (found,), shown))

    async def draw(self, opened: OpenSource, page: int, width: int) -> PagePicture | None:
        """Return the picture of a page, so many pixels wide; None for a page that there is not."""
        kept = opened.pictures.get((opened.revision, page, width))
        if kept or opened.rendered is None or not 0 <= page < len(opened.rendered.sizes):
            return kept
        revision, data = opened.revision, opened.rendered.pdf
        drawn = await asyncio.wrap_future(self.executor.submit(draw_pages, data, (page,), width))
        if isinstance(drawn, WorkerFailure) or page not in drawn:
            return None
        if revision == opened.revision:
            opened.keep(page, width, drawn[page])
        return drawn[page]

    async def make(self, opened: OpenSource, format_name: str) -> Result:
        """Make a source in one format. Raises PressroomError where it cannot be made."""
        job = self.make_job(opened.path, (format_name,))
        ended = await asyncio.wrap_future(self.executor.submit(build, job))
        if isinstance(ended, WorkerFailure):
            raise PressroomError(ended.reason, cure=ended.cure, rule=ended.rule, where=opened.key)
        if ended.status:
            raise PressroomError.from_diagnostic(find_error(ended.diagnostics), ended.status)
        return ended

    async def close(self) -> None:
        """Give up what is under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


def _list_paths(opened: OpenSource) -> Iterable[Path]:
    yield opened.path
    yield opened.path.with_suffix(".toml")
    yield from list_paths(opened.rendered.dependencies if opened.rendered else ())
