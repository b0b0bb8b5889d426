"""The product's own number reader in the scorer's form; no special path."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

from pressroom.model.quantity import Interval
from pressroom.numbers import extract as read


def extract(text: str) -> list[dict[str, object]]:
    """Return every quantity of a text: offsets, value (or [low, high]), unit, qualifier, kind, subject."""
    return [
        {
            "start": quantity.start,
            "end": quantity.end,
            "value": [quantity.value.low, quantity.value.high]
            if isinstance(quantity.value, Interval)
            else quantity.value,
            "unit": quantity.unit,
            "qualifier": str(quantity.qualifier) if quantity.qualifier else None,
            "kind": str(quantity.kind),
            "subject": quantity.subject,
        }
        for quantity in read(text)
    ]
