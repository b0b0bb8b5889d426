"""What an editor decides about a picture that was found in the text: hidden, or described otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pressroom.errors import UsageError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.figure import Figure, Figures, Panel

HIDDEN = "it is hidden in the settings"
_KEYS = ("found", "hide", "alt")


@dataclass(frozen=True, slots=True)
class PictureChoice:
    """One [[figure]] table with ``found``: the title of the picture, and what is to be done with it."""

    found: str
    hide: bool = False
    alt: str = ""
    where: str = ""


def is_choice(row: Mapping[str, object]) -> bool:
    """Tell whether a [[figure]] table is about a picture that was found, and asks for none."""
    return "found" in row


def read_choices(rows: Iterable[tuple[Mapping[str, object], str]]) -> tuple[PictureChoice, ...]:
    """Read the [[figure]] tables that are about found pictures. Raises UsageError for a wrong one."""
    return tuple(_read(row, where) for row, where in rows if is_choice(row))


def _read(row: Mapping[str, object], where: str) -> PictureChoice:
    for key in row:
        if key not in _KEYS:
            raise _wrong(f"a picture that was found takes no {key!r}", "give hide = true or alt", where)
    found, hide, alt = row["found"], row.get("hide", False), row.get("alt", "")
    if not isinstance(found, str) or not found.strip():
        raise _wrong("found names no picture", "give its title, as report figures prints it", where)
    if not isinstance(hide, bool):
        raise _wrong(f"hide of the picture “{found}” is wrong", "give true or false", where)
    if not isinstance(alt, str):
        raise _wrong(f"alt of the picture “{found}” is wrong", "give a text in quotes", where)
    return PictureChoice(found.strip(), hide, " ".join(alt.split()), where)


def _wrong(message: str, cure: str, where: str) -> UsageError:
    return UsageError(message, cure=cure, rule="wrong-chart", where=where)


def list_hidden(choices: Iterable[PictureChoice]) -> dict[str, str]:
    """Return the titles of the pictures that are hidden, each with the reason why it is not drawn."""
    return {choice.found: HIDDEN for choice in choices if choice.hide}


def describe(figures: Figures, choices: Sequence[PictureChoice]) -> Figures:
    """Return figures with the descriptions that an editor gave."""
    alts = {choice.found: choice.alt for choice in choices if choice.alt}
    if not alts:
        return figures

    panel = figures.panel
    return replace(
        figures,
        drawn=tuple(_describe_figure(figure, alts) for figure in figures.drawn),
        panel=_describe_panel(panel, alts) if panel else None,
    )


def _describe_panel(panel: Panel, alts: Mapping[str, str]) -> Panel:
    frames = tuple(
        replace(
            frame,
            entries=tuple(
                replace(entry, glyph=_describe_figure(entry.glyph, alts)) if entry.glyph else entry
                for entry in frame.entries
            ),
        )
        for frame in panel.frames
    )
    return replace(panel, frames=frames)


def _describe_figure(figure: Figure, alts: Mapping[str, str]) -> Figure:
    alt = alts.get(figure.title)
    return replace(figure, alt=alt, proposed_alt=figure.alt) if alt else figure


def warn_of_unmatched(figures: Figures, choices: Iterable[PictureChoice]) -> tuple[Diagnostic, ...]:
    """Return a warning for each choice that names no picture of the text."""
    known = {figure.title for figure in figures.with_data}
    known |= {refusal.about for refusal in figures.refused if refusal.reason == HIDDEN}
    return tuple(
        Diagnostic(
            Severity.WARNING,
            "picture-entry",
            f"the entry for the picture “{choice.found}” names no picture of the text",
            "take it out, or give the title that report figures prints now",
            where=choice.where,
        )
        for choice in choices
        if choice.found not in known
    )
