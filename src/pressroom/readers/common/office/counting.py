"""The numbers of list items, as office programs write them."""

from __future__ import annotations

from pressroom.model.document import ListStyle

_LETTERS = 26
_HIGHEST = {"alpha": 30 * _LETTERS, "roman": 3999}  # beyond these, programs write digits
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def write_count(number: int, style: ListStyle) -> str:
    """Return a number in letters ("c"; "cc" for 29), as a roman numeral, or in digits."""
    case, _, kind = style.partition("-")
    if not 0 < number <= _HIGHEST.get(kind, 0):
        return str(number)
    written = _write_letters(number) if kind == "alpha" else _write_roman(number)
    return written.upper() if case == "upper" else written


def _write_letters(number: int) -> str:
    rounds, letter = divmod(number - 1, _LETTERS)
    return chr(ord("a") + letter) * (rounds + 1)


def _write_roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written
