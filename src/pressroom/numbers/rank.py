"""Which numbers are key: a table of points, and the things that are never shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from pressroom.model.document import Document
from pressroom.model.quantity import (
    Conflict,
    Interval,
    KeyNumber,
    Kind,
    Modality,
    Qualifier,
    Quantity,
    Reason,
    Skipped,
)
from pressroom.numbers.labels import label
from pressroom.numbers.steer import Steering, steered

MOST = 6
MOST_OF_A_SENTENCE = 2
LEAST_SCORE = 3


class Place(Enum):
    """Where in the report a sentence stands."""

    TITLE = "title"
    OPENING = "opening"
    HEADING = "heading"
    SECTION_START = "section start"
    BODY = "body"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quantity and its place."""

    quantity: Quantity
    place: Place


_PEOPLE = re.compile(
    r"\b(?:people|persons?|soldiers?|troops|civilians|residents|patients|children|women|men|victims|dead|deaths?|fatalit\w+|casualt\w+|"
    r"killed|wounded|injur\w+|displaced|refugees|migrants|workers|jobs|households|families|voters|pupils|students|homes|cases|infections|"
    r"arrests|prisoners|hostages|employees|staff|passengers|volunteers)\b",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"\b(?:record|highest|lowest|largest|biggest|total|altogether|in all|overall)\b", re.IGNORECASE
)
_CHANGE = re.compile(
    r"\b(?:rose|risen|fell|fallen|increas\w+|decreas\w+|grew|grown|dropped|declin\w+|doubled|trebled|tripled|halved|up from|down from|"
    r"compared with|compared to|cut by|from .{1,20} to)\b",
    re.IGNORECASE,
)

# rule → (points, its say in words, when it holds); the order is the order shown to the editor
RULES: tuple[tuple[str, int, str, Callable[[Candidate], bool]], ...] = (
    ("title", 3, "in the title or a heading", lambda c: c.place in (Place.TITLE, Place.HEADING)),
    ("opening", 3, "in the opening paragraph", lambda c: c.place is Place.OPENING),
    ("section-start", 2, "in the first paragraph of a section", lambda c: c.place is Place.SECTION_START),
    ("people", 2, "counts people or what befell them", lambda c: _counts_people(c.quantity)),
    ("money", 2, "an amount of money", lambda c: c.quantity.kind is Kind.CURRENCY),
    ("share", 2, "a share", lambda c: c.quantity.kind is Kind.PERCENT),
    ("record", 2, "a record or a total", lambda c: bool(_RECORD.search(c.quantity.sentence_text))),
    (
        "qualified",
        1,
        "carries a qualifier, so somebody assessed it",
        lambda c: c.quantity.qualifier is not None,
    ),
    ("attributed", 1, "has a source", lambda c: bool(c.quantity.attribution)),
    (
        "change",
        1,
        "stands in a change or comparison",
        lambda c: bool(_CHANGE.search(c.quantity.sentence_text)),
    ),
    ("large", 1, "a large count", lambda c: c.quantity.kind is Kind.NUMBER and _size(c.quantity) >= 1000),
)


def _counts_people(quantity: Quantity) -> bool:
    return bool(_PEOPLE.search(f"{quantity.subject} {quantity.unit}"))


def _size(quantity: Quantity) -> float:
    if isinstance(quantity.value, Interval):
        return quantity.value.high
    return abs(quantity.value or 0)


# reason in words → when a quantity is never a key number, whatever its points
NEVER: tuple[tuple[str, Callable[[Candidate], bool]], ...] = (
    ("a calibre, or the size of a model", lambda c: _is_calibre(c.quantity)),
    ("denied in its sentence", lambda c: c.quantity.modality is Modality.NEGATED),
    (
        "a duration without a claim",
        lambda c: c.quantity.kind is Kind.DURATION and c.quantity.qualifier is None,
    ),
    ("the age of one person", lambda c: c.quantity.kind is Kind.AGE),
    ("an ordinal", lambda c: c.quantity.kind is Kind.ORDINAL),
    ("a small count with nothing said of it", lambda c: _is_trivial(c.quantity)),
    ("nothing tells what it counts", lambda c: c.quantity.kind is Kind.NUMBER and not _counts(c.quantity)),
    ("in a heading; the text says it in full", lambda c: c.place is Place.HEADING),
    ("in a footnote", lambda c: c.place is Place.NOTE),
)


def _counts(quantity: Quantity) -> bool:
    """Tell whether something is counted: a noun stands by, or what rose or fell to the number."""
    moved = quantity.comparison is not None and quantity.comparison.kind == "from"
    return bool(quantity.subject or (moved and label(quantity)))


def _is_calibre(quantity: Quantity) -> bool:
    small = quantity.unit in ("millimetre", "inch")
    weapon = re.search(
        r"\b(?:gun|howitzer|rocket|mortar|shell|round|cannon|launcher|ammunition|pistol|artillery|film|lens|screen)s?\b",
        quantity.subject,
    )
    return small and bool(
        weapon or (quantity.kind is Kind.DIMENSION and quantity.text[-2:] == "mm" and quantity.subject)
    )


def _is_trivial(quantity: Quantity) -> bool:
    return quantity.kind is Kind.NUMBER and _size(quantity) < 10 and quantity.qualifier is None


# kind of a comparison → why the value that is compared with is no key number of its own
_SHOWN_WITH = {
    "whole": "the whole of the number ahead of it",
    "from": "the value before, shown with the one behind it",
}


def choose(
    candidates: list[Candidate], steering: Steering, line: Callable[[int], int], document: Document
) -> tuple[tuple[KeyNumber, ...], tuple[Skipped, ...], tuple[Conflict, ...]]:
    """Return the key numbers, best first, what was left out with its reason, and the conflicts found."""
    scored: list[tuple[int, Candidate, tuple[Reason, ...]]] = []
    left: list[Skipped] = []
    seen: dict[object, Quantity] = {}
    counts: dict[object, int] = {}
    for candidate in candidates:
        counts[_fact(candidate.quantity)] = counts.get(_fact(candidate.quantity), 0) + 1
    others = {
        candidate.quantity.comparison.start: _SHOWN_WITH[candidate.quantity.comparison.kind]
        for candidate in candidates
        if candidate.quantity.comparison and candidate.quantity.comparison.kind in _SHOWN_WITH
    }
    for candidate in candidates:
        quantity = candidate.quantity
        reason = next((words for words, holds in NEVER if holds(candidate)), "")
        if not reason:
            reason = others.get(quantity.start, "")
        if not reason and not label(quantity):
            reason = "nothing short tells what it measures"
        if not reason and _fact(quantity) in seen:
            reason = "the same fact again"
        if not reason and _in_brackets_after(quantity, candidates, document):
            reason = "a conversion of the number ahead of it"
        if reason:
            left.append(_skipped(quantity, reason, line))
            continue
        seen[_fact(quantity)] = quantity
        reasons = [Reason(rule, points, words) for rule, points, words, holds in RULES if holds(candidate)]
        if counts[_fact(quantity)] > 1:
            reasons.append(Reason("repeated", 1, "said more than once"))
        scored.append((sum(reason.points for reason in reasons), candidate, tuple(reasons)))
    scored.sort(key=lambda entry: (-entry[0], entry[1].quantity.start))
    keys: list[KeyNumber] = []
    shown: dict[int, int] = {}
    for score, candidate, why in scored:
        sentence = candidate.quantity.sentence.start
        if score >= LEAST_SCORE and shown.get(sentence, 0) >= MOST_OF_A_SENTENCE:
            left.append(_skipped(candidate.quantity, "its sentence is shown by two other numbers", line))
        elif score >= LEAST_SCORE and len(keys) < MOST:
            keys.append(_key(candidate.quantity, score, why))
            shown[sentence] = shown.get(sentence, 0) + 1
        else:
            left.append(_skipped(candidate.quantity, _too_few(score), line))
    every = tuple((candidate.quantity, score, reasons) for score, candidate, reasons in scored)
    return steered(tuple(keys), every, steering, _key), tuple(left), _conflicts(candidates)


def _too_few(score: int) -> str:
    if score < LEAST_SCORE:
        return f"{score} points, fewer than {LEAST_SCORE}"
    return f"not among the first {MOST} ({score} points)"


def _fact(quantity: Quantity) -> object:
    return (quantity.value, quantity.unit)


def _in_brackets_after(quantity: Quantity, candidates: list[Candidate], document: Document) -> bool:
    """Tell whether a quantity is the translation, in brackets, of the one just ahead of it."""
    ahead = document.text[max(0, quantity.start - 24) : quantity.start]
    if not re.search(r"\(\s?(?:about |around |approximately |some |roughly |or |US|~|≈)?$", ahead):
        return False
    return any(
        0 <= quantity.start - other.quantity.end <= 24
        and other.quantity.kind is quantity.kind
        and other.quantity.unit != quantity.unit
        for other in candidates
    )


def _skipped(quantity: Quantity, reason: str, line: Callable[[int], int]) -> Skipped:
    return Skipped(quantity.text, quantity.start, quantity.end, line(quantity.start), reason, quantity)


def _key(quantity: Quantity, score: int, reasons: tuple[Reason, ...]) -> KeyNumber:
    return KeyNumber(
        id=f"kn-{quantity.start}",
        quantity=quantity,
        display=display(quantity),
        label=label(quantity),
        score=score,
        reasons=reasons,
        detail=_detail(quantity),
    )


_AFTER = frozenset(
    {"or more", "or less", "or so", "or fewer", "and over", "or over", "and above", "or above", "or under"}
)


def display(quantity: Quantity) -> str:
    """Return what a tile prints: the text's own words and digits, with the qualifier and the word of a plan."""
    text = quantity.text
    words = quantity.qualifier_text
    if quantity.qualifier is Qualifier.BETWEEN or not words:
        shown = text
    elif words.lower() in _AFTER or words in ("+", "-plus"):
        shown = f"{text}{words}" if words in ("+", "-plus") else f"{text} {words}"
    else:
        shown = f"{words[0].lower()}{words[1:]} {text}"
    if quantity.comparison and quantity.comparison.kind == "from":
        return f"from {quantity.comparison.text} to {shown.removeprefix('to ')}"
    return shown


def _detail(quantity: Quantity) -> str:
    return ", ".join(part for part in (quantity.attribution, quantity.period) if part)


def _conflicts(candidates: list[Candidate]) -> tuple[Conflict, ...]:
    """Find two values that the text gives for one thing in one period."""
    found: list[Conflict] = []
    by_subject: dict[str, Quantity] = {}
    for candidate in candidates:
        quantity = candidate.quantity
        if (
            quantity.kind is not Kind.NUMBER
            or len(quantity.subject.split()) < 2
            or quantity.modality is not Modality.STATED
        ):
            continue
        key = f"{quantity.subject.lower()}|{quantity.period.lower()}"
        first = by_subject.setdefault(key, quantity)
        if first.value != quantity.value and first.sentence.start != quantity.sentence.start:
            words = f"the text gives {display(first)} and {display(quantity)} for “{quantity.subject}”"
            found.append(Conflict(first, quantity, words))
    return tuple(found)
