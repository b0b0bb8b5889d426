"""The form of a language's table: its words by subject, and readers for lists of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

TYPE_CHECKING = False  # as type checkers know it

if TYPE_CHECKING:
    from typing import dataclass_transform
else:

    def dataclass_transform(**_options: bool) -> Callable[[type], type]:
        """Do nothing: loading the module typing takes longer than filling all tables."""
        return lambda decorated: decorated


NONE: frozenset[str] = frozenset()
NO_VALUES: Mapping[str, float] = {}
NO_WORDS: Mapping[str, str] = {}


@dataclass_transform(kw_only_default=True, frozen_default=True)
class WordTable:
    """Named fields, given by keyword and never changed; what is not given has the default of its class.

    Type checkers take a subclass for a frozen dataclass. It is none because the initializer that a dataclass
    compiles for a hundred fields would take more time than everything else that the first number needs.
    """

    def __init__(self, **fields: object) -> None:
        self.__dict__.update(fields)


class NumeralWords(WordTable):
    """Words that are numbers or parts of numbers."""

    decimal: str  #: the decimal sign of written numbers
    grouping: str  #: the sign between their groups of three digits
    small: Mapping[str, float]  #: words and phrases that add up: "seven", "vingt et un"
    hundred: frozenset[str]  #: multiply what stands ahead by a hundred
    scales: Mapping[str, float]  #: multiply what stands ahead by more: "million"
    fractions: Mapping[str, float]  #: parts of one, by how many make one: "thirds"
    half: frozenset[str]  #: one of two
    and_words: frozenset[str]  #: join parts of one number
    articles: frozenset[str]  #: may stand for one ahead of a scale: "a million"
    bare: frozenset[str] = NONE  #: of hundred and scales, those that are numbers without one ahead: "mille"
    halving: frozenset[str] = NONE  #: ahead of a half that counts: "more than half"
    whole: frozenset[str] = NONE  #: behind a fraction: "a third of"
    one: frozenset[str] = NONE  #: one, but an article or a pronoun as well
    several: frozenset[str] = NONE  #: ahead of a scale that then has no value: "several thousand"
    rounded: frozenset[str] = NONE  #: scales that mean about as many: "une trentaine"
    shares: Mapping[str, float] = NO_VALUES  #: phrases that are a part of what they stand by: "jeder fünfte"
    vague: frozenset[str] = NONE  #: words of number without a value: "dozens"
    of: frozenset[str] = NONE  #: between a half and its whole: "half of the"
    before_part: frozenset[str] = NONE  #: ahead of a fraction that closes its clause: "by a third"
    predicates: frozenset[str] = NONE  #: verbs behind a fraction: "two thirds voted"
    fold: str = ""  #: makes a number word a multiple: "fivefold"
    point: str = ""  #: the decimal sign as it is spoken
    compounds: bool = False  #: whether number words are written together: "zweihundertfünf"


class SpellingWords(WordTable):
    """How words are written, and what is no quantity by its form. Known in a text of any language but for
    ordinals.
    """

    contractions: frozenset[str] = NONE  #: behind an apostrophe that is part of a word: "it’s"
    abbreviations: frozenset[str] = NONE  #: with a point that ends no sentence, as written: "Mr"
    before_digits: frozenset[str] = NONE  #: those of them whose point ends no sentence ahead of digits: "no"
    before_ordinal: frozenset[str] = NONE  #: ahead of a number whose point makes it an ordinal: "am 3."
    behind_day: frozenset[str] = NONE  #: beginnings of months, behind a day with its point: "3. Mai"
    single_letters: frozenset[str] = NONE  #: words of one letter, as written with a capital
    percent: frozenset[str] = NONE  #: percent, behind what looks like two years
    oclock: frozenset[str] = NONE  #: behind a time of day with a point, as written: "8.30 Uhr"
    phones: frozenset[str] = NONE  #: ahead of a telephone number
    dialling: frozenset[str] = NONE  #: ahead of a telephone number of three digits
    dialling_short: frozenset[str] = NONE  #: ahead of one of two or three digits
    commands: frozenset[str] = NONE  #: commands of computers that a number may follow
    citations: frozenset[str] = NONE  #: ahead of the year of a publication
    groups: frozenset[str] = NONE  #: ahead of a number in the name of a group, as written: "Group of"
    courses: frozenset[str] = NONE  #: behind the number 101, which then means "for beginners"
    digit_idioms: tuple[str, ...] = ()  #: digits that count nothing, as regular expressions: "9/11"


class UnitWords(WordTable):
    """Words of units and of what is said with them."""

    names: Mapping[str, tuple[str, str]]  #: a unit's words by canonical English name and kind
    per: frozenset[str] = NONE  #: ahead of what is counted by: "barrels per day"
    time_behind: frozenset[str] = NONE  #: behind a stretch of time by which nothing is counted: "a year ago"
    half_has_article: bool = False  #: whether an article stands ahead of a half behind a unit: "and a half"
    # known in a text of any language
    of: frozenset[str] = NONE  #: between millions and their unit: "2 millions d’euros"
    minus: frozenset[str] = NONE  #: ahead of a number below zero
    below_zero: frozenset[str] = NONE  #: phrases behind degrees
    degrees: frozenset[str] = NONE  #: units that may be below zero without a word for it
    warmth: frozenset[str] = NONE  #: tell degrees of temperature from angles
    temperature_letters: frozenset[str] = NONE  #: units of temperature, written with a capital
    pence: frozenset[str] = NONE  #: behind a loss in brackets: "(6.1)p"
    money: frozenset[str] = NONE  #: in whose company a pound is money
    hyphened: frozenset[str] = (
        NONE  #: units that are other words as well: "a 30-second film", "a second term"
    )
    in_parts: frozenset[str] = NONE  #: those of them that a decimal fraction counts: "1.5 second"
    ambiguous: frozenset[str] = NONE  #: units only where no word follows: "two grand", not "two grand slams"
    extents: frozenset[str] = NONE  #: behind a length: "40 in wide"
    around_symbols: frozenset[str] = NONE  #: behind a letter that is then a symbol: "5 m deep"


class NounWords(WordTable):
    """What tells where the thing counted stands."""

    stop: frozenset[str]  #: end a noun phrase
    verbs: frozenset[str] = NONE  #: never name what is counted
    fillers: frozenset[str] = NONE  #: may stand between a number and its noun
    persons: frozenset[str] = NONE  #: people, behind whom an age may follow
    aged: frozenset[str] = NONE  #: ahead of an age
    # known in a text of any language
    determiners: frozenset[str] = NONE  #: behind a plural that is a verb: "2004 reinforces the trend"
    possessive: str = ""  #: the ending of a possessor (of English alone)
    capital_nouns: bool = False  #: whether nouns are written with a capital
    adjectives_follow: bool = False  #: whether adjectives stand behind their noun


class RangeWords(WordTable):
    """What joins two values."""

    between: frozenset[str] = NONE  #: ahead of the first of two values
    to: frozenset[str] = NONE
    and_: frozenset[str] = NONE
    or_: frozenset[str] = NONE
    from_: frozenset[str] = NONE  #: ahead of the first of two values, or of the value before a change
    moving: tuple[str, ...] = ()  #: beginnings of verbs with which "from" and "to" tell of a change
    fillers: frozenset[str] = NONE  #: may stand by the word of a range: "20 to about 30"
    by: frozenset[str] = NONE  #: ahead of the amount of a change
    but: frozenset[str] = NONE  #: join two bounds of one value, as "and" does
    being: frozenset[str] = NONE  #: may stand behind those: "more than 20 but is less than 30"
    tolerance: frozenset[str] = NONE  #: "±" in words
    out_of: frozenset[str] = NONE  #: between the two numbers of a share: "nine out of 10"
    strict_out_of: frozenset[str] = NONE  #: those that join two counts if the whole is not round
    odds: frozenset[str] = NONE  #: nouns with a ratio: "odds of 3 to 1"


class ComparisonWords(WordTable):
    """Words by which one value is compared with another."""

    from_: tuple[str, ...] = ()  #: ahead of the first of two values of a change
    to: tuple[str, ...] = ()  #: ahead of the second
    was: tuple[str, ...] = ()  #: between a value and an earlier one
    was_from: tuple[str, ...] = ()  #: the same, where nothing but a comma stands ahead
    targets: tuple[str, ...] = ()  #: in brackets, ahead of a value that was aimed at
    targets_of: tuple[str, ...] = ()  #: the same, with one of "of" behind
    of: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()  #: between a part and its whole
    not_whole: tuple[str, ...] = ()  #: behind those where no whole follows: "of whom"
    articles: tuple[str, ...] = ()  #: behind those, ahead of the whole
    sides: tuple[str, ...] = ()  #: between the sides of a vote


class AgeWords(WordTable):
    """Words by an age, besides NounWords.aged and NounWords.persons."""

    old: frozenset[str] = NONE  #: behind its years
    of: frozenset[str] = NONE  #: between "aged" or a person and the age
    between: frozenset[str] = NONE  #: between "aged" and the age, where no unit follows
    span: frozenset[str] = NONE  #: ahead of the first of two ages
    at: frozenset[str] = NONE  #: ahead of the age at a death, or at the beginning of a sentence
    turning: frozenset[str] = NONE  #: verbs whose object is an age
    being: frozenset[str] = NONE  #: verbs behind a pronoun whose object may be one
    pronouns: frozenset[str] = NONE
    dying: frozenset[str] = NONE  #: verbs and nouns of death
    toll: frozenset[str] = NONE  #: nouns of death that the number itself counts: "puts the dead at 112"
    toll_ahead: frozenset[str] = NONE  #: ahead of such a noun
    definite: frozenset[str] = NONE  #: articles ahead of a person, besides NumeralWords.articles
    after_name: frozenset[str] = NONE  #: behind the age of a named person: "Petra Lang, 34, who"
    opening: frozenset[str] = NONE  #: behind an age that a sentence opens with: "Lang, 34, who"
    not_names: frozenset[str] = NONE  #: written with a capital, but no names of persons
    genitive: frozenset[str] = NONE  #: between a person and an age in years: "une femme de 34 ans"
    more_or_less: frozenset[str] = NONE  #: ahead of those: "les plus de 65 ans"
    everyone: frozenset[str] = NONE  #: ahead of those, for all persons of an age


class QualifierWords(WordTable):
    """Words that say how sure a number is, by the name of their qualifier."""

    before: Mapping[str, str]  #: ahead of a number: "more than"
    after: Mapping[str, str]  #: behind it: "or more"
    # known in a text of any language
    between: frozenset[str] = NONE  #: may stand between a qualifier and its number: "more than the usual 300"
    definite: frozenset[str] = NONE  #: of those, those that make a bound tell of another thing
    up_to: frozenset[str] = NONE  #: bounds that tell where something went behind a verb of "going"
    going: tuple[str, ...] = ()  #: beginnings of such verbs: "edged up to"
    up_to_level: frozenset[str] = NONE  #: bounds that do so ahead of an article of "level_articles"
    level_articles: frozenset[str] = NONE
    suffixes: Mapping[str, str] = NO_WORDS  #: behind a hyphen: "300-odd"
    right_behind: frozenset[str] = NONE  #: of those behind a number, those that no noun parts from it
    adding: frozenset[str] = NONE  #: of those, those that add what follows: "300 plus fees"
    over: frozenset[str] = NONE  #: "more than", but "across" and "because of" as well
    moving_over: tuple[str, ...] = ()  #: beginnings of verbs ahead of an "over" that means "across"
    because: frozenset[str] = NONE  #: ahead of one that means "because of": "fined over 16 breaches"
    stretches: frozenset[str] = NONE  #: what lasts: "over 32 occasions"
    lasting: frozenset[str] = (
        NONE  #: ahead of an "over" that means "more than" nevertheless: "lasted over 32 days"
    )
    objects: frozenset[str] = NONE  #: verbs behind which something stands: "held 7 meetings over 32 days"
    of_a_sum: frozenset[str] = NONE  #: bounds that tell how much "sums" are: "ein Darlehen über 5.000 Euro"
    sums: frozenset[str] = NONE
    on_a_topic: frozenset[str] = (
        NONE  #: qualifiers that mean "concerning" behind "topics": "worried about 300 jobs"
    )
    topics: frozenset[str] = NONE
    past: frozenset[str] = NONE  #: bounds that tell a time behind "before_past": "half past 10"
    before_past: frozenset[str] = NONE


class SourceWords(WordTable):
    """Words that tell who says a number. Known in a text of any language."""

    the: frozenset[str] = NONE
    articles: frozenset[str] = NONE  #: left out ahead of who says it
    of: frozenset[str] = NONE  #: within a name, with an article behind: "the Bank of the West"
    joints: frozenset[str] = NONE  #: within a name: "the Institute for Housing"
    no_speakers: frozenset[str] = NONE  #: of the words behind an article, those of no one who speaks
    groups: frozenset[str] = NONE  #: who speaks, with a word ahead: "aid groups"
    speakers: frozenset[str] = NONE  #: who speaks, alone: "police"
    nobody: frozenset[str] = NONE  #: first words of no one who speaks
    saying: frozenset[str] = NONE  #: verbs behind who speaks
    auxiliaries: frozenset[str] = NONE  #: of their phrases, the words that do not tell of saying
    putting: frozenset[str] = NONE  #: verbs that tell of saying ahead of "put": "puts it at 300"
    put: frozenset[str] = NONE
    according: frozenset[str] = NONE  #: phrases ahead of who speaks
    finding: frozenset[str] = NONE  #: verbs that tell of saying only of "finders"
    finders: tuple[str, ...] = ()  #: parts of the names of those who find numbers: "researchers found"
    finding_offices: frozenset[str] = NONE  #: words in their names
    turns: frozenset[str] = NONE  #: ahead of another who speaks


class PeriodWords(WordTable):
    """Words that tell for which time a number holds. Known in a text of any language."""

    the: frozenset[str] = NONE
    during: frozenset[str] = NONE  #: ahead of a stretch of time that is near: "over the past two years"
    near: frozenset[str] = NONE
    stretches: frozenset[str] = NONE
    since: frozenset[str] = NONE  #: ahead of a year or a name: "since early 2020"
    parts: frozenset[str] = NONE  #: of a year, with the space or hyphen behind them
    this: frozenset[str] = NONE  #: ahead of "spans": "this week"
    spans: frozenset[str] = NONE
    in_: frozenset[str] = NONE  #: ahead of a year or a month with its year
    compared: frozenset[str] = NONE  #: ahead of a time that is another: "two fewer than in 2023"
    superlatives: frozenset[str] = NONE  #: ahead of a "since" that tells of them: "the worst since 1953"
    superlative_endings: frozenset[str] = NONE
    clauses: frozenset[str] = NONE  #: open a clause that ends in a time and is told whole


class EllipsisWords(WordTable):
    """Words round a number that leaves unsaid what the one before said. Known in a text of any language."""

    them: frozenset[str] = NONE  #: at the opening of a sentence, point at the one before
    of: frozenset[str] = NONE
    groups: frozenset[str] = NONE  #: ahead of "of" and the number of its members: "a class of 110"
    whom: frozenset[str] = NONE  #: points at people: "of whom 40 were children"
    those: frozenset[str] = NONE  #: behind "of": "204 of them confirmed"
    part_of: frozenset[str] = NONE  #: between a number and the whole of it
    from_: frozenset[str] = NONE  #: ahead of the value before a change
    to: frozenset[str] = NONE  #: ahead of the value behind it
    more: frozenset[str] = NONE  #: behind a difference
    comparing: frozenset[str] = NONE  #: between two values of one measure


class ConflictWords(WordTable):
    """Words that tell of two values for one thing. Known in a text of any language."""

    deaths: frozenset[str] = NONE  #: all tell of one count
    valuing: frozenset[str] = NONE  #: verbs ahead of "pointed" and "at": "puts the toll at"
    pointed: frozenset[str] = NONE
    at: frozenset[str] = NONE
    putting: frozenset[str] = NONE  #: verbs that dispute a value unless "not_valuing" follows
    not_valuing: frozenset[str] = NONE
    rival: frozenset[str] = NONE  #: words and phrases that tell of another value
    rival_stems: tuple[str, ...] = ()  #: beginnings of such words
    other: frozenset[str] = NONE  #: ahead of "figures": "a higher estimate"
    figures: frozenset[str] = NONE
    empty: frozenset[str] = NONE  #: words of four letters or more that tell nothing of a thing


class KeyWords(WordTable):
    """Words that make a number a key number, or keep it from being one. Known in a text of any language."""

    harm: frozenset[str] = NONE  #: what befell people
    people: frozenset[str] = NONE  #: whom or what a number of weight counts
    people_stems: tuple[str, ...] = ()
    records: frozenset[str] = NONE  #: records and totals
    changes: frozenset[str] = NONE  #: verbs and phrases of a change
    change_stems: tuple[str, ...] = ()
    from_: frozenset[str] = NONE  #: ahead of the value before a change, with "to" ahead of the one behind it
    to: frozenset[str] = NONE
    calibres: frozenset[str] = NONE  #: what has a calibre, in the singular
    of: frozenset[str] = NONE  #: behind a measure that is none: "300mm of rain"
    before_conversion: frozenset[str] = NONE  #: ahead of a value in another unit, in brackets


class DateWords(WordTable):
    """Words of dates and times of day."""

    months: Mapping[str, int]  #: 1 to 12
    capital_only_months: frozenset[str] = NONE  #: other words as well, in small letters: "may"
    capital_months: bool = False  #: whether months are written with a capital
    dated: frozenset[str] = NONE  #: ahead of a year
    clock: frozenset[str] = NONE  #: behind an hour
    hours: frozenset[str] = NONE  #: ahead of an hour
    day_parts: frozenset[str] = NONE  #: tell an hour from a count: "de la mañana"
    of_day: frozenset[str] = NONE  #: between an hour and a part of the day
    at_hour: frozenset[str] = NONE  #: ahead of an hour and minutes with a point: "at 8.17"
    happening: frozenset[str] = NONE  #: what happens at such an hour: "leaves"
    half_hour: frozenset[str] = NONE  #: ahead of the hour half an hour later: "halb drei"
    hours_in_digits: frozenset[str] = NONE  #: of hours, those behind which only digits are an hour
    ordinal_point: bool = False  #: whether a point behind digits makes an ordinal: "3. Mai"
    ordinals: frozenset[str] = NONE  #: last parts of ordinals in words: "twenty-third"
    decade_endings: frozenset[str] = NONE  #: behind the digits of a decade: "1990s"
    # known in a text of any language
    weekdays: frozenset[str] = NONE
    ordinal_endings: frozenset[str] = (
        NONE  #: behind the digits of an ordinal: "21st" (English ones in English alone)
    )
    decades_ahead: frozenset[str] = NONE  #: ahead of a decade: "los años ochenta"
    decades_behind: frozenset[str] = NONE  #: phrases behind one: "80er Jahre"
    of_month: frozenset[str] = NONE  #: between a day and its month
    after_month: frozenset[str] = NONE  #: between a month and its day or year
    in_month: frozenset[str] = (
        NONE  #: ahead of a month behind which a count may stand: "in May 30 people came"
    )
    parts_of_month: frozenset[str] = NONE  #: ahead of a month: "early May"
    day_of: frozenset[str] = NONE  #: between the day and the month of an event
    month_of: frozenset[str] = NONE  #: between its month and its year
    event_years: frozenset[str] = NONE  #: ahead of a year that dates an event
    before_year: frozenset[str] = NONE  #: doubts that make a number of four digits a year
    beyond_year: frozenset[str] = NONE  #: those that do so for a likely year that counts nothing
    near_year: frozenset[str] = NONE  #: likewise: "around 1850"
    ahead_of_year: frozenset[str] = NONE  #: ahead of a year, though a plural follows: "in 2019 sales"
    of_years: frozenset[str] = NONE  #: plurals that have a year: "2024 elections"
    from_hour: frozenset[str] = NONE  #: ahead of the first of two hours: "de 10h à 18h"
    to_hour: frozenset[str] = NONE  #: ahead of the second
    meridiem: frozenset[str] = NONE  #: halves of the day, without the last point
    behind_hour: frozenset[str] = NONE  #: behind every hour: "o’clock"


class NameWords(WordTable):
    """Words by which a number is a name or part of one."""

    references: frozenset[str] = NONE  #: ahead of a number that is a name: "Artikel 5"
    idioms: frozenset[str] = NONE  #: phrases that hold a number word and count nothing
    streets_ahead: frozenset[str] = NONE  #: in the name of a street ahead of the number of a house
    streets_behind: frozenset[str] = NONE  #: first words of a street behind the number
    street_endings: frozenset[str] = NONE  #: last words of a street behind the number
    blocks: frozenset[str] = NONE  #: phrases behind the number of a block of houses
    before_postcode: frozenset[str] = NONE
    roads: frozenset[str] = NONE  #: letters of roads, as written: "auf der A 7"
    on_roads: frozenset[str] = NONE  #: ahead of those letters
    ranks: frozenset[str] = NONE  #: what a number word ranks: "position two"
    ratios: frozenset[str] = NONE  #: tell a ratio from a score
    bills: frozenset[str] = NONE  #: bills of a parliament, as written: "S. 1425"
    before_pronoun: frozenset[str] = NONE  #: ahead of a "one" that counts nothing
    not_counted: frozenset[str] = NONE  #: behind a "one" that counts nothing: "one thing"
    or_another: frozenset[str] = NONE  #: phrases behind the noun of a "one" that counts nothing
    in_or_out: frozenset[str] = NONE  #: behind the first number of a share: "one in five"
    # known in a text of any language
    before_idioms: frozenset[str] = NONE  #: ahead of digits that count nothing
    pairs: frozenset[str] = NONE  #: ahead of a "two" that is all there are: "the two"
    each: frozenset[str] = NONE  #: behind an idiom that is a share then: "una de cada diez"
    bounds: frozenset[str] = NONE  #: ahead of an article that counts then: "mindestens ein Jahr"
    out_of: frozenset[str] = NONE  #: between the two numbers of a share: "un sur cinq"
    out_of_behind_noun: frozenset[str] = NONE  #: behind the noun of the first: "un Français sur cinq"
    out_of_every: frozenset[str] = NONE  #: with another word ahead of the second: "una de cada diez"
    not_every: frozenset[str] = NONE  #: that word where it makes no share: "una de las diez"
    of_total: frozenset[str] = NONE  #: between a number and the whole of it: "32 von 116"
    in_: frozenset[str] = NONE  #: between the numbers of a share with hyphens: "one-in-three"
    the: frozenset[str] = NONE  #: the article of a name
    before_names: frozenset[str] = (
        NONE  #: ahead of a name behind which a count may stand: "In London 300 officers"
    )
    giving: frozenset[str] = NONE  #: verbs ahead of a name and a count: "gave the Alliance 196 seats"
    listing: frozenset[str] = NONE  #: between the last two of a list
    scores: frozenset[str] = NONE  #: in whose company two numbers are a score
    behind_digits: frozenset[str] = NONE  #: endings behind digits that make no name of them: "12-fold"
    number_letters: frozenset[str] = NONE  #: ahead of the degree sign that means number: "n° 5"
    small_references: frozenset[str] = NONE  #: of references, those that are none as capitals: "p"
    also_counted: frozenset[str] = NONE  #: of references, those behind which a count may stand as well
    per: frozenset[str] = NONE  #: ahead of what a rate is counted by: "23 per 100,000 people"


class ClaimWords(WordTable):
    """Words that say what is claimed of a number."""

    # ahead of it
    negation: frozenset[str] = NONE  #: deny a whole clause
    alleged: frozenset[str] = NONE
    planned: frozenset[str] = NONE
    hypothetical: frozenset[str] = NONE
    not_: frozenset[str] = NONE  #: of negation, those that deny what stands near by
    not_adjacent: frozenset[str] = NONE  #: of those, the ones that deny the next word only
    not_denying: frozenset[str] = NONE  #: behind those, where they deny nothing: "not only"
    none: frozenset[str] = NONE  #: "none of the 600"
    of: frozenset[str] = NONE
    determiners: frozenset[str] = NONE
    all_: frozenset[str] = NONE  #: "all but 40"
    but: frozenset[str] = NONE
    voted: frozenset[str] = NONE  #: "voted down"
    down: frozenset[str] = NONE
    that: frozenset[str] = NONE  #: opens what is said
    to: frozenset[str] = NONE  #: "is to begin"
    coming: frozenset[str] = NONE  #: ahead of that
    not_verbs: frozenset[str] = NONE  #: behind that, where it is no infinitive
    past: tuple[str, ...] = ()  #: endings of words that are none
    condition: frozenset[str] = NONE  #: open a sentence that is a condition
    sayings: frozenset[str] = NONE  #: nouns of what is claimed: "reports that"
    motions: frozenset[str] = NONE  #: nouns of what is voted on
    # behind it
    if_: frozenset[str] = NONE
    modals: frozenset[str] = NONE
    may: frozenset[str] = NONE  #: of those, the ones that are a month where written with a capital
    decided: frozenset[str] = NONE  #: it is settled what is claimed, or another clause begins
    is_: frozenset[str] = NONE
    untrue: frozenset[str] = NONE  #: behind "is", deny the number itself
    other_clause: frozenset[str] = NONE  #: between, where they do not
    false: frozenset[str] = NONE  #: deny a saying or a motion
    denying: frozenset[str] = NONE  #: ahead of a saying, deny it
    # a bound that "not" turns into the other: "did not fall below 21"
    plain_not: frozenset[str] = NONE
    contracted_not: tuple[str, ...] = ()  #: endings
    turning: frozenset[str] = NONE  #: ahead of a plain "not"
    not_turned: frozenset[str] = NONE  #: between, where it turns nothing
    no_more_than: str = ""  #: how the result is written
    no_less_than: str = ""
    # patterns of phrases
    denied_ahead: tuple[str, ...] = ()
    unverified_ahead: tuple[str, ...] = ()
    rejected_behind: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()  #: of words between a phrase ahead and the number, where another claim begins
    telling: frozenset[str] = NONE  #: words without which none of those phrases can stand in a sentence


class Language(WordTable):
    """All words of one language, in lower case unless a field says otherwise; phrases have one space
    between words.
    """

    numerals: NumeralWords
    spelling: SpellingWords
    units: UnitWords
    nouns: NounWords
    ranges: RangeWords
    comparisons: ComparisonWords = ComparisonWords()
    ages: AgeWords = AgeWords()
    qualifiers: QualifierWords
    dates: DateWords
    names: NameWords
    claims: ClaimWords
    sources: SourceWords = SourceWords()
    periods: PeriodWords = PeriodWords()
    ellipsis: EllipsisWords = EllipsisWords()
    conflicts: ConflictWords = ConflictWords()
    key: KeyWords = KeyWords()


def listed(text: str) -> tuple[str, ...]:
    """Read a list of words in their order."""
    return tuple(text.split())


def words(text: str) -> frozenset[str]:
    """Read a list of words, with _ for a space inside a phrase."""
    return frozenset(word.replace("_", " ") for word in text.split())


def spaced(text: str) -> tuple[str, ...]:
    """Read phrases in their order, with _ for a space inside one."""
    return tuple(phrase.replace("_", " ") for phrase in text.split())


def alternatives(phrases: Iterable[str]) -> str:
    """Return a pattern of one of some phrases; one that is the beginning of another must stand behind it."""
    return f"(?:{'|'.join(map(re.escape, phrases)) or '(?!)'})"


def values(text: str) -> dict[str, float]:
    """Read words with their values: "thousand=1e3 dozen=12"."""
    pairs = (pair.partition("=") for pair in text.split())
    return {word.replace("_", " "): float(value) for word, _, value in pairs}


def months(text: str) -> dict[str, int]:
    """Read the twelve months in their order, with | between names of one: "january|jan february|feb …"."""
    return {name: number for number, names in enumerate(text.split(), 1) for name in names.split("|")}


def meanings(**phrases: str) -> dict[str, str]:
    """Read phrases by what they mean: over="more_than above" → {"more than": "over", "above": "over"}."""
    return {phrase: meaning for meaning, listed in phrases.items() for phrase in words(listed)}


def units(**kinds: str) -> dict[str, tuple[str, str]]:
    """Read a table of units: for each kind, pairs "word=canonical", with _ for a space inside either."""
    return {
        word.replace("_", " "): (name.replace("_", " "), kind)
        for kind, pairs in kinds.items()
        for word, _, name in (pair.partition("=") for pair in pairs.split())
    }


def written_as(text: str) -> dict[str, str]:
    """Read names with the signs that stand for them: "euro=€|EUR" → {"€": "euro", "EUR": "euro"}."""
    pairs = (pair.partition("=") for pair in text.split())
    return {sign: name.replace("_", " ") for name, _, signs in pairs for sign in signs.split("|")}
