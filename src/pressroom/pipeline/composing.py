"""A report composed and laid out: its template, figures and pictures brought together on a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import PurePath
from textwrap import shorten
from typing import TYPE_CHECKING

from pressroom.cache.dependencies import digest
from pressroom.cache.steps import Steps
from pressroom.compose import Template, compose, find_left_out
from pressroom.compose.parts.glance import place_glance
from pressroom.compose.parts.named import list_unknown
from pressroom.compose.parts.needs import list_missing
from pressroom.compose.template import NEEDS, NumbersRule
from pressroom.errors import UsageError
from pressroom.fonts.scripts import add_fonts
from pressroom.model.brand import LOGO, Brand
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Asset, Document, Table
from pressroom.model.figure import Drawing
from pressroom.model.report import PrintLayout, Provenance, Report
from pressroom.model.walk import blocks
from pressroom.pipeline import layout as layouts
from pressroom.pipeline.analysis import Analysis, analyse, find_language
from pressroom.pipeline.drawing import draw_figures, prepare_logo
from pressroom.pipeline.embargo import word_embargo
from pressroom.pipeline.formats import needs_layout
from pressroom.pipeline.pictures.fetching import fetch_pictures
from pressroom.pipeline.source import Source
from pressroom.project import brand as brands
from pressroom.project.place import Place
from pressroom.project.settings import Settings
from pressroom.project.templates import choose_options, choose_template
from pressroom.translations import list_words
from pressroom.version import __version__
from pressroom.world import World
from pressroom.writers import list_media

if TYPE_CHECKING:
    from pressroom.model.page import Page
    from pressroom.writers.pdf import PdfResult

LONGEST_QUOTED = 60  # letters of a passage in a note
RENDERERS = ("weasyprint", "matplotlib", "python-docx", "jinja2", "markdown-it-py")


@dataclass(frozen=True, slots=True)
class ComposedReport:
    """A report composed, and laid out on pages where a format needs that; ready to be written."""

    page: Page
    layout: PdfResult | None
    template: Template
    diagnostics: tuple[Diagnostic, ...]


def compose_report(
    source: Source,
    formats: tuple[str, ...],
    place: Place,
    world: World,
    steps: Steps,
    change: Callable[[Page], Page] = lambda page: page,
) -> ComposedReport:
    """Compose a report, with all that its formats need: pages, figures as pictures.

    ``change`` is made to the page before it is laid out, whatever is to be different for one recipient.
    """
    settings = source.settings
    template, recognised = choose_template(settings.template, source.document, place, world)
    _require_formats(template, formats, source.shown)
    template = choose_options(template, settings.options, place, world)
    template = _override_lists(template, settings.lists)
    brand, brand_hash = brands.load(place, world, settings.brand)
    logo, on_accent = prepare_logo(brand, steps)
    brand = replace(brand, logo_on_accent=on_accent)
    brand = replace(brand, fonts=add_fonts(brand.fonts, find_language(source)))
    found, drawings = draw(source, formats, brand, world, steps, template.numbers)
    found = _leave_out_figures(found, source, template)
    pictures = fetch_pictures(source.document, source.path.parent, world, steps)
    drawings = {**drawings, **pictures.drawings, **({LOGO: logo} if isinstance(logo, Drawing) else {})}
    assets = {**pictures.assets, **({LOGO: logo} if isinstance(logo, Asset) else {})}
    report = make_report(source, found, brand, brand_hash, template)
    report = replace(
        report,
        diagnostics=(
            *source.document.diagnostics,
            *settings.diagnostics,
            *_warn_of_no_title(source),
            *recognised,
            *_tell_missing(report, template, source.shown),
            *_tell_markings(report),
            *brands.find_changes(brand),
            *pictures.diagnostics,
            *found.diagnostics,
        ),
    )
    on_paper = needs_layout(formats, settings.sheets)

    rule = settings.contents or template.contents

    def page(*, contents: bool) -> Page:
        mini = rule == "auto"
        return change(compose(report, template, drawings, assets, contents=contents, mini=mini))

    pages = estimate_length(source.document, len(found.figures.drawn) + len(pictures.drawings))
    composed, layout = layouts.lay_out(page, rule, template, pages, on_paper, find_file_date(world))
    noticed = report.diagnostics + (layout.diagnostics if layout else ())
    noticed += (*_tell_left_out(composed, template, source.shown), *list_unknown(composed))
    return ComposedReport(composed, layout, template, noticed)


def _tell_missing(report: Report, template: Template, shown: str) -> tuple[Diagnostic, ...]:
    """Return a note of each thing that a template needs and the report does not have."""
    return tuple(
        Diagnostic(
            Severity.NOTE,
            "template-needs",
            f"the template {template.name} wants {need}, and the text has none",
            NEEDS[need],
            where=shown,
        )
        for need in list_missing(report, template.needs, template.values)
    )


def _tell_markings(report: Report) -> tuple[Diagnostic, ...]:
    """Return a note where a section has a marking that the report does not carry."""
    marked = [section for section in report.document.walk() if section.marking]
    hidden = [section for section in marked if section.marking.casefold() not in report.marking.casefold()]
    if not hidden:
        return ()
    first = hidden[0]
    message = (
        f"the section “{first.heading.text}” is marked {first.marking}, and the report is not: pages of the "
        "PDF with text of it say so, Word file, web page and mail at its head alone"
    )
    cure = f'where all readers are to see it, mark the report: marking = "{first.marking}"'
    return (Diagnostic(Severity.NOTE, "marking-of-section", message, cure, first.heading.span),)


def _tell_left_out(page: Page, template: Template, shown: str) -> tuple[Diagnostic, ...]:
    """Return a note of the passages of the text that a template does not print, none where it prints all."""
    left = find_left_out(page)
    if not left:
        return ()
    first = shorten(left[0], LONGEST_QUOTED, placeholder="…")
    passages = f"{len(left)} passages of the text, the first" if len(left) > 1 else "a passage of the text:"
    return (
        Diagnostic(
            Severity.NOTE,
            "left-out",
            f"the template {template.name} leaves out {passages} “{first}”",
            f"an option may print them (report templates {template.name}), another template does",
            where=shown,
        ),
    )


def estimate_length(document: Document, figures: int) -> float:
    """Return about how many pages a document takes with so many figures."""
    rows = sum(len(block.head) + len(block.body) for block, _ in blocks(document) if isinstance(block, Table))
    return layouts.estimate_pages(len(document.text.split()), figures, rows)


def draw(
    source: Source,
    formats: tuple[str, ...],
    brand: Brand,
    world: World,
    steps: Steps,
    wanted: NumbersRule = "key",
) -> tuple[Analysis, Mapping[str, Drawing]]:
    """Return what is found in a source, and its figures drawn for the formats.

    ``wanted``: whether the panel shows the key numbers, or "all" that can be worded.
    """
    found = analyse(source, world, steps, wanted)
    return found, draw_figures(found.figures, brand, found.lang, steps, list_media(formats))


_NEVER_SO_MANY = 1_000_000


def _override_lists(template: Template, rule: str) -> Template:
    """Return a template with its rule for lists of figures and tables as the settings override it."""
    fewest = {"always": 1, "never": _NEVER_SO_MANY}.get(rule)
    return template if fewest is None else replace(template, lists_from=fewest)


def _leave_out_figures(found: Analysis, source: Source, template: Template) -> Analysis:
    """Return what was found without the figures that nobody asked for, where the template is to have none."""
    if template.values.get("figures", True):
        return found
    from pressroom.figures import read_requests

    asked = len(read_requests(source.document, source.settings.figures))  # they are drawn first
    return replace(found, figures=replace(found.figures, drawn=found.figures.drawn[:asked]))


def _require_formats(template: Template, formats: tuple[str, ...], shown: str) -> None:
    """Raise UsageError for a format that a template is not made for."""
    for name in formats:
        if template.formats and name not in template.formats:
            raise UsageError(
                f"the template {template.name} is not made for {name}",
                cure=f"make {' or '.join(template.formats)}, or choose another template",
                rule="template-format",
                where=shown,
            )


def find_file_date(world: World) -> str:
    """Return SOURCE_DATE_EPOCH as W3C date and time, "" where it is not set: never today's unasked."""
    return f"{world.now():%Y-%m-%dT%H:%M:%SZ}" if world.environment("SOURCE_DATE_EPOCH") else ""


def make_report(source: Source, found: Analysis, brand: Brand, brand_hash: str, template: Template) -> Report:
    """Return a report of what was found in a source, laid out by ``template``."""
    settings = source.settings
    document = place_glance(source.document, settings.at_a_glance, found.numbers, found.lang)
    metadata = document.metadata
    title = _find_title(source) or _derive_title(source.shown)
    date = settings.date or metadata.date
    embargo = find_embargo(source)
    labels = list_words(found.lang)
    worded = word_embargo(embargo, found.lang, dict(labels)["embargo"])
    files = "\0".join(f"{name}\0{text}" for name, text in sorted(template.files.items()))
    return Report(
        document=document,
        numbers=found.numbers,
        figures=found.figures,
        brand=brand,
        lang=found.lang,
        labels=labels,
        provenance=Provenance(digest(source.data), digest(files.encode()), brand_hash, list_versions()),
        title=title,
        standfirst=settings.standfirst,
        date=date,
        date_text=metadata.date_text if not settings.date else _format_date(date, found.lang),
        author=settings.author or metadata.author,
        issuer=settings.issuer or metadata.issuer,
        kind=settings.kind or metadata.kind,
        embargo=embargo,
        marking=MARKINGS.join(filter(None, (settings.marking or brand.marking, worded))),
        closing=_list_closing(settings, dict(labels), settings.issuer or metadata.issuer),
        paper=settings.paper,
        press=PrintLayout(settings.watermark, settings.sides, settings.chapters, settings.for_print),
    )


def _list_closing(
    settings: Settings, labels: Mapping[str, str], issuer: str
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what settings put under the text, each part with its title."""
    about = labels["about_issuer"].format(issuer=issuer) if issuer else labels["about_us"]
    parts = (
        (labels["notes_to_editors"], settings.notes_to_editors),
        (labels["contact"], settings.contact),
        (about, settings.boilerplate),
    )
    return tuple(
        (title, tuple(line.strip() for each in texts for line in each.splitlines() if line.strip()))
        for title, texts in parts
        if texts
    )


MARKINGS = " · "  # between a marking and an embargo


def find_embargo(source: Source) -> str:
    """Return until when a source is not to be published, in its own words or as set; "" for at once."""
    return source.settings.embargo or source.document.metadata.embargo


def _find_title(source: Source) -> str:
    """Return the title that is set, or that the text or its subject line has; "" for none."""
    document = source.document
    found = document.title.text if document.title else document.metadata.subject
    return source.settings.title or found


def _warn_of_no_title(source: Source) -> tuple[Diagnostic, ...]:
    if _find_title(source):
        return ()
    warning = Diagnostic(
        Severity.WARNING,
        "no-title",
        "no title was found; the file's name is printed as the title",
        f'set it in the sidecar: title = "{_derive_title(source.shown)}", or put it on the first line, '
        "with an empty line under it",
        where=source.shown,
    )
    return (warning,)


def _derive_title(name: str) -> str:
    return PurePath(name).stem.replace("-", " ").replace("_", " ").strip().capitalize()


def _format_date(date: str, lang: str) -> str:
    """Format an ISO date as the language does, as far as it is known; "" for none."""
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


@cache
def list_versions() -> tuple[tuple[str, str], ...]:
    """Return the versions of Pressroom and of what it renders with."""
    from importlib.metadata import version

    return (("pressroom", __version__), *((name, version(name)) for name in RENDERERS))
