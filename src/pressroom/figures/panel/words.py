"""What the panel says in words: alternative texts, what a mark stands for, what the text calls a doubt."""

from __future__ import annotations

from collections.abc import Sequence

from pressroom.figures.plot.doubt import CAPPED, OPEN
from pressroom.figures.text import numerals
from pressroom.figures.text.wording import get_words
from pressroom.model.figure import Datum, Figure
from pressroom.model.numbers import KeyNumber
from pressroom.model.quantity import Qualifier
from pressroom.translations import translate, translate_plural

# "one_year" is what a box stands for, with its article where the language wants one
UNITS_OF_TIME = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "decade", "century"))


def title_number(number: KeyNumber) -> str:
    """Return a number with its words, the number said once."""
    words = number.label.strip()
    return words if number.display.lower() in words.lower() or not words else f"{number.display} {words}"


def name_unit(unit: int, lang: str) -> str:
    """Return what one mark stands for, as a number in words or digits."""
    return translate("one", lang) if unit == 1 else numerals.format_short(unit, lang)


def name_time(unit: str, lang: str) -> str:
    """Return one of a unit of time, in words."""
    return translate(f"one_{unit}", lang)


def explain_glyph(figure: Figure, lang: str) -> str:
    """Return what a picture needs to be read, "" for none."""
    options = dict(figure.options)
    if figure.kind == "marks":
        return translate("each_mark", lang, unit=name_unit(_whole(options.get("unit")), lang))
    if figure.kind == "boxes":
        return translate("each_box", lang, unit=name_time(figure.unit, lang))
    return translate("each_cell", lang) if figure.kind == "cells" else ""


def describe_glyph(figure: Figure, lang: str) -> str:
    """Return the alternative text of a number's picture: what is drawn, and what it stands for."""
    datum, options = figure.series[0].data[0], dict(figure.options)
    if figure.kind == "ruler":
        return f"{_describe_ruler(datum, str(options.get('whole', '')), lang)}: {figure.title}"
    unit = _whole(options.get("unit"))
    count = round((datum.value or 0.0) / unit)
    high = count if datum.high is None else round(datum.high / unit)
    of = _whole(options.get("of"), 0) // unit
    if figure.kind == "cells":
        shown = translate("cells", lang, count=str(high))
    elif figure.kind == "boxes":
        shown = translate_plural("boxes", lang, high, unit=name_time(figure.unit, lang))
    elif of:
        parts = {"whole": str(of), "unit": name_unit(unit, lang)}
        shown = translate_plural("marks_of", lang, of, count=str(high), **parts)
    else:
        shown = translate_plural("marks", lang, high, unit=name_unit(unit, lang))
    return f"{shown}{_describe_end(datum, high - count, lang)}: {figure.title}"


def _describe_end(datum: Datum, hollow: int, lang: str) -> str:
    if datum.high is not None:
        return translate_plural("ends_range", lang, hollow)
    ends = {Qualifier.ABOUT: "ends_about", Qualifier.NEARLY: "ends_nearly"}
    key = "ends_open" if datum.qualifier in OPEN else "ends_closed" if datum.qualifier in CAPPED else ""
    key = key or (ends.get(datum.qualifier, "") if datum.qualifier else "")
    return translate(key, lang) if key else ""


def _describe_ruler(datum: Datum, whole: str, lang: str) -> str:
    ruler = translate("ruler_of", lang, whole=whole) if whole else translate("ruler", lang)
    if datum.high is not None:
        low, high = (get_words(Datum(end), lang) for end in (datum.value, datum.high))
        return ruler + translate("bar_range", lang, low=low, high=high)
    if datum.qualifier in OPEN + CAPPED:
        return ruler + translate("bar_open" if datum.qualifier in OPEN else "bar_closed", lang)
    doubtful = datum.qualifier in (Qualifier.ABOUT, Qualifier.NEARLY)
    return ruler + (translate("bar_about", lang) if doubtful else "")


def quote_words(words: Sequence[str], lang: str) -> str:
    """Return the text's own words for a doubt as the key prints them: the text says “over” or “at least”."""
    quoted = [translate("quoted", lang, words=word) for word in dict.fromkeys(words)]
    said = quoted[0]
    if len(quoted) > 1:
        said = translate("or", lang, first=translate("comma", lang).join(quoted[:-1]), last=quoted[-1])
    return translate("text_says", lang, words=said)


def _whole(value: object, default: int = 1) -> int:
    return int(value) if isinstance(value, int | float) else default
