"""A report made into letters: by language, choice of formats, and whose own words they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pressroom.build.isolation import Limits, WorkerFailure, run_isolated
from pressroom.cache.dependencies import digest
from pressroom.cache.steps import Steps
from pressroom.circulate.mail.merge import Field, filled_page, marked, values
from pressroom.circulate.mail.recipients import Person
from pressroom.compose import frame_mail
from pressroom.errors import PressroomError, fault
from pressroom.model.diagnostic import Diagnostic
from pressroom.pipeline import report as reports
from pressroom.pipeline import source as sources
from pressroom.pipeline import word as words
from pressroom.pipeline.formats import write_pages
from pressroom.pipeline.mail import attach, mail_date, mail_frame
from pressroom.pipeline.source import Source
from pressroom.project.mail import MailSettings, mail_settings
from pressroom.project.place import Place
from pressroom.project.settings import Layer
from pressroom.version import __version__
from pressroom.world import RealWorld, World
from pressroom.writers import WRITERS
from pressroom.writers.email import Attachment, Letter

if TYPE_CHECKING:
    from datetime import datetime

    from pressroom.model.page import Page

SECONDS_A_LETTER = 10


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be sent: a source, or a PDF that is there already; to whom; and what a new edition changes.

    ``replaced`` is the plain text of the edition that this one replaces and the day it was sent on.
    """

    path: Path
    place: Place
    options: Layer
    people: tuple[Person, ...]
    replaced: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Copy:
    """A letter that one person or many get. ``report`` is the SHA-256 of its source."""

    letter: Letter
    fields: tuple[Field, ...]
    attachments: tuple[Attachment, ...]
    report: str


@dataclass(frozen=True, slots=True)
class Edition:
    """All letters of a report, which of them each person gets, and what was noticed; or why there is none."""

    copies: tuple[Copy, ...] = ()
    of: tuple[int, ...] = ()
    title: str = ""
    date: datetime | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    failed: bool = False


def compose(task: Task) -> Edition:
    """Make all letters, in a process of their own and within its limits. Raises PressroomError."""
    limits = Limits(seconds=120 + SECONDS_A_LETTER * len(task.people))
    made = run_isolated(_composed, task, limits)
    if isinstance(made, WorkerFailure):
        raise PressroomError(made.reason, cure=made.cure, rule=made.rule, where=task.place.shown(task.path))
    if made.failed:
        found = made.diagnostics[0]
        raise PressroomError(
            found.message, cure=found.cure, rule=found.rule, span=found.span, where=found.where
        )
    return made


def _composed(task: Task) -> Edition:
    world = RealWorld()
    try:
        return _made(task, world)
    except PressroomError as error:
        shown = task.place.shown(task.path)
        return Edition(diagnostics=(task.place.named(error.diagnostic, shown),), failed=True)
    except MemoryError:
        raise
    except Exception as error:  # whatever a document sets off is told like any other
        return Edition(diagnostics=(fault(error, task.place.shown(task.path)),), failed=True)


def _made(task: Task, world: World) -> Edition:
    copies: dict[object, Copy] = {}
    of: list[int] = []
    works: dict[tuple[str, tuple[str, ...]], _Work] = {}
    for person in task.people:
        work = works.get((person.lang, person.formats))
        if work is None:
            work = works[person.lang, person.formats] = _Work(task, person, world)
        key, copy = work.copy(person)
        if key not in copies:
            copies[key] = copy()
        of.append(list(copies).index(key))
    first = next(iter(works.values()))
    found = first.laid.page.report
    return Edition(
        tuple(copies.values()), tuple(of), found.title, mail_date(found.date, world), first.laid.diagnostics
    )


class _Work:
    """The letters in one language with one choice of formats."""

    def __init__(self, task: Task, person: Person, world: World) -> None:
        self.task, self.world = task, world
        self.file = task.path.suffix.lower() == ".pdf"
        self.source = _covering(task, world) if self.file else _load(task, person.lang, world)
        mail = mail_settings(self.source.settings.mail)
        if person.formats:
            mail = replace(mail, attach=tuple(each for each in person.formats if each != "none"))
        self.mail = replace(mail, attach=()) if self.file else mail
        self.laid = self._lay_out(())
        self.body_fields = marked(self.laid.page.html)[1]
        self.report = digest(self.source.data)
        self.place_in_list = f"{self.source.path} {' '.join(self.mail.attach)}"

    def copy(self, person: Person) -> tuple[tuple[str, tuple[tuple[str, str], ...]], Callable[[], Copy]]:
        """Return what tells this person's letter from others, and what makes it."""
        own = tuple(values(self.body_fields, person).items()) if self.mail.attach else ()
        return (self.place_in_list, own), lambda: self._copy(own)

    def _lay_out(self, own: tuple[tuple[str, str], ...]) -> reports.ComposedReport:
        change = (lambda page: filled_page(page, dict(own))) if own else (lambda page: page)
        wanted = ("email", *self.mail.attach)
        steps = Steps(__version__)
        return reports.lay_out(self.source, wanted, self.task.place, self.world, steps, change)

    def _copy(self, own: tuple[tuple[str, str], ...]) -> Copy:
        from pressroom.writers.email import letter

        laid = self._lay_out(own) if own else self.laid
        attachments, links = self._attached(laid)
        page = self._framed(laid.page, laid, links)
        html, fields = marked(page.html)
        made = letter(replace(page, html=html), tiles_drawn=self.mail.tiles == "picture")
        return Copy(made, fields, attachments, self.report)

    def _framed(self, page: Page, laid: reports.ComposedReport, links: tuple[tuple[str, str], ...]) -> Page:
        frame = mail_frame(self.mail, links, page.report, "{{ to.address | urlencode }}")
        before, day = self.task.replaced
        if day:
            from pressroom.circulate.mail.changes import changes
            from pressroom.writers.email import letter

            plain = letter(frame_mail(page, laid.template, replace(frame, notices=(), note=()))).text
            frame = replace(
                frame,
                notices=(page.report.label("replaces").format(date=day), *frame.notices),
                changes=changes(before, plain, page.report),
            )
        return frame_mail(page, laid.template, frame)

    def _attached(
        self, laid: reports.ComposedReport
    ) -> tuple[tuple[Attachment, ...], tuple[tuple[str, str], ...]]:
        if self.file:
            return (Attachment(self.task.path.name, WRITERS["pdf"].media_type, self.source.data),), ()
        word = None
        if "docx" in self.mail.attach:
            settings = self.source.settings
            word = words.options(settings, laid.template, self.world)
            word, _ = words.with_pages(laid.page, laid.layout, word, settings.word_pages, self.world)
        made = write_pages(laid.page, laid.layout, self.mail.attach, word)
        return attach(laid.page, made, self.mail, self.source.path.stem)


def _load(task: Task, lang: str, world: World) -> Source:
    """Read the source; for a person of another language the one beside it that is called NAME.LANG.ENDING."""
    return sources.load(in_language(task.path, lang, world), task.place, world, task.options, Steps(""))


def in_language(path: Path, lang: str, world: World) -> Path:
    """Return the source in a language: brief.de.txt for brief.txt, where there is one."""
    for tag in dict.fromkeys((lang, lang.partition("-")[0])) if lang else ():
        beside = path.with_name(f"{path.stem}.{tag}{path.suffix}")
        if world.is_file(beside):
            return beside
    return path


def _covering(task: Task, world: World) -> Source:
    """Return a covering letter for a file that goes along: its title, and the note that is set for it."""
    from pressroom.model.document import Document, Heading
    from pressroom.model.inline import Text
    from pressroom.model.span import Span

    data = world.read(task.path)
    shown = task.place.shown(task.path)
    title = _title(data) or task.path.stem
    settings = sources.settings_of(task.path, task.place, world, task.options)
    head = Heading((Text(title),), 1, Span(shown, 1, 1, 0, 0))
    return Source(task.path, shown, data, Document(shown, "", head, (), ()), settings)


def _title(data: bytes) -> str:
    import io

    from pikepdf import Pdf, PdfError

    try:
        with Pdf.open(io.BytesIO(data)) as pdf:
            return str(pdf.docinfo.get("/Title", "")).strip()
    except PdfError as error:
        raise PressroomError("this is no PDF", cure="make it again", rule="not-a-pdf") from error


def languages(people: Iterable[Person]) -> Iterator[str]:
    """Yield each language that somebody asks for, once."""
    yield from dict.fromkeys(person.lang for person in people if person.lang)


def settings(task: Task, world: World) -> MailSettings:
    """Return what is set for the mails of a task outside of its document."""
    found = sources.settings_of(task.path, task.place, world, task.options)
    return mail_settings(found.mail)
