"""The functions that the package offers to other programs; docs/api.md has examples.

Each takes a source as a path, or as bytes with a name that says which format they are in, and settings by
keyword: those of docs/settings.md. They override what the project, the sidecar and the front matter say.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from pressroom.cache.steps import Steps
from pressroom.model.document import Document
from pressroom.model.numbers import Numbers
from pressroom.model.report import Report
from pressroom.pipeline.formats import DEFAULT_FORMATS
from pressroom.pipeline.result import Result
from pressroom.project import place as places
from pressroom.project.place import Place
from pressroom.project.settings import Layer, Scope
from pressroom.version import __version__
from pressroom.world import LARGEST, RealWorld, World

if TYPE_CHECKING:
    from pressroom.pipeline.source import Source

NAME = "text.txt"  # of bytes, where none is given: plain text


def read(
    source: str | os.PathLike[str] | bytes,
    *,
    name: str = NAME,
    project: str | os.PathLike[str] | None = None,
    **settings: object,
) -> Document:
    r"""Read a source: its title, sections, lists, tables and notes.

    ``source`` is a path, or bytes whose format is that of ``name``. ``project`` is a folder with or without
    a report.toml; the default is the project around the current folder. Raises PressroomError when the source
    cannot be read, UsageError, which is one, when a setting is wrong.

    >>> document = read(b"# The harvest\n\n## Wheat\n\nSome 41,000 tonnes came in.\n", name="harvest.md")
    >>> document.title.text
    'The harvest'
    >>> [section.heading.text for section in document.walk()]
    ['Wheat']
    """
    return _Call.of(source, name, project, settings).source.document


def find_numbers(
    source: str | os.PathLike[str] | bytes,
    *,
    name: str = NAME,
    project: str | os.PathLike[str] | None = None,
    **settings: object,
) -> Numbers:
    """Find the numbers of a source: all quantities, the key numbers, what is left out and why, conflicts.

    Parameters and errors are those of ``read``.

    >>> numbers = find_numbers(b"Some 41,000 tonnes of wheat came in, up from 36,500 tonnes.")
    >>> [(found.text, found.value, found.unit) for found in numbers.quantities]
    [('41,000 tonnes', 41000.0, 'tonne'), ('36,500 tonnes', 36500.0, 'tonne')]
    >>> numbers.key[0].quantity.qualifier_text
    'Some'
    """
    from pressroom.pipeline import analysis

    found = _Call.of(source, name, project, settings).source
    return analysis.find_numbers(found, analysis.find_language(found), Steps(__version__))


def prepare(
    source: str | os.PathLike[str] | bytes,
    *,
    name: str = NAME,
    project: str | os.PathLike[str] | None = None,
    **settings: object,
) -> Report:
    r"""Return all that a report will say: the document, its numbers and figures, title, language, brand.

    Parameters and errors are those of ``read``. What its author should know is in ``Report.diagnostics``.

    >>> report = prepare(b"The harvest\n\nSome 41,000 tonnes of wheat came in.", lang="en-GB")
    >>> report.title, report.lang, [number.display for number in report.numbers.key]
    ('The harvest', 'en-GB', ['some 41,000 tonnes'])
    """
    from pressroom.pipeline.composing import compose_report

    call = _Call.of(source, name, project, settings)
    return compose_report(call.source, (), call.place, call.world, Steps(__version__)).page.report


def make(
    source: str | os.PathLike[str] | bytes,
    formats: str | Iterable[str] = (),
    *,
    out: str | os.PathLike[str] | None = None,
    name: str = NAME,
    project: str | os.PathLike[str] | None = None,
    **settings: object,
) -> Result:
    r"""Make a report; its bytes are in ``Result.outputs`` by file ending ("pdf", "docx", "html", "eml").

    ``formats`` are pdf, docx, html, email or all; without any, those of the settings, else pdf. With ``out``
    the files are written to that folder as well, each whole or not at all, called as the source is. The other
    parameters and the errors are those of ``read``; it is also an error when one of the formats cannot be
    made. All is done in this process, with no limit of time or memory, and nothing is kept for the next time.

    >>> text = b"The harvest\n\nSome 41,000 tonnes of wheat came in."
    >>> result = make(text, "html", out="dist", name="wheat.txt", lang="en")
    >>> result.outputs["html"][:15]
    b'<!DOCTYPE html>'
    >>> Path("dist/wheat.html").read_bytes() == result.outputs["html"]
    True
    >>> [str(found) for found in result.diagnostics]
    []
    """
    from pressroom.pipeline import report

    if formats:
        settings = {**settings, "formats": formats if isinstance(formats, str) else tuple(formats)}
    call = _Call.of(source, name, project, settings)
    wanted = call.source.settings.formats or DEFAULT_FORMATS
    result = report.make(call.source, wanted, call.place, call.world, Steps(__version__))
    if out is not None:
        from pressroom.build.placing import put_in_place

        stem = call.source.path.stem
        put_in_place(
            {f"{stem}.{ending}": data for ending, data in result.outputs.items()}, Path(out), call.world
        )
    return result


@dataclass(frozen=True, slots=True)
class _Call:
    """What one call works on: the source with its settings, the project around it, the machine."""

    source: Source
    place: Place
    world: World

    @classmethod
    def of(
        cls,
        source: str | os.PathLike[str] | bytes,
        name: str,
        project: str | os.PathLike[str] | None,
        settings: Mapping[str, object],
    ) -> _Call:
        from pressroom.pipeline import source as sources

        path = Path(name if isinstance(source, bytes) else source).absolute()
        world = _WithSource(path, source) if isinstance(source, bytes) else RealWorld()
        place = places.find(Path(project or "").absolute(), world)
        options = Layer(dict(settings), Scope.COMMAND_LINE, "the call", folder=Path.cwd())
        return cls(sources.load(path, place, world, options, Steps(__version__)), place, world)


class _WithSource(RealWorld):
    """The machine, with a source that is no file: what stands beside it is read from the disk."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.path, self.data = path, data

    def is_file(self, path: Path) -> bool:
        return path == self.path or super().is_file(path)

    def is_dir(self, path: Path) -> bool:
        return path != self.path and super().is_dir(path)

    def read(self, path: Path, most: int = LARGEST) -> bytes:
        return self.data if path == self.path else super().read(path, most)

    def open(self, path: Path) -> BinaryIO:
        return BytesIO(self.data) if path == self.path else super().open(path)
