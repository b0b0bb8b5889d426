"""Text to quantities: mask, find numbers, attach currency, unit, range, qualifier and what is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from pressroom.model.quantity import Interval, Kind, Modality, Qualifier, Quantity
from pressroom.model.span import Span
from pressroom.numbers.bounds import between_bounds
from pressroom.numbers.comparisons import compared
from pressroom.numbers.languages import language
from pressroom.numbers.masks import Mask, masks
from pressroom.numbers.sentences import Sentences, sentences
from pressroom.numbers.subjects import (
    Subject,
    attribution,
    period,
    singular,
    subject_after,
    subject_before,
)
from pressroom.numbers.tokens import Token, tokens
from pressroom.numbers.units import CURRENCY_SIGNS, ONLY_TOUCHING, SYMBOLS

LONGEST_SENTENCE = 2000  # characters
NEAR = 300  # characters that may tell of a number when there is no sentence round it
_SPACES = " \u00a0\u202f\u2009"


@dataclass(frozen=True, slots=True)
class Measure:
    """A token with all that is written round it: its whole extent, value, unit and kind."""

    start: int
    end: int
    value: float
    unit: str = ""
    unit_text: str = ""
    kind: Kind = Kind.NUMBER
    scaled: bool = False
    scale: float = 1
    words: bool = False
    fraction: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a text: its quantities, and what looks like one and is none."""

    quantities: tuple[Quantity, ...]
    masked: tuple[Mask, ...]


def extract(text: str, lang: str = "en") -> tuple[Quantity, ...]:
    """Return the quantities of a text, offsets into it, in reading order."""
    return look(text, lang).quantities


def look(text: str, lang: str = "en") -> Found:
    """Return the quantities of a text, and what was passed over with its reason."""
    covered = masks(text, lang)
    measures = [
        _measure(token, text, lang)
        for token in tokens(text, lang)
        if covered.covering(token.start, token.end) is None and _is_quantity(token, text, lang)
    ]
    places = sentences(text)
    found: list[Quantity] = []
    told: dict[tuple[int, int], _Told] = {}
    at = 0
    while at < len(measures):
        taken, quantity = _joined(measures, at, text)
        found.append(_described(quantity, text, lang, places, found, told))
        at += taken
    return Found(compared(between_bounds(found, text), text), tuple(covered.all))


def _is_quantity(token: Token, text: str, lang: str) -> bool:
    """Tell whether a word that can be a number is one here: "one" alone, "second", "half" and "k" often are not."""
    word = text[token.start : token.end].lower()
    ahead = text[max(0, token.start - 12) : token.start].lower()
    behind = text[token.end : token.end + 24].lower()
    if not token.words:
        return not (
            behind[:1] == "-"
            and behind[1:2].isalpha()
            and token.value == int(token.value)
            and re.match(r"-(?:to|and)\b", behind)
        )
    if word in language(lang).scales or word in language(lang).hundred:
        return bool(re.search(r"\ban?\s$", ahead)) and word != "dozen"
    if word in ("un", "une", "uno", "una"):
        return bool(re.match(r"[ -](?:million|milliard|millón|billón|mil\b)", behind))
    if word in ("one", "zero"):
        return bool(
            re.match(
                r"[ -](?:million|billion|hundred|thousand|percent|per cent|year|month|week|day|hour|in \w+ |"
                r"(?:dollar|euro|pound|penny|cent|yen|yuan|rouble|ruble|franc|peso|rupee)\b)",
                behind,
            )
        )
    if token.fraction and token.value < 1:
        return bool(re.match(r"[ ](?:of|the)\b", behind)) and ("-" in word or " " in word)
    return not token.fraction or " " in word or "-" in word


@cache
def _unit_pattern(lang: str) -> re.Pattern[str]:
    names = sorted(language(lang).units, key=len, reverse=True)
    return re.compile(rf"[{_SPACES}-]?(?P<unit>(?i:{'|'.join(map(re.escape, names))}))(?![\w²³])")


@cache
def _scale_pattern(lang: str) -> re.Pattern[str]:
    words = sorted((word for word in language(lang).scales if len(word) > 1), key=len, reverse=True)
    return re.compile(
        rf"[{_SPACES}-]?(?P<word>(?i:{'|'.join(map(re.escape, words))}))s?(?![\w])|(?P<letter>[kKmMbB])(?![\w²³/°])"
    )


_SYMBOL = re.compile(
    rf"(?P<space>[{_SPACES}-]?)(?P<unit>{'|'.join(sorted(map(re.escape, SYMBOLS), key=len, reverse=True))})(?![\w²³])"
)
_SIGN_BEFORE = re.compile(
    rf"(?:(?<![\w$])(?P<sign>{'|'.join(sorted(map(re.escape, CURRENCY_SIGNS), key=len, reverse=True))})[{_SPACES}]?)$"
)
_SIGN_AFTER = re.compile(
    rf"[{_SPACES}]?(?P<sign>{'|'.join(sorted(map(re.escape, CURRENCY_SIGNS), key=len, reverse=True))})(?![\w])"
)


def _measure(token: Token, text: str, lang: str) -> Measure:
    """Attach scale, currency and unit to a token."""
    start, end, value, scaled, factor = token.start, token.end, token.value, token.scaled, 1.0
    sign = _SIGN_BEFORE.search(text, max(0, start - 5), start)
    scale = _scale_pattern(lang).match(text, end)
    if (scale and not (scale["letter"] == "m" and not sign and not _money_follows(text, scale.end()))) or (
        scale and scale["word"]
    ):
        factor = language(lang).scales[(scale["word"] or scale["letter"]).lower()]
        if not (scale["letter"] and scale["letter"] in "kK" and re.match(r"[A-Za-z]", text[scale.end() :])):
            value, end, scaled = value * factor, scale.end(), True
    minus = _MINUS.search(text, max(0, start - 7), start)
    if minus and minus["minus"] == "- " and not _DEGREES.match(text, start):
        minus = None  # a dash
    if minus and not sign:
        start, value = minus.start("minus"), -value
    plain = Measure(
        start, end, _clean(value), scaled=scaled, scale=factor, words=token.words, fraction=token.fraction
    )
    if sign:
        return _in(plain, sign.start(), end, CURRENCY_SIGNS[sign["sign"]], sign["sign"], Kind.CURRENCY)
    after = _SIGN_AFTER.match(text, end)
    if after:
        late = None if scaled else _scale_pattern(lang).match(text, after.end())
        if late and late["word"]:  # "75 USD million"
            factor = language(lang).scales[late["word"].lower()]
            plain = replace(plain, value=_clean(value * factor), scaled=True, scale=factor)
        last = late.end() if late and late["word"] else after.end()
        return _in(plain, start, last, CURRENCY_SIGNS[after["sign"]], after["sign"], Kind.CURRENCY)
    symbol = _SYMBOL.match(text, end)
    if symbol and (symbol["unit"] not in ONLY_TOUCHING or not symbol["space"] or _is_physical(symbol, text)):
        name, kind = SYMBOLS[symbol["unit"]]
        return _in(plain, start, symbol.end(), name, symbol["unit"], Kind(kind))
    word = _unit_pattern(lang).match(text, end)
    if word:
        name, kind = language(lang).units[word["unit"].lower()]
        if name == "pound" and factor >= 1e6:
            name, kind = "pound sterling", "currency"  # nobody weighs a million pounds in words
        if word["unit"].lower() != "second":  # "a second term" counts terms
            rate = _RATE.match(text, word.end()) if kind == "dimension" else None
            name, last = (f"{name} per {rate['per']}", rate.end()) if rate else (name, word.end())
            return _in(plain, start, last, name, word["unit"], Kind(kind))
    return plain


# a hyphen is a minus only where nothing stands ahead of it that it could join
_MINUS = re.compile(r"(?:^|(?<=[^\d\s][\s(])|(?<=\())(?P<minus>- ?|−|(?i:minus )|(?i:negative ))$")


_DEGREES = re.compile(r"\d+(?:[.,]\d+)? ?(?:°|degrees?\b)")


def _in(plain: Measure, start: int, end: int, unit: str, written: str, kind: Kind) -> Measure:
    return replace(plain, start=start, end=end, unit=unit, unit_text=written, kind=kind)


def _is_physical(symbol: re.Match[str], text: str) -> bool:
    return symbol["unit"] in ("m", "K", "W", "V", "t", "g", "h", "s", "L", "l") and not re.match(
        r"[ ]?[a-z]", text[symbol.end() : symbol.end() + 2]
    )


def _money_follows(text: str, end: int) -> bool:
    return bool(_SIGN_AFTER.match(text, end)) or bool(
        re.match(
            r" (?:people|users|customers|tonnes|tons|euros?|dollars?|pounds?|barrels|jobs|homes|visitors|passengers|voters"
            r"|tourists|viewers|fans|pupils|children|households|residents|inhabitants|members|tickets|copies|vehicles|cars"
            r"|doses|tests|trees|workers|students|patients|migrants|refugees|citizens|hectares|acres)\b",
            text[end : end + 14],
        )
    )


def _clean(value: float) -> float:
    return round(value, 6) if abs(value) < 1e9 else float(round(value))


_BETWEEN = re.compile(rf"^[{_SPACES}]?(?:[–—~-]|to|and|or|through|bis|und|à|et|a|y)[{_SPACES}]?$")
# "from 12 to 19", "by 3 to 61", "passé de 12 à 19" are two values, no range
_FROM_TO = re.compile(
    r"\b(?:from|by|um|(?:pass|mont|tomb|augment|baiss|recul|progress|chut)(?:ée?s?|e|ent|ait) (?:de|d['’]))\s?$"
)
_FROM = re.compile(r"\bfrom\s?$")
# with one of these ahead, "from 12 to 19" tells of a change; without, of a range
_MOVING = re.compile(
    r"\b(?:r[oi]se[ns]?|rising|fell|fall(?:s|en|ing)?|gr[eo]w[ns]?|growing|increas\w+|decreas\w+|drop\w*|climb\w*|cut\w*|raise\w*|lower\w*"
    r"|up|down|went|go(?:es|ing|ne)|jump\w*|slip\w*|widen\w*|narrow\w*|expand\w*|shrank|shrunk|shrink\w*|extend\w*|mov(?:e[ds]?|ing)|shift\w*"
    r"|improv\w+|swell\w*|swollen|doubl\w+|chang\w+|declin\w+|reduc\w+|surg\w+|soar\w*|plung\w+|tumbl\w+|edg\w+|advanc\w+|push\w*"
    r"|slow\w*|ris\w+|upgrad\w+|trim\w*|boost\w*|halv\w+|tripl\w+|trebl\w+|gain\w*|lost|loses?|convert\w*|switch\w*|turn\w*)\b[^.;]*$",
    re.IGNORECASE,
)
_LINKED = re.compile(rf"^[{_SPACES}]?[–—~-][{_SPACES}]?$")


def _joined(
    measures: list[Measure], at: int, text: str
) -> tuple[int, tuple[Measure, float | Interval, Qualifier | None]]:
    """Join a measure with the next where the two are a range, an "n in m", or a compound such as 5 ft 3 in."""
    first = measures[at]
    if at + 1 < len(measures):
        second = measures[at + 1]
        gap = text[first.end : second.start]
        ahead = text[max(0, first.start - 24) : first.start].lower()
        if (
            re.fullmatch(rf"[{_SPACES}](?:out of|in|of every|in every)[{_SPACES}]", gap)
            and not second.unit
            and first.value < second.value <= 1000
            and first.value == int(first.value)
            and (gap.strip() != "in" or second.value in (3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000))
        ):
            whole = Measure(first.start, second.end, _clean(first.value / second.value))
            return 2, (whole, whole.value, None)
        if (
            first.kind is Kind.CURRENCY
            and second.unit in ("cent", "penny")
            and first.unit not in ("cent", "penny")
            and second.value < 100
            and first.end <= second.start
            and not gap.strip(", and")
        ):
            whole = replace(first, end=second.end, value=first.value + second.value / 100)
            return 2, (whole, whole.value, None)
        if (
            first.kind is Kind.CURRENCY
            and second.kind is Kind.NUMBER
            and gap in (" ", " and ")
            and 10 <= second.value < 100
            and second.value == int(second.value)
            and first.value == int(first.value)
            and not first.scaled
            and re.match(r"[.,;:)!?]|\s*$|\s*\n", text[second.end : second.end + 2])
        ):  # "15 dollars 50"
            whole = replace(first, end=second.end, value=first.value + second.value / 100)
            return 2, (whole, whole.value, None)
        inches = re.match(r"\s?in\b|″", text[second.end : second.end + 4]) if not second.unit else None
        if first.unit == "foot" and (second.unit == "inch" or inches) and not gap.strip(", and"):
            whole = Measure(
                first.start,
                second.end + (inches.end() if inches else 0),
                first.value + second.value / 12,
                "foot",
                "ft",
                Kind.DIMENSION,
            )
            return 2, (whole, whole.value, None)
        between = bool(re.search(r"\b(?:between|zwischen|entre)\s?$", ahead))
        fromto = bool(_FROM_TO.search(ahead)) and not (
            _FROM.search(ahead) and not _MOVING.search(text, max(0, first.start - 90), first.start)
        )
        if gap.startswith("- ") and not first.unit:
            gap = gap[1:]  # "an 8- to 16-metre mirror"
        dash = bool(_LINKED.fullmatch(gap))
        word = bool(_BETWEEN.fullmatch(gap)) and gap.strip() in (
            ("and", "und", "et", "y") if between else ("to", "through", "bis", "à", "a", "or")
        )
        same = not first.unit or first.unit == second.unit
        if same and not fromto and (dash or word) and (first.value < second.value or not first.scaled):
            low = first.value * (second.scale if second.scaled and not first.scaled else 1)
            if low < second.value:
                start = re.search(r"(?:between|zwischen|entre)\s?$", ahead)
                begin = first.start - len(ahead) + start.start() if between and start else first.start
                whole = Measure(
                    begin,
                    second.end,
                    second.value,
                    second.unit or first.unit,
                    second.unit_text or first.unit_text,
                    second.kind if second.unit else first.kind,
                )
                return 2, (whole, Interval(_clean(low), second.value), Qualifier.BETWEEN if between else None)
    return 1, (first, first.value, None)


@cache
def _before_pattern(lang: str) -> re.Pattern[str]:
    words = sorted(language(lang).before, key=len, reverse=True)
    return re.compile(
        rf"(?:(?<!\w)(?P<words>(?i:{'|'.join(map(re.escape, words))}))[{_SPACES}]*(?:an?\s+(?:estimated\s+)?|the\s+)?)$"
    )


@cache
def _after_pattern(lang: str) -> re.Pattern[str]:
    words = sorted(language(lang).after, key=len, reverse=True)
    return re.compile(
        rf"(?:[{_SPACES}]\w+)?[{_SPACES}](?P<words>(?i:{'|'.join(map(re.escape, words))}))(?!\w)"
    )


# "over" ahead of these counts a stretch when the verb has its object already: across, not more than
_STRETCH = re.compile(
    r"^(?:\s+[a-z]+){0,2}?\s+(?:occasions?|times|days?|weeks?|weekends?|months?|years?|decades?|nights?|hours?|matches|games|seasons?|sessions?|rounds?|quarters?|sites|locations|pages)\b"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence says of all its numbers: its own words, its source, its time."""

    words: str
    attribution: str
    period: str


def _described(
    found: tuple[Measure, float | Interval, Qualifier | None],
    text: str,
    lang: str,
    places: Sentences,
    earlier: list[Quantity],
    told: dict[tuple[int, int], _Told],
) -> Quantity:
    """Say all that the text says of a value; ``told`` keeps what is the same for a sentence."""
    measure, value, qualifier = found
    begin, end = places.round(measure.start)
    if end - begin > LONGEST_SENTENCE:  # no sentence: a heap of figures without a full stop
        begin, end = max(begin, measure.start - NEAR), min(end, measure.end + NEAR)
    words = ""
    if qualifier is None:
        qualifier, words = _qualifier(measure, text, lang, begin)
    unit, unit_text, subject, kind = measure.unit, measure.unit_text, "", measure.kind
    if kind is Kind.DURATION and re.match(r"[ -]old\b", text[measure.end : measure.end + 5]):
        kind, unit = Kind.AGE, f"{unit} of age"
    bound = qualifier in (Qualifier.OVER, Qualifier.UNDER) and words.lower() in (
        "over",
        "under",
        "above",
        "below",
    )
    if (
        kind is Kind.NUMBER
        and bound
        and isinstance(value, float)
        and value < 120
        and _PERSONS.search(text, begin, measure.start)
    ):
        kind, unit = Kind.AGE, "year of age"
    noun = subject_after(text, measure.end, end, lang)
    measure_text = text[measure.start : measure.end]
    if kind is Kind.NUMBER:
        noun = noun or _elliptic(begin, earlier) or subject_before(text, begin, measure.start)
        if noun:
            unit, subject = noun.noun, noun.phrase
            unit_text = noun.phrase.split(" ")[-1]
            if text[measure.end : measure.end + 1] == "-" and subject[:1].isalpha():
                unit = singular(subject.split(" ")[0]).lower()  # "a 12-seat minibus" counts seats
            if isinstance(value, float) and ((measure.fraction and value < 1) or _SHARE.search(measure_text)):
                unit = unit_text = ""  # a share of what is counted has no unit
            elif unit == "fold":
                unit = unit_text = subject = ""
            unit += _per(text, measure.end, noun.phrase, lang)
    elif (
        noun
        and measure.words is False
        and kind in (Kind.DIMENSION, Kind.DURATION, Kind.PERCENT, Kind.CURRENCY)
    ):
        subject = noun.phrase
    start = measure.start
    sentence = told.get((begin, end))
    if sentence is None:
        words_of_it = text[begin:end].strip()
        sentence = _Told(words_of_it, attribution(text, begin, end), period(text, begin, end))
        told[begin, end] = sentence
    return Quantity(
        text=text[start : measure.end],
        start=start,
        end=measure.end,
        value=value,
        kind=kind,
        sentence=Span("", 0, 0, begin, end),
        sentence_text=sentence.words,
        qualifier=qualifier,
        qualifier_text=words,
        unit=unit,
        unit_text=unit_text,
        subject=subject,
        attribution=sentence.attribution,
        period=sentence.period,
        modality=_modality(text, begin, measure.start, lang),
        quoted=text.count("“", begin, start) > text.count("”", begin, start),
    )


# "children under 5": a bound right behind persons is their age
_PERSONS = re.compile(
    r"(?i)\b(?:people|persons|children|kids|adults|men|women|boys|girls|pupils|patients|workers|players|voters|those|anyone|everyone)"
    r"(?: aged)? (?:over|under|above|below) $"
)
_SHARE = re.compile(r"\w (?:out of|in|of every|in every) \w")


def _qualifier(measure: Measure, text: str, lang: str, begin: int) -> tuple[Qualifier | None, str]:
    table = language(lang)
    before = _before_pattern(lang).search(text, max(begin, measure.start - 32), measure.start)
    if before:
        word = before["words"]
        meaning = table.before[word.lower()]
        if word.lower() in ("over", "under", "about", "around", "some") and _is_preposition(
            before, measure, text, begin
        ):
            return None, ""
        return Qualifier(meaning), word
    after = _after_pattern(lang).match(text, measure.end)
    if after:
        return Qualifier(table.after[after["words"].lower()]), after["words"]
    plus = re.match(r"\+|-plus\b| plus\b", text[measure.end : measure.end + 6])
    return (Qualifier.AT_LEAST, plus.group()) if plus and plus.group() != " plus" else (None, "")


def _is_preposition(before: re.Match[str], measure: Measure, text: str, begin: int) -> bool:
    """Tell "over 32 occasions" (across them) from "over 1,100 soldiers" (more than that many)."""
    word = before["words"].lower()
    tail = text[measure.end : measure.end + 60]
    ahead = text[begin : before.start()]
    if word == "over":
        stretch = measure.kind is Kind.DURATION or bool(_STRETCH.match(tail))
        has_object = bool(re.search(r"\b\w+(?:ed|s|n|t)\s+(?:\S+\s+){0,10}\S+\s*$", ahead)) and not re.search(
            r"\b(?:lasted|took|takes|spent|for|of|is|was|are|were|has|have|had|served|waited|after)\s*$",
            ahead,
        )
        return stretch and has_object
    if word == "about":
        return bool(
            re.search(
                r"\b(?:talk|talks|talked|concerns?|worried|worry|worries|questions?|argued|asked|complained|book|story)\s*$",
                ahead,
            )
        )
    return False


def _elliptic(begin: int, earlier: list[Quantity]) -> Subject | None:
    """Take the thing counted from the clause before: "52 votes to 48", "95 were newly hired"."""
    if (
        not earlier
        or earlier[-1].sentence.start != begin
        or earlier[-1].kind is not Kind.NUMBER
        or not earlier[-1].unit
    ):
        return None
    if earlier[-1].start < begin:
        return None
    return Subject(earlier[-1].unit, earlier[-1].subject)


_MAY = re.compile(r"(?<=\w )May\b")  # the month, not the verb


def _modality(text: str, begin: int, start: int, lang: str) -> Modality:
    table = language(lang)
    # a claim reaches as far as its clause
    stretch = _MAY.sub(" ", text[max(begin, start - 90) : start])
    clause = re.split(r"[,;:](?!\d)|\bthat\b", stretch)
    words = set(re.findall(r"[\w’']+", clause[-1].lower()))
    if len(clause) > 1:
        words |= set(re.findall(r"[\w’']+", clause[-2].lower())) & table.negation
    if words & table.negation and not re.search(
        r"\b(?:no|not) (?:fewer|less|more)\b", text[begin:start].lower()
    ):
        return Modality.NEGATED
    if words & table.hypothetical:
        return Modality.HYPOTHETICAL
    return Modality.PLANNED if words & table.planned else Modality.STATED


_RATE = re.compile(
    r"\s(?:a|an|per|each|every)\s(?P<per>second|minute|hour|day|night|week|month|year|head|person|share|hectare|acre|kilogram|litre)\b"
)


def _per(text: str, end: int, phrase: str, lang: str) -> str:
    """Return " per day" where what is counted is counted by the day, "" else."""
    at = text.find(phrase, end, end + len(phrase) + 12)
    rate = _RATE.match(text, at + len(phrase)) if at >= 0 and lang.startswith("en") else None
    return f" per {rate['per']}" if rate else ""
