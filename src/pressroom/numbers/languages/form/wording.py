"""The form of a language's words for tiles: what a verb by the number makes of it."""

from __future__ import annotations

from collections.abc import Mapping

from pressroom.numbers.languages.form.base import NO_WORDS, NONE, WordTable


class StandIn(WordTable):
    """Pronouns that are subjects, and the nouns that they can stand for."""

    words: frozenset[str] = NONE
    tags: tuple[str, ...] = ()  #: of the nouns, as in pressroom.syntax
    articles: frozenset[str] = NONE  #: of the nouns, where they tell the gender; none for any
    empty: bool = False  #: may stand for nothing: "it rained", "il faut"
    empty_verbs: frozenset[str] = NONE  #: lemmas with which they do: "it took 3 years"
    empty_nouns: frozenset[str] = NONE  #: "it is 3 degrees warmer"


class WordingWords(WordTable):
    """Words by which the wording of a tile is found. Verbs are lemmas."""

    of: frozenset[str] = NONE  #: between a sum and the noun it is the size of: "a fine of £300"
    saying: frozenset[str] = NONE  #: report what is so, and change nothing of it
    having: frozenset[str] = NONE  #: add nothing to what their object is: "has 12 wards", "made 31 arrests"
    being: frozenset[str] = NONE  #: "there are 12 wards"
    measuring: frozenset[str] = NONE  #: between a subject and its measure: "the bill totals £3m"
    costing: frozenset[str] = NONE  #: "the bridge cost £4m"
    rising: frozenset[str] = NONE
    falling: frozenset[str] = NONE
    rise: str = ""  #: with "{}" for what rose: "rise in {}"
    fall: str = ""
    change: str = ""
    up: str = ""  #: with "{}" for how much something rose to the level that is told: "up {}"
    down: str = ""
    cost: str = ""  #: with "{}" for what is paid for: "cost of {}"
    agent: str = ""  #: with "{}" for who did it: "by {}", "" where it needs another form of the name
    participles: Mapping[str, str] = NO_WORDS  #: of irregular verbs by their lemmas
    regular_participle: str = ""  #: the ending of the past form that is the participle as well, "" for none
    participle_endings: tuple[tuple[str, str], ...] = ()  #: ends of lemmas, and what stands in their place
    modal: frozenset[str] = NONE  #: lemmas and forms that make a statement possible or future
    negating: frozenset[str] = NONE
    condition: frozenset[str] = NONE  #: conjunctions that open a condition or a question
    pointing: frozenset[str] = NONE  #: pronouns that stand for something said before
    stand_ins: tuple[StandIn, ...] = ()  #: pronouns that may be named by a noun of the sentence ahead
    speakers: frozenset[str] = NONE  #: pronouns of who speaks and who is spoken to
    joining: frozenset[str] = NONE  #: adverbs at the opening that join a sentence to the one before
    by: frozenset[str] = NONE  #: ahead of the size of a change: "rose by 4%"
    to: frozenset[str] = NONE  #: ahead of the value after it: "rose to 4%"
    articles: frozenset[str] = NONE
    terms: frozenset[str] = NONE  #: lemmas ahead of a term of prison, which is a fact of its own
    capital_nouns: bool = False  #: nouns have a capital wherever they stand
    times: frozenset[str] = NONE  #: nouns behind "this" that say when, and point at nothing: "this winter"
    general: frozenset[str] = NONE  #: lemmas of nouns that tell nothing alone: "a 10 per cent drop"
    relatives: frozenset[str] = NONE  #: pronouns that open a relative clause
    comma_ahead_of_relatives: bool = False  #: also ahead of those that tell which one is meant
    shared_out: frozenset[str] = NONE  #: deal values out over a list: "respectively"
    excepting: frozenset[str] = NONE  #: ahead of what is taken out of a statement: "excluding fees"
    deciding: frozenset[str] = NONE  #: lemmas behind which something is to be: "decided to allocate £3m"
    to_be: str = ""  #: with "{}" for a participle: "to be {}"
    being_done: str = ""  #: with "{}" for a participle: "being {}"
    future: frozenset[str] = NONE  #: auxiliaries of what is to be
    raising: frozenset[str] = NONE  #: lemmas of verbs whose object rises
    lowering: frozenset[str] = NONE
    loose: frozenset[str] = NONE  #: prepositions and conjunctions of time and place, which may be left out
    directions: frozenset[str] = NONE  #: adverbs of a change: "shares were up 4%"
    harming: frozenset[str] = NONE  #: lemmas of verbs whose participle tells what befell: "killing 12 people"
    doubling: str = ""  #: pattern of verbs that double their last letter: "banned"
    ordering: frozenset[str] = NONE  #: conjunctions behind which nothing has happened yet: "after", "once"
    binding: frozenset[str] = NONE  #: words ahead of which no wording ends: "as recently | as March"
    completing: frozenset[str] = (
        NONE  #: behind a comma open what completes a noun or a verb: "der Ansicht, | dass"
    )
    counting: frozenset[str] = NONE  #: nouns that say of what a number is a count: "the number of"
    bodies: frozenset[str] = NONE  #: nouns of those who own things: "the company", whose are "its sales"
    placing: frozenset[str] = (
        NONE  #: prepositions of place and time, which the last item has for a whole list
    )
    places: frozenset[str] = NONE  #: relative adverbs of place and time: "where", "when"
    telling: frozenset[str] = NONE  #: open a phrase that names a source: "according to Acme, …"
    qualifying: frozenset[str] = NONE  #: adverbs that change what a verb says: "usually", "previously"
    each: frozenset[str] = NONE  #: ahead of the base of a ratio: "for every 100 men"
    particles: frozenset[str] = NONE  #: adverbs that are part of a verb: "turn away"
    demonyms: frozenset[str] = NONE  #: adjectives that keep their capital wherever they stand: "Russian"
    future_endings: tuple[str, ...] = ()  #: of verbs in the future tense
    contrast: frozenset[str] = NONE  #: conjunctions that take back: "but"
    parting: frozenset[str] = NONE  #: open what a number is a part of: "of the 40 schools, 12"
    accompanying: frozenset[str] = NONE  #: prepositions of what may be left out: "with", "including"
    limiting: frozenset[str] = NONE  #: open a bracket that says what is in a value: "(excluding fees)"
    comparing: frozenset[str] = NONE  #: in what a value is compared with, ahead of its clause
    worth: frozenset[str] = NONE  #: between a thing and its value: "a deal worth £3m"
    possessives: frozenset[str] = NONE  #: of a third person, where they are tagged as determiners: "sa"
    anybody: frozenset[str] = NONE  #: pronouns of no person in particular: "on", which may be a speaker too
    drops_subjects: tuple[str, ...] = ()  #: endings of verbs that name nobody: "(detienen) a tres"; elsewhere
    # a verb without a subject is of somebody who was named before
    conceding: frozenset[str] = NONE  #: open a clause against which the main one sets its own
    far: frozenset[str] = NONE  #: determiners of a time that the text told of before: "that year"
    pointing_back: frozenset[str] = NONE  #: adjectives of what was told before: "corresponding"
    continuing: frozenset[str] = NONE  #: open what comes on top of something told before: "another 40 boats"
    sides: frozenset[str] = NONE  #: between the sides of a thing: "four feet by three"
    definite: frozenset[str] = NONE  #: articles of what is known
    ranging: frozenset[str] = NONE  #: open a stretch of time: "from"
    sourcing: frozenset[str] = NONE  #: open a clause behind a comma that says who says so: ", as"
    told_before: frozenset[str] = NONE  #: phrases of what was told before: "since then"
    days_untold: frozenset[str] = NONE  #: times that mean nothing without the date of their text: "today"
    same: frozenset[str] = NONE  #: adjectives of a time that another has too: "the same period"
    owned_by_several: frozenset[str] = NONE  #: possessives of several owners: "their"
    made_of: str = ""  #: with "{}" twice, for things and what consists of them: "{} in {}"
    reasons: frozenset[str] = NONE  #: open a phrase that says why or after what, and may be left out
    adding: frozenset[str] = NONE  #: relative pronouns that add to what is told: ", which"
    drops_subject: bool = False  #: a verb may stand without its subject
    informing: frozenset[str] = NONE  #: lemmas of nouns of who or what says: "analyst", "survey"
    coming: frozenset[str] = NONE  #: of those verbs, those that measure ahead of "to" alone: "came to £3m"
    totals: frozenset[str] = NONE  #: ahead of a count that they add nothing to: "a total of"
    chances: frozenset[str] = NONE  #: lemmas of nouns that must say of what: "a 25% probability"
    several_others: frozenset[str] = NONE  #: pronouns of several things named before
    differing: frozenset[str] = NONE  #: behind a value by which another differs: "4 points more"
    collective: frozenset[str] = NONE  #: nouns of what consists of others: "a network of 140 clinics"
    asides: frozenset[str] = NONE  #: phrases that say nothing of a number: "in addition"
    longest: int = (
        18  #: words of a clause in a tile, about 16 of English; languages with more small words need more
    )
    longest_sentence: int = 24  #: words of a whole sentence in a tile: it leaves nothing out
