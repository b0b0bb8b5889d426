"""The words that figures print or say aloud."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pressroom.figures.text import numerals
from pressroom.figures.text.dates import format_dates
from pressroom.model.figure import Datum, Figure
from pressroom.translations import translate, translate_plural

SPOKEN = 12  # values that an alternative text lists before it sums up


def get_words(datum: Datum, lang: str) -> str:
    """Return a value in words: the source's own where there are any."""
    if datum.label:
        return datum.label
    if datum.value is None:
        return translate("no_data", lang)
    if datum.high is not None:
        return numerals.format_range(datum.value, datum.high, lang)
    return numerals.format_short(datum.value, lang)


def tell_apart(figure: Figure, lang: str) -> Figure:
    """Return a figure whose values have all their digits as words where shortened ones would be alike."""
    plain = [
        datum.value
        for series in figure.series
        for datum in series.data
        if datum.value is not None and datum.high is None and not datum.label
    ]
    different = set(plain)
    if len({numerals.format_short(value, lang) for value in different}) == len(different):
        return figure
    series = tuple(
        replace(one, data=tuple(_in_full(datum, lang) for datum in one.data)) for one in figure.series
    )
    return replace(figure, series=series)


def _in_full(datum: Datum, lang: str) -> Datum:
    if datum.value is None or datum.high is not None or datum.label:
        return datum
    return replace(datum, label=numerals.format_number(datum.value, lang))


def describe(figure: Figure, lang: str) -> str:
    """Return the alternative text of a figure: what it shows, its data, and the point that the eye would
    take.
    """
    title = figure.title.rstrip(".") + (f" ({figure.subtitle})" if figure.subtitle else "")
    return _join([title + translate("full_stop", lang), _told(figure, lang)], lang)


def _pair(name: str, words: str, lang: str) -> str:
    return f"{name}{translate('colon', lang)}{words}" if name else words


def _list(parts: Sequence[str], lang: str) -> str:
    """Return parts as one sentence."""
    return translate("semicolon", lang).join(parts) + translate("full_stop", lang)


def _join(sentences: Sequence[str], lang: str) -> str:
    """Return sentences one behind the other: a blank parts them where the full stop has none of its own."""
    return ("" if translate("full_stop", lang) == "。" else " ").join(sentences)


def _told(figure: Figure, lang: str) -> str:
    if figure.kind == "scatter":
        return _scatter(figure, lang)
    if figure.kind in ("timeline", "sequence"):
        pairs = zip(figure.categories, figure.series[0].data, strict=True)
        return _list([_pair(when, datum.label.rstrip("."), lang) for when, datum in pairs], lang)
    if figure.kind in ("line", "area", "multiples", "slope"):
        return _courses(figure, lang)
    if figure.kind in ("earlier", "occasions", "measures"):
        return _rows(figure, lang)
    paired = {
        "part": ("parts", "part", "whole"),
        "target": ("aims", "actual", "target"),
        "change": ("went", "first", "last"),
    }
    if figure.kind in paired and len(figure.series) == 2:
        key, one, other = paired[figure.kind]
        told = [
            (name, translate(key, lang, **{one: get_words(first, lang), other: get_words(second, lang)}))
            for name, first, second in zip(
                figure.categories, figure.series[0].data, figure.series[1].data, strict=True
            )
        ]
        return _list([_pair(name, words, lang) for name, words in told], lang)
    return _listed(figure, lang)


def _rows(figure: Figure, lang: str) -> str:
    counted = dict(figure.options).get("counted")
    words = counted if isinstance(counted, tuple) else ("",) * len(figure.categories)
    rows = zip(figure.categories, figure.series[0].data, words, strict=True)
    told = [(name, f"{get_words(datum, lang)} {what}".rstrip()) for name, datum, what in rows]
    return _list([_pair(name, words, lang) for name, words in told], lang)


def _listed(figure: Figure, lang: str) -> str:
    pairs = [
        (" ".join(part for part in (category, series.name) if part), series.data[index])
        for index, category in enumerate(format_dates(figure.categories, lang))
        for series in figure.series
    ]
    told = _list([_pair(name, get_words(datum, lang), lang) for name, datum in pairs], lang)
    if len(pairs) > SPOKEN:
        told = _list([translate_plural("more", lang, len(pairs))], lang)
    exact = [(datum.value, name, datum) for name, datum in pairs if datum.value is not None]
    # an order is told only where no bound or range leaves it open
    if len(exact) < 3 or any(datum.high is not None or datum.qualifier for _, _, datum in exact):
        return told
    (_, name, most), (_, other, least) = (
        max(exact, key=lambda one: one[0]),
        min(exact, key=lambda one: one[0]),
    )
    point = translate(
        "highest", lang, name=name, value=get_words(most, lang), other=other, least=get_words(least, lang)
    )
    return _join([told, point], lang)


def _courses(figure: Figure, lang: str) -> str:
    told: list[str] = []
    names = format_dates(figure.categories, lang)
    for series in figure.series:
        held = [
            (name, datum) for name, datum in zip(names, series.data, strict=True) if datum.value is not None
        ]
        if not held:
            continue
        (start, first), (end, last) = held[0], held[-1]
        told.append(
            translate(
                "from_to",
                lang,
                name=series.name or figure.title.rstrip("."),
                first=get_words(first, lang),
                start=start,
                last=get_words(last, lang),
                end=end,
            )
        )
    values = [
        (datum.value, f"{series.name} {name}".strip(), datum)
        for series in figure.series
        for name, datum in zip(names, series.data, strict=True)
        if datum.value is not None
    ]
    (_, name, most), (_, other, least) = (
        max(values, key=lambda one: one[0]),
        min(values, key=lambda one: one[0]),
    )
    point = translate(
        "highest", lang, name=name, value=get_words(most, lang), other=other, least=get_words(least, lang)
    )
    return _join([_list(told, lang), point], lang)


def _scatter(figure: Figure, lang: str) -> str:
    _, xs, ys = zip(*figure.points, strict=True)
    return translate_plural(
        "points",
        lang,
        len(xs),
        x=figure.series[0].name,
        y=figure.series[1].name,
        low=numerals.format_short(min(xs), lang),
        high=numerals.format_short(max(xs), lang),
        least=numerals.format_short(min(ys), lang),
        most=numerals.format_short(max(ys), lang),
    )
