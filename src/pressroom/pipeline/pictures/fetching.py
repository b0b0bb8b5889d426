"""Pictures that a document names, fetched from beside it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote

from pressroom.cache.dependencies import digest
from pressroom.cache.steps import Steps
from pressroom.model import walk
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Asset, Block, Document, Image, Paragraph
from pressroom.model.figure import Drawing
from pressroom.model.inline import InlineImage, PictureWidth, words
from pressroom.model.paper import COLUMN_MM
from pressroom.model.span import Span
from pressroom.pipeline.pictures.formats import convert_picture, find_media_type, measure_picture
from pressroom.project.files import explain_refusal
from pressroom.readers.common.brackets.pictures import describe_picture
from pressroom.readers.common.pictures import NAMED
from pressroom.world import World

ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".tif", ".tiff", ".bmp")
NO_PICTURE = "none"
_SAFE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._/-]*")


@dataclass(frozen=True, slots=True)
class FetchedPictures:
    """The pictures of a document by the names that it gives them, and the drawings of those that are SVG.

    An asset's own name is one that stands in an address as it is; drawings are found by it.
    """

    assets: Mapping[str, Asset]
    drawings: Mapping[str, Drawing]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """A picture where the text names it.

    ``told``: words say what it shows; ``placed``: no line of the text names it, but its settings or its name;
    ``large``: it is a block of its own; ``width``: how wide it is to be, where that is said.
    """

    src: str
    span: Span
    told: bool
    placed: bool = False
    large: bool = False
    width: PictureWidth | None = None


def fetch_pictures(document: Document, folder: Path, world: World, steps: Steps) -> FetchedPictures:
    """Return every picture the document names, with a warning for each that cannot be had or has no words.

    A picture is one that the source carries itself, or a file in the source's folder or below; of which kind
    is told by its bytes, whatever its name and type say.
    """
    carried = {asset.name: asset for asset in document.assets}
    assets: dict[str, Asset] = {}
    drawings: dict[str, Drawing] = {}
    found: list[Diagnostic] = []
    named = sorted(_list_named(document), key=lambda one: one.span.start)
    first = {one.src: one for one in reversed(named)}
    for picture in reversed(first.values()):
        src = picture.src
        try:
            asset = carried[src] if src in carried else _fetch(src, folder, world)
            asset, drawing = _prepare(asset, steps)
        except ValueError as error:
            found.append(_warn_missing(picture, str(error)))
            continue
        assets[src] = asset
        if drawing:
            drawings[asset.name] = drawing
    large = {(one.src, one.width): one for one in reversed(named) if one.large and one.src in assets}
    found += _check_sharpness(reversed(large.values()), assets, document)
    found += _warn_of_no_words((one for one in named if one.src in assets), document)
    return FetchedPictures(assets, drawings, tuple(found))


def _prepare(asset: Asset, steps: Steps) -> tuple[Asset, Drawing | None]:
    """Return a picture by the name that the page has for it. Raises ValueError with what is wrong with it."""
    name = _make_name(asset.name)
    media_type = find_media_type(asset.data)
    if media_type:
        return Asset(name, media_type, asset.data), None
    made = steps.take("picture", digest(asset.data), lambda: convert_picture(asset.data))
    return replace(made[0], name=name), made[1]


def _make_name(src: str) -> str:
    """Return a name for an asset that no address changes: its own, or one with a few letters of its hash."""
    if _SAFE.fullmatch(src):
        return src
    plain = re.sub(r"[^A-Za-z0-9.]+", "-", unquote(src)).strip("-.") or "picture"
    return f"{digest(src.encode())[:8]}-{plain[-40:]}"


def _warn_missing(picture: _Named, why: str) -> Diagnostic:
    return Diagnostic(
        Severity.WARNING,
        "picture-missing",
        f"the picture {picture.src[:100]} {why}",
        f"put a {NAMED} file beside the source",
        span=picture.span,
    )


SCREEN_DPI, SHARP_DPI = 96, 150
SMALLEST = 150  # pixels across: what is smaller is a sign or a logo
_MM_PER_INCH = 25.4


def _check_sharpness(
    pictures: Iterable[_Named], assets: Mapping[str, Asset], document: Document
) -> Iterator[Diagnostic]:
    """Yield a finding for each picture that has fewer pixels than paper wants at the width that it has there:
    a warning where it is stretched beyond what a screen shows.
    """
    for picture in pictures:
        width, height = measure_picture(assets[picture.src])
        if width < SMALLEST:
            continue
        across = _measure_print(picture, width)
        density = width / across * _MM_PER_INCH
        if density >= SHARP_DPI:
            continue
        sharp = f"{int(width / SHARP_DPI * _MM_PER_INCH)} mm"
        widest = across if picture.width else COLUMN_MM  # with more pixels it is wider, where nobody says
        cure = f"take it with {round(SHARP_DPI * widest / _MM_PER_INCH)} pixels across, or more"
        yield Diagnostic(
            Severity.WARNING if density < SCREEN_DPI - 1 else Severity.NOTE,
            "picture-coarse",
            f"the picture {picture.src[:100]} has {width} × {height} pixels: on paper it is {across:.0f} mm "
            f"wide with {density:.0f} to the inch, and looks blurred below {SHARP_DPI}",
            f"{cure}; or have it {sharp} wide: {_explain_sizing(picture, document, sharp)}",
            span=picture.span,
        )


def _measure_print(picture: _Named, pixels: int) -> float:
    """Return how many millimetres wide a picture is printed: as asked for, else as on a screen, in the text's
    column at most.
    """
    if picture.width:
        return picture.width.measure(COLUMN_MM)
    return min(COLUMN_MM, pixels / SCREEN_DPI * _MM_PER_INCH)


def _explain_sizing(picture: _Named, document: Document, width: str) -> str:
    """Return how a width is written where a picture is named."""
    name = picture.src[:100]
    if picture.placed:
        return f'picture = "{name} | {width}"'
    written = document.text[picture.span.start : picture.span.end]
    if "![" in written:
        return f"![…]({name}){{width={width.replace(' ', '')}}}"
    return f"[picture: {name} | {width}]" if written.startswith("[") else "make it smaller in the source"


def _warn_of_no_words(pictures: Iterable[_Named], document: Document) -> list[Diagnostic]:
    """Return a warning for each picture that no words describe, with all its lines."""
    silent: dict[str, _Named] = {}
    for picture in pictures:
        if not picture.told:
            silent.setdefault(picture.src, picture)
    return [
        Diagnostic(
            Severity.WARNING,
            "picture-undescribed",
            f"no words say what the picture {src[:100]} shows: who cannot see it is not told of it",
            _explain_describing(picture, document),
            span=picture.span,
        )
        for src, picture in silent.items()
    ]


def _explain_describing(picture: _Named, document: Document) -> str:
    """Return how the words are written that say what a picture shows, where it is named."""
    name = picture.src[:100]
    if picture.placed:
        return f'set picture = "{name} | What it shows | Photo: who took it", or picture = "{NO_PICTURE}"'
    written = document.text[picture.span.start : picture.span.end]
    if "![" in written:
        name = f"<{name}>" if " " in name else name
        return f"write what it shows, ![What it shows]({name}), or leave it where it only decorates"
    if written.startswith("["):
        return f"write what it shows, [picture: {name} | What it shows], or leave it where it only decorates"
    return "give it an alternative text that says what it shows, or leave it where it only decorates"


def place_picture(document: Document, path: Path, setting: str, world: World) -> Document:
    """Return a document with the picture that its settings name, or that has its name beside it, at its top.

    A text that names pictures itself gets none by its name alone; "none" leaves it out.
    """
    named = "" if setting == NO_PICTURE else setting
    if not setting and not any(True for _ in _list_named(document)):
        beside = (path.with_suffix(ending) for ending in ENDINGS)
        named = next((each.name for each in beside if world.is_file(each)), "")
    if not named:
        return document
    at = next((index for index, block in enumerate(document.blocks) if _is_text(block)), len(document.blocks))
    image = describe_picture(named, _find_top(document))
    return replace(document, blocks=(*document.blocks[:at], image, *document.blocks[at:]))


def _find_top(document: Document) -> Span:
    """Return the place that a picture has which no line of the text names: that of the title."""
    return document.title.span if document.title else Span(document.source, 1, 1, 0, 0)


def _is_text(block: Block) -> bool:
    """Tell whether a block is no line of the head, such as a byline."""
    return not isinstance(block, Paragraph) or block.role == "body"


def _fetch(src: str, folder: Path, world: World) -> Asset:
    """Return a file beside the source. Raises ValueError with the reason why there is none."""
    names = list(dict.fromkeys((unquote(src), src)))  # "100%25.png" is "100%.png", and may be a name as well
    why = explain_refusal(names[0], folder, world)
    if why:
        raise ValueError(f"{why}; nothing is fetched from elsewhere")
    forms = [unicodedata.normalize(form, name) for name in names for form in ("NFC", "NFD")]
    for name in (*names, *forms):
        if not explain_refusal(name, folder, world) and world.is_file(folder / name):
            return Asset(src, "", world.read(folder / name))
    raise ValueError("is not there")


def _list_named(document: Document) -> Iterator[_Named]:
    """Yield every picture of the text, its headings and its footnotes, blocks first."""
    notes = tuple(block for note in document.footnotes for block in note.blocks)
    for block, _ in (*walk.blocks(document), *walk.descend(notes)):
        if isinstance(block, Image):
            told = bool(block.alt.strip() or words(block.caption).strip())
            placed = block.span == _find_top(document)
            yield _Named(block.src, block.span, told, placed=placed, large=True, width=block.width)
    for run in (*walk.runs(document), *walk.block_runs(notes)):
        for inline in walk.inlines(run.inlines):
            if isinstance(inline, InlineImage):
                yield _Named(inline.src, run.span, bool(inline.alt.strip()))
