"""A Word document to a document."""

from __future__ import annotations

from dataclasses import replace

from pressroom.model.document import Block, Document, Footnote, Heading, Paragraph
from pressroom.model.inline import Text, words
from pressroom.readers.common.assemble import Content, assemble, warn_of_formulas
from pressroom.readers.common.elements import attribute
from pressroom.readers.common.flow import build_items
from pressroom.readers.common.limits import open_package
from pressroom.readers.common.links import note_dropped_links
from pressroom.readers.common.office.pages import drop_idle_breaks, turn_pages
from pressroom.readers.common.office.properties import read_properties
from pressroom.readers.common.pictures import Pictures
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.docx.body import BodyReader
from pressroom.readers.docx.context import WordContext
from pressroom.readers.docx.marks import trim
from pressroom.readers.docx.names import name
from pressroom.readers.docx.numbering import WordNumbering
from pressroom.readers.docx.package import open_word
from pressroom.readers.docx.pages import WordPages
from pressroom.readers.docx.styles import WordStyles
from pressroom.readers.docx.words import extract_words

_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read(data: bytes, source: str, settings: ReaderSettings) -> Document:
    """Read a Word document. Raises PressroomError for a file that is none, or is beyond repair."""
    package = open_package(data, source)
    word = open_word(package)
    styles = word.related("styles")
    numbers = word.related("numbering")
    context = WordContext(
        word,
        WordStyles(styles[1] if styles else None),
        WordNumbering.of(numbers[1] if numbers else None),
        Pictures(source, settings.metafiles),
    )
    notes = _Notes(context)
    pages = WordPages(word.body)
    flow = [*pages.open(), *BodyReader(context, word.main, pages).read_flow(word.body)]
    title, items = build_items(drop_idle_breaks(flow))
    footnotes = notes.called()
    _leave_out_the_rest(context)
    metadata, core_title = read_properties(package)
    content = Content(
        items=items,
        title=title,
        fallback_title=core_title,
        footnotes=footnotes,
        left_out=context.left_out,
        metadata=metadata,
        assets=context.pictures.assets,
        diagnostics=(
            *package.diagnostics,
            *context.diagnostics,
            *context.pictures.diagnostics,
            *note_dropped_links(context.unlinked, package.source),
            *warn_of_formulas(context.formulas, package.source),
        ),
    )
    return turn_pages(assemble(source, settings, content))


class _Notes:
    """Foot and end notes, read when the text has called them."""

    def __init__(self, context: WordContext) -> None:
        self._context = context
        self._bodies = {}
        for kind in ("footnote", "endnote"):
            found = context.word.related(f"{kind}s")
            for entry in found[1] if found else ():
                if name(entry) == f"w:{kind}" and attribute(entry, "type") not in _SEPARATORS and found:
                    self._bodies[kind, attribute(entry, "id")] = (found[0], entry)
        context.known_notes = frozenset(self._bodies)

    def called(self) -> list[Footnote]:
        """Return the notes in the order of their calls; a note may call further ones."""
        notes: list[Footnote] = []
        done: set[tuple[str, str]] = set()
        while waiting := [key for key in self._context.notes if key not in done]:
            for key in waiting:
                done.add(key)
                part, element = self._bodies[key]
                title, items = build_items(BodyReader(self._context, part).read_flow(element))
                blocks = _blocks([title, *items] if title else items)
                blocks = _without_mark(blocks, self._context.marks.get(key, ""))
                notes.append(Footnote(self._context.notes[key], blocks, NOWHERE))
        for key, (_, element) in self._bodies.items():
            if key not in done:
                self._context.leave_out(extract_words(element), "a note that the text never calls")
        return notes


def _without_mark(blocks: tuple[Block, ...], mark: str) -> tuple[Block, ...]:
    """Take the mark that its author chose off the head of a note."""
    first = blocks[0] if blocks else None
    if not mark or not isinstance(first, Paragraph) or not words(first.inlines).startswith(mark):
        return blocks
    at = len(mark)
    inlines = list(first.inlines)
    while inlines and at:
        head = inlines[0]
        size = len(words((head,)))
        if size > at and not isinstance(head, Text):
            return blocks
        inlines[:1] = [Text(head.value[at:].lstrip())] if size > at and isinstance(head, Text) else []
        at = max(at - size, 0)
    return (replace(first, inlines=trim(tuple(inlines))), *blocks[1:])


def _blocks(items: list[Block | Heading]) -> tuple[Block, ...]:
    return tuple(Paragraph(item.inlines, item.span) if isinstance(item, Heading) else item for item in items)


def _leave_out_the_rest(context: WordContext) -> None:
    """Note the words of comments, headers and footers, which are not part of the text."""
    word = context.word
    for relation in word.relations(word.main).values():
        reason = {"comments": "comment", "header": "page header", "footer": "page footer"}.get(relation.kind)
        if reason and not relation.external:
            root = word.package.xml(relation.target)
            if root is not None:
                context.leave_out(extract_words(root), reason)
