"""The figures of a document: first what its author asks for, then what its numbers allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pressroom.errors import UsageError
from pressroom.figures.chart_requests import ChartRequest
from pressroom.figures.panel import choose_panel
from pressroom.figures.picture_choices import HIDDEN, PictureChoice, describe, list_hidden
from pressroom.figures.requested import build_figure
from pressroom.figures.rules import RULES
from pressroom.figures.rules.candidates import Candidates
from pressroom.model.document import Document
from pressroom.model.figure import Figure, Figures, Panel, Refusal
from pressroom.model.numbers import Numbers

REPEATED = "a picture of the panel shows it"


def choose(
    document: Document,
    numbers: Numbers,
    asked: Sequence[ChartRequest] = (),
    lang: str = "en",
    files: Mapping[str, bytes] | None = None,
    *,
    choices: Sequence[PictureChoice] = (),
    all_numbers: bool = False,
) -> Figures:
    """Return the figures of a document, and what was considered and refused, with the reasons.

    ``choices`` are an editor's about pictures that were found. With ``all_numbers`` the panel has a frame for
    each key number, in the order of the text.

    ``files`` are the data files beside the source by their name (``ChartRequest.file``). Raises UsageError
    for a chart that was asked for and cannot be drawn.
    """
    drawn = [
        build_figure(request, document, lang, files or {}, number)
        for number, request in enumerate(asked, start=1)
    ]
    _unique(drawn, asked)
    found = Candidates(document, numbers, lang)
    for _, rule in RULES:
        rule(found)
    hidden = list_hidden(choices)
    panel, without = choose_panel(document, numbers, lang, hidden, all_numbers=all_numbers)
    repeated = [figure for figure in found.drawn if panel and _repeats(figure, panel)]
    refused = [Refusal(one.kind, REPEATED, one.sources, one.series[0].data[0].label) for one in repeated]
    refused += [
        Refusal(one.kind, HIDDEN, one.sources, one.title) for one in found.drawn if one.title in hidden
    ]
    taken = {figure.id for figure in drawn}
    number = 0
    for figure in sorted(
        (one for one in found.drawn if one not in repeated and one.title not in hidden),
        key=lambda one: one.sources[0].start if one.sources else 0,
    ):
        number += 1
        while f"figure-{number}" in taken:
            number += 1
        drawn.append(replace(figure, id=f"figure-{number}"))
    return describe(Figures(tuple(drawn), (*found.refused, *refused, *without), panel), choices)


def _repeats(figure: Figure, panel: Panel) -> bool:
    """Tell whether all that a figure shows is one share that a picture of the panel shows."""
    if figure.kind != "share" or len(figure.categories) != 1:
        return False
    value = figure.series[0].data[0].value
    return any(
        glyph.kind in ("cells", "ruler")
        and glyph.sources == figure.sources
        and glyph.series[0].data[0].value == value
        for glyph in panel.glyphs
    )


def _unique(drawn: Sequence[Figure], asked: Sequence[ChartRequest]) -> None:
    seen: set[str] = set()
    for figure, request in zip(drawn, asked, strict=True):
        if figure.id in seen:
            raise UsageError(
                f"two charts have the id {figure.id!r}",
                cure="give each an id of its own",
                rule="wrong-chart",
                span=request.anchor,
                where=request.where,
            )
        seen.add(figure.id)
