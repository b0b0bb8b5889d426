"""Two measures that are one quantity: ranges, shares of a number, ratios, values of two parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pressroom.model.quantity import Interval, Kind, Qualifier
from pressroom.numbers.languages import all_languages, language
from pressroom.numbers.languages.form import Language
from pressroom.numbers.languages.units import (
    CENT,
    FOOT,
    HOUR,
    INCH,
    INCHES,
    METRE,
    MINUTE,
    MINUTES,
    OF_AGE,
    SMALLER_UNITS,
    YEAR,
)
from pressroom.numbers.measuring.ages import follows_person
from pressroom.numbers.measuring.measures import Measure
from pressroom.numbers.parsing.rule import Rule
from pressroom.numbers.parsing.tokens import Tokens, TokenType

_DASHES = frozenset({"–", "—", "~", "-"})
_ROUND = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 100, 1000, 10000, 100000})
_PLUS_MINUS = frozenset({("±",), ("+", "/", "-")})
_COMMA = frozenset({","})
_STRETCHES = all_languages().qualifiers.stretches

LONGEST_GAP = 4  # tokens between two measures that are one quantity
LARGEST_STEP = 4  # how many times the size of a change a level is that is no range with it
LEAST_OF_LARGE = 1000  # counts from here on are written out; "rose 5 to 20 points" is a range
LONGEST_CHANGE = 16  # tokens from a verb of change to the first of its values
MOST_OF_A_SHARE = 100_000
MOST_FIRST_OF_A_SHARE = 99
MOST_AHEAD_OF_A_SCALE = 1000


@dataclass(slots=True, eq=False, repr=False)
class Joined:
    """One quantity: its measure, whose value is the last written, its value or range, what a range implies.

    ``taken`` is how many measures it is made of.
    """

    measure: Measure
    value: float | Interval
    taken: int = 1
    qualifier: Qualifier | None = None
    share: bool = False


class _MeasurePair:
    """Two measures side by side, and the words between them."""

    def __init__(self, tokens: Tokens, first: Measure, second: Measure, table: Language) -> None:
        self.tokens, self.first, self.second, self.table = tokens, first, second, table
        self.gap = tuple([tokens.low(place) for place in range(first.last, second.first)])


def join_measures(tokens: Tokens, measures: Sequence[Measure], at: int, lang: str) -> Joined:
    """Join the measure at an index with the next where the two are one quantity."""
    first = measures[at]
    if at + 1 == len(measures):
        return Joined(first, first.value)
    second = measures[at + 1]
    if second.first - first.last <= LONGEST_GAP:
        pair = _MeasurePair(tokens, first, second, language(lang))
        for rule in RULES:
            found = rule.apply(pair)
            if found:
                earlier = first.rules if found.taken == 1 else first.rules + second.rules
                found.measure.rules = (*earlier, rule.name)  # each rule makes a measure of its own
                return found
    return Joined(first, first.value)


def join_tolerance(pair: _MeasurePair) -> Joined | None:
    """Return the first of "1.5 ± 0.1 mm" with the unit that is written once for both."""
    first, second = pair.first, pair.second
    told = pair.gap in _PLUS_MINUS or " ".join(pair.gap) in pair.table.ranges.tolerance
    if not told or first.unit not in ("", second.unit):
        return None
    return Joined(replace(_span(first, second), value=first.value, scale=first.scale), first.value, 2)


def join_share(pair: _MeasurePair) -> Joined | None:
    """Nine out of 10, one in five."""
    return _share(pair, pair.gap)


def join_hyphened_share(pair: _MeasurePair) -> Joined | None:
    """One-in-three."""
    gap = pair.gap
    return _share(pair, gap[1:2]) if len(gap) == 3 and gap[0] == gap[2] == "-" else None


def join_share_of_noun(pair: _MeasurePair) -> Joined | None:
    """Nine patients out of 10; one metro train in three."""
    if len(pair.gap) < 2 or pair.tokens.type(pair.first.last) is not TokenType.WORD:
        return None
    # "46 seats out of 151" are two counts
    round_whole = pair.second.value in _ROUND
    if not round_whole or (pair.gap[-1] in pair.table.names.in_or_out and _happens_in(pair)):
        return None
    return _share(pair, pair.gap[2:]) or _share(pair, pair.gap[1:])


def _happens_in(pair: _MeasurePair) -> bool:
    """Tell "one try in nine straight matches", two counts, from "one train in three was late"."""
    at = pair.second.last
    return any(low in _STRETCHES for low in pair.tokens.lows[at : min(at + 3, pair.tokens.size)])


def _share(pair: _MeasurePair, gap: tuple[str, ...]) -> Joined | None:
    """Return the share of two numbers, between which the words of ``gap`` tell of one."""
    first, second = pair.first, pair.second
    phrase, ranges = " ".join(gap), pair.table.ranges
    if phrase not in ranges.out_of or first.unit or second.unit or second.value <= 0:
        return None
    if not (0 < first.value < second.value <= MOST_OF_A_SHARE and first.value == int(first.value)):
        return None
    if first.value != 1 and (len(gap) == 1 or phrase in ranges.strict_out_of):
        small = len(gap) > 1 or first.value <= MOST_FIRST_OF_A_SHARE
        if second.value not in _ROUND or not small:
            return None
    value = _exact(first.value / second.value)
    return Joined(replace(_span(first, second), value=value), value, 2, share=True)


def _exact(value: float) -> float:
    return float(f"{value:.12g}")


def _span(first: Measure, second: Measure) -> Measure:
    """Return a measure from the beginning of one to the end of the other, with the unit that is written."""
    with_unit = second if second.unit else first
    last, end = max(first.last, second.last), max(first.end, second.end)
    return replace(with_unit, first=first.first, last=last, start=first.start, end=end, scale=second.scale)


def join_ratio(pair: _MeasurePair) -> Joined | None:
    """4:1."""
    glued = pair.tokens.glued(pair.second.first) and pair.tokens.glued(pair.first.last)
    return _ratio(pair) if pair.gap == (":",) and glued else None


def join_told_ratio(pair: _MeasurePair) -> Joined | None:
    """A ratio of 3 to 1."""
    told = len(pair.gap) == 1 and pair.gap[0] in pair.table.ranges.to
    return _ratio(pair) if told and pair.tokens.low(pair.first.first - 2) in pair.table.ranges.odds else None


def _ratio(pair: _MeasurePair) -> Joined | None:
    first, second = pair.first, pair.second
    if first.unit or second.unit or not second.value or first.scale != 1 or second.scale != 1:
        return None
    value = _exact(first.value / second.value)
    return Joined(replace(_span(first, second), value=value, kind=Kind.RATIO), value, 2, share=True)


def join_parts(pair: _MeasurePair) -> Joined | None:
    """5 ft 3 in, 2 hours and 15 minutes, 3h 40m."""
    first, second, tokens = pair.first, pair.second, pair.tokens
    smaller, many = SMALLER_UNITS.get(first.unit, ("", 1))
    if not smaller:
        return None
    unit, last = second.unit, second.last
    if not unit and first.unit == FOOT and tokens.low(last) in INCHES:
        unit, last = INCH, last + 1
    if first.unit == HOUR and unit == METRE and tokens.low(last - 1) == MINUTES:
        unit = MINUTE
    return _parts(pair, many, last) if unit == smaller else None


def join_money_parts(pair: _MeasurePair) -> Joined | None:
    """6 rupees and 20 cents."""
    told = pair.first.kind is Kind.CURRENCY and pair.second.unit == CENT
    return _parts(pair, 100, pair.second.last) if told else None


def join_bare_cents(pair: _MeasurePair) -> Joined | None:
    """15 dollars 50, where two digits close the phrase."""
    first, second = pair.first, pair.second
    told = first.kind is Kind.CURRENCY and not second.unit and first.unit_text.isalpha()
    if not told or not pair.table.ranges.and_.issuperset(pair.gap) or len(pair.gap) > 1:
        return None
    cents = 10 <= second.value < 100 and second.value == int(second.value)
    closed = pair.tokens.type(second.last) is not TokenType.WORD
    return _parts(pair, 100, second.last) if cents and closed else None


def _parts(pair: _MeasurePair, many: int, last: int) -> Joined | None:
    """Return the sum of a value and of parts of its unit, of which ``many`` make one."""
    first, second = pair.first, pair.second
    if first.value != int(first.value) or first.scale != 1 or not 0 < second.value < many:
        return None
    if not (pair.table.numerals.and_words | _COMMA).issuperset(pair.gap):
        return None
    value = _exact(first.value + second.value / many)
    whole = replace(first, last=last, end=pair.tokens.ends[last - 1], value=value)
    return Joined(whole, value, 2)


def join_between(pair: _MeasurePair) -> Joined | None:
    """Between 3 and 4 million."""
    begin = _between_at(pair.tokens, pair.first.first, pair.table.ranges.between)
    if begin is None:
        return None
    word = _range_word(pair)
    told = word in pair.table.ranges.to or word in pair.table.ranges.and_ or _is_dash(pair)
    return _range(pair, begin) if told else None


def join_dash(pair: _MeasurePair) -> Joined | None:
    """$15–$40."""
    return _range(pair, dashed=True) if _is_dash(pair) else None


def join_to(pair: _MeasurePair) -> Joined | None:
    """20 to 30."""
    return _range(pair) if _range_word(pair) in pair.table.ranges.to else None


def join_or(pair: _MeasurePair) -> Joined | None:
    """Two or three, neighbours only: other numbers stay two."""
    near = 0 < pair.second.value - pair.first.value <= max(2.0, pair.first.value)
    told = near and _range_word(pair) in pair.table.ranges.or_
    bound = told and _between_at(pair.tokens, pair.first.first, pair.table.ranges.between) is not None
    return _range(pair) if told and not bound else None


def _between_at(tokens: Tokens, first: int, between: frozenset[str]) -> int | None:
    """Return the place of a "between" ahead of a number, with one word in between at most."""
    if tokens.low(first - 1) in between:
        return first - 1
    return first - 2 if tokens.low(first - 2) in between and tokens.low(first - 1) != "," else None


def _range_word(pair: _MeasurePair) -> str:
    """Return the one word between two numbers, besides words that tell nothing; "" where there are more."""
    fillers = pair.table.ranges.fillers
    words = [word for word in pair.gap if word not in fillers and word != "-"] or pair.gap
    return words[0] if len(words) == 1 else ""


def _is_dash(pair: _MeasurePair) -> bool:
    """Tell whether a dash joins two numbers that are both in digits or both in words: not "7-Eleven"."""
    same = bool(pair.first.numeral.digits) == bool(pair.second.numeral.digits)
    if len(pair.gap) != 1 or pair.gap[0] not in _DASHES or not same:
        return False
    return pair.tokens.glued(pair.first.last) == pair.tokens.glued(pair.second.first)


def _range(pair: _MeasurePair, begin: int | None = None, *, dashed: bool = False) -> Joined | None:
    """Return the range of two measures; ``begin`` is the place of the "between" ahead of them, ``dashed``
    tells that nothing but a dash joins them, so that they are no change.
    """
    first, second = _with_age_unit(pair.first, pair.second)
    told = begin is not None or (dashed and bool(first.unit))
    if not _units_fit(pair, first, second) or (not told and _is_change(pair, first, second)):
        return None
    # "3 to 4 million": the scale is written once for both
    shared = first.scale == 1 and first.value < MOST_AHEAD_OF_A_SCALE
    low = first.value * (second.scale if shared else 1)
    negative = low < 0 or second.value < 0
    if low == second.value or (low > second.value and not negative):
        return None
    whole = _span(first, second)
    if begin is not None:
        whole = replace(whole, first=begin, start=pair.tokens.starts[begin])
    years = whole.kind is Kind.DURATION and whole.unit == YEAR
    if years and follows_person(pair.tokens, whole.first, pair.table):  # "personas de 60 a 64 años"
        whole = replace(whole, kind=Kind.AGE, unit=f"{YEAR}{OF_AGE}")
    bounds = sorted((_exact(low), second.value))
    return Joined(whole, Interval(*bounds), 2, Qualifier.BETWEEN if begin is not None else None)


def _with_age_unit(first: Measure, second: Measure) -> tuple[Measure, Measure]:
    """Return both ends with the unit of the second where they are ages: "aged 6 to 59 months"."""
    if first.kind is not Kind.AGE or first.unit_text or second.kind not in (Kind.AGE, Kind.DURATION):
        return first, second
    unit = f"{second.unit.removesuffix(OF_AGE)}{OF_AGE}"
    return replace(first, unit=unit), replace(second, unit=unit, kind=Kind.AGE)


def _units_fit(pair: _MeasurePair, first: Measure, second: Measure) -> bool:
    """Tell whether the units of two measures can be those of one range."""
    if first.numeral.part != second.numeral.part:
        return False  # "cut by half to 3.1 per cent"
    if not first.unit or first.unit == second.unit:
        return True
    if second.unit:
        return False
    dash = len(pair.gap) == 1 and pair.gap[0] in _DASHES
    # the currency may be written once, the percent sign may not: "rose 0.8% to 4,567" are two values
    return dash or (first.kind is Kind.CURRENCY and second.scale > 1)


def _is_change(pair: _MeasurePair, first: Measure, second: Measure) -> bool:
    """Tell "rose from 12 to 19", two values, from "children from 5 to 9" and "by 12 to 15 per cent"."""
    tokens, table = pair.tokens, pair.table
    ahead, before = tokens.low(first.first - 1), tokens.low(first.first - 2)
    if ahead in table.ranges.by:
        return second.kind is not Kind.PERCENT or bool(first.unit) or first.value >= second.value
    if before in table.nouns.aged:
        return False  # "âgés de 11 à 15 ans"
    written_twice = first.unit_text.isalpha() and second.unit_text.isalpha()
    if ahead.startswith(table.ranges.moving) and written_twice:
        return True  # "rose 900 euros to 2,600 euros"
    whole = first.scale != 1 or (first.unit and first.kind is Kind.CURRENCY)
    large = first.value >= LEAST_OF_LARGE and second.kind is not Kind.PERCENT
    if ahead.startswith(table.ranges.moving) and (whole or large):
        # by and to: "fell $1.61 to $44.61", "rose 200 million to 7.2 billion", "fell 180,000 to 1.94 million"
        return second.value > LARGEST_STEP * first.value
    if ahead in table.wording.continuing:
        return True  # "pushed back another 100 million to 12.8 billion"
    if ahead not in table.ranges.from_ and before not in table.ranges.from_:
        return False
    for at in range(first.first - 1, max(-1, first.first - LONGEST_CHANGE), -1):
        low = tokens.low(at)
        if low in (";", ".", ":") or low in table.ranges.between:
            return False
        if low.startswith(table.ranges.moving) and tokens.type(at) is TokenType.WORD:
            return True
    return False


def share_scale(pair: _MeasurePair) -> Joined | None:
    """From 8.3 to 6.9 billion kroner: two values, the scale and the unit of which are written once."""
    first, second = pair.first, pair.second
    if len(pair.gap) != 1 or pair.gap[0] not in pair.table.ranges.to or first.unit or first.scale != 1:
        return None
    if first.value >= MOST_AHEAD_OF_A_SCALE or second.scale < MOST_AHEAD_OF_A_SCALE:
        return None
    if pair.tokens.low(first.first - 1) not in pair.table.ranges.from_:
        return None
    value = _exact(first.value * second.scale)
    return Joined(replace(first, value=value, scale=second.scale, unit=second.unit, kind=second.kind), value)


RULES: tuple[Rule[Callable[[_MeasurePair], Joined | None]], ...] = (
    Rule("joining.tolerance", join_tolerance,
        "The rod is 1.5 ± 0.1 mm thick.", "1.5 ± 0.1 mm = 1.5 millimetre, dimension"),
    Rule("joining.share", join_share, "Nine out of 10 agreed.", "Nine out of 10 = 0.9"),
    Rule("joining.hyphened-share", join_hyphened_share, "It is a one-in-four chance.", "one-in-four = 0.25"),
    Rule("joining.share-of-noun", join_share_of_noun,
        "Nine patients out of 10 agreed.", "Nine patients out of 10 = 0.9"),
    Rule("joining.ratio", join_ratio, "Sand and lime are mixed at 4:1.", "4:1 = 4, ratio"),
    Rule("joining.told-ratio", join_told_ratio, "Women won by a ratio of 3 to 1.", "3 to 1 = 3, ratio"),
    Rule("joining.parts", join_parts,
        "It took 2 hours and 15 minutes.", "2 hours and 15 minutes = 2.25 hour, duration"),
    Rule("joining.money-parts", join_money_parts,
        "It costs 6 rand and 20 cents.", "6 rand and 20 cents = 6.2 rand, currency"),
    Rule("joining.bare-cents", join_bare_cents,
        "They paid 15 dollars 50.", "15 dollars 50 = 15.5 dollar, currency"),
    Rule("joining.between", join_between,
        "Between 3 and 4 million people live there.",
        "Between 3 and 4 million = 3000000–4000000 people, between"),
    Rule("joining.dash", join_dash, "Tickets cost $15–$40.", "$15–$40 = 15–40 dollar, currency"),
    Rule("joining.to", join_to, "It holds 20 to 30 boats.", "20 to 30 = 20–30 boat"),
    Rule("joining.or", join_or, "Two or three boats sank.", "Two or three = 2–3 boat"),
    Rule("joining.shared-scale", share_scale,
        "Sales fell from 8.3 to 6.9 billion kroner.", "8.3 = 8300000000 krone, currency, earlier"),
)  # fmt: skip  # a row in one line or two
