"""What a number leaves unsaid because the number before it said it: the thing counted, the unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pressroom.model.quantity import Kind, Quantity
from pressroom.numbers.languages import all_languages, language
from pressroom.numbers.languages.units import PER
from pressroom.numbers.measuring.measures import Measure
from pressroom.numbers.parsing.nouns import HUMANS, Counted, stands_alone, state_behind
from pressroom.numbers.parsing.patterns import any_of, compile_later
from pressroom.numbers.parsing.rule import Rule
from pressroom.numbers.parsing.tokens import Tokens, TokenType

LONGEST_OPENING = 7  # words of a clause ahead of a number that counts what the clause before named
# tokens between two values of one measure: of large amounts of money, of other measures, of durations
LONG_GAP, SHORT_GAP, SHORTEST_GAP = 20, 10, 4
_WORDS, _PAST = all_languages().ellipsis, all_languages().claims.past
_FROM = compile_later(lambda: rf"\b{any_of(_WORDS.from_)} (?:\S+ ){{0,2}}$")


@dataclass(slots=True, eq=False, repr=False)
class Antecedents:
    """What a sentence has said so far.

    ``found`` are its quantities, ``earlier`` those of the sentences ahead, ``phrases`` what is counted by
    the place of its number.
    """

    tokens: Tokens
    begin: int
    end: int
    lang: str
    found: Sequence[Quantity]
    earlier: Sequence[Quantity]
    phrases: Mapping[int, str]


def infer_counted(said: Antecedents, measure: Measure) -> Counted | None:
    """Take the thing counted from the number before: "52 votes to 48", "of whom 40 were children"."""
    tokens, found = said.tokens, said.found
    if not found:
        ahead = {tokens.low(at) for at in range(min(4, measure.first))}
        if not (ahead & _WORDS.them and said.earlier):
            return None
    if measure.numeral.part or not stands_alone(tokens, measure.last, said.lang):
        return None
    if _is_part_of_a_number(tokens, measure.last, said.lang):
        return None  # "17 of the 18 states": the thing counted is written behind the whole
    if tokens.low(measure.first - 1) in _WORDS.of and tokens.low(measure.first - 2) in _WORDS.groups:
        return None  # "three women in a class of 110"
    of_persons = tokens.low(measure.first - 1) in _WORDS.whom
    for last in reversed(found[-3:] or said.earlier[-1:]):
        if of_persons and last.unit not in HUMANS:
            continue  # "people in 14 districts, of whom 217,500 are displaced"
        apart = tokens.text[last.end : measure.start].rpartition(";")
        if apart[1] and len(apart[2].split()) > LONGEST_OPENING:
            return None
        if last.kind is Kind.NUMBER and last.unit and tokens.text[last.end : last.end + 1] != "-":
            return _counted_as(said, last, measure)
    return None


def _counted_as(said: Antecedents, last: Quantity, measure: Measure) -> Counted:
    """Return the noun of a number; what befell it is told here: "14 people died and 60 were driven out"."""
    phrase = said.phrases.get(last.start, last.unit)
    # a rate per 100,000 people goes on, one by the day does not
    unit = last.unit if f"{PER}1" in last.unit else last.unit.partition(PER)[0]
    of_them = _adjective_of_them(said.tokens, measure.last)
    if of_them:
        return Counted(unit, f"{of_them} {phrase.split(' ')[-1]}")
    state = state_behind(said.tokens.text, measure.end, said.end, plural=measure.value != 1)
    return Counted(unit, phrase, state=state)


def _adjective_of_them(tokens: Tokens, at: int) -> str:
    """Return what is said of some of those just counted: "204 of them confirmed"."""
    if tokens.low(at) not in _WORDS.of or tokens.low(at + 1) not in _WORDS.those:
        return ""
    told = tokens.low(at + 2).endswith(_PAST) and tokens.low(at + 3) in (",", ".", ";", "")
    return tokens.written(at + 2) if told else ""


def _is_part_of_a_number(tokens: Tokens, at: int, lang: str) -> bool:
    small = language(lang).numerals.small
    return tokens.low(at) in _WORDS.part_of and any(
        tokens.type(place) is TokenType.NUMERAL or tokens.low(place) in small
        for place in range(at + 1, at + 4)
    )


def infer_measure(said: Antecedents, measure: Measure) -> Quantity | None:
    """Return the measure before, whose unit is not written again: "56.3 billion crowns from 57.1 billion"."""
    tokens = said.tokens
    if (
        not said.found
        or measure.kind is not Kind.NUMBER
        or measure.numeral.part
        or not measure.numeral.digits
    ):
        return None
    last = said.found[-1]
    if last.kind is Kind.NUMBER or not last.unit or not stands_alone(tokens, measure.last, said.lang):
        return None
    at = measure.first - 1
    while at >= 0 and tokens.starts[at] >= last.end:
        at -= 1
    gap = tokens.lows[at + 1 : measure.first]
    if (
        last.kind is Kind.PERCENT
        and not _WORDS.to.isdisjoint(gap[-1:])
        and not _FROM().search(tokens.text, said.begin, last.start)
    ):
        return None  # "rose 5 per cent against the euro to 24.61"
    if last.kind is Kind.DURATION and len(gap) > SHORTEST_GAP:
        return None  # "the number waiting more than 12 hours rose to 212"
    more = tokens.low(measure.last) in _WORDS.more
    raised = (
        last.kind is Kind.CURRENCY and len(gap) == 1 and gap[0] in _WORDS.to
    )  # "from 30,000 naira to 70,000"
    compares = more or raised or not _WORDS.comparing.isdisjoint(gap)
    if measure.scale >= 1e3 and last.kind is Kind.DIMENSION:
        return last if compares or not _WORDS.to.isdisjoint(gap) else None
    if last.kind is Kind.CURRENCY and measure.scale >= 1e3:
        return last if compares and len(gap) <= LONG_GAP else None
    near = len(gap) <= SHORT_GAP and measure.scale == 1 and (measure.value < 1000 or raised)
    return last if compares and near else None


COUNTED = Rule(
    "ellipsis.counted", infer_counted, "At least 14 people died and 60 were driven out.", "60 = 60 people"
)
MEASURED = Rule(
    "ellipsis.measured",
    infer_measure,
    "Sales were 56.3 million euros, from 57.1 million.",
    "57.1 million = 57100000 euro, currency, earlier",
)
RULES = (COUNTED, MEASURED)
