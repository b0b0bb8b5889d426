"""Key numbers that no picture shows, each with its reason."""

from __future__ import annotations

from pressroom.figures.rules.candidates import Candidates
from pressroom.figures.text.statements import find_statement_objection

ALONE = "nothing in the text stands beside it that it could be compared with"


def alone(found: Candidates) -> None:
    """Say of each key number left why no rule took it."""
    named = " · ".join(refusal.about for refusal in found.refused)
    for one in found.numbers.key:
        quantity = one.quantity
        if (quantity.start, quantity.end) in found.taken or found.shown(quantity) in named:
            continue
        found.refuse("bar", find_statement_objection(quantity, found.document) or ALONE, [quantity])
