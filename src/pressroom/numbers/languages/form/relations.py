"""Words that relate a number to others, or to the one before it."""

from __future__ import annotations

from collections.abc import Mapping

from pressroom.numbers.languages.form.base import NO_WORDS, NONE, WordTable


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
    varying: frozenset[str] = NONE  #: verbs behind which they are the ends of a range
    moving_by: tuple[str, ...] = ()  #: stems of verbs behind which these say by how much as well
    passing: tuple[str, ...] = ()  #: stems of verbs that do not tell which way a value went
    to: tuple[str, ...] = ()  #: ahead of the second
    was: tuple[str, ...] = ()  #: between a value and an earlier one
    was_in_time: tuple[str, ...] = ()  #: of those, the ones that only tell of time: "up from"
    was_from: tuple[str, ...] = ()  #: the same, where nothing but a comma stands ahead
    whose: tuple[str, ...] = ()  #: behind those where they name whose a value is: "from the 200"
    targets: tuple[str, ...] = ()  #: in brackets, ahead of a value that was aimed at
    targets_of: tuple[str, ...] = ()  #: the same, with one of "of" behind
    of: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()  #: between a part and its whole
    not_whole: tuple[str, ...] = ()  #: behind those where no whole follows: "of whom"
    articles: tuple[str, ...] = ()  #: behind those, ahead of the whole
    comma_behind_whole: bool = True  #: whether a comma stands behind a whole that opens a sentence
    sides: tuple[str, ...] = ()  #: between the sides of a vote
    then: tuple[str, ...] = ()  #: between what a change came to and what came after it


class RelationWords(WordTable):
    """Words by which several values are known to belong together. Known in a text of any language."""

    earlier: frozenset[str] = NONE  #: ahead of "estimates": "previous intelligence"
    estimates: frozenset[str] = NONE
    occasions: frozenset[str] = NONE  #: units of what happened each time: "32 occasions"
    on: frozenset[str] = NONE  #: ahead of their number
    this: frozenset[str] = NONE  #: ahead of a noun that points at the sentence before
    listing: Mapping[str, str] = NO_WORDS  #: prepositions behind the values of a list, to their plain form
    apart: frozenset[str] = NONE  #: set a value of a list against the others: "while", "only"
    including: tuple[str, ...] = ()  #: between a count and a part of it
    of_them: tuple[str, ...] = ()  #: behind a part, pointing at the count ahead: "300 of them"
    making: tuple[str, ...] = ()  #: verbs between what was added and the total: "bringing the toll to"
    totals: frozenset[str] = NONE
    to: tuple[str, ...] = ()  #: behind those
    each: frozenset[str] = NONE  #: ahead of what a count is of each time: "300 at each event"
    standing: frozenset[str] = NONE  #: adjectives of a number that may go down as well: "active cases"
    beings: frozenset[str] = NONE  #: units of persons, of whom some may be named otherwise: people, child


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
    when: frozenset[str] = NONE  #: behind an age, ahead of such a pronoun: "was 34 when she left"
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


class EllipsisWords(WordTable):
    """Words round a number that leaves unsaid what the one before said. Known in a text of any language."""

    shares: frozenset[str] = NONE  #: last words of a share ahead of "of": "51 per cent of the 96 parents"
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
    uncounted: tuple[str, ...] = ()  #: patterns with "{}" for a bare number that counts nothing there
    times_before: tuple[str, ...] = ()  #: patterns that open a sentence on an earlier time: "a year earlier"
    formal: tuple[str, ...] = ()  #: patterns of counts that are a formality, "$" behind what is counted
    options: tuple[str, ...] = ()  #: patterns ahead of what somebody may buy later: "option to buy"
    sampling: tuple[str, ...] = ()  #: patterns right ahead of a survey's size or doubt: "a sample of"
    errors: frozenset[str] = NONE  #: what makes the shares of a sentence those of a method: "sampling error"
    experience: frozenset[str] = NONE  #: behind how long somebody has done something: "years of experience"
    ago: frozenset[str] = NONE  #: behind how long ago something was: "20 years ago"
    calibres: frozenset[str] = NONE  #: what has a calibre, in the singular
    of: frozenset[str] = NONE  #: behind a measure that is none: "300mm of rain"
    before_conversion: frozenset[str] = NONE  #: ahead of a value in another unit, in brackets
