"""Number words that add up and multiply: "two hundred and five million", "zweihundertfünf"."""

from __future__ import annotations

from pressroom.numbers.languages.form import (
    NumeralWords,
)


class NumberSum:
    """The sum of number words: whole scales, the hundreds and ones behind the last, and the last scale."""

    def __init__(self) -> None:
        self.total, self.group, self.scale = 0.0, 0.0, 1.0
        self.seen = False
        self.limit = 1e18  # a smaller scale adds to what stands ahead, one as large multiplies it

    @property
    def value(self) -> float:
        """Return the number."""
        return self.total + self.group

    def accepts(self, more: float) -> bool:
        """Tell whether a small number adds to what stands ahead: hundreds, a scale, or tens ahead of ones."""
        if not self.seen:
            return True
        if not self.group:
            return self.total > 0
        if self.group % 100 == 0:
            return more < 100
        return 0 < more < 10 and self.group % 10 == 0 and self.group % 100 >= 20

    def add(self, more: float) -> None:
        """Add a small number."""
        self.group, self.seen = self.group + more, True

    def add_part(self, more: float) -> None:
        """Add a part of the last scale: "a million and a half" is 1,500,000."""
        if self.total and not self.group:
            self.total += more * self.scale
        else:
            self.group += more

    def multiply_by_hundred(self) -> None:
        """Multiply the ones by a hundred."""
        self.group, self.seen = (self.group or 1) * 100, True

    def multiply(self, factor: float) -> None:
        """Multiply by a scale."""
        if factor < self.limit:
            self.total, self.group, self.limit = self.total + (self.group or 1) * factor, 0.0, factor
        else:
            self.total, self.group = (self.total + self.group) * factor, 0.0
        self.scale, self.seen = factor, True


def parse_compound(word: str, numbers: NumeralWords) -> float | None:
    """Return the value of number words written as one ("zweihundertfünf"), None for other words."""
    if not numbers.compounds or len(word) < 6:
        return None
    total = group = 0.0
    rest = word
    while rest:
        for length in range(min(len(rest), 12), 2, -1):
            piece = rest[:length]
            if piece in numbers.small:
                group += numbers.small[piece]
            elif piece in numbers.hundred:
                group = (group or 1) * 100
            elif piece in numbers.scales:
                total, group = total + (group or 1) * numbers.scales[piece], 0
            elif piece not in numbers.and_words:
                continue
            rest = rest[length:]
            break
        else:
            return None
    return total + group
