"""The numbers of list items."""

from __future__ import annotations

from typing import Any


def set_markers(root: Any) -> None:
    """Let the styles of items set the numbers that HTML would write otherwise: "c)", "(4)", "2.1"."""
    for item in root.iter("li"):
        marker = item.get("data-marker")
        if marker:
            quoted = "".join(f"\\{ord(char):06x}" for char in f"{marker}\u2002")
            item.set("style", f'list-style-type:"{quoted}"')


def format_count(number: int, kind: str) -> str:
    """Return how an ordered list of a type (1, a, A, i, I) writes a number, without what stands round it."""
    match kind:
        case "a" | "A":
            letters = ""
            while number > 0:
                number, rest = divmod(number - 1, 26)
                letters = chr(ord("a") + rest) + letters
            return letters if kind == "a" else letters.upper()
        case "i" | "I":
            return _format_roman(number) if kind == "I" else _format_roman(number).lower()
        case _:
            return str(number)


def _format_roman(number: int) -> str:
    signs = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
    text = ""
    for value, sign in signs:
        count, number = divmod(number, value)
        text += sign * count
    return text
