"""Two values of one measure in one sentence: from–to, up from, part of a whole, against a target."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from pressroom.model.quantity import Comparison, Interval, Kind, Quantity, Role
from pressroom.numbers.languages import language
from pressroom.numbers.languages.units import PER
from pressroom.numbers.measuring.joining import LARGEST_STEP
from pressroom.numbers.parsing.patterns import any_of
from pressroom.numbers.parsing.rule import Rule
from pressroom.numbers.parsing.tokens import HYPHENS

NEAR = 90  # characters between two values of one comparison
LONGEST_VERB = 2  # words ahead of "from": "varies greatly"
NEAR_FROM = 40  # characters ahead of a value in which "from" is looked for


# what accounts put in brackets for the year before: "£61m (2024: £43m)"
_PERIOD = r"(?:[HQ]\d |FY ?)?(?:19|20)\d\d(?:[–/-]\d\d)?"
_WAS_IN_BRACKETS = rf"^[^().;]{{0,25}}\({_PERIOD}: ?(?:[a-z ]{{2,30}} )?(?:\S+\s+){{0,1}}$"


class _Phrases:
    """What stands by two values of a comparison, in one language."""

    def __init__(self, lang: str) -> None:
        table = language(lang)
        own = table.comparisons
        from_, to = any_of(own.from_), any_of(own.to)
        was, was_from = any_of(own.was), any_of(own.was_from)
        target, target_of = any_of(own.targets), any_of(own.targets_of)
        part_of = f"{any_of(own.whole)} (?!{any_of(own.not_whole)}){any_of(own.articles)}?"
        # ahead of the first of two values of a change, and between them
        self.from_ = _compiled(rf"\b{from_}\s+(?:\S+\s+){{0,1}}$")
        self.to = _compiled(rf"^(?:\s\S+){{0,4}}?\s{to}\s+{_TWO_WORDS}$")
        self.was = _compiled(rf"\b{was}\s{_TWO_WORDS}$")
        self.was_in_time = _compiled(rf"\b{any_of(own.was_in_time)}\s{_TWO_WORDS}$")
        a = any_of(own.articles + tuple(sorted(table.numerals.articles)))
        # such as "down from a peak of", "a remarkable leap from" and "of sales" in "9% of sales, from 8%"
        self.was_peak = _compiled(rf"\b{any_of(own.was_in_time)}\s{a}\s{_TWO_WORDS}$")
        moves = any_of(table.roles.changes)
        self.was_move = _compiled(rf"^,\s(?:{a}\s)?(?:[^\W\d_]+\s){{0,2}}{moves}\s{from_}\s{_TWO_WORDS}$")
        self.of_what = _compiled(rf"^\s{any_of(own.of)}\s[\w’'-]+(?=,)")
        # "compared with a net profit of": what the other value measures, said once more
        again = rf"\b{was}\s(?:{a}\s)?(?P<named>[^,;:.()\d]{{3,40}}?)\s{any_of(own.of)}\s"
        self.was_named = _compiled(rf"{again}{_TWO_WORDS}$")
        whose = rf"(?!{any_of(own.whose)}\s)"
        self.was_from = _compiled(rf"^(?P<comma>,)? {was_from} {whose}(?P<between>{_TWO_WORDS})$")
        times = any_of(table.dates.months.keys() | table.wording.times)
        self.time_possessive = _compiled(rf"^(?:\w+\s)?{times}[’']s?\s")
        self.moving = _compiled(rf"\b{any_of(table.ranges.moving)}")
        self.target = _compiled(rf"\({target}:? $|\b{target_of} {any_of(own.of)}\s{_TWO_WORDS}$")
        self.whole_ahead = _compiled(rf"^\W*{any_of(own.whole)}\s(?:{any_of(own.articles)}\s)?{_TWO_WORDS}$")
        self.whole = _compiled(rf"^(?:\s[^\s,;]+){{0,3}}?\s{part_of}\s?(?:[^\s,;]+\s+){{0,2}}$")
        self.whole_time = _compiled(rf"^(?:\s[^\s,;]+){{0,3}}?\s{part_of}\s?(?:[^\s,;]+\s+){{0,1}}$")
        self.then = _compiled(
            rf"(?:\s\S+)?,?\s(?:{any_of(table.ranges.and_)}\s)?{any_of(own.then)}\s{_TWO_WORDS}"
        )
        self.was_in_brackets = re.compile(_WAS_IN_BRACKETS)
        # without one of these between two values, none of the other phrases stands there
        self.signs = _compiled(rf"\(|{any_of(own.was + own.was_from + own.targets_of + own.whole)}")
        self.lists = {f" {word} " for word in table.ranges.and_ | table.ranges.or_} | {", "}
        self.sides = {f" {word} " for word in own.sides}  # of a vote, the winner first


_TWO_WORDS = r"(?:\S+\s+){0,2}"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _phrases(lang: str) -> _Phrases:
    return _Phrases(lang)


class _QuantityPair:
    """Two quantities of one sentence, side by side: ``first`` as it was found, ``related`` as rules left it.

    ``third`` is the one behind them, where it is near enough to be compared with the first.
    """

    def __init__(self, text: str, found: list[Quantity], at: int, related: Quantity, lang: str) -> None:
        first, second = found[at], found[at + 1]
        self.text, self.first, self.second, self.related = text, first, second, related
        self.phrases = _phrases(lang)
        third = found[at + 2] if at + 2 < len(found) else None
        self.third = third if third and _are_near(first, third) else None
        self.gap = text[first.end : second.start]
        begin = max(first.sentence.start, first.start - NEAR_FROM)
        ahead = self.phrases.from_.search(text, begin, first.start)
        # from the first to the second, and not "from nine districts, compared to 298 cases"
        self.changes = bool(ahead and self.phrases.to.search(self.gap)) and not _count_apart(first, second)
        if self.changes and ahead:
            last = text[first.sentence.start : ahead.start()].lower().split()[-LONGEST_VERB:]
            self.changes = language(lang).comparisons.varying.isdisjoint(last)
        if self.changes and ahead and language(lang).comparisons.moving_by:
            self.changes = not _moves_by(first, second, text[first.sentence.start : ahead.start()], lang)

        # the first is what the sentence opens with, "of": "Of the 40 schools, 12 are shut"; in German without
        # a comma, "Von den 40 Schulen sind 12 Schulen zu"
        apart = "," in self.gap or not language(lang).comparisons.comma_behind_whole
        opens = first.start - first.sentence.start <= NEAR_FROM and apart
        ahead_of_first = text[first.sentence.start : first.start] if opens else ""
        self.of_first = bool(opens and self.phrases.whole_ahead.search(ahead_of_first))

    def may_relate(self) -> bool:
        """Tell whether a rule can apply at all."""
        if self.of_first:
            return True
        known = self.gap in self.phrases.lists or self.gap in self.phrases.sides
        apart = self.third is not None and not _are_alike(self.first, self.second)
        return self.changes or known or apart or bool(self.phrases.signs.search(self.gap))


def link_comparisons(found: list[Quantity], text: str, lang: str) -> tuple[Quantity, ...]:
    """Return the quantities with their comparison set where the sentence makes one of a neighbour."""
    result = list(found)
    for index in range(len(found) - 1):
        if not _are_near(found[index], found[index + 1]):
            continue
        pair = _QuantityPair(text, found, index, result[index], lang)
        if pair.may_relate():
            result[index : index + 2] = _relate(pair)
    return _with_roles(result, text, lang)


def _with_roles(found: list[Quantity], text: str, lang: str) -> tuple[Quantity, ...]:
    """Return the quantities, those that another is compared with and what came of them with their roles."""
    roles: dict[int, Role] = {}
    for at, one in enumerate(found):
        if not one.comparison or one.comparison.kind not in _ROLES:
            continue
        roles[one.comparison.start] = _ROLES[one.comparison.kind]
        if one.comparison.kind == "from":
            roles[one.start] = Role.LEVEL
            last = found[at + 1] if at + 1 < len(found) else None
            if last and _phrases(lang).then.fullmatch(text, one.end, last.start):
                roles |= {one.start: Role.EARLIER, last.start: Role.LEVEL}  # "from 90 to 40 and then 12"
    return tuple(replace(one, role=roles[one.start]) if one.start in roles else one for one in found)


_ROLES = {"from": Role.EARLIER, "was": Role.EARLIER, "target": Role.TARGET}


def _relate(pair: _QuantityPair) -> Related:
    """Return both quantities of a pair as the first rule that applies leaves them."""
    for rule in RULES:
        related = rule.apply(pair)
        if related:
            first, second = related
            if first is not pair.related:
                first = replace(first, rules=(*first.rules, rule.name))
            if second is not pair.second:
                second = replace(second, rules=(*second.rules, rule.name))
            return first, second
    return pair.related, pair.second


def _are_near(first: Quantity, second: Quantity) -> bool:
    return second.start - first.end <= NEAR and first.sentence.start == second.sentence.start


Related = tuple[Quantity, Quantity]


def change_with_kind(pair: _QuantityPair) -> Related | None:
    """From 12 to 19 per cent: the unit is written once for both."""
    first, second = pair.first, pair.second
    if not pair.changes or first.kind is not Kind.NUMBER or second.kind is Kind.NUMBER:
        return None
    first = replace(first, kind=second.kind, unit=second.unit, subject=second.subject)
    return first, _compare(second, "from", pair.first)


def change_with_noun(pair: _QuantityPair) -> Related | None:
    """From 12 to 19 cases: what is counted is written once for both."""
    first, second = pair.first, pair.second
    if not pair.changes or first.unit or second.kind is not Kind.NUMBER:
        return None
    return _with_noun_of(first, second), _compare(second, "from", first)


def change(pair: _QuantityPair) -> Related | None:
    """From 12 cases to 19."""
    if not pair.changes:
        return None
    first, second = pair.related, pair.second
    if first.unit == _at_rate_of(second, first).unit and not first.rate:  # "from $3 to $4 a share"
        first = replace(first, rate=second.rate, unit=second.unit)
    return first, _compare(second, "from", pair.first)


def list_with_noun(pair: _QuantityPair) -> Related | None:
    """45 and 50 cases."""
    told = pair.gap in pair.phrases.lists and not pair.first.subject
    return _share_noun(pair) if told else None


def vote_with_noun(pair: _QuantityPair) -> Related | None:
    """Passed by 52 to 48 votes, not "rose by 12 to 48 votes"."""
    one, other = pair.first.value, pair.second.value
    if pair.gap not in pair.phrases.sides or not isinstance(one, float) or not isinstance(other, float):
        return None
    return _share_noun(pair) if one > other else None


def _share_noun(pair: _QuantityPair) -> Related | None:
    """Return the first with the unit of the second, which is written once for both."""
    first, second = pair.first, pair.second
    if first.unit or not second.value or first.kind is not Kind.NUMBER or _leads(second):
        return None
    return replace(_with_noun_of(first, second), kind=second.kind), second


def _leads(quantity: Quantity) -> bool:
    """Tell whether the unit stands ahead of its number: what a sign of money is written for is that alone."""
    return bool(quantity.unit_text) and quantity.text.startswith(quantity.unit_text)


def _with_noun_of(first: Quantity, second: Quantity) -> Quantity:
    return replace(first, unit=second.unit, unit_text=second.unit_text, subject=second.subject)


def is_part_of_whole(pair: _QuantityPair) -> Related | None:
    """12 of the 40 schools: a share ("68 per cent of residents aged 75") brings its own whole."""
    first, second = pair.first, pair.second
    small, large = first.value, second.value
    if first.kind is not Kind.NUMBER or second.kind not in (Kind.NUMBER, Kind.DURATION):
        return None
    if not isinstance(small, int | float) or not isinstance(large, int | float) or not 0 < small < large:
        return None
    if pair.text[second.end : second.end + 1] in HYPHENS:
        return None  # "count 16 of a 19-count indictment"
    of = pair.phrases.whole_time if second.kind is Kind.DURATION else pair.phrases.whole
    if not _kinds_fit(first, second) or not of.search(_gap_ahead_of_qualifier(pair)):
        return None
    part = pair.related
    if not part.subject:  # what is counted is written once behind the whole: "38 of the 96 lead sheets"
        part = _with_noun_of(part, second)
        if small < 1:
            part = replace(part, unit="", unit_text="")
    return _compare(part, "whole", second), second


def is_part_of_whole_ahead(pair: _QuantityPair) -> Related | None:
    """Of the 40 schools, 12 are shut."""
    first, second = pair.first, pair.second
    small, large = second.value, first.value
    if not pair.of_first or not first.kind is second.kind is Kind.NUMBER or first.unit != second.unit:
        return None
    if not isinstance(small, float) or not isinstance(large, float) or not 0 < small < large:
        return None
    return pair.related, _compare(second, "whole", first)


def _gap_ahead_of_qualifier(pair: _QuantityPair) -> str:
    """Return what stands between two numbers, without the qualifier of the second: the "de" of "2.200
    proyectos y más de 18.000 docentes" is no "of".
    """
    qualifier = pair.second.qualifier_text
    at = pair.gap.lower().rfind(f" {qualifier.lower()} ") if qualifier else -1
    return pair.gap if at < 0 else pair.gap[: at + 1] + pair.gap[at + len(qualifier) + 2 :]


def is_below_target(pair: _QuantityPair) -> Related | None:
    """12 homes, against a target of 40."""
    told = _kinds_fit(pair.first, pair.second) and pair.phrases.target.search(pair.gap)
    return (_compare(pair.related, "target", pair.second), pair.second) if told else None


def was_before(pair: _QuantityPair) -> Related | None:
    """120 cases, up from 90."""
    if not _are_alike(pair.first, pair.second):
        return None
    came = bool(pair.phrases.was_in_time.search(pair.gap)) or _came_from(pair.first, pair.gap, pair)
    came = came or _came_from_another_time(pair) or _moved_from(pair)
    if not came and not pair.phrases.was.search(pair.gap) and not _is_named_again(pair):
        return None
    return _compare(pair.related, "was", pair.second, in_time=came), pair.second


def _came_from_another_time(pair: _QuantityPair) -> bool:
    """Tell "rose to 5.4% in March from 5.1% in February", or "from February’s 5.1%": the time of the first
    stands between the two.

    Money that is named comes from there: "rose to $5m in 2023 from $9m of reserves".
    """
    first, second = pair.first, pair.second
    opening = f" {first.period}"
    told = bool(first.period and second.period) and first.period != second.period
    whose = pair.phrases.was_from.search(pair.gap[len(opening) :])
    told = told or (whose is not None and pair.phrases.time_possessive.match(whose["between"]) is not None)
    if (
        not told
        or (second.subject and second.kind is Kind.CURRENCY)
        or not " ".join(pair.gap.split(" ")).startswith(opening)
    ):
        return False
    moved = pair.phrases.moving.search(pair.text, first.sentence.start, first.start)
    return bool(moved) and _came_from(first, pair.gap[len(opening) :], pair)


def _moved_from(pair: _QuantityPair) -> bool:
    """Tell "26 homes, a remarkable leap from 4", "11%, down from a peak of 41%", "9% of sales, from 8%"."""
    if pair.phrases.was_move.search(pair.gap) or pair.phrases.was_peak.search(pair.gap):
        return True
    of_what = pair.phrases.of_what.match(pair.gap)
    if of_what is None or not pair.first.kind is pair.second.kind is Kind.PERCENT:
        return False
    return _came_from(pair.first, pair.gap[of_what.end() :], pair)


def _is_named_again(pair: _QuantityPair) -> bool:
    """Tell "net profit was $12m, compared with a net profit of $9m" from "compared with exports of $9m"."""
    again = pair.phrases.was_named.search(pair.gap)
    ahead = pair.text[pair.first.sentence.start : pair.first.start].lower()
    return again is not None and re.search(rf"\b{re.escape(again['named'].lower())}\b", ahead) is not None


def _came_from(quantity: Quantity, gap: str, pair: _QuantityPair) -> bool:
    """Tell whether "from" names an earlier value: not "$4.6 million from the state's $200m fund"."""
    found = pair.phrases.was_from.search(gap)
    if not found:
        return False
    between = pair.phrases.time_possessive.sub("", found["between"])  # "from | February’s | 7.7 per cent"
    if any(word[0].isupper() or "’" in word or "'" in word for word in between.split()):
        return False
    moved = pair.phrases.moving.search(pair.text, quantity.sentence.start, quantity.start)
    return bool(found["comma"] or moved)


def was_in_brackets(pair: _QuantityPair) -> Related | None:
    """£61m (2024: £43m)."""
    told = _are_alike(pair.first, pair.second) and pair.phrases.was_in_brackets.search(pair.gap)
    return (_compare(pair.related, "was", pair.second), pair.second) if told else None


def was_before_another(pair: _QuantityPair) -> Related | None:
    """By $70 billion over twelve months, compared with $100 billion."""
    first, third = pair.first, pair.third
    if third is None or _are_alike(first, pair.second) or not _are_alike(first, third):
        return None
    gap = pair.text[first.end : third.start]
    if not pair.phrases.was.search(gap) and not pair.phrases.was_in_brackets.search(gap):
        return None
    in_time = bool(pair.phrases.was_in_time.search(gap) or pair.phrases.was_in_brackets.search(gap))
    return _compare(pair.related, "was", third, in_time=in_time), pair.second


def _moves_by(first: Quantity, second: Quantity, ahead: str, lang: str) -> bool:
    """Tell "progresse de 12 millions, à 120 millions", by 12, from "passe de 12 à 19", from 12."""
    verb = ahead.split()[-1:]
    if not verb or not verb[0].lower().startswith(language(lang).comparisons.moving_by):
        return False
    return second.ends[0] > LARGEST_STEP * abs(first.ends[0])


def _count_apart(first: Quantity, second: Quantity) -> bool:
    """Tell whether two values are of things that have nothing in common: nine districts, 298 cases; three
    months, 6 per cent.
    """
    if not (first.unit and second.unit):
        return False
    if first.kind is not second.kind:
        return first.kind is not Kind.NUMBER
    counts = first.kind is Kind.NUMBER
    return counts and not _are_alike(first, _at_rate_of(second, first))


def _at_rate_of(second: Quantity, first: Quantity) -> Quantity:
    """Return a count without the rate that is written once, behind it: "from 3,900 to 4,700 a month"."""
    return replace(second, unit=first.unit) if second.unit.startswith(first.unit + PER) else second


def _kinds_fit(first: Quantity, second: Quantity) -> bool:
    """Tell whether two kinds can be compared; a number without a unit takes the kind of the first."""
    return first.kind is second.kind or not second.unit or second.kind is Kind.DURATION


def _are_alike(first: Quantity, second: Quantity) -> bool:
    """Tell whether two values are of one thing: not "52 wounded, compared with 12 killed"."""
    if not _kinds_fit(first, second) or (first.unit and second.unit and first.unit != second.unit):
        return False
    if not second.subject or first.subject.endswith(f" {second.subject}"):
        return True  # "oil drilling rigs", and later "rigs"
    return not first.subject or first.subject.startswith(second.subject)


def _compare(quantity: Quantity, kind: str, other: Quantity, *, in_time: bool = True) -> Quantity:
    if other.value is None or isinstance(other.value, Interval):
        return quantity
    place = other.start, other.end
    return replace(quantity, comparison=Comparison(kind, other.value, other.text, *place, in_time))


# in their order; the first that applies decides
RULES: tuple[Rule[Callable[[_QuantityPair], Related | None]], ...] = (
    Rule("comparisons.change-with-kind", change_with_kind,
        "Support rose from 12 to 19 per cent.", "12 = 12 percent, percent, earlier"),
    Rule("comparisons.change-with-noun", change_with_noun,
        "The toll rose from 12 to 19 cases.", "12 = 12 case, earlier"),
    Rule("comparisons.change", change, "It fell from 90 cases to 40.", "40 = 40 case, from 90, level"),
    Rule("comparisons.list-with-noun", list_with_noun, "They had 45 and 50 cases.", "45 = 45 case"),
    Rule("comparisons.vote-with-noun", vote_with_noun, "The bill passed by 52 to 48 votes.", "52 = 52 vote"),
    Rule("comparisons.whole", is_part_of_whole, "It shut 12 of the 40 schools.", "12 = 12 school, whole 40"),
    Rule("comparisons.whole-ahead", is_part_of_whole_ahead,
        "Of the 40 schools, 12 are shut.", "12 = 12 school, whole 40"),
    Rule("comparisons.target", is_below_target,
        "They built 12 homes, against a target of 40.", "12 = 12 home, target 40"),
    Rule("comparisons.was", was_before, "There were 120 cases, up from 90.", "120 = 120 case, was 90"),
    Rule("comparisons.was-in-brackets", was_in_brackets,
        "Profit was £61m (2024: £43m).", "£61m = 61000000 pound sterling, currency, was 43000000"),
    Rule("comparisons.was-before-another", was_before_another,
        "It fell by $70 billion over twelve months, compared with $100 billion a year ago.",
        "$70 billion = 70000000000 dollar, currency, was 100000000000, change"),
)  # fmt: skip  # a row in one line or two
