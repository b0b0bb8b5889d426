"""The reports that a run is to make: each source, as each cell of its matrix and each row of data has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from pressroom.cache.dependencies import digest
from pressroom.errors import UsageError
from pressroom.pipeline.variant import Variant
from pressroom.project.matrix import PLAIN, Cell, Matrix
from pressroom.project.place import Place
from pressroom.project.rows import rows
from pressroom.project.settings import Layer
from pressroom.storage import is_address
from pressroom.world import World


@dataclass(frozen=True, slots=True)
class Unit:
    """One report to make. ``stem`` is what its outputs are called, without ending; unique within a run."""

    source: Path
    stem: str
    variant: Variant

    @property
    def name_hash(self) -> int:
        """A hash of the outputs' name, of 64 bits: the same for names that are one file on some system."""
        return hash_of(self.stem)

    @property
    def row_fact(self) -> dict[str, str]:
        """The fact that its row of data is as it is; none without a row."""
        row = self.variant.row
        return {f"row {self.stem}": digest(repr(row.columns).encode())} if row else {}


@dataclass(frozen=True, slots=True)
class Plan:
    """Which reports are asked for: sources, their matrices, and what narrows them.

    ``otherwise`` is for sources that no matrix covers. ``options`` are the command line's settings, above all
    others; ``first`` and ``last`` are numbers of rows, ``last`` 0 for all.
    """

    sources: tuple[Path, ...]
    options: Layer
    matrices: tuple[Matrix, ...] = ()
    otherwise: Matrix = PLAIN
    audience: str = ""
    first: int = 1
    last: int = 0

    def units(self, place: Place, world: World) -> Iterator[Unit]:
        """Yield each report once, rows read as they are asked for. Raises PressroomError for a wrong plan."""
        for given in self.sources:
            covering = [matrix for matrix in self.matrices if matrix.covers(given)] or [self.otherwise]
            for matrix in covering:
                source, lang = self._original(given, matrix, world)
                if lang and source in self.sources:
                    continue  # a translation, which comes with its original
                for cell in matrix.cells(self._only(lang)):
                    yield from self._cell(source, cell, matrix, place, world)

    def _only(self, lang: str) -> Cell:
        values = self.options.values
        return Cell(str(values.get("template", "")), lang or str(values.get("lang", "")), self.audience)

    def _original(self, given: Path, matrix: Matrix, world: World) -> tuple[Path, str]:
        """Return the text that ``given`` is a translation of, with its language; else itself and ""."""
        stem, _, lang = given.stem.rpartition(".")
        original = given.with_name(stem + given.suffix) if stem else given
        if stem and lang in _languages(matrix) and world.is_file(original):
            return original, lang
        return given, ""

    def _cell(self, source: Path, cell: Cell, matrix: Matrix, place: Place, world: World) -> Iterator[Unit]:
        text = _translation(source, cell, matrix, place, world)
        variant = Variant(cell.audience, settings=matrix.layer(cell))
        own = output_stem(source)
        if not matrix.data:
            yield Unit(text, matrix.stem(own, cell, {}, ""), variant)
            return
        table = Path(matrix.data) if is_address(matrix.data) else place.root / matrix.data
        for row in rows(table, place.shown(table), world):
            if row.number < self.first:
                continue
            if self.last and row.number > self.last:
                return
            stem = matrix.stem(own, cell, dict(row.columns), row.key or str(row.number))
            yield Unit(text, stem, replace(variant, row=row))

    def names(self, place: Place, world: World) -> set[int]:
        """Return the hash of each report's name. Raises UsageError when two would have the same outputs.

        A hash each is all that is held in memory, whatever the rows hold.
        """
        taken: set[int] = set()
        for unit in self.units(place, world):
            if unit.name_hash in taken:
                self._refuse_second(unit, place, world)
            taken.add(unit.name_hash)
        return taken

    def _refuse_second(self, unit: Unit, place: Place, world: World) -> None:
        first = next(each for each in self.units(place, world) if each.name_hash == unit.name_hash)
        raise UsageError(
            f"{_told(first, place)} and {_told(unit, place)} would both become {unit.stem}",
            cure='give the matrix a name = "{source}-{column}" that tells them apart, or --name'
            if unit.variant.row or self.matrices
            else "rename one of them, or make them one at a time with --out",
            rule="same-output",
        )


def _told(unit: Unit, place: Place) -> str:
    return unit.variant.row.where if unit.variant.row else place.shown(unit.source)


def _languages(matrix: Matrix) -> tuple[str, ...]:
    return matrix.axes[1]


def _translation(source: Path, cell: Cell, matrix: Matrix, place: Place, world: World) -> Path:
    """Return the text in a cell's language: "brief.de.txt" beside "brief.txt", itself in the first."""
    languages = _languages(matrix)
    if not languages or not cell.lang:
        return source
    for tag in dict.fromkeys((cell.lang, cell.lang.partition("-")[0])):
        found = source.with_name(f"{source.stem}.{tag}{source.suffix}")
        if world.is_file(found):
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


def hash_of(stem: str) -> int:
    """Hash the name of outputs; two that differ in case alone are one file on Windows and on the Mac."""
    return int.from_bytes(blake2b(stem.casefold().encode("utf-8", "surrogateescape"), digest_size=8).digest())


def output_stem(path: Path) -> str:
    """Return the name of a source's outputs without their ending; never hidden, never a path."""
    return path.stem.lstrip(".") or "report"
