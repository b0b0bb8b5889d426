"""What is known of a text before its blocks are built: its lines, units, headings and parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressroom.model.document import Role
from pressroom.readers.common.brackets.lines import read_bracket_line, read_marking
from pressroom.readers.common.brackets.pictures import is_picture_line
from pressroom.readers.common.head.mail_fields import is_mail_field
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.text.headings.find import FoundHeading, find_headings
from pressroom.readers.text.headings.outline import drop_lone_numbers, read_case_numbers, read_numerals
from pressroom.readers.text.headings.overrides import HeadingOverrides
from pressroom.readers.text.lines.lines import Lines, split_lines
from pressroom.readers.text.lines.numbering import NAMED
from pressroom.readers.text.roles.forwarded import find_covers
from pressroom.readers.text.roles.letters import find_letter_parts
from pressroom.readers.text.roles.patterns import PUBLISHED, SHORT
from pressroom.readers.text.roles.roles import (
    HEAD,
    find_closing_block,
    find_contacts,
    find_credits,
    find_day_below,
    find_embargoes,
    find_endings,
    find_first_day,
    find_kickers,
    is_standfirst,
)
from pressroom.readers.text.roles.speakers import find_speakers, find_spoken
from pressroom.readers.text.units.assistant import ASSISTANT_LINE, find_assistant_lines, mark_answer_items
from pressroom.readers.text.units.comments import find_comments
from pressroom.readers.text.units.contents import find_contents
from pressroom.readers.text.units.corrections import find_star_notes
from pressroom.readers.text.units.emoji import find_emoji_headings
from pressroom.readers.text.units.emphasis import find_stray_marks
from pressroom.readers.text.units.facts import UnitFacts
from pressroom.readers.text.units.fields import is_field
from pressroom.readers.text.units.furniture import find_page_lines
from pressroom.readers.text.units.interleaved import nest_interleaved
from pressroom.readers.text.units.messages import Messages, find_messages
from pressroom.readers.text.units.series import mark_series
from pressroom.readers.text.units.splitting import split_units
from pressroom.readers.text.units.units import Unit
from pressroom.readers.text.units.webpage import find_web_lines
from pressroom.readers.text.units.wikipage import find_wiki_page, mark_entries

_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\xad]*")
_NOTE: Role = "note"  # of a line that says what sort of paper this is
_LONGEST_TITLE = 110  # characters


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of a text. Units are named by their index in ``units``, lines by theirs in ``lines``.

    ``left`` are the lines that are no text, ``passages`` the bounds of parts of lines that are none, with the
    reason; ``lines`` has them as blank. ``contents`` are
    the units of contents lists typed by hand, ``head`` those of the "Key: value" lines that the text begins
    with.
    ``parts`` are the roles of units that only letters and releases have; ``headings`` are in
    reading order; ``older`` are the units of each mail that another one answers.
    """

    lines: Lines
    overrides: HeadingOverrides
    left: dict[int, str]
    passages: dict[tuple[int, int], str]
    units: list[Unit]
    contents: set[int]
    head: list[int]
    facts: list[UnitFacts]
    parts: dict[int, Role]
    headings: list[FoundHeading]
    older: list[range]


def survey_text(text: str, settings: ReaderSettings) -> Survey:
    """Return what is known of a text."""
    lines = split_lines(text)
    overrides = HeadingOverrides(lines, settings)
    messages = find_messages(lines)
    wiki = find_wiki_page(lines)
    comments, marks = find_comments(lines)
    emoji = find_emoji_headings(lines)
    left = _find_lines_left_out(lines, overrides, messages) | wiki.left | comments
    passages = {
        place: reason
        for place, reason in (wiki.passages | marks | emoji | find_stray_marks(lines)).items()
        if lines.find(place[0]) not in left
    }
    lines = lines.without_passages(passages) if passages else lines
    lines = lines.without(left) if left else lines
    signed = frozenset(lines.find(at) for at, _ in emoji)
    bracketed = (index for index, line in enumerate(lines.raw) if read_bracket_line(line.strip()) is not None)
    alone = frozenset(overrides.headings) | messages.alone | wiki.headings | signed | frozenset(bracketed)
    units = split_units(lines, alone, messages.chat)
    mark_series(lines, units, alone | messages.chat)
    if ASSISTANT_LINE in left.values() and not signed:
        mark_answer_items(lines, units)
    mark_entries(lines, units, wiki.headings)
    contents = find_contents(lines, units)
    head = find_head(lines, units)
    older = _find_older(units, messages)
    facts, parts = collect_facts(lines, units, contents | set(head), older)
    _add_chat(units, facts, messages, parts)
    found = find_headings(facts, overrides, marked=wiki.headings | signed)
    found = [heading for heading in found if heading.asked or not _ends_list(facts, found, heading.unit)]
    if _is_title_above(facts, head, found, overrides):
        found = [FoundHeading(0, 1, True, True, ("ahead of what the text says of itself",)), *found]
    if _continues_title(facts, found):
        found = [found[0], *found[2:]]
    return Survey(lines, overrides, left, passages, units, contents, head, facts, parts, found, older)


def _ends_list(facts: list[UnitFacts], found: Sequence[FoundHeading], at: int) -> bool:
    """Tell whether a numbered line goes on with a list that a colon opens, of which no item is a heading."""
    first = at
    while first > 0 and _goes_on(facts[first - 1], facts[first]):
        first -= 1
    opened = 0 < first < at - 1 and facts[first - 1].tail == ":"
    return opened and not any(first <= heading.unit < at for heading in found)


def _goes_on(above: UnitFacts, fact: UnitFacts) -> bool:
    return (
        above.unit.kind == fact.unit.kind == "item"
        and not fact.unit.blank
        and above.number is not None
        and fact.number is not None
        and above.number.family == fact.number.family
        and fact.number.path == (*above.number.path[:-1], above.number.path[-1] + 1)
    )


def _find_older(units: list[Unit], messages: Messages) -> list[range]:
    """Return the units of each message that stands under another."""
    starts = [
        at
        for at, unit in enumerate(units)
        if unit.first in messages.headers and (unit.first in messages.answered or _has_text(units[:at]))
    ]
    return [range(start, stop) for start, stop in pairwise((*starts, len(units)))]


_SHORTEST_TEXT = 40  # characters of a unit that is no title


def _has_text(units: list[Unit]) -> bool:
    """Tell whether text stands ahead of a message, and not only the title of a memo."""
    return len(units) > 1 and any(unit.size >= _SHORTEST_TEXT and unit.kind == "text" for unit in units)


def _add_chat(units: list[Unit], facts: list[UnitFacts], messages: Messages, parts: dict[int, Role]) -> None:
    """Give each message of a chat its role, and what follows it in lines of its own."""
    within = False
    for at, unit in enumerate(units):
        within = unit.first in messages.chat or (within and not unit.blank and unit.kind == "text")
        if within:
            parts[at] = "turn"
            facts[at].set_aside()


def _is_title_above(
    facts: list[UnitFacts], head: list[int], found: list[FoundHeading], overrides: HeadingOverrides
) -> bool:
    """Tell whether the line right above the head of fields, which tell of what it names, is a heading."""
    fact = facts[0] if head and head[0] == 1 else None
    if fact is None or fact.aside or fact.unit.kind != "text" or any(each.unit == 0 for each in found):
        return False
    if fact.tail in ".:;,?!" or overrides.denies(fact.unit):
        return False
    return 0 < len(fact.text) <= _LONGEST_TITLE


def _continues_title(facts: list[UnitFacts], found: list[FoundHeading]) -> bool:
    """Tell whether the second heading goes on with the title, and is none."""
    if len(found) < 2 or found[1].unit != found[0].unit + 1 or found[1].asked:
        return False
    return is_standfirst(facts, found[0].unit)


def collect_facts(
    cut: Lines, found: list[Unit], aside: set[int], older: Sequence[range] = ()
) -> tuple[list[UnitFacts], dict[int, Role]]:
    """Return the facts of all units, and the parts of a letter.

    These and the units in ``aside`` are no headings, and count as no neighbours of any.
    """
    facts = [UnitFacts(unit, cut) for unit in found]
    for fact, number in zip(facts, read_numerals(fact.number for fact in facts), strict=True):
        fact.number = number
    drop_lone_numbers(facts)
    read_case_numbers(facts)
    nest_interleaved(facts)
    for at in find_spoken(facts):
        facts[at].said = True
    parts = dict.fromkeys(find_embargoes(facts), _NOTE) | find_kickers(facts)
    parts = {at: role for at, role in parts.items() if at not in aside} | find_contacts(facts)
    parts |= find_closing_block(facts)
    parts |= find_credits(facts) | find_endings(facts) | dict.fromkeys(find_star_notes(cut, found), _NOTE)
    for message in (range(older[0].start if older else len(facts)), *older):
        letter = find_letter_parts(facts[message.start : message.stop])
        parts |= {message.start + at: role for at, role in letter.items()}
    headers = {at for message in older for at in message if is_mail_field(facts[at].start)}
    parts = {at: role for at, role in parts.items() if at not in headers}
    parts |= dict.fromkeys(_find_signed(cut, facts), "signature")
    parts |= find_first_day(facts) | find_day_below(facts)
    for at, role in parts.items():
        if role == "salutation" and at + 1 < len(facts) and facts[at + 1].tail in ".!":
            facts[at + 1].said = True  # a letter begins with a sentence, be it short
    bracketed = {
        at
        for at, fact in enumerate(facts)
        if is_picture_line(fact.text) or read_bracket_line(fact.text) is not None or read_marking(fact.text)
    }
    bracketed |= _find_boxed(facts)
    quoted = {at for message in older for at in message}
    dated = {at for at, fact in enumerate(facts[:HEAD]) if PUBLISHED.match(fact.text)}
    for at in aside | bracketed | dated | set(parts) | find_speakers(facts) | quoted:
        facts[at].set_aside()
    return facts, parts


def _find_boxed(facts: list[UnitFacts]) -> set[int]:
    """Return the units between the line that begins a box and the one that ends it: none is a heading."""
    found: set[int] = set()
    begun: int | None = None
    for at, fact in enumerate(facts):
        asked = read_bracket_line(fact.text)
        if asked is not None and asked.kind == "box":
            begun = at
        elif asked is not None and asked.kind == "end" and asked.name != "landscape" and begun is not None:
            found.update(range(begun, at))
            begun = None
    return found


def _find_signed(cut: Lines, facts: list[UnitFacts]) -> list[int]:
    """Return the units under the line "--" that mail programs put ahead of a signature."""
    found: list[int] = []
    for at, fact in enumerate(facts):
        above = fact.unit.first - 1
        while above >= 0 and not cut.sizes[above]:
            above -= 1
        marked = above >= 0 and above in cut.dropped and cut.content(above) == "--"
        follows = bool(found) and found[-1] == at - 1 and not is_mail_field(fact.start)
        if fact.unit.kind == "text" and fact.size <= SHORT and (marked or follows):
            found.append(at)
    return found


def find_head(cut: Lines, found: list[Unit]) -> list[int]:
    """Return the indexes of the "Key: value" lines that the text begins with, or that follow its title."""
    for begin in (0, 1):
        end = begin
        while end < len(found) and is_field(cut, found[end]) and (end == begin or not found[end].blank):
            if NAMED.match(cut.content(found[end].first)):
                break  # "Item 1: Welcome" begins the text
            end += 1
        if end - begin > 1:
            return list(range(begin, end))
    return []


def _find_lines_left_out(cut: Lines, overrides: HeadingOverrides, messages: Messages) -> dict[int, str]:
    """Return the lines that are no text, with the reason; an editor's headings are text."""
    left = find_page_lines(cut) | messages.left | find_web_lines(cut) | find_assistant_lines(cut)
    left |= find_covers(cut, messages, left)
    for index, (raw, size) in enumerate(zip(cut.raw, cut.sizes, strict=True)):
        if 0 < size < 9 and _INVISIBLE.fullmatch(raw):
            left[index] = "invisible characters"
    return {index: reason for index, reason in left.items() if index not in overrides.headings}
