"""Text made safe to show: nothing in it can steer a terminal, turn the order of letters, or begin a line."""

from __future__ import annotations

import re

# control characters (C0, DEL, C1), overrides and isolates of the direction, halves of surrogate pairs
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BREAKS = re.compile("[\t ]*[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+[\t ]*")


def make_printable(text: str) -> str:
    r"""Return a text as one line: line breaks as a space, and what must not be shown as "\x1b", "\u202e"."""
    if text.isprintable():
        return text
    return _UNSAFE.sub(_escape, _BREAKS.sub(" ", text.replace("\t", " ")))


def escape_for_json(text: str) -> str:
    """Return JSON that says the same, in which no character can steer a terminal."""
    return text if text.isprintable() else _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
