"""Which picture one key number may have by itself, and why another has none.

picture   number                                   drawn
marks     people or things counted                 whole marks, one shape for each thing
cells     a share of something, in whole per cent  a hundred cells; a ruler where it has decimals
ruler     a measure or money with its whole,       a length from zero
          or a range of them

Nothing is rounded for a picture: a value that is no whole number of marks has none. What is planned, expected
or feared has none either: full marks would show it as a fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pressroom.figures.panel.words import UNITS_OF_TIME
from pressroom.figures.plot.arrays import MOST_MARKS
from pressroom.figures.text.cells import SCALES
from pressroom.figures.text.prospects import tells_to_come
from pressroom.figures.text.statements import HEADLINE, TO_COME, UNNAMED, find_statement_objection
from pressroom.figures.text.torn import TORN, is_torn
from pressroom.figures.text.wholes import names_whole
from pressroom.model.document import Document
from pressroom.model.numbers import KeyNumber, Numbers, RelationKind, find_shown
from pressroom.model.quantity import Kind, Qualifier, Quantity, Role

ENDING, SHORTEST = 3, 3  # letters of a noun that its forms may differ in, and that are compared at least
LARGEST_UNIT = 10**15
LIKE_A_SHARE = [100]  # marks of one number alone that would be taken for a hundred per cent
FEWEST = 10  # things of which one mark each says more than their number
TIMES = frozenset({"time", "times", "mal", "fois", "vez", "veces", "volte", "vezes", "keer"})
# money that is not read: of countries that have another now, or a word for other things as well
MONEY = frozenset(
    ("mark", "peseta", "franc", "guilder", "schilling", "lira", "crown", "krona", "krone", "escudo", "dm")
)
POINTS = frozenset(("point", "punkt", "punto"))  # of an index or of a score
CUT = "its words leave out a part of the sentence: a picture stands beside all of it"
_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
_ATTRIBUTE = re.compile(r"\s(?:page|bed|seat|room|store?y|mile|acre|foot)\s[a-z]+s?\b")
NEAR_TOP = 8  # characters
_TOP = re.compile(r"\btop\s$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
# between two numbers of which the second tells more of the first: "4,200 people in 12 countries"
_MORE = re.compile(
    r"\b(?:in|of|by|from|on|at|for|across|with|among|over|during|since|aus|von|bei|auf|mit|seit|dans|de|par|"
    r"pour|depuis|en|por|desde|entre)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"[,;:]|\b(?:and|or|but|while|und|oder|et|ou|y|o)\b", re.IGNORECASE)
_MISSPELLED = re.compile(r"[mb]il\w{0,2}(?:i?ard|i?on|ón)\w{0,3}", re.IGNORECASE)  # "Miliarden", "milions"


@dataclass(frozen=True, slots=True)
class Glyph:
    """The picture that a number may have: ``of`` is the whole that it is a part of, 0 for none, ``whole`` its
    words.
    """

    kind: str
    number: KeyNumber
    low: float
    high: float | None = None
    of: float = 0.0
    whole: str = ""

    @property
    def values(self) -> tuple[float, ...]:
        """All that is to be shown as marks."""
        return tuple(value for value in (self.low, self.high, self.of) if value)


def find_glyph(number: KeyNumber, document: Document, numbers: Numbers) -> Glyph | str:
    """Return the picture that a number may have by itself, else the reason why it has none."""
    quantity = number.quantity
    reason = _object(number, document) or ("" if number.edited else _name_others(number, numbers))
    if reason:
        return reason
    low, high = quantity.ends
    if low <= 0 or (high is not None and high <= low):
        return "it is not above zero"
    if quantity.kind is Kind.PERCENT:
        return _share(number, document, low, high)
    if quantity.kind is Kind.DURATION:
        return "a length of time by itself: boxes would add nothing to its words"
    whole = quantity.comparison if quantity.comparison and quantity.comparison.kind == "whole" else None
    of = float(whole.value) if whole and low <= whole.value else 0.0
    if quantity.kind is Kind.NUMBER:
        return _things(number, document, low, high, of)
    if quantity.kind in (Kind.CURRENCY, Kind.DIMENSION):
        if whole and of:
            return Glyph("ruler", number, low, high, of, whole.text)
        if high is not None:
            return TORN if is_torn(quantity) else Glyph("ruler", number, low, high)
        return "the text states no whole that it is a part of and no range: a length would say nothing"
    return "it has no scale that begins at zero"


def _object(number: KeyNumber, document: Document) -> str:
    """Return why no picture may show a number, whatever it measures. An editor answers for the words of those
    that are edited, wherever they stand.
    """
    quantity = number.quantity
    reason = find_statement_objection(quantity, document)
    if reason and not (number.edited and reason in (UNNAMED, HEADLINE)):
        return reason
    if tells_to_come(number.label):
        return TO_COME
    shown = find_shown(number.wordings)
    if shown is not None and not shown.whole and not number.edited:
        return CUT
    if quantity.qualifier in (Qualifier.UP, Qualifier.DOWN) or quantity.role in (Role.CHANGE, Role.MARGIN):
        return "it is a change: what it is a change of does not stand beside it"
    if quantity.role is Role.THRESHOLD:
        return "it is a limit, and nothing that was counted or measured"
    if quantity.comparison and quantity.comparison.text in number.display:
        return "it is told with what it was before: two values have a picture of their own"
    if quantity.rate or " per " in quantity.unit:
        return "it is a rate: there is no total of it to be shown"
    return ""


def _name_others(number: KeyNumber, numbers: Numbers) -> str:
    """Return why a picture of one number may not stand beside words that tell of another like it, "" for
    none: who reads "5,600 couples and 17,000 others" would look for both.
    """
    own = number.quantity
    related = {
        one.start
        for relation in numbers.relations
        if relation.kind is not RelationKind.LIST
        and own.start in {each.start for each in relation.quantities}
        for one in relation.quantities
    }
    compared = own.comparison.start if own.comparison and own.comparison.kind == "whole" else -1
    told = any(
        one.kind is own.kind
        and one.sentence.start == own.sentence.start
        and one.start not in {own.start, compared, *related}
        and not _tells_more(own, one)
        and re.search(rf"(?<![\w.,]){re.escape(one.text)}(?!\w|[.,]\d)", number.label)
        for one in numbers.quantities
    )
    return "its words tell of another such number, which the picture would not show" if told else ""


def _tells_more(own: Quantity, other: Quantity) -> bool:
    """Tell whether another number of the sentence counts something else, and only tells more of this one:
    "4,200 people in 12 countries"; nobody looks for both.
    """
    first, second = sorted((own, other), key=lambda one: one.start)
    begin = first.sentence.start
    between = first.sentence_text[first.end - begin : second.start - begin]
    return own.unit != other.unit and bool(_MORE.search(between)) and not _BESIDE.search(between)


def _share(number: KeyNumber, document: Document, low: float, high: float | None) -> Glyph | str:
    quantity = number.quantity
    if quantity.unit != "percent":
        return "points of per cent are no share"
    if not names_whole(document.text, quantity.end):
        return "the text does not say what it is a share of"
    if (high or low) > 100:
        return "it is more than a whole"
    if low % 1 or (high or low) % 1:
        digits = _DIGITS.match(quantity.text)
        if digits is None or low < 1:
            return "it is no whole number of cells of a hundred"
        return Glyph("ruler", number, low, high, 100, f"100{quantity.text[digits.end() :]}")
    return Glyph("cells", number, low, high)


def _things(number: KeyNumber, document: Document, low: float, high: float | None, of: float) -> Glyph | str:
    quantity = number.quantity
    if quantity.unit in UNITS_OF_TIME:  # "15 unpaid weeks"
        return "a length of time by itself: boxes would add nothing to its words"
    if any(word.lower().rstrip("s") in MONEY for word in (quantity.unit, *number.label.split()[:1])):
        return "it is a sum of money: marks would say that it counts things"
    if quantity.unit.lower().rstrip("s") in POINTS:
        return "it counts points of a scale, and no things"
    if _TOP.search(document.text, max(quantity.start - NEAR_TOP, 0), quantity.start):
        return "it is a rank: marks would show who stands there as all"
    if quantity.unit.lower() in TIMES:
        return "it tells how many times as much, and counts nothing"
    if _is_part_of_word(quantity, document):
        return "it is part of a word that describes something else"
    if not quantity.unit or _is_scaled(quantity, document) or not _is_named(number):
        return "what it counts is not read with certainty"
    if any(value % 1 for value in (low, high or low, of)):
        return "it counts no whole things"
    glyph = Glyph(
        "marks", number, low, high, of, quantity.comparison.text if quantity.comparison and of else ""
    )
    if not of and high is None and low < FEWEST:
        return "so few things are seen at once: marks would add nothing to their number"
    if find_unit(glyph.values) is None:
        return f"it is no whole number of up to {MOST_MARKS} marks for 1, 2, 5, 10 … each"
    return glyph


def _is_named(number: KeyNumber) -> bool:
    """Tell whether the words beside a number name what it counts; an author's own words are taken as they
    are.
    """
    words = f"{number.display} {number.label}".lower()
    quantity = number.quantity
    stem = quantity.unit.lower()[: max(len(quantity.unit) - ENDING, SHORTEST)]
    return bool(number.edited) or stem in words or (quantity.unit_text.lower() or stem) in words


def _is_part_of_word(quantity: Quantity, document: Document) -> bool:
    """Tell "the 80,000-resident town" and "1,500 page papers" from 80,000 residents."""
    if _ATTRIBUTE.match(document.text, quantity.end):
        return True
    return re.match(r"[-‑][^\W\d_]", document.text[quantity.end : quantity.end + 2]) is not None


def _is_scaled(quantity: Quantity, document: Document) -> bool:
    """Tell whether a word such as "million" stands behind a number, which then is not the whole value."""
    after = document.text[quantity.end : quantity.end + 16] if quantity.text[-1:].isdigit() else ""
    found = _WORD.findall(f"{quantity.unit} {quantity.unit_text}") + _WORD.findall(after)[:1]
    return any((word.lower() in SCALES and len(word) > 2) or _MISSPELLED.fullmatch(word) for word in found)


def find_unit(values: Iterable[float]) -> int | None:
    """Return what one mark is to stand for, so that each value is a whole number of marks, none of them more
    than can be counted: 1, 10, 100 … where that is possible, else 2, 5, 20, 50 … None for none.
    """
    held = tuple(values)
    for factors in ((1,), (2, 5)):
        power = 1
        while held and power <= LARGEST_UNIT:
            for factor in factors:
                unit = power * factor
                counts = [value / unit for value in held]
                if max(counts) <= MOST_MARKS and counts != LIKE_A_SHARE and all(n % 1 == 0 for n in counts):
                    return unit
            power *= 10
    return None
