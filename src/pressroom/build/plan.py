"""What a run is asked to build, and the jobs that this comes to in a project.

Each source is a report in each cell of its matrix and for each row of data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from pressroom.build.confined import stream_confined
from pressroom.build.isolation import Limits
from pressroom.build.job import Job, hash_name
from pressroom.build.permitting import list_named_files, permit
from pressroom.build.publish import list_outputs
from pressroom.cache.dependencies import fingerprint
from pressroom.cache.manifests import FOLDER
from pressroom.errors import UsageError
from pressroom.model.diagnostic import Diagnostic
from pressroom.pipeline.variant import Variant
from pressroom.project.files import require_inside
from pressroom.project.layers import read_project_layer
from pressroom.project.matrix import Combination, Matrix, read_matrices
from pressroom.project.place import (
    NO_SOURCES,
    Listing,
    Place,
    is_sample,
    list_folder,
    list_sources,
    report_passed_over,
)
from pressroom.project.rows import DataRow, is_unpacked, read_rows
from pressroom.project.settings import Layer, make_option_layer
from pressroom.readers import extensions
from pressroom.storage import is_address
from pressroom.world import World

_BATCH = 100  # rows that a process which unpacks a table sends at a time


@dataclass(frozen=True, slots=True)
class Request:
    """What a run is asked to build; no sources stand for all of the project, no ``out`` for its dist.

    A folder among the sources stands for all that are in it.

    ``options`` override the settings of every report; ``data`` (a table of rows) and ``name`` (a pattern of
    names) those of every matrix. ``audience`` and the rows from ``first_row`` to ``last_row``, 0 for the last
    there is, narrow what is built. ``jobs`` is how many documents are built side by side, 0 for as many as
    there are cores.
    """

    sources: tuple[Path, ...] = ()
    options: Layer = field(default_factory=lambda: make_option_layer({}))
    out: Path | None = None
    data: str = ""
    name: str = ""
    audience: str = ""
    first_row: int = 1
    last_row: int = 0
    force: bool = False
    strict: bool = False
    jobs: int = 0
    limits: Limits = field(default_factory=Limits)

    @property
    def is_narrowed(self) -> bool:
        """Whether some of the reports that the sources have are left out."""
        return bool(self.audience or self.last_row or self.first_row > 1)


@dataclass(frozen=True, slots=True)
class Plan:
    """A request in a project: its sources, their matrices, and the folder for the outputs.

    ``default_matrix`` is for sources that no other covers; ``code`` is the dependency on Pressroom itself;
    ``named`` are the files that the project's settings and the options name; ``warnings`` say what was passed
    over.
    """

    request: Request
    place: Place
    sources: tuple[Path, ...]
    matrices: tuple[Matrix, ...]
    default_matrix: Matrix
    out: Path
    code: Mapping[str, str]
    named: tuple[str, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()

    @property
    def store(self) -> Path | None:
        """The folder where results of steps are kept, None where none are."""
        store = self.out / FOLDER / "store"
        return None if self.request.force or is_address(store) else store

    @property
    def limits(self) -> Limits:
        """The limits of the processes that build the reports, with what these may do."""
        files: list[Path | str] = [*self.sources, self.place.root, *self.named]
        folders = (self.store,) if self.store else ()
        return permit(self.request.limits, files, folders=folders, office=True)

    @property
    def has_samples(self) -> bool:
        """Whether the samples that come with Pressroom take the place of a project's own texts."""
        return any(is_sample(path, self.place) for path in self.sources)

    def jobs(self, world: World) -> Iterator[Job]:
        """Yield each report once, rows read as they come. Raises PressroomError for a wrong plan."""
        for path in self.sources:
            covering = [matrix for matrix in self.matrices if matrix.covers(path)] or [self.default_matrix]
            for matrix in covering:
                source, lang = _find_original(path, matrix, world)
                if lang and source in self.sources:
                    continue  # a translation, which comes with its original
                for cell in matrix.cells(self._narrow(lang)):
                    yield from self._jobs_of_cell(source, cell, matrix, world)

    def _narrow(self, lang: str) -> Combination:
        values, audience = self.request.options.values, self.request.audience
        return Combination(str(values.get("template", "")), lang or str(values.get("lang", "")), audience)

    def _jobs_of_cell(self, source: Path, cell: Combination, matrix: Matrix, world: World) -> Iterator[Job]:
        text = _find_translation(source, cell, matrix, self.place, world)
        variant = Variant(cell.audience, settings=matrix.layer(cell))
        own = derive_stem(source)
        if not matrix.data:
            yield self._job(text, matrix.stem(own, cell, {}, ""), variant)
            return
        request = self.request
        table = Path(matrix.data) if is_address(matrix.data) else self.place.root / matrix.data
        for row in _read_table(table, self.place.shown(table), request.limits, world):
            if row.number < request.first_row:
                continue
            if request.last_row and row.number > request.last_row:
                return
            stem = matrix.stem(own, cell, dict(row.columns), row.key)
            yield self._job(text, stem, replace(variant, row=row))

    def _job(self, source: Path, stem: str, variant: Variant) -> Job:
        request = self.request
        return Job(
            source=source,
            stem=stem,
            variant=variant,
            place=self.place,
            options=request.options,
            out=self.out,
            code=self.code,
            strict=request.strict,
            store=self.store,
        )

    def names(self, world: World) -> set[int]:
        """Return the hash of each report's name. Raises UsageError when two would have the same outputs.

        A hash each is all that is held in memory, whatever the rows hold.
        """
        taken: set[int] = set()
        for job in self.jobs(world):
            name = hash_name(job.stem)
            if name in taken:
                self._refuse_second(job, world)
            taken.add(name)
        return taken

    def _refuse_second(self, job: Job, world: World) -> None:
        name = hash_name(job.stem)
        first = next(each for each in self.jobs(world) if hash_name(each.stem) == name)
        raise UsageError(
            f"{_describe(first)} and {_describe(job)} would both become {job.stem}",
            cure='give the matrix a name = "{source}-{column}" that tells them apart, or --name'
            if job.variant.row or self.matrices
            else "rename one of them, or make them one at a time with --out",
            rule="same-output",
        )


def _read_table(table: Path, shown: str, limits: Limits, world: World) -> Iterator[DataRow]:
    """Yield the rows of a table; those of one that must be unpacked first from a process of its own."""
    if not is_unpacked(table):
        yield from read_rows(table, shown, world)
        return
    limits = permit(limits, (table,))
    world.open(table).close()  # so that whoever records what is looked up knows of it

    def send_rows(send: Callable[[object], None]) -> None:
        rows = read_rows(table, shown, world)
        while batch := tuple(islice(rows, _BATCH)):
            send(batch)

    for batch in stream_confined(shown, send_rows, limits):
        yield from batch


def make_plan(request: Request, place: Place, world: World, *, may_be_empty: bool = False) -> Plan:
    """Return the plan of a request in a project.

    Raises PressroomError for wrong settings, and for no sources unless there ``may_be_empty``.
    """

    def override(matrix: Matrix) -> Matrix:
        return replace(matrix, data=request.data or matrix.data, name=request.name or matrix.name)

    out = place.find_output_folder(request.out, world)
    project = read_project_layer(place, world)
    try:
        found = _find_sources(request, place, world)
    except UsageError as error:
        if not may_be_empty or error.diagnostic.rule != NO_SOURCES:
            raise
        found = Listing(())
    return Plan(
        request=request,
        place=place,
        sources=found.sources,
        matrices=tuple(map(override, read_matrices(project))),
        default_matrix=override(Matrix()),
        out=out,
        code=_fingerprint_code(),
        named=(*list_named_files(project.values), *list_named_files(request.options.values)),
        warnings=tuple(report_passed_over(path, place) for path in found.passed_over),
    )


def _find_sources(request: Request, place: Place, world: World) -> Listing:
    """Return the sources of a request, those of a folder without what was made into it from others."""
    known = extensions()
    listings = [
        list_folder(path, place, world, known)
        if not is_address(path) and world.is_dir(path)
        else Listing((path,))
        for path in request.sources
    ] or [list_sources(place, world, known)]
    named = set(request.sources)
    found = dict.fromkeys(path for each in listings for path in each.sources)
    passed_over = dict.fromkeys(path for each in listings for path in each.passed_over if path not in named)
    return Listing(_leave_out_outputs(tuple(found), named, world), tuple(passed_over))


def _leave_out_outputs(sources: tuple[Path, ...], named: set[Path], world: World) -> tuple[Path, ...]:
    """Return sources without those that a run made, but for those that were ``named`` one by one."""
    folders = {path.parent for path in sources if path not in named and not is_address(path)}
    made = {name for folder in folders for name in list_outputs(folder, world)}
    return tuple(path for path in sources if path in named or str(path) not in made)


def _fingerprint_code() -> dict[str, str]:
    lookup = f"code {Path(__file__).resolve().parent.parent}"
    return {lookup: fingerprint(lookup, {})}


def _describe(job: Job) -> str:
    return job.variant.row.where if job.variant.row else job.place.shown(job.source)


def _list_languages(matrix: Matrix) -> tuple[str, ...]:
    return matrix.axes[1]


def _find_original(path: Path, matrix: Matrix, world: World) -> tuple[Path, str]:
    """Return the text that ``path`` is a translation of, with its language; else itself and ""."""
    stem, _, lang = path.stem.rpartition(".")
    original = path.with_name(stem + path.suffix) if stem else path
    if stem and lang in _list_languages(matrix) and world.is_file(original):
        return original, lang
    return path, ""


def _find_translation(source: Path, cell: Combination, matrix: Matrix, place: Place, world: World) -> Path:
    """Return the text in a cell's language: "brief.de.txt" beside "brief.txt", itself in the first."""
    languages = _list_languages(matrix)
    if not languages or not cell.lang:
        return source
    for tag in dict.fromkeys((cell.lang, cell.lang.partition("-")[0])):
        found = source.with_name(f"{source.stem}.{tag}{source.suffix}")
        if world.is_file(found):
            require_inside(found, source.parent, place.shown(found), world)
            return found
    if cell.lang == languages[0]:
        return source
    wanted = f"{source.stem}.{cell.lang}{source.suffix}"
    raise UsageError(
        f"there is no text in the language {cell.lang!r}",
        cure=f"put {wanted} beside it, or take {cell.lang!r} out of the matrix",
        rule="no-translation",
        where=place.shown(source),
    )


def derive_stem(path: Path) -> str:
    """Return the name of a source's outputs without their ending; never hidden, never a path."""
    return path.stem.lstrip(".") or "report"
