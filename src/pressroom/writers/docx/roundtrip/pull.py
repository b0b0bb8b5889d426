"""Find the edits made in a Word file and turn them into changes of its source.

Each block of the source is marked in our Word files by an id that follows from its words. A block that still
has its words is untouched; one that has others was edited, and the same id leads to its place in the source,
as long as the source still says there what it said. Where it does not, the edit is a conflict. At the end the
patched source is read again and compared with the words in Word, so that none is lost without a word.
"""

from __future__ import annotations

import difflib
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pressroom.errors import PressroomError
from pressroom.model.document import Document
from pressroom.model.span import Span
from pressroom.writers.docx.package.archive import open_package
from pressroom.writers.docx.roundtrip import styling
from pressroom.writers.docx.roundtrip.adding import Neighbours, NewParagraph, add_paragraphs, add_row
from pressroom.writers.docx.roundtrip.align import SPLIT, AlignedWord, WordBlock, align
from pressroom.writers.docx.roundtrip.blocks import SourceBlock, SourceBlocks, list_source_blocks
from pressroom.writers.docx.roundtrip.edits import Change, Edit, EditConflict, PulledEdits, Said, sort_edits
from pressroom.writers.docx.roundtrip.markup import Markup, list_models
from pressroom.writers.docx.roundtrip.notes import NoteChanges
from pressroom.writers.docx.roundtrip.record import BlockRecord, RecordedBlock, digest, load_record
from pressroom.writers.docx.roundtrip.removal import remove_blocks, tell_notes_left
from pressroom.writers.docx.roundtrip.story import WordText, read_word
from pressroom.writers.docx.roundtrip.verify import ReadText, account, settle
from pressroom.writers.docx.roundtrip.wording import NewWords, close_up_calls, place_changes
from pressroom.writers.docx.roundtrip.wordtext import CALL, ParagraphPlace, normalize_spaces, show_words

_MARKDOWN = (".md", ".markdown")
_PLAIN = (".txt", ".text", *_MARKDOWN)


def pull(edited: bytes, document: Document, read: ReadText) -> PulledEdits:
    """Find what was changed in one of our Word files, as changes of its source as it stands now.

    ``document`` is that source, read; ``read`` reads a text as that source was read. Tracked changes count as
    accepted. Raises PressroomError when the file is no Word file of ours, or when the source's format cannot
    be patched.
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
    source = list_source_blocks(document)
    word = read_word(package)
    aligned = align(word, record, source)
    changes, conflicts = _Puller(document, source, record, aligned, word).run()
    made, refused = settle(changes, source, read)
    conflicts += [conflict for change in refused for conflict in change.conflicts]
    conflicts += account(aligned, record, source, made, conflicts)
    edits, _ = sort_edits(made)
    return PulledEdits(document.text, edits, tuple(conflicts))


def read_source_name(edited: bytes) -> str:
    """Return the file name of the text that one of our Word files was made from, "" when it says none."""
    record = load_record(open_package(edited))
    return record.source if record else ""


class _Puller:
    def __init__(
        self,
        document: Document,
        source: SourceBlocks,
        record: BlockRecord,
        aligned: AlignedWord,
        word: WordText,
    ) -> None:
        self._document = document
        self._record = record
        self._recorded = {block.ident: block for block in record.blocks}
        self._source = source
        self._known = source.by_ident()
        self._aligned = aligned
        self._word = word
        self._markup = Markup(source, document.source.lower().endswith(_MARKDOWN))
        self._notes = NoteChanges(aligned, self._markup)
        self._models = list_models(
            (block.looks[0], self._known[block.ident])
            for block in aligned.blocks
            if block.ident in self._known and self._recorded[block.ident].look in (None, block.looks[0])
        )
        self._emptied: set[str] = set()
        self._changes: list[Change] = []
        self._conflicts: list[EditConflict] = []

    def run(self) -> tuple[list[Change], list[EditConflict]]:
        """Return the changes that the source is to have, and what cannot be taken back."""
        for group in self._list_groups():
            if not group[0].ident:
                continue
            if len(group) > 1:
                self._join(group)
            else:
                self._compare(group[0])
        for note in self._aligned.notes.values():
            if note.ident:
                self._compare(note)
            elif note.label and not note.untouched:
                reason = "edited in Word, and the note has more than one paragraph in the source"
                self._refuse(note.words, reason, self._source.notes.get(note.label))
        self._add_new()
        self._find_removed()
        self._find_moved()
        self._find_moved_over()
        self._tell_made()
        self._tell_comments()
        return self._changes, self._conflicts

    def _refuse(self, words: str, reason: str, known: SourceBlock | None = None) -> None:
        near, says = (known.span, show_words(known.words)) if known else (None, "")
        self._conflicts.append(EditConflict(words, reason, near, says))

    def _list_groups(self) -> Iterator[list[WordBlock]]:
        """Yield the blocks, those together that were joined."""
        group: list[WordBlock] = []
        for block in self._aligned.blocks:
            if group and not block.joined:
                yield group
                group = []
            group.append(block)
        if group:
            yield group

    def _compare(self, block: WordBlock) -> None:
        recorded, known = self._recorded[block.ident], self._known.get(block.ident)
        calls = self._notes.map_calls(block.calls)
        if known is None:
            self._compare_with_nothing(block, recorded)
        elif block.lead_changed:
            self._refuse(block.words, "the report makes the number or mark ahead of it by itself", known)
        elif not block.text.strip() and known.cell is None and known.kind.name != "note":
            self._emptied.add(block.ident)
            return
        elif SPLIT not in block.text and recorded.has_words(block.text) and known.calls == calls:
            self._compare_emphasis(block, recorded, known)
        else:
            self._change_words(block, recorded, known, calls)
        if known is not None:
            self._compare_style(block, recorded, known)

    def _compare_with_nothing(self, block: WordBlock, recorded: RecordedBlock) -> None:
        if SPLIT not in block.text and recorded.has_words(block.text):
            return
        reason = "edited in Word, and the source has moved on there"
        self._conflicts.append(EditConflict(block.words, reason, self._find_nearest(block.words)))

    def _find_nearest(self, text: str) -> Span | None:
        values = {known.words: known.span for known in self._known.values()}
        close = difflib.get_close_matches(text, list(values), 1, 0.5)
        return values[close[0]] if close else None

    def _compare_emphasis(self, block: WordBlock, recorded: RecordedBlock, known: SourceBlock) -> None:
        """Report words that are unchanged but are now bold or italic, or no longer so."""
        if recorded.emphasis != block.emphasis:
            reason = "made bold or italic in Word, or no longer so; the marks of the source are kept"
            self._refuse(block.words, reason, known)

    def _compare_style(self, block: WordBlock, recorded: RecordedBlock, known: SourceBlock) -> None:
        before, now = recorded.look, block.looks[0]
        if before is None or not styling.differs(before, now):
            return
        change = styling.change_style(known, before, now, self._models, self._markup)
        if change is None:
            self._refuse(block.words, styling.describe(before, now), known)
        else:
            self._changes.append(change)

    def _change_words(
        self, block: WordBlock, recorded: RecordedBlock, known: SourceBlock, calls: tuple[str, ...]
    ) -> None:
        """Change the words of a block, and the notes that it calls."""
        edits = None
        if self._notes.list_new(calls):
            block.text = close_up_calls(block.text)
        if recorded.has_words(known.words):
            edits = self._place(block, known, calls)
        words = block.words
        if edits is None:
            self._refuse(words, "markup or a joined line stands where it was edited", known)
            self._tell_new_notes(calls)
            return
        notes: dict[str, str | None] = dict(self._notes.list_new(calls))
        defined = self._notes.define(self._notes.list_new(calls), known)
        dropped = [label for label in known.calls if label not in self._list_called()]
        removed = {label: self._notes.drop(label, known.calls.count(label)) for label in dropped}
        if defined is None or "" in calls:
            self._refuse(words, "a note of it cannot be written in the source", known)
            self._tell_new_notes(calls)
            return
        for label, edit in removed.items():
            if edit is not None:
                edits.append(edit)
                notes[label] = None
        reason = "the source would not read as Word does"
        conflicts = [EditConflict(words, reason, known.span, show_words(known.words))]
        conflicts += [EditConflict(show_words(text), reason, known.span) for text in notes.values() if text]
        texts = _split_said(block.text, calls)
        self._changes.append(Change((*edits, *defined), tuple(conflicts), {block.ident: texts}, notes=notes))

    def _tell_new_notes(self, calls: Sequence[str]) -> None:
        for text in self._notes.list_new(calls).values():
            self._conflicts.append(
                EditConflict(
                    show_words(text), "a note that was added in Word, and its paragraph is a conflict"
                )
            )

    def _list_called(self) -> set[str]:
        return set(self._notes.map_calls(self._aligned.notes))

    def _place(self, block: WordBlock, known: SourceBlock, calls: tuple[str, ...]) -> list[Edit] | None:
        separators = self._list_separators(block, known)
        if separators is None:
            return None
        return place_changes(known, NewWords(block.text, calls), self._markup, separators)

    def _list_separators(self, block: WordBlock, known: SourceBlock) -> list[str] | None:
        """Return what the source writes where Word ends a paragraph in a block; None where it cannot."""
        if SPLIT not in block.text:
            return []
        mark = self._markup.read_marker(known)
        if known.kind.name not in ("paragraph", "item", "quote", "heading", "callout") or known.in_front:
            return None
        separators: list[str] = []
        for number, look in enumerate(block.looks[1:], 1):
            model = self._models.get(look)
            new = self._markup.read_marker(model) if model else self._markup.make_marker(look)
            if mark.rstrip().endswith(">"):
                separators.append(f"\n{mark.rstrip()}\n{mark}")
            elif look == block.looks[0] and known.kind.name == "item" and mark:
                separators.append(f"\n{self._markup.number(mark, number)}")
            elif known.kind.name == "paragraph" and not new:
                separators.append(self._markup.separator(known))
            else:
                separators.append(f"{SPLIT}{new}")
        return separators

    def _join(self, group: list[WordBlock]) -> None:
        """Join blocks of the source that are one paragraph in Word."""
        sources = [self._known.get(block.ident) for block in group]
        whole = "".join(block.text for block in group)
        first = sources[0]
        edits = self._place_joined(group, sources)
        if edits is None:
            reason = "joined in Word, and more than an empty line parts them in the source"
            says = " ".join(show_words(each.words) for each in sources if each)
            near = first.span if first else None
            self._conflicts.append(EditConflict(show_words(whole), reason, near, says))
            return
        calls = tuple(label for block in group for label in self._notes.map_calls(block.calls))
        reason = "joined in Word, and the source would not read as Word does"
        says = " ".join(show_words(each.words) for each in sources if each)
        conflicts = [EditConflict(show_words(whole), reason, first.span if first else None, says)]
        texts: dict[str, tuple[Said, ...]] = {block.ident: () for block in group[1:]}
        texts[group[0].ident] = (Said(whole, calls),)
        self._changes.append(Change(tuple(edits), tuple(conflicts), texts))

    def _place_joined(
        self, group: list[WordBlock], sources: Sequence[SourceBlock | None]
    ) -> list[Edit] | None:
        edits: list[Edit] = []
        for number, (block, known) in enumerate(zip(group, sources, strict=True)):
            calls = self._notes.map_calls(block.calls)
            if known is None or SPLIT in block.text or "" in calls or self._notes.list_new(calls):
                return None
            text = block.text if number == len(group) - 1 else block.text.rstrip()
            text = text.lstrip() if number else text
            placed = place_changes(known, NewWords(text, calls), self._markup, [])
            if placed is None or not self._recorded[block.ident].has_words(known.words):
                return None
            edits += placed
            if number:
                gap = self._close_gap(group[number - 1], block, sources[number - 1], known)
                if gap is None:
                    return None
                edits.append(gap)
        return edits

    def _close_gap(
        self, first: WordBlock, second: WordBlock, before: SourceBlock | None, known: SourceBlock
    ) -> Edit | None:
        """Return the edit that lets a block run on from the one before it, where nothing else parts them."""
        if before is None or known.lines is None or before.lines is None:
            return None
        between = self._document.text[before.end : known.start]
        mark = self._markup.read_marker(known)
        if between.strip() != mark.strip():
            return None
        spaced = first.text[-1:].isspace() or second.text[:1].isspace()
        return Edit(before.end, known.start, " " if spaced else "", known.span)

    def _add_new(self) -> None:
        """Put new paragraphs and rows into the source, those together that follow each other."""
        blocks = self._aligned.blocks
        at = 0
        while at < len(blocks):
            if blocks[at].ident:
                at += 1
                continue
            end = at
            while end < len(blocks) and not blocks[end].ident and blocks[end].place == blocks[at].place:
                end += 1
            if blocks[at].place.table >= 0:
                same = blocks[at].place
                while end < len(blocks) and _is_in_row(blocks[end], same) and not blocks[end].ident:
                    end += 1
                self._add_row(blocks[at:end])
            else:
                self._add_paragraphs(at, end)
            at = end

    def _find_beside(self, at: int, end: int) -> Neighbours:
        before = (self._known[b.ident] for b in reversed(self._aligned.blocks[:at]) if b.ident in self._known)
        after = (self._known[b.ident] for b in self._aligned.blocks[end:] if b.ident in self._known)
        return Neighbours(next(before, None), next(after, None))

    def _make_new(self, block: WordBlock) -> NewParagraph:
        return NewParagraph(block, Said(close_up_calls(block.text), self._notes.map_calls(block.calls)))

    def _add_paragraphs(self, at: int, end: int) -> None:
        new = [self._make_new(block) for block in self._aligned.blocks[at:end]]
        calls = [label for each in new for label in each.said.calls]
        change = None
        if self._aligned.blocks[at].place.part == "body" and "" not in calls:
            change = add_paragraphs(new, self._find_beside(at, end), self._models, self._markup)
        if change is None:
            self._conflicts += [each.refuse() for each in new]
            self._tell_new_notes(calls)
        else:
            self._append_with_notes(change, calls)

    def _append_with_notes(self, change: Change, calls: Sequence[str]) -> None:
        fresh = self._notes.list_new(calls)
        defined = self._notes.define(fresh, self._source.blocks[0]) if fresh else []
        if defined is None:
            self._conflicts += change.conflicts
            self._tell_new_notes(calls)
            return
        reason = "a note that was added in Word, and the source would not read as Word does"
        conflicts = (*change.conflicts, *(EditConflict(show_words(each), reason) for each in fresh.values()))
        self._changes.append(
            Change((*change.edits, *defined), conflicts, change.texts, change.added, dict(fresh))
        )

    def _add_row(self, blocks: list[WordBlock]) -> None:
        cells = {block.place.column: self._make_new(block) for block in blocks}
        place = blocks[0].place
        if any(_is_in_row(other, place) and other.ident for other in self._aligned.blocks):
            reason = "a cell was added in Word to a row that has no such column in the source"
            self._conflicts += [each.refuse(reason) for each in cells.values()]
            return
        beside = self._find_row_beside(blocks[0])
        calls = [label for each in cells.values() for label in each.said.calls]
        change = None
        if beside is not None and "" not in calls and all(SPLIT not in each.text for each in blocks):
            change = add_row(cells, *beside, self._markup)
        if change is None:
            known = beside is not None
            reason = (
                "a row was added in Word that the table cannot take" if known else "a table added in Word"
            )
            self._conflicts += [each.refuse(reason) for each in cells.values()]
            self._tell_new_notes(calls)
        else:
            self._append_with_notes(change, calls)

    def _find_row_beside(self, block: WordBlock) -> tuple[list[SourceBlock], str] | None:
        """Return the cells of the row that a new one follows in Word, or else precedes."""
        place = block.place
        rows = {
            other.place.row: self._known[other.ident].cell
            for other in self._aligned.blocks
            if other.place.table == place.table and other.ident in self._known
        }
        above = [row for row in rows if row < place.row]
        below = [row for row in rows if row > place.row]
        chosen = (rows[max(above)], "after") if above else (rows[min(below)], "before") if below else None
        if chosen is None or chosen[0] is None:
            return None
        row = chosen[0][:2]
        cells = [each for each in self._source.blocks if each.cell is not None and each.cell[:2] == row]
        return cells, chosen[1]

    def _find_removed(self) -> None:
        present = {block.ident for block in self._aligned.blocks} - self._emptied
        notes = {note.ident for note in self._source.notes.values()}
        gone = []
        rows = {known.cell[:2] for ident in present if (known := self._known.get(ident)) and known.cell}
        for ident in self._recorded:
            known = self._known.get(ident)
            if ident in present or ident in notes:
                continue
            if known is None:
                self._tell_lost(ident)
            elif known.cell is not None and known.cell[:2] in rows:
                self._empty(known)
            else:
                gone.append(known)
        changes, conflicts = remove_blocks(gone, self._source)
        self._changes += changes
        self._conflicts += [*conflicts, *tell_notes_left(gone, self._source)]

    def _tell_lost(self, ident: str) -> None:
        """Tell of a paragraph that was removed in Word, where the source has others than it was made from."""
        if ident.removeprefix("_pr").startswith("n"):
            return
        reason = "a paragraph was removed in Word that the source no longer has in these words"
        self._conflicts.append(EditConflict("", reason))

    def _empty(self, known: SourceBlock) -> None:
        """Take the words out of a cell whose row stays."""
        edits = place_changes(known, NewWords(""), self._markup, [])
        reason = "its words were removed in Word, and markup stands among them"
        conflict = EditConflict(show_words(known.words), reason, known.span, show_words(known.words))
        if edits is None:
            self._conflicts.append(conflict)
        else:
            self._changes.append(Change(tuple(edits), (conflict,), {known.ident: ()}))

    def _find_moved(self) -> None:
        order = {block.ident: place for place, block in enumerate(self._record.blocks)}
        places = [order[block.ident] for block in self._aligned.blocks if block.ident in order]
        for place in sorted(set(places) - set(_longest_rising(places))):
            known = self._known.get(self._record.blocks[place].ident)
            words = show_words(known.words) if known else ""
            self._refuse(words, "moved in Word; the order of the source is kept", known)

    def _find_moved_over(self) -> None:
        """Tell of blocks that were moved over a paragraph of the report's own, such as code or a chart."""
        for block in self._aligned.blocks:
            recorded, known = self._recorded.get(block.ident), self._known.get(block.ident)
            if recorded is None or known is None or not recorded.behind or known.kind.name == "cell":
                continue
            if block.behind != recorded.behind and not self._aligned.gone[recorded.behind]:
                self._refuse(block.words, "moved in Word; the order of the source is kept", known)

    def _tell_made(self) -> None:
        """Tell of paragraphs of the report's own that were edited or removed in Word."""
        for block in self._aligned.changed:
            where = "in a header or footer" if block.place.part == "margin" else "here"
            reason = f"what stands {where} is no running text of the source; change what it is made from"
            self._conflicts.append(EditConflict(block.words, reason))
        gone = self._aligned.gone
        for words, span in self._source.verbatim:
            if gone[digest(words)] > 0:
                gone[digest(words)] -= 1
                reason = "edited or removed in Word, which is taken back for running text only"
                self._conflicts.append(
                    EditConflict(normalize_spaces(words), reason, span, normalize_spaces(words))
                )
        count = sum((+gone).values()) - len(self._aligned.changed)
        if count > 0:
            reason = f"{count} paragraphs that the report makes by itself were removed in Word"
            self._conflicts.append(EditConflict("", reason))

    def _tell_comments(self) -> None:
        held = {number: block for block in self._aligned.blocks for number in block.comments}
        held |= {number: note for note in self._aligned.notes.values() for number in note.comments}
        for comment in self._word.comments:
            block = held.get(comment.number)
            known = self._known.get(block.ident) if block is not None else None
            place = f" on {block.words[:60]!r}" if block is not None and block.words else ""
            reason = f"a comment by {comment.author or 'a reviewer'}{place}; answer it in the source"
            self._conflicts.append(EditConflict(comment.text, reason, known.span if known else None))


def _is_in_row(block: WordBlock, place: ParagraphPlace) -> bool:
    return (block.place.table, block.place.row) == (place.table, place.row)


def _split_said(text: str, calls: tuple[str, ...]) -> tuple[Said, ...]:
    """Return the paragraphs of a text with the notes that each calls."""
    said: list[Said] = []
    at = 0
    for paragraph in text.split(SPLIT):
        count = paragraph.count(CALL)
        if paragraph.strip():
            said.append(Said(paragraph, calls[at : at + count]))
        at += count
    return tuple(said)


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
