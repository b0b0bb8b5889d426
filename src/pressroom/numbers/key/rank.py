"""What a number weighs: a table of points, and the things that are never shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from pressroom.model.quantity import Interval, Kind, Modality, Quantity, Role
from pressroom.numbers.languages import all_languages
from pressroom.numbers.languages.units import MILLIMETRE_SYMBOL, UNITS_OF_CALIBRES, UNITS_OF_HEAT
from pressroom.numbers.parsing.patterns import (
    WordFinder,
    any_of,
    compile_later,
    split_words,
    whole_words,
)

SMALL = 10
FEW = 100
ALL = 100  # per cent
PLUS_MINUS = "±"
SMALL_SUM = 1000
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
    """A quantity, its place, and the number of its section, 0 ahead of the first.

    ``headline`` where its sentence tells of what the title is about; ``boilerplate`` where it belongs to no
    news of this text: a disclaimer, "About the company".
    """

    quantity: Quantity
    place: Position
    section: int = 0
    headline: bool = False
    boilerplate: bool = False


_PEOPLE = re.compile(whole_words(_WORDS.people, _WORDS.people_stems), re.IGNORECASE)
_RECORD = WordFinder(_WORDS.records)
_CHANGE = WordFinder(_WORDS.changes, _WORDS.change_stems)
_FROM_TO = re.compile(rf"\b{any_of(_WORDS.from_)} .{{1,20}} {any_of(_WORDS.to)}\b", re.IGNORECASE)
_TERM = re.compile(whole_words(all_languages().wording.terms), re.IGNORECASE)
_AGO_AHEAD = compile_later(
    lambda: (
        rf"\b{any_of(all_languages().units.time_ahead | all_languages().nouns.aged)}"
        rf"(?:\s+{any_of(_WORDS.of)})?\s*$"
    ),
    re.IGNORECASE,
)
_AGO_BEHIND = compile_later(lambda: rf" {any_of(_WORDS.ago)}\b", re.IGNORECASE)
_UNCOUNTED = compile_later(
    lambda: "|".join(rf"\b{pattern.format('([0-9]+)')}" for pattern in _WORDS.uncounted)
)
_BEFORE = compile_later(lambda: rf"(?:\W*\w+\W+){{0,1}}?(?:{'|'.join(_WORDS.times_before)})", re.IGNORECASE)
_GOES_ON = re.compile(r"[;:–—]")
_FORMAL = compile_later(lambda: rf"\b(?:{'|'.join(_WORDS.formal)})", re.IGNORECASE)
_SAMPLING = compile_later(lambda: rf"\b(?:{'|'.join(_WORDS.sampling)})\W*$")
_OPTION = compile_later(lambda: rf"(?:{'|'.join(_WORDS.options) or '(?!)'})[^.;]{{0,60}}$")
_EXPERIENCE = compile_later(lambda: rf"(?:\W+\w+){{0,3}}?\W+{any_of(_WORDS.experience)}\b", re.IGNORECASE)
_ERRORS = compile_later(lambda: whole_words(_WORDS.errors), re.IGNORECASE)
_WEAPON = re.compile(rf"\b{any_of(_WORDS.calibres)}s?\b")


# what a sentence tells is asked for each of its numbers
@lru_cache(maxsize=8)
def _tells_record(sentence: str) -> bool:
    return _RECORD.is_in(sentence)


@lru_cache(maxsize=8)
def _tells_change(sentence: str) -> bool:
    if _CHANGE.is_in(sentence):
        return True
    return not _WORDS.from_.isdisjoint(split_words(sentence)) and _FROM_TO.search(sentence) is not None


@lru_cache(maxsize=8)
def _tells_formality(sentence: str) -> bool:
    return _FORMAL().search(sentence) is not None


# rule → (points, its say in words, when it holds); the order is the order shown to the editor
RULES: tuple[tuple[str, int, str, Callable[[Candidate], bool]], ...] = (
    ("title", 3, "in the title or a heading", lambda c: c.place in (Position.TITLE, Position.HEADING)),
    ("opening", 3, "in the opening paragraph", lambda c: c.place is Position.OPENING),
    ("headline", 2, "in a sentence on what the title is about", lambda c: c.headline),
    ("section-start", 2, "in the first paragraph of a section", lambda c: c.place is Position.SECTION_START),
    ("people", 2, "counts people or what befell them", lambda c: _counts_people(c.quantity)),
    ("money", 1, "an amount of money", lambda c: c.quantity.kind is Kind.CURRENCY),
    (
        "sum",
        1,
        "an amount of a thousand or more",
        lambda c: c.quantity.kind is Kind.CURRENCY and _size(c.quantity) >= SMALL_SUM,
    ),
    ("share", 3, "a share", lambda c: c.quantity.kind is Kind.PERCENT or _is_share(c.quantity)),
    ("record", 2, "a record or a total", lambda c: _tells_record(c.quantity.sentence_text)),
    (
        "qualified",
        1,
        "carries a qualifier, so somebody assessed it",
        lambda c: c.quantity.qualifier is not None,
    ),
    ("attributed", 1, "has a source", lambda c: bool(c.quantity.attribution)),
    (
        "change",
        2,
        "stands in a change or comparison",
        lambda c: _tells_change(c.quantity.sentence_text),
    ),
    (
        "compared",
        1,
        "is set beside an earlier value or a target",
        lambda c: c.quantity.comparison is not None and c.quantity.comparison.kind != "whole",
    ),
    (
        "part",
        2,
        "a part of a whole that the text gives",
        lambda c: c.quantity.comparison is not None and c.quantity.comparison.kind == "whole",
    ),
    ("large", 1, "a large count or measure", lambda c: _is_large(c.quantity)),
    ("few", -1, "a count below a hundred, and not of people", lambda c: _is_few(c)),
    ("all", -3, "all of something", lambda c: _is_all(c.quantity)),
    (
        "measure",
        -1,
        "a measure",
        lambda c: c.quantity.kind is Kind.DIMENSION and c.place in (Position.BODY, Position.SECTION_START),
    ),
    ("before", -4, "a value of an earlier time", lambda c: _was_before(c.quantity)),
    (
        "formal",
        -4,
        "a formality, as pages, necessary parties and the sample of a survey are",
        lambda c: _is_formal(c.quantity),
    ),
    ("condition", -4, "the heat at which something holds", lambda c: _is_condition(c.quantity)),
    ("quoted", -1, "in somebody’s own words", lambda c: c.quantity.quoted),
    ("planned", -1, "planned or expected", lambda c: c.quantity.modality is Modality.PLANNED),
    ("alleged", -3, "alleged, not proven", lambda c: c.quantity.modality is Modality.ALLEGED),
    ("possible", -1, "merely possible", lambda c: c.quantity.modality is Modality.HYPOTHETICAL),
)


def _counts_people(quantity: Quantity) -> bool:
    return bool(_PEOPLE.search(f"{quantity.subject} {quantity.unit}"))


def _was_before(quantity: Quantity) -> bool:
    """Tell whether the sentence opens with an earlier time, "In the year-ago period, it earned £3m", and no
    other is set against it ahead of the number.
    """
    opening = _BEFORE().match(quantity.sentence_text)
    at = quantity.start - quantity.sentence.start
    return opening is not None and not _GOES_ON.search(quantity.sentence_text, opening.end(), max(0, at))


def _is_formal(quantity: Quantity) -> bool:
    if quantity.kind is Kind.NUMBER and (
        _tells_formality(quantity.sentence_text) or _FORMAL().search(quantity.unit)
    ):
        return True
    ahead = _find_ahead(quantity)
    return _is_error(quantity, ahead) or bool(_SAMPLING().search(ahead))


def _is_error(quantity: Quantity, ahead: str) -> bool:
    """Tell the error of a survey, "the sampling error is 2.8%", from what the survey found."""
    if quantity.kind is not Kind.PERCENT:
        return False
    named = [found.end() for found in _ERRORS().finditer(ahead)]
    first = bool(named) and not any(map(str.isdigit, ahead[named[-1] :]))
    return first or quantity.qualifier_text == PLUS_MINUS


def _is_condition(quantity: Quantity) -> bool:
    """Tell the heat that a sentence opens with, "At 900 degrees, tiles crack", from one that it tells of."""
    if quantity.unit not in UNITS_OF_HEAT:
        return False
    return bool(re.match(rf"\w{{1,4}} {re.escape(quantity.text)},", quantity.sentence_text))


def _find_ahead(quantity: Quantity) -> str:
    """Return the words of a sentence ahead of its number and qualifier, "" where it does not hold them."""
    at = quantity.sentence_text.find(quantity.text)
    ahead = quantity.sentence_text[: max(at, 0)].rstrip()
    return ahead.removesuffix(quantity.qualifier_text).rstrip() if quantity.qualifier_text else ahead


def _is_large(quantity: Quantity) -> bool:
    if quantity.kind is Kind.NUMBER:
        return _size(quantity) >= 1000
    return quantity.kind in (Kind.CURRENCY, Kind.DIMENSION) and _size(quantity) >= 1e6


def _is_few(candidate: Candidate) -> bool:
    """Tell "25 countries" from large counts, people, what befell them, and what the title is about."""
    quantity = candidate.quantity
    small = quantity.kind is Kind.NUMBER and SMALL <= _size(quantity) < FEW
    people = _counts_people(quantity) or _HARM.search(quantity.subject)
    return small and not people and candidate.place is not Position.TITLE


def _is_all(quantity: Quantity) -> bool:
    """Tell "100% of the proceeds" from a rise by 100%."""
    whole = quantity.kind is Kind.PERCENT and quantity.value == ALL and quantity.role is None
    return whole and not _tells_change(quantity.sentence_text)


def _is_share(quantity: Quantity) -> bool:
    """Tell "one in five teachers" and "two thirds of them" from counts."""
    return quantity.kind is Kind.NUMBER and not quantity.unit and 0 < _size(quantity) < 1


def _size(quantity: Quantity) -> float:
    if isinstance(quantity.value, Interval):
        return quantity.value.high
    return abs(quantity.value or 0)


# reason in words → when a quantity is never a key number, whatever its points
def _may_be_year(quantity: Quantity) -> bool:
    """Tell whether a bare number looks like a year of our time."""
    bare = quantity.kind is Kind.NUMBER and quantity.qualifier is None and quantity.text.isdigit()
    return (
        bare
        and isinstance(quantity.value, float | int)
        and 1990 <= quantity.value <= 2040
        and quantity.value != 2000
    )


NEVER: tuple[tuple[str, Callable[[Candidate], bool]], ...] = (
    ("a calibre, or the size of a model", lambda c: _is_calibre(c.quantity)),
    ("boilerplate", lambda c: c.boilerplate),
    ("denied in its sentence", lambda c: c.quantity.modality is Modality.NEGATED),
    (
        "a duration without a claim",
        lambda c: (
            c.quantity.kind is Kind.DURATION
            and (c.quantity.qualifier is None or c.place is Position.BODY)
            and not _is_term(c.quantity)
        ),
    ),
    ("how long ago something was, or how old somebody is", lambda c: _is_ago(c.quantity)),
    ("a name, a number to call or a day", lambda c: _is_uncounted(c.quantity)),
    ("may be a year", lambda c: _may_be_year(c.quantity)),
    (
        "an earlier value, or one that another has taken the place of",
        lambda c: c.quantity.role is Role.EARLIER,
    ),
    ("what an option allows", lambda c: _is_option(c.quantity)),
    ("a time of day", lambda c: _is_time_of_day(c.quantity)),
    ("how long somebody has done something", lambda c: _is_experience(c.quantity)),
    ("a price in brackets", lambda c: _is_price(c.quantity)),
    ("part of a word", lambda c: _is_compound(c.quantity)),
    ("an age", lambda c: c.quantity.kind is Kind.AGE),
    ("an ordinal", lambda c: c.quantity.kind is Kind.ORDINAL),
    ("a small count with nothing said of it", lambda c: _is_trivial(c)),
    ("in a heading; the text says it in full", lambda c: c.place is Position.HEADING),
    ("in a footnote", lambda c: c.place is Position.NOTE or _is_in_note(c.quantity)),
)


def _is_in_note(quantity: Quantity) -> bool:
    """Tell a line below the text that its mark opens: "***without the games: 1.6%"."""
    return re.match(r"[*†‡]+\w", quantity.sentence_text) is not None


def _is_ago(quantity: Quantity) -> bool:
    """Tell how long ago something was, "over 20 years ago", and how old one is, "aged under 65 years"."""
    if quantity.kind is not Kind.DURATION:
        return False
    sentence = quantity.sentence_text
    at = sentence.find(quantity.text)
    behind = at >= 0 and _AGO_BEHIND().match(sentence, at + len(quantity.text))
    return bool(behind or _AGO_AHEAD().search(_find_ahead(quantity)))


def _is_uncounted(quantity: Quantity) -> bool:
    """Tell digits of a decade, a day or a call, "den 90-er Jahren", "la noche del 17", "called 911"."""
    if not quantity.text.isdigit():
        return False
    return quantity.text in _find_uncounted(quantity.sentence_text)


@lru_cache(maxsize=8)
def _find_uncounted(sentence: str) -> frozenset[str]:
    return frozenset(digits for one in _UNCOUNTED().finditer(sentence) for digits in one.groups())


def _is_option(quantity: Quantity) -> bool:
    """Tell what somebody may buy besides, "an option to buy up to 300 more", from what is sold."""
    return bool(_OPTION().search(_find_ahead(quantity)))


def _is_time_of_day(quantity: Quantity) -> bool:
    """Tell "between 8.00 and 18.30"."""
    return quantity.kind is Kind.NUMBER and len(_HOURS.findall(quantity.text)) == HOURS


HOURS = 2  # of a stretch of time
_HOURS = re.compile(r"(?<![\d.,])(?:[01]?\d|2[0-4])[.:][0-5][05](?![\d.,])")


def _is_experience(quantity: Quantity) -> bool:
    """Tell "20 years of legal expertise", a line of somebody's life."""
    if quantity.kind is not Kind.DURATION:
        return False
    at = quantity.sentence_text.find(quantity.text)
    behind = quantity.sentence_text[at + len(quantity.text) :] if at >= 0 else ""
    return _EXPERIENCE().match(behind) is not None


def _is_price(quantity: Quantity) -> bool:
    """Tell the price of one thing of several, "soup ($9)"."""
    small = quantity.kind is Kind.CURRENCY and _size(quantity) < SMALL_SUM
    return small and f"({quantity.text})" in quantity.sentence_text


def _is_compound(quantity: Quantity) -> bool:
    """Tell a number of a word of three or more, "a 10-seat-per-row cabin"."""
    sentence, text = quantity.sentence_text, quantity.text
    if f"{text}-" not in sentence and f"{text}+-" not in sentence:  # a pattern takes longer to make
        return False
    return bool(re.search(rf"(?<!\w){re.escape(text)}\+?-[^\W\d_]+-", sentence))


def _is_term(quantity: Quantity) -> bool:
    """Tell a term of prison, "sentenced to 21 years", from other durations."""
    return bool(_TERM.search(quantity.sentence_text))


def _is_calibre(quantity: Quantity) -> bool:
    small = quantity.unit in UNITS_OF_CALIBRES
    if not small:
        return False
    weapon = _WEAPON.search(quantity.subject)
    touching = quantity.text[-3:-2].isdigit() and quantity.text.endswith(MILLIMETRE_SYMBOL)
    of = any(f"{quantity.text} {word} " in quantity.sentence_text for word in _WORDS.of)  # "300mm of rain"
    return bool(weapon or (touching and quantity.subject)) and not of


def _is_qualified_behind(quantity: Quantity) -> bool:
    """Tell "two or more", which describes, from "at least two", which counts."""
    text = quantity.sentence_text
    at = text.find(quantity.text)
    return at >= 0 and text.startswith(f" {quantity.qualifier_text}", at + len(quantity.text))


def _is_trivial(candidate: Candidate) -> bool:
    quantity = candidate.quantity
    if (
        quantity.kind is not Kind.NUMBER
        or _size(quantity) >= SMALL
        or _is_share(quantity)
        or (quantity.qualifier is not None and not _is_qualified_behind(quantity))
    ):
        return False
    titled = candidate.place is Position.TITLE
    told = quantity.sentence_text.lower() if titled else quantity.subject  # "Four Dead in Storm"
    return not _HARM.search(told)  # one killed is no trifle
