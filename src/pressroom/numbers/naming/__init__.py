"""Numbers that name instead of counting: dates, references, parts of names, scores, idioms. Each with its
reason.
"""

from __future__ import annotations

from collections.abc import Callable

from pressroom.numbers.naming.dates import match_date, match_decade, match_ordinal, match_year
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

__all__ = ["Naming", "Occurrence", "find_naming"]

Rule = Callable[[Occurrence], Naming | None]
# in their order; the first that names tells why. Where a unit or a scale stands by, few can apply
MEASURED: tuple[Rule, ...] = (match_decade, match_time_of_day, match_reference, match_identifier, match_title)
DIGITS: tuple[Rule, ...] = (
    match_decade,
    match_time_of_day,
    match_rate_base,
    match_code,
    match_score,
    match_date,
    match_ordinal,
    match_reference,
    match_identifier,
    match_compound_rest,
    match_year,
    match_address,
    match_idiom,
    match_part_of_name,
)
WORDS: tuple[Rule, ...] = (
    match_time_of_day,
    match_rank,
    match_ordinal,
    match_decade,
    match_compound_rest,
    match_idiom,
    match_pronoun,
    match_part_of_name,
)


def find_naming(occurrence: Occurrence, earlier: Naming | None) -> Naming | None:
    """Return what a number names instead of counting, None where it counts.

    ``earlier`` is what the number ahead names, None where that one counts.
    """
    rules = WORDS if not occurrence.digits else DIGITS if occurrence.bare else MEASURED
    for rule in rules:
        naming = rule(occurrence)
        if naming:
            return naming
    return match_listed(occurrence, earlier)
