"""Pictures that a document names, fetched from beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from pressroom.model import walk
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Asset, Document, Image
from pressroom.model.inline import InlineImage
from pressroom.project.files import explain_refusal
from pressroom.world import World

TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
LARGEST = 20_000_000  # bytes of one picture
MOST_PIXELS = 25_000_000


def fetch_pictures(
    document: Document, folder: Path, world: World
) -> tuple[dict[str, Asset], tuple[Diagnostic, ...]]:
    """Return every picture the document names, by that name, and a warning for each that cannot be had.

    A picture is one that the source carries itself, or a PNG or JPEG file in the source's folder or below.
    """
    assets = {asset.name: asset for asset in document.assets}
    warnings: list[Diagnostic] = []
    for src in dict.fromkeys(_list_named(document)):
        if src in assets:
            continue
        problem, asset = _fetch(src, folder, world)
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
    data = world.read(path)
    problem = f"is larger than {LARGEST / 1e6:.0f} MB" if len(data) > LARGEST else _describe_problem(data)
    return (problem, None) if problem else ("", Asset(src, media_type, data))


def _describe_problem(data: bytes) -> str:
    """Say why bytes are no picture to print, "" for fine; looks at the header alone, unpacks nothing."""
    import io

    from PIL import Image as Pillow

    try:
        with Pillow.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            width, height = picture.size
    except (OSError, ValueError, SyntaxError, Pillow.DecompressionBombError):
        return "is damaged or no PNG or JPEG"
    return "has more than 25 million pixels" if width * height > MOST_PIXELS else ""


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
