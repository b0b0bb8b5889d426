"""Values to places: linear scales with round ticks."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction


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
    """Return round values, at most ``most`` or so, that reach from ``low`` or below to ``high`` or above.

    They rise, and both ends lie within them, however large the values and small their difference.
    """
    if not high > low:
        reach = abs(high) or 1.0
        low, high = (min(low, 0.0), max(high, 0.0)) if high else (0.0, reach)
    # below a few units in the last place, neighbours of a grid would be one and the same number
    finest = _FINEST * math.ulp(max(abs(low), abs(high)))
    step = _round_step(max((high - low) / max(most - 1, 1), finest))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    # a quotient is rounded too: it may end just within the values
    first -= _multiply(first, step) > low
    last += _multiply(last, step) < high
    return tuple(_multiply(index, step) for index in range(first, last + 1))


_FINEST = 4


def _multiply(index: int, step: Fraction) -> float:
    return float(index * step)


def _round_step(raw: float) -> Fraction:
    """Return the next of 1, 2, 2.5 and 5 times a power of ten, exactly."""
    power = Fraction(10) ** math.floor(math.log10(raw))
    for factor in (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5)):
        if raw <= float(factor * power) * (1 + 1e-9):
            return factor * power
    return 10 * power
