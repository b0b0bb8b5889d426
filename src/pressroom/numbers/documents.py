"""Document to numbers: each block's words searched, places mapped back to the source, the key ones chosen."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from pressroom.model import walk
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import (
    Block,
    DefinitionList,
    Document,
    Image,
    List,
    Paragraph,
    Quote,
    Section,
    Table,
)
from pressroom.model.inline import PlainText, Text, plain_text
from pressroom.model.numbers import Event, KeyNumber, Numbers, Skipped, find_shown
from pressroom.model.quantity import Quantity
from pressroom.model.span import Span
from pressroom.numbers.key.choose import ALL, KEY, UNREAD, Chosen, choose
from pressroom.numbers.key.conflicts import find_conflicts
from pressroom.numbers.key.overrides import NumberOverrides
from pressroom.numbers.key.rank import Candidate, Position
from pressroom.numbers.languages import LANGUAGES, is_read
from pressroom.numbers.meaning.boilerplate import find_cited, is_about, is_boilerplate, opens_boilerplate
from pressroom.numbers.meaning.events import find_events
from pressroom.numbers.meaning.leads import add_lead
from pressroom.numbers.naming.recurring import find_recurring_names
from pressroom.numbers.parsing.heaps import HEAP, find_rows
from pressroom.numbers.parsing.paragraph_numbers import NUMBER_OF_PARAGRAPH, find_paragraph_numbers
from pressroom.numbers.quantities import analyze
from pressroom.numbers.relating.changed import find_changes
from pressroom.numbers.relating.relations import find_relations
from pressroom.numbers.relating.sequence import find_sequences

OPENING = 2  # paragraphs that open a report and hold its news
NUMBERS_UNREAD = "numbers-unread"
VAGUE = "a word without a value"
SHORT = 60  # characters; a line of no more is no paragraph of an opening


@dataclass(frozen=True, slots=True)
class _Passage:
    """Words of one block, where they stand in the report, and whether they are somebody's own."""

    words: PlainText
    place: Position
    quoted: bool = False
    tells: bool = True  # a dateline tells when a text was written, not what happened
    goes_on: bool = False  # a paragraph, whose pronouns may stand for something in the one ahead
    lead: str = ""  # of a list: the paragraph ahead of it


def find(
    document: Document,
    *,
    lang: str = "en",
    reference_date: str = "",
    overrides: NumberOverrides | None = None,
    show_all: bool = False,
) -> Numbers:
    """Return all numbers of a document, the key ones ranked; with ``show_all`` as many as fill a page.

    ``reference_date`` (ISO 8601, as far as known) gives dates without a year theirs, "" gives them none.
    Raises PressroomError when ``overrides`` pin a number that the text no longer carries.
    """
    sections = list(document.walk())
    headings = [section.heading.span.start for section in sections]
    lines = _Lines(document)
    passages = list(_passages(document))
    skipped = _take_paragraph_numbers(passages, lines)
    read = _Reading(document, lines, lang, reference_date, headings, passages)
    for at in range(len(passages)):
        read.take(at)
    candidates, events = read.candidates, read.events
    skipped += read.skipped
    skipped = _tell_unread(skipped, lang)
    limits = ALL if show_all else KEY
    chosen = choose(candidates, overrides or NumberOverrides(), lines.at, document, lang, limits)
    quantities, key = _keep_read([candidate.quantity for candidate in candidates], chosen.key, lang)
    return Numbers(
        quantities=tuple(quantities),
        key=key,
        skipped=tuple(sorted((*skipped, *chosen.left), key=lambda entry: entry.start)),
        events=tuple(events),
        conflicts=find_conflicts(quantities),
        sequences=find_sequences(events, document.text, _find_sections(events, sections, headings), lang),
        relations=find_relations(quantities, {one.quantity.start for one in chosen.key}, lang),
        changes=tuple(find_changes(_find_weighty(chosen), lang)) if is_read(lang) else (),
        notes=(*chosen.notes, *_warn_of_unread((*skipped, *chosen.left), lang, document.source)),
    )


def _take_paragraph_numbers(passages: list[_Passage], lines: _Lines) -> list[Skipped]:
    """Take the numbers of paragraphs off the passages that they open, and return them."""
    skipped = []
    for at, length in find_paragraph_numbers([passage.words.value for passage in passages]).items():
        words = passages[at].words
        span = words.source_range(0, length)
        number = words.value[:length].strip()
        skipped += [Skipped(number, *span, lines.at(span[0]), NUMBER_OF_PARAGRAPH)] if span else []
        passages[at] = replace(passages[at], words=words.behind(length))
    return skipped


class _Reading:
    """A document on its way through: what was found in the passages so far."""

    def __init__(
        self,
        document: Document,
        lines: _Lines,
        lang: str,
        reference_date: str,
        headings: list[int],
        passages: Sequence[_Passage],
    ) -> None:
        self.candidates: list[Candidate] = []
        self.skipped: list[Skipped] = []
        self.events: list[Event] = []
        self._lines, self._lang, self._date, self._headings = lines, lang, reference_date, headings
        self._passages = passages
        told = [passage.words.value for passage in passages]
        self._title = _find_stems(plain_text(document.title.inlines).value) if document.title else frozenset()
        self._names = find_recurring_names("\n".join(told), lang)
        self._cited, self._rows = find_cited(told), find_rows(told)
        self._boilerplate = False
        self._previous: tuple[str, ...] = ()

    def take(self, at: int) -> None:
        """Take what a passage has: its numbers, what is passed over in it, and its dated events."""
        passage, lang = self._passages[at], self._lang
        words = passage.words.value
        if at in self._rows:
            self._skip(passage, 0, len(words), HEAP)
            return
        seen = analyze(words, lang, self._names, self._previous if passage.goes_on else ())
        self._previous = seen.closing if passage.goes_on else ()
        if passage.place is Position.HEADING or opens_boilerplate(words, lang):
            self._boilerplate = opens_boilerplate(words, lang)
        about = self._boilerplate or is_about(words, lang) or words in self._cited
        for quantity in seen.quantities:
            told = add_lead(quantity, passage.lead, lang) if passage.lead else quantity
            mapped = _mapped(told, passage, self._lines)
            if mapped:
                known = about or is_boilerplate(mapped.sentence_text, lang)
                self.candidates.append(
                    _candidate(mapped, passage.place, self._headings, self._title, boilerplate=known)
                )
        for quantity in seen.vague:
            mapped = _mapped(quantity, passage, self._lines)
            if mapped:
                line = self._lines.at(mapped.start)
                self.skipped.append(Skipped(mapped.text, mapped.start, mapped.end, line, VAGUE, mapped))
        for exclusion in seen.excluded:
            self._skip(passage, exclusion.start, exclusion.end, exclusion.reason, exclusion.rule)
        if passage.tells and passage.place not in (Position.TITLE, Position.HEADING):
            self.events.extend(find_events(passage.words, lang, self._date, self._lines.span))

    def _skip(self, passage: _Passage, start: int, end: int, reason: str, rule: str = "") -> None:
        """Leave words of a passage out, where they have a place in the source."""
        span = passage.words.source_range(start, end)
        if span:
            text = passage.words.value[start:end]
            self.skipped.append(Skipped(text, *span, self._lines.at(span[0]), reason, rule=rule))


def _find_weighty(chosen: Chosen) -> Iterator[Quantity]:
    """Yield the key numbers, and those that are none only for want of words that pass for a tile."""
    yield from (one.quantity for one in chosen.key)
    for one in chosen.left:
        if one.quantity and one.wordings and find_shown(one.wordings) is None:
            yield one.quantity


def _tell_unread(skipped: list[Skipped], lang: str) -> list[Skipped]:
    """Return what was left out: in a language without a table, only its form tells why."""
    if is_read(lang):
        return skipped
    by_form = "exclusions."  # addresses, codes and dates in digits
    return [one if one.rule.startswith(by_form) else replace(one, reason=UNREAD) for one in skipped]


def _keep_read(
    quantities: list[Quantity], key: tuple[KeyNumber, ...], lang: str
) -> tuple[list[Quantity], tuple[KeyNumber, ...]]:
    """Return what may be drawn and compared: in a language without a table what an editor pins, without a
    value, which may be a million times what is written.
    """
    if is_read(lang):
        return quantities, key
    key = tuple(replace(one, quantity=replace(one.quantity, value=None, unit="")) for one in key)
    return [one.quantity for one in key], key


def _warn_of_unread(left: Sequence[Skipped], lang: str, source: str) -> tuple[Diagnostic, ...]:
    """Return what an author is to know of numbers in a language that has no table."""
    count = sum(one.reason == UNREAD for one in left)
    if not count:
        return ()
    return (
        Diagnostic(
            Severity.NOTE,
            NUMBERS_UNREAD,
            f'numbers are not read in "{lang}": {count} of the text are left out, and none is a key number',
            "show one by a table [[number]] in the sidecar, with its words, a label and pin = true; "
            f"numbers are read in {', '.join(LANGUAGES)}",
            where=source,
        ),
    )


def _find_sections(
    events: Iterable[Event], sections: Sequence[Section], headings: list[int]
) -> dict[int, str]:
    """Return by its offset the id of the section that each event stands in, "" before the first."""
    places = {one.start: bisect_right(headings, one.start) for one in events}
    return {start: sections[place - 1].id if place else "" for start, place in places.items()}


def _candidate(
    quantity: Quantity, place: Position, headings: list[int], title: frozenset[str], *, boilerplate: bool
) -> Candidate:
    headline = len(title & _find_stems(quantity.sentence_text)) >= ALIKE
    section = bisect_right(headings, quantity.start)
    return Candidate(quantity, place, section, headline, boilerplate)


ALIKE = 2  # words that a sentence on what the title is about has in common with it
STEM = 5  # letters by which a word is known again in another form


@lru_cache(maxsize=8)  # asked for each number of a sentence
def _find_stems(text: str) -> frozenset[str]:
    """Return the beginnings of the longer words of a text."""
    return frozenset(word[:STEM] for word in re.findall(r"[^\W\d_]{4,}", text.lower()))


class _Lines:
    """The lines of a document's text."""

    def __init__(self, document: Document) -> None:
        self.source = document.source
        self.starts = [0]
        at = document.text.find("\n")
        while at >= 0:
            self.starts.append(at + 1)
            at = document.text.find("\n", at + 1)

    def at(self, offset: int) -> int:
        """Return the line of an offset, from 1."""
        return bisect_right(self.starts, offset)

    def span(self, start: int, end: int) -> Span:
        """Return a span of the text."""
        return Span(self.source, self.at(start), self.at(max(start, end - 1)), start, end)


def _mapped(quantity: Quantity, passage: _Passage, lines: _Lines) -> Quantity | None:
    """Return a quantity with offsets into the source instead of its passage."""
    own = passage.words.source_range(quantity.start, quantity.end)
    sentence = passage.words.source_range(quantity.sentence.start, quantity.sentence.end)
    if own is None:
        return None
    comparison = quantity.comparison
    if comparison:
        other = passage.words.source_range(comparison.start, comparison.end)
        comparison = replace(comparison, start=other[0], end=other[1]) if other else None
    return replace(
        quantity,
        comparison=comparison,
        start=own[0],
        end=own[1],
        sentence=lines.span(*(sentence or own)),
        quoted=quantity.quoted or passage.quoted,
    )


def _passages(document: Document) -> Iterator[_Passage]:
    if document.title:
        yield _Passage(plain_text(document.title.inlines), Position.TITLE)
    left = OPENING
    ahead_of = _find_leads(document.blocks)
    for block in document.blocks:
        # who writes, where and to whom is ahead of the opening, a standfirst part of it
        ahead = isinstance(block, Paragraph) and block.role not in ("body", "standfirst")
        place = Position.OPENING if left and not ahead else Position.BODY
        yield from (_Passage(words, place, tells=False) for words in _fields(block))
        for words, quoted in _texts(block):
            prose = isinstance(block, Paragraph)
            lead = ahead_of.get(id(block), "")
            yield _Passage(words, place, quoted, tells=not _is_head(block), goes_on=prose, lead=lead)
            if place is Position.OPENING and len(words.value) > SHORT and not _is_standfirst(block):
                left -= 1
    for number, section in enumerate(document.sections):
        yield from _section(section, lead=number == 0 and left == OPENING)
    for note in document.footnotes:
        for words, quoted in (text for block in note.blocks for text in _texts(block)):
            yield _Passage(words, Position.NOTE, quoted)


def _is_head(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in ("dateline", "byline", "address", "salutation")


def _is_standfirst(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "standfirst"


def _section(section: Section, *, lead: bool) -> Iterator[_Passage]:
    yield _Passage(plain_text(section.heading.inlines), Position.HEADING)
    first, count = (Position.OPENING, OPENING) if lead else (Position.SECTION_START, 1)
    ahead_of = _find_leads(section.blocks)
    for number, block in enumerate(section.blocks):
        place = first if number < count else Position.BODY
        yield from (_Passage(words, place, tells=False) for words in _fields(block))
        for words, quoted in _texts(block):
            prose, told = isinstance(block, Paragraph), ahead_of.get(id(block), "")
            yield _Passage(words, place, quoted, goes_on=prose, lead=told)
    for child in section.sections:
        yield from _section(child, lead=False)


def _find_leads(blocks: tuple[Block, ...]) -> dict[int, str]:
    """Return the words of the paragraph right ahead of each list of some blocks, by the list's identity."""
    return {
        id(block): plain_text(ahead.inlines).value
        for ahead, block in pairwise(blocks)
        if isinstance(block, List) and isinstance(ahead, Paragraph)
    }


def _fields(block: Block) -> Iterator[PlainText]:
    """Yield the fields of a block that hold an amount and no more, "People in need: 134.0M"."""
    for inner, _ in walk.descend((block,)):
        if not isinstance(inner, DefinitionList) or not inner.fields:
            continue
        for item in inner.items:
            told = item.blocks[0] if len(item.blocks) == 1 else None
            if isinstance(told, Paragraph) and _AMOUNT.fullmatch(plain_text(told.inlines).value):
                yield plain_text((*item.term, Text(": "), *told.inlines))


_AMOUNT = re.compile(r"[^\W\d]{0,12} ?[^\w\s]?\d[\d.,’' ]*(?: ?[^\W\d]+){0,3} ?[^\w\s]?")


def _texts(block: Block) -> Iterator[tuple[PlainText, bool]]:
    """Yield the texts of a block in which numbers are looked for, and whether each is quoted."""
    for inner, containers in walk.descend((block,)):
        if any(isinstance(each, DefinitionList) and each.fields for each in containers):
            continue
        if isinstance(inner, Paragraph):
            inlines = inner.inlines
        elif isinstance(inner, Table | Image) and inner.caption:
            inlines = inner.caption
        else:
            continue
        yield plain_text(inlines), any(isinstance(each, Quote) for each in containers)
