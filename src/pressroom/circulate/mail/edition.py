"""A report composed into letters: by language, formats, and the recipient's own values they hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pressroom.build.isolation import Limits, WorkerFailure, run_isolated
from pressroom.build.permitting import list_named_files, permit
from pressroom.cache.dependencies import digest
from pressroom.cache.steps import Steps
from pressroom.circulate.finished import read_head
from pressroom.circulate.mail.merge import Field, evaluate_fields, fill_page, mark_fields
from pressroom.circulate.mail.recipients import Recipient
from pressroom.compose import frame_mail
from pressroom.errors import PressroomError, fault
from pressroom.model.diagnostic import Diagnostic
from pressroom.model.page import Page, PageTree
from pressroom.pipeline import source as sources
from pressroom.pipeline import word as words
from pressroom.pipeline.composing import ComposedReport, compose_report
from pressroom.pipeline.formats import write_pages
from pressroom.pipeline.mail import Links, attach, check_length, find_date, make_frame
from pressroom.pipeline.source import Source
from pressroom.project.files import require_inside
from pressroom.project.layers import read_project_layer
from pressroom.project.mail import NOTHING, MailSettings, parse_mail_settings
from pressroom.project.place import Place
from pressroom.project.settings import Layer
from pressroom.readers.common.limits import refuse_pdf_bomb
from pressroom.version import __version__
from pressroom.world import RealWorld, World
from pressroom.writers import WRITERS
from pressroom.writers.email import Attachment, Letter

if TYPE_CHECKING:
    from datetime import datetime


SECONDS_A_LETTER = 10
ATTACHED = ("pdf",)  # where neither a setting nor a recipient says otherwise


@dataclass(frozen=True, slots=True)
class EditionRequest:
    """What letters are composed of: a source, or a PDF that is there already; for whom; what it replaces.

    ``replaced`` is the plain text of the edition that this one replaces and the day it was sent on.
    """

    source: Path
    place: Place
    options: Layer
    recipients: tuple[Recipient, ...]
    replaced: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class LetterCopy:
    """A letter that one recipient or many get. ``report`` is the SHA-256 of its source."""

    letter: Letter
    fields: tuple[Field, ...]
    attachments: tuple[Attachment, ...]
    report: str


@dataclass(frozen=True, slots=True)
class Edition:
    """All letters of a report, or with ``failed`` the diagnostics that say why there are none.

    ``copy_of`` is for each recipient the index of the copy that it gets. ``embargo`` is until when the report
    is not to be published, in its own words. Without ``failed``, ``diagnostics`` are what was noticed.
    """

    copies: tuple[LetterCopy, ...] = ()
    copy_of: tuple[int, ...] = ()
    title: str = ""
    date: datetime | None = None
    embargo: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    failed: bool = False


def compose(request: EditionRequest) -> Edition:
    """Compose all letters, in a process of their own and within its limits. Raises PressroomError."""
    seconds = 120 + SECONDS_A_LETTER * len(request.recipients)
    project = read_project_layer(request.place, RealWorld()).values
    files: list[Path | str] = [request.source, *list_named_files(project)]
    limits = permit(Limits(seconds=seconds), files, office=True)
    edition = run_isolated(_compose_or_fail, request, limits)
    if isinstance(edition, WorkerFailure):
        where = request.place.shown(request.source)
        raise PressroomError(edition.reason, cure=edition.cure, rule=edition.rule, where=where)
    if edition.failed:
        found = edition.diagnostics[0]
        raise PressroomError(
            found.message, cure=found.cure, rule=found.rule, span=found.span, where=found.where
        )
    return edition


def _compose_or_fail(request: EditionRequest) -> Edition:
    shown = request.place.shown(request.source)
    try:
        return _compose(request, RealWorld())
    except PressroomError as error:
        return Edition(diagnostics=(request.place.named(error.diagnostic, shown),), failed=True)
    except MemoryError:
        raise
    except Exception as error:  # whatever a document sets off is reported like any other
        return Edition(diagnostics=(fault(error, shown),), failed=True)


def _compose(request: EditionRequest, world: World) -> Edition:
    copies: dict[object, LetterCopy] = {}
    copy_of: list[int] = []
    composers: dict[tuple[str, tuple[str, ...]], _LetterComposer] = {}
    for recipient in request.recipients:
        composer = composers.get((recipient.lang, recipient.formats))
        if composer is None:
            composer = _LetterComposer(request, recipient, world)
            composers[recipient.lang, recipient.formats] = composer
        own = composer.evaluate(recipient)
        key = (composer.ident, own)
        if key not in copies:
            copies[key] = composer.compose(own)
        copy_of.append(list(copies).index(key))
    report = next(iter(composers.values())).composed.page.report
    date = find_date(report.date, world)
    parts = tuple(copies.values()), tuple(copy_of)
    noticed = dict.fromkeys(each for composer in composers.values() for each in composer.diagnostics)
    return Edition(*parts, report.title, date, report.embargo, tuple(noticed))


Values = tuple[tuple[str, str], ...]


class _LetterComposer:
    """Composes the letters in one language with one choice of formats."""

    def __init__(self, request: EditionRequest, recipient: Recipient, world: World) -> None:
        self.request, self.world = request, world
        self.is_file = request.source.suffix.lower() == ".pdf"
        if self.is_file:
            self.source = _make_covering_letter(request, world)
        else:
            self.source = _load_source(request, recipient.lang, world)
        mail = parse_mail_settings(self.source.settings.mail)
        self.attached = () if self.is_file else _find_attached(recipient, mail)
        self.mail = replace(mail, attach=self.attached)
        self.composed = self._compose_report(())
        self.diagnostics = self.composed.diagnostics
        self.body_fields = mark_fields(self.composed.page.html)[1]
        self.ident = f"{self.source.path} {' '.join(self.attached)}"

    def evaluate(self, recipient: Recipient) -> Values:
        """Return the recipient's values of the fields that its attachments hold."""
        return tuple(evaluate_fields(self.body_fields, recipient).items()) if self.attached else ()

    def compose(self, own: Values) -> LetterCopy:
        """Compose the letter whose attachments hold some recipient's own values."""
        from pressroom.writers.email import make_letter

        composed = self._compose_report(own) if own else self.composed
        attachments, links = self._attach(composed)
        page = self._frame(composed, links)
        html, fields = mark_fields(page.html)
        written = make_letter(replace(page, tree=PageTree(html)))
        self.diagnostics += check_length(written, self.source.shown)
        return LetterCopy(written, fields, attachments, digest(self.source.data))

    def _compose_report(self, own: Values) -> ComposedReport:
        change = (lambda page: fill_page(page, dict(own))) if own else (lambda page: page)
        wanted = ("email", *self.attached)
        steps = Steps(__version__)
        return compose_report(self.source, wanted, self.request.place, self.world, steps, change)

    def _frame(self, composed: ComposedReport, links: Links) -> Page:
        page, template = composed.page, composed.template
        frame = make_frame(self.mail, links, page.report, "{{ to.address | urlencode }}")
        before, day = self.request.replaced
        if day:
            from pressroom.circulate.mail.changes import list_changes
            from pressroom.writers.email import make_letter

            plain = make_letter(frame_mail(page, template, replace(frame, notices=(), note=()))).text
            frame = replace(
                frame,
                notices=(page.report.label("replaces").format(date=day), *frame.notices),
                changes=list_changes(before, plain, page.report),
            )
        return frame_mail(page, template, frame)

    def _attach(self, composed: ComposedReport) -> tuple[tuple[Attachment, ...], Links]:
        if self.is_file:
            media_type = WRITERS["pdf"].media_type
            return (Attachment(self.request.source.name, media_type, self.source.data),), ()
        word = None
        if "docx" in self.attached:
            word, _ = words.make_options(composed, self.source.settings, self.world)
        written = write_pages(composed.page, composed.layout, self.attached, word)
        return attach(composed.page, written, self.mail, self.source.path.stem)


def _find_attached(recipient: Recipient, mail: MailSettings) -> tuple[str, ...]:
    """Return the formats that go along: the recipient's own, else those that are set, else the PDF."""
    if recipient.formats:
        return tuple(each for each in recipient.formats if each != NOTHING)
    return ATTACHED if mail.attach is None else mail.attach


def _load_source(request: EditionRequest, lang: str, world: World) -> Source:
    """Read the source; for a recipient of another language its translation, NAME.LANG.ENDING beside it."""
    path = find_translation(request.source, lang, request.place, world)
    return sources.load(path, request.place, world, request.options, Steps(""))


def find_translation(path: Path, lang: str, place: Place, world: World) -> Path:
    """Return the source in a language: brief.de.txt for brief.txt, where there is one."""
    for tag in dict.fromkeys((lang, lang.partition("-")[0])) if lang else ():
        beside = path.with_name(f"{path.stem}.{tag}{path.suffix}")
        if world.is_file(beside):
            require_inside(beside, path.parent, place.shown(beside), world)
            return beside
    return path


def _make_covering_letter(request: EditionRequest, world: World) -> Source:
    """Return a covering letter for a file that goes along: title, embargo, and the note set for it."""
    from pressroom.model.document import Document, Heading, Metadata
    from pressroom.model.inline import Text
    from pressroom.model.span import Span

    path = request.source
    data = world.read(path)
    shown = request.place.shown(path)
    refuse_pdf_bomb(data, shown)
    title, embargo = read_head(data, path.name)
    settings = sources.merge_settings(path, request.place, world, request.options)
    head = Heading((Text(title or path.stem),), 1, Span(shown, 1, 1, 0, 0))
    document = Document(shown, "", head, (), (), Metadata(embargo=embargo))
    return Source(path, shown, data, document, settings)


def read_mail_settings(source: Path, place: Place, options: Layer, world: World) -> MailSettings:
    """Return what is set for the mails of a source outside of it."""
    return parse_mail_settings(sources.merge_settings(source, place, world, options).mail)
