"""Whether a number stands in words that somebody says who is not named beside it."""

from __future__ import annotations

import re

from pressroom.model.quantity import Quantity

_INCHES = re.compile(r"\d\"")


def is_said_by_unnamed(quantity: Quantity, text: str) -> bool:
    """Tell whether quotation marks that are open at a number have been opened in its paragraph, and its
    sentence names no source.
    """
    if quantity.attribution:
        return False
    begin = max(text.rfind("\n\n", 0, quantity.start), 0)
    return _is_open(_INCHES.sub("", text[begin : quantity.start]))


def _is_open(ahead: str) -> bool:
    if "„" in ahead:
        return ahead.count("„") > ahead.count("“") + ahead.count("”")
    if "»" in ahead and ahead.find("»") < (ahead.find("«") if "«" in ahead else len(ahead)):
        return ahead.count("»") > ahead.count("«")
    pairs = (("“", "”"), ("«", "»"))
    return ahead.count('"') % 2 == 1 or any(ahead.count(one) > ahead.count(other) for one, other in pairs)
