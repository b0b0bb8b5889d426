"""Text to quantities: each sentence is cut, its numbers read, measured, told from names, joined and described."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from pressroom.model.quantity import Interval, Kind, Modality, Qualifier, Quantity
from pressroom.model.span import Span
from pressroom.numbers.languages import language
from pressroom.numbers.languages.form import words
from pressroom.numbers.meaning.claims import is_turned, modality
from pressroom.numbers.meaning.context import Context, attribution, context_of, period
from pressroom.numbers.meaning.ellipsis import Said, counted_so_far, measured_so_far
from pressroom.numbers.meaning.qualifiers import Doubt, over_doubt, qualified
from pressroom.numbers.measuring.ages import aged, also_aged
from pressroom.numbers.measuring.bounds import between_bounds
from pressroom.numbers.measuring.comparisons import compared
from pressroom.numbers.measuring.joining import Joined, joined
from pressroom.numbers.measuring.measures import Measure, measured
from pressroom.numbers.naming import Look, Naming, named
from pressroom.numbers.naming.look import joints
from pressroom.numbers.parsing.exclusions import Mask, masks
from pressroom.numbers.parsing.nouns import Counted, befallen, counted_after, counted_before
from pressroom.numbers.parsing.numerals import numerals
from pressroom.numbers.parsing.sentences import sentences
from pressroom.numbers.parsing.tokens import Lexemes, Sort

LONGEST_SENTENCE = 2000  # characters; what is longer is a heap of figures and is read in stretches


@dataclass(slots=True, eq=False, repr=False)
class Found:
    """What was found in a text: its quantities, words of number without a value, and what only looks like one."""

    quantities: tuple[Quantity, ...]
    vague: tuple[Quantity, ...]
    masked: tuple[Mask, ...]


def extract(text: str, lang: str = "en") -> tuple[Quantity, ...]:
    """Return the quantities of a text, offsets into it, in reading order."""
    return look(text, lang).quantities


def look(text: str, lang: str = "en") -> Found:
    """Return the quantities of a text, and what was passed over with its reason."""
    quantities: list[Quantity] = []
    vague: list[Quantity] = []
    masked: list[Mask] = []
    number_word = _number_word(lang)
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters have more than one small one
        lowered = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    for begin, end in sentences(text, lang).stretches(LONGEST_SENTENCE):
        if _DIGIT.search(text, begin, end) or number_word.search(lowered, begin, end):
            sentence = _Sentence(text, begin, end, lang, quantities)
            quantities += compared(between_bounds(sentence.quantities(), text), text)
            vague += sentence.vague()
            masked += sentence.masked
    return Found(tuple(quantities), tuple(vague), tuple(masked))


_DIGIT = re.compile(r"[\d½¼¾⅓⅔⅛⅜⅝⅞]")


@cache
def _number_word(lang: str) -> re.Pattern[str]:
    """Return what tells, in small letters, that a sentence without digits may hold a number; others are not cut at all."""
    table = language(lang)
    first = {re.split("[ -]", phrase)[0] for phrase in table.small} | table.hundred | table.half | table.vague
    first |= {phrase.split()[0] for phrase in table.shares}
    first |= {word for word in (*table.scales, *table.fractions) if len(word) > 3}
    by_initial: dict[str, list[str]] = {}  # fewer branches to try at each word
    for word in sorted(first):
        by_initial.setdefault(word[0], []).append(word[1:])
    branches = (f"{initial}(?:{'|'.join(rests)})" for initial, rests in by_initial.items())
    tail = "" if table.compounds else r"(?:fold)?\b"
    return re.compile(rf"\b(?:{'|'.join(branches)}){tail}")


class _Sentence:
    """The numbers of one sentence. ``earlier`` are the quantities of the sentences ahead."""

    def __init__(self, text: str, begin: int, end: int, lang: str, earlier: list[Quantity]) -> None:
        self.text, self.begin, self.end, self.lang = text, begin, end, lang
        self.earlier = earlier
        self.lexemes = Lexemes(text, begin, end)
        self.masked = masks(self.lexemes, begin, end)
        self.phrases: dict[int, str] = {}
        self.context: Context | None = None

    def quantities(self) -> list[Quantity]:
        """Return the quantities; what only looks like one joins ``masked``."""
        measures = self._measures()
        found: list[Quantity] = []
        at = 0
        while at < len(measures):
            one = joined(self.lexemes, measures, at, self.lang)
            found.append(self._described(one, found))
            at += one.taken
        self.masked.sort(key=lambda mask: mask.start)
        return found

    def vague(self) -> list[Quantity]:
        """Return the words that tell of many and name no number: "dozens", "thousands"."""
        vague = language(self.lang).vague
        found: list[Quantity] = []
        if vague.isdisjoint(self.lexemes.words):
            return found
        for at in range(self.lexemes.size):
            if self.lexemes.low(at) in vague and self.lexemes.sort(at - 1) is not Sort.NUMERAL:
                noun = counted_after(self.lexemes, at + 1, self.lang)
                found.append(
                    Quantity(
                        text=self.lexemes.written(at), start=self.lexemes.starts[at], end=self.lexemes.ends[at], value=None, kind=Kind.VAGUE,
                        sentence=Span("", 0, 0, self.begin, self.end), sentence_text=self._context().words,
                        unit=noun.noun if noun else "", unit_text="", subject=noun.subject if noun else "",
                    )
                )  # fmt: skip
        return found

    def _context(self) -> Context:
        if self.context is None:
            self.context = context_of(self.lexemes, self.begin, self.end)
        return self.context

    def _measures(self) -> list[Measure]:
        """Return the numbers that count or measure, with their units."""
        table = language(self.lang)
        spans = [(mask.start, mask.end) for mask in self.masked]
        kept: list[Measure] = []
        self.doubts: dict[int, Doubt] = {}
        earlier: Naming | None = None
        until = 0
        for numeral in numerals(self.lexemes, self.lang):
            start, end = self.lexemes.starts[numeral.first], self.lexemes.ends[numeral.last - 1]
            if any(start < stop and begin < end for begin, stop in spans) or numeral.first < until:
                continue
            measure = aged(self.lexemes, measured(self.lexemes, numeral, self.lang), self.lang)
            measure = also_aged(self.lexemes, kept[-1], measure) if kept else measure
            doubt = qualified(self.lexemes, measure.first, measure.last, measure.kind, self.lang)
            self.doubts[measure.first] = doubt
            previous = kept[-1].last if kept else -1
            look_at = Look(
                self.lexemes,
                measure,
                table,
                self.lang,
                doubt[2] < measure.first,
                doubt[0] is Qualifier.AT_LEAST,
                previous,
            )
            naming = None if measure.kind is Kind.AGE else named(look_at, earlier)
            naming = naming or self._ahead_of_a_mask(measure)
            if naming:
                earlier, until = naming, naming.last
                first = self.lexemes.starts[naming.first]
                self.masked.append(Mask(first, self.lexemes.ends[naming.last - 1], naming.reason))
                while kept and (
                    kept[-1].end > first or self._is_first_of_two(kept[-1], naming.reason, naming.first)
                ):
                    last = kept.pop()  # "14 and 15 May": the first was read before its month
                    self.masked.append(Mask(last.start, last.end, naming.reason))
            else:
                kept.append(measure)
                until = measure.last
        return kept

    def _ahead_of_a_mask(self, measure: Measure) -> Naming | None:
        """Return the first of two days or hours as a name, where the second is one by its form: "14 und 15.30 Uhr"."""
        if not self.masked or measure.last + 1 >= self.lexemes.size:
            return None
        behind = self.lexemes.starts[measure.last + 1]
        mask = next((mask for mask in self.masked if mask.start == behind), None)
        if mask is None or not self._is_first_of_two(measure, mask.reason, measure.last + 1):
            return None
        return Naming(measure.first, measure.last, mask.reason)

    def _is_first_of_two(self, measure: Measure, reason: str, second: int) -> bool:
        """Tell the first of two days or hours, which is written without its month or clock."""
        near = reason in ("date", "time of day") and measure.last == second - 1
        bare = not measure.unit or (measure.kind is Kind.AGE and not measure.unit_text)
        plain = measure.numeral.digits.isdigit() and bare and measure.value <= LAST_DAY
        return near and plain and self.lexemes.low(measure.last) in joints(self.lang) - {",", "/"}

    def _described(self, one: Joined, found: list[Quantity]) -> Quantity:
        """Say all that the text says of a value."""
        lexemes, measure = self.lexemes, one.measure
        qualifier, doubting = one.qualifier, ""
        known = self.doubts.get(measure.first) if one.taken == 1 else None
        doubt, doubt_words, begin = known or qualified(
            lexemes, measure.first, measure.last, measure.kind, self.lang
        )
        if qualifier is None:
            qualifier, doubting = doubt, doubt_words
        kind, unit, unit_text, subject = measure.kind, measure.unit, measure.unit_text, ""
        like = measured_so_far(self._said(found), measure)
        if like:
            kind, unit, unit_text = like.kind, like.unit, like.unit_text
        if _is_age_limit(lexemes, begin, doubting, one.value, kind, unit, language(self.lang).persons):
            kind, unit = Kind.AGE, "year of age"
        noun = self._noun(measure, found, kind, one)
        if kind is Kind.NUMBER:
            noun = befallen(lexemes, begin, noun)
        start, end = measure.start, measure.end
        if kind is Kind.NUMBER and _is_multiple(lexemes, begin, measure.last, noun):
            kind, end = Kind.MULTIPLE, _end_of_fold(lexemes, measure.last) or end
        elif noun and kind is Kind.NUMBER:
            unit, unit_text, subject = self._counted(measure, one, noun)
        elif noun:
            subject = noun.subject
        context = self._context()
        mode = modality(lexemes, begin, measure.last, self.lang)
        turned = _TURNED.get(qualifier) if mode is Modality.NEGATED and is_turned(lexemes, begin) else None
        if turned:
            (qualifier, doubting), mode = turned, Modality.STATED
        return Quantity(
            text=self.text[start:end],
            start=start,
            end=end,
            value=one.value,
            kind=kind,
            sentence=Span("", 0, 0, self.begin, self.end),
            sentence_text=context.words,
            qualifier=qualifier,
            qualifier_text=doubting,
            unit=unit,
            unit_text=unit_text,
            subject=subject,
            attribution=attribution(self.text, self.begin, self.end, start) if context.sourced else "",
            period=period(self.text, self.begin, self.end, start, end) if context.timed else "",
            modality=mode,
            quoted=_is_quoted(self.text, self.begin, start),
        )

    def _counted(self, measure: Measure, one: Joined, noun: Counted) -> tuple[str, str, str]:
        """Return the unit of a count, as written too, and its subject; a share of what is counted has no unit."""
        self.phrases[measure.start] = noun.phrase
        if one.share or measure.numeral.part:
            return "", "", noun.subject
        per = "" if " per " in noun.noun else _per(self.lexemes, noun.last or measure.last, self.lang)
        ahead = self.text[max(self.begin, measure.start - 12) : measure.start]
        if noun.state and _OF_A_SHARE.search(ahead):
            noun = replace(noun, state="")  # "51 per cent of the 96 parents agreed"
        return noun.noun + per, noun.phrase.split(" ")[-1], noun.subject

    def _said(self, found: list[Quantity]) -> Said:
        return Said(self.lexemes, self.begin, self.end, self.lang, found, self.earlier, self.phrases)

    def _noun(self, measure: Measure, found: list[Quantity], kind: Kind, one: Joined) -> Counted | None:
        """Return what is counted: behind the number, in the clause before, or ahead of it."""
        single = measure.value == 1 or one.share or measure.numeral.part or kind is not Kind.NUMBER
        behind = over_doubt(self.lexemes, measure.last, self.lang)
        after = counted_after(self.lexemes, behind, self.lang, one=single)
        if kind is not Kind.NUMBER:
            return after if measure.numeral.digits and kind is not Kind.AGE else None
        found_noun = (
            after
            or counted_so_far(self._said(found), measure)
            or counted_before(self.lexemes, measure.first, self.lang)
        )
        rate = self.lexemes.low(measure.last) in language(self.lang).per
        whole = measure.scale != 1 or measure.value == int(measure.value) or rate
        if found_noun and not after and not whole:
            # "the survey of managers sank to 47.2": nobody counts 0.2 managers
            return replace(found_noun, noun="")
        return found_noun


LAST_DAY = 31
_OF_A_SHARE = re.compile(r"(?:%|cent|half|thirds?|quarters?|fifths?) of (?:the|its|their) $")


def _is_quoted(text: str, begin: int, start: int) -> bool:
    """Tell whether quotation marks that are open at a place are not closed yet."""
    return (
        text.count("“", begin, start) > text.count("”", begin, start)
        or text.count('"', begin, start) % 2 == 1
    )


# what "did not fall below" and "may not take more than" say of a bound
_TURNED: Mapping[Qualifier | None, tuple[Qualifier, str]] = {
    Qualifier.OVER: (Qualifier.AT_MOST, "no more than"),
    Qualifier.UNDER: (Qualifier.AT_LEAST, "no less than"),
}
_FOLD = ("fold", "x")


def _is_multiple(lexemes: Lexemes, first: int, last: int, noun: Counted | None) -> bool:
    """Tell "a fivefold rise", "3x more", "das 2,5-Fache", "by a factor of three" from a count."""
    factor = lexemes.low(first - 1) == "of" and lexemes.low(first - 2) == "factor"
    if factor or lexemes.low(last - 1).endswith("fold") or _end_of_fold(lexemes, last):
        return True
    return noun is not None and noun.noun.lower().startswith("fache")


def _end_of_fold(lexemes: Lexemes, last: int) -> int:
    """Return where "12-fold" or "3x" ends, 0 where the number that ends at a lexeme is none."""
    at = lexemes.over_hyphen(last)
    told = lexemes.low(at) in _FOLD and (at > last or lexemes.glued(at))
    return lexemes.ends[at] if told else 0


_LIMITS = words("over under above below younger_than older_than before ab über unter")


def _is_age_limit(
    lexemes: Lexemes,
    first: int,
    doubting: str,
    value: float | Interval,
    kind: Kind,
    unit: str,
    persons: frozenset[str],
) -> bool:
    """Tell "children under 5" from a count: a bound right behind persons is their age."""
    return (
        kind in (Kind.NUMBER, Kind.DURATION)
        and (kind is Kind.NUMBER or unit == "year")
        and doubting.lower() in _LIMITS
        and isinstance(value, float)
        and value < 120
        and lexemes.low(first - 1) in persons
    )


def _per(lexemes: Lexemes, at: int, lang: str) -> str:
    """Return " per day" where what is counted is counted by the day, " per 100,000 people" by those, "" else."""
    table = language(lang)
    if lexemes.low(at) not in table.per:
        return ""
    if lexemes.low(at) == "per" and lexemes.sort(at + 1) is Sort.NUMERAL:
        noun = counted_after(lexemes, at + 2, lang)
        return f" per {lexemes.cut(at + 1, noun.last if noun else at + 2)}"
    other = table.units.get(lexemes.low(at + 1))
    if not other or other[1] not in ("duration", "dimension"):
        return ""
    return "" if lexemes.low(at + 2) in ("earlier", "later", "ago", "before", "after") else f" per {other[0]}"
