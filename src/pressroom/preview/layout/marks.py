"""What the preview shows of a report beside its pages, as plain data: headings, numbers, pictures, findings.

Offsets are those of the editor in the browser, which counts in UTF-16 and knows one kind of line end.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from pressroom.figures import read_choices
from pressroom.figures.picture_choices import HIDDEN as HIDDEN_PICTURE
from pressroom.model.diagnostic import Diagnostic
from pressroom.model.document import Document, Heading
from pressroom.model.figure import Figures
from pressroom.model.inline import leaves
from pressroom.model.numbers import KeyNumber, Numbers, Skipped, Wording
from pressroom.model.quantity import Quantity
from pressroom.model.report import Report
from pressroom.model.span import Span
from pressroom.model.walk import runs
from pressroom.numbers.key.choose import HIDDEN as HIDDEN_NUMBER
from pressroom.preview.layout.places import Alignment, Letters, PageBox, PageText
from pressroom.project.settings import Scope, Settings

_LAST_OF_BMP = 0xFFFF  # a character beyond it counts twice in a browser


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A passage in the editor and, as far as it is found there, on the pages."""

    start: int
    end: int
    line: int
    boxes: tuple[PageBox, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadingMark:
    """A heading: its words as the settings name it, its level, and whether and why it was only guessed."""

    words: str
    level: int
    guessed: bool
    level_guessed: bool
    reasons: tuple[str, ...]
    place: TextPlace


@dataclass(frozen=True, slots=True)
class NumberMark:
    """A number of the text.

    ``state`` is "key", "found" for one without a tile, or "left" for what is none; ``why`` says so in words.
    ``tile`` are the boxes of its tile on the pages; ``fixed``: an entry in the text itself decides on it,
    which the file beside the text cannot override. The other fields are those of ``KeyNumber``.
    """

    state: str
    words: str
    sentence: str
    why: str
    place: TextPlace
    display: str = ""
    label: str = ""
    detail: str = ""
    pinned: bool = False
    hidden: bool = False
    fixed: bool = False
    edited: tuple[str, ...] = ()
    wordings: tuple[Wording, ...] = ()
    tile: tuple[PageBox, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureMark:
    """A picture that is drawn, or that was considered and refused for the reason ``why``.

    ``boxes`` are those of its title on the pages. ``found`` is one that the text's numbers allow, which an
    editor may leave out; ``hidden`` one that was; ``edited`` one that an editor described otherwise than
    ``proposed``.
    """

    kind: str
    title: str
    alt: str
    drawn: bool
    why: str
    lines: tuple[int, ...]
    boxes: tuple[PageBox, ...] = ()
    found: bool = False
    hidden: bool = False
    edited: bool = False
    proposed: str = ""


@dataclass(frozen=True, slots=True)
class FindingMark:
    """Something that the author should know, with its cure."""

    severity: str
    message: str
    cure: str
    rule: str
    where: str
    place: TextPlace | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """All that the preview shows of one report beside its pages."""

    lang: str
    text: str
    headings: tuple[HeadingMark, ...]
    numbers: tuple[NumberMark, ...]
    pictures: tuple[PictureMark, ...]
    findings: tuple[FindingMark, ...]
    left_out: tuple[tuple[TextPlace, str], ...]
    passages: tuple[TextPlace, ...] = field(repr=False, default=())


class Offsets:
    """Maps places of a text to those of the browser's editor."""

    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n")
        self._shifts: list[int] = []  # places after which the editor counts one less, or one more
        self._steps: list[int] = []
        total = 0
        for place, character in enumerate(text):
            step = (
                -(character == "\r" and text[place + 1 : place + 2] == "\n") or ord(character) > _LAST_OF_BMP
            )
            if step:
                total += int(step)
                self._shifts.append(place)
                self._steps.append(total)

    def convert(self, place: int) -> int:
        """Return a place of the text as one of the editor."""
        at = bisect_left(self._shifts, place)
        return place + (self._steps[at - 1] if at else 0)


@dataclass(frozen=True, slots=True)
class _Locator:
    """Finds the place of a span in editor and pages."""

    offsets: Offsets
    alignment: Alignment

    def locate(self, start: int, end: int, line: int) -> TextPlace:
        boxes = self.alignment.locate(start, end)
        return TextPlace(self.offsets.convert(start), self.offsets.convert(end), line, boxes)

    def locate_span(self, span: Span) -> TextPlace:
        return self.locate(span.start, span.end, span.line_start)


def collect_marks(report: Report, asked: int, found: Iterable[Diagnostic], pages: PageText) -> Marks:
    """Return what is to be shown of a report whose pages have this text.

    So many of its figures, the first, are charts that the author ``asked`` for.
    """
    document = report.document
    passages = [Letters.of_pieces(leaves(run.inlines)) for run in runs(document)]
    locator = _Locator(Offsets(document.text), Alignment.of(pages, passages))
    starts = [(each.places[0], each.places[-1] + 1) for each in passages if each.places]
    return Marks(
        lang=report.lang,
        text=locator.offsets.text,
        headings=tuple(_mark_headings(document, locator)),
        numbers=tuple(_mark_numbers(report.numbers, locator)),
        pictures=tuple(_mark_pictures(report.figures, asked, locator)),
        findings=tuple(_mark_finding(each, document, locator) for each in found),
        left_out=tuple((locator.locate_span(each.span), each.reason) for each in document.left_out),
        passages=tuple(
            TextPlace(locator.offsets.convert(start), locator.offsets.convert(end), 0, boxes[:1])
            for start, end in starts
            if (boxes := locator.alignment.locate(start, min(end, start + 3)))
        ),
    )


def mark_decided(marks: Marks, settings: Settings) -> Marks:
    """Return marks that tell what settings decide.

    Numbers for which the text's own front matter has an entry are fixed, pictures may be described otherwise.
    """
    described = {choice.found for choice in read_choices(settings.figures) if choice.alt}
    pictures = tuple(replace(each, edited=each.title in described) for each in marks.pictures)
    own = [layer for layer in settings.layers if layer.scope is Scope.FRONT_MATTER]
    words = {
        str(row.get("words", "")).strip()
        for row, where in settings.numbers
        if where in {each.where for each in own}
    }
    numbers = (
        tuple(replace(each, fixed=each.words in words) for each in marks.numbers) if words else marks.numbers
    )
    return replace(marks, numbers=numbers, pictures=pictures)


def mark_failure(text: str, found: Iterable[Diagnostic], shown: str) -> Marks:
    """Return what is shown of a source that no report can be made of."""
    offsets = Offsets(text)
    findings = tuple(
        FindingMark(each.severity, each.message, each.cure, each.rule, str(each.span or each.where or shown))
        for each in found
    )
    return Marks("", offsets.text, (), (), (), findings, ())


def _mark_headings(document: Document, locator: _Locator) -> Iterator[HeadingMark]:
    headings = (document.title, *(section.heading for section in document.walk()))
    for heading in headings:
        if heading is not None:
            yield _mark_heading(heading, locator, is_title=heading is document.title)


def _mark_heading(heading: Heading, locator: _Locator, *, is_title: bool) -> HeadingMark:
    return HeadingMark(
        words=heading.text,
        level=0 if is_title else heading.level,
        guessed=heading.guessed,
        level_guessed=heading.level_guessed,
        reasons=heading.reasons,
        place=locator.locate_span(heading.span),
    )


def _mark_numbers(numbers: Numbers, locator: _Locator) -> Iterator[NumberMark]:
    shown = {key.quantity.start for key in numbers.key}
    for key in numbers.key:
        yield _mark_key(key, locator)
    for skipped in numbers.skipped:
        if skipped.start not in shown:
            yield _mark_skipped(skipped, locator)


def _mark_key(key: KeyNumber, locator: _Locator) -> NumberMark:
    quantity = key.quantity
    tile = locator.alignment.find(f"{key.display} {key.label}")
    return NumberMark(
        state="key",
        words=quantity.text,
        sentence=quantity.sentence_text,
        why="; ".join(reason.words for reason in key.reasons),
        place=_locate_quantity(quantity, locator),
        display=key.display,
        label=key.label,
        detail=key.detail,
        pinned=key.pinned,
        edited=key.edited,
        wordings=key.wordings,
        tile=tile,
    )


def _mark_skipped(skipped: Skipped, locator: _Locator) -> NumberMark:
    quantity = skipped.quantity
    return NumberMark(
        state="found" if quantity else "left",
        words=quantity.text if quantity else skipped.text,
        sentence=quantity.sentence_text if quantity else "",
        why=skipped.reason,
        hidden=skipped.reason == HIDDEN_NUMBER,
        place=locator.locate(skipped.start, skipped.end, skipped.line),
        wordings=skipped.wordings,
    )


def _locate_quantity(quantity: Quantity, locator: _Locator) -> TextPlace:
    return locator.locate(quantity.start, quantity.end, quantity.sentence.line_start)


def _mark_pictures(figures: Figures, asked: int, locator: _Locator) -> Iterator[PictureMark]:
    charts = figures.drawn[:asked]
    for figure in figures.with_data:
        yield PictureMark(
            figure.kind,
            figure.title,
            figure.alt,
            drawn=True,
            why=figure.reason,
            lines=_list_lines(figure.sources),
            boxes=locator.alignment.find(figure.title),
            found=figure not in charts,
            proposed=figure.proposed_alt,
        )
    for refusal in figures.refused:
        yield PictureMark(
            refusal.kind,
            refusal.about,
            "",
            drawn=False,
            why=refusal.reason,
            lines=_list_lines(refusal.sources),
            hidden=refusal.reason == HIDDEN_PICTURE,
        )


def _list_lines(sources: Iterable[Span]) -> tuple[int, ...]:
    return tuple(sorted({span.line_start for span in sources}))


def _mark_finding(found: Diagnostic, document: Document, locator: _Locator) -> FindingMark:
    span = found.span if found.span and found.span.source == document.source else None
    return FindingMark(
        severity=found.severity,
        message=found.message,
        cure=found.cure,
        rule=found.rule,
        where=str(found.span or found.where),
        place=locator.locate_span(span) if span else None,
    )
