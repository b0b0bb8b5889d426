"""Contents lists typed by hand."""

from __future__ import annotations

import re

from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.units.units import Unit

_CONTENTS = re.compile(
    r"(?:table of )?contents|contents list|in this (?:document|report|paper|issue)"
    r"|inhalt(?:sverzeichnis)?|sommaire|table des matières|índice|contenido"
    r"|indice|sommario|inhoud(?:sopgave)?|spis treści|innehåll",
    re.IGNORECASE,
)
_LEADER = re.compile(r"(?:\.[ .]{2,}|…+|\t|[ \xa0]{3,}|_{3,})\s*(?:\d{1,4}|[ivxl]{1,6})\s*$")
_TRAILING_PAGE = re.compile(r"(?:[\s.…_]+)(?:\d{1,4}|[ivxl]{1,6})\s*$")
_LEADING_MARK = re.compile(r"^(?:[-*•‣–]\s+|(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-Z])[.)]?\s+)")
CONTENTS = "contents list typed by hand"


def find_contents(lines: Lines, units: list[Unit]) -> set[int]:
    """Return the indexes of units that are a contents list: dotted entries, or words of
    a heading further on.
    """
    found: set[int] = set()
    later: dict[str, int] = {}
    for at, unit in enumerate(units):
        if unit.size > 60 or unit.kind != "text" or at in found:
            continue
        if _CONTENTS.fullmatch(_text(lines, unit).strip(" :.#*_=")):
            later = later or _last_places(lines, units)
            entries = _entries(lines, units, at + 1, later)
            if sum(units[entry].last - units[entry].first + 1 for entry in entries) > 1:
                found.update((at, *entries))
    found.update(_dotted(lines, units))
    return found


def _text(lines: Lines, unit: Unit) -> str:
    last = unit.last - bool(unit.drawn)
    return " ".join(lines.content(index) for index in range(unit.first, last + 1))


def _bare_words(text: str) -> str:
    text = _TRAILING_PAGE.sub("", text)
    return _LEADING_MARK.sub("", text.strip()).strip(" .…\t_").casefold()


def _last_places(lines: Lines, units: list[Unit]) -> dict[str, int]:
    """Return where the words of each short unit stand last."""
    return {
        _LEADING_MARK.sub("", _text(lines, unit)).strip().casefold(): at
        for at, unit in enumerate(units)
        if unit.size < 170 and unit.kind in ("text", "item")
    }


def _entries(lines: Lines, units: list[Unit], begin: int, later: dict[str, int]) -> list[int]:
    """Return the units of the list that begins at ``begin``."""
    entries: list[int] = []
    for at in range(begin, len(units)):
        unit = units[at]
        if unit.kind not in ("text", "item", "indented", "table") or (
            unit.size > 160 and unit.kind != "table"
        ):
            break
        raw = [
            lines.content(index)
            for index in range(unit.first, unit.last + 1)
            if lines.kinds[index] != "blank"
        ]
        if all(_LEADER.search(line) for line in raw):
            entries.append(at)
            continue
        if unit.drawn:
            break
        if not all(_repeats(line, at, later) for line in raw):
            break
        entries.append(at)
    return entries


def _repeats(line: str, at: int, later: dict[str, int]) -> bool:
    words = _LEADING_MARK.sub("", line).strip().casefold()
    return later.get(words, -1) > at or later.get(_bare_words(line), -1) > at


def _dotted(lines: Lines, units: list[Unit]) -> set[int]:
    """Return runs of three units or more that end in dots and a page number."""
    found: set[int] = set()
    run: list[int] = []
    for at, unit in enumerate(units):
        dotted = False
        if unit.kind in ("text", "item", "indented") and unit.size < 200:
            ending = lines.raw[unit.last]
            dotted = ("..." in ending or "…" in ending or ". ." in ending) and bool(_LEADER.search(ending))
        if dotted:
            run.append(at)
        else:
            if len(run) > 2:
                found.update(run)
            run = []
    if len(run) > 2:
        found.update(run)
    return found
