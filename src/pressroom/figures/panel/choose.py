"""The panel of a document: its frames with their pictures, what these need to be read, and refusals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, cycle
from types import MappingProxyType

from pressroom.figures.panel.frames import NumberFrame, group_frames, list_frames
from pressroom.figures.panel.glyphs import Glyph, find_glyph, find_unit
from pressroom.figures.panel.words import describe_glyph, explain_glyph, quote_words, title_number
from pressroom.figures.plot.arrays import MOST_MARKS, SHAPES
from pressroom.figures.plot.doubt import CAPPED, OPEN
from pressroom.model.document import Document
from pressroom.model.figure import Datum, Figure, LegendEntry, Panel, PanelEntry, PanelFrame, Refusal, Series
from pressroom.model.numbers import KeyNumber, Numbers
from pressroom.model.quantity import Kind, Qualifier
from pressroom.translations import translate

COUNTED_AHEAD = "the same number of the same thing has a picture already"
NO_UNIT = "no mark that stands for one and the same number fits it and the other marks of the panel"

THIRDS = 3  # frames in a row where each number has one


def choose_panel(
    document: Document,
    numbers: Numbers,
    lang: str,
    hidden: Mapping[str, str] = MappingProxyType({}),
    *,
    all_numbers: bool = False,
) -> tuple[Panel | None, tuple[Refusal, ...]]:
    """Return the panel of a document's key numbers, None where there are none, and which of them have no
    picture in it, with the reasons. ``hidden`` are the titles of pictures that are left out, with the reason.
    With ``all_numbers`` each number has a frame, in the order of the text.
    """
    key = numbers.key
    found = {one.id: find_glyph(one, document, numbers) for one in key}
    found |= {
        one.id: COUNTED_AHEAD
        for at, one in enumerate(key)
        if isinstance(found[one.id], Glyph) and _is_drawn(one, key[:at], found)
    }
    without = {one.id for one in key if title_number(one) in hidden and isinstance(found[one.id], Glyph)}
    glyphs = {
        ident: glyph for ident, glyph in found.items() if isinstance(glyph, Glyph) and ident not in without
    }
    frames = list_frames(document, numbers) if all_numbers else group_frames(document, numbers, glyphs)
    if not frames:
        return None, ()
    reasons = {ident: reason for ident, reason in found.items() if isinstance(reason, str)}
    drawn = (_draw_apart if all_numbers else _draw_glyphs)(frames, glyphs, lang)
    framed = {one.id for frame in frames for one in frame.numbers}
    for ident in glyphs:
        if ident not in drawn:
            reasons[ident] = NO_UNIT if ident in framed else "it stands in the list under the frames"
    notes = {ident: explain_glyph(figure, lang) for ident, figure in drawn.items()}
    common = _find_common(notes.values())
    panel = Panel(
        frames=tuple(
            PanelFrame(
                frame.section,
                tuple(
                    PanelEntry(one.id, drawn.get(one.id), "" if common else notes.get(one.id, ""))
                    for one in frame.numbers
                ),
            )
            for frame in frames
        ),
        further=tuple(one.id for one in key if one.id not in framed),
        subtitle=_warn(frames, drawn, lang),
        note=common,
        legend=_list_signs(frames, drawn, lang),
        in_row=THIRDS if all_numbers else 0,
    )
    refused = tuple(_refuse(one, reasons[one.id]) for one in key if one.id in reasons)
    hides = (
        Refusal("panel", hidden[title_number(one)], (one.quantity.sentence,), title_number(one))
        for one in key
        if one.id in without
    )
    return panel, (*refused, *hides)


def _is_drawn(number: KeyNumber, ahead: Sequence[KeyNumber], found: Mapping[str, Glyph | str]) -> bool:
    """Tell whether one of the numbers ahead counts as many of the same things, and has a picture."""
    own = number.quantity
    return own.kind is Kind.NUMBER and any(
        isinstance(found[one.id], Glyph) and (one.quantity.value, one.quantity.unit) == (own.value, own.unit)
        for one in ahead
    )


def _find_common(notes: Iterable[str]) -> str:
    """Return what holds for all pictures, "" where they differ."""
    said = {note for note in notes if note}
    return said.pop() if len(said) == 1 else ""


def _warn(frames: Sequence[NumberFrame], drawn: Mapping[str, Figure], lang: str) -> str:
    """Return how the frames stand to each other, "" where nothing invites to compare them."""
    if 1 < len(frames) == len({frame.section for frame in frames}):
        return translate("frames_apart", lang)
    pictured = [frame for frame in frames if any(one.id in drawn for one in frame.numbers)]
    return translate("not_compared", lang) if len(pictured) > 1 else ""


def _draw_glyphs(frames: Sequence[NumberFrame], glyphs: dict[str, Glyph], lang: str) -> dict[str, Figure]:
    """Return the pictures of the frames by their numbers' ids: marks of one unit in the whole panel, a shape
    for each frame. A frame that the unit does not fit has no marks: beside others they would mislead.
    """
    counted = [
        [glyphs[one.id] for one in frame.numbers if one.id in glyphs and glyphs[one.id].kind == "marks"]
        for frame in frames
    ]
    unit = _choose_unit(counted)
    shapes = iter(SHAPES)
    drawn: dict[str, Figure] = {}
    for frame, marked in zip(frames, counted, strict=True):
        fit = unit is not None and bool(marked) and _fits(marked[0], unit)
        shape = next(shapes) if fit else ""
        for index, one in enumerate(frame.numbers):
            glyph = glyphs.get(one.id)
            if glyph is None:
                continue
            options: list[tuple[str, object]] = [("second", True)] if index else []
            if glyph.kind == "marks":
                if unit is None or not fit or not _fits(glyph, unit):
                    continue
                options += [("unit", unit), ("shape", shape)]
            drawn[one.id] = _make_figure(glyph, options, frame.section, lang)
    return drawn


def _draw_apart(frames: Sequence[NumberFrame], glyphs: dict[str, Glyph], lang: str) -> dict[str, Figure]:
    """Return the pictures of frames that each stand for themselves: marks in a unit of their own."""
    drawn: dict[str, Figure] = {}
    shapes = cycle(SHAPES)
    for frame in frames:
        for one in frame.numbers:
            glyph = glyphs.get(one.id)
            options: list[tuple[str, object]] = []
            if glyph is not None and glyph.kind == "marks":
                unit = _find_unit([glyph])
                if unit is None or not _fits(glyph, unit):
                    continue
                options = [("unit", unit), ("shape", next(shapes))]
            if glyph is not None:
                drawn[one.id] = _make_figure(glyph, options, frame.section, lang)
    return drawn


def _choose_unit(counted: Sequence[Sequence[Glyph]]) -> int | None:
    """Return what a mark stands for: the unit that most frames share, among such the first ones."""
    marked = [frame for frame in counted if frame]
    for many in range(len(marked), 0, -1):
        for heads_alone in (False, True):
            for chosen in combinations(marked, many):
                held = [glyph for frame in chosen for glyph in (frame[:1] if heads_alone else frame)]
                unit = _find_unit(held)
                if unit:
                    return unit
    return None


def _fits(glyph: Glyph, unit: int) -> bool:
    return not any(value % unit for value in glyph.values) and max(glyph.values) <= unit * MOST_MARKS


def _find_unit(glyphs: Sequence[Glyph]) -> int | None:
    values = [value for glyph in glyphs for value in glyph.values]
    return find_unit(values) if values and max(values) / min(values) <= MOST_MARKS else None


def _make_figure(glyph: Glyph, options: list[tuple[str, object]], section: str, lang: str) -> Figure:
    number = glyph.number
    quantity = number.quantity
    if glyph.of:
        whole = glyph.of if glyph.of % 1 else int(glyph.of)
        options = [*options, ("of", whole), ("whole", glyph.whole)]
    datum = Datum(glyph.low, quantity.qualifier, glyph.high, number.display)
    figure = Figure(
        id=f"glyph-{number.id}",
        kind=glyph.kind,
        title=title_number(number),
        alt="",
        categories=(title_number(number),),
        series=(Series("", (datum,)),),
        sources=(quantity.sentence,),
        note=quantity.attribution,
        unit=quantity.unit,
        options=tuple(options),
        section=section,
    )
    return replace(figure, alt=describe_glyph(figure, lang))


def _list_signs(
    frames: Sequence[NumberFrame], drawn: dict[str, Figure], lang: str
) -> tuple[LegendEntry, ...]:
    """Return how the doubts of the panel are drawn, each with the text's own words for it."""
    said: dict[str, list[str]] = {}
    models: dict[str, Figure] = {}
    for one in (each for frame in frames for each in frame.numbers):
        figure, words = drawn.get(one.id), one.quantity.qualifier_text
        state = _name_state(one.quantity.qualifier)
        if figure is None or figure.series[0].data[0].high is not None or not state or not words:
            continue
        said.setdefault(state, []).append(words.lower() if words[:1].isupper() else words)
        models.setdefault(state, figure)
    return tuple(
        LegendEntry(_make_sign(models[state], state, number), quote_words(words, lang))
        for number, (state, words) in enumerate(said.items(), start=1)
    )


def _name_state(qualifier: Qualifier | None) -> str:
    """Return the name of how a doubt is drawn, "" for none."""
    if qualifier in OPEN:
        return "open"
    if qualifier in CAPPED:
        return "closed"
    return qualifier.value if qualifier in (Qualifier.ABOUT, Qualifier.NEARLY) else ""


def _make_sign(model: Figure, state: str, number: int) -> Figure:
    shape = dict(model.options).get("shape", "box")
    return replace(
        model,
        id=f"sign-{number}",
        kind="sign",
        title=state,
        alt="",
        categories=("",),
        series=(Series("", (Datum(1.0, model.series[0].data[0].qualifier),)),),
        sources=(),
        note="",
        options=(("shape", shape),),
        section="",
    )


def _refuse(number: KeyNumber, reason: str) -> Refusal:
    return Refusal("panel", reason, (number.quantity.sentence,), number.display)
