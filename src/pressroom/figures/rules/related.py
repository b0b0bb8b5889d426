"""Quantities that the text relates: an earlier estimate, occasions of a total, measures of one thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pressroom.figures.panel.glyphs import find_unit
from pressroom.figures.panel.words import UNITS_OF_TIME, name_unit
from pressroom.figures.plot.arrays import MOST_BOXES
from pressroom.figures.rules.candidates import Candidates
from pressroom.figures.rules.common import make_subtitle
from pressroom.figures.rules.compare import find_counted_words
from pressroom.figures.rules.titles import find_title, is_short
from pressroom.model.figure import Series
from pressroom.model.numbers import RelationKind
from pressroom.model.quantity import Kind, Quantity
from pressroom.translations import translate


def earlier(found: Candidates) -> None:
    """An amount and what was estimated before it: both counted out, nothing subtracted."""
    for relation in found.relations(RelationKind.EARLIER):
        now, was = relation.quantities
        unit = find_unit([_value(now), _value(was)]) if now.kind is Kind.NUMBER else None
        alike = find_counted_words(now) == find_counted_words(was)
        if unit is None and not alike:
            found.refuse("earlier", "they do not count the same, and marks cannot show both", (now, was))
            continue
        title = _title_earlier(now, was, found)
        parts = (
            [translate("each_mark", found.lang, unit=name_unit(unit, found.lang)).rstrip(".")] if unit else []
        )
        if not alike:
            parts.append(translate("scopes", found.lang))
        names = (relation.names[1], translate("after", found.lang))
        glyph = "marks" if unit else "bar"
        _draw_rows(
            found,
            "earlier",
            title,
            names,
            (was, now),
            subtitle=". ".join(parts),
            glyphs=((glyph, unit or 1), (glyph, unit or 1)),
        )


def _title_earlier(now: Quantity, was: Quantity, found: Candidates) -> str:
    first, second = _counted(now, found), _counted(was, found)
    for one, other in ((first, second), (first, _bare(was, found)), (_bare(now, found), _bare(was, found))):
        title = translate("earlier_title", found.lang, now=one, was=other)
        if is_short(title):
            return title
    return ""


def _counted(quantity: Quantity, found: Candidates) -> str:
    """Return a quantity with all that the text says of what is counted."""
    subject = quantity.subject or ("" if _has_unit(quantity) else quantity.unit_text)
    return f"{found.level(quantity)} {subject}".strip()


def _bare(quantity: Quantity, found: Candidates) -> str:
    return f"{found.level(quantity)} {'' if _has_unit(quantity) else quantity.unit_text}".strip()


def _has_unit(quantity: Quantity) -> bool:
    return not quantity.unit_text or quantity.unit_text in quantity.text


def occasions(found: Candidates) -> None:
    """A total and how many times it came about: no average, and no dates that the text does not give."""
    for relation in found.relations(RelationKind.OCCASIONS):
        total, times = relation.quantities
        unit = find_unit([_value(total)]) if total.kind is Kind.NUMBER else None
        if total.kind is Kind.NUMBER and unit is None:
            found.refuse("occasions", "the total is no whole number of marks", relation.quantities)
            continue
        _draw_rows(
            found,
            "occasions",
            find_title(found, (total, times), related=True),
            (_capital(total.subject or total.unit_text), _capital(times.unit_text)),
            (total, times),
            subtitle=translate("no_average", found.lang),
            glyphs=(("marks", unit) if unit else ("", 0), ("boxes", 1)),
        )


def measures(found: Candidates) -> None:
    """Several measures of one thing, each on a scale of its own."""
    for relation in found.relations(RelationKind.MEASURES):
        held = relation.quantities
        glyphs = [_glyph(one) for one in held]
        if sum(bool(glyph) for glyph, _ in glyphs) < 2:
            found.refuse("measures", "fewer than two of them can be drawn", held)
            continue
        names = [_thing(one, found) for one in held]
        if not all(names) or len(set(names)) < len(names):
            found.refuse("measures", "the text does not name what each of them measures", held)
            continue
        _draw_rows(
            found,
            "measures",
            _title_measures(held, found),
            names,
            held,
            subtitle=translate("own_scales", found.lang),
            glyphs=glyphs,
        )


def _title_measures(held: Sequence[Quantity], found: Candidates) -> str:
    if len({one.sentence.start for one in held}) == 1:
        title = find_title(found, held)
        if title:
            return title
    words = ", ".join(_counted(one, found) for one in held)
    return words if is_short(words) else ""


def _glyph(quantity: Quantity) -> tuple[str, int]:
    value = _value(quantity)
    if quantity.kind is Kind.NUMBER:
        unit = find_unit([value])
        return ("marks", unit) if unit else ("", 0)
    if quantity.kind is Kind.DURATION:
        named = quantity.unit in UNITS_OF_TIME  # they are named in English, whatever the text is in
        return ("boxes", 1) if named and value.is_integer() and value <= MOST_BOXES else ("", 0)
    return ("ruler", 1) if quantity.kind is Kind.DIMENSION and not quantity.rate else ("", 0)


def _thing(quantity: Quantity, found: Candidates) -> str:
    """Return what a measure is of: what is counted, or for a length of time the words that tell it."""
    if quantity.kind is Kind.DURATION:
        return translate("time", found.lang)
    key = found.key_number(quantity)
    return _capital(quantity.subject or (key.name if key else "") or quantity.unit_text)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _value(quantity: Quantity) -> float:
    return float(quantity.value) if isinstance(quantity.value, float | int) else 0.0


def _draw_rows(
    found: Candidates,
    kind: str,
    title: str,
    names: Sequence[str],
    quantities: Sequence[Quantity],
    *,
    subtitle: str,
    glyphs: Sequence[tuple[str, int]],
) -> None:
    """Draw quantities in rows, each with its words at the left and its picture at the right."""
    counted = tuple(_behind(one, name) for one, name in zip(quantities, names, strict=True))
    data = tuple(replace(found.datum(one), label=found.level(one)) for one in quantities)
    found.draw(
        kind,
        title,
        names,
        (Series("", data),),
        quantities,
        subtitle=make_subtitle(quantities[0], title, subtitle) if kind != "earlier" else subtitle,
        options=(
            ("counted", counted),
            ("times", tuple(one.unit for one in quantities)),
            ("glyphs", tuple(glyph for glyph, _ in glyphs)),
            ("units", tuple(unit for _, unit in glyphs)),
            ("values", tuple(one.text for one in quantities)),
        ),
    )


def _behind(quantity: Quantity, name: str) -> str:
    """Return what stands behind a number in its row, "" where the row's name says it."""
    words = quantity.subject if quantity.kind is Kind.NUMBER else ""
    return "" if words.lower() == name.lower() else words
