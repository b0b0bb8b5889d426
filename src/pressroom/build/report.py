"""One source made into its formats: read, count, draw, compose, write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from pressroom import __version__
from pressroom.build.analysis import Analysis, analyse
from pressroom.build.drawing import Drawing
from pressroom.build.facts import digest
from pressroom.build.pictures import pictures
from pressroom.build.source import Source
from pressroom.build.steps import Steps
from pressroom.compose import Template, compose, is_right_to_left
from pressroom.compose.labels import labels
from pressroom.errors import PressroomError
from pressroom.model.brand import Brand
from pressroom.model.diagnostic import Diagnostic
from pressroom.model.document import Asset, Document
from pressroom.model.report import Provenance, Report
from pressroom.project import brand as brands
from pressroom.project import templates
from pressroom.project.place import Place
from pressroom.project.settings import Settings
from pressroom.world import World

if TYPE_CHECKING:
    from pressroom.model.page import Page
    from pressroom.writers.pdf import PdfResult

RENDERERS = ("weasyprint", "matplotlib", "python-docx", "jinja2", "markdown-it-py")
WORDS_A_PAGE = 430  # of running text on A4 in this look; only decides whether a second layout may be spared


@dataclass(frozen=True, slots=True)
class Made:
    """The formats of one report, by name, and what was noticed on the way."""

    outputs: Mapping[str, bytes]
    pages: int
    diagnostics: tuple[Diagnostic, ...]


def make(source: Source, formats: tuple[str, ...], place: Place, world: World, steps: Steps) -> Made:
    """Make one report in all its formats. Raises PressroomError when one of them cannot be made."""
    settings = source.settings
    template = templates.load(settings.template, place, world)
    brand, brand_hash = _brand(place, world)
    found = analyse(source, world, steps)
    drawing = Drawing(found.figures.drawn, brand, found.lang, png="docx" in formats, steps=steps)
    drawing.begin()
    assets, warnings = pictures(source.document, source.path.parent, world)
    report = replace(
        _report(source, found, brand, brand_hash, template),
        diagnostics=(*source.document.diagnostics, *settings.diagnostics, *warnings),
    )
    _load_layout()  # while the figures are drawn in a process of their own
    drawings = drawing.end()

    def page(*, contents: bool) -> Page:
        return compose(report, template, drawings, assets, contents=contents)

    page_, layout = _laid_out(page, template, settings, _estimate(source.document))
    outputs: dict[str, bytes] = {}
    for name in formats:
        match name:
            case "pdf":
                outputs[name] = layout.data
            case "docx":
                from pressroom.writers import docx

                outputs[name] = docx.write(
                    page_, page_numbers=layout.page_numbers, page_count=layout.page_count
                )
    for scheme in settings.sheets:
        from pressroom.circulate.impose import Imposition, impose

        size = settings.sheet_size or settings.paper
        how = Imposition(scheme, size, right_to_left=is_right_to_left(report.lang))
        outputs[f"{scheme}.pdf"] = impose(layout.data, how).body
    return Made(outputs, layout.page_count, report.diagnostics + layout.diagnostics)


def _load_layout() -> None:
    import_module("weasyprint")


def _laid_out(
    page: Callable[..., Page], template: Template, settings: Settings, estimate: float
) -> tuple[Page, PdfResult]:
    """Compose and lay out; again, with or without contents, when the guess about the length was wrong."""
    from pressroom.writers import pdf

    rule = settings.contents or template.contents
    if rule != "auto":
        composed = page(contents=rule == "always")
        return composed, pdf.render(composed)
    limit = template.contents_from_pages
    contents = estimate > limit
    composed = page(contents=contents)
    layout = pdf.render(composed)
    if (layout.page_count > limit) != contents:
        composed = page(contents=not contents)
        layout = pdf.render(composed)
    return composed, layout


def _estimate(document: Document) -> float:
    return len(document.text.split()) / WORDS_A_PAGE


def _brand(place: Place, world: World) -> tuple[Brand, str]:
    path = place.folder("assets", world=world) / "brand.toml"
    if not world.is_file(path):
        path = place.default / "assets" / "brand.toml"
    data, where = world.read(path), place.shown(path)
    name = brands.logo_name(data, where)
    logo = None
    if name:
        media_type = brands.LOGO_TYPES.get(Path(name).suffix.lower())
        if media_type is None or Path(name).name != name:
            raise PressroomError(
                f"logo = {name!r} is no PNG or JPEG file of the same folder",
                cure="put the logo beside brand.toml and give its file name",
                rule="wrong-brand",
                where=where,
            )
        logo = Asset(name, media_type, world.read(path.parent / name))
    return brands.brand(data, where, logo), digest(data)


def _report(source: Source, found: Analysis, brand: Brand, brand_hash: str, template: Template) -> Report:
    settings, document = source.settings, source.document
    metadata = document.metadata
    title = settings.title or (document.title.text if document.title else "") or _title(source.path)
    date = settings.date or metadata.date
    files = "\0".join(f"{name}\0{text}" for name, text in sorted(template.files.items()))
    return Report(
        document=document,
        numbers=found.numbers,
        figures=found.figures,
        brand=brand,
        lang=found.lang,
        labels=labels(found.lang),
        provenance=Provenance(digest(source.data), digest(files.encode()), brand_hash, versions()),
        title=title,
        standfirst=settings.standfirst,
        date=date,
        date_text=metadata.date_text if not settings.date else _printed(date, found.lang),
        author=settings.author or metadata.author,
        marking=settings.marking or brand.marking,
        paper=settings.paper,
    )


def _title(path: Path) -> str:
    return path.stem.replace("-", " ").replace("_", " ").strip().capitalize()


def _printed(date: str, lang: str) -> str:
    """Print an ISO date as the language does, as far as it is known; "" for none."""
    from datetime import date as day

    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date, format_skeleton

    try:
        locale = Locale.parse(lang.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en_GB")
    match date.split("-"):
        case [year, month, number]:
            return str(format_date(day(int(year), int(month), int(number)), "long", locale=locale))
        case [year, month]:
            return str(format_skeleton("yMMMM", day(int(year), int(month), 1), locale=locale))
        case _:
            return date


def versions() -> tuple[tuple[str, str], ...]:
    """Return the versions of Pressroom and of what it renders with."""
    from importlib.metadata import version

    return (("pressroom", __version__), *((name, version(name)) for name in RENDERERS))
