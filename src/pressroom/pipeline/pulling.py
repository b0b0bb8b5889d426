"""Edits made in a Word file of ours, taken back to its source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pressroom import readers
from pressroom.errors import PressroomError, UsageError
from pressroom.model.document import Document
from pressroom.pipeline.pictures.fetching import place_picture
from pressroom.pipeline.source import Source, make_reader_settings
from pressroom.project.files import explain_refusal, is_bare
from pressroom.project.place import Place
from pressroom.readers.common.encoding import decode, encode_like
from pressroom.readers.text.forms.order import PUT_IN_ORDER
from pressroom.world import World
from pressroom.writers.docx.roundtrip.pull import pull, read_source_name
from pressroom.writers.docx.roundtrip.source_text.edits import PulledEdits


def find_source(edited: Path, data: bytes, place: Place, world: World) -> Path:
    """Find the text that a Word file was made from: beside it, in the current folder, in the project.

    A Word file may come from anywhere: it names a text, never a folder. Raises UsageError when the text is
    not where it might be.
    """
    name = read_source_name(data)
    if name and not is_bare(name):
        raise UsageError(
            f"this Word file says that it was made from {name!r}, which is not the name of a text alone",
            cure=f"name it: report pull {edited} TEXT",
            rule="pull-source-outside",
            where=str(edited),
        )
    for folder in list_folders(edited, place) if name else ():
        if world.is_file(folder / name) and not explain_refusal(name, folder, world):
            return folder / name
    raise UsageError(
        f"the text that this file was made from, {name}, is not here" if name else "its text is not known",
        cure=f"name it: report pull {edited} TEXT",
        rule="pull-no-source",
        where=str(edited),
    )


def list_folders(edited: Path, place: Place) -> tuple[Path, ...]:
    """Return the folders in which the text of a Word file is looked for, in this order."""
    return (edited.parent, Path.cwd(), edited.parent.parent, place.root, place.root / "seeds")


def pull_edits(data: bytes, source: Source, world: World) -> PulledEdits:
    """Find what was changed in a Word file of ours, as changes of its source.

    Raises PressroomError when the file is no Word file of ours, or the source's format cannot be patched.
    """
    settings = make_reader_settings(source.settings)
    text, _ = decode(source.data, source.shown, settings)
    document = source.document
    if any(found.rule == PUT_IN_ORDER for found in document.diagnostics):
        raise PressroomError(
            "the words of this text were put in order before it was read, so that no edit has a place in it",
            cure='change the text, or say in its sidecar markup = "plain", make it again and edit that',
            rule="pull-put-in-order",
            where=source.shown,
        )
    if len(text) == len(document.text):  # with the characters that no report can hold, such as a form feed
        document = replace(document, text=text)
    settings = replace(settings, encoding="utf-8")

    def read_again(changed: str) -> Document:
        again = readers.read(changed.encode(), document.source, settings)
        return place_picture(again, source.path, source.settings.picture, world)

    return pull(data, document, read_again)


def apply_edits(source: Source, pulled: PulledEdits, world: World) -> None:
    """Write a source with the edits, in the encoding that it has."""
    settings = make_reader_settings(source.settings)
    data = encode_like(source.data, pulled.text, pulled.apply(), source.shown, settings)
    world.write(source.path, data)
