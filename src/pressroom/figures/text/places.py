"""Where a number stands in its sentence."""

from __future__ import annotations

from pressroom.model.quantity import Quantity


def find_start(quantity: Quantity) -> int:
    """Return the offset of a number in its sentence, 0 where the sentence does not hold it as written."""
    sentence, start = quantity.sentence_text, quantity.start - quantity.sentence.start
    if sentence.startswith(quantity.text, start):
        return start
    return max(sentence.find(quantity.text), 0)  # the sentence as printed has other white space
