"""One source made into its formats: read, count, draw, compose, write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pressroom.cache.steps import Steps
from pressroom.language.direction import is_right_to_left
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.pipeline import word as words
from pressroom.pipeline.composing import ComposedReport, compose_report, find_file_date
from pressroom.pipeline.formats import list_needed, write_pages
from pressroom.pipeline.mail import find_date, write_draft
from pressroom.pipeline.result import Result
from pressroom.pipeline.sheets import SHOP, PrintOptions, make_sheets
from pressroom.pipeline.source import Source
from pressroom.project.mail import parse_mail_settings
from pressroom.project.place import Place
from pressroom.project.settings import Settings
from pressroom.world import World
from pressroom.writers import WRITERS


def make(source: Source, formats: tuple[str, ...], place: Place, world: World, steps: Steps) -> Result:
    """Make one report in all the formats requested. Raises PressroomError when one of them cannot be made."""
    settings = source.settings
    mail = parse_mail_settings(settings.mail)
    needed = list_needed(formats, mail)
    composed = compose_report(source, needed, place, world, steps)
    word, noticed = None, composed.diagnostics
    if "docx" in needed:
        word, found = words.make_options(composed, settings, world)
        noticed += found
    pages = tuple(name for name in needed if name != "email")
    written = _lock(write_pages(composed.page, composed.layout, pages, word), settings.password)
    if "email" in formats:
        date = find_date(composed.page.report.date, world)
        written["email"], found = write_draft(composed, written, mail, source.path.stem, date)
        noticed += found
    outputs = {WRITERS[name].ending: written[name] for name in formats}
    options = _make_print_options(settings, composed, world)
    sheets, advice = make_sheets(composed.page, composed.layout, options)
    sheets, broken = _check_sheets(sheets, source.shown)
    sheets = _lock(sheets, settings.password)
    counted = composed.layout or word
    count = counted.page_count if counted else 0
    advice += _tell_open(outputs, settings.password, source.shown)
    noticed = _name_source(noticed + advice + broken, source.shown)
    return Result(outputs | sheets, count, noticed, lang=composed.page.report.lang)


def _check_sheets(sheets: Mapping[str, bytes], shown: str) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Return sheets that claim no standard which they do not meet, with a warning of each cause."""
    if not sheets:
        return {}, ()
    from pressroom.writers.pdf.claims import keep_true_claims

    checked = {name: keep_true_claims(data, shown) for name, data in sheets.items()}
    found = tuple(dict.fromkeys(each for _, warnings in checked.values() for each in warnings))
    return {name: data for name, (data, _) in checked.items()}, found


def _name_source(found: Iterable[Diagnostic], shown: str) -> tuple[Diagnostic, ...]:
    """Return diagnostics that all name a file: among many sources, nobody could tell whose one without is."""
    return tuple(each if each.span or each.where else replace(each, where=shown) for each in found)


def _tell_open(outputs: Iterable[str], password: str, shown: str) -> tuple[Diagnostic, ...]:
    """Return a warning of the outputs that a password leaves open."""
    still = [ending for ending in outputs if ending != "pdf"] if password else []
    if not still:
        return ()
    message = f"the password locks PDFs alone: .{', .'.join(still)} can be opened by anybody"
    cure = "make only the PDF with --password"
    return (Diagnostic(Severity.WARNING, "not-locked", message, cure, where=shown),)


def _lock(files: Mapping[str, bytes], password: str) -> dict[str, bytes]:
    """Return files by the same names, each PDF locked with the password where there is one."""
    if not password:
        return dict(files)
    from pressroom.writers.pdf import encrypt

    return {name: encrypt(data, password) if name.endswith("pdf") else data for name, data in files.items()}


def _make_print_options(settings: Settings, composed: ComposedReport, world: World) -> PrintOptions:
    profile = settings.press_profile
    return PrintOptions(
        schemes=settings.sheets,
        sheet=settings.sheet_size or settings.paper,
        right_to_left=is_right_to_left(composed.page.report.lang),
        marks=settings.marks,
        cover_apart=settings.cover_apart,
        profile=world.read(profile) if profile and SHOP in settings.sheets else b"",
        profile_name=profile.name if profile else "",
        date=find_file_date(world),
    )
