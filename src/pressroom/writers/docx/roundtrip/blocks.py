"""The blocks of the source as they stand now, and as they stand in the Word file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pressroom.model.document import Document
from pressroom.model.inline import PlainText, plain_text
from pressroom.model.walk import TextRun, runs
from pressroom.writers.docx.package.bookmarks import block_id
from pressroom.writers.docx.roundtrip.wordtext import WordParagraph, digest_emphasis, split_blocks

SPLIT = "\n\n"  # where Word has ended a paragraph inside a block


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A block of the source as it stands now."""

    run: TextRun
    plain: PlainText
    start: int  # where its first letter stands
    end: int  # where its last letter ends
    after: int  # where the next block begins, or the text ends


def index_blocks(document: Document) -> dict[str, SourceBlock]:
    """Return the blocks of a document by their stable ids."""
    found = [(run, plain_text(run.inlines)) for run in runs(document)]
    begins = sorted({run.span.start for run, _ in found} | {len(document.text)})
    counts: Counter[str] = Counter()
    known: dict[str, SourceBlock] = {}
    for run, plain in found:
        key = "".join(plain.value.split())
        if key:
            after = next((begin for begin in begins if begin >= run.span.end), len(document.text))
            first = plain.source_offset(0)
            start = run.span.start if first is None else first
            end = max(start, len(document.text[: run.span.end].rstrip()))
            known[block_id(key, counts[key])] = SourceBlock(run, plain, start, end, after)
            counts[key] += 1
    return known


@dataclass(slots=True)
class WordBlock:
    """A block as it stands in Word: the ids marked in it (none: it is new), its words, its style's id.

    ``emphasis`` is the digest of what is bold or italic in it.
    """

    ids: list[str]
    text: str
    style: str
    emphasis: str = ""


def read_blocks(paragraphs: list[WordParagraph]) -> Iterator[WordBlock]:
    """Yield the blocks as they stand in Word: one a paragraph, several where a line holds more than one.

    A block whose mark ends in a later paragraph was split there, and is one block of several paragraphs.
    """
    waiting: WordBlock | None = None
    for paragraph in paragraphs:
        if waiting is not None:
            waiting.text += SPLIT + paragraph.text
            if waiting.ids[0] in paragraph.ends:
                yield waiting
                waiting = None
            continue
        if len(paragraph.blocks) == 1 and paragraph.blocks[0][0] not in paragraph.ends:
            waiting = WordBlock(
                [paragraph.blocks[0][0]], paragraph.text[paragraph.blocks[0][1] :], paragraph.style
            )
            continue
        yield from _split_paragraph(paragraph)
    if waiting is not None:
        yield waiting


def _split_paragraph(paragraph: WordParagraph) -> Iterator[WordBlock]:
    if not paragraph.blocks:
        yield WordBlock([], paragraph.text, paragraph.style)
        return
    for ident, start, end in split_blocks(paragraph):
        words, shown = paragraph.text[start:end].strip("\t"), digest_emphasis(paragraph, start, end)
        yield WordBlock([ident], words, paragraph.style, shown)


def has_words(ident: str, text: str) -> bool:
    """Tell whether the id of a block follows from these words."""
    occurrence = int(ident.rpartition("_")[2])
    return block_id(text, occurrence) == ident
