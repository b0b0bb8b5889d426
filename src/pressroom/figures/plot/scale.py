"""Values to places: linear scales with round ticks."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale from values ``low``…``high`` to places ``start``…``end`` in points."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Return the place of a value."""
        # halves first: the difference of two large values may not overflow
        share = (value / 2 - self.low / 2) / (self.high / 2 - self.low / 2)
        return self.start + share * (self.end - self.start)


def find_ticks(low: float, high: float, most: int = 6) -> tuple[float, ...]:
    """Return round values, at most ``most`` or so, that reach from ``low`` or below to ``high`` or above."""
    if not high > low:
        reach = abs(high) or 1.0
        low, high = (min(low, 0.0), max(high, 0.0)) if high else (0.0, reach)
    step = _round_step((high - low) / max(most - 1, 1))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(float(f"{index * step:.12g}") for index in range(first, last + 1))


def _round_step(raw: float) -> float:
    power = 10.0 ** math.floor(math.log10(raw))
    for factor in (1.0, 2.0, 2.5, 5.0):
        if raw <= factor * power * (1 + 1e-9):
            return factor * power
    return 10.0 * power
