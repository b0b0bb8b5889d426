"""Paragraphs of a Word file as blocks: by their marks, and as new where they have none.

All words of a paragraph are its block's, also those ahead of the mark or behind it: LibreOffice leaves a mark
behind what is typed at a paragraph's start.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pressroom.writers.docx.roundtrip.aligning.aligned import WordBlock, make_new
from pressroom.writers.docx.roundtrip.word.record import BlockRecord, digest
from pressroom.writers.docx.roundtrip.word.wordtext import (
    CALL,
    ParagraphPlace,
    WordParagraph,
    digest_emphasis,
    normalize_spaces,
    split_blocks,
)


def _skip_lead(text: str, mark: int, lead: str) -> tuple[int, bool]:
    """Return where a block begins behind what the report has put ahead, and whether that changed."""
    if not lead.strip() or text.startswith(lead):
        return len(lead) if text.startswith(lead) else 0, False
    same = normalize_spaces(text[:mark]) == normalize_spaces(lead)
    return (mark, False) if same else (0, True)


def join_cells(blocks: list[WordBlock]) -> list[WordBlock]:
    """Take the new paragraphs of a cell into the block that stands in it."""
    kept: list[WordBlock] = []
    for block in blocks:
        previous = kept[-1] if kept else None
        if previous is None or block.place.table < 0 or previous.place != block.place:
            kept.append(block)
        elif not block.ident:
            previous.absorb(block)
        elif not previous.ident:
            block.absorb(previous, ahead=True)
            kept[-1] = block
        else:
            kept.append(block)
    return kept


class WordBlockReader:
    """Reads blocks off paragraphs; knows which paragraphs of the report's own are not seen yet.

    ``changed`` are those of the report's own that were edited.
    """

    def __init__(self, record: BlockRecord) -> None:
        self.changed: list[WordBlock] = []
        self._recorded = {block.ident: block for block in record.blocks}
        self._made = Counter(made.digest for made in record.made if not made.margin)
        self._complete = record.is_complete
        self._margins = {made.digest for made in record.made if made.margin}
        source_names = {"", *(block.name for block in record.blocks)}
        self._made_only = {made.name for made in record.made if not made.margin} - source_names
        self._looks = {made.digest: made.name for made in record.made}

    def tell_gone(self) -> Counter[str]:
        """Return the digests of the report's own paragraphs that are no longer there."""
        return +self._made if self._complete else Counter()

    def read_margins(self, paragraphs: Iterable[WordParagraph]) -> None:
        """Find the paragraphs of headers and footers that were edited."""
        for paragraph in paragraphs if self._complete else ():
            if paragraph.text.strip() and digest(paragraph.text) not in self._margins:
                self.changed.append(make_new(paragraph))

    def keep_each_mark_once(self, paragraphs: Iterable[WordParagraph]) -> None:
        """Drop the marks of copies, and of blocks that the file does not know: those are new paragraphs."""
        places: dict[str, list[WordParagraph]] = {}
        held = list(paragraphs)
        for paragraph in held:
            for ident, _ in paragraph.blocks:
                places.setdefault(ident, []).append(paragraph)
        kept = {}
        for ident, candidates in places.items():
            recorded = self._recorded.get(ident)
            same = [each for each in candidates if recorded and recorded.has_words(each.text)]
            kept[ident] = (same or candidates)[0] if recorded else None
        seen: set[str] = set()
        for paragraph in held:
            blocks = []
            for ident, at in paragraph.blocks:
                if kept[ident] is paragraph and ident not in seen:
                    seen.add(ident)
                    blocks.append((ident, at))
            paragraph.blocks = blocks

    def _is_made(self, paragraph: WordParagraph) -> bool:
        value = digest(paragraph.text)
        if self._complete:
            self._made[value] -= 1
        return self._made[value] >= (0 if self._complete else 1)

    def take_made(self, paragraphs: list[WordParagraph]) -> bool:
        """Tell whether all paragraphs of a note are as they were made."""
        said = Counter(digest(paragraph.text) for paragraph in paragraphs if paragraph.text.strip())
        if not said or said - self._made:
            return False
        self._made -= said
        return True

    def list_blocks(self, paragraphs: list[WordParagraph]) -> list[WordBlock]:
        """Return the blocks one a paragraph, several where a paragraph holds more than one.

        A block whose mark ends in a later paragraph was split there, and is one block of several paragraphs.
        """
        found: list[WordBlock] = []
        waiting: WordBlock | None = None
        behind = ""
        for paragraph in paragraphs:
            if waiting is not None and not paragraph.blocks and paragraph.place == waiting.place:
                if paragraph.text.strip():
                    waiting.absorb(make_new(paragraph))
                if waiting.ident in paragraph.ends:
                    waiting = None
                continue
            waiting = None
            if not paragraph.blocks:
                if paragraph.text.strip() and not self._is_made(paragraph):
                    found.append(make_new(paragraph))
                elif paragraph.text.strip():
                    behind = digest(paragraph.text)
                continue
            found += self._split(paragraph)
            found[-1].behind, behind = behind, ""
            if found[-1].ident not in paragraph.ends:
                waiting = found[-1]
        return found

    def _split(self, paragraph: WordParagraph) -> list[WordBlock]:
        found: list[WordBlock] = []
        calls = list(paragraph.calls)
        for number, (ident, start, end) in enumerate(split_blocks(paragraph)):
            recorded = self._recorded[ident]
            begin, changed = (start, False) if number else _skip_lead(paragraph.text, start, recorded.lead)
            text = paragraph.text[begin:end]
            count = text.count(CALL)
            found.append(
                WordBlock(
                    ident,
                    text.strip("\t") if recorded.runs_on or len(paragraph.blocks) > 1 else text,
                    paragraph.place,
                    paragraph.style,
                    [paragraph.look],
                    calls[:count],
                    [] if number else list(paragraph.comments),
                    digest_emphasis(paragraph, begin, end),
                    joined=number > 0 and not recorded.runs_on,
                    runs_on=number > 0,
                    lead_changed=changed,
                )
            )
            del calls[:count]
        return self._drop_struck(found)

    def _drop_struck(self, blocks: list[WordBlock]) -> list[WordBlock]:
        """Leave out the blocks of a joined paragraph that have no words left, as they were deleted."""
        if len(blocks) < 2 or not any(block.joined for block in blocks):
            return blocks
        kept = [block for block in blocks if block.text.strip()] or blocks[:1]
        if not kept[0].runs_on:
            return kept
        kept[0].joined = False
        return kept

    def read_note(self, paragraphs: list[WordParagraph]) -> WordBlock:
        """Return a note as one block, whatever its paragraphs."""
        found: WordBlock | None = None
        for paragraph in paragraphs:
            blocks = self._split(paragraph) if paragraph.blocks else [make_new(paragraph)]
            for block in blocks:
                if found is None:
                    found = block
                elif block.text.strip():
                    found.ident = found.ident or block.ident
                    found.absorb(block)
        return found or WordBlock("", "", ParagraphPlace("note"))

    def tell_made(self, blocks: list[WordBlock]) -> list[WordBlock]:
        """Tell new paragraphs from those of the report's own that were edited."""
        missing = Counter(self._looks.get(value, "") for value in (+self._made).elements())
        kept: list[WordBlock] = []
        for block in blocks:
            name = block.looks[0][0]
            if not block.ident and (name in self._made_only or missing[name] > 0) and not self._fits(block):
                missing[name] -= 1
                self.changed.append(block)
            else:
                kept.append(block)
        return kept

    def _fits(self, block: WordBlock) -> bool:
        """Tell whether a paragraph without a mark has the words of a block of the source."""
        return any(known.has_words(block.text) for known in self._recorded.values())
