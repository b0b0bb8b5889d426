"""Key numbers that no picture shows, each with its reason."""

from __future__ import annotations

from pressroom.figures.rules.candidates import Candidates
from pressroom.figures.text.doubts import find_doubt
from pressroom.figures.text.prospects import is_to_come
from pressroom.figures.text.quotations import UNNAMED, is_said_by_unnamed
from pressroom.model.quantity import Modality


def alone(found: Candidates) -> None:
    """Say of each key number left why no rule took it."""
    named = " · ".join(refusal.about for refusal in found.refused)
    for one in found.numbers.key:
        quantity = one.quantity
        if (quantity.start, quantity.end) in found.taken or found.shown(quantity) in named:
            continue
        if quantity.modality is not Modality.STATED or is_to_come(quantity):
            reason = "it is planned, supposed or denied: a picture would show it as a fact"
        elif doubt := find_doubt(quantity):
            reason = doubt
        elif is_said_by_unnamed(quantity, found.document.text):
            reason = UNNAMED
        elif quantity.value is None:
            reason = "the text gives a word and no value"
        else:
            reason = "nothing in the text stands beside it that it could be compared with"
        found.refuse("bar", reason, [quantity])
