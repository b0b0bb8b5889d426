"""Words that are only the rest of a sentence, which do not tell what their numbers are."""

from __future__ import annotations

import re

from pressroom.model.quantity import Quantity

TORN = "its sentence is cut: whether it tells of a range or of a change is not read with certainty"
_FROM = re.compile(r"\b(?:from|von|de|desde)\s$", re.IGNORECASE)


def is_torn(quantity: Quantity) -> bool:
    """Tell whether two values "from … to …" stand in a line that opens in small letters: its verb, "raise" or
    "range", is lost.
    """
    sentence = quantity.sentence_text
    ahead = sentence[: max(sentence.find(quantity.text), 0)]
    return sentence[:1].islower() and _FROM.search(ahead) is not None
