"""Which numbers are key: a table of points, and the things that are never shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from pressroom.model.diagnostic import Diagnostic
from pressroom.model.document import Document
from pressroom.model.numbers import KeyNumber, Reason, Skipped
from pressroom.model.quantity import Interval, Kind, Modality, Quantity
from pressroom.numbers.key.labels import claim, detail, display, label, reached
from pressroom.numbers.key.overrides import NumberOverride, NumberOverrides, warn_unlabelled
from pressroom.numbers.languages import all_languages
from pressroom.numbers.languages.units import AHEAD_OF_DOLLAR, MILLIMETRE_SYMBOL, UNITS_OF_CALIBRES
from pressroom.numbers.parsing.patterns import any_of, whole_words

MOST = 6
MOST_OF_A_SENTENCE = 2
LEAST_SCORE = 3
SMALL = 10
_WORDS = all_languages().key
_HARM = re.compile(whole_words(_WORDS.harm))


class Position(Enum):
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
    place: Position


_PEOPLE = re.compile(whole_words(_WORDS.people, _WORDS.people_stems), re.IGNORECASE)
_RECORD = re.compile(whole_words(_WORDS.records), re.IGNORECASE)
_FROM_TO = rf"\b{any_of(_WORDS.from_)} .{{1,20}} {any_of(_WORDS.to)}\b"
_CHANGE = re.compile(f"{whole_words(_WORDS.changes, _WORDS.change_stems)}|{_FROM_TO}", re.IGNORECASE)
_WEAPON = re.compile(rf"\b{any_of(_WORDS.calibres)}s?\b")

# rule → (points, its say in words, when it holds); the order is the order shown to the editor
RULES: tuple[tuple[str, int, str, Callable[[Candidate], bool]], ...] = (
    ("title", 3, "in the title or a heading", lambda c: c.place in (Position.TITLE, Position.HEADING)),
    ("opening", 3, "in the opening paragraph", lambda c: c.place is Position.OPENING),
    ("section-start", 2, "in the first paragraph of a section", lambda c: c.place is Position.SECTION_START),
    ("people", 2, "counts people or what befell them", lambda c: _counts_people(c.quantity)),
    ("money", 2, "an amount of money", lambda c: c.quantity.kind is Kind.CURRENCY),
    ("share", 2, "a share", lambda c: c.quantity.kind is Kind.PERCENT or _is_share(c.quantity)),
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
    (
        "compared",
        1,
        "is set beside an earlier value or a target",
        lambda c: c.quantity.comparison is not None and c.quantity.comparison.kind != "whole",
    ),
    ("large", 1, "a large count or measure", lambda c: _is_large(c.quantity)),
    ("quoted", -1, "in somebody’s own words", lambda c: c.quantity.quoted),
    ("planned", -1, "planned or expected", lambda c: c.quantity.modality is Modality.PLANNED),
    ("alleged", -3, "alleged, not proven", lambda c: c.quantity.modality is Modality.ALLEGED),
    ("possible", -3, "merely possible", lambda c: c.quantity.modality is Modality.HYPOTHETICAL),
)


def _counts_people(quantity: Quantity) -> bool:
    return bool(_PEOPLE.search(f"{quantity.subject} {quantity.unit}"))


def _is_large(quantity: Quantity) -> bool:
    if quantity.kind is Kind.NUMBER:
        return _size(quantity) >= 1000
    return quantity.kind in (Kind.CURRENCY, Kind.DIMENSION) and _size(quantity) >= 1e6


def _is_share(quantity: Quantity) -> bool:
    """Tell "one in five teachers" and "two thirds of them" from counts."""
    return quantity.kind is Kind.NUMBER and not quantity.unit and 0 < _size(quantity) < 1


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
    ("an age", lambda c: c.quantity.kind is Kind.AGE),
    ("an ordinal", lambda c: c.quantity.kind is Kind.ORDINAL),
    ("a small count with nothing said of it", lambda c: _is_trivial(c.quantity)),
    ("nothing tells what it counts", lambda c: c.quantity.kind is Kind.NUMBER and not _counts(c.quantity)),
    ("in a heading; the text says it in full", lambda c: c.place is Position.HEADING),
    ("in a footnote", lambda c: c.place is Position.NOTE),
)


def _counts(quantity: Quantity) -> bool:
    """Tell whether something is counted: a noun stands by, or what rose or fell to the number."""
    moved = quantity.comparison is not None and quantity.comparison.kind == "from"
    return bool(quantity.subject or reached(quantity) or (moved and label(quantity)))


def _is_calibre(quantity: Quantity) -> bool:
    small = quantity.unit in UNITS_OF_CALIBRES
    weapon = _WEAPON.search(quantity.subject)
    touching = quantity.text[-3:-2].isdigit() and quantity.text.endswith(MILLIMETRE_SYMBOL)
    of = any(f"{quantity.text} {word} " in quantity.sentence_text for word in _WORDS.of)  # "300mm of rain"
    return small and bool(weapon or (touching and quantity.subject)) and not of


def _is_trivial(quantity: Quantity) -> bool:
    if (
        quantity.kind is not Kind.NUMBER
        or _size(quantity) >= SMALL
        or _is_share(quantity)
        or quantity.qualifier is not None
    ):
        return False
    return not _HARM.search(quantity.subject)  # one killed is no trifle


# kind of a comparison → why the value that is compared with is no key number of its own
_SHOWN_WITH = {
    "whole": "the whole of the number ahead of it",
    "from": "the value before, shown with the one behind it",
    "was": "a value that the one ahead of it is compared with",
}


@dataclass(frozen=True, slots=True)
class _Judged:
    """A candidate with its points, or with the reason why it is never shown of itself."""

    candidate: Candidate
    score: int = 0
    reasons: tuple[Reason, ...] = ()
    left: str = ""

    @property
    def quantity(self) -> Quantity:
        return self.candidate.quantity

    @property
    def sentence(self) -> int:
        return self.candidate.quantity.sentence.start

    def key(self, override: NumberOverride | None) -> KeyNumber:
        """Return the key number, with the words that an editor wants under it."""
        key = KeyNumber(
            id=f"kn-{self.quantity.start}",
            quantity=self.quantity,
            display=display(self.quantity),
            label=label(self.quantity),
            score=self.score,
            reasons=self.reasons,
            detail=detail(self.quantity),
        )
        if override is None:
            return key
        said = f"{claim(self.quantity)}{override.label}" if override.label else key.label
        return replace(key, label=said, detail=override.detail or key.detail, edited=override.edited)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The key numbers, best first; what was left out with its reason; what the editor is to know."""

    key: tuple[KeyNumber, ...]
    left: tuple[Skipped, ...]
    notes: tuple[Diagnostic, ...]


def choose(
    candidates: list[Candidate], overrides: NumberOverrides, line: Callable[[int], int], document: Document
) -> Chosen:
    """Return which numbers are key.

    What an editor pins comes before what was found. Raises PressroomError when it is no longer in the text.
    """
    judged = _judge(candidates, document)
    resolved = overrides.resolve([one.quantity for one in judged], document.text)
    wanted = resolved.overrides
    pinned = [at for at, override in wanted.items() if override.pin and not override.hide]
    chosen: dict[int, KeyNumber] = {at: judged[at].key(wanted[at]) for at in pinned}
    left: dict[int, str] = {at: "hidden by the editor" for at, override in wanted.items() if override.hide}
    shown = Counter(judged[at].sentence for at in pinned)
    free = [at for at, one in enumerate(judged) if at not in chosen and at not in left and not one.left]
    while free and len(chosen) < MOST:
        # the second number of a sentence gives way to an equal one of another
        at = min(
            free, key=lambda at: (shown[judged[at].sentence] - judged[at].score, judged[at].quantity.start)
        )
        free.remove(at)
        if judged[at].score >= LEAST_SCORE and shown[judged[at].sentence] < MOST_OF_A_SENTENCE:
            chosen[at] = judged[at].key(wanted.get(at))
            shown[judged[at].sentence] += 1
    for at, one in enumerate(judged):
        if at not in chosen and at not in left:
            left[at] = one.left or _outdone(one.score, shown[one.sentence])
    ranked = sorted(chosen, key=lambda at: (at not in pinned, -judged[at].score, judged[at].quantity.start))
    ordered = sorted(ranked, key=lambda at: (wanted[at].order if at in wanted else 0) or len(ranked) + 1)
    skipped = tuple(_skipped(judged[at].quantity, reason, line) for at, reason in sorted(left.items()))
    bare = tuple(warn_unlabelled(wanted[at], judged[at].quantity) for at in pinned if not chosen[at].label)
    return Chosen(tuple(chosen[at] for at in ordered), skipped, resolved.notes + bare)


def _judge(candidates: list[Candidate], document: Document) -> list[_Judged]:
    """Give each candidate its points, or the reason why it is left out; a fact is counted where it stands
    first.
    """
    counts = Counter(one.quantity.value for one in candidates)
    facts = Counter((one.quantity.value, one.quantity.unit) for one in candidates)
    compared = (one.quantity.comparison for one in candidates)
    others = {one.start: _SHOWN_WITH[one.kind] for one in compared if one and one.kind in _SHOWN_WITH}
    seen: dict[object, list[frozenset[str]]] = {}
    judged = []
    ends = {candidate.quantity.end: candidate.quantity for candidate in candidates}
    for candidate in candidates:
        quantity = candidate.quantity
        said = label(quantity)
        reason = next((words for words, holds in NEVER if holds(candidate)), "") or others.get(
            quantity.start, ""
        )
        if not reason and candidate.place is Position.TITLE and counts[quantity.value] > 1:
            reason = "in the title; the text says it in full"
        if not reason and _in_brackets_after(quantity, ends, document):
            reason = "a conversion of the number ahead of it"
        if not reason and not said:
            reason = "nothing short tells what it measures"
        fact, about = (quantity.value, quantity.unit), frozenset(_WORD.findall(said.lower()))
        if not reason and any(_same(quantity, about, other) for other in seen.get(fact, ())):
            reason = "the same fact again"
        if reason:
            judged.append(_Judged(candidate, left=reason))
            continue
        seen.setdefault(fact, []).append(about)
        reasons = [Reason(rule, points, words) for rule, points, words, holds in RULES if holds(candidate)]
        if facts[fact] > 1:
            reasons.append(Reason("repeated", 1, "said more than once"))
        judged.append(_Judged(candidate, sum(reason.points for reason in reasons), tuple(reasons)))
    return judged


_WORD = re.compile(r"\w{4,}")


def _same(quantity: Quantity, about: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two equal values are one fact: of counted things always, of shares where the labels
    share a word.
    """
    return quantity.kind is Kind.NUMBER or bool(about & other) or not about or not other


def _outdone(score: int, of_its_sentence: int) -> str:
    """Say why a number with points is not among the chosen."""
    if score < LEAST_SCORE:
        return f"{score} points, fewer than {LEAST_SCORE}"
    if of_its_sentence >= MOST_OF_A_SENTENCE:
        return "its sentence is shown by two other numbers"
    return f"not among the first {MOST} ({score} points)"


def _in_brackets_after(quantity: Quantity, ends: Mapping[int, Quantity], document: Document) -> bool:
    """Tell whether a quantity is the translation, in brackets, of the one just ahead of it, found by its
    end.
    """
    ahead = document.text[max(0, quantity.start - LONGEST_BRACKET) : quantity.start]
    if not _BRACKET.search(ahead):
        return False
    near = (ends.get(end) for end in range(quantity.start - LONGEST_BRACKET, quantity.start + 1))
    return any(other and other.kind is quantity.kind and other.unit != quantity.unit for other in near)


LONGEST_BRACKET = 24  # characters from a number to its translation
_BRACKET = re.compile(rf"\(\s?(?:{any_of(_WORDS.before_conversion)} |{AHEAD_OF_DOLLAR}|~|≈)?$")


def _skipped(quantity: Quantity, reason: str, line: Callable[[int], int]) -> Skipped:
    return Skipped(quantity.text, quantity.start, quantity.end, line(quantity.start), reason, quantity)
