"""Which numbers are shown: the weightiest for which a wording passes, each fact once, over the whole text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from pressroom.model.diagnostic import Diagnostic
from pressroom.model.document import Document
from pressroom.model.numbers import (
    TOO_LONG,
    KeyNumber,
    Reason,
    Skipped,
    Wording,
    WordingForm,
    find_shown,
)
from pressroom.model.quantity import Kind, Quantity, Role
from pressroom.numbers.gate.choice import find_wordings
from pressroom.numbers.key.labels import claim, label
from pressroom.numbers.key.overrides import NumberOverride, NumberOverrides, warn_unlabelled
from pressroom.numbers.key.rank import NEVER, RULES, Candidate, Position
from pressroom.numbers.languages import all_languages, is_read
from pressroom.numbers.languages.units import AHEAD_OF_DOLLAR, DEGREE, UNITS_OF_HEAT
from pressroom.numbers.parsing.patterns import any_of
from pressroom.numbers.wording.display import detail, display

HIDDEN = "hidden by the editor"
UNREAD = "numbers are not read in this language"
TITLE_AFTER = 2  # points
LEVEL_FIRST = 3  # the level that a change led to has the change in its words
LONGEST_ALONE = 34  # words of a clause whose number weighs most
OWN_WORDS = (WordingForm.CLAUSE, WordingForm.SENTENCE)
MOST_TRIED = 40  # numbers whose sentences are parsed, so that a long text stays quick


@dataclass(frozen=True, slots=True)
class ShownLimits:
    """How many numbers are shown: ``most``, or ``most_of_all`` where what comes after the first ``most`` has
    ``weighty`` points; none with fewer than ``least_score``, and so many of a sentence.
    """

    most: int
    most_of_all: int
    weighty: int
    least_score: int
    of_a_sentence: int


KEY = ShownLimits(most=6, most_of_all=8, weighty=4, least_score=3, of_a_sentence=2)
ALL = ShownLimits(most=24, most_of_all=24, weighty=1, least_score=1, of_a_sentence=3)  # one page of numbers

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

    def key(self, wordings: tuple[Wording, ...], override: NumberOverride | None) -> KeyNumber:
        """Return the key number, with the words that an editor wants under it."""
        taken = find_shown(wordings)
        said = taken.label if taken else label(self.quantity)  # an editor wants it all the same
        key = KeyNumber(
            id=f"kn-{self.quantity.start}",
            quantity=self.quantity,
            display=taken.display if taken else display(self.quantity),
            label=said,
            score=self.score,
            reasons=self.reasons,
            detail=taken.detail if taken else detail(self.quantity, said),
            wordings=wordings,
            name=label(self.quantity),
        )
        if override is None:
            return key
        said = f"{claim(self.quantity)}{override.label}" if override.label else key.label
        name = said if override.label else key.name
        return replace(
            key,
            label=said,
            name=name,
            detail=override.detail or key.detail,
            edited=override.edited,
            pinned=override.pin,
        )


@dataclass(frozen=True, slots=True)
class Chosen:
    """The key numbers, best first; what was left out with its reason; what the editor is to know."""

    key: tuple[KeyNumber, ...]
    left: tuple[Skipped, ...]
    notes: tuple[Diagnostic, ...]


@dataclass(slots=True)
class _Choice:
    """The choice so far: what is shown, and why the others are not, by their places among the judged."""

    judged: list[_Judged]
    lang: str
    chosen: dict[int, KeyNumber]
    left: dict[int, str]
    wordings: dict[int, tuple[Wording, ...]]
    limits: ShownLimits
    of_sentences: Counter[int] = field(default_factory=Counter)  # how many of each are shown
    of_sections: Counter[int] = field(default_factory=Counter)

    def show(self, at: int, override: NumberOverride | None) -> None:
        """Show a number."""
        judged = self.judged[at]
        self.chosen[at] = judged.key(self.word(at), override)
        self.of_sentences[judged.sentence] += 1
        self.of_sections[judged.candidate.section] += 1

    def weigh(self, at: int) -> tuple[float, int]:
        """Return what the next number is sorted by: its points, less for company from its sentence and its
        section.
        """
        judged = self.judged[at]
        company = self.of_sentences[judged.sentence] + self.of_sections[judged.candidate.section] / 4
        # what the title says is better said by the text, in full, if it says it
        late = TITLE_AFTER if judged.candidate.place is Position.TITLE else 0
        late += LEVEL_FIRST if judged.quantity.role in (Role.CHANGE, Role.MARGIN) else 0
        return company + late - judged.score, judged.quantity.start

    def word(self, at: int) -> tuple[Wording, ...]:
        """Return the wordings of a number, made once."""
        if at not in self.wordings:
            self.wordings[at] = find_wordings(self.judged[at].quantity, self.lang)
        return self.wordings[at]

    def show_long(self, wanted: Mapping[int, NumberOverride]) -> None:
        """Show the weightiest number whose clause is only somewhat too long, where it weighs more than all
        that are shown.
        """
        most = max((self.judged[at].score for at in self.chosen), default=0)
        tried = sorted((at for at in self.wordings if at in self.left), key=self.weigh)
        for at in tried:
            if self.judged[at].score <= most:
                continue
            for place, one in enumerate(self.wordings[at]):
                if (
                    one.refused == TOO_LONG
                    and one.form in OWN_WORDS
                    and len(one.label.split()) <= LONGEST_ALONE
                ):
                    shown = replace(one, refused="")
                    self.wordings[at] = (*self.wordings[at][:place], shown, *self.wordings[at][place + 1 :])
                    self.show(at, wanted.get(at))
                    del self.left[at]
                    return

    def object(self, at: int) -> str:
        """Return why a number is not shown, "" where it may be."""
        judged = self.judged[at]
        limits, shown = self.limits, len(self.chosen)
        if judged.score < limits.least_score:
            return f"{judged.score} points, fewer than {limits.least_score}"
        if shown >= limits.most_of_all or (shown >= limits.most and judged.score < limits.weighty):
            return f"not among the first {shown} ({judged.score} points)"
        if self.of_sentences[judged.sentence] >= limits.of_a_sentence:
            return "its sentence is shown by two other numbers"
        if len(self.wordings) >= MOST_TRIED:
            return f"not among the first {MOST_TRIED} that were tried"
        taken = find_shown(self.word(at))
        if taken is None:
            refused = [one.refused for one in self.word(at)]
            return f"no wording passes: {refused[-1] if refused else 'nothing tells what it measures'}"
        if self.judged[at].candidate.place is Position.TITLE and self.says_title(at, taken):
            return "the title says no more than this"
        return self._find_same(at, taken)

    def says_title(self, at: int, taken: Wording) -> bool:
        """Tell whether a measure would be the whole title again; a count, "Four dead in storm", may be."""
        quantity = self.judged[at].quantity
        again = _about(f"{taken.display} {taken.label}") >= _about(quantity.sentence_text)
        return again and quantity.kind is Kind.DIMENSION and taken.form not in OWN_WORDS

    def _find_same(self, at: int, taken: Wording) -> str:
        """Return why a number would say again what is shown."""
        quantity = self.judged[at].quantity
        about = _about(taken.label)
        title = self.judged[at].candidate.place is Position.TITLE
        hidden = [self.judged[one].quantity for one, reason in self.left.items() if reason == HIDDEN]
        if any(_is_fact(quantity, one, title=title) for one in hidden):
            return HIDDEN
        for other, key in self.chosen.items():
            one = self.judged[other]
            if title and one.quantity.value == quantity.value:
                return "in the title; the text says it in full"
            if one.sentence == self.judged[at].sentence and quantity.text in key.label:
                return f"shown in the words under {key.display}"
            if one.sentence == self.judged[at].sentence and one.quantity.text in taken.label:
                return f"its words tell of {key.display} again"
            if _is_fact(quantity, one.quantity) and _is_same(quantity, about, _about(key.label)):
                return "the same fact again"
        return ""


def choose(
    candidates: list[Candidate],
    overrides: NumberOverrides,
    line: Callable[[int], int],
    document: Document,
    lang: str,
    limits: ShownLimits = KEY,
) -> Chosen:
    """Return which numbers are key, as many as ``limits`` allow.

    What an editor pins comes before what was found. Raises PressroomError when it is no longer in the text.
    """
    judged = _judge(candidates, document)
    if not is_read(lang):
        judged = [replace(one, left=UNREAD) for one in judged]
    resolved = overrides.resolve([one.quantity for one in judged], document.text)
    wanted = resolved.overrides
    hidden = {at: HIDDEN for at, override in wanted.items() if override.hide}
    choice = _Choice(judged, lang, {}, hidden, {}, limits)
    pinned = [at for at, override in wanted.items() if override.pin and not override.hide]
    for at in pinned:
        choice.show(at, wanted[at])
    choice.left.update(
        (at, one.left) for at, one in enumerate(judged) if one.left and at not in choice.chosen
    )
    free = [at for at in range(len(judged)) if at not in choice.chosen and at not in choice.left]
    free.sort(key=choice.weigh)
    while free:
        at = free.pop(0)
        reason = choice.object(at)
        if reason:
            choice.left[at] = reason
        else:
            choice.show(at, wanted.get(at))
            free.sort(key=choice.weigh)  # only what is chosen changes the weight of others
    choice.show_long(wanted)
    return _sort(choice, pinned, wanted, line, resolved.notes)


def _sort(
    choice: _Choice,
    pinned: list[int],
    wanted: Mapping[int, NumberOverride],
    line: Callable[[int], int],
    notes: tuple[Diagnostic, ...],
) -> Chosen:
    judged, chosen = choice.judged, choice.chosen
    ranked = sorted(chosen, key=lambda at: (at not in pinned, -judged[at].score, judged[at].quantity.start))
    ordered = sorted(ranked, key=lambda at: (wanted[at].order if at in wanted else 0) or len(ranked) + 1)
    left = tuple(
        Skipped(
            judged[at].quantity.text,
            judged[at].quantity.start,
            judged[at].quantity.end,
            line(judged[at].quantity.start),
            reason,
            judged[at].quantity,
            wordings=choice.wordings.get(at, ()),
        )
        for at, reason in sorted(choice.left.items())
    )
    bare = tuple(warn_unlabelled(wanted[at], judged[at].quantity) for at in pinned if not chosen[at].label)
    return Chosen(tuple(chosen[at] for at in ordered), left, notes + bare)


def _judge(candidates: list[Candidate], document: Document) -> list[_Judged]:
    """Give each candidate its points, or the reason why it is left out."""
    titled = {one.quantity.value for one in candidates if one.place is Position.TITLE}
    facts = Counter((one.quantity.value, one.quantity.unit) for one in candidates)
    compared = (one.quantity.comparison for one in candidates)
    others = {one.start: _SHOWN_WITH[one.kind] for one in compared if one and one.kind in _SHOWN_WITH}
    ends = {candidate.quantity.end: candidate.quantity for candidate in candidates}
    judged = []
    for candidate in candidates:
        quantity = candidate.quantity
        reason = next((words for words, holds in NEVER if holds(candidate)), "")
        reason = reason or others.get(quantity.start, "")
        if not reason and _in_brackets_after(quantity, ends, document):
            reason = "a conversion of the number ahead of it"
        if reason:
            judged.append(_Judged(candidate, left=reason))
            continue
        reasons = [Reason(rule, points, words) for rule, points, words, holds in RULES if holds(candidate)]
        if candidate.place is not Position.TITLE and quantity.value in titled:
            reasons.append(Reason("titled", 3, "the title has it"))
        if facts[quantity.value, quantity.unit] > 1:
            reasons.append(Reason("repeated", 1, "said more than once"))
        judged.append(_Judged(candidate, sum(reason.points for reason in reasons), tuple(reasons)))
    return judged


def _is_fact(quantity: Quantity, other: Quantity, *, title: bool = False) -> bool:
    """Tell whether two quantities have one value of one unit, which a title may leave unsaid."""
    units = {quantity.unit, other.unit}
    heat = DEGREE in units and units <= UNITS_OF_HEAT
    return quantity.value == other.value and (title or len(units) == 1 or heat)


_WORD = re.compile(r"\w{4,}")


def _about(words: str) -> frozenset[str]:
    return frozenset(_WORD.findall(words.lower()))


def _is_same(quantity: Quantity, about: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two equal values are one fact: shares are where the labels share a word, others always."""
    counted = quantity.kind in (Kind.NUMBER, Kind.CURRENCY, Kind.DIMENSION, Kind.DURATION)
    return counted or bool(about & other) or not about or not other


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
_BRACKET = re.compile(rf"\(\s?(?:{any_of(all_languages().key.before_conversion)} |{AHEAD_OF_DOLLAR}|~|≈)?$")
