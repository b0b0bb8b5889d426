"""Numbers that name instead of counting: dates, references, parts of names, scores, idioms. Each with its
reason.
"""

from __future__ import annotations

from collections.abc import Callable

from pressroom.numbers.naming.dates import (
    match_date,
    match_decade,
    match_ordinal,
    match_part_of_period,
    match_year,
)
from pressroom.numbers.naming.idioms import match_idiom, match_pronoun
from pressroom.numbers.naming.names import match_part_of_name, match_score, match_title
from pressroom.numbers.naming.occurrence import Naming, Occurrence
from pressroom.numbers.naming.references import (
    match_address,
    match_code,
    match_compound_rest,
    match_identifier,
    match_listed,
    match_rank,
    match_rate_base,
    match_reference,
)
from pressroom.numbers.naming.times import match_time_of_day
from pressroom.numbers.parsing.rule import Rule

__all__ = ["Naming", "Occurrence", "find_naming"]

NUMBER_RULES: tuple[Rule[Callable[[Occurrence], Naming | None]], ...] = (
    Rule("naming.decade", match_decade, "It was built in the 1960s.", "1960s: decade"),
    Rule("naming.time-of-day", match_time_of_day, "Doors open at 5 p.m. on Friday.", "5 p.m.: time of day"),
    Rule("naming.rate-base", match_rate_base,
        "There were 23 cases per 100,000 people.", "100,000: the base of a rate"),
    Rule("naming.code", match_code, "The flag has the code 0042 on it.", "0042: identifier"),
    Rule("naming.score", match_score, "They won 3-1 at home.", "3-1: score"),
    Rule("naming.date", match_date, "It opened on 14 May.", "14 May: date"),
    Rule("naming.part-of-period", match_part_of_period,
        "It fell in the second half of the decade.", "half: part of a period"),
    Rule("naming.ordinal", match_ordinal, "He came 3rd in the race.", "3rd: ordinal"),
    Rule("naming.rank", match_rank, "She is number two in the firm.", "two: reference"),
    Rule("naming.reference", match_reference, "It breaks Article 5 of the treaty.", "5: reference"),
    Rule("naming.identifier", match_identifier,
        "The COVID-19 wards are full.", "COVID-19: name or identifier"),
    Rule("naming.compound", match_compound_rest,
        "It was a catch-twenty-two case.", "catch-twenty-two: name or identifier"),
    Rule("naming.year", match_year, "It was built in 1987 by the army.", "1987: year"),
    Rule("naming.address", match_address,
        "They met at 1600 Harbour Street.", "1600 Harbour Street: street address"),
    Rule("naming.idiom", match_idiom, "On the one hand, it works.", "one hand: idiom"),
    Rule("naming.pronoun", match_pronoun, "She wants a new one.", "one: a pronoun or an article"),
    Rule("naming.part-of-name", match_part_of_name, "The Airbus 380 landed.", "380: part of a name"),
    Rule("naming.title", match_title, 'The programme "60 Minutes" was sold.', "60 Minutes: part of a name"),
)  # fmt: skip  # a row in one line or two
LISTED = Rule("naming.listed", match_listed, "It breaks articles 3, 4 and 7 of the treaty.", "7: reference")
RULES = (*NUMBER_RULES, LISTED)


def _rules(*names: str) -> tuple[Rule[Callable[[Occurrence], Naming | None]], ...]:
    by_name = {rule.name.partition(".")[2]: rule for rule in NUMBER_RULES}
    return tuple(by_name[name] for name in names)


# in their order; the first that applies tells why. Where a unit or a scale stands by, few can apply
MEASURED = _rules("decade", "time-of-day", "reference", "identifier", "title")
DIGITS = _rules(
    "decade",
    "time-of-day",
    "rate-base",
    "code",
    "score",
    "date",
    "ordinal",
    "reference",
    "identifier",
    "compound",
    "year",
    "address",
    "idiom",
    "part-of-name",
)
WORDS = _rules(
    "time-of-day",
    "part-of-period",
    "rank",
    "ordinal",
    "decade",
    "compound",
    "idiom",
    "pronoun",
    "part-of-name",
)


def find_naming(occurrence: Occurrence, earlier: Naming | None) -> Naming | None:
    """Return what a number names instead of counting, None where it counts.

    ``earlier`` is what the number ahead names, None where that one counts.
    """
    rules = WORDS if not occurrence.digits else DIGITS if occurrence.bare else MEASURED
    for rule in rules:
        naming = rule.apply(occurrence)
        if naming:
            naming.rule = rule.name
            return naming
    naming = LISTED.apply(occurrence, earlier)
    if naming:
        naming.rule = LISTED.name
    return naming
