"""One source with its settings, read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import astuple, dataclass, replace
from pathlib import Path

from pressroom import readers
from pressroom.cache.dependencies import digest
from pressroom.cache.steps import Steps
from pressroom.errors import PressroomError, UsageError
from pressroom.model.diagnostic import Diagnostic
from pressroom.model.document import Divider, Document, Paragraph
from pressroom.model.inline import words
from pressroom.model.walk import blocks, runs
from pressroom.pipeline.office.libreoffice import is_office_there
from pressroom.pipeline.office.metafiles import draw_metafiles, find_metafiles
from pressroom.pipeline.pictures.fetching import place_picture
from pressroom.pipeline.variant import PLAIN, Variant, fill_settings, fill_source, leave_out
from pressroom.project.fields import has_fields, warn_of_unfilled
from pressroom.project.layers import read_file_layers
from pressroom.project.matrix import find_audience_layers
from pressroom.project.place import Place
from pressroom.project.rows import DataRow
from pressroom.project.settings import Layer, Scope, Settings, find_language, merge
from pressroom.readers.common.settings import ReaderSettings
from pressroom.world import World

UNDRAWN = Document("", "", None, (), ())  # kept for one whose pictures LibreOffice cannot draw
LARGEST = 20_000_000  # bytes; beyond this a text is no briefing, and layout would take hours
_LETTER = re.compile(r"[^\W_]")
_UNSEEN = re.compile(rb"(?is)<(script|style|head)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>|\\[a-z]+-?\d* ?")
_LETTERS = re.compile(rb"[A-Za-z0-9\x80-\xff]")
_PACKAGE = b"PK\x03\x04"
_LOOKED_AT = 2_000_000  # bytes


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
    """Read a source with all its settings, as a variant has it.

    Raises PressroomError when it cannot be read, UsageError when a setting is wrong.
    """
    return read(path, place, world, merge_settings(path, place, world, options, variant), steps, variant)


def merge_settings(
    path: Path, place: Place, world: World, options: Layer, variant: Variant = PLAIN
) -> Settings:
    """Return the settings from outside of a source: of the project, its sidecar, a variant, the options.

    Raises UsageError when one of them is wrong.
    """
    files = read_file_layers(path, place, world)
    layers = (*files, *find_audience_layers(variant.audience, files), variant.settings, options)
    return _merge(layers, variant, find_language(layers))


def read(
    path: Path, place: Place, world: World, settings: Settings, steps: Steps, variant: Variant = PLAIN
) -> Source:
    """Read a source as a variant has it; its front matter is merged into the settings from outside of it.

    Raises PressroomError when it cannot be read, UsageError when a setting is wrong.
    """
    shown = place.shown(path)
    data = read_bytes(path, shown, world)
    reading = make_reader_settings(settings)
    warnings: tuple[Diagnostic, ...] = ()
    if variant.row:
        data, warnings = fill_source(data, shown, reading, variant.row)
        reading = replace(reading, encoding="utf-8")
    document = _read_document(data, shown, reading, steps, world)
    front = Layer(
        dict(document.metadata.settings),
        Scope.FRONT_MATTER,
        f"{shown}:1",
        folder=path.parent,
        text=document.text,
    )
    if variant.row:
        _refuse_without_fields(path, world, (*settings.layers, front), shown, variant.row)
    settings = _merge((*settings.layers, front), variant, settings.lang)
    if settings.leave_out:
        data = leave_out(document, settings.leave_out).encode()
        document = _read_document(data, shown, replace(reading, encoding="utf-8"), steps, world)
    document = place_picture(document, path, settings.picture, world)
    if not variant.row:
        warnings = tuple(warn_of_unfilled(document))
    document = replace(document, diagnostics=(*document.diagnostics, *warnings))
    return Source(path, shown, data, document, settings)


def _read_document(data: bytes, shown: str, settings: ReaderSettings, steps: Steps, world: World) -> Document:
    document = _take_document(data, shown, replace(settings, metafiles=True), steps)
    if find_metafiles(document):
        drawn = None
        if is_office_there(world):
            ingredients = (shown, digest(data), *astuple(settings))
            drawn = steps.take("pictures drawn", ingredients, lambda: draw_metafiles(document) or UNDRAWN)
        document = drawn if drawn and drawn != UNDRAWN else _take_document(data, shown, settings, steps)
    return _refuse_without_words(document, data)


def _take_document(data: bytes, shown: str, settings: ReaderSettings, steps: Steps) -> Document:
    ingredients = (shown, digest(data), *astuple(settings))
    return steps.take("document", ingredients, lambda: readers.read(data, shown, settings))


def _refuse_without_fields(
    path: Path, world: World, layers: tuple[Layer, ...], shown: str, row: DataRow
) -> None:
    """Refuse a text that is the same for every row: nobody wants a thousand copies under different names."""
    texts = (world.read(path).decode("utf-8", "replace"), *(repr(layer.values) for layer in layers))
    if not any(has_fields(text, row) for text in texts):
        raise UsageError(
            "no row changes anything in this text: all its reports would be the same",
            cure=f"write {{{{ row.{row.columns[0][0]} }}}}, or another column, where they differ",
            rule="no-fields",
            where=shown,
        )


def _merge(layers: tuple[Layer, ...], variant: Variant, lang: str) -> Settings:
    row = variant.row
    if row is None:
        return merge(layers)

    def fill(values: Mapping[str, object]) -> dict[str, object]:
        return {key: fill_settings(held, row, lang, f"the setting {key}") for key, held in values.items()}

    return merge(layers, fill)


def read_bytes(path: Path, shown: str, world: World) -> bytes:
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


def make_reader_settings(settings: Settings) -> ReaderSettings:
    """Return what the reader should know beforehand."""
    return ReaderSettings(
        headings=settings.headings,
        not_headings=settings.not_headings,
        levels=settings.levels,
        encoding=settings.encoding,
        markup=settings.markup,
        lang=settings.lang,
    )


def _refuse_without_words(document: Document, data: bytes) -> Document:
    """Return a document that holds something. Raises PressroomError for one without words."""
    if any(not isinstance(block, Divider | Paragraph) for block, _ in blocks(document)):
        return document
    if any(_LETTER.search(words(run.inlines)) for run in runs(document)) or document.footnotes:
        return document
    left = " ".join(document.text[each.span.start : each.span.end] for each in document.left_out)
    if _LETTER.search(left) and not document.metadata.settings:
        reasons = ", ".join(sorted({each.reason for each in document.left_out}))
        raise _refusal(document, f"all its words are left out ({reasons})")
    if not document.metadata.settings and not left and _has_words(data):
        raise _refusal(document, "no text was found in it")
    return document


def _has_words(data: bytes) -> bool:
    """Tell whether a file that is no package has words, those of its markup and scripts aside."""
    if data.startswith(_PACKAGE):
        return False
    return bool(_LETTERS.search(_UNSEEN.sub(b" ", data[:_LOOKED_AT])))


def _refusal(document: Document, why: str) -> PressroomError:
    return PressroomError(
        f"the report would be empty: {why}",
        cure="open the file in the program that made it, and save its text anew or as plain text",
        rule="source-no-words",
        where=document.source,
    )
