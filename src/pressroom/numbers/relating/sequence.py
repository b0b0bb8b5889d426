"""Events of one section in an order that the text gives: a list of dates, or one told after another."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pressroom.model.numbers import Event, EventSequence
from pressroom.numbers.languages import all_languages
from pressroom.numbers.parsing.patterns import any_of
from pressroom.numbers.relating.sites import parse_sentence
from pressroom.numbers.wording.site import find_clause
from pressroom.syntax import SUBJECTS, Tree

FEWEST, MOST = 3, 8
LONGEST = 12  # words of an event
MOST_OPENINGS = 20  # sentences of a text that are parsed to see whether they open such a paragraph
LONGEST_PARAGRAPH = 4 * MOST  # dates of it that are looked at
NEXT = 4  # characters between two sentences of one paragraph
_ALL = all_languages()
_ITEM = re.compile(r"\s*(?::|–|—|-)\s+(?P<what>.+)", re.DOTALL)  # behind the date that opens a list's item
_BETWEEN = re.compile(r"[\s*•·–-]*")  # two items of a list
_FIRST = re.compile(r"\S+")
_NOW = re.compile(rf"\b{any_of(_ALL.relations.this)} {any_of(_ALL.periods.spans)}\b")
_MONTH = re.compile(any_of(_ALL.dates.months), re.IGNORECASE)
_TIMES = ("obl", "obl:unmarked", "obl:tmod", "nmod:tmod")
_HELPING = ("aux", "aux:pass")


@dataclass(frozen=True, slots=True)
class _Told:
    """An event cut from its sentence; ``rank`` tells what its place in the order rests on."""

    event: Event
    rank: int


_SINCE, _PAST, _THIS = range(3)  # what all else came after; months gone by; the time of writing


def find_sequences(
    events: Sequence[Event], text: str, sections: Mapping[int, str], lang: str
) -> tuple[EventSequence, ...]:
    """Return the sequences of a text; ``sections`` has the section of each event by its start."""
    found = []
    openings = frozenset([one.start for one in events if _opens_with_since(one)][:MOST_OPENINGS])
    names = list(dict.fromkeys(sections.values()))
    for name in names:
        held = [one for one in events if sections[one.start] == name]
        for group in (*_lists(held, text), *_told(held, openings, lang)):
            placed = {one.text for one in group}
            others = tuple(dict.fromkeys(one.text for one in held if one.text not in placed))
            found.append(EventSequence(tuple(group), others))
            break  # one for each section
    return tuple(found)


def _lists(events: Sequence[Event], text: str) -> Iterator[list[Event]]:
    """Yield the events of lists whose items open with their dates, these in order."""
    run: list[Event] = []
    for event in events:
        item = _as_item(event)
        follows = bool(run) and _BETWEEN.fullmatch(text[run[-1].sentence.end : event.sentence.start])
        if item and (not run or follows):
            run.append(item)
            continue
        yield from [run] if _is_ordered(run) else []
        run = [item] if item else []
    yield from [run] if _is_ordered(run) else []


def _as_item(event: Event) -> Event | None:
    if event.start != event.sentence.start:
        return None
    found = _ITEM.fullmatch(event.what[len(event.text) :])
    what = " ".join(found["what"].split()).rstrip(".") if found else ""
    return replace(event, what=what) if _is_short(what) else None


def _is_short(words: str) -> bool:
    return 1 <= len(words.split()) <= LONGEST


def _is_ordered(events: Sequence[Event]) -> bool:
    """Tell whether dates without a year rise through one year."""
    days = [_day(event) for event in events]
    return FEWEST <= len(events) <= MOST and all(
        first is not None and second is not None and first < second for first, second in pairwise(days)
    )


def _day(event: Event) -> tuple[int, int] | None:
    month = _MONTH.search(event.text)
    day = re.search(r"\b\d{1,2}\b", event.text)
    known = _ALL.dates.months.get(month.group().lower()) if month else None
    return (known, int(day.group()) if day else 0) if known else None


def _told(events: Sequence[Event], openings: Collection[int], lang: str) -> Iterator[list[Event]]:
    """Yield the events of a paragraph that opens with "since" and what happened then: past ones, then this
    month's. ``openings`` are the places where one may begin.
    """
    for at, event in enumerate(events):
        first = _since(event, lang) if event.start in openings else None
        if first is None:
            continue
        others = _find_following(event, events[at + 1 : at + 1 + LONGEST_PARAGRAPH])
        told = [_Told(first, _SINCE), *(one for other in others for one in _clauses(other, lang))]
        ranks = [one.rank for one in told]
        if FEWEST <= len(told) <= MOST and ranks == sorted(ranks) and ranks.count(_THIS) <= 1:
            months = [_day(one.event) for one in told if one.rank == _PAST]
            if all(month for month in months) and months == sorted(months, key=lambda one: one or (0, 0)):
                yield [one.event for one in told]


def _find_following(event: Event, behind: Sequence[Event]) -> list[Event]:
    """Return the events of the sentences that follow that of an event, without a gap, one for each."""
    found, end = [], event.sentence.end
    for other in behind:
        if other.sentence.start - end > NEXT:
            break
        if other.sentence.start >= end:
            found.append(other)
            end = other.sentence.end
    return found


def _opens_with_since(event: Event) -> bool:
    first = _FIRST.match(event.what)
    return bool(event.iso and first and first.group().lower() in _ALL.periods.since)


def _since(event: Event, lang: str) -> Event | None:
    """Return what a sentence dates with its first word, "since the flood of May 2021", None for nothing."""
    tree = parse_sentence(event.what, lang)
    if tree is None or tree.words[0].lower() not in _ALL.periods.since:
        return None
    head = tree.heads[0]
    date = _tokens(tree, event)
    if not date or head >= date[0] or not tree.tags[head].startswith("NOUN"):
        return None
    last = date[0] - (1 if tree.relations[date[0] - 1] == "case" else 0)
    what = event.what[tree.starts[1] : tree.ends[last - 1]] if last > 1 else ""
    inside = tree.subtree(head)
    return replace(event, what=what) if _is_short(what) and inside[: last - 1][0] == 0 else None


def _tokens(tree: Tree, event: Event) -> list[int]:
    start = event.what.find(event.text)
    end = start + len(event.text)
    return [at for at in range(len(tree)) if tree.starts[at] < end and tree.ends[at] > start]


def _clauses(event: Event, lang: str) -> list[_Told]:
    """Return what the clauses of a sentence date, each with its verb, none where one of them is to come."""
    tree = parse_sentence(event.what, lang)
    if tree is None or event.bound or event.iso[:4].isdigit():
        return []
    now = _NOW.search(event.what)
    dates = [(event.text, event.start, _PAST)]
    if now:
        dates.append((now.group(), event.sentence.start + now.start(), _THIS))
    found = []
    for text, start, rank in sorted(dates, key=lambda one: one[1]):
        what = _cut_clause(tree, event.what, replace(event, text=text))
        if not _is_short(what):
            return []
        dated = replace(event, text=text, start=start, end=start + len(text), what=what)
        found.append(_Told(dated, rank))
    return found


def _cut_clause(tree: Tree, sentence: str, event: Event) -> str:
    """Return the words of the clause that a date stands at the end of: "A pact was signed" in June."""
    date = _tokens(tree, event)
    if not date:
        return ""
    head = next((at for at in date if tree.heads[at] not in date), date[-1])
    verb = find_clause(tree, tree.heads[head])
    if tree.relations[head] not in _TIMES or tree.heads[head] != verb or _is_to_come(tree, verb):
        return ""
    subjects = [at for at in tree.children(verb) if tree.relations[at] in SUBJECTS]
    if not subjects and (tree.relations[verb] != "conj" or tree.heads[verb] != tree.root):
        return ""
    first = min(tree.subtree(subjects[0])) if subjects else verb
    last = date[0] - (1 if tree.relations[date[0] - 1] == "case" else 0)
    return sentence[tree.starts[first] : tree.ends[last - 1]] if first < last else ""


def _is_to_come(tree: Tree, verb: int) -> bool:
    helpers = [at for at in tree.children(verb) if tree.relations[at] in _HELPING]
    words = {tree.words[at].lower() for at in (*helpers, *tree.children(verb))}
    return bool(words & (_ALL.claims.modals | _ALL.claims.negation | _ALL.claims.planned))
