"""Pictures that a document names, fetched from beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from pressroom.model import walk
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Asset, Block, Document, Image, Paragraph
from pressroom.model.inline import InlineImage
from pressroom.model.span import Span
from pressroom.project.files import explain_refusal
from pressroom.readers.common.pictures import describe_picture, describe_problem
from pressroom.world import World

TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
NO_PICTURE = "none"
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


def place_picture(document: Document, path: Path, setting: str, world: World) -> Document:
    """Return a document with the picture that its settings name, or that has its name beside it, at its top.

    A text that names pictures itself gets none by its name alone; "none" leaves it out.
    """
    named = "" if setting == NO_PICTURE else setting
    warnings: tuple[Diagnostic, ...] = ()
    if not setting and not any(True for _ in _list_named(document)):
        beside = (path.with_suffix(ending) for ending in TYPES)
        named = next((each.name for each in beside if world.is_file(each)), "")
        if named:
            warnings = (_warn_undescribed(named, document.source),)
    if not named:
        return document
    at = next((index for index, block in enumerate(document.blocks) if _is_text(block)), len(document.blocks))
    image = describe_picture(
        named, document.title.span if document.title else Span(document.source, 1, 1, 0, 0)
    )
    return replace(
        document,
        blocks=(*document.blocks[:at], image, *document.blocks[at:]),
        diagnostics=(*document.diagnostics, *warnings),
    )


def _is_text(block: Block) -> bool:
    """Tell whether a block is no line of the head, such as a byline."""
    return not isinstance(block, Paragraph) or block.role == "body"


def _warn_undescribed(name: str, source: str) -> Diagnostic:
    return Diagnostic(
        Severity.WARNING,
        "picture-undescribed",
        f"{name} has the name of the text and is printed with it; nothing says what it shows",
        f'set picture = "{name} | What it shows | Photo: who took it", or picture = "{NO_PICTURE}"',
        where=source,
    )


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
