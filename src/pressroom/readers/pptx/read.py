"""A presentation to a document."""

from __future__ import annotations

from collections.abc import Sequence

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Block, Callout, Document, Heading, Image, Paragraph
from pressroom.model.inline import Inline, Text, words
from pressroom.readers.common.assemble import Content, assemble
from pressroom.readers.common.flow import Para, build_items
from pressroom.readers.common.limits import open_package
from pressroom.readers.common.office.properties import read_properties
from pressroom.readers.common.outline import Item
from pressroom.readers.common.pictures import Pictures
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.pptx.package import SlidePart, open_presentation
from pressroom.readers.pptx.slides import SlideReader, SlideText
from pressroom.readers.pptx.text import extract_words

_NO_TITLES = (
    "powerpoint presentation",
    "powerpoint-präsentation",
    "présentation powerpoint",
    "presentation",
    "slide",
    "folie",
    "",
)


def read(data: bytes, source: str, settings: ReaderSettings) -> Document:
    """Read a presentation. Raises PressroomError for a file that is none, is locked or too large."""
    package = open_package(data, source)
    presentation = open_presentation(package)
    reader = SlideReader(presentation, Pictures(source, settings.metafiles))
    metadata, core_title = read_properties(package)
    shown = [slide for slide in presentation.slides if not slide.is_hidden]
    hidden = [slide for slide in presentation.slides if slide.is_hidden]
    comments = [text for slide in shown for text in reader.read_comments(slide)]
    title, items, noted = _read_slides(reader, shown)
    left_out = [*reader.left_out, *((text, "comment") for text in comments)]
    left_out += [(f"{slide.number}: {extract_words(slide.root)}", "hidden slide") for slide in hidden]
    return assemble(
        source,
        settings,
        Content(
            items=items,
            title=title,
            fallback_title="" if _is_made(core_title) else core_title,
            left_out=left_out,
            metadata=metadata,
            assets=reader.pictures.assets,
            diagnostics=(
                *package.diagnostics,
                *reader.pictures.diagnostics,
                *_tell(source, reader, hidden, len(comments), noted),
            ),
        ),
    )


def _is_made(title: str) -> bool:
    """Tell whether a title is what programs write by themselves."""
    return title.casefold().rstrip("0123456789 ") in _NO_TITLES


def _read_slides(reader: SlideReader, slides: Sequence[SlidePart]) -> tuple[Heading | None, list[Item], int]:
    """Return the title, headings and blocks of all slides, and how many have notes."""
    texts = [reader.read(slide) for slide in slides]
    title: Heading | None = None
    items: list[Item] = []
    divided = any(slide.section for slide in slides) or any(text.kind == "secHead" for text in texts)
    section, last, noted = "", "", 0
    for at, (slide, text) in enumerate(zip(slides, texts, strict=True)):
        heads = text.kind == "secHead"
        if slide.section and slide.section != section and not heads:
            if at or not _is_cover(text, texts):
                items.append(Heading(_plain(slide.section), 1, NOWHERE))
                last = ""
            section = slide.section
        if at == 0 and text.title and _is_cover(text, texts):
            title = _head(text, 0)
        elif text.title and words(text.title).strip() != last:
            items.append(_head(text, 1 if heads or not divided else 2))
        last = words(text.title).strip() or last
        items += _blocks_of(text)
        notes = reader.read_notes(slide)
        if notes:
            noted += 1
            blocks = tuple(
                Paragraph(note.inlines, NOWHERE) if isinstance(note, Para) else note for note in notes
            )
            items.append(Callout("note", blocks, NOWHERE, _plain(f"Notes to slide {slide.number}")))
    return title, items, noted


def _head(text: SlideText, level: int) -> Heading:
    reasons = ("the largest type at the top of its slide",) if text.is_guess else ()
    return Heading(text.title, level, NOWHERE, guessed=text.is_guess, reasons=reasons)


def _plain(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def _is_cover(text: SlideText, texts: Sequence[SlideText]) -> bool:
    """Tell whether the first slide is the cover: by its layout, or with next to nothing under its title."""
    if text.kind == "title" or text.has_subtitle:
        return True
    said = [entry for entry in text.flow if not isinstance(entry, Image)]
    return len(texts) > 1 and len(said) <= 1 and all(isinstance(e, Para) and not e.mark for e in said)


def _blocks_of(text: SlideText) -> list[Block]:
    _, items = build_items(text.flow)
    return [item for item in items if not isinstance(item, Heading)]


def _tell(
    source: str, reader: SlideReader, hidden: Sequence[SlidePart], comments: int, noted: int
) -> list[Diagnostic]:
    """Return what the author should know of a presentation."""
    furniture = [text for text, reason in reader.left_out]
    numbers = ", ".join(str(slide.number) for slide in hidden)
    found = (
        (
            bool(hidden),
            Severity.NOTE,
            "left-out",
            f"left out: hidden slide{'s' if len(hidden) > 1 else ''} {numbers}",
            "show them in the presentation to print them",
        ),
        (
            bool(furniture),
            Severity.NOTE,
            "left-out",
            f"left out: dates, footers and numbers of slides ({len(furniture)})",
            "report outline --explain shows them",
        ),
        (
            comments > 0,
            Severity.NOTE,
            "left-out",
            f"left out: comments ({comments})",
            "copy those that matter into the slides",
        ),
        (
            noted > 0,
            Severity.NOTE,
            "notes-printed",
            f"the speaker's notes of {noted} slide{'s' if noted > 1 else ''} are printed in boxes",
            "take out of the notes what is not for readers",
        ),
        (
            reader.charts > 0,
            Severity.NOTE,
            "chart-as-table",
            f"charts are printed as tables of their values: {reader.charts}",
            "report figures shows how to have them drawn",
        ),
        (
            reader.objects > 0,
            Severity.WARNING,
            "part-dropped",
            f"embedded objects, and charts without values or with over 500, are left out: {reader.objects}",
            "paste them as tables or pictures",
        ),
    )
    return [
        Diagnostic(severity, rule, message, cure, where=source)
        for has, severity, rule, message, cure in found
        if has
    ]
