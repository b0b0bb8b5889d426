"""What several rules ask of quantities: comparisons of a kind, subtitles."""

from __future__ import annotations

from pressroom.figures.rules.candidates import Candidates
from pressroom.model.quantity import Comparison, Quantity


def find_compared(found: Candidates, kinds: tuple[str, ...]) -> list[tuple[Quantity, Comparison]]:
    """Return the free quantities with a comparison of some kinds, one of the two a key number, or one that is
    none only for want of words that fit a tile.
    """
    return [
        (quantity, quantity.comparison)
        for quantity in found.all
        if quantity.comparison is not None
        and quantity.comparison.kind in kinds
        and (
            found.find_change(quantity)
            or any(found.is_key(one) for one in (quantity, found.compared(quantity)) if one)
        )
    ]


def make_subtitle(quantity: Quantity, title: str, *others: str) -> str:
    """Return the period of a quantity and other words, each unless the title has it."""
    known = title.lower()
    parts = (quantity.period, *others)
    return ", ".join(dict.fromkeys(part for part in parts if part and part.lower() not in known))
