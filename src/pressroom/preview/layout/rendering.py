"""A source to its pages, in a process of its own: nothing of a document is read in that of the server."""

from __future__ import annotations

import gc
import io
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import count

from pressroom.build.job import Job
from pressroom.cache.recording import RecordingWorld
from pressroom.cache.steps import Steps
from pressroom.cache.store import Store
from pressroom.errors import PressroomError, fault
from pressroom.model.diagnostic import Diagnostic
from pressroom.model.document import Document, Section
from pressroom.preview.layout.marks import Marks, collect_marks, mark_decided, mark_failure
from pressroom.preview.layout.places import PageBox, PageText, read_lines
from pressroom.project.settings import Scope
from pressroom.readers.common.encoding import decode
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.text.forms.order import PUT_IN_ORDER
from pressroom.world import RealWorld, World

DETAILS = ("title", "standfirst", "author", "date", "issuer", "marking")
# the settings that the page of a source shows, and how it was read
_SHOWN = ("template", "brand", "paper", "lang", "encoding", "markup", *DETAILS)
MOST_PIXELS = 3000  # of a page's width: beyond it is no screen, only memory
# layouts, a megabyte of garbage each, after which a process looks for it; of itself it hardly ever does
_COLLECTED_AFTER = 8
_layouts = count(1)
_FASTEST = 1  # of zlib: the picture goes to this machine's own browser


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as a PNG, and its lines of text, each with its box."""

    png: bytes = field(repr=False)
    lines: tuple[tuple[str, PageBox], ...]


@dataclass(frozen=True, slots=True)
class RenderedSource:
    """A source laid out: the bytes of its PDF, what is shown beside its pages, and what it depends on.

    ``pdf`` is empty where no report can be made: ``marks`` then hold why. ``sizes`` are those of the pages in
    points. ``set_by`` names for each setting the file that sets it; ``fixed`` are those that the text sets
    itself, over the file beside it; ``details`` what the report prints of title, author and the like.
    ``section`` is the heading of the section that is shown alone, "" for the whole report. ``rearranged``:
    the text that was laid out is not that of the file, but put in order or cut.
    """

    pdf: bytes = field(repr=False)
    sizes: tuple[tuple[float, float], ...]
    marks: Marks
    settings: Mapping[str, str] = field(default_factory=dict)
    set_by: Mapping[str, str] = field(default_factory=dict)
    fixed: frozenset[str] = frozenset()
    details: Mapping[str, str] = field(default_factory=dict)
    dependencies: Mapping[str, str] = field(default_factory=dict, repr=False)
    pictures: Mapping[int, PagePicture] = field(default_factory=dict, repr=False)
    section: str = ""
    rearranged: bool = False


@dataclass(frozen=True, slots=True)
class RenderOrder:
    """What is to be rendered: a job, the pages wanted as pictures at once, and how wide these are in pixels.

    ``line`` is one of the source: only the section that it stands in is laid out. 0 stands for all.
    """

    job: Job
    pages: tuple[int, ...] = ()
    width: int = 0
    line: int = 0


def render(order: RenderOrder) -> RenderedSource:
    """Lay out what is ordered; whatever is wrong with the source is in the result's findings."""
    if next(_layouts) % _COLLECTED_AFTER == 0:
        gc.collect()
    job = order.job
    world = RecordingWorld(RealWorld(), dict(job.code))
    shown = job.place.shown(job.source)
    try:
        return _render(order, world)
    except PressroomError as error:
        found = job.place.named(error.diagnostic, shown)
    except MemoryError:
        raise
    except Exception as error:  # whatever a source sets off, the preview goes on
        found = fault(error, shown)
    encoding = _find_encoding(job, world)
    return RenderedSource(
        b"",
        (),
        mark_failure(_read_text(job, encoding), (found,), shown),
        settings={"encoding": encoding},
        dependencies=world.dependencies,
    )


def _render(order: RenderOrder, world: RecordingWorld) -> RenderedSource:
    from pypdfium2 import PdfDocument

    from pressroom.figures import read_requests
    from pressroom.pipeline import source as sources
    from pressroom.pipeline.composing import compose_report

    job = order.job
    steps = Steps("".join(job.code.values()), Store(job.store, RealWorld()) if job.store else None)
    source = sources.load(job.source, job.place, world, job.options, steps, job.variant)
    section = ""
    if order.line:
        document, section = cut_section(source.document, order.line)
        # a pinned number of another section would stop the report
        settings = replace(source.settings, numbers=(), confirmations=())
        source = replace(source, document=document, settings=settings)
    composed = compose_report(source, ("pdf",), job.place, world, steps)
    assert composed.layout is not None  # noqa: S101 - a PDF has one
    asked = len(read_requests(source.document, source.settings.figures))
    data = composed.layout.data
    with closing(PdfDocument(data)) as document:
        found = _sort(composed.diagnostics)
        marks = collect_marks(composed.page.report, asked, found, PageText.of(document))
        sizes = tuple(document.get_page_size(number) for number in range(len(document)))
        wanted = [number for number in order.pages if number < len(document)]
        pictures = {number: _draw_page(document, number, order.width) for number in wanted}
    settings = source.settings
    return RenderedSource(
        data,
        sizes,
        mark_decided(marks, settings),
        settings={name: _word(getattr(settings, name)) for name in _SHOWN}
        | {"chosen_template": composed.template.name},
        details={name: _word(getattr(composed.page.report, name)) for name in DETAILS},
        set_by={name: layer.where for name, layer in settings.set_by.items()},
        fixed=frozenset(name for name, layer in settings.set_by.items() if layer.scope is Scope.FRONT_MATTER),
        dependencies=world.dependencies,
        pictures=pictures,
        section=section,
        rearranged=bool(settings.leave_out) or any(each.rule == PUT_IN_ORDER for each in found),
    )


def _word(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def draw_pages(data: bytes, numbers: tuple[int, ...], width: int) -> Mapping[int, PagePicture]:
    """Return pages of a PDF as pictures, so many pixels wide."""
    from pypdfium2 import PdfDocument

    with closing(PdfDocument(data)) as document:
        return {number: _draw_page(document, number, width) for number in numbers if number < len(document)}


def _draw_page(document: object, number: int, width: int) -> PagePicture:
    with closing(document[number]) as page:  # type: ignore[index]  # pypdfium2 has no types
        scale = min(width or 800, MOST_PIXELS) / page.get_width()
        picture = page.render(scale=scale).to_pil()
        file = io.BytesIO()
        picture.save(file, "PNG", compress_level=_FASTEST)
    return PagePicture(file.getvalue(), read_lines(document, number))


def cut_section(document: Document, line: int) -> tuple[Document, str]:
    """Return a document with one section alone, that of the first level in which a line stands.

    Where the line is ahead of the first section, what stands there stays. The heading's words are returned
    as well.
    """
    before = [section for section in document.sections if section.heading.span.line_start <= line]
    if not before:
        return replace(document, sections=()), document.title.text if document.title else ""
    section: Section = before[-1]
    return replace(document, title=None, blocks=(), sections=(section,)), section.heading.text


def _sort(found: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    """Return diagnostics, the worst first."""
    order = ("error", "warning", "note")
    return sorted(dict.fromkeys(found), key=lambda each: order.index(each.severity))


def _find_encoding(job: Job, world: World) -> str:
    """Return the encoding that is set for a source, "" for none or where the settings are wrong."""
    from pressroom.pipeline import source as sources

    try:
        return sources.merge_settings(job.source, job.place, world, job.options, job.variant).encoding
    except PressroomError:
        return ""


def _read_text(job: Job, encoding: str) -> str:
    """Return the text of a source that cannot be made, so that it can be mended; "" where it is no text."""
    settings = ReaderSettings(encoding=encoding)
    try:
        text, _ = decode(RealWorld().read(job.source), str(job.source), settings)
    except PressroomError:
        return ""
    return text
