"""The product's own number reader in the scorer's form; no special path."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

from pressroom.model.quantity import Interval, Quantity
from pressroom.numbers import extract as read


def extract(text: str) -> list[dict[str, object]]:
    """Return every quantity of a text: offsets, value (or [low, high]), unit, qualifier, kind, subject."""
    return [as_scored(quantity) for quantity in read(text)]


def as_scored(quantity: Quantity, *, rated: bool = False) -> dict[str, object]:
    """Return a quantity in the scorer's form; ``rated`` takes what money is counted by for part of its unit,
    as our own labels do and those of the suites do not.
    """
    value = quantity.value
    return {
        "start": quantity.start,
        "end": quantity.end,
        "value": [value.low, value.high] if isinstance(value, Interval) else value,
        "unit": f"{quantity.unit} {quantity.rate}".rstrip() if rated else quantity.unit,
        "qualifier": str(quantity.qualifier) if quantity.qualifier else None,
        "kind": str(quantity.kind),
        "subject": quantity.subject,
    }
