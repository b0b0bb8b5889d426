# ruff: noqa: E501 - patterns read better unbroken
"""What an article of a wiki has when it is copied from its page: marks for editing, calls of references."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.units.series import UNMARKED
from pressroom.readers.text.units.units import Unit

WIKI_MARK = "mark of a wiki's page, not of its text"
_EDIT = re.compile(
    r"\[\s*(?:edit(?:\s*(?:\|\s*edit)?\s*source)?|bearbeiten(?:\s*\|\s*quelltext bearbeiten)?"
    r"|modifier(?:\s*\|\s*modifier le (?:code|wikicode))?|editar(?:\s*\|\s*editar (?:código|(?:a|o) (?:fonte|código)))?"
    r"|modifica(?:\s*\|\s*modifica wikitesto)?|bewerken(?:\s*\|\s*brontekst bewerken)?"
    r"|edytuj(?:\s*\|\s*edytuj kod)?|redigera(?:\s*\|\s*redigera wikitext)?|rediger(?:\s*\|\s*rediger kilde)?"
    r"|править(?:\s*\|\s*править код)?)\s*\]",
    re.IGNORECASE,
)
# behind the words that they stand for: "[1]", "[ 2 ]", "[a]", "[note 3]", "[2]: 17", "[citation needed]"
_ONE_CALL = (
    r"\[\s?(?:\d{1,3}|[a-z]|(?:note|nb|anm\.|n)\s?\d{1,3}|citation needed|clarification needed|when\?|who\?|by whom\?"
    r"|according to whom\?|better source needed|réf\. (?:nécessaire|souhaitée)|cita requerida)\s?\](?::\s?\d{1,4}(?:[–-]\d{1,4})?)?"
)
_CALL = re.compile(rf"(?<=\S){_ONE_CALL}(?:[\s\u200b]?{_ONE_CALL})*\u200b?", re.IGNORECASE)
_BACK = re.compile(r"\s*(?:\^|↑)(?:\s[a-z](?=\s))*\s+(?=\S)")
_FRAME = re.compile(
    r"from wikipedia, the free encyclopedia|jump to (?:navigation|search|content)|zur (?:navigation|suche) springen"
    r"|aus wikipedia, der freien enzyklopädie|un article de wikipédia.{0,40}|aller à (?:la )?(?:navigation|recherche)"
    r"|de wikipedia, la enciclopedia libre|ir a la (?:navegación|búsqueda)|da wikipedia, l'enciclopedia libera"
    r"|(?:coordinates|koordinaten|coordonnées|coordenadas): .{5,60}|page semi-protected"
    r"|\((?:redirected from|weitergeleitet von|redirigé depuis) .{2,80}\)",
    re.IGNORECASE,
)
_LEAST_MARKS = 2
_LONGEST_HEADING = 120  # characters
_LONGEST_ENTRY = 110  # characters of an entry of a list that has lost its marks
_LEAST_ENTRIES = 2


@dataclass(frozen=True, slots=True)
class WikiPage:
    """What is known of the lines of an article; all empty where a text is none.

    ``passages`` are bounds of offsets within a line, ``left`` lines, each with the reason why it is no text;
    ``headings`` are the lines that could be edited by themselves.
    """

    passages: dict[tuple[int, int], str] = field(default_factory=dict)
    left: dict[int, str] = field(default_factory=dict)
    headings: frozenset[int] = frozenset()


def find_wiki_page(lines: Lines) -> WikiPage:
    """Return what a wiki's page adds to the text, nothing where it is no such page."""
    marks = [
        (index, found)
        for index, raw in enumerate(lines.raw)
        if "[" in raw and (found := _EDIT.search(raw)) and not raw[found.end() :].strip()
    ]
    frame = [
        index for index in range(len(lines)) if lines.sizes[index] and _FRAME.fullmatch(lines.content(index))
    ]
    if len(marks) < _LEAST_MARKS and not (frame and (marks or len(frame) > 1)):
        return WikiPage()
    passages: dict[tuple[int, int], str] = {}
    headings: set[int] = set()
    left = dict.fromkeys(frame, WIKI_MARK)
    for index, found in marks:
        if lines.raw[index][: found.start()].strip():
            passages[_place(lines, index, found)] = WIKI_MARK
            headings.add(index)
        else:
            left[index] = WIKI_MARK
            if index and 0 < lines.sizes[index - 1] <= _LONGEST_HEADING:
                headings.add(index - 1)
    for index, raw in enumerate(lines.raw):
        for pattern in (_CALL, _BACK) if index not in left else ():
            for found in pattern.finditer(raw) if pattern is _CALL else filter(None, [pattern.match(raw)]):
                passages[_place(lines, index, found)] = WIKI_MARK
    return WikiPage(passages, left, frozenset(headings))


def _place(lines: Lines, index: int, found: re.Match[str]) -> tuple[int, int]:
    start = lines.starts[index]
    return start + found.start(), start + found.end()


def mark_entries(lines: Lines, units: Sequence[Unit], headings: frozenset[int]) -> None:
    """Make items of the lines of a section that holds nothing but short entries, whose marks were lost."""
    starts = [at for at, unit in enumerate(units) if unit.first in headings]
    for start, stop in pairwise([*starts, len(units)]):
        entries = units[start + 1 : stop]
        if len(entries) >= _LEAST_ENTRIES and all(
            unit.kind == "text"
            and unit.size <= _LONGEST_ENTRY
            and lines.raw[unit.last].rstrip()[-1] not in ".:;,?!"
            for unit in entries
        ):
            for unit in entries:
                unit.kind, unit.mark = "item", UNMARKED
