"""Which units go together in one block: list items, fields, the lines of an address, verse."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pressroom.model.document import Role
from pressroom.readers.common.brackets.lines import read_bracket_line
from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.units.fields import is_field
from pressroom.readers.text.units.units import Unit

_SHORT_LINE = 60  # characters
_LONG_TURN = 60  # characters; what one says, not the value of a field
_GROUPED = frozenset(("address", "signature"))


@dataclass(frozen=True, slots=True)
class Grouping:
    """The units of a text and what tells which go together.

    ``roles`` are those of units that play one; ``stanzas`` maps each line of a stanza to its first. Units
    are named by their index.
    """

    lines: Lines
    units: Sequence[Unit]
    roles: Mapping[int, Role]
    stanzas: Mapping[int, int]

    def continues(self, run: Sequence[int], at: int) -> bool:
        """Tell whether a unit goes on with a run of list items, of fields, or of an address."""
        first, last, unit = self.units[run[0]], self.units[run[-1]], self.units[at]
        if first.kind == "item":
            if unit.kind == "item":
                return True
            return unit.indent >= last.indent + 2 and unit.indent > first.indent and unit.kind != "divider"
        if run[0] in self.stanzas:
            return self.stanzas.get(at) == run[0]
        role = self.roles.get(run[0])
        if role in _GROUPED:
            return self.roles.get(at) == role and not unit.blank
        if role or at in self.roles or unit.blank:
            return False
        return is_field(self.lines, first) and is_field(self.lines, unit) and not self._is_talk(last, unit)

    def keeps_lines(self, run: Sequence[int]) -> bool:
        """Tell whether units are lines of one paragraph, each kept as it is."""
        return len(run) > 1 and (self.roles.get(run[0]) in _GROUPED or run[0] in self.stanzas)

    def _is_talk(self, *pair: Unit) -> bool:
        """Tell whether lines "Name: …" hold what people say by turns: whole sentences, one of them long."""
        text = self.lines.text
        ends = [text[self.lines.begin(unit.first) : self.lines.end(unit.last)].rstrip()[-1:] for unit in pair]
        return all(end in ".?!…" for end in ends) and max(unit.size for unit in pair) > _LONG_TURN


def find_stanzas(
    lines: Lines, units: Sequence[Unit], heads: Collection[int], roles: Collection[int]
) -> dict[int, int]:
    """Return the first unit of each short line's stanza: three lines or more with blank ones round them.

    They are verse, or a list without marks; in a text without blank lines they are paragraphs.
    """
    if sum(bool(unit.blank) for unit in units) * 10 <= len(units):
        return {}
    found: dict[int, int] = {}
    run: list[int] = []
    for at, unit in enumerate([*units, None]):
        short = (
            unit is not None
            and unit.kind == "text"
            and unit.first == unit.last
            and unit.size < _SHORT_LINE
            and not (at in heads or at in roles or is_field(lines, unit))
            and read_bracket_line(lines.raw[unit.first].strip()) is None
        )
        if run and (not short or (unit and unit.blank)):
            if len(run) > 2 and (unit is None or unit.blank or at in heads):
                found.update(dict.fromkeys(run, run[0]))
            run = []
        if short and (run or (unit and unit.blank) or at - 1 in heads):
            run.append(at)
    return found
