"""Two measures that are one quantity: ranges, shares of a number, ratios, values of two parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pressroom.model.quantity import Interval, Kind, Qualifier
from pressroom.numbers.languages import language
from pressroom.numbers.languages.form import words
from pressroom.numbers.measuring.ages import follows_person
from pressroom.numbers.measuring.measures import Measure
from pressroom.numbers.parsing.tokens import HYPHENS, Tokens, TokenType

_DASHES = frozenset({"–", "—", "~", "-", "\u2010", "\u2011"})
_OUT_OF = (
    ("out", "of"),
    ("in",),
    ("of", "every"),
    ("in", "every"),
    ("of", "each"),
    ("in", "each"),
    ("sur",),
    ("de", "cada"),
    ("von",),
)
_ROUND = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 100, 1000, 10000, 100000})
# the larger unit → the smaller one and how many make one
_PARTS = {
    "kilogram": ("gram", 1000), "metre": ("centimetre", 100),
    "foot": ("inch", 12), "hour": ("minute", 60), "minute": ("second", 60), "pound": ("ounce", 16), "stone": ("pound", 14),
    "dollar": ("cent", 100), "euro": ("cent", 100), "pound sterling": ("penny", 100),
}  # fmt: skip


LONGEST_GAP = 4  # tokens between two measures that are one quantity
MOST_OF_A_SHARE = 100_000
_FILLERS = words("- about around as high some el la los las le les den der")


@dataclass(slots=True, eq=False, repr=False)
class Joined:
    """One quantity: its measure (whose value is the last written), its value or range, and what a range implies."""

    measure: Measure
    value: float | Interval
    taken: int = 1
    qualifier: Qualifier | None = None
    share: bool = False


@dataclass(slots=True, eq=False, repr=False)
class _Pair:
    """Two measures side by side, and the words between them."""

    tokens: Tokens
    first: Measure
    second: Measure
    gap: tuple[str, ...]
    lang: str


def join_measures(tokens: Tokens, measures: Sequence[Measure], at: int, lang: str) -> Joined:
    """Join the measure at a place with the next where the two are one quantity."""
    first = measures[at]
    if at + 1 < len(measures):
        second = measures[at + 1]
        gap = tuple(tokens.low(place) for place in range(first.last, second.first))
        if len(gap) <= LONGEST_GAP:
            pair = _Pair(tokens, first, second, gap, lang)
            found = _tolerance(pair) or _share(pair) or _ratio(pair) or _parts(pair) or _range(pair)
            if found:
                return found
        if gap == ("to",) and _scale_is_shared(tokens, first, second, lang):
            # "from 8.3 to 6.9 billion kroner": the scale is written once for both
            value = _exact(first.value * second.scale)
            first = replace(first, value=value, scale=second.scale, unit=second.unit, kind=second.kind)
    return Joined(first, first.value)


def _scale_is_shared(tokens: Tokens, first: Measure, second: Measure, lang: str) -> bool:
    bare = (
        not first.unit
        and first.scale == 1
        and first.value < MOST_AHEAD_OF_A_SCALE
        and second.scale >= MOST_AHEAD_OF_A_SCALE
    )
    return bare and tokens.low(first.first - 1) in language(lang).ranges.from_


MOST_AHEAD_OF_A_SCALE = 1000


def _tolerance(pair: _Pair) -> Joined | None:
    """Return the first of "1.5 ± 0.1 mm" with the unit that is written once for both."""
    first, second = pair.first, pair.second
    if pair.gap not in (("±",), ("plus", "or", "minus"), ("+", "/", "-")) or first.unit not in (
        "",
        second.unit,
    ):
        return None
    return Joined(replace(_both(first, second), value=first.value, scale=first.scale), first.value, 2)


def _share(pair: _Pair) -> Joined | None:
    """Nine out of 10, one in five."""
    first, second, gap = pair.first, pair.second, pair.gap
    gap = gap[1:-1] if len(gap) == 3 and gap[0] == gap[-1] == "-" else gap  # "one-in-three"
    noun = len(gap) > 1 and gap not in _OUT_OF and pair.tokens.type(first.last) is TokenType.WORD
    two = noun and len(gap) > 2 and gap[2:] in _OUT_OF  # "one metro train in three"
    gap = gap[2:] if two else gap[1:] if noun else gap  # "nine patients out of 10"
    if gap not in _OUT_OF or first.unit or second.unit or second.value <= 0:
        return None
    if not (0 < first.value < second.value <= MOST_OF_A_SHARE and first.value == int(first.value)):
        return None
    if noun and second.value not in _ROUND:
        return None  # "46 seats out of 151" are two counts
    if gap == ("out", "of") and second.value not in _ROUND and first.value != 1:
        return None
    if len(gap) == 1 and first.value != 1 and (second.value not in _ROUND or first.value > 99):
        return None
    value = _exact(first.value / second.value)
    return Joined(replace(_both(first, second), value=value), value, 2, share=True)


def _exact(value: float) -> float:
    return float(f"{value:.12g}")


def _both(first: Measure, second: Measure) -> Measure:
    """Return a measure from the beginning of one to the end of the other, with the unit that is written."""
    told = second if second.unit else first
    last, end = max(first.last, second.last), max(first.end, second.end)
    return replace(told, first=first.first, last=last, start=first.start, end=end, scale=second.scale)


def _ratio(pair: _Pair) -> Joined | None:
    """4:1, 3-to-1, a ratio of 3 to 1."""
    first, second, gap, tokens = pair.first, pair.second, pair.gap, pair.tokens
    if first.unit or second.unit or not second.value or first.scale != 1 or second.scale != 1:
        return None
    glued = tokens.glued(second.first) and tokens.glued(first.last)
    told = tokens.low(first.first - 2) in ("ratio", "odds") and gap == ("to",)
    hyphened = len(gap) == 3 and gap[1] == "to" and gap[0] in HYPHENS
    if not (told or (glued and (gap == (":",) or hyphened))):
        return None
    value = _exact(first.value / second.value)
    return Joined(replace(_both(first, second), value=value, kind=Kind.RATIO), value, 2, share=True)


def _parts(pair: _Pair) -> Joined | None:
    """5 ft 3 in, 2 hours and 15 minutes, 6 dollars and 20 cents, 15 dollars 50."""
    first, second, gap, tokens = pair.first, pair.second, pair.gap, pair.tokens
    if first.value != int(first.value) or first.scale != 1 or second.value <= 0:
        return None
    if not set(gap) <= {",", "and"} | language(pair.lang).numerals.and_words:
        return None
    smaller, many = _PARTS.get(first.unit, ("", 1))
    unit, last = second.unit, second.last
    if not unit and first.unit == "foot" and tokens.low(last) in ("in", "″"):
        unit, last = "inch", last + 1
    if first.kind is Kind.CURRENCY and (unit == "cent" or _are_cents(pair)):
        unit, smaller, many = "cent", "cent", 100
    if first.unit == "hour" and unit == "metre" and tokens.low(last - 1) == "m":
        unit = "minute"  # "3h 40m"
    if unit != smaller or not smaller or second.value >= many:
        return None
    value = _exact(first.value + second.value / many)
    whole = replace(first, last=last, end=tokens.ends[last - 1], value=value)
    return Joined(whole, value, 2)


def _are_cents(pair: _Pair) -> bool:
    """Tell "15 dollars 50" from two numbers: two digits close the phrase."""
    first, second = pair.first, pair.second
    return (
        not second.unit
        and first.unit_text.isalpha()
        and pair.gap in ((), ("and",))
        and 10 <= second.value < 100
        and second.value == int(second.value)
        and pair.tokens.type(second.last) is not TokenType.WORD
    )


def _range(pair: _Pair) -> Joined | None:
    """Between 3 and 4 million, 20 to 30, $15–$40, two or three."""
    first, second, tokens = pair.first, pair.second, pair.tokens
    table = language(pair.lang)
    begin = _between_at(tokens, first.first, table.ranges.between)
    same_kind = bool(first.numeral.digits) == bool(second.numeral.digits)
    dash = len(pair.gap) == 1 and pair.gap[0] in _DASHES and same_kind  # not "7-Eleven"
    if not dash and not _is_range_word(pair, between=begin is not None):
        return None
    if dash and tokens.glued(first.last) != tokens.glued(second.first):
        return None
    if first.kind is Kind.AGE and not first.unit_text and second.kind in (Kind.AGE, Kind.DURATION):
        unit = f"{second.unit.removesuffix(' of age')} of age"  # "aged 6 to 59 months"
        first, second = replace(first, unit=unit), replace(second, unit=unit, kind=Kind.AGE)
    if first.unit and second.unit and first.unit != second.unit:
        return None
    if first.numeral.part != second.numeral.part:
        return None  # "cut by half to 3.1 per cent"
    if first.unit and not second.unit and not dash and not (first.kind is Kind.CURRENCY and second.scale > 1):
        return None  # "rose 0.8% to 4,567"
    shares = second.kind is Kind.PERCENT and not first.unit and first.value < second.value
    by = shares and tokens.low(first.first - 1) == "by"  # "by 12 to 15 per cent"
    if begin is None and not by and _is_change(tokens, first, pair.lang):
        return None
    # "3 to 4 million": the scale is written once for both
    low = first.value * (second.scale if first.scale == 1 and first.value < 1000 else 1)
    negative = low < 0 or second.value < 0
    if low == second.value or (low > second.value and not negative):
        return None
    whole = _both(first, second)
    if begin is not None:
        whole = replace(whole, first=begin, start=tokens.starts[begin])
    years = whole.kind is Kind.DURATION and whole.unit == "year" and table.nouns.adjectives_follow
    if years and follows_person(tokens, whole.first, pair.lang):  # "personas de 60 a 64 años"
        whole = replace(whole, kind=Kind.AGE, unit="year of age")
    bounds = sorted((_exact(low), second.value))
    return Joined(whole, Interval(*bounds), 2, Qualifier.BETWEEN if begin is not None else None)


def _between_at(tokens: Tokens, first: int, between: frozenset[str]) -> int | None:
    """Return the place of a "between" ahead of a number, with one word in between at most."""
    if tokens.low(first - 1) in between:
        return first - 1
    return first - 2 if tokens.low(first - 2) in between and tokens.low(first - 1) != "," else None


def _is_range_word(pair: _Pair, *, between: bool) -> bool:
    table = language(pair.lang)
    told = [word for word in pair.gap if word not in _FILLERS] or list(pair.gap)
    if len(told) != 1:
        return False
    if told[0] in table.ranges.to or (between and told[0] in table.ranges.and_):
        return True
    # "or" joins neighbours, as in "two or three"; other numbers stay two
    near = 0 < pair.second.value - pair.first.value <= max(2.0, pair.first.value)
    return told[0] in table.ranges.or_ and not between and near


def _is_change(tokens: Tokens, first: Measure, lang: str) -> bool:
    """Tell "rose from 12 to 19" (two values) from "children from 5 to 9" (a range)."""
    table = language(lang)
    ahead = tokens.low(first.first - 1)
    if ahead == "by":
        return True
    if tokens.low(first.first - 2) in table.nouns.aged:
        return False  # "âgés de 11 à 15 ans"
    if ahead not in table.ranges.from_ and tokens.low(first.first - 2) not in table.ranges.from_:
        return False
    for at in range(first.first - 1, max(-1, first.first - 16), -1):
        low = tokens.low(at)
        if low in (";", ".", ":") or low in table.ranges.between:
            return False
        if low.startswith(table.ranges.moving) and tokens.type(at) is TokenType.WORD:
            return True
    return False
