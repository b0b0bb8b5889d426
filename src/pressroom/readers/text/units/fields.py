"""Units that are "Key: value"."""

from __future__ import annotations

import re

from pressroom.readers.common.head.words import SETTINGS
from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.units.units import Unit

FIELD = re.compile(r"([^\W\d_][\w()/&'’. -]{0,38}?)[ \t]*:(?:[ \t]+|$)")
_KEYS = SETTINGS | {"title", "author", "date", "datum", "fecha"}
_KEY = re.compile("(?:" + "|".join(sorted(map(re.escape, _KEYS))) + r")[ \t]*:[ \t]+\S", re.IGNORECASE)


def opens_setting(line: str) -> bool:
    """Tell whether a line begins with the key of a setting: "Embargo: …", "lang: de"."""
    return _KEY.match(line) is not None


def is_field(lines: Lines, unit: Unit) -> bool:
    """Tell whether a unit is "Key: value"."""
    if unit.kind != "text" or unit.size > 200 or ":" not in lines.raw[unit.first]:
        return False
    begin = lines.begin(unit.first)
    found = FIELD.match(lines.text, begin, lines.end(unit.first))
    return (
        found is not None
        and found.group(1).count(" ") < 4
        and (found.group(1)[0].isupper() or found.group(1).lower() in _KEYS)
    )


def read_key(lines: Lines, unit: Unit) -> str:
    """Return the key of a "Key: value" unit in lower case, "" if it is none."""
    found = FIELD.match(lines.text, lines.begin(unit.first), lines.end(unit.first))
    return found.group(1).lower() if found else ""


def read_pair(lines: Lines, unit: Unit) -> tuple[str, str]:
    """Return key and value of a "Key: value" unit, the key in lower case."""
    _, _, value = lines.text[lines.begin(unit.first) : lines.end(unit.last)].partition(":")
    return read_key(lines, unit), " ".join(value.split())
