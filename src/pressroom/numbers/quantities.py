"""Text to quantities: sentences are cut, their numbers read, measured, told from names, joined, described."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pressroom.model.quantity import Interval, Kind, Modality, Qualifier, Quantity, Role
from pressroom.model.span import Span
from pressroom.numbers.languages import all_languages, is_read, language
from pressroom.numbers.languages.form import Language
from pressroom.numbers.languages.units import PER, YEAR, YEAR_OF_AGE
from pressroom.numbers.meaning.claims import find_claim, turn_bound
from pressroom.numbers.meaning.ellipsis import COUNTED, MEASURED, Antecedents
from pressroom.numbers.meaning.periods import PERIOD, find_period, may_be_timed
from pressroom.numbers.meaning.qualifiers import Doubt, find_qualifier, skip_qualifier
from pressroom.numbers.meaning.roles import Told, find_role
from pressroom.numbers.meaning.sources import ATTRIBUTION, find_attribution, may_be_sourced
from pressroom.numbers.measuring.ages import OLDEST, continue_age, read_age
from pressroom.numbers.measuring.bounds import merge_bounds
from pressroom.numbers.measuring.comparisons import link_comparisons
from pressroom.numbers.measuring.joining import Joined, join_measures
from pressroom.numbers.measuring.measures import Measure, read_measure
from pressroom.numbers.measuring.rates import read_rate
from pressroom.numbers.naming import Naming, Occurrence, find_naming
from pressroom.numbers.naming.occurrence import joints
from pressroom.numbers.naming.recurring import find_names, find_recurring_names
from pressroom.numbers.parsing.exclusions import Exclusion, find_exclusions
from pressroom.numbers.parsing.heaps import HEAP, NumberSigns
from pressroom.numbers.parsing.nouns import Counted, befallen, counted_after, counted_before
from pressroom.numbers.parsing.numerals import find_numerals
from pressroom.numbers.parsing.patterns import any_of, compile_later
from pressroom.numbers.parsing.rule import Rule
from pressroom.numbers.parsing.sentences import split_sentences
from pressroom.numbers.parsing.tokens import Tokens, TokenType

_ALL = all_languages()
_SHARES = _ALL.ellipsis
NEAREST = 2  # sentences ahead in which what a pronoun stands for is looked for
LONGEST_SENTENCE = 2000  # characters; what is longer is a heap of figures and is read in stretches


@dataclass(slots=True, eq=False, repr=False)
class Extraction:
    """What was found in a text: quantities, number words without a value, what was excluded and why; and the
    sentences that it ends with.
    """

    quantities: tuple[Quantity, ...]
    vague: tuple[Quantity, ...]
    excluded: tuple[Exclusion, ...]
    closing: tuple[str, ...]


def extract(text: str, lang: str = "en") -> tuple[Quantity, ...]:
    """Return the quantities of a text, offsets into it, in reading order."""
    return analyze(text, lang).quantities


def analyze(
    text: str, lang: str = "en", names: frozenset[str] | None = None, previous: tuple[str, ...] = ()
) -> Extraction:
    """Return the quantities of a text, and what was passed over with its reason.

    ``names`` are those with a number in them (``find_recurring_names``) of the whole that the text is a part
    of; without them, the text is searched for its own. ``previous`` are the sentences ahead of the text.
    """
    names = find_recurring_names(text, lang) if names is None else names
    quantities: list[Quantity] = []
    vague: list[Quantity] = []
    excluded: list[Exclusion] = []
    signs = NumberSigns(text, lang)
    if signs.are_rows():
        return Extraction((), (), (Exclusion(0, len(text), HEAP),), ())
    for begin, end in split_sentences(text, lang).stretches(LONGEST_SENTENCE):
        if signs.are_in(begin, end):
            if signs.are_heap(begin, end):
                excluded.append(Exclusion(begin, end, HEAP))
                continue
            sentence = _Sentence(text, begin, end, lang, quantities, names, previous)
            quantities += link_comparisons(merge_bounds(sentence.quantities(), text, lang), text, lang)
            vague += sentence.vague()
            excluded += sentence.excluded
        previous = (*previous, text[begin:end].strip())[-NEAREST:]
    return Extraction(tuple(quantities), tuple(vague), tuple(excluded), previous)


class _Context:
    """A sentence's words, and whether it may give a source and a time."""

    def __init__(self, words: str, sourced: bool, timed: bool) -> None:
        self.words, self.sourced, self.timed = words, sourced, timed


@dataclass(frozen=True, slots=True)
class _Said:
    """What a sentence says of a value: how sure, in which words, by whom, for which time, in which part."""

    qualifier: Qualifier | None
    doubting: str
    modality: Modality
    source: str
    period: str
    role: Role | None
    rules: tuple[str, ...]


class _Sentence:
    """The numbers of one sentence. ``earlier`` are the quantities of the sentences ahead, ``previous`` the
    nearest of these sentences.
    """

    def __init__(
        self,
        text: str,
        begin: int,
        end: int,
        lang: str,
        earlier: list[Quantity],
        names: frozenset[str],
        previous: tuple[str, ...],
    ) -> None:
        self.text, self.begin, self.end, self.lang = text, begin, end, lang
        self.earlier, self.previous = earlier, previous
        self.tokens = Tokens(text, begin, end)
        self.excluded = find_exclusions(self.tokens, begin, end)
        if names:
            known = find_names(text, begin, end, names)
            apart = [one for one in self.excluded if not any(_overlap(one, name) for name in known)]
            self.excluded = known + apart
        self.phrases: dict[int, str] = {}
        self.context: _Context | None = None
        self.ends: dict[int, int] = {}  # where the words of a rate behind a count end, by where it begins

    def quantities(self) -> list[Quantity]:
        """Return the quantities; what only looks like one is added to ``excluded``."""
        measures = self._measures()
        found: list[Quantity] = []
        at = 0
        while at < len(measures):
            one = join_measures(self.tokens, measures, at, self.lang)
            found.append(self._describe(one, found))
            at += one.taken
        self.excluded.sort(key=lambda exclusion: exclusion.start)
        return found

    def vague(self) -> list[Quantity]:
        """Return the words that tell of many and name no number: "dozens", "thousands"."""
        vague = language(self.lang).numerals.vague
        found: list[Quantity] = []
        if vague.isdisjoint(self.tokens.words):
            return found
        for at in range(self.tokens.size):
            if VAGUE.apply(self.tokens, at, vague):
                noun = counted_after(self.tokens, at + 1, self.lang)
                found.append(
                    Quantity(
                        text=self.tokens.written(at),
                        start=self.tokens.starts[at],
                        end=self.tokens.ends[at],
                        value=None,
                        kind=Kind.VAGUE,
                        sentence=Span("", 0, 0, self.begin, self.end),
                        sentence_text=self._context().words,
                        unit=noun.noun if noun else "",
                        unit_text="",
                        subject=noun.subject if noun else "",
                        rules=(VAGUE.name,),
                    )
                )
        return found

    def _context(self) -> _Context:
        if self.context is None:
            words = self.text[self.begin : self.end].strip()
            self.context = _Context(words, may_be_sourced(self.tokens), may_be_timed(self.tokens))
        return self.context

    def _measures(self) -> list[Measure]:
        """Return the numbers that count or measure, with their units."""
        spans = [(exclusion.start, exclusion.end) for exclusion in self.excluded]
        kept: list[Measure] = []
        self.doubts: dict[int, Doubt] = {}
        earlier: Naming | None = None
        until = 0
        for numeral in find_numerals(self.tokens, self.lang):
            start, end = self.tokens.starts[numeral.first], self.tokens.ends[numeral.last - 1]
            if any(start < stop and begin < end for begin, stop in spans) or numeral.first < until:
                continue
            measure = read_age(self.tokens, read_measure(self.tokens, numeral, self.lang), self.lang)
            measure = continue_age(self.tokens, kept[-1], measure, self.lang) if kept else measure
            doubt = find_qualifier(self.tokens, measure.first, measure.last, measure.kind, self.lang)
            self.doubts[measure.first] = doubt
            previous = kept[-1].last if kept else -1
            occurrence = Occurrence(
                self.tokens,
                measure,
                self.lang,
                qualified=doubt[2] < measure.first,
                at_least=doubt[0] is Qualifier.AT_LEAST,
                previous=previous,
            )
            # in a language without a table, rules for words of others would call a count a name
            counts = measure.kind is Kind.AGE or not is_read(self.lang)
            naming = None if counts else find_naming(occurrence, earlier)
            naming = naming or self._name_ahead_of_exclusion(measure)
            if naming:
                earlier, until = naming, naming.last
                first = self.tokens.starts[naming.first]
                last_end = self.tokens.ends[naming.last - 1]
                self.excluded.append(Exclusion(first, last_end, naming.reason, naming.rule))
                while kept and (
                    kept[-1].end > first or self._is_first_of_two(kept[-1], naming.reason, naming.first)
                ):
                    last = kept.pop()  # "14 and 15 May": the first was read before its month
                    self.excluded.append(Exclusion(last.start, last.end, naming.reason, FIRST_OF_TWO.name))
            else:
                kept.append(measure)
                until = measure.last
        return kept

    def _name_ahead_of_exclusion(self, measure: Measure) -> Naming | None:
        """Return the first of two days or hours as a name where the second is one: "14 und 15.30 Uhr"."""
        if not self.excluded or measure.last + 1 >= self.tokens.size:
            return None
        behind = self.tokens.starts[measure.last + 1]
        exclusion = next((exclusion for exclusion in self.excluded if exclusion.start == behind), None)
        if exclusion is None or not self._is_first_of_two(measure, exclusion.reason, measure.last + 1):
            return None
        return Naming(measure.first, measure.last, exclusion.reason, FIRST_OF_TWO.name)

    def _is_first_of_two(self, measure: Measure, reason: str, second: int) -> bool:
        near = reason in ("date", "time of day") and measure.last == second - 1
        return near and FIRST_OF_TWO.apply(self.tokens, measure, self.lang)

    def _describe(self, one: Joined, found: list[Quantity]) -> Quantity:
        """Say all that the text says of a value."""
        tokens, measure = self.tokens, one.measure
        rules = list(measure.rules)
        known = self.doubts.get(measure.first) if one.taken == 1 else None
        qualifier, doubting, begin, rule = known or find_qualifier(
            tokens, measure.first, measure.last, measure.kind, self.lang
        )
        if one.qualifier is not None:
            qualifier, doubting = one.qualifier, ""
        else:
            rules.append(rule)
        kind, unit, unit_text, subject = measure.kind, measure.unit, measure.unit_text, ""
        rate = measure.rate
        said = self._antecedents(found)
        like = MEASURED.apply(said, measure)
        if like:
            kind, unit, unit_text, rate = like.kind, like.unit, like.unit_text, like.rate
            rules.append(MEASURED.name)
        limit = Limit(tokens, begin, doubting, one.value, kind, unit) if doubting else None
        if limit and AGE_LIMIT.apply(limit, language(self.lang)):
            kind, unit = Kind.AGE, YEAR_OF_AGE
            rules.append(AGE_LIMIT.name)
        noun = self._noun(measure, said, kind, one, rules)
        if kind is Kind.NUMBER:
            noun = befallen(tokens, begin, noun)
        start, end = measure.start, measure.end
        if kind is Kind.NUMBER and MULTIPLE.apply(tokens, begin, measure.last, noun):
            kind, end = Kind.MULTIPLE, _end_of_fold(tokens, measure.last) or end
            rules.append(MULTIPLE.name)
        elif noun and kind is Kind.NUMBER:
            unit, unit_text, subject = self._counted(measure, one, noun)
        elif noun:
            subject = noun.subject
        place = begin, start, self.ends.get(measure.start, end)
        told = self._find_said(measure, place, kind, qualifier, doubting)
        rules += told.rules
        return Quantity(
            text=self.text[start:end],
            start=start,
            end=end,
            value=one.value,
            kind=kind,
            sentence=Span("", 0, 0, self.begin, self.end),
            sentence_text=self._context().words,
            qualifier=told.qualifier,
            qualifier_text=told.doubting,
            unit=unit,
            unit_text=unit_text,
            subject=subject,
            rate=rate,
            attribution=told.source,
            period=told.period,
            modality=told.modality,
            role=told.role,
            quoted=_is_quoted(self.text, self.begin, start),
            previous=self.previous,
            rules=tuple([rule for rule in rules if rule]),
        )

    def _find_said(
        self,
        measure: Measure,
        place: tuple[int, int, int],
        kind: Kind,
        qualifier: Qualifier | None,
        doubting: str,
    ) -> _Said:
        """Find what is said of a value. ``place`` are the token at which its qualifier begins, the offset at
        which it begins itself, and that at which what belongs to it ends.
        """
        tokens, (begin, start, behind), context = self.tokens, place, self._context()
        claim = find_claim(tokens, begin, measure.last, self.lang)
        denied = claim.modality is Modality.NEGATED
        turned = turn_bound(tokens, begin, qualifier, self.lang) if denied else None
        if turned:
            qualifier, doubting, claim = turned.qualifier, turned.words, turned.claim
        source = find_attribution(self.text, self.begin, self.end, start) if context.sourced else ""
        timed = context.timed
        period = find_period(self.text, self.begin, self.end, start, behind, self.lang) if timed else ""
        role, role_rule = find_role(
            Told(
                tokens,
                begin,
                measure.last,
                self.lang,
                kind=kind,
                qualifier=qualifier,
                modality=claim.modality,
                period=period,
            )
        )
        rules = (claim.rule, ATTRIBUTION.name if source else "", PERIOD.name if period else "", role_rule)
        return _Said(qualifier, doubting, claim.modality, source, period, role, rules)

    def _counted(self, measure: Measure, one: Joined, noun: Counted) -> tuple[str, str, str]:
        """Return the unit of a count, as written too, and its subject; a share of things has no unit."""
        self.phrases[measure.start] = noun.phrase
        if one.share or measure.numeral.part:
            return "", "", noun.subject
        rate = read_rate(self.tokens, noun.last or measure.last, Kind.NUMBER, self.lang)
        per = rate.name if rate and PER not in noun.noun else ""
        if rate:
            self.ends[measure.start] = self.tokens.ends[rate.last - 1]
        ahead = self.text[max(self.begin, measure.start - 12) : measure.start]
        if noun.state and _OF_A_SHARE().search(ahead):
            noun = replace(noun, state="")  # "51 per cent of the 96 parents agreed"
        return noun.noun + per, noun.phrase.split(" ")[-1], noun.subject

    def _antecedents(self, found: list[Quantity]) -> Antecedents:
        return Antecedents(self.tokens, self.begin, self.end, self.lang, found, self.earlier, self.phrases)

    def _noun(
        self, measure: Measure, said: Antecedents, kind: Kind, one: Joined, rules: list[str]
    ) -> Counted | None:
        """Return what is counted: behind the number, in the clause before, or ahead of it."""
        single = measure.value == 1 or one.share or measure.numeral.part or kind is not Kind.NUMBER
        behind = skip_qualifier(self.tokens, measure.last, self.lang)
        after = counted_after(self.tokens, behind, self.lang, one=single)
        if kind is not Kind.NUMBER:
            return after if measure.numeral.digits and kind is not Kind.AGE else None
        inferred = None if after else COUNTED.apply(said, measure)
        if inferred:
            rules.append(COUNTED.name)
        found_noun = after or inferred or counted_before(self.tokens, measure.first, self.lang)
        rate = self.tokens.low(measure.last) in language(self.lang).units.per
        whole = measure.scale != 1 or measure.value == int(measure.value) or rate
        if found_noun and not after and not whole:
            # "the survey of managers sank to 47.2": nobody counts 0.2 managers
            return replace(found_noun, noun="")
        return found_noun


LAST_DAY = 31
_OF_A_SHARE = compile_later(
    lambda: rf"(?:%|{any_of(_SHARES.shares)}) {any_of(_SHARES.of)} {any_of(_ALL.qualifiers.definite)} $"
)


def _is_quoted(text: str, begin: int, start: int) -> bool:
    """Tell whether quotation marks that are open at a place are not closed yet."""
    return (
        text.count("“", begin, start) > text.count("”", begin, start)
        or text.count('"', begin, start) % 2 == 1
    )


def is_vague(tokens: Tokens, at: int, vague: frozenset[str]) -> bool:
    """Dozens; but not the thousands of "12 thousands"."""
    return tokens.low(at) in vague and tokens.type(at - 1) is not TokenType.NUMERAL


def _overlap(one: Exclusion, other: Exclusion) -> bool:
    return one.start < other.end and other.start < one.end


def is_first_of_two(tokens: Tokens, measure: Measure, lang: str) -> bool:
    """14 and 15 May: the first of two days or hours, which is written without its month or clock."""
    bare = not measure.unit or (measure.kind is Kind.AGE and not measure.unit_text)
    plain = measure.numeral.digits.isdigit() and bare and measure.value <= LAST_DAY
    return plain and tokens.low(measure.last) in joints(lang) - {",", "/"}


def is_multiple(tokens: Tokens, first: int, last: int, noun: Counted | None) -> bool:
    """A fivefold rise, 3x more, das 2,5-Fache, by a factor of three."""
    factor = tokens.low(first - 2) in _ALL.numerals.factors and tokens.low(first - 1) in _ALL.ellipsis.of
    if factor or tokens.low(last - 1).endswith(_ALL.numerals.fold) or _end_of_fold(tokens, last):
        return True
    return noun is not None and noun.noun.lower().startswith(_ALL.numerals.fold_nouns)


def _end_of_fold(tokens: Tokens, last: int) -> int:
    """Return where "12-fold" or "3x" ends, 0 where the number that ends at a token is none."""
    at = tokens.skip_hyphen(last)
    told = tokens.low(at) in (_ALL.numerals.fold, "x") and (at > last or tokens.glued(at))
    return tokens.ends[at] if told else 0


class Limit:
    """A value with its qualifier, whose words begin at the token ``first``."""

    def __init__(
        self, tokens: Tokens, first: int, words: str, value: float | Interval, kind: Kind, unit: str
    ) -> None:
        self.tokens, self.first, self.words, self.value = tokens, first, words, value
        self.kind, self.unit = kind, unit


def is_age_limit(limit: Limit, table: Language) -> bool:
    """Children under 5: a bound right behind persons is their age."""
    years = limit.kind is Kind.NUMBER or (limit.kind is Kind.DURATION and limit.unit == YEAR)
    if not years or limit.words.lower() not in _ALL.qualifiers.age_limits:
        return False
    young = isinstance(limit.value, float) and limit.value < OLDEST
    return young and limit.tokens.low(limit.first - 1) in table.nouns.persons


VAGUE = Rule("quantities.vague", is_vague, "Dozens of houses burned.", "Dozens = house, vague")
FIRST_OF_TWO = Rule(
    "quantities.first-of-two", is_first_of_two, "Es beginnt um 14 und 15.30 Uhr.", "14: time of day", "de"
)
AGE_LIMIT = Rule(
    "quantities.age-limit", is_age_limit, "It is free for children under 5.", "5 = 5 year of age, age, under"
)
MULTIPLE = Rule(
    "quantities.multiple", is_multiple, "Prices saw a fivefold rise.", "fivefold = 5, multiple, change"
)
RULES = (VAGUE, FIRST_OF_TWO, AGE_LIMIT, MULTIPLE)
