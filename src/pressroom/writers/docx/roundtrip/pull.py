"""Find the edits made in a Word file and turn them into changes of its source.

Each block of the source is marked in our Word files by an id that follows from its words. A block that still
has its words is untouched; one that has others was edited, and the same id leads to its place in the source,
as long as the source still says there what it said. Where it does not, the edit is a conflict; no words
are lost.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from pressroom.errors import PressroomError
from pressroom.model.document import Document
from pressroom.model.inline import PlainText
from pressroom.model.span import Span
from pressroom.writers.docx.package.archive import find_body, open_package
from pressroom.writers.docx.roundtrip.blocks import (
    SPLIT,
    SourceBlock,
    WordBlock,
    has_words,
    index_blocks,
    read_blocks,
)
from pressroom.writers.docx.roundtrip.edits import Edit, EditConflict, PulledEdits
from pressroom.writers.docx.roundtrip.record import BlockRecord, digest, load_record
from pressroom.writers.docx.roundtrip.wordtext import WordParagraph, normalize_spaces, read_paragraphs

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_MARKDOWN = (".md", ".markdown")
_PLAIN = (".txt", ".text", *_MARKDOWN)
# what stands ahead of a block's words on its line, in plain text and Markdown
_MARKER = re.compile(r"[ \t]*(?:(?:[-*+•◦▪‣–—>]|#{1,6}|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])[ \t]+)+")
_SPECIAL = re.compile(r"([\\*_\[\]<`])")


def pull(edited: bytes, document: Document) -> PulledEdits:
    """Find what was changed in one of our Word files, as changes of its source as it stands now.

    ``document`` is that source, read. Tracked changes count as accepted. Raises PressroomError when the file
    is no Word file of ours, or when the source's format cannot be patched.
    """
    if not document.source.lower().endswith(_PLAIN):
        raise PressroomError(
            f"edits can be taken back to plain text and Markdown only, and {document.source} is neither",
            cure="make the edits in the source itself",
            rule="pull-source-format",
            where=document.source,
        )
    package = open_package(edited)
    record = load_record(package)
    if record is None:
        raise PressroomError(
            "this Word file does not say which text it was made from",
            cure="take a file that report make has written, and edit that",
            rule="pull-unknown-file",
        )
    paragraphs = read_paragraphs(find_body(package))
    return _Puller(document, record).run(paragraphs)


def read_source_name(edited: bytes) -> str:
    """Return the file name of the text that one of our Word files was made from, "" when it says none."""
    record = load_record(open_package(edited))
    return record.source if record else ""


class _Puller:
    def __init__(self, document: Document, record: BlockRecord) -> None:
        self._document = document
        self._record = record
        self._known = index_blocks(document)
        self._emphasis = dict(zip(record.blocks, record.emphases, strict=True))
        self._markdown = document.source.lower().endswith(_MARKDOWN)
        self._edits: list[Edit] = []
        self._conflicts: list[EditConflict] = []
        self._models: dict[str, str] = {}  # a block of the source in each of the file's styles

    def run(self, paragraphs: list[WordParagraph]) -> PulledEdits:
        found: list[str] = []
        made = Counter(self._record.made)
        blocks = list(read_blocks(paragraphs))
        self._models = {
            block.style: block.ids[0] for block in blocks if block.ids and block.ids[0] in self._known
        }
        for block in blocks:
            if block.ids:
                if block.ids[0] not in found:
                    found.append(block.ids[0])
                    self._compare(block.ids[0], block.text)
                    self._compare_emphasis(block)
            elif block.text.strip() and digest(block.text) not in made:
                self._add(block, found[-1] if found else "")
        self._find_removed(found)
        self._find_moved(found)
        self._edits.sort(key=lambda edit: (edit.start, edit.end))
        return PulledEdits(self._document.text, tuple(self._drop_overlaps()), tuple(self._conflicts))

    def _compare(self, ident: str, text: str) -> None:
        if has_words(ident, text) and SPLIT not in text:
            return
        known = self._known.get(ident)
        if known is None:
            near = self._find_nearest(text)
            reason = "edited in Word, and the source has moved on there"
            self._conflicts.append(EditConflict(normalize_spaces(text), reason, near))
            return
        edits = list(self._changes(known, text))
        if None in edits:
            reason = "markup or a joined line stands where it was edited"
            self._conflicts.append(EditConflict(normalize_spaces(text), reason, known.run.span))
        else:
            self._edits += [edit for edit in edits if edit is not None]

    def _compare_emphasis(self, block: WordBlock) -> None:
        """Report words that are unchanged but are now bold or italic, or no longer so."""
        ident = block.ids[0]
        if has_words(ident, block.text) and self._emphasis.get(ident, block.emphasis) != block.emphasis:
            known = self._known.get(ident)
            reason = "made bold or italic in Word, or no longer so; the marks of the source are kept"
            self._conflicts.append(
                EditConflict(normalize_spaces(block.text), reason, known.run.span if known else None)
            )

    def _changes(self, known: SourceBlock, text: str) -> Iterator[Edit | None]:
        """Yield the changes from a block's words to those in Word; None for one that has no place."""
        old, new = known.plain.value, text
        before, after = _TOKEN.findall(old), _TOKEN.findall(new)
        starts = [0]
        for token in before:
            starts.append(starts[-1] + len(token))
        keys = [[_key(token) for token in tokens] for tokens in (before, after)]
        matcher = difflib.SequenceMatcher(None, keys[0], keys[1], autojunk=False)
        for kind, i1, i2, j1, j2 in matcher.get_opcodes():
            words = "".join(after[j1:j2])
            edge = i1 in (0, len(before)) or i2 == len(before)
            if kind == "equal" or (edge and not words.strip() and not "".join(before[i1:i2]).strip()):
                continue
            yield self._change(known, starts[i1], starts[i2], words)

    def _change(self, known: SourceBlock, start: int, end: int, words: str) -> Edit | None:
        place = self._locate(known.plain, start, end)
        if place is None:
            return None
        source = self._document.text[place[0] : place[1]]
        if normalize_spaces(source) != normalize_spaces(known.plain.value[start:end]):
            return None
        new = self._convert_line_ends(self._escape_markup(words).replace(SPLIT, self._separator(known)))
        return Edit(place[0], place[1], new, known.run.span)

    def _locate(self, plain: PlainText, start: int, end: int) -> tuple[int, int] | None:
        if start < end:
            return plain.source_range(start, end)
        if start > 0:
            before = plain.source_offset(start - 1)
            return None if before is None else (before + 1, before + 1)
        first = plain.source_offset(0)
        return None if first is None else (first, first)

    def _escape_markup(self, words: str) -> str:
        return _SPECIAL.sub(r"\\\1", words) if self._markdown else words

    def _convert_line_ends(self, new: str) -> str:
        """Write line ends as the source does."""
        return new.replace("\n", "\r\n") if "\r\n" in self._document.text else new

    def _line_start(self, known: SourceBlock) -> int:
        """Return where the line of a block begins."""
        return self._document.text.rfind("\n", 0, known.start) + 1

    def _read_marker(self, known: SourceBlock) -> str:
        """Return the mark of a list, heading or quotation ahead of a block's words, "" for none."""
        ahead = self._document.text[self._line_start(known) : known.start]
        return ahead if _MARKER.fullmatch(ahead) else ""

    def _add(self, block: WordBlock, after: str) -> None:
        """Put a new paragraph behind the block that it follows in Word, with the marker of its kind."""
        known = self._known.get(after)
        if known is None or not known.run.whole:
            reason = "added in Word, and its place in the source is not clear"
            self._conflicts.append(EditConflict(normalize_spaces(block.text), reason))
            return
        model = self._known.get(self._models.get(block.style, ""))
        mark, before = self._read_marker(model) if model else "", self._read_marker(known)
        item = not mark.rstrip().endswith(("#", ">"))
        if mark and item and _marker_kind(mark) == _marker_kind(before):
            mark, between = _next_marker(before), self._item_separator(known)
        else:
            between = SPLIT if mark or before else self._separator(known)
        new = self._convert_line_ends(between + mark + self._escape_markup(block.text.strip()))
        self._edits.append(Edit(known.end, known.end, new, known.run.span))

    def _separator(self, known: SourceBlock) -> str:
        """Return what parts two paragraphs in this source: an empty line, or only the line's end."""
        gap = self._document.text[known.end : known.after]
        return "\n" if gap.count("\n") == 1 and known.after < len(self._document.text) else SPLIT

    def _item_separator(self, known: SourceBlock) -> str:
        """Return what parts two items: an empty line only where the next one stands behind such."""
        text = self._document.text
        gap = text[known.end : known.after]
        line, _, ahead = gap.rpartition("\n")
        loose = line.count("\n") > 0 and _marker_kind(ahead) == _marker_kind(self._read_marker(known))
        return SPLIT if loose else "\n"

    def _find_removed(self, found: list[str]) -> None:
        present = set(found)
        starts = sorted({known.run.span.start for known in self._known.values()})
        for ident in self._record.blocks:
            known = self._known.get(ident)
            if ident in present or known is None:
                continue
            span, begin = known.run.span, self._line_start(known)
            shared = any(begin <= start < span.start for start in starts)
            if known.run.whole and not shared:
                self._edits.append(self._remove(known, begin))
            else:
                reason = "removed in Word from a table, a list of terms or a caption"
                self._conflicts.append(EditConflict(known.plain.value, reason, span))

    def _remove(self, known: SourceBlock, begin: int) -> Edit:
        """Take a block out with its line, up to the line of the next; at the end, with the gap before it."""
        text, span = self._document.text, known.run.span
        if known.after >= len(text):
            begin = len(text[:begin].rstrip())
            return Edit(
                begin, len(text), self._convert_line_ends("\n") if text.endswith("\n") and begin else "", span
            )
        end = max(known.end, text.rfind("\n", 0, known.after) + 1)
        return Edit(begin, end, "", span)

    def _find_moved(self, found: list[str]) -> None:
        order = {ident: place for place, ident in enumerate(self._record.blocks)}
        places = [order[ident] for ident in found if ident in order]
        for place in sorted(set(places) - set(_longest_rising(places))):
            words = self._known.get(self._record.blocks[place])
            text = words.plain.value if words else ""
            span = words.run.span if words else None
            self._conflicts.append(
                EditConflict(normalize_spaces(text), "moved in Word; the order of the source is kept", span)
            )

    def _find_nearest(self, text: str) -> Span | None:
        values = {known.plain.value: known.run.span for known in self._known.values()}
        close = difflib.get_close_matches(text, list(values), 1, 0.5)
        return values[close[0]] if close else None

    def _drop_overlaps(self) -> Iterator[Edit]:
        at = -1
        for edit in self._edits:
            if edit.start >= at:
                yield edit
                at = max(at, edit.end)
            else:
                self._conflicts.append(
                    EditConflict(edit.new.strip(), "it overlaps with another edit", edit.span)
                )


def _marker_kind(mark: str) -> str:
    """Return a mark without what counts in it: of a list's items all have the same."""
    return re.sub(r"\d+|(?<![^\s(])[a-zA-Z](?=[.)])", "1", mark).rstrip()


def _next_marker(mark: str) -> str:
    """Return the mark that follows in a list."""
    return re.sub(r"\d+(?=\D*$)", lambda found: str(int(found.group()) + 1), mark)


def _longest_rising(places: list[int]) -> list[int]:
    """Return a longest rising part of some places: what is not in it was moved."""
    ends: list[int] = []  # the place in ``places`` of the smallest end of a rising part, by its length
    before: list[int] = []
    for at, place in enumerate(places):
        length = bisect_left(ends, place, key=places.__getitem__)
        before.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [at]
    found: list[int] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(places[at])
        at = before[at]
    return found


def _key(token: str) -> str:
    """Return what counts of a token: one white space is as good as another, but for a paragraph's end."""
    if not token.isspace():
        return token
    return SPLIT if SPLIT in token else " "
