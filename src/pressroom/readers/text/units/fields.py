"""Units that are "Key: value"."""

from __future__ import annotations

import re

from pressroom.readers.common.head.words import SETTINGS
from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.units.units import Unit

FIELD = re.compile(r"([^\W\d_][\w()/&'’. -]{0,38}?)[ \t]*(?::(?:[ \t]+|$)|：[ \t]*)")
_LONGEST_CASELESS = 16  # letters of a key in a script without capitals
_KEYS = SETTINGS | {"title", "author", "date", "datum", "fecha"}
_KEY = re.compile("(?:" + "|".join(sorted(map(re.escape, _KEYS))) + r")[ \t]*:[ \t]+\S", re.IGNORECASE)


def opens_setting(line: str) -> bool:
    """Tell whether a line begins with the key of a setting: "Embargo: …", "lang: de"."""
    return _KEY.match(line) is not None


def is_field(lines: Lines, unit: Unit) -> bool:
    """Tell whether a unit is "Key: value"."""
    raw = lines.raw[unit.first]
    if unit.kind != "text" or unit.size > 200 or not (":" in raw or "：" in raw):
        return False
    begin = lines.begin(unit.first)
    found = FIELD.match(lines.text, begin, lines.end(unit.first))
    return found is not None and found.group(1).count(" ") < 4 and _is_key(found.group(1))


def _is_key(words: str) -> bool:
    """Tell whether words may be a key: they have a capital, are a known one, or few in a script without."""
    first = words[0]
    caseless = not first.isupper() and not first.islower()
    return first.isupper() or words.lower() in _KEYS or (caseless and len(words) <= _LONGEST_CASELESS)


def read_key(lines: Lines, unit: Unit) -> str:
    """Return the key of a "Key: value" unit in lower case, "" if it is none."""
    found = FIELD.match(lines.text, lines.begin(unit.first), lines.end(unit.first))
    return found.group(1).lower() if found else ""


def read_pair(lines: Lines, unit: Unit) -> tuple[str, str]:
    """Return key and value of a "Key: value" unit, the key in lower case."""
    _, _, value = split_key(lines.text[lines.begin(unit.first) : lines.end(unit.last)])
    return read_key(lines, unit), " ".join(value.split())


def split_key(text: str) -> tuple[str, str, str]:
    """Return what stands ahead of the first colon of a line, the colon and the rest, like ``partition``."""
    found = re.search("[:：]", text)
    return (text[: found.start()], found[0], text[found.end() :]) if found else (text, "", "")
