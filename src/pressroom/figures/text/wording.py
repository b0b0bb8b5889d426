"""The words that figures print or say aloud, a table a language; {…} are filled in."""

from __future__ import annotations

from dataclasses import replace

from pressroom.figures.text import numerals
from pressroom.figures.text.dates import format_dates
from pressroom.figures.text.glyph_words import GLYPH_WORDS
from pressroom.figures.text.relation_words import RELATION_WORDS
from pressroom.model.figure import Datum, Figure

SPOKEN = 12  # values that an alternative text lists before it sums up

WORDS = {
    "en": {
        "no_data": "no data",
        "data_from": "Data: {name}",
        "without_total": "without “{name}”",
        "earlier": "earlier",
        "later": "later",
        "after": "now",
        "target": "target",
        "actual": "actual",
        "of_which": "{part} of {whole}",
        "highest": "Highest: {name}, {value}; lowest: {other}, {least}.",
        "more": "{count} values",
        "from_to": "{name} goes from {first} ({start}) to {last} ({end})",
        "parts": "{part} of a total of {whole}",
        "aims": "{actual}, target {target}",
        "went": "from {first} to {last}",
        "points": "{count} points of {x} and {y}: {x} runs from {low} to {high}, {y} from {least} to {most}.",
        "according": "according to {who}",
        "what_sources": "{what}: what each source says",
        "shares": "Shares: {names}",
        "events": "Events and their dates",
    },
    "de": {
        "no_data": "keine Angabe",
        "data_from": "Daten: {name}",
        "without_total": "ohne „{name}“",
        "earlier": "vorher",
        "later": "danach",
        "after": "jetzt",
        "target": "Ziel",
        "actual": "erreicht",
        "of_which": "{part} von {whole}",
        "highest": "Höchster Wert: {name}, {value}; niedrigster: {other}, {least}.",
        "more": "{count} Werte",
        "from_to": "{name} geht von {first} ({start}) auf {last} ({end})",
        "parts": "{part} von insgesamt {whole}",
        "aims": "{actual}, Ziel {target}",
        "went": "von {first} auf {last}",
        "points": "{count} Punkte, {x} und {y}: {x} reicht von {low} bis {high}, {y} von {least} bis {most}.",
        "according": "laut {who}",
        "what_sources": "{what}: was die Quellen sagen",
        "shares": "Anteile: {names}",
        "events": "Ereignisse und ihre Daten",
    },
    "fr": {
        "no_data": "non disponible",
        "data_from": "Données : {name}",
        "without_total": "sans « {name} »",
        "earlier": "avant",
        "later": "après",
        "after": "maintenant",
        "target": "objectif",
        "actual": "réalisé",
        "of_which": "{part} sur {whole}",
        "highest": "Valeur la plus haute : {name}, {value} ; la plus basse : {other}, {least}.",
        "more": "{count} valeurs",
        "from_to": "{name} passe de {first} ({start}) à {last} ({end})",
        "parts": "{part} sur un total de {whole}",
        "aims": "{actual}, objectif {target}",
        "went": "de {first} à {last}",
        "points": "{count} points, {x} et {y} : {x} va de {low} à {high}, {y} de {least} à {most}.",
        "according": "selon {who}",
        "what_sources": "{what} : ce que dit chaque source",
        "shares": "Parts : {names}",
        "events": "Les événements et leurs dates",
    },
    "es": {
        "no_data": "sin datos",
        "data_from": "Datos: {name}",
        "without_total": "sin «{name}»",
        "earlier": "antes",
        "later": "después",
        "after": "ahora",
        "target": "objetivo",
        "actual": "alcanzado",
        "of_which": "{part} de {whole}",
        "highest": "Valor más alto: {name}, {value}; más bajo: {other}, {least}.",
        "more": "{count} valores",
        "from_to": "{name} pasa de {first} ({start}) a {last} ({end})",
        "parts": "{part} de un total de {whole}",
        "aims": "{actual}, objetivo {target}",
        "went": "de {first} a {last}",
        "points": "{count} puntos de {x} y {y}: {x} va de {low} a {high}, {y} de {least} a {most}.",
        "according": "según {who}",
        "what_sources": "{what}: lo que dice cada fuente",
        "shares": "Partes: {names}",
        "events": "Los hechos y sus fechas",
    },
}


def get_phrase(key: str, lang: str, **parts: str) -> str:
    """Return a word or sentence in a language, English where there is no table for it."""
    found = lang.replace("_", "-").split("-")[0].lower()
    tables = next((one for one in (GLYPH_WORDS, RELATION_WORDS) if key in one["en"]), WORDS)
    return tables.get(found, tables["en"])[key].format(**parts)


def get_words(datum: Datum, lang: str) -> str:
    """Return a value in words: the source's own where there are any."""
    if datum.label:
        return datum.label
    if datum.value is None:
        return get_phrase("no_data", lang)
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
    return f"{title}. {_told(figure, lang)}"


def _told(figure: Figure, lang: str) -> str:
    if figure.kind == "scatter":
        return _scatter(figure, lang)
    if figure.kind in ("timeline", "sequence"):
        data = figure.series[0].data
        pairs = zip(figure.categories, data, strict=True)
        return "; ".join(f"{when}: {datum.label.rstrip('.')}" for when, datum in pairs) + "."
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
            (name, get_phrase(key, lang, **{one: get_words(first, lang), other: get_words(second, lang)}))
            for name, first, second in zip(
                figure.categories, figure.series[0].data, figure.series[1].data, strict=True
            )
        ]
        return "; ".join(f"{name}: {words}" if name else words for name, words in told) + "."
    return _listed(figure, lang)


def _rows(figure: Figure, lang: str) -> str:
    counted = dict(figure.options).get("counted")
    words = counted if isinstance(counted, tuple) else ("",) * len(figure.categories)
    rows = zip(figure.categories, figure.series[0].data, words, strict=True)
    return "; ".join(f"{name}: {get_words(datum, lang)} {what}".rstrip() for name, datum, what in rows) + "."


def _listed(figure: Figure, lang: str) -> str:
    pairs = [
        (" ".join(part for part in (category, series.name) if part), series.data[index])
        for index, category in enumerate(format_dates(figure.categories, lang))
        for series in figure.series
    ]
    if len(pairs) <= SPOKEN:
        told = "; ".join(
            f"{name}: {get_words(datum, lang)}" if name else get_words(datum, lang) for name, datum in pairs
        )
    else:
        told = get_phrase("more", lang, count=str(len(pairs)))
    exact = [(datum.value, name, datum) for name, datum in pairs if datum.value is not None]
    # an order is told only where no bound or range leaves it open
    if len(exact) < 3 or any(datum.high is not None or datum.qualifier for _, _, datum in exact):
        return told + "."
    (_, name, most), (_, other, least) = (
        max(exact, key=lambda one: one[0]),
        min(exact, key=lambda one: one[0]),
    )
    point = get_phrase(
        "highest", lang, name=name, value=get_words(most, lang), other=other, least=get_words(least, lang)
    )
    return f"{told}. {point}"


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
            get_phrase(
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
    point = get_phrase(
        "highest", lang, name=name, value=get_words(most, lang), other=other, least=get_words(least, lang)
    )
    return f"{'; '.join(told)}. {point}"


def _scatter(figure: Figure, lang: str) -> str:
    _, xs, ys = zip(*figure.points, strict=True)
    return get_phrase(
        "points",
        lang,
        count=str(len(xs)),
        x=figure.series[0].name,
        y=figure.series[1].name,
        low=numerals.format_short(min(xs), lang),
        high=numerals.format_short(max(xs), lang),
        least=numerals.format_short(min(ys), lang),
        most=numerals.format_short(max(ys), lang),
    )
