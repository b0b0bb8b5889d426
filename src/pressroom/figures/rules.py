"""Which picture is honest: the rules, in the order of their trial. What none of them takes stays a tile.

rule      the text has                                drawn as                      unless
change    a number and what it was before             dot, arrow, dot               one of them is a bound
part      a number "of the" stated total              counted signs, bar in bar     the share is below 1 %
target    a number and its target                     bar with the target's mark
share     per cents of something, "3 in 10"           bars in a whole, signs        it is a rise or a fall
interval  a range                                     line with both ends
sources   two values of one thing by two sources      two attributed dots           one has no source
bar       numbers alike in kind, unit, thing counted, bars with zero base           a condition fails of
          source and place, each with a name                                        compare.CONDITIONS
timeline  three dated events of one precision         line to scale                 a date lacks its year
alone     any other key number                        (a tile)                      says why
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby, pairwise

from pressroom.figures.candidates import Candidates
from pressroom.figures.compare import find_objection, find_place, get_ends, is_nested
from pressroom.figures.kinds import is_in_time
from pressroom.figures.plot.doubt import CAPPED, OPEN
from pressroom.figures.plot.positions import parse_period
from pressroom.figures.text.wording import get_phrase
from pressroom.model.figure import Datum, Series
from pressroom.model.numbers import Event
from pressroom.model.quantity import Comparison, Interval, Kind, Modality, Qualifier, Quantity

FEWEST_EVENTS = 3
MOST_BARS = 8
MOST_SIGNS = 100
MOST_WORDS = 160
_OF = re.compile(r"\s+(?:of|der|des|von|aller|de|du|del)\s+(?!(?:the )?(?:year|month|time)\b)", re.IGNORECASE)
_N_IN_M = re.compile(
    r"(\d+)\s+(?:in|of|out of|von|sur|de cada|de)\s+(?:the |every |den )?(\d+)", re.IGNORECASE
)


def _compared(found: Candidates, kinds: tuple[str, ...]) -> list[tuple[Quantity, Comparison]]:
    return [
        (quantity, quantity.comparison)
        for quantity in found.all
        if quantity.comparison is not None
        and quantity.comparison.kind in kinds
        and found.label(quantity)
        and any(found.is_key(one) for one in (quantity, found.compared(quantity)) if one)
    ]


def _subtitle(quantity: Quantity) -> str:
    unit = "" if quantity.unit and quantity.unit in quantity.subject else quantity.unit_text or quantity.unit
    return ", ".join(part for part in (unit, quantity.period) if part)


def change(found: Candidates) -> None:
    """Before and after of one measure."""
    for quantity, before in _compared(found, ("from", "was")):
        if isinstance(quantity.value, Interval) or quantity.qualifier in OPEN + CAPPED:
            found.refuse("change", "a bound or a range has no one place to draw an arrow to", [quantity])
            continue
        if quantity.qualifier in (Qualifier.UP, Qualifier.DOWN) and quantity.kind is Kind.PERCENT:
            found.refuse("change", "a rise in per cent is not the level that it led to", [quantity])
            continue
        after = Datum(get_ends(quantity)[0], None, None, _digits(quantity))
        found.draw(
            "change",
            found.label(quantity),
            ("",),
            (
                Series(get_phrase("before", found.lang), (Datum(before.value, None, None, before.text),)),
                Series(get_phrase("after", found.lang), (after,)),
            ),
            (quantity,),
            subtitle=_subtitle(quantity),
        )


def _digits(quantity: Quantity) -> str:
    """Return a value with the word that bounds it, without what it was before: that has a dot of its own."""
    words = "" if quantity.qualifier in (Qualifier.UP, Qualifier.DOWN) else quantity.qualifier_text
    return quantity.text if not words or quantity.text.startswith(words) else f"{words} {quantity.text}"


def part(found: Candidates) -> None:
    """A part of a total that the text states."""
    for quantity, whole in _compared(found, ("whole",)):
        value, high = get_ends(quantity)
        if not 0 < value <= whole.value:
            found.refuse("part", "the part is larger than the total the text gives", [quantity])
            continue
        if value < whole.value / 100:
            found.refuse("share", "a share below one in a hundred cannot be seen", [quantity])
            continue
        datum = found.datum(quantity)
        signs = (
            float(whole.value).is_integer()
            and whole.value <= MOST_SIGNS
            and float(value).is_integer()
            and high is None
        )
        words = (
            datum.label
            if whole.text in datum.label
            else get_phrase("of_which", found.lang, part=datum.label, whole=whole.text)
        )
        if signs:
            found.draw(
                "share",
                found.label(quantity),
                (found.label(quantity),),
                (Series("", (Datum(value, quantity.qualifier, None, words),)),),
                (quantity,),
                subtitle=quantity.period,
                options=(("of", int(whole.value)),),
            )
        else:
            found.draw(
                "part",
                found.label(quantity),
                ("",),
                (Series("", (datum,)), Series("", (Datum(whole.value, None, None, whole.text),))),
                (quantity,),
                subtitle=_subtitle(quantity),
            )


def target(found: Candidates) -> None:
    """A value and its target."""
    for quantity, aim in _compared(found, ("target",)):
        found.draw(
            "target",
            found.label(quantity),
            ("",),
            (
                Series(get_phrase("actual", found.lang), (found.datum(quantity),)),
                Series(get_phrase("target", found.lang), (Datum(aim.value, None, None, aim.text),)),
            ),
            (quantity,),
            subtitle=_subtitle(quantity),
        )


def share(found: Candidates) -> None:
    """Per cents of something that the text names; rows of one picture when they stand in one sentence."""
    text = found.document.text
    shares = [
        quantity
        for quantity in found.all
        if quantity.kind is Kind.PERCENT and quantity.qualifier not in (Qualifier.UP, Qualifier.DOWN)
    ]
    for _, group in groupby(shares, key=lambda quantity: quantity.sentence.start):
        rows = [
            one for one in group if 0 <= get_ends(one)[0] <= (get_ends(one)[1] or get_ends(one)[0]) <= 100
        ]
        rows = [one for one in rows if _OF.match(text[one.end : one.end + 40])]
        if not any(found.is_key(one) for one in rows):
            continue
        labels = [_named(one, text) for one in rows]
        if len(set(labels)) < len(labels):
            rows, labels = rows[:1], labels[:1]
        if get_ends(rows[0])[0] < 1 and len(rows) == 1:
            found.refuse("share", "a share below one in a hundred cannot be seen", rows)
            continue
        title = (
            found.label(rows[0])
            if len(rows) == 1
            else get_phrase("shares", found.lang, names=", ".join(labels))
        )
        data = tuple(found.datum(one) for one in rows)
        found.draw("share", title or labels[0], labels, (Series("", data),), rows, subtitle=rows[0].period)
    for quantity in found.numbers.quantities:
        counted = (
            _N_IN_M.search(quantity.text) if quantity.kind is Kind.RATIO and found.is_key(quantity) else None
        )
        if counted and 0 < int(counted[1]) <= int(counted[2]) <= MOST_SIGNS:
            words = found.shown(quantity)
            datum = Datum(float(counted[1]), quantity.qualifier, None, words)
            label = found.label(quantity)
            of = (("of", int(counted[2])),)
            found.draw("share", label, (label,), (Series("", (datum,)),), (quantity,), options=of)


def _named(quantity: Quantity, text: str) -> str:
    """Return the words after "of" up to the clause's end: what the per cent is of."""
    after = re.split(r"[,;:.]\s|\s(?:and|while|but|und|et|y)\s", text[quantity.end : quantity.sentence.end])[
        0
    ]
    return quantity.subject or " ".join(after.split()[1:12]).rstrip(".,;:")


def interval(found: Candidates) -> None:
    """Ranges, never their middle."""
    for quantity in [one for one in found.all if isinstance(one.value, Interval) and found.is_key(one)]:
        low, high = get_ends(quantity)
        if high is None or high <= low:
            continue
        found.draw(
            "interval",
            found.label(quantity),
            ("",),
            (Series("", (found.datum(quantity),)),),
            (quantity,),
            subtitle=_subtitle(quantity),
        )


def sources(found: Candidates) -> None:
    """Two values that two sources give for one thing: both, never their mean."""
    for conflict in found.numbers.conflicts:
        pair = (conflict.first, conflict.second)
        if not all(found.free(one) for one in pair):
            continue
        if pair[0].unit != pair[1].unit:
            found.refuse("sources", "the two values have different units", pair)
        elif not (pair[0].attribution and pair[1].attribution) or pair[0].attribution == pair[1].attribution:
            found.refuse("sources", "the text does not name a source for each of the two values", pair)
        else:
            found.draw(
                "sources",
                get_phrase("what_sources", found.lang, what=found.label(pair[0])),
                [get_phrase("according", found.lang, who=one.attribution) for one in pair],
                (Series("", tuple(found.datum(one) for one in pair)),),
                pair,
                subtitle=_subtitle(pair[0]),
            )


def bar(found: Candidates) -> None:
    """Numbers that the text puts side by side."""
    text = found.document.text
    seen: set[int] = set()
    for first in found.key:
        if first.start in seen or not found.free(first):
            continue
        group = sorted(_alike(first, found), key=lambda one: one.start)
        names = [find_place(one, text, tuple(group)) for one in group]
        if len(group) < 2:
            _explain(first, found, seen)
            continue
        seen |= {one.start for one in group}
        if any(is_nested(one, two, text) for one, two in pairwise(group)):
            found.refuse("bar", "one of them is a part of the other", group)
        elif not all(names) or len(set(names)) < len(names):
            found.refuse("bar", "the text gives no name that tells one from the other", group)
        elif len(group) > MOST_BARS:
            found.refuse("bar", f"more than {MOST_BARS} bars are a table", group)
        else:
            _bars(group, names, found)


def _alike(first: Quantity, found: Candidates) -> list[Quantity]:
    return [
        other
        for other in found.all
        if other.start == first.start
        or (other.comparison is None and not find_objection(first, other, found.shown))
    ]


def _bars(group: list[Quantity], names: list[str], found: Candidates) -> None:
    rows = list(zip(names, group, strict=True))
    years = all(re.fullmatch(r"\d{4}", name) for name in names)
    bounded = any(one.qualifier in OPEN + CAPPED for one in group)
    if years:
        rows.sort(key=lambda row: row[0])
    elif not bounded:
        rows.sort(key=lambda row: -get_ends(row[1])[0])
    first = group[0]
    names = [name for name, _ in rows]
    series = (Series("", tuple(found.datum(one) for _, one in rows)),)
    found.draw(
        "column" if is_in_time(names, series) else "bar",
        found.label(first) if years else _common(group, found),
        names,
        series,
        [one for _, one in rows],
        subtitle="" if years else _subtitle(first),
    )


def _common(group: list[Quantity], found: Candidates) -> str:
    """Return the words for what all bars count: the shortest label, which names no group of its own."""
    return min((found.label(one) for one in group), key=len)


def _explain(first: Quantity, found: Candidates, seen: set[int]) -> None:
    """Say why a key number stands in no bar chart: what parts it from the key number most like it."""
    others = [one for one in found.key if one.start != first.start and one.start not in seen]
    others.sort(key=lambda one: (one.kind != first.kind, one.unit != first.unit))
    seen.add(first.start)
    if others:
        found.refuse(
            "bar", find_objection(first, others[0], found.shown) or _partner(others[0]), (first, others[0])
        )


def _partner(other: Quantity) -> str:
    return (
        "it is already compared with another number" if other.comparison else "the text does not compare them"
    )


def timeline(found: Candidates) -> None:
    """Dated events to scale, only when every date is known to the same precision."""
    drawn = {span for figure in found.drawn for span in figure.sources}
    events: dict[tuple[str, str], Event] = {
        (event.iso, event.what): event for event in found.numbers.events if event.sentence not in drawn
    }
    spans = tuple(dict.fromkeys(event.sentence for event in events.values()))
    if len(events) < 2:
        return
    open_dates = [event.text for event in events.values() if not event.iso]
    if open_dates:
        words = ", ".join(f"“{text}”" for text in open_dates[:4])
        found.refuse(
            "timeline", f"the text gives no year for {words}: a list of dates keeps its words", spans=spans
        )
    elif len(events) < FEWEST_EVENTS:
        found.refuse("timeline", f"fewer than {FEWEST_EVENTS} dated events", spans=spans)
    elif len({len(event.iso) for event in events.values()}) > 1:
        found.refuse("timeline", "the dates are not known to the same precision", spans=spans)
    elif len({event.what for event in events.values()}) < len(events):
        found.refuse("timeline", "several dates stand in one sentence, which cannot be cut up", spans=spans)
    elif len({event.iso for event in events.values()}) < FEWEST_EVENTS:
        found.refuse("timeline", "the events fall on fewer than three dates", spans=spans)
    else:
        _timeline(sorted(events.values(), key=lambda event: (event.iso, event.start)), found)


def _timeline(events: list[Event], found: Candidates) -> None:
    from dataclasses import replace

    from pressroom.figures.kinds import why_unreadable
    from pressroom.figures.text.wording import describe
    from pressroom.model.figure import Figure

    placed = [(event, parse_period(event.iso)) for event in events]
    data = tuple(Datum(at[0], None, at[1], _cut(event.what)) for event, at in placed if at)
    spans = tuple(dict.fromkeys(event.sentence for event in events))
    figure = Figure(
        id="",
        kind="timeline",
        title=get_phrase("events", found.lang),
        alt="",
        categories=tuple(event.text for event, at in placed if at),
        series=(Series("", data),),
        sources=spans,
        section=found.section(events[0].start),
    )
    reason = why_unreadable(figure)
    if reason:
        found.refuse("timeline", reason, spans=spans)
    else:
        found.drawn.append(replace(figure, alt=describe(figure, found.lang)))


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= MOST_WORDS else words[:MOST_WORDS].rpartition(" ")[0] + " …"


def alone(found: Candidates) -> None:
    """Say of each key number left why no rule took it."""
    named = " · ".join(refusal.about for refusal in found.refused)
    for one in found.numbers.key:
        quantity = one.quantity
        if (quantity.start, quantity.end) in found.taken or found.shown(quantity) in named:
            continue
        if quantity.modality is not Modality.STATED:
            reason = "it is planned, supposed or denied: a picture would show it as a fact"
        elif quantity.value is None:
            reason = "the text gives a word and no value"
        else:
            reason = "nothing in the text stands beside it that it could be compared with"
        found.refuse("bar", reason, [quantity])


RULES: tuple[tuple[str, Callable[[Candidates], None]], ...] = (
    ("change", change),
    ("part", part),
    ("target", target),
    ("share", share),
    ("interval", interval),
    ("sources", sources),
    ("bar", bar),
    ("timeline", timeline),
    ("alone", alone),
)
