# ruff: noqa: E501 - patterns read better unbroken
"""What the page of a chat assistant leaves round an answer that was copied from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.units.series import UNMARKED
from pressroom.readers.text.units.units import Unit

ASSISTANT_LINE = "line of a chat assistant's page"
PROMPT = "what an assistant was asked"
_ASSISTANTS = r"(?:chatgpt|gpt[\w.-]{0,8}|claude(?: [\w.]+){0,2}|gemini|(?:microsoft )?copilot|le chat|perplexity|assistant)"
_ASKED = re.compile(
    r"(?:you said|you asked|sie sagten|du hast gesagt|vous avez dit|dijiste):?", re.IGNORECASE
)
_SAID = re.compile(rf"{_ASSISTANTS} (?:said|hat gesagt|a dit|dijo):?", re.IGNORECASE)
_MISTAKES = re.compile(rf"{_ASSISTANTS} (?:can|may) (?:also )?make mistakes\b.{{0,80}}", re.IGNORECASE)
_BUTTON = re.compile(
    r"copy(?: code)?|edit|share|retry|regenerate|read aloud|(?:good|bad) response|show (?:more|less)|sources|thinking"
    r"|thought for .{1,30}|(?:was|is) this (?:response|answer|conversation) .{3,40}\?|save as pdf|export"
    r"|kopieren|bearbeiten|teilen|quellen|vorlesen|mehr anzeigen|war diese (?:antwort|unterhaltung) .{3,40}\?|copier|modifier|partager|copiar|compartir"
    r"|cette (?:réponse|conversation) .{3,50} ?\?|¿.{3,40}(?:útil|ayudado).{0,20}\?|fuentes",
    re.IGNORECASE,
)
# what the page prints within an answer, or ahead of the talk
_WITHIN = re.compile(
    r"(?:copy|edit|copy code|show thinking|thinking|(?:thought|reasoned|worked) for .{1,30}|analy[sz]ed|searched the web|export to sheets|open in canvas"
    r"|gedankengang anzeigen|in tabellen exportieren|code kopieren|kopieren|bearbeiten|copier|copier le code|modifier)",
    re.IGNORECASE,
)
_SHEETS = re.compile(
    r"export to sheets|in (?:google )?tabellen exportieren|exporter vers sheets", re.IGNORECASE
)
_MOST_BUTTONS = 8  # lines below an answer


def find_assistant_lines(lines: Lines) -> dict[int, str]:
    """Return the lines that are the page's or the question, with the reason.

    Of a talk with several questions the questions are text.
    """
    visible = [index for index, size in enumerate(lines.sizes) if size]
    asked = [index for index in visible if _ASKED.fullmatch(lines.content(index))]
    said = [index for index in visible if _SAID.fullmatch(lines.content(index))]
    below = list(takewhile(lambda index: _is_button(lines, index), reversed(visible)))[:_MOST_BUTTONS]
    sure = [
        index
        for index in visible
        if _MISTAKES.fullmatch(lines.content(index)) or _SHEETS.fullmatch(lines.content(index))
    ]
    if not said and not sure and len(below) < _LEAST_BUTTONS:
        return {}
    left = dict.fromkeys([*sure, *below], ASSISTANT_LINE)
    if len(said) == 1:
        left[said[0]] = ASSISTANT_LINE
        if len(asked) == 1 and asked[0] < said[0]:
            left |= dict.fromkeys(range(asked[0], said[0]), PROMPT)
            left |= dict.fromkeys(_find_menu(lines, asked[0]), ASSISTANT_LINE)
    left |= {index: ASSISTANT_LINE for index in visible if _WITHIN.fullmatch(lines.content(index))}
    return {index: reason for index, reason in left.items() if lines.sizes[index]}


_LEAST_BUTTONS = 3  # without any other sign


def _find_menu(lines: Lines, asked: int) -> range:
    """Return the lines ahead of the first question, where they are no more than entries of a menu."""
    short = all(size <= _LONGEST_ENTRY for size in lines.sizes[:asked])
    return range(asked if short else 0)


_LONGEST_ENTRY = 40  # characters


def mark_answer_items(lines: Lines, units: Sequence[Unit]) -> None:
    """Make items of the short lines under a heading of an answer whose marks were lost on its page.

    The first of several short lines is a heading, unless the one above them ends with a colon; so is the last,
    where a paragraph or a table follows.
    """
    at = 0
    while at < len(units):
        end = at
        while end < len(units) and _is_short_line(lines, units[end]):
            end += 1
        opened = at > 0 and lines.content(units[at - 1].last)[-1:] == ":"
        first = at if opened else at + 1 + (at == 0)  # the title stands above the first heading
        last = end - 1 if end < len(units) else end
        if last - first >= _LEAST_ITEMS:
            for index in range(first, last):
                if not _parts_items(units, index, first, last):
                    units[index].kind, units[index].mark = "item", UNMARKED
        at = max(end, at + 1)


_LEAST_ITEMS = 2
_LONGEST_ITEM = 140  # characters
_LONGEST_HEADING = 24  # of one between items
_SHORTER = 1.5  # times, than the items round it


def _is_short_line(lines: Lines, unit: Unit) -> bool:
    return (
        unit.kind == "text"
        and unit.first == unit.last
        and unit.size <= _LONGEST_ITEM
        and lines.content(unit.last)[-1] not in ".:;,?!"
    )


def _parts_items(units: Sequence[Unit], index: int, first: int, last: int) -> bool:
    """Tell whether a line is a heading between items: much shorter than those above and below it."""
    if index - first < _LEAST_ITEMS or last - index <= _LEAST_ITEMS:
        return False
    size = units[index].size
    beside = (units[index - 1], units[index + 1], units[index + 2])
    return size <= _LONGEST_HEADING and all(unit.size >= size * _SHORTER for unit in beside)


def _is_button(lines: Lines, index: int) -> bool:
    content = lines.content(index)
    return bool(_BUTTON.fullmatch(content) or _MISTAKES.fullmatch(content))
