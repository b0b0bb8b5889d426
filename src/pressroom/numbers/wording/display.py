"""What a tile shows large, the number with its qualifier, and the small print below its words."""

from __future__ import annotations

from dataclasses import dataclass

from pressroom.model.quantity import Quantity
from pressroom.numbers.languages import all_languages

SHORTEST_SOURCE = 4  # characters
FAR = 30  # characters from a qualifier over "an additional" to its number
NEAR = 12  # characters between a value and the one that it became


@dataclass(frozen=True, slots=True)
class NumberPlace:
    """Offsets into a sentence: of a number as the text writes it, and of all that a tile shows large, which
    has its qualifier, and the value that it was before, as well.
    """

    start: int
    end: int
    shown_start: int
    shown_end: int


def find_place(quantity: Quantity) -> NumberPlace | None:
    """Return where a number stands in its sentence, None where the sentence does not hold it as written."""
    sentence, text, words = quantity.sentence_text, quantity.text, quantity.qualifier_text
    starts = _find_all(sentence, text)
    if not starts:
        return None
    meant = quantity.start - quantity.sentence.start
    start = min(starts, key=lambda place: abs(place - meant))
    end = start + len(text)
    begin, ahead = start, sentence[:start].rstrip()
    if words and ahead.lower().endswith(words.lower()):
        begin = len(ahead) - len(words)
    elif words and sentence.startswith(words, end):
        end += len(words)
    elif words and sentence[end : end + 1].isspace() and sentence.startswith(words, end + 1):
        end += 1 + len(words)
    return NumberPlace(start, start + len(text), _find_earlier(quantity, begin), end)


def _find_all(sentence: str, text: str) -> list[int]:
    """Return where a text stands in a sentence, one place behind the other."""
    found: list[int] = []
    at = sentence.find(text) if text else -1
    while at >= 0:
        found.append(at)
        at = sentence.find(text, at + len(text))
    return found


def _find_earlier(quantity: Quantity, start: int) -> int:
    """Return where the value ahead of a change begins, with its word, "from £9 to", else ``start``."""
    comparison, sentence = quantity.comparison, quantity.sentence_text
    if comparison is None or comparison.kind != "from":
        return start
    at = sentence.rfind(comparison.text, 0, start)
    if at < 1 or start - at - len(comparison.text) > NEAR:
        return start
    begin = sentence.rfind(" ", 0, at - 1) + 1
    ahead = sentence.rfind(" ", 0, max(begin - 1, 0)) + 1
    if sentence[ahead : begin - 1].lower() in all_languages().ranges.from_:
        begin = ahead  # "from about £9 to"
    return begin + 1 if sentence[begin] in "([" else begin


def display(quantity: Quantity) -> str:
    """Return what a tile shows large, in the text's own words and digits: "over 1,100", "from £9 to £12"."""
    place, words = find_place(quantity), quantity.qualifier_text
    if place is None:
        return f"{words} {quantity.text}" if words and words not in quantity.text else quantity.text
    shown = quantity.sentence_text[place.shown_start : place.shown_end]
    titled = any(word[0].isupper() for word in words.split()[1:])  # "More Than" of a title
    if words and place.shown_start == place.start and place.shown_end == place.end:
        ahead = quantity.sentence_text[max(0, place.start - FAR) : place.start].lower()
        if f"{words.lower()} " in ahead:
            return f"{words.lower()} {shown}"  # "up to an additional 300"
    lower = place.shown_start < place.start and not titled
    return shown[0].lower() + shown[1:] if lower else shown


def detail(quantity: Quantity, label: str = "") -> str:
    """Return who says so and for which time, in the text's words, unless the label has them already."""
    said = label.lower()
    source = quantity.attribution
    if len(source) < SHORTEST_SOURCE and not source.isupper():
        source = ""  # "Dr" of "Dr. Ann Lee"
    period = "" if quantity.period.lower() in all_languages().wording.days_untold else quantity.period
    parts = (source, period)
    return ", ".join(part for part in parts if part and part.lower() not in said)
