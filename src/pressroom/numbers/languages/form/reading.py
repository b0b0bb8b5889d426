"""Words by which numbers, units, dates and names are read."""

from __future__ import annotations

from collections.abc import Mapping

from pressroom.numbers.languages.form.base import NO_VALUES, NO_WORDS, NONE, WordTable


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
    adding: frozenset[str] = NONE  #: a thousand, to which digits behind it are added: "5 mil 700"
    bare: frozenset[str] = NONE  #: of hundred and scales, those that are numbers without one ahead: "mille"
    halving: frozenset[str] = NONE  #: ahead of a half that counts: "more than half"
    whole: frozenset[str] = NONE  #: behind a fraction: "a third of"
    one: frozenset[str] = NONE  #: one, but an article or a pronoun as well
    several: frozenset[str] = NONE  #: ahead of a scale that then has no value: "several thousand"
    rounded: frozenset[str] = NONE  #: scales that mean about as many: "une trentaine"
    shares: Mapping[str, float] = NO_VALUES  #: phrases that are a part of what they stand by: "jeder fünfte"
    vague: frozenset[str] = NONE  #: words of number without a value: "dozens"
    of: frozenset[str] = NONE  #: between a half and its whole: "half of the"
    half_nouns: Mapping[str, str] = NO_WORDS  #: nouns that are a half, to their article: "die Hälfte der"
    on_the_way: frozenset[str] = NONE  #: ahead of such a noun that is a place or time: "en la mitad de"
    before_part: frozenset[str] = NONE  #: ahead of a fraction that closes its clause: "by a third"
    predicates: frozenset[str] = NONE  #: verbs behind a fraction: "two thirds voted"
    fold: str = ""  #: makes a number word a multiple: "fivefold" (of English alone)
    factors: frozenset[str] = NONE  #: with "of", ahead of a multiple: "a factor of three"
    fold_nouns: tuple[str, ...] = ()  #: beginnings of nouns that make a multiple: "das 2,5-Fache"
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
    per_of_money: frozenset[str] = NONE  #: likewise, of money alone: "deux euros le kilo"
    per_noun: frozenset[str] = NONE  #: of "per", those behind which any noun makes a rate: "per share"
    any_noun_rates: bool = False  #: whether any noun makes a rate of money that closes its phrase: "$5 a go"
    rated: frozenset[str] = NONE  #: things by which others are counted, besides units: "share", "head"
    each: frozenset[str] = NONE  #: behind what one thing costs: "$40 each"
    time_ahead: frozenset[str] = NONE  #: ahead of how long ago something was: "vor 20 Jahren"
    time_behind: frozenset[str] = NONE  #: behind a stretch of time by which nothing is counted: "a year ago"
    time_behind_count: frozenset[str] = NONE  #: likewise, behind what is counted: "3 flights a day later"
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
    parted: frozenset[str] = NONE  #: ahead of a part that is no share: "the latter half"
    ordinal_endings_apart: frozenset[str] = NONE  #: those that a copy may set apart: "the 14 th session"
    ordinal_endings: frozenset[str] = (
        NONE  #: behind the digits of an ordinal: "21st" (English ones in English alone)
    )
    decades_ahead: frozenset[str] = NONE  #: ahead of a decade: "los años ochenta"
    decades_behind: frozenset[str] = NONE  #: phrases behind one: "80er Jahre"
    of_month: frozenset[str] = NONE  #: between a day and its month
    ahead_of_day: frozenset[str] = NONE  #: between a place and the day of a dateline: "le 3 mai"
    after_month: frozenset[str] = NONE  #: between a month and its day or year
    in_month: frozenset[str] = (
        NONE  #: ahead of a month behind which a count may stand: "in May 30 people came"
    )
    parts_of_month: frozenset[str] = NONE  #: ahead of a month: "early May"
    day_of: frozenset[str] = NONE  #: between the day and the month of an event
    month_of: frozenset[str] = NONE  #: between its month and its year
    event_years: frozenset[str] = NONE  #: ahead of a year that dates an event
    limits: frozenset[str] = NONE  #: ahead of a date that is only a limit: "by 2050"
    sent: frozenset[str] = NONE  #: name the line of a mail that tells when it was sent
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
    singular_verbs: frozenset[str] = NONE  #: behind the name of one thing: "412 Storage Partners is"
    singular_ending: str = ""  #: ending of other such verbs
    titled: frozenset[str] = NONE  #: ahead of a title: "the film 12 Angry Men"
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
    per_many: frozenset[str] = NONE  #: likewise, ahead of a hundred, a thousand and so on: "pour 100 000"
