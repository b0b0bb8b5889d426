"""The big list of naughty strings."""

from __future__ import annotations

import base64
from pathlib import Path


def read_strings() -> tuple[str, ...]:
    """Return the strings, in the order of the list."""
    lines = (Path(__file__).parent / "strings.txt").read_text().split("\n")[:-1]
    return tuple(base64.b64decode(line).decode("utf-8", "surrogatepass") for line in lines)
