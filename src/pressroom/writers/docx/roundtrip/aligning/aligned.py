"""The blocks as they stand in Word, each with the block of the source that it was made from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from pressroom.writers.docx.roundtrip.word.wordtext import ParagraphPlace, WordParagraph, show_words

SPLIT = "\n\n"  # where Word has ended a paragraph inside a block


@dataclass(slots=True)
class WordBlock:
    """A block as it stands in Word.

    ``ident`` is that of the source's block, "" for a new one. ``label`` is that of a note of the source which
    holds more than paragraphs and has no mark, ``untouched`` if it still has its words. ``looks`` has the
    style's name and the level in a list of each of its paragraphs, ``style`` is the id of the first.
    ``joined``: it runs on in the paragraph of the block before it, which it did not. ``lead_changed``: other
    words stand where the report has put a number.
    """

    ident: str
    text: str
    place: ParagraphPlace
    style: str = ""
    looks: list[tuple[str, int]] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    emphasis: str = ""
    joined: bool = False
    runs_on: bool = False
    lead_changed: bool = False
    label: str = ""
    untouched: bool = False
    behind: str = ""

    @property
    def words(self) -> str:
        """Its words on one line, without what stands for notes and objects."""
        return show_words(self.text)

    def absorb(self, other: WordBlock, *, ahead: bool = False) -> None:
        """Take another paragraph in, as a part of this block that was split off."""
        pair = (other, self) if ahead else (self, other)
        self.text = pair[0].text.rstrip() + SPLIT + pair[1].text.lstrip()
        self.looks = pair[0].looks + pair[1].looks
        self.calls = pair[0].calls + pair[1].calls
        self.comments = pair[0].comments + pair[1].comments
        self.emphasis = ""


@dataclass(slots=True)
class AlignedWord:
    """Blocks in order, notes by their id, and the paragraphs of the report's own that were edited.

    ``gone`` are the paragraphs of the report's own that are no longer there: their digests.
    """

    blocks: list[WordBlock]
    notes: dict[str, WordBlock]
    changed: list[WordBlock]
    gone: Counter[str]


def make_new(paragraph: WordParagraph) -> WordBlock:
    """Return a paragraph that comes from no block of the source."""
    return WordBlock(
        "",
        paragraph.text,
        paragraph.place,
        paragraph.style,
        [paragraph.look],
        list(paragraph.calls),
        list(paragraph.comments),
    )
