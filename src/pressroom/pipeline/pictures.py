"""Pictures that a document names, fetched from beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from pressroom.model import walk
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Asset, Document, Image
from pressroom.model.inline import InlineImage
from pressroom.project.files import explain_refusal
from pressroom.readers.common.pictures import describe_problem
from pressroom.world import World

TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
PNG = b"\x89PNG"


def fetch_pictures(
    document: Document, folder: Path, world: World
) -> tuple[dict[str, Asset], tuple[Diagnostic, ...]]:
    """Return every picture the document names, by that name, and a warning for each that cannot be had.

    A picture is one that the source carries itself, or a PNG or JPEG file in the source's folder or below;
    either by its bytes, whatever its name and type say.
    """
    carried = {asset.name: asset for asset in document.assets}
    assets: dict[str, Asset] = {}
    warnings: list[Diagnostic] = []
    for src in dict.fromkeys(_list_named(document)):
        problem, asset = _look_at(carried[src]) if src in carried else _fetch(src, folder, world)
        if asset:
            assets[src] = asset
        else:
            warnings.append(
                Diagnostic(
                    Severity.WARNING,
                    "picture-missing",
                    f"the picture {src} {problem}",
                    "put a PNG or JPEG file beside the source",
                    where=document.source,
                )
            )
    return assets, tuple(warnings)


def _fetch(src: str, folder: Path, world: World) -> tuple[str, Asset | None]:
    media_type = TYPES.get(Path(src).suffix.lower())
    why = explain_refusal(unquote(src), folder)
    if why:
        return f"{why}; nothing is fetched from elsewhere", None
    if media_type is None:
        return "is neither PNG nor JPEG", None
    path = folder / unquote(src)
    if not world.is_file(path):
        return "is not there", None
    return _look_at(Asset(src, media_type, world.read(path)))


def _look_at(asset: Asset) -> tuple[str, Asset | None]:
    """Return what is wrong with a picture, or the picture with the type that its bytes have."""
    problem = describe_problem(asset.data)
    if problem:
        return problem, None
    return "", replace(asset, media_type=TYPES[".png" if asset.data.startswith(PNG) else ".jpg"])


def _list_named(document: Document) -> Iterator[str]:
    """Yield the name of every picture of the text, its headings and its footnotes."""
    notes = tuple(block for note in document.footnotes for block in note.blocks)
    for block, _ in (*walk.blocks(document), *walk.descend(notes)):
        if isinstance(block, Image):
            yield block.src
    for run in (*walk.runs(document), *walk.block_runs(notes)):
        for inline in walk.inlines(run.inlines):
            if isinstance(inline, InlineImage):
                yield inline.src
