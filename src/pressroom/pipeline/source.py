"""One source with its settings, read."""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from pathlib import Path

from pressroom import readers
from pressroom.cache.dependencies import digest
from pressroom.cache.steps import Steps
from pressroom.errors import PressroomError, UsageError
from pressroom.model.document import Document
from pressroom.pipeline.variant import PLAIN, Variant, filled, filled_settings, has_fields, without
from pressroom.project import place as places
from pressroom.project.matrix import audience
from pressroom.project.place import Place
from pressroom.project.rows import Row
from pressroom.project.settings import Layer, Settings, merge
from pressroom.project.toml import parse, tables_at
from pressroom.readers.common.settings import ReaderSettings
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


def load(
    path: Path, place: Place, world: World, options: Layer, steps: Steps, variant: Variant = PLAIN
) -> Source:
    """Read a source with its sidecar, front matter and project settings, as a variant has it.

    Raises PressroomError when it cannot be read, UsageError when a setting is wrong.
    """
    shown = place.shown(path)
    general = _layers(path, place, world)
    special = (*audience(variant.audience, tuple(general)), variant.settings, options)
    before = merge([*general, *special])
    data = source_bytes(path, shown, world)
    reading = reader_settings(before)
    if variant.row:
        data = filled(data, shown, reading, variant.row)
        reading = replace(reading, encoding="utf-8")
    document = _read(data, shown, reading, steps)
    front = Layer(dict(document.metadata.settings), f"{shown}:1")
    layers = [*general, front, *special]
    if variant.row:
        _refuse_without_fields(path, world, layers, shown)
    settings = merge(_filled(layers, variant.row, reading.lang))
    if settings.leave_out:
        data = without(document, settings.leave_out).encode()
        document = _read(data, shown, replace(reading, encoding="utf-8"), steps)
    return Source(path, shown, data, document, settings)


def _read(data: bytes, shown: str, settings: ReaderSettings, steps: Steps) -> Document:
    ingredients = (shown, digest(data), *astuple(settings))
    return steps.take("document", ingredients, lambda: readers.read(data, shown, settings))


def _refuse_without_fields(path: Path, world: World, layers: list[Layer], shown: str) -> None:
    """Refuse a text that is the same for every row: nobody wants a thousand copies under different names."""
    texts = (world.read(path).decode("utf-8", "replace"), *(repr(layer.values) for layer in layers))
    if not any(map(has_fields, texts)):
        raise UsageError(
            "no row changes anything in this text: all its reports would be the same",
            cure="write {{ row.NAME }}, with the name of a column, where they differ; or give it no data",
            rule="no-fields",
            where=shown,
        )


def _filled(layers: list[Layer], row: Row | None, lang: str) -> list[Layer]:
    if row is None:
        return layers
    return [
        replace(layer, values={key: filled_settings(held, row, lang) for key, held in layer.values.items()})
        for layer in layers
    ]


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
