"""A sentence made easy to parse: its number is written in the simplest way, at the same place.

The parser has learned from sentences in which few numbers have a qualifier, a scale and a rate; "at least 40"
reads to it as a place, "66.7 billion kWh" as three things. What is known already is therefore taken out.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from pressroom.model.quantity import Kind, Quantity
from pressroom.numbers.wording.display import NumberPlace

_BRACKETS = re.compile(r"\s?\([^()]*\)")
_UNIT = re.compile(r"(?<=[\s\d])(?P<unit>[^\W\d_]+[²³]?)$")
_PLAIN = {Kind.PERCENT: "45%", Kind.CURRENCY: "$45"}


def simplify(quantity: Quantity, place: NumberPlace, totals: Collection[str] = ()) -> str:
    """Return the sentence of a number, as long as it was: brackets, the qualifier and one of ``totals`` ahead
    of it, "a total of", are blank, the number is a plain one.
    """
    text = _blank_total(quantity.sentence_text, place, totals)
    text = _BRACKETS.sub(lambda found: _keep(found, place), text)
    number = _write(quantity, text[place.start : place.end])
    return "".join(
        (
            text[: place.shown_start],
            " " * (place.start - place.shown_start),
            number.ljust(place.end - place.start),
            " " * (place.shown_end - place.end),
            text[place.shown_end :],
        )
    )


def _blank_total(text: str, place: NumberPlace, totals: Collection[str]) -> str:
    ahead = text[: place.shown_start]
    told = next((words for words in totals if ahead.lower().endswith(f"{words} ")), "")
    begin = len(ahead) - len(told) - 1
    if not told or (begin > 0 and ahead[begin - 1].isalnum()):
        return text
    return f"{text[:begin]}{' ' * (len(ahead) - begin)}{text[place.shown_start :]}"


def _keep(found: re.Match[str], place: NumberPlace) -> str:
    holds = found.start() < place.shown_end and found.end() > place.shown_start
    return found.group() if holds else " " * len(found.group())


def _write(quantity: Quantity, text: str) -> str:
    """Return a number written plainly, ``text`` itself where that would be longer or it is part of a word."""
    if "-" in text.strip("-") and quantity.kind not in _PLAIN:
        return text
    plain = _PLAIN.get(quantity.kind, "1" if quantity.value == 1 else "45")
    if quantity.kind is Kind.NUMBER and isinstance(quantity.value, float | int) and 0 < quantity.value < 1:
        plain = "45%"  # "half of the schools"
    unit = _UNIT.search(text) if quantity.kind not in (Kind.NUMBER, *_PLAIN) else None
    plain = f"{plain} {unit['unit']}" if unit else plain
    return plain if len(plain) <= len(text) else text
