"""The project that is open in the preview: its sources, and the layouts that are under way."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable, Sequence
from pathlib import Path

from pressroom.build.isolation import WorkerFailure
from pressroom.build.job import Job, build
from pressroom.build.plan import Plan, Request, derive_stem, make_plan
from pressroom.build.workers import IsolatedExecutor
from pressroom.errors import PressroomError, UsageError
from pressroom.model.diagnostic import Diagnostic, Severity
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
        self._sheets: dict[str, OpenSource] = {}
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

    def _name(self, path: Path) -> str:
        root = self.place.root
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)

    def find(self, name: str) -> OpenSource:
        """Return the sheet of a source by its name. Raises UsageError for one that is not of the project."""
        if name in self._sheets:
            self._sheets[name] = self._sheets.pop(name)  # the last used stands last
            return self._sheets[name]
        path = self.list_sources().get(name)
        if path is None:
            raise UsageError(
                "there is no such text in this project", cure="go back to the list", rule="no-source"
            )
        self._close_oldest()
        sheet = OpenSource(name, self.make_job(path), History(self.world))
        self._sheets[name] = sheet
        return sheet

    def make_job(self, path: Path, formats: Sequence[str] = ()) -> Job:
        """Return the job of a source as ``report make SOURCE`` has it, with its formats if there are any."""
        options = make_option_layer({"formats": list(formats)} if formats else {})
        plan = self.plan
        return Job(path, derive_stem(path), PLAIN, plan.place, options, plan.out, plan.code, store=plan.store)

    def _close_oldest(self) -> None:
        idle = [name for name, sheet in self._sheets.items() if not sheet.is_running]
        for name in idle[: max(0, len(self._sheets) - _MOST_OPEN + 1)]:
            del self._sheets[name]

    def refresh(self, sheet: OpenSource, line: int = 0) -> None:
        """Have a source laid out anew; in a long report the section of a line ahead of the whole."""
        long = sheet.rendered is not None and len(sheet.rendered.sizes) >= LONG
        sheet.edited_line = line if long else 0
        drafting = None
        if sheet.edited_line and not sheet.is_drafting:
            sheet.is_drafting = True
            drafting = self._start(self._draft(sheet))
        if sheet.is_running:
            sheet.is_waiting = True
            return
        sheet.is_running = True
        self._start(self._render(sheet, drafting))

    def refresh_changed(self) -> None:
        """Have all open sources laid out anew whose files were changed by another program."""
        for sheet in self._sheets.values():
            if not sheet.is_running and sheet.is_stale:
                self.refresh(sheet)

    def list_watched(self) -> set[Path]:
        """Return the files and folders that the open sources depend on."""
        return {path for sheet in self._sheets.values() for path in _list_paths(sheet)}

    def _start(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _render(self, sheet: OpenSource, drafting: asyncio.Task[None] | None) -> None:
        """Lay out the whole, once the section that goes ahead is there, and again while it is edited."""
        try:
            if drafting:
                await drafting
            while True:
                sheet.is_waiting = False
                self.events.send("rendering", source=sheet.key)
                order = RenderOrder(sheet.job, sheet.visible, sheet.width)
                sheet.take(await self._run_render(order))
                self.events.send("rendered", source=sheet.key, revision=sheet.revision)
                if not sheet.is_waiting:
                    return
        finally:
            sheet.is_running = False

    async def _draft(self, sheet: OpenSource) -> None:
        """Lay out the section that is edited, and again where it was edited meanwhile."""
        try:
            while sheet.edited_line:
                line, sheet.edited_line = sheet.edited_line, 0
                drafted = await self._run_render(RenderOrder(sheet.job, (0, 1), sheet.width, line))
                if sheet.is_running and drafted.pdf:
                    sheet.draft = drafted
                    self.events.send("drafted", source=sheet.key, section=drafted.section)
        finally:
            sheet.is_drafting = False

    async def _run_render(self, order: RenderOrder) -> RenderedSource:
        ended = await asyncio.wrap_future(self.executor.submit(render, order))
        if not isinstance(ended, WorkerFailure):
            return ended
        shown = self.place.shown(order.job.source)
        found = Diagnostic(Severity.ERROR, ended.rule, ended.reason, ended.cure, where=shown)
        return RenderedSource(b"", (), mark_failure("", (found,), shown))

    async def draw(self, sheet: OpenSource, page: int, width: int) -> PagePicture | None:
        """Return the picture of a page, so many pixels wide; None for a page that there is not."""
        kept = sheet.pictures.get((sheet.revision, page, width))
        if kept or sheet.rendered is None or not 0 <= page < len(sheet.rendered.sizes):
            return kept
        revision, data = sheet.revision, sheet.rendered.pdf
        drawn = await asyncio.wrap_future(self.executor.submit(draw_pages, data, (page,), width))
        if isinstance(drawn, WorkerFailure) or page not in drawn:
            return None
        if revision == sheet.revision:
            sheet.keep(page, width, drawn[page])
        return drawn[page]

    async def make(self, sheet: OpenSource, format_name: str) -> Result:
        """Make a source in one format. Raises PressroomError where it cannot be made."""
        job = self.make_job(sheet.path, (format_name,))
        ended = await asyncio.wrap_future(self.executor.submit(build, job))
        if isinstance(ended, WorkerFailure):
            raise PressroomError(ended.reason, cure=ended.cure, rule=ended.rule, where=sheet.key)
        if ended.status:
            raise PressroomError.from_diagnostic(_find_worst(ended.diagnostics), ended.status)
        return ended

    async def close(self) -> None:
        """Give up what is under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


def _list_paths(sheet: OpenSource) -> Iterable[Path]:
    yield sheet.path
    yield sheet.path.with_suffix(".toml")
    for lookup in sheet.rendered.dependencies if sheet.rendered else ():
        kind, _, subject = lookup.partition(" ")
        if kind in ("read", "file", "names"):
            yield Path(subject)


def _find_worst(found: tuple[Diagnostic, ...]) -> Diagnostic:
    return next(each for each in found if each.severity is Severity.ERROR)
