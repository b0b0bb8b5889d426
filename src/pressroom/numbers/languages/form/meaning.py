"""Words that say how sure a number is, what is claimed of it, who says it and for which time."""

from __future__ import annotations

from collections.abc import Mapping

from pressroom.numbers.languages.form.base import NO_WORDS, NONE, WordTable


class QualifierWords(WordTable):
    """Words that say how sure a number is, by the name of their qualifier."""

    before: Mapping[str, str]  #: ahead of a number: "more than"
    after: Mapping[str, str]  #: behind it: "or more"
    # known in a text of any language
    age_limits: frozenset[str] = NONE  #: bounds that tell the age of persons ahead: "children under 5"
    between: frozenset[str] = NONE  #: may stand between a qualifier and its number: "more than the usual 300"
    definite: frozenset[str] = NONE  #: of those, those that make a bound tell of another thing
    up_to: frozenset[str] = NONE  #: bounds that tell where something went behind a verb of "going"
    speeding: tuple[str, ...] = ()  #: stems of verbs that say so of a rate: "picked up to 8 per cent"
    going: tuple[str, ...] = ()  #: beginnings of such verbs: "edged up to"
    raising: tuple[str, ...] = ()  #: beginnings of verbs that do so with an object between: "pushed it up to"
    raised: frozenset[str] = NONE  #: first words of such an object
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
    lowest: frozenset[str] = NONE  #: bounds of a price alone, behind "pricing": "costs from £49"
    pricing: frozenset[str] = NONE
    past: frozenset[str] = NONE  #: bounds that tell a time behind "before_past": "half past 10"
    before_past: frozenset[str] = NONE


class SourceWords(WordTable):
    """Words that tell who says a number. Known in a text of any language."""

    the: frozenset[str] = NONE
    articles: frozenset[str] = NONE  #: left out ahead of who says it
    of: frozenset[str] = NONE  #: within a name, with an article behind: "the Bank of the West"
    joints: frozenset[str] = NONE  #: within a name: "the Institute for Housing"
    more_names: frozenset[str] = (
        NONE  #: behind a joint, open what belongs to a list of names: "and other groups"
    )
    calling: frozenset[str] = NONE  #: ahead of who only names something: "what its owner said was"
    particles: frozenset[str] = NONE  #: small words that open a name: "van Dam"
    no_speakers: frozenset[str] = NONE  #: of the words behind an article, those of no one who speaks
    values: frozenset[str] = NONE  #: nouns of what a speaker behind them says: "the number police gave"
    adverbs: frozenset[str] = NONE  #: between who speaks and the verb: "the survey also found"
    groups: frozenset[str] = NONE  #: who speaks, with a word ahead: "aid groups"
    speakers: frozenset[str] = NONE  #: who speaks, alone: "police"
    nobody: frozenset[str] = NONE  #: first words of no one who speaks
    pronouns: frozenset[str] = NONE  #: with which what is said may begin
    saying: frozenset[str] = NONE  #: verbs behind who speaks
    nouns_as_well: frozenset[str] = NONE  #: verbs that are nouns as well: "reports"
    inverted: frozenset[str] = NONE  #: verbs ahead of who speaks, behind what is said: "…, said Ana Ruiz"
    behind_name: frozenset[str] = (
        NONE  #: behind such a name, and behind one that a phrase of "according" names
    )
    belonging: frozenset[str] = NONE  #: between a speaker and a name: "a spokesman for Acme"
    before_objects: frozenset[str] = NONE  #: ahead of a name that is no subject: "on SLA reports"
    auxiliaries: frozenset[str] = NONE  #: of their phrases, the words that do not tell of saying
    putting: frozenset[str] = NONE  #: verbs that tell of saying ahead of "put": "puts it at 300"
    put: frozenset[str] = NONE
    according: frozenset[str] = NONE  #: phrases ahead of who speaks
    finding: frozenset[str] = NONE  #: verbs that tell of saying only of "finders"
    finders: tuple[str, ...] = ()  #: parts of the names of those who find numbers: "researchers found"
    finding_offices: frozenset[str] = NONE  #: words in their names
    turns: frozenset[str] = NONE  #: ahead of another who speaks
    named: tuple[str, ...] = ()  #: patterns of phrases with a group "who"
    telling: frozenset[str] = NONE  #: words of which each of those phrases holds one


class PeriodWords(WordTable):
    """Words that tell for which time a number holds. Known in a text of any language."""

    the: frozenset[str] = NONE
    during: frozenset[str] = NONE  #: ahead of a stretch of time that is near: "over the past two years"
    merely: frozenset[str] = NONE  #: behind that: "in just the past two years"
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
    and_: frozenset[str] = NONE  #: ahead of the last of several years
    between: frozenset[str] = NONE  #: ahead of the first of two years
    until: frozenset[str] = NONE  #: ahead of the second
    comma_behind_opening: bool = False  #: whether a comma stands behind a time that opens a sentence
    articles: frozenset[str] = NONE  #: ahead of "repeated": "spends £2m on fuel a year"
    repeated: frozenset[str] = NONE
    past: frozenset[str] = NONE  #: behind those where they tell a time that is gone: "a year ago"
    phrases: tuple[str, ...] = ()  #: patterns of other phrases of a time: "year on year"
    paces: tuple[str, ...] = ()  #: of those that stand ahead of a number: "at an annual rate of 3%"
    telling: frozenset[str] = NONE  #: words of which each of those phrases holds one


class RoleWords(WordTable):
    """Words that tell what part a value plays: a change, a level, a bound, a margin."""

    of: frozenset[str] = NONE  #: between a noun and its value: "a margin of 3 points"
    to: frozenset[str] = NONE  #: between a verb of change and the level reached
    by: frozenset[str] = NONE  #: between a verb of change and how much it changed
    changes: frozenset[str] = NONE  #: nouns of changes: "a rise of 5%", "a 5% rise"
    not_moving: frozenset[str] = NONE  #: begin as verbs of change do, and are none
    bare_change: bool = False  #: whether a change stands right behind its verb: "fell 5%"
    crossing: frozenset[str] = NONE  #: bounds behind a verb of change that tell the level: "fell below 5%"
    thresholds: frozenset[str] = NONE
    forbidding: frozenset[str] = NONE  #: of what is "of more than 50 people"
    restricting: frozenset[str] = NONE  #: ahead of "to 10 or fewer"
    last_time: tuple[str, ...] = ()  #: phrases ahead of a bound that was once kept
    targets: frozenset[str] = NONE
    margins: frozenset[str] = NONE
    forecasts: frozenset[str] = NONE  #: words of a sentence whose planned value is a forecast
    past: frozenset[str] = NONE  #: last words of a time that is gone: "a year earlier"
    former: frozenset[str] = NONE  #: of a value that another has replaced: "the previously announced £7m"
    usual: frozenset[str] = NONE  #: of a value that holds in other years: "the usual £7m"
    beyond: frozenset[str] = NONE  #: ahead of that, where this year's differs: "above the usual £7m"
    after: frozenset[str] = NONE  #: behind a value and a comma, ahead of the one before it: ", after 3%"
    followed: frozenset[str] = NONE  #: between a value and the one behind it: "2.6% followed by 3.1%"
    once_expected: frozenset[str] = NONE  #: behind a value that did not come about: "had been expected"
    set_against: frozenset[str] = (
        NONE  #: right ahead of what a value is compared with: "up from", "compared with"
    )
    announced: frozenset[str] = NONE  #: participles that may stand behind those
    was_to: frozenset[str] = NONE  #: phrases ahead of what was once planned: "was to"
    but_now: frozenset[str] = NONE  #: phrases ahead of what has taken its place: "but is now"


class BoilerplateWords(WordTable):
    """What stands in many texts of one sender and tells nothing of their matter."""

    sentences: tuple[str, ...] = ()  #: patterns, each from the start of a word, of boilerplate
    openings: tuple[str, ...] = ()  #: the same, only at the beginning of a text
    headings: tuple[str, ...] = ()  #: patterns of whole headings above boilerplate
    about: tuple[str, ...] = ()  #: as written, ahead of a sender in such a heading: "About"
    who: tuple[str, ...] = ()  #: senders without a name: "the company", "us"


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
    past: tuple[str, ...] = ()  #: endings of verbs in the past, which tell of nothing to come
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
    of_phrases: frozenset[str] = NONE  #: other words, of which each of those phrases holds one
