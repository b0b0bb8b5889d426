"""One source with its settings, read."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from pathlib import Path

from pressroom import readers
from pressroom.build.facts import digest
from pressroom.build.steps import Steps
from pressroom.errors import PressroomError
from pressroom.model.document import Document
from pressroom.project import place as places
from pressroom.project.place import Place
from pressroom.project.settings import Layer, Settings, merge
from pressroom.project.toml import parse, tables_at
from pressroom.readers.settings import ReaderSettings
from pressroom.world import World

LARGEST = 20_000_000  # bytes; beyond this a text is no briefing, and layout would take hours


@dataclass(frozen=True, slots=True)
class Source:
    """A source as read: its bytes, its document, and its settings with all layers merged."""

    path: Path
    shown: str
    data: bytes
    document: Document
    settings: Settings


def load(path: Path, place: Place, world: World, options: Layer, steps: Steps) -> Source:
    """Read a source with its sidecar, front matter and project settings.

    Raises PressroomError when it cannot be read, UsageError when a setting is wrong.
    """
    shown = place.shown(path)
    layers = _layers(path, place, world)
    before = merge([*layers, options])
    data = source_bytes(path, shown, world)
    settings = reader_settings(before)
    ingredients = (shown, digest(data), *astuple(settings))
    document = steps.take("document", ingredients, lambda: readers.read(data, shown, settings))
    front = Layer(dict(document.metadata.settings), f"{shown}:1")
    return Source(path, shown, data, document, merge([*layers, front, options]))


def source_bytes(path: Path, shown: str, world: World) -> bytes:
    """Read a source's bytes; a missing or absurdly large one is a PressroomError."""
    if world.is_dir(path):
        raise PressroomError(
            "this is a folder, not a text",
            cure=f"name the texts in it: {shown}/*",
            rule="source-folder",
            where=shown,
        )
    data = world.read(path)
    if len(data) > LARGEST:
        raise PressroomError(
            f"the file has {len(data) / 1e6:.0f} MB; a report may have {LARGEST / 1e6:.0f} MB",
            cure="split it, or take out what is no text",
            rule="source-too-large",
            where=shown,
        )
    if not data.strip(b" \t\r\n\f\v\0\xef\xbb\xbf\xfe\xff"):
        raise PressroomError(
            "the file is empty", cure="write a text into it", rule="source-empty", where=shown
        )
    return data


def reader_settings(settings: Settings) -> ReaderSettings:
    """Return what the reader should know beforehand."""
    return ReaderSettings(
        headings=settings.headings,
        not_headings=settings.not_headings,
        levels=settings.levels,
        encoding=settings.encoding,
        lang=settings.lang,
    )


def settings_of(path: Path, place: Place, world: World, options: Layer) -> Settings:
    """Return the settings for a file that stand outside of it: the project's, its sidecar's, the options."""
    return merge([*_layers(path, place, world), options])


def _layers(path: Path, place: Place, world: World) -> list[Layer]:
    layers = []
    for file in (place.root / places.SETTINGS, path.with_suffix(".toml")):
        if file != path and world.is_file(file):
            shown = place.shown(file)
            data = world.read(file)
            layers.append(Layer(parse(data, shown), shown, tables_at(data, "figure")))
    return layers
