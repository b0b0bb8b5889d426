"""Text whose lines a mail program broke (RFC 3676, "format=flowed"), put together again."""

from __future__ import annotations

import re

_QUOTES = re.compile(r">*")
SIGNATURE = "-- "


def unwrap_flowed(text: str, delete_spaces: bool) -> str:
    """Return the text with each paragraph on one line; ``delete_spaces`` is the parameter "delsp".

    A line that ends in a space goes on in the next one, if that is quoted as deeply.
    """
    found: list[tuple[int, str]] = []
    goes_on = False
    for line in text.replace("\r\n", "\n").split("\n"):
        depth = len(_QUOTES.match(line).group())  # type: ignore[union-attr]  # it fits any line
        words = line[depth:].removeprefix(" ")
        if goes_on and found[-1][0] == depth and words != SIGNATURE:
            found[-1] = (depth, found[-1][1] + words)
        else:
            found.append((depth, words))
        goes_on = words.endswith(" ") and words != SIGNATURE
        if goes_on and delete_spaces:
            found[-1] = (depth, found[-1][1][:-1])
    return "\n".join(f"{'>' * depth} {words}" if depth else words for depth, words in found)
