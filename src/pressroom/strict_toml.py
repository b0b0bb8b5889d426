"""TOML within limits of length, depth and numbers, whoever wrote it: settings, templates, charts."""

from __future__ import annotations

import re
import tomllib

from pressroom.model.characters import IMPOSSIBLE

LARGEST_INTEGER = 2**63  # as TOML has it
LONGEST = 1_000_000  # characters
DEEPEST = 40  # parts of a key, brackets in one another
MOST_PARTS = 50_000  # of all dotted keys together: each is a table of about a kilobyte in memory
# no possessive group: Python 3.11.2, which Debian has, loses its place in one
_TEXTS = re.compile(
    r'''"""[^"\\]*+(?:(?:\\.|"(?!""))[^"\\]*+)*"""|'{3}[^']*+(?:'(?!'')[^']*+)*'{3}'''
    r"""|"[^"\\\n]*+(?:\\.[^"\\\n]*+)*"|'[^'\n]*+'|\#[^\n]*""",
    re.DOTALL,
)
_KEYS = re.compile(r'[\w\-. \t"]+')
_BRACKETS = re.compile(r"[\[\]{}]")


def load_toml(text: str) -> dict[str, object]:
    """Return the table of a TOML text.

    Raises ValueError with the line, as tomllib does, for what is no TOML, is longer or nests deeper than any
    settings, or holds numbers or characters that no output can.
    """
    _measure(text)
    try:
        table = tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("its brackets nest too deep") from error
    _require_plain(table)
    return table


def _measure(text: str) -> None:
    """Refuse a text before tables are made of it."""
    if len(text) > LONGEST:
        raise ValueError(f"it has more than {LONGEST:,} characters")
    depth = parts = 0
    for number, line in enumerate(_TEXTS.sub(_keep_lines, text).split("\n"), start=1):
        place = f"(at line {number}, column 1)"
        counts = [key.count(".") for key in _KEYS.findall(line)]
        if max(counts, default=0) > DEEPEST:
            raise ValueError(f"a key has more than {DEEPEST} parts {place}")
        parts += sum(counts)
        if parts > MOST_PARTS:
            raise ValueError(f"its keys have more than {MOST_PARTS:,} parts {place}")
        for bracket in _BRACKETS.findall(line):
            depth = max(0, depth + (1 if bracket in "[{" else -1))
            if depth > DEEPEST:
                raise ValueError(f"brackets nest deeper than {DEEPEST} levels {place}")


def _keep_lines(found: re.Match[str]) -> str:
    return '""' + "\n" * found[0].count("\n")


def _require_plain(value: object) -> None:
    """Refuse numbers of more than 64 bits, and control characters."""
    match value:
        case dict():
            for key, held in value.items():
                _require_plain(key)
                _require_plain(held)
        case list():
            for held in value:
                _require_plain(held)
        case int() if not -LARGEST_INTEGER <= value < LARGEST_INTEGER:
            raise ValueError("a number has more than 64 bits")
        case str() if found := IMPOSSIBLE.search(value):
            raise ValueError(f"a text holds the control character U+{ord(found[0]):04X}")
