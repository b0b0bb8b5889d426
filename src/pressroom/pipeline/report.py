"""One source made into its formats: read, count, draw, compose, write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from pressroom.cache.dependencies import digest
from pressroom.cache.steps import Steps
from pressroom.compose import Template, compose, is_right_to_left
from pressroom.compose.labels import labels
from pressroom.model.brand import Brand
from pressroom.model.diagnostic import Diagnostic
from pressroom.model.figure import Drawing
from pressroom.model.report import PrintLayout, Provenance, Report
from pressroom.pipeline import formats
from pressroom.pipeline import layout as layouts
from pressroom.pipeline import word as words
from pressroom.pipeline.analysis import Analysis, analyse
from pressroom.pipeline.drawing import drawn
from pressroom.pipeline.mail import framed, mail_date
from pressroom.pipeline.pictures import pictures
from pressroom.pipeline.result import Result
from pressroom.pipeline.source import Source
from pressroom.project import brand as brands
from pressroom.project import templates
from pressroom.project.mail import mail_settings
from pressroom.project.place import Place
from pressroom.project.settings import Settings
from pressroom.version import __version__
from pressroom.world import World
from pressroom.writers import needs_pictures

if TYPE_CHECKING:
    from pressroom.model.page import Page
    from pressroom.writers.pdf import PdfResult

RENDERERS = ("weasyprint", "matplotlib", "python-docx", "jinja2", "markdown-it-py")


@dataclass(frozen=True, slots=True)
class ComposedReport:
    """A report composed, and laid out on pages where a format needs that; ready to be written."""

    page: Page
    layout: PdfResult | None
    template: Template
    diagnostics: tuple[Diagnostic, ...]


def make(source: Source, asked: tuple[str, ...], place: Place, world: World, steps: Steps) -> Result:
    """Make one report in all the formats requested. Raises PressroomError when one of them cannot be made."""
    settings = source.settings
    mail = mail_settings(settings.mail)
    made = lay_out(source, formats.needed(asked, mail), place, world, steps)
    report = made.page.report
    word, noticed = None, made.diagnostics
    if "docx" in formats.needed(asked, mail):
        word = words.options(settings, made.template, world)
        word, found = words.with_pages(made.page, made.layout, word, settings.word_pages, world)
        noticed += found
    outputs = formats.write(
        made.page,
        made.layout,
        formats.Asked(
            formats=asked,
            word=word,
            mail=mail,
            name=source.path.stem,
            frame=lambda page, links: framed(page, made.template, mail, links),
            date=mail_date(report.date, world) if "email" in asked else None,
        ),
    )
    on_sheets = _print(settings, report.lang, world)
    sheets, advice = formats.sheets(made.page, made.layout, on_sheets)
    return Result(outputs | sheets, made.layout.page_count if made.layout else 0, noticed + advice)


def lay_out(
    source: Source,
    asked: tuple[str, ...],
    place: Place,
    world: World,
    steps: Steps,
    change: Callable[[Page], Page] = lambda page: page,
) -> ComposedReport:
    """Compose a report, with all that the formats asked for need: pages, figures as pictures.

    ``change`` is made to the page before it is laid out, whatever is to be different for one reader.
    """
    settings = source.settings
    template = _listing(templates.load(settings.template, place, world), settings.lists)
    brand, brand_hash = brands.load(place, world)
    found, drawings = draw(source, asked, brand, world, steps)
    assets, warnings = pictures(source.document, source.path.parent, world)
    report = replace(
        _report(source, found, brand, brand_hash, template),
        diagnostics=(
            *source.document.diagnostics,
            *settings.diagnostics,
            *warnings,
            *found.diagnostics,
        ),
    )
    on_paper = formats.on_paper(asked, settings.sheets)

    def page(*, contents: bool) -> Page:
        return change(compose(report, template, drawings, assets, contents=contents))

    words = len(source.document.text.split())
    composed, layout = layouts.lay_out(
        page, settings.contents or template.contents, template, words, on_paper, file_date(world)
    )
    noticed = report.diagnostics + (layout.diagnostics if layout else ())
    return ComposedReport(composed, layout, template, noticed)


def draw(
    source: Source, asked: tuple[str, ...], brand: Brand, world: World, steps: Steps
) -> tuple[Analysis, Mapping[str, Drawing]]:
    """Return what is found in a source, and its figures drawn for the formats asked for."""
    found = analyse(source, world, steps)
    png = needs_pictures(asked)
    return found, drawn(found.figures.drawn, brand, found.lang, steps, png=png)


_NEVER_SO_MANY = 1_000_000


def _listing(template: Template, rule: str) -> Template:
    """Return a template with its rule for lists of figures and tables as the settings overrule it."""
    fewest = {"always": 1, "never": _NEVER_SO_MANY}.get(rule)
    return template if fewest is None else replace(template, lists_from=fewest)


def file_date(world: World) -> str:
    """Return SOURCE_DATE_EPOCH as W3C date and time, "" where it is not set: never today's unasked."""
    return f"{world.now():%Y-%m-%dT%H:%M:%SZ}" if world.environment("SOURCE_DATE_EPOCH") else ""


def _print(settings: Settings, lang: str, world: World) -> formats.PrintOptions:
    profile = settings.press_profile
    return formats.PrintOptions(
        schemes=settings.sheets,
        sheet=settings.sheet_size or settings.paper,
        right_to_left=is_right_to_left(lang),
        marks=settings.marks,
        cover_apart=settings.cover_apart,
        profile=world.read(profile) if profile and formats.SHOP in settings.sheets else b"",
        profile_name=profile.name if profile else "",
        date=file_date(world),
    )


def _report(source: Source, found: Analysis, brand: Brand, brand_hash: str, template: Template) -> Report:
    settings, document = source.settings, source.document
    metadata = document.metadata
    title = (
        settings.title
        or (document.title.text if document.title else metadata.subject)
        or _title(source.shown)
    )
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
        press=PrintLayout(settings.watermark, settings.sides, settings.chapters, settings.for_print),
    )


def _title(name: str) -> str:
    return PurePath(name).stem.replace("-", " ").replace("_", " ").strip().capitalize()


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
